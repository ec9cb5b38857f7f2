"""Nodes: what is open under one key of one group of signatures.

Most keys of a telescope or a flood are seen once. Their one packet is an entry in the node's log, and when the node's
time is over it is enough to know that no signature makes an event of such a packet alone. Only where that may be, or
where the log grows, are entries applied, in their order, to records: one for each episode of each signature.

Nodes leave in turn: each has a place in its group's queue with the time that it had then, and takes a new place when it
had more since. That is late by at most once the gap, and nothing depends on it but memory: which observations make an
episode follows from their own times.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.condition import FALSE, TRUE
from matcher.compiled.jit import Scalar, inlined, lean
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    ASKED,
    B_COUNT,
    B_ENTRIES,
    B_NEXT,
    B_PLACES,
    B_WORDS,
    E_FRAME,
    E_INFO,
    E_NEXT,
    E_PRINT,
    E_TIME,
    G_ENTRY,
    G_GAP,
    G_WORDS,
    H_EVENTS,
    H_EVICTING,
    H_FOUND,
    H_FOUND_COUNT,
    H_NODES,
    H_SINK,
    LATE,
    N_COUNT,
    N_ENTRY,
    N_LAST,
    N_LOG,
    N_RECORDS,
    N_TAIL,
    O_BIT,
    O_MAP,
    O_SIGNATURE,
    O_WORDS,
    P_AREAS,
    P_GROUPS,
    P_SEEN,
    P_SIGNATURES,
    P_TOUCHED,
    P_TRACKED,
    Q_BLOCK,
    Q_COUNT,
    Q_LAST,
    Q_READ,
    Q_WORDS,
    R_FIRST,
    R_LAST,
    R_NEXT,
    R_OWNER,
    R_PARTS,
    R_USES,
    S_GAP,
    S_INTERNAL,
    S_NEED_COUNT,
    S_NEEDS,
    S_PARENT_COUNT,
    S_PARENTS,
    S_WORDS,
    T_ALONE,
    T_COUNT,
    T_ROWS,
    WAS_EVICTED,
)
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.records import add_to_record, drop_record, is_event, new_record, release_record
from matcher.compiled.waiting import event_of, push_event

__all__ = ["NEVER", "accept", "add_to_node", "find_slot", "new_node", "settle"]

Ints = npt.NDArray[np.int64]

NEVER = (1 << 63) - 1
_LONG = 8  # entries of a log before they are applied
_AHEAD = 16  # nodes that are fetched together


# --- the queue of a group: blocks of (node, time) ----------------------------------------------------------------------------


@lean
def _queue(heap: Ints, area: Scalar, node: Scalar) -> None:
    """A node takes the last place."""
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
    entry = block + B_ENTRIES + 2 * heap[block + B_COUNT]
    heap[entry], heap[entry + 1] = node, heap[node + N_LAST]
    heap[block + B_COUNT] += 1


@lean
def _first_place(heap: Ints, area: Scalar) -> Scalar:
    """Where the first node of the queue stands, 0 where there is none. Blocks that are done with are given back."""
    block = heap[area + Q_BLOCK]
    if not block:
        return np.int64(0)
    if heap[area + Q_READ] == heap[block + B_COUNT]:
        behind = heap[block + B_NEXT]
        give_back(heap, block, B_WORDS)
        heap[area + Q_BLOCK], heap[area + Q_READ] = behind, 0
        if not behind:
            heap[area + Q_LAST] = 0
            return np.int64(0)
        block = behind
    return block + B_ENTRIES + 2 * heap[area + Q_READ]


@lean
def _fetch_ahead(heap: Ints, table: Ints, area: Scalar, now: Scalar) -> None:
    """Bring the next nodes of the block, and their places in the table, into the cache: loads that do not wait for each
    other."""
    block, mask = heap[area + Q_BLOCK], table.shape[0] // 2 - 1
    first = block + B_ENTRIES + 2 * heap[area + Q_READ]
    behind = min(first + 2 * _AHEAD, block + B_ENTRIES + 2 * heap[block + B_COUNT])
    seen = np.int64(0)
    for entry in range(first, behind, 2):
        if heap[entry + 1] < now:
            seen ^= heap[heap[entry] + N_ENTRY + E_PRINT]
    for entry in range(first, behind, 2):
        if heap[entry + 1] < now:
            seen ^= table[2 * (heap[heap[entry] + N_ENTRY + E_PRINT] & mask)]
    heap[H_SINK] = seen


# --- the table of nodes: two words a place, a fingerprint and the node --------------------------------------------------


@lean
def find_slot(table: Ints, print_: Scalar) -> Scalar:
    """Where a key's node is in the table, or would be."""
    mask = table.shape[0] // 2 - 1
    at = print_ & mask
    while table[2 * at] != print_ and table[2 * at]:
        at = (at + 1) & mask
    return 2 * at


@lean
def _remove_slot(table: Ints, print_: Scalar) -> None:
    """Take a key out of the table; those that it kept from their places move up."""
    mask = table.shape[0] // 2 - 1
    hole = find_slot(table, print_) >> 1
    at = hole
    while True:
        at = (at + 1) & mask
        if table[2 * at] == 0:
            break
        home = table[2 * at] & mask
        if (at - home) & mask >= (at - hole) & mask:
            table[2 * hole], table[2 * hole + 1] = table[2 * at], table[2 * at + 1]
            hole = at
    table[2 * hole] = 0


# --- nodes ---------------------------------------------------------------------------------------------------------------


@lean
def new_node(heap: Ints, plan: Ints, table: Ints, slot: Scalar, group: Scalar, print_: Scalar, time: Scalar) -> Scalar:
    """An open node whose log holds one entry, which the caller fills in."""
    node = take_block(heap, N_ENTRY + plan[plan[P_GROUPS] + group * G_WORDS + G_ENTRY])
    table[slot], table[slot + 1] = print_, node
    heap[node + N_LAST] = time
    heap[node + N_LOG], heap[node + N_TAIL] = node + N_ENTRY, node + N_ENTRY
    heap[node + N_RECORDS], heap[node + N_COUNT] = 0, 1
    heap[node + N_ENTRY + E_NEXT] = 0
    heap[H_NODES] += 1
    area = plan[P_AREAS] + group * Q_WORDS
    heap[area + Q_COUNT] += 1
    _queue(heap, area, node)
    return node


@lean
def add_to_node(heap: Ints, plan: Ints, node: Scalar, group: Scalar, entry: Scalar) -> Scalar:
    """One more entry, which is a block of its own. Whether the log is due: to be applied now rather than later."""
    had = heap[node + N_LOG]
    heap[node + N_LAST] = max(heap[node + N_LAST], heap[entry + E_TIME])
    if had and heap[entry + E_INFO] & LATE and not event_of(heap, plan, group, entry):
        _put_in_order(heap, node, entry)
    else:
        heap[entry + E_NEXT] = 0
        if had:
            heap[heap[node + N_TAIL] + E_NEXT] = entry
        else:
            heap[node + N_LOG] = entry
        heap[node + N_TAIL] = entry
    heap[node + N_COUNT] += 1
    return had == 0 if heap[node + N_RECORDS] else heap[node + N_COUNT] == _LONG


@lean
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


@lean
def _observe(
    heap: Ints, plan: Ints, acts: Ints, node: Scalar, signature: Scalar, side: Scalar, bits: Scalar, entry: Scalar,
    event: Scalar,
) -> None:  # fmt: skip
    """Put an observation into the episode that it belongs to, or into a new one."""
    owner, before = signature << 1 | side, np.int64(0)
    record = heap[node + N_RECORDS]
    while record and heap[record + R_OWNER] != owner:
        before, record = record, heap[record + R_NEXT]
    gap = plan[plan[P_SIGNATURES] + signature * S_WORDS + S_GAP]
    time = heap[entry + E_TIME]
    if record and time - heap[record + R_LAST] > gap:
        if before:
            heap[before + R_NEXT] = heap[record + R_NEXT]
        else:
            heap[node + N_RECORDS] = heap[record + R_NEXT]
        _conclude(heap, plan, record)
        record = np.int64(0)
    # Only what comes later than it could be put in order lies before the episode that is open.
    is_apart = record != 0 and time < heap[record + R_FIRST] - gap
    if not record or is_apart:
        record = new_record(heap, plan, signature, side, heap[node + N_ENTRY + E_PRINT])
        if not is_apart:
            heap[record + R_NEXT] = heap[node + N_RECORDS]
            heap[node + N_RECORDS] = record
    add_to_record(heap, plan, acts, record, bits, entry, event)
    if event:
        _absorb(heap, plan, record, event)
    if is_apart:
        _conclude(heap, plan, record)


@lean
def _absorb(heap: Ints, plan: Ints, record: Scalar, event: Scalar) -> None:
    """An event was observed: it is needed no more, unless it is kept what events were made of."""
    if not plan[P_TRACKED]:
        release_record(heap, plan, event)
        return
    part = take_block(heap, 2)
    heap[part], heap[part + 1] = heap[record + R_PARTS], event
    heap[record + R_PARTS] = part


@lean
def _conclude(heap: Ints, plan: Ints, record: Scalar) -> None:
    """An episode has ended."""
    truth = is_event(heap, plan, record)
    if truth == TRUE:
        accept(heap, plan, record)
    elif truth == FALSE:
        drop_record(heap, plan, record)


@lean
def accept(heap: Ints, plan: Ints, record: Scalar) -> None:
    """An episode is an event: it is found, and waits for the signatures that observe its own."""
    signature = heap[record + R_OWNER] >> 1
    row = plan[P_SIGNATURES] + signature * S_WORDS
    heap[record + R_USES] = 1
    for each in range(plan[row + S_PARENT_COUNT]):
        observer = plan[row + S_PARENTS] + each * O_WORDS
        if push_event(
            heap, plan, record, signature, plan[observer + O_SIGNATURE], plan[observer + O_BIT], plan[observer + O_MAP]
        ):
            heap[record + R_USES] += 1
    if plan[row + S_INTERNAL]:
        release_record(heap, plan, record)
        return
    heap[record + R_NEXT] = heap[H_FOUND]
    heap[H_FOUND] = record
    heap[H_FOUND_COUNT] += 1
    heap[H_EVENTS] += 1


# --- what is due, and the end of a node -------------------------------------------------------------------------------------


@inlined
def _apply(
    heap: Ints, plan: Ints, acts: Ints, node: Scalar, group: Scalar, entry: Scalar, chosen: Scalar
) -> None:  # fmt: skip
    info, seen = heap[entry + E_INFO], plan[P_SEEN]
    event = event_of(heap, plan, group, entry)
    act, rows, row = info >> ACT_SHIFT, np.int64(1), np.int64(0)
    if not event:
        rows = acts[act + T_COUNT]
    for row in range(rows):
        at = act + T_ROWS + 3 * row
        for part in range(2):  # what asks, what answers
            side, signature, bits = np.int64(0), np.int64(0), np.int64(0)
            if event:
                signature, side = info >> 16, info & ASKED
                bits = np.int64(1) << (info >> 8 & 0xFF) if part == 0 else np.int64(0)
            else:
                asked, answered = info & ASKED, info >> ANSWERED_SHIFT & ASKED
                signature = acts[at]
                side = asked if part == 0 else answered
                if asked == answered:
                    bits = acts[at + 1] | acts[at + 2] if part == 0 else np.int64(0)
                else:
                    bits = acts[at + 1 + part]
            if bits and side < 2:
                if not chosen or heap[seen + 2 * signature + side]:
                    _observe(heap, plan, acts, node, signature, side, bits, entry, event)
                elif event:
                    release_record(heap, plan, event)


@inlined
def _apply_log(heap: Ints, plan: Ints, acts: Ints, node: Scalar, group: Scalar, chosen: Scalar) -> None:
    """Apply all entries, in their order, and forget them. `chosen`: only to signatures whose bits are in `P_SEEN`."""
    size = plan[plan[P_GROUPS] + group * G_WORDS + G_ENTRY]
    entry = heap[node + N_LOG]
    heap[node + N_LOG], heap[node + N_TAIL], heap[node + N_COUNT] = 0, 0, 0
    while entry:
        _apply(heap, plan, acts, node, group, entry, chosen)
        behind = heap[entry + E_NEXT]
        if entry != node + N_ENTRY:
            give_back(heap, entry, size)
        entry = behind


@inlined
def _end_records(heap: Ints, plan: Ints, node: Scalar, now: Scalar) -> None:
    """Conclude the episodes that are over; with `NEVER`, all."""
    before, record = np.int64(0), heap[node + N_RECORDS]
    while record:
        behind = heap[record + R_NEXT]
        gap = plan[plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS + S_GAP]
        if now != NEVER and heap[record + R_LAST] + gap >= now:
            before = record
        else:
            if before:
                heap[before + R_NEXT] = behind
            else:
                heap[node + N_RECORDS] = behind
            _conclude(heap, plan, record)
        record = behind


@lean
def settle(
    heap: Ints, plan: Ints, acts: Ints, table: Ints, due: Ints, count: Scalar, group: Scalar, now: Scalar, early: Scalar
) -> Scalar:  # fmt: skip
    """Apply the logs that are due; then let nodes of a group end.

    Args:
        heap, plan, acts, table: The state of the run; the program; what sets of patterns mean; the nodes by their keys.
        due: int64[n, 2]: nodes and their groups; the first `count` of them.
        count: See there.
        group: Whose nodes end, or -1.
        now: Those that nothing at that time or later can join; `NEVER`: all.
        early: So many end although their time is not over; those with the first places in the queue.

    Returns:
        How many nodes ended.
    """
    ended, at = np.int64(0), np.int64(0)
    area = plan[P_AREAS] + max(group, 0) * Q_WORDS
    longest = plan[plan[P_GROUPS] + max(group, 0) * G_WORDS + G_GAP]
    heap[H_EVICTING] = WAS_EVICTED if early else 0
    while True:  # one kind of work after the other, so that what is large is compiled once
        until = np.int64(0)
        is_last, touched, of = False, np.int64(0), group
        if at < count:
            node, of = due[at, 0], due[at, 1]
            at += 1
        else:
            place = _first_place(heap, area) if group >= 0 else np.int64(0)
            if not place or (early and ended == early):
                break
            if not early and now != NEVER and heap[place + 1] + longest >= now:
                break
            if heap[area + Q_READ] % _AHEAD == 0:
                _fetch_ahead(heap, table, area, NEVER if early or now == NEVER else now - longest)
            node = heap[place]
            heap[area + Q_READ] += 1
            is_last = early != 0 or now == NEVER or heap[node + N_LAST] + longest < now
            until = NEVER if is_last else now
            if is_last and not heap[node + N_RECORDS] and heap[node + N_LOG]:
                touched = _gather(heap, plan, acts, node, group)
        _apply_log(heap, plan, acts, node, of, touched != 0)
        for each in range(touched):
            signature = heap[plan[P_TOUCHED] + each]
            heap[plan[P_SEEN] + 2 * signature], heap[plan[P_SEEN] + 2 * signature + 1] = 0, 0
        if until:
            _end_records(heap, plan, node, until)
        if is_last:
            _close(heap, plan, table, node, group)
            ended += 1
        elif until:
            _queue(heap, area, node)
    heap[H_EVICTING] = 0
    return ended


@lean
def _close(heap: Ints, plan: Ints, table: Ints, node: Scalar, group: Scalar) -> None:
    _remove_slot(table, heap[node + N_ENTRY + E_PRINT])
    give_back(heap, node, N_ENTRY + plan[plan[P_GROUPS] + group * G_WORDS + G_ENTRY])
    heap[H_NODES] -= 1
    heap[plan[P_AREAS] + group * Q_WORDS + Q_COUNT] -= 1


@lean
def _gather(heap: Ints, plan: Ints, acts: Ints, node: Scalar, group: Scalar) -> Scalar:
    """For each signature and side, the bits of its patterns in the log, 0 where no event can be made of them.

    Returns how many signatures are listed in `P_TOUCHED`; without any, the log is forgotten: one packet alone is seldom
    an event.
    """
    seen, touched, count = plan[P_SEEN], plan[P_TOUCHED], 0
    entry = heap[node + N_LOG]
    if heap[node + N_COUNT] == 1 and not event_of(heap, plan, group, entry):
        if not acts[(heap[entry + E_INFO] >> ACT_SHIFT) + T_ALONE]:
            heap[node + N_LOG] = 0
            return 0
    while entry:
        info = heap[entry + E_INFO]
        if event_of(heap, plan, group, entry):
            count = _note(heap, seen, touched, count, info >> 16, info & ASKED, np.int64(1) << (info >> 8 & 0xFF))
        else:
            act, asked, answered = info >> ACT_SHIFT, info & ASKED, info >> ANSWERED_SHIFT & ASKED
            for row in range(act + T_ROWS, act + T_ROWS + 3 * acts[act + T_COUNT], 3):
                if asked < 2:
                    count = _note(heap, seen, touched, count, acts[row], asked, acts[row + 1])
                if answered < 2:
                    count = _note(heap, seen, touched, count, acts[row], answered, acts[row + 2])
        entry = heap[entry + E_NEXT]
    for each in range(count):
        signature = heap[touched + each]
        for side in range(2):
            bits = heap[seen + 2 * signature + side]
            if bits and not _is_possible(plan, signature, bits, heap[node + N_COUNT]):
                heap[seen + 2 * signature + side] = 0
    return count


@lean
def _note(
    heap: Ints, seen: Scalar, touched: Scalar, count: Scalar, signature: Scalar, side: Scalar, bits: Scalar
) -> Scalar:  # fmt: skip
    if not bits:
        return count
    if not heap[seen + 2 * signature] and not heap[seen + 2 * signature + 1]:
        heap[touched + count] = signature
        count += 1
    heap[seen + 2 * signature + side] |= bits
    return count


@lean
def _is_possible(plan: Ints, signature: Scalar, bits: Scalar, entries: Scalar) -> Scalar:
    """Whether so many entries, of these patterns among them, may be an event."""
    row = plan[P_SIGNATURES] + signature * S_WORDS
    for term in range(plan[row + S_NEEDS], plan[row + S_NEEDS] + 3 * plan[row + S_NEED_COUNT], 3):
        # Of several entries, those that must not be there may belong to another episode.
        holds = entries > 1 or not bits & plan[term]
        for atom in range(plan[term + 1], plan[term + 1] + 2 * plan[term + 2], 2):
            patterns = np.int64(0)
            left = bits & plan[atom]
            while left:
                left &= left - 1
                patterns += 1
            holds &= patterns * entries >= plan[atom + 1]
        if holds:
            return True
    return False
