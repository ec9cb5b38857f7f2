"""Whether the condition on an episode holds: a stack machine over its record.

Three truth values, and a fourth: "ask" the reference, where a kernel's numbers cannot tell (see
`matcher.compiled.lowered`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    A_KIND,
    A_MODULUS,
    A_OFFSET,
    A_READ,
    A_SCOPE,
    A_WORDS,
    CONSTANT,
    COUNT,
    DISTINCT,
    EXTENT,
    EXTREMES,
    FIRST,
    INTERVAL,
    LAST,
    P_AGGREGATES,
    P_STACK,
    RATE,
    S_AGGREGATES,
    S_HAVING,
    S_HAVING_COUNT,
    WINDOW_COUNT,
    WINDOW_DISTINCT,
)
from matcher.compiled.lowered import OPS

__all__ = ["ASK", "DEPTH", "EITHER", "FALSE", "TRUE", "holds"]

Ints = npt.NDArray[np.int64]

FALSE, TRUE, EITHER, ASK = 0, 1, 2, 3
DEPTH = 256  # of the stack, in values of three words
_NONE, _INTEGER, _MOMENT, _FRACTION, _HIDDEN, _ASKED = 0, 1, 2, 3, 4, 5
_MEASURE, _CONST, _ADD, _SUB, _MUL = (OPS.index(op) for op in ("measure", "const", "+", "-", "*"))
_AND_BITS, _OR_BITS, _XOR_BITS = OPS.index("&"), OPS.index("|"), OPS.index("^")
_NEG, _INV, _HAS, _MEMBER = OPS.index("neg"), OPS.index("inv"), OPS.index("has"), OPS.index("member")
_EQ, _NE, _LT, _LE, _GT, _GE = (OPS.index(op) for op in ("==", "!=", "<", "<=", ">", ">="))
_ALL, _ANY, _NOT, _TRUTH, _CANNOT = (OPS.index(op) for op in ("and", "or", "not", "truth", "ask"))
_UNCERTAIN = 2  # an order that is none
_LARGE = 1 << 61
_HALF = 1 << 30
_NS = 1_000_000_000


@lean_part
def holds(heap: Ints, plan: Ints, row: Scalar, record: Scalar, hidden: Scalar) -> Scalar:
    """The truth of a condition for an episode, with the patterns `hidden` not shown; `row`: that of the signature."""
    count = plan[row + S_HAVING_COUNT]
    if count == 0:
        return TRUE
    base = plan[P_STACK]
    top = base
    for at in range(plan[row + S_HAVING], plan[row + S_HAVING] + 4 * count, 4):
        op, argument, flag = plan[at], plan[at + 1], plan[at + 2]
        if op == _MEASURE:
            aggregate = plan[P_AGGREGATES] + (plan[row + S_AGGREGATES] + argument) * A_WORDS
            if hidden and not plan[aggregate + A_SCOPE] & ~hidden:
                heap[top] = _HIDDEN
            else:
                _measure(heap, plan, aggregate, record + plan[aggregate + A_OFFSET], top)
            top += 3
        elif op == _CONST:
            heap[top], heap[top + 1] = _INTEGER, argument
            top += 3
        elif op == _CANNOT:
            heap[top] = _ASKED
            top += 3
        elif op in (_NEG, _INV):
            _negate(heap, top - 3, op)
        elif op == _MEMBER:
            heap[top - 3] = _is_member(heap, top - 3, plan, argument, plan[at + 3], flag)
        elif op == _TRUTH:
            heap[top - 3] = _as_truth(heap, top - 3)
        elif op == _NOT:
            heap[top - 3] = 1 - heap[top - 3] if heap[top - 3] < EITHER else heap[top - 3]
        elif op in (_ALL, _ANY):
            top -= 3 * (argument - 1)
            for each in range(top, top + 3 * (argument - 1), 3):
                heap[top - 3] = _joined(heap[top - 3], heap[each], op == _ALL)
        elif op >= _EQ:
            top -= 3
            heap[top - 3] = _compared(heap, top - 3, top, op, flag)
        else:
            top -= 3
            _compute(heap, top - 3, top, op, flag)
    return heap[base]


@inlined
def _joined(one: Scalar, other: Scalar, every: Scalar) -> Scalar:
    if ASK in (one, other):
        return ASK
    deciding = FALSE if every else TRUE
    if deciding in (one, other):
        return deciding
    return EITHER if EITHER in (one, other) else one


@inlined
def _as_truth(heap: Ints, at: Scalar) -> Scalar:
    tag = heap[at]
    if tag == _NONE:
        return FALSE
    if tag == _INTEGER:
        return TRUE if heap[at + 1] else FALSE
    return EITHER if tag == _HIDDEN else ASK


@lean_part
def _is_member(heap: Ints, at: Scalar, plan: Ints, ranges: Scalar, count: Scalar, inside: Scalar) -> Scalar:
    tag, value = heap[at], heap[at + 1]
    if tag == _NONE:
        return FALSE
    if tag == _ASKED:
        return ASK
    if tag != _INTEGER:
        return EITHER
    found = False
    for each in range(ranges, ranges + 2 * count, 2):
        found |= plan[each] <= value <= plan[each + 1]
    return TRUE if found == bool(inside) else FALSE


@inlined
def _negate(heap: Ints, at: Scalar, op: Scalar) -> None:
    if heap[at] == _INTEGER and abs(heap[at + 1]) < _LARGE:
        heap[at + 1] = -heap[at + 1] if op == _NEG else ~heap[at + 1]
    elif heap[at] not in (_NONE, _HIDDEN):
        heap[at] = _ASKED


@lean_part
def _compute(heap: Ints, at: Scalar, other: Scalar, op: Scalar, modular: Scalar) -> None:
    """Two values of the stack become one, where the first was."""
    left, right = heap[at], heap[other]
    if _NONE in (left, right):
        heap[at] = _NONE
    elif _ASKED in (left, right):
        heap[at] = _ASKED
    elif _HIDDEN in (left, right):
        heap[at] = _HIDDEN
    elif left == _MOMENT and right == _MOMENT:
        heap[at], heap[at + 1] = _INTEGER, heap[at + 1] - heap[other + 1]
    elif left == _MOMENT and right == _INTEGER:
        heap[at + 1] += heap[other + 1] if op == _ADD else -heap[other + 1]
    elif left == _INTEGER and right == _INTEGER:
        _compute_integers(heap, at, heap[at + 1], heap[other + 1], op, modular)
    else:
        heap[at] = _ASKED


@inlined
def _compute_integers(heap: Ints, at: Scalar, left: Scalar, right: Scalar, op: Scalar, modular: Scalar) -> None:
    result = np.int64(0)
    if op in (_ADD, _SUB) and abs(left) < _LARGE and abs(right) < _LARGE:
        result = left + right if op == _ADD else left - right
    elif op == _MUL and abs(left) < _HALF and abs(right) < _HALF:
        result = left * right
    elif op == _AND_BITS:
        result = left & right
    elif op == _OR_BITS:
        result = left | right
    elif op == _XOR_BITS:
        result = left ^ right
    else:
        heap[at] = _ASKED
        return
    heap[at + 1] = result & 0xFFFF_FFFF if modular else result


@lean_part
def _compared(heap: Ints, at: Scalar, other: Scalar, op: Scalar, modulo: Scalar) -> Scalar:
    left, right = heap[at], heap[other]
    truth = ASK
    if _NONE in (left, right):
        truth = FALSE
    elif _ASKED in (left, right):
        truth = ASK
    elif _HIDDEN in (left, right):
        truth = EITHER
    elif op == _HAS:
        if left == _INTEGER and right == _INTEGER:
            two = heap[other + 1] & 0xFFFF_FFFF if modulo else heap[other + 1]
            truth = TRUE if heap[at + 1] & two == two else FALSE
    else:
        order = _order(heap, at, other, modulo)
        if order != _UNCERTAIN:
            truth = TRUE if _fits(op, order) else FALSE
    return truth


@inlined
def _order(heap: Ints, at: Scalar, other: Scalar, modulo: Scalar) -> Scalar:
    """Below zero, zero, above zero: as the values are; `_UNCERTAIN` where that is for the reference to say."""
    left, right = heap[at], heap[other]
    one, two = heap[at + 1], heap[other + 1]
    order = np.int64(_UNCERTAIN)
    if left == _INTEGER and right == _INTEGER:
        if modulo:
            one, two = one & 0xFFFF_FFFF, two & 0xFFFF_FFFF
        order = np.int64(one > two) - np.int64(one < two)
    elif left == _MOMENT and right == _MOMENT:
        if one == two:
            one, two = heap[at + 2], heap[other + 2]
        order = np.int64(one > two) - np.int64(one < two)
    elif not modulo and _MOMENT not in (left, right):
        # Fractions that are far enough apart for it not to matter that they were rounded.
        first = one / heap[at + 2] if left == _FRACTION else np.float64(one)
        second = two / heap[other + 2] if right == _FRACTION else np.float64(two)
        if abs(first - second) > 1e-9 * max(abs(first), abs(second)):
            order = np.int64(first > second) - np.int64(first < second)
    return order


@inlined
def _fits(op: Scalar, order: Scalar) -> Scalar:
    if order == 0:
        fits = op in (_EQ, _LE, _GE)
    elif order < 0:
        fits = op in (_NE, _LT, _LE)
    else:
        fits = op in (_NE, _GT, _GE)
    return fits


# --- the value of an aggregate: a tag and up to two words -------------------------------------------------------------


@lean_part
def _measure(heap: Ints, plan: Ints, aggregate: Scalar, state: Scalar, to: Scalar) -> None:
    kind = plan[aggregate + A_KIND]
    if kind in (COUNT, DISTINCT, WINDOW_COUNT, WINDOW_DISTINCT):
        heap[to], heap[to + 1] = _INTEGER, heap[state]
    elif not heap[state]:
        heap[to] = _NONE
    elif kind in (FIRST, LAST):
        heap[to], heap[to + 1], heap[to + 2] = _MOMENT, heap[state + 1], heap[state + 2]
    elif kind == EXTREMES:
        which, low, high = plan[aggregate + A_READ], heap[state + 1], heap[state + 2]
        heap[to], heap[to + 1] = _INTEGER, low if which == 0 else high if which == 1 else high - low
        if which == 2 and (low < -_LARGE or high > _LARGE):
            heap[to] = _ASKED
    elif kind == CONSTANT:
        heap[to], heap[to + 1] = _INTEGER, 1 if heap[state] == 1 else 0
    elif kind == EXTENT:
        heap[to], heap[to + 1] = _INTEGER, heap[state + 2] - heap[state + 1]
    elif kind == RATE:
        heap[to], heap[to + 1], heap[to + 2] = _FRACTION, heap[state] * _NS, heap[state + 2] - heap[state + 1]
        if heap[to + 2] <= 0:
            heap[to] = _NONE
        elif heap[state] > _HALF:
            heap[to] = _ASKED
    elif kind == INTERVAL:
        _interval(heap, plan[aggregate + A_READ], state, to)
    else:
        _step(heap, plan[aggregate + A_READ], plan[aggregate + A_MODULUS], state, to)


@inlined
def _interval(heap: Ints, which: Scalar, state: Scalar, to: Scalar) -> None:
    count, least, greatest = heap[state], heap[state + 3], heap[state + 4]
    heap[to] = _INTEGER if count > 1 else _NONE
    if count < 2:
        return
    if which == 0:
        heap[to + 1] = abs(heap[state + 2] - heap[state + 1]) // (count - 1)
    elif which == 1:
        heap[to + 1] = least
    elif which == 2:
        heap[to + 1] = greatest
    else:
        heap[to + 1] = greatest - least


@lean_part
def _step(heap: Ints, which: Scalar, modulus: Scalar, state: Scalar, to: Scalar) -> None:
    """Of `step` (0) and `missing` (1): the difference that leaves out the fewest steps, then the smallest."""
    heap[to] = _NONE
    known = heap[state + 3]
    if heap[state] < 3 or known < 0:
        return
    best_missing, best = np.int64(-1), np.int64(0)
    for at in range(state + 4, state + 4 + 2 * known, 2):
        step = heap[at]
        if abs(step) > _LARGE >> 7:
            heap[to] = _ASKED
            return
        missing = _missing(heap, state, step, modulus) if step else np.int64(-1)
        if missing < 0:
            continue
        nearer = missing == best_missing and (abs(step) < abs(best) or (abs(step) == abs(best) and step < best))
        if best_missing < 0 or missing < best_missing or nearer:
            best_missing, best = missing, step
    if best_missing >= 0:
        heap[to], heap[to + 1] = _INTEGER, best_missing if which else best


@inlined
def _missing(heap: Ints, state: Scalar, step: Scalar, modulus: Scalar) -> Scalar:
    missing = np.int64(0)
    for at in range(state + 4, state + 4 + 2 * heap[state + 3], 2):
        factor: Scalar = np.int64(-1)
        for each in range(65):
            product = each * step
            if (product % modulus if modulus else product) == heap[at]:
                factor = each
                break
        if factor < 0:
            return np.int64(-1)
        missing += heap[at + 1] * max(0, factor - 1)
    return missing
