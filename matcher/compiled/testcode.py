"""Tests that no table holds, as rows of numbers that the scanning kernel runs.

Only what fits is lowered: every intermediate value within 64 bits, regular expressions whose tables are small. Any
other test the kernel leaves to the ordinary matcher, for packets that pass all the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from matcher.automaton import ACCEPTED, START, CannotBuild, build_automaton
from matcher.compiled.stackcode import LIMIT, OPERATIONS, Bounds, CannotLower, Row, lower_code
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

__all__ = ["OPS", "TestCode", "bounds_of", "loads_of"]

# Behind the operations of `matcher.compiled.stackcode`.
(
    EQ, NE, LT, LE, GT, GE, WITHIN, ADDRESS, UNDECIDED, ASK, MATCHES, SAME, OTHERWISE, STARTS, CONTAINS,
) = range(len(OPERATIONS), len(OPERATIONS) + 15)  # fmt: skip
OPS: Final = (  # in the same order
    *OPERATIONS, "==", "!=", "<", "<=", ">", ">=", "within", "address", "undecided", "ask", "matches",
    "sequence ==", "sequence !=", "sequence starts", "sequence contains",
)  # fmt: skip
_NUMBER: Final = {name: number for number, name in enumerate(OPS)}


def bounds_of(code: Code) -> Bounds | None:
    """What the values of an expression lie between; None where the kernel cannot compute it."""
    try:
        return TestCode(defaultdict(int))._code(code)[1]
    except CannotLower:
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
        sequences: Where in `elements` a constant begins, and how many there are; of a regular expression, where its
            table begins, and how many classes it has.
        elements: Bytes, or kinds of options; a table: the class of each of 256 bytes, and for each state, for each
            class, where in the table the next state's row begins, `ACCEPTED` and `DEAD` apart.
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
        except CannotLower:
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
            case PayloadTest(name, _, str() as pattern, ignore_case):
                return [self._expression(name, pattern, ignore_case)]
            case _:
                raise CannotLower

    def _sequence(self, name: str, op: str, elements: tuple[int, ...] | bytes) -> Row:
        self.sequences.append((len(self.elements), len(elements)))
        self.elements += elements
        return _NUMBER[f"sequence {op}"], self.slots[name], len(self.sequences) - 1

    def _expression(self, name: str, pattern: str, ignore_case: bool) -> Row:
        try:
            automaton = build_automaton(pattern, ignore_case)
        except CannotBuild as reason:
            raise CannotLower from reason
        width = len(automaton.steps[START])
        self.sequences.append((len(self.elements), width))
        self.elements += automaton.classes
        for row in automaton.steps:
            self.elements += [state if state <= ACCEPTED else 256 + state * width for state in row]
        return _NUMBER["matches"], self.slots[name], len(self.sequences) - 1

    def _within(self, intervals: Intervals, bounds: Bounds) -> Row:
        start = len(self.ranges)
        for low, high in intervals:
            if low <= bounds[1] and high >= bounds[0]:
                self.ranges.append((max(low, -LIMIT), min(high, LIMIT - 1)))
        return _NUMBER["within"], start, len(self.ranges)

    def _code(self, code: Code) -> tuple[list[Row], Bounds]:
        for name, raw in code.loads:
            kind = FIELDS[name].kind
            if raw and kind is Kind.ADDRESS or kind in (Kind.OPTIONS, Kind.BYTES):
                raise CannotLower
        return lower_code(code, self.slots)
