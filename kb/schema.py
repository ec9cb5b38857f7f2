"""The tables of the knowledge base, as named migrations that each run in a transaction.

A knowledge base is always built from nothing, so all migrations run on an empty file; they are kept as steps because
files that people keep (notes, results) grow by the same means. What every table and column means stands in
`kb.metadata`, which a test holds complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kb.identity import APPLICATION_ID, SCHEMA_VERSION

__all__ = ["SEARCH_WEIGHTS", "create_schema", "migrations"]

migrations = Migrations("tracelore-kb")

# The columns of the search index with what a word found there weighs: a title says what a signature is, a trace only
# what it looks like. bm25 divides by length, so that long columns do not win by their length alone.
SEARCH_WEIGHTS: dict[str, float] = {
    "slug": 12.0,
    "title": 10.0,
    "bottom_line": 6.0,
    "labels": 5.0,
    "constants": 4.0,
    "analysis": 3.0,
    "hypotheses": 2.0,
    "caveats": 1.0,
    "traces": 1.0,
    "sources": 1.0,
}


def create_schema(db: Database) -> None:
    """Bring an empty database to the present schema, without a trace of when that was done."""
    migrations.apply(db)
    # sqlite-utils notes when each migration ran. A knowledge base is the same whenever it is built: no clock in a row.
    db.execute(f"UPDATE {migrations.migrations_table} SET applied_at = ''")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@migrations()
def curated_signatures(db: Database) -> None:
    """Signatures with all that their authors say of them, what is measured of them, and the search index."""
    _create_vocabulary(db)
    _create_signatures(db)
    _create_conditions(db)
    _create_prose(db)
    _create_relations(db)
    _create_search(db)
    _create_views(db)


def _table(  # noqa: PLR0913 - a declaration: one argument for each thing a table has
    db: Database,
    name: str,
    columns: Mapping[str, type],
    *,
    pk: str | tuple[str, ...] = "id",
    optional: Iterable[str] = (),
    refers: Mapping[str, tuple[str, str]] | None = None,
    index: Iterable[tuple[str, ...]] = (),
    unique: Iterable[tuple[str, ...]] = (),
) -> None:
    """A table whose columns are required unless named in `optional`, with indexes on its foreign keys.

    Not STRICT: kb.db is shipped, and must open where SQLite is older than 3.37.
    """
    keys = [(column, table, other) for column, (table, other) in (refers or {}).items()]
    required = [column for column in columns if column not in set(optional)]
    db.create_table(name, dict[str, Any](columns), pk=pk, foreign_keys=keys, not_null=required)
    led = {pk if isinstance(pk, str) else pk[0], *(group[0] for group in (*unique, *index))}
    for group in unique:
        db.table(name).create_index(group, unique=True)
    for group in (*((column,) for column, *_ in keys if column not in led), *index):
        db.table(name).create_index(group, if_not_exists=True)


def _create_vocabulary(db: Database) -> None:
    _table(db, "categories", {"name": str, "description": str}, pk="name", optional=["description"])
    _table(db, "authors", {"name": str}, pk="name")
    _table(db, "tags", {"name": str}, pk="name")
    _table(
        db, "packs", {"name": str, "version": str, "publisher": str, "licence": str, "digest": str}, pk="name",
        optional=["publisher", "licence"],
    )  # fmt: skip
    _table(
        db, "fields",
        {"name": str, "position": int, "kind": str, "bits": int, "surprise": int, "unit": str, "protocol": str,
         "meaning": str, "reference": str},
        pk="name",
    )  # fmt: skip
    _table(db, "field_aliases", {"alias": str, "field": str}, pk="alias", refers={"field": ("fields", "name")})
    _table(db, "meta", {"key": str, "value": str}, pk="key")


def _create_signatures(db: Database) -> None:
    columns: dict[str, type] = {
        "slug": str, "number": int, "title": str, "category": str, "verdict": str, "confidence": str, "version": int,
        "internal": int,
        "created": str, "revised": str, "era": str, "licence": str, "specificity_bits": float, "bottom_line": str,
        "event_key": str, "gap_ns": int, "event_condition": str, "pack": str, "source_path": str, "source_text": str,
    }  # fmt: skip
    _table(
        db, "signatures", columns, pk="slug",
        optional=["category", "created", "revised", "era", "licence", "specificity_bits", "bottom_line", "event_key",
                  "gap_ns", "event_condition", "pack"],
        refers={"category": ("categories", "name"), "pack": ("packs", "name")},
        index=[("verdict",), ("specificity_bits", "slug"), ("category", "verdict"),
               ("category", "internal", "specificity_bits", "slug"), ("internal", "specificity_bits", "slug")],
        unique=[("number",)],
    )  # fmt: skip
    db.execute("CREATE INDEX idx_signatures_by_date ON signatures (internal, coalesce(revised, created), slug)")
    _table(
        db, "revisions", {"signature": str, "version": int, "digest": str, "date": str}, pk=("signature", "version"),
        optional=["date"], refers=_OF_SIGNATURE,
    )  # fmt: skip
    _table(db, "models", {"signature": str, "model": str}, pk="signature", refers=_OF_SIGNATURE)
    _table(
        db, "signature_authors", {"signature": str, "author": str, "position": int}, pk=("signature", "author"),
        refers={**_OF_SIGNATURE, "author": ("authors", "name")},
    )  # fmt: skip
    _table(
        db, "signature_tags", {"signature": str, "tag": str}, pk=("signature", "tag"),
        refers={**_OF_SIGNATURE, "tag": ("tags", "name")},
    )  # fmt: skip


_OF_SIGNATURE = {"signature": ("signatures", "slug")}
_IN_ORDER = [("signature", "position")]


def _create_conditions(db: Database) -> None:
    _table(
        db, "patterns",
        {"id": int, "signature": str, "position": int, "name": str, "from_responder": int, "solicits": int,
         "text": str},
        refers=_OF_SIGNATURE, unique=[("signature", "name")],
    )  # fmt: skip
    _table(
        db, "observations", {"id": int, "signature": str, "position": int, "name": str, "observed": str},
        refers={**_OF_SIGNATURE, "observed": ("signatures", "slug")}, unique=[("signature", "name")],
    )  # fmt: skip
    _table(
        db, "pattern_fields",
        {"id": int, "signature": str, "pattern": int, "place": str, "test": int, "field": str, "operator": str,
         "value": str, "low": int, "high": int, "low6": str, "high6": str, "mask": int, "excludes": int,
         "required": int, "bits": float, "condition": str},
        optional=["pattern", "operator", "value", "low", "high", "low6", "high6", "mask", "bits"],
        refers={**_OF_SIGNATURE, "pattern": ("patterns", "id"), "field": ("fields", "name")},
        # The last holds all that `kb.consistent` compares, so that it need not look into the table.
        index=[("pattern", "field"), ("field", "low", "high"), ("field", "value"), ("field", "signature"),
               ("field", "pattern", "test", "signature", "required", "excludes", "low", "high", "low6", "high6", "mask",
                "bits", "value")],
    )  # fmt: skip


def _create_prose(db: Database) -> None:
    part: dict[str, type] = {"id": int, "signature": str, "position": int}
    _table(db, "analysis", {**part, "heading": str, "text": str}, refers=_OF_SIGNATURE, unique=_IN_ORDER)
    _table(
        db, "hypotheses", {**part, "title": str, "verdict": str, "weight": str}, refers=_OF_SIGNATURE, unique=_IN_ORDER
    )
    _table(
        db, "hypothesis_points", {"id": int, "hypothesis": int, "kind": str, "position": int, "text": str},
        refers={"hypothesis": ("hypotheses", "id")}, unique=[("hypothesis", "kind", "position")],
    )  # fmt: skip
    _table(
        db, "caveats", {**part, "kind": str, "text": str}, refers=_OF_SIGNATURE,
        unique=[("signature", "kind", "position")],
    )  # fmt: skip
    _table(
        db, "traces", {**part, "title": str, "provenance": str, "expect": str, "text": str}, refers=_OF_SIGNATURE,
        unique=_IN_ORDER,
    )  # fmt: skip
    _table(
        db, "references", {**part, "title": str, "url": str}, refers=_OF_SIGNATURE, unique=_IN_ORDER, optional=["url"]
    )


def _create_relations(db: Database) -> None:
    _table(
        db, "relations",
        {"signature": str, "related": str, "kind": str, "measured": int, "hits": int, "tried": int, "led": int},
        pk=("signature", "related", "kind"), optional=["hits", "tried", "led"],
        refers={**_OF_SIGNATURE, "related": ("signatures", "slug")},
    )  # fmt: skip


def _create_search(db: Database) -> None:
    """One row a signature, so that words that stand in different parts of it are found together."""
    _table(
        db, "search", {"id": int, "signature": str, **dict.fromkeys(SEARCH_WEIGHTS, str)}, refers=_OF_SIGNATURE,
        unique=[("signature",)],
    )  # fmt: skip
    # With an index of the first letters of words: what is searched for as it is typed begins thousands of words.
    db.execute(
        f"""CREATE VIRTUAL TABLE search_fts USING fts5(
            {", ".join(SEARCH_WEIGHTS)}, content="search", content_rowid="id",
            tokenize="porter unicode61", prefix="1 2 3")"""
    )
    weights = ", ".join(map(str, SEARCH_WEIGHTS.values()))
    # Kept in the index itself, so that everybody who orders by rank, Datasette too, gets the same order.
    db.execute("INSERT INTO search_fts (search_fts, rank) VALUES ('rank', ?)", [f"bm25({weights})"])


def _create_views(db: Database) -> None:
    _create_lists(db)
    db.create_view(
        "fixed_values",
        """SELECT tested.field, tested.value, tested.low AS number, tested.signature, signatures.title,
               patterns.name AS pattern, tested.required, tested.condition, signatures.specificity_bits
           FROM pattern_fields AS tested
               JOIN signatures ON signatures.slug = tested.signature
               JOIN patterns ON patterns.id = tested.pattern
           WHERE NOT tested.excludes AND tested.value IS NOT NULL
               AND (tested.low = tested.high OR tested.low6 = tested.high6
                   OR (tested.low IS NULL AND tested.low6 IS NULL))
           ORDER BY tested.field, tested.low, tested.value, tested.signature""",
    )
    db.create_view(
        "confusions",
        """SELECT relations.signature, relations.related, relations.hits, relations.tried, relations.led,
               signatures.title AS title, other.title AS related_title
           FROM relations
               JOIN signatures ON signatures.slug = relations.signature
               JOIN signatures AS other ON other.slug = relations.related
           WHERE relations.kind = 'confused-with'
           ORDER BY relations.signature, relations.led DESC, relations.hits DESC, relations.related""",
    )
    db.create_view(
        "disputed",
        """SELECT signatures.slug, signatures.title, signatures.verdict, signatures.confidence,
               hypotheses.title AS other_reading, hypotheses.verdict AS other_verdict, hypotheses.weight
           FROM signatures JOIN hypotheses ON hypotheses.signature = signatures.slug
           WHERE hypotheses.verdict <> signatures.verdict AND NOT internal
           ORDER BY signatures.slug, hypotheses.position""",
    )


def _create_lists(db: Database) -> None:
    """The signatures that are reported, by what people look for."""
    brief = "slug, signatures.title, confidence, specificity_bits, bottom_line"
    for view, columns, joined in (
        ("signatures_by_category", "category, verdict", ""),
        ("signatures_by_verdict", "verdict, category", ""),
        ("signatures_by_tag", "tag, category, verdict", "JOIN signature_tags ON signature_tags.signature = slug"),
        (
            "signatures_by_reference",
            '"references".title AS reference, url, verdict',
            'JOIN "references" ON "references".signature = slug',
        ),
    ):
        db.create_view(
            view, f"SELECT {columns}, {brief} FROM signatures {joined} WHERE NOT internal ORDER BY 1, slug"
        )
