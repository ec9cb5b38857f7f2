"""Specificity: how many bits of coincidence a match of a pattern, and an event of a signature, would take."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import log2
from typing import Final

from matcher.evaluate import pairs
from matcher.having import least_count
from matcher.intervals import ADDRESSES_V4, ADDRESSES_V6, domain, subtract
from matcher.lower import Formula, Join, Literal, lower
from matcher.program import FieldTest, MaskTest, OptionsTest, PayloadTest, RelationTest, Test, UndecidedTest, ValueTest
from sigdsl.fields import FIELDS, Field, Kind
from sigdsl.intervals import Intervals, intersect, size
from sigdsl.model import Binary, Call, Compare, EventRule, Expr, Logic, Number, PacketPattern, PatternRef, Unary
from sigdsl.outcomes import never
from sigdsl.types import type_of
from sigdsl.walk import fields_of, walk

__all__ = ["Bits", "Specificity", "event_bits", "pattern_bits", "total"]

Bits = dict[str, float]  # what is tested, and what it counts

MOST_FOR_ZERO: Final = 4.0  # zero is what an unset field holds
_REGEX: Final = 16.0  # an estimate: what an expression accepts is not worked out
_HIGH_ENTROPY: Final = 16  # `surprise` from which a field (no address, no port) differs from packet to packet
_PORTS: Final = ("sport", "dport", "quoted.sport", "quoted.dport")


def total(bits: Bits) -> int:
    """The sum of the parts, each in whole bits."""
    return sum(round(part) for part in bits.values())


def pattern_bits(pattern: PacketPattern) -> Bits:
    """What matching a packet pattern counts, by field and relation."""
    return _joined([_condition(condition, True) for condition in pattern.conditions])


def _joined(parts: list[Bits]) -> Bits:
    """All of the parts hold: their bits add up, but one field surprises only so much."""
    joined: Bits = {}
    for part in parts:
        for what, bits in part.items():
            joined[what] = joined.get(what, 0.0) + bits
    return {what: min(bits, float(FIELDS[what].surprise) if what in FIELDS else bits) for what, bits in joined.items()}


def _least(parts: list[Bits]) -> Bits:
    return min(parts, key=total, default={})


def _condition(condition: Expr, positive: bool) -> Bits:
    match condition:
        case Logic(op, operands):
            parts = [_condition(part, positive) for part in operands]
            return _joined(parts) if (op == "and") == positive else _least(parts)
        case Unary("not", operand):
            return _condition(operand, not positive)
        case Compare():
            parts = [_comparison(Compare(left, ((op, right),)), positive) for left, op, right in pairs(condition)]
            return _joined(parts) if positive else _least(parts)
        case _:
            return _formula(lower(condition, None, positive), condition)


def _comparison(comparison: Compare, positive: bool) -> Bits:
    return _formula(lower(comparison, None, positive), comparison)


def _formula(formula: Formula, source: Expr) -> Bits:
    if isinstance(formula, Join):
        parts = [_formula(part, source) for part in formula.parts]
        return _joined(parts) if formula.every else _least(parts)
    return _literal(formula, source)


def _literal(literal: Literal, source: Expr) -> Bits:
    test, positive = literal.test, literal.positive
    match test:
        case FieldTest(name, intervals):
            return {name: _field_bits(FIELDS[name], intervals, positive)}
        case MaskTest(name):
            return {name: _mask_bits(test, positive)}
        case OptionsTest(name) | PayloadTest(name):
            return {name: min(_sequence_bits(test) if positive else 0.0, float(FIELDS[name].surprise))}
        case UndecidedTest():
            return {}
        case _:
            return {_relation_name(source): _expression_bits(test, source) if positive else 0.0}


def _relation_name(source: Expr) -> str:
    """The fields of a relation: relations between the same fields are not counted twice over."""
    return " ~ ".join(dict.fromkeys(field.name for field in fields_of(source)))


def _field_bits(field: Field, intervals: Intervals, positive: bool) -> float:
    whole = domain(field)
    accepted = intersect(whole, intervals) if positive else subtract(whole, intersect(whole, intervals))
    if field.kind is Kind.BOOLEAN and field.surprise > 1:
        return float(field.surprise) if accepted == ((1, 1),) else 0.0  # true is the rare case
    if field.kind is Kind.ADDRESS:
        bits = min(_fraction_bits(accepted, part) for part in (ADDRESSES_V4, ADDRESSES_V6))
    else:
        bits = min(_fraction_bits(accepted, ((0, (1 << width) - 1),)) for width in field.widths)
    return min(bits, float(field.surprise), MOST_FOR_ZERO if accepted == ((0, 0),) else bits)


def _fraction_bits(accepted: Intervals, whole: Intervals) -> float:
    return log2(size(whole)) - log2(size(intersect(whole, accepted)) or 1)


def _mask_bits(test: MaskTest, positive: bool) -> float:
    width = test.mask.bit_count()
    if test.equal != positive:
        return -log2(1 - 2.0**-width) if width else 0.0
    return min(float(width), float(FIELDS[test.field].surprise), MOST_FOR_ZERO if test.value == 0 else float(width))


def _sequence_bits(test: OptionsTest | PayloadTest) -> float:
    if test.op == "!=":
        return 0.0
    if isinstance(test, PayloadTest):
        if test.op == "matches":
            return _REGEX
        length = 8.0 * len(test.value)
        return max(0.0, length - 8.0) if test.op == "contains" else length or MOST_FOR_ZERO
    if test.op == "==":
        return 8.0 if test.kinds else MOST_FOR_ZERO
    return 2.0 * len(test.kinds)


def _width(expr: Expr) -> float:
    """Bits of an expression: its range, and no more than its fields can surprise."""
    return min(float(type_of(expr).bits), float(sum(FIELDS[field.name].surprise for field in fields_of(expr))))


def _expression_bits(test: Test, source: Expr) -> float:
    assert isinstance(source, Compare)
    left, (_, right) = source.first, source.rest[0]
    if isinstance(test, RelationTest):
        return min(_width(left), _width(right)) if test.op == "==" else 0.0 if test.op == "!=" else 1.0
    assert isinstance(test, ValueTest)
    side = left if fields_of(left) else right
    type_ = type_of(side)
    whole: Intervals = ((type_.low, type_.high),)
    accepted = intersect(whole, test.intervals)
    return min(_fraction_bits(accepted, whole), _width(side), MOST_FOR_ZERO if accepted == ((0, 0),) else 64.0)


# --- events ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Specificity:
    """A signature, as far as it says how many bits its events count.

    Attributes:
        patterns: Its packet patterns.
        observed: Names of the signatures that it observes, and the bits of their events.
        rule: What makes an event.
    """

    patterns: tuple[PacketPattern, ...]
    observed: tuple[tuple[str, int], ...]
    rule: EventRule

    def parts(self) -> Bits:
        """What an event counts, by its parts."""
        bits = {pattern.name: total(pattern_bits(pattern)) for pattern in self.patterns}
        return event_bits(self.rule.having, self.rule.key, bits | dict(self.observed))


def event_bits(having: Expr | None, key: tuple[Expr, ...], patterns: dict[str, int]) -> Bits:
    """What an event counts: the patterns it requires, and what its packets must share.

    Args:
        having: The condition on the episode.
        key: The key expressions.
        patterns: Bits of each packet pattern and of each observed signature, by their names.
    """
    required = _required(having, True, patterns) if having is not None else {}
    if not any(name in patterns for name in required) and patterns:
        least = min(patterns, key=lambda name: (patterns[name], name))
        required = {least: float(patterns[least]), **required}
    if having is None or max(_least_packets(having, True), sum(name in patterns for name in required)) < 2:
        return {what: bits for what, bits in required.items() if what in patterns}
    return required | {f"same {part_name(part)}": _width(part) for part in key if _is_high_entropy(part)}


def part_name(part: Expr) -> str:
    """A short name for what an expression is over."""
    return _relation_name(part)


def _is_high_entropy(part: Expr) -> bool:
    fields = [FIELDS[field.name] for field in fields_of(part)]
    return any(
        field.surprise >= _HIGH_ENTROPY and field.kind is not Kind.ADDRESS and field.name not in _PORTS
        for field in fields
    )


def _required(having: Expr, positive: bool, patterns: dict[str, int]) -> Bits:
    """The patterns without which the condition cannot hold, and the expressions that must be constant."""
    match having:
        case Logic(op, operands):
            parts = [_required(part, positive, patterns) for part in operands]
            return _united(parts) if (op == "and") == positive else _least(parts)
        case Unary("not", operand):
            return _required(operand, not positive, patterns)
        case Call("constant", (over, *_)) if positive:
            owners = _owners(having, patterns)
            return {**owners, f"constant {part_name(over)}": _width(over)}
        case Compare():
            least = least_count(having, positive)
            if least is None:
                return _compared(having, patterns) if positive else {}
            return _united([_owners(call, patterns) for call in _calls(having)]) if least else {}
        case _:
            return {}


def _compared(comparison: Compare, patterns: dict[str, int]) -> Bits:
    """The patterns without which a comparison of more than one count with constants cannot hold."""
    calls = _calls(comparison)
    counts = [call for call in calls if call.name in ("count", "distinct")]  # others have no value without a packet
    needed = [call for call in calls if call not in counts or not _can_hold(comparison, [call])]
    if needed or _can_hold(comparison, counts):
        return _united([_owners(call, patterns) for call in needed])
    enough = [call for call in counts if _can_hold(comparison, [other for other in counts if other != call])]
    return _least([_owners(call, patterns) for call in enough])


def _calls(having: Expr) -> list[Call]:
    return list(dict.fromkeys(part for part in walk(having) if isinstance(part, Call)))


def _can_hold(comparison: Compare, none: Collection[Call]) -> bool:
    """Whether a comparison may hold while these counts are 0, as far as the ranges of its sides say."""
    sides = (
        (type_of(_with_zeros(left, none)), op, type_of(_with_zeros(right, none)))
        for left, op, right in pairs(comparison)
    )
    return not any(never(*side) for side in sides)


def _with_zeros(side: Expr, none: Collection[Call]) -> Expr:
    match side:
        case Call():
            return Number(0) if side in none else side
        case Unary(op, operand):
            return Unary(op, _with_zeros(operand, none))
        case Binary(op, left, right):
            return Binary(op, _with_zeros(left, none), _with_zeros(right, none))
        case _:
            return side


def _united(parts: list[Bits]) -> Bits:
    return {what: bits for part in parts for what, bits in part.items()}


def _owners(call: Call, patterns: dict[str, int]) -> Bits:
    """The one pattern that an aggregate is about, if it is about one."""
    names = {part.name for part in call.args if isinstance(part, PatternRef)}
    names |= {field.of for field in fields_of(call) if field.of is not None}
    return {name: float(patterns[name]) for name in sorted(names) if name in patterns}


def _least_packets(having: Expr, positive: bool) -> int:
    """The fewest observations with which the condition can hold, as far as its counts say."""
    match having:
        case Logic(op, operands):
            parts = [_least_packets(part, positive) for part in operands]
            return max(parts) if (op == "and") == positive else min(parts)
        case Unary("not", operand):
            return _least_packets(operand, not positive)
        case Compare():
            least = least_count(having, positive)
            return 1 if least is None else least
        case _:
            return 1
