"""Records that will be needed again, in a file of their own.

In a capture that is compressed, or whose records depend on what was said before, one cannot seek. To find some thousand
packets, it has to be read from its beginning, and to show a million events some thousand packets are looked for very
often. So one reading copies all that will be needed to a file that has no name and ends with the process. Several
captures that are read as one are copied whole, in the order in which they are one.

The file is made of pages. A page has a table of its records, as long for few of them as for many, and then their bytes.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.batch import NO_TIME, Batch, Fetched
from matcher.compiled.stretches import RECORDS, Stretches
from matcher.formats import Record

__all__ = ["Excerpt"]

Ints = npt.NDArray[np.int64]

# Columns of a page's table: number, then as the rows of a batch from its second on, then the number in the record's own
# capture, and which one that is.
_NUMBER, _CAPLEN, _OWN, _CAPTURE = 0, 1, 5, 6
_COLUMNS: Final = 7
_TABLE: Final = 8 * _COLUMNS * RECORDS  # bytes
_WORD: Final = 8  # bytes, to a multiple of which a page is filled up


class Excerpt:
    """Records, found by their numbers.

    Attributes:
        size: Bytes of their packets.
    """

    def __init__(self) -> None:
        self.size = 0
        self._file = tempfile.TemporaryFile(prefix="tracelore-")  # noqa: SIM115 - closed when nobody has the excerpt
        weakref.finalize(self, self._file.close)
        self._pages = Stretches()
        self._captures: dict[str, int] = {"": 0}

    @classmethod
    def of(cls, wanted: Iterable[tuple[Batch, Ints]]) -> Excerpt:
        """Some records of a capture.

        Args:
            wanted: Batches of the capture in their order, and of each the numbers of the records that are wanted,
                ascending, each once; int64[records], at least one.

        Raises:
            OSError: The capture cannot be read; or there is no room in the folder for temporary files.
        """
        made = cls()
        for batch, frames in wanted:
            made._copy(batch, frames)
        made._file.flush()
        return made

    @classmethod
    def whole(cls, records: Iterable[Record]) -> Excerpt:
        """All of some records, of several captures: they are numbered anew, from 1.

        Raises:
            OSError: There is no room in the folder for temporary files.
        """
        made, number, left = cls(), 1, iter(records)
        while page := list(islice(left, RECORDS)):
            made._write(number, page)
            number += len(page)
        made._file.flush()
        return made

    def batches(self) -> Iterator[Batch]:
        """All of them, where their numbers follow one another.

        Raises:
            OSError: The file cannot be read.
        """
        for places, _ in self._pages.portions(self._pages.firsts[:-1]) if self._pages else ():
            data, columns, offsets = self._read(places)
            rows = np.stack([offsets, *columns[_CAPLEN:_OWN]])
            yield Batch(data, rows, int(columns[_NUMBER, 0]))

    def fetch(self, frames: Ints) -> Iterator[Fetched]:
        """Some of them, as they stand in their captures, with the numbers that they have there.

        Args:
            frames: Numbers by which they are found, ascending, each once; int64[records].

        Raises:
            OSError: The file cannot be read.
        """
        names = list(self._captures)
        for places, wanted in self._pages.portions(frames) if frames.size else ():
            data, columns, offsets = self._read(places)
            chosen = np.searchsorted(columns[_NUMBER], wanted)
            rows = np.stack([offsets, *columns[_CAPLEN:_OWN]])[:, chosen]
            captures = [names[which] for which in columns[_CAPTURE, chosen].tolist()] if len(names) > 1 else ()
            yield Fetched.of(columns[_OWN, chosen], data, rows, captures)

    def _read(self, places: Ints) -> tuple[npt.NDArray[np.uint8], Ints, Ints]:
        """Pages: their bytes, the columns of all records in them, and where in the bytes each record is."""
        data = self._pages.read(self._file.fileno(), places)
        starts = self._pages.starts(places)[:-1, None]
        words = data.view(np.int64)[starts // _WORD + np.arange(_TABLE // _WORD)]
        columns = words.reshape(-1, _COLUMNS, RECORDS).swapaxes(0, 1)
        offsets = starts + _TABLE + np.cumsum(columns[_CAPLEN], axis=1) - columns[_CAPLEN]
        is_one = columns[_NUMBER] != 0
        return data, columns[:, is_one], offsets[is_one]

    def _copy(self, batch: Batch, frames: Ints) -> None:
        offset, *others = batch.rows[:, frames - batch.first]
        columns, memory = np.stack([frames, *others, frames, np.zeros_like(frames)]), batch.data.data
        starts, ends = offset.tolist(), (offset + columns[_CAPLEN]).tolist()
        for first in range(0, frames.size, RECORDS):
            some = slice(first, first + RECORDS)
            packets = [memory[start:end] for start, end in zip(starts[some], ends[some], strict=True)]
            self._page(columns[:, some], b"".join(packets))

    def _write(self, number: int, records: list[Record]) -> None:
        """A page of records, the first of which has this number."""
        rows = [
            (len(each.captured), each.length, NO_TIME if each.time_ns is None else each.time_ns, each.linktype,
             each.frame, self._captures.setdefault(each.capture, len(self._captures)))
            for each in records
        ]  # fmt: skip
        columns = np.array([(number + at, *row) for at, row in enumerate(rows)], np.int64).T
        self._page(columns, b"".join([each.captured for each in records]))

    def _page(self, columns: Ints, packets: bytes) -> None:
        table = np.zeros((_COLUMNS, RECORDS), np.int64)
        table[:, : columns.shape[1]] = columns
        begin = self._file.tell()
        self._file.write(table.tobytes() + packets + bytes(-len(packets) % _WORD))
        numbers = columns[_NUMBER]
        self._pages.note(numbers[:1], np.array([begin]), int(numbers[-1]) + 1, self._file.tell())
        self.size += len(packets)
