"""Records that will be needed again, in a file of their own.

In a capture that is compressed, or whose records depend on what was said before, one cannot seek. To find some thousand
packets, it has to be read from its beginning, and to show a million events some thousand packets are looked for very
often. So one reading copies all that will be needed to a file that has no name and ends with the process.

The file is made of pages. A page has a table of its records (number, captured bytes, bytes on the wire, time, link
type), as long for few of them as for many, and then their bytes.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.batch import Batch, records_at
from matcher.compiled.stretches import RECORDS, Stretches
from matcher.formats import Record

__all__ = ["Excerpt"]

Ints = npt.NDArray[np.int64]

_NUMBER, _CAPLEN = range(2)  # columns of a page's table; the others are those of a batch
_COLUMNS: Final = 5
_TABLE: Final = 8 * _COLUMNS * RECORDS  # bytes
_WORD: Final = 8  # bytes, to a multiple of which a page is filled up


class Excerpt:
    """Some records of a capture."""

    def __init__(self, wanted: Iterable[tuple[Batch, Ints]]) -> None:
        """Copy them.

        Args:
            wanted: Batches of the capture in their order, and of each the numbers of the records that are wanted,
                ascending, each once; int64[records], at least one.

        Raises:
            OSError: The capture cannot be read; or there is no room in the folder for temporary files.
        """
        self._file = tempfile.TemporaryFile(prefix="tracelore-")  # noqa: SIM115 - closed when nobody has the excerpt
        weakref.finalize(self, self._file.close)
        self._pages = Stretches()
        for batch, frames in wanted:
            self._add(batch, frames)
        self._file.flush()

    def records(self, frames: Ints) -> Iterator[Record]:
        """Some of them, as they stand in the capture.

        Args:
            frames: Their numbers, ascending, each once; int64[records]. All were copied.

        Raises:
            OSError: The file cannot be read.
        """
        if not frames.size:
            return
        for places, wanted in self._pages.portions(frames):
            data = self._pages.read(self._file.fileno(), places)
            starts = self._pages.starts(places)[:-1, None]
            words = data.view(np.int64)[starts // _WORD + np.arange(_TABLE // _WORD)]
            columns = words.reshape(-1, _COLUMNS, RECORDS).swapaxes(0, 1)
            offsets = starts + _TABLE + np.cumsum(columns[_CAPLEN], axis=1) - columns[_CAPLEN]
            is_one = columns[_NUMBER] != 0
            number, *others = (column[is_one] for column in columns)
            chosen = np.searchsorted(number, wanted)
            yield from records_at(data, wanted, np.stack([offsets[is_one], *others])[:, chosen])

    def _add(self, batch: Batch, frames: Ints) -> None:
        offset, *others = batch.rows[:, frames - batch.first]
        columns, memory = np.stack([frames, *others]), batch.data.data
        for first in range(0, frames.size, RECORDS):
            some = slice(first, first + RECORDS)
            table = np.zeros((_COLUMNS, RECORDS), np.int64)
            table[:, : frames[some].size] = columns[:, some]
            ends = offset[some] + columns[_CAPLEN, some]
            packets = b"".join(
                [memory[start:end] for start, end in zip(offset[some].tolist(), ends.tolist(), strict=True)]
            )
            begin = self._file.tell()
            self._file.write(table.tobytes() + packets + bytes(-len(packets) % _WORD))
            self._pages.note(frames[first : first + 1], np.array([begin]), int(frames[some][-1]) + 1, self._file.tell())
