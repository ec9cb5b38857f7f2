"""Conditions to tests: each comparison of a pattern as a test of the program, joined by `and` and `or`."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.evaluate import kind_of, list_kinds, pairs
from matcher.intervals import ADDRESSES_V4, domain, named_set, network_interval, subtract
from matcher.packet import V6
from matcher.program import (
    FieldTest,
    MaskTest,
    OptionsTest,
    PayloadTest,
    RelationTest,
    Test,
    UndecidedTest,
    ValueTest,
)
from matcher.stack import compile_value, constant_value, is_constant
from matcher.values import COMPARISONS, MOD32, opposite
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals, intersect, normalise
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
    Compare,
    Expr,
    FieldRef,
    ListLiteral,
    Logic,
    NamedSet,
    Network,
    Number,
    Range,
    Regex,
    SetLiteral,
    Unary,
)

__all__ = ["Formula", "Join", "Literal", "lower"]


@dataclass(frozen=True, slots=True)
class Literal:
    """A test that must be true (`positive`) or false."""

    test: Test
    positive: bool = True


@dataclass(frozen=True, slots=True)
class Join:
    """All (`every`) or any of the parts; all of nothing is always true, any of nothing never."""

    every: bool
    parts: tuple[Formula, ...]


Formula = Literal | Join

_ALWAYS = Join(True, ())
_NEVER = Join(False, ())
_ENDLESS = 1 << 100
_ANY_NUMBER: Intervals = ((-_ENDLESS, _ENDLESS),)


def lower(condition: Expr, home: Intervals | None, positive: bool = True) -> Formula:
    """A condition in terms of tests. Raises ValueError for what no packet can be asked."""
    match condition:
        case Logic(op, operands):
            return Join((op == "and") == positive, tuple(lower(part, home, positive) for part in operands))
        case Unary("not", operand):
            return lower(operand, home, not positive)
        case Compare():
            chain = tuple(_comparison(left, op, right, home) for left, op, right in pairs(condition))
            formula = chain[0] if len(chain) == 1 else Join(True, chain)
            return formula if positive else _negate(formula)
        case _:
            formula = _scalar(condition, "!=", Number(0))
            return formula if positive else _negate(formula)


def _negate(formula: Formula) -> Formula:
    if isinstance(formula, Literal):
        return Literal(formula.test, not formula.positive)
    return Join(not formula.every, tuple(_negate(part) for part in formula.parts))


def _comparison(left: Expr, op: str, right: Expr, home: Intervals | None) -> Formula:
    if isinstance(left, (ByteString, ListLiteral)):
        left, right = right, left
    if isinstance(right, (ByteString, ListLiteral, Regex)):
        return Literal(_sequence(left, op, right))
    if op == "has":
        return _has(left, right)
    if op in ("in", "not in"):
        items = right.items if isinstance(right, SetLiteral) else (right,)
        return _membership(left, op == "in", items, home)
    return _scalar(left, op, right)


def _sequence(left: Expr, op: str, right: ByteString | ListLiteral | Regex) -> Test:
    if not isinstance(left, FieldRef):
        raise ValueError("only a field can be compared with bytes or a list")
    if isinstance(right, ListLiteral):
        return OptionsTest(left.name, op, list_kinds(right))
    if isinstance(right, Regex):
        return PayloadTest(left.name, op, right.pattern, right.ignore_case)
    return PayloadTest(left.name, op, right.value)


def _has(left: Expr, right: Expr) -> Formula:
    wanted = constant_value(right) if is_constant(right) else None
    if wanted is None:
        raise ValueError("what follows `has` must be constant")
    if isinstance(left, FieldRef) and FIELDS[left.name].kind is Kind.OPTIONS:
        return Literal(OptionsTest(left.name, "has", (wanted,)))
    return _scalar(Binary("&", left, Number(wanted)), "==", Number(wanted))


# --- comparisons of two numbers or addresses ------------------------------------------------------------------------


def _scalar(left: Expr, op: str, right: Expr) -> Formula:
    if is_constant(left):
        if is_constant(right):
            return _constants(left, op, right)
        left, op, right = right, opposite(op), left
    kinds = (kind_of(left), kind_of(right))
    addresses = kinds == (Kind.ADDRESS, Kind.ADDRESS)
    modulo = Kind.MOD32 in kinds
    if not is_constant(right):
        codes = (compile_value(side, raw=addresses, modulo=modulo) for side in (left, right))
        return Literal(RelationTest(op, *codes))
    constant = _address(right) if addresses else constant_value(right)
    if constant is None:
        return _NEVER
    constant = constant % MOD32 if modulo else constant
    return _mask_test(left, op, constant) or _against_constant(left, op, constant, addresses, modulo)


def _constants(left: Expr, op: str, right: Expr) -> Formula:
    if (kind_of(left), kind_of(right)) == (Kind.ADDRESS, Kind.ADDRESS):
        values = (_address(left), _address(right))
    else:
        values = (constant_value(left), constant_value(right))
    return _ALWAYS if None not in values and COMPARISONS[op](*values) else _NEVER


def _address(expr: Expr) -> int | None:
    if isinstance(expr, Address):
        return expr.value + (V6 if expr.version == 6 else 0)
    return constant_value(expr)


def _against_constant(left: Expr, op: str, constant: int, addresses: bool, modulo: bool) -> Formula:
    whole = _values_of(left, addresses)
    accepted = _accepted(op, constant, whole)
    return Literal(_interval_test(left, accepted, modulo))


def _values_of(left: Expr, addresses: bool) -> Intervals:
    """Which values a comparison can be about: a bare address that is compared with a number must be IPv4."""
    if not isinstance(left, FieldRef):
        return _ANY_NUMBER
    field = FIELDS[left.name]
    return ADDRESSES_V4 if field.kind is Kind.ADDRESS and not addresses else domain(field)


def _accepted(op: str, constant: int, whole: Intervals) -> Intervals:
    low, high = whole[0][0], whole[-1][1]
    if op in ("==", "!="):
        equal = intersect(whole, ((constant, constant),))
        return equal if op == "==" else subtract(whole, equal)
    bounds = {
        "<": (low, constant - 1),
        "<=": (low, constant),
        ">": (constant + 1, high),
        ">=": (constant, high),
    }
    return intersect(whole, normalise([bounds[op]]))


def _interval_test(left: Expr, accepted: Intervals, modulo: bool = False) -> Test:
    if isinstance(left, FieldRef):
        return FieldTest(left.name, accepted)
    return ValueTest(compile_value(left, modulo=modulo), accepted)


def _mask_test(left: Expr, op: str, constant: int) -> Formula | None:
    """`field & mask == constant` as one test, or None where it is something else."""
    if not isinstance(left, Binary) or left.op != "&" or op not in ("==", "!="):
        return None
    field, mask = (left.right, left.left) if is_constant(left.left) else (left.left, left.right)
    if not isinstance(field, FieldRef) or not is_constant(mask):
        return None
    bits = constant_value(mask)
    if bits is None:
        return None
    width = 32 if FIELDS[field.name].kind is Kind.ADDRESS else FIELDS[field.name].bits
    return Literal(MaskTest(field.name, bits & ((1 << width) - 1), constant, op == "=="))


# --- sets ------------------------------------------------------------------------------------------------------------


def _membership(left: Expr, inside: bool, items: tuple[Expr, ...], home: Intervals | None) -> Formula:
    """`in` is true when one item accepts the value; `not in` when every item refuses it."""
    parts: list[Formula] = []
    accepted: list[tuple[int, int]] = []
    for item in items:
        interval = _constant_interval(left, item)
        if interval is not None:
            accepted.extend(interval)
        elif isinstance(item, NamedSet):
            parts.append(_home(left, inside, home))
        elif isinstance(item, Range):
            ends = ((">=", item.low), ("<=", item.high)) if inside else (("<", item.low), (">", item.high))
            parts.append(Join(inside, tuple(_scalar(left, op, end) for op, end in ends)))
        else:
            parts.append(_comparison(left, "==" if inside else "!=", item, home))
    if accepted or not parts:
        parts.append(_set_test(left, inside, normalise(accepted), items))
    return parts[0] if len(parts) == 1 else Join(not inside, tuple(parts))


def _set_test(left: Expr, inside: bool, accepted: Intervals, items: tuple[Expr, ...]) -> Formula:
    # A number beside an address speaks of IPv4 only: no IPv6 address is equal to it, nor different from it.
    addresses = inside or all(_is_about_addresses(item) for item in items)
    whole = _values_of(left, addresses)
    modulo = kind_of(left) is Kind.MOD32
    chosen = intersect(whole, accepted) if inside else subtract(whole, intersect(whole, accepted))
    return Literal(_interval_test(left, chosen, modulo))


def _is_about_addresses(item: Expr) -> bool:
    ends = (item.low, item.high) if isinstance(item, Range) else (item,)
    return all(isinstance(end, (Address, Network, NamedSet)) for end in ends)


def _constant_interval(left: Expr, item: Expr) -> list[tuple[int, int]] | None:
    """The values that a constant item of a set stands for; None where that depends on the packet or the user."""
    if isinstance(item, Network):
        return [network_interval(item)]
    if isinstance(item, NamedSet):
        return None if item.name == "home" else list(named_set(item.name))
    if isinstance(item, ByteString) or not is_constant(item):
        return None
    ends = (item.low, item.high) if isinstance(item, Range) else (item, item)
    values = [_member(left, end) for end in ends]
    return [] if values[0] is None or values[1] is None else [(values[0], values[1])]


def _member(left: Expr, end: Expr) -> int | None:
    kinds = (kind_of(left), kind_of(end))
    if kinds == (Kind.ADDRESS, Kind.ADDRESS):
        return _address(end)
    constant = constant_value(end)
    return constant % MOD32 if constant is not None and Kind.MOD32 in kinds else constant


def _home(left: Expr, inside: bool, home: Intervals | None) -> Formula:
    if not isinstance(left, FieldRef):
        raise ValueError("only an address can be in `home`")
    if home is None:
        return Literal(UndecidedTest(left.name))
    whole = domain(FIELDS[left.name])
    return Literal(FieldTest(left.name, home if inside else subtract(whole, home)))
