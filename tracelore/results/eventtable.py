"""Events as Arrow tables: typed columns, nested where an event has lists.

A table is built column by column from plain lists. What a signature says of itself is there once, and each event points
to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING, Any

from kb.entries import PackOrigin
from matcher.event import Event
from matcher.evidence import shown_packets
from sigdsl.model import Signature
from tracelore.explained import pack_record, shown_key, signature_url
from tracelore.results.flat import ENDS
from tracelore.results.jsontext import SPACED
from tracelore.results.writer import OutputError

if TYPE_CHECKING:
    import pyarrow as pa

    from tracelore.results.job import Job

__all__ = ["EventTables", "arrow", "event_schema"]

_GROUP = 4_096  # events that are written together: with their packets they are large


def arrow() -> Any:
    """pyarrow, which is large and not needed for anything else.

    Raises:
        OutputError: It is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise OutputError("Parquet needs pyarrow: pip install 'tracelore[parquet]'", at_start=True) from None
    return pyarrow


def event_schema() -> pa.Schema:
    """The columns of events, by the names of the NDJSON record where there is one.

    `key` and `measures`, whose values have many types, are JSON.
    """
    pa = arrow()
    text, whole, moment = pa.string(), pa.int64(), pa.timestamp("ns", tz="UTC")
    hypothesis = pa.struct([(name, text) for name in ("title", "verdict", "weight")])
    packet = pa.struct([("frame", whole), ("time", moment), ("line", text), ("capture", text)])
    pack = pa.struct([(name, text) for name in ("name", "version", "signer")])
    return pa.schema(
        [
            ("id", text), ("signature", text), ("version", whole), ("title", text), ("category", text),
            ("verdict", text), ("confidence", text), ("status", text), ("why_inconclusive", pa.list_(text)),
            ("key", text), ("src", text), ("dst", text), ("sport", whole), ("dport", whole), ("first_seen", moment),
            ("last_seen", moment), ("packets", whole), ("counts", pa.map_(text, whole)), ("measures", text),
            ("saturated", pa.list_(text)), ("specificity_bits", whole), ("also", pa.list_(text)), ("capture", text),
            ("evidence", pa.list_(packet)), ("bottom_line", text), ("hypotheses", pa.list_(hypothesis)), ("url", text),
            ("pack", pack),
        ]
    )  # fmt: skip


class EventTables:
    """Makes tables of a job's events, each with as many packets as were asked for."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._pa = arrow()
        self._schema = event_schema()
        self._shown = job.settings.evidence

    def of(self, events: Iterable[Event]) -> Iterator[pa.Table]:
        """The events in their order, some thousands to a table."""
        left = iter(events)
        while group := list(islice(left, _GROUP)):
            yield self._table(group)

    def _table(self, events: Sequence[Event]) -> pa.Table:
        columns = {**self._of_signatures(events), **self._of_events(events), "evidence": self._evidence(events)}
        return self._pa.table({name: columns[name] for name in self._schema.names}, schema=self._schema)

    def _array(self, name: str, values: Sequence[Any]) -> pa.Array:
        return self._pa.array(values, type=self._schema.field(name).type)

    def _of_signatures(self, events: Sequence[Event]) -> Mapping[str, pa.Array]:
        """What is the same in all events of a signature."""
        numbers: dict[str, int] = {}
        which = self._pa.array([numbers.setdefault(event.signature, len(numbers)) for event in events])
        rows = [_signature_row(self._job.signature(slug), self._job.pack(slug)) for slug in numbers]
        return {name: self._array(name, [row[name] for row in rows]).take(which) for name in rows[0]}

    def _of_events(self, events: Sequence[Event]) -> Mapping[str, pa.Array]:
        keys = [shown_key(event) for event in events]
        columns: dict[str, list[Any]] = {
            "id": [event.id for event in events],
            "version": [event.version for event in events],
            "status": ["conclusive" if event.conclusive else "inconclusive" for event in events],
            "why_inconclusive": [event.why_inconclusive for event in events],
            "key": list(map(SPACED.object, keys)),
            **{name: [key.get(name) for key in keys] for name in ENDS},
            "first_seen": [event.first_seen_ns for event in events],
            "last_seen": [event.last_seen_ns for event in events],
            "packets": [event.packets for event in events],
            "counts": [list(event.counts.items()) for event in events],
            "measures": [SPACED.object(event.measures) for event in events],
            "saturated": [event.saturated for event in events],
            "specificity_bits": [event.bits for event in events],
            "also": [event.also for event in events],
            "capture": [event.capture for event in events],
        }
        return {name: self._array(name, values) for name, values in columns.items()}

    def _evidence(self, events: Sequence[Event]) -> pa.Array:
        """A list of packets for each event: first the packets of all events, then where each list ends."""
        pa, packet = self._pa, self._schema.field("evidence").type.value_type
        shown = [shown_packets(event.evidence, self._shown) for event in events]
        frames, times, lines, captures = zip(*chain.from_iterable(shown), strict=True) if any(shown) else [()] * 4
        columns = (frames, times, lines, [name or None for name in captures])
        parts = [pa.array(column, type=field.type) for column, field in zip(columns, packet, strict=True)]
        ends = pa.array(accumulate(map(len, shown), initial=0), type=pa.int32())
        packets = pa.StructArray.from_arrays(parts, fields=list(packet))
        return pa.ListArray.from_arrays(ends, packets, type=self._schema.field("evidence").type)


def _signature_row(signature: Signature, pack: PackOrigin | None) -> dict[str, Any]:
    return {
        "signature": signature.slug,
        "title": signature.title,
        "category": signature.category,
        "verdict": signature.verdict,
        "confidence": signature.confidence,
        "bottom_line": signature.section("bottom-line"),
        "hypotheses": [
            {"title": each.title, "verdict": each.verdict, "weight": each.weight} for each in signature.hypotheses
        ],
        "url": signature_url(signature),
        "pack": pack_record(pack),
    }
