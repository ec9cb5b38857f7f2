"""The condition on an episode: `having` over the values of its aggregates, in three truth values.

A comparison over an aggregate that has no value is false. One over an aggregate that the capture could not have shown
(`UNKNOWN`) is unknown. A condition is prepared once and asked of every episode that ends.
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

__all__ = [
    "Condition", "Numbering", "Values", "item_constant", "item_networks", "least_count", "measure", "prepare",
    "side_constant",
]  # fmt: skip

Numbering = Callable[[Call], int]  # which aggregate a call asks for
Values = Callable[[int], Any]  # the value of an aggregate, by its number: None when it has none
Condition = Callable[[Values], Truth]
Measure = Callable[[Values], Any]


def prepare(having: Expr, number: Numbering, home: Intervals | None = None) -> Condition:
    """The condition as a function of the values of the aggregates."""
    match having:
        case Logic(op, operands):
            parts = [prepare(part, number, home) for part in operands]
            join = all_of if op == "and" else any_of
            return lambda values: join(part(values) for part in parts)
        case Unary("not", operand):
            inner = prepare(operand, number, home)
            return lambda values: negate(inner(values))
        case Compare():
            chain = [_comparison(left, op, right, number, home) for left, op, right in pairs(having)]
            return chain[0] if len(chain) == 1 else lambda values: all_of(part(values) for part in chain)
        case _:
            asked = measure(having, number)
            return lambda values: UNKNOWN if (value := asked(values)) is UNKNOWN else bool(value)


def measure(expr: Expr, number: Numbering) -> Measure:
    """A side of a comparison: a number, a moment, nanoseconds, a fraction; None or `UNKNOWN`."""
    match expr:
        case Call():
            at = number(expr)
            return lambda values: values(at)
        case Unary(op, operand) if op != "not":
            inner = measure(operand, number)
            return lambda values: _signed(op, inner(values))
        case Binary(op):
            left, right = measure(expr.left, number), measure(expr.right, number)
            modular = op in "+-*" and Kind.MOD32 in (kind_of(expr.left), kind_of(expr.right))
            return lambda values: _computed(op, left(values), right(values), modular)
        case _:
            constant = side_constant(expr)
            return lambda values: constant


def side_constant(expr: Expr) -> int | None:
    """The number that a side of a comparison stands for; None where it is no constant."""
    match expr:
        case Number(value):
            return value
        case Duration():
            return expr.ns
        case FlagBit(name):
            return FLAG_BITS[name]
        case OptionKind(name):
            return OPTION_KINDS[name]
        case Address(value, version):
            return value + (V6 if version == 6 else 0)
        case _:
            return None


def _signed(op: str, value: Any) -> Any:
    if value is None or value is UNKNOWN:
        return value
    return -value if op == "-" else ~value


def _computed(op: str, left: Any, right: Any, modular: bool) -> Any:
    if left is None or right is None:
        return None
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if isinstance(left, Moment):
        if isinstance(right, Moment):
            return left.time_ns - right.time_ns
        return left._replace(time_ns=left.time_ns + (right if op == "+" else -right))
    result = OPERATORS[op](left, right)
    return result % MOD32 if modular and result is not None else result


def _comparison(left: Expr, op: str, right: Expr, number: Numbering, home: Intervals | None) -> Condition:
    value = measure(left, number)
    if op in ("in", "not in"):
        items = right.items if isinstance(right, SetLiteral) else (right,)
        tests = [_item(item, home) for item in items]
        return lambda values: _member(value(values), op == "in", tests)
    other = measure(right, number)
    if Kind.MOD32 in (kind_of(left), kind_of(right)):
        return lambda values: _related(op, _modulo(value(values)), _modulo(other(values)))
    return lambda values: _related(op, value(values), other(values))


def _modulo(value: Any) -> Any:
    return value % MOD32 if isinstance(value, int) else value


def _related(op: str, left: Any, right: Any) -> Truth:
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN or isinstance(left, str) or isinstance(right, str):
        return UNKNOWN
    if op == "has":
        return bool(left & right == right)
    return COMPARISONS[op](left, right)


def _member(value: Any, inside: bool, tests: list[Callable[[int], Truth]]) -> Truth:
    if value is None:
        return False
    if not isinstance(value, int):
        return UNKNOWN
    found = any_of(test(value) for test in tests)
    return found if inside else negate(found)


def _item(item: Expr, home: Intervals | None) -> Callable[[int], Truth]:
    """Whether a number or address is what an item of a set stands for."""
    match item:
        case NamedSet("home") if home is None:
            return lambda value: UNKNOWN
        case Network() | NamedSet():
            networks = item_networks(item, home)
            return lambda value: is_within(value, networks)
        case Range():
            low, high = item_constant(item.low), item_constant(item.high)
            return lambda value: all_of((_related("<=", low, value), _related("<=", value, high)))
        case _:
            constant = item_constant(item)
            return lambda value: _related("==", value, constant)


def item_networks(item: Network | NamedSet, home: Intervals | None) -> Intervals:
    """The addresses of an item of a set."""
    if isinstance(item, Network):
        return (network_interval(item),)
    return home or () if item.name == "home" else named_set(item.name)


def item_constant(expr: Expr) -> int | None:
    """The number that an item of a set stands for."""
    constant = constant_of(expr)
    return side_constant(expr) if constant is None else constant


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
    condition = prepare(comparison, lambda call: 0)
    return next((number for number in sorted(set(_around(parts))) if _with(condition, number) is positive), None)


def _with(condition: Condition, number: int) -> Truth:
    return condition(lambda at: number)


def _has_call(expr: Expr) -> bool:
    return any(isinstance(part, Call) for part in walk(expr))


def _around(parts: list[Expr]) -> Iterator[int]:
    """Where the truth of a comparison with constants may change: at zero and beside each constant."""
    yield 0
    for part in parts:
        constant = constant_of(part)
        if constant is not None:
            yield from (near for near in (constant - 1, constant, constant + 1) if near > 0)
