"""Tests that no table holds, run by a stack machine: `matcher.compiled.testcode` has their form."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.automaton import ACCEPTED, START
from matcher.compiled.access import BLOCK, equal_bytes
from matcher.compiled.jit import Scalar, lean_inlined, lean_part
from matcher.compiled.operators import computed
from matcher.compiled.places import ADDRESS6, BODY, BODY_LENGTH, LISTED, LISTED_COUNT, NETWORK, NOWHERE, PAYLOAD, STOP
from matcher.compiled.readout import number_at, read_kinds
from matcher.compiled.scanplan import ScanPlan
from matcher.compiled.stackcode import CONST, INV, LOAD, MUL, NEG
from matcher.compiled.testcode import (
    ADDRESS,
    ASK,
    CONTAINS,
    EQ,
    GT,
    LE,
    LT,
    MATCHES,
    NE,
    OTHERWISE,
    STARTS,
    UNDECIDED,
    WITHIN,
)

__all__ = ["computed_value", "decided", "place_of_bit"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]

_FALSE, _TRUE, _UNKNOWN, _ASKED = 0, 1, 2, 3

_DE_BRUIJN = np.uint64(0x03F79D71B4CB0A89)  # its 64 windows of six bits all differ
_WINDOWS = np.zeros(64, np.int64)
_WINDOWS[[(1 << bit) * 0x03F79D71B4CB0A89 % (1 << 64) >> 58 for bit in range(64)]] = np.arange(64)


@lean_inlined
def place_of_bit(one: Scalar) -> Scalar:
    """Which bit of a word it is, of the only one that is set."""
    return _WINDOWS[np.int64((np.uint64(one) * _DE_BRUIJN) >> np.uint64(58))]


@lean_part
def _compared(op: Scalar, left: Scalar, right: Scalar) -> Scalar:
    if op == EQ:
        return _TRUE if left == right else _FALSE
    if op == NE:
        return _TRUE if left != right else _FALSE
    if op == LT:
        return _TRUE if left < right else _FALSE
    if op == LE:
        return _TRUE if left <= right else _FALSE
    if op == GT:
        return _TRUE if left > right else _FALSE
    return _TRUE if left >= right else _FALSE


@lean_part
def _address_order(data: Bytes, one: Scalar, other: Scalar) -> Scalar:
    """-1, 0 or 1: how two IPv6 addresses compare."""
    for byte in range(16):
        if data[one + byte] != data[other + byte]:
            return -1 if data[one + byte] < data[other + byte] else 1
    return 0


@lean_part
def _agrees(seen: Bytes, at: Scalar, count: Scalar, wanted: Ints, first: Scalar) -> Scalar:
    """Whether so many elements are the first ones of the constant."""
    for step in range(count):  # noqa: SIM110 - Numba has no `all` of a generator
        if seen[at + step] != wanted[first + step]:
            return False
    return True


@lean_part
def _begins(
    seen: Bytes, at: Scalar, size: Scalar, missing: Scalar, wanted: Ints, first: Scalar, count: Scalar
) -> Scalar:
    """Whether a sequence begins with the constant: `size` elements from `at` on, and `missing` that are not here."""
    if not _agrees(seen, at, min(size, count), wanted, first):
        return _FALSE
    if size >= count:
        return _TRUE
    return _UNKNOWN if missing >= count - size else _FALSE


@lean_part
def _is_found(seen: Bytes, at: Scalar, last: Scalar, wanted: Ints, first: Scalar, count: Scalar) -> Scalar:
    """Whether the constant begins somewhere from `at` to `last`. Its first and its last byte are looked for at once."""
    start, behind = at, count - 1
    while start <= last and start + behind + BLOCK <= seen.shape[0]:
        here = equal_bytes(seen, start, wanted[first]) & equal_bytes(seen, start + behind, wanted[first + behind])
        if here and last - start < BLOCK - 1:
            here &= (np.uint64(1) << np.uint64(last - start + 1)) - np.uint64(1)
        while here:
            one = here & (~here + np.uint64(1))
            if _agrees(seen, start + place_of_bit(one), count, wanted, first):
                return True
            here ^= one
        start += BLOCK
    for there in range(start, last + 1):
        if seen[there] == wanted[first] and _agrees(seen, there, count, wanted, first):
            return True
    return False


@lean_part
def _holds(
    seen: Bytes, at: Scalar, size: Scalar, missing: Scalar, wanted: Ints, first: Scalar, count: Scalar
) -> Scalar:
    """Whether a sequence has the constant somewhere."""
    if not count:
        return _TRUE
    if _is_found(seen, at, at + size - count, wanted, first, count):
        return _TRUE
    for start in range(at + max(0, size - count + 1), at + size + 1 if missing else 0):
        if _begins(seen, start, at + size - start, missing, wanted, first, count) == _UNKNOWN:
            return _UNKNOWN
    return _FALSE


@lean_part
def _sequence_truth(
    op: Scalar, seen: Bytes, at: Scalar, size: Scalar, missing: Scalar, wanted: Ints, first: Scalar, count: Scalar
) -> Scalar:
    """`== != starts contains`, as `matcher.values.compare_sequences`."""
    if op == STARTS:
        return _begins(seen, at, size, missing, wanted, first, count)
    if op == CONTAINS:
        return _holds(seen, at, size, missing, wanted, first, count)
    truth = _FALSE
    if size + missing == count and _agrees(seen, at, size, wanted, first):
        truth = _UNKNOWN if missing else _TRUE
    if op == OTHERWISE:
        return _UNKNOWN if truth == _UNKNOWN else _TRUE - truth
    return truth


@lean_part
def _matched(
    seen: Bytes, at: Scalar, size: Scalar, missing: Scalar, table: Ints, first: Scalar, width: Scalar
) -> Scalar:
    """Whether a regular expression matches somewhere, as `matcher.patterns.search`."""
    row = np.int64(256 + START * width)
    for byte in range(at, at + size):
        row = table[first + row + table[first + seen[byte]]]
        if row <= ACCEPTED:
            break
    if row == ACCEPTED:
        return _TRUE
    return _UNKNOWN if missing else _FALSE


@lean_part
def _compared_sequence(
    op: Scalar, shape: Scalar, field: Scalar, number: Scalar, plan: ScanPlan, data: Bytes, frame: Ints, kinds: Bytes
) -> Scalar:
    place = plan.places[shape, field]
    if place == NOWHERE:
        return _FALSE
    first, count = plan.sequences[number, 0], plan.sequences[number, 1]
    if place & 15 == PAYLOAD:
        at, size = frame[BODY], frame[STOP] - frame[BODY]
        missing = max(0, frame[BODY_LENGTH] - size)
        if op == MATCHES:
            return _matched(data, at, size, missing, plan.elements, first, count)
        return _sequence_truth(op, data, at, size, missing, plan.elements, first, count)
    if frame[LISTED] != place:
        frame[LISTED], frame[LISTED_COUNT] = place, read_kinds(place, data, frame, kinds)
    return _sequence_truth(op, kinds, 0, frame[LISTED_COUNT], 0, plan.elements, first, count)


@lean_inlined
def _advanced(row: Scalar, top: Scalar, shape: Scalar, plan: ScanPlan, data: Bytes, frame: Ints, stack: Ints) -> Scalar:
    """Do one arithmetic step: the new height of the stack, or -1 where there is no result."""
    op, argument, flag = plan.code[row, 0], plan.code[row, 1], plan.code[row, 2]
    if op == LOAD:
        stack[top] = number_at(plan.places[shape, argument], data, frame)
        return top + 1 if stack[top] >= 0 else -1
    if op == CONST:
        stack[top] = argument
        return top + 1
    if op >= NEG:
        value = stack[top - 1]
        value = -value if op == NEG else ~value if op == INV else value
        stack[top - 1] = value & 0xFFFF_FFFF if flag else value
        return top
    applies, value = computed(op, stack[top - 2], stack[top - 1])
    stack[top - 2] = value & 0xFFFF_FFFF if flag and op <= MUL else value
    return top - 1 if applies else -1


@lean_part
def computed_value(number: Scalar, shape: Scalar, plan: ScanPlan, data: Bytes, frame: Ints, stack: Ints) -> Scalar:
    """The value of an expression that many tests share, counted from the least that it can have; -1: none."""
    test = plan.tests.shape[0] - 1 - plan.least.shape[0] + number
    top = 0
    for row in range(plan.tests[test], plan.tests[test + 1]):
        top = _advanced(row, top, shape, plan, data, frame, stack)
        if top < 0:
            return -1
    return stack[0] - plan.least[number]


@lean_part
def _address_pair(one: Scalar, other: Scalar, data: Bytes, frame: Ints, stack: Ints) -> Scalar:
    """Two numbers that compare as two addresses do: the height of the stack, or -1."""
    if NOWHERE in (one, other):
        return -1
    if one & 15 == ADDRESS6:
        base = frame[NETWORK]
        stack[0], stack[1] = _address_order(data, base + (one >> 8 & 255), base + (other >> 8 & 255)), 0
    else:
        stack[0], stack[1] = number_at(one, data, frame), number_at(other, data, frame)
    return 2


@lean_part
def _truth(test: Scalar, shape: Scalar, plan: ScanPlan, data: Bytes, frame: Ints, kinds: Bytes, stack: Ints) -> Scalar:
    """False, true, unknown, or for the ordinary matcher. What does not apply makes a test false."""
    code, places = plan.code, plan.places
    top = 0
    for row in range(plan.tests[test], plan.tests[test + 1]):
        op, argument, flag = code[row, 0], code[row, 1], code[row, 2]
        if op < EQ:
            top = _advanced(row, top, shape, plan, data, frame, stack)
        elif op < WITHIN:
            return _compared(op, stack[top - 2], stack[top - 1])
        elif op == WITHIN:
            for each in range(argument, flag):
                if plan.ranges[each, 0] <= stack[top - 1] <= plan.ranges[each, 1]:
                    return _TRUE
            return _FALSE
        elif op == ADDRESS:
            top = _address_pair(places[shape, argument], places[shape, flag], data, frame, stack)
        elif op == UNDECIDED:
            return _FALSE if places[shape, argument] == NOWHERE else _UNKNOWN
        elif op == ASK:
            top = -1 if places[shape, argument] == NOWHERE else 0
        else:
            return _compared_sequence(op, shape, argument, flag, plan, data, frame, kinds)
        if top < 0:
            return _FALSE
    return _ASKED


@lean_part
def decided(
    left: Scalar, word: Scalar, stamp: Scalar, shape: Scalar, plan: ScanPlan, data: Bytes, frame: Ints, kinds: Bytes,
    stack: Ints, known: Ints,
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """Of the clauses of a word those that hold, and those that the ordinary matcher must decide.

    `known` keeps the truths that the packet's tests have, each with the packet's stamp.
    """
    open_ones = left & plan.asking[word]
    asked = np.int64(0)
    while open_ones:
        one = open_ones & -open_ones
        open_ones ^= one
        clause = word * 64 + place_of_bit(one)
        is_asked = False
        for at in range(plan.residual[clause], plan.residual[clause + 1]):
            test = plan.literals[at, 0]
            if known[test] >> 2 != stamp:
                known[test] = stamp << 2 | _truth(test, shape, plan, data, frame, kinds, stack)
            truth = known[test] & 3
            if truth == _ASKED:
                is_asked = True
            elif truth != plan.literals[at, 1]:
                left ^= one
                is_asked = False
                break
        if is_asked:
            left ^= one
            asked |= one
    return left, asked
