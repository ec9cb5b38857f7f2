"""Each format as its specification has it, and with what real files do to it."""

from __future__ import annotations

import struct

import pytest

from matcher.formats import LARGEST_RECORD, sniff
from tests.formats.capture_bytes import (
    FRAMES,
    block,
    enhanced,
    interface,
    option,
    padded,
    pcap,
    pcapng,
    read,
    section,
    snoop,
)

SECOND = 1_000_000_000
START = 1_000_000_000 * SECOND


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(
    ("magic", "extra", "fraction"),
    [(0xA1B2C3D4, b"", 123_456_000), (0xA1B23C4D, b"", 123_456), (0xA1B2CD34, bytes(8), 123_456_000)],
    ids=["microseconds", "nanoseconds", "modified"],
)
def test_pcap_variants(order: str, magic: int, extra: bytes, fraction: int) -> None:
    records, report = read(pcap(order=order, magic=magic, extra=extra))
    assert [record.captured for record in records] == FRAMES
    assert [record.frame for record in records] == [1, 2, 3, 4, 5]
    assert [record.time_ns for record in records] == [START + at * SECOND + fraction for at in range(5)]
    assert [record.length for record in records] == [len(frame) + 7 for frame in FRAMES]
    assert report.records == 5
    assert not report.damage.total
    assert not report.warnings.total


def test_pcap_linktype_leaves_out_the_checksum_bits() -> None:
    records, _ = read(pcap(linktype=0x2400_0000 | 113))
    assert {record.linktype for record in records} == {113}


def test_pcap_of_another_version_is_read_with_a_warning() -> None:
    records, report = read(pcap(version=(543, 0)))
    assert len(records) == 5
    assert report.warnings.first == ["pcap version 543.0 is read as 2.4"]


def test_pcap_before_version_2_4_may_have_its_lengths_swapped() -> None:
    data = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 3, 0, 0, 65535, 1) + struct.pack("<IIII", 1, 2, 9, 4) + b"abcd"
    records, _ = read(data)
    assert [(record.captured, record.length) for record in records] == [(b"abcd", 9)]


def test_pcap_fraction_of_more_than_a_second_counts_on() -> None:
    records, _ = read(pcap(frames=[b"x"], time=(1, 3_000_001)))
    assert records[0].time_ns == 4 * SECOND + 1000


@pytest.mark.parametrize("order", "<>")
def test_pcapng(order: str) -> None:
    records, report = read(pcapng(order=order))
    assert [record.captured for record in records] == FRAMES
    assert [record.time_ns for record in records] == [START + at * SECOND + 123_456_000 for at in range(5)]
    assert [record.length for record in records] == [len(frame) + 7 for frame in FRAMES]
    assert not report.damage.total


def test_pcapng_sections_have_their_own_byte_order_and_interfaces() -> None:
    data = pcapng(order="<") + section(">") + interface(">", linktype=101) + enhanced(">", b"E", 5)
    records, report = read(data)
    assert [record.linktype for record in records] == [1] * 5 + [101]
    assert records[-1].frame == 6
    assert records[-1].time_ns == 5000
    assert not report.damage.total


@pytest.mark.parametrize(
    ("resolution", "ticks", "time_ns"),
    [
        (0, 7, 7 * SECOND),
        (3, 7001, 7_001_000_000),
        (9, 7, 7),
        (12, 7_999, 7),
        (0x80, 7, 7 * SECOND),
        (0x80 | 10, 1536, SECOND + SECOND // 2),
        (0x80 | 32, 1 << 32 | 1 << 31, SECOND + SECOND // 2),
    ],
)
def test_pcapng_time_resolutions(resolution: int, ticks: int, time_ns: int) -> None:
    options = option("<", 9, bytes([resolution]))
    records, _ = read(section() + interface(options=options) + enhanced("<", b"x", ticks))
    assert records[0].time_ns == time_ns


def test_pcapng_time_offset_is_in_seconds_and_may_be_negative() -> None:
    options = option("<", 14, struct.pack("<q", -2))
    records, _ = read(section() + interface(options=options) + enhanced("<", b"x", 5_000_000))
    assert records[0].time_ns == 3 * SECOND


def test_pcapng_time_beyond_64_bits_is_no_time() -> None:
    records, report = read(section() + interface(options=option("<", 9, b"\0")) + enhanced("<", b"x", 1 << 63))
    assert records[0].time_ns is None
    assert report.warnings.total == 1


def test_pcapng_simple_packets_have_no_time_and_the_snap_length() -> None:
    data = section() + interface(snaplen=4) + block("<", 3, struct.pack("<I", 9) + b"abcd")
    data += block("<", 3, struct.pack("<I", 2) + b"ab")
    records, _ = read(data)
    assert [(record.time_ns, record.length, record.captured) for record in records] == [
        (None, 9, b"abcd"),
        (None, 2, b"ab"),
    ]


def test_pcapng_obsolete_packet_block() -> None:
    data = section(">") + interface(">") + interface(">", linktype=0)
    data += block(">", 2, struct.pack(">HHIIII", 1, 3, 0, 5, 3, 60) + b"abc")
    records, _ = read(data)
    assert [(r.linktype, r.time_ns, r.length, r.captured) for r in records] == [(0, 5000, 60, b"abc")]


def test_pcapng_blocks_without_packets_are_passed_over() -> None:
    large = block("<", 0x0BAD, bytes(600_000))
    records, report = read(section() + large + interface() + block("<", 5, bytes(12)) + enhanced("<", b"x", 1) + large)
    assert len(records) == 1
    assert not report.damage.total


def test_pcapng_length_that_is_no_multiple_of_four_is_rounded() -> None:
    body = struct.pack("<IIIII", 0, 0, 1, 1, 1) + b"x"
    odd = struct.pack("<II", 6, len(body) + 12) + padded(body) + struct.pack("<I", len(body) + 12)
    records, report = read(section() + interface() + odd)
    assert [record.captured for record in records] == [b"x"]
    assert report.warnings.total == 1


def test_snoop() -> None:
    records, report = read(snoop())
    assert [record.captured for record in records] == FRAMES
    assert [record.time_ns for record in records] == [START + at * SECOND + 123_456_000 for at in range(5)]
    assert [record.length for record in records] == [len(frame) + 7 for frame in FRAMES]
    assert {record.linktype for record in records} == {1}
    assert not report.damage.total


def test_snoop_of_an_unknown_link_says_so() -> None:
    for datalink, linktype in ((9, 0), (18, 123), (0x8000_0005, 226)):
        assert read(snoop(datalink=datalink))[0][0].linktype == linktype
    records, report = read(snoop(datalink=77))
    assert len(records) == 5
    assert report.warnings.first == ["snoop datalink type 77 is not decoded"]


HOSTILE = {
    "pcap length": (pcap([]) + struct.pack("<IIII", 1, 2, LARGEST_RECORD + 1, 4) + bytes(100), "claims 262145"),
    "pcap largest length": (pcap([]) + struct.pack("<IIII", 1, 2, 0xFFFF_FFFF, 4), "claims 4294967295"),
    "pcapng no interface": (section() + enhanced("<", b"x", 1), "names interface 0; 0 are described"),
    "pcapng other interface": (section() + interface() + enhanced("<", b"x", 1, number=7), "names interface 7"),
    "pcapng block of 0": (section() + struct.pack("<III", 6, 0, 0), "block of 0 bytes"),
    "pcapng block of 4 GB": (section() + struct.pack("<III", 6, 0xFFFF_FFFC, 0), "ends inside the block"),
    "pcapng captured length": (
        section() + interface() + block("<", 6, struct.pack("<IIIII", 0, 0, 0, 5000, 1)),
        "too short for 5000 bytes",
    ),
    "pcapng larger captured length": (
        section() + interface() + block("<", 6, struct.pack("<IIIII", 0, 0, 0, 0xFFFF_FFFF, 1)),
        "claims 4294967295",
    ),
    "pcapng lengths differ": (section()[:-1] + b"\x01", "differ"),
    "pcapng version": (
        block("<", 0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 2, 0, -1)),
        "version 2.0: only 1.x is known",
    ),
    "pcapng byte order": (block("<", 0x0A0D0D0A, struct.pack("<IHHq", 7, 1, 0, -1)), "byte-order magic 07000000"),
    "pcapng option": (section() + interface(options=struct.pack("<HH", 9, 4000)), "runs out of its block"),
    "pcapng options": (section() + struct.pack("<IIHHI", 1, 1 << 30, 1, 0, 0), "bytes of options"),
    "pcapng interfaces": (section() + interface() * 65_537, "more than 65536 interfaces"),
    "snoop length": (b"snoop\0\0\0" + struct.pack(">8I", 2, 4, 9, 0xFFFF_FFFF, 99, 0, 0, 0), "impossible lengths"),
    "snoop record": (b"snoop\0\0\0" + struct.pack(">8I", 2, 4, 9, 50, 40, 0, 0, 0) + bytes(99), "impossible lengths"),
    "nothing": (b"", "empty"),
    "something else": (b"GIF89a" * 9, "not a capture file"),
    "compress": (b"\x1f\x9d" + bytes(50), "compressed with compress: not supported yet"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lengths_are_damage_and_nothing_more(name: str) -> None:
    data, message = HOSTILE[name]
    records, report = read(data)
    assert records == []
    assert report.damage.total == 1
    assert message in report.damage.first[0]


def test_sniff_tells_formats_by_their_first_bytes() -> None:
    assert sniff(pcap()) == sniff(pcap(order=">")) == "pcap"
    assert sniff(pcapng()) == "pcapng"
    assert sniff(snoop()) == "snoop"
    assert sniff(b"00:00:01.5 IP a > b") is None
    assert sniff(b"") is None
