"""A knowledge base with more in it: a copy of a built one, to which the signatures of packs are added.

The curated rows are copied and not made again, so that a pack costs what it holds, however many curated signatures
there are. A pack that does not fit leaves no row behind.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from kb.entries import Entry, PackOrigin
from kb.errors import KnowledgeBaseError
from kb.rows import TABLE_ORDER, Rows, add_relations, add_signature, add_vocabulary

__all__ = ["PackContent", "extend"]

# Names that several signatures share: those that are there already stay.
_SHARED: Final = frozenset({"categories", "authors", "tags"})


@dataclass(frozen=True, slots=True)
class PackContent:
    """What a pack adds.

    Attributes:
        origin: The pack.
        entries: Its signatures.
        specificity: Bits of coincidence by slug.
    """

    origin: PackOrigin
    entries: tuple[Entry, ...]
    specificity: Mapping[str, float]


def extend(
    base: Path, target: Path, packs: Sequence[PackContent], facts: Mapping[str, str], left_out: Mapping[str, str]
) -> None:
    """Write to `target`, in one step, what `base` holds and what `packs` add.

    Args:
        base: A knowledge base.
        target: Another file; one that is there is replaced.
        packs: In the order in which they are added.
        facts: Rows of `meta`, in place of those of the same key.
        left_out: Packs of which it is known that they do not fit, each with the reason. These, and those of which it
            turns out, are noted in `meta` as a JSON object, `left-out`.

    Raises:
        KnowledgeBaseError: The file cannot be read or written.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(base.read_bytes())
        with closing(Database(draft, execute_plugins=False)) as db:
            db.execute("PRAGMA foreign_keys = ON")
            noted = {**facts, "left-out": json.dumps({**left_out, **_add_all(db, packs)}, sort_keys=True)}
            with db.atomic():
                db.table("meta").insert_all(
                    [{"key": key, "value": value} for key, value in noted.items()], replace=True
                )
                db.table("search").rebuild_fts()
        draft.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise KnowledgeBaseError(f"{target}: cannot be written: {error}") from error
    finally:
        for leftover in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):  # what went wrong is being said already
                leftover.unlink(missing_ok=True)


def _add_all(db: Database, packs: Sequence[PackContent]) -> dict[str, str]:
    left_out = {}
    for pack in packs:
        try:
            with db.atomic():
                _add(db, pack)
        except (KnowledgeBaseError, sqlite3.IntegrityError) as error:
            left_out[pack.origin.name] = str(error)
    return left_out


def _add(db: Database, pack: PackContent) -> None:
    rows = Rows(_taken(db))
    entries = sorted(pack.entries, key=lambda entry: entry.signature.slug)
    signatures = [entry.signature for entry in entries]
    add_vocabulary(rows, signatures, {})
    rows.add("packs", **asdict(pack.origin))
    for entry in entries:
        add_signature(rows, entry, pack.specificity.get(entry.signature.slug))
    there = {slug for (slug,) in db.execute("SELECT slug FROM signatures")}
    add_relations(rows, signatures, (), there | {signature.slug for signature in signatures})
    for table in TABLE_ORDER:
        db.table(table).insert_all(rows.tables.get(table, ()), ignore=table in _SHARED)


def _taken(db: Database) -> dict[str, int]:
    """The greatest number in each table that has numbers."""
    columns = {table: {column.name for column in db.table(table).columns} for table in TABLE_ORDER}
    numbers = {table: "id" for table, names in columns.items() if "id" in names} | {"signatures": "number"}
    return {
        table: db.execute(f"SELECT coalesce(max({column}), 0) FROM [{table}]").fetchone()[0]
        for table, column in numbers.items()
    }
