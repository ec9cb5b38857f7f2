"""The order in which nodes leave: a queue for each group, in blocks of (node, time).

Each node has a place with the time that it had then, and takes a new place when it had more since. That is late by at
most once the gap, and nothing depends on it but memory: which observations make an episode follows from their times.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    B_COUNT,
    B_ENTRIES,
    B_NEXT,
    B_PLACES,
    B_WORDS,
    H_SINK,
    N_LAST,
    N_PRINT,
    N_RECORDS,
    Q_BLOCK,
    Q_LAST,
    Q_READ,
)
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.slots import home_of

__all__ = ["NEVER", "fetch_ahead", "first_place", "queue_node"]

Ints = npt.NDArray[np.int64]

NEVER = (1 << 63) - 1
_AHEAD = 16  # nodes that are fetched together


@lean_part
def queue_node(heap: Ints, area: Scalar, node: Scalar) -> None:
    """A node takes the last place. `area` is that of its group, here and below."""
    block = heap[area + Q_LAST]
    if not block or heap[block + B_COUNT] == B_PLACES:
        fresh = take_block(heap, B_WORDS)
        heap[fresh + B_NEXT], heap[fresh + B_COUNT] = 0, 0
        if block:
            heap[block + B_NEXT] = fresh
        else:
            heap[area + Q_BLOCK], heap[area + Q_READ] = fresh, 0
        heap[area + Q_LAST] = fresh
        block = fresh
    count = heap[block + B_COUNT]
    entry = block + B_ENTRIES + 2 * count
    heap[entry], heap[entry + 1] = node, heap[node + N_LAST]
    heap[block + B_COUNT] = count + 1


@inlined
def first_place(heap: Ints, area: Scalar) -> Scalar:
    """Where the first node of the queue stands, 0 where there is none. Blocks that are done with are given back."""
    block = heap[area + Q_BLOCK]
    if block and heap[area + Q_READ] == heap[block + B_COUNT]:
        behind = heap[block + B_NEXT]
        give_back(heap, block, B_WORDS)
        heap[area + Q_BLOCK], heap[area + Q_READ] = behind, 0
        if not behind:
            heap[area + Q_LAST] = 0
        block = behind
    return block + B_ENTRIES + 2 * heap[area + Q_READ] if block else np.int64(0)


@inlined
def fetch_ahead(heap: Ints, table: Ints, area: Scalar, now: Scalar) -> None:
    """Now and then, bring the next nodes that are due by then, and their places in the table, into the cache.

    One after the other, each would wait for memory; these loads do not wait for each other.
    """
    block, read = heap[area + Q_BLOCK], heap[area + Q_READ]
    if read % _AHEAD == 0:
        first = block + B_ENTRIES + 2 * read
        behind = min(first + 2 * _AHEAD, block + B_ENTRIES + 2 * heap[block + B_COUNT])
        while behind > first and heap[behind - 1] >= now:
            behind -= 2
        seen: Scalar = np.int64(0)
        for entry in range(first, behind, 2):
            seen ^= heap[heap[entry] + N_PRINT] ^ heap[heap[entry] + N_RECORDS]
        for entry in range(first, behind, 2):
            seen ^= table[home_of(table, heap[heap[entry] + N_PRINT])]
        heap[H_SINK] = seen
