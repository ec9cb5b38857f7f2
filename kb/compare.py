"""Two signatures side by side: which fields both test and how, and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kb.connection import opened
from kb.pages import SignaturePage
from kb.read import show
from sigdsl.fields import FIELDS

__all__ = ["ComparedField", "Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class ComparedField:
    """What the patterns of two signatures, and of those that they observe, ask of one field.

    `one` and `other` map each condition, as it is written, to the patterns that it stands in (`signature: pattern` for
    those of an observed signature). `same`: the conditions are the same, whatever the patterns are called.
    """

    field: str
    one: dict[str, tuple[str, ...]]
    other: dict[str, tuple[str, ...]]
    same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two signatures with the fields that either tests: those that both test first, in the registry's order."""

    one: SignaturePage
    other: SignaturePage
    fields: tuple[ComparedField, ...]


def compare(path: str | Path, one: str, other: str) -> Comparison:
    """Compare two signatures by their slugs.

    Raises:
        KnowledgeBaseError: There is no signature of one of the names, or `path` cannot be read.
    """
    pages = show(path, one), show(path, other)
    asked = _conditions(path, one), _conditions(path, other)
    fields = []
    for name in FIELDS.keys() & {*asked[0], *asked[1]}:
        left, right = asked[0].get(name, {}), asked[1].get(name, {})
        fields.append(ComparedField(name, left, right, left.keys() == right.keys()))
    places = {name: place for place, name in enumerate(FIELDS)}
    fields.sort(key=lambda each: (not (each.one and each.other), places[each.field]))
    return Comparison(*pages, tuple(fields))


def _conditions(path: str | Path, slug: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """field: {condition: names of patterns}."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    with opened(path) as connection:
        rows = connection.execute(
            """WITH RECURSIVE built_on (slug) AS (
                   SELECT ?1 UNION SELECT observed FROM observations JOIN built_on ON signature = slug
               )
               SELECT DISTINCT field, condition,
                   CASE WHEN tested.signature = ?1 THEN '' ELSE tested.signature || ': ' END || patterns.name
               FROM pattern_fields AS tested JOIN patterns ON patterns.id = tested.pattern
               WHERE tested.signature IN built_on
               ORDER BY tested.signature <> ?1, tested.id""",
            [slug],
        )
        for field, condition, pattern in rows:
            conditions = found.setdefault(field, {})
            written = " ".join(condition.split())
            conditions[written] = (*conditions.get(written, ()), pattern)
    return found
