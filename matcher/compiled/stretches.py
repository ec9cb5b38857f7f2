"""Where records are in a file: a place for every few of them, so that to read one again takes little more than it."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["RECORDS", "Portion", "Stretches"]

Ints = npt.NDArray[np.int64]
Portion = tuple[Ints, Ints]  # places of stretches, and the records of them that are wanted

RECORDS: Final = 32  # of a stretch, to begin with: some KB
_ENOUGH: Final = 1 << 20  # records: more than are walked at a time
_AT_A_TIME: Final = 1 << 22  # bytes that are read together; a stretch that has more is read alone


class Stretches:
    """Stretches of a file, one behind the other, with at least one record each. Records have ascending numbers.

    Attributes:
        records: How many a stretch that is noted from now on should have, at the most.
    """

    def __init__(self, most: int | None = None) -> None:
        """Where there are more than `most`, neighbours become one, so that memory is bounded."""
        # Behind the last of each: the number that comes next, and where the stretch ends.
        self._firsts = array("q")
        self._offsets = array("q")
        self._most = most
        self.records = RECORDS

    def __len__(self) -> int:
        """How many there are."""
        return max(0, len(self._firsts) - 1)

    @property
    def firsts(self) -> Ints:
        """Number of the first record of each, and one more than the last number of all."""
        return np.frombuffer(self._firsts, np.int64)

    @property
    def offsets(self) -> Ints:
        """Where in the file each begins, and where the last one ends."""
        return np.frombuffer(self._offsets, np.int64)

    def note(self, firsts: Ints, offsets: Ints, behind: int, end: int) -> None:
        """Add the next ones.

        Args:
            firsts: Number of the first record of each.
            offsets: Where in the file it begins.
            behind: One more than the number of the last record.
            end: Where the last stretch ends.
        """
        for column, more, last in ((self._firsts, firsts, behind), (self._offsets, offsets, end)):
            del column[-1:]
            column.frombytes(more.tobytes())
            column.append(last)
        while self._most is not None and len(self) > self._most:
            self._join()

    def _join(self) -> None:
        for column in (self._firsts, self._offsets):
            last = column.pop()
            column[:] = column[::2]
            column.append(last)
        self.records = min(2 * self.records, _ENOUGH)

    def portions(self, frames: Ints) -> Iterator[Portion]:
        """The stretches that hold some records, as many at a time as should be read together.

        Args:
            frames: Numbers of the records, ascending, each once; int64[records].
        """
        offsets = self.offsets
        places, begins = np.unique(np.searchsorted(self.firsts, frames, "right") - 1, return_index=True)
        read = np.cumsum(offsets[places + 1] - offsets[places])
        cuts = np.flatnonzero(np.diff(read // _AT_A_TIME)) + 1
        yield from zip(np.split(places, cuts), np.split(frames, begins[cuts]), strict=True)

    def starts(self, places: Ints) -> Ints:
        """Where each of some stretches begins when they stand one behind the other, and where the last one ends."""
        sizes = self.offsets[places + 1] - self.offsets[places]
        return np.concatenate([[0], np.cumsum(sizes)])

    def read(self, file: int, places: Ints) -> npt.NDArray[np.uint8]:
        """The bytes of some stretches, one behind the other.

        Args:
            file: Its descriptor. Where it stands does not matter, nor does it move.
            places: Of the stretches, ascending.

        Raises:
            OSError: The file cannot be read, or is shorter than it was.
        """
        offsets, starts = self.offsets, self.starts(places)
        is_apart = np.append(True, places[1:] != places[:-1] + 1)
        begins = np.append(starts[:-1][is_apart], starts[-1]).tolist()
        data = np.empty(begins[-1], np.uint8)
        memory = data.data
        for at, end, offset in zip(begins, begins[1:], offsets[places[is_apart]].tolist(), strict=False):
            _fill(memory[at:end], file, offset)
        data.flags.writeable = False  # as arrays over bytes are: kernels are compiled for one of the two
        return data


def _fill(memory: memoryview, file: int, offset: int) -> None:
    done = 0
    while done < len(memory):
        size = os.preadv(file, [memory[done:]], offset + done)
        if not size:
            raise OSError("the capture became shorter while its packets were still needed")
        done += size
