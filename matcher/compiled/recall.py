"""A capture that is read several times, and packets of it that are needed once more: those that an event shows, or that
tell its key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.batch import Batch, Fetched
from matcher.compiled.excerpt import Excerpt
from matcher.compiled.reading import fetch, read_batches, unpacked_size, wanted_of
from matcher.compiled.stretches import Stretches
from matcher.decode import decode
from matcher.formats import Growing, ReadReport
from matcher.packet import Packet

__all__ = ["Recall"]

Ints = npt.NDArray[np.int64]

_MOST: Final = 1 << 62  # bytes


@dataclass(frozen=True, slots=True)
class Recall:
    """Reads a capture, and packets of it again by their numbers: int64[packets], ascending, each once.

    Attributes:
        name: The file, as it was; empty where all its packets are in the excerpt.
        index: Where its records are, as the first reading noted it; empty where one cannot seek.
        inner: Whether a packet is the innermost one of its tunnels.
        excerpt: Those that will be needed, where they were copied.
        growing: What waits at the end of a file that is still being written, the first time that it is read.
    """

    name: str
    index: Stretches
    inner: bool = False
    excerpt: Excerpt | None = None
    growing: Growing | None = None

    @property
    def size(self) -> int:
        """About how many bytes it has, unpacked; of a file that is still being written, as many as it may ever have.

        Raises:
            OSError: The file cannot be opened.
        """
        if self.growing:
            return _MOST
        return unpacked_size(self.name) if self.name else self.excerpt.size if self.excerpt else 0

    def first_batches(self, report: ReadReport, chunk: int) -> Iterator[Batch]:
        """All of it, as `read_batches` gives it, for the first time: the index is filled in."""
        return self._batches(report, chunk, self.index, self.growing)

    def stop(self) -> None:
        """Nobody waits any more for what may still be written."""
        if self.growing:
            self.growing.stop()

    def batches(self, chunk: int) -> Iterator[Batch]:
        """All of it once more, and what may have been added since."""
        return self._batches(ReadReport(), chunk)

    def _batches(
        self, report: ReadReport, chunk: int, index: Stretches | None = None, growing: Growing | None = None
    ) -> Iterator[Batch]:  # fmt: skip
        if self.name:
            yield from read_batches(self.name, report, chunk, index, growing)
        elif self.excerpt:
            yield from self.excerpt.batches()

    @property
    def reads_all(self) -> bool:
        """Whether it has to read the file from its beginning each time."""
        return not self.index and self.excerpt is None

    def of(self, frames: Ints) -> Recall:
        """The same for these packets only, which it reads now, so that it need not look for them each time.

        Raises:
            OSError: The file cannot be read, or there is no room for them in the folder for temporary files.
        """
        return replace(self, excerpt=Excerpt.of(wanted_of(read_batches(self.name, ReadReport()), frames)))

    def fetch(self, frames: Ints) -> Iterator[Fetched]:
        """As they stand in the file, some thousand at a time."""
        return self.excerpt.fetch(frames) if self.excerpt else fetch(self.name, frames, self.index)

    def packets(self, frames: Ints) -> Iterator[Packet]:
        """Decoded."""
        return (decode(record, ReadReport(), self.inner) for some in self.fetch(frames) for record in some)
