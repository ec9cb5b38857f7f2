"""Build a knowledge base: the same sources give the same rows, and on one SQLite version the same bytes.

What makes it so: signatures are sorted by slug and every list keeps the order of its source, row numbers follow from
that order, no row holds a time or a path of this machine, the page size is fixed, and a last VACUUM lays the pages out
anew. Another version of SQLite writes its own number into the file's header; `dump` compares what the file says.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kb.entries import Entry, PackOrigin, Relation
from kb.errors import KnowledgeBaseError
from kb.identity import SCHEMA_VERSION, digest_sources
from kb.rows import TABLE_ORDER, Rows, add_fields, add_relations, add_signature, add_vocabulary
from kb.schema import create_schema
from sigdsl.codec import SHAPE

__all__ = ["BuildReport", "Entry", "Relation", "build", "dump"]

_PAGE_SIZE = 4096


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built.

    Attributes:
        path: Where it stands now.
        digest: Of all sources; `kb.read.stale` compares with it.
        rows: How many rows each table has.
        size: Of the file, in bytes.
    """

    path: Path
    digest: str
    rows: Mapping[str, int]
    size: int

    @property
    def signatures(self) -> int:
        """How many signatures the knowledge base holds, internal ones included."""
        return self.rows.get("signatures", 0)


def build(  # noqa: PLR0913 - what a knowledge base is built from, part by part
    path: str | Path,
    entries: Iterable[Entry],
    *,
    relations: Iterable[Relation] = (),
    specificity: Mapping[str, float] | None = None,
    categories: Mapping[str, str] | None = None,
    digest: str | None = None,
    language: str = "1",
    packs: Iterable[PackOrigin] = (),
) -> BuildReport:
    """Write the knowledge base of `entries` to `path`, in one step: until it is whole, what was there stays there.

    Args:
        path: The file; one that is there is replaced.
        entries: The signatures, in any order.
        relations: What was measured, or is known otherwise; `variant-of` and `observes` are read from the signatures.
        specificity: Bits of coincidence by slug.
        categories: What the categories mean, by name.
        digest: `digest_sources` of the files as they were read; without it, that of the entries' texts.
        language: The version of the signature language.
        packs: Those that entries name as theirs.

    Raises:
        KnowledgeBaseError: Two signatures have one slug, a relation leads nowhere, or the file cannot be written.
    """
    ordered = sorted(entries, key=lambda entry: entry.signature.slug)
    _refuse_duplicates(ordered)
    digest = digest or digest_sources((entry.source_path, entry.text) for entry in ordered)
    rows = _collect(ordered, relations, specificity or {}, categories or {})
    for pack in sorted(packs, key=lambda pack: pack.name):
        rows.add("packs", **asdict(pack))
    meta = {"language": language, "model": SHAPE, "schema": str(SCHEMA_VERSION), "sources": digest}
    for key, value in sorted(meta.items()):
        rows.add("meta", key=key, value=value)
    target = Path(path)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        draft.unlink(missing_ok=True)
        _write(draft, rows)
        draft.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise KnowledgeBaseError(f"{target}: the knowledge base was not built: {error}") from error
    finally:
        _discard(draft)
    counts = {table: len(rows.tables.get(table, ())) for table in TABLE_ORDER}
    return BuildReport(target, digest, counts, target.stat().st_size)


def dump(path: str | Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """All that a knowledge base says: (`schema`, statement) first, then (table, row) for every row of every table.

    Two builds of the same sources give equal dumps. The search index is left out: it follows from the table `search`.

    Raises:
        KnowledgeBaseError: The file is missing or no SQLite database.
    """
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
            said = [(kind, name, sql) for kind, name, sql in made if not name.startswith(("search_fts", "sqlite_"))]
            yield from (("schema", (sql,)) for _, _, sql in said)
            for name in (name for kind, name, _ in said if kind == "table"):
                rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # the name is SQLite's own
                yield from ((name, tuple(row)) for row in rows)
    except sqlite3.Error as error:
        raise KnowledgeBaseError(f"{path}: {error}") from error


def _refuse_duplicates(ordered: list[Entry]) -> None:
    for one, other in pairwise(ordered):
        if one.signature.slug == other.signature.slug:
            places = f"{one.source_path} and {other.source_path}"
            raise KnowledgeBaseError(f"two signatures are called {one.signature.slug}: in {places}")


def _collect(
    ordered: list[Entry],
    relations: Iterable[Relation],
    specificity: Mapping[str, float],
    categories: Mapping[str, str],
) -> Rows:
    rows = Rows()
    signatures = [entry.signature for entry in ordered]
    add_vocabulary(rows, signatures, categories)
    add_fields(rows)
    for entry in ordered:
        add_signature(rows, entry, specificity.get(entry.signature.slug))
    add_relations(rows, signatures, relations, {signature.slug for signature in signatures})
    return rows


def _write(path: Path, rows: Rows) -> None:
    # Plugins of sqlite-utils may change a connection; what is built must not depend on what else is installed.
    with closing(Database(path, execute_plugins=False)) as db:
        db.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        db.execute("PRAGMA foreign_keys = ON")
        create_schema(db)
        with db.atomic():
            for table in TABLE_ORDER:
                db.table(table).insert_all(rows.tables.get(table, ()))
            db.table("search").rebuild_fts()
        db.table("search").optimize()
        db.vacuum()


def _discard(draft: Path) -> None:
    """Remove what a failed build has left; after a good one there is nothing."""
    for leftover in (draft, draft.with_name(f"{draft.name}-journal")):
        with suppress(OSError):  # what went wrong is being said already
            leftover.unlink(missing_ok=True)
