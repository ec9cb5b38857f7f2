"""Formats that are lines of JSON, one event each: NDJSON, and what Suricata calls EVE."""

from __future__ import annotations

from typing import Any

from matcher.event import Event
from tracelore.results.eventline import EventLines
from tracelore.results.halves import lines_of
from tracelore.results.job import Found, Job
from tracelore.results.jsontext import COMPACT
from tracelore.results.output import Output
from tracelore.results.writer import Writer

__all__ = ["LinesWriter", "ndjson_line"]


def ndjson_line(record: Any) -> str:
    """A JSON object on one line, without the line's end."""
    return COMPACT.any(record)


class LinesWriter(Writer):
    """Writes each event as one line: here, the record that docs/output.md calls a contract."""

    def __init__(self, job: Job, output: Output) -> None:
        self.job = job
        self.output = output
        self._lines = EventLines(job)

    def line(self, event: Event) -> str:
        """The line of one event, with its end."""
        return self._lines.whole(event)

    def write(self, found: Found) -> None:
        self.output.flush()  # so that a fork has nothing of it
        self.output.text().writelines(lines_of(found.events, self.line))
        self.output.flush()

    def finish(self) -> None:
        self.output.finish()

    def keep(self) -> str:
        return self.output.keep()

    def discard(self) -> None:
        self.output.discard()
