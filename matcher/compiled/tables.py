"""A program as arrays: the tables that the classifying kernel walks."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.columns import VANTAGE_FIELDS, Layout, layout_of
from matcher.compiled.stackcode import lower_test
from matcher.intervals import domain, subtract
from matcher.program import FieldTest, MaskTest, Program
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals, intersect, normalise

__all__ = ["Tables", "build_tables"]

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

_NARROW: Final = 12  # bits up to which a mask is listed value by value, and a field has an entry for each value
_WIDE: Final = 16  # bits up to which that is done where there is much to search
_MANY: Final = 64
_LIMIT: Final = 1 << 63


class Tables(NamedTuple):
    """What the classifying kernel reads. Plain arrays, so that one compiled kernel serves every program.

    Attributes:
        fields: int64[tables, 6]: row of the field's column; row of `masks` where it does not apply; whether `lookup`
            has an entry for each value (1) or `starts` is searched (0); where its part of `lookup` begins, and of
            `starts`; how many entries. The most selective field first.
        starts: int64[]: where an interval of values begins, ascending within a table.
        lookup: int64[]: the row of `masks` for each value, or for each start.
        masks: uint64[rows, words]: the clauses that are still alive, a bit each.
        full: uint64[words]: all clauses.
        asking: uint64[words]: those of which the tables do not decide everything.
        residual: int64[clauses + 1]: where a clause's part of `literals` begins.
        literals: int64[n, 2]: number of a test and the truth that it must have.
        tests: int64[tests + 1]: where a test's part of `code` begins; a test without code may be true and false.
        code: int64[n, 3]: the steps of a stack program.
        ranges: int64[n, 2]: closed intervals.
        patterns: int64[clauses]: the pattern of a clause.
    """

    fields: Ints
    starts: Ints
    lookup: Ints
    masks: Words
    full: Words
    asking: Words
    residual: Ints
    literals: Ints
    tests: Ints
    code: Ints
    ranges: Ints
    patterns: Ints


def build_tables(program: Program) -> tuple[Tables, Layout]:
    """The tables of a program, and the columns that they need."""
    layout = layout_of({*program.fields(), *VANTAGE_FIELDS})
    slots = {name: number for number, name in enumerate(layout.names)}
    residual, literals = _residual(program)
    tests, code, ranges = _tests(program, slots, {test for test, _ in literals})
    builder = _Masks(len(program.clauses))
    accepted, absent = _accepted(program)
    for name in sorted(accepted, key=lambda name: (-_weight(name, accepted[name]), name)):
        if name in slots:
            builder.add_field(name, slots[name], accepted[name], absent[name])
    return Tables(
        **builder.arrays({number for number in range(len(residual) - 1) if residual[number] < residual[number + 1]}),
        residual=_ints(residual),
        literals=_ints(literals, 2),
        tests=_ints(tests),
        code=_ints(code, 3),
        ranges=_ints(ranges, 2),
        patterns=_ints([clause.pattern for clause in program.clauses]),
    ), layout


def _ints(values: list[int] | list[tuple[int, ...]], width: int = 0) -> Ints:
    """An array, of two dimensions with a `width`, also of nothing."""
    return np.array(values, np.int64).reshape((-1, width) if width else -1)


def is_tabled(test: object) -> bool:
    """Whether a table decides a test: as in `matcher.classify`."""
    return isinstance(test, FieldTest) or (isinstance(test, MaskTest) and FIELDS[test.field].bits <= _NARROW)


def _residual(program: Program) -> tuple[list[int], list[tuple[int, ...]]]:
    """What the tables do not decide, clause by clause."""
    starts, literals = [0], list[tuple[int, ...]]()
    for clause in program.clauses:
        both = [(test, 1) for test in clause.true] + [(test, 0) for test in clause.false]
        literals += [literal for literal in both if not is_tabled(program.tests[literal[0]])]
        starts.append(len(literals))
    return starts, literals


def _tests(
    program: Program, slots: dict[str, int], asked: set[int]
) -> tuple[list[int], list[tuple[int, ...]], list[tuple[int, ...]]]:
    starts, code = [0], list[tuple[int, ...]]()
    ranges: list[tuple[int, int]] = []
    for number, test in enumerate(program.tests):
        if number in asked:
            code += lower_test(test, slots, ranges)
        starts.append(len(code))
    return starts, code, [*ranges]


# --- what the tables are made of --------------------------------------------------------------------------------------


def _accepted(program: Program) -> tuple[dict[str, dict[int, Intervals]], dict[str, set[int]]]:
    """For each field the values that each clause accepts, and the clauses that need it to apply."""
    accepted: dict[str, dict[int, Intervals]] = defaultdict(dict)
    needing: dict[str, set[int]] = defaultdict(set)
    cache: dict[int, Intervals] = {}
    for number, clause in enumerate(program.clauses):
        for test, positive in [(test, True) for test in clause.true] + [(test, False) for test in clause.false]:
            tested = program.tests[test]
            if not isinstance(tested, (FieldTest, MaskTest)) or not is_tabled(tested):
                continue
            whole = domain(FIELDS[tested.field])
            if test not in cache:
                cache[test] = _true_for(tested, whole)
            wanted = cache[test] if positive else subtract(whole, cache[test])
            clauses = accepted[tested.field]
            clauses[number] = intersect(clauses.get(number, whole), wanted)
            if positive:
                needing[tested.field].add(number)
    return accepted, needing


def _true_for(test: FieldTest | MaskTest, whole: Intervals) -> Intervals:
    """The values for which a tabled test is true."""
    if isinstance(test, FieldTest):
        return intersect(whole, test.intervals)
    values = range(whole[0][1] + 1)
    equal = normalise((value, value) for value in values if value & test.mask == test.value)
    return equal if test.equal else subtract(whole, equal)


def _weight(name: str, clauses: dict[int, Intervals]) -> int:
    """How well a field tells clauses from ordinary traffic; the order changes the speed, not the answer."""
    return sum(min(FIELDS[name].surprise, 8) if len(each) <= 4 else 1 for each in clauses.values())


class _Masks:
    """Bit sets under construction: each different one is kept once."""

    def __init__(self, clauses: int) -> None:
        self.clauses = clauses
        self.words = max(1, (clauses + 63) // 64)
        self.rows: dict[int, int] = {}
        self.fields: list[tuple[int, ...]] = []
        self.starts: list[int] = []
        self.index: list[int] = []

    def add_field(self, name: str, slot: int, clauses: dict[int, Intervals], needing: set[int]) -> None:
        """One more table: from the values of a field to the clauses that they leave alive."""
        everything = (1 << self.clauses) - 1
        indifferent = everything & ~_bits(clauses)
        toggles: dict[int, int] = defaultdict(int)
        for number, intervals in clauses.items():
            for low, high in intervals:
                if low < _LIMIT:  # an IPv6 address has no value in a column
                    toggles[low] ^= 1 << number
                    toggles[high + 1] ^= 1 << number
        starts, rows, mask = [-_LIMIT], [self._row(indifferent)], indifferent
        for start in sorted(toggles):
            mask ^= toggles[start]
            starts.append(start)
            rows.append(self._row(mask))
        bits = 1 if FIELDS[name].kind is Kind.BOOLEAN else FIELDS[name].bits
        is_direct = bits <= _NARROW or (bits <= _WIDE and len(starts) > _MANY)
        if is_direct:
            values = np.arange(1 << bits)
            rows = np.array(rows)[np.searchsorted(np.array(starts), values, side="right") - 1].tolist()
        absent = self._row(everything & ~_bits(needing))
        self.fields.append((slot, absent, int(is_direct), len(self.index), len(self.starts), len(rows)))
        self.index += rows
        if not is_direct:
            self.starts += starts

    def _row(self, mask: int) -> int:
        return self.rows.setdefault(mask, len(self.rows))

    def arrays(self, asking: set[int]) -> dict[str, Any]:
        """The arrays by their names in `Tables`."""
        everything = (1 << self.clauses) - 1
        return {
            "fields": _ints(self.fields, 6),
            "starts": _ints(self.starts),
            "lookup": _ints(self.index),
            "masks": self._words([*self.rows]),
            "full": self._words([everything])[0],
            "asking": self._words([_bits(asking)])[0],
        }

    def _words(self, masks: list[int]) -> Words:
        packed = b"".join(mask.to_bytes(self.words * 8, "little") for mask in masks)
        return np.frombuffer(packed, "<u8").reshape(-1, self.words).astype(np.uint64)


def _bits(numbers: dict[int, Intervals] | set[int]) -> int:
    """A bit set with these bits."""
    found = bytearray((max(numbers, default=0) >> 3) + 1)
    for number in numbers:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")
