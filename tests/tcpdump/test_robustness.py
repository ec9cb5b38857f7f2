"""Whatever the bytes, reading ends, and nothing is raised."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN
from matcher.tcpdump import looks_like_tcpdump, read_tcpdump
from sigdsl.fields import FIELDS

REAL = [
    "14:05:27.083238 ftp.client.org.1057 > ftp.server.edu.21: S 1484414:1484414(0) win 8192 "
    "<mss 536,nop,nop,sackOK> (DF)",
    "21:03:59.711106 snap 0:0:0:8:0 scanner.net.53 > host201.victim.org.21: F 0:0(0) win 2048 (ttl 48, id 55097)",
    "10:00:00 IP (tos 0x0, ttl 64, id 3, offset 0, flags [+, DF], proto TCP (6), length 51, options (RR 1.1.1.1,NOP))\n"
    "    1.2.3.4.1 > 5.6.7.8.2: Flags [P.U], cksum 0x1 (incorrect -> 0x2), seq 1:4, ack 1, win 2, urg 3, "
    "options [sack 1 {1:2},TS val 1 ecr 2], length 3",
    "10:00:00 IP6 (class 0x1, flowlabel 0x2, hlim 3, next-header Options (0) payload length: 59) a::1 > b::2: "
    "HBH (padn) frag (0x1:8|9) 53 > 53: [udp sum ok] UDP, bad length 7 > 3",
    "10:00:00 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 9: vlan 5, p 0, ethertype IPv4 "
    "(0x0800), 1.2.3.4 > 5.6.7.8: ICMP 1.2.3.4 udp port 53 unreachable, length 36\n"
    "\tIP 1.2.3.4.5 > 6.7.8.9.53: UDP, length 1",
    "10:00:00 a > b: icmp: host c unreachable for b.1 > c.2: [|tcp] (DF) (ttl 63, id 1) "
    "(frag 1:2@8+) [tos 0x1] (ttl 2, id 3)",
    "10:00:00 MPLS (label 16, tc 0, [S], ttl 255)\n\tIP 1.2.3.4.1 > 5.6.7.8.2: Flags [S], seq 5, win 1, length 0",
]  # fmt: skip


def check(data: bytes) -> None:
    report = ReadReport()
    for packet in read_tcpdump(io.BytesIO(data), report):
        for name, value in packet.fields.items():
            assert name in FIELDS
            if isinstance(value, int) and FIELDS[name].bits and name not in ("src", "dst", "quoted.src", "quoted.dst"):
                assert 0 <= value < 1 << FIELDS[name].bits, (name, value)
            assert value is UNKNOWN or isinstance(value, int | str | bytes | tuple)
    looks_like_tcpdump(data)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_mutated_lines(data: st.DataObject) -> None:
    lines = bytearray("\n".join(data.draw(st.lists(st.sampled_from(REAL), min_size=1, max_size=3))).encode())
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, max(0, len(lines) - 1)))
        piece = data.draw(
            st.sampled_from([b"", b"\n", b"(", b")", b"[", b"<", b" > ", b":", b"9" * 20, b"\xff", b", ", b"'"])
        )
        lines[at : at + data.draw(st.integers(0, 6))] = piece
    check(bytes(lines))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([word for line in REAL for word in line.split(" ")]), max_size=40))
def test_shuffled_words(words: list[str]) -> None:
    check(("10:00:00 " + " ".join(words)).encode())


@pytest.mark.parametrize(
    "unit",
    [
        "10:00:00 a.1 > b.2: S 1:1(0) <", "(", "[", "<", " > ", "a > ", "> ", "nop,", ", length 1", " for ", "{", ": ",
        ".", "1.2.3.4 > 5.6.7.8:", "vlan 1, ", "HBH ",
        "(ttl ", "IP ", " IP (", "opt-1:", "HBH (()) ", "((", "a:", ", ", "9",
    ],
)  # fmt: skip
def test_long_lines_of_anything_are_read(unit: str) -> None:
    """Patterns are linear: one that were not would not come to an end here."""
    for head in (
        "",
        "10:00:00 ",
        "10:00:00 IP a.1 > b.2: ",
        "10:00:00 IP6 a::1 > b::2: ",
        "10:00:00 IP (",
        "10:00:00 a.1 > b.2: S 1:1(0) win 1 <",
    ):
        data = (head + unit * (60_000 // len(unit))).encode() + b"\n"
        check(data)
