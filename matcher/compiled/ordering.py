"""Packets put in the order of time: `matcher.reference` does it with a heap of 65,536, and so does this, where it must.

Captures are mostly in order. Then batches only wait until so many packets have followed that nothing can come before
them any more, and pass as they are. From the first packet that is earlier than one before it, a heap decides.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, kernel
from matcher.compiled.layout import LATE

__all__ = ["Observed", "Ordering"]

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_FIRST = -(1 << 63)


@dataclass(frozen=True, slots=True)
class Observed:
    """Packets that match a pattern.

    Attributes:
        frame: int64[packets]: their numbers in the capture.
        time: int64[packets], ns.
        flags: uint8[packets]: `UNTIMED`, `LATE` of `matcher.compiled.layout`.
        route: int64[packets]: the number of the set of patterns.
        values: int64[packets, kept].
        states: uint8[packets, kept].
    """

    frame: Ints
    time: Ints
    flags: Bytes
    route: Ints
    values: Ints
    states: Bytes

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.frame)

    def take(self, which: Ints | slice) -> Observed:
        """Some of them."""
        return Observed(
            self.frame[which], self.time[which], self.flags[which], self.route[which], self.values[which],
            self.states[which],
        )  # fmt: skip

    def joined(self, other: Observed) -> Observed:
        """These and then the others."""
        return Observed(
            np.concatenate([self.frame, other.frame]),
            np.concatenate([self.time, other.time]),
            np.concatenate([self.flags, other.flags]),
            np.concatenate([self.route, other.route]),
            np.concatenate([self.values, other.values]),
            np.concatenate([self.states, other.states]),
        )


class Ordering:
    """Puts batches in order.

    Attributes:
        late: How many packets came later than could be put in order.
    """

    def __init__(self, look_ahead: int) -> None:
        self.late = 0
        self._look_ahead = look_ahead
        self._queue: deque[Observed] = deque()
        self._held = 0
        self._latest = _FIRST
        self._passed: tuple[int, int] = (_FIRST, 0)  # time and frame of the last packet that was let go
        self._heap: _Heap | None = None

    def add(self, batch: Observed) -> Iterator[Observed]:
        """Take a batch, and give those packets whose turn has come."""
        if not batch.size:
            return
        if self._heap is None and self._is_in_order(batch):
            self._queue.append(batch)
            self._held += batch.size
            self._latest = int(batch.time[-1])
            while self._queue and self._held - self._queue[0].size >= self._look_ahead:
                passed = self._queue.popleft()
                self._held -= passed.size
                self._passed = int(passed.time[-1]), int(passed.frame[-1])
                yield passed
            return
        if self._heap is None:
            yield from self._begin_heap()
        assert self._heap is not None
        yield self._sorted(batch, self._look_ahead)

    def finish(self) -> Iterator[Observed]:
        """Give what is left."""
        if self._heap is None:
            yield from self._queue
            self._queue.clear()
        elif self._heap.waiting is not None:
            yield self._sorted(self._heap.waiting.take(slice(0, 0)), 0)

    def _is_in_order(self, batch: Observed) -> bool:
        return bool(batch.time[0] >= self._latest) and not bool((batch.time[1:] < batch.time[:-1]).any())

    def _begin_heap(self) -> Iterator[Observed]:
        """What the heap would have let go by now, and the heap with the rest."""
        self._heap = _Heap()
        self._heap.passed[:] = self._passed
        while self._queue:
            batch = self._queue.popleft()
            done = min(batch.size, max(0, self._held - self._look_ahead))
            if done:
                yield batch.take(slice(0, done))
                self._heap.passed[0], self._heap.passed[1] = batch.time[done - 1], batch.frame[done - 1]
            self._held -= batch.size if done == batch.size else done
            if done < batch.size:
                self._heap.fill(batch.take(slice(done, None)))
                break
        for batch in self._queue:
            self._heap.fill(batch)
        self._queue.clear()

    def _sorted(self, batch: Observed, look_ahead: int) -> Observed:
        assert self._heap is not None
        released = self._heap.push(batch, look_ahead)
        self.late += int((released.flags & LATE != 0).sum())
        return released


class _Heap:
    """Packets that wait, the earliest on top.

    Attributes:
        waiting: They, in any order.
        places: int64[waiting]: a binary heap of places in it.
        passed: int64[2]: the latest moment that was let go: time and frame.
    """

    def __init__(self) -> None:
        self.waiting: Observed | None = None
        self.places: Ints = np.zeros(0, np.int64)
        self.passed: Ints = np.array([_FIRST, 0], np.int64)

    def fill(self, batch: Observed) -> None:
        """Add what is in order and not earlier than anything here."""
        self.waiting = batch if self.waiting is None else self.waiting.joined(batch)
        self.places = np.arange(self.waiting.size)  # ascending is a heap

    def push(self, batch: Observed, look_ahead: int) -> Observed:
        """Add packets one by one, and let go what is more than may wait."""
        had = len(self.places)
        together = batch if self.waiting is None else self.waiting.joined(batch)
        heap = np.empty(together.size + 1, np.int64)
        heap[:had] = self.places
        order = np.empty(together.size, np.int64)
        late = np.zeros(together.size, np.uint8)
        left, released = _sift(together.time, together.frame, heap, had, look_ahead, order, late, self.passed)
        # What waits stands in the order of the heap from now on.
        self.waiting = together.take(heap[:left])
        self.places = np.arange(left)
        found = together.take(order[:released])
        found.flags[:] |= late[:released]
        return found


@kernel
def _sift(
    time: Ints, frame: Ints, heap: Ints, size: Scalar, look_ahead: Scalar, order: Ints, late: Bytes, passed: Ints
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """Push what is behind the first `size`, pop what is over `look_ahead`: how many are left, and were let go."""
    released = 0
    for new in range(size, time.shape[0]):
        heap[size] = new
        size += 1
        at = size - 1
        while at and _is_before(time, frame, heap[at], heap[(at - 1) >> 1]):
            heap[at], heap[(at - 1) >> 1] = heap[(at - 1) >> 1], heap[at]
            at = (at - 1) >> 1
        if size > look_ahead:
            size = _pop(time, frame, heap, size, order, late, passed, released)
            released += 1
    while size > look_ahead:
        size = _pop(time, frame, heap, size, order, late, passed, released)
        released += 1
    return size, released


@kernel
def _is_before(time: Ints, frame: Ints, one: Scalar, other: Scalar) -> Scalar:
    return time[one] < time[other] or (time[one] == time[other] and frame[one] < frame[other])


@kernel
def _pop(
    time: Ints, frame: Ints, heap: Ints, size: Scalar, order: Ints, late: Bytes, passed: Ints, released: Scalar
) -> Scalar:  # fmt: skip
    first = heap[0]
    order[released] = first
    if time[first] < passed[0] or (time[first] == passed[0] and frame[first] < passed[1]):
        late[released] = LATE
    else:
        passed[0], passed[1] = time[first], frame[first]
    size -= 1
    heap[0] = heap[size]
    at = 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and _is_before(time, frame, heap[child + 1], heap[child]):
            child += 1
        if not _is_before(time, frame, heap[child], heap[at]):
            break
        heap[at], heap[child] = heap[child], heap[at]
        at = child
    return size
