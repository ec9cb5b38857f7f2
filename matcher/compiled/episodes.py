"""The state of a run, moved on by packets and by time. Kernels that Python calls, a batch at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.ending import accept, drop_record
from matcher.compiled.entries import pack_values, widened
from matcher.compiled.jit import Scalar, inlined, lean
from matcher.compiled.layout import (
    ACT_SHIFT,
    E_CHILD,
    E_EVENT,
    E_FRAME,
    E_INFO,
    E_NEXT,
    E_PRINT,
    E_TIME,
    G_CHILD_LIST,
    G_CHILDREN,
    G_DUE,
    G_ENTRY,
    G_LEVEL,
    G_NODE,
    G_RECORD,
    G_WORDS,
    H_NODES,
    LATE,
    N_ALONE,
    N_PRINT,
    N_TAIL,
    P_AREAS,
    P_GROUPS,
    P_KEPT,
    Q_HASTENED,
    Q_HEAD,
    Q_KNOWN,
    Q_ROOT,
    Q_TAIL,
    Q_WAITING,
    Q_WORDS,
    T_COUNT,
    T_GROUP,
    WIDE,
)
from matcher.compiled.leaving import NEVER, queue_of
from matcher.compiled.log import add_to_node
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.nodes import new_node
from matcher.compiled.prefetch import prefetch
from matcher.compiled.room import RESERVE, is_short
from matcher.compiled.slots import find_slot, home_of, node_in
from matcher.compiled.waiting import melded, pop_event

__all__ = ["DONE", "STUCK", "decide", "take_touches", "take_waiting"]

Ints = npt.NDArray[np.int64]

DONE, MORE, STUCK = 0, 1, 2
_AHEAD = 32  # touches, or packets that wait, whose nodes are asked for before their turn


@lean
def take_touches(
    heap: Ints, plan: Ints, acts: Ints, table: Ints, touches: Ints, count: Scalar, frame: Ints, time: Ints,
    flags: npt.NDArray[np.uint8], values: Ints, states: npt.NDArray[np.uint8], start: Scalar, most: Scalar, due: Ints,
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """Enter packets into the nodes of their keys, in their order.

    Args:
        heap, plan, acts, table: The state of the run; the program; what sets of patterns mean; the nodes by their keys.
        touches: int64[most, 3], from `find_touches`; `count` of them.
        frame: int64[packets]: their numbers in the capture.
        time: int64[packets], ns.
        flags: uint8[packets]: `UNTIMED`, `LATE`.
        values: int64[packets * kept], packet by packet.
        states: uint8[packets * kept].
        start: The first touch to look at.
        most: How many nodes there may be.
        due: Filled in, int64[n, 2]: nodes whose logs are due, with their groups.

    Returns:
        The first touch for which there was no room (the caller makes some, and goes on there), and how many are due.
    """
    kept, waiting, needed = plan[P_KEPT], np.int64(0), np.int64(RESERVE)
    for at in range(start, count):
        _look_ahead(heap, table, touches, at, count)
        if not _has_room(heap, table, most) or is_short(heap, False, needed) or waiting == due.shape[0]:
            return at, waiting
        packet, print_ = touches[at, 0], touches[at, 1]
        info = touches[at, 2] | np.int64(flags[packet])
        group = acts[(info >> ACT_SHIFT) + T_GROUP]
        row = plan[P_GROUPS] + group * G_WORDS
        observes, slot, node = plan[row + G_LEVEL] != 0, np.int64(0), np.int64(0)
        if not observes:
            slot = find_slot(heap, table, print_)
            node = node_in(table[slot])
        is_new = not observes and not node
        block = take_block(heap, plan[row + (G_NODE if is_new else G_ENTRY)])
        entry = block + N_ALONE if is_new else block
        heap[entry + E_INFO], heap[entry + E_TIME], heap[entry + E_FRAME] = info, time[packet], frame[packet]
        first = packet * kept
        if not pack_values(heap, plan, row, entry, values, first, states, first):
            entry = widened(heap, plan, row, entry, values, first, states, first)
            if not is_new:
                give_back(heap, block, plan[row + G_ENTRY])
        if observes:
            heap[entry + E_PRINT] = print_
            _let_wait(heap, plan[P_AREAS] + group * Q_WORDS, entry)
        elif is_new:
            new_node(heap, plan, table, slot, group, block, print_, entry, queue_of(plan, acts, info, 0))
        else:  # each entry may begin an episode of each signature
            needed += acts[(info >> ACT_SHIFT) + T_COUNT] * plan[row + G_RECORD]
            if add_to_node(heap, plan, node, row, entry):
                due[waiting, 0], due[waiting, 1] = node, group
                waiting += 1
    return count, waiting


@inlined
def _has_room(heap: Ints, table: Ints, most: Scalar) -> Scalar:
    return heap[H_NODES] < most and 3 * heap[H_NODES] <= 2 * table.shape[0]


@inlined
def _look_ahead(heap: Ints, table: Ints, touches: Ints, at: Scalar, count: Scalar) -> None:
    """Ask for the places in the table of touches that are not far, and for the nodes of those that are near."""
    if at + 2 * _AHEAD < count:
        prefetch(table, home_of(table, touches[at + 2 * _AHEAD, 1]))
    if at + _AHEAD < count:
        _ask_for_node(heap, table, touches[at + _AHEAD, 1])


@inlined
def _ask_for_node(heap: Ints, table: Ints, print_: Scalar) -> None:
    word = table[home_of(table, print_)]
    if (word ^ print_) >> 32 == 0:
        prefetch(heap, node_in(word) + N_PRINT)
        prefetch(heap, node_in(word) + N_TAIL)


@inlined
def _look_ahead_waiting(heap: Ints, table: Ints, first: Scalar) -> None:
    """The same for packets that wait, from the first on: for some of them now and then, as they are a list."""
    entry, count = first, 0
    while entry and count < _AHEAD:
        prefetch(table, home_of(table, heap[entry + E_PRINT]))
        entry, count = heap[entry + E_NEXT], count + 1
    entry = first
    for _ in range(count):
        _ask_for_node(heap, table, heap[entry + E_PRINT])
        entry = heap[entry + E_NEXT]


@inlined
def _let_wait(heap: Ints, area: Scalar, entry: Scalar) -> None:
    """A packet of a group that observes waits until everything observed that is earlier is known."""
    heap[entry + E_EVENT], heap[entry + E_CHILD], heap[entry + E_NEXT] = 0, 0, 0
    heap[area + Q_WAITING] += 1
    tail = heap[area + Q_TAIL]
    if tail and not heap[entry + E_INFO] & LATE and _is_earlier(heap, entry, tail):  # it waited elsewhere before
        heap[area + Q_ROOT] = melded(heap, heap[area + Q_ROOT], entry) if heap[area + Q_ROOT] else entry
        return
    if tail:
        heap[heap[area + Q_TAIL] + E_NEXT] = entry
    else:
        heap[area + Q_HEAD] = entry
    heap[area + Q_TAIL] = entry


@inlined
def _is_earlier(heap: Ints, one: Scalar, other: Scalar) -> Scalar:
    time, than = heap[one + E_TIME], heap[other + E_TIME]
    return time < than or (time == than and heap[one + E_FRAME] < heap[other + E_FRAME])


@lean
def take_waiting(
    heap: Ints, plan: Ints, acts: Ints, table: Ints, group: Scalar, now: Scalar, hastened: Scalar, count: Scalar,
    most: Scalar, due: Ints,
) -> tuple[Scalar, Scalar, Scalar]:  # fmt: skip
    """Let a group take what waited, as far as everything that it observes is known.

    Args:
        heap, plan, acts, table, most, due: As for `take_touches`.
        group: A number; what it observes took its own before, and `settle` was called for it.
        now: No packet that is earlier will come; `NEVER` at the end.
        hastened: What is earlier is taken at any rate, for lack of memory.
        count: So many are taken at the most, before what is over may end.

    Returns:
        Until when that was done; how many nodes are due; and whether all was done (`DONE`), or the caller must call
            again: after `settle` with that time (`MORE`), or after it has made room (`STUCK`).
    """
    row, area = plan[P_GROUPS] + group * G_WORDS, plan[P_AREAS] + group * Q_WORDS
    for child in range(plan[row + G_CHILD_LIST], plan[row + G_CHILD_LIST] + 2 * plan[row + G_CHILDREN], 2):
        now = min(now, _known_events(heap, plan, plan[child], plan[child + 1]))
    is_hastened = hastened > now
    late = max(heap[area + Q_HASTENED], hastened)
    now = max(now, hastened)
    waiting, taken, needed = np.int64(0), 0, np.int64(RESERVE // 8 if is_hastened else RESERVE)
    while True:
        if taken % _AHEAD == 0:
            _look_ahead_waiting(heap, table, heap[area + Q_HEAD])
        taken += 1
        entry = _next_waiting(heap, area)
        if not entry or heap[entry + E_TIME] >= now:
            break
        is_stuck = not _has_room(heap, table, most) or is_short(heap, is_hastened, needed)
        if is_stuck or taken > count or waiting == due.shape[0]:
            heap[area + Q_HASTENED] = max(heap[area + Q_HASTENED], min(hastened, heap[entry + E_TIME]))
            return heap[entry + E_TIME], waiting, STUCK if is_stuck else MORE
        heap[area + Q_WAITING] -= 1
        if entry == heap[area + Q_ROOT]:
            pop_event(heap, area + Q_ROOT)
            if heap[entry + E_TIME] < late:
                heap[entry + E_INFO] |= LATE
        else:
            heap[area + Q_HEAD] = heap[entry + E_NEXT]
            if not heap[area + Q_HEAD]:
                heap[area + Q_TAIL] = 0
        slot = find_slot(heap, table, heap[entry + E_PRINT])
        node = node_in(table[slot])
        if not node:
            _begin_node(heap, plan, acts, table, slot, group, entry)
        else:
            needed += plan[row + G_DUE]
            if add_to_node(heap, plan, node, row, entry):
                due[waiting, 0], due[waiting, 1] = node, group
                waiting += 1
    heap[area + Q_HASTENED] = late
    if not is_hastened:
        heap[area + Q_KNOWN] = now
    return now, waiting, DONE


@inlined
def _known_events(heap: Ints, plan: Ints, group: Scalar, delay: Scalar) -> Scalar:
    """No event of a group that is still to come is earlier. `delay`: how long after its end an event is known."""
    known: Scalar = heap[plan[P_AREAS] + group * Q_WORDS + Q_KNOWN]
    return known if known == NEVER else known - delay


@inlined
def _next_waiting(heap: Ints, area: Scalar) -> Scalar:
    """The earlier one of the first packet and the first event that wait; of one moment, the packet."""
    packet, event = heap[area + Q_HEAD], heap[area + Q_ROOT]
    found = packet if packet else event
    if packet and event and _is_earlier(heap, event, packet):
        found = event
    return found


@inlined
def _begin_node(
    heap: Ints, plan: Ints, acts: Ints, table: Ints, slot: Scalar, group: Scalar, entry: Scalar
) -> None:  # fmt: skip
    """Open a node; an entry that waited moves into it, unless it is too wide."""
    row = plan[P_GROUPS] + group * G_WORDS
    print_, node = heap[entry + E_PRINT], take_block(heap, plan[row + G_NODE])
    if not heap[entry + E_INFO] & WIDE:
        for word in range(plan[row + G_ENTRY]):
            heap[node + N_ALONE + word] = heap[entry + word]
        give_back(heap, entry, plan[row + G_ENTRY])
        entry = node + N_ALONE
    queue = queue_of(plan, acts, heap[entry + E_INFO], heap[entry + E_EVENT])
    new_node(heap, plan, table, slot, group, node, print_, entry, queue)


@lean
def decide(heap: Ints, plan: Ints, record: Scalar, is_event: Scalar) -> None:
    """What the reference says of an episode that a kernel could not decide."""
    if is_event:
        accept(heap, plan, record)
    else:
        drop_record(heap, plan, record)
