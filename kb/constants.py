"""Constants of the language as numbers: what an expression without fields comes to, and which values it names."""

from __future__ import annotations

from dataclasses import dataclass

from sigdsl.fields import FLAG_BITS, OPTION_KINDS, Kind
from sigdsl.model import Address, Binary, Duration, Expr, FlagBit, Network, Number, OptionKind, Range, Unary

__all__ = ["V6", "WHOLE", "Stretch", "fold", "stretch_of"]

WHOLE = (1 << 63) - 1  # the largest integer that SQLite holds
V6 = 1 << 128  # added to IPv6 addresses, so that none equals an IPv4 one
_MOD32 = 1 << 32
_MOST_BITS = 64  # the language computes within 64 bits; a larger shift is never meant


@dataclass(frozen=True, slots=True)
class Stretch:
    """The integers from `low` to `high`, both included. IPv6 addresses (`version` 6) count in a space of their own."""

    low: int
    high: int
    version: int = 4


def fold(expression: Expr) -> int | None:
    """The number that an expression without fields comes to; None where it is no number."""
    match expression:
        case Number(value=value):
            return value
        case Duration():
            return expression.ns
        case FlagBit(name=name):
            return FLAG_BITS.get(name)
        case OptionKind(name=name):
            return OPTION_KINDS.get(name)
        case Unary(op="-", operand=operand):
            inner = fold(operand)
            return None if inner is None else -inner
        case Unary(op="~", operand=operand):
            inner = fold(operand)
            return None if inner is None else ~inner
        case Binary(op=op, left=left, right=right):
            one, other = fold(left), fold(right)
            return None if one is None or other is None else _compute(op, one, other)
    return None


def _compute(op: str, one: int, other: int) -> int | None:
    match op:
        case "+":
            return one + other
        case "-":
            return one - other
        case "*":
            return one * other
        case "&":
            return one & other
        case "|":
            return one | other
        case "^":
            return one ^ other
        case "%":
            return one % other if other else None
        case "<<":
            return one << other if 0 <= other <= _MOST_BITS else None
        case ">>":
            return one >> other if other >= 0 else None
    return None


def stretch_of(constant: Expr, kind: Kind) -> Stretch | None:
    """The values that a constant stands for when it is compared with a field of `kind`; None where it is no number."""
    match constant:
        case Address(value=value, version=version):
            return Stretch(value, value, version)
        case Network(value=value, prefix=prefix, version=version):
            host_bits = (32 if version == 4 else 128) - prefix
            return Stretch(value, value | ((1 << host_bits) - 1), version)
        case Range(low=low, high=high):
            first, last = stretch_of(low, kind), stretch_of(high, kind)
            return None if first is None or last is None else Stretch(first.low, last.high, first.version)
    number = fold(constant)
    if number is None:
        return None
    if kind is Kind.MOD32:
        number %= _MOD32  # `ack == -1` is ack 4294967295
    return Stretch(number, number) if abs(number) <= WHOLE else None
