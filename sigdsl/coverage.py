"""Signatures that say the same, and signatures whose every event another one reports as well.

Only what can be shown is told: two signatures are compared where their events have the same key and gap and their
patterns, in the order written, stand for each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from sigdsl.constants import constant_of
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import intersect
from sigdsl.model import (
    Binary,
    Call,
    Compare,
    Expr,
    FieldRef,
    Logic,
    Observation,
    PacketPattern,
    PatternRef,
    Range,
    SetLiteral,
    Signature,
    Unary,
)
from sigdsl.possible import Bounds, bounds_of, pattern_bounds

__all__ = ["coverage"]

Shape: TypeAlias = tuple[object, ...]

_NEIGHBOURS = 200  # signatures of one shape that each is compared with: a file of copies must not take for ever


def coverage(signatures: Iterable[Signature]) -> Iterator[tuple[Signature, Signature, bool]]:
    """Pairs (narrow, wide, same): every event of the first is one of the second; `same`: and the other way round.

    A pair that says the same comes once. A signature may be a declared variant of the wider one; that is no pair.
    """
    groups: dict[Shape, list[Signature]] = defaultdict(list)
    for signature in signatures:
        shape = _shape(signature)
        if shape is not None:
            groups[shape].append(signature)
    for group in groups.values():
        for at, one in enumerate(group):
            for other in group[at + 1 : at + 1 + _NEIGHBOURS]:
                yield from _pair(one, other)


def _pair(one: Signature, other: Signature) -> Iterator[tuple[Signature, Signature, bool]]:
    within, around = _narrower(one, other), _narrower(other, one)
    if within and around:
        yield one, other, True
    elif within and _grows(one) and other.slug not in one.variant_of:
        yield one, other, False
    elif around and _grows(one) and one.slug not in other.variant_of:
        yield other, one, False


def _shape(signature: Signature) -> Shape | None:
    """All but the conditions of the patterns: what two signatures must share to be compared."""
    event = signature.event
    if event is None or not (signature.patterns or signature.observes):
        return None
    called = [*(pattern.name for pattern in signature.patterns), *(watched.name for watched in signature.observes)]
    names = {name: f"#{at}" for at, name in enumerate(called)}
    having = _renamed(event.having, names) if event.having is not None else None
    kinds = tuple((pattern.from_responder, pattern.solicits) for pattern in signature.patterns)
    observed = tuple(Observation(watched.signature, "") for watched in signature.observes)
    return frozenset(event.key), event.gap.ns, having, kinds, observed


def _renamed(expr: Expr, names: Mapping[str, str]) -> Expr:
    """The expression with its patterns called by their position."""

    def all_of(parts: tuple[Expr, ...]) -> tuple[Expr, ...]:
        return tuple(_renamed(part, names) for part in parts)

    match expr:
        case PatternRef():
            return replace(expr, name=names.get(expr.name, expr.name))
        case FieldRef() if expr.of is not None:
            return replace(expr, of=names.get(expr.of, expr.of))
        case Call():
            return replace(expr, args=all_of(expr.args))
        case Logic():
            return replace(expr, operands=all_of(expr.operands))
        case Compare():
            rest = tuple((operator, _renamed(right, names)) for operator, right in expr.rest)
            return replace(expr, first=_renamed(expr.first, names), rest=rest)
        case Binary():
            return replace(expr, left=_renamed(expr.left, names), right=_renamed(expr.right, names))
        case Unary():
            return replace(expr, operand=_renamed(expr.operand, names))
        case SetLiteral():
            return replace(expr, items=all_of(expr.items))
        case Range():
            return replace(expr, low=_renamed(expr.low, names), high=_renamed(expr.high, names))
        case _:
            return expr


def _narrower(one: Signature, other: Signature) -> bool:
    return all(_implies(mine, theirs) for mine, theirs in zip(one.patterns, other.patterns, strict=True))


def _implies(narrow: PacketPattern, wide: PacketPattern) -> bool:
    """Whether a packet of one pattern is surely one of the other."""
    asked = set(narrow.conditions)
    bounds = pattern_bounds(narrow)
    return all(condition in asked or _follows(condition, bounds) for condition in wide.conditions)


def _follows(condition: Expr, bounds: Bounds) -> bool:
    """Whether a condition that says no more than which values a field may have follows from the values left."""
    if not _says_only_values(condition):
        return False
    wanted = {name: values for name, values in bounds_of(condition).items() if name not in _WORDS}
    return bool(wanted) and all(
        name in bounds and intersect(bounds[name], values) == bounds[name] for name, values in wanted.items()
    )


_WORDS = frozenset(("ip", "ip6", "tcp", "udp", "sctp", "icmp", "icmp6"))


def _says_only_values(condition: Expr) -> bool:
    if isinstance(condition, FieldRef):
        return condition.name in _WORDS
    if not isinstance(condition, Compare) or len(condition.rest) != 1 or not isinstance(condition.first, FieldRef):
        return False
    operator, right = condition.rest[0]
    is_number = FIELDS[condition.first.name].kind in (Kind.NUMBER, Kind.MOD32)
    return is_number and operator != "has" and (constant_of(right) is not None or isinstance(right, SetLiteral))


def _grows(signature: Signature) -> bool:
    """Whether more packets can never undo an event: only counts, and only that they are large enough."""
    having = signature.event.having if signature.event is not None else None
    return having is None or _is_growing(having)


def _is_growing(expr: Expr) -> bool:
    if isinstance(expr, Logic):
        return all(_is_growing(operand) for operand in expr.operands)
    if not isinstance(expr, Compare) or len(expr.rest) != 1:
        return False
    operator, right = expr.rest[0]
    counts = isinstance(expr.first, Call) and expr.first.name in ("count", "distinct")
    return counts and operator in (">=", ">") and constant_of(right) is not None
