"""Batches hold the records of the ordinary readers, with the same numbers and the same report, whatever the file."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

import numpy as np

from matcher.compiled.batch import ROWS, Batch, record_of
from matcher.compiled.pcapng import interface_table
from matcher.compiled.reading import can_read, fetch, read_batches
from matcher.compiled.recall import Recall
from matcher.compiled.stretches import Stretches
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.formats.pcapng import Interface
from tests.compiled.frames import pcap_bytes, random_frames
from tests.formats.capture_bytes import FRAMES, block, enhanced, interface, option, pcap, pcapng, section, snoop
from tests.formats.test_damaged_files import PACKERS
from tests.formats.test_opened_captures import TEXT
from tests.shared import SHARED, needs_shared

CHUNKS = [1, 7, 4096, 1 << 20]
MOST = 2_000_000  # bytes of a real capture that CI has time for
LITTLE = 20_000  # bytes of one that is read in the smallest pieces
SOME = random_frames(3, 40)


def expected(path: Path) -> tuple[list[Record], ReadReport]:
    report = ReadReport()
    with path.open("rb") as stream:
        source, form = open_source(stream, report)
        return list(read_records(source, form, report)), report


def records_of(batches: Iterator[Batch]) -> list[Record]:
    found = []
    for batch in batches:
        assert batch.rows.shape == (ROWS, batch.size)
        assert batch.rows.flags.c_contiguous  # kernels are compiled for one layout
        assert not batch.data.flags.writeable
        found += [record_of(batch, row) for row in range(batch.size)]
    return found


def assert_alike(path: Path, chunk: int) -> None:
    records, report = expected(path)
    index, own = Stretches(), ReadReport()
    assert records_of(read_batches(str(path), own, chunk, index)) == records
    assert own == report
    wanted = [record for record in records if record.frame % 3 != 1]
    frames = np.array([record.frame for record in wanted], np.int64)
    for known in (index, None):
        assert list(chain.from_iterable(fetch(str(path), frames, known))) == wanted
    assert list(chain.from_iterable(Recall(str(path), Stretches()).of(frames).fetch(frames[::5]))) == wanted[::5]


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.*")), ids=lambda path: path.name)
def test_real_captures(path: Path) -> None:
    if not path.is_file() or path.stat().st_size > MOST:
        pytest.skip("a folder, or too large for every run")
    for chunk in CHUNKS if path.stat().st_size <= LITTLE else CHUNKS[2:]:
        assert_alike(path, chunk)


def option_of_clock(resolution: int, offset: int = 0) -> bytes:
    return option("<", 9, bytes([resolution])) + option("<", 14, struct.pack("<q", offset))


def clocks(ticks: int, offset: int) -> bytes:
    """Packets of an interface of every time resolution."""
    resolutions = [*range(30), 127, *range(128, 128 + 70), 255]
    described = b"".join(interface(options=option_of_clock(each, offset)) for each in resolutions)
    return section() + described + b"".join(enhanced("<", b"x", ticks, at) for at in range(len(resolutions)))


def simple(frame: bytes, order: str = "<") -> bytes:
    return block(order, 3, struct.pack(f"{order}I", len(frame)) + frame)


def obsolete(frame: bytes, number: int = 0, order: str = "<") -> bytes:
    drops = len(frame) - 1  # which must not be taken for the interface
    return block(order, 2, struct.pack(f"{order}HHIIII", number, drops, 1, 2, len(frame), len(frame) + 1) + frame)


OTHER = block("<", 4, b"names") + block("<", 5, bytes(8)) + block("<", 0xBAD, b"")
LONG = block("<", 0xBAD, bytes(3_000_000))
PLAIN: dict[str, bytes] = {
    **{f"pcap {order} {magic:x}": pcap_bytes(SOME, order=order, magic=magic)
       for order in "<>" for magic in (0xA1B2C3D4, 0xA1B23C4D, 0xA1B2CD34)},
    "pcap 2.2": pcap(version=(2, 2)), "pcap 2.3": pcap(SOME, version=(2, 3)), "pcap 2.9": pcap(version=(2, 9)),
    "pcap without packets": pcap([]), "pcap of a late time": pcap(time=(0xFFFF_FF00, 0xFFFF_FFFF)),
    "pcap of long packets": pcap([bytes(262_144), b"", bytes(262_143)]),
    "pcap of too long a packet": pcap(SOME) + pcap([bytes(262_145)])[24:] + pcap(SOME)[24:],
    "pcapng <": pcapng(SOME), "pcapng >": pcapng(SOME, ">"),
    "sections": (pcapng(SOME[:9]) + pcapng(SOME[9:], ">")) * 5,
    "sections alone": section() * 9 + pcapng() + section(">"),
    "interfaces between packets": section()
    + b"".join(interface(linktype=at) + enhanced("<", SOME[at], at, at) + enhanced("<", b"", at) for at in range(40)),
    "simple packets": section() + interface(snaplen=50) + b"".join(map(simple, SOME)) + OTHER + simple(b"y"),
    "simple packets >": section(">") + interface(">", snaplen=50) + b"".join(simple(each, ">") for each in SOME),
    "a simple packet before any interface": section() + simple(b"x"),
    "obsolete packets": section() + interface() + interface(linktype=101) + obsolete(b"abc", 1) + obsolete(b"a", 1),
    "obsolete packets >": section(">")
    + b"".join(interface(">", each) for each in (1, 101, 105)) + obsolete(b"abc", 1, ">") + obsolete(b"a", 2, ">"),
    "an interface that is not described": section() + interface() + enhanced("<", b"x", 1, 1),
    "other blocks": section() + OTHER + interface() + OTHER + enhanced("<", b"x", 1) + OTHER,
    "a very long block": pcapng() + LONG + pcapng(SOME) + LONG,
    "lengths that differ": pcapng(SOME)[:-4] + b"\x30\0\0\0" + pcapng(),
    "damage among sections": pcapng([b"x"]) * 9 + enhanced("<", b"x", 1)[:-1] + b"!" + enhanced("<", b"y", 1) * 9,
    "too long a packet": pcapng(SOME) + enhanced("<", bytes(262_145), 1) + pcapng(SOME),
    "a length that is no multiple of 4": pcapng() + struct.pack("<II", 0xBAD, 13) + bytes(4) + struct.pack("<I", 13),
    "too short blocks": pcapng() + struct.pack("<III", 6, 12, 12),
    "a packet longer than its block": pcapng() + block("<", 6, struct.pack("<IIIII", 0, 0, 0, 99, 99) + bytes(8)),
    "a packet that takes its block's end": pcapng() + block("<", 6, struct.pack("<IIIII", 0, 0, 0, 9, 9) + bytes(8)),
    **{f"clocks {ticks:x} {offset}": clocks(ticks, offset)
       for ticks in (0, 1_234_567_890_123_456_789, (1 << 63) - 1, 1 << 63, (1 << 64) - 1)
       for offset in (0, -3, 9_000_000_000, -(1 << 40))},
    "the least time": section() + interface(options=option_of_clock(9, -9_223_372_037))
    + b"".join(enhanced("<", b"x", 145_224_192 + more) for more in (-1, 0, 1)),
    "many interfaces": section() + b"".join(interface() + enhanced("<", SOME[0], 1, at) * 3 for at in range(40)),
    "snoop": snoop(SOME), "snoop of another link": snoop(datalink=99),
    "text": TEXT, "nothing": b"", "noise": bytes(300),
}  # fmt: skip
FILES = {**PLAIN, **{f"pcapng in {packing}": pack(pcapng(SOME)) for packing, pack in PACKERS.items()}}


@pytest.mark.parametrize("chunk", CHUNKS)
@pytest.mark.parametrize("name", FILES)
def test_files_of_every_kind(name: str, chunk: int, tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(FILES[name])
    if len(FILES[name]) > 100_000 and chunk < 4096:
        chunk *= 1000
    assert_alike(path, chunk)


@pytest.mark.parametrize("packing", PACKERS)
@pytest.mark.parametrize("chunk", [7, 1 << 20])
def test_compressed_files(packing: str, chunk: int, tmp_path: Path) -> None:
    path = tmp_path / "capture"
    for data in (pcap(SOME), pcapng(SOME), snoop(SOME)):
        packed = PACKERS[packing](data)
        for damaged in (packed, packed[:-5], packed[:-1], packed + b"!", PACKERS[packing](packed)):
            path.write_bytes(damaged)
            assert_alike(path, chunk)


@pytest.mark.parametrize("name", ["pcap < a1b2c3d4", "pcap > a1b2cd34", "pcapng >", "simple packets", "snoop"])
def test_cut_anywhere(name: str, tmp_path: Path) -> None:
    path = tmp_path / "capture"
    for cut in range(0, 700, 3):
        path.write_bytes(FILES[name][:cut])
        assert_alike(path, 4096 if cut % 2 else 20)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([name for name, data in PLAIN.items() if 100 < len(data) < 100_000]),
    st.integers(0, 1 << 32),
    st.sampled_from([20, 999, 1 << 20]),
)
def test_damage_anywhere(tmp_path: Path, name: str, seed: int, chunk: int) -> None:
    chance = random.Random(seed)
    data = bytearray(PLAIN[name])
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(8, len(data))
        data[at : at + chance.choice((0, 1, 1, 1))] = chance.choice((b"\0", b"\xff", b"\x01", b"", chance.randbytes(4)))
    path = tmp_path / "capture"
    path.write_bytes(data)
    assert_alike(path, chunk)


def test_more_records_than_16_bits_count(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    frames = [struct.pack(">I", at) for at in range(70_000)]
    for data in (pcap_bytes(frames), section() + interface() + b"".join(enhanced("<", each, 5) for each in frames)):
        path.write_bytes(data)
        index = Stretches()
        batches = list(read_batches(str(path), ReadReport(), 1 << 24, index))
        assert max(batch.size for batch in batches) > 65_536
        frame = np.array([1, 69_999], np.int64)
        found = chain.from_iterable(fetch(str(path), frame, index))
        assert [record.captured for record in found] == [frames[0], frames[69_998]]


def test_only_what_can_be_sought_has_an_index(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    for data, is_sought in ((pcap(), True), (PACKERS["gzip"](pcap()), False), (pcapng(), False), (snoop(), False)):
        path.write_bytes(data)
        index = Stretches()
        count = sum(batch.size for batch in read_batches(str(path), ReadReport(), 100, index))
        assert bool(index) == is_sought
        if is_sought:
            assert index.firsts[-1] == count + 1
            assert (index.offsets[0], index.offsets[-1]) == (24, len(data))


def test_fetching_reads_little_more_than_what_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    path = tmp_path / "capture"
    path.write_bytes(pcap_bytes(SOME * 40))
    index = Stretches()
    list(read_batches(str(path), ReadReport(), 10_000, index))
    assert len(index) > 50
    asked: list[tuple[int, int]] = []
    preadv = os.preadv

    def watched(file: int, buffers: list[memoryview], offset: int) -> int:
        asked.append((offset, len(buffers[0])))
        return preadv(file, buffers, offset)

    monkeypatch.setattr(os, "preadv", watched)
    firsts, offsets = index.firsts.tolist(), index.offsets.tolist()
    frames = np.array([firsts[2], firsts[2] + 1, firsts[4], firsts[5] + 3, firsts[9] - 1], np.int64)
    assert [record.frame for record in chain.from_iterable(fetch(str(path), frames, index))] == frames.tolist()
    assert asked == [(offsets[one], offsets[behind] - offsets[one]) for one, behind in ((2, 3), (4, 6), (8, 9))]


def test_nothing_is_fetched_where_nothing_is_asked_for(tmp_path: Path) -> None:
    assert not list(chain.from_iterable(fetch(str(tmp_path / "missing"), np.empty(0, np.int64), None)))


def test_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    for data, is_capture in (
        (pcap(), True), (pcapng(), True), (snoop(), True), (PACKERS["xz"](pcapng()), True), (TEXT, False), (b"", False),
        (PACKERS["gzip"](TEXT), False),
    ):  # fmt: skip
        path.write_bytes(data)
        assert can_read(str(path)) == is_capture
    assert not can_read(str(tmp_path))
    assert not can_read(str(tmp_path / "missing"))
    assert not can_read("nul\0")


def test_reading_that_fails_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from matcher.formats import Source

    def fail(buffer: memoryview) -> int:
        raise OSError("the disk is gone")

    path = tmp_path / "capture"
    path.write_bytes(pcap(FRAMES) + bytes(400_000))
    taken = Source.take_into

    def take_into(self: Source, buffer: memoryview) -> int:
        monkeypatch.setattr(self, "_read_into", fail)
        return taken(self, buffer)

    monkeypatch.setattr(Source, "take_into", take_into)
    report = ReadReport()
    assert len(records_of(read_batches(str(path), report))) >= len(FRAMES)
    assert report.damage.first[0] == "reading failed at byte 262144: the disk is gone"


def test_clocks_are_used_only_as_far_as_64_bits_reach() -> None:
    table = interface_table([Interface(1, 0, 10**6, 0), Interface(1, 0, 10**40, 0), Interface(1, 0, 10**6, 1 << 40)])
    assert table[4].tolist() == [(2**63 - 1) // 1000, -1, -1]
