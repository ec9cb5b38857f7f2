"""Reading a results database back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracelore.results.event import EventReport, Evidence
from tracelore.results.mark import complaint

if TYPE_CHECKING:
    import pandas

__all__ = ["Results", "ResultsError", "StoredCapture", "StoredRun", "stored_event"]

_JSON = ("why_inconclusive", "key", "counts", "measures", "saturated", "also", "hypotheses")


class ResultsError(Exception):
    """A results database cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One run: when, with what options, and how it ended (`done`, `interrupted`, `failed`; `running` when killed)."""

    number: int
    started: str
    ended: str | None
    status: str
    tracelore: str
    options: Mapping[str, Any]
    signatures_from: str


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """One capture of a run. `damage` counts what could not be read, `undecoded` frames without an IP packet."""

    run: int
    name: str
    form: str
    size: int | None
    packets: int
    matched: int
    events: int
    vantage: str
    damage: int
    undecoded: int


class Results:
    """A results database. Iterating gives the events of all runs, in the order in which they were written.

    It is opened for each question, so that a run may go on adding to it.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        fault = complaint(self.path) if self.path.is_file() else f"{self.path}: there is no such file"
        if fault or not self.path.stat().st_size:
            raise ResultsError(fault or f"{self.path} is empty")

    def __iter__(self) -> Iterator[EventReport]:
        return self.events()

    def events(
        self, *, run: int | None = None, where: str = "1", parameters: Iterable[Any] = ()
    ) -> Iterator[EventReport]:
        """Events, all or those for which a condition over the view `reports` holds.

        Args:
            run: Only those of this run.
            where: SQL with `?` for the parameters: `"src = ? and verdict = 'malicious'"`.
            parameters: Their values.

        Raises:
            ResultsError: The database is damaged, or the condition is not SQL.
        """
        condition, values = f"({where})", list(parameters)
        if run is not None:
            condition, values = f"{condition} AND run = ?", [*values, run]
        columns = "reports.*, first_seen_ns, last_seen_ns"
        query = f"SELECT * FROM (SELECT {columns} FROM reports JOIN events ON events.number = reports.event)"
        with closing(self._connected()) as connection:
            rows = self._asked(connection, f"{query} WHERE {condition} ORDER BY event", values)
            for row in rows:
                yield stored_event(connection, row)

    def runs(self) -> list[StoredRun]:
        """All runs, the oldest first."""
        columns = "number, started, ended, status, tracelore, options, signatures_from"
        with closing(self._connected()) as connection:
            rows = self._asked(connection, f"SELECT {columns} FROM runs ORDER BY number")
            return [StoredRun(**{**dict(row), "options": json.loads(row["options"])}) for row in rows]

    def captures(self) -> list[StoredCapture]:
        """All captures that were read to their end."""
        columns = "run, name, form, size, packets, matched, events, vantage, damage, undecoded"
        with closing(self._connected()) as connection:
            query = f"SELECT {columns} FROM captures WHERE status = 'done' ORDER BY number"
            return [StoredCapture(**dict(row)) for row in self._asked(connection, query)]

    def signature_text(self, slug: str) -> str:
        """The text of a signature as it was when it was last used; KeyError when it never was."""
        with closing(self._connected()) as connection:
            query = "SELECT text FROM signatures WHERE slug = ? ORDER BY number DESC LIMIT 1"
            for (text,) in self._asked(connection, query, [slug]):
                return str(text)
        raise KeyError(slug)

    def frame(self) -> pandas.DataFrame:
        """All events as a DataFrame: `events_frame`."""
        from tracelore.results.frame import events_frame

        return events_frame(self)

    def _repr_html_(self) -> str:
        from tracelore.results.frame import events_html

        return events_html(self)

    def _connected(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self.path)  # not read-only: what a killed run left must be rolled back
            connection.row_factory = sqlite3.Row
        except sqlite3.Error as error:
            raise ResultsError(f"{self.path}: {error}") from error
        return connection

    def _asked(self, connection: sqlite3.Connection, query: str, values: Iterable[Any] = ()) -> Iterator[sqlite3.Row]:
        try:
            connection.execute("PRAGMA query_only = ON")
            yield from connection.execute(query, list(values))
        except sqlite3.Error as error:
            raise ResultsError(f"{self.path}: {error}") from error


def _evidence(connection: sqlite3.Connection, event: int) -> tuple[Evidence, ...]:
    rows = map(dict, connection.execute("SELECT * FROM evidence WHERE event = ? ORDER BY position", [event]))
    # Earlier schemas do not have the capture.
    return tuple(Evidence(row["frame"], row["time_ns"], row["line"], row.get("capture")) for row in rows)


def stored_event(connection: sqlite3.Connection, row: sqlite3.Row) -> EventReport:
    """An event with its evidence, from a row with the columns of `reports` and the event's times as numbers."""
    record: dict[str, Any] = dict(row)
    record.update((name, json.loads(record[name])) for name in _JSON)
    record["pack"] = json.loads(record.get("pack") or "null")  # earlier schemas do not have it
    record["explanation"] = {name: record[name] for name in ("bottom_line", "hypotheses", "url")}
    evidence = _evidence(connection, row["event"])
    return EventReport.from_values(record, row["first_seen_ns"], row["last_seen_ns"], evidence)
