"""Tests that no table holds, as rows of numbers that the scanning kernel runs.

Only what fits is lowered: every intermediate value within 64 bits, no regular expression. Any other test the kernel
leaves to the ordinary matcher, for packets that pass all the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from matcher.packet import V6
from matcher.program import (
    MaskTest,
    OptionsTest,
    PayloadTest,
    RelationTest,
    Test,
    UndecidedTest,
    ValueTest,
)
from matcher.stack import Code
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals

__all__ = ["DEPTH", "OPS", "TestCode", "bounds_of", "loads_of"]

Row = tuple[int, int, int]  # operation, argument, whether the result is modulo 2^32 (or a second argument)
Bounds = tuple[int, int]

(
    LOAD, CONST, ADD, SUB, MUL, MOD, AND, OR, XOR, SHL, SHR, NEG, INV, MOD32, EQ, NE, LT, LE, GT, GE, WITHIN, ADDRESS,
    UNDECIDED, ASK, SAME, OTHERWISE, STARTS, CONTAINS,
) = range(28)  # fmt: skip
OPS: Final = (  # in the same order
    "load", "const", "+", "-", "*", "%", "&", "|", "^", "<<", ">>", "neg", "inv", "mod32",
    "==", "!=", "<", "<=", ">", ">=", "within", "address", "undecided", "ask", "sequence ==", "sequence !=",
    "sequence starts", "sequence contains",
)  # fmt: skip
_NUMBER: Final = {name: number for number, name in enumerate(OPS)}
DEPTH: Final = 32  # of the kernel's stack
_LIMIT: Final = 1 << 63
_MOD32: Final = 1 << 32


class _CannotLower(Exception):
    """A value may leave 64 bits, or the test is one for the ordinary matcher."""


def bounds_of(code: Code) -> Bounds | None:
    """What the values of an expression lie between; None where the kernel cannot compute it."""
    try:
        return TestCode(defaultdict(int))._code(code)[1]
    except _CannotLower:
        return None


def loads_of(test: Test) -> set[str]:
    """The fields of which each must apply for the test to be true."""
    if isinstance(test, ValueTest):
        return {name for name, _ in test.code.loads}
    if isinstance(test, RelationTest):
        return {name for name, _ in (*test.left.loads, *test.right.loads)}
    return {test.field}


class TestCode:
    """Code under construction.

    Attributes:
        starts: Where each test's part of `rows` begins, and where the last one ends.
        rows: Steps of the stack programs: operation, argument, flag or second argument.
        ranges: Closed intervals.
        sequences: Where in `elements` a constant begins, and how many there are.
        elements: Bytes, or kinds of options.
    """

    __test__ = False  # no test case, whatever its name

    def __init__(self, slots: Mapping[str, int]) -> None:
        self.slots = slots
        self.starts = [0]
        self.rows: list[Row] = []
        self.ranges: list[tuple[int, int]] = []
        self.sequences: list[tuple[int, int]] = []
        self.elements: list[int] = []

    def add(self, test: Test) -> None:
        """One more test. Its code leaves false, true, unknown or "ask the ordinary matcher"."""
        ranges = len(self.ranges)
        try:
            rows = self._lowered(test)
        except _CannotLower:
            del self.ranges[ranges:]
            names = sorted(loads_of(test))
            rows = [(_NUMBER["ask"], self.slots[name], 0) for name in names]
        self.rows += rows
        self.starts.append(len(self.rows))

    def add_expression(self, code: Code) -> None:
        """What leaves the value of an expression for which `bounds_of` has an answer."""
        self.rows += self._code(code)[0]
        self.starts.append(len(self.rows))

    def _lowered(self, test: Test) -> list[Row]:
        match test:
            case MaskTest(name, mask, value, equal):
                code = Code(((name, False),), (("load", 0), ("const", mask), ("&", 0), ("const", value)))
                return [*self._code(code)[0], (_NUMBER["==" if equal else "!="], 0, 0)]
            case ValueTest(code, intervals):
                rows, bounds = self._code(code)
                return [*rows, self._within(intervals, bounds)]
            case RelationTest(op, Code(loads=((left, True),)), Code(loads=((right, True),))):
                return [(_NUMBER["address"], self.slots[left], self.slots[right]), (_NUMBER[op], 0, 0)]
            case RelationTest(op, left, right):
                return [*self._code(left)[0], *self._code(right)[0], (_NUMBER[op], 0, 0)]
            case UndecidedTest(name):
                return [(_NUMBER["undecided"], self.slots[name], 0)]
            case OptionsTest(name, op, kinds):
                return [self._sequence(name, "contains" if op == "has" else op, kinds[:1] if op == "has" else kinds)]
            case PayloadTest(name, op, bytes() as value):
                return [self._sequence(name, op, value)]
            case _:
                raise _CannotLower

    def _sequence(self, name: str, op: str, elements: tuple[int, ...] | bytes) -> Row:
        self.sequences.append((len(self.elements), len(elements)))
        self.elements += elements
        return _NUMBER[f"sequence {op}"], self.slots[name], len(self.sequences) - 1

    def _within(self, intervals: Intervals, bounds: Bounds) -> Row:
        start = len(self.ranges)
        for low, high in intervals:
            if low <= bounds[1] and high >= bounds[0]:
                self.ranges.append((max(low, -_LIMIT), min(high, _LIMIT - 1)))
        return _NUMBER["within"], start, len(self.ranges)

    def _code(self, code: Code) -> tuple[list[Row], Bounds]:
        rows: list[Row] = []
        stack: list[Bounds] = []
        for op, argument in code.steps:
            if len(stack) >= DEPTH // 2:
                raise _CannotLower
            if op == "load":
                name, raw = code.loads[argument]
                if raw and FIELDS[name].kind is Kind.ADDRESS or FIELDS[name].kind in (Kind.OPTIONS, Kind.BYTES):
                    raise _CannotLower
                rows.append((_NUMBER["load"], self.slots[name], 0))
                stack.append((0, (1 << FIELDS[name].bits) - 1))
            elif op == "const":
                if not -_LIMIT <= argument < _LIMIT:
                    raise _CannotLower
                rows.append((_NUMBER["const"], argument, 0))
                stack.append((argument, argument))
            else:
                operands = [stack.pop()] if op in ("neg", "inv", "mod32") else [stack.pop(), stack.pop()][::-1]
                bounds = _bounds(op, operands, bool(argument))
                if not -_LIMIT <= bounds[0] <= bounds[1] < _LIMIT:
                    raise _CannotLower
                rows.append((_NUMBER[op], 0, argument))
                stack.append(bounds)
        return rows, stack.pop()


def _bounds(op: str, operands: list[Bounds], modular: bool) -> Bounds:
    """What a result lies between, before a reduction by the kernel could leave what 64 bits hold.

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


assert V6 > _LIMIT  # no IPv6 address looks like a number
