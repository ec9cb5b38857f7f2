"""Notes of analysts, for people: what each says now, who says so, and how it came to that."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from kb.notes import Content, Interpretation, Note, Remark, Revision, Sighting

__all__ = ["history_lines", "note_lines", "page_lines", "summary_line"]

_WIDTH = 100
_SHORT = 12  # digits of an id that people see


def page_lines(notes: Iterable[Note]) -> Iterator[str]:
    """The notes on one signature, as they stand below its curated text; nothing where there are none."""
    shown = [note for note in notes if not note.is_withdrawn]
    if not shown:
        return
    yield ""
    yield click.style("Notes of analysts here (not part of the signature)", bold=True)
    for note in shown:
        yield from note_lines(note)


def summary_line(note: Note, *, known: bool) -> str:
    """A note in one line: what it is about and how it begins. `known`: the knowledge base has that signature."""
    marks = [] if known else ["no such signature here"]
    if note.is_withdrawn:
        marks.append("withdrawn")
    elif len(note.standing) > 1:
        marks.append(f"{len(note.standing)} versions stand")
    latest = (note.standing or note.revisions)[-1]
    about = note.signature + (f" ({', '.join(marks)})" if marks else "")
    said = [latest.reason] if latest.content is None else _said(latest.content)
    words = textwrap.shorten("; ".join(said), 80, placeholder=" …")
    identity = click.style(note.id[:_SHORT], bold=True)
    return f"{identity}  {latest.date[:10]}  {note.kind}  {about}  {latest.author}: {words}"


def note_lines(note: Note) -> Iterator[str]:
    """A note as it stands: every revision that no other replaces."""
    yield f"  {click.style(note.id[:_SHORT], bold=True)}  {note.kind} on {note.signature}"
    if len(note.heads) > 1:
        yield "    edited by several at the same time; all their versions stand:"
    for revision in note.heads:
        yield from _revision(revision)


def history_lines(note: Note) -> Iterator[str]:
    """Every revision of a note, in the order in which they were made."""
    yield f"{click.style(note.id[:_SHORT], bold=True)}  {note.kind} on {note.signature}"
    for revision in note.revisions:
        yield from _revision(revision)
        if revision.parents:
            yield f"      replaces {', '.join(parent[:_SHORT] for parent in revision.parents)}"


def _revision(revision: Revision) -> Iterator[str]:
    deed = "withdrawn by" if revision.content is None else "by"
    version = f", on version {revision.version}" if revision.version is not None else ""
    at = f"{revision.date[:19].replace('T', ' ')} UTC"
    yield click.style(f"    {deed} {revision.author}, {at}{version} [{revision.id[:_SHORT]}]", dim=True)
    if revision.reason:
        yield from _wrapped(f"because: {revision.reason}")
    for line in _said(revision.content):
        yield from _wrapped(line)


def _said(content: Content | None) -> Iterator[str]:
    match content:
        case Remark(text=text):
            yield text
        case Sighting(text=text):
            yield f"seen at {content.place}, {_when(content)}"
            if text:
                yield text
        case Interpretation(title=title, verdict=verdict, weight=weight):
            yield f"{title}: {verdict}, {weight}"
            for words, points in (("for", content.because), ("against", content.against), ("would tell", content.test)):
                yield from (f"{words}: {point}" for point in points)


def _when(sighting: Sighting) -> str:
    until = f" to {sighting.last_seen}" if sighting.last_seen else ""
    count = f", {sighting.count:,} {'event' if sighting.count == 1 else 'events'}" if sighting.count else ""
    return f"{sighting.first_seen}{until}{count}"


def _wrapped(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from textwrap.wrap(line, _WIDTH, initial_indent="      ", subsequent_indent="      ") or [""]
