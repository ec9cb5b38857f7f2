"""One batch of records through the kernels: columns, and the clauses that may hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.compiled.classify import classify_rows
from matcher.compiled.columns import Layout
from matcher.compiled.decode import decode_rows
from matcher.compiled.pcap import Batch
from matcher.compiled.tables import build_tables
from matcher.formats import Record
from matcher.program import Program

__all__ = ["Columns", "Sieve", "Sifted", "decode_batch", "record_of"]


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of a batch.

    Attributes:
        values: int64[columns, packets], a row for each of `Layout.names`.
        states: uint8[columns, packets], as `matcher.compiled.columns` names them.
        network: int64[packets]: where the IP header begins.
        simple: bool[packets]: False where the columns mean nothing and the ordinary decoder must see the frame.
    """

    values: npt.NDArray[np.int64]
    states: npt.NDArray[np.uint8]
    network: npt.NDArray[np.int64]
    simple: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What the kernels say of a batch.

    Attributes:
        columns: Its fields.
        alive: uint64[packets, words]: the clauses that may hold, of simple packets.
        verdicts: bool[packets]: whether there are any, or the packet is not simple.
        doubtful: bool[packets]: whether one of them may not hold after all.
    """

    columns: Columns
    alive: npt.NDArray[np.uint64]
    verdicts: npt.NDArray[np.bool_]
    doubtful: npt.NDArray[np.bool_]


def decode_batch(batch: Batch, linktype: int, layout: Layout) -> Columns:
    """The columns of a batch."""
    shape = (len(layout.names), batch.size)
    columns = Columns(
        np.empty(shape, np.int64), np.empty(shape, np.uint8), np.empty(batch.size, np.int64),
        np.empty(batch.size, np.bool_),
    )  # fmt: skip
    decode_rows(
        batch.data, batch.rows, linktype, layout.options, layout.quoted, layout.wanted, columns.values, columns.states,
        columns.network, columns.simple,
    )  # fmt: skip
    return columns


class Sieve:
    """A program's tables, ready for batches of one link type."""

    def __init__(self, program: Program, linktype: int) -> None:
        self.linktype = linktype
        self.tables, self.layout = build_tables(program)

    def sift(self, batch: Batch) -> Sifted:
        """Decode and classify a batch."""
        columns = decode_batch(batch, self.linktype, self.layout)
        alive = np.zeros((batch.size, len(self.tables.full)), np.uint64)
        verdicts, doubtful = np.empty(batch.size, np.bool_), np.empty(batch.size, np.bool_)
        classify_rows(columns.values, columns.states, columns.simple, self.tables, alive, verdicts, doubtful)
        return Sifted(columns, alive, verdicts, doubtful)


def record_of(batch: Batch, row: int, linktype: int) -> Record:
    """A record of a batch as the ordinary decoder takes it."""
    offset, caplen, length, time_ns = (int(value) for value in batch.rows[:, row])
    captured = batch.data[offset : offset + caplen].tobytes()
    return Record(batch.first + row, time_ns, length, captured, linktype)
