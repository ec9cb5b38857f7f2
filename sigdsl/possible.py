"""Which values of each field a packet pattern leaves possible: an outer bound, enough to see what can never match.

`and` intersects, `or` joins; relations between fields and tests of bytes bound nothing. A field that belongs to a
protocol (`seq` to TCP) bounds the protocol as well, so that `udp` and `seq == 0` contradict each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sigdsl.constants import constant_of
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals, complement, intersect, normalise, union
from sigdsl.model import (
    Address,
    Binary,
    Compare,
    Expr,
    FieldRef,
    Logic,
    Network,
    PacketPattern,
    Range,
    SetLiteral,
    Unary,
)

__all__ = ["Bounds", "bounds_of", "bounds_of_field", "conflict", "contradiction", "pattern_bounds"]

# Field name -> the values left; a field that is not there may have any.
Bounds: TypeAlias = Mapping[str, Intervals]

_PROTOCOLS: dict[str, dict[str, Intervals]] = {
    "ip": {"ip.version": ((4, 4),)},
    "ip6": {"ip.version": ((6, 6),)},
    "tcp": {"proto": ((6, 6),)},
    "udp": {"proto": ((17, 17),)},
    "sctp": {"proto": ((132, 132),)},
    "icmp": {"proto": ((1, 1),), "ip.version": ((4, 4),)},
    "icmp6": {"proto": ((58, 58),), "ip.version": ((6, 6),)},
    "quoted": {"proto": ((1, 1), (58, 58))},
}
_CARRIERS: dict[str, Intervals] = {
    "sport": ((6, 6), (17, 17), (132, 132)),
    "dport": ((6, 6), (17, 17), (132, 132)),
    "icmp.type": ((1, 1), (58, 58)),
    "icmp.code": ((1, 1), (58, 58)),
    "icmp.id": ((1, 1), (58, 58)),
    "icmp.seq": ((1, 1), (58, 58)),
    "icmp.mtu": ((1, 1), (58, 58)),
}


def bounds_of_field(name: str) -> Bounds:
    """What it takes for a packet to have a field at all."""
    if name in _CARRIERS:
        return {"proto": _CARRIERS[name]}
    if name in _PROTOCOLS:  # the word itself
        return {}
    return _PROTOCOLS.get(FIELDS[name].protocol, {})


def conflict(one: Bounds, other: Bounds) -> str | None:
    """A field of which two bounds leave no value, or None."""
    for name in one.keys() & other.keys():
        if one[name] and other[name] and not intersect(one[name], other[name]):
            return name
    return None


def pattern_bounds(pattern: PacketPattern) -> Bounds:
    """The bounds of a whole pattern. Empty intervals say that it can never match."""
    bounds: Bounds = {}
    for condition in pattern.conditions:
        bounds = _both(bounds, bounds_of(condition))
    return bounds


def contradiction(conditions: tuple[Expr, ...]) -> tuple[str, Expr, Expr | None] | None:
    """Why conditions can never hold together, or None.

    That is: a field of which they leave no value, the first condition that takes the last value away, and an earlier
    one that it contradicts (None when it contradicts itself, or several others together).
    """
    bounds: Bounds = {}
    for index, condition in enumerate(conditions):
        new = bounds_of(condition)
        bounds = _both(bounds, new)
        empty = next((name for name, values in bounds.items() if not values), None)
        if empty is not None:
            opposed = (other for other in conditions[:index] if not _both(bounds_of(other), new).get(empty, ((0, 0),)))
            return empty, condition, next(opposed, None)
    return None


def bounds_of(expr: Expr) -> Bounds:
    """The bounds that one condition sets."""
    match expr:
        case FieldRef() if FIELDS[expr.name].kind is Kind.BOOLEAN:
            return {**_PROTOCOLS.get(expr.name, {}), **bounds_of_field(expr.name), expr.name: ((1, 1),)}
        case Unary(op="not", operand=FieldRef() as word) if FIELDS[word.name].kind is Kind.BOOLEAN:
            return {word.name: ((0, 0),)} | dict(_outside(word.name))
        case Logic(op="and"):
            bounds: Bounds = {}
            for operand in expr.operands:
                bounds = _both(bounds, bounds_of(operand))
            return bounds
        case Logic(op="or"):
            return _either([bounds_of(operand) for operand in expr.operands])
        case Compare():
            return _compare(expr)
        case _:
            return {}


def _outside(word: str) -> Bounds:
    """`not tcp` leaves every other protocol; a word of two bounds (icmp) leaves too much to say.

    Not all ICMP messages quote: `not quoted` leaves every protocol.
    """
    bounds = _PROTOCOLS.get(word, {})
    if len(bounds) != 1 or word == "quoted":
        return {}
    ((name, values),) = bounds.items()
    return {name: complement(values, 0, 255)}


def _both(one: Bounds, other: Bounds) -> Bounds:
    result = dict(one)
    for name, values in other.items():
        result[name] = intersect(result[name], values) if name in result else values
    return result


def _either(sides: list[Bounds]) -> Bounds:
    possible = [side for side in sides if all(side.values())]
    if not possible:
        return sides[0]
    result = dict(possible[0])
    for side in possible[1:]:
        result = {name: union(result[name], side[name]) for name in result.keys() & side.keys()}
    return result


def _compare(expr: Compare) -> Bounds:
    bounds: Bounds = {}
    left = expr.first
    for operator, right in expr.rest:
        for side in (left, right):
            if isinstance(side, FieldRef):
                bounds = _both(bounds, bounds_of_field(side.name))
        bounds = _both(bounds, _test(left, operator, right))
        left = right
    return bounds


_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def _test(left: Expr, operator: str, right: Expr) -> Bounds:
    if not isinstance(left, FieldRef) and isinstance(right, FieldRef) and operator in _MIRROR:
        left, operator, right = right, _MIRROR[operator], left
    masked = _masked(left, operator, right)
    if masked is not None:
        return masked
    if not isinstance(left, FieldRef) or FIELDS[left.name].kind in (Kind.OPTIONS, Kind.BYTES):
        return {}
    most = (1 << 129) - 1 if FIELDS[left.name].kind is Kind.ADDRESS else (1 << FIELDS[left.name].bits) - 1
    values = _accepted(operator, right, most)
    return {} if values is None else {left.name: values}


def _masked(left: Expr, operator: str, right: Expr) -> Bounds | None:
    """Tests of single bits of a narrow field: `flags has RST`, `flags & (SYN|ACK) == SYN`."""
    bits = constant_of(right)
    if operator == "has":
        field, mask, operator = left, bits, "=="
    elif isinstance(left, Binary) and left.op == "&" and operator in ("==", "!="):
        field, mask = (left.left, constant_of(left.right)) if isinstance(left.left, FieldRef) else (left.right, None)
    else:
        return None
    if mask is None or bits is None or not isinstance(field, FieldRef):
        return None
    known = FIELDS[field.name]
    if known.kind is not Kind.NUMBER or known.bits > _NARROW:
        return None
    values = [value for value in range(1 << known.bits) if (value & mask == bits) == (operator == "==")]
    return {**bounds_of_field(field.name), field.name: normalise((value, value) for value in values)}


_NARROW = 12  # bits: the values are tried one by one


def _accepted(operator: str, right: Expr, most: int) -> Intervals | None:
    """The values from 0 to `most` for which the comparison holds, or None when that cannot be said."""
    if operator in ("in", "not in"):
        members = _members(right)
        if members is None:
            return None
        return intersect(members, ((0, most),)) if operator == "in" else complement(members, 0, most)
    value = _value(right)
    if value is None:
        return None
    match operator:
        case "==":
            return intersect(((value, value),), ((0, most),))
        case "!=":
            return complement(((value, value),), 0, most)
        case "<":
            return normalise([(0, min(value - 1, most))])
        case "<=":
            return normalise([(0, min(value, most))])
        case ">":
            return normalise([(max(value + 1, 0), most)])
        case ">=":
            return normalise([(max(value, 0), most)])
        case _:
            return None


def _value(expr: Expr) -> int | None:
    if isinstance(expr, Address):
        return expr.value | (expr.version == 6) << 128
    return constant_of(expr)


def _members(expr: Expr) -> Intervals | None:
    if isinstance(expr, Network):
        width = 32 if expr.version == 4 else 128
        low = expr.value | (expr.version == 6) << 128
        return ((low, low + (1 << (width - expr.prefix)) - 1),)
    if not isinstance(expr, SetLiteral):
        return None
    pairs: list[tuple[int, int]] = []
    for item in expr.items:
        if isinstance(item, Network):
            pairs.extend(_members(item) or ())
            continue
        ends = (item.low, item.high) if isinstance(item, Range) else (item, item)
        first, last = _value(ends[0]), _value(ends[1])
        if first is None or last is None:
            return None
        pairs.append((first, last))
    return normalise(pairs)
