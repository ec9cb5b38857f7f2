"""The shapes of tcpdump's lines that the traces do not have."""

from __future__ import annotations

import io

import pytest

from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN, V6
from matcher.tcpdump import looks_like_tcpdump, read_tcpdump
from tests.tcpdump.conftest import Read

OLD = "10:00:00.000000 "
SHAPES: list[tuple[str, dict[str, object]]] = [
    ("a.b.1024 > c.d.http: S 5:5(0) win 512", {"dport": 80, "tos": UNKNOWN, "df": 0, "options": ()}),
    ("a.b.1024 > c.d.no-such-service: S 5:5(0) win 512", {"dport": UNKNOWN, "dst": "c.d"}),
    ("1.2.3.4.ftp-data > 5.6.7.8.telnet: . ack 7 win 512 (DF) [tos 0x10]  (ttl 64, id 1, len 40)",
     {"sport": 20, "dport": 23, "tos": 16, "ttl": 64, "ip.len": 40, "src": 0x01020304, "df": 1}),
    ("a.1 > b.2: S [ECN-Echo,CWR] 5:5(0) win 512", {"flags": 0xC2}),
    ("a.1 > b.2: SWE 5:5(0) win 512 <mss 1460>", {"flags": 0xC2, "mss": 1460}),
    ("a.1 > b.2: FP 5:5(0) win 512 urg 9", {"flags": 0x29, "urgent": 9}),
    ("a.1 > b.2: . 5:1465(1460) ack 1 win 512 (frag 77:1480@0+)",
     {"id": 77, "mf": 1, "frag.offset": 0, "payload.len": 1460}),
    ("a > b: (frag 77:1480@1480+)", {"id": 77, "mf": 1, "frag.offset": 1480, "payload.len": 1480, "seq": None}),
    ("a > b: udp (frag 77:20@2960)", {"proto": 17, "mf": 0, "frag.offset": 2960, "payload.len": 20, "sport": None}),
    ("a.1 > b.2: udp 64 (DF)", {"proto": 17, "udp.len": 72, "payload.len": 64, "df": 1, "seq": None}),
    ("a.b.1053 > c.d.domain: 12345+ A? example.com. (29)", {"proto": 17, "dport": 53, "udp.len": 37}),
    ("a.1 > b.2: [|tcp] (DF)", {"proto": 6, "flags": UNKNOWN, "seq": UNKNOWN, "options": UNKNOWN}),
    ("a.1 > b.2: S 5:5(0) win 512 <mss 1460,[|tcp]>", {"mss": 1460, "options": UNKNOWN, "wscale": UNKNOWN}),
    ("a.b > c.d: icmp: echo request", {"proto": 1, "icmp.type": 8, "icmp.code": UNKNOWN, "src": "a.b"}),
    ("a.b > c.d: icmp: host 9.8.7.6 unreachable (ttl 255, id 3)",
     {"icmp.type": 3, "icmp.code": 1, "quoted.dst": 0x09080706, "quoted.proto": UNKNOWN, "ttl": 255}),
    ("a.b > c.d: icmp: 9.8.7.6 tcp port telnet unreachable", {"icmp.code": 3, "quoted.proto": 6, "quoted.dport": 23}),
    ("a.b > c.d: icmp: 9.8.7.6 unreachable - need to frag (mtu 576)", {"icmp.code": 4, "icmp.mtu": 576}),
    ("a.b > c.d: icmp: host e.f unreachable for c.d.1 > e.f.2: [|tcp] (DF) (ttl 63, id 9) (ttl 250, id 4)",
     {"ttl": 250, "id": 4, "df": 0, "quoted.ttl": 63, "quoted.id": 9, "quoted.df": 1, "quoted.sport": 1}),
    ("a.b > c.d: icmp: time exceeded in-transit [tos 0xc0]", {"icmp.type": 11, "icmp.code": 0, "tos": 0xC0}),
    ("0:0:c:1:2:3 0:0:c:4:5:6 ip 60: a.1 > b.2: S 5:5(0) win 512", {"len": 60, "vlan": None, "flags": 2}),
    ("snap 0:0:0:8:0 a.1 > b.2: F 0:0(0) win 2048", {"flags": 1}),
    ("truncated-ip - 20 bytes missing!1.2.3.4.1 > 5.6.7.8.2: S 5:5(0) win 512", {"seq": 5, "src": 0x01020304}),
    ("IP (tos 0x0, ttl  64, id 7, offset 0, flags [DF], proto: TCP (6), length: 60) 1.2.3.4.1 > 5.6.7.8.2: S, cksum "
     "0x1234 (correct), 5:5(0) win 512 <mss 1460>", {"ttl": 64, "df": 1, "seq": 5, "mss": 1460, "tcp.hlen": 40}),
    ("IP 1.2.3.4.1 > 5.6.7.8.2: S 5:5(0) win 512", {"df": UNKNOWN, "mf": UNKNOWN, "frag.offset": 0}),
    ("IP 1.2.3.4.1 > 5.6.7.8.2: tcp 12", {"proto": 6, "payload.len": 12, "flags": UNKNOWN, "options": UNKNOWN}),
    ("a.1 > b.2: ? 5:5(0) ack 3 win 1", {"proto": UNKNOWN, "flags": UNKNOWN, "sport": UNKNOWN}),
    ("IP 1.2.3.4 > 5.6.7.8: ip-proto-17", {"proto": 17, "sport": None, "frag.offset": UNKNOWN}),
    ("IP 1.2.3.4.1 > 5.6.7.8.2: Flags [none], win 8192, length 0", {"flags": 0, "seq": UNKNOWN, "payload": b""}),
    ("IP 1.2.3.4.1 > 5.6.7.8.2: UDP, length 3000", {"udp.len": 3008, "payload.len": UNKNOWN}),
    ("IP (tos 0x0, id 7, offset 0, flags [none], proto TCP (6), length 40) 1.2.3.4.1 > 5.6.7.8.2: "
     "Flags [S], seq 5, win 1, length 0", {"ttl": 0}),
    ("eth0  In  IP 1.2.3.4.1 > 5.6.7.8.2: Flags [S], seq 5, win 1, length 0", {"seq": 5, "options": ()}),
    ("IP6 fe80::1%eth0.5353 > ff02::fb.5353: 0 PTR (QM)? x.local. (33)",
     {"src": V6 | 0xFE80 << 112 | 1, "udp.len": 41}),
    ("IP6 2001:db8::1 > 2001:db8::2: frag (0x63:0|104) 1 > 2: UDP, length 192",
     {"id": 0x63, "frag.offset": 0, "sport": 1, "udp.len": 200, "payload.len": 96}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SHAPES)
def test_shape(read: Read, line: str, expected: dict[str, object]) -> None:
    packets, report = read(OLD + line + "\n")
    assert len(packets) == 1
    assert not report.undecoded
    assert {field: packets[0].get(field) for field in expected} == expected


SYN = "a.1 > b.2: S 5:5(0) win 512"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (f"{SYN}\n{SYN}\n", [None, None]),
        (f"10:00:00.5 {SYN}\n22:30:00 {SYN}\n09:00:00.000001 {SYN}\n", [36000.5, 81000, 118800.000001]),
        (f"10:00:00 {SYN}\n09:00:00 {SYN}\n", [36000, 32400]),
        (f"1000000000.000001 {SYN}\n", [1000000000.000001]),
        (f"2001-09-09 01:46:40.000001 {SYN}\n", [1000000000.000001]),
        (f" 00:00:00.000000 {SYN}\n 00:00:05.000000 {SYN}\n 00:00:01.000000 {SYN}\n", [0, 5, 6]),
        (f" 00:00:00.000000 {SYN}\n 00:00:05.000000 {SYN}\n 00:00:07.000000 {SYN}\n", [0, 5, 7]),
    ],
)
def test_clocks(read: Read, text: str, seconds: list[float | None]) -> None:
    packets, _ = read(text)
    assert [None if p.time_ns is None else p.time_ns // 1000 / 1e6 for p in packets] == seconds


@pytest.mark.parametrize(
    "text",
    [
        "10:00:00 a.1 > b.2:\r\nS 5:5(0) win 512\r\n10:00:01 a.1 > b.3:\r\n\tS 5:5(0) win 512\r\n",
        "1. 10:00:00.0 a.1 > b.2: S 5:5(0)\nwin 512\n2. 10:00:01.0 a.1 > b.3: S 5:5(0) win\n512\n",
        "> 10:00:00 a.1 > b.2: S 5:5(0) win 512\n> 10:00:01 a.1 > b.3: S 5:5(0)\n> win 512\n",
        "# a comment\n\n    10:00:00 a.1 > b.2: S 5:5(0) win 512\n    10:00:01 a.1 >\n    b.3: S 5:5(0) win 512\n",
        "reading from file x, link-type EN10MB\n10:00:00 a.1 > b.2: S 5:5(0) win 512\n"
        "10:00:01 a.1 > b.3: S 5:5(0) win 512\n2 packets captured\n",
        "10:00:00 a.1 > b.2: S 5:5(0) win 512\n\t0x0000:  4510 003c 0007\n10:00:01 a.1 > b.3: S 5:5(0) win 512\n",
    ],
)
def test_what_mail_and_editors_add_is_taken_off(read: Read, text: str) -> None:
    packets, report = read(text)
    assert [p.get("dport") for p in packets] == [2, 3], report
    assert [p.get("window") for p in packets] == [512, 512]
    assert not report.warnings.total


def test_other_packets_are_counted_and_kept(read: Read) -> None:
    packets, report = read(
        "10:00:00 ARP, Request who-has 1.1.1.1 tell 2.2.2.2, length 28\n10:00:00 arp who-has a tell b\n"
    )
    assert [p.get("src") for p in packets] == [None, None]
    assert report.undecoded == {"ARP": 1, "arp": 1}


def test_prose_is_told_of_by_line_and_then_by_number(read: Read) -> None:
    packets, report = read("10:00:00 a.1 > b.2: S 5:5(0) win 512\n" + "Lorem ipsum dolor.\n" * 30)
    assert len(packets) == 1
    assert report.warnings.total == 21
    assert report.warnings.first[0] == "line 2: not part of a packet"
    assert report.warnings.first[-1] == "10 more lines are not part of a packet"


def test_what_is_no_trace_is_told_clearly(read: Read) -> None:
    packets, report = read("Dear reader,\nthis is a letter.\n")
    assert not packets
    assert "no line of this text is a packet" in report.warnings.first[-1]
    assert not looks_like_tcpdump("Dear reader,\nthis is a letter: a > b\n")
    assert not looks_like_tcpdump(b"\xd4\xc3\xb2\xa1\x02\0\x04\0")
    assert looks_like_tcpdump("IP 1.2.3.4 > 5.6.7.8: ICMP echo request, id 1, seq 2, length 64\n")


def test_text_of_a_payload_starts_no_packet(read: Read) -> None:
    forged = "\t10:00:01.000000 IP 6.6.6.6.6 > 7.7.7.7.7: Flags [S], seq 1, win 1, length 0\n"
    text = "10:00:00.000000 IP 1.2.3.4.1 > 5.6.7.8.80: Flags [P.], seq 1:9, ack 1, win 1, length 8: HTTP\n"
    packets, _ = read(text + forged)
    assert len(packets) == 1


def test_a_name_in_another_encoding_is_kept(read: Read) -> None:
    packets, _ = read(b"10:00:00 h\xf4te.fr.1 > b.2: S 5:5(0) win 512\n")
    assert packets[0].get("src") == "hôte.fr"


def test_lines_without_end_are_cut() -> None:
    report = ReadReport()
    stream = io.BytesIO(
        b"10:00:00 a.1 > b.2: S 5:5(0) win 512 " + b"x" * 300_000 + b"\n10:00:01 a.1 > b.3: S 5:5(0) win 512\n"
    )
    assert [p.get("dport") for p in read_tcpdump(stream, report)] == [2, 3]
    assert report.warnings.first == ["a line longer than 65536 bytes was cut"]
