"""The log of a node: entries that were not applied to any record yet, in their order."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.entries import event_of
from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    E_FRAME,
    E_INFO,
    E_NEXT,
    E_TIME,
    G_ENTRY,
    LATE,
    N_ALONE,
    N_COUNT,
    N_LAST,
    N_LOG,
    N_RECORDS,
    N_TAIL,
)
from matcher.compiled.memory import take_block

__all__ = ["add_to_node", "begin_log", "give_own_block"]

Ints = npt.NDArray[np.int64]

_LONG = 4  # entries of a log before they are applied


@inlined
def begin_log(heap: Ints, node: Scalar, entry: Scalar) -> None:
    heap[node + N_LAST] = heap[entry + E_TIME]
    heap[node + N_LOG], heap[node + N_TAIL] = entry, entry
    heap[node + N_RECORDS], heap[node + N_COUNT] = 0, 2


@lean_part
def give_own_block(heap: Ints, plan: Ints, row: Scalar, node: Scalar) -> None:
    """The one entry of a node gets a block of its own, so that there is a log and others may follow."""
    size = plan[row + G_ENTRY]
    entry = take_block(heap, size)
    for word in range(size):
        heap[entry + word] = heap[node + N_ALONE + word]
    begin_log(heap, node, entry)


@inlined
def add_to_node(heap: Ints, plan: Ints, node: Scalar, row: Scalar, entry: Scalar) -> Scalar:
    """One more entry, which is a block of its own. Whether the log is due: to be applied now rather than later."""
    if not heap[node + N_COUNT]:
        give_own_block(heap, plan, row, node)
    had, time = heap[node + N_LOG], heap[entry + E_TIME]
    heap[node + N_LAST] = max(heap[node + N_LAST], time)
    if had and heap[entry + E_INFO] & LATE and not event_of(heap, plan, row, entry):
        _put_in_order(heap, node, entry)
    else:
        heap[entry + E_NEXT] = 0
        if had:
            heap[heap[node + N_TAIL] + E_NEXT] = entry
        else:
            heap[node + N_LOG] = entry
        heap[node + N_TAIL] = entry
    heap[node + N_COUNT] += 1
    return had == 0 if heap[node + N_RECORDS] else heap[node + N_COUNT] == _LONG + 1


@lean_part
def _put_in_order(heap: Ints, node: Scalar, entry: Scalar) -> None:
    """A late packet goes before what is later."""
    time, frame = heap[entry + E_TIME], heap[entry + E_FRAME]
    before, at = np.int64(0), heap[node + N_LOG]
    while at and (heap[at + E_TIME] < time or (heap[at + E_TIME] == time and heap[at + E_FRAME] < frame)):
        before, at = at, heap[at + E_NEXT]
    heap[entry + E_NEXT] = at
    if before:
        heap[before + E_NEXT] = entry
    else:
        heap[node + N_LOG] = entry
    if not at:
        heap[node + N_TAIL] = entry
