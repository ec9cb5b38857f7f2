"""Which packets are in an event: told by a second reading, so that nothing need be kept of a packet meanwhile.

The episodes of one signature under one key are apart in time. So a packet is in that one which was open at its moment,
and the events of a run are all that must be known to find it: for each the key, the first moment and the last.

Where packets came too late to be put in order, one episode may lie within another. Each knows how many packets it
observed itself; a packet goes to the outermost that holds its moment and has not had all of its own yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean
from matcher.compiled.layout import R_FIRST, R_FIRST_FRAME, R_OWNER, R_PACKETS, R_PARTS, R_PRINT
from matcher.compiled.spans import S_PRINT, S_ROOM, S_WORDS, find_members, lay_out
from matcher.compiled.touches import Touched

__all__ = ["Membership", "count_members"]

Ints = npt.NDArray[np.int64]
Frames = npt.NDArray[np.uint64]
Integers = TypeVar("Integers", Ints, Frames)

_FEWEST_BITS: Final = 4  # of a print that choose a stretch of spans


class Membership:
    """Which packets are in the events of a run.

    Attributes:
        matched: How many packets are in an event, each counted once.
    """

    __slots__ = ("_ends", "_frames", "_heap", "_places", "_records", "_spans", "matched")

    def __init__(self, heap: Ints, records: Ints) -> None:
        """Of these events and what they were made of; no packets were met yet."""
        self.matched = 0
        self._heap = heap
        records = _reached(heap, records)
        own = np.empty(len(records), np.int64)
        count_own(heap, records, own)
        records, own = records[own > 0], own[own > 0]
        order = np.lexsort([heap[records + word] for word in (R_FIRST_FRAME, R_FIRST, R_OWNER, R_PRINT)])
        self._spans: Ints = np.empty(len(records) * S_WORDS, np.int64)
        lay_out(heap, records[order], own[order], self._spans)
        self._records, self._places = records, np.argsort(order)
        self._ends = np.zeros(0, np.int64)
        self._frames: Frames = np.zeros(0, np.uint64)

    def take(self, touched: Iterable[Touched], *, keeps_frames: bool) -> None:
        """Meet the packets of the capture, in its order."""
        if keeps_frames:
            self._ends = np.cumsum(self._spans[S_ROOM::S_WORDS])
            self._frames = np.zeros(int(self._ends[-1]) if self._ends.size else 0, np.uint64)
        starts, shift = _stretches(self._spans[S_PRINT::S_WORDS])
        for each in touched:
            packets = each.packets
            self.matched += find_members(
                each.acts, each.touches, packets.frame, packets.time, self._spans, starts, shift, self._ends,
                self._frames,
            )  # fmt: skip

    def frames(self, record: int) -> Frames:
        """The packets of an event, those of the events that it observed among them: frames, ascending, each once."""
        if not self._heap[record + R_PARTS]:
            return self._own(record)
        reached = _reached(self._heap, np.array([record], np.int64)).tolist()
        return _distinct(np.concatenate([self._own(each) for each in reached]))

    def _own(self, record: int) -> Frames:
        at = int(np.searchsorted(self._records, record))
        if at == len(self._records) or self._records[at] != record:
            return np.zeros(0, np.uint64)
        place = int(self._places[at])
        start = self._ends[place - 1] if place else 0
        return self._frames[start : self._ends[place] - self._spans[place * S_WORDS + S_ROOM]]


def count_members(heap: Ints, records: Ints, touched: Iterable[Touched], *, keeps_frames: bool) -> Membership:
    """Find the packets of events.

    Args:
        heap: Of an engine that has finished, for a plan that is `tracked`.
        records: int64[events]: all events, those that others explain included.
        touched: The packets of the capture that match a pattern, read again in its order, with the nodes that they
            concern: the same fingerprints as in the run, so that the scanner must have the same secret.
        keeps_frames: Whether `Membership.frames` will be asked; it takes 8 bytes for each packet of an episode.
    """
    found = Membership(heap, records)
    found.take(touched, keeps_frames=keeps_frames)
    return found


def _reached(heap: Ints, records: Ints) -> Ints:
    """These records and all that they were made of, each once, ascending."""
    reached = found = _distinct(records)
    while found.size:
        parts = np.empty(list_parts(heap, found, np.empty(0, np.int64)), np.int64)
        list_parts(heap, found, parts)
        found = _distinct(parts)
        reached = _distinct(np.concatenate([reached, found])) if found.size else reached
    return reached


def _distinct(numbers: Integers) -> Integers:
    """Each once, ascending. `numpy.unique` hashes them first, which takes ten times as long."""
    ascending = np.sort(numbers)
    is_new = np.ones(len(ascending), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=is_new[1:])
    return ascending[is_new]


def _stretches(prints: Ints) -> tuple[Ints, int]:
    """Where in ascending prints those begin that share their leading bits; how many bits of a print follow these.

    Prints are spread evenly, so that a stretch holds few keys: one look tells of most keys that they are not there.
    """
    bits = max(_FEWEST_BITS, len(prints).bit_length() + 1)
    leading = (prints >> 64 - bits) + (1 << bits - 1)
    starts = np.zeros((1 << bits) + 1, np.int64)
    np.cumsum(np.bincount(leading, minlength=1 << bits), out=starts[1:])
    return starts, 64 - bits


@lean
def list_parts(heap: Ints, records: Ints, parts: Ints) -> Scalar:
    """The events that records observed, as far as there is room in `parts`; how many they are."""
    count = 0
    for record in records:
        part = heap[record + R_PARTS]
        while part:
            if count < parts.shape[0]:
                parts[count] = heap[part + 1]
            count += 1
            part = heap[part]
    return count


@lean
def count_own(heap: Ints, records: Ints, own: Ints) -> None:
    """How many packets each record observed itself, not through an event. Fills `own`, int64[records]."""
    for at in range(records.shape[0]):
        count = heap[records[at] + R_PACKETS]
        part = heap[records[at] + R_PARTS]
        while part:
            count -= heap[heap[part + 1] + R_PACKETS]
            part = heap[part]
        own[at] = count
