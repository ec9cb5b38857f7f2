"""Records: one episode of one signature each, from its first observation until it is an event or is forgotten."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.condition import ASK, FALSE, TRUE, holds
from matcher.compiled.jit import Scalar, lean
from matcher.compiled.layout import (
    A_CODE,
    A_KIND,
    A_OFFSET,
    A_SCOPE,
    A_UNDECIDED,
    A_WORDS,
    ACT_SHIFT,
    E_FRAME,
    E_INFO,
    E_TIME,
    E_VALUES,
    EXTREMES,
    G_STATES,
    G_VALUES,
    G_WORDS,
    H_ASKED,
    H_EVICTING,
    KNOWN,
    LATE,
    P_AGGREGATES,
    P_CODES,
    P_GROUPS,
    P_KEEP,
    P_KEPT,
    P_SCRATCH,
    P_SIGNATURES,
    P_STACK,
    P_TRACKED,
    P_WIDE,
    PER_WORD,
    R_COMMON,
    R_DOUBTED,
    R_EVIDENCE,
    R_FACE,
    R_FACE_FRAME,
    R_FACE_TIME,
    R_FIRST,
    R_FIRST_FRAME,
    R_LAST,
    R_LAST_FRAME,
    R_NEXT,
    R_OWNER,
    R_PACKETS,
    R_PARTS,
    R_PRINT,
    R_REASONS,
    R_START,
    R_START_FRAME,
    R_UP,
    R_USES,
    S_AGGREGATE_COUNT,
    S_AGGREGATES,
    S_DOUBTFUL,
    S_DOUBTS,
    S_GROUP,
    S_MEASURED,
    S_MEASURED_COUNT,
    S_NAMES,
    S_RECORD,
    S_RESPONDERS,
    S_UP,
    S_UP_COUNT,
    S_WORDS,
    STEP,
    T_COMMON,
    T_LIST,
    TOKEN,
    UNTIMED,
    WAS_LATE,
    WAS_UNTIMED,
)
from matcher.compiled.memory import give_back, grown, take_block
from matcher.compiled.states import begin_state, feed_state, forget_state, is_full
from matcher.compiled.values import compute

__all__ = ["add_to_record", "drop_record", "is_event", "new_record", "release_record"]

Ints = npt.NDArray[np.int64]

_LATEST = (1 << 63) - 1


@lean
def new_record(heap: Ints, plan: Ints, signature: Scalar, side: Scalar, print_: Scalar) -> Scalar:
    """An episode of which nothing was seen yet."""
    row = plan[P_SIGNATURES] + signature * S_WORDS
    record = take_block(heap, plan[row + S_RECORD])
    for word in range(R_UP):
        heap[record + word] = 0
    heap[record + R_OWNER] = signature << 1 | side
    heap[record + R_PRINT] = print_
    heap[record + R_COMMON] = -1
    heap[record + R_FACE] = 2
    heap[record + R_FACE_TIME] = _LATEST
    for each in range(plan[row + S_AGGREGATE_COUNT]):
        aggregate = plan[P_AGGREGATES] + (plan[row + S_AGGREGATES] + each) * A_WORDS
        begin_state(heap, record + plan[aggregate + A_OFFSET], plan[aggregate + A_KIND])
    return record


@lean
def add_to_record(
    heap: Ints, plan: Ints, acts: Ints, record: Scalar, bits: Scalar, entry: Scalar, event: Scalar
) -> None:  # fmt: skip
    """One more observation, of the patterns `bits`: a packet, or an event's record (0 for a packet)."""
    signature = heap[record + R_OWNER] >> 1
    row = plan[P_SIGNATURES] + signature * S_WORDS
    time, frame = heap[entry + E_TIME], heap[entry + E_FRAME]
    start, start_frame = time, frame
    if event:
        start, start_frame = heap[event + R_START], heap[event + R_START_FRAME]
    _feed(heap, plan, row, record, bits, entry, start)
    _cover(heap, record, time, frame, start, start_frame)
    answers_only = 0 if bits & ~plan[row + S_RESPONDERS] else 1
    if event:
        heap[record + R_PACKETS] += heap[event + R_PACKETS]
        heap[record + R_REASONS] |= heap[event + R_REASONS]
        heap[record + R_DOUBTED] |= heap[event + R_DOUBTED]
        face = heap[event + R_FACE]
        swapped = (face & 1) ^ (face >> 1 & 1)
        _represent(heap, plan, row, record, entry, answers_only, start, start_frame, face >> 2 << 2 | swapped)
        _narrow(heap, plan, acts, record, heap[event + R_COMMON], heap[event + R_COMMON])
        _take_evidence(heap, plan, record, event)
    else:
        info = heap[entry + E_INFO]
        act = info >> ACT_SHIFT
        heap[record + R_PACKETS] += 1
        if info & UNTIMED:
            heap[record + R_REASONS] |= WAS_UNTIMED
        if info & LATE:
            heap[record + R_REASONS] |= WAS_LATE
        _represent(heap, plan, row, record, entry, answers_only, start, start_frame, frame << 2)
        _narrow(heap, plan, acts, record, acts[act + T_COMMON], acts[act + T_LIST])
        _keep_evidence(heap, record, plan[P_KEEP], time, frame)


@lean
def _feed(heap: Ints, plan: Ints, row: Scalar, record: Scalar, bits: Scalar, entry: Scalar, start: Scalar) -> None:
    group = plan[P_GROUPS] + plan[row + S_GROUP] * G_WORDS
    values = entry + E_VALUES + plan[group + G_STATES]
    first = plan[P_AGGREGATES] + plan[row + S_AGGREGATES] * A_WORDS
    is_unpacked = False
    for aggregate in range(first, first + plan[row + S_AGGREGATE_COUNT] * A_WORDS, A_WORDS):
        if not bits & plan[aggregate + A_SCOPE]:
            continue
        code, value = plan[aggregate + A_CODE], np.int64(0)
        if code >= 0:
            body = plan[plan[P_CODES] + code]
            if plan[plan[P_CODES] + code + 1] - body == 3:
                column = plan[body + 1]
                state = heap[entry + E_VALUES + column // PER_WORD] >> 3 * (column % PER_WORD) & 7
                value = heap[values + column]
            else:
                if not is_unpacked:
                    _unpack(heap, plan, entry + E_VALUES, plan[group + G_VALUES])
                    is_unpacked = True
                state, value = compute(
                    plan, code, heap, values, heap, plan[P_SCRATCH] + plan[P_KEPT], heap, plan[P_STACK]
                )  # fmt: skip
            if state not in (KNOWN, TOKEN):
                continue
            if state == TOKEN and plan[aggregate + A_KIND] in (EXTREMES, STEP):
                continue
        feed_state(
            heap, plan, aggregate, record + plan[aggregate + A_OFFSET], heap[entry + E_TIME], heap[entry + E_FRAME],
            start, value,
        )  # fmt: skip


@lean
def _unpack(heap: Ints, plan: Ints, states: Scalar, count: Scalar) -> None:
    """The states of an entry's values, one a word, into the room for that."""
    to = plan[P_SCRATCH] + plan[P_KEPT]
    for column in range(count):
        heap[to + column] = heap[states + column // PER_WORD] >> 3 * (column % PER_WORD) & 7


@lean
def _cover(heap: Ints, record: Scalar, time: Scalar, frame: Scalar, start: Scalar, start_frame: Scalar) -> None:
    is_first = heap[record + R_PACKETS] == 0
    if is_first or _is_before(time, frame, heap[record + R_FIRST], heap[record + R_FIRST_FRAME]):
        heap[record + R_FIRST], heap[record + R_FIRST_FRAME] = time, frame
    if is_first or _is_before(heap[record + R_LAST], heap[record + R_LAST_FRAME], time, frame):
        heap[record + R_LAST], heap[record + R_LAST_FRAME] = time, frame
    if is_first or _is_before(start, start_frame, heap[record + R_START], heap[record + R_START_FRAME]):
        heap[record + R_START], heap[record + R_START_FRAME] = start, start_frame


@lean
def _is_before(time: Scalar, frame: Scalar, other: Scalar, other_frame: Scalar) -> Scalar:
    return time < other or (time == other and frame < other_frame)


@lean
def _represent(
    heap: Ints, plan: Ints, row: Scalar, record: Scalar, entry: Scalar, answers_only: Scalar, start: Scalar,
    start_frame: Scalar, face: Scalar,
) -> None:  # fmt: skip
    """The earliest that asks stands for all; where all answer, the earliest of these."""
    has = heap[record + R_FACE] >> 1 & 1
    if heap[record + R_FACE_TIME] != _LATEST:
        if answers_only > has:
            return
        if answers_only == has and not _is_before(
            start, start_frame, heap[record + R_FACE_TIME], heap[record + R_FACE_FRAME]
        ):
            return
    heap[record + R_FACE] = face | answers_only << 1
    heap[record + R_FACE_TIME], heap[record + R_FACE_FRAME] = start, start_frame
    count = plan[row + S_UP_COUNT]
    if not count:
        return
    group = plan[P_GROUPS] + plan[row + S_GROUP] * G_WORDS
    states, values = entry + E_VALUES, entry + E_VALUES + plan[group + G_STATES]
    words = (count + PER_WORD - 1) // PER_WORD
    for word in range(words):
        heap[record + R_UP + word] = 0
    for each in range(count):
        column = plan[plan[row + S_UP] + 2 * each]
        state = heap[states + column // PER_WORD] >> 3 * (column % PER_WORD) & 7
        heap[record + R_UP + each // PER_WORD] |= state << 3 * (each % PER_WORD)
        heap[record + R_UP + words + each] = heap[values + column]


# --- the signatures that match all packets -----------------------------------------------------------------------------


@lean
def _narrow(heap: Ints, plan: Ints, acts: Ints, record: Scalar, bits: Scalar, listed: Scalar) -> None:
    """Keep those signatures that match this observation as well: a word of bits, or a list (see `R_COMMON`)."""
    if not plan[P_WIDE]:
        heap[record + R_COMMON] &= bits
        return
    mine = heap[record + R_COMMON]
    if mine == listed:
        return
    if mine == -1:  # nothing was observed before
        heap[record + R_COMMON] = listed if listed >= 0 else -_copy_list(heap, heap, -listed)
        return
    if mine >= 0:
        mine = -_copy_list(heap, acts, mine)
        heap[record + R_COMMON] = mine
    if listed >= 0:
        _retain(heap, -mine, acts, listed)
    else:
        _retain(heap, -mine, heap, -listed)


@lean
def _copy_list(heap: Ints, source: Ints, listed: Scalar) -> Scalar:
    """A list in the heap: room, how many, the numbers."""
    count = source[listed + 1]
    fresh = take_block(heap, 2 + count)
    heap[fresh] = 2 + count
    for word in range(1, 2 + count):
        heap[fresh + word] = source[listed + word]
    return fresh


@lean
def _retain(heap: Ints, mine: Scalar, source: Ints, listed: Scalar) -> None:
    """Keep what the other list has as well; both are ascending."""
    count, at, kept = source[listed + 1], 0, 0
    for each in range(heap[mine + 1]):
        number = heap[mine + 2 + each]
        while at < count and source[listed + 2 + at] < number:
            at += 1
        if at < count and source[listed + 2 + at] == number:
            heap[mine + 2 + kept] = number
            kept += 1
    heap[mine + 1] = kept


# --- evidence -------------------------------------------------------------------------------------------------------------


@lean
def _keep_evidence(heap: Ints, record: Scalar, most: Scalar, time: Scalar, frame: Scalar) -> None:
    """Keep the earliest packets, in their order; one that comes through two observed events is kept once."""
    block = heap[record + R_EVIDENCE]
    if not block:
        if most == 0:
            return
        block = take_block(heap, 2 + 2)
        heap[block], heap[block + 1] = 1, 0
        heap[record + R_EVIDENCE] = block
    room, count = heap[block], heap[block + 1]
    at = count
    while at and _is_before(time, frame, heap[block + 2 * at], heap[block + 2 * at + 1]):
        at -= 1
    if at == most or (at and heap[block + 2 * at] == time and heap[block + 2 * at + 1] == frame):
        return
    if count == most:
        count -= 1
    elif count == room:
        larger = min(2 * room, most)
        block = grown(heap, block, 2 + 2 * room, 2 + 2 * larger)
        heap[block] = larger
        heap[record + R_EVIDENCE] = block
    for each in range(count, at, -1):
        heap[block + 2 + 2 * each], heap[block + 3 + 2 * each] = heap[block + 2 * each], heap[block + 1 + 2 * each]
    heap[block + 2 + 2 * at], heap[block + 3 + 2 * at] = time, frame
    heap[block + 1] = count + 1


@lean
def _take_evidence(heap: Ints, plan: Ints, record: Scalar, event: Scalar) -> None:
    theirs = heap[event + R_EVIDENCE]
    if theirs:
        for each in range(heap[theirs + 1]):
            _keep_evidence(heap, record, plan[P_KEEP], heap[theirs + 2 + 2 * each], heap[theirs + 3 + 2 * each])


# --- the end ----------------------------------------------------------------------------------------------------------------


@lean
def is_event(heap: Ints, plan: Ints, record: Scalar) -> Scalar:
    """Whether an episode that has ended is an event. One that the reference must decide waits for it (ASK)."""
    signature = heap[record + R_OWNER] >> 1
    row = plan[P_SIGNATURES] + signature * S_WORDS
    truth = holds(heap, plan, signature, record, 0)
    if truth in (TRUE, ASK):
        heap[record + R_REASONS] |= heap[H_EVICTING]
    if truth == TRUE:
        truth = _doubt(heap, plan, row, signature, record)
    if truth == ASK:
        heap[record + R_NEXT] = heap[H_ASKED]
        heap[H_ASKED] = record
        return ASK
    if truth != TRUE:
        return FALSE
    for each in range(plan[row + S_MEASURED_COUNT]):
        number = plan[row + S_AGGREGATES] + plan[plan[row + S_MEASURED] + each]
        aggregate = plan[P_AGGREGATES] + number * A_WORDS
        if plan[aggregate + A_UNDECIDED] and is_full(heap, plan, aggregate, record + plan[aggregate + A_OFFSET]):
            heap[record + R_REASONS] |= plan[aggregate + A_UNDECIDED]
    return TRUE


@lean
def _doubt(heap: Ints, plan: Ints, row: Scalar, signature: Scalar, record: Scalar) -> Scalar:
    """Note the patterns that were not seen, may have been missed, and would have changed the answer."""
    doubtful = plan[row + S_DOUBTFUL]
    if not doubtful:
        return TRUE
    first = plan[P_AGGREGATES] + plan[row + S_AGGREGATES] * A_WORDS
    hidden = np.int64(0)
    for name in range(plan[row + S_NAMES]):  # the first aggregates count the names
        if doubtful >> name & 1 and heap[record + plan[first + name * A_WORDS + A_OFFSET]] == 0:
            hidden |= 1 << name
    if not hidden:
        return TRUE
    truth = holds(heap, plan, signature, record, hidden)
    if truth in (TRUE, ASK):
        return truth
    for each in range(plan[row + S_MEASURED_COUNT]):
        scope = plan[first + plan[plan[row + S_MEASURED] + each] * A_WORDS + A_SCOPE]
        if scope & ~hidden:
            continue
        for name in range(plan[row + S_NAMES]):
            if scope & hidden & 1 << name:
                heap[record + R_DOUBTED] |= plan[plan[row + S_DOUBTS] + name]
    return TRUE


@lean
def release_record(heap: Ints, plan: Ints, record: Scalar) -> None:
    """One user fewer; without any, the record is forgotten."""
    heap[record + R_USES] -= 1
    if heap[record + R_USES] <= 0:
        drop_record(heap, plan, record)


@lean
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


@lean
def _drop_one(heap: Ints, plan: Ints, record: Scalar) -> None:
    row = plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS
    for each in range(plan[row + S_AGGREGATE_COUNT]):
        aggregate = plan[P_AGGREGATES] + (plan[row + S_AGGREGATES] + each) * A_WORDS
        forget_state(heap, record + plan[aggregate + A_OFFSET], plan[aggregate + A_KIND])
    evidence = heap[record + R_EVIDENCE]
    if evidence:
        give_back(heap, evidence, 2 + 2 * heap[evidence])
    if plan[P_WIDE] and heap[record + R_COMMON] < -1:
        give_back(heap, -heap[record + R_COMMON], heap[-heap[record + R_COMMON]])
    give_back(heap, record, plan[row + S_RECORD])
