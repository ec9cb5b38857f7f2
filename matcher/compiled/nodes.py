"""Nodes: what is open under one key of one group of signatures.

Most keys of a telescope or a flood are seen once. Their one packet stands in the node, and when the node's time is over
it is enough to know that no signature makes an event of such a packet alone. Where more follows, there is a log; only
where an event may be made of it, or where it grows, are its entries applied, in their order, to records: one for each
episode of each signature.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.chances import find_chances, forget_chances, is_left_out
from matcher.compiled.ending import conclude, release_record
from matcher.compiled.entries import event_of, size_of
from matcher.compiled.jit import Scalar, inlined, lean, lean_part
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    ASKED,
    CONCLUDED,
    E_FRAME,
    E_INFO,
    E_NEXT,
    E_TIME,
    G_BRIEF_LEAST,
    G_BRIEF_MOST,
    G_GAPS,
    G_LEVEL,
    G_NODE,
    G_OBSERVED,
    G_QUEUE,
    G_WORDS,
    H_EVICTED,
    H_EVICTING,
    H_NODES,
    N_ALONE,
    N_COUNT,
    N_LAST,
    N_LOG,
    N_PRINT,
    N_RECORDS,
    N_TAIL,
    P_AREAS,
    P_GROUPS,
    P_SEEN,
    P_SIGNATURES,
    P_TRACKED,
    Q_COUNT,
    Q_WORDS,
    R_EVIDENCE,
    R_FIRST,
    R_LAST,
    R_NEXT,
    R_OWNER,
    R_PARTS,
    R_UP,
    S_GAP,
    S_QUEUE,
    S_WORDS,
    SEEN_WORDS,
    T_COUNT,
    T_ROWS,
    U_READ,
    U_WORDS,
    WAS_EVICTED,
)
from matcher.compiled.leaving import NEVER, due_queue, first_place, interval_of, look_ahead, queue_node, queue_of
from matcher.compiled.log import begin_log, give_own_block
from matcher.compiled.memory import give_back, take_block
from matcher.compiled.prefetch import prefetch
from matcher.compiled.records import add_to_record, cover, is_hopeless, new_record
from matcher.compiled.room import RESERVE, is_short
from matcher.compiled.slots import remove_slot, slot_word
from matcher.compiled.wanted import is_wanted_by, line_of

__all__ = ["new_node", "settle"]

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

NOTHING, BRIEF, EVERYTHING = 0, 1, 2  # of a log
_AHEAD = 16  # nodes whose records are asked for together
_LINE = 8  # words of a line of the cache


@inlined
def new_node(
    heap: Ints, plan: Ints, table: Ints, slot: Scalar, group: Scalar, node: Scalar, print_: Scalar, entry: Scalar,
    queue: Scalar,
) -> None:  # fmt: skip
    """Open a node in a block: of the entry that stands in it already, or of one in a block of its own.

    `queue` is the number of that by which it leaves.
    """
    table[slot] = slot_word(print_, node)
    heap[node + N_PRINT], heap[entry + E_NEXT] = print_, 0
    if entry != node + N_ALONE:
        begin_log(heap, node, entry)
    heap[plan[P_AREAS] + group * Q_WORDS + Q_COUNT] += 1
    heap[H_NODES] += 1
    place = plan[plan[P_GROUPS] + group * G_WORDS + G_QUEUE] + queue * U_WORDS
    queue_node(heap, place, node, heap[node + N_LAST])


# --- from the log to the records: each function returns an episode that has ended by that, or 0 -----------------------


@lean_part
def _observe(
    heap: Ints, plan: Ints, acts: Ints, node: Scalar, owner: Scalar, bits: Scalar, entry: Scalar, event: Scalar
) -> Scalar:  # fmt: skip
    """Put an observation into the episode that it belongs to, or into a new one."""
    row = plan[P_SIGNATURES] + (owner >> 1) * S_WORDS
    gap, time = plan[row + S_GAP], heap[entry + E_TIME]
    before, record = np.int64(0), heap[node + N_RECORDS]
    while record and heap[record + R_OWNER] != owner:
        before, record = record, heap[record + R_NEXT]
    over, is_apart = np.int64(0), False
    if record:
        if time - heap[record + R_LAST] > gap:
            over, record = record, heap[record + R_NEXT]
            _link(heap, node, before, record)
            record = np.int64(0)
        else:  # only what comes later than it could be put in order lies before the episode that is open
            is_apart = time < heap[record + R_FIRST] - gap
    if not record or is_apart:
        record = new_record(heap, plan, row, owner, heap[node + N_PRINT])
        if is_apart:
            over = record
        else:
            heap[record + R_NEXT] = heap[node + N_RECORDS]
            heap[node + N_RECORDS] = record
    cover(heap, record, time, heap[entry + E_FRAME])
    is_lost = is_hopeless(heap, plan, row, record, bits)
    if not is_lost:
        add_to_record(heap, plan, acts, row, record, bits, entry, event)
    if event:
        if is_lost or not plan[P_TRACKED]:
            release_record(heap, plan, event)
        else:
            part = take_block(heap, 2)
            heap[part], heap[part + 1] = heap[record + R_PARTS], event
            heap[record + R_PARTS] = part
    return over


@lean_part
def _let_observe(
    heap: Ints, plan: Ints, acts: Ints, node: Scalar, owner: Scalar, bits: Scalar, entry: Scalar, event: Scalar
) -> None:  # fmt: skip
    """Put an observation into an episode; what ended by that is concluded."""
    over = _observe(heap, plan, acts, node, owner, bits, entry, event)
    if over:
        conclude(heap, plan, over)


@inlined
def _link(heap: Ints, node: Scalar, before: Scalar, record: Scalar) -> None:
    """Let a record follow another one in its node, or come first."""
    if before:
        heap[before + R_NEXT] = record
    else:
        heap[node + N_RECORDS] = record


@inlined
def _apply(
    heap: Ints, plan: Ints, acts: Ints, wanted: Words, node: Scalar, group: Scalar, entry: Scalar, chosen: Scalar
) -> None:
    """Let the signatures of an entry observe it that want to. `chosen`: only those whose bits are in `P_SEEN`."""
    info, print_, seen = heap[entry + E_INFO], heap[node + N_PRINT], plan[P_SEEN]
    event = event_of(heap, plan, group, entry)
    act, asked, answered = info >> ACT_SHIFT, info & ASKED, info >> ANSWERED_SHIFT & ASKED
    if event:
        signature, bits = info >> 16, np.int64(1) << (info >> 8 & 0xFF)
        if not chosen or heap[seen + SEEN_WORDS * signature + asked]:
            _let_observe(heap, plan, acts, node, signature << 1 | asked, bits, entry, event)
        else:
            release_record(heap, plan, event)
        return
    is_wanted, first = plan[group + G_LEVEL] != 0, act + T_ROWS
    for row in range(first, first + 3 * acts[act + T_COUNT], 3):
        signature = acts[row]
        if not is_wanted and not is_wanted_by(wanted, print_, signature):
            continue
        if is_left_out(plan, signature, info, False):
            continue
        asks, answers, place = acts[row + 1], acts[row + 2], seen + SEEN_WORDS * signature
        if asked == answered:
            asks, answers = asks | answers, np.int64(0)
        if asks and asked < 2 and (not chosen or heap[place + asked]):
            _let_observe(heap, plan, acts, node, signature << 1 | asked, asks, entry, event)
        if answers and answered < 2 and (not chosen or heap[place + answered]):
            _let_observe(heap, plan, acts, node, signature << 1 | answered, answers, entry, event)


@inlined
def _apply_log(
    heap: Ints, plan: Ints, acts: Ints, wanted: Words, node: Scalar, row: Scalar, chosen: Scalar, touched: Scalar,
    only_brief: Scalar,
) -> None:  # fmt: skip
    """Apply all entries, in their order, and forget them; where something is `chosen`, to nothing else.

    `only_brief`: the entries stay for the other signatures.
    """
    entry = heap[node + N_LOG]
    if not only_brief:
        heap[node + N_LOG], heap[node + N_TAIL], heap[node + N_COUNT] = 0, 0, 1
    while entry:
        if not chosen or touched:
            _apply(heap, plan, acts, wanted, node, row, entry, chosen)
        behind = heap[entry + E_NEXT]
        if only_brief:
            heap[entry + E_INFO] |= CONCLUDED
        else:
            give_back(heap, entry, size_of(heap, plan, row, entry))
        entry = behind
    forget_chances(heap, plan, touched)


@inlined
def _end_records(heap: Ints, plan: Ints, node: Scalar, now: Scalar, is_last: Scalar) -> None:
    """Conclude the episodes that are over; where the node ends, all: before their time, if that is not over."""
    before, record = np.int64(0), heap[node + N_RECORDS]
    while record:
        behind = heap[record + R_NEXT]
        gap = plan[plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS + S_GAP]
        is_over = now == NEVER or heap[record + R_LAST] + gap < now
        if is_over or is_last:
            heap[H_EVICTING] = 0 if is_over else WAS_EVICTED
            _link(heap, node, before, behind)
            conclude(heap, plan, record)
        else:
            before = record
        record = behind
    heap[H_EVICTING] = 0


@inlined
def _look_ahead(heap: Ints, wanted: Words, due: Ints, first: Scalar, count: Scalar) -> None:
    """Ask for what the next nodes that are due lead to: logs, records, lines of their keys; then for the evidence."""
    behind = min(first + _AHEAD, count)
    for at in range(first, behind):
        node = due[at, 0]
        prefetch(heap, heap[node + N_LOG])
        prefetch(wanted, line_of(wanted, heap[node + N_PRINT]))
        record = heap[node + N_RECORDS]
        for word in range(0, R_UP + 2 * _LINE, _LINE):
            prefetch(heap, record + word)
    for at in range(first, behind):
        prefetch(heap, heap[heap[due[at, 0] + N_RECORDS] + R_EVIDENCE])


# --- what is due, and the end of a node -------------------------------------------------------------------------------


@inlined
def _needed_queue(heap: Ints, plan: Ints, acts: Ints, node: Scalar, row: Scalar) -> Scalar:
    """Number of the queue with the longest gap of all that is in a node."""
    entry = heap[node + N_LOG] if heap[node + N_COUNT] else node + N_ALONE
    record = heap[node + N_RECORDS] if heap[node + N_COUNT] else np.int64(0)
    number = np.int64(0)
    while entry:
        number = max(number, queue_of(plan, acts, heap[entry + E_INFO], event_of(heap, plan, row, entry)))
        entry = heap[entry + E_NEXT]
    while record:
        number = max(number, plan[plan[P_SIGNATURES] + (heap[record + R_OWNER] >> 1) * S_WORDS + S_QUEUE])
        record = heap[record + R_NEXT]
    return number


@inlined
def _forget_node(heap: Ints, plan: Ints, table: Ints, row: Scalar, node: Scalar, area: Scalar) -> None:
    """A node of which nothing is left to do is no longer there."""
    remove_slot(table, slot_word(heap[node + N_PRINT], node))
    give_back(heap, node, plan[row + G_NODE])
    heap[H_NODES] -= 1
    heap[area + Q_COUNT] -= 1


@inlined
def _is_idle(heap: Ints, place: Scalar, now: Scalar) -> Scalar:
    """Whether the node of a place in a queue had nothing for at least half of the time since it took the place.

    One that had an answer at once is idle; one that goes on takes a new place before it has to end early.
    """
    since = heap[place + 1]
    return heap[heap[place] + N_LAST] - since <= max(0, (now - since) // 2)


@inlined
def _take_new_place(heap: Ints, plan: Ints, row: Scalar, queue: Scalar, node: Scalar, now: Scalar) -> None:
    """A node that goes on is looked at again when it may be over, and no later than the group's interval from now."""
    last, interval = heap[node + N_LAST], interval_of(plan, row, queue)
    time = min(last + plan[plan[row + G_GAPS] + queue] - interval, now)
    queue_node(heap, plan[row + G_QUEUE] + queue * U_WORDS, node, max(last, time))


@inlined
def _what_is_over(heap: Ints, plan: Ints, row: Scalar, node: Scalar, now: Scalar) -> Scalar:
    """Of the log of a node that goes on, what must be applied because observers wait for what may be over in it.

    `NOTHING`; for brief signatures alone, of which all is over; or `EVERYTHING`.
    """
    is_alone = heap[node + N_COUNT] == 0
    first = node + N_ALONE if is_alone else heap[node + N_LOG]
    if first and heap[first + E_TIME] + plan[row + G_OBSERVED] < now:
        return EVERYTHING
    if plan[row + G_LEVEL]:
        return NOTHING if is_alone else EVERYTHING
    entry = first
    while entry and heap[entry + E_INFO] & CONCLUDED:
        entry = heap[entry + E_NEXT]
    if not entry or heap[entry + E_TIME] + plan[row + G_BRIEF_LEAST] >= now:
        return NOTHING
    return BRIEF if heap[node + N_LAST] + plan[row + G_BRIEF_MOST] < now else EVERYTHING


@lean
def settle(
    heap: Ints, plan: Ints, acts: Ints, wanted: Words, table: Ints, due: Ints, count: Scalar, group: Scalar,
    now: Scalar, early: Scalar,
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """Apply the logs that are due; then let nodes of a group end.

    Args:
        heap, plan, acts: The state of the run; the program; what sets of patterns mean.
        wanted: By which signatures keys are: `matcher.compiled.wanted`.
        table: The nodes by their keys.
        due: int64[n, 2]: nodes and their groups; the first `count` of them.
        count: See there.
        group: Whose nodes end, or -1.
        now: Those that nothing at that time or later can join; `NEVER`: all.
        early: So many end although their time may not be over: those that had nothing for longest.

    Returns:
        How many nodes ended, and whether others have to wait until there is more memory.
    """
    ended, at, is_stuck = np.int64(0), np.int64(0), False
    area, leaving = plan[P_AREAS] + max(group, 0) * Q_WORDS, plan[P_GROUPS] + max(group, 0) * G_WORDS
    queue, needed = np.int64(0), np.int64(0)
    while True:  # one kind of work after the other, so that what is large is compiled once
        of, is_visit, is_last, what = group, False, False, EVERYTHING
        if at < count:
            if at % _AHEAD == 0:
                _look_ahead(heap, wanted, due, at + _AHEAD, count)
            node, of = due[at, 0], due[at, 1]
            at += 1
        else:
            queue = due_queue(heap, plan, leaving, queue, now, early) if group >= 0 else np.int64(-1)
            if queue == -1 or (early and ended == early):
                break
            is_stuck = is_short(heap, early != 0, RESERVE // 8 if early else RESERVE // 2)
            if is_stuck:
                break
            from_queue = plan[leaving + G_QUEUE] + queue * U_WORDS
            look_ahead(heap, table, wanted, from_queue)
            place = first_place(heap, from_queue)
            node, is_idle = heap[place], _is_idle(heap, place, now)
            heap[from_queue + U_READ] += 1
            needed = _needed_queue(heap, plan, acts, node, leaving)
            is_visit = True
            is_over = now == NEVER or heap[node + N_LAST] < now - plan[plan[leaving + G_GAPS] + needed]
            is_last = bool(is_over or (early != 0 and is_idle))  # what was active takes a new place first
            heap[H_EVICTED] += np.int64(is_last and not is_over)
        row = plan[P_GROUPS] + of * G_WORDS
        is_alone = heap[node + N_COUNT] == 0
        touched, chosen = np.int64(0), False
        if is_visit and not is_last:
            what = _what_is_over(heap, plan, row, node, now)
        if what == BRIEF or (what and (is_alone or (is_last and not heap[node + N_RECORDS]))):
            chosen = bool(is_last or what == BRIEF)
            touched = find_chances(heap, plan, acts, node, row, what == BRIEF)
        if is_alone and touched:
            give_own_block(heap, plan, row, node)
            is_alone = False
        if is_alone:
            heap[node + N_ALONE + E_INFO] |= CONCLUDED if what == BRIEF else 0
        elif what:
            _apply_log(heap, plan, acts, wanted, node, row, chosen, touched, what == BRIEF)
        if is_visit and not is_alone:
            _end_records(heap, plan, node, now, is_last)
        if is_last:
            _forget_node(heap, plan, table, row, node, area)
            ended += 1
        elif is_visit:
            _take_new_place(heap, plan, leaving, needed, node, now)
    return ended, is_stuck
