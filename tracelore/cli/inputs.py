"""The inputs of a command: files and folders in the order of time, all as one, or one that is still being written."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from matcher.capture import Capture
from matcher.captures import Captures
from tracelore.cli.exits import DAMAGED, USAGE

if TYPE_CHECKING:
    from matcher.formats import ReadReport

__all__ = ["Inputs", "remarks", "warn"]

_MOST_REMARKS = 20  # of one kind


def warn(message: str) -> None:
    """Say something on standard error."""
    click.echo(f"tracelore: {message}", err=True)


def remarks(report: ReadReport) -> Iterator[str]:
    """What there is to say of a capture's reading."""
    for kind, messages in (("damaged: ", report.damage), ("", report.warnings)):
        yield from (f"{kind}{message}" for message in messages.first[:_MOST_REMARKS])
        if messages.total > _MOST_REMARKS:
            yield f"{kind}and {messages.total - _MOST_REMARKS:,} more of this kind"


class Inputs:
    """What a command reads, capture by capture. What cannot be read is told on standard error, and the rest goes on."""

    def __init__(self, captures: Captures, *, merge: bool = False) -> None:
        """With `merge`, all captures are one."""
        self._captures = captures
        self._merge = merge
        self._told = 0
        self._tell_faults()

    @property
    def names(self) -> Sequence[str]:
        """The files that can be read."""
        return self._captures.names

    @property
    def skipped(self) -> int:
        """How many files below the folders hold no capture."""
        return self._captures.skipped

    def __iter__(self) -> Iterator[Capture]:
        """Each capture, open until the next is asked for. Where one is followed, Ctrl-C ends it and not the command."""
        for capture in self._merged() if self._merge else self._captures:
            if capture.is_followed:
                with _ended_by_interrupt(capture):
                    yield capture
            else:
                yield capture
        self._tell_faults()

    def _merged(self) -> Iterable[Capture]:
        if len(self._captures):
            with self._captures.merged() as capture:
                yield capture

    def _tell_faults(self) -> None:
        """There may be more of them later: a file can go away before its turn."""
        for fault in self._captures.faults[self._told :]:
            warn(str(fault))
        self._told = len(self._captures.faults)

    @property
    def status(self) -> int:
        """The exit status as far as the inputs decide it."""
        faults, read = self._captures.faults, self._captures.read
        if faults and not read:
            return USAGE
        return DAMAGED if faults or any(capture.report.damage.total for capture in read) else 0


@contextmanager
def _ended_by_interrupt(capture: Capture) -> Iterator[None]:
    """Ctrl-C ends the capture; when it is pressed again, the command."""
    before = signal.getsignal(signal.SIGINT)

    def stop(*_: Any) -> None:
        capture.stop()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
