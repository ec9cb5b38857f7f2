"""What a run takes and gives: options, events, the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from matcher.packet import Packet, Value

__all__ = ["Event", "MatchOptions", "MatchResult", "MeasureValue", "VantageOption", "event_id"]

VantageOption = Literal["auto", "telescope", "host", "inline"]
MeasureValue = int | float | bool | str | None


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """How to run.

    Attributes:
        vantage: What the capture could have shown; `auto` judges that from what it holds.
        evidence: How many packets each event keeps, the earliest ones.
        episodes: How many episodes may be open at a time in the reference executor, where one takes some 1.7 KB;
            beyond, the least recently active ones are evicted.
        keys: How many keys may have open episodes at a time in the compiled executor, where one takes some 200 bytes;
            beyond, those that were opened first are evicted.
        look_ahead: How many observations are held back to put them in the order of time.
        capture: What to call the input in events.
        labels: Keep which packets each event has: memory then grows with the packets that match.
        tally: Count the packets that are in an event; the compiled executor reads the capture a second time for that.
    """

    vantage: VantageOption = "auto"
    evidence: int = 32
    episodes: int = 250_000
    keys: int = 1_200_000
    look_ahead: int = 65_536
    capture: str = ""
    labels: bool = False
    tally: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """An episode whose condition holds.

    Attributes:
        id: 16 hexadecimal digits: the same for the same signature, version, key, times and number of packets.
        signature: Slug.
        version: Version of the signature.
        key: What the packets share: (expression as the signature writes it, value).
        first_seen_ns: Time of the first packet, in nanoseconds since 1970-01-01 UTC.
        last_seen_ns: Time of the last packet.
        packets: How many packets. One that is part of two observed events counts with each.
        counts: Observations of each pattern and observed signature.
        measures: The aggregates that the condition names, by their text: moments and durations in nanoseconds,
            rates per second; None where there is no value.
        saturated: Measures whose number is a lower bound.
        conclusive: Whether the condition is certain to hold.
        why_inconclusive: Why not.
        evidence: The earliest packets, in the order of time; they may be decoded only when they are asked for.
        bits: Specificity: bits of coincidence.
        also: Slugs of other signatures that explain the same packets.
        capture: The input.
    """

    id: str
    signature: str
    version: int
    key: tuple[tuple[str, Value], ...]
    first_seen_ns: int
    last_seen_ns: int
    packets: int
    counts: Mapping[str, int]
    measures: Mapping[str, MeasureValue]
    saturated: tuple[str, ...]
    conclusive: bool
    why_inconclusive: tuple[str, ...]
    evidence: Sequence[Packet]
    bits: int
    also: tuple[str, ...]
    capture: str


@dataclass(frozen=True, slots=True)
class MatchResult:
    """What a run found.

    Attributes:
        events: To be reported, the most specific first. They may be made only when they are asked for: iterate.
        displaced: Events whose packets a more specific event explains; it names them under `also`.
        packets: How many packets were read.
        matched: How many of them are in an event (reported or displaced), each counted once; None where that was not
            asked for.
        vantage: `two-way` or `one-way` as judged with `auto`, else the option.
        evicted: How many episodes were closed early to stay within the limit.
        untimed: How many packets had no time.
        late: How many matching packets came later than the look-ahead could put in order.
        labels: Frames of each event's packets in order, by the event's id; None unless they were asked for.
    """

    events: Sequence[Event]
    displaced: Sequence[Event]
    packets: int
    matched: int | None
    vantage: str
    evicted: int
    untimed: int
    late: int
    labels: Mapping[str, Sequence[int]] | None = None

    @property
    def unexplained(self) -> int | None:
        """Packets that are in no event; None where they were not counted."""
        return None if self.matched is None else self.packets - self.matched


def event_id(slug: str, version: int, key: tuple[Value, ...], first_ns: int, last_ns: int, packets: int) -> str:
    """A stable name for an event: 16 hexadecimal digits."""
    text = f"({slug!r}, {version}, {tuple(map(str, key))!r}, {first_ns}, {last_ns}, {packets})"
    return blake2b(text.encode(), digest_size=8).hexdigest()
