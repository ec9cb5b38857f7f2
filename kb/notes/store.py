"""The notes database: revisions are added and read, and never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.errors import NotesError
from kb.notes.identity import APPLICATION_ID, SCHEMA_VERSION
from kb.notes.model import Content, ImportReport, Note, Revision, kind_of
from kb.notes.reading import read_notes
from kb.notes.rows import TABLES, rows_of
from kb.notes.wire import made, read_lines, write_lines

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Notes"]

_PATIENCE = 30.0  # seconds to wait for another program that is writing
_LEAST_PREFIX = 4


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes in one file. Every method opens it for itself, so that one object serves threads and long runs.

    A file that does not exist holds no notes, and is made by the first that is added, with its folder. All methods
    raise `NotesError` for a file that is no notes database, is damaged or cannot be read or written.
    """

    path: Path

    # --- asking ---

    def all(self) -> list[Note]:
        """Every note, withdrawn ones too, by signature, then by when it was made."""
        return self._read()

    def of(self, signature: str) -> list[Note]:
        """The notes on one signature, withdrawn ones too, by when they were made."""
        return self._read("notes.signature = ?", signature)

    def find(self, identity: str) -> Note:
        """The note whose id begins with `identity`, at least four digits of it.

        Raises:
            NotesError: There is none, or more than one.
        """
        start = identity.strip().lower()
        if len(start) < _LEAST_PREFIX or set(start) - set("0123456789abcdef"):
            raise NotesError(f"{identity[:80]!r} is no id: give at least {_LEAST_PREFIX} of its hexadecimal digits")
        found = self._read("notes.id BETWEEN ? AND ?", start, start + "g")
        if len(found) != 1:
            several = f"{len(found)} notes have ids that begin" if found else "no note has an id that begins"
            raise NotesError(f"{several} with {start}")
        return found[0]

    def signatures(self) -> dict[str, int]:
        """The slugs that there are notes on, withdrawn ones left out, with their number."""
        counts: dict[str, int] = {}
        for note in self._read():
            if not note.is_withdrawn:
                counts[note.signature] = counts.get(note.signature, 0) + 1
        return counts

    def export(self, signatures: Iterable[str] | None = None) -> str:
        """All revisions of all notes, or of those on `signatures`, as NDJSON. The same notes give the same text."""
        wanted = None if signatures is None else set(signatures)
        notes = (note for note in self._read() if wanted is None or note.signature in wanted)
        return write_lines(
            revision
            for note in sorted(notes, key=lambda note: (note.signature, note.id))
            for revision in note.revisions
        )

    # --- adding ---

    def add(
        self, signature: str, content: Content, author: str, *, version: int | None = None, date: datetime | None = None
    ) -> Note:
        """Make a note.

        Args:
            signature: The slug that it is about.
            content: What it says.
            author: Who says so.
            version: The version of the signature that the author had in mind.
            date: When; now, if not given.

        Raises:
            NotesError: Something in it breaks a rule or a limit.
        """
        first = made(
            Revision(
                id="", note="", parents=(), kind=kind_of(content), signature=signature, version=version, author=author,
                date=_stamp(date), content=content,
            )
        )  # fmt: skip
        return self._add(first)

    def revise(
        self, note: Note, content: Content, author: str, *, version: int | None = None, reason: str = "",
        replaces: Iterable[str] | None = None, date: datetime | None = None,
    ) -> Note:  # fmt: skip
        """Say it in another way.

        Args:
            note: As it was read: its heads are what is replaced, so that what others add meanwhile stays beside it.
            content: What it says now; of the same kind.
            author: Who says so.
            version: The version of the signature; that of the revision before, if not given.
            reason: Why it is changed.
            replaces: Ids of revisions, where not all heads are replaced.
            date: When; now, if not given.

        Raises:
            NotesError: It is of another kind, or breaks a rule or a limit.
        """
        if kind_of(content) != note.kind:
            raise NotesError(f"a {note.kind} cannot become a {kind_of(content)}: withdraw it and add another note")
        return self._follow(note, content, author, version, reason, replaces, date)

    def withdraw(
        self, note: Note, author: str, *, reason: str = "", replaces: Iterable[str] | None = None,
        date: datetime | None = None,
    ) -> Note:  # fmt: skip
        """Take back what stands of a note; its history stays. Arguments as those of `revise`."""
        return self._follow(note, None, author, None, reason, replaces, date)

    def import_(self, data: str | bytes) -> ImportReport:
        """Add the revisions of an export or of a pack's notes, all or none. What is here already stays as it is.

        Raises:
            NotesError: The text is against a rule or a limit, was altered, or refers to revisions that are neither in
                it nor here. Nothing was written.
        """
        revisions = read_lines(data)
        with self._writing() as db:
            known = _known(db)
            _check_joined(revisions, known)
            new = [revision for revision in revisions if revision.id not in known]
            _insert(db, new)
        return ImportReport(len(new), len(revisions) - len(new), len({revision.note for revision in revisions}))

    # --- how ---

    def _follow(
        self, note: Note, content: Content | None, author: str, version: int | None, reason: str,
        replaces: Iterable[str] | None, date: datetime | None,
    ) -> Note:  # fmt: skip
        parents = tuple(sorted({head.id for head in note.heads} if replaces is None else set(replaces)))
        strange = set(parents) - {revision.id for revision in note.revisions}
        if strange or not parents:
            raise NotesError(f"{min(strange, default='nothing')[:12]} is no revision of note {note.id[:12]}")
        before = next(revision for revision in reversed(note.revisions) if revision.id in parents)
        revision = Revision(
            id="", note=note.id, parents=parents, kind=note.kind, signature=note.signature,
            version=before.version if version is None else version, author=author, date=_stamp(date), content=content,
            reason=reason,
        )  # fmt: skip
        return self._add(made(revision))

    def _add(self, revision: Revision) -> Note:
        with self._writing() as db:
            known = _known(db, revision.note)
            _check_joined([revision], known)
            if revision.id not in known:
                _insert(db, [revision])
        return self.find(revision.note)

    def _read(self, condition: str = "1", *values: str) -> list[Note]:
        with self._failing_well("read"):
            if not self.path.exists():
                return []
            with closing(self._connect("rw")) as connection:
                if not _schema_version(self.path, connection):
                    return []
                connection.execute("BEGIN")  # one state of the file for all that is read of it
                return read_notes(connection, condition, values)

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """A transaction that nobody else can write beside; what it wrote is on the disk when it ends."""
        from sqlite_utils import Database

        from kb.notes.schema import prepare  # here, since it imports what reading can do without

        with self._failing_well("written"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connect("rwc")) as connection:
                db = Database(connection, execute_plugins=False)
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("BEGIN IMMEDIATE")
                try:
                    if _schema_version(self.path, connection) < SCHEMA_VERSION:
                        prepare(db)
                    yield db
                except BaseException:
                    connection.rollback()
                    raise
                connection.commit()

    def _connect(self, mode: str) -> sqlite3.Connection:
        uri = f"{self.path.resolve().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)

    @contextmanager
    def _failing_well(self, done: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise NotesError(f"{self.path}: the notes cannot be {done}: {error}") from error


def _stamp(date: datetime | None) -> str:
    at = (date or datetime.now(UTC)).astimezone(UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _schema_version(path: Path, connection: sqlite3.Connection) -> int:
    """The schema version of the notes database in the file; 0 for a file that is still empty.

    Raises:
        NotesError: It is another database, or one of a newer version.
    """
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if owner == APPLICATION_ID and version <= SCHEMA_VERSION:
        return version
    if owner == APPLICATION_ID:
        raise NotesError(f"{path}: has schema version {version}; this program knows {SCHEMA_VERSION}: update TraceLore")
    if owner or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise NotesError(f"{path}: is no notes database of TraceLore")
    return 0


def _known(db: Database, note: str | None = None) -> dict[str, tuple[str, str, str]]:
    """Revisions in the database by their ids, of one note or of all: (note, kind, signature)."""
    rows = db.execute(
        """SELECT revisions.id, notes.id, notes.kind, notes.signature
           FROM revisions JOIN notes ON notes.id = revisions.note WHERE ?1 IS NULL OR notes.id = ?1""",
        [note],
    )
    return {identity: (of, kind, signature) for identity, of, kind, signature in rows}


def _check_joined(revisions: Iterable[Revision], known: dict[str, tuple[str, str, str]]) -> None:
    """Every revision continues one that is here or comes with it, of the same note, about the same thing."""
    said = {each.id: (each.note, each.kind, each.signature) for each in revisions} | known
    for each in revisions:
        for other in (each.note, *each.parents):
            if other not in said:
                raise NotesError(f"revision {each.id[:12]} continues {other[:12]}, which is neither here nor with it")
            if said[other] != (each.note, each.kind, each.signature):
                raise NotesError(f"revision {each.id[:12]} continues {other[:12]}, which is another note")


def _insert(db: Database, revisions: Iterable[Revision]) -> None:
    tables: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for revision in revisions:
        for table, row in rows_of(revision):
            tables[table].append(row)
    for table, rows in tables.items():
        db.table(table).insert_all(rows)
