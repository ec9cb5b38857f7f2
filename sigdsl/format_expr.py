"""The canonical form of an expression."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from sigdsl.fields import find_field
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
    Name,
    NamedSet,
    Network,
    Number,
    OptionKind,
    PatternRef,
    Range,
    Regex,
    SetLiteral,
    Unary,
)

__all__ = ["format_condition_in", "format_expr", "format_list", "quoted"]


def format_expr(expr: Expr) -> str:
    """An expression in canonical form, with no more parentheses than a reader needs."""
    match expr:
        case Number():
            return f"0x{expr.value:x}" if expr.base == 16 else str(expr.value)
        case Duration():
            return f"{expr.count}{expr.unit}"
        case ByteString():
            return (
                f"|{expr.value.hex(' ')}|" if expr.hex and expr.value else quoted(expr.value.decode("latin-1"), "\x7f")
            )
        case Regex():
            return f"/{expr.pattern}/{'i' if expr.ignore_case else ''}"
        case Address():
            return _address(expr.value, expr.version)
        case Network():
            return f"{_address(expr.value, expr.version)}/{expr.prefix}"
        case Name():
            return _canonical(expr.text)
        case FieldRef():
            return f"{expr.of}.{expr.name}" if expr.of else expr.name
        case FlagBit() | NamedSet() | OptionKind() | PatternRef():
            return expr.name
        case Range():
            return f"{_within(expr.low, _BITS)}..{_within(expr.high, _BITS)}"
        case SetLiteral():
            return f"{{{format_list(expr.items)}}}"
        case ListLiteral():
            return f"[{format_list(expr.items)}]"
        case Call():
            return expr.name if expr.name == "duration" else f"{expr.name}({format_list(expr.args)})"
        case Unary():
            return _unary(expr)
        case Binary():
            return _binary(expr)
        case Compare():
            parts = [_within(expr.first, _BITS)]
            parts.extend(f"{operator} {_within(right, _BITS)}" for operator, right in expr.rest)
            return " ".join(parts)
        case Logic():
            return f" {expr.op} ".join(format_condition_in(expr.op, operand) for operand in expr.operands)


def format_condition_in(op: str, expr: Expr) -> str:
    """A condition as an operand of `and` or `or`."""
    return _within(expr, (_AND if op == "and" else _OR) + 1)


_OR, _AND, _NOT, _COMPARE, _RANGE, _BITS, _UNARY = range(7)


def _level(expr: Expr) -> int:
    """How tightly the outermost operator binds."""
    match expr:
        case Logic():
            return _OR if expr.op == "or" else _AND
        case Unary(op="not"):
            return _NOT
        case Compare():
            return _COMPARE
        case Range():
            return _RANGE
        case Binary():
            return _BITS
        case _:
            return _UNARY


def _within(expr: Expr, level: int) -> str:
    text = format_expr(expr)
    return f"({text})" if _level(expr) < level else text


def _unary(expr: Unary) -> str:
    if expr.op == "not":
        return f"not {_within(expr.operand, _NOT)}"
    return f"{expr.op}{_within(expr.operand, _UNARY)}"


# An operand with an operator of its own stands in parentheses, except where everybody knows the order:
# `a + b - c`, `a * b + c`, and a row of one operator that may be regrouped.
_SUMS, _PRODUCTS = ("+", "-"), ("*", "%")


def _binary(expr: Binary) -> str:
    left, right = _operand(expr.left, expr.op, True), _operand(expr.right, expr.op, False)
    if expr.op == "|" and _is_flags(expr.left) and _is_flags(expr.right):
        return f"{left}|{right}"
    return f"{left} {expr.op} {right}"


def _operand(expr: Expr, outer: str, is_left: bool) -> str:
    if not isinstance(expr, Binary):
        return _within(expr, _UNARY)
    inner = expr.op
    same_row = is_left and (inner == outer and outer != "%" or inner in _SUMS and outer in _SUMS)
    product_in_sum = inner in _PRODUCTS and outer in _SUMS
    text = format_expr(expr)
    return text if same_row or product_in_sum else f"({text})"


def _is_flags(expr: Expr) -> bool:
    if isinstance(expr, Binary):
        return expr.op == "|" and _is_flags(expr.left) and _is_flags(expr.right)
    return isinstance(expr, FlagBit) or isinstance(expr, Name) and expr.text.isupper()


def format_list(parts: Iterable[Expr]) -> str:
    """Expressions separated by commas."""
    return ", ".join(_within(part, _RANGE) for part in parts)


def _address(value: int, version: int) -> str:
    return str(ipaddress.IPv4Address(value) if version == 4 else ipaddress.IPv6Address(value))


def _canonical(name: str) -> str:
    """Wireshark's name of a field becomes ours."""
    field = find_field(name)
    if field is not None:
        return field.name
    owner, _, rest = name.partition(".")
    field = find_field(rest) if rest else None
    return f"{owner}.{field.name}" if field is not None else name


def quoted(text: str, last: str = "\xff") -> str:
    """A string of one line. Control characters are escaped, and (in bytes) what lies beyond `last`."""
    escapes = {"\n": r"\n", "\t": r"\t", "\r": r"\r", "\0": r"\0", '"': r"\"", "\\": r"\\"}
    letters = (escapes.get(c, c if c > "\xff" or (c.isprintable() and c <= last) else f"\\x{ord(c):02x}") for c in text)
    return f'"{"".join(letters)}"'
