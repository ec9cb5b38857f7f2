"""What a condition means: its truth and its values for one packet, straight from the model.

This is the specification. The tables that the compiler makes must agree with it on every packet, and a near miss is
explained with it.
"""

from __future__ import annotations

from functools import lru_cache

from matcher.intervals import is_within, named_set, network_interval
from matcher.packet import UNKNOWN, V6, Packet, Unknown, Value
from matcher.patterns import search
from matcher.values import (
    MOD32,
    Truth,
    all_of,
    any_of,
    apply_operator,
    as_number,
    compare,
    compare_sequences,
    complement,
    has_all,
    negate,
)
from sigdsl.fields import FLAG_BITS, OPTION_KINDS, Kind
from sigdsl.intervals import Intervals
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
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
    Range,
    Regex,
    SetLiteral,
    Unary,
)
from sigdsl.types import Special, type_of

__all__ = ["kind_of", "list_kinds", "missing_payload", "number", "pairs", "truth", "value"]

_named_set = lru_cache(named_set)


@lru_cache(maxsize=16_384)
def kind_of(expr: Expr) -> Kind | Special:
    """How values of an expression compare and compute. It is asked of the same expressions for every packet."""
    return type_of(expr).kind


def truth(expr: Expr, packet: Packet, home: Intervals | None = None) -> Truth:
    """Whether a condition holds for a packet.

    Args:
        expr: A resolved condition: comparisons, bare yes-or-no fields, and `and`, `or`, `not` of them.
        packet: The packet.
        home: The user's own networks; None when none are given, and what asks for them is then unknown.
    """
    match expr:
        case Logic("and"):
            return all_of([truth(part, packet, home) for part in expr.operands])
        case Logic("or"):
            return any_of([truth(part, packet, home) for part in expr.operands])
        case Unary("not"):
            return negate(truth(expr.operand, packet, home))
        case Compare():
            return all_of([_compare(left, op, right, packet, home) for left, op, right in pairs(expr)])
        case _:
            return compare("!=", number(expr, packet), 0)


def pairs(expr: Compare) -> list[tuple[Expr, str, Expr]]:
    """The single comparisons of a chain: `a < b < c` is `a < b` and `b < c`."""
    operands = [expr.first, *(operand for _, operand in expr.rest)]
    return [(operands[at], op, operands[at + 1]) for at, (op, _) in enumerate(expr.rest)]


def value(expr: Expr, packet: Packet) -> Value | None:
    """The value of an expression: addresses and sequences as they are, anything computed as a number."""
    return packet.get(expr.name) if isinstance(expr, FieldRef) else number(expr, packet)


def number(expr: Expr, packet: Packet) -> int | Unknown | None:
    """The value of an expression in arithmetic; an IPv6 address does not apply there."""
    match expr:
        case FieldRef(name):
            return as_number(packet.get(name))
        case Number(constant):
            return constant
        case FlagBit(name):
            return FLAG_BITS[name]
        case OptionKind(name):
            return OPTION_KINDS[name]
        case Duration():
            return expr.ns
        case Address(constant, version):
            return constant if version == 4 else None
        case Unary(op, operand) if op != "not":
            return complement(op, number(operand, packet), kind_of(operand) is Kind.MOD32)
        case Binary(op, left, right):
            modular = Kind.MOD32 in (kind_of(left), kind_of(right))
            return apply_operator(op, number(left, packet), number(right, packet), modular)
        case _:
            return None


def list_kinds(expr: ListLiteral) -> tuple[int, ...]:
    """The option kinds of a list."""
    nothing = Packet(0, None, {})
    return tuple(kind for item in expr.items if isinstance(kind := number(item, nothing), int))


def missing_payload(packet: Packet, captured: bytes) -> int | Unknown:
    """How many bytes of the payload were not captured."""
    length = packet.get("payload.len")
    if length is UNKNOWN:
        return UNKNOWN
    return max(0, length - len(captured)) if isinstance(length, int) else 0


def _compare(left: Expr, op: str, right: Expr, packet: Packet, home: Intervals | None) -> Truth:
    if isinstance(left, (ByteString, ListLiteral)):
        left, right = right, left
    if isinstance(right, (ByteString, ListLiteral, Regex)):
        return _compare_sequence(left, op, right, packet)
    if op == "has":
        return _has(left, right, packet)
    if op == "in":
        return any_of([_is_member(left, item, packet, home) for item in _items(right)])
    if op == "not in":
        return all_of([_is_no_member(left, item, packet, home) for item in _items(right)])
    return _compare_scalars(left, op, right, packet)


def _items(expr: Expr) -> tuple[Expr, ...]:
    return expr.items if isinstance(expr, SetLiteral) else (expr,)


def _compare_scalars(left: Expr, op: str, right: Expr, packet: Packet) -> Truth:
    kinds = (kind_of(left), kind_of(right))
    if kinds == (Kind.ADDRESS, Kind.ADDRESS):
        return compare(op, _address(left, packet), _address(right, packet))
    sides = (number(left, packet), number(right, packet))
    if Kind.MOD32 in kinds:
        return compare(op, _modulo(sides[0]), _modulo(sides[1]))
    return compare(op, *sides)


def _modulo(value: int | Unknown | None) -> int | Unknown | None:
    return value % MOD32 if isinstance(value, int) else value


def _address(expr: Expr, packet: Packet) -> Value | None:
    if isinstance(expr, Address):
        return expr.value + (V6 if expr.version == 6 else 0)
    return value(expr, packet)


def _has(left: Expr, right: Expr, packet: Packet) -> Truth:
    wanted = number(right, packet)
    if not isinstance(wanted, int):
        return compare("==", wanted, 0)
    seen = value(left, packet)
    if isinstance(seen, tuple):
        return wanted in seen
    return has_all(as_number(seen), wanted)


def _is_member(left: Expr, item: Expr, packet: Packet, home: Intervals | None) -> Truth:
    if isinstance(item, Range):
        return all_of(_range_ends(left, item, packet, (">=", "<=")))
    if isinstance(item, (Network, NamedSet)):
        inside = _is_inside(value(left, packet), item, home)
        return False if inside is None else inside
    return _compare(left, "==", item, packet, home)


def _is_no_member(left: Expr, item: Expr, packet: Packet, home: Intervals | None) -> Truth:
    if isinstance(item, Range):
        return any_of(_range_ends(left, item, packet, ("<", ">")))
    if isinstance(item, (Network, NamedSet)):
        inside = _is_inside(value(left, packet), item, home)
        return False if inside is None else negate(inside)
    return _compare(left, "!=", item, packet, home)


def _range_ends(left: Expr, item: Range, packet: Packet, ops: tuple[str, str]) -> list[Truth]:
    ends = (item.low, item.high)
    return [_compare_scalars(left, op, end, packet) for op, end in zip(ops, ends, strict=True)]


def _is_inside(address: Value | None, item: Network | NamedSet, home: Intervals | None) -> Truth | None:
    """Whether an address is in a network or named set; None when the address does not apply."""
    if address is None:
        return None
    networks: Intervals | None
    if isinstance(item, Network):
        networks = (network_interval(item),)
    else:
        networks = home if item.name == "home" else _named_set(item.name)
    if not isinstance(address, int) or networks is None:
        return UNKNOWN
    return is_within(address, networks)


def _compare_sequence(left: Expr, op: str, right: ByteString | ListLiteral | Regex, packet: Packet) -> Truth:
    seen = value(left, packet)
    if seen is None:
        return False
    if isinstance(right, ListLiteral):
        return compare_sequences(op, seen, list_kinds(right)) if isinstance(seen, tuple) else UNKNOWN
    if not isinstance(seen, bytes):
        return UNKNOWN
    missing = missing_payload(packet, seen)
    if isinstance(right, Regex):
        return search(right.pattern, right.ignore_case, seen, missing)
    return compare_sequences(op, seen, right.value, missing)
