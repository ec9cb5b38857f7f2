"""Whether the entries of a log may be an event at all, found before any record is made for them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.entries import event_of
from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    ASKED,
    CONCLUDED,
    E_INFO,
    E_NEXT,
    E_TIME,
    G_LEVEL,
    N_ALONE,
    N_COUNT,
    N_LOG,
    P_SEEN,
    P_SIGNATURES,
    P_TOUCHED,
    S_BRIEF,
    S_GAP,
    S_NEED_COUNT,
    S_NEEDS,
    S_WORDS,
    SEEN_WORDS,
    T_ALONE,
    T_COUNT,
    T_ROWS,
)
from matcher.compiled.leaving import NEVER

__all__ = ["find_chances", "forget_chances", "is_left_out"]

Ints = npt.NDArray[np.int64]


@lean_part
def find_chances(heap: Ints, plan: Ints, acts: Ints, node: Scalar, group: Scalar, only_brief: Scalar) -> Scalar:
    """For each signature and side, the bits of its patterns in the log, 0 where no event can be made of them.

    `only_brief`: of brief signatures alone. Returns how many signatures are listed in `P_TOUCHED`. Without any, nothing
    need be done: one packet alone is seldom an event.
    """
    seen, touched, count = plan[P_SEEN], plan[P_TOUCHED], np.int64(0)
    entry = heap[node + N_LOG] if heap[node + N_COUNT] else node + N_ALONE
    earliest, latest = NEVER, -NEVER
    is_packet = not heap[node + N_COUNT] and not event_of(heap, plan, group, entry)
    if is_packet and not acts[(heap[entry + E_INFO] >> ACT_SHIFT) + T_ALONE]:
        entry = np.int64(0)
    while entry:
        earliest, latest = min(earliest, heap[entry + E_TIME]), max(latest, heap[entry + E_TIME])
        info, event = heap[entry + E_INFO], event_of(heap, plan, group, entry)
        act, asked, answered = info >> ACT_SHIFT, info & ASKED, info >> ANSWERED_SHIFT & ASKED
        for part in range(1 if event else 2 * acts[act + T_COUNT]):
            at = act + T_ROWS + 3 * (part >> 1)
            side: Scalar = asked
            if event:
                signature, bits = info >> 16, np.int64(1) << (info >> 8 & 0xFF)
            else:
                signature, side, bits = acts[at], answered if part & 1 else asked, acts[at + 1 + (part & 1)]
            if bits and side < 2 and not is_left_out(plan, signature, info, only_brief):
                place = seen + SEEN_WORDS * signature
                if not heap[place] and not heap[place + 1]:
                    heap[touched + count] = signature
                    count += 1
                heap[place + side] |= bits
                heap[place + 2 + side] += 1
        entry = heap[entry + E_NEXT]
    is_idle = plan[group + G_LEVEL] == 0
    for each in range(count):
        row = plan[P_SIGNATURES] + heap[touched + each] * S_WORDS
        place = seen + SEEN_WORDS * heap[touched + each]
        is_whole = latest - earliest <= plan[row + S_GAP]
        for side in range(2):
            if _is_possible(plan, row, heap[place + side], heap[place + 2 + side], is_whole):
                is_idle = False
            else:
                heap[place + side] = 0
    if is_idle:
        forget_chances(heap, plan, count)
    return np.int64(0) if is_idle else count


@inlined
def is_left_out(plan: Ints, signature: Scalar, info: Scalar, only_brief: Scalar) -> Scalar:
    """Whether an entry is not for a signature: it is not brief; or it is, and had the entry."""
    if not only_brief and not info & CONCLUDED:
        return False
    is_brief = plan[plan[P_SIGNATURES] + signature * S_WORDS + S_BRIEF] != 0
    return info & CONCLUDED != 0 if is_brief else only_brief


@inlined
def _is_possible(plan: Ints, row: Scalar, bits: Scalar, entries: Scalar, is_whole: Scalar) -> Scalar:
    """Whether so many entries, of these patterns in all, may be an event; `is_whole`: they are one episode."""
    found = False
    for term in range(plan[row + S_NEEDS], plan[row + S_NEEDS] + 3 * plan[row + S_NEED_COUNT], 3):
        holds = bits != 0 and not (is_whole and bits & plan[term])
        for atom in range(plan[term + 1], plan[term + 1] + 2 * plan[term + 2], 2):
            holds &= bits & plan[atom] != 0 and entries >= plan[atom + 1]
        found |= holds
    return found


@inlined
def forget_chances(heap: Ints, plan: Ints, touched: Scalar) -> None:
    """So many signatures were noted; they are no longer."""
    for each in range(touched):
        seen = plan[P_SEEN] + SEEN_WORDS * heap[plan[P_TOUCHED] + each]
        for word in range(seen, seen + SEEN_WORDS):
            heap[word] = 0
