"""The aggregates of an episode as words of its record: `matcher.aggregates` and its like, without `merge`.

A state is given by where it begins in the heap. What grows with the observations (sets, windows) is in blocks of
their own, doubled as they fill and never larger than the reach asks for.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    A_KIND,
    A_MODULUS,
    A_REACH,
    A_WINDOW,
    CONSTANT,
    COUNT,
    DIFFERENCES,
    DISTINCT,
    EXTENT,
    EXTREMES,
    FIRST,
    INTERVAL,
    LAST,
    RATE,
    STEP,
    WINDOW_COUNT,
    WINDOW_DISTINCT,
)
from matcher.compiled.memory import give_back, grown, take_block

__all__ = ["begin_state", "feed_state", "forget_state", "is_full"]

Ints = npt.NDArray[np.int64]

_FEW = 4  # values of a set that stand in the state itself
_LEAST = 16  # places of a set that has a block
_RING = 8  # words of a window, to begin with: like a set, it is doubled, and large blocks are powers of two


@inlined
def begin_state(heap: Ints, state: Scalar, kind: Scalar) -> None:
    """An empty state."""
    heap[state] = 0
    if kind in (DISTINCT, WINDOW_COUNT, WINDOW_DISTINCT):
        heap[state + 1] = 0


@inlined
def forget_state(heap: Ints, state: Scalar, kind: Scalar) -> None:
    """Give back what a state has in blocks of its own."""
    if kind in (DISTINCT, WINDOW_COUNT, WINDOW_DISTINCT):
        block = heap[state + 1]
        if block:
            give_back(heap, block, heap[state + 2] if kind == DISTINCT else heap[block])
            heap[state + 1] = 0


@inlined
def is_full(heap: Ints, plan: Ints, aggregate: Scalar, state: Scalar) -> Scalar:
    """Whether a set or window stopped counting at its reach."""
    kind = plan[aggregate + A_KIND]
    has_reach = kind in (DISTINCT, WINDOW_COUNT, WINDOW_DISTINCT)
    return has_reach and heap[state] >= plan[aggregate + A_REACH]


@lean_part
def feed_state(
    heap: Ints, plan: Ints, aggregate: Scalar, state: Scalar, time: Scalar, frame: Scalar, start: Scalar, value: Scalar
) -> None:  # fmt: skip
    """Take one more observation: its time and frame, when it began, and its value where the aggregate is over one."""
    kind = plan[aggregate + A_KIND]
    if kind == COUNT:
        heap[state] += 1
    elif kind == DISTINCT:
        _add_to_set(heap, state, plan[aggregate + A_REACH], value)
    elif kind in (FIRST, LAST):
        before = time < heap[state + 1] or (time == heap[state + 1] and frame < heap[state + 2])
        if not heap[state] or before == (kind == FIRST):
            heap[state], heap[state + 1], heap[state + 2] = 1, time, frame
    elif kind == EXTREMES:
        heap[state + 1] = min(heap[state + 1], value) if heap[state] else value
        heap[state + 2] = max(heap[state + 2], value) if heap[state] else value
        heap[state] = 1
    elif kind == CONSTANT:
        if not heap[state]:
            heap[state], heap[state + 1] = 1, value
        elif heap[state + 1] != value:
            heap[state] = 2
    elif kind == RATE:
        heap[state + 1] = min(heap[state + 1], time) if heap[state] else time
        heap[state + 2] = max(heap[state + 2], time) if heap[state] else time
        heap[state] += 1
    elif kind == INTERVAL:
        _add_interval(heap, state, time)
    elif kind == EXTENT:
        heap[state + 1] = min(heap[state + 1], start) if heap[state] else start
        heap[state + 2] = max(heap[state + 2], time) if heap[state] else time
        heap[state] = 1
    elif kind == STEP:
        _add_step(heap, state, plan[aggregate + A_MODULUS], value)
    elif kind == WINDOW_COUNT:
        _add_to_window(heap, state, plan[aggregate + A_WINDOW], plan[aggregate + A_REACH], time)
    else:
        _add_to_windowed_set(heap, state, plan[aggregate + A_WINDOW], plan[aggregate + A_REACH], time, value)


# --- sets: how many; a block, or none; up to four values, or how many places it has and whether 0 is one of them -----


@inlined
def _spread(value: Scalar) -> Scalar:
    mixed = np.uint64(value) * np.uint64(0x9FB2_1C65_1E98_DF25)
    return np.int64((mixed ^ mixed >> np.uint64(29)) & np.uint64(0x7FFF_FFFF_FFFF_FFFF))


@lean_part
def _add_to_set(heap: Ints, state: Scalar, reach: Scalar, value: Scalar) -> None:
    count = heap[state]
    if count >= reach:
        return
    if heap[state + 1]:
        is_new = _put(heap, state, value)
    elif count < _FEW:
        is_new = _put_here(heap, state, value)
    else:
        _move_to_block(heap, state)
        is_new = _put(heap, state, value)
    if not is_new:
        return
    heap[state] = count + 1
    if count + 1 == reach:  # nobody asks any more which values they were
        forget_state(heap, state, DISTINCT)
    elif 4 * (count + 1) > 3 * heap[state + 2] and heap[state + 1]:
        _enlarge(heap, state)


@inlined
def _put_here(heap: Ints, state: Scalar, value: Scalar) -> Scalar:
    """Whether the value is new, of few."""
    count = heap[state]
    for at in range(state + 2, state + 2 + count):
        if heap[at] == value:
            return False
    heap[state + 2 + count] = value
    return True


@inlined
def _move_to_block(heap: Ints, state: Scalar) -> None:
    """The values that stand in the state make room for what is said of a block."""
    one, two, three, four = heap[state + 2], heap[state + 3], heap[state + 4], heap[state + 5]
    _take_set_block(heap, state, _LEAST)
    heap[state + 3] = 0
    for value in (one, two, three, four):
        _put(heap, state, value)


@inlined
def _enlarge(heap: Ints, state: Scalar) -> None:
    block, places = heap[state + 1], heap[state + 2]
    _take_set_block(heap, state, 2 * places)
    for at in range(block, block + places):
        if heap[at]:
            _put(heap, state, heap[at])
    give_back(heap, block, places)


@lean_part
def _take_set_block(heap: Ints, state: Scalar, places: Scalar) -> None:
    """A word for each value, 0 where there is none: so a block has as many words as are given out together."""
    block = take_block(heap, places)
    for at in range(block, block + places):
        heap[at] = 0
    heap[state + 1], heap[state + 2] = block, places


@lean_part
def _put(heap: Ints, state: Scalar, value: Scalar) -> Scalar:
    """Whether the value is new to the block."""
    if value == 0:
        is_new = heap[state + 3] == 0
        heap[state + 3] = 1
        return is_new
    block, last = heap[state + 1], heap[state + 2] - 1
    at = _spread(value) & last
    while heap[block + at]:
        if heap[block + at] == value:
            return False
        at = (at + 1) & last
    heap[block + at] = value
    return True


# --- intervals: how many observations, first, last, least, greatest ---------------------------------------------------


@inlined
def _add_interval(heap: Ints, state: Scalar, time: Scalar) -> None:
    count = heap[state]
    if count == 0:
        heap[state + 1] = time
    else:
        interval = abs(time - heap[state + 2])
        heap[state + 3] = min(heap[state + 3], interval) if count > 1 else interval
        heap[state + 4] = max(heap[state + 4], interval) if count > 1 else interval
    heap[state + 2] = time
    heap[state] = count + 1


# --- steps: how many values, first, last, how many differences (-1: too many), then (difference, times) ---------------


@inlined
def _add_step(heap: Ints, state: Scalar, modulus: Scalar, value: Scalar) -> None:
    if heap[state] == 0:
        heap[state + 1], heap[state + 3] = value, 0
    elif heap[state + 3] >= 0:
        difference = value - heap[state + 2]
        if modulus:
            difference %= modulus
        _count_difference(heap, state, difference)
    heap[state + 2] = value
    heap[state] += 1


@inlined
def _count_difference(heap: Ints, state: Scalar, difference: Scalar) -> None:
    known = heap[state + 3]
    for at in range(state + 4, state + 4 + 2 * known, 2):
        if heap[at] == difference:
            heap[at + 1] += 1
            return
    if known == DIFFERENCES:
        heap[state + 3] = -1
        return
    heap[state + 4 + 2 * known], heap[state + 5 + 2 * known] = difference, 1
    heap[state + 3] = known + 1


# --- windows: the best; a ring of times: words, where the oldest is, how many -----------------------------------------


@lean_part
def _add_to_window(heap: Ints, state: Scalar, window: Scalar, reach: Scalar, time: Scalar) -> None:
    ring = heap[state + 1]
    if not ring:
        ring = take_block(heap, _RING)
        heap[ring], heap[ring + 1], heap[ring + 2] = _RING, 0, 0
        heap[state + 1] = ring
    room, oldest, count = heap[ring] - 3, heap[ring + 1], heap[ring + 2]
    while count and (count >= reach or heap[ring + 3 + oldest] < time - window):
        oldest = oldest + 1 if oldest + 1 < room else 0
        count -= 1
    if count == room:
        ring, oldest = _longer_ring(heap, ring, oldest, min(2 * heap[ring], 3 + reach)), 0
        heap[state + 1], room = ring, heap[ring] - 3
    at = oldest + count
    heap[ring + 3 + (at if at < room else at - room)] = time
    heap[ring + 1], heap[ring + 2] = oldest, count + 1
    heap[state] = max(heap[state], count + 1)


@lean_part
def _longer_ring(heap: Ints, ring: Scalar, oldest: Scalar, words: Scalar) -> Scalar:
    """A larger ring with the same times, the oldest first."""
    had = heap[ring] - 3
    fresh = take_block(heap, words)
    heap[fresh] = words
    for each in range(had):
        at = oldest + each
        heap[fresh + 3 + each] = heap[ring + 3 + (at if at < had else at - had)]
    give_back(heap, ring, 3 + had)
    return fresh


# --- windows of different values: the best; a list of (value, time of its last occurrence) by that time ---


@lean_part
def _add_to_windowed_set(
    heap: Ints, state: Scalar, window: Scalar, reach: Scalar, time: Scalar, value: Scalar
) -> None:  # fmt: skip
    block = heap[state + 1]
    if not block:
        block = take_block(heap, _RING)
        heap[block], heap[block + 1] = _RING, 0
        heap[state + 1] = block
    count = heap[block + 1]
    kept: Scalar = 0
    for each in range(count):  # without what is too old, and the value itself, which goes to the end
        at = block + 2 + 2 * each
        if heap[at] != value and heap[at + 1] >= time - window:
            if kept < each:
                heap[block + 2 + 2 * kept], heap[block + 3 + 2 * kept] = heap[at], heap[at + 1]
            kept += 1
    if kept >= reach:  # the oldest makes room
        for at in range(block + 2, block + 2 * kept):
            heap[at] = heap[at + 2]
        kept -= 1
    if 2 + 2 * (kept + 1) > heap[block]:
        words = heap[block]
        block = grown(heap, block, words, 2 * words)
        heap[block] = 2 * words
        heap[state + 1] = block
    heap[block + 2 + 2 * kept], heap[block + 3 + 2 * kept] = value, time
    heap[block + 1] = kept + 1
    heap[state] = max(heap[state], kept + 1)
