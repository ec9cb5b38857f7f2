"""One person's notes: what is added stays, whatever happens to the program, the file or the knowledge base."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from kb.build import Entry, build
from kb.identity import APPLICATION_ID as KB_ID
from kb.notes import Interpretation, Notes, NotesError, Remark, Sighting, default_path
from kb.notes.identity import SCHEMA_VERSION
from kb.notes.schema import migrations
from tests.kb.notes.strategies import START

SLUG = "backscatter-ack-674719802"


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(tmp_path / "deep" / "notes.db")


CONTENTS = [
    Remark("Our scanner.\nOn Mondays."),
    Sighting("telescope A", "2026-03-04", "2026-03-05T06:07:08.5Z", 17, "all to port 80"),
    Sighting("telescope A", "2026-03-04T05:06:07Z"),
    Interpretation("A scan", "malicious", "weak", ("one", "two"), ("three",), ("ask",)),
    Interpretation("A scan", "unknown", "moderate"),
]


@pytest.mark.parametrize("content", CONTENTS)
def test_what_is_added_is_read_as_it_was_said(notes: Notes, content: object) -> None:
    note = notes.add(SLUG, content, "Ann Ä", version=3, date=START)  # type: ignore[arg-type]
    assert notes.of(SLUG) == [note] == notes.all()
    (said,) = note.standing
    assert (said.content, said.author, said.version) == (content, "Ann Ä", 3)
    assert (said.date, note.signature, said.id) == ("2026-03-04T00:00:00.000000Z", SLUG, note.id)


def test_no_file_is_no_notes_and_reading_makes_none(notes: Notes) -> None:
    assert (notes.all(), notes.of(SLUG), notes.export(), notes.signatures()) == ([], [], "", {})
    assert not notes.path.parent.exists()


def test_edits_and_withdrawals_keep_the_history(notes: Notes) -> None:
    note = notes.add(SLUG, CONTENTS[1], "Ann", version=3)
    edited = notes.revise(note, Sighting("telescope B", "2026-03-04"), "Bob", reason="a slip")
    withdrawn = notes.withdraw(edited, "Ann", reason="it was another")
    assert [each.author for each in withdrawn.revisions] == ["Ann", "Bob", "Ann"]
    assert [each.reason for each in withdrawn.revisions] == ["", "a slip", "it was another"]
    assert {each.version for each in withdrawn.revisions} == {3}
    assert withdrawn.is_withdrawn
    assert notes.signatures() == {}
    again = notes.revise(withdrawn, CONTENTS[1], "Ann")  # type: ignore[arg-type]
    assert again.standing[0].content == CONTENTS[1]


def test_a_note_stays_of_its_kind(notes: Notes) -> None:
    note = notes.add(SLUG, Remark("x"), "Ann")
    with pytest.raises(NotesError, match="a remark cannot become a sighting"):
        notes.revise(note, Sighting("here", "2026-03-04"), "Ann")
    with pytest.raises(NotesError, match="is no revision of note"):
        notes.withdraw(note, "Ann", replaces=["0" * 64])
    with pytest.raises(NotesError, match="nothing is no revision"):
        notes.withdraw(note, "Ann", replaces=[])


def test_notes_are_found_by_the_beginning_of_their_id(notes: Notes) -> None:
    note = notes.add(SLUG, Remark("x"), "Ann")
    assert notes.find(note.id[:4].upper()) == notes.find(note.id) == note
    for wrong, words in (
        ("abc", "at least 4"),
        ("xyzw", "at least 4"),
        ("' OR 1", "at least 4"),
        ("0" * 64, "no note"),
    ):
        with pytest.raises(NotesError, match=words):
            notes.find(wrong)
    with closing(sqlite3.connect(notes.path)) as db, db:
        db.execute("INSERT INTO notes VALUES (?, 'remark', 'x')", [note.id[:-1] + ("0" if note.id[-1] != "0" else "1")])
        db.execute(
            "INSERT INTO revisions SELECT 'f', (SELECT min(id) FROM notes WHERE signature = 'x'), 1, '', '', 0, ''"
        )
    with pytest.raises(NotesError, match="2 notes have ids that begin with"):
        notes.find(note.id[:8])


@pytest.mark.parametrize(
    ("slug", "content", "author", "words"),
    [
        ("No Slug", Remark("x"), "Ann", "`signature` is no name"),
        (SLUG, Remark(" "), "Ann", "`text` is empty"),
        (SLUG, Remark("x" * 20_000), "Ann", "`text` has 20,000 characters; the most is 16,384"),
        (SLUG, Remark("\x1b[2J"), "Ann", r"`text` holds U\+001B"),
        (SLUG, Remark("\u202egpj.exe"), "Ann", r"U\+202E"),
        (SLUG, Remark("\ud800"), "Ann", r"U\+D800"),
        (SLUG, Remark("x"), "", "`author` is empty"),
        (SLUG, Remark("x"), "A\nB", "`author` is more than one line"),
        (SLUG, Sighting("here", "yesterday"), "Ann", "`first_seen` is no date"),
        (SLUG, Sighting("here", "2026-02-30"), "Ann", "`first_seen` is no date"),
        (SLUG, Sighting("here", "2026-03-04", "2026-03-03"), "Ann", "`last_seen` is before"),
        (SLUG, Sighting("here", "2026-03-04T05:06:07Z", "2026-03-04T05:06:06Z"), "Ann", "`last_seen` is before"),
        (SLUG, Sighting("here", "2026-03-04", None, 0), "Ann", "`count` is no number from 1"),
        (SLUG, Sighting("here", "2026-03-04", None, True), "Ann", "`count` is no number from 1"),
        (SLUG, Interpretation("t", "evil", "weak"), "Ann", "`verdict` is none of malicious"),  # type: ignore[arg-type]
        (SLUG, Interpretation("t", "benign", "weak", ("",)), "Ann", "`because` has an empty entry"),
        (SLUG, Interpretation("t", "benign", "weak", ("x",) * 17), "Ann", "`because` has 17 entries"),
    ],
)
def test_what_breaks_a_rule_is_refused(notes: Notes, slug: str, content: Remark, author: str, words: str) -> None:
    with pytest.raises(NotesError, match=words):
        notes.add(slug, content, author)
    assert not notes.path.exists()


def test_a_rebuild_of_the_knowledge_base_leaves_notes_alone(tmp_path: Path, entries: list[Entry]) -> None:
    notes = Notes(tmp_path / "notes.db")
    kept = notes.add("half-open-scan", Remark("stays"), "Ann")
    build(tmp_path / "kb.db", entries)
    before = notes.path.read_bytes()
    build(tmp_path / "kb.db", [entry for entry in entries if entry.signature.slug != "half-open-scan"][1:])
    assert notes.path.read_bytes() == before
    assert notes.of("half-open-scan") == [kept]


def test_nothing_that_was_noted_can_be_changed_or_deleted(notes: Notes) -> None:
    notes.add(SLUG, CONTENTS[3], "Ann")  # type: ignore[arg-type]
    with closing(sqlite3.connect(notes.path)) as db:
        for table, column in (("notes", "signature"), ("revisions", "author"), ("interpretations", "title")):
            for sql in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):
                with pytest.raises(sqlite3.IntegrityError, match="what was noted is kept"):
                    db.execute(sql)


def test_the_file_is_sound_and_its_views_say_what_stands(notes: Notes) -> None:
    for content in CONTENTS:
        note = notes.add(SLUG, content, "Ann")  # type: ignore[arg-type]
    notes.withdraw(note, "Ann")
    db = Database(notes.path)
    assert migrations.pending(db) == []
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert len(migrations.applied(db)) == SCHEMA_VERSION
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    counts = [len(list(db[f"standing_{name}"].rows)) for name in ("remarks", "sightings", "interpretations")]
    assert counts == [1, 2, 1]
    db.close()


# --- several programs, and programs that are killed ------------------------------------------------------------------

WRITER = """
import sys
from pathlib import Path
from kb.notes import Notes, Remark
notes = Notes(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    notes.add("tcp-half-open-scan", Remark(f"{sys.argv[3]} {number}"), "Ann")
    print(number, flush=True)
"""


def writer(path: Path, count: int, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(count), name], stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip


def test_a_killed_writer_loses_nothing_that_was_committed(notes: Notes) -> None:
    process = writer(notes.path, 10_000, "one")
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(15)]
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    found = {revision.content for note in notes.all() for revision in note.revisions}
    assert {Remark(f"one {line.strip()}") for line in said} <= found
    assert len(found) <= 17  # what was said, and at most what was under way
    notes.add(SLUG, Remark("after"), "Bob")


def test_two_programs_write_at_once(notes: Notes) -> None:
    processes = [writer(notes.path, 8, name) for name in ("one", "two")]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert len(notes.all()) == 16


def test_threads_share_one_object(notes: Notes) -> None:
    threads = [threading.Thread(target=notes.add, args=(SLUG, Remark(str(n)), "Ann")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes.of(SLUG)) == 8


def test_a_failed_write_leaves_what_was_there(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    notes.add(SLUG, Remark("one"), "Ann")
    before = notes.export()

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr("kb.notes.store.rows_of", broken)
        with pytest.raises(NotesError, match=r"notes\.db: the notes cannot be written: disk full"):
            notes.add(SLUG, Remark("two"), "Ann")
    assert notes.export() == before


# --- files that are something else -----------------------------------------------------------------------------------


def test_what_is_no_notes_database_is_an_error_and_stays_as_it_is(tmp_path: Path, kb_path: Path) -> None:
    (tmp_path / "text.db").write_bytes(b"not a database at all\n" * 100)
    (tmp_path / "kb.db").write_bytes(kb_path.read_bytes())
    with closing(sqlite3.connect(tmp_path / "other.db")) as db, db:
        db.execute("CREATE TABLE notes (x)")
    for name, words in (
        ("text.db", "is not a database"),
        ("kb.db", "no notes database"),
        ("other.db", "no notes database"),
    ):
        path = tmp_path / name
        before = path.read_bytes()
        with pytest.raises(NotesError, match=words):
            Notes(path).all()
        with pytest.raises(NotesError, match=words):
            Notes(path).add(SLUG, Remark("x"), "Ann")
        assert path.read_bytes() == before
    with pytest.raises(NotesError, match="cannot be"):
        Notes(tmp_path).add(SLUG, Remark("x"), "Ann")
    with pytest.raises(NotesError, match="cannot be written"):
        Notes(tmp_path / "text.db" / "notes.db").add(SLUG, Remark("x"), "Ann")
    assert KB_ID != 0


def test_notes_of_a_newer_program_are_left_alone(notes: Notes) -> None:
    notes.add(SLUG, Remark("x"), "Ann")
    with closing(sqlite3.connect(notes.path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NotesError, match="schema version 99; this program knows 1: update TraceLore"):
        notes.add(SLUG, Remark("y"), "Ann")


def test_an_empty_file_becomes_notes(tmp_path: Path) -> None:
    (tmp_path / "notes.db").touch()
    notes = Notes(tmp_path / "notes.db")
    assert notes.all() == []
    assert notes.add(SLUG, Remark("x"), "Ann") in notes.all()


def test_paths_with_special_characters_are_opened(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "a b?c=d#e%20é.db")
    notes.add(SLUG, Remark("x"), "Ann")
    assert len(notes.all()) == 1


def test_the_default_place_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACELORE_NOTES", "/somewhere/mine.db")
    assert default_path() == Path("/somewhere/mine.db")
    monkeypatch.delenv("TRACELORE_NOTES")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_path().name == "notes.db"
    assert default_path().parent.name == "tracelore"
