"""What there is to choose from: categories and their signatures, and what is asked of each field."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb.connection import opened
from kb.pages import Brief, Category, CategorySummary, FieldTest, Overview, Slice

__all__ = ["brief_of", "category", "field_counts", "field_tests", "overview"]

_BRIEF = """slug, title, coalesce(category, '') AS category, verdict, confidence, internal, specificity_bits,
    bottom_line, coalesce(revised, created) AS date"""
_REPORTED = "WHERE internal = 0 ORDER BY"
_FEW = 5


def overview(path: str | Path) -> Overview:
    """What the knowledge base holds, in numbers and with a few examples."""
    with opened(path) as connection:
        internal = _number(connection, "SELECT count(*) FROM signatures WHERE internal = 1")
        return Overview(
            signatures=_number(connection, "SELECT count(*) FROM signatures") - internal,
            internal=internal,
            traces=_number(connection, "SELECT count(*) FROM traces"),
            categories=_categories(connection),
            newest=_briefs(connection, f"{_REPORTED} coalesce(revised, created) DESC, slug DESC LIMIT ?", _FEW),
            most_specific=_briefs(connection, f"{_REPORTED} specificity_bits DESC, slug DESC LIMIT ?", _FEW),
        )


def category(path: str | Path, name: str, verdict: str = "", *, offset: int = 0, limit: int = 50) -> Category | None:
    """A category with some of its signatures, the most specific first and internal ones last.

    Args:
        path: The knowledge base.
        name: The category.
        verdict: Only signatures with this verdict, where one is given.
        offset: How many signatures to pass over.
        limit: The most signatures to return.

    Returns:
        None when there is no such category.
    """
    with opened(path) as connection:
        row = connection.execute("SELECT description FROM categories WHERE name = ?", [name]).fetchone()
        if row is None:
            return None
        counted = connection.execute(
            "SELECT verdict, count(*) FROM signatures WHERE category = ? GROUP BY verdict ORDER BY verdict", [name]
        )
        verdicts = dict(counted.fetchall())
        which = "WHERE category = ?1 AND ?2 IN ('', verdict)"
        order = f"{which} ORDER BY internal, specificity_bits DESC, slug LIMIT ?3 OFFSET ?4"
        total = verdicts.get(verdict, 0) if verdict else sum(verdicts.values())
        return Category(
            row[0], verdicts, Slice(_briefs(connection, order, name, verdict, limit, offset), offset, total)
        )


def brief_of(path: str | Path, slug: str) -> Brief | None:
    """One signature as lists show it, or None."""
    with opened(path) as connection:
        return next(iter(_briefs(connection, "WHERE slug = ?", slug)), None)


def field_counts(path: str | Path) -> dict[str, int]:
    """How many signatures ask for each field that any of them asks for."""
    with opened(path) as connection:
        return dict(
            connection.execute(
                "SELECT field, count(DISTINCT signature) FROM pattern_fields GROUP BY field ORDER BY field"
            ).fetchall()
        )


def field_tests(path: str | Path, field: str, *, offset: int = 0, limit: int = 50) -> Slice[FieldTest]:
    """What signatures ask of a field, in the order of the values; a set of values is one test."""
    with opened(path) as connection:
        total = _number(connection, "SELECT count(*) FROM pattern_fields WHERE field = ?", field)
        rows = connection.execute(
            """SELECT tested.signature AS slug, signatures.title, signatures.verdict, patterns.name AS pattern,
                   tested.place, tested.condition
               FROM (SELECT * FROM pattern_fields WHERE field = ? ORDER BY low, high, id LIMIT ? OFFSET ?) AS tested
                   JOIN signatures ON signatures.slug = tested.signature
                   LEFT JOIN patterns ON patterns.id = tested.pattern
               ORDER BY tested.low, tested.high, tested.id""",
            [field, limit, offset],
        )
        return Slice(tuple(FieldTest(**row) for row in map(dict, rows)), offset, total)


def _number(connection: sqlite3.Connection, question: str, *values: object) -> int:
    return int(connection.execute(question, values).fetchone()[0])


def _briefs(connection: sqlite3.Connection, order: str, *values: object) -> tuple[Brief, ...]:
    rows = connection.execute(f"SELECT {_BRIEF} FROM signatures {order}", values)  # `order` is one of ours
    return tuple(Brief(**{**row, "internal": bool(row["internal"])}) for row in map(dict, rows))


def _categories(connection: sqlite3.Connection) -> tuple[CategorySummary, ...]:
    verdicts: dict[str, dict[str, int]] = {}
    counted = connection.execute(
        "SELECT category, verdict, count(*) FROM signatures WHERE category IS NOT NULL GROUP BY category, verdict"
    )
    for name, verdict, count in counted:
        verdicts.setdefault(name, {})[verdict] = count
    return tuple(
        CategorySummary(name, description, sum(verdicts.get(name, {}).values()), verdicts.get(name, {}))
        for name, description in connection.execute("SELECT name, description FROM categories ORDER BY name")
    )
