"""Packets whose bytes stand below their lines: what -x, -xx, -X and -XX print is read like a capture."""

from __future__ import annotations

import io
import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matcher.capture import open_capture
from matcher.formats.record import LARGEST_RECORD
from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN, Packet
from matcher.tcpdump import read_tcpdump
from matcher.tcpdump.hexdump import HexDumps
from tests.tcpdump.conftest import Read, shared
from tests.tcpdump.test_against_tcpdump import TCPDUMP

LINE = "10:00:00.000000 IP 10.0.0.1.1234 > 10.0.0.2.80: Flags [S], seq 7, win 512, length 4\n"
ETHERNET = bytes.fromhex("45000000006402000000000108 00".replace(" ", ""))  # its addresses look like the start of IPv4
COOKED = bytes.fromhex("00000001000602000000000100000800")


def segment(**change: int) -> bytes:
    """An IPv4 packet with 4 bytes of payload, an acknowledgment number without ACK, an urgent pointer without URG."""
    value = {"src": 0x0A000001, "sport": 1234, "ttl": 57, "seq": 7, "ack": 99, "flags": 2, "urgent": 5} | change
    ip = struct.pack(">BBHHHBBH", 0x45, 0, 44, 3, 0x4000, value["ttl"], 6, 0)
    ends = struct.pack(">II", value["src"], 0x0A000002)
    tcp = struct.pack(">HHII", value["sport"], 80, value["seq"], value["ack"])
    return ip + ends + tcp + struct.pack(">HHHH", 5 << 12 | value["flags"], 512, 0, value["urgent"]) + b"GET "


def groups(data: bytes) -> str:
    digits = data.hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def numbered(data: bytes, text: bool = False, colon: str = ":") -> str:
    """As tcpdump prints them since 3.6, with the text of -X or without."""
    lines = []
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        shown = "".join(chr(byte) if 33 <= byte < 127 else "." for byte in part)
        lines.append(f"\t0x{at:04x}{colon}  {groups(part):39}" + (f"  {shown}" if text else ""))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def bare(data: bytes) -> str:
    """As tcpdump of 2000 printed them."""
    return "".join(f"\t\t\t {groups(data[at : at + 16])}\n" for at in range(0, len(data), 16))


SHOWN = {
    "ack": 99,
    "urgent": 5,
    "flags": 2,
    "ttl": 57,
    "id": 3,
    "df": 1,
    "payload": b"GET ",
    "payload.len": 4,
    "seq": 7,
}


NAMED = LINE.replace("10.0.0.1.", "a.host.").replace("10.0.0.2", "b")
NULL = struct.pack("<I", 2)  # BSD loopback: four bytes, so that only addresses tell where IP begins
STYLES = [numbered, bare, lambda data: numbered(data, text=True), lambda data: numbered(data, True, "")]


@pytest.mark.parametrize(
    ("line", "link"),
    [*((LINE, link) for link in (b"", ETHERNET, COOKED, NULL)), *((NAMED, link) for link in (b"", ETHERNET, COOKED))],
)
@pytest.mark.parametrize("style", STYLES, ids=["-x", "of 2000", "-X", "-X without colons"])
def test_bytes_are_decoded_whatever_stands_before_ip(read: Read, link: bytes, style: object, line: str) -> None:
    packets, report = read(line + style(link + segment()) + LINE)
    assert len(packets) == 2
    assert {name: packets[0].get(name) for name in SHOWN} == SHOWN
    assert (packets[0].get("src"), packets[0].get("caplen")) == (0x0A000001, len(link) + 44 if link else UNKNOWN)
    assert packets[0].time_ns == 36_000 * 10**9
    assert packets[1].get("ack") is UNKNOWN
    assert not report.warnings.total


@pytest.mark.parametrize("have", range(20, 45))
def test_what_was_snapped_is_taken_from_the_line(read: Read, have: int) -> None:
    packets, report = read(LINE + numbered(segment()[:have]))
    get = packets[0].get
    assert not report.warnings.total
    assert (get("src"), get("sport"), get("dport"), get("seq"), get("flags"), get("window"), get("ttl")) == (
        0x0A000001, 1234, 80, 7, 2, 512, 57,
    )  # fmt: skip
    assert get("ack") == (99 if have >= 32 else UNKNOWN)
    assert get("payload.len") == 4
    if have >= 40:
        assert get("payload") == b"GET "[: have - 40]


def test_where_bytes_and_line_contradict_the_bytes_count(read: Read) -> None:
    packets, report = read(LINE + numbered(segment(src=0x0A000009, sport=99)))
    assert (packets[0].get("src"), packets[0].get("sport")) == (0x0A000009, 99)
    assert report.warnings.first == ["line 1: the bytes of the hex dump contradict the line, and count (src, sport)"]
    assert "contradict" in packets[0].note


def test_a_line_that_cannot_be_read_is_outweighed_by_a_frame(read: Read) -> None:
    packets, report = read("10:00:00.000000 (invalid)\n" + numbered(ETHERNET + segment()))
    assert packets[0].get("ack") == 99
    assert not report.undecoded


@pytest.mark.parametrize("line", ["10:00:00 ARP, Request who-has 10.0.0.1 tell 10.0.0.2, length 28\n"])
def test_what_is_not_ip_stays_so(read: Read, line: str) -> None:
    arp = bytes.fromhex("0001080006040001020000000001 0a000001 000000000000 0a000002")
    for dump in (arp, bytes.fromhex("6000000000000200000000010806") + arp):
        packets, report = read(line + numbered(dump))
        assert packets[0].get("src") is None
        assert report.undecoded == {"ARP": 1}
        assert not report.warnings.total


def _lines(data: bytes) -> list[str]:
    return numbered(data).splitlines(keepends=True)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("0x0010:", "0x0020:", "the hex dump goes on at 0x0020 where 0x0010 is next"),
        ("0a00 0002", "0zz0 0002", "the hex dump is damaged at 0x0010"),
        ("04d2", "04dx", "the hex dump is damaged at 0x0014"),
        ("4500 002c", "45002c", "the hex dump is damaged at 0x0000"),
    ],
)
def test_bytes_end_where_the_dump_is_damaged(read: Read, old: str, new: str, fault: str) -> None:
    text = numbered(segment())
    assert old in text
    packets, report = read(LINE + text.replace(old, new, 1) + LINE)
    assert [packet.get("src") for packet in packets] == [0x0A000001] * 2
    assert packets[0].get("ack") is UNKNOWN
    assert report.warnings.first == [f"line 1: {fault}"]


def test_digits_alone_end_with_a_line_that_is_not_full(read: Read) -> None:
    lines = bare(segment()).splitlines(keepends=True)
    packets, report = read(LINE + "".join(lines) + lines[1])
    assert packets[0].get("ack") == 99
    assert report.warnings.first == ["line 1: the hex dump goes on behind a line that is not full, at 0x002c"]


def test_a_dump_behind_a_stray_line_is_taken_only_when_it_agrees(read: Read) -> None:
    stray = "garbage that was the next packet's line\n"
    packets, report = read(LINE + stray + numbered(segment(src=0x0A000009)))
    assert packets[0].get("src") == 0x0A000001
    assert packets[0].get("ack") is UNKNOWN
    packets, report = read(LINE + stray + numbered(segment()))
    assert packets[0].get("ack") == 99
    assert report.warnings.total == 1


def test_the_packet_is_the_last_of_several_dumps(read: Read) -> None:
    inner = numbered(b"x" * 40)
    packets, report = read(LINE + inner * 9 + numbered(segment()))
    assert packets[0].get("ack") == 99
    assert not report.warnings.total
    packets, report = read(LINE + numbered(segment()) + numbered(segment(src=0x0A000009)))  # whose line is lost
    assert (packets[0].get("src"), packets[0].get("ack")) == (0x0A000001, 99)


def test_a_dump_without_a_packet_is_told_of(read: Read) -> None:
    packets, report = read(numbered(segment()) + LINE)
    assert len(packets) == 1
    assert report.warnings.first[0] == "line 1: not part of a packet"


def test_dumps_are_bounded() -> None:
    dumps = HexDumps()
    line = groups(bytes(16))
    for at in range(0, LARGEST_RECORD + 160, 16):
        assert dumps.add(f"\t0x{at:04x}:  {line}")
    for _ in range(100):
        assert dumps.add(f"\t0x0000:  {line}")
    assert len(dumps.all[0].data) == LARGEST_RECORD
    assert "longer than" in dumps.all[0].fault
    assert len(dumps.all) == 4


REAL_CAPTURES = [
    "FoxIO-LLC+ja4/pcap/macos_tcp_flags.pcap",
    "zeek+zeek/testing/btest/Traces/snap-tcp.pcap",
    "lwerdna+filesamples/teardrop.pcap",
    "the-tcpdump-group+tcpdump/tests/icmp6-rfc8335.pcap",
    "the-tcpdump-group+tcpdump/tests/OSPFv3_multipoint_adjacencies.pcap",
    "derived/links/c-hdlc.pcap",
    "derived/links/fddi.pcap",
    "derived/links/80211.pcap",
    "derived/links/null-le-af24.pcap",
    "derived/links/eth-qinq-88a8.pcap",
    "derived/links/eth-snap.pcap",
    "derived/links/ppp-ether.pcap",
    "derived/links/atm-rfc1483.pcap",
    "ntop+nDPI/tests/cfgs/default/pcap/capwap.pcap",
    "kbandla+dpkt/examples/data/nb6-http.pcap",
]
OF_THE_RECORD = {"len", "caplen", "vlan"}  # which text shows with -e only


@pytest.mark.skipif(not Path(TCPDUMP).exists(), reason="tcpdump is not installed")
@pytest.mark.parametrize("name", REAL_CAPTURES)
@pytest.mark.parametrize("option", ["-x", "-xx", "-X", "-XX", "-v -x", "-e -XX", "-S -x"])
def test_text_with_dumps_says_what_the_capture_says(read: Read, name: str, option: str) -> None:
    capture = shared("captures") / name
    if not capture.exists():
        pytest.skip(f"{name} is not here")
    command = [TCPDUMP, "-nn", "-tt", *option.split(), "-c", "200", "-r", str(capture)]
    packets, report = read(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    with open_capture(str(capture)) as opened:
        captured = [packet for packet, _ in zip(opened.packets, packets, strict=False)]
    assert len(packets) == len(captured)
    assert not [message for message in report.warnings.first if "contradict" in message]
    shown = [(mine, real) for mine, real in zip(packets, captured, strict=True) if "dst" in real.fields]
    different = [mine.frame for mine, real in shown if _upper(mine) != _upper(real)]
    assert not different, (len(different), len(shown))


def _upper(packet: Packet) -> dict[str, object]:
    return {name: value for name, value in packet.fields.items() if name not in OF_THE_RECORD}


def check(text: str) -> None:
    report = ReadReport()
    packets = list(read_tcpdump(io.BytesIO(text.encode("utf-8", "replace")), report))
    assert report.records == len(packets)
    assert [packet.frame for packet in packets] == list(range(1, len(packets) + 1))


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=120), st.sampled_from([numbered, bare]), st.sampled_from(["", LINE, "10:00:00 IP6 a > b: x\n"])
)
@example(b"", numbered, LINE)
def test_any_bytes_in_a_dump(data: bytes, style: object, line: str) -> None:
    check(line + style(data) + LINE)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_mutated_dumps(data: st.DataObject) -> None:
    text = bytearray((LINE + numbered(ETHERNET + segment(), text=True) + LINE + bare(segment())).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(
            st.sampled_from([b"", b"\n", b" ", b"0x0000:", b"0xfffffff0: ", b"f" * 9, b"\t", b"zz", b"4500 "])
        )
        text[at : at + data.draw(st.integers(0, 6))] = piece
    check(text.decode("latin-1"))


@given(st.binary(min_size=20, max_size=70))
def test_digits_come_back(data: bytes) -> None:
    for lines in (numbered(data), numbered(data, text=True), bare(data)):
        dumps = HexDumps()
        assert all(dumps.add(line) for line in lines.splitlines())
        assert (bytes(dumps.all[0].data), dumps.all[0].fault, dumps.doubtful) == (data, "", False)
