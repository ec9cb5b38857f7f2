"""Tests that no table holds, as rows of numbers that a kernel runs.

Only what fits is lowered: every intermediate value within 64 bits, every field with a column. Of any other test the
kernel knows nothing but that it may be true and may be false.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from matcher.packet import V6
from matcher.program import MaskTest, OptionsTest, PayloadTest, RelationTest, Test, ValueTest
from matcher.stack import Code
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals

__all__ = ["DEPTH", "OPS", "lower_test"]

Row = tuple[int, int, int]  # operation, argument, whether the result is modulo 2^32
Bounds = tuple[int, int]

# In the order of the constants in `matcher.compiled.classify`; a test holds the two together.
OPS: Final = (
    "load", "const", "+", "-", "*", "%", "&", "|", "^", "<<", ">>", "neg", "inv", "mod32",
    "==", "!=", "<", "<=", ">", ">=", "within", "has field", "raw",
)  # fmt: skip
_NUMBER: Final = {name: number for number, name in enumerate(OPS)}
DEPTH: Final = 32  # of the kernel's stack
_LIMIT: Final = 1 << 63
_MOD32: Final = 1 << 32


class _TooLarge(Exception):
    """A value may leave 64 bits, or a field has no column."""


def lower_test(test: Test, slots: Mapping[str, int], ranges: list[tuple[int, int]]) -> list[Row]:
    """The rows of a test.

    Args:
        test: Any that the tables do not decide.
        slots: The columns, by field.
        ranges: Closed intervals of all tests; those of this one are added.

    Returns:
        Nothing where the kernel cannot tell; else rows that leave 0, 1 or 2 (either) on the stack.
    """
    try:
        match test:
            case MaskTest(name, mask, value, equal):
                code = Code(((name, False),), (("load", 0), ("const", mask), ("&", 0), ("const", value)))
                return [*_rows(code, slots)[0], (_NUMBER["==" if equal else "!="], 0, 0)]
            case ValueTest(code, intervals):
                rows, bounds = _rows(code, slots)
                return [*rows, _within(intervals, bounds, ranges)]
            case RelationTest(op, left, right):
                return [*_rows(left, slots)[0], *_rows(right, slots)[0], (_NUMBER[op], 0, 0)]
            case OptionsTest(field=name) | PayloadTest(field=name):
                return [(_NUMBER["has field"], _slot(name, slots), 0)]
            case _:
                return []
    except _TooLarge:
        return []


def _slot(name: str, slots: Mapping[str, int]) -> int:
    if name not in slots:
        raise _TooLarge
    return slots[name]


def _within(intervals: Intervals, bounds: Bounds, ranges: list[tuple[int, int]]) -> Row:
    start = len(ranges)
    for low, high in intervals:
        if low <= bounds[1] and high >= bounds[0]:
            ranges.append((max(low, -_LIMIT), min(high, _LIMIT - 1)))
    return _NUMBER["within"], start, len(ranges)


def _rows(code: Code, slots: Mapping[str, int]) -> tuple[list[Row], Bounds]:
    rows: list[Row] = []
    stack: list[Bounds] = []
    for op, argument in code.steps:
        if len(stack) >= DEPTH // 2:
            raise _TooLarge
        if op == "load":
            name, raw = code.loads[argument]
            is_address = FIELDS[name].kind is Kind.ADDRESS
            rows.append((_NUMBER["raw" if raw and is_address else "load"], _slot(name, slots), int(is_address)))
            stack.append((0, (1 << FIELDS[name].bits) - 1))
        elif op == "const":
            if not -_LIMIT <= argument < _LIMIT:
                raise _TooLarge
            rows.append((_NUMBER["const"], argument, 0))
            stack.append((argument, argument))
        else:
            operands = [stack.pop()] if op in ("neg", "inv", "mod32") else [stack.pop(), stack.pop()][::-1]
            bounds = _bounds(op, operands, bool(argument))
            if not -_LIMIT <= bounds[0] <= bounds[1] < _LIMIT:
                raise _TooLarge
            rows.append((_NUMBER[op], 0, argument))
            stack.append(bounds)
    return rows, stack.pop()


def _bounds(op: str, operands: list[Bounds], modular: bool) -> Bounds:
    """What a result lies between; raises where a step before the reduction could leave what 64 bits hold.

    Numbers modulo 2^32 may wrap at 2^64 on their way: 2^32 divides that.
    """
    low, high = operands[0]
    if op == "mod32" or (modular and op in ("+", "-", "*", "neg", "inv")):
        return 0, _MOD32 - 1
    if op in ("neg", "inv"):
        return -high - 1, -low
    less, more = operands[1]
    if op == "+":
        return low + less, high + more
    if op == "-":
        return low - more, high - less
    if op == "*":
        corners = [a * b for a in (low, high) for b in (less, more)]
        return min(corners), max(corners)
    if op == "%":
        return min(0, less), max(0, more)
    if op in ("&", "|", "^"):
        width = max(value.bit_length() for value in (low, high, less, more))
        return (0 if min(low, less) >= 0 else -(1 << width)), (1 << width) - 1
    if op == ">>":
        return min(low, 0), max(high, 0)
    most = min(max(more, 0), 63)
    return min(low, 0) << most, max(high, 0) << most


assert V6 > _LIMIT  # no IPv6 address looks like a column's value


TooLargeError = _TooLarge


def lower_code(code: Code, slots: Mapping[str, int]) -> list[Row]:
    """The rows of an expression. Raises `TooLargeError` where a value may leave 64 bits, or a field has no column."""
    return _rows(code, slots)[0]
