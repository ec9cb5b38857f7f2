"""Records: one episode of one signature each, from its first observation until it is an event or is forgotten."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.entries import value_of
from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    A_CODE,
    A_KIND,
    A_OFFSET,
    A_SCOPE,
    A_WORDS,
    ACT_SHIFT,
    E_FRAME,
    E_INFO,
    E_TIME,
    EXTREMES,
    G_VALUES,
    G_WORDS,
    KNOWN,
    LATE,
    P_AGGREGATES,
    P_CODES,
    P_GROUPS,
    P_KEEP,
    P_KEPT,
    P_SCRATCH,
    P_STACK,
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
    R_OWNER,
    R_PACKETS,
    R_PRINT,
    R_REASONS,
    R_SEEN,
    R_START,
    R_START_FRAME,
    R_UP,
    S_AGGREGATE_COUNT,
    S_AGGREGATES,
    S_GROUP,
    S_NAMES,
    S_NEED_COUNT,
    S_NEEDS,
    S_RECORD,
    S_RESPONDERS,
    S_STATES,
    S_UP,
    S_UP_COUNT,
    STEP,
    T_COMMON,
    T_LIST,
    TOKEN,
    UNTIMED,
    WAS_LATE,
    WAS_UNTIMED,
)
from matcher.compiled.memory import grown, take_block
from matcher.compiled.states import begin_state, feed_state
from matcher.compiled.values import compute

__all__ = ["add_to_record", "cover", "is_hopeless", "new_record"]

Ints = npt.NDArray[np.int64]

_LATEST = (1 << 63) - 1


@lean_part
def new_record(heap: Ints, plan: Ints, row: Scalar, owner: Scalar, print_: Scalar) -> Scalar:
    """An episode of which nothing was seen yet."""
    record = take_block(heap, plan[row + S_RECORD])
    for word in range(record, record + R_UP):
        heap[word] = 0
    heap[record + R_OWNER], heap[record + R_PRINT] = owner, print_
    heap[record + R_COMMON] = -1
    heap[record + R_FACE], heap[record + R_FACE_TIME] = 2, _LATEST
    names, states = plan[row + S_NAMES], record + plan[row + S_STATES]
    for word in range(states, states + names):
        heap[word] = 0
    for each in range(names, plan[row + S_AGGREGATE_COUNT]):
        aggregate = plan[P_AGGREGATES] + (plan[row + S_AGGREGATES] + each) * A_WORDS
        begin_state(heap, record + plan[aggregate + A_OFFSET], plan[aggregate + A_KIND])
    return record


@inlined
def is_hopeless(heap: Ints, plan: Ints, row: Scalar, record: Scalar, bits: Scalar) -> Scalar:
    """Whether an episode can become no event any more, with these patterns in it: one that must not be there is.

    What is hopeless need only know how long it goes on. Most connections that carry data are, after a few packets.
    """
    seen = heap[record + R_SEEN]
    if bits & ~seen:
        seen |= bits
        is_open = False
        for term in range(plan[row + S_NEEDS], plan[row + S_NEEDS] + 3 * plan[row + S_NEED_COUNT], 3):
            is_open |= not seen & plan[term]
        if not is_open:
            seen = np.int64(-1)
        heap[record + R_SEEN] = seen
    return seen == -1


@lean_part
def add_to_record(
    heap: Ints, plan: Ints, acts: Ints, row: Scalar, record: Scalar, bits: Scalar, entry: Scalar, event: Scalar
) -> None:  # fmt: skip
    """One more observation, of the patterns `bits`: a packet, or an event's record (0 for a packet)."""
    time, frame, info = heap[entry + E_TIME], heap[entry + E_FRAME], heap[entry + E_INFO]
    start, start_frame, face = time, frame, frame << 2
    if event:
        start, start_frame = heap[event + R_START], heap[event + R_START_FRAME]
        face = heap[event + R_FACE]
        face = face >> 2 << 2 | ((face & 1) ^ (face >> 1 & 1))
    group = plan[P_GROUPS] + plan[row + S_GROUP] * G_WORDS
    _feed(heap, plan, group, row, record, bits, entry, start)
    if heap[record + R_PACKETS] == 0 or _is_before(
        start, start_frame, heap[record + R_START], heap[record + R_START_FRAME]
    ):
        heap[record + R_START], heap[record + R_START_FRAME] = start, start_frame
    answers_only = 0 if bits & ~plan[row + S_RESPONDERS] else 1
    if _represents(heap, record, answers_only, start, start_frame):
        heap[record + R_FACE] = face | answers_only << 1
        heap[record + R_FACE_TIME], heap[record + R_FACE_FRAME] = start, start_frame
        _keep_values(heap, plan, group, row, record, entry)
    common, listed, packets = np.int64(0), np.int64(0), np.int64(1)
    if event:
        common = listed = heap[event + R_COMMON]
        packets = heap[event + R_PACKETS]
        heap[record + R_REASONS] |= heap[event + R_REASONS]
        heap[record + R_DOUBTED] |= heap[event + R_DOUBTED]
    else:
        common, listed = acts[(info >> ACT_SHIFT) + T_COMMON], acts[(info >> ACT_SHIFT) + T_LIST]
        if info & (UNTIMED | LATE):
            heap[record + R_REASONS] |= (WAS_UNTIMED if info & UNTIMED else 0) | (WAS_LATE if info & LATE else 0)
    heap[record + R_PACKETS] += packets
    if plan[P_WIDE]:
        _narrow(heap, acts, record, listed)
    else:
        heap[record + R_COMMON] &= common
    _keep_evidence(heap, plan[P_KEEP], record, event, time, frame)


@inlined
def cover(heap: Ints, record: Scalar, time: Scalar, frame: Scalar) -> None:
    """An episode reaches from its first observation to its last."""
    is_first = heap[record + R_SEEN] == 0
    if is_first or _is_before(time, frame, heap[record + R_FIRST], heap[record + R_FIRST_FRAME]):
        heap[record + R_FIRST], heap[record + R_FIRST_FRAME] = time, frame
    if is_first or _is_before(heap[record + R_LAST], heap[record + R_LAST_FRAME], time, frame):
        heap[record + R_LAST], heap[record + R_LAST_FRAME] = time, frame


@inlined
def _feed(
    heap: Ints, plan: Ints, group: Scalar, row: Scalar, record: Scalar, bits: Scalar, entry: Scalar, start: Scalar
) -> None:  # fmt: skip
    """Bring the aggregates up to date. The first of them count the names."""
    names, states = plan[row + S_NAMES], record + plan[row + S_STATES]
    for name in range(names):
        heap[states + name] += bits >> name & 1
    first = plan[P_AGGREGATES] + plan[row + S_AGGREGATES] * A_WORDS
    for aggregate in range(first + names * A_WORDS, first + plan[row + S_AGGREGATE_COUNT] * A_WORDS, A_WORDS):
        if not bits & plan[aggregate + A_SCOPE]:
            continue
        kind, code, value = plan[aggregate + A_KIND], plan[aggregate + A_CODE], np.int64(0)
        if code >= 0:
            state, value = _computed(heap, plan, group, entry, code)
            if state != KNOWN and (state != TOKEN or kind in (EXTREMES, STEP)):
                continue
        feed_state(
            heap, plan, aggregate, record + plan[aggregate + A_OFFSET], heap[entry + E_TIME], heap[entry + E_FRAME],
            start, value,
        )  # fmt: skip


@inlined
def _computed(heap: Ints, plan: Ints, group: Scalar, entry: Scalar, code: Scalar) -> tuple[Scalar, Scalar]:
    """The state and the value of a code over an entry's values."""
    body = plan[plan[P_CODES] + code]
    is_plain = plan[plan[P_CODES] + code + 1] - body == 3
    room, kept = plan[P_SCRATCH], plan[P_KEPT]
    first = plan[body + 1] if is_plain else 0
    state, value = np.int64(0), np.int64(0)
    for each in range(first, first + 1 if is_plain else plan[group + G_VALUES]):
        state, value = value_of(heap, plan, group, entry, each)
        heap[room + each], heap[room + kept + each] = value, state
    if not is_plain:
        state, value = compute(plan, code, heap, room, heap, room + kept, heap, plan[P_STACK])
    return state, value


@inlined
def _is_before(time: Scalar, frame: Scalar, other: Scalar, other_frame: Scalar) -> Scalar:
    return time < other or (time == other and frame < other_frame)


@inlined
def _represents(heap: Ints, record: Scalar, answers_only: Scalar, start: Scalar, start_frame: Scalar) -> Scalar:
    """Whether an observation stands for all: the earliest that asks; where all answer, the earliest of these."""
    has = heap[record + R_FACE] >> 1 & 1
    is_earlier = _is_before(start, start_frame, heap[record + R_FACE_TIME], heap[record + R_FACE_FRAME])
    return heap[record + R_FACE_TIME] == _LATEST or answers_only < has or (answers_only == has and is_earlier)


@inlined
def _keep_values(heap: Ints, plan: Ints, group: Scalar, row: Scalar, record: Scalar, entry: Scalar) -> None:
    """The values that observers may ask for."""
    count = plan[row + S_UP_COUNT]
    states = record + R_UP
    values = states + (count + PER_WORD - 1) // PER_WORD
    for word in range(states, values):
        heap[word] = 0
    for each in range(count):
        state, value = value_of(heap, plan, group, entry, plan[plan[row + S_UP] + 2 * each])
        heap[states + each // PER_WORD] |= state << 3 * (each % PER_WORD)
        heap[values + each] = value


# --- the signatures that match all packets ----------------------------------------------------------------------------


@lean_part
def _narrow(heap: Ints, acts: Ints, record: Scalar, listed: Scalar) -> None:
    """Keep those signatures that match this observation as well, where they are lists (see `R_COMMON`)."""
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


@lean_part
def _copy_list(heap: Ints, source: Ints, listed: Scalar) -> Scalar:
    """A list in the heap: room, how many, the numbers."""
    count = source[listed + 1]
    fresh = take_block(heap, 2 + count)
    heap[fresh] = 2 + count
    for word in range(1, 2 + count):
        heap[fresh + word] = source[listed + word]
    return fresh


@lean_part
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


# --- evidence ---------------------------------------------------------------------------------------------------------


@inlined
def _keep_evidence(heap: Ints, most: Scalar, record: Scalar, event: Scalar, time: Scalar, frame: Scalar) -> None:
    """A packet, or the packets that an event has kept."""
    theirs, count = np.int64(0), np.int64(1)
    if event:
        theirs = heap[event + R_EVIDENCE]
        count = heap[theirs + 1] if theirs else np.int64(0)
    for each in range(count if most else 0):
        if theirs:
            time, frame = heap[theirs + 2 + 2 * each], heap[theirs + 3 + 2 * each]
        block = heap[record + R_EVIDENCE]
        if (
            block
            and heap[block + 1] == most
            and not _is_before(time, frame, heap[block + 2 * most], heap[block + 1 + 2 * most])
        ):
            break  # what follows is not earlier
        if not block:
            block = take_block(heap, 2 + 2)
            heap[block], heap[block + 1] = 1, 0
        heap[record + R_EVIDENCE] = _put_evidence(heap, block, most, time, frame)


@lean_part
def _put_evidence(heap: Ints, block: Scalar, most: Scalar, time: Scalar, frame: Scalar) -> Scalar:
    """Keep the earliest packets, in their order; one that comes through two observed events is kept once."""
    room, count = heap[block], heap[block + 1]
    at = count
    while at and _is_before(time, frame, heap[block + 2 * at], heap[block + 2 * at + 1]):
        at -= 1
    if at and heap[block + 2 * at] == time and heap[block + 2 * at + 1] == frame:
        return block
    if count == most:
        count -= 1
    elif count == room:
        larger = min(2 * room, most)
        block = grown(heap, block, 2 + 2 * room, 2 + 2 * larger)
        heap[block] = larger
    for each in range(count, at, -1):
        heap[block + 2 + 2 * each], heap[block + 3 + 2 * each] = heap[block + 2 * each], heap[block + 1 + 2 * each]
    heap[block + 2 + 2 * at], heap[block + 3 + 2 * at] = time, frame
    heap[block + 1] = count + 1
    return block
