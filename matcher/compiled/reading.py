"""Captures in large reads: batches of records for the kernels, whatever the format.

Kernels walk what is ordinary. Where something is not (a new section, a damaged record, a clock beyond 64 bits), the
bytes are put back, the ordinary reader of `matcher.formats` goes on from there, and gives back when it is past it. So
records, their numbers and the report are those of `read_records`.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from matcher.compiled.batch import NO_TIME, ROWS, Batch, Fetched
from matcher.compiled.pcapng import interface_table
from matcher.compiled.stretches import Stretches
from matcher.compiled.walk import walk_pcap, walk_pcapng
from matcher.formats import Growing, ReadReport, Record, Source, open_source, read_records, sniff
from matcher.formats.pcap import PcapHeader, read_pcap_records, take_pcap_header
from matcher.formats.pcapng import PcapngReader

__all__ = ["CHUNK", "can_read", "fetch", "read_batches", "unpacked_size", "wanted_of"]

CHUNK: Final = 1 << 20  # bytes of a read: what fits the cache beside the tables

_FORMATS = frozenset({"pcap", "pcapng", "snoop"})
_OFFSET, _LINKTYPE = 0, 4  # rows of a batch
_SHORTEST = 16  # bytes of a file that make a record, at least
_GATHERED = 4096  # records that the ordinary reader gives at a time
_PACKED = 4  # a capture shrinks to a fourth, about
_WORTH = 256  # records walked that make up for going to and fro


def can_read(name: str) -> bool:
    """Whether this is a regular file that holds a capture, compressed or not. Text is none here."""
    try:
        if not Path(name).is_file():
            return False
        with Path(name).open("rb", buffering=0) as stream:
            return open_source(stream, ReadReport())[1] in _FORMATS
    except (OSError, ValueError):
        return False


def unpacked_size(name: str) -> int:
    """About how many bytes of capture a file holds; so many as it has, where it is not packed.

    Raises:
        OSError: The file cannot be opened.
    """
    with Path(name).open("rb", buffering=0) as stream:
        return os.fstat(stream.fileno()).st_size * (_PACKED if _is_packed(stream) else 1)


def _is_packed(stream: io.FileIO) -> bool:
    return sniff(os.pread(stream.fileno(), 16, 0)) not in _FORMATS


def read_batches(
    name: str, report: ReadReport, chunk: int = CHUNK, index: Stretches | None = None, growing: Growing | None = None
) -> Iterator[Batch]:  # fmt: skip
    """The records of a capture file, in its order.

    Args:
        name: A file for which `can_read` says yes; what is none has no records, and the report says so.
        report: A new one; afterwards as `read_records` would leave it.
        chunk: Bytes of a read.
        index: Is filled in, for `fetch`. It stays empty for a file in which one cannot seek to a record: one
            that is compressed, or whose records depend on what was said before.
        growing: What waits at the end of a file that is still being written; None takes it as it is.

    Raises:
        OSError: The file cannot be opened. What goes wrong later is in the report.
    """
    with Path(name).open("rb", buffering=0) as stream:
        is_packed = _is_packed(stream)
        source, form = open_source(growing.again(stream) if growing else stream, report)
        if form == "pcap":
            header = take_pcap_header(source, report)
            if header is None:
                return
            if header.swapped:
                yield from _gathered(read_pcap_records(source, report, header))
            else:
                walk = _PcapWalk(source, report, header, None if is_packed else index)
                yield from _walked(source, walk, report, chunk)
        elif form == "pcapng":
            yield from _walked(source, _PcapngWalk(source, report), report, chunk)
        else:
            yield from _gathered(read_records(source, form, report))


def fetch(name: str, frames: npt.NDArray[np.int64], index: Stretches | None) -> Iterator[Fetched]:
    """Some records of a file, read again.

    Args:
        name: As for `read_batches`.
        frames: Their numbers, ascending, each once; int64[records].
        index: As the first reading filled it in; without one, or with an empty one, the file is read from its beginning
            up to the last of them.

    Raises:
        OSError: The file cannot be opened.
    """
    if not frames.size:
        return
    if index:
        yield from _sought(name, frames, index)
        return
    for batch, own in wanted_of(read_batches(name, ReadReport()), frames):
        yield Fetched.of(own, batch.data, batch.rows[:, own - batch.first])


def wanted_of(
    batches: Iterator[Batch], frames: npt.NDArray[np.int64]
) -> Iterator[tuple[Batch, npt.NDArray[np.int64]]]:  # fmt: skip
    """The batches from the first one on that are needed for some records, and which of these each has.

    Args:
        batches: Of a capture, from its beginning.
        frames: As for `fetch`.
    """
    done = 0
    for batch in batches:
        stop = int(np.searchsorted(frames, batch.first + batch.size))
        if stop > done:
            yield batch, frames[done:stop]
        done = stop
        if done == frames.size:
            return


def _sought(name: str, frames: npt.NDArray[np.int64], index: Stretches) -> Iterator[Fetched]:
    """The same records of a pcap file, each from the stretch that it is in."""
    with Path(name).open("rb", buffering=0) as stream:
        source, form = open_source(stream, ReadReport())
        header = take_pcap_header(source, ReadReport()) if form == "pcap" else None
        if header is None:
            raise OSError(f"{name} is no pcap file any more")
        walk = _PcapWalk(source, ReadReport(), header)
        table = np.empty((ROWS, 0), np.int64)
        for places, wanted in index.portions(frames):
            data = index.read(stream.fileno(), places)
            if table.shape[1] * _SHORTEST <= data.size:
                table = np.empty((ROWS, data.size // _SHORTEST + 1), np.int64)
            count, _, _ = walk.take(data, table)
            counts = index.firsts[places + 1] - index.firsts[places]
            numbers = np.repeat(index.firsts[places] - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
            if numbers.size != count:
                raise OSError(f"{name} is another file than it was")
            yield Fetched.of(wanted, data, table[:, np.searchsorted(numbers, wanted)])


class _Walk(Protocol):
    """What is particular to a format that kernels walk.

    Attributes:
        records: The ordinary reader, which goes on from wherever the source stands between two records.
    """

    records: Iterator[Record]

    def take(self, data: npt.NDArray[np.uint8], table: npt.NDArray[np.int64]) -> tuple[int, int, bool]:
        """Walk the records at the beginning of `data`: how many, their bytes, whether what follows is not ordinary."""
        ...


class _PcapWalk:
    def __init__(
        self, source: Source, report: ReadReport, header: PcapHeader, index: Stretches | None = None
    ) -> None:  # fmt: skip
        self.header = header
        self.records = read_pcap_records(source, report, header)
        self._source = source
        self._report = report
        self._index = index

    def take(self, data: npt.NDArray[np.uint8], table: npt.NDArray[np.int64]) -> tuple[int, int, bool]:
        header = self.header
        count, used, is_odd = walk_pcap(data, header.order == ">", header.tick, header.record.size, table)
        table[_LINKTYPE, :count] = header.linktype
        if count and self._index is not None:
            first, begin = self._report.records + 1, self._source.offset - data.size
            step = self._index.records
            offsets = begin + table[_OFFSET, :count:step] - header.record.size
            self._index.note(first + np.arange(0, count, step), offsets, first + count, begin + used)
        return count, used, is_odd


class _PcapngWalk:
    def __init__(self, source: Source, report: ReadReport) -> None:
        self.reader = PcapngReader(source, report)
        self.records = self.reader.records()
        self._table = interface_table(())
        self._section = self.reader.interfaces

    def take(self, data: npt.NDArray[np.uint8], table: npt.NDArray[np.int64]) -> tuple[int, int, bool]:
        described = self.reader.interfaces
        if described is not self._section:
            self._section, self._table = described, interface_table(())
        known = self._table.shape[1]
        if len(described) > known:  # one by one, where each has a few packets
            self._table = np.concatenate([self._table, interface_table(described[known:])], axis=1)
        return walk_pcapng(data, self.reader.order == ">", self._table, table)


def _walked(source: Source, walk: _Walk, report: ReadReport, chunk: int) -> Iterator[Batch]:
    """The records of a source that stands before one, by kernel and ordinary reader in turn."""
    left = np.empty(0, np.uint8)
    table = np.empty((ROWS, 0), np.int64)
    walked, turn = 0, 1
    while True:
        data = _with_more(left, source, chunk)
        is_odd = data.size == left.size
        if not is_odd:
            if table.shape[1] * _SHORTEST <= data.size:
                table = np.empty((ROWS, data.size // _SHORTEST + 1), np.int64)
            count, used, is_odd = walk.take(data, table)
            left = data[used:]
            if count:
                report.records += count
                walked += count
                yield Batch(data, table[:, :count].copy(), report.records - count + 1)
        if is_odd:
            source.put_back(left.tobytes())
            left = left[:0]
            records, is_more = _some(walk.records, turn)
            if records:
                yield _batch_of(records)
            if not is_more:
                return
            walked, turn = 0, 1 if walked >= _WORTH else min(2 * turn, _GATHERED)


def _with_more(left: npt.NDArray[np.uint8], source: Source, chunk: int) -> npt.NDArray[np.uint8]:
    """What is left of a read and the next one, which is as long at least: a record may be longer than a read."""
    data = np.empty(left.size + max(chunk, left.size), np.uint8)
    data[: left.size] = left
    data = data[: left.size + source.take_into(data[left.size :].data)]
    data.flags.writeable = False  # as arrays over bytes are: kernels are compiled for one of the two
    return data


def _gathered(records: Iterator[Record]) -> Iterator[Batch]:
    """Batches of what the ordinary reader gives."""
    is_more = True
    while is_more:
        taken, is_more = _some(records, _GATHERED)
        if taken:
            yield _batch_of(taken)


def _some(records: Iterator[Record], most: int) -> tuple[list[Record], bool]:
    """The next records, up to so many or somewhat more than `CHUNK` bytes, and whether there may be more."""
    taken: list[Record] = []
    size = 0
    while len(taken) < most and size < CHUNK:
        record = next(records, None)
        if record is None:
            return taken, False
        taken.append(record)
        size += len(record.captured)
    return taken, True


def _batch_of(records: Sequence[Record]) -> Batch:
    rows = np.empty((ROWS, len(records)), np.int64)
    caplens = [len(record.captured) for record in records]
    rows[0] = np.cumsum([0, *caplens[:-1]])
    rows[1] = caplens
    rows[2] = [record.length for record in records]
    rows[3] = [NO_TIME if record.time_ns is None else record.time_ns for record in records]
    rows[_LINKTYPE] = [record.linktype for record in records]
    return Batch(np.frombuffer(b"".join(record.captured for record in records), np.uint8), rows, records[0].frame)
