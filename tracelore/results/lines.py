"""Formats that are lines of JSON, one event each: NDJSON, and what Suricata calls EVE."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from matcher.event import Event
from tracelore.results.job import Found, Job
from tracelore.results.output import Output
from tracelore.results.writer import Writer

__all__ = ["LinesWriter", "ndjson_line"]

_ENCODE: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def ndjson_line(record: Any) -> str:
    """A JSON object on one line, without the line's end."""
    return _ENCODE(record)


class LinesWriter(Writer):
    """Writes each event as one line: here, the record that docs/output.md calls a contract."""

    def __init__(self, job: Job, output: Output) -> None:
        self.job = job
        self.output = output

    def line(self, event: Event, record: dict[str, Any]) -> str:
        """The line of one event."""
        return ndjson_line(record)

    def write(self, found: Found) -> None:
        stream = self.output.text()
        for event, record in self.job.records(found):
            stream.write(f"{self.line(event, record)}\n")
        self.output.flush()

    def finish(self) -> None:
        self.output.finish()

    def keep(self) -> str:
        return self.output.keep()

    def discard(self) -> None:
        self.output.discard()
