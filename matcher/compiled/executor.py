"""The compiled executor: a capture file through the kernels, on two cores.

One thread reads, scans, puts in order and works out keys; the other moves the episodes on. Between them go batches, a
few at a time, so that memory is bounded and nobody waits for long. Events are made when they are asked for: only then
are the packets read again that are their evidence.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.acts import Acts
from matcher.compiled.batch import Batch
from matcher.compiled.engine import Engine, Sieve, Touched, touch
from matcher.compiled.layout import UNTIMED
from matcher.compiled.membership import Membership, count_members
from matcher.compiled.ordering import Observed, Ordering
from matcher.compiled.pipeline import ahead
from matcher.compiled.plan import CannotPlan, Plan, build_plan
from matcher.compiled.reading import CHUNK, BatchIndex, can_read, fetch_records, read_batches
from matcher.compiled.results import FoundEvents, LazyEvents
from matcher.compiled.scanner import Scanned, Scanner, TooManyRoutes
from matcher.compiled.talk import TALKS, see_talks
from matcher.compiled.warm import prepare
from matcher.decode import decode
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport
from matcher.packet import Packet
from matcher.program import Program
from matcher.vantage import Vantage

__all__ = ["CannotRun", "run_capture"]

Watch = Callable[[int, int, int], None]  # packets, bytes and events so far

_BETWEEN: Final = 0.1  # seconds between two reports


class CannotRun(Exception):
    """The compiled executor does not run this; the reference executor does. The message says why."""


def run_capture(
    program: Program,
    name: str,
    options: MatchOptions | None = None,
    report: ReadReport | None = None,
    *,
    chunk: int = CHUNK,
    notice: Callable[[str], None] | None = None,
    watch: Watch | None = None,
) -> MatchResult:
    """Match a capture file against a program: the same result, and the same report, as the reference executor's.

    Results are the same as far as neither runs into its limits: the reference executor counts the episodes that are
    open, this one the keys. What either cuts short it says of the events.

    Args:
        program: From `compile_signatures`.
        name: A regular file: pcap, pcapng or snoop, compressed or not. It must stay as it is while the events are used.
        options: How to run; None for the defaults.
        report: A new one, which is filled in: what was read, what was odd, what was not decoded.
        chunk: Bytes of a read.
        notice: Gets one line before the kernels are compiled for the first time; None writes it to stderr.
        watch: Gets the packets, bytes and events so far, some times a second and at the end.

    Raises:
        CannotRun: Another kind of file, or signatures that the kernels do not run.
        OSError: The file cannot be opened.
        MemoryError: The events do not fit the memory that is set aside for them.
    """
    if not can_read(name):
        raise CannotRun("it reads capture files only")
    options = options or MatchOptions()
    try:
        plan = build_plan(program, options, tracked=options.tally or options.labels)
    except CannotPlan as reason:
        raise CannotRun(str(reason)) from None
    prepare(notice)
    run = _Run(plan, name, options, report or ReadReport(), chunk)
    try:
        for step in ahead(run.steps()):
            run.take(step, watch)
    except TooManyRoutes as reason:
        raise CannotRun(str(reason)) from None
    result = run.finish()
    if watch is not None:
        watch(run.packets, run.position, run.engine.events)
    return result


@dataclass(frozen=True, slots=True)
class _Step:
    """Packets whose turn has come, and how far the reading is.

    Attributes:
        touched: The packets, and the nodes that they concern.
        packets: How many records were read.
        position: Bytes of the capture that were read, unpacked.
    """

    touched: Touched | None
    packets: int
    position: int


class _Run:
    """One capture."""

    def __init__(self, plan: Plan, name: str, options: MatchOptions, report: ReadReport, chunk: int) -> None:
        self.plan = plan
        self.name = name
        self.options = options
        self.report = report
        self.chunk = chunk
        self.index = BatchIndex()
        self.secret = secrets.randbits(64), secrets.randbits(64)
        self.scanner = Scanner(plan.program, plan.kept, self.secret)
        self.acts = Acts(plan)
        self.ordering = Ordering(options.look_ahead)
        self.sieve = Sieve(plan)
        self.engine = Engine(plan, options.keys)
        self.vantage = Vantage(options.vantage)
        self.talks = np.zeros(TALKS, np.uint64)
        self.packets = self.untimed = self.position = 0
        self._told = time.monotonic()

    # --- one thread: from the file to the nodes that packets concern -------------------------------------------------

    def steps(self) -> Iterator[_Step]:
        """Read the capture to its end."""
        for batch in read_batches(self.name, self.report, self.chunk, self.index):
            scanned = self._scanned(batch)
            for packets in self.ordering.add(_observed(batch, scanned)):
                yield from self._stepped(packets)
            yield _Step(None, self.packets, self.position)
        for packets in self.ordering.finish():
            yield from self._stepped(packets)

    def _scanned(self, batch: Batch) -> Scanned:
        scanned = self.scanner.scan(batch, self.report, wants_talks=not self.vantage.is_settled)
        if not self.vantage.is_settled:
            self.vantage.two_way = bool(see_talks(scanned.talks, self.talks))
        self.acts.extend(self.scanner.routes)
        self.packets += scanned.packets
        self.untimed += scanned.without_time
        self.position += len(batch.data)
        return scanned

    def _stepped(self, packets: Observed) -> Iterator[_Step]:
        for touched in self.sieve.sift(touch(self.plan, self.acts, packets)):
            yield _Step(touched, self.packets, self.position)

    # --- the other: episodes -----------------------------------------------------------------------------------------

    def take(self, step: _Step, watch: Watch | None) -> None:
        """Move the episodes on."""
        if step.touched is not None:
            self.engine.take(step.touched)
        if watch is not None and time.monotonic() - self._told > _BETWEEN:
            watch(step.packets, step.position, self.engine.events)
            self._told = time.monotonic()

    def finish(self) -> MatchResult:
        """All was taken: what was found."""
        del self.sieve  # and the memory of what waited there
        records = np.array(self.engine.finish(), np.int64)
        found = FoundEvents(self.engine.findings, records, self.vantage, self.options.capture, self._fetch)
        leading = found.leading()
        members = self._members(records) if self.options.tally or self.options.labels else None
        return MatchResult(
            events=LazyEvents(found, leading.reported(), leading.also),
            displaced=LazyEvents(found, leading.explained(), leading.also),
            packets=self.packets,
            matched=members.matched if members else None,
            vantage=self.vantage.judged,
            evicted=self.engine.evicted,
            untimed=self.untimed,
            late=self.ordering.late,
            labels=_labels(found, members) if members and self.options.labels else None,
        )

    # --- readings after the first ------------------------------------------------------------------------------------

    def _members(self, records: npt.NDArray[np.int64]) -> Membership:
        """Which packets are in events."""
        touched = ahead(self._touched_again()) if len(records) else ()
        return count_members(self.engine.heap, records, touched, keeps_frames=self.options.labels)

    def _touched_again(self) -> Iterator[Touched]:
        scanner, acts, unused = Scanner(self.plan.program, self.plan.kept, self.secret), Acts(self.plan), ReadReport()
        for batch in read_batches(self.name, unused, self.chunk):
            scanned = scanner.scan(batch, unused)
            acts.extend(scanner.routes)
            yield touch(self.plan, acts, _observed(batch, scanned))

    def _fetch(self, frames: npt.NDArray[np.int64]) -> Mapping[int, Packet]:
        """Packets, read again."""
        unused = ReadReport()
        return {record.frame: decode(record, unused) for record in fetch_records(self.name, frames, self.index)}


def _labels(found: FoundEvents, members: Membership) -> Mapping[str, Sequence[int]]:
    """The frames of events, by their ids; events that share one share them."""
    frames: dict[str, Sequence[int]] = {}
    for record in found.records.tolist():
        own = members.frames(record).tolist()
        name = found.id(record)
        frames[name] = sorted({*frames[name], *own}) if name in frames else own
    return frames


def _observed(batch: Batch, scanned: Scanned) -> Observed:
    flags = np.where(scanned.untimed, np.uint8(UNTIMED), np.uint8(0))
    return Observed(
        batch.first + scanned.row, scanned.time, flags, scanned.route, scanned.values, scanned.states
    )  # fmt: skip
