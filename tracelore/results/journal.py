"""NDJSON in a file that survives a kill: events are appended capture by capture, and a journal says how far that is.

While a run is under way, `NAME.part` holds the events and `NAME.part.journal` what is complete: a line for each
capture, written when its events are safely on disk. Whatever comes after the last complete capture is cut off when
the run is resumed, so that nothing is lost and nothing is there twice. At the end the file takes its place and the
journal goes.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from matcher.capture import printable
from tracelore.results.eventline import EventLines
from tracelore.results.halves import lines_of
from tracelore.results.identity import Identity
from tracelore.results.job import Found, Job
from tracelore.results.lines import ndjson_line
from tracelore.results.locking import Lock
from tracelore.results.output import draft_of, reason
from tracelore.results.sources import settings_digest
from tracelore.results.writer import DoneBefore, OutputError, Writer

__all__ = ["JournalledWriter"]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A capture whose events are complete.

    Attributes:
        name: As it was given.
        identity: What it was.
        end: Bytes of the output up to and with its last event.
        damaged: A part of it could not be read.
    """

    name: str
    identity: Identity | None
    end: int
    damaged: bool


class JournalledWriter(Writer):
    """Writes events as NDJSON to a file.

    Raises:
        OutputError: The file cannot be written, another process writes it, or there is something to resume that was
            begun with other options, other signatures or another version.
    """

    def __init__(self, job: Job, path: Path, *, resume: bool) -> None:
        self.job = job
        self.path = path
        self._draft = draft_of(path)
        self._journal_path = self._draft.with_name(f"{self._draft.name}.journal")
        if path.is_dir():
            raise OutputError(f"{path} cannot be written: it is a folder", at_start=True)
        self._lock = Lock(self._draft)
        self._digest = settings_digest(job)
        self._lines = EventLines(job)
        try:
            self._done = self._read_journal() if resume else []
            self._events: IO[bytes] = self._draft.open("r+b")
            self._journal: IO[bytes] = self._journal_path.open("ab")
            self._passed: list[_Entry] = []
            if not self._done:
                self._cut()
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {reason(error)}", at_start=True) from None

    # --- what is there ---------------------------------------------------------------------------------------------

    def _read_journal(self) -> list[_Entry]:
        try:
            lines = self._journal_path.read_bytes().split(b"\n")[:-1]  # what has no end was being written
        except FileNotFoundError:
            return []
        if not lines:
            return []
        try:
            if json.loads(lines[0]) != {"settings": self._digest}:
                raise OutputError(
                    f"{self._draft} was begun with other options, other signatures or another version; "
                    "without --resume it is begun anew",
                    at_start=True,
                )
            entries = [_entry(line) for line in lines[1:]]
        except (ValueError, KeyError, TypeError):
            return []
        size = self._draft.stat().st_size
        return [entry for entry in entries if entry.end <= size]

    def done_before(self, name: str, identity: Identity) -> DoneBefore | None:
        """Captures count as done as long as they come in the order in which they were done."""
        if not self._done:
            return None
        entry = self._done[0]
        if (entry.name, entry.identity) == (printable(name), identity):
            self._passed.append(self._done.pop(0))
            return DoneBefore(entry.damaged)
        self._cut()
        return None

    def _cut(self) -> None:
        """Drop what is not known to be wanted: all events and entries after those that were passed."""
        self._done = []
        self._events.truncate(self._passed[-1].end if self._passed else 0)
        self._events.seek(0, os.SEEK_END)
        self._journal.truncate(0)
        self._note({"settings": self._digest})
        for entry in self._passed:
            self._note(asdict(entry))

    # --- what comes ------------------------------------------------------------------------------------------------

    def write(self, found: Found) -> None:
        self._cut_rest()
        self._events.flush()  # so that a fork has nothing of it
        for piece in lines_of(found.events, self._lines.whole):
            self._events.write(piece.encode("utf-8", "backslashreplace"))
        _to_disk(self._events)
        damaged = found.report.damage.total > 0
        entry = _Entry(found.capture, found.identity, self._events.tell(), damaged)
        self._passed.append(entry)
        self._note(asdict(entry))

    def _cut_rest(self) -> None:
        if self._done or self._events.tell() != (self._passed[-1].end if self._passed else 0):
            self._cut()

    def _note(self, line: object) -> None:
        self._journal.write(ndjson_line(line).encode() + b"\n")
        _to_disk(self._journal)

    def finish(self) -> None:
        self._cut_rest()
        self._close()
        self._draft.replace(self.path)
        self._journal_path.unlink(missing_ok=True)
        self._lock.release()

    def keep(self) -> str:
        self._close()
        self._lock.release()
        return f"{self._draft}; --resume goes on from there"

    def discard(self) -> None:
        """Even where writing failed, what was completed before stays, to be resumed when there is room again."""
        with suppress(OSError, ValueError):
            self._close()
        self._lock.release()

    def _close(self) -> None:
        self._events.close()
        self._journal.close()


def _entry(line: bytes) -> _Entry:
    values = json.loads(line)
    identity = values.pop("identity")
    return _Entry(identity=Identity(**identity) if identity else None, **values)


def _to_disk(stream: IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())
