"""Signatures that say the same, and signatures whose every event another one reports as well.

Only what can be shown is told: two signatures are compared where their events have the same key and gap and their
patterns, in the order written, stand for each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from sigdsl.constants import constant_of
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import intersect
from sigdsl.model import (
    Call,
    Compare,
    Expr,
    FieldRef,
    Logic,
    Observation,
    PatternRef,
    SetLiteral,
    Signature,
)
from sigdsl.possible import Bounds, bounds_of, pattern_bounds
from sigdsl.walk import mapped

__all__ = ["coverage"]

Shape: TypeAlias = tuple[object, ...]

_CANDIDATES = 100  # wider signatures that each is compared with: a file of near copies must not take for ever

# What a narrow pattern must have for a wide one to cover it: a condition, one value of a field, or a bound of a field.
Key: TypeAlias = tuple[object, ...]


def coverage(signatures: Iterable[Signature]) -> Iterator[tuple[Signature, Signature, bool]]:
    """Pairs (narrow, wide, same): every event of the first is one of the second; `same`: and the other way round.

    A signature that says the same as earlier ones comes with the first of them. A signature may be a declared variant
    of the wider one; that is no pair.
    """
    groups: dict[Shape, list[Signature]] = defaultdict(list)
    for signature in signatures:
        shape = _shape(signature)
        if shape is not None:
            groups[shape].append(signature)
    for group in groups.values():
        if len(group) > 1:
            yield from _within(group)


def _within(group: list[Signature]) -> Iterator[tuple[Signature, Signature, bool]]:
    """The pairs among signatures of one shape."""
    first: dict[Key, Signature] = {}
    for signature in group:
        written = tuple(frozenset(pattern.conditions) for pattern in signature.patterns)
        earlier = first.setdefault(written, signature)
        if earlier is not signature:
            yield earlier, signature, True
    facts = [_Facts.of(signature) for signature in first.values()]
    order = {id(fact): at for at, fact in enumerate(facts)}
    for narrow, wide in _candidates(facts):
        if not narrow.is_within(wide):
            continue
        if wide.is_within(narrow):
            if order[id(narrow)] < order[id(wide)]:
                yield narrow.signature, wide.signature, True
        elif _grows(narrow.signature) and wide.signature.slug not in narrow.signature.variant_of:
            yield narrow.signature, wide.signature, False


def _candidates(facts: list[_Facts]) -> Iterator[tuple[_Facts, _Facts]]:
    """Pairs (narrow, wide) that are worth a look: each wide one is looked up by the rarest thing that it asks for."""
    how_many = Counter(key for fact in facts for key in fact.has)
    waiting: dict[Key, list[_Facts]] = defaultdict(list)
    for fact in facts:
        rarest = min(fact.asks, key=lambda key: how_many[key], default=())
        waiting[rarest].append(fact)
    for narrow in facts:
        found = (wide for key in narrow.has for wide in waiting.get(key, ()) if wide is not narrow)
        yield from ((narrow, wide) for wide in islice(found, _CANDIDATES))


@dataclass(frozen=True, slots=True, eq=False)
class _Facts:
    """A signature's patterns, taken apart once.

    `conditions`: of each pattern, its conditions, each with the bounds from which it follows (None: from nothing but
    itself). `has`: the keys under which a wider signature may wait for this one. `asks`: those of which one suffices
    for this one to wait under.
    """

    signature: Signature
    conditions: tuple[dict[Expr, Bounds | None], ...]
    bounds: tuple[Bounds, ...]
    has: tuple[Key, ...]
    asks: tuple[Key, ...]

    @classmethod
    def of(cls, signature: Signature) -> _Facts:
        conditions = tuple({each: _wanted(each) for each in pattern.conditions} for pattern in signature.patterns)
        bounds = tuple(pattern_bounds(pattern) for pattern in signature.patterns)
        has: dict[Key, None] = {(): None}
        asks: dict[Key, None] = {}
        for at, (written, left) in enumerate(zip(conditions, bounds, strict=True)):
            for condition, wanted in written.items():
                has[at, condition] = None
                asks.update(dict.fromkeys(_keys(at, wanted) if wanted else [(at, condition)]))
            has.update(dict.fromkeys(_keys(at, left)))
            has.update(dict.fromkeys((at, name) for name in left))
        return cls(signature, conditions, bounds, tuple(has), tuple(asks))

    def is_within(self, wide: _Facts) -> bool:
        """Whether packets of these patterns are surely packets of the other's."""
        return all(
            condition in mine or (wanted is not None and _follows(wanted, left))
            for mine, left, theirs in zip(self.conditions, self.bounds, wide.conditions, strict=True)
            for condition, wanted in theirs.items()
        )


def _keys(at: int, bounds: Bounds) -> Iterator[Key]:
    """For each field: its only value where there is one, or that it is bounded at all."""
    for name, values in bounds.items():
        yield (at, name, values) if len(values) == 1 and values[0][0] == values[0][1] else (at, name)


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

    def change(leaf: Expr) -> Expr:
        match leaf:
            case PatternRef():
                return replace(leaf, name=names.get(leaf.name, leaf.name))
            case FieldRef() if leaf.of is not None:
                return replace(leaf, of=names.get(leaf.of, leaf.of))
            case _:
                return leaf

    return mapped(expr, change)


def _wanted(condition: Expr) -> Bounds | None:
    """The bounds from which a condition that says no more than which values a field may have follows."""
    if not _says_only_values(condition):
        return None
    return {name: values for name, values in bounds_of(condition).items() if name not in _WORDS} or None


def _follows(wanted: Bounds, bounds: Bounds) -> bool:
    return all(name in bounds and intersect(bounds[name], values) == bounds[name] for name, values in wanted.items())


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
