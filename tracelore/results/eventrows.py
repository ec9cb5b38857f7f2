"""Events as rows of the results database's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from matcher.event import Event, MeasureValue
from matcher.evidence import shown_packets
from tracelore.explained import shown_key, signature_url
from tracelore.results.flat import ENDS
from tracelore.results.jsontext import SPACED
from tracelore.times import rfc3339

if TYPE_CHECKING:
    from tracelore.results.job import Job

__all__ = ["OF_EVENTS", "TABLES", "EventRows", "Row", "RowBatch"]

_BATCH = 10_000  # rows that are inserted together
_WHOLE = range(-(1 << 63), 1 << 63)  # what SQLite can hold as an integer

# The columns that are filled, by table.
TABLES = {
    "events": (
        "number", "capture", "signature", "id", "status", "why_inconclusive", "key", *ENDS, "first_seen", "last_seen",
        "first_seen_ns", "last_seen_ns", "packets", "counts", "measures", "saturated", "specificity_bits", "also",
        "url",
    ),
    "evidence": ("event", "position", "frame", "time_ns", "line", "capture"),
    "counts": ("event", "name", "count"),
    "measures": ("event", "name", "value", "saturated"),
}  # fmt: skip
OF_EVENTS = ("evidence", "counts", "measures")  # those that belong to an event

Row = tuple[Any, ...]
RowBatch = dict[str, list[Row]]  # by table, in the order of `TABLES`


class EventRows:
    """Makes the rows of a job's events, each with as many packets as were asked for."""

    def __init__(self, job: Job, signatures: dict[str, int]) -> None:
        """`signatures` numbers the signatures as the database does."""
        self._signatures = signatures
        self._shown = job.settings.evidence
        self._urls = {each.slug: signature_url(each) for each in job.catalogue.signatures}

    def of(self, events: Iterable[Event], capture: int, number: int) -> Iterator[RowBatch]:
        """All rows of a capture's events, which are numbered from `number`."""
        batch: RowBatch = {table: [] for table in TABLES}
        for at, event in enumerate(events, number):
            self._add(batch, at, capture, event)
            if max(map(len, batch.values())) >= _BATCH:
                yield batch
                batch = {table: [] for table in TABLES}
        yield batch

    def _add(self, batch: RowBatch, number: int, capture: int, event: Event) -> None:
        batch["events"].append(self._event(number, capture, event))
        batch["evidence"] += [
            (number, position, frame, time, line, of or None)
            for position, (frame, time, line, of) in enumerate(shown_packets(event.evidence, self._shown))
        ]
        batch["counts"] += [(number, name, count) for name, count in event.counts.items()]
        batch["measures"] += [
            (number, name, _measure(value), int(name in event.saturated)) for name, value in event.measures.items()
        ]

    def _event(self, number: int, capture: int, event: Event) -> Row:
        key, texts = shown_key(event), SPACED.texts
        return (
            number, capture, self._signatures[event.signature], event.id,
            "conclusive" if event.conclusive else "inconclusive", texts(event.why_inconclusive),
            SPACED.object(key), *map(key.get, ENDS), rfc3339(event.first_seen_ns), rfc3339(event.last_seen_ns),
            event.first_seen_ns, event.last_seen_ns, event.packets, SPACED.object(event.counts),
            SPACED.object(event.measures), texts(event.saturated), event.bits, texts(event.also),
            self._urls[event.signature],
        )  # fmt: skip


def _measure(value: MeasureValue) -> MeasureValue:
    return str(value) if isinstance(value, int) and value not in _WHOLE else value
