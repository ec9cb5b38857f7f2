"""Live progress on a terminal, and none elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.capture import STANDARD_INPUT, Capture, file_size
from matcher.packet import Packet

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from tracelore.results.job import Found

__all__ = ["TerminalWatch", "Watch", "watch_for"]

_STEP = 1024  # packets between two looks at the clock
_PATIENCE = 0.3  # seconds before anything is shown: what is done by then needs no progress


def watch_for(names: Sequence[str], *, quiet: bool) -> Watch:
    """A watch that shows progress when somebody can see it: on standard error, unless that is no terminal."""
    return Watch() if quiet or not sys.stderr.isatty() else TerminalWatch(names)


class Watch:
    """Watches a session, and shows nothing."""

    def watched(self, capture: Capture) -> Iterable[Packet]:
        """The packets of a capture, as they pass."""
        return capture.packets

    def show(self, capture: Capture, packets: int, position: int, events: int) -> None:
        """So far, so many packets of a capture were read, so many bytes of its file, and so many events found."""

    def pass_over(self, capture: Capture) -> None:
        """A capture was done before."""

    def found(self, found: Found) -> None:
        """A capture is done: nothing may be on the terminal any more when this returns."""

    def stop(self) -> None:
        """Take what is shown off the terminal."""


class TerminalWatch(Watch):
    """Shows bytes read of all captures together, packets a second, events so far and the time left.

    The reference executor knows the events of a capture when that ends: their number then grows capture by capture.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._total = sum(map(file_size, names)) if STANDARD_INPUT not in names else 0
        self._bytes = self._packets = self._events = 0  # of the captures that are done
        self._begun = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def watched(self, capture: Capture) -> Iterator[Packet]:
        packets, left = 0, _STEP
        for packet in capture.packets:
            yield packet
            left -= 1
            if not left:
                packets, left = packets + _STEP, _STEP
                self.show(capture, packets, capture.position, 0)

    def show(self, capture: Capture, packets: int, position: int, events: int) -> None:
        seconds = time.monotonic() - self._begun
        if seconds < _PATIENCE:
            return
        if self._progress is None or self._task is None:
            total = 0 if capture.is_followed else self._total  # nobody knows how long it will be
            self._progress = _bar(total > 0)
            self._task = self._progress.add_task(
                "", total=total or None, completed=self._bytes, rate="", events=""
            )
            self._progress.start()
        self._progress.update(
            self._task,
            description=_shortened(capture.name),
            completed=self._bytes + position,
            rate=f"{(self._packets + packets) / seconds:,.0f} packets/s",
            events=f"{self._events + events:,} events",
        )

    def pass_over(self, capture: Capture) -> None:
        self._bytes += capture.size

    def found(self, found: Found) -> None:
        self.stop()
        self._bytes += found.identity.size if found.identity else 0
        self._packets += found.result.packets
        self._events += len(found.events)

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = self._task = None


def _bar(known: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        DownloadColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[events]}"),
        TimeRemainingColumn() if known else TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _shortened(name: str) -> str:
    last = Path(name).name or name
    return last if len(last) <= 30 else f"{last[:14]}…{last[-15:]}"
