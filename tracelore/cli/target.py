"""Where `match` writes, and what cannot be asked for together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.capture import STANDARD_INPUT
from tracelore.results.formats import open_writer
from tracelore.results.output import STANDARD_OUTPUT, Output
from tracelore.results.writer import OutputError, Writer

if TYPE_CHECKING:
    from tracelore.results.job import Job
    from tracelore.results.labels import LabelWriter

__all__ = ["Target"]


@dataclass(frozen=True, slots=True)
class Target:
    """Where results go.

    Attributes:
        form: Format of the events.
        output: File that they are written to.
        resume: Go on with what is there.
        labels: File for the labels of packets.
        report: File for the report.
        in_full: How many events of each signature the report shows in full.
    """

    form: str
    output: str
    resume: bool
    labels: str | None
    report: str | None = None
    in_full: int = 10

    def refuse(self, names: Sequence[str], merge: bool) -> None:
        """Say what cannot be, before anything is opened. Both options know a packet by its capture and its number."""
        for option, given in (("--resume", self.resume), ("--label-packets", self.labels)):
            if given and merge:
                raise OutputError(f"{option} does not go with --merge", at_start=True)
        if self.report and self.resume:
            raise OutputError("--report tells of all captures: it does not go with --resume", at_start=True)
        if self.report == STANDARD_OUTPUT:
            raise OutputError("--report needs a FILE", at_start=True)
        if self.labels and self.resume:
            raise OutputError("--label-packets labels all captures anew: it does not go with --resume", at_start=True)
        if self.labels and STANDARD_INPUT in names:
            raise OutputError("--label-packets reads captures twice: name a file, not standard input", at_start=True)
        self.spare(names)

    def spare(self, names: Sequence[str]) -> None:
        """An output replaces what is there: it must not be what is read, nor the other output."""
        outputs = (self.output, self.labels, self.report)
        places = [Path(name).resolve() for name in outputs if name and name != STANDARD_OUTPUT]
        inputs = {Path(name).resolve() for name in names if name != STANDARD_INPUT}
        if len(set(places)) < len(places) or not inputs.isdisjoint(places):
            raise OutputError(
                "the output must be another file than the captures, and each output its own", at_start=True
            )

    def label_writer(self, job: Job) -> LabelWriter | None:
        """The writer of labels, where these are asked for."""
        if self.labels is None:
            return None
        from tracelore.results.labels import open_labels

        return open_labels(job, self.labels)

    def writer(self, job: Job, tell: Callable[[str], None]) -> Writer:
        """The writer of events, and of the report beside it where that is asked for."""
        if self.report is None:
            return open_writer(self.form, job, self.output, resume=self.resume, tell=tell)
        from tracelore.report.writer import ReportWriter
        from tracelore.results.beside import Beside

        report = ReportWriter(job, Output(self.report), self.in_full)
        try:
            return Beside(open_writer(self.form, job, self.output, resume=self.resume, tell=tell), report)
        except OutputError:
            report.discard()
            raise
