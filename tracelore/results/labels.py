"""A label for every packet: which events it is in, and of which signatures.

Which packets an event has is known when the capture has ended, so that the capture is read a second time.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from matcher.capture import open_capture
from matcher.formats import ReadReport, Record, open_source, read_records
from tracelore import __version__
from tracelore.results.job import Found, Job
from tracelore.results.lines import ndjson_line
from tracelore.results.output import Output
from tracelore.results.parquet import ParquetRows, arrow
from tracelore.results.pcapng import PcapngFile
from tracelore.results.writer import OutputError

__all__ = ["FORMS", "Label", "LabelWriter", "Named", "labels_of", "open_labels"]

_MOST_COMMENTS = 32  # of one packet


@dataclass(frozen=True, slots=True)
class Named:
    """What a label says of an event: of a million events, the rest would take gigabytes."""

    id: str
    signature: str
    conclusive: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What is known of one packet.

    Attributes:
        capture: The input.
        frame: Number in it, from 1.
        time_ns: Nanoseconds since 1970-01-01 UTC; None where it has no time.
        events: Those that it is in, the most specific first.
        record: Its bytes; None for a packet of a text trace.
    """

    capture: str
    frame: int
    time_ns: int | None
    events: tuple[Named, ...]
    record: Record | None

    def row(self) -> dict[str, Any]:
        """The columns of the formats that are tables."""
        return {
            "capture": self.capture,
            "frame": self.frame,
            "time_ns": self.time_ns,
            "signatures": list(dict.fromkeys(event.signature for event in self.events)),
            "events": [event.id for event in self.events],
        }


def labels_of(found: Found, name: str) -> Iterator[Label]:
    """A label for each packet of a capture, in its order.

    Raises:
        OutputError: The capture cannot be read a second time.
    """
    if found.identity is None:
        raise OutputError(f"--label-packets reads a capture twice, and {name} can be read only once")
    events, most = _events_by_frame(found), found.result.packets  # the capture may have grown since
    with Path(name).open("rb") as stream:
        report = ReadReport()
        source, form = open_source(stream, report)
        if form is not None:
            for record in islice(read_records(source, form, report), most):
                yield Label(found.capture, record.frame, record.time_ns, events.get(record.frame, ()), record)
            return
    with open_capture(name) as capture:
        for packet in islice(capture.packets, most):
            yield Label(found.capture, packet.frame, packet.time_ns, events.get(packet.frame, ()), None)


def _events_by_frame(found: Found) -> Mapping[int, tuple[Named, ...]]:
    """Packets that are in the same events share one tuple."""
    labels = found.result.labels or {}
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    numbers: dict[int, tuple[int, ...]] = {}
    named = []
    for number, event in enumerate(found.events):
        named.append(Named(event.id, event.signature, event.conclusive))
        for frame in labels.get(event.id, ()):
            longer = (*numbers.get(frame, ()), number)
            numbers[frame] = shared.setdefault(longer, longer)
    tuples = {which: tuple(named[number] for number in which) for which in shared}
    return {frame: tuples[which] for frame, which in numbers.items()}


class LabelWriter(ABC):
    """Takes the labels of one capture after the other."""

    def __init__(self, job: Job, name: str, *, binary: bool) -> None:
        self.job = job
        self.output = Output(name, binary=binary)

    @abstractmethod
    def write(self, found: Found, name: str) -> None:
        """Label the packets of one capture; `name` is where it can be read again."""

    def finish(self) -> None:
        """All is done: put the file in its place."""
        self.output.finish()

    def discard(self) -> None:
        """Leave nothing."""
        self.output.discard()


class NdjsonLabels(LabelWriter):
    """A line of JSON a packet."""

    def __init__(self, job: Job, name: str) -> None:
        super().__init__(job, name, binary=False)

    def write(self, found: Found, name: str) -> None:
        stream = self.output.text()
        for label in labels_of(found, name):
            stream.write(f"{ndjson_line(label.row())}\n")


class ParquetLabels(LabelWriter):
    """A row a packet."""

    def __init__(self, job: Job, name: str) -> None:
        pa = arrow()
        words = pa.dictionary(pa.int32(), pa.string())
        schema = pa.schema(
            [("capture", words), ("frame", pa.int64()), ("time_ns", pa.int64()),
             ("signatures", pa.list_(pa.string())), ("events", pa.list_(pa.string()))]
        )  # fmt: skip
        super().__init__(job, name, binary=True)
        self._rows = ParquetRows(self.output, schema)

    def write(self, found: Found, name: str) -> None:
        self._rows.write(label.row() for label in labels_of(found, name))

    def finish(self) -> None:
        self._rows.close()
        super().finish()


class PcapngLabels(LabelWriter):
    """The packets themselves, those in events with a comment for each."""

    def __init__(self, job: Job, name: str) -> None:
        super().__init__(job, name, binary=True)
        self._file = PcapngFile(self.output.stream, f"tracelore {__version__}")  # type: ignore[arg-type]

    def write(self, found: Found, name: str) -> None:
        for label in labels_of(found, name):
            if label.record is None:
                raise OutputError(f"{name} is text: it has no bytes that pcapng could hold")
            self._file.write(label.record, label.capture, self._comments(label.events))

    def _comments(self, events: tuple[Named, ...]) -> list[str]:
        said = [self._comment(event) for event in events[:_MOST_COMMENTS]]
        left = len(events) - len(said)
        return [*said, f"and in {left} more events"] if left else said

    def _comment(self, event: Named) -> str:
        signature = self.job.signature(event.signature)
        sure = "" if event.conclusive else ", inconclusive"
        return f"{signature.slug}: {signature.title} ({signature.verdict}{sure}; event {event.id})"


_WRITERS: Mapping[str, Callable[[Job, str], LabelWriter]] = {
    ".ndjson": NdjsonLabels,
    ".parquet": ParquetLabels,
    ".pcapng": PcapngLabels,
}
FORMS = tuple(_WRITERS)


def open_labels(job: Job, name: str) -> LabelWriter:
    """The writer of labels that the end of the file's name asks for.

    Raises:
        OutputError: The name has none of the known ends, or the file cannot be written.
    """
    make = _WRITERS.get(Path(name).suffix.lower())
    if make is None:
        raise OutputError(f"{name}: labels are written to a file that ends in {', '.join(FORMS)}", at_start=True)
    return make(job, name)
