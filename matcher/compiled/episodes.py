"""The state of a run, moved on by packets and by time. Kernels that Python calls, a batch at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean
from matcher.compiled.layout import (
    E_FRAME,
    E_INFO,
    E_NEXT,
    E_PRINT,
    E_TIME,
    E_VALUES,
    G_CHILD_LIST,
    G_CHILDREN,
    G_COLUMNS,
    G_ENTRY,
    G_GAP,
    G_LEVEL,
    G_STATES,
    G_VALUES,
    G_WORDS,
    H_LIMIT,
    H_NEXT,
    H_NODES,
    H_SINK,
    N_ENTRY,
    N_LOG,
    P_AREAS,
    P_GROUPS,
    PER_WORD,
    Q_BOUND,
    Q_HEAD,
    Q_ROOT,
    Q_TAIL,
    Q_WORDS,
    T_GROUP,
    X_CHILD,
    X_EVENT,
)
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.nodes import NEVER, accept, add_to_node, find_slot, new_node
from matcher.compiled.records import drop_record
from matcher.compiled.waiting import pop_event

__all__ = ["RESERVE", "STUCK", "decide", "move_slots", "take_touches", "take_waiting"]

Ints = npt.NDArray[np.int64]

STUCK = -(1 << 63)
RESERVE = 1 << 18  # words that must be free before a packet is taken: what it may need at the most, by far
_AHEAD = 32  # touches whose nodes are fetched before the first of them is worked on


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
        values: int64[packets, kept].
        states: uint8[packets, kept].
        start: The first touch to look at.
        most: How many nodes there may be.
        due: Filled in, int64[n, 2]: nodes whose logs are due, with their groups.

    Returns:
        The first touch for which there was no room (the caller makes some, and goes on there), and how many are due.
    """
    waiting = np.int64(0)
    for at in range(start, count):
        if (at - start) % _AHEAD == 0:
            _fetch(heap, table, touches, at, min(at + _AHEAD, count))
        if heap[H_NEXT] + RESERVE > heap[H_LIMIT] or heap[H_NODES] >= most or 4 * heap[H_NODES] > table.shape[0]:
            return at, waiting
        if waiting == due.shape[0]:
            return at, waiting
        packet, print_ = touches[at, 0], touches[at, 1]
        info = touches[at, 2] | np.int64(flags[packet])
        group = acts[(info >> 8) + T_GROUP]
        where = plan[P_GROUPS] + group * G_WORDS
        now = time[packet]
        if plan[where + G_LEVEL]:
            entry = take_block(heap, plan[where + G_ENTRY])
            _fill(heap, plan, where, entry, info, print_, now, frame[packet], values, states, packet)
            _let_wait(heap, plan, group, entry)
            continue
        slot = find_slot(table, print_)
        if table[slot] == 0:
            node = new_node(heap, plan, table, slot, group, print_, now)
            _fill(heap, plan, where, node + N_ENTRY, info, print_, now, frame[packet], values, states, packet)
        else:
            entry = take_block(heap, plan[where + G_ENTRY])
            _fill(heap, plan, where, entry, info, print_, now, frame[packet], values, states, packet)
            if add_to_node(heap, plan, table[slot + 1], group, entry):
                due[waiting, 0], due[waiting, 1] = table[slot + 1], group
                waiting += 1
    return count, waiting


@lean
def _fetch(heap: Ints, table: Ints, touches: Ints, first: Scalar, behind: Scalar) -> None:
    """Bring what will be needed into the cache: loads that do not wait for each other."""
    mask = table.shape[0] // 2 - 1
    seen = np.int64(0)
    for at in range(first, behind):
        seen ^= table[2 * (touches[at, 1] & mask)]
    for at in range(first, behind):
        slot = 2 * (touches[at, 1] & mask)
        if table[slot] == touches[at, 1]:
            seen ^= heap[table[slot + 1] + N_LOG]
    heap[H_SINK] = seen


@lean
def _fill(
    heap: Ints, plan: Ints, where: Scalar, entry: Scalar, info: Scalar, print_: Scalar, time: Scalar, frame: Scalar,
    values: Ints, states: npt.NDArray[np.uint8], packet: Scalar,
) -> None:  # fmt: skip
    """What is kept of a packet for one group."""
    heap[entry + E_TIME], heap[entry + E_FRAME], heap[entry + E_INFO] = time, frame, info
    heap[entry + E_PRINT] = print_
    columns, count = plan[where + G_COLUMNS], plan[where + G_VALUES]
    first = entry + E_VALUES
    to = first + plan[where + G_STATES]
    if count == 0:
        return
    word, shift, packed = first, 0, np.int64(0)
    for each in range(count):
        column = plan[columns + each]
        packed |= np.int64(states[packet, column]) << shift
        heap[to + each] = values[packet, column]
        shift += 3
        if shift == 3 * PER_WORD:
            heap[word] = packed
            word, shift, packed = word + 1, 0, np.int64(0)
    if shift:
        heap[word] = packed


@lean
def _let_wait(heap: Ints, plan: Ints, group: Scalar, entry: Scalar) -> None:
    """A packet of a group that observes waits until everything observed that is earlier is known."""
    where = plan[P_GROUPS] + group * G_WORDS
    extra = entry + E_VALUES + plan[where + G_STATES] + plan[where + G_VALUES]
    heap[extra + X_EVENT], heap[extra + X_CHILD], heap[entry + E_NEXT] = 0, 0, 0
    area = plan[P_AREAS] + group * Q_WORDS
    if heap[area + Q_TAIL]:
        heap[heap[area + Q_TAIL] + E_NEXT] = entry
    else:
        heap[area + Q_HEAD] = entry
    heap[area + Q_TAIL] = entry


@lean
def take_waiting(
    heap: Ints, plan: Ints, table: Ints, group: Scalar, now: Scalar, most: Scalar, due: Ints
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """Let a group take what waited, as far as everything that it observes is known.

    Args:
        heap, plan, table, most, due: As for `take_touches`.
        group: A number; what it observes took its own before, and `settle` was called for it.
        now: No packet that is earlier will come; `NEVER` at the end.

    Returns:
        Until when that was done, or `STUCK` where there was no room (the caller makes some, and calls again); and how
        many are due.
    """
    where, area = plan[P_GROUPS] + group * G_WORDS, plan[P_AREAS] + group * Q_WORDS
    for child in range(plan[where + G_CHILD_LIST], plan[where + G_CHILD_LIST] + plan[where + G_CHILDREN]):
        now = min(now, heap[plan[P_AREAS] + plan[child] * Q_WORDS + Q_BOUND])
    waiting = np.int64(0)
    while True:
        entry = _next_waiting(heap, area)
        if not entry or heap[entry + E_TIME] >= now:
            break
        if heap[H_NEXT] + RESERVE > heap[H_LIMIT] or heap[H_NODES] >= most or 4 * heap[H_NODES] > table.shape[0]:
            return STUCK, waiting
        if waiting == due.shape[0]:
            return STUCK, waiting
        if entry == heap[area + Q_ROOT]:
            pop_event(heap, plan, group)
        else:
            heap[area + Q_HEAD] = heap[entry + E_NEXT]
            if not heap[area + Q_HEAD]:
                heap[area + Q_TAIL] = 0
        node = _enter(heap, plan, table, group, entry)
        if node:
            due[waiting, 0], due[waiting, 1] = node, group
            waiting += 1
    # A node is visited at least once in the longest gap, so that an event is known twice that after its end.
    heap[area + Q_BOUND] = NEVER if now == NEVER else now - 2 * plan[where + G_GAP]
    return now, waiting


@lean
def _next_waiting(heap: Ints, area: Scalar) -> Scalar:
    """The earlier one of the first packet and the first event that wait; of one moment, the packet."""
    packet, event = heap[area + Q_HEAD], heap[area + Q_ROOT]
    if not packet or not event:
        return packet | event
    if heap[event + E_TIME] != heap[packet + E_TIME]:
        return event if heap[event + E_TIME] < heap[packet + E_TIME] else packet
    return event if heap[event + E_FRAME] < heap[packet + E_FRAME] else packet


@lean
def _enter(heap: Ints, plan: Ints, table: Ints, group: Scalar, entry: Scalar) -> Scalar:
    """Put an entry into the node of its key. The node, if its log is due."""
    slot = find_slot(table, heap[entry + E_PRINT])
    if table[slot]:
        return table[slot + 1] if add_to_node(heap, plan, table[slot + 1], group, entry) else np.int64(0)
    node = new_node(heap, plan, table, slot, group, heap[entry + E_PRINT], heap[entry + E_TIME])
    size = plan[plan[P_GROUPS] + group * G_WORDS + G_ENTRY]
    for word in range(size):
        heap[node + N_ENTRY + word] = heap[entry + word]
    heap[node + N_ENTRY + E_NEXT] = 0
    give_back(heap, entry, size)
    return np.int64(0)


@lean
def decide(heap: Ints, plan: Ints, record: Scalar, is_event: Scalar) -> None:
    """What the reference says of an episode that a kernel could not decide."""
    if is_event:
        accept(heap, plan, record)
    else:
        drop_record(heap, plan, record)


@lean
def move_slots(old: Ints, new: Ints) -> None:
    """Put the nodes of a table into a larger one."""
    for at in range(0, old.shape[0], 2):
        if old[at]:
            slot = find_slot(new, old[at])
            new[slot], new[slot + 1] = old[at], old[at + 1]
