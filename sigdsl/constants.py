"""Values of expressions that ask no packet for anything: `SYN|ACK`, `1 << 31`."""

from __future__ import annotations

from sigdsl.fields import FLAG_BITS, OPTION_KINDS
from sigdsl.model import Binary, Expr, FlagBit, Number, OptionKind, Unary
from sigdsl.ranges import is_within_64_bits, range_of

__all__ = ["constant_of"]


def constant_of(expr: Expr) -> int | None:
    """The value of an expression without fields, or None: not constant, or with no value within 64 bits."""
    match expr:
        case Number():
            return expr.value
        case FlagBit():
            return FLAG_BITS[expr.name]
        case OptionKind():
            return OPTION_KINDS[expr.name]
        case Unary(op="-" | "~"):
            operand = constant_of(expr.operand)
            return None if operand is None else -operand if expr.op == "-" else ~operand
        case Binary():
            return _binary(expr)
        case _:
            return None


def _binary(expr: Binary) -> int | None:
    left, right = constant_of(expr.left), constant_of(expr.right)
    if left is None or right is None:
        return None
    try:
        value, _ = range_of(expr.op, (left, left), (right, right))
    except ValueError:
        return None
    return value if is_within_64_bits(value, value) else None
