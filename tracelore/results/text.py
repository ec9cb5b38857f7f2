"""The report for people, on a terminal or in a file."""

from __future__ import annotations

import sys
from dataclasses import replace

from rich.console import Console

from matcher.capture import Capture, printable
from tracelore.readable import EventPrinter
from tracelore.results.job import Found, Job
from tracelore.results.output import STANDARD_OUTPUT, Output
from tracelore.results.writer import Writer
from tracelore.summary import print_summary

__all__ = ["TextWriter"]

_WIDTH = 120  # where no terminal says how wide it is


class TextWriter(Writer):
    """Prints each event with its evidence and its meaning, and an account of each capture."""

    def __init__(self, job: Job, output: Output) -> None:
        self.job = job
        self.output = output
        self._capture: Capture | None = None
        on_terminal = output.name == STANDARD_OUTPUT and sys.stdout.isatty()
        self._console = Console(
            file=output.text(), highlight=False, soft_wrap=False, width=None if on_terminal else _WIDTH
        )
        self._printer = EventPrinter(self._console, job.settings.evidence)

    def begin(self, capture: Capture) -> None:
        self._capture = replace(capture, name=printable(capture.name))

    def write(self, found: Found) -> None:
        for event in found.events:
            self._printer.print(event, self.job.signature(event.signature), self.job.pack(event.signature))
        if self._capture is not None:
            print_summary(self._console, found.result, self._capture, len(self.job.catalogue.signatures))
        self.output.flush()

    def finish(self) -> None:
        self.output.finish()

    def keep(self) -> str:
        return self.output.keep()

    def discard(self) -> None:
        self.output.discard()
