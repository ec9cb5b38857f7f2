"""The results database: runs, captures, events and their evidence in SQLite, with the signatures' text of the day."""

from __future__ import annotations

import json
import platform
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from matcher.capture import Capture, printable
from sigdsl.model import Signature
from tracelore import __version__
from tracelore.explained import pack_record
from tracelore.results.eventcolumns import add_columns, remove_columns
from tracelore.results.eventrows import OF_EVENTS, TABLES, EventRows, Row
from tracelore.results.identity import Identity, identity_of
from tracelore.results.job import Found, Job
from tracelore.results.locking import Lock
from tracelore.results.mark import complaint
from tracelore.results.schema import prepare
from tracelore.results.sources import settings_digest, signature_texts
from tracelore.results.writer import DoneBefore, OutputError, Writer

__all__ = ["DatabaseWriter"]

_READING = ("title", "verdict", "weight", "because", "against", "test")
_PAGES = -65_536  # KiB: with less, the indexes of a million events are written to the disk again and again


class DatabaseWriter(Writer):
    """Adds a run to a results database, or goes on with one.

    A capture's results appear in one transaction, so that a killed run leaves whole captures only. With `resume`, the
    latest run with the same settings, signatures and version goes on; where there is none, a new one begins.

    Raises:
        OutputError: The file is no results database, cannot be written, or another process writes it.
    """

    def __init__(self, job: Job, path: Path, *, resume: bool, tell: Callable[[str], None] = lambda _: None) -> None:
        self.job = job
        self.path = path
        if path.is_dir():
            raise OutputError(f"{path} cannot be written: it is a folder", at_start=True)
        fault = complaint(path) if path.exists() else None
        if fault:
            raise OutputError(fault, at_start=True)
        self._lock = Lock(path)
        with self._guarded(at_start=True):
            self.db = Database(sqlite3.connect(path))
            self.db.execute("PRAGMA foreign_keys = ON")
            self.db.execute(f"PRAGMA cache_size = {_PAGES}")
            self.db.execute("PRAGMA temp_store = MEMORY")
            prepare(self.db)
            self._run = self._resumed() if resume else None
            if resume and self._run is None and self._lock.existed:
                tell(f"{path} has no run with these options and signatures to resume; this is a new one")
            with self.db.atomic():
                self._run = self._run or self._new_run()
                self._rows = EventRows(job, self._add_signatures())

    @contextmanager
    def _guarded(self, *, at_start: bool = False) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(f"{self.path} cannot be written: {error}", at_start=at_start) from None

    # --- the run ---------------------------------------------------------------------------------------------------

    def _resumed(self) -> int | None:
        row = self.db.execute(
            "SELECT max(number) FROM runs WHERE settings = ?", [settings_digest(self.job)]
        ).fetchone()  # fmt: skip
        if row[0] is None:
            return None
        self.db.execute(
            "UPDATE runs SET status = 'running', ended = NULL, resumed = resumed + 1 WHERE number = ?", [row[0]]
        )
        self.db.commit()
        return int(row[0])

    def _new_run(self) -> int:
        settings = self.job.settings
        options = {
            "signatures": [str(path) for path in settings.signatures], "home": settings.home,
            "vantage": settings.vantage, "evidence": settings.evidence, "all": settings.everything,
        }  # fmt: skip
        number = self._next("runs")
        self.db.table("runs").insert(
            {
                "number": number, "started": _now(), "ended": None, "status": "running", "resumed": 0,
                "tracelore": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version,
                "options": _json(options), "signatures_from": self.job.catalogue.origin,
                "settings": settings_digest(self.job),
            }
        )  # fmt: skip
        return number

    def _add_signatures(self) -> dict[str, int]:
        """All signatures that are looked for, found or not: what was not found is a result too."""
        texts = signature_texts(self.job)
        numbers = {}
        for signature in self.job.catalogue.signatures:
            row = _signature_row(signature, texts.get(signature.slug, ""))
            brought_by = pack_record(self.job.pack(signature.slug))
            row["pack"] = _json(brought_by) if brought_by else None
            known = self.db.execute(
                "SELECT number FROM signatures WHERE slug = ? AND digest = ?", [row["slug"], row["digest"]]
            ).fetchone()
            numbers[signature.slug] = number = known[0] if known else self._next("signatures")
            if not known:
                self.db.table("signatures").insert({"number": number, **row})
            self.db.execute("INSERT OR IGNORE INTO run_signatures (run, signature) VALUES (?, ?)", [self._run, number])
        return numbers

    def _next(self, table: str) -> int:
        return int(self.db.execute(f"SELECT coalesce(max(number), 0) + 1 FROM [{table}]").fetchone()[0])

    # --- captures --------------------------------------------------------------------------------------------------

    def done_before(self, name: str, identity: Identity) -> DoneBefore | None:
        with self._guarded():
            row = self.db.execute(
                "SELECT size, mtime_ns, head, damage FROM captures WHERE run = ? AND name = ? AND status = 'done'",
                [self._run, printable(name)],
            ).fetchone()
        return DoneBefore(row[3] > 0) if row and Identity(*row[:3]) == identity else None

    def begin(self, capture: Capture) -> None:
        """Make room: what there is of this capture is of a run that was cut short, or of a file that has changed."""
        name = printable(capture.name)
        with self._guarded(), self.db.atomic():
            for (number,) in self.db.execute(
                "SELECT number FROM captures WHERE run = ? AND name = ?", [self._run, name]
            ).fetchall():
                self._remove(number)
            self.db.table("captures").insert(
                {"number": self._next("captures"), "run": self._run, "name": name, "form": capture.form,
                 "status": "running", "started": _now(), **_identity_row(identity_of(capture.name))}
            )  # fmt: skip

    def _remove(self, capture: int) -> None:
        for table in OF_EVENTS:
            self.db.execute(
                f"DELETE FROM [{table}] WHERE event IN (SELECT number FROM events WHERE capture = ?)", [capture]
            )
        remove_columns(self.db, capture)
        self.db.execute("DELETE FROM events WHERE capture = ?", [capture])
        self.db.execute("DELETE FROM captures WHERE number = ?", [capture])

    def write(self, found: Found) -> None:
        with self._guarded(), self.db.atomic():
            capture = self.db.execute(
                "SELECT number FROM captures WHERE run = ? AND name = ?", [self._run, found.capture]
            ).fetchone()[0]
            self._add_events(found, capture)
            add_columns(self.db, capture)
            self.db.table("captures").update(
                capture, {"form": found.form, **_account_row(found), **_identity_row(found.identity)}
            )

    def _add_events(self, found: Found, capture: int) -> None:
        number = self._next("events")
        for batch in self._rows.of(found.events, capture, number):
            for table, rows in batch.items():
                self._insert(table, rows)

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows, all with one statement: the search index is written anew at the end of each that adds to it."""
        columns = ", ".join(TABLES[table])
        self.db.execute(f"CREATE TEMP TABLE IF NOT EXISTS [new_{table}] AS SELECT {columns} FROM [{table}] WHERE 0")
        self.db.conn.executemany(f"INSERT INTO [new_{table}] VALUES ({', '.join('?' * len(TABLES[table]))})", rows)
        self.db.execute(f"INSERT INTO [{table}] ({columns}) SELECT * FROM [new_{table}] ORDER BY rowid")
        self.db.execute(f"DELETE FROM [new_{table}]")

    # --- the end ---------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        self._end("done")

    def keep(self) -> str:
        self._end("interrupted")
        return f"{self.path}; --resume goes on from there"

    def discard(self) -> None:
        """Completed captures stay: they were committed, and a resumed run goes on after them."""
        with suppress(sqlite3.Error, OutputError):
            self.db.rollback()
            self._end("failed")
        self._close()

    def _end(self, status: str) -> None:
        with self._guarded():
            self.db.rollback()  # of a capture that was being written when the user interrupted
            self.db.execute("UPDATE runs SET status = ?, ended = ? WHERE number = ?", [status, _now(), self._run])
            self.db.commit()
            self._close()

    def _close(self) -> None:
        self.db.conn.close()
        self._lock.release()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def _signature_row(signature: Signature, text: str) -> dict[str, Any]:
    return {
        "slug": signature.slug, "version": signature.version, "title": signature.title, "category": signature.category,
        "verdict": signature.verdict, "confidence": signature.confidence, "internal": int(signature.internal),
        "bottom_line": signature.section("bottom-line"),
        "hypotheses": _json([{part: getattr(each, part) for part in _READING} for each in signature.hypotheses]),
        "analysis": _json([{"heading": each.heading, "text": each.text} for each in signature.analysis]),
        "text": text,
        "digest": blake2b(text.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest(),
    }  # fmt: skip


def _identity_row(identity: Identity | None) -> dict[str, Any]:
    if identity is None:
        return {"size": None, "mtime_ns": None, "head": None}
    return {"size": identity.size, "mtime_ns": identity.mtime_ns, "head": identity.head}


def _account_row(found: Found) -> dict[str, Any]:
    result, report = found.result, found.report
    return {
        "status": "done", "packets": result.packets, "matched": result.matched, "events": len(found.events),
        "evicted": result.evicted, "untimed": result.untimed, "late": result.late, "damage": report.damage.total,
        "warnings": report.warnings.total, "undecoded": report.undecoded.total(),
        "damage_messages": _json(report.damage.first), "warning_messages": _json(report.warnings.first),
        "undecoded_reasons": _json(dict(report.undecoded.most_common())), "vantage": result.vantage,
        "executor": found.executor, "ended": _now(), "seconds": round(found.seconds, 6),
    }  # fmt: skip
