"""The Python API: captures in, typed events or columns out. `docs/python.md` shows it in use."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.capture import open_capture
from matcher.captures import open_captures
from matcher.event import VantageOption
from tracelore.executors import Executor
from tracelore.results.event import EventReport
from tracelore.results.job import Found, Job, Settings

if TYPE_CHECKING:
    import pandas

    from tracelore.arrays import PacketColumns
    from tracelore.results.read import Results

__all__ = ["CaptureEvents", "Matches", "events_frame", "match", "packets", "read_results"]

PathLike = str | os.PathLike[str]
Paths = PathLike | Iterable[PathLike]


@dataclass(frozen=True, slots=True)
class CaptureEvents:
    """What was found in one capture.

    Attributes:
        capture: The input.
        form: Its format.
        events: The events, the most specific first.
        packets: How many packets were read.
        matched: How many of them are in an event; None of a large capture, which would have to be read again for that.
        vantage: `two-way` or `one-way` as judged, or what was said.
        damage: What could not be read; empty for a sound capture.
        warnings: What was odd and was read all the same.
        undecoded: How many frames held no IP packet that could be found.
    """

    capture: str
    form: str
    events: tuple[EventReport, ...]
    packets: int
    matched: int | None
    vantage: str
    damage: tuple[str, ...]
    warnings: tuple[str, ...]
    undecoded: int

    def __iter__(self) -> Iterator[EventReport]:
        return iter(self.events)

    def _repr_html_(self) -> str:
        from tracelore.results.frame import events_html

        return events_html(self)


class Matches:
    """Events of captures, found while one iterates: a capture is read when its first event is asked for.

    Iterating again reads the captures again; nothing is kept meanwhile.
    """

    def __init__(self, job: Job, paths: Sequence[str]) -> None:
        self._job = job
        self._paths = tuple(paths)

    def __iter__(self) -> Iterator[EventReport]:
        for found in self.captures():
            yield from found.events

    def __repr__(self) -> str:
        return f"<Matches of {', '.join(self._paths)} with {len(self._job.catalogue.signatures)} signatures>"

    def captures(self) -> Iterator[CaptureEvents]:
        """The same capture by capture, those without events too.

        Raises:
            CaptureError: A capture cannot be read at all; raised when the others were given. Damage inside one is no
                error: see `CaptureEvents.damage`.
            ExecutorError: The compiled executor was asked for, and cannot run a capture.
        """
        captures = open_captures(self._paths)
        for capture in captures:
            yield self._events(self._job.match(capture))
        for fault in captures.faults:
            raise fault

    def _events(self, found: Found) -> CaptureEvents:
        return CaptureEvents(
            capture=found.capture,
            form=found.form,
            events=tuple(EventReport.of(event, record) for event, record in self._job.records(found)),
            packets=found.result.packets,
            matched=found.result.matched,
            vantage=found.result.vantage,
            damage=tuple(found.report.damage.first),
            warnings=tuple(found.report.warnings.first),
            undecoded=found.report.undecoded.total(),
        )

    def frame(self) -> pandas.DataFrame:
        """All events as a DataFrame: `events_frame`."""
        return events_frame(self)

    def _repr_html_(self) -> str:
        from tracelore.results.frame import events_html

        return events_html(self)


def match(
    paths: Paths,
    *,
    signatures: Paths | None = None,
    home: Iterable[str] = (),
    vantage: VantageOption = "auto",
    evidence: int = 5,
    everything: bool = False,
    executor: Executor = "auto",
) -> Matches:
    """Find known events in captures.

    Args:
        paths: One capture or several, read in the order of time: pcap, pcapng or snoop files, compressed or not, or
            text as tcpdump prints it. A folder stands for all captures below it.
        signatures: Files and folders of signatures to use instead of the knowledge base.
        home: Your own networks as CIDR, for signatures that say `home`.
        vantage: Where the captures were made, which decides whether the absence of a packet means anything.
        evidence: How many packets of each event are kept.
        everything: Give also the events that a more specific one explains.
        executor: `compiled` for the fast one, `reference` for that in plain Python; `auto` takes the fast one for large
            files where it can run them. Both find the same.

    Raises:
        CatalogueError: The signatures cannot be read or have errors.
        ValueError: One of `home` is no network.
    """
    files = tuple(Path(path) for path in _listed(signatures)) if signatures is not None else ()
    networks = (home,) if isinstance(home, str) else tuple(home)
    settings = Settings(files, networks, vantage, evidence, everything, executor=executor, summarised=False)
    return Matches(Job(settings), _listed(paths))


def packets(path: PathLike, fields: str | Iterable[str] | None = None) -> PacketColumns:
    """Decoded fields of all packets of a capture, as NumPy arrays.

    Args:
        path: A capture.
        fields: Names of the language or of Wireshark, in a list or separated by commas; None for the common ones.
            `frame`, `time_ns`, `len` and `caplen` are always there.

    Raises:
        FieldNameError: There is no such field; the message names those that are near it.
        CaptureError: The capture cannot be read at all.
    """
    from tracelore.arrays import columns_of
    from tracelore.columns import DEFAULT_FIELDS, field_names

    wanted = DEFAULT_FIELDS if fields is None else (fields,) if isinstance(fields, str) else fields
    names = field_names(",".join(wanted))
    with open_capture(os.fspath(path)) as capture:
        return columns_of(capture.name, capture.packets, names)


def read_results(path: PathLike) -> Results:
    """Open a database that `tracelore match --format sqlite` has written.

    Raises:
        ResultsError: There is no such file, or it is no results database.
    """
    from tracelore.results.read import Results

    return Results(os.fspath(path))


def events_frame(events: Iterable[EventReport]) -> pandas.DataFrame:
    """Events (`Matches`, `Results`, or any of theirs) as a pandas DataFrame, one a row."""
    from tracelore.results.frame import events_frame as as_frame

    return as_frame(events)


def _listed(paths: Paths) -> list[str]:
    if isinstance(paths, (str, os.PathLike)):
        return [os.fspath(paths)]
    return [os.fspath(path) for path in paths]
