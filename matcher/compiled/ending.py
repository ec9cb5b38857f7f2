"""The end of an episode: whether it is an event, and what becomes of its record."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.condition import ASK, EITHER, FALSE, TRUE, holds
from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    A_KIND,
    A_OFFSET,
    A_SCOPE,
    A_UNDECIDED,
    A_WORDS,
    H_ASKED,
    H_EVENTS,
    H_EVICTING,
    H_FOUND,
    H_FOUND_COUNT,
    O_BIT,
    O_SIGNATURE,
    O_WORDS,
    P_AGGREGATES,
    P_SIGNATURES,
    P_TRACKED,
    P_WIDE,
    R_COMMON,
    R_DOUBTED,
    R_EVIDENCE,
    R_NEXT,
    R_OWNER,
    R_PARTS,
    R_REASONS,
    R_SEEN,
    R_USES,
    S_AGGREGATE_COUNT,
    S_AGGREGATES,
    S_DOUBTFUL,
    S_DOUBTS,
    S_INTERNAL,
    S_MEASURED,
    S_MEASURED_COUNT,
    S_NAMES,
    S_PARENT_COUNT,
    S_PARENTS,
    S_RECORD,
    S_STATES,
    S_WORDS,
)
from matcher.compiled.memory import give_back
from matcher.compiled.states import forget_state, is_full
from matcher.compiled.waiting import push_event

__all__ = ["accept", "conclude", "drop_record", "is_event", "release_record"]

Ints = npt.NDArray[np.int64]


@lean_part
def conclude(heap: Ints, plan: Ints, record: Scalar) -> None:
    """An episode has ended."""
    truth = is_event(heap, plan, record)
    if truth == TRUE:
        accept(heap, plan, record)
    elif truth == FALSE:
        drop_record(heap, plan, record)


@lean_part
def accept(heap: Ints, plan: Ints, record: Scalar) -> None:
    """An episode is an event: it is found, and waits for the signatures that observe its own."""
    row = plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS
    heap[record + R_USES] = 1
    _forget_states(heap, plan, row, record)  # of a set it is enough to know how large it is
    for each in range(plan[row + S_PARENT_COUNT]):
        observer = plan[row + S_PARENTS] + each * O_WORDS
        if push_event(heap, plan, record, plan[observer + O_SIGNATURE], plan[observer + O_BIT]):
            heap[record + R_USES] += 1
    if plan[row + S_INTERNAL]:
        release_record(heap, plan, record)
        return
    heap[record + R_NEXT] = heap[H_FOUND]
    heap[H_FOUND] = record
    heap[H_FOUND_COUNT] += 1
    heap[H_EVENTS] += 1


@lean_part
def is_event(heap: Ints, plan: Ints, record: Scalar) -> Scalar:
    """Whether an episode that has ended is an event. One that the reference must decide waits for it (ASK)."""
    if heap[record + R_SEEN] == -1:
        return FALSE
    signature = heap[record + R_OWNER] >> 1
    row = plan[P_SIGNATURES] + signature * S_WORDS
    hidden = np.int64(0)
    while True:  # with all patterns; then without those that were not seen and may have been missed
        truth = holds(heap, plan, row, record, hidden)
        if hidden or truth in (FALSE, EITHER):
            break
        heap[record + R_REASONS] |= heap[H_EVICTING]
        hidden = _missed(heap, plan, row, record)
        if truth == ASK or not hidden:
            break
    if truth == ASK:
        heap[record + R_NEXT] = heap[H_ASKED]
        heap[H_ASKED] = record
        return ASK
    if truth != TRUE and not hidden:
        return FALSE
    if truth != TRUE:
        _doubt(heap, plan, row, record, hidden)
    for each in range(plan[row + S_MEASURED_COUNT]):
        number = plan[row + S_AGGREGATES] + plan[plan[row + S_MEASURED] + each]
        aggregate = plan[P_AGGREGATES] + number * A_WORDS
        if plan[aggregate + A_UNDECIDED] and is_full(heap, plan, aggregate, record + plan[aggregate + A_OFFSET]):
            heap[record + R_REASONS] |= plan[aggregate + A_UNDECIDED]
    return TRUE


@inlined
def _missed(heap: Ints, plan: Ints, row: Scalar, record: Scalar) -> Scalar:
    """Patterns that were not seen, and may have been there."""
    doubtful, states = plan[row + S_DOUBTFUL], record + plan[row + S_STATES]
    hidden = np.int64(0)
    for name in range(plan[row + S_NAMES] if doubtful else 0):
        if doubtful >> name & 1 and heap[states + name] == 0:
            hidden |= 1 << name
    return hidden


@inlined
def _doubt(heap: Ints, plan: Ints, row: Scalar, record: Scalar, hidden: Scalar) -> None:
    """Note the patterns that would have changed the answer."""
    first = plan[P_AGGREGATES] + plan[row + S_AGGREGATES] * A_WORDS
    for each in range(plan[row + S_MEASURED_COUNT]):
        scope = plan[first + plan[plan[row + S_MEASURED] + each] * A_WORDS + A_SCOPE]
        for name in range(0 if scope & ~hidden else plan[row + S_NAMES]):
            if scope & hidden & 1 << name:
                heap[record + R_DOUBTED] |= plan[plan[row + S_DOUBTS] + name]


@lean_part
def release_record(heap: Ints, plan: Ints, record: Scalar) -> None:
    """One user fewer; without any, the record is forgotten."""
    heap[record + R_USES] -= 1
    if heap[record + R_USES] <= 0:
        drop_record(heap, plan, record)


@lean_part
def drop_record(heap: Ints, plan: Ints, record: Scalar) -> None:
    """Forget an episode, and what only it was made of."""
    waiting = record
    heap[record + R_NEXT] = 0
    while waiting:
        record, waiting = waiting, heap[waiting + R_NEXT]
        part = heap[record + R_PARTS] if plan[P_TRACKED] else 0
        while part:
            behind, event = heap[part], heap[part + 1]
            give_back(heap, part, 2)
            heap[event + R_USES] -= 1
            if heap[event + R_USES] <= 0:
                heap[event + R_NEXT] = waiting
                waiting = event
            part = behind
        _drop_one(heap, plan, record)


@inlined
def _drop_one(heap: Ints, plan: Ints, record: Scalar) -> None:
    row = plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS
    _forget_states(heap, plan, row, record)
    evidence = heap[record + R_EVIDENCE]
    if evidence:
        give_back(heap, evidence, 2 + 2 * heap[evidence])
    if plan[P_WIDE] and heap[record + R_COMMON] < -1:
        give_back(heap, -heap[record + R_COMMON], heap[-heap[record + R_COMMON]])
    give_back(heap, record, plan[row + S_RECORD])


@inlined
def _forget_states(heap: Ints, plan: Ints, row: Scalar, record: Scalar) -> None:
    """Give back the blocks of all states."""
    for each in range(plan[row + S_NAMES], plan[row + S_AGGREGATE_COUNT]):
        aggregate = plan[P_AGGREGATES] + (plan[row + S_AGGREGATES] + each) * A_WORDS
        forget_state(heap, record + plan[aggregate + A_OFFSET], plan[aggregate + A_KIND])
