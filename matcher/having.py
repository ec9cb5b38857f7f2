"""The condition on an episode: `having` over the values of its aggregates, in three truth values.

A comparison over an aggregate that has no value is false. One over an aggregate that the capture could not have shown
(`UNKNOWN`) is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from matcher.evaluate import kind_of, pairs
from matcher.intervals import is_within, named_set, network_interval
from matcher.moment import Moment
from matcher.packet import UNKNOWN, V6
from matcher.values import COMPARISONS, MOD32, OPERATORS, Truth, all_of, any_of, negate
from sigdsl.fields import FLAG_BITS, OPTION_KINDS, Kind
from sigdsl.intervals import Intervals
from sigdsl.model import (
    Address,
    Binary,
    Call,
    Compare,
    Duration,
    Expr,
    FlagBit,
    Logic,
    NamedSet,
    Network,
    Number,
    OptionKind,
    Range,
    SetLiteral,
    Unary,
)
from sigdsl.types import constant_of
from sigdsl.walk import walk

__all__ = ["Lookup", "holds", "least_count", "measure"]

Lookup = Callable[[Call], Any]


def holds(having: Expr, lookup: Lookup, home: Intervals | None = None) -> Truth:
    """Whether the condition holds. `lookup` gives the value of each aggregate: None when it has none."""
    match having:
        case Logic("and"):
            return all_of([holds(part, lookup, home) for part in having.operands])
        case Logic("or"):
            return any_of([holds(part, lookup, home) for part in having.operands])
        case Unary("not"):
            return negate(holds(having.operand, lookup, home))
        case Compare():
            return all_of([_compare(left, op, right, lookup, home) for left, op, right in pairs(having)])
        case _:
            value = measure(having, lookup)
            return UNKNOWN if value is UNKNOWN else bool(value)


def measure(expr: Expr, lookup: Lookup) -> Any:
    """The value of a side of a comparison: a number, a moment, nanoseconds, a fraction; None or `UNKNOWN`."""
    match expr:
        case Call():
            return lookup(expr)
        case Number(constant):
            return constant
        case Duration():
            return expr.ns
        case FlagBit(name):
            return FLAG_BITS[name]
        case OptionKind(name):
            return OPTION_KINDS[name]
        case Address(constant, version):
            return constant + (V6 if version == 6 else 0)
        case Unary(op, operand):
            value = measure(operand, lookup)
            return value if value is None or value is UNKNOWN else -value if op == "-" else ~value
        case Binary():
            return _computed(expr, measure(expr.left, lookup), measure(expr.right, lookup))
        case _:
            return None


def _computed(expr: Binary, left: Any, right: Any) -> Any:
    if left is None or right is None:
        return None
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if isinstance(left, Moment):
        if isinstance(right, Moment):
            return left.time_ns - right.time_ns
        shift = right if expr.op == "+" else -right
        return left._replace(time_ns=left.time_ns + shift)
    result = OPERATORS[expr.op](left, right)
    modular = expr.op in "+-*" and Kind.MOD32 in (kind_of(expr.left), kind_of(expr.right))
    return result % MOD32 if modular and result is not None else result


def _compare(left: Expr, op: str, right: Expr, lookup: Lookup, home: Intervals | None) -> Truth:
    value = measure(left, lookup)
    if op in ("in", "not in"):
        items = right.items if isinstance(right, SetLiteral) else (right,)
        return _member(value, op == "in", items, lookup, home)
    other = measure(right, lookup)
    if Kind.MOD32 in (kind_of(left), kind_of(right)):
        value, other = (side % MOD32 if isinstance(side, int) else side for side in (value, other))
    return _related(op, value, other)


def _related(op: str, left: Any, right: Any) -> Truth:
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN or isinstance(left, str) or isinstance(right, str):
        return UNKNOWN
    if op == "has":
        return bool(left & right == right)
    return COMPARISONS[op](left, right)


def _member(value: Any, inside: bool, items: tuple[Expr, ...], lookup: Lookup, home: Intervals | None) -> Truth:
    if value is None:
        return False
    if not isinstance(value, int):
        return UNKNOWN
    found = any_of([_is_item(value, item, lookup, home) for item in items])
    return found if inside else negate(found)


def _is_item(value: int, item: Expr, lookup: Lookup, home: Intervals | None) -> Truth:
    match item:
        case Network():
            return is_within(value, (network_interval(item),))
        case NamedSet("home"):
            return UNKNOWN if home is None else is_within(value, home)
        case NamedSet(name):
            return is_within(value, named_set(name))
        case Range():
            low, high = measure(item.low, lookup), measure(item.high, lookup)
            return all_of([_related("<=", low, value), _related("<=", value, high)])
        case _:
            return _related("==", value, measure(item, lookup))


def least_count(comparison: Compare, positive: bool) -> int | None:
    """The least number with which a comparison of one count is true (or, not `positive`, false).

    None for a comparison of anything else than one `count` or `distinct` with constants, or if there is no such number.
    """
    parts = list(walk(comparison))
    calls = {part for part in parts if isinstance(part, Call)}
    operands = [comparison.first, *(operand for _, operand in comparison.rest)]
    if len(calls) != 1 or not all(operand in calls or not _has_call(operand) for operand in operands):
        return None
    if next(iter(calls)).name not in ("count", "distinct"):
        return None
    for candidate in sorted(set(_around(parts))):
        if holds(comparison, lambda call, count=candidate: count) is positive:  # type: ignore[misc]
            return candidate
    return None


def _has_call(expr: Expr) -> bool:
    return any(isinstance(part, Call) for part in walk(expr))


def _around(parts: list[Expr]) -> Iterator[int]:
    """Where the truth of a comparison with constants may change: at zero and beside each constant."""
    yield 0
    for part in parts:
        constant = constant_of(part)
        if constant is not None:
            yield from (near for near in (constant - 1, constant, constant + 1) if near > 0)
