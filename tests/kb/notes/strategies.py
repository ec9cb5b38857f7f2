"""Notes as Hypothesis makes them, and people who edit them apart from each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from kb.notes import Content, Interpretation, Remark, Revision, Sighting
from kb.notes.model import kind_of
from kb.notes.wire import made

START = datetime(2026, 3, 4, tzinfo=UTC)
_LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"))
words = st.text(_LETTERS, min_size=1, max_size=20)
_points = st.lists(words, max_size=3).map(tuple)
_days = st.dates(START.date(), START.date() + timedelta(days=300)).map(str)

remarks = st.builds(Remark, words)
sightings = st.builds(Sighting, words, _days, st.none(), st.none() | st.integers(1, 10**15), words)
interpretations = st.builds(
    Interpretation, words, st.sampled_from(["malicious", "benign"]), st.sampled_from(["weak", "strong"]), _points,
    _points, _points,
)  # fmt: skip
contents: st.SearchStrategy[Content] = remarks | sightings | interpretations
_OF = {"remark": remarks, "sighting": sightings, "interpretation": interpretations}


@st.composite
def histories(draw: st.DrawFn, most: int = 8) -> list[Revision]:
    """Revisions of some notes, each replacing any of the earlier ones: edits, concurrent edits, withdrawals."""
    found: list[Revision] = []
    for step in range(draw(st.integers(1, most))):
        notes = sorted({revision.note for revision in found})
        note = draw(st.none() | st.sampled_from(notes)) if notes else None
        if note is None:
            found.append(_first(draw, step))
        else:
            found.append(_next(draw, step, [revision for revision in found if revision.note == note]))
    return found


def _first(draw: st.DrawFn, step: int) -> Revision:
    content = draw(contents)
    slug = draw(st.sampled_from(["tcp-half-open-scan", "gone"]))
    return made(_revision(draw, step, "", (), kind_of(content), slug, content))


def _next(draw: st.DrawFn, step: int, before: list[Revision]) -> Revision:
    parents = draw(st.sets(st.sampled_from([revision.id for revision in before]), min_size=1, max_size=3))
    first = before[0]
    content = draw(st.none() | _OF[first.kind])
    return made(_revision(draw, step, first.note, tuple(sorted(parents)), first.kind, first.signature, content))


def _revision(draw, step, note, parents, kind, slug, content) -> Revision:  # type: ignore[no-untyped-def]
    date = (START + timedelta(seconds=draw(st.integers(0, 3)) + step)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    author, reason = draw(st.sampled_from(["Ann", "Bob"])), draw(st.sampled_from(["", "better"]))
    return Revision("", note, parents, kind, slug, draw(st.none() | st.integers(1, 9)), author, date, content, reason)
