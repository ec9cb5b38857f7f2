"""What the pages of a results database read from its tables: summaries, a page of events, one event."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from tracelore.explained import spoken_key
from tracelore.report.card import Section
from tracelore.results.event import EventReport
from tracelore.results.read import stored_event

__all__ = [
    "CaptureLine", "EventLine", "RunLine", "StoredEvent", "Totals", "captures", "event_lines", "numbers_of", "runs",
    "stored", "totals",
]  # fmt: skip

_MOST_LISTED = 200
_SHOWN = ("title", "signature", "verdict", "status", "first_seen_ns", "packets")
_EVENT = """
SELECT events.number AS event, events.id, signatures.slug AS signature, signatures.version, signatures.title,
    signatures.category, signatures.verdict, signatures.confidence, events.status, events.why_inconclusive, events.key,
    events.packets, events.counts, events.measures, events.saturated, events.specificity_bits, events.also,
    captures.name AS capture, signatures.bottom_line, signatures.hypotheses, events.url, captures.run,
    events.first_seen_ns, events.last_seen_ns, signatures.pack, signatures.analysis, signatures.text
FROM events
    JOIN signatures ON signatures.number = events.signature
    JOIN captures ON captures.number = events.capture
"""


@dataclass(frozen=True, slots=True)
class Totals:
    """What all captures of a database that are done amount to."""

    captures: int
    packets: int
    matched: int
    events: int
    damage: int
    undecoded: int


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run: when it was, how it ended, with what. `options` is JSON, as it is stored."""

    number: int
    started: str
    ended: str | None
    status: str
    tracelore: str
    signatures_from: str
    options: str


@dataclass(frozen=True, slots=True)
class CaptureLine:
    """One capture: what was read of it, and what could not be."""

    name: str
    form: str
    packets: int
    matched: int | None
    events: int
    vantage: str
    damage: int
    undecoded: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a list shows it."""

    id: str
    number: int
    title: str
    signature: str
    verdict: str
    status: str
    who: str
    first_seen_ns: int
    packets: int


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event, and what the database says of it besides.

    Attributes:
        event: What was found.
        analysis: Of its signature, as it was on that day.
        text: The signature's text of that day.
        run: The number of the run that found it.
    """

    event: EventReport
    analysis: tuple[Section, ...]
    text: str
    run: int


def totals(connection: sqlite3.Connection) -> Totals:
    """Sums over all captures."""
    parts = ("packets", "matched", "events", "damage", "undecoded")
    sums = ", ".join(f"coalesce(sum({part}), 0)" for part in parts)
    row = connection.execute(f"SELECT count(*), {sums} FROM captures WHERE status = 'done'").fetchone()
    return Totals(*row)


def runs(connection: sqlite3.Connection) -> list[RunLine]:
    """The latest runs, the latest first."""
    columns = "number, started, ended, status, tracelore, signatures_from, options"
    rows = connection.execute(f"SELECT {columns} FROM runs ORDER BY number DESC LIMIT {_MOST_LISTED}")
    return [RunLine(*row) for row in rows]


def captures(connection: sqlite3.Connection) -> list[CaptureLine]:
    """The first captures in the order in which they were read."""
    columns = "name, form, packets, matched, events, vantage, damage, undecoded"
    query = f"SELECT {columns} FROM captures WHERE status = 'done' ORDER BY number LIMIT {_MOST_LISTED}"
    return [CaptureLine(*row) for row in connection.execute(query)]


def event_lines(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[EventLine]:
    """The events of these numbers, in their order."""
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"""SELECT events.id, events.number, key, title, slug, verdict, events.status, first_seen_ns, packets
            FROM events JOIN signatures ON signatures.number = events.signature WHERE events.number IN ({marks})""",
        list(numbers),
    )
    found = {
        number: EventLine(
            id=name, number=number, who=spoken_key(json.loads(key)), **dict(zip(_SHOWN, rest, strict=True))
        )
        for name, number, key, *rest in rows
    }
    return [found[number] for number in numbers if number in found]


def numbers_of(connection: sqlite3.Connection, event_id: str) -> list[int]:
    """The events of this id, the latest first: a capture that was run twice gives each of its events twice."""
    query = """SELECT events.number FROM events JOIN captures ON captures.number = events.capture
               WHERE id = ? AND captures.status = 'done' ORDER BY events.number DESC LIMIT 20"""
    return [number for (number,) in connection.execute(query, [event_id])]


def stored(connection: sqlite3.Connection, number: int) -> StoredEvent:
    """One event; KeyError when there is none of this number."""
    cursor = connection.execute(f"{_EVENT} WHERE events.number = ?", [number])
    cursor.row_factory = sqlite3.Row
    row = cursor.fetchone()
    if row is None:
        raise KeyError(number)
    sections = json.loads(row["analysis"]) if row["analysis"] else []
    analysis = tuple(Section(part["heading"], part["text"]) for part in sections)
    return StoredEvent(stored_event(connection, row), analysis, row["text"], row["run"])
