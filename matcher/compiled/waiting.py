"""Events that wait for their place in time: a pairing heap for each group that observes.

Fredman, Sedgewick, Sleator and Tarjan 1986. It needs no room besides two words of each entry, and events come nearly
in order, which makes it fast. The order is that of the reference executor: by moment, then by which name the observer
has for the event, then by its beginning and by the packet that stands for it.
"""

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
    G_COLUMNS,
    G_ENTRY,
    G_LEVEL,
    G_STATES,
    G_SYMMETRIC,
    G_VALUES,
    G_WORDS,
    P_AREAS,
    P_GROUPS,
    P_KEPT,
    P_SCRATCH,
    P_SIGNATURES,
    P_STACK,
    PER_WORD,
    Q_ROOT,
    Q_WORDS,
    R_FACE,
    R_LAST,
    R_LAST_FRAME,
    R_START,
    R_START_FRAME,
    R_UP,
    S_GROUP,
    S_UP,
    S_UP_COUNT,
    S_WORDS,
    X_CHILD,
    X_EVENT,
)
from matcher.compiled.memory import take_block
from matcher.compiled.values import key_print

__all__ = ["event_of", "pop_event", "push_event"]

Ints = npt.NDArray[np.int64]


@lean
def event_of(heap: Ints, plan: Ints, group: Scalar, entry: Scalar) -> Scalar:
    """The record that an entry of a group stands for, 0 for a packet."""
    row = plan[P_GROUPS] + group * G_WORDS
    if plan[row + G_LEVEL] == 0:
        return 0
    return heap[entry + E_VALUES + plan[row + G_STATES] + plan[row + G_VALUES] + X_EVENT]


@lean
def push_event(heap: Ints, plan: Ints, record: Scalar, signature: Scalar, parent: Scalar, bit: Scalar, places: Scalar
) -> Scalar:  # fmt: skip
    """Let an event wait for a signature that observes it. False where it has no key there."""
    own = plan[P_SIGNATURES] + signature * S_WORDS
    group = plan[plan[P_SIGNATURES] + parent * S_WORDS + S_GROUP]
    row = plan[P_GROUPS] + group * G_WORDS
    _spread_values(heap, plan, own, record)
    print_ = key_print(
        plan, group, 0, heap, plan[P_SCRATCH], heap, plan[P_SCRATCH] + plan[P_KEPT], heap, plan[P_STACK]
    )  # fmt: skip
    if print_ == 0:
        return False
    side = 0
    if plan[row + G_SYMMETRIC]:
        other = key_print(
            plan, group, 1, heap, plan[P_SCRATCH], heap, plan[P_SCRATCH] + plan[P_KEPT], heap, plan[P_STACK]
        )  # fmt: skip
        if other < print_:
            print_, side = other, 1
    entry = take_block(heap, plan[row + G_ENTRY])
    name = np.int64(0)
    while bit >> name != 1:
        name += 1
    heap[entry + E_TIME], heap[entry + E_FRAME] = heap[record + R_LAST], heap[record + R_LAST_FRAME]
    heap[entry + E_INFO] = parent << 16 | name << 8 | side
    heap[entry + E_PRINT] = print_
    states = entry + E_VALUES
    values = states + plan[row + G_STATES]
    extra = values + plan[row + G_VALUES]
    for word in range(states, values):
        heap[word] = 0
    words = (plan[own + S_UP_COUNT] + PER_WORD - 1) // PER_WORD
    for each in range(plan[row + G_VALUES]):
        place = _place(heap, plan, own, record, plan[places + each])
        if place >= 0:
            state = heap[record + R_UP + place // PER_WORD] >> 3 * (place % PER_WORD) & 7
            heap[states + each // PER_WORD] |= state << 3 * (each % PER_WORD)
            heap[values + each] = heap[record + R_UP + words + place]
    heap[extra + X_EVENT], heap[extra + X_CHILD] = record, 0
    root = plan[P_AREAS] + group * Q_WORDS + Q_ROOT
    heap[entry + E_NEXT] = 0
    heap[root] = _melded(heap, heap[root], entry, extra - entry) if heap[root] else entry
    return True


@lean
def _place(heap: Ints, plan: Ints, own: Scalar, record: Scalar, place: Scalar) -> Scalar:
    """Where a value of an event stands: an event of answers only has its ends swapped."""
    if place >= 0 and heap[record + R_FACE] >> 1 & 1:
        return plan[plan[own + S_UP] + 2 * place + 1]
    return place


@lean
def _spread_values(heap: Ints, plan: Ints, own: Scalar, record: Scalar) -> None:
    """The values that an event passes on, in their columns; all others do not apply."""
    room, kept = plan[P_SCRATCH], plan[P_KEPT]
    for column in range(kept):
        heap[room + kept + column] = 0
    columns = plan[plan[P_GROUPS] + plan[own + S_GROUP] * G_WORDS + G_COLUMNS]
    count = plan[own + S_UP_COUNT]
    words = (count + PER_WORD - 1) // PER_WORD
    for each in range(count):
        column = plan[columns + plan[plan[own + S_UP] + 2 * each]]
        place = _place(heap, plan, own, record, each)
        heap[room + column] = heap[record + R_UP + words + place]
        heap[room + kept + column] = heap[record + R_UP + place // PER_WORD] >> 3 * (place % PER_WORD) & 7


@lean
def pop_event(heap: Ints, plan: Ints, group: Scalar) -> Scalar:
    """Take the earliest event that waits."""
    row = plan[P_GROUPS] + group * G_WORDS
    extra = E_VALUES + plan[row + G_STATES] + plan[row + G_VALUES]
    root = plan[P_AREAS] + group * Q_WORDS + Q_ROOT
    first = heap[root]
    rest = heap[first + extra + X_CHILD]
    pairs = np.int64(0)
    while rest:  # in pairs from the left
        one, other = rest, heap[rest + E_NEXT]
        rest = heap[other + E_NEXT] if other else np.int64(0)
        heap[one + E_NEXT] = 0
        if other:
            heap[other + E_NEXT] = 0
            one = _melded(heap, one, other, extra)
        heap[one + E_NEXT] = pairs
        pairs = one
    whole = np.int64(0)
    while pairs:  # and these together from the right
        one, pairs = pairs, heap[pairs + E_NEXT]
        heap[one + E_NEXT] = 0
        whole = _melded(heap, whole, one, extra) if whole else one
    heap[root] = whole
    return first


@lean
def _melded(heap: Ints, one: Scalar, other: Scalar, extra: Scalar) -> Scalar:
    if _comes_before(heap, other, one, extra):
        one, other = other, one
    heap[other + E_NEXT] = heap[one + extra + X_CHILD]
    heap[one + extra + X_CHILD] = other
    return one


@lean
def _comes_before(heap: Ints, one: Scalar, other: Scalar, extra: Scalar) -> Scalar:
    for word in (E_TIME, E_FRAME):
        if heap[one + word] != heap[other + word]:
            return heap[one + word] < heap[other + word]
    names = heap[one + E_INFO] >> 8 & 0xFF, heap[other + E_INFO] >> 8 & 0xFF
    if names[0] != names[1]:
        return names[0] < names[1]
    first, second = heap[one + extra + X_EVENT], heap[other + extra + X_EVENT]
    for word in (R_START, R_START_FRAME):
        if heap[first + word] != heap[second + word]:
            return heap[first + word] < heap[second + word]
    answers = heap[first + R_FACE] >> 1 & 1, heap[second + R_FACE] >> 1 & 1
    if answers[0] != answers[1]:
        return answers[0] < answers[1]
    return heap[first + R_FACE] >> 2 < heap[second + R_FACE] >> 2
