"""Packets of a capture file that were read again together, as events show them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat

from matcher.compiled.batch import NO_TIME, Fetched
from matcher.compiled.usual_lines import usual_lines
from matcher.evidence import Page, Shown
from matcher.formats import Record

__all__ = ["FetchedPage"]


class FetchedPage(Page):
    """A page whose lines are written by a kernel, as far as that knows how."""

    def __init__(self, fetched: Iterable[Fetched], *, inner: bool) -> None:
        super().__init__(inner=inner)
        self._fetched = list(fetched)
        self._ends = list(accumulate(map(len, self._fetched)))

    def record(self, place: int) -> Record:
        """See `Page.record`."""
        piece = bisect_right(self._ends, place)
        return self._fetched[piece].record(place - self._ends[piece] + len(self._fetched[piece]))

    @cached_property
    def shown(self) -> Sequence[Shown]:
        """See `Page.shown`."""
        return list(chain.from_iterable(map(self._shown, self._fetched)))

    def _shown(self, some: Fetched) -> Iterator[Shown]:
        lines = repeat("") if self.inner else usual_lines(some.data, some.rows)
        captures = some.captures or repeat("")
        columns = zip(some.frames.tolist(), some.rows[3].tolist(), lines, captures, strict=False)
        for at, (frame, time, line, capture) in enumerate(columns):
            yield (frame, None if time == NO_TIME else time, line, capture) if line else self.show(some.record(at))
