"""What waits for its place in time, in a pairing heap for each group that observes: events, and packets that come late.

Fredman, Sedgewick, Sleator and Tarjan 1986. It needs no room besides two words of each entry, and events come nearly
in order, which makes it fast. The order is that of the reference executor: by moment, then by which name the observer
has for the event, then by its beginning and by the packet that stands for it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.entries import pack_values, widened
from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    C_KEPT,
    C_WORDS,
    E_CHILD,
    E_EVENT,
    E_FRAME,
    E_INFO,
    E_NEXT,
    E_PRINT,
    E_TIME,
    G_COLUMNS,
    G_ENTRY,
    G_SYMMETRIC,
    G_WORDS,
    P_AREAS,
    P_GROUPS,
    P_KEPT,
    P_SCRATCH,
    P_SIGNATURES,
    P_STACK,
    PER_WORD,
    Q_ROOT,
    Q_WAITING,
    Q_WORDS,
    R_FACE,
    R_LAST,
    R_LAST_FRAME,
    R_OWNER,
    R_START,
    R_START_FRAME,
    R_UP,
    S_GROUP,
    S_UP,
    S_UP_COUNT,
    S_WORDS,
)
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.values import key_print

__all__ = ["melded", "pop_event", "push_event"]

Ints = npt.NDArray[np.int64]


@lean_part
def push_event(heap: Ints, plan: Ints, record: Scalar, parent: Scalar, bit: Scalar) -> Scalar:
    """Let an event wait for a signature that observes it. False where it has no key there."""
    group = plan[plan[P_SIGNATURES] + parent * S_WORDS + S_GROUP]
    row = plan[P_GROUPS] + group * G_WORDS
    values, states = plan[P_SCRATCH], plan[P_SCRATCH] + plan[P_KEPT]
    _spread_values(heap, plan, record)
    print_, side = np.int64(0), 0
    for answer in range(2 if plan[row + G_SYMMETRIC] else 1):
        found = key_print(plan, row, answer, heap, values, heap, states, heap, plan[P_STACK])
        if not answer or found < print_:
            print_, side = found, answer
    if print_ == 0:
        return False
    name = np.int64(0)
    while bit >> name != 1:
        name += 1
    entry = take_block(heap, plan[row + G_ENTRY])
    heap[entry + E_INFO] = parent << 16 | name << 8 | side
    heap[entry + E_TIME], heap[entry + E_FRAME] = heap[record + R_LAST], heap[record + R_LAST_FRAME]
    heap[entry + E_NEXT], heap[entry + E_CHILD] = 0, 0
    heap[entry + E_EVENT], heap[entry + E_PRINT] = record, print_
    if not pack_values(heap, plan, row, entry, heap, values, heap, states):
        packed = entry
        entry = widened(heap, plan, row, packed, heap, values, heap, states)
        give_back(heap, packed, plan[row + G_ENTRY])
    area = plan[P_AREAS] + group * Q_WORDS
    root = area + Q_ROOT
    heap[root] = melded(heap, heap[root], entry) if heap[root] else entry
    heap[area + Q_WAITING] += 1
    return True


@inlined
def _spread_values(heap: Ints, plan: Ints, record: Scalar) -> None:
    """The values that an event passes on, in their columns; all others do not apply.

    An event of answers only has its ends swapped.
    """
    values, states = plan[P_SCRATCH], plan[P_SCRATCH] + plan[P_KEPT]
    for column in range(states, states + plan[P_KEPT]):
        heap[column] = 0
    row = plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS
    columns = plan[plan[P_GROUPS] + plan[row + S_GROUP] * G_WORDS + G_COLUMNS]
    count, up = plan[row + S_UP_COUNT], plan[row + S_UP]
    from_states = record + R_UP
    from_values = from_states + (count + PER_WORD - 1) // PER_WORD
    for each in range(count):
        column = plan[columns + plan[up + 2 * each] * C_WORDS + C_KEPT]
        place = plan[up + 2 * each + 1] if heap[record + R_FACE] >> 1 & 1 else each
        heap[values + column] = heap[from_values + place]
        heap[states + column] = heap[from_states + place // PER_WORD] >> 3 * (place % PER_WORD) & 7


@inlined
def pop_event(heap: Ints, root: Scalar) -> None:
    """Take out the earliest of the events that wait; `root` is where it is named."""
    rest: Scalar = heap[heap[root] + E_CHILD]
    pairs: Scalar = np.int64(0)
    while rest:  # in pairs from the left
        one, other = rest, heap[rest + E_NEXT]
        rest = np.int64(0)
        if other:
            rest = heap[other + E_NEXT]
            one = melded(heap, one, other)
        heap[one + E_NEXT] = pairs
        pairs = one
    whole: Scalar = np.int64(0)
    while pairs:  # and these together from the right
        one, pairs = pairs, heap[pairs + E_NEXT]
        whole = melded(heap, whole, one) if whole else one
    if whole:
        heap[whole + E_NEXT] = 0
    heap[root] = whole


@lean_part
def melded(heap: Ints, one: Scalar, other: Scalar) -> Scalar:
    """Two pairing heaps become one: its earliest event."""
    if _comes_before(heap, other, one):
        one, other = other, one
    heap[other + E_NEXT] = heap[one + E_CHILD]
    heap[one + E_CHILD] = other
    return one


@inlined
def _comes_before(heap: Ints, one: Scalar, other: Scalar) -> Scalar:
    first, second = heap[one + E_EVENT], heap[other + E_EVENT]
    order = _order(heap[one + E_TIME], heap[other + E_TIME])
    if order == 0:
        order = _order(heap[one + E_FRAME], heap[other + E_FRAME])
    if order == 0 and not (first and second):
        return not first  # a packet comes before an event
    if order == 0:
        order = _order(heap[one + E_INFO] >> 8 & 0xFF, heap[other + E_INFO] >> 8 & 0xFF)
    if order == 0:
        order = _order(heap[first + R_START], heap[second + R_START])
    if order == 0:
        order = _order(heap[first + R_START_FRAME], heap[second + R_START_FRAME])
    if order == 0:
        order = _order(heap[first + R_FACE] >> 1 & 1, heap[second + R_FACE] >> 1 & 1)
    if order == 0:
        order = _order(heap[first + R_FACE] >> 2, heap[second + R_FACE] >> 2)
    return order < 0


@inlined
def _order(one: Scalar, other: Scalar) -> Scalar:
    return np.int64(one > other) - np.int64(one < other)
