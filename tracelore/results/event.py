"""An event as the Python API gives it: the NDJSON record with types, and times as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matcher.event import Event, MeasureValue
from tracelore.times import rfc3339

__all__ = ["EventReport", "Evidence", "Explanation", "Reading"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One packet of an event.

    Attributes:
        frame: Its number in the capture, from 1.
        time_ns: Nanoseconds since 1970-01-01 UTC; None where it has no time.
        line: As tcpdump would print it.
        capture: Of which of several captures it is, where they were read as one; otherwise None.
    """

    frame: int
    time_ns: int | None
    line: str
    capture: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the competing hypotheses: what speaks for it, against it, and what would tell."""

    title: str
    verdict: str
    weight: str
    because: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    test: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an event means, by the analysts who wrote its signature.

    Attributes:
        bottom_line: The short answer; None where there is none.
        hypotheses: The competing readings.
        url: Where `tracelore browse` shows the signature.
    """

    bottom_line: str | None
    hypotheses: tuple[Reading, ...]
    url: str


@dataclass(frozen=True, slots=True)
class EventReport:
    """One event with its explanation. The names are those of NDJSON (docs/output.md), times apart.

    Attributes:
        first_seen_ns: Nanoseconds since 1970-01-01 UTC.
        last_seen_ns: The same, of the last packet.
        key: What its packets share: addresses as text, numbers as numbers.
        measures: Moments and durations in nanoseconds; None for no value.
        pack: `name`, `version` and `signer` of the pack that brought the signature; None for a curated one.
    """

    id: str
    signature: str
    version: int
    title: str
    category: str
    verdict: str
    confidence: str
    status: str
    why_inconclusive: tuple[str, ...]
    key: Mapping[str, int | str]
    first_seen_ns: int
    last_seen_ns: int
    packets: int
    counts: Mapping[str, int]
    measures: Mapping[str, MeasureValue]
    saturated: tuple[str, ...]
    specificity_bits: int
    also: tuple[str, ...]
    capture: str
    evidence: tuple[Evidence, ...]
    pack: Mapping[str, str | None] | None
    explanation: Explanation

    @property
    def conclusive(self) -> bool:
        """Whether it is certain that the signature's condition holds."""
        return self.status == "conclusive"

    @property
    def first_seen(self) -> str:
        """RFC 3339 in UTC with nanoseconds."""
        return rfc3339(self.first_seen_ns)

    @property
    def last_seen(self) -> str:
        """RFC 3339 in UTC with nanoseconds."""
        return rfc3339(self.last_seen_ns)

    @classmethod
    def of(cls, event: Event, record: Mapping[str, Any]) -> EventReport:
        """From an event and its record."""
        shown = zip(event.evidence, record["evidence"], strict=False)
        evidence = tuple(
            Evidence(packet.frame, packet.time_ns, each["line"], each.get("capture")) for packet, each in shown
        )
        return cls.from_values(record, event.first_seen_ns, event.last_seen_ns, evidence)

    @classmethod
    def from_values(
        cls, record: Mapping[str, Any], first_seen_ns: int, last_seen_ns: int, evidence: tuple[Evidence, ...]
    ) -> EventReport:
        """From a record, with the times that it has as text."""
        explanation = record["explanation"]
        return cls(
            id=record["id"],
            signature=record["signature"],
            version=record["version"],
            title=record["title"],
            category=record["category"],
            verdict=record["verdict"],
            confidence=record["confidence"],
            status=record["status"],
            why_inconclusive=tuple(record["why_inconclusive"]),
            key=record["key"],
            packets=record["packets"],
            counts=record["counts"],
            measures=record["measures"],
            saturated=tuple(record["saturated"]),
            specificity_bits=record["specificity_bits"],
            also=tuple(record["also"]),
            capture=record["capture"],
            first_seen_ns=first_seen_ns,
            last_seen_ns=last_seen_ns,
            evidence=evidence,
            pack=record["pack"],
            explanation=Explanation(
                explanation["bottom_line"],
                tuple(_reading(values) for values in explanation["hypotheses"]),
                explanation["url"],
            ),
        )


def _reading(values: Mapping[str, Any]) -> Reading:
    points = {name: tuple(values[name]) for name in ("because", "against", "test")}
    return Reading(values["title"], values["verdict"], values["weight"], **points)
