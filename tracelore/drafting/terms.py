"""Expressions of the language, built as the model has them: what is found in packets is said with these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from sigdsl.fields import FLAG_BITS, OPTION_KINDS
from sigdsl.model import (
    Binary,
    Compare,
    Expr,
    FieldRef,
    FlagBit,
    ListLiteral,
    Number,
    OptionKind,
    Range,
    SetLiteral,
    Unary,
)

__all__ = [
    "combined",
    "equal",
    "flag_word",
    "holds",
    "is_constant",
    "named",
    "number",
    "one_of",
    "option_list",
    "term",
    "within",
]

Operator = Literal["+", "-", "*", "%", "&", "|", "^", "<<", ">>"]

_OPTION_NAMES = {kind: name for name, kind in OPTION_KINDS.items()}


def named(field: str, of: str | None = None) -> FieldRef:
    """A field of the packet, or of the packets of one pattern."""
    return FieldRef(field, of)


def number(value: int, base: Literal[10, 16] = 10) -> Number:
    """A number, not negative."""
    return Number(value, base)


def term(op: Operator, left: Expr, right: Expr) -> Binary:
    """Arithmetic on two expressions."""
    return Binary(op, left, right)


def combined(op: Operator, parts: Sequence[Expr]) -> Expr:
    """All parts joined by one operator, from left to right."""
    joined = parts[0]
    for part in parts[1:]:
        joined = Binary(op, joined, part)
    return joined


def equal(left: Expr, right: Expr) -> Compare:
    """`left == right`."""
    return Compare(left, (("==", right),))


def within(left: Expr, low: int, high: int) -> Compare:
    """`left in {low..high}`."""
    return Compare(left, (("in", SetLiteral((Range(number(low), number(high)),))),))


def one_of(left: Expr, values: Iterable[Expr]) -> Compare:
    """`left in {a, b, c}`."""
    return Compare(left, (("in", SetLiteral(tuple(values))),))


def holds(field: str, value: bool) -> Expr:
    """A yes-or-no field, or its opposite."""
    return named(field) if value else Unary("not", named(field))


def is_constant(condition: Expr) -> bool:
    """A field that is equal to a number."""
    if not isinstance(condition, Compare) or not isinstance(condition.first, FieldRef):
        return False
    op, right = condition.rest[0]
    return op == "==" and isinstance(right, Number)


def flag_word(flags: int) -> Expr:
    """TCP flags by their names, `SYN|ACK`; 0 for none."""
    names = [name for name, bit in FLAG_BITS.items() if flags & bit]
    names.sort(key=lambda name: (name == "ACK", FLAG_BITS[name]))  # as people say it: SYN|ACK, RST|ACK
    return combined("|", [FlagBit(name) for name in names]) if names else number(0)


def option_list(field: str, kinds: Sequence[int]) -> ListLiteral:
    """Kinds of options in order, by name where the language has one."""
    by_name = field == "options"
    return ListLiteral(
        tuple(OptionKind(_OPTION_NAMES[kind]) if by_name and kind in _OPTION_NAMES else number(kind) for kind in kinds)
    )
