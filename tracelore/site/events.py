"""All events of a results database as columns in memory, in the order of time.

The pages count and choose among a million events in some milliseconds by these; what they show of single events they
read from the tables.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracelore.results.eventcolumns import COLUMNS

__all__ = ["Column", "EventColumns", "Known", "load", "state_of"]

Column = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Known:
    """One signature of the database: what the pages say of it beside each of its events."""

    number: int
    slug: str
    version: int
    title: str
    category: str
    verdict: str
    confidence: str


@dataclass(frozen=True, slots=True, eq=False)
class EventColumns:
    """One value an event in each column, all in the order of first_seen, then of the events' numbers.

    Attributes:
        number: Of the row in `events`.
        capture: Of the row in `captures`.
        signature: Of the row in `signatures`.
        inconclusive: Whether it is.
        source: Of the row in `sources`, -1 for none.
        dport: Destination port of the key, -1 for none.
        packets: How many it has.
        first_seen_ns: Nanoseconds since 1970.
        signatures: All signatures, by their numbers.
        captures: Names of the captures that are done, by their numbers.
    """

    number: Column
    capture: Column
    signature: Column
    inconclusive: Column
    source: Column
    dport: Column
    packets: Column
    first_seen_ns: Column
    signatures: dict[int, Known]
    captures: dict[int, str]

    def __len__(self) -> int:
        return len(self.number)


def state_of(connection: sqlite3.Connection) -> tuple[Any, ...]:
    """What changes when a run adds captures or does one again."""
    query = "SELECT count(*), max(number), max(ended) FROM captures WHERE status = 'done'"
    return tuple(connection.execute(query).fetchone())


def load(connection: sqlite3.Connection) -> EventColumns:
    """Read the packed events of all captures: about 30 bytes an event."""
    names = ", ".join(COLUMNS)
    rows = connection.execute(f"SELECT capture, first_event, events, {names} FROM event_columns ORDER BY first_event")
    parts: dict[str, list[Column]] = {name: [] for name in (*COLUMNS, "number", "capture")}
    for capture, first, events, *blobs in rows:
        parts["number"].append(np.arange(first, first + events, dtype=np.int64))
        parts["capture"].append(np.full(events, capture, dtype=np.int32))
        for (name, code), blob in zip(COLUMNS.items(), blobs, strict=True):
            parts[name].append(np.frombuffer(blob, dtype=np.dtype(code).newbyteorder("<")))
    columns = {name: np.concatenate(part) if part else np.empty(0, np.int64) for name, part in parts.items()}
    order = np.argsort(columns["first_seen_ns"], kind="stable")
    sorted_columns = {name: column[order] for name, column in columns.items()}
    sorted_columns["inconclusive"] = sorted_columns["inconclusive"].astype(bool)
    return EventColumns(**sorted_columns, signatures=_signatures(connection), captures=_captures(connection))


def _signatures(connection: sqlite3.Connection) -> dict[int, Known]:
    query = "SELECT number, slug, version, title, category, verdict, confidence FROM signatures"
    return {row[0]: Known(*row) for row in connection.execute(query)}


def _captures(connection: sqlite3.Connection) -> dict[int, str]:
    query = "SELECT number, name FROM captures WHERE status = 'done' ORDER BY number"
    return dict(connection.execute(query).fetchall())
