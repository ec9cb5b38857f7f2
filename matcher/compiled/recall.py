"""Packets of a capture that are needed once more: those that an event shows, or that tell its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.compiled.reading import BatchIndex, fetch_records
from matcher.decode import decode
from matcher.formats import ReadReport, Record
from matcher.packet import Packet

__all__ = ["Recall"]


@dataclass(frozen=True, slots=True)
class Recall:
    """Reads packets of a capture file again, by their numbers: int64[packets], ascending, each once.

    Attributes:
        name: The file, as it was.
        index: Where its records are, as the first reading noted it; may be empty.
        inner: Whether a packet is the innermost one of its tunnels.
    """

    name: str
    index: BatchIndex
    inner: bool = False

    def records(self, frames: npt.NDArray[np.int64]) -> Iterator[Record]:
        """As they stand in the file."""
        return fetch_records(self.name, frames, self.index)

    def packets(self, frames: npt.NDArray[np.int64]) -> Iterator[Packet]:
        """Decoded."""
        return (decode(record, ReadReport(), self.inner) for record in self.records(frames))
