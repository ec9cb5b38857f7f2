"""From rows of the notes database to notes."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kb.notes.history import in_order
from kb.notes.model import Content, Interpretation, Note, Remark, Revision, Sighting
from kb.notes.rows import POINTS

__all__ = ["read_notes"]

_CHOSEN = "FROM notes JOIN revisions ON revisions.note = notes.id WHERE {condition}"


def read_notes(connection: sqlite3.Connection, condition: str, values: Sequence[str]) -> list[Note]:
    """The notes that an SQL condition on the table `notes` chooses, by signature, then by when they were made."""
    chosen = _CHOSEN.format(condition=condition)
    parents: dict[str, list[str]] = defaultdict(list)
    for revision, parent in connection.execute(
        f"""SELECT revision, parent FROM revision_parents WHERE revision IN (SELECT revisions.id {chosen})
            ORDER BY parent""",
        values,
    ):
        parents[revision].append(parent)
    contents = _contents(connection, chosen, values)
    revisions: dict[str, list[Revision]] = defaultdict(list)
    for identity, note, kind, signature, version, author, date, reason in connection.execute(
        f"""SELECT revisions.id, notes.id, kind, signature, version, author, date, reason {chosen}
            ORDER BY signature""",
        values,
    ):
        revisions[note].append(
            Revision(
                id=identity, note=note, parents=tuple(parents[identity]), kind=kind, signature=signature,
                version=version, author=author, date=date, content=contents.get(identity), reason=reason,
            )
        )  # fmt: skip
    found = [Note(note, tuple(in_order(each))) for note, each in revisions.items()]
    return sorted(found, key=lambda note: (note.signature, note.first.date, note.id))


def _contents(connection: sqlite3.Connection, chosen: str, values: Sequence[str]) -> dict[str, Content]:
    """What each of the chosen revisions says, by its id; withdrawals are not among them."""

    def rows(columns: str, table: str) -> list[tuple[Any, ...]]:
        sql = f"SELECT revision, {columns} FROM {table} WHERE revision IN (SELECT revisions.id {chosen})"
        return connection.execute(sql, values).fetchall()

    found: dict[str, Content] = {revision: Remark(text) for revision, text in rows("text", "remarks")}
    for revision, *said in rows("place, first_seen, last_seen, count, text", "sightings"):
        found[revision] = Sighting(*said)
    points: dict[tuple[str, str], list[str]] = defaultdict(list)
    for revision, kind, _, text in sorted(rows("kind, position, text", "interpretation_points")):
        points[revision, kind].append(text)
    for revision, *said in rows("title, verdict, weight", "interpretations"):
        found[revision] = Interpretation(*said, *(tuple(points[revision, kind]) for kind in POINTS))
    return found
