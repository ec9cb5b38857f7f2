"""The tables of a results database, as named migrations that each run in a transaction.

A results database carries all that is needed to read it without TraceLore: the signatures' own texts of the day, the
options of each run, and what each capture was. What every table and column means stands in docs/output.md; a test
holds that complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from tracelore.results.eventcolumns import COLUMNS, add_columns
from tracelore.results.mark import APPLICATION_ID

__all__ = ["migrations", "prepare"]

migrations = Migrations("tracelore-results")

Columns = Mapping[str, Any]
_NUMBERED = {"number": int}


def prepare(db: Database) -> None:
    """Bring a new database, or one of an earlier version, to the present schema."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")  # first: a file whose making was cut short is known again
    migrations.apply(db)
    db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")


@migrations()
def results(db: Database) -> None:
    """Runs, captures, signatures, events with their packets, and the search indexes."""
    _create_runs(db)
    _create_signatures(db)
    _create_events(db)
    _create_search(db)
    _create_reports(db, "signatures.bottom_line, signatures.hypotheses")


@migrations()
def overview(db: Database) -> None:
    """The analysis and the pack of each signature, and the columns of events for questions about all of them."""
    for column in ("analysis", "pack"):  # null where an earlier version has written the row
        db.execute(f"ALTER TABLE signatures ADD COLUMN {column} TEXT")
    db.execute("DROP VIEW reports")
    _create_reports(db, "signatures.bottom_line, signatures.hypotheses, signatures.pack")
    _table(db, "sources", {**_NUMBERED, "name": str}, unique=[("name",)])
    _table(
        db, "event_columns", {"capture": int, "first_event": int, "events": int, **dict.fromkeys(COLUMNS, bytes)},
        pk="capture", refers={"capture": "captures"},
    )  # fmt: skip
    for (capture,) in db.execute("SELECT number FROM captures WHERE status = 'done' ORDER BY number").fetchall():
        add_columns(db, capture)


@migrations()
def captures_of_packets(db: Database) -> None:
    """Of which capture a packet is, where several were read as one."""
    db.execute("ALTER TABLE evidence ADD COLUMN capture TEXT")


def _table(  # noqa: PLR0913 - a declaration: one argument for each thing a table has
    db: Database,
    name: str,
    columns: Columns,
    *,
    pk: str | tuple[str, ...] = "number",
    optional: Iterable[str] = (),
    refers: Mapping[str, str] | None = None,
    index: Iterable[tuple[str, ...]] = (),
    unique: Iterable[tuple[str, ...]] = (),
) -> None:
    keys = [(column, table, "number") for column, table in (refers or {}).items()]
    required = [column for column in columns if column not in set(optional)]
    db.create_table(name, dict(columns), pk=pk, foreign_keys=keys, not_null=required)
    for group in unique:
        db.table(name).create_index(group, unique=True)
    for group in index:
        db.table(name).create_index(group)


def _create_runs(db: Database) -> None:
    _table(
        db, "runs",
        {**_NUMBERED, "started": str, "ended": str, "status": str, "resumed": int, "tracelore": str, "python": str,
         "sqlite": str, "options": str, "signatures_from": str, "settings": str},
        optional=["ended"],
    )  # fmt: skip
    known = {"size": int, "mtime_ns": int, "head": str}
    counted = ["packets", "matched", "events", "evicted", "untimed", "late", "damage", "warnings", "undecoded"]
    told = ["damage_messages", "warning_messages", "undecoded_reasons"]
    after = {"vantage": str, "executor": str, "ended": str, "seconds": float}
    _table(
        db, "captures",
        {**_NUMBERED, "run": int, "name": str, "form": str, "status": str, **known, "started": str,
         **dict.fromkeys(counted, int), **dict.fromkeys(told, str), **after},
        optional=[*known, *counted, *told, *after], refers={"run": "runs"}, unique=[("run", "name")],
    )  # fmt: skip


def _create_signatures(db: Database) -> None:
    _table(
        db, "signatures",
        {**_NUMBERED, "slug": str, "version": int, "title": str, "category": str, "verdict": str, "confidence": str,
         "internal": int, "bottom_line": str, "hypotheses": str, "text": str, "digest": str},
        optional=["bottom_line"], unique=[("slug", "digest")], index=[("verdict",), ("category",)],
    )  # fmt: skip
    _table(
        db, "run_signatures", {"run": int, "signature": int}, pk=("run", "signature"),
        refers={"run": "runs", "signature": "signatures"}, index=[("signature",)],
    )  # fmt: skip


def _create_events(db: Database) -> None:
    ends = {"src": str, "dst": str, "sport": int, "dport": int}
    _table(
        db, "events",
        {**_NUMBERED, "capture": int, "signature": int, "id": str, "status": str, "why_inconclusive": str, "key": str,
         **ends, "first_seen": str, "last_seen": str, "first_seen_ns": int, "last_seen_ns": int, "packets": int,
         "counts": str, "measures": str, "saturated": str, "specificity_bits": int, "also": str, "url": str},
        optional=ends, refers={"capture": "captures", "signature": "signatures"},
        index=[("capture",), ("signature",), ("id",), ("src",), ("dst",), ("dport",), ("first_seen_ns",)],
    )  # fmt: skip
    of_event = {"event": "events"}
    _table(
        db, "evidence", {"event": int, "position": int, "frame": int, "time_ns": int, "line": str},
        pk=("event", "position"), optional=["time_ns"], refers=of_event,
    )  # fmt: skip
    _table(db, "counts", {"event": int, "name": str, "count": int}, pk=("event", "name"), refers=of_event)
    # INTEGER affinity keeps whole numbers exact (nanoseconds need 61 bits), fractions as they are, and text as text.
    _table(
        db, "measures", {"event": int, "name": str, "value": int, "saturated": int}, pk=("event", "name"),
        optional=["value"], refers=of_event,
    )  # fmt: skip


def _create_search(db: Database) -> None:
    for table, columns in (("signatures", ["slug", "title", "bottom_line"]), ("evidence", ["line"])):
        db.table(table).enable_fts(columns, create_triggers=True, tokenize="porter unicode61")


def _create_reports(db: Database, explained: str) -> None:
    db.create_view(
        "reports",
        f"""SELECT events.id, signatures.slug AS signature, signatures.version, signatures.title, signatures.category,
               signatures.verdict, signatures.confidence, events.status, events.why_inconclusive, events.key,
               events.src, events.dst, events.sport, events.dport, events.first_seen, events.last_seen, events.packets,
               events.counts, events.measures, events.saturated, events.specificity_bits, events.also,
               captures.name AS capture, {explained}, events.url,
               captures.run, events.number AS event
           FROM events
               JOIN signatures ON signatures.number = events.signature
               JOIN captures ON captures.number = events.capture
           WHERE captures.status = 'done'
           ORDER BY events.number""",
    )
