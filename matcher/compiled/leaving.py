"""The order in which nodes leave: a queue for each gap of each group, in blocks of (node, time).

Each node has a place in the queue of the longest gap that concerns it, with the time that it had then, and takes a new
place when it had more since. That is late by at most once the gap, and nothing depends on it but memory: which
observations make an episode follows from their times. Where others observe events of the group, its nodes are looked
at more often (`G_INTERVAL`): these wait until it is certain that no earlier one will come.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean, lean_part
from matcher.compiled.layout import (
    ACT_SHIFT,
    B_COUNT,
    B_ENTRIES,
    B_NEXT,
    B_PLACES,
    B_WORDS,
    G_GAPS,
    G_INTERVAL,
    G_QUEUE,
    G_QUEUES,
    G_WORDS,
    N_COUNT,
    N_LOG,
    N_PRINT,
    N_RECORDS,
    P_AREAS,
    P_GROUPS,
    P_SIGNATURES,
    Q_KNOWN,
    Q_WORDS,
    S_QUEUE,
    S_WORDS,
    T_QUEUE,
    U_BLOCK,
    U_LAST,
    U_READ,
    U_WORDS,
)
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.prefetch import prefetch
from matcher.compiled.slots import home_of
from matcher.compiled.wanted import line_of

__all__ = ["NEVER", "due_queue", "first_place", "idlest_group", "interval_of", "look_ahead", "queue_node", "queue_of"]

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

NEVER = (1 << 63) - 1
_AHEAD = 16  # nodes that are asked for together


@lean_part
def queue_node(heap: Ints, queue: Scalar, node: Scalar, time: Scalar) -> None:
    """A node takes the last place of a queue, with a time."""
    block = heap[queue + U_LAST]
    if not block or heap[block + B_COUNT] == B_PLACES:
        fresh = take_block(heap, B_WORDS)
        heap[fresh + B_NEXT], heap[fresh + B_COUNT] = 0, 0
        if block:
            heap[block + B_NEXT] = fresh
        else:
            heap[queue + U_BLOCK], heap[queue + U_READ] = fresh, 0
        heap[queue + U_LAST] = fresh
        block = fresh
    count = heap[block + B_COUNT]
    entry = block + B_ENTRIES + 2 * count
    heap[entry], heap[entry + 1] = node, time
    heap[block + B_COUNT] = count + 1


@inlined
def first_place(heap: Ints, queue: Scalar) -> Scalar:
    """Where the first node of the queue stands, 0 where there is none. Blocks that are done with are given back."""
    block = heap[queue + U_BLOCK]
    if block and heap[queue + U_READ] == heap[block + B_COUNT]:
        behind = heap[block + B_NEXT]
        give_back(heap, block, B_WORDS)
        heap[queue + U_BLOCK], heap[queue + U_READ] = behind, 0
        if not behind:
            heap[queue + U_LAST] = 0
        block = behind
    return block + B_ENTRIES + 2 * heap[queue + U_READ] if block else np.int64(0)


@inlined
def due_queue(heap: Ints, plan: Ints, row: Scalar, first: Scalar, now: Scalar, early: Scalar) -> Scalar:
    """Number of the first queue of a group, from `first` on, whose first node is due; -1 where there is none.

    `early`: of the queue whose first node has had nothing for longest. `row` is that of the group.
    """
    found: Scalar = np.int64(-1)
    oldest: Scalar = NEVER
    for number in range(0 if early else first, plan[row + G_QUEUES]):
        place = first_place(heap, plan[row + G_QUEUE] + number * U_WORDS)
        time: Scalar = heap[place + 1] if place else NEVER
        if place and early and time < oldest:
            found, oldest = number, time
        if place and not early and (now == NEVER or time < now - interval_of(plan, row, number)):
            found = number
            break
    return found


@inlined
def interval_of(plan: Ints, row: Scalar, queue: Scalar) -> Scalar:
    """How long after its time a place in a queue is due, ns. `row` is that of the group."""
    return min(plan[plan[row + G_GAPS] + queue], plan[row + G_INTERVAL])


@lean
def idlest_group(heap: Ints, plan: Ints, groups: Ints, latest: Scalar) -> Scalar:
    """Of these groups, that whose first node has had nothing for longest, as its place says; -1 where there is none.

    That is measured by what a group knows: one that observes is behind what it observes. `latest`: of all packets.
    """
    found: Scalar = np.int64(-1)
    longest: Scalar = -NEVER
    for group in groups:
        row = plan[P_GROUPS] + group * G_WORDS
        number = due_queue(heap, plan, row, 0, NEVER, 1)
        if number >= 0:
            known = min(heap[plan[P_AREAS] + group * Q_WORDS + Q_KNOWN], latest)
            idle = known - heap[first_place(heap, plan[row + G_QUEUE] + number * U_WORDS) + 1]
            if idle > longest:
                found, longest = group, idle
    return found


@inlined
def queue_of(plan: Ints, acts: Ints, info: Scalar, event: Scalar) -> Scalar:
    """Number of the queue for an entry: of its event's observer, or of all signatures that its packet concerns."""
    if event:
        return plan[plan[P_SIGNATURES] + (info >> 16) * S_WORDS + S_QUEUE]
    return acts[(info >> ACT_SHIFT) + T_QUEUE]


@inlined
def look_ahead(heap: Ints, table: Ints, wanted: Words, queue: Scalar) -> None:
    """Now and then, ask for the nodes that leave after the next ones, their places in the table, and what they hold."""
    block, read = heap[queue + U_BLOCK], heap[queue + U_READ]
    if read % _AHEAD == 0:
        first = read + _AHEAD
        if first >= B_PLACES:
            block, first = heap[block + B_NEXT], 0
        behind = min(first + _AHEAD, heap[block + B_COUNT] if block else 0)
        for number in range(first, behind):
            node = heap[block + B_ENTRIES + 2 * number]
            prefetch(heap, node + N_PRINT)
            prefetch(heap, node + N_RECORDS)
        for number in range(first, behind):
            node = heap[block + B_ENTRIES + 2 * number]
            prefetch(table, home_of(table, heap[node + N_PRINT]))
            if heap[node + N_COUNT]:
                prefetch(wanted, line_of(wanted, heap[node + N_PRINT]))
                prefetch(heap, heap[node + N_LOG])
                prefetch(heap, heap[node + N_RECORDS])
