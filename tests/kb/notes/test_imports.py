"""Notes from strangers: what is against the rules is refused with its line, and nothing of the file is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.notes import Interpretation, Notes, NotesError, Remark, Revision, Sighting, read_lines, write_lines
from kb.notes.wire import made
from tests.kb.notes.strategies import START, histories

SLUG = "tcp-half-open-scan"
DATE = "2026-03-04T05:06:07.000000Z"


def first(content: Any = None, **changes: Any) -> Revision:
    content = content or Remark("x")
    kind = {Remark: "remark", Sighting: "sighting", Interpretation: "interpretation"}[type(content)]
    return made(Revision(**{"id": "", "note": "", "parents": (), "kind": kind, "signature": SLUG, "version": None,
                            "author": "Ann", "date": DATE, "content": content, **changes}))  # fmt: skip


def after(revision: Revision, **changes: Any) -> Revision:
    return made(Revision(**{"id": "", "note": revision.note, "parents": (revision.id,), "kind": revision.kind,
                            "signature": SLUG, "version": None, "author": "Bob", "date": DATE,
                            "content": revision.content, **changes}))  # fmt: skip


def sealed(record: dict[str, Any]) -> str:
    """A line with the id that it ought to have: an attacker can compute it too."""
    import hashlib

    bare = {name: value for name, value in record.items() if name != "id"}
    text = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return json.dumps({**bare, "id": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()})


def record(content: Any = None) -> dict[str, Any]:
    return json.loads(write_lines([first(content)]))


SIGHTING = Sighting("here", "2026-03-04")
READING = Interpretation("t", "benign", "weak")
NINES = "9" * 5_000


def changed(**changes: Any) -> str:
    return sealed({**record(), **changes})


def inside(content: Any, **changes: Any) -> str:
    whole = record(content)
    return sealed({**whole, "content": {**whole["content"], **changes}})


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "no JSON": ("hello", "line [12]: is no JSON: Expecting value at character 1"),
    "half a line": (write_lines([first()])[:-20], "line [12]: is no JSON: Unterminated string"),
    "no object": ("[1, 2]", "is no JSON object"),
    "a number": ("7", "is no JSON object"),
    "not UTF-8": (b'{"a": "\xff"}', "is not UTF-8"),
    "deep nesting": ("[" * 100_000, "nested too deep|is no JSON object"),
    "deep content": ('{"content": ' + "[" * 90_000 + "]" * 90_000 + "}", "nested too deep|is missing"),
    "a huge number": (f'{{"version": {NINES}}}', "holds a number of 5,000 digits"),
    "not a number": (changed(version=float("nan")), "NaN"),
    "a key twice": ('{"author": "A", "author": "B"}', "names something twice"),
    "a key too many": (changed(extra=1), "there is no `extra`"),
    "a key with a script": (changed(**{"<script>" * 20: 1}), "there is no `<script>"),
    "a key missing": (sealed({"content": None, "format": 1}), "`author` is missing"),
    "another format": (changed(format=2), "is of format 2, and this is format 1"),
    "a format that is true": (changed(format=True), "is of format True"),
    "an unknown kind": (changed(kind="rumour"), "`kind` is none of remark"),
    "a kind that is a list": (changed(kind=[]), "`kind` is none of"),
    "a slug with a path": (changed(signature="../../etc/passwd"), "`signature` is no name"),
    "a slug in capitals": (changed(signature="ABC"), "`signature` is no name"),
    "a long slug": (changed(signature="a" * 400), "`signature` is no name"),
    "no author": (changed(author=""), "`author` is empty"),
    "a long author": (changed(author="A" * 301), "`author` has 301 characters"),
    "an author with an escape": (changed(author="A\x1b[31mB"), r"U\+001B"),
    "a date without zone": (changed(date="2026-03-04T05:06:07"), "`date` is no time"),
    "a day that is not": (changed(date="2026-02-31T05:06:07.000000Z"), "`date` is no time"),
    "a year of five digits": (changed(date="12026-03-04T05:06:07.000000Z"), "`date` is no time"),
    "year zero": (changed(date="0000-03-04T05:06:07.000000Z"), "`date` is no time"),
    "an eastern digit": (changed(date="202\u0666-03-04T05:06:07.000000Z"), "`date` is no time"),
    "a version of zero": (changed(version=0), "`version` is no number"),
    "a version with a fraction": (changed(version=1.5), "`version` is no number"),
    "a version too high": (changed(version=10**40), "number of 41 digits"),
    "a reason that is none": (changed(reason=None), "`reason` is no text"),
    "content of another kind": (changed(kind="sighting"), "sighting: `"),
    "content that is text": (changed(content="x"), "`content` is no JSON object"),
    "withdrawn from the start": (changed(content=None), "cannot begin by being withdrawn"),
    "a first with a note": (changed(note="0" * 64), "names no note"),
    "a later without a note": (changed(parents=["0" * 64]), "names no note"),
    "parents not sorted": (changed(parents=["1" * 64, "0" * 64]), "is not sorted"),
    "a parent twice": (changed(parents=["0" * 64, "0" * 64]), "is not sorted"),
    "many parents": (changed(parents=[f"{n:064}" for n in range(65)]), "at most 64 ids"),
    "a parent that is no id": (changed(parents=["x"]), "`parents` is no id"),
    "an id in capitals": (json.dumps({**record(), "id": record()["id"].upper()}), "is no id"),
    "an altered author": (json.dumps({**record(), "author": "Eve"}), "it was altered"),
    "an altered text": (json.dumps({**record(), "content": {"text": "y"}}), "it was altered"),
    "a text that is a number": (inside(Remark("x"), text=5), "`text` is no text"),
    "a long text": (inside(Remark("x"), text="x" * 16_385), "16,385 characters"),
    "a long line": (inside(Remark("x"), text="x" * 300_000), "the most is 262,144"),
    "an empty remark": (inside(Remark("x"), text=" \n"), "`text` is empty"),
    "half a character": (inside(Remark("x"), text="\ud800"), r"U\+D800"),
    "text turned around": (inside(Remark("x"), text="a\u202eb"), r"U\+202E"),
    "a null character": (inside(Remark("x"), text="a\0b"), r"U\+0000"),
    "a count below one": (inside(SIGHTING, count=-1), "`count` is no number"),
    "a count beyond reason": (inside(SIGHTING, count=10**16), "`count` is no number"),
    "a count that is text": (inside(SIGHTING, count="7"), "`count` is no number"),
    "seen on no day": (inside(SIGHTING, first_seen="soon"), "`first_seen` is no date"),
    "seen backwards": (inside(SIGHTING, last_seen="2025-01-01"), "`last_seen` is before"),
    "a place of two lines": (inside(SIGHTING, place="a\nb"), "more than one line"),
    "an unknown verdict": (inside(READING, verdict="guilty"), "`verdict` is none of"),
    "an unknown weight": (inside(READING, weight={}), "`weight` is none of"),
    "points that are text": (inside(READING, because="x"), "`because` is no list"),
    "a point that is a list": (inside(READING, because=[["x"]]), "`because` is no text"),
    "too many points": (inside(READING, test=["x"] * 17), "has 17 entries"),
    "a long point": (inside(READING, against=["x" * 2_001]), "2,001 characters"),
    "a parent that is not there": (write_lines([after(first())]), "continues .* neither here nor with it"),
    "a change of signature": (
        write_lines([first(), after(first(), signature="other")]), "continues .* which is another note"
    ),
    "a change of kind": (write_lines([first(), after(first(), kind="sighting", content=SIGHTING)]), "another note"),
    "a note that is no first": (
        write_lines([first(), after(first()), after(first(), note=after(first()).id)]), "another note"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("place", ["alone", "after a good one"])
def test_hostile_files_are_refused_and_nothing_is_written(tmp_path: Path, name: str, place: str) -> None:
    text, words = HOSTILE[name]
    notes = Notes(tmp_path / "notes.db")
    kept = notes.add(SLUG, Remark("mine"), "Me", date=START)
    good = write_lines([first(Remark("good"))])
    data = text if place == "alone" else good + text if isinstance(text, str) else good.encode() + text
    with pytest.raises(NotesError, match=words):
        notes.import_(data)
    assert notes.all() == [kept]


def test_the_line_is_named(tmp_path: Path) -> None:
    lines = write_lines([first(Remark(str(n))) for n in range(3)]) + "\n\nbroken\n"
    with pytest.raises(NotesError, match="line 6: is no JSON"):
        read_lines(lines)


def test_too_much_is_refused_before_it_is_read() -> None:
    with pytest.raises(NotesError, match="the most is 67,108,864"):
        read_lines(b" " * ((64 << 20) + 1))


def test_too_many_revisions_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.notes.wire.MAX_REVISIONS", 3)
    with pytest.raises(NotesError, match="line 4: more than 3 revisions"):
        read_lines(write_lines([first(Remark(str(n))) for n in range(5)]))


def test_other_spacing_and_order_of_keys_is_the_same_note(tmp_path: Path) -> None:
    line = json.loads(write_lines([first(Remark("ä\n\U0001f600"))]))
    odd = json.dumps(dict(reversed(line.items())), indent=None, separators=(" , ", " : "), ensure_ascii=True)
    assert read_lines(f"\n{odd}\r\n\n") == (first(Remark("ä\n\U0001f600")),)


def test_what_is_here_need_not_come_again(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes.db")
    start = first()
    notes.import_(write_lines([start]))
    assert notes.import_(write_lines([after(start)])).new == 1


@settings(max_examples=60, deadline=None)
@given(histories(3), st.data())
def test_an_altered_export_is_refused_or_the_same(
    tmp_path_factory: pytest.TempPathFactory, history: list[Revision], data: st.DataObject
) -> None:
    """One character changed anywhere: no revision comes in that was not there."""
    text = write_lines(history)
    at = data.draw(st.integers(0, len(text) - 1))
    altered = text[:at] + data.draw(st.characters(codec="utf-8")) + text[at + 1 :]
    try:
        found = read_lines(altered)
    except NotesError:
        return
    assert set(found) <= set(history)


@settings(max_examples=100, deadline=None)
@given(st.text() | st.binary() | st.recursive(st.none() | st.integers() | st.text(), lambda part: st.lists(part)
       | st.dictionaries(st.text(), part)).map(json.dumps))  # fmt: skip
def test_any_text_is_notes_or_an_error(data: str | bytes) -> None:
    blank = not (data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).strip()
    with nullcontext() if blank else pytest.raises(NotesError, match=r"^line "):
        assert read_lines(data) == ()


def test_the_functions_are_those_that_are_promised() -> None:
    import kb.notes

    read: Callable[..., Any] = kb.notes.read_lines
    assert read(kb.notes.write_lines([first()])) == (first(),)
