"""Comma-separated values (RFC 4180): a header, then one event a line."""

from __future__ import annotations

import csv
from typing import Any

from matcher.notation import visible
from tracelore.results.flat import COLUMNS, FlatRows
from tracelore.results.job import Found, Job
from tracelore.results.lines import LinesWriter
from tracelore.results.output import Output

__all__ = ["CsvWriter"]


class CsvWriter(LinesWriter):
    """Writes events as CSV, with a header even when there is no event."""

    def __init__(self, job: Job, output: Output) -> None:
        super().__init__(job, output)
        self._flat = FlatRows(job)
        self._rows = csv.writer(output.text(), lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, found: Found) -> None:
        self._rows.writerows(map(_cell, self._flat.of(event)) for event in found.events)
        self.output.flush()


def _cell(value: Any) -> Any:
    """One line without control characters, whatever a trace has put into a name."""
    if not isinstance(value, str) or value.isprintable():
        return value
    return visible(value)
