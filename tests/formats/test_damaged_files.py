"""Files that were cut: what was whole is delivered, and what was not is said."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tracemalloc
from collections.abc import Callable

import lz4.frame
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.formats import ReadReport, Source, open_source, read_records
from matcher.formats.frames import ZSTD
from tests.formats.capture_bytes import FRAMES, ends_of_records, pcap, pcapng, read, snoop

BUILDERS: dict[str, Callable[..., bytes]] = {"pcap": pcap, "pcapng": pcapng, "snoop": snoop}
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor(write_checksum=True).compress,
    "lz4": lambda data: lz4.frame.compress(data, content_checksum=True, block_checksum=True),
}
PADDED = ("gzip", "bzip2", "xz")  # zeros may follow their members


@pytest.mark.parametrize("name", BUILDERS)
def test_cut_at_every_byte(name: str) -> None:
    build = BUILDERS[name]
    whole = build()
    ends = ends_of_records(build)
    for size in range(len(whole) + 1):
        records, report = read(whole[:size])
        complete = sum(end <= size for end in ends[1:])
        # snoop's padding belongs to no packet: the last frame is whole before it
        assert complete <= len(records) <= complete + (name == "snoop")
        assert [record.captured for record in records] == FRAMES[: len(records)]
        clean = size in ends or (name == "pcapng" and size in (28, ends[0]))
        assert bool(report.damage.total) != clean, size


def test_damage_says_what_and_where() -> None:
    _, report = read(pcap()[: 24 + 16 + 60 + 16 + 1 + 16 + 16 + 40])
    assert report.damage.first == ["pcap ends inside record 4: 40 of 74 bytes, at byte 149"]


@pytest.mark.parametrize("form", PACKERS)
def test_compressed_files_read_like_others(form: str) -> None:
    pack = PACKERS[form]
    records, report = read(pack(pcap()))
    assert [record.captured for record in records] == FRAMES
    assert not report.damage.total


@pytest.mark.parametrize("form", PACKERS)
def test_members_of_a_compressed_file_join(form: str) -> None:
    pack, whole = PACKERS[form], pcap()
    joined = pack(whole[:70]) + pack(b"") + pack(whole[70:]) + (bytes(8) if form in PADDED else b"")
    records, report = read(joined)
    assert [record.captured for record in records] == FRAMES
    assert not report.damage.total


def test_compression_within_compression() -> None:
    records, _ = read(gzip.compress(lzma.compress(pcap())))
    assert len(records) == 5
    data = pcap()
    for _ in range(5):
        data = gzip.compress(data)
    records, report = read(data)
    assert not records
    assert report.damage.first == ["compressed with gzip more than 3 times over"]


@pytest.mark.parametrize("form", PACKERS)
def test_compressed_file_cut_at_every_byte(form: str) -> None:
    noise = random.Random(7)
    frames = [noise.randbytes(200) for _ in range(8)]
    packed = PACKERS[form](pcap(frames))
    most = 0
    for size in range(4, len(packed)):
        records, report = read(packed[:size])
        assert [record.captured for record in records] == frames[: len(records)]
        assert report.damage.total
        most = max(most, len(records))
    assert most >= 7


def test_gzip_with_a_wrong_checksum_gives_all_that_it_holds() -> None:
    packed = bytearray(gzip.compress(pcap()))
    packed[-5] ^= 1
    records, report = read(bytes(packed))
    assert len(records) == 5
    assert "incorrect data check" in report.damage.first[0]


def test_something_behind_compressed_data_is_said() -> None:
    records, report = read(gzip.compress(pcap()) + b"and more")
    assert len(records) == 5
    assert "something else follows" in report.damage.first[0]


class Failing(io.BytesIO):
    """A file on a medium that stops being readable."""

    def read1(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 100:
            raise OSError(5, "Input/output error")
        return super().read1(90)


def test_failing_medium_is_damage() -> None:
    report = ReadReport()
    source, form = open_source(Failing(pcap()), report)
    records = list(read_records(source, form, report))
    assert len(records) == 3
    assert "reading failed at byte 180" in report.damage.first[0]


class Dribble:
    """A pipe that gives a byte at a time and cannot seek."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size: int, /) -> bytes:
        return self._data.read(1)


@pytest.mark.parametrize("build", BUILDERS.values())
def test_slow_pipe(build: Callable[[], bytes]) -> None:
    report = ReadReport()
    source, form = open_source(Dribble(build()), report)
    assert [record.captured for record in read_records(source, form, report)] == FRAMES


def test_text_can_be_read_from_a_source() -> None:
    report = ReadReport()
    source, form = open_source(io.BytesIO(gzip.compress("één\ntwo\n".encode() * 50_000)), report)
    assert form is None
    lines = list(io.TextIOWrapper(io.BufferedReader(source), "utf-8"))
    assert len(lines) == 100_000
    assert lines[:2] == ["één\n", "two\n"]


@pytest.mark.parametrize("form", PACKERS)
def test_memory_is_bounded(form: str) -> None:
    bomb = PACKERS[form](pcap([bytes(100_000)] * 200))
    tracemalloc.start()
    report = ReadReport()
    source, inside = open_source(io.BytesIO(bomb), report)
    count = sum(1 for _ in read_records(source, inside, report))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 200
    assert peak < (12_000_000 if form == "xz" else 3_000_000)  # xz keeps 8 MiB of past output


@pytest.mark.parametrize("form", [form for form in PACKERS if form != "xz"])  # whose streams are long when empty
def test_a_million_empty_pieces_take_no_memory(form: str) -> None:
    bomb = PACKERS[form](b"") * 20_000
    if form == "zstd":  # a frame of empty raw blocks; the header says that no length is known
        bomb = ZSTD + b"\x00\x58" + bytes(3) * 300_000 + b"\x01\0\0"
    tracemalloc.start()
    source, inside = open_source(io.BytesIO(bomb), report := ReadReport())
    assert (source.take(9), inside) == (b"", None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not report.damage.total
    assert peak < 3_000_000 + len(bomb)


def test_xz_that_needs_much_memory_is_refused() -> None:
    packed = [
        lzma.compress(pcap(), filters=[{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": size}])
        for size in (1 << 27, 1 << 28)
    ]
    assert len(read(packed[0])[0]) == 5
    report = ReadReport()
    source, form = open_source(io.BytesIO(packed[1]), report)
    assert (source.take(9), form) == (b"", None)
    assert report.damage.first == ["xz data need more memory than the 135,266,304 bytes that are given"]
    for preset in (6, 9 | lzma.PRESET_EXTREME):
        records, _ = read(lzma.compress(pcap(), preset=preset))
        assert len(records) == 5


@settings(deadline=None)
@given(st.data())
def test_readers_never_raise(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([pcap(), pcapng(), pcapng(order=">"), snoop()])))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    records, report = read(bytes(whole))
    assert report.records == len(records)
    assert [record.frame for record in records] == list(range(1, len(records) + 1))


@settings(deadline=None)
@given(st.sampled_from(list(PACKERS)), st.data())
def test_unpackers_never_raise(form: str, data: st.DataObject) -> None:
    packed = bytearray(PACKERS[form](pcap()))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(4, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    records, report = read(bytes(packed[: data.draw(st.integers(4, len(packed)))]))
    assert report.records == len(records)
    assert records == read(pcap())[0] or report.damage.total or report.warnings.total


@settings(deadline=None)
@given(st.binary(max_size=200), st.lists(st.integers(1, 40)))
def test_source_is_its_bytes_in_order(data: bytes, sizes: list[int]) -> None:
    source = Source(io.BytesIO(data), ReadReport())
    taken = b""
    for size in sizes:
        ahead = source.peek(size)
        piece = source.take(size)
        assert ahead == piece
        taken += piece
        assert source.offset == len(taken)
    assert taken == data[: sum(sizes)]
