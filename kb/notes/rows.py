"""A revision as rows of the notes database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kb.notes.model import Interpretation, Remark, Revision, Sighting

__all__ = ["POINTS", "TABLES", "rows_of"]

# In the order in which they are filled, so that every row finds those that it refers to.
TABLES = ("notes", "revisions", "revision_parents", "remarks", "sightings", "interpretations", "interpretation_points")

POINTS = ("because", "against", "test")


def rows_of(revision: Revision) -> Iterator[tuple[str, dict[str, Any]]]:
    """(table, row) for everything that a revision says."""
    identity, content = revision.id, revision.content
    if not revision.parents:
        yield "notes", {"id": identity, "kind": revision.kind, "signature": revision.signature}
    yield "revisions", {
        "id": identity, "note": revision.note, "version": revision.version, "author": revision.author,
        "date": revision.date, "withdrawn": int(content is None), "reason": revision.reason,
    }  # fmt: skip
    for parent in revision.parents:
        yield "revision_parents", {"revision": identity, "parent": parent}
    match content:
        case Remark():
            yield "remarks", {"revision": identity, **asdict(content)}
        case Sighting():
            yield "sightings", {"revision": identity, **asdict(content)}
        case Interpretation(title=title, verdict=verdict, weight=weight):
            yield "interpretations", {"revision": identity, "title": title, "verdict": verdict, "weight": weight}
            for kind in POINTS:
                for position, text in enumerate(getattr(content, kind), 1):
                    yield (
                        "interpretation_points",
                        {"revision": identity, "kind": kind, "position": position, "text": text},
                    )
