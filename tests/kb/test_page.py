"""docs/knowledge-base.md is true: its sessions are what the commands print, its tables are those of the file."""

from __future__ import annotations

import re

from cogapp import Cog

from kb.notes import Remark, Revision
from kb.notes.wire import made, record_of
from tests.kb.shown import PAGE

TEXT = PAGE.read_text("utf-8")


def test_what_it_shows_is_current() -> None:
    assert Cog().process_string(TEXT, PAGE.name) == TEXT, "run: python -m cogapp -r docs/knowledge-base.md"


def test_every_key_of_a_line_of_notes_is_described() -> None:
    revision = Revision("", "", (), "remark", "x", None, "Ann", "2026-03-05T10:00:00.000000Z", Remark("x"))
    section = TEXT.split("A revision as a line:")[1].split("## Tables")[0]
    described = {
        name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    assert described == set(record_of(made(revision)))
