"""The compiled executor: kernels pass over what can change no result, the reference executor does the rest.

Kernels say only "no pattern can match this packet" and "under this key no event is possible". Everything else is
decoded by `matcher.decode` and read by the reference `Execution`, in the order of the capture, so that matches,
episodes and events are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from matcher.compiled.classify import classify_rows
from matcher.compiled.columns import VANTAGE_FIELDS
from matcher.compiled.decode import LINKTYPES, decode_rows
from matcher.compiled.jit import tell_of_first_compilation
from matcher.compiled.pcap import CHUNK, Batch, PcapHeader, batches, take_header
from matcher.compiled.sieve import Columns, Sieve, record_of
from matcher.compiled.survey import select_rows, survey_rows
from matcher.compiled.surveyor import Allowed, Demand, survey
from matcher.compiled.vantage import ColumnVantage, see_rows
from matcher.compiled.walk import walk_pcap
from matcher.decode import decode
from matcher.episodes import Key
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport, open_source
from matcher.moment import Moment
from matcher.packet import Packet
from matcher.program import Program
from matcher.reference import Execution, _rare_collections

__all__ = ["LEAST_BYTES", "CannotRun", "can_run", "run_capture"]

LEAST_BYTES = 20_000_000  # smaller files are read by the reference executor before the kernels are loaded
_KERNELS = (walk_pcap, decode_rows, classify_rows, see_rows, survey_rows, select_rows)


class CannotRun(Exception):
    """The compiled executor does not read this input; the reference executor does."""


def can_run(name: str, *, least: int = LEAST_BYTES) -> bool:
    """Whether this is a file that the compiled executor reads, and at least so many bytes."""
    path = Path(name)
    try:
        if not path.is_file() or path.stat().st_size < least:
            return False
        with path.open("rb") as stream:
            source, form = open_source(stream, ReadReport())
            header = take_header(source) if form == "pcap" else None
    except (OSError, ValueError):
        return False
    return header is not None and header.linktype in LINKTYPES


def run_capture(
    program: Program,
    name: str,
    options: MatchOptions | None = None,
    report: ReadReport | None = None,
    *,
    chunk: int = CHUNK,
    notice: Callable[[str], None] | None = None,
) -> MatchResult:
    """Match a capture file against a program: the same result, and the same report, as the reference executor's.

    The file is read two or three times.

    Args:
        program: From `compile_signatures`.
        name: A pcap file, compressed or not, for which `can_run` says yes (whatever its size).
        options: How to run; None for the defaults.
        report: Filled in: what was read, what was odd, what was not decoded.
        chunk: Bytes of a read.
        notice: Gets one line before the kernels are compiled for the first time; None writes it to stderr.

    Raises:
        CannotRun: Another format, version or link type. `report` is as it was.
        OSError: The file cannot be opened.
    """
    header = _header(name)
    if header is None or header.linktype not in LINKTYPES:
        raise CannotRun(f"{name} is no ordinary pcap file of a common link type")
    tell_of_first_compilation(_KERNELS, notice)
    options = options or MatchOptions()
    sieve = Sieve(program, header.linktype)
    demand = survey(Demand(program, sieve, options), lambda: _read(name, ReadReport(), chunk))
    own = ReadReport()
    run = _Run(program, options, sieve, demand, own)
    with _rare_collections():
        for batch in _read(name, own, chunk):
            run.take(batch)
        result = run.execution.finish()
    if report is not None:
        for attribute in ReadReport.__slots__:
            setattr(report, attribute, getattr(own, attribute))
    return result


def _header(name: str) -> PcapHeader | None:
    with Path(name).open("rb") as stream:
        source, form = open_source(stream, ReadReport())
        return take_header(source) if form == "pcap" else None


def _read(name: str, report: ReadReport, chunk: int) -> Iterator[Batch]:
    """The batches of a file, from its beginning."""
    with Path(name).open("rb", buffering=0) as stream:
        source, _ = open_source(stream, report)
        header = take_header(source)
        if header is not None:
            yield from batches(source, header, report, chunk)


class _SiftedExecution(Execution):
    """The reference executor, told of packets that it need not see and of observations that cannot matter."""

    def __init__(self, program: Program, options: MatchOptions) -> None:
        super().__init__(program, options)
        self.vantage: ColumnVantage = ColumnVantage(options.vantage)
        self._allowed: dict[int, Allowed] = {}  # by frame, of packets of which not all observations can matter

    def pass_over(self, packets: int, time_ns: int) -> None:
        """So many packets change nothing; the last of them was at that time."""
        self.packets += packets
        self.time_ns = time_ns

    def read_some(self, packet: Packet, allowed: Allowed) -> None:
        """Take one packet as these observations only."""
        self._allowed[packet.frame] = allowed
        self.read(packet)

    def _deliver(self, moment: Moment, packet: Packet, matched: int, untimed: bool) -> None:
        super()._deliver(moment, packet, matched, untimed)
        self._allowed.pop(packet.frame, None)

    def _keys(self, number: int, packet: Packet, patterns: int, answers: int) -> Iterable[tuple[Key, int]]:
        allowed = self._allowed.get(packet.frame)
        if allowed is not None:
            if (number, False) not in allowed:
                patterns &= answers
            if (number, True) not in allowed:
                patterns, answers = patterns & ~answers, 0
        return super()._keys(number, packet, patterns, answers)


class _Run:
    """The last reading of a capture."""

    def __init__(
        self, program: Program, options: MatchOptions, sieve: Sieve, demand: Demand | None, report: ReadReport
    ) -> None:
        self.execution = _SiftedExecution(program, options)
        self.sieve = sieve
        self.demand = demand
        self.report = report
        self.slots = np.array([sieve.layout.names.index(name) for name in VANTAGE_FIELDS], np.int64)

    def take(self, batch: Batch) -> None:
        """Sift a batch, and let the reference executor read what can matter."""
        sifted = self.sieve.sift(batch)
        columns = sifted.columns
        chosen = self.demand.select(batch, sifted) if self.demand else {}
        rows = np.flatnonzero(sifted.verdicts).tolist()
        if self.demand:
            rows = sorted({*chosen, *np.flatnonzero(~columns.simple).tolist()})
        passed = seen = 0
        for row in rows:
            self._pass_over(batch, passed, row)
            is_simple = bool(columns.simple[row])
            if not is_simple:
                self._see(batch, columns, seen, row)
                seen = row + 1
            packet = decode(record_of(batch, row, self.sieve.linktype), self.report)
            self.execution.vantage.is_passed = is_simple
            if row in chosen:
                self.execution.read_some(packet, chosen[row])
            else:
                self.execution.read(packet)
            passed = row + 1
        self._pass_over(batch, passed, batch.size)
        self._see(batch, columns, seen, batch.size)

    def _pass_over(self, batch: Batch, start: int, stop: int) -> None:
        if start < stop:
            self.execution.pass_over(stop - start, int(batch.rows[3, stop - 1]))

    def _see(self, batch: Batch, columns: Columns, start: int, stop: int) -> None:
        """Let the vantage see the simple packets before one that the reference executor reads."""
        vantage = self.execution.vantage
        if start < stop and not vantage.is_settled:
            see_rows(
                batch.data, columns.network, columns.values, columns.states, columns.simple, self.slots, start,
                vantage.table,
            )  # fmt: skip
            vantage.settle()
