"""Analysts' notes: what people add to the knowledge base, and where they disagree with it.

Notes live in a database of their own, which survives every rebuild of kb.db. Nothing in it is ever changed: an edit is
a further revision, a withdrawal too, each with its author and date. A revision's id is the digest of all that it says,
so that merging the notes of several people is the union of their revisions: without loss, without duplicates, in any
order.
"""

from __future__ import annotations

from kb.errors import NotesError
from kb.notes.model import (
    Content,
    ImportReport,
    Interpretation,
    Note,
    NoteKind,
    Remark,
    Revision,
    Sighting,
)
from kb.notes.place import default_path
from kb.notes.store import Notes
from kb.notes.wire import read_lines, write_lines

__all__ = [
    "Content", "ImportReport", "Interpretation", "Note", "NoteKind", "Notes", "NotesError", "Remark", "Revision",
    "Sighting", "default_path", "read_lines", "write_lines",
]  # fmt: skip
