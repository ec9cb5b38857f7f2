"""Near misses: which condition of a pattern failed on which packet, and which part of `having` on which episode.

Computed by the very functions that define a match (`matcher.evaluate`, `matcher.having`), so that the explanation
cannot disagree with the matcher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from matcher.compile import compile_signatures
from matcher.episodes import Episode
from matcher.evaluate import truth
from matcher.event import MatchOptions
from matcher.findings import values_of
from matcher.having import Values, prepare
from matcher.intervals import networks_intervals
from matcher.moment import Moment
from matcher.packet import UNKNOWN, Packet, Value
from matcher.program import Program, SignatureProgram
from matcher.reference import Execution
from matcher.values import Truth
from sigdsl.format import format_expr
from sigdsl.intervals import Intervals
from sigdsl.model import Call, Expr, Logic, Network, PacketPattern, Signature
from sigdsl.walk import fields_of, walk

__all__ = ["Diagnosis", "EpisodeMiss", "PacketMiss", "Part", "PatternDiagnosis", "diagnose", "diagnose_pattern"]

_EPISODES: Final = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One condition with its truth, and what it is about: field values of a packet, or measures of an episode.

    A value is None where the field does not apply or the aggregate has no value, `UNKNOWN` where it is not shown.
    Moments and durations are in nanoseconds.
    """

    text: str
    truth: Truth
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PacketMiss:
    """A packet and what each condition of a pattern says of it."""

    packet: Packet
    parts: tuple[Part, ...]

    @property
    def failed(self) -> tuple[Part, ...]:
        """The conditions that keep it from matching: false, or not shown."""
        return tuple(part for part in self.parts if part.truth is not True)


@dataclass(frozen=True, slots=True)
class PatternDiagnosis:
    """How many packets match a pattern, and the packet that came nearest without matching (the earliest of them)."""

    name: str
    matched: int
    nearest: PacketMiss | None


@dataclass(frozen=True, slots=True)
class EpisodeMiss:
    """An episode whose condition does not hold."""

    key: tuple[tuple[str, Value], ...]
    packets: int
    counts: Mapping[str, int]
    parts: tuple[Part, ...]

    @property
    def failed(self) -> tuple[Part, ...]:
        """The parts of `having` that do not hold."""
        return tuple(part for part in self.parts if part.truth is not True)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a signature has no event, or not the one that was expected.

    Attributes:
        signature: Slug.
        events: How many events it has.
        patterns: Each packet pattern.
        episodes: The episodes that came nearest without being events, nearest first.
        observed: The same for the signatures that it observes.
    """

    signature: str
    events: int
    patterns: tuple[PatternDiagnosis, ...]
    episodes: tuple[EpisodeMiss, ...]
    observed: tuple[Diagnosis, ...]


def diagnose(
    signature: Signature,
    packets: Iterable[Packet],
    known: Sequence[Signature] = (),
    home: Sequence[Network] | None = None,
    options: MatchOptions | None = None,
) -> Diagnosis:
    """Say what keeps a signature from matching.

    Args:
        signature: Resolved and checked.
        packets: Those that it was expected to match; they are kept in memory.
        known: Where the signatures are that it observes.
        home: The user's own networks.
        options: As for `run`.

    Raises:
        ProgramError: the signature cannot be compiled.
    """
    held = list(packets)
    needed = _with_observed(signature, {each.slug: each for each in known})
    watching = _Watching(compile_signatures(needed.values(), home), options or MatchOptions())
    for packet in held:
        watching.read(packet)
    watching.finish()
    intervals = networks_intervals(home) if home is not None else None
    return _diagnosis(signature, needed, held, watching, intervals)


def _with_observed(signature: Signature, known: Mapping[str, Signature]) -> dict[str, Signature]:
    """The signature and all that it observes, directly or not, by slug."""
    needed = {signature.slug: signature}
    queue = [signature]
    while queue:
        for watched in queue.pop().observes:
            child = known.get(watched.signature)
            if child is not None and child.slug not in needed:
                needed[child.slug] = child
                queue.append(child)
    return needed


class _Watching(Execution):
    """A run that remembers of every signature its best episodes that are no events."""

    def __init__(self, program: Program, options: MatchOptions) -> None:
        super().__init__(program, options)
        self.events: dict[str, int] = {}
        self.nearest: dict[str, list[EpisodeMiss]] = {}

    def on_end(self, number: int, episode: Episode, is_event: bool) -> None:
        """Take note of an episode that has ended."""
        slug = self.program.signatures[number].slug
        if is_event:
            self.events[slug] = self.events.get(slug, 0) + 1
            return
        nearest = self.nearest.setdefault(slug, [])
        nearest.append(_episode_miss(episode, self.program.home))
        nearest.sort(key=_episode_score)  # stable: of equals, the one that ended first
        del nearest[_EPISODES:]


def _diagnosis(
    signature: Signature,
    needed: Mapping[str, Signature],
    packets: Sequence[Packet],
    watching: _Watching,
    home: Intervals | None,
) -> Diagnosis:
    children = [needed[watched.signature] for watched in signature.observes if watched.signature in needed]
    return Diagnosis(
        signature=signature.slug,
        events=watching.events.get(signature.slug, 0),
        patterns=tuple(diagnose_pattern(pattern, packets, home) for pattern in signature.patterns),
        episodes=tuple(watching.nearest.get(signature.slug, ())),
        observed=tuple(_diagnosis(child, needed, packets, watching, home) for child in children),
    )


# --- packets ------------------------------------------------------------------------------------------------------


def diagnose_pattern(
    pattern: PacketPattern, packets: Sequence[Packet], home: Intervals | None = None
) -> PatternDiagnosis:
    """How many of `packets` match a pattern by itself, and which comes nearest of those that do not."""
    conditions = _conjuncts(pattern.conditions)
    matched = 0
    nearest: PacketMiss | None = None
    for packet in packets:
        parts = tuple(Part(format_expr(each), truth(each, packet, home), _values(each, packet)) for each in conditions)
        if all(part.truth is True for part in parts):
            matched += 1
        elif nearest is None or _score(parts) < _score(nearest.parts):
            nearest = PacketMiss(packet, parts)
    return PatternDiagnosis(pattern.name, matched, nearest)


def _conjuncts(conditions: Iterable[Expr]) -> list[Expr]:
    """What must all hold, `and` taken apart."""
    found: list[Expr] = []
    for condition in conditions:
        if isinstance(condition, Logic) and condition.op == "and":
            found.extend(_conjuncts(condition.operands))
        else:
            found.append(condition)
    return found


def _score(parts: Sequence[Part]) -> tuple[int, int]:
    """How far from a match: conditions that are false, then those that are not shown."""
    return sum(part.truth is False for part in parts), sum(part.truth is UNKNOWN for part in parts)


def _values(condition: Expr, packet: Packet) -> dict[str, Value | None]:
    return {field.name: packet.get(field.name) for field in fields_of(condition)}


# --- episodes -----------------------------------------------------------------------------------------------------


def _episode_miss(episode: Episode, home: Intervals | None) -> EpisodeMiss:
    signature = episode.signature
    values = values_of(episode)
    number = signature.measures.__getitem__
    conditions = _conjuncts([signature.having] if signature.having is not None else [])
    parts = [
        Part(format_expr(each), prepare(each, number, home)(values), _measures(each, signature, values))
        for each in conditions
    ]
    return EpisodeMiss(
        key=tuple(zip((part.text for part in signature.key), episode.key, strict=True)),
        packets=episode.packets,
        counts=episode.counts(),
        parts=tuple(parts),
    )


def _measures(condition: Expr, signature: SignatureProgram, values: Values) -> dict[str, Any]:
    calls = [part for part in walk(condition) if isinstance(part, Call)]
    return {format_expr(call): _plain(values(signature.measures[call])) for call in calls}


def _plain(value: Any) -> Any:
    return value.time_ns if isinstance(value, Moment) else value


def _episode_score(miss: EpisodeMiss) -> tuple[int, int]:
    return len(miss.failed), -miss.packets
