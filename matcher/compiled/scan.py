"""The scanning kernel: from the bytes of a record to the set of clauses that it satisfies, in one pass.

Headers are not decoded into columns. The kernel finds out the shape of a packet, and the plan of the program says
for each shape which values still matter and where they stand.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.access import u64
from matcher.compiled.headers import shape_of
from matcher.compiled.jit import Scalar, lean, lean_inlined, lean_part
from matcher.compiled.places import ADDRESS6, COMPUTED, LEFT, LISTED, NETWORK, NOWHERE, REGISTERS
from matcher.compiled.readout import number_at, token_at
from matcher.compiled.scanplan import ScanPlan
from matcher.compiled.talk import talk_of
from matcher.compiled.truth import computed_value, decided, place_of_bit
from matcher.compiled.tunnels import innermost_shape

__all__ = ["ANEW", "NOTHING", "Scratch", "scan_rows"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Shorts = npt.NDArray[np.int32]
Words = npt.NDArray[np.uint64]

NOTHING, ANEW = 0, 0xFFFF  # in place of a set's number
_NO_TIME = -(1 << 63)  # matcher.compiled.batch.NO_TIME
_ABSENT, _KNOWN = 0, 1  # states of a value: see matcher.compiled.scanner


class Scratch(NamedTuple):
    """Room that the kernel works in, so that it allocates nothing.

    Attributes:
        frame: int64[REGISTERS].
        stack: int64[DEPTH], of tests.
        chosen: int64[steps]: the row to which a step led.
        words, bits: int64[words]: the words of clauses that are satisfied and what is in them.
        known: int64[tests]: what is known of the tests for one packet.
        kinds: uint8[]: options of a header.
        memory: int64[a power of two, n]: what is alive by rows that were chosen together before: their fingerprints,
            how many words of clauses, and for each its number and bits.
        secrets: int64[steps + 1, 2]: random factors of these fingerprints.
    """

    frame: Ints
    stack: Ints
    chosen: Ints
    words: Ints
    bits: Ints
    known: Ints
    kinds: Bytes
    memory: Ints
    secrets: Ints


@lean_part
def _wide_row(data: Bytes, at: Scalar, first: Scalar, count: Scalar, starts: Words, rows: Shorts) -> Scalar:
    """The row of an IPv6 address."""
    high_word, low_word = u64(data, at), u64(data, at + 8)
    low, high = first, first + count
    while high - low > 1:
        middle = (low + high) >> 1
        if starts[middle, 0] < high_word or (starts[middle, 0] == high_word and starts[middle, 1] <= low_word):
            low = middle
        else:
            high = middle
    return np.int64(rows[low])


@lean_inlined
def _searched(span: Scalar, value: Scalar, spans: Ints, starts: Ints, rows: Shorts) -> Scalar:
    """The row of a value whose bucket is not of one mind."""
    low, left = spans[span, 0], spans[span, 1]
    while left > 1:
        half = left >> 1
        low += half * np.int64(starts[low + half] <= value)
        left -= half
    return rows[low]


@lean_inlined
def _numbered(words: Ints, bits: Ints, count: Scalar, slots: Ints, ends: Ints, sets: Ints, state: Ints) -> Scalar:
    """The number of a set of clauses, given as words that are not empty; -1 where there is no room for another."""
    mixed = np.uint64(count)
    for at in range(count):
        mixed = (mixed ^ np.uint64(words[at])) * np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ mixed >> np.uint64(29) ^ np.uint64(bits[at])) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(32)
    mask = slots.shape[0] - 1
    slot = np.int64(mixed & np.uint64(mask))
    while True:
        number = slots[slot] - 1
        if number < 0:
            break
        begin = ends[number]
        if ends[number + 1] - begin == count:
            differs = np.int64(0)
            for at in range(count):
                differs |= sets[begin + at, 0] ^ words[at] | sets[begin + at, 1] ^ bits[at]
            if not differs:
                return number
        slot = (slot + 1) & mask
    number = state[_SETS]
    begin = ends[number]
    if number + 2 > ends.shape[0] or begin + count > sets.shape[0]:
        return -1
    for at in range(count):
        sets[begin + at, 0], sets[begin + at, 1] = words[at], bits[at]
    ends[number + 1] = begin + count
    slots[slot] = number + 1
    state[_SETS] = number + 1
    return number


# Numbers in matcher.compiled.scanner: what a scan carries over.
_SETS, _STAMP, _LAST, _WITHOUT_TIME, _FOUND = range(5)


@lean_inlined
def _line(step: Scalar, shape: Scalar, plan: ScanPlan, data: Bytes, frame: Ints, stack: Ints) -> Scalar:
    """The row to which a step leads: the clauses that the value at its place leaves alive."""
    place, table, shift = plan.steps[step, 0], plan.steps[step, 2], plan.steps[step, 3]
    if place & 15 == ADDRESS6:
        at = frame[NETWORK] + (place >> 8 & 255)
        return _wide_row(data, at, table, shift, plan.wide_starts, plan.wide_rows)
    if place & 15 == COMPUTED:
        value = computed_value(place >> 8 & 255, shape, plan, data, frame, stack)
    else:
        value = number_at(place, data, frame)
    if value < 0:
        return plan.steps[step, 1]
    if shift == 0:
        return plan.leaves[plan.tops[table + (value >> 8)] + (value & 255)]
    line = plan.tops[table + (value >> shift)]
    return line if line >= 0 else _searched(~line, value, plan.spans, plan.starts, plan.rows)


@lean_inlined
def _word(word: Scalar, begin: Scalar, first: Scalar, behind: Scalar, plan: ScanPlan, chosen: Ints) -> Scalar:
    """The clauses of a word that are alive by all steps, where a summary has a bit for each word."""
    page, within, top, one = word >> 3, word & 7, word >> 6, np.int64(1) << (word & 63)
    left = plan.pages[plan.pages_of[begin, page], within]
    for step in range(first, behind):
        if plan.relevant[step, top] & one:
            left &= plan.pages[plan.pages_of[chosen[step], page], within]
            if not left:
                break
    return left


@lean_inlined
def _candidates(
    print_: Scalar, other: Scalar, alive: Scalar, top: Scalar, begin: Scalar, first: Scalar, behind: Scalar,
    plan: ScanPlan, scratch: Scratch, count: Scalar,
) -> Scalar:  # fmt: skip
    """Note which words of a summary word are alive by the chosen rows, behind the first `count`: the new count.

    Most packets of a capture lead to rows that others led to before, and these are remembered by two fingerprints.
    """
    chosen, words, bits, memory = scratch.chosen, scratch.words, scratch.bits, scratch.memory
    place, found = print_ >> 40 & memory.shape[0] - 1, count
    if memory[place, 0] == print_ and memory[place, 1] == other:
        for at in range(3, 3 + 2 * memory[place, 2], 2):
            words[found], bits[found] = memory[place, at], memory[place, at + 1]
            found += 1
        return found
    while alive:
        one = alive & -alive
        alive ^= one
        word = top * 64 + place_of_bit(one)
        left = _word(word, begin, first, behind, plan, chosen)
        if left:
            words[found], bits[found] = word, left
            found += 1
    if 3 + 2 * (found - count) <= memory.shape[1]:
        memory[place, 0], memory[place, 1], memory[place, 2] = print_, other, found - count
        for at in range(count, found):
            memory[place, 3 + 2 * (at - count)], memory[place, 4 + 2 * (at - count)] = words[at], bits[at]
    return found


@lean_inlined
def _satisfied(shape: Scalar, stamp: Scalar, plan: ScanPlan, data: Bytes, scratch: Scratch) -> Scalar:
    """How many words of clauses a packet satisfies, noted in `words` and `bits`; -1: the ordinary matcher must say."""
    frame, stack, chosen, words, bits = scratch.frame, scratch.stack, scratch.chosen, scratch.words, scratch.bits
    frame[LISTED] = NOWHERE
    summaries, relevant, secrets = plan.summaries, plan.relevant, scratch.secrets
    place, node = plan.entries[shape, 0], plan.entries[shape, 1]
    if place:
        node = plan.node_of[node + number_at(place, data, frame)]
    begin, first, behind = plan.nodes[node, 0], plan.nodes[node, 1], plan.nodes[node, 2]
    if summaries.shape[1] > 1:
        for step in range(first, behind):
            chosen[step] = -1
    count, is_open = np.int64(0), False
    for top in range(summaries.shape[1]):
        alive = summaries[begin, top]
        print_ = (node << 20 | top) * secrets[0, 0]
        other = (node << 20 | top) * secrets[0, 1]
        for step in range(first, behind):
            if not alive & relevant[step, top]:
                continue
            line = chosen[step] if top else np.int64(-1)
            if line < 0:
                line = _line(step, shape, plan, data, frame, stack)
                chosen[step] = line
            alive &= summaries[line, top]
            if not alive:
                break
            print_ += (line + 1) * secrets[step - first + 1, 0]
            other += (line + 1) * secrets[step - first + 1, 1]
        if not alive:
            continue
        at, end = count, count + 1
        if plan.is_large:
            end = _candidates(print_, other, alive, top, begin, first, behind, plan, scratch, count)
        else:
            words[at], bits[at] = 0, alive
        while at < end:
            word, left = words[at], bits[at]
            if left & plan.asking[word]:
                left, asked = decided(left, word, stamp, shape, plan, data, frame, scratch.kinds, stack, scratch.known)
                is_open |= asked != 0
            if left:
                words[count], bits[count] = word, left
                count += 1
            at += 1
    return -1 if is_open else count


@lean_inlined
def _keep(
    found: Scalar, shape: Scalar, plan: ScanPlan, data: Bytes, scratch: Scratch, key: Words, values: Ints, states: Bytes
) -> None:
    """Write the fields that are kept of a packet: first that none applies, and then those that do."""
    for each in range(values.shape[1]):
        values[found, each], states[found, each] = 0, _ABSENT
    for row in range(plan.keep_of[shape], plan.keep_of[shape + 1]):
        each, place = plan.keeps[row, 0], plan.keeps[row, 1]
        if place & 15 >= ADDRESS6:
            # The list of options that a test read last may go: no test follows.
            values[found, each], states[found, each] = token_at(place, data, scratch.frame, scratch.kinds, key)
        else:
            value = number_at(place, data, scratch.frame)
            values[found, each] = max(value, 0)
            states[found, each] = _KNOWN if value >= 0 else _ABSENT


@lean
def scan_rows(
    data: Bytes, rows: Ints, start: Scalar, plan: ScanPlan, key: Words, slots: Ints, ends: Ints, sets: Ints,
    known: npt.NDArray[np.uint16], scratch: Scratch, state: Ints, facts: Ints, values: Ints, states: Bytes,
    talks: Words,
) -> Scalar:  # fmt: skip
    """Find the packets that satisfy a clause.

    Args:
        data: The bytes that the records are in.
        rows: int64[5, records], as `Batch.rows`.
        start: The record to begin with.
        plan: The program.
        key: uint64[2]: of the hash that stands for what is no number.
        slots: int64[a power of two]: the numbers of sets of clauses (from 1), by their hash.
        ends: int64[sets + 1]: where a set ends in `sets` and the next begins.
        sets: int64[n, 2]: the words of each set that are not empty: number and bits.
        known: uint16[records]: the set that each packet satisfies, from an earlier scan: `NOTHING`, `ANEW` where that
            must be found out again, or else the number of the set plus one; fewer, or none, where it is not known.
        scratch: Of use here only, kept between scans.
        state: int64[5]: how many sets there are; how many packets were scanned; the last time; how many records of
            the batch had none; how many packets were found. All are brought up to date.
        facts: Filled in, int64[4, records]: of each packet found: the record; the time; whether it is made up; the set
            (-1: the ordinary decoder and matcher must see it).
        values: Filled in, int64[records, kept]: the fields that are kept.
        states: Filled in, uint8[records, kept]: what these values are.
        talks: Filled in, uint64[records]: who speaks to whom, as `matcher.vantage.conversation`, of the packets that
            the ordinary decoder need not see; empty where nobody wants to know.

    Returns:
        The record at which there was no more room for another set; else the number of records.
    """
    options, quoted, inner, frame = plan.options, plan.quoted, plan.inner, scratch.frame
    stamp, last, without, found = state[_STAMP], state[_LAST], state[_WITHOUT_TIME], state[_FOUND]
    # Said once, these widths need no check at each access.
    if rows.shape[0] != 5 or facts.shape[0] != 4 or frame.shape[0] != REGISTERS:
        raise IndexError("not the arrays of a scan")
    if plan.entries.shape[1] != 2 or plan.nodes.shape[1] != 3 or plan.steps.shape[1] != 4:
        raise IndexError("not the plan of a scan")
    stop = rows.shape[1]
    for row in range(start, rows.shape[1]):
        shape = shape_of(data, rows[0, row], rows[1, row], rows[2, row], rows[4, row], options, quoted, frame)
        if inner and shape != LEFT:
            shape = innermost_shape(shape, data, options, quoted, frame)
        stamp += 1
        if row < talks.shape[0]:
            talks[row] = np.uint64(0) if shape == LEFT else talk_of(shape, data, frame)
        before: Scalar = np.int64(known[row]) if row < known.shape[0] else ANEW
        count: Scalar = np.int64(-1)
        if shape != LEFT:
            count = _satisfied(shape, stamp, plan, data, scratch) if before == ANEW else np.int64(before != NOTHING)
        time = rows[3, row]
        is_untimed = time == _NO_TIME
        if is_untimed:
            time = last
        if count:
            number = np.int64(-1)
            if count > 0:
                number = before - 1
                if before == ANEW:
                    number = _numbered(scratch.words, scratch.bits, count, slots, ends, sets, state)
                if number < 0:
                    stop = row
                    break
                _keep(found, shape, plan, data, scratch, key, values, states)
            facts[0, found], facts[1, found], facts[2, found], facts[3, found] = row, time, is_untimed, number
            found += 1
        last = time
        without += is_untimed
    state[_STAMP], state[_LAST], state[_WITHOUT_TIME], state[_FOUND] = stamp, last, without, found
    return stop
