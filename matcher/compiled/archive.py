"""The events that were found, out of the way: a long capture has more of them than fit into memory.

An event that nobody observes any more moves from the heap, where what is open needs the room, to an archive. There it
has the same form: its record, its evidence, and where its program is wide the list of the signatures that match. The
first ones stay in memory; when they are many, all go to a file that has no name and ends with the process.
"""

from __future__ import annotations

import mmap
import tempfile
from typing import IO, Any, Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.ending import release_record
from matcher.compiled.jit import Scalar, lean, lean_part
from matcher.compiled.layout import (
    H_FOUND,
    H_FOUND_COUNT,
    P_SIGNATURES,
    P_WIDE,
    R_COMMON,
    R_EVIDENCE,
    R_NEXT,
    R_OWNER,
    R_USES,
    S_RECORD,
    S_WORDS,
)

__all__ = ["Archive", "move_found"]

Ints = npt.NDArray[np.int64]

_AT_A_TIME: Final = 1 << 17  # words that are moved together: of thousands of events
_IN_MEMORY: Final = 1 << 19  # words: 4 MiB
_LOOKS: Final = 1 << 8  # into different windows of the file, before what was seen is forgotten: 16 MiB
_WINDOW_SHIFT: Final = 13  # words: the system brings in 64 KiB around each word, at the most


class Archive:
    """Records of events, moved here from a heap."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        """As long as there are no more words than these, they stay in memory."""
        self._most = in_memory
        self._words, self._places = _Column(), _Column()
        self._words.add(np.zeros(1, np.int64))  # nobody's place

    def take(self, heap: Ints, plan: Ints) -> None:
        """Take what has been found and is not waited for.

        Raises:
            OSError: There is no room in the folder for temporary files.
        """
        moved = -1
        while moved:
            words, places = np.empty(_AT_A_TIME, np.int64), np.empty(int(heap[H_FOUND_COUNT]), np.int64)
            moved, used = move_found(heap, plan, words, places, self._words.size)
            if moved:
                self._places.add(places[:moved])
                self._words.add(words[:used])
            if self._words.in_memory > self._most:
                self._words.spill()
                self._places.spill()

    def words(self) -> tuple[Ints, Ints]:
        """All that was taken: words, as of a heap, and where in them each record is."""
        return self._words.whole(), np.array(self._places.whole())


class _Column:
    """Words one after the other, in memory or in a file.

    Attributes:
        size: How many there are.
    """

    def __init__(self) -> None:
        self.size = 0
        self._parts: list[Ints] = []  # that are in no file
        self._file: IO[bytes] | None = None
        self._written = 0

    @property
    def in_memory(self) -> int:
        """How many are in no file."""
        return self.size - self._written

    def add(self, words: Ints) -> None:
        """Some more, which are copied."""
        self._parts.append(words.copy())
        self.size += len(words)

    def spill(self) -> None:
        """Let those in memory go to the file.

        Raises:
            OSError: There is no room in the folder for temporary files.
        """
        self._file = self._file or tempfile.TemporaryFile(prefix="tracelore-")  # noqa: SIM115 - ends with the process
        for part in self._parts:
            self._file.write(part.data)
        self._written = self.size
        self._parts.clear()

    def whole(self) -> Ints:
        """All of them."""
        if self._file is None:
            return np.concatenate([np.empty(0, np.int64), *self._parts])
        self.spill()
        self._file.flush()
        return _Spilled.of(mmap.mmap(self._file.fileno(), 8 * self.size, access=mmap.ACCESS_READ))


class _Spilled(np.ndarray[Any, np.dtype[np.int64]]):
    """The words of a file. What was looked at does not stay in memory."""

    _map: mmap.mmap | None = None
    _looks = 0

    @classmethod
    def of(cls, file: mmap.mmap) -> _Spilled:
        """All words of a mapped file."""
        words = np.frombuffer(file, np.int64).view(cls)
        words._map = file
        return words

    def __getitem__(self, which: Any) -> Any:
        words = self.view(np.ndarray)
        if self._map is None:
            return words[which]
        if not isinstance(which, np.ndarray):
            self._look(1)
            return words[which]
        places = which.reshape(-1)
        found = np.empty(places.size, np.int64)
        for first in range(0, places.size, _LOOKS):
            some = places[first : first + _LOOKS]
            found[first : first + _LOOKS] = words[some]
            windows = some >> _WINDOW_SHIFT
            self._look(1 + int(np.count_nonzero(windows[1:] != windows[:-1])))
        return found.reshape(which.shape)

    def _look(self, times: int) -> None:
        """Count looks into the file, and now and then let go of what they brought into memory."""
        self._looks += times
        if self._map is not None and self._looks >= _LOOKS:
            self._map.madvise(mmap.MADV_DONTNEED)
            self._looks = 0


@lean
def move_found(heap: Ints, plan: Ints, words: Ints, places: Ints, base: Scalar) -> tuple[Scalar, Scalar]:
    """Move events that nobody observes any more, as far as there is room.

    Args:
        heap, plan: The state of the run; the program.
        words: Filled in, int64[most]: the records, each followed by what it refers to.
        places: Filled in, int64[events in the heap]: where they are, counted from the beginning of the archive.
        base: The words that the archive has already.

    Returns:
        How many were moved, and how many words they take.
    """
    moved, used, waiting = np.int64(0), np.int64(0), np.int64(0)
    record, is_full = heap[H_FOUND], False
    while record:
        behind = heap[record + R_NEXT]
        size = plan[plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS + S_RECORD]
        evidence = heap[record + R_EVIDENCE]
        listed = -heap[record + R_COMMON] if plan[P_WIDE] and heap[record + R_COMMON] < -1 else np.int64(0)
        needed = size + (2 + 2 * heap[evidence + 1] if evidence else 0) + (2 + heap[listed + 1] if listed else 0)
        is_full |= used + needed > words.shape[0]
        if is_full or heap[record + R_USES] > 1:
            heap[record + R_NEXT] = waiting
            waiting = record
        else:
            places[moved] = base + used
            _copy(heap, record, size, words, used)
            if evidence:
                words[used + R_EVIDENCE] = base + used + size
                _copy(heap, evidence, 2 + 2 * heap[evidence + 1], words, used + size)
            if listed:
                at = used + needed - 2 - heap[listed + 1]
                words[used + R_COMMON] = -(base + at)
                _copy(heap, listed, 2 + heap[listed + 1], words, at)
            moved, used = moved + 1, used + needed
            heap[H_FOUND_COUNT] -= 1
            release_record(heap, plan, record)
        record = behind
    heap[H_FOUND] = waiting
    return moved, used


@lean_part
def _copy(heap: Ints, first: Scalar, size: Scalar, words: Ints, at: Scalar) -> None:
    for word in range(size):
        words[at + word] = heap[first + word]
