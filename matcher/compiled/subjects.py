"""What tables decide of a program: for each field (or some bits of it) the values that each clause accepts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log2
from typing import Final

import numpy as np

from matcher.compiled.guards import EVERY_BIT, Asked, Guard, bits_of, common_codes, guards_of
from matcher.intervals import ADDRESSES_V4, domain, subtract
from matcher.program import FieldTest, MaskTest, Program, Test
from matcher.stack import Code
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals, intersect, size

__all__ = ["Literals", "Subject", "subjects_of"]

_NARROW: Final = 12  # bits up to which a mask is listed value by value
_MOST_MASKS: Final = 16  # pairs of a wide field and a mask that get tables of their own
_COUNTED: Final = frozenset({"len", "caplen", "ip.len", "payload.len"})  # no plain bits of a header
Literals = list[tuple[int, bool]]


@dataclass(slots=True)
class Subject:
    """What clauses ask of one thing.

    Attributes:
        asked: What a table looks at.
        accepted: For each clause that asks, the values with which it stays alive.
        needing: The clauses that need it to apply.
        weight: How many clauses it can be expected to rule out: for the order of the tables, which changes no answer.
    """

    asked: Asked
    accepted: dict[int, Intervals] = field(default_factory=dict)
    needing: set[int] = field(default_factory=set)
    weight: float = 0.0

    def add(self, clause: int, intervals: Intervals, needs: bool) -> None:
        """One more condition of a clause."""
        before = self.accepted.get(clause)
        self.accepted[clause] = intervals if before is None else intersect(before, intervals)
        if needs:
            self.needing.add(clause)


def subjects_of(program: Program) -> tuple[list[Subject], list[Literals]]:
    """The subjects of a program, and what their tables leave to ask of each clause."""
    masks, codes = _common_masks(program), common_codes(program.tests)
    found: dict[Asked, Subject] = {}
    left: list[Literals] = []
    known: dict[tuple[int, bool], tuple[list[tuple[Subject, Guard]], bool]] = {}  # many clauses have the same literals
    for number, clause in enumerate(program.clauses):
        left.append([])
        for literal in [(test, True) for test in clause.true] + [(test, False) for test in clause.false]:
            if literal not in known:
                guards, is_all = _looks(program.tests[literal[0]], literal[1], masks, codes)
                known[literal] = [(found.setdefault(each.asked, Subject(each.asked)), each) for each in guards], is_all
            looks, is_all = known[literal]
            for subject, guard in looks:
                subject.add(number, guard.intervals, guard.needs)
            if not is_all:
                left[-1].append(literal)
    for subject in found.values():
        subject.weight = _weight(subject)
    return sorted(found.values(), key=lambda subject: (-subject.weight, str(subject.asked))), left


def _looks(
    test: Test, positive: bool, masks: set[tuple[str, int]], codes: dict[Code, Asked]
) -> tuple[list[Guard], bool]:
    """What tables can hold of a literal, and whether that is all of it."""
    asked = _asked(test, masks)
    if asked is not None:
        return [Guard(asked, _wanted(test, asked, positive), positive)], True
    return guards_of(test, codes) if positive else [], False


def _weight(subject: Subject) -> float:
    """How many clauses it can be expected to rule out."""
    shares: dict[int, float] = {}  # by the object: intervals may be many, and clauses share them
    for intervals in subject.accepted.values():
        if id(intervals) not in shares:
            shares[id(intervals)] = _ruled_out(subject.asked, intervals)
    return sum(shares[id(intervals)] for intervals in subject.accepted.values())


def _common_masks(program: Program) -> set[tuple[str, int]]:
    """The masks of wide fields that most tests have."""
    asked = Counter(
        (test.field, test.mask)
        for test in program.tests
        if isinstance(test, MaskTest) and bits_of(test.field) > _NARROW and test.field not in _COUNTED
    )
    return {key for key, _ in asked.most_common(_MOST_MASKS)}


def _asked(test: Test, masks: set[tuple[str, int]]) -> Asked | None:
    """What decides a test wholly."""
    if isinstance(test, FieldTest):
        return Asked(test.field)
    if isinstance(test, MaskTest):
        if bits_of(test.field) <= _NARROW:
            return Asked(test.field)
        if (test.field, test.mask) in masks:
            return Asked(test.field, under=test.mask)
    return None


def _wanted(test: Test, asked: Asked, positive: bool) -> Intervals:
    """The values with which a literal holds."""
    name = asked.field
    whole = domain(FIELDS[name])
    if FIELDS[name].kind is Kind.BOOLEAN:
        whole = ((0, 1),)
    if isinstance(test, FieldTest):
        true = intersect(whole, test.intervals)
    else:
        assert isinstance(test, MaskTest)
        # The comparison is with a number: no IPv6 address is equal to it, nor different from it.
        numbers = ADDRESSES_V4 if FIELDS[name].kind is Kind.ADDRESS else whole
        if asked.under == EVERY_BIT:
            equal = _values_under(test.mask, test.value, numbers[0][1])
        else:
            equal = intersect(numbers, ((test.value, test.value),))
        true = equal if test.equal else subtract(numbers, equal)
    return true if positive else subtract(whole, true)


def _values_under(mask: int, value: int, most: int) -> Intervals:
    """The values up to `most` whose bits under the mask are these."""
    found = np.zeros(most + 3, np.int8)
    found[1:-1] = np.arange(most + 1) & mask == value
    edges = np.diff(found)
    return tuple(zip(np.flatnonzero(edges > 0).tolist(), (np.flatnonzero(edges < 0) - 1).tolist(), strict=True))


def _ruled_out(asked: Asked, intervals: Intervals) -> float:
    """The share of packets that a test can be expected to refuse."""
    accepted = size(intersect(intervals, ((0, (1 << asked.bits) - 1),)))
    if not accepted:
        return 1.0
    surprise = FIELDS[asked.field].surprise if asked.field else 8
    return 1.0 - float(2.0 ** max(log2(accepted) - asked.bits, -min(surprise, 8)))
