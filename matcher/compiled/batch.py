"""Records that were read together: what the kernels take at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.formats import Record

__all__ = ["NO_TIME", "ROWS", "Batch", "Fetched", "record_of"]

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
    return _record(batch.first + row, batch.data, batch.rows[:, row])


def _record(
    frame: int, data: npt.NDArray[np.uint8], row: npt.NDArray[np.int64], capture: str = ""
) -> Record:  # fmt: skip
    offset, caplen, length, time_ns, linktype = row.tolist()
    captured = data[offset : offset + caplen].tobytes()
    return Record(frame, None if time_ns == NO_TIME else time_ns, length, captured, linktype, capture)


@dataclass(frozen=True, slots=True, eq=False)
class Fetched:
    """Records that were read again.

    Attributes:
        frames: Their numbers in their captures; int64[records].
        data, rows: As of a batch.
        captures: The names of their captures, where these are several; else empty.
    """

    frames: npt.NDArray[np.int64]
    data: npt.NDArray[np.uint8]
    rows: npt.NDArray[np.int64]
    captures: Sequence[str] = ()

    @classmethod
    def of(
        cls, frames: npt.NDArray[np.int64], data: npt.NDArray[np.uint8], rows: npt.NDArray[np.int64],
        captures: Sequence[str] = (),
    ) -> Fetched:  # fmt: skip
        """Records among others, without the others' bytes."""
        memory, offsets, sizes = data.data, rows[0], rows[1]
        starts, ends = offsets.tolist(), (offsets + sizes).tolist()
        packets = b"".join([memory[start:end] for start, end in zip(starts, ends, strict=True)])
        return cls(frames, np.frombuffer(packets, np.uint8), np.stack([np.cumsum(sizes) - sizes, *rows[1:]]), captures)

    def __len__(self) -> int:
        return len(self.frames)

    def __iter__(self) -> Iterator[Record]:
        return map(self.record, range(len(self)))

    def record(self, at: int) -> Record:
        """One of them, as the ordinary decoder takes it."""
        return _record(int(self.frames[at]), self.data, self.rows[:, at], self.captures[at] if self.captures else "")
