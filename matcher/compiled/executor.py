"""The compiled executor: a capture file through the kernels, twice, on two cores.

The first reading counts, so that the second one can leave aside what no event can come of. (Where few packets match,
they are kept, and there is no second one.) One thread reads, scans and puts in order; the other counts, or moves the
episodes on. Between them go batches, a few at a time, so that memory is bounded and nobody waits for long. Events are
made when they are asked for: only then are the packets read again that are their evidence.
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
from matcher.compiled.census import Census, bits_for, cells_for, keys_in
from matcher.compiled.engine import Engine
from matcher.compiled.excerpt import Excerpt
from matcher.compiled.layout import UNTIMED
from matcher.compiled.membership import Membership, count_members
from matcher.compiled.ordering import Observed, Ordering
from matcher.compiled.pipeline import ahead
from matcher.compiled.plan import CannotPlan, Plan, build_plan
from matcher.compiled.reading import CHUNK, can_read
from matcher.compiled.recall import Recall
from matcher.compiled.results import FoundEvents, LazyEvents
from matcher.compiled.scanner import UNKNOWN_SETS, Scanned, Scanner, Sets, TooManyRoutes
from matcher.compiled.stretches import Stretches
from matcher.compiled.talk import TALKS, see_talks
from matcher.compiled.touches import Touched, touch
from matcher.compiled.warm import prepare
from matcher.event import MatchOptions, MatchResult
from matcher.formats import Growing, ReadReport, Record
from matcher.program import Program
from matcher.vantage import Vantage

__all__ = ["CannotRun", "run_capture", "run_records"]

Watch = Callable[[int, int, int], None]  # packets, bytes and events so far

_BETWEEN: Final = 0.1  # seconds between two reports
_READINGS: Final = 2
_FEW: Final = 100_000  # packets that match: they need not be read again
_KEYS: Final = 16  # that a packet brings, hardly more
_PLACES: Final = 1 << 19  # of records that are noted: 8 MiB
_REMEMBERED: Final = 1 << 22  # packets whose sets are kept: 8 MiB


class CannotRun(Exception):
    """The compiled executor does not run this; the reference executor does. The message says why."""


def run_capture(
    program: Program,
    name: str,
    options: MatchOptions | None = None,
    report: ReadReport | None = None,
    *,
    inner: bool = False,
    growing: Growing | None = None,
    chunk: int = CHUNK,
    notice: Callable[[str], None] | None = None,
    watch: Watch | None = None,
) -> MatchResult:
    """Match a capture file against a program: the same result, and the same report, as the reference executor's.

    Results are the same as far as neither runs into its limits: the reference executor counts the episodes that are
    open, this one the keys. What either cuts short it says of the events.

    Args:
        program: From `compile_signatures`.
        name: A regular file: pcap, pcapng or snoop, compressed or not. It must stay as it is while the events are used;
            what is added to it meanwhile is not looked at.
        options: How to run; None for the defaults.
        report: A new one, which is filled in: what was read, what was odd, what was not decoded.
        inner: Look at the innermost packet of tunnels, as `decode` does.
        growing: Of a file that is still being written, what waits at its end: the capture ends where that ends.
        chunk: Bytes of a read.
        notice: Gets one line before the kernels are compiled for the first time; None writes it to stderr.
        watch: Gets the packets, bytes and events so far, some times a second and at the end; the two readings count
            half each, unless the first one waits for what is written.

    Raises:
        CannotRun: Another kind of file, or signatures that the kernels do not run.
        OSError: The file cannot be opened.
        MemoryError: The events do not fit the memory that is set aside for them.
    """
    if not can_read(name):
        raise CannotRun("it reads capture files only")

    def recall() -> Recall:
        return Recall(name, Stretches(_PLACES), inner, growing=growing)

    return _run(program, recall, options, report, chunk, notice, watch)


def run_records(
    program: Program,
    records: Iterator[Record],
    options: MatchOptions | None = None,
    report: ReadReport | None = None,
    *,
    inner: bool = False,
    notice: Callable[[str], None] | None = None,
    watch: Watch | None = None,
) -> MatchResult:
    """The same for records that can be read once: they are copied to a file, which is then read twice.

    Args:
        program, options, inner, notice, watch: As for `run_capture`.
        records: In their order. Evidence has their numbers, and the names of their captures; labels have others.
        report: Gets what was not decoded; what was read is for whoever reads the records to say.

    Raises:
        CannotRun: The kernels do not run the signatures; no record was read, unless packets satisfy too many different
            sets of conditions.
        OSError: The records cannot be read, or there is no room for them in the folder for temporary files.
        MemoryError: As for `run_capture`.
    """

    def recall() -> Recall:
        return Recall("", Stretches(), inner, Excerpt.whole(records))

    return _run(program, recall, options, report, CHUNK, notice, watch)


def _run(
    program: Program, recall: Callable[[], Recall], options: MatchOptions | None, report: ReadReport | None, chunk: int,
    notice: Callable[[str], None] | None, watch: Watch | None,
) -> MatchResult:  # fmt: skip
    options = options or MatchOptions()
    try:
        plan = build_plan(program, options, tracked=options.tally or options.labels)
    except CannotPlan as reason:
        raise CannotRun(str(reason)) from None
    prepare(notice)
    run = _Run(plan, recall(), options, report or ReadReport(), chunk)
    try:
        run.survey(watch)
        for step in ahead(run.steps()):
            run.take(step, watch)
    except TooManyRoutes as reason:
        raise CannotRun(str(reason)) from None
    result = run.finish()
    if watch is not None:
        watch(run.surveyed.packets, run.surveyed.position, run.engine.events)
    return result


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far a reading is.

    Attributes:
        packets: How many records were read.
        position: Bytes of the capture that were read, unpacked.
    """

    packets: int = 0
    position: int = 0

    def __add__(self, other: _Reach) -> _Reach:
        return _Reach(self.packets + other.packets, self.position + other.position)


_NOWHERE: Final = _Reach()


class _Run:
    """One capture."""

    def __init__(self, plan: Plan, recall: Recall, options: MatchOptions, report: ReadReport, chunk: int) -> None:
        self.plan = plan
        self.recall = recall
        self.options = options
        self.report = report
        self.chunk = chunk
        secret = secrets.randbits(64), secrets.randbits(64)
        self.scanner = Scanner(plan.program, plan.kept, secret, inner=recall.inner)
        self.acts = Acts(plan)
        self.sets: Sets = np.empty(_REMEMBERED, np.uint16)  # that the first packets satisfy
        self.engine = Engine(plan, options.keys)
        self.vantage = Vantage(options.vantage)
        self.surveyed = _Reach()
        self.observed = 0  # packets
        self.few: list[Observed] = []  # they, as long as they are few
        self._census: Census | None = None  # of more
        self.untimed = self.late = 0
        self._told = time.monotonic()

    # --- the first reading -------------------------------------------------------------------------------------------

    def survey(self, watch: Watch | None) -> None:
        """Find out which keys matter, and what the capture could have shown."""
        ordering = Ordering(self.options.look_ahead)
        for observed, reach in ahead(self._looks(), self.recall.stop):
            for packets in ordering.add(observed):
                self._count(packets)
            self.surveyed = reach
            self._tell(watch)
        for packets in ordering.finish():
            self._count(packets)
        census = self._census or self._counted(_KEYS * self.observed)
        self.late, self.engine.wanted, self._census = ordering.late, census.wanted, None

    def _looks(self) -> Iterator[tuple[Observed, _Reach]]:
        reach, talks = _Reach(), np.zeros(TALKS, np.uint64)
        for batch in self.recall.first_batches(self.report, self.chunk):
            scanned = self.scanner.scan(batch, self.report, wants_talks=not self.vantage.is_settled)
            self.acts.extend(self.scanner.routes)
            if not self.vantage.is_settled:
                self.vantage.two_way = bool(see_talks(scanned.talks, talks))
            kept = self.sets[reach.packets : reach.packets + scanned.packets]
            kept[:] = scanned.sets[: len(kept)]
            self.untimed += scanned.without_time
            reach += _Reach(scanned.packets, len(batch.data))
            yield _observed(batch, scanned), reach

    def _count(self, packets: Observed) -> None:
        self.observed += packets.size
        if self._census is not None:
            self._census.count(touch(self.plan, self.acts, packets))
            return
        self.few.append(packets)
        if self.observed > _FEW:
            self._census = self._counted(keys_in(self.recall.size))
            self.few.clear()

    def _counted(self, keys: int) -> Census:
        """A census for about so many keys, of the packets so far: as long as they are few, it need not be large."""
        census = Census(self.plan, cells_for(keys), bits_for(keys))
        for packets in self.few:
            census.count(touch(self.plan, self.acts, packets))
        return census

    # --- the second one ----------------------------------------------------------------------------------------------

    def steps(self) -> Iterator[tuple[Touched | None, _Reach]]:
        """Packets whose turn has come, and the nodes that they concern."""
        if self.observed <= _FEW:
            for packets in self.few:
                yield touch(self.plan, self.acts, packets, self.engine.wanted), self.surveyed
            return
        ordering, reach = Ordering(self.options.look_ahead), _Reach()
        for batch, scanned in self._again():
            reach += _Reach(scanned.packets, len(batch.data))
            for packets in ordering.add(_observed(batch, scanned)):
                yield touch(self.plan, self.acts, packets, self.engine.wanted), reach
            yield None, reach
        for packets in ordering.finish():
            yield touch(self.plan, self.acts, packets, self.engine.wanted), reach

    def take(self, step: tuple[Touched | None, _Reach], watch: Watch | None) -> None:
        """Move the episodes on."""
        touched, reach = step
        if touched is not None:
            self.engine.take(touched)
        self._tell(watch, reach)

    def finish(self) -> MatchResult:
        """All was taken: what was found."""
        records = self.engine.finish()
        if not self._wants_members:
            self.sets = UNKNOWN_SETS
        found = FoundEvents(self.engine.findings, records, self.vantage, self.options.capture, self.recall)
        leading = found.leading()
        members = self._members(records) if self._wants_members else None
        return MatchResult(
            events=LazyEvents(found, leading.reported(), leading.also),
            displaced=LazyEvents(found, leading.explained(), leading.also),
            packets=self.surveyed.packets,
            matched=members.matched if members else None,
            vantage=self.vantage.judged,
            evicted=self.engine.evicted,
            untimed=self.untimed,
            late=self.late,
            labels=_labels(found, members) if members and self.options.labels else None,
        )

    # --- readings after the first ------------------------------------------------------------------------------------

    def _again(self) -> Iterator[tuple[Batch, Scanned]]:
        """What was read before is read again and scanned; the capture may have grown since."""
        self.scanner.rewind()
        read, most = 0, self.surveyed.packets
        for batch in self.recall.batches(self.chunk):
            if batch.size and read == most:
                return
            same = batch.first_ones(most - read)
            scanned = self.scanner.scan(same, ReadReport(), self.sets[read : read + same.size])
            read += same.size
            self.acts.extend(self.scanner.routes)
            if read > len(self.sets) and not self._wants_members:
                self.sets = UNKNOWN_SETS  # nobody asks again, and episodes need the memory
            yield same, scanned

    @property
    def _wants_members(self) -> bool:
        return self.options.tally or self.options.labels

    def _members(self, records: npt.NDArray[np.int64]) -> Membership:
        """Which packets are in events."""
        touched = ahead(self._touched_again()) if len(records) else ()
        return count_members(self.engine.heap, records, touched, keeps_frames=self.options.labels)

    def _touched_again(self) -> Iterator[Touched]:
        for batch, scanned in self._again():
            yield touch(self.plan, self.acts, _observed(batch, scanned))

    def _tell(self, watch: Watch | None, again: _Reach = _NOWHERE) -> None:
        if watch is None or time.monotonic() - self._told <= _BETWEEN:
            return
        # Nobody knows when half of a file is read that is still being written.
        reach, readings = (self.surveyed, 1) if self.recall.growing else (self.surveyed + again, _READINGS)
        watch(reach.packets // readings, reach.position // readings, self.engine.events)
        self._told = time.monotonic()


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
