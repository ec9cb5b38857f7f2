"""Records that were read together: what the kernels take at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.formats import Record

__all__ = ["NO_TIME", "ROWS", "Batch", "record_of", "records_at"]

ROWS: Final = 5  # of the table of records: offset, captured bytes, bytes on the wire, time, link type
NO_TIME: Final = -(1 << 63)  # in place of a time that the record does not have


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that stand together in a capture.

    Attributes:
        data: The bytes they are in; uint8[bytes].
        rows: int64[5, records]: offset of the packet in `data`, captured bytes, bytes on the wire, time in ns since
            1970 (or `NO_TIME`), link type.
        first: Number of the first record in its capture, from 1.
    """

    data: npt.NDArray[np.uint8]
    rows: npt.NDArray[np.int64]
    first: int

    @property
    def size(self) -> int:
        """How many records there are."""
        return int(self.rows.shape[1])

    def first_ones(self, most: int) -> Batch:
        """The first records, at most so many."""
        return self if self.size <= most else Batch(self.data, self.rows[:, :most], self.first)


def record_of(batch: Batch, row: int) -> Record:
    """A record of a batch as the ordinary decoder takes it."""
    offset, caplen, length, time_ns, linktype = (int(value) for value in batch.rows[:, row])
    captured = batch.data[offset : offset + caplen].tobytes()
    return Record(batch.first + row, None if time_ns == NO_TIME else time_ns, length, captured, linktype)


def records_at(
    data: npt.NDArray[np.uint8], frames: npt.NDArray[np.int64], rows: npt.NDArray[np.int64],
    captures: Iterable[str] = repeat(""),
) -> Iterator[Record]:  # fmt: skip
    """Records as the ordinary decoder takes them.

    Args:
        data, rows: As of a batch.
        frames: Their numbers; int64[records].
        captures: The names of their captures, where these are several.
    """
    memory = data.data
    for frame, (offset, caplen, length, time_ns, linktype), capture in zip(
        frames.tolist(), rows.T.tolist(), captures, strict=False  # where there is one capture, its name has no end
    ):  # fmt: skip
        captured = bytes(memory[offset : offset + caplen])
        yield Record(frame, None if time_ns == NO_TIME else time_ns, length, captured, linktype, capture)
