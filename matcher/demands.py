"""What a signature demands, each demand by itself, and the signature without some of them.

A near miss is explained by taking demands away: the one without which there would be an event is what differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from matcher.parts import conjuncts
from matcher.stack import SWAPPED
from sigdsl.format import format_expr
from sigdsl.model import Call, Compare, Duration, EventRule, Expr, FieldRef, Logic, PacketPattern, Signature, Unary
from sigdsl.walk import mapped

__all__ = [
    "Demand", "DemandKind", "condition_of", "demands_on_episodes", "demands_on_packets", "having_parts", "widened",
    "without",
]  # fmt: skip

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
        alike: The same as the first side's packets would say it: ends are swapped in a pattern `from responder`. What
            several patterns demand alike is one demand.
        pattern: Name of the pattern, for `packet`.
        takes: Taken away, it is so of few packets alone: of those of another pattern, which loses them; with an empty
            name of those that match none. None: of all packets.
    """

    signature: str
    kind: DemandKind
    at: int
    text: str
    alike: str
    pattern: str = ""
    takes: str | None = None


def demands_on_packets(signature: Signature, pattern: PacketPattern) -> tuple[Demand, ...]:
    """The conditions of a pattern, in the order of `conjuncts`."""
    side = _swapped if pattern.from_responder else _as_it_is
    found = [(format_expr(each), format_expr(mapped(each, side))) for each in conjuncts(pattern.conditions)]
    return tuple(
        Demand(signature.slug, "packet", at, text, alike, pattern.name) for at, (text, alike) in enumerate(found)
    )


def _as_it_is(leaf: Expr) -> Expr:
    return leaf


def _swapped(leaf: Expr) -> Expr:
    return replace(leaf, name=SWAPPED.get(leaf.name, leaf.name)) if isinstance(leaf, FieldRef) else leaf


def demands_on_episodes(signature: Signature) -> Iterator[Demand]:
    """What packets that match must be together: the parts of `having`, the gap, the parts of the key."""
    rule = signature.event
    if rule is None:
        return
    for at, condition in enumerate(having_parts(rule.having)):
        yield _on_episodes(signature, "having", at, format_expr(condition))
    yield _on_episodes(signature, "gap", 0, f"gap {format_expr(rule.gap)}")
    for at, part in enumerate(rule.key):
        yield _on_episodes(signature, "key", at, format_expr(part))


def _on_episodes(signature: Signature, kind: DemandKind, at: int, text: str) -> Demand:
    return Demand(signature.slug, kind, at, text, text)


def condition_of(signature: Signature, demand: Demand) -> Expr:
    """What a demand on packets, or a part of `having`, says."""
    if demand.kind == "packet":
        pattern = next(each for each in signature.patterns if each.name == demand.pattern)
        return conjuncts(pattern.conditions)[demand.at]
    return having_parts(signature.event.having if signature.event else None)[demand.at]


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
    return _all(parts) if parts else None


def _all(parts: Sequence[Expr]) -> Expr:
    """The parts joined; there is one at the least."""
    return parts[0] if len(parts) == 1 else Logic("and", tuple(parts))


def without(signature: Signature, demands: Iterable[Demand]) -> Signature:
    """The signature that does not make these demands; those of other signatures are left alone."""
    own = [demand for demand in demands if demand.signature == signature.slug]
    if not own or signature.event is None:
        return signature
    patterns = tuple(replace(pattern, conditions=_relaxed(signature, pattern, own)) for pattern in signature.patterns)
    return replace(signature, patterns=patterns, event=_rule_without(signature.event, own))


def _relaxed(signature: Signature, pattern: PacketPattern, demands: Sequence[Demand]) -> tuple[Expr, ...]:
    """The conditions of a pattern without what is dropped, and without the packets that another one takes."""
    own = [demand for demand in demands if demand.pattern == pattern.name]
    kept = _kept(conjuncts(pattern.conditions), {demand.at for demand in own})
    takes = next((demand.takes for demand in own if demand.takes is not None), None)
    if takes is not None:
        whole, taken = _all(conjuncts(pattern.conditions)), _taken(signature, pattern, takes)
        kept = (Logic("or", (whole, _all([*kept, *taken]))),)
    others = [each for each in signature.patterns if _places_taken(demands, each.name, pattern.name)]
    lost = [_kept(conjuncts(each.conditions), _places_taken(demands, each.name, pattern.name)) for each in others]
    return (*kept, *(Unary("not", _all(each)) for each in lost))


def _taken(signature: Signature, pattern: PacketPattern, takes: str) -> list[Expr]:
    """What is true of the packets that a pattern takes."""
    if takes:
        return [each for other in signature.patterns if other.name == takes for each in conjuncts(other.conditions)]
    return [Unary("not", _all(each.conditions)) for each in signature.patterns if each.name != pattern.name]


def _places_taken(demands: Iterable[Demand], pattern: str, takes: str) -> set[int]:
    return {demand.at for demand in demands if demand.pattern == pattern and demand.takes == takes}


def _rule_without(rule: EventRule, demands: Sequence[Demand]) -> EventRule:
    having = _kept(having_parts(rule.having), _places(demands, "having"))
    return EventRule(
        key=_kept(rule.key, _places(demands, "key")),
        gap=_ENDLESS if _places(demands, "gap") else rule.gap,
        having=_all_of(having),
        span=rule.span,
    )


def _places(demands: Iterable[Demand], kind: DemandKind) -> set[int]:
    return {demand.at for demand in demands if demand.kind == kind}


def _kept(conditions: Sequence[Expr], dropped: Collection[int]) -> tuple[Expr, ...]:
    return tuple(condition for at, condition in enumerate(conditions) if at not in dropped)
