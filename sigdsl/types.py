"""The type and range of every expression. One walk serves the compiler (`type_of`) and the checker (`infer`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sigdsl.aggregates import call_type
from sigdsl.constants import constant_of
from sigdsl.diagnostics import Diagnostic, Edit, Repair, fault
from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS, Kind
from sigdsl.format_expr import format_expr
from sigdsl.kinds import BAD, CONDITION, MOD32, MOD32_MAX, Special, Type
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
    Call,
    Compare,
    Duration,
    Expr,
    FieldRef,
    FlagBit,
    ListLiteral,
    Logic,
    NamedSet,
    Network,
    Number,
    OptionKind,
    PatternRef,
    Range,
    Regex,
    SetLiteral,
    Span,
    Unary,
)
from sigdsl.ranges import MAX_INTEGER, MIN_INTEGER, is_within_64_bits, range_of

__all__ = ["MAX_INTEGER", "MIN_INTEGER", "Special", "Type", "condition", "constant_of", "infer", "type_of"]

_LAST_OPTION: Final = 255

Report = Callable[[Diagnostic], None]


def type_of(expr: Expr) -> Type:
    """The type of a resolved expression that has been checked."""
    return infer(expr, lambda diagnostic: None)


def infer(expr: Expr, report: Report) -> Type:
    """The type of a resolved expression; what does not fit together goes to `report`."""
    match expr:
        case FieldRef():
            field = FIELDS[expr.name]
            return Type(field.kind, 0, (1 << field.bits) - 1)
        case SetLiteral():
            return _set(expr, report)
        case ListLiteral():
            return _list(expr, report)
        case Unary():
            return _unary(expr, report)
        case Binary():
            return _binary(expr, report)
        case Logic():
            for operand in expr.operands:
                condition(operand, report)
            return CONDITION
        case Compare():
            return _compare(expr, report)
        case Call():
            return call_type(expr, [infer(argument, report) for argument in expr.args], report)
        case Range():
            return _span_of(infer(expr.low, report), infer(expr.high, report))
        case _:
            return _literal(expr, report)


def _literal(expr: Expr, report: Report) -> Type:
    match expr:
        case Number():
            return Type(Kind.NUMBER, expr.value, expr.value)
        case FlagBit():
            return Type(Kind.NUMBER, FLAG_BITS[expr.name], FLAG_BITS[expr.name])
        case OptionKind():
            return Type(Kind.NUMBER, OPTION_KINDS[expr.name], OPTION_KINDS[expr.name])
        case Duration():
            return _within(Type(Special.DURATION, expr.ns, expr.ns), expr, report)
        case Address():
            return Type(Kind.ADDRESS, 0, MOD32_MAX)
        case _:
            return Type(_PLAIN.get(type(expr), Special.BAD))


_PLAIN: dict[type, Kind | Special] = {
    ByteString: Kind.BYTES,
    Regex: Special.REGEX,
    Network: Special.SET,
    NamedSet: Special.SET,
    PatternRef: Special.PATTERN,
}


def condition(expr: Expr, report: Report) -> None:
    """Check that an expression can stand as a condition."""
    type_ = infer(expr, report)
    if type_.kind not in (Kind.BOOLEAN, Special.BAD):
        report(fault("E305", f"{type_} is not a condition", expr.span, help="compare it with something"))


def _span_of(one: Type, other: Type) -> Type:
    return Type(one.kind, min(one.low, other.low), max(one.high, other.high))


# --- sets and lists


def _set(expr: SetLiteral, report: Report) -> Type:
    if not expr.items:
        report(fault("E303", "this set is empty: nothing is in it", expr.span))
        return BAD
    kinds = {_element(item, report) for item in expr.items} - {Special.BAD}
    if len(kinds) > 1:
        report(fault("E301", "a set holds numbers, addresses or strings, not several of these", expr.span))
        return BAD
    return Type(Special.SET) if kinds else BAD


def _element(item: Expr, report: Report) -> Kind | Special:
    """The kind of one element; BAD when it cannot stand in a set, and that has been told."""
    type_ = infer(item, report)
    if type_.kind is Special.BAD:
        return Special.BAD
    if isinstance(item, Range):
        return type_.kind if _range(item, report) else Special.BAD
    if isinstance(item, Network | NamedSet | Address):
        return Kind.ADDRESS
    if isinstance(item, ByteString):
        return Kind.BYTES
    if constant_of(item) is not None:
        return Kind.NUMBER
    report(fault("E303", "only numbers, addresses and strings can stand in a set", item.span))
    return Special.BAD


def _range(item: Range, report: Report) -> bool:
    if isinstance(item.low, Address) and isinstance(item.high, Address):
        low, high = item.low.value, item.high.value
        if item.low.version != item.high.version:
            report(fault("E301", "a range from one IP version to another", item.span))
            return False
    else:
        first, last = constant_of(item.low), constant_of(item.high)
        if first is None or last is None:
            report(fault("E303", "a range goes from one number or address to another: `1..5`", item.span))
            return False
        low, high = first, last
    if low > high:
        swapped = Repair("Swap the ends", (Edit(item.span, format_expr(Range(item.high, item.low))),))
        message = "this range is empty: its first number is the larger"
        report(fault("E303", message, item.span, help="the smaller one stands first", repair=swapped))
    return low <= high


def _list(expr: ListLiteral, report: Report) -> Type:
    bad = False
    for item in expr.items:
        value = constant_of(item)
        if value is None and infer(item, report).kind is Special.BAD:
            bad = True
        elif value is None or not 0 <= value <= _LAST_OPTION:
            bad = True
            help_ = "the list stands to the right: `options == [mss, nop, ts]`"
            report(fault("E303", "a list holds option kinds: names, or numbers below 256", item.span, help=help_))
    return BAD if bad else Type(Special.LIST)


# --- arithmetic


def _unary(expr: Unary, report: Report) -> Type:
    if expr.op == "not":
        condition(expr.operand, report)
        return CONDITION
    type_ = infer(expr.operand, report)
    if type_.kind is Special.BAD or not _arithmetic(type_, expr.operand, report):
        return BAD
    if expr.op == "-":
        return MOD32 if type_.kind is Kind.MOD32 else _within(Type(Kind.NUMBER, -type_.high, -type_.low), expr, report)
    if type_.kind is Kind.MOD32:
        return Type(Kind.NUMBER, 0, MOD32_MAX)
    return _within(Type(Kind.NUMBER, -type_.high - 1, -type_.low - 1), expr, report)


def _arithmetic(type_: Type, expr: Expr, report: Report) -> bool:
    if not type_.is_number:
        help_ = "`in` asks whether an address is in it" if type_.kind is Special.SET else None
        report(fault("E301", f"{type_} cannot be computed with", expr.span, help=help_))
    return type_.is_number


def _within(type_: Type, expr: Expr, report: Report) -> Type:
    if is_within_64_bits(type_.low, type_.high):
        return type_
    help_ = "mask or reduce an operand first" if isinstance(expr, Binary) else None
    report(fault("E302", "this can leave the range of 64 bits", expr.span, help=help_))
    return BAD


def _binary(expr: Binary, report: Report) -> Type:
    left, right = infer(expr.left, report), infer(expr.right, report)
    if Special.BAD in (left.kind, right.kind):
        return BAD
    times = _times(expr.op, left, right)
    if times is not None:
        return times
    fits = _arithmetic(left, expr.left, report), _arithmetic(right, expr.right, report)
    if not all(fits):
        return BAD
    if expr.op in ("+", "-", "*") and Kind.MOD32 in (left.kind, right.kind):
        return MOD32
    try:
        low, high = range_of(expr.op, (left.low, left.high), (right.low, right.high))
    except ValueError as error:
        report(fault("E303", str(error), expr.right.span))
        return BAD
    return _within(Type(Kind.NUMBER, low, high), expr, report)


def _times(op: str, left: Type, right: Type) -> Type | None:
    """Moments and durations: what may be added and subtracted."""
    moment, length = Special.MOMENT, Special.DURATION
    if op == "-" and (left.kind, right.kind) == (moment, moment):
        return Type(length)
    if op in ("+", "-") and (left.kind, right.kind) in ((moment, length), (length, length)):
        return Type(left.kind)
    if op == "*" and {left.kind, right.kind} == {length, Kind.NUMBER}:
        return Type(length)
    return None


# --- comparisons


def _compare(expr: Compare, report: Report) -> Type:
    left_expr, left = expr.first, infer(expr.first, report)
    for operator, right_expr in expr.rest:
        right = infer(right_expr, report)
        if Special.BAD not in (left.kind, right.kind) and not _comparable(operator, left, right, right_expr):
            wanted = f"{left} {_VERBS.get(operator, 'cannot be compared with')} {_spoken(right, right_expr)}"
            report(fault("E301", wanted, _both(left_expr, right_expr), help=_repair(operator, left, right)))
        left_expr, left = right_expr, right
    return CONDITION


def _both(left: Expr, right: Expr) -> Span:
    return Span(left.span.start, right.span.end)


_VERBS = {
    "in": "cannot be in", "not in": "cannot be in", "has": "cannot have", "starts": "cannot start with",
    "contains": "cannot contain", "matches": "cannot match",
}  # fmt: skip
_REPAIRS = {
    "in": "a set is written `{21, 23, 2100..2102}`, a network `10.0.0.0/8`",
    "not in": "a set is written `{21, 23, 2100..2102}`, a network `10.0.0.0/8`",
    "has": "`flags has RST`, `options has ts`",
    "starts": '`payload starts "GET "`',
    "contains": "`payload contains |16 03 01|`",
    "matches": "`payload matches /^GET /`",
}
_EQUALITY = ("==", "!=")


def _repair(operator: str, left: Type, right: Type) -> str | None:
    if operator in _EQUALITY and right.kind is Special.SET:
        return f"write `{'in' if operator == '==' else 'not in'}`"
    if Special.DURATION in (left.kind, right.kind):
        return "a duration has a unit: 250ms, 30s, 5m, 1h, 1d"
    if operator not in _EQUALITY and Special.REGEX in (left.kind, right.kind):
        return _REPAIRS["matches"]
    return _REPAIRS.get(operator)


def _spoken(type_: Type, expr: Expr) -> str:
    if type_.kind is not Special.SET:
        return str(type_)
    return f"a set of {_HELD[_held(expr)]}"


_HELD = {Kind.NUMBER: "numbers", Kind.ADDRESS: "addresses", Kind.BYTES: "strings"}


def _held(expr: Expr) -> Kind:
    """What a set holds, judged by its first element; networks and named sets hold addresses."""
    first = expr.items[0] if isinstance(expr, SetLiteral) and expr.items else expr
    first = first.low if isinstance(first, Range) else first
    if isinstance(first, ByteString):
        return Kind.BYTES
    return Kind.ADDRESS if isinstance(first, Address | Network | NamedSet) else Kind.NUMBER


def _comparable(operator: str, left: Type, right: Type, right_expr: Expr) -> bool:
    kinds = (left.kind, right.kind)
    match operator:
        case "in" | "not in":
            return right.kind is Special.SET and _belongs(left, _held(right_expr))
        case "has":
            return left.kind in (Kind.NUMBER, Kind.OPTIONS) and right.kind is Kind.NUMBER
        case "starts" | "contains":
            return kinds in (_BYTES_BOTH, _OPTIONS_AND_LIST)
        case "matches":
            return kinds == (Kind.BYTES, Special.REGEX)
        case "==" | "!=" if kinds in (_BYTES_BOTH, _OPTIONS_AND_LIST):
            return True
    if left.kind in (Special.MOMENT, Special.DURATION):
        return left.kind is right.kind
    return (left.is_number or left.kind is Special.RATE) and (right.is_number or right.kind is Special.RATE)


_BYTES_BOTH = (Kind.BYTES, Kind.BYTES)
_OPTIONS_AND_LIST = (Kind.OPTIONS, Special.LIST)


def _belongs(left: Type, held: Kind) -> bool:
    if held is Kind.NUMBER:
        return left.kind in (Kind.NUMBER, Kind.MOD32, Kind.BOOLEAN)
    return left.kind is held
