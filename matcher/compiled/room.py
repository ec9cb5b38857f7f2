"""Room in the heap: memory that was given back, put together again.

A list of free blocks serves blocks of one size only. When the words that were never used run out, all free blocks are
put in the order of their places, and neighbours become one stretch. What was opened together lies together and ends
together, so that most stretches are long: those are used as if they never had been, the others go back to the lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean
from matcher.compiled.layout import H_END, H_FOUND_COUNT, H_FREE, H_LIMIT, H_NEXT, H_SOFT, H_SPARE, H_WAITING, SMALL
from matcher.compiled.memory import BEHIND, COUNT, PLACES, give_back_all

__all__ = ["RESERVE", "Room", "is_short"]

Ints = npt.NDArray[np.int64]

RESERVE: Final = 1 << 18  # words that are free before a packet is taken: what it may need at the most, by far
_LISTS: Final = SMALL + 64
_SHIFT: Final = 32  # of a place in one word with the number of its block's words: there may be a million blocks
_WORDS: Final = (1 << _SHIFT) - 1
_WORTH: Final = 32  # to put memory together must give one in so many of all words, or it would be done all the time
_SCARCE: Final = 8  # where less than one in so many words is free, or more are in use from beyond, something must end
_USEFUL: Final = 4  # of the words in the lists, one in so many is relied on: blocks may be too small for what is wanted
_EVENT_WORDS: Final = 48  # of the record of an event and its evidence, mostly
_OVERDRAWN: Final = 1 << 19  # words beyond the memory
_STEP: Final = 2 << 20  # words by which room for events grows


@lean
def list_free(heap: Ints, found: Ints) -> Scalar:
    """Free blocks into int64[most], place << 32 | words. Returns how many there are; what has no room is counted."""
    count = np.int64(0)
    for waiting in range(H_FREE, H_FREE + _LISTS):
        words = waiting - H_FREE if waiting < H_FREE + SMALL else np.int64(1) << (waiting - H_FREE - SMALL)
        page = heap[waiting]
        while page:
            for place in range(heap[page + COUNT] + 1):
                if count < found.shape[0]:
                    found[count] = (heap[page + PLACES + place - 1] if place else page) << _SHIFT | words
                count += 1
            page = heap[page + BEHIND]
    return count


@lean
def join_neighbours(blocks: Ints) -> Scalar:
    """Of blocks in the order of their places, neighbours become one. Returns how many are left, at the beginning."""
    left = np.int64(0)
    for at in range(1, blocks.shape[0]):
        place, words = blocks[left] >> _SHIFT, blocks[left] & _WORDS
        if place + words == blocks[at] >> _SHIFT:
            blocks[left] += blocks[at] & _WORDS
        else:
            left += 1
            blocks[left] = blocks[at]
    return left + 1


@lean
def take_long(blocks: Ints, least: Scalar, long: Ints) -> Scalar:
    """Blocks of so many words, and the longest of all, into `long`, in their order; they leave blocks of no words.

    Returns how many there are. Of a million blocks, nothing else is copied: this is done where memory is short.
    """
    longest: Scalar = np.int64(0)
    count = np.int64(0)
    for at in range(1, blocks.shape[0]):
        if blocks[at] & _WORDS > blocks[longest] & _WORDS:
            longest = at
    for at in range(blocks.shape[0]):
        if at == longest or blocks[at] & _WORDS >= least:
            long[count] = blocks[at]
            blocks[at] &= ~_WORDS
            count += 1
    return count


@lean
def give_blocks_back(heap: Ints, blocks: Ints) -> None:
    """Blocks, as `list_free` has them, go to the lists."""
    for at in range(blocks.shape[0]):
        give_back_all(heap, blocks[at] >> _SHIFT, blocks[at] & _WORDS)


@inlined
def is_short(heap: Ints, is_last_resort: Scalar, needed: Scalar) -> Scalar:
    """Whether so many words should not be taken now: most blocks in the lists serve others, or are cut up for them.

    Nor should they where these do not serve at all: when too much was taken from beyond the memory.
    """
    left, waiting = heap[H_LIMIT] - heap[H_NEXT], heap[H_WAITING]
    lacks = (left + waiting) // 2 < needed if is_last_resort else left + waiting // _USEFUL < needed
    return lacks or heap[H_SPARE] > heap[H_SOFT]


class Room:
    """The memory of a run: so many words for what is open, and more as events are found, which have to be kept."""

    def __init__(self, heap: Ints, fixed: int, words: int) -> None:
        """Of a heap, the first `fixed` words are in use, and `words` in all may be.

        Raises:
            MemoryError: That is not enough for anything.
        """
        if fixed + 4 * RESERVE > words:
            raise MemoryError(f"{words} words are too few for these signatures")
        self._heap = heap
        self._words = words
        self._stretches: list[tuple[int, int]] = []
        heap[H_NEXT], heap[H_LIMIT] = fixed, words
        heap[H_SPARE], heap[H_END] = words, len(heap)
        self._limit()

    @property
    def is_tight(self) -> bool:
        """Whether hardly more than the reserve is left."""
        return self._useful < 2 * RESERVE

    @property
    def is_overdrawn(self) -> bool:
        """Whether much was taken from beyond the memory, for lack of free blocks of the right sizes."""
        return bool(self._heap[H_SPARE] > self._heap[H_SOFT])

    @property
    def _useful(self) -> int:
        """Words that can be relied on."""
        return self._left + int(self._heap[H_WAITING]) // _USEFUL

    @property
    def _beyond(self) -> int:
        """Words from beyond the memory that are not there for events; less than nothing where these need more."""
        held = int(self._heap[H_FOUND_COUNT]) * _EVENT_WORDS
        return int(self._heap[H_SPARE]) - self._words - held

    @property
    def _free(self) -> int:
        """Words that are not in use."""
        return self._left + int(self._heap[H_WAITING]) + sum(words for _, words in self._stretches)

    @property
    def _left(self) -> int:
        return int(self._heap[H_LIMIT] - self._heap[H_NEXT])

    def more(self) -> bool:
        """Find memory that is free. False when there is too little: something has to end."""
        if self.is_overdrawn:
            self._put_together()
            self._limit()
            return self._beyond <= self._words // _SCARCE <= self._free
        if not self.is_tight:
            return True
        if not self._stretches and (self._beyond + _STEP > 0 or not self.grow()):
            if self._free < self._words // _WORTH:
                return False
            self._put_together()
            return self._useful >= 2 * RESERVE
        self._open(*self._stretches.pop())
        return True

    @contextmanager
    def overdraft(self) -> Iterator[None]:
        """For a while, memory may be overdrawn: to end what is open takes some as well, but mostly gives more back."""
        before = int(self._heap[H_SPARE])
        self._heap[H_SOFT] = self._heap[H_END]
        yield
        if self._heap[H_SPARE] > before + _OVERDRAWN:
            self._put_together()
        self._limit()

    def _limit(self) -> None:
        """From here on so much may be taken from beyond the memory, and no more."""
        self._heap[H_SOFT] = self._heap[H_SPARE] + _OVERDRAWN

    def grow(self) -> bool:
        """Use more memory, for the records of the events that were found. False where the heap has no more."""
        place = int(self._heap[H_SPARE])
        if place + _STEP > len(self._heap):
            return False
        self._stretches.append((place, _STEP))
        self._heap[H_SPARE] = place + _STEP
        self._heap[H_SOFT] += _STEP
        return True

    def _open(self, place: int, words: int) -> None:
        """Go on in another stretch; what is left of this one goes to the lists."""
        start, left = int(self._heap[H_NEXT]), self._left
        self._heap[H_NEXT], self._heap[H_LIMIT] = place, place + words
        give_blocks_back(self._heap, np.array([start << _SHIFT | left], np.int64))

    def _put_together(self) -> None:
        heap = self._heap
        rest = [(int(heap[H_NEXT]), self._left), *self._stretches]
        rest = [each for each in rest if each[1]]
        count = int(list_free(heap, np.empty(0, np.int64)))
        blocks = np.empty(count + len(rest), np.int64)
        if not len(blocks):
            return
        list_free(heap, blocks[:count])
        blocks[count:] = [place << _SHIFT | words for place, words in rest]
        blocks.sort()
        joined = blocks[: join_neighbours(blocks)]
        heap[H_FREE : H_FREE + _LISTS] = 0
        heap[H_WAITING] = 0
        long = np.empty(len(heap) // (2 * RESERVE) + 2, np.int64)
        long = long[: take_long(joined, 2 * RESERVE, long)]
        give_blocks_back(heap, joined)
        stretches = zip((long >> _SHIFT).tolist(), (long & _WORDS).tolist(), strict=True)
        *self._stretches, (place, words) = sorted(stretches, key=lambda stretch: stretch[1])
        heap[H_NEXT], heap[H_LIMIT] = place, place + words  # however short: what ends needs some room too
