"""Which of the invariants of a sample become conditions: those that earn something, each said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from matcher.packet import Packet
from sigdsl.model import Compare, Expr, FieldRef
from sigdsl.walk import fields_of
from tracelore.drafting.invariant import Invariant
from tracelore.drafting.relations import relations
from tracelore.drafting.sample import Sample
from tracelore.drafting.shapes import Shape
from tracelore.drafting.terms import is_constant
from tracelore.drafting.truths import bits_of, hold_for_all, truths
from tracelore.drafting.values import shared_values

__all__ = ["Chosen", "Share", "Told", "Weighed", "choose", "shared"]

_JUDGES: Final = 30  # packets of the same kind that a baseline must hold before it can call something common
_WORTH_A_DUMP: Final = 8  # bits for which a trace shows the packets' bytes
_WEAK: Final = 3  # bits that a packet has by accident soon enough
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
        why: What else is to be said of it: the rule that such packets break, or a doubt. Empty for most.
    """

    condition: Expr
    bits: int
    share: Share | None
    relation: bool = False
    shown: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The conditions of one pattern.

    Attributes:
        shape: The packets, and the words by which they were told apart.
        kept: What the pattern asks for beyond these words.
        common: What all packets have, and the baseline's as well.
        doubtful: What all packets have, too few to be sure that it is no accident.
        bounds: Upper bounds that any packet may keep by accident: they are asked of all packets together.
    """

    shape: Shape
    kept: tuple[Weighed, ...]
    common: tuple[Weighed, ...]
    doubtful: tuple[Weighed, ...]
    bounds: tuple[Weighed, ...] = ()

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
        more: What packets of several shapes have in common: `shared`.
    """
    found = [each for each in _found(Sample(shape.packets), more) if each.condition not in shape.words]
    conditions = [each.condition for each in found]
    true = hold_for_all(conditions, shape.packets)
    plain, dumped = hold_for_all(conditions, told.plain), hold_for_all(conditions, told.dumped)
    shares = _shares(shape.words, conditions, baseline)
    kept: list[Weighed] = []
    common: list[Weighed] = []
    doubtful: list[Weighed] = []
    bounds: list[Weighed] = []
    for at, each in enumerate(found):
        if not true[at]:
            continue
        bits = bits_of([each.condition])
        shown = plain[at] or dumped[at] and (bits >= _WORTH_A_DUMP or bool(each.why))
        weighed = Weighed(each.condition, bits, shares[at], each.relation, shown, each.why)
        if not each.is_certain:
            doubtful.append(weighed)
        elif _is_common(weighed):
            common.append(weighed)
        elif _is_weak_bound(weighed):
            bounds.append(weighed)
        elif weighed.bits > 0 or weighed.why:
            kept.append(weighed)
    if any(_is_about(each, "payload.len") and each.shown for each in (*kept, *common)):
        kept = [each for each in kept if not _is_about(each, "ip.len")]  # the same number, with the headers in it
    return Chosen(shape, tuple(kept), tuple(common), tuple(_worth_a_thought(doubtful)), tuple(bounds))


def _is_about(weighed: Weighed, name: str) -> bool:
    return {field.name for field in fields_of(weighed.condition)} == {name}


def _worth_a_thought(doubtful: Iterable[Weighed]) -> list[Weighed]:
    """Constants that one more packet would confirm; relations are tried in such number that doubtful ones are noise."""
    return [each for each in doubtful if each.bits >= 4 and is_constant(each.condition)]


def _is_weak_bound(weighed: Weighed) -> bool:
    """`seq < 0x80000000`: every second number is, and only that all are says something."""
    condition = weighed.condition
    return (
        weighed.bits <= _WEAK
        and isinstance(condition, Compare)
        and isinstance(condition.first, FieldRef)
        and condition.rest[0][0] == "<"
    )


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


def shared(shapes: Sequence[Shape]) -> list[Invariant]:
    """What the packets of several shapes that go the same way have in common: each shape alone may be too few."""
    if len(shapes) < 2:
        return []
    sample = Sample([packet for shape in shapes for packet in shape.packets])
    numbers = (each for each in shared_values(sample) if is_constant(each.condition))
    return [each for each in (*_independent(relations(sample)), *numbers) if each.is_certain]


def _found(sample: Sample, more: Iterable[Invariant]) -> list[Invariant]:
    """Relations first, then what single fields show and no relation implies."""
    more = tuple(more)
    single = _each_once((*(each for each in more if not each.relation), *shared_values(sample)))
    fixed = {field for each in single if each.is_certain and is_constant(each.condition) for field in each.fields}
    candidates = (*(each for each in more if each.relation), *relations(sample))
    related = [each for each in _independent(candidates) if not each.fields <= fixed]
    implied = _followers(related)
    return [*(each for each in single if not each.fields & implied), *related]


def _each_once(found: Iterable[Invariant]) -> list[Invariant]:
    """Of equal conditions that for which most speaks, and no broken rule where the number itself is known."""
    best: dict[Expr, Invariant] = {}
    for each in found:
        known = best.get(each.condition)
        if known is None or (bool(each.why), each.evidence) > (bool(known.why), known.evidence):
            best[each.condition] = each
    numbers = {field for each in best.values() if each.is_certain and is_constant(each.condition) and not each.why
               for field in each.fields}  # fmt: skip
    return [each for each in best.values() if not each.why or not each.fields <= numbers]


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
