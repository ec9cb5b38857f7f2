"""A capture that is read several times, and packets of it that are needed once more: those that an event shows, or that
tell its key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from matcher.compiled.batch import Batch, Fetched
from matcher.compiled.excerpt import Excerpt
from matcher.compiled.reading import fetch, read_batches, unpacked_size, wanted_of
from matcher.compiled.stretches import Stretches
from matcher.decode import decode
from matcher.formats import ReadReport
from matcher.packet import Packet

__all__ = ["Recall"]

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Recall:
    """Reads a capture, and packets of it again by their numbers: int64[packets], ascending, each once.

    Attributes:
        name: The file, as it was; empty where all its packets are in the excerpt.
        index: Where its records are, as the first reading noted it; empty where one cannot seek.
        inner: Whether a packet is the innermost one of its tunnels.
        excerpt: Those that will be needed, where they were copied.
    """

    name: str
    index: Stretches
    inner: bool = False
    excerpt: Excerpt | None = None

    @property
    def size(self) -> int:
        """About how many bytes it has, unpacked.

        Raises:
            OSError: The file cannot be opened.
        """
        return unpacked_size(self.name) if self.name else self.excerpt.size if self.excerpt else 0

    def batches(self, report: ReadReport, chunk: int, index: Stretches | None = None) -> Iterator[Batch]:
        """All of it, as `read_batches` gives it."""
        if self.name:
            yield from read_batches(self.name, report, chunk, index)
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
