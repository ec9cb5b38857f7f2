"""The compiled executor: kernels pass over what certainly matches nothing, the reference executor does the rest.

What a kernel says is only "no pattern can match this packet". Every other packet is decoded by `matcher.decode` and
read by the reference `Execution`, in the order of the capture, so that matches, episodes and events are its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.compiled.classify import classify_rows
from matcher.compiled.columns import VANTAGE_FIELDS, Layout
from matcher.compiled.decode import LINKTYPES, decode_rows
from matcher.compiled.jit import tell_of_first_compilation
from matcher.compiled.pcap import CHUNK, Batch, PcapHeader, batches, take_header
from matcher.compiled.tables import Tables, build_tables
from matcher.compiled.vantage import ColumnVantage, see_rows
from matcher.compiled.walk import walk_pcap
from matcher.decode import decode
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport, Record, open_source
from matcher.program import Program
from matcher.reference import Execution, _rare_collections

__all__ = ["LEAST_BYTES", "CannotRun", "Columns", "can_run", "decode_batch", "run_capture"]

LEAST_BYTES = 20_000_000  # smaller files are read by the reference executor before the kernels are loaded


class CannotRun(Exception):
    """The compiled executor does not read this input; the reference executor does."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of a batch: `values` and `states` have a row for each of `Layout.names`, and a column a packet."""

    values: npt.NDArray[np.int64]
    states: npt.NDArray[np.uint8]
    network: npt.NDArray[np.int64]
    simple: npt.NDArray[np.bool_]


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

    Args:
        program: From `compile_signatures`.
        name: A pcap file, compressed or not, for which `can_run` says yes (whatever its size).
        options: How to run; None for the defaults.
        report: Filled in: what was read, what was odd, what was not decoded.
        chunk: Bytes of a read.
        notice: Gets one line before the kernels are compiled for the first time; None writes it to stderr.

    Raises:
        CannotRun: Another format, version or link type. Nothing was read, and `report` is as it was.
        OSError: The file cannot be opened.
    """
    report = report if report is not None else ReadReport()
    with Path(name).open("rb") as stream:
        own = ReadReport()
        source, form = open_source(stream, own)
        header = take_header(source) if form == "pcap" else None
        if header is None or header.linktype not in LINKTYPES:
            raise CannotRun(f"{name} is no ordinary pcap file of a common link type")
        tell_of_first_compilation((walk_pcap, decode_rows, classify_rows, see_rows), notice)
        sifting = _Sifting(program, options or MatchOptions(), header, own)
        with _rare_collections():
            for batch in batches(source, header, own, chunk):
                sifting.take(batch)
            result = sifting.execution.finish()
    _hand_over(own, report)
    return result


def _hand_over(own: ReadReport, report: ReadReport) -> None:
    for name in ReadReport.__slots__:
        setattr(report, name, getattr(own, name))


def decode_batch(batch: Batch, linktype: int, layout: Layout) -> Columns:
    """The columns of a batch."""
    shape = (layout.rows, batch.size)
    columns = Columns(
        np.empty(shape, np.int64), np.zeros(shape, np.uint8), np.empty(batch.size, np.int64),
        np.empty(batch.size, np.bool_),
    )  # fmt: skip
    decode_rows(
        batch.data, batch.rows, linktype, layout.options, layout.quoted, layout.slots, columns.values, columns.states,
        columns.network, columns.simple,
    )  # fmt: skip
    return columns


class _SiftedExecution(Execution):
    """The reference executor, told of packets that it need not see."""

    def __init__(self, program: Program, options: MatchOptions) -> None:
        super().__init__(program, options)
        self.vantage: ColumnVantage = ColumnVantage(options.vantage)

    def pass_over(self, packets: int, time_ns: int) -> None:
        """So many packets match nothing; the last of them was at that time."""
        self.packets += packets
        self.time_ns = time_ns


class _Sifting:
    """One run over the batches of a capture."""

    def __init__(self, program: Program, options: MatchOptions, header: PcapHeader, report: ReadReport) -> None:
        self.execution = _SiftedExecution(program, options)
        self.linktype = header.linktype
        self.report = report
        self.tables: Tables
        self.tables, self.layout = build_tables(program)
        self.slots = np.array([self.layout.names.index(name) for name in VANTAGE_FIELDS], np.int64)

    def take(self, batch: Batch) -> None:
        """Decode and classify a batch, and let the reference executor read what may match."""
        columns = decode_batch(batch, self.linktype, self.layout)
        alive = np.empty((batch.size, len(self.tables.full)), np.uint64)
        verdicts = np.empty(batch.size, np.bool_)
        classify_rows(columns.values, columns.states, columns.simple, self.tables, alive, verdicts)
        passed = seen = 0
        for row in np.flatnonzero(verdicts).tolist():
            self._pass_over(batch, passed, row)
            is_simple = bool(columns.simple[row])
            if not is_simple:
                seen = self._see(batch, columns, seen, row) + 1
            self._read(batch, row, is_simple)
            passed = row + 1
        self._pass_over(batch, passed, batch.size)
        self._see(batch, columns, seen, batch.size)

    def _pass_over(self, batch: Batch, start: int, stop: int) -> None:
        if start < stop:
            self.execution.pass_over(stop - start, int(batch.rows[3, stop - 1]))

    def _see(self, batch: Batch, columns: Columns, start: int, stop: int) -> int:
        """Let the vantage see the simple packets up to one that the reference executor reads."""
        vantage = self.execution.vantage
        if start < stop and not vantage.is_settled:
            see_rows(
                batch.data, columns.network, columns.values, columns.states, columns.simple, self.slots, start,
                vantage.table,
            )  # fmt: skip
            vantage.settle()
        return stop

    def _read(self, batch: Batch, row: int, is_simple: bool) -> None:
        offset, caplen, length, time_ns = (int(value) for value in batch.rows[:, row])
        captured = batch.data[offset : offset + caplen].tobytes()
        packet = decode(Record(batch.first + row, time_ns, length, captured, self.linktype), self.report)
        self.execution.vantage.is_passed = is_simple
        self.execution.read(packet)
