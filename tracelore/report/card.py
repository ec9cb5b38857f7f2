"""All that is shown of one event: what was seen beside what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sigdsl.model import Signature
from tracelore.explained import spoken_key
from tracelore.report.arrivals import Arrivals, arrivals, arrivals_vega_lite
from tracelore.report.gaps import Strip, asking, packets_of, strip_vega_lite, strips
from tracelore.report.words import measure
from tracelore.results.event import EventReport
from tracelore.times import lasting, spoken_time

__all__ = ["Card", "Fact", "Group", "Section", "card_of", "grouped", "sections_of"]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of an analysis and its text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what was seen."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """One event.

    Attributes:
        event: What was found.
        analysis: How the signature's author reads such a trace, the bottom line apart.
        also: Slugs of the signatures that explain the same packets, with their titles where these are known.
        strips: Ports and addresses that the packets shown touch.
        arrivals: Their rhythm; None where there is none.
    """

    event: EventReport
    analysis: tuple[Section, ...]
    also: Mapping[str, str]
    strips: tuple[Strip, ...]
    arrivals: Arrivals | None

    @property
    def who(self) -> str:
        """The key."""
        return spoken_key(self.event.key)

    @property
    def when(self) -> str:
        """From when to when, and how long that is."""
        event = self.event
        if event.first_seen_ns == event.last_seen_ns:
            return spoken_time(event.first_seen_ns)
        length = lasting(event.last_seen_ns - event.first_seen_ns)
        return f"{spoken_time(event.first_seen_ns)} to {spoken_time(event.last_seen_ns)} ({length})"

    @property
    def measured(self) -> list[Fact]:
        """Observations of each pattern, and the aggregates that the signature's condition names."""
        counts = [Fact(f"count({name})", f"{count:,}") for name, count in self.event.counts.items()]
        known = {fact.name for fact in counts}
        return counts + [fact for fact in _measures(self.event) if fact.name not in known]

    @property
    def left(self) -> int:
        """Packets of the event that are not among the evidence."""
        return max(0, self.event.packets - len(self.event.evidence))

    def scope(self, drawn: int) -> str:
        """How much of the event a picture of so many packets shows."""
        of = self.event.packets
        return f"Drawn from all {of:,} packets." if drawn == of else f"Drawn from {drawn:,} of {of:,} packets."

    def plots(self) -> dict[str, Any]:
        """Vega-Lite specifications of its pictures, by name."""
        found = {f"{strip.field}-values": strip_vega_lite(strip, self.scope(strip.drawn)) for strip in self.strips}
        if self.arrivals:
            found["arrivals"] = arrivals_vega_lite(self.arrivals, self.scope(self.arrivals.drawn))
        return found


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one signature, which all mean the same.

    Attributes:
        cards: Those that are shown.
        more: How many others there are.
    """

    cards: tuple[Card, ...]
    more: int = 0

    @property
    def event(self) -> EventReport:
        """The first one, for what they share."""
        return self.cards[0].event

    @property
    def analysis(self) -> tuple[Section, ...]:
        """Of their signature."""
        return self.cards[0].analysis

    @property
    def also(self) -> dict[str, str]:
        """Signatures that explain the packets of any of them, with titles."""
        return {slug: title for card in self.cards for slug, title in card.also.items()}


def grouped(cards: Iterable[Card]) -> list[Group]:
    """Cards by signature, in the order in which the first of each comes."""
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.event.signature, []).append(card)
    return [Group(tuple(group)) for group in groups.values()]


def card_of(event: EventReport, analysis: Iterable[Section], titles: Mapping[str, str]) -> Card:
    """The card of an event; `titles` are of signatures, by slug."""
    evidence = event.evidence
    return Card(
        event=event,
        analysis=tuple(section for section in analysis if section.heading != "bottom-line"),
        also={slug: titles.get(slug, slug) for slug in event.also},
        strips=strips(asking(packets_of([packet.line for packet in evidence]), event.key)),
        arrivals=arrivals([packet.time_ns for packet in evidence]),
    )


def sections_of(signature: Signature) -> tuple[Section, ...]:
    """The analysis of a signature."""
    return tuple(Section(part.heading, part.text) for part in signature.analysis)


def _measures(event: EventReport) -> Iterator[Fact]:
    for text, value in event.measures.items():
        bound = " or more" if text in event.saturated else ""
        yield Fact(text, measure(value, text) + bound)
