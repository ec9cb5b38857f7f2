"""A program as arrays: the plan by which the scanning kernel goes through a packet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.clausesets import ClauseSets
from matcher.compiled.guards import EVERY_BIT, Asked, Form
from matcher.compiled.headers import BEGINNING
from matcher.compiled.lookup import Lookups, Narrow, Wide
from matcher.compiled.places import (
    IN_QUOTATIONS,
    NOWHERE,
    SHAPES,
    Place,
    computed_place,
    constant_of,
    head_place,
    is_nowhere,
    is_wide,
    is_window,
    list_place,
    place_of,
    under_mask,
)
from matcher.compiled.subjects import Literals, Subject, subjects_of
from matcher.compiled.testcode import TestCode, loads_of
from matcher.program import PayloadTest, Program, RelationTest, Test, ValueTest

__all__ = ["ScanPlan", "build_scan_plan"]

Ints = npt.NDArray[np.int64]
Shorts = npt.NDArray[np.int32]
Words = npt.NDArray[np.uint64]

_IN_OPTIONS: Final = frozenset({"options", "mss", "wscale", "sackok", "ts.val", "ts.ecr"})
_MOST_VALUES: Final = 1 << 12
_MOST_CLASSES: Final = 64  # of the values of a field, for each shape


class ScanPlan(NamedTuple):
    """What the scanning kernel reads. Plain arrays, so that one compiled kernel serves every program.

    Attributes:
        entries: int64[shapes, 2]: the place of a field that tells much in few bits, and where in `node_of` the nodes of
            its values begin; or `NOWHERE` and the node of the shape.
        node_of: int32[]: numbers of nodes.
        nodes: int64[nodes, 3]: row of the clauses that are alive so far; where the node's part of `steps` begins; where
            it ends.
        steps: int64[steps, 4]: a place (see `matcher.compiled.places`); the row where the field does not apply; where
            its table begins in `tops` (of an IPv6 address: in `wide_starts`); how far values are shifted for it, or 0
            where `leaves` have each value (how many starts there are).
        relevant: int64[steps, summary words]: for which parts of a summary the step can change anything.
        tops, leaves, spans, starts, rows, wide_starts, wide_rows: See `matcher.compiled.lookup`.
        summaries: int64[rows, summary words], and
        pages_of: int32[rows, pages of a row], and
        pages: int64[pages, PAGE]: see `matcher.compiled.clausesets`.
        asking: int64[words]: the clauses of which the tables do not decide everything.
        residual: int64[clauses + 1]: where a clause's part of `literals` begins.
        literals: int64[n, 2]: number of a test and the truth that it must have.
        tests: int64[tests + expressions + 1]: where a test's part of `code` begins, and that of an expression.
        least: int64[expressions]: the least value of each.
        code, ranges, sequences, elements: See `matcher.compiled.testcode`.
        places: int64[shapes, fields]: of the fields that tests load.
        keeps: int64[n, 2]: column and place of each field that is kept, and applies to a shape;
        keep_of: int64[shapes + 1]: where the rows of a shape begin.
        is_large: Whether a bit of a summary is a word of clauses, and not a clause.
        options: Whether anything asks for TCP options: headers must then have been captured whole.
        quoted: What is asked for of packets that ICMP errors quote, as `shape_of` takes it.
        inner: Whether the innermost packets of tunnels are looked at.
    """

    entries: Ints
    node_of: Shorts
    nodes: Ints
    steps: Ints
    relevant: Ints
    tops: Shorts
    leaves: Shorts
    spans: Ints
    starts: Ints
    rows: Shorts
    wide_starts: Words
    wide_rows: Shorts
    summaries: Ints
    pages_of: Shorts
    pages: Ints
    asking: Ints
    residual: Ints
    literals: Ints
    tests: Ints
    least: Ints
    code: Ints
    ranges: Ints
    sequences: Ints
    elements: Ints
    places: Ints
    keeps: Ints
    keep_of: Ints
    is_large: bool
    options: bool
    quoted: int
    inner: bool


def build_scan_plan(program: Program, kept: Sequence[str], *, inner: bool = False) -> tuple[ScanPlan, tuple[int, ...]]:
    """The plan for a program, with the fields that are kept of a packet that matches; and the pattern of each bit."""
    subjects, left = subjects_of(program)
    order = _order(len(program.clauses), subjects)
    bit = {clause: at for at, clause in enumerate(order)}
    asked = sorted({test for literals in left for test, _ in literals})
    slots = {name: at for at, name in enumerate(sorted(_loaded(program, asked)))}
    used = {*slots, *kept, *(subject.asked.field for subject in subjects)}
    sets = ClauseSets(len(program.clauses))
    keeps, keep_of = _keeps(kept)
    plan = ScanPlan(
        **_Search(sets, subjects, bit, _required(program, left)).arrays(),
        **_tests(program, asked, _codes(subjects), slots),
        **_residual(program, [left[clause] for clause in order], asked, sets),
        places=_places(slots),
        keeps=keeps,
        keep_of=keep_of,
        is_large=sets.is_large,
        options=bool(used & _IN_OPTIONS),
        quoted=_asked_of_quotations(used),
        inner=inner,
    )
    return plan, tuple(program.clauses[clause].pattern for clause in order)


def _asked_of_quotations(used: Iterable[str]) -> int:
    """What fields ask of packets that ICMP errors quote: nothing (0), their `BEGINNING`, or more (2)."""
    quoted = {name for name in used if name == "quoted" or name.startswith("quoted.")}
    if not quoted:
        return 0
    return BEGINNING if quoted <= IN_QUOTATIONS else 2


def _ints(values: Any, width: int = 0) -> Ints:
    """An array, of two dimensions with a `width`, also of nothing."""
    return np.array(values, np.int64).reshape((-1, width) if width else -1)


def _places(names: Iterable[str]) -> Ints:
    """Of each shape and field."""
    return np.array([[place_of(shape, name) for name in names] for shape in range(SHAPES)], np.int64)


def _keeps(kept: Sequence[str]) -> tuple[Ints, Ints]:
    rows, starts = list[tuple[int, Place]](), [0]
    for shape in range(SHAPES):
        places = [place_of(shape, name) for name in kept]
        rows += [(column, place) for column, place in enumerate(places) if not is_nowhere(place)]
        starts.append(len(rows))
    return _ints(rows, 2), _ints(starts)


def _order(clauses: int, subjects: list[Subject]) -> list[int]:
    """Clauses that ask the same fields stand together, and among them those that accept the same values.

    For most packets the words of such a group are then empty as a whole.
    """
    numbers: list[list[int]] = [[] for _ in range(clauses)]
    values: list[list[int]] = [[] for _ in range(clauses)]
    for number, subject in enumerate(subjects):
        for clause, intervals in subject.accepted.items():
            numbers[clause].append(number)
            values[clause].append(intervals[0][0] if intervals else -1)
    return sorted(range(clauses), key=lambda clause: (numbers[clause], values[clause]))


# --- tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """A subject, and where its tables stand."""

    subject: Subject
    relevant: int
    absent: int
    narrow: Narrow
    wide: Wide | None

    def step(self, place: Place) -> tuple[int, ...]:
        """A row of `ScanPlan.steps`."""
        where = self.wide if is_wide(place) else self.narrow
        assert where is not None
        return place, self.absent, *where


class _Search:
    """What the kernel walks for each shape, under construction."""

    def __init__(
        self, sets: ClauseSets, subjects: list[Subject], bit: dict[int, int], required: dict[str, list[int]]
    ) -> None:
        self.sets = sets
        self.lookups = Lookups(sets, bit)
        self.codes = _codes(subjects)
        self.tables = [self._table(subject, bit) for subject in subjects]
        self.required = {name: sets.bits(bit[clause] for clause in each) for name, each in required.items()}
        self.entries: list[tuple[int, int]] = []
        self.node_of: list[int] = []
        self.nodes: list[tuple[int, int, int]] = []
        self.steps: list[tuple[int, ...]] = []
        self.relevant: list[int] = []
        for shape in range(SHAPES):
            self._add_shape(shape)

    def _table(self, subject: Subject, bit: dict[int, int]) -> _Table:
        narrow, wide = self.lookups.add(subject)
        relevant = self.sets.bits(bit[clause] for clause in subject.accepted)
        absent = self.sets.row(self.sets.everything ^ self.sets.bits(bit[clause] for clause in subject.needing))
        return _Table(subject, relevant, absent, narrow, wide)

    def _add_shape(self, shape: int) -> None:
        """The nodes of a shape: one, or one for each class of the values of a field that tells much in few bits."""
        alive = self.sets.everything
        for name, clauses in self.required.items():
            if is_nowhere(place_of(shape, name)):
                alive &= ~clauses
        undecided = []
        for table in self.tables:
            place = self._place(shape, table.subject.asked)
            row = self._decided(place, table)
            if row is None:
                undecided.append((place, table))
            else:
                alive &= self.sets.row_bits(row)
        undecided = [(place, table) for place, table in undecided if alive & table.relevant]
        for place, table in undecided:
            rows = self._classes(table) if is_window(place) else None
            if rows is not None:
                others = [each for each in undecided if each[1] is not table]
                nodes = {row: self._add_node(alive & self.sets.row_bits(row), others) for row in dict.fromkeys(rows)}
                self.entries.append((place, len(self.node_of)))
                self.node_of += [nodes[row] for row in rows]
                return
        self.entries.append((NOWHERE, self._add_node(alive, undecided)))

    def _classes(self, table: _Table) -> list[int] | None:
        """The row for each value, where there is an entry for each and they lead to few."""
        values = 1 << table.subject.asked.bits
        if values > _MOST_VALUES or table.subject.asked.under != EVERY_BIT:
            return None
        rows = self.lookups.find_all(table.narrow, values)
        return rows if len(set(rows)) <= _MOST_CLASSES else None

    def _add_node(self, alive: int, undecided: list[tuple[Place, _Table]]) -> int:
        """The number of a node: clauses that are alive, and the steps that can change that."""
        first = len(self.steps)
        for place, table in undecided:
            relevant = alive & table.relevant
            if relevant:
                self.steps.append(table.step(place))
                self.relevant.append(self.sets.row(relevant))
        self.nodes.append((self.sets.row(alive), first, len(self.steps)))
        return len(self.nodes) - 1

    def _place(self, shape: int, asked: Asked) -> Place:
        """Where a packet of this shape has what is asked."""
        if asked.form is Form.HEAD:
            return head_place()
        if asked.code is not None:
            loaded = [place_of(shape, name) for name, _ in asked.code.loads]
            if any(is_nowhere(place) or is_wide(place) for place in loaded):  # an IPv6 address is no number
                return NOWHERE
            return computed_place(self.codes.index(asked))
        place = place_of(shape, asked.field)
        if asked.form is Form.LIST:
            return list_place(place)
        if asked.under == EVERY_BIT or is_nowhere(place):
            return place
        return under_mask(place, asked.under) if is_window(place) else NOWHERE  # an IPv6 address has no such bits

    def _decided(self, place: Place, table: _Table) -> int | None:
        """The row to which the shape alone leads, or None."""
        if is_nowhere(place):
            return table.absent
        constant = constant_of(place)
        return None if constant is None else self.lookups.find(table.narrow, constant)

    def arrays(self) -> dict[str, Any]:
        """The arrays by their names in `ScanPlan`."""
        summaries = self.sets.summaries()
        return self.lookups.arrays() | {
            "entries": _ints(self.entries, 2),
            "node_of": np.array(self.node_of, np.int32),
            "nodes": _ints(self.nodes, 3),
            "steps": _ints(self.steps, 4),
            "relevant": summaries[_ints(self.relevant)].reshape(-1, summaries.shape[1]),
            "summaries": summaries,
            "pages_of": self.sets.all_rows(),
            "pages": self.sets.all_pages().view(np.int64),
        }


# --- what the tables leave --------------------------------------------------------------------------------------------


def _loaded(program: Program, tests: list[int]) -> set[str]:
    return {name for test in tests for name in loads_of(program.tests[test])}


def _required(program: Program, left: list[Literals]) -> dict[str, list[int]]:
    """By field, the clauses with a test outside the tables that cannot be true where the field does not apply."""
    found: dict[str, list[int]] = defaultdict(list)
    for clause, literals in enumerate(left):
        for name in _loaded(program, [test for test, wanted in literals if wanted]):
            found[name].append(clause)
    return found


def _codes(subjects: list[Subject]) -> list[Asked]:
    """The expressions that have tables."""
    return [subject.asked for subject in subjects if subject.asked.form is Form.CODE]


def _tests(program: Program, asked: list[int], codes: list[Asked], slots: dict[str, int]) -> dict[str, Any]:
    code = TestCode(slots)
    for test in asked:
        code.add(program.tests[test])
    for each in codes:
        assert each.code is not None
        code.add_expression(each.code)
    return {
        "least": _ints([each.least for each in codes]),
        "tests": _ints(code.starts),
        "code": _ints(code.rows, 3),
        "ranges": _ints(code.ranges, 2),
        "sequences": _ints(code.sequences, 2),
        "elements": _ints(code.elements),
    }


def _residual(program: Program, left: list[Literals], asked: list[int], sets: ClauseSets) -> dict[str, Any]:
    numbers = {test: at for at, test in enumerate(asked)}
    starts, literals = [0], list[tuple[int, int]]()
    for each in left:
        ordered = sorted(each, key=lambda literal: (_cost(program.tests[literal[0]]), literal))
        literals += [(numbers[test], int(wanted)) for test, wanted in ordered]
        starts.append(len(literals))
    asking = sets.words(sets.bits(at for at, each in enumerate(left) if each))
    return {"residual": _ints(starts), "literals": _ints(literals, 2), "asking": asking.view(np.int64)}


def _cost(test: Test) -> int:
    """Cheap tests first; a regular expression, which leaves the kernel, last."""
    if isinstance(test, PayloadTest):
        return 3 if test.op == "matches" else 2
    return 1 if isinstance(test, (RelationTest, ValueTest)) else 0
