"""A session: captures one after the other through a job into a writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from matcher.capture import Capture
from tracelore.progress import Watch
from tracelore.results.identity import identity_of
from tracelore.results.job import Found, Job
from tracelore.results.output import reason
from tracelore.results.writer import OutputError, Writer

if TYPE_CHECKING:
    from tracelore.results.labels import LabelWriter

__all__ = ["Session"]


class Session:
    """What is done with each capture, and what became of all of them.

    Attributes:
        damaged: A part of some capture could not be read, now or in the run that is resumed.
        events: How many events were written.
        captures: How many captures were run.
        skipped: How many were done before.
    """

    def __init__(
        self,
        job: Job,
        writer: Writer,
        *,
        watch: Watch,
        labels: LabelWriter | None = None,
        each: Callable[[Found], None] = lambda _: None,
    ) -> None:
        """`each` is called with what was found in every capture, after it was written."""
        self.job = job
        self.writer = writer
        self.watch = watch
        self.labels = labels
        self.each = each
        self.damaged = False
        self.events = self.captures = self.skipped = 0

    def run(self, captures: Iterable[Capture]) -> None:
        """Run all captures and put the output in its place.

        Raises:
            OutputError: The output cannot be written. What was complete before is kept where the format can.
            ExecutorError: The executor that was asked for cannot run a capture.
            KeyboardInterrupt: The user had enough; call `keep`.
            BrokenPipeError: Nobody reads standard output any more.
        """
        try:
            for capture in captures:
                self._run(capture)
            self.writer.finish()
            if self.labels:
                self.labels.finish()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.watch.stop()
            self._discard()
            if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
                # Reading raises none: what cannot be read is damage, and in the report.
                raise OutputError(f"writing failed: {reason(error)}") from None
            raise

    def keep(self) -> list[str]:
        """After an interruption: where that is which was done."""
        self.watch.stop()
        kept = [self.writer.keep()]
        if self.labels:
            self.labels.discard()
        return [place for place in kept if place]

    def _discard(self) -> None:
        self.writer.discard()
        if self.labels:
            self.labels.discard()

    def _run(self, capture: Capture) -> None:
        identity = identity_of(capture.name)
        before = self.writer.done_before(capture.name, identity) if identity else None
        if before:
            self.skipped += 1
            self.damaged |= before.damaged
            self.watch.pass_over(capture)
            return
        self.writer.begin(capture)
        found = self.job.match(capture, self.watch)
        self.watch.found(found)
        self.writer.write(found)
        if self.labels:
            self.labels.write(found, capture.name)
        self.captures += 1
        self.events += len(found.events)
        self.damaged |= found.report.damage.total > 0
        self.each(found)
