"""Read a knowledge base. Everything here opens the file for one question, read-only, and leaves nothing open.

Only the standard library is imported. Who needs nothing but the models imports `kb.models`, which is lighter still.
Every function raises `KnowledgeBaseError` for a file that is missing, damaged, no knowledge base, or of another
version.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kb.connection import opened
from kb.entries import PackOrigin
from kb.errors import KnowledgeBaseError
from kb.models import decoded, load_models, stale
from kb.pages import Explanation, PatternText, RelatedSignature, Revision, SearchHit, SignaturePage
from kb.values import where
from sigdsl.model import Trace

__all__ = [
    "KnowledgeBaseError",
    "explanations",
    "load_models",
    "search",
    "show",
    "slugs",
    "source_texts",
    "stale",
    "where",
]

_MOST_WORDS = 64  # of one search: far more than anybody types, and within what FTS5 takes
_LONGEST_ENDING, _SHORTEST_STEM = 4, 3  # letters: of what stemming takes off a word, and of what it leaves


def slugs(path: str | Path) -> list[str]:
    """The names of all signatures, internal ones included, in order."""
    with opened(path) as connection:
        return [slug for (slug,) in connection.execute("SELECT slug FROM signatures ORDER BY slug")]


def source_texts(path: str | Path) -> dict[str, str]:
    """Every signature as it was written, by slug, internal ones included."""
    with opened(path) as connection:
        return dict(connection.execute("SELECT slug, source_text FROM signatures ORDER BY slug").fetchall())


def explanations(path: str | Path, slugs: Iterable[str]) -> dict[str, Explanation]:
    """The explanation of each of `slugs`, by slug; what is not in the knowledge base is left out."""
    found: dict[str, Explanation] = {}
    with opened(path) as connection:
        for slug in dict.fromkeys(slugs):
            row = _model_row(connection, slug)
            if row is None:
                continue
            signature = decoded(path, slug, row["model"])
            found[slug] = Explanation(
                slug=slug, title=signature.title, category=signature.category, verdict=signature.verdict,
                confidence=signature.confidence, bottom_line=row["bottom_line"], hypotheses=signature.hypotheses,
            )  # fmt: skip
    return found


def show(path: str | Path, slug: str) -> SignaturePage:
    """All that the knowledge base holds about one signature.

    Raises:
        KnowledgeBaseError: There is no signature of that name; the message names those that are near it.
    """
    with opened(path) as connection:
        row = _model_row(connection, slug)
        if row is None:
            raise KnowledgeBaseError(_unknown(connection, path, slug))
        return SignaturePage(
            signature=replace(decoded(path, slug, row["model"]), traces=_traces(connection, slug)),
            source_path=row["source_path"],
            source_text=row["source_text"],
            specificity_bits=row["specificity_bits"],
            event_key=row["event_key"],
            event_condition=row["event_condition"],
            patterns=_patterns(connection, slug),
            related=_related(connection, slug),
            revisions=_revisions(connection, slug),
            pack=_pack(connection, row["pack"]),
        )


def search(path: str | Path, words: str, *, limit: int = 20, marks: tuple[str, str] = ("[", "]")) -> list[SearchHit]:
    """Signatures in which `words` stand, best first: side by side, then anywhere. The last may be the start of a word.

    Any text can be searched for, as it is being typed: nothing in it is taken as query syntax. Where no signature has
    all words, those that have any of them are found. Internal signatures are found too. `marks` surround the words
    found in a snippet. At most `limit` are returned; only for these is more than the index looked at.
    """
    terms = _terms(words)
    if not terms:
        return []
    with opened(path) as connection:
        found: dict[str, SearchHit] = {}
        for query in _queries(terms):
            if len(found) >= limit or (found and query.is_last_resort):
                break
            for hit in _hits(connection, query.text, limit, marks):
                found.setdefault(hit.slug, hit)
    return list(found.values())[:limit]


@dataclass(frozen=True, slots=True)
class _Query:
    """A query in FTS5's syntax. `is_last_resort`: to be asked only where those before it found nothing."""

    text: str
    is_last_resort: bool = False


def _queries(terms: list[str]) -> Iterator[_Query]:
    """From the strictest on. The index holds stems: `measurin` begins none, and `measur`, two letters less, does."""
    yield _Query(_joined(terms, " + "))
    if len(terms) > 1:  # of one word, these are the same question
        yield _Query(_joined(terms, " AND "))
    *others, last = terms
    for length in range(len(last) - 1, max(len(last) - _LONGEST_ENDING, _SHORTEST_STEM) - 1, -1):
        yield _Query(_joined([*others, last[:length]], " AND "), is_last_resort=True)
    if len(terms) > 1:
        yield _Query(_joined(terms, " OR "), is_last_resort=True)


def _joined(terms: list[str], operator: str) -> str:
    """Each term as an FTS5 string, in which nothing but `"` is special; the last one as the beginning of a word."""
    quoted = ['"{}"'.format(term.replace('"', '""')) for term in terms]
    return f"{operator.join(quoted)} *"


def _terms(words: str) -> list[str]:
    readable = words.replace("\0", " ").encode("utf-8", "replace").decode()
    return [word for word in readable.split() if any(letter.isalnum() for letter in word)][:_MOST_WORDS]


def _hits(connection: sqlite3.Connection, query: str, limit: int, marks: tuple[str, str]) -> list[SearchHit]:
    # Ordered by rank alone and limited inside, so that FTS5 itself sorts, and snippets are made for these few only.
    found = connection.execute(
        """SELECT signatures.slug, signatures.title, coalesce(signatures.category, '') AS category,
               signatures.verdict, signatures.bottom_line, best.snippet
           FROM (SELECT rowid AS number, rank, snippet(search_fts, -1, ?, ?, '…', 16) AS snippet
                 FROM search_fts WHERE search_fts MATCH ? ORDER BY rank LIMIT ?) AS best
               JOIN signatures ON signatures.number = best.number
           ORDER BY best.rank, signatures.slug""",
        [*marks, query, limit],
    )
    return [SearchHit(**row) for row in map(dict, found)]


def _model_row(connection: sqlite3.Connection, slug: str) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(
        "SELECT * FROM signatures JOIN models ON models.signature = signatures.slug WHERE slug = ?", [slug]
    ).fetchone()
    return found


def _unknown(connection: sqlite3.Connection, path: str | Path, slug: str) -> str:
    from difflib import get_close_matches

    known = [name for (name,) in connection.execute("SELECT slug FROM signatures ORDER BY slug")]
    near = get_close_matches(slug, known) or [name for name in known if slug and slug in name][:3]
    return f"{path}: there is no signature called {slug}" + (f"; near it: {', '.join(near)}" if near else "")


def _traces(connection: sqlite3.Connection, slug: str) -> tuple[Trace, ...]:
    rows = connection.execute(
        "SELECT title, provenance, expect, text FROM traces WHERE signature = ? ORDER BY position", [slug]
    )
    return tuple(Trace(*row) for row in rows)


def _patterns(connection: sqlite3.Connection, slug: str) -> tuple[PatternText, ...]:
    tested: dict[int, dict[str, None]] = {}
    for pattern, field in connection.execute(
        "SELECT pattern, field FROM pattern_fields WHERE signature = ? AND pattern IS NOT NULL ORDER BY id", [slug]
    ):
        tested.setdefault(pattern, {})[field] = None
    rows = connection.execute("SELECT * FROM patterns WHERE signature = ? ORDER BY position", [slug])
    return tuple(
        PatternText(
            name=row["name"], text=row["text"], from_responder=bool(row["from_responder"]),
            solicits=bool(row["solicits"]), fields=tuple(tested.get(row["id"], ())),
        )
        for row in rows
    )  # fmt: skip


def _related(connection: sqlite3.Connection, slug: str) -> tuple[RelatedSignature, ...]:
    rows = connection.execute(
        """SELECT other.slug, other.title, kind, incoming, measured, hits, tried, led
           FROM (SELECT related AS other, kind, 0 AS incoming, measured, hits, tried, led
                 FROM relations WHERE signature = ?1
                 UNION ALL
                 SELECT signature, kind, 1, measured, hits, tried, led FROM relations WHERE related = ?1) AS near
               JOIN signatures AS other ON other.slug = near.other
           ORDER BY incoming, kind, led DESC, hits DESC, other.slug""",
        [slug],
    )
    return tuple(
        RelatedSignature(
            slug=row["slug"], title=row["title"], kind=row["kind"], incoming=bool(row["incoming"]),
            measured=bool(row["measured"]), hits=row["hits"], tried=row["tried"], led=row["led"],
        )
        for row in rows
    )  # fmt: skip


def _pack(connection: sqlite3.Connection, name: str | None) -> PackOrigin | None:
    row = connection.execute(
        "SELECT name, version, publisher, licence, digest FROM packs WHERE name = ?", [name]
    ).fetchone()
    return PackOrigin(*row) if row else None


def _revisions(connection: sqlite3.Connection, slug: str) -> tuple[Revision, ...]:
    rows = connection.execute(
        "SELECT version, digest, date FROM revisions WHERE signature = ? ORDER BY version DESC", [slug]
    )
    return tuple(Revision(*row) for row in rows)
