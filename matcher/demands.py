"""What a signature demands, each demand by itself, and the signature without some of them.

A near miss is explained by taking demands away: the one without which there would be an event is what differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from matcher.parts import conjuncts
from sigdsl.format import format_expr
from sigdsl.model import Call, Compare, Duration, EventRule, Expr, Logic, PacketPattern, Signature

__all__ = ["Demand", "DemandKind", "demands_on_episodes", "demands_on_packets", "having_parts", "widened", "without"]

DemandKind = Literal["packet", "having", "gap", "key"]

_ENDLESS: Final = Duration(36_500, "d")  # longer than any capture


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that must be so.

    Attributes:
        signature: Slug of the signature that demands it.
        kind: `packet`: a condition of a pattern; `having`: one of the episode; `gap`: that no pause is longer;
            `key`: that all packets of an episode share a value.
        at: Which of its kind, from 0.
        text: As the signature says it.
        pattern: Name of the pattern, for `packet`.
    """

    signature: str
    kind: DemandKind
    at: int
    text: str
    pattern: str = ""


def demands_on_packets(signature: Signature, pattern: PacketPattern) -> tuple[Demand, ...]:
    """The conditions of a pattern, in the order of `conjuncts`."""
    return tuple(
        Demand(signature.slug, "packet", at, format_expr(condition), pattern.name)
        for at, condition in enumerate(conjuncts(pattern.conditions))
    )


def demands_on_episodes(signature: Signature) -> Iterator[Demand]:
    """What packets that match must be together: the parts of `having`, the gap, the parts of the key."""
    rule = signature.event
    if rule is None:
        return
    for at, condition in enumerate(having_parts(rule.having)):
        yield Demand(signature.slug, "having", at, format_expr(condition))
    yield Demand(signature.slug, "gap", 0, f"gap {format_expr(rule.gap)}")
    for at, part in enumerate(rule.key):
        yield Demand(signature.slug, "key", at, format_expr(part))


def having_parts(having: Expr | None) -> list[Expr]:
    """The conditions of an episode that must all hold."""
    return conjuncts([having] if having is not None else [])


def widened(signature: Signature, demand: Demand) -> Signature | None:
    """The signature that counts over the whole episode where a part of `having` counts within a window.

    None where the part is no comparison of such a count.
    """
    rule = signature.event
    if rule is None or demand.kind != "having":
        return None
    parts = having_parts(rule.having)
    match parts[demand.at]:
        case Compare(Call(name, (over, Duration())), rest):
            parts[demand.at] = Compare(Call(name, (over,)), rest)
            return replace(signature, event=replace(rule, having=_all_of(parts)))
        case _:
            return None


def _all_of(parts: Sequence[Expr]) -> Expr | None:
    return None if not parts else parts[0] if len(parts) == 1 else Logic("and", tuple(parts))


def without(signature: Signature, demands: Iterable[Demand]) -> Signature:
    """The signature that does not make these demands; those of other signatures are left alone."""
    own = [demand for demand in demands if demand.signature == signature.slug]
    if not own or signature.event is None:
        return signature
    patterns = tuple(
        replace(pattern, conditions=_kept(conjuncts(pattern.conditions), _places(own, "packet", pattern.name)))
        for pattern in signature.patterns
    )
    return replace(signature, patterns=patterns, event=_rule_without(signature.event, own))


def _rule_without(rule: EventRule, demands: Sequence[Demand]) -> EventRule:
    having = _kept(having_parts(rule.having), _places(demands, "having"))
    return EventRule(
        key=_kept(rule.key, _places(demands, "key")),
        gap=_ENDLESS if _places(demands, "gap") else rule.gap,
        having=_all_of(having),
        span=rule.span,
    )


def _places(demands: Iterable[Demand], kind: DemandKind, pattern: str = "") -> set[int]:
    return {demand.at for demand in demands if demand.kind == kind and demand.pattern == pattern}


def _kept(conditions: Sequence[Expr], dropped: Collection[int]) -> tuple[Expr, ...]:
    return tuple(condition for at, condition in enumerate(conditions) if at not in dropped)
