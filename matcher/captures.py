"""Several inputs and folders, read in the order of time, each on its own or all as one stream.

    captures = open_captures(["sensor-a/", "sensor-b/"])
    for capture in captures:                        # each on its own, one after the other
        for packet in capture.packets: ...
    for capture, packet in captures.packets():      # or: all of them as one stream
        ...
    merged = captures.merged()                      # the same as if it were one capture

A packet's number counts in its own capture, so the two together say which frame it is. Packets of `merged` carry the
name of their capture.
"""

from __future__ import annotations

import heapq
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from typing import Generic, TypeVar

from matcher.capture import Capture, CaptureError, NotACaptureError, open_capture, printable
from matcher.formats import ReadReport, Record
from matcher.packet import Packet

__all__ = ["MOST_OPEN", "Captures", "follow_capture", "open_captures"]

T = TypeVar("T", Packet, Record)

MOST_OPEN = 16  # files; each may need the memory that its compression asks for
_MOST_NAMED = 3  # in the name of a merged capture


@dataclass(frozen=True, slots=True)
class _Input:
    """An input that can be read.

    Attributes:
        name: As `open_capture` takes it.
        starts: Time of its first packet, in nanoseconds since 1970; None where it has no packet, or that no time.
        opened: What could not be opened a second time (a pipe), with the packets that were looked at put back.
        has_records: Whether its packets can be had as records.
    """

    name: str
    starts: int | None
    opened: Capture | None
    has_records: bool = False


@dataclass(slots=True)
class Captures:
    """Inputs in the order of their first packets' times; those without times come last.

    Iterate over it, over `packets()`, or over the packets of `merged()`, once.

    Attributes:
        faults: What was named and cannot be read.
        skipped: Files below the folders that are no captures.
        read: The captures opened so far, in that order. The report of each is complete when it has been read.
    """

    faults: list[CaptureError]
    skipped: int
    read: list[Capture] = field(default_factory=list)
    _inputs: list[_Input] = field(default_factory=list)
    _inner: bool = False

    def __len__(self) -> int:
        return len(self._inputs)

    @property
    def names(self) -> list[str]:
        """What can be read, in its order, as `open_capture` takes it."""
        return [entry.name for entry in self._inputs]

    def __iter__(self) -> Iterator[Capture]:
        """Each capture, open until the next is asked for."""
        for entry in self._inputs:
            capture = self._open(entry)
            if capture is not None:
                with capture:
                    yield capture

    def packets(self) -> Iterator[tuple[Capture, Packet]]:
        """Every packet with its capture, in the order of time as far as each capture is in order itself.

        A file is opened when the time of its first packet has come: files that follow one another are read one after
        the other, and files that overlap are merged. Of more than `MOST_OPEN` that overlap, the rest begin late. A
        packet without a time goes with the one before it.
        """
        return self._in_order(lambda capture: capture.packets)

    def merged(self) -> Capture:
        """All of them as one capture, whose report is that of all; its messages say of which capture they are.

        Packets keep their numbers, which count in their own capture; where there are several, packets name it.
        """
        names = self.names
        name = " + ".join(names) if len(names) <= _MOST_NAMED else f"{names[0]} + {len(names) - 1} more"
        report = ReadReport()
        are_records = all(entry.has_records for entry in self._inputs)
        records = self._all(self._in_order(_records), report) if are_records else None
        packets = self._all(self.packets(), report)
        return Capture(name, "merged", packets, report, _Together(self), records=records, parts=names)

    def _all(self, merged: Iterator[tuple[Capture, T]], report: ReadReport) -> Iterator[T]:
        """Packets or records; where there are several captures, with the names of theirs."""
        shown = cache(printable)
        if len(self) > 1:
            yield from (replace(one, capture=shown(capture.name)) for capture, one in merged)
        else:
            yield from (one for _, one in merged)
        for capture in self.read:
            _add(report, capture)

    def _in_order(self, taken: Callable[[Capture], Iterator[T]]) -> Iterator[tuple[Capture, T]]:
        """Of every capture what is `taken`, by time."""
        heap: list[_Cursor[T]] = []
        try:
            for entry in self._inputs:
                while heap and (len(heap) >= MOST_OPEN or not _has_come(entry, heap[0])):
                    yield heap[0].capture, heap[0].first
                    _advance(heap)
                self._begin(entry, heap, taken)
            while heap:
                yield heap[0].capture, heap[0].first
                _advance(heap)
        finally:
            for cursor in heap:
                cursor.capture.close()

    def _begin(self, entry: _Input, heap: list[_Cursor[T]], taken: Callable[[Capture], Iterator[T]]) -> None:
        capture = self._open(entry)
        if capture is None:
            return
        cursor = _Cursor(capture, taken(capture), len(self.read), entry.starts or 0)
        if cursor.advance():
            heapq.heappush(heap, cursor)
        else:
            capture.close()

    def _open(self, entry: _Input) -> Capture | None:
        try:
            capture = entry.opened or open_capture(entry.name, inner=self._inner)
        except CaptureError as fault:  # it went away since it was looked at
            self.faults.append(fault)
            return None
        self.read.append(capture)
        return capture


@dataclass(slots=True)
class _Cursor(Generic[T]):
    """Where the reading of one of several open captures has come to; that which is earlier is less."""

    capture: Capture
    left: Iterator[T]
    number: int
    time_ns: int
    first: T = field(init=False)

    def advance(self) -> bool:
        """Go on to the next packet, if there is one."""
        first = next(self.left, None)
        if first is None:
            return False
        self.first = first
        if first.time_ns is not None:
            self.time_ns = first.time_ns
        return True

    def __lt__(self, other: _Cursor[T]) -> bool:
        return (self.time_ns, self.number) < (other.time_ns, other.number)


@dataclass(frozen=True, slots=True)
class _Together:
    """The files of captures that are read as one, as far as the one needs a file."""

    captures: Captures

    def tell(self) -> int:
        return sum(capture.position for capture in self.captures.read)

    def close(self) -> None:
        for capture in self.captures.read:
            capture.close()


def _add(report: ReadReport, capture: Capture) -> None:
    """Put the account of one capture to that of all."""
    own = capture.report
    report.records += own.records
    report.undecoded += own.undecoded
    report.outer_only += own.outer_only
    for messages, more in ((report.damage, own.damage), (report.warnings, own.warnings)):
        left_out = more.total - len(more.first)
        for message in more.first:
            messages.add(f"{capture.name}: {message}")
        messages.total += left_out


def _records(capture: Capture) -> Iterator[Record]:
    return capture.records or iter(())  # a file that became another one since it was looked at has none


def _advance(heap: list[_Cursor[T]]) -> None:
    """Go on in the capture that is earliest, and close it at its end."""
    first = heap[0]
    if not first.advance():
        heapq.heappop(heap)
        first.capture.close()
    elif len(heap) > 1:
        heapq.heapreplace(heap, first)


def _has_come(entry: _Input, first: _Cursor[T]) -> bool:
    return entry.starts is not None and entry.starts <= first.time_ns


def open_captures(names: Iterable[str], *, inner: bool = False) -> Captures:
    """Find the captures among files and folders, and put them in order.

    A folder stands for all captures below it, recognised by what they hold and not by their names; links to folders are
    not followed, and one without any capture is a fault.

    Every file is looked into as far as its first packet, and closed until its turn comes. Nothing is raised: what
    cannot be read is in `Captures.faults`.

    Args:
        names: Files, folders, or `-` for standard input.
        inner: Decode the innermost packets of tunnels, as `decode` does.
    """
    inputs: list[_Input] = []
    faults: list[CaptureError] = []
    skipped = 0
    for name in names:
        known = len(inputs) + len(faults)
        is_folder = os.path.isdir(name)
        for path in _files_below(name, faults) if is_folder else (name,):
            try:
                inputs.append(_look(path, inner))
            except CaptureError as fault:
                if is_folder and isinstance(fault, NotACaptureError):
                    skipped += 1
                else:
                    faults.append(fault)
        if len(inputs) + len(faults) == known:
            faults.append(CaptureError(f"{name} is a folder without captures"))
    inputs.sort(key=lambda entry: (entry.starts is None, entry.starts or 0))
    return Captures(faults, skipped, _inputs=inputs, _inner=inner)


def follow_capture(name: str, *, inner: bool = False, idle: float | None = None) -> Captures:
    """One input that is still being written, as `open_capture` follows it. Waits until it is known what it is."""
    try:
        capture = open_capture(name, inner=inner, follow=True, idle=idle)
    except CaptureError as fault:
        return Captures([fault], 0)
    return Captures([], 0, _inputs=[_Input(name, None, capture)], _inner=inner)


def _files_below(folder: str, faults: list[CaptureError]) -> Iterator[str]:
    """The regular files below a folder, those of one folder in the order of their names."""

    def unreadable(error: OSError) -> None:
        faults.append(CaptureError(f"{error.filename} cannot be read: {error.strerror}"))

    for top, folders, files in os.walk(folder, onerror=unreadable):
        folders.sort()
        yield from filter(_is_regular, (os.path.join(top, file) for file in sorted(files)))


def _is_regular(name: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(name).st_mode)
    except (OSError, ValueError):  # nothing is there, or nothing can be
        return False


def _look(name: str, inner: bool) -> _Input:
    """Open an input as far as its first packet, and close it again where that can be undone."""
    capture = open_capture(name, inner=inner)
    first = next(capture.packets, None)
    starts = first.time_ns if first else None
    if capture.piped is None:
        capture.close()
        return _Input(name, starts, None, capture.records is not None)
    if first:
        capture.packets = chain([first], capture.packets)
    return _Input(name, starts, capture)
