"""The result of a compiled run: events that are made when they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, overload

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.findings import Finding, Findings
from matcher.episodes import key_of
from matcher.event import Event, event_id
from matcher.findings import doubt_text, swapped
from matcher.leading import Claims, Leading, lead
from matcher.packet import Packet, Value
from matcher.vantage import Vantage

__all__ = ["Fetch", "FoundEvents", "LazyEvents"]

Fetch = Callable[[npt.NDArray[np.int64]], Mapping[int, Packet]]  # packets of frames, which are ascending

_AT_A_TIME: Final = 4096  # events whose packets are read again together
_WORD: Final = 63


@dataclass(slots=True)
class FoundEvents:
    """The records of a run's events, and how an `Event` is made of one.

    Attributes:
        findings: Reads records.
        records: Of all events, in any order.
        vantage: What the capture could have shown, judged at its end.
        capture: What to call the input.
        fetch: Reads packets again.
    """

    findings: Findings
    records: npt.NDArray[np.int64]
    vantage: Vantage
    capture: str
    fetch: Fetch
    _keys: dict[int, tuple[tuple[str, Value], ...]] = field(default_factory=dict)  # that are in no record

    def leading(self) -> Leading:
        """Which events are reported, and what else explains each."""
        heap, records = self.findings.heap, self.records
        self._read_keys()
        doubted = np.zeros(len(records), bool) if self.vantage.settles_doubt else heap[records + at.R_DOUBTED] != 0
        claims = Claims(
            number=_column(heap[records + at.R_OWNER] >> 1),
            first_seen_ns=_column(heap[records + at.R_START]),
            last_seen_ns=_column(heap[records + at.R_LAST]),
            packets=_column(heap[records + at.R_PACKETS]),
            conclusive=_column((heap[records + at.R_REASONS] == 0) & ~doubted),
            common=self._common(),
            key=lambda claim: tuple([value for _, value in self.key(int(records[claim]))]),
            id=lambda claim: self.id(int(records[claim])),
        )
        return lead(self.findings.plan.program, claims)

    def _common(self) -> Sequence[int]:
        words = self.findings.heap[self.records + at.R_COMMON]
        if not self.findings.plan.is_wide:
            return _column(words)
        return [sum(1 << number for number in self.findings.listed(int(word))) for word in words]

    def key(self, record: int) -> tuple[tuple[str, Value], ...]:
        """The key of an event."""
        return self._key(record, self.findings.read(record))

    def _key(self, record: int, finding: Finding) -> tuple[tuple[str, Value], ...]:
        return self._keys.get(record) or self.findings.key(finding) or ()

    def _read_keys(self) -> None:
        """Keys with values that only the packets hold: IPv6 addresses, bytes."""
        faces: dict[int, list[int]] = {}
        for record in self.records[self.findings.lack_keys(self.records)].tolist():
            faces.setdefault(self.findings.read(record).face, []).append(record)
        if not faces:
            return
        packets = self.fetch(np.array(sorted(faces), np.int64))
        for frame, records in faces.items():
            for record in records:
                finding = self.findings.read(record)
                packet = swapped(packets[frame]) if finding.is_swapped else packets[frame]
                values = key_of(finding.signature, packet, finding.answers_only) or ()
                self._keys[record] = tuple(
                    zip((part.text for part in finding.signature.key), values, strict=True)
                )  # fmt: skip

    def id(self, record: int) -> str:
        """The id of an event."""
        finding = self.findings.read(record)
        return self._id(finding, self._key(record, finding))

    def _id(self, finding: Finding, key: tuple[tuple[str, Value], ...]) -> str:
        signature = finding.signature
        values = tuple(value for _, value in key)
        return event_id(
            signature.slug, signature.version, values, finding.start.time_ns, finding.last.time_ns, finding.packets
        )

    def events(self, records: Sequence[int], also: Sequence[tuple[str, ...]]) -> Iterator[Event]:
        """The events of some records, in their order; `also` stands beside each."""
        for first in range(0, len(records), _AT_A_TIME):
            some = [self.findings.read(record) for record in records[first : first + _AT_A_TIME]]
            frames = {frame for finding in some for _, frame in finding.evidence}
            packets = self.fetch(np.array(sorted(frames), np.int64)) if frames else {}
            for each, finding in enumerate(some, first):
                yield self._event(finding, self._key(records[each], finding), packets, also[each])

    def _event(
        self, finding: Finding, key: tuple[tuple[str, Value], ...], packets: Mapping[int, Packet], also: tuple[str, ...]
    ) -> Event:
        reasons = self.findings.reasons(finding)
        if not self.vantage.settles_doubt:
            reasons += [doubt_text(name, self.vantage) for name in self.findings.doubted(finding)]
        signature = finding.signature
        return Event(
            id=self._id(finding, key),
            signature=signature.slug,
            version=signature.version,
            key=key,
            first_seen_ns=finding.start.time_ns,
            last_seen_ns=finding.last.time_ns,
            packets=finding.packets,
            counts=finding.counts(),
            measures=finding.measures(),
            saturated=tuple(signature.aggregates[each].text for each in finding.full()),
            conclusive=not reasons,
            why_inconclusive=tuple(reasons),
            evidence=tuple(packets[frame] for _, frame in finding.evidence),
            bits=signature.bits,
            also=also,
            capture=self.capture,
        )


def _column(values: npt.NDArray[np.generic]) -> array[int]:
    column: array[int] = array("q")
    column.frombytes(values.astype(np.int64).tobytes())
    return column


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
        records = self._found.records[np.array(order, np.int64)].tolist()
        return self._found.events(records, [self._also[place] for place in order])
