"""The result of a compiled run: events that are made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, overload

import numpy as np
import numpy.typing as npt

from matcher.compiled.eventkeys import EventKeys, by_signature
from matcher.compiled.eventreader import EventReader, evidence_counts, evidence_frames, needed_frames
from matcher.compiled.findings import Findings
from matcher.compiled.page import FetchedPage
from matcher.compiled.recall import Recall
from matcher.compiled.recordclaims import RecordClaims
from matcher.event import Event, event_id
from matcher.evidence import RecordedPackets
from matcher.findings import doubt_text
from matcher.leading import Leading, lead
from matcher.vantage import Vantage

__all__ = ["FoundEvents", "LazyEvents"]

Ints = npt.NDArray[np.int64]

_AT_A_TIME: Final = 16_384  # events whose packets are read again together:
_PACKETS: Final = 32_768  # so many at the most


class FoundEvents:
    """The records of a run's events, and how an `Event` is made of one."""

    def __init__(self, findings: Findings, records: Ints, vantage: Vantage, capture: str, recall: Recall) -> None:
        """
        Args:
            findings: Reads records.
            records: Of all events, in any order.
            vantage: What the capture could have shown, judged at its end.
            capture: What to call the input.
            recall: Reads packets again.

        Raises:
            OSError: It cannot.
        """
        self.findings = findings
        self.records = records
        self.vantage = vantage
        self.capture = capture
        self.recall = recall
        if recall.reads_all and len(frames := needed_frames(findings.heap, records)) > _PACKETS:
            self.recall = recall.of(frames)
        self._keys = EventKeys(findings.plan, findings.heap, records, self.recall)
        self._readers: dict[int, EventReader] = {}
        self._why: dict[tuple[int, int], tuple[str, ...]] = {}  # texts by bits of reasons and of doubts

    def leading(self) -> Leading:
        """Which events are reported, and what else explains each."""
        claims = RecordClaims(
            self.findings, self.records, self._keys, self.id, settled=self.vantage.settles_doubt
        )  # fmt: skip
        return lead(self.findings.plan.program, claims)

    def id(self, record: int) -> str:
        """The id of an event."""
        records = np.array([record])
        ((number, _),) = by_signature(self.findings.heap, records)
        ((first, last, packets, *_),) = self._reader(number).rows(records)
        (key,) = self._keys.of(records)
        signature = self.findings.plan.program.signatures[number]
        return event_id(signature.slug, signature.version, key, first, last, packets)

    def events(self, places: Ints, also: Sequence[tuple[str, ...]]) -> Iterator[Event]:
        """The events of the records at some places, in their order.

        Args:
            places: In `records`.
            also: For each of `records`, what else explains its packets.
        """
        for some in np.split(places, range(_AT_A_TIME, len(places), _AT_A_TIME)):
            counts = evidence_counts(self.findings.heap, self.records[some])
            portions = np.cumsum(counts) // _PACKETS  # equal numbers go together
            for portion in np.split(some, np.flatnonzero(np.diff(portions)) + 1):
                yield from self._read_together(portion, also)

    def _read_together(self, places: Ints, also: Sequence[tuple[str, ...]]) -> Iterator[Event]:
        """Events whose packets are read again together."""
        records = self.records[places]
        evidence = self._evidence(records)
        made: list[Iterator[Event]] = []
        turn = np.empty(len(records), np.int64)  # whose event comes next
        for number, own in by_signature(self.findings.heap, records):
            turn[own] = len(made)
            made.append(self._of_signature(
                number, records[own], [evidence[each] for each in own.tolist()],
                [also[place] for place in places[own].tolist()],
            ))  # fmt: skip
        return (next(made[each]) for each in turn.tolist())

    def _of_signature(
        self, number: int, records: Ints, evidence: Iterable[RecordedPackets], also: Iterable[tuple[str, ...]]
    ) -> Iterator[Event]:
        """The events of one signature, with the evidence and what else explains the packets of each."""
        signature = self.findings.plan.program.signatures[number]
        slug, version, bits = signature.slug, signature.version, signature.bits
        names = [part.text for part in signature.key]
        rows, keys = self._reader(number).rows(records), self._keys.of_signature(number, records)
        for row, key, packets_shown, others in zip(rows, keys, evidence, also, strict=True):
            first, last, packets, reasons, doubted, counts, measures, saturated = row
            why = self._reasons(reasons, doubted)
            yield Event(
                event_id(slug, version, key, first, last, packets), slug, version, tuple(zip(names, key, strict=True)),
                first, last, packets, counts, measures, saturated, not why, why, packets_shown, bits, others,
                self.capture,
            )  # fmt: skip

    def _reader(self, number: int) -> EventReader:
        if number not in self._readers:
            self._readers[number] = EventReader(self.findings, number)
        return self._readers[number]

    def _reasons(self, reasons: int, doubted: int) -> tuple[str, ...]:
        """Why an event is not certain."""
        why = self._why.get((reasons, doubted))
        if why is None:
            texts = self.findings.reasons(reasons)
            if not self.vantage.settles_doubt:
                texts += [doubt_text(name, self.vantage) for name in self.findings.doubted(doubted)]
            why = self._why[reasons, doubted] = tuple(texts)
        return why

    def _evidence(self, records: Ints) -> list[RecordedPackets]:
        counts = evidence_counts(self.findings.heap, records)
        frames = evidence_frames(self.findings.heap, records, counts)
        each, places = np.unique(frames, return_inverse=True)
        page, taken = FetchedPage(self.recall.fetch(each), inner=self.recall.inner), places.tolist()
        ends = np.cumsum(counts).tolist()
        return [
            RecordedPackets(page, taken[end - count : end])
            for end, count in zip(ends, counts.tolist(), strict=True)
        ]  # fmt: skip


class LazyEvents(Sequence[Event]):
    """Events in their order. Each is made when it is asked for and not kept; to iterate is by far the cheapest."""

    def __init__(self, found: FoundEvents, order: Sequence[int], also: Sequence[tuple[str, ...]]) -> None:
        """The events of `order`: places in the records of `found`, and in `also`."""
        self._found = found
        self._order = order
        self._also = also

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Event]:
        return self._events(self._order)

    @overload
    def __getitem__(self, which: int) -> Event: ...
    @overload
    def __getitem__(self, which: slice) -> LazyEvents: ...
    def __getitem__(self, which: int | slice) -> Event | LazyEvents:
        if isinstance(which, slice):
            return LazyEvents(self._found, self._order[which], self._also)
        return next(self._events([self._order[which]]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _events(self, order: Sequence[int]) -> Iterator[Event]:
        return self._found.events(np.array(order, np.int64), self._also)
