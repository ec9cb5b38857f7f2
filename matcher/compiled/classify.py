"""Which clauses a packet may satisfy: bit-vector classification (Lakshman & Stiliadis 1998) in a kernel.

The answer errs on one side only. A clause that is not in it is certainly not satisfied; one that is in it may hold a
test that only the ordinary matcher can decide.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, kernel
from matcher.compiled.stackcode import DEPTH
from matcher.compiled.tables import Tables

__all__ = ["classify_rows"]

Ints = npt.NDArray[np.int64]
States = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]

# Numbers in matcher.compiled.stackcode.OPS.
(
    _LOAD, _CONST, _ADD, _SUB, _MUL, _MOD, _AND, _OR, _XOR, _SHL, _SHR, _NEG, _INV, _MOD32,
    _EQ, _NE, _LT, _LE, _GT, _GE, _WITHIN, _HAS_FIELD, _RAW,
) = range(23)  # fmt: skip
_ABSENT, _KNOWN, _ASK = 0, 1, 2
_FALSE, _TRUE, _EITHER = 0, 1, 2


@kernel
def _computed(op: Scalar, left: Scalar, right: Scalar) -> tuple[Scalar, Scalar]:
    """A binary operator: whether there is a result, and it."""
    if op == _ADD:
        return True, left + right
    if op == _SUB:
        return True, left - right
    if op == _MUL:
        return True, left * right
    if op == _AND:
        return True, left & right
    if op == _OR:
        return True, left | right
    if op == _XOR:
        return True, left ^ right
    if op == _MOD:
        return (True, left % right) if right != 0 else (False, 0)
    if right < 0 or right > 63:
        return False, 0
    return True, left << right if op == _SHL else left >> right


@kernel
def _compared(op: Scalar, left: Scalar, right: Scalar) -> Scalar:
    if op == _EQ:
        return _TRUE if left == right else _FALSE
    if op == _NE:
        return _TRUE if left != right else _FALSE
    if op == _LT:
        return _TRUE if left < right else _FALSE
    if op == _LE:
        return _TRUE if left <= right else _FALSE
    if op == _GT:
        return _TRUE if left > right else _FALSE
    return _TRUE if left >= right else _FALSE


@kernel
def _is_within(value: Scalar, first: Scalar, behind: Scalar, ranges: Ints) -> Scalar:
    for at in range(first, behind):
        if ranges[at, 0] <= value <= ranges[at, 1]:
            return _TRUE
    return _FALSE


@kernel
def _truth(test: Scalar, row: Scalar, values: Ints, states: States, tables: Tables, stack: Ints) -> Scalar:
    """False, true, or either. What does not apply makes a test false, whatever else is not known."""
    first, behind = tables.tests[test], tables.tests[test + 1]
    if first == behind:
        return _EITHER
    code = tables.code
    top, is_asked = 0, False
    for at in range(first, behind):
        op, argument, flag = code[at, 0], code[at, 1], code[at, 2]
        if op in (_LOAD, _RAW):
            state = states[argument, row]
            # An IPv6 address is no number; taken as it is, only the ordinary matcher can compare it.
            if state == _ABSENT or (state == _ASK and op == _LOAD and flag):
                return _FALSE
            is_asked |= state == _ASK
            stack[top] = values[argument, row]
            top += 1
        elif op == _HAS_FIELD:
            return _FALSE if states[argument, row] == _ABSENT else _EITHER
        elif op == _CONST:
            stack[top] = argument
            top += 1
        elif op in (_NEG, _INV, _MOD32):
            value = -stack[top - 1] if op == _NEG else ~stack[top - 1] if op == _INV else stack[top - 1]
            stack[top - 1] = value & 0xFFFF_FFFF if flag else value
        elif op == _WITHIN:
            if is_asked:
                return _EITHER
            return _is_within(stack[top - 1], argument, flag, tables.ranges)
        elif op >= _EQ:
            if is_asked:
                return _EITHER
            return _compared(op, stack[top - 2], stack[top - 1])
        else:
            applies, value = _computed(op, stack[top - 2], stack[top - 1])
            if not applies:
                return _EITHER if is_asked else _FALSE
            top -= 1
            stack[top - 1] = value & 0xFFFF_FFFF if flag and op <= _MUL else value
    return _EITHER


@kernel
def _may_hold(
    clause: Scalar, row: Scalar, values: Ints, states: States, tables: Tables, stack: Ints, known: Ints
) -> Scalar:  # fmt: skip
    """Whether what is left of a clause may be as it must. `known` keeps the
    truths that the packet's tests have, and behind them the last packet of which a test could not be told."""
    for at in range(tables.residual[clause], tables.residual[clause + 1]):
        test, wanted = tables.literals[at, 0], tables.literals[at, 1]
        if known[test] >> 2 != row + 1:
            known[test] = (row + 1) << 2 | _truth(test, row, values, states, tables, stack)
        truth = known[test] & 3
        if truth == _EITHER:
            known[-1] = row + 1
        if truth not in (_EITHER, wanted):
            return False
    return True


@kernel
def _prune(
    word: Scalar, alive: Scalar, row: Scalar, values: Ints, states: States, tables: Tables, stack: Ints, known: Ints
) -> Scalar:  # fmt: skip
    """The clauses of a word that may hold."""
    left = alive & tables.asking[word]
    for bit in range(64):
        one = np.uint64(1) << np.uint64(bit)
        if left < one:
            break
        if left & one and not _may_hold(word * 64 + bit, row, values, states, tables, stack, known):
            alive &= ~one
    return alive


@kernel
def classify_rows(
    values: Ints, states: States, simple: npt.NDArray[np.bool_], tables: Tables, alive: Words,
    verdicts: npt.NDArray[np.bool_], doubtful: npt.NDArray[np.bool_],
) -> None:  # fmt: skip
    """Find the clauses that each packet may satisfy.

    Args:
        values: int64[columns, packets] and
        states: uint8[columns, packets], from `decode_rows`.
        simple: bool[packets]; the others are not looked at.
        tables: The program.
        alive: Filled in, uint64[packets, words]: a bit for each clause that may hold.
        verdicts: Filled in, bool[packets]: whether there is such a clause, or the packet was not looked at.
        doubtful: Filled in, bool[packets]: whether one of these clauses may not hold after all.
    """
    # The tables are taken apart here, once: handing them to a function for each packet costs more than the search.
    fields, starts, lookup, masks = tables.fields, tables.starts, tables.lookup, tables.masks
    full, asking = tables.full, tables.asking
    stack, known = np.zeros(DEPTH, np.int64), np.zeros(tables.tests.shape[0] + 1, np.int64)
    chosen = np.zeros(fields.shape[0] + 1, np.int64)
    for row in range(simple.shape[0]):
        verdicts[row], doubtful[row] = not simple[row], False
        if not simple[row]:
            continue
        count = 0
        for table in range(fields.shape[0]):
            state = states[fields[table, 0], row]
            if state == _ASK:
                doubtful[row] = True
                continue
            mask = fields[table, 1]
            if state == _KNOWN:
                value, at = values[fields[table, 0], row], fields[table, 3]
                if fields[table, 2]:
                    at += value
                else:
                    base, low, high = fields[table, 4], 0, fields[table, 5]
                    while high - low > 1:
                        middle = (low + high) >> 1
                        if starts[base + middle] <= value:
                            low = middle
                        else:
                            high = middle
                    at += low
                mask = lookup[at]
            chosen[count] = mask
            count += 1
        for word in range(full.shape[0]):
            left = full[word]
            for each in range(count):
                left &= masks[chosen[each], word]
                if not left:
                    break
            if left & asking[word]:
                left = _prune(word, left, row, values, states, tables, stack, known)
            alive[row, word] = left
            verdicts[row] |= left != 0
        doubtful[row] |= known[-1] == row + 1
