"""Which of the invariants of a sample become conditions: those that earn something, each said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from matcher.packet import Packet
from sigdsl.model import Compare, Expr, FieldRef, Number
from sigdsl.walk import fields_of
from tracelore.drafting.invariant import Invariant
from tracelore.drafting.relations import relations
from tracelore.drafting.sample import Sample
from tracelore.drafting.shapes import Shape
from tracelore.drafting.truths import bits_of, hold_for_all, truths
from tracelore.drafting.values import shared_values

__all__ = ["Chosen", "Share", "Told", "Weighed", "choose", "shared_relations"]

_JUDGES: Final = 30  # packets of the same kind that a baseline must hold before it can call something common
_WORTH_A_DUMP: Final = 8  # bits for which a trace shows the packets' bytes
_COMMON: Final = 0.5  # a condition that so many of them satisfy tells nothing


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the baseline's packets satisfy a condition.

    Attributes:
        having: Those that do.
        of: All of the baseline that are of the same kind (protocol, flags), or all there are where too few are.
    """

    having: int
    of: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A condition of a pattern, and what it is worth.

    Attributes:
        condition: Itself.
        bits: Of coincidence.
        share: What the baseline says; None without one.
        relation: It relates fields to each other.
        shown: A text trace shows what it asks for.
    """

    condition: Expr
    bits: int
    share: Share | None
    relation: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """The conditions of one pattern.

    Attributes:
        shape: The packets, and the words by which they were told apart.
        kept: What the pattern asks for beyond these words.
        common: What all packets have, and the baseline's as well.
        doubtful: What all packets have, too few to be sure that it is no accident.
    """

    shape: Shape
    kept: tuple[Weighed, ...]
    common: tuple[Weighed, ...]
    doubtful: tuple[Weighed, ...]

    @property
    def conditions(self) -> tuple[Expr, ...]:
        """All that the pattern asks for."""
        return (*self.shape.words, *(each.condition for each in self.kept))


@dataclass(frozen=True, slots=True)
class Told:
    """Packets as text shows them.

    Attributes:
        plain: By tcpdump's lines alone.
        dumped: With hex dumps.
    """

    plain: Sequence[Packet]
    dumped: Sequence[Packet]


_NOTHING_TOLD: Final = Told((), ())


def choose(
    shape: Shape, baseline: Sequence[Packet], told: Told = _NOTHING_TOLD, more: Sequence[Invariant] = ()
) -> Chosen:
    """The conditions that tell the packets of a shape from others.

    Args:
        shape: Packets of one kind.
        baseline: Other traffic; empty where there is none.
        told: Some of the same packets as a text trace shows them.
        more: Relations that packets of several shapes have: `shared_relations`.
    """
    found = [each for each in _found(Sample(shape.packets), more) if each.condition not in shape.words]
    conditions = [each.condition for each in found]
    true = hold_for_all(conditions, shape.packets)
    plain, dumped = hold_for_all(conditions, told.plain), hold_for_all(conditions, told.dumped)
    shares = _shares(shape.words, conditions, baseline)
    kept: list[Weighed] = []
    common: list[Weighed] = []
    doubtful: list[Weighed] = []
    for at, each in enumerate(found):
        if not true[at]:
            continue
        bits = bits_of([each.condition])
        shown = plain[at] or dumped[at] and bits >= _WORTH_A_DUMP
        weighed = Weighed(each.condition, bits, shares[at], each.relation, shown)
        if not each.is_certain:
            doubtful.append(weighed)
        elif _is_common(weighed):
            common.append(weighed)
        elif weighed.bits > 0:
            kept.append(weighed)
    if any(_is_about(each, "payload.len") and each.shown for each in (*kept, *common)):
        kept = [each for each in kept if not _is_about(each, "ip.len")]  # the same number, with the headers in it
    return Chosen(shape, tuple(kept), tuple(common), tuple(_worth_a_thought(doubtful)))


def _is_about(weighed: Weighed, name: str) -> bool:
    return {field.name for field in fields_of(weighed.condition)} == {name}


def _worth_a_thought(doubtful: Iterable[Weighed]) -> list[Weighed]:
    """Constants that one more packet would confirm; relations are tried in such number that doubtful ones are noise."""
    return [each for each in doubtful if each.bits >= 4 and _is_constant(each.condition)]


def _is_constant(condition: Expr) -> bool:
    """A field that is equal to a number."""
    if not isinstance(condition, Compare) or not isinstance(condition.first, FieldRef):
        return False
    op, right = condition.rest[0]
    return op == "==" and isinstance(right, Number)


def _is_common(weighed: Weighed) -> bool:
    share = weighed.share
    return share is not None and share.of >= _JUDGES and share.having >= _COMMON * share.of


def _shares(words: Sequence[Expr], conditions: Sequence[Expr], baseline: Sequence[Packet]) -> list[Share | None]:
    if not baseline:
        return [None] * len(conditions)
    alike = [packet for packet, (same,) in zip(baseline, truths([tuple(words)], baseline), strict=True) if same]
    asked = alike if len(alike) >= _JUDGES else baseline
    counts = truths([(condition,) for condition in conditions], asked).sum(axis=0).tolist()
    return [Share(count, len(asked)) for count in counts]


def shared_relations(shapes: Iterable[Shape]) -> list[Invariant]:
    """Relations that hold for the packets of several shapes that go the same way: each shape alone may be too few."""
    asking = [shape for shape in shapes if not shape.answers]
    packets = [packet for shape in asking for packet in shape.packets]
    if len(asking) < 2:
        return []
    return [each for each in _independent(relations(Sample(packets))) if each.is_certain]


def _found(sample: Sample, more: Iterable[Invariant]) -> list[Invariant]:
    """Relations first, then what single fields show and no relation implies."""
    single = list(shared_values(sample))
    fixed = {field for each in single if each.is_certain and _is_constant(each.condition) for field in each.fields}
    related = [each for each in _independent((*more, *relations(sample))) if not each.fields <= fixed]
    implied = _followers(related)
    return [*(each for each in single if not each.fields & implied), *related]


def _independent(found: Iterable[Invariant]) -> list[Invariant]:
    """Relations of two fields form chains: one that closes a ring says nothing new."""
    chains: dict[str, str] = {}

    def end(name: str) -> str:
        while chains.setdefault(name, name) != name:
            name = chains[name]
        return name

    kept: list[Invariant] = []
    for each in found:
        if any(each.condition == other.condition for other in kept):
            continue
        if len(each.fields) == 2 and each.is_certain:
            one, other_end = (end(name) for name in sorted(each.fields))
            if one == other_end:
                continue
            chains[one] = other_end
        kept.append(each)
    return kept


def _followers(related: Iterable[Invariant]) -> set[str]:
    """Fields whose values follow, each by a relation of two fields, from those of others."""
    return {fields_of(each.condition)[0].name for each in related if each.is_certain and len(each.fields) == 2}
