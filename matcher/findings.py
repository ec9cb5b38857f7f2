"""From an episode to a finding: whether its condition holds, how certainly, and what it measured."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from matcher.episodes import Episode, Evidence
from matcher.event import Event, MeasureValue, event_id
from matcher.having import Condition, Values
from matcher.moment import Moment
from matcher.packet import UNKNOWN, Packet, Value
from matcher.program import SignatureProgram
from matcher.stack import SWAPPED
from matcher.vantage import Vantage

__all__ = ["Finding", "conclude", "doubt_text", "swapped", "to_event", "values_of"]


@dataclass(frozen=True, slots=True)
class Finding:
    """An episode whose condition holds; what is not yet known is whether the capture could have shown what it lacks."""

    number: int
    signature: SignatureProgram
    key: tuple[Value, ...]
    start: Moment
    last: Moment
    packets: int
    common: int
    counts: dict[str, int]
    measures: dict[str, MeasureValue]
    saturated: tuple[str, ...]
    reasons: frozenset[str]
    doubted: frozenset[str]
    evidence: Evidence
    representative: Packet
    represented: Moment
    answers_only: bool


def conclude(number: int, episode: Episode, condition: Condition | None, doubtful: int) -> Finding | None:
    """The finding that an episode is, or None when its condition does not hold.

    Args:
        number: Of the signature.
        episode: A closed episode.
        condition: Its signature's `having`, prepared; None when any episode is an event.
        doubtful: Bits of the patterns whose absence the capture may not show.
    """
    signature = episode.signature
    if condition is not None and condition(values_of(episode)) is not True:
        return None
    assert episode.start is not None
    assert episode.last is not None
    assert episode.representative is not None
    answers_only, represented, packet = episode.representative
    asked = sorted(set(signature.measures.values()))
    full = [at for at in asked if episode.states[at].is_saturated()]
    return Finding(
        number=number,
        signature=signature,
        key=episode.key,
        start=episode.start,
        last=episode.last,
        packets=episode.packets,
        common=episode.common,
        counts=episode.counts(),
        measures={signature.aggregates[at].text: _reported(episode.states[at].value()) for at in asked},
        saturated=tuple(signature.aggregates[at].text for at in full),
        reasons=episode.reasons | {_undecided(signature, at) for at in full if not signature.aggregates[at].decided},
        doubted=episode.doubted | _relied_on(episode, condition, doubtful),
        evidence=episode.evidence,
        representative=swapped(packet) if answers_only else packet,
        represented=represented,
        answers_only=bool(answers_only),
    )


def values_of(episode: Episode, unseen: int = 0) -> Values:
    """Values of the aggregates of an episode; unknown for those that are over `unseen` patterns only."""
    states = episode.states
    if not unseen:
        return lambda at: states[at].value()
    aggregates = episode.signature.aggregates
    return lambda at: states[at].value() if aggregates[at].scope & ~unseen else UNKNOWN


def _undecided(signature: SignatureProgram, at: int) -> str:
    spec = signature.aggregates[at]
    return f"{spec.text} stopped counting at {spec.reach}"


def _relied_on(episode: Episode, condition: Condition | None, doubtful: int) -> frozenset[str]:
    """Names of the patterns that were not seen, may have been missed, and would have changed the answer."""
    signature = episode.signature
    if not doubtful or condition is None:
        return frozenset()
    counts = episode.counts()
    unseen = {name: 1 << at for at, name in enumerate(signature.names) if doubtful >> at & 1 and not counts[name]}
    hidden = sum(unseen.values())
    if not hidden or condition(values_of(episode, hidden)) is True:
        return frozenset()
    scopes = [signature.aggregates[at].scope for at in signature.measures.values()]
    asked = [scope for scope in scopes if not scope & ~hidden]
    return frozenset(name for name, bit in unseen.items() if any(scope & bit for scope in asked))


def _reported(value: Any) -> MeasureValue:
    """A measure as reports carry it."""
    if isinstance(value, Moment):
        return value.time_ns
    if value is None or isinstance(value, (int, str)):
        return value
    return float(value)


def swapped(packet: Packet) -> Packet:
    """The packet with its ends exchanged: how an answer looks from the side that asked."""
    fields = {SWAPPED.get(name, name): value for name, value in packet.fields.items()}
    return replace(packet, fields=fields)


def to_event(finding: Finding, vantage: Vantage, capture: str) -> Event:
    """The event, now that all of the capture has been seen."""
    signature = finding.signature
    reasons = sorted(finding.reasons)
    if not vantage.settles_doubt:
        reasons += [doubt_text(name, vantage) for name in sorted(finding.doubted)]
    first, last = finding.start.time_ns, finding.last.time_ns
    return Event(
        id=event_id(signature.slug, signature.version, finding.key, first, last, finding.packets),
        signature=signature.slug,
        version=signature.version,
        key=tuple(zip((part.text for part in signature.key), finding.key, strict=True)),
        first_seen_ns=first,
        last_seen_ns=last,
        packets=finding.packets,
        counts=finding.counts,
        measures=finding.measures,
        saturated=finding.saturated,
        conclusive=not reasons,
        why_inconclusive=tuple(reasons),
        evidence=tuple(packet for _, packet in finding.evidence),
        bits=signature.bits,
        also=(),
        capture=capture,
    )


def doubt_text(name: str, vantage: Vantage) -> str:
    """Why the absence of a pattern's packets is not certain."""
    seen = {"one-way": "no conversation is seen in both directions", "telescope": "a telescope sees no replies"}
    return f"no `{name}` was seen, and the capture may not show it: {seen.get(vantage.judged, vantage.judged)}"
