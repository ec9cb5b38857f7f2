"""Conditions on packets that decide nothing: they hold for every packet, or another one has said as much."""

from __future__ import annotations

from collections.abc import Iterator

from sigdsl.diagnostics import Diagnostic, Edit, Label, Repair, fault
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import intersect, size
from sigdsl.model import Binary, Compare, Expr, FieldRef, PacketPattern, Signature, Unary
from sigdsl.outcomes import always
from sigdsl.possible import Bounds, bounds_of, contradiction
from sigdsl.types import type_of
from sigdsl.walk import fields_of

__all__ = ["redundant_conditions", "without"]

# Fields that every packet has of which their protocol is asked: to ask that they be there says nothing.
_EVERYWHERE = frozenset(
    (
        "len", "caplen", "ip.version", "proto", "ttl", "ittl", "hops", "tos", "dscp", "ecn", "ip.len", "ip.hlen",
        "sport", "dport", "payload.len", "seq", "ack", "flags", "window", "urgent", "tcp.hlen", "udp.len", "icmp.type",
        "icmp.code",
    )
)  # fmt: skip


def redundant_conditions(signature: Signature) -> Iterator[Diagnostic]:
    """Conditions of patterns that always hold, or that another condition of the pattern implies."""
    for pattern in signature.patterns:
        if contradiction(pattern.conditions) is None:  # of which anything would follow
            yield from _of_pattern(pattern)


def _of_pattern(pattern: PacketPattern) -> Iterator[Diagnostic]:
    bounds = [bounds_of(condition) for condition in pattern.conditions]
    gone: set[int] = set()
    for at, condition in reversed(list(enumerate(pattern.conditions))):  # of two that say the same, the later one goes
        if _holds_for_every_packet(condition):
            help_ = "take it out, or correct its number"
            yield fault("W702", "this holds for every packet that has the field", condition.span, help=help_)
            continue
        other = next(
            (
                index
                for index, by in enumerate(pattern.conditions)
                if index != at and index not in gone and _implies(by, bounds[index], condition, bounds[at])
            ),
            None,
        )
        if other is not None:
            gone.add(at)
            message = "this lets through all that another condition lets through"
            by = Label(pattern.conditions[other].span, "this one asks for more, or for the same")
            yield fault("W703", message, condition.span, "", by, help="take it out", repair=without(condition))


def without(condition: Expr) -> Repair:
    """The condition taken out of those that it stands among."""
    return Repair("Take the condition out", (Edit(condition.span),))


def _holds_for_every_packet(condition: Expr) -> bool:
    """By the ranges of its two sides, where no side can be missing in a packet of the protocol."""
    if not isinstance(condition, Compare) or len(condition.rest) != 1:
        return False
    operator, right = condition.rest[0]
    names = {ref.name for ref in fields_of(condition)}
    return bool(names) and names <= _EVERYWHERE and always(type_of(condition.first), operator, type_of(right))


def _implies(one: Expr, bounds: Bounds, other: Expr, wanted: Bounds) -> bool:
    """Whether `other` holds for every packet for which `one` does, and is unknown for no other reason."""
    if one == other:
        return not isinstance(one, FieldRef) or FIELDS[one.name].kind is Kind.BOOLEAN
    field = _asks_only(other)
    if field is None or field != _asks_only(one) or field not in wanted or field not in bounds:
        return False
    return size(bounds[field]) > 0 and intersect(bounds[field], wanted[field]) == bounds[field]


def _asks_only(condition: Expr) -> str | None:
    """The one field of which a condition asks nothing but which values it may have: `ttl < 5`, `flags has SYN`.

    Words that name a protocol are left alone: `tcp; flags == SYN` is how a signature is read, not said twice.
    """
    if isinstance(condition, Unary) and condition.op == "not":
        return None
    if not isinstance(condition, Compare) or len(condition.rest) != 1:
        return None
    left = condition.first
    if isinstance(left, Binary) and left.op == "&" and isinstance(left.left, FieldRef):
        left = left.left
    operator, right = condition.rest[0]
    if not isinstance(left, FieldRef) or fields_of(right):
        return None
    is_plain = FIELDS[left.name].kind in (Kind.NUMBER, Kind.MOD32, Kind.ADDRESS)
    return left.name if is_plain and operator not in ("starts", "contains", "matches") else None
