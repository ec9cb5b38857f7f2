"""What a report keeps of a run: everything counted, the first events of each signature in full."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from matcher.event import Event
from tracelore.explained import shown_key
from tracelore.report.card import Card, Group, card_of, sections_of
from tracelore.report.timeline import VERDICTS, Timeline, bins_for
from tracelore.results.event import EventReport
from tracelore.results.job import Found, Job

__all__ = ["Account", "Collected", "Talker", "Tally"]

_MOST_SOURCES: Final = 100_000  # that are counted at a time
_MOST_TALKERS: Final = 10
_MOST_REMARKS: Final = 5


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one capture."""

    name: str
    form: str
    packets: int
    matched: int | None
    events: int
    vantage: str
    evicted: int
    damage: int
    undecoded: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Talker:
    """A source with its events and their packets, and its share of all packets in events."""

    source: str
    events: int
    packets: int
    share: float


@dataclass(slots=True)
class Tally:
    """The events of one signature.

    Attributes:
        slug: Its name, with its `title`, `category`, `verdict`.
        events: How many there are, and how many of them are `inconclusive`.
        packets: In all of them.
        cards: The first ones.
    """

    slug: str
    title: str
    category: str
    verdict: str
    events: int = 0
    inconclusive: int = 0
    packets: int = 0
    cards: list[Card] = field(default_factory=list)

    @property
    def group(self) -> Group:
        """Its events as they are shown."""
        return Group(tuple(self.cards), self.events - len(self.cards))


class Collected:
    """Takes the results of one capture after the other.

    Attributes:
        accounts: Of each capture.
        in_full: Events of each signature that are kept in full.
        sources_pruned: There were so many sources that the rarest were dropped while counting.
    """

    def __init__(self, job: Job, in_full: int) -> None:
        self.accounts: list[Account] = []
        self.in_full = in_full
        self.sources_pruned = False
        self._job = job
        self._titles = {signature.slug: signature.title for signature in job.catalogue.signatures}
        self._tallies: dict[str, Tally] = {}
        self._moments = array("q")
        self._verdicts = array("b")
        self._packets_of: Counter[str] = Counter()
        self._events_of: Counter[str] = Counter()

    def add(self, found: Found) -> None:
        """Take a capture's events and its account."""
        for event in found.events:
            self._add(event)
        self.accounts.append(_account(found))

    def _add(self, event: Event) -> None:
        signature = self._job.signature(event.signature)
        tally = self._tallies.get(signature.slug)
        if tally is None:
            tally = Tally(signature.slug, signature.title, signature.category, signature.verdict)
            self._tallies[signature.slug] = tally
        tally.events += 1
        tally.packets += event.packets
        tally.inconclusive += not event.conclusive
        if len(tally.cards) < self.in_full:
            report = EventReport.of(event, self._job.record(event))
            tally.cards.append(card_of(report, sections_of(signature), self._titles))
        self._moments.append(event.first_seen_ns)
        self._verdicts.append(VERDICTS.index(signature.verdict))
        self._count_source(event)

    def _count_source(self, event: Event) -> None:
        source = shown_key(event).get("src")
        if source is None:
            return
        self._packets_of[str(source)] += event.packets
        self._events_of[str(source)] += 1
        if len(self._packets_of) > _MOST_SOURCES:
            self.sources_pruned = True
            self._packets_of = Counter(dict(self._packets_of.most_common(_MOST_SOURCES // 2)))
            self._events_of = Counter({source: self._events_of[source] for source in self._packets_of})

    # --- what it amounts to ----------------------------------------------------------------------------------------

    @property
    def events(self) -> int:
        """How many events there are in all."""
        return len(self._moments)

    @property
    def packets(self) -> int:
        """How many packets they have."""
        return sum(tally.packets for tally in self._tallies.values())

    @property
    def tallies(self) -> list[Tally]:
        """Every signature that has events: by verdict, the gravest first, then by how many."""
        return sorted(
            self._tallies.values(), key=lambda tally: (VERDICTS.index(tally.verdict), -tally.events, tally.slug)
        )

    @property
    def talkers(self) -> list[Talker]:
        """The sources with the most packets in events."""
        total = max(1, self.packets)
        ranked = sorted(self._packets_of.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_TALKERS]
        return [Talker(source, self._events_of[source], packets, packets / total) for source, packets in ranked]

    @property
    def timeline(self) -> Timeline | None:
        """When the events began; None where there are none."""
        if not self._moments:
            return None
        start, width, bins = bins_for(min(self._moments), max(self._moments))
        counts = {verdict: [0] * bins for verdict in VERDICTS}
        for moment, verdict in zip(self._moments, self._verdicts, strict=True):
            counts[VERDICTS[verdict]][(moment - start) // width] += 1
        return Timeline(start, width, counts)


def _account(found: Found) -> Account:
    result, report = found.result, found.report
    return Account(
        name=found.capture,
        form=found.form,
        packets=result.packets,
        matched=result.matched,
        events=len(found.events),
        vantage=result.vantage,
        evicted=result.evicted,
        damage=report.damage.total,
        undecoded=report.undecoded.total(),
        remarks=tuple(_remarks(found)),
    )


def _remarks(found: Found) -> Iterator[str]:
    report = found.report
    for kind, messages in (("damaged: ", report.damage), ("", report.warnings)):
        yield from (f"{kind}{message}" for message in messages.first[:_MOST_REMARKS])
        if messages.total > _MOST_REMARKS:
            yield f"{kind}and {messages.total - _MOST_REMARKS:,} more of this kind"
    for reason, count in report.undecoded.most_common(_MOST_REMARKS):
        yield f"not decoded: {count:,} x {reason}"
