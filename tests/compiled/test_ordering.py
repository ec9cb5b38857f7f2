"""Packets and events put in order, against the heap of the standard library, as the reference uses it."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import chain

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compiled import layout as at
from matcher.compiled.jit import Scalar, lean
from matcher.compiled.ordering import Observed, Ordering
from matcher.compiled.waiting import melded, pop_event
from tests.compiled.test_memory import new_heap

Ints = npt.NDArray[np.int64]

ROOT = at.H_EVENTS  # any word that nobody else uses here
RECORD = 24  # words


def packets(times: list[int], first: int) -> Observed:
    count = len(times)
    frames = np.arange(first, first + count)
    return Observed(
        frames, np.array(times, np.int64), np.zeros(count, np.uint8), frames % 5, frames.reshape(-1, 1),
        np.ones((count, 1), np.uint8),
    )  # fmt: skip


def in_order(batches: list[list[int]], look_ahead: int) -> list[tuple[int, int, bool]]:
    """Time, frame, and whether it came too late, as the reference lets packets go."""
    waiting: list[tuple[int, int]] = []
    passed, found = (-(1 << 63), 0), list[tuple[int, int, bool]]()

    def let_go() -> None:
        nonlocal passed
        moment = heappop(waiting)
        found.append((*moment, moment < passed))
        passed = max(passed, moment)

    for frame, time in enumerate(chain.from_iterable(batches), 1):
        heappush(waiting, (time, frame))
        if len(waiting) > look_ahead:
            let_go()
    while waiting:
        let_go()
    return found


BATCHES = st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=8)


@given(BATCHES, st.integers(0, 9), st.integers(0, 8))
@settings(max_examples=200, deadline=None)
def test_packets_leave_in_the_order_of_the_reference(batches: list[list[int]], look_ahead: int, sorted_: int) -> None:
    """The first batches are in order, so that the change from one way to the other is tried at every place."""
    begin = sorted(time for batch in batches[:sorted_] for time in batch)
    for batch in batches[:sorted_]:
        batch[:], begin = begin[: len(batch)], begin[len(batch) :]
    ordering, frame, found = Ordering(look_ahead), 1, list[tuple[int, int, bool]]()
    released: list[Observed] = []
    for batch in batches:
        released += ordering.add(packets(batch, frame))
        frame += len(batch)
    released += ordering.finish()
    for part in released:
        late = (part.flags & at.LATE != 0).tolist()
        found += zip(part.time.tolist(), part.frame.tolist(), late, strict=True)
        assert part.values[:, 0].tolist() == part.frame.tolist()
        assert part.route.tolist() == [number % 5 for number in part.frame.tolist()]
    assert found == in_order(batches, look_ahead)
    assert ordering.late == sum(is_late for _, _, is_late in found)


@lean
def _push(heap: Ints, entry: Scalar) -> None:
    heap[ROOT] = melded(heap, heap[ROOT], entry) if heap[ROOT] else entry


@lean
def _pop(heap: Ints) -> Scalar:
    first = heap[ROOT]
    pop_event(heap, ROOT)
    return first


MOMENTS = st.tuples(*(st.integers(0, 3) for _ in range(7)))


@given(st.lists(st.none() | MOMENTS, max_size=60))
@settings(max_examples=200, deadline=None)
def test_events_leave_in_their_order(steps: list[tuple[int, ...] | None]) -> None:
    """A moment is pushed, None pops."""
    heap, known, moments = new_heap(), list[tuple[int, ...]](), dict[int, tuple[int, ...]]()
    for step in steps:
        if step is None:
            if known:
                assert moments[int(_pop(heap))] == heappop(known)
            continue
        record = int(heap[at.H_NEXT])
        entry = record + RECORD
        heap[at.H_NEXT] += RECORD + at.E_OBSERVED
        time, frame, name, start, start_frame, answers, face = step
        heap[entry + at.E_TIME], heap[entry + at.E_FRAME], heap[entry + at.E_INFO] = time, frame, name << 8
        heap[entry + at.E_NEXT], heap[entry + at.E_CHILD], heap[entry + at.E_EVENT] = 0, 0, record
        heap[record + at.R_START], heap[record + at.R_START_FRAME] = start, start_frame
        heap[record + at.R_FACE] = face << 2 | (answers & 1) << 1
        moments[entry] = (time, frame, name, start, start_frame, answers & 1, face)
        heappush(known, moments[entry])
        _push(heap, entry)
    while known:
        assert moments[int(_pop(heap))] == heappop(known)
    assert heap[ROOT] == 0
