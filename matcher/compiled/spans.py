"""Spans: from when to when the episodes of a run were open, and which of them holds a packet."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean, lean_inlined
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    ASKED,
    R_FIRST,
    R_FIRST_FRAME,
    R_LAST,
    R_LAST_FRAME,
    R_OWNER,
    R_PRINT,
    T_COUNT,
    T_ROWS,
)
from matcher.compiled.prefetch import prefetch
from matcher.compiled.touches import NOBODY

__all__ = ["S_PRINT", "S_ROOM", "S_WORDS", "find_members", "lay_out"]

Ints = npt.NDArray[np.int64]
Frames = npt.NDArray[np.uint64]

# Spans stand in the order of key, owner and first moment; so many words each:
S_PRINT: Final = 0
S_OWNER: Final = 1
S_FIRST: Final = 2
S_FIRST_FRAME: Final = 3
S_LAST: Final = 4
S_LAST_FRAME: Final = 5
S_OUTER: Final = 6  # the nearest before it, of the same key and owner, that ends later; or -1
S_ROOM: Final = 7  # packets of its own that were not met yet
S_WORDS: Final = 8  # a line of the cache

_AHEAD: Final = 32  # touches whose spans are asked for before the first of them is worked on
_NESTED: Final = 64  # episodes one in another that are looked at; there are more only where somebody wants it so


@lean
def lay_out(heap: Ints, records: Ints, own: Ints, spans: Ints) -> None:
    """Fill in the spans of records that are in their order, with so many packets of their own."""
    for at in range(records.shape[0]):
        record, span = records[at], at * S_WORDS
        spans[span + S_PRINT], spans[span + S_OWNER] = heap[record + R_PRINT], heap[record + R_OWNER]
        spans[span + S_FIRST], spans[span + S_FIRST_FRAME] = heap[record + R_FIRST], heap[record + R_FIRST_FRAME]
        spans[span + S_LAST], spans[span + S_LAST_FRAME] = heap[record + R_LAST], heap[record + R_LAST_FRAME]
        spans[span + S_ROOM] = own[at]
        outer = span - S_WORDS if at else -1
        if at and (spans[outer + S_PRINT] != spans[span + S_PRINT] or spans[outer + S_OWNER] != spans[span + S_OWNER]):
            outer = -1
        while outer >= 0 and not _ends_after(spans, outer, spans[span + S_LAST], spans[span + S_LAST_FRAME] + 1):
            outer = spans[outer + S_OUTER]
        spans[span + S_OUTER] = outer


@lean
def _ends_after(spans: Ints, span: Scalar, time: Scalar, frame: Scalar) -> Scalar:
    """Whether a span ends at this moment or later."""
    last = spans[span + S_LAST]
    return last > time or (last == time and spans[span + S_LAST_FRAME] >= frame)


@lean
def find_members(
    acts: Ints, touches: Ints, frame: Ints, time: Ints, spans: Ints, starts: Ints, shift: Scalar,
    ends: Ints, frames: Frames,
) -> Scalar:  # fmt: skip
    """Put packets into the spans that hold them.

    Args:
        acts: What sets of patterns mean.
        touches: int64[n, 3], from `find_touches`.
        frame: int64[packets]: their numbers in the capture, ascending from call to call.
        time: int64[packets], ns.
        spans: Of all episodes; their room becomes less.
        starts: Where in `spans` the prints begin that share their leading bits.
        shift: How many bits of a print follow these.
        ends: int64[spans]: where in `frames` the packets of each end; empty where they are not asked for.
        frames: Filled in.

    Returns:
        How many packets are in a span.
    """
    matched, latest = 0, np.int64(-1)
    for at in range(touches.shape[0]):
        if at % _AHEAD == 0:
            _look_ahead(touches, at, spans, starts, shift, ends, frames)
        packet, print_, info = touches[at, 0], touches[at, 1], touches[at, 2]
        stretch = (print_ >> shift) + (starts.shape[0] >> 1)
        begin, behind = starts[stretch], starts[stretch + 1]
        if begin == behind:
            continue
        act, asked, answered = info >> ACT_SHIFT, info & ASKED, info >> ANSWERED_SHIFT & ASKED
        joined = 0
        for row in range(act + T_ROWS, act + T_ROWS + 3 * acts[act + T_COUNT], 3):
            for part in range(2):  # what asks, what answers
                side = answered if part else asked
                if side == NOBODY or not acts[row + 1 + part]:
                    continue
                if part and asked == answered and acts[row + 1]:
                    continue  # it was one observation
                span = _find_span(
                    spans, begin, behind, print_, acts[row] << 1 | side, time[packet], frame[packet]
                )  # fmt: skip
                if span < 0:
                    continue
                joined = 1
                if ends.shape[0]:
                    frames[ends[span // S_WORDS] - spans[span + S_ROOM]] = frame[packet]
                spans[span + S_ROOM] -= 1
        if joined and packet != latest:
            matched += 1
            latest = packet
    return matched


@lean_inlined
def _look_ahead(
    touches: Ints, first: Scalar, spans: Ints, starts: Ints, shift: Scalar, ends: Ints, frames: Frames
) -> None:  # fmt: skip
    """Ask for the spans of the next touches, and for where their packets are noted."""
    behind, half = min(first + _AHEAD, touches.shape[0]), starts.shape[0] >> 1
    for at in range(first, behind):
        prefetch(starts, (touches[at, 1] >> shift) + half)
    for at in range(first, behind):
        stretch = (touches[at, 1] >> shift) + half
        span = starts[stretch]
        if span < starts[stretch + 1]:
            prefetch(spans, span * S_WORDS)
            prefetch(ends, span)
    if ends.shape[0]:
        for at in range(first, behind):
            stretch = (touches[at, 1] >> shift) + half
            span = starts[stretch]
            if span < starts[stretch + 1]:
                prefetch(frames, ends[span] - spans[span * S_WORDS + S_ROOM])


@lean
def _find_span(
    spans: Ints, begin: Scalar, behind: Scalar, print_: Scalar, owner: Scalar, time: Scalar, frame: Scalar
) -> Scalar:  # fmt: skip
    """Where the span stands that a packet is put into, -1 without any; `begin` and `behind` count spans."""
    low, high = begin, behind
    while low < high:
        middle = (low + high) >> 1
        if _begins_by(spans, middle * S_WORDS, print_, owner, time, frame):
            low = middle + 1
        else:
            high = middle
    if low == begin:
        return -1
    span, found = (low - 1) * S_WORDS, -1
    if spans[span + S_PRINT] != print_ or spans[span + S_OWNER] != owner:
        return -1
    for _ in range(_NESTED):
        if span < 0:
            break
        if spans[span + S_ROOM] and _ends_after(spans, span, time, frame):
            found = span
        span = spans[span + S_OUTER]
    return found


@lean
def _begins_by(spans: Ints, span: Scalar, print_: Scalar, owner: Scalar, time: Scalar, frame: Scalar) -> Scalar:
    """Whether a span comes before this key, owner and moment, or begins there."""
    if spans[span + S_PRINT] != print_:
        return spans[span + S_PRINT] < print_
    if spans[span + S_OWNER] != owner:
        return spans[span + S_OWNER] < owner
    first = spans[span + S_FIRST]
    return first < time or (first == time and spans[span + S_FIRST_FRAME] <= frame)
