"""The tables of a notes database, as named migrations that each run in a transaction.

Revisions are only ever added: triggers refuse to change or delete one, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kb.notes.identity import APPLICATION_ID, SCHEMA_VERSION
from kb.notes.rows import TABLES

__all__ = ["migrations", "prepare"]

migrations = Migrations("tracelore-notes")


def prepare(db: Database) -> None:
    """Bring a new database, or one of an earlier version, to the present schema, within the caller's transaction."""
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@migrations()
def notes(db: Database) -> None:
    """Notes, their revisions, and what each revision says, in a table for each kind of note."""
    _table(db, "notes", {"id": str, "kind": str, "signature": str})
    db.table("notes").create_index(["signature"])
    _table(
        db, "revisions",
        {"id": str, "note": str, "version": int, "author": str, "date": str, "withdrawn": int, "reason": str},
        optional=["version"], refers={"note": "notes"},
    )  # fmt: skip
    _table(
        db, "revision_parents", {"revision": str, "parent": str}, pk=("revision", "parent"),
        refers={"revision": "revisions", "parent": "revisions"},
    )  # fmt: skip
    of_revision = {"revision": "revisions"}
    _table(db, "remarks", {"revision": str, "text": str}, pk="revision", refers=of_revision)
    _table(
        db, "sightings",
        {"revision": str, "place": str, "first_seen": str, "last_seen": str, "count": int, "text": str},
        pk="revision", optional=["last_seen", "count"], refers=of_revision,
    )  # fmt: skip
    _table(
        db, "interpretations", {"revision": str, "title": str, "verdict": str, "weight": str}, pk="revision",
        refers=of_revision,
    )  # fmt: skip
    _table(
        db, "interpretation_points", {"revision": str, "kind": str, "position": int, "text": str},
        pk=("revision", "kind", "position"), refers=of_revision,
    )  # fmt: skip
    _create_views(db)
    for table in TABLES:
        for deed in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'what was noted is kept: add a revision'); END"
            )


def _table(
    db: Database, name: str, columns: Mapping[str, type], *, pk: str | tuple[str, ...] = "id",
    optional: Iterable[str] = (), refers: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    keys = [(column, table, "id") for column, table in (refers or {}).items()]
    required = [column for column in columns if column not in set(optional)]
    db.create_table(name, dict(columns), pk=pk, foreign_keys=keys, not_null=required)
    for column, *_ in keys:
        if column != (pk if isinstance(pk, str) else pk[0]):
            db.table(name).create_index([column])


def _create_views(db: Database) -> None:
    """What notes say now: a revision that no other replaces, and that is no withdrawal."""
    standing = """FROM revisions JOIN notes ON notes.id = revisions.note
        WHERE NOT withdrawn AND NOT EXISTS (SELECT 1 FROM revision_parents WHERE parent = revisions.id)"""
    head = "notes.signature, revisions.author, revisions.date, revisions.version"
    for view, columns, table in (
        ("standing_remarks", "remarks.text", "remarks"),
        ("standing_sightings", "place, first_seen, last_seen, count, sightings.text", "sightings"),
        ("standing_interpretations", "title, verdict, weight", "interpretations"),
    ):
        joined = standing.replace("WHERE", f"JOIN {table} ON {table}.revision = revisions.id WHERE")
        db.create_view(
            view, f"SELECT {head}, {columns}, revisions.note, revisions.id {joined} ORDER BY notes.signature, date"
        )
