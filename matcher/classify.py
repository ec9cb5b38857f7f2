"""Which patterns a packet matches: bit-vector classification (Lakshman & Stiliadis 1998) with integers as bit sets.

Each clause is a bit. Every field that clauses test against constants has a table from its value to the clauses that
the value leaves alive; a packet's candidates are the AND over fields. What a table cannot hold (relations between
fields, options, payload) is asked only of the clauses that are still alive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any, Final

from matcher.evaluate import missing_payload
from matcher.intervals import domain, is_within, subtract
from matcher.packet import UNKNOWN, Packet, Value
from matcher.patterns import search
from matcher.program import (
    FieldTest,
    MaskTest,
    OptionsTest,
    PayloadTest,
    Program,
    RelationTest,
    Test,
    UndecidedTest,
    ValueTest,
)
from matcher.values import Truth, as_number, compare, compare_sequences
from sigdsl.fields import FIELDS
from sigdsl.intervals import Intervals, intersect

__all__ = ["Classifier", "bits_of", "truth_of"]

_NARROW: Final = 12  # bits up to which masks are listed value by value

Lookup = Callable[[Any], int]


class Classifier:
    """Answers `matches(packet)` for one program."""

    __slots__ = ("_all", "_fields", "_patterns", "_residual", "_tests")

    def __init__(self, program: Program) -> None:
        self._tests = program.tests
        self._all = (1 << len(program.clauses)) - 1
        self._patterns = tuple(clause.pattern for clause in program.clauses)
        self._residual = tuple(_residual(program, number) for number in range(len(program.clauses)))
        self._fields = _tables(program)

    def matches(self, packet: Packet) -> int:
        """The patterns that the packet matches, as bits by their number in the program."""
        alive = self._all
        get = packet.get
        for name, lookup in self._fields:
            alive &= lookup(get(name))
            if not alive:
                return 0
        return self._survivors(alive, packet)

    def _survivors(self, alive: int, packet: Packet) -> int:
        """The patterns of the clauses that no table refused, where what is left to ask of them holds as well."""
        matched = 0
        known: dict[int, Truth] = {}
        while alive:
            clause = (alive & -alive).bit_length() - 1
            alive &= alive - 1
            pattern = 1 << self._patterns[clause]
            if not matched & pattern and self._holds(clause, packet, known):
                matched |= pattern
        return matched

    def _holds(self, clause: int, packet: Packet, known: dict[int, Truth]) -> bool:
        for number, wanted in self._residual[clause]:
            truth = known.get(number)
            if truth is None:
                truth = known[number] = truth_of(self._tests[number], packet)
            if truth is not wanted:
                return False
        return True


def _is_tabled(test: Test) -> bool:
    return isinstance(test, FieldTest) or (isinstance(test, MaskTest) and FIELDS[test.field].bits <= _NARROW)


def _residual(program: Program, number: int) -> tuple[tuple[int, bool], ...]:
    """What the tables do not decide of a clause: (test, the truth that it must have), cheap ones first."""
    clause = program.clauses[number]
    literals = [(test, True) for test in clause.true] + [(test, False) for test in clause.false]
    left = [literal for literal in literals if not _is_tabled(program.tests[literal[0]])]
    return tuple(sorted(left, key=lambda literal: (_cost(program.tests[literal[0]]), literal)))


def _cost(test: Test) -> int:
    if isinstance(test, PayloadTest):
        return 3 if test.op == "matches" else 2
    return 1 if isinstance(test, (RelationTest, ValueTest)) else 0


# --- one test -----------------------------------------------------------------------------------------------------


def truth_of(test: Test, packet: Packet) -> Truth:
    """The truth of a test for a packet."""
    match test:
        case FieldTest(name, intervals):
            return _within(packet.get(name), intervals)
        case MaskTest(name, mask, value, equal):
            seen = as_number(packet.get(name))
            masked = seen & mask if isinstance(seen, int) else seen
            return compare("==" if equal else "!=", masked, value)
        case UndecidedTest(name):
            return False if packet.get(name) is None else UNKNOWN
        case ValueTest(code, intervals):
            return _within(code.run(packet), intervals)
        case RelationTest(op, left, right):
            return compare(op, left.run(packet), right.run(packet))
        case OptionsTest(name, op, kinds):
            return _options(packet.get(name), op, kinds)
        case PayloadTest():
            return _payload(packet, test)


def _within(value: Value | None, intervals: Intervals) -> Truth:
    if value is None:
        return False
    return is_within(value, intervals) if isinstance(value, int) else UNKNOWN


def _options(seen: Value | None, op: str, kinds: tuple[int, ...]) -> Truth:
    if seen is None:
        return False
    if not isinstance(seen, tuple):
        return UNKNOWN
    return kinds[0] in seen if op == "has" else compare_sequences(op, seen, kinds)


def _payload(packet: Packet, test: PayloadTest) -> Truth:
    seen = packet.get(test.field)
    if seen is None:
        return False
    if not isinstance(seen, bytes):
        return UNKNOWN
    missing = missing_payload(packet, seen)
    if isinstance(test.value, str):
        return search(test.value, test.ignore_case, seen, missing)
    return compare_sequences(test.op, seen, test.value, missing)


# --- tables -------------------------------------------------------------------------------------------------------


class _Points(dict[Any, int]):
    """Single values that matter, and one answer for all others."""

    __slots__ = ("named", "other")

    def __init__(self, values: dict[Any, int], other: int, named: int) -> None:
        super().__init__(values)
        self.other = other
        self.named = named

    def __missing__(self, value: Value) -> int:
        return self.named if isinstance(value, str) else self.other


def _tables(program: Program) -> tuple[tuple[str, Lookup], ...]:
    """A table for every field that is tested against constants, those first that leave the fewest clauses alive."""
    accepted: dict[str, dict[int, Intervals]] = {}
    needing: dict[str, set[int]] = {}  # clauses that want a test of the field true; others live where it does not apply
    cache: dict[tuple[int, bool], Intervals] = {}
    for number, clause in enumerate(program.clauses):
        for test, positive in [(test, True) for test in clause.true] + [(test, False) for test in clause.false]:
            if not _is_tabled(program.tests[test]):
                continue
            name = program.tests[test].field  # type: ignore[union-attr]
            whole = domain(FIELDS[name])
            if (test, positive) not in cache:
                intervals = _true_for(program.tests[test])
                cache[test, positive] = intervals if positive else subtract(whole, intervals)
            clauses = accepted.setdefault(name, {})
            wanted = cache[test, positive]
            clauses[number] = intersect(clauses[number], wanted) if number in clauses else wanted
            if positive:
                needing.setdefault(name, set()).add(number)
    tables = [(name, _table(name, clauses, needing.get(name, ()), program)) for name, clauses in accepted.items()]
    weight = {name: sum(_weight(name, each) for each in clauses.values()) for name, clauses in accepted.items()}
    return tuple(sorted(tables, key=lambda table: (-weight[table[0]], table[0])))


def _weight(name: str, intervals: Intervals) -> int:
    """How much a field tells a clause from ordinary traffic."""
    return min(FIELDS[name].surprise, 8) if len(intervals) <= 4 else 1


def _true_for(test: Test) -> Intervals:
    """The values for which a tabled test is true."""
    if isinstance(test, FieldTest):
        return intersect(domain(FIELDS[test.field]), test.intervals)
    assert isinstance(test, MaskTest)
    whole = domain(FIELDS[test.field])
    equal = tuple(_masked_values(test, whole[0][1]))
    return equal if test.equal else subtract(whole, equal)


def _masked_values(test: MaskTest, highest: int) -> Iterable[tuple[int, int]]:
    """The values whose bits under the mask are as wanted: as many at a time as the free bits at the end make."""
    if test.value & ~test.mask:
        return
    run = (test.mask & -test.mask or highest + 1) - 1
    free = highest & ~test.mask & ~run
    subset = 0
    while True:
        yield test.value | subset, test.value | subset | run
        if subset == free:
            return
        subset = (subset - free) & free  # the next subset of the free bits


def bits_of(numbers: Iterable[int], size: int) -> int:
    """A set of numbers below `size` as an integer."""
    found = bytearray(size // 8 + 1)
    for number in numbers:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def _table(name: str, clauses: dict[int, Intervals], needing: Iterable[int], program: Program) -> Lookup:
    size = len(program.clauses)
    everything = (1 << size) - 1
    absent = everything ^ bits_of(needing, size)
    indifferent = everything ^ bits_of(clauses, size)
    alike: dict[Intervals, list[int]] = {}
    for number, intervals in clauses.items():
        alike.setdefault(intervals, []).append(number)
    toggles: dict[int, int] = {}
    for intervals, numbers in alike.items():
        bits = bits_of(numbers, size)
        for low, high in intervals:
            toggles[low] = toggles.get(low, 0) ^ bits
            toggles[high + 1] = toggles.get(high + 1, 0) ^ bits
    starts, masks = [-1], [indifferent]
    for start in sorted(toggles):
        starts.append(start)
        masks.append(masks[-1] ^ toggles[start])
    return _as_points(name, starts, masks, absent, indifferent) or _as_intervals(starts, masks, absent, indifferent)


def _as_points(name: str, starts: list[int], masks: list[int], absent: int, unknown: int) -> Lookup | None:
    """A dictionary, where it needs few entries: narrow fields, and constants among values that do not matter."""
    special: dict[Any, int] = {None: absent, UNKNOWN: unknown}
    ends = [*starts[1:], starts[-1] + 1]
    spans = list(zip(starts, ends, masks, strict=True))
    if FIELDS[name].bits <= _NARROW:
        values = {value: mask for start, end, mask in spans[1:] for value in range(start, end)}
        return _Points(values | special, masks[0], unknown).__getitem__
    common = masks[0]
    listed = [(start, end, mask) for start, end, mask in spans[1:-1] if mask != common]
    if masks[-1] != common or any(end - start > 1 for start, end, _ in listed):
        return None
    return _Points({start: mask for start, _, mask in listed} | special, common, unknown).__getitem__


def _as_intervals(starts: list[int], masks: list[int], absent: int, unknown: int) -> Lookup:
    def lookup(value: Value | None) -> int:
        if isinstance(value, int):
            return masks[bisect_right(starts, value) - 1]
        return absent if value is None else unknown

    return lookup
