"""Packets of a capture file that were read again together, as events show them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat
from typing import overload

from matcher.compiled.batch import NO_TIME, Fetched
from matcher.compiled.usual_lines import usual_lines
from matcher.evidence import Page, Shown
from matcher.formats import Record

__all__ = ["FetchedPage"]


class FetchedPage(Page):
    """A page whose lines are written by a kernel, as far as that knows how."""

    def __init__(self, fetched: Iterable[Fetched], *, inner: bool) -> None:
        self._fetched = list(fetched)
        super().__init__(_Joined(self._fetched), inner=inner)

    @cached_property
    def shown(self) -> Sequence[Shown]:
        """See `Page.shown`."""
        return list(chain.from_iterable(map(self._shown, self._fetched)))

    def _shown(self, some: Fetched) -> Iterator[Shown]:
        lines = repeat("") if self.inner else usual_lines(some.data, some.rows)
        captures = some.captures or repeat("")
        columns = zip(some.frames.tolist(), some.rows[3].tolist(), lines, captures, strict=False)
        for at, (frame, time, line, capture) in enumerate(columns):
            yield (frame, None if time == NO_TIME else time, line, capture) if line else self.show(some[at])


class _Joined(Sequence[Record]):
    """The records of several pieces, one piece after the other."""

    def __init__(self, pieces: Sequence[Fetched]) -> None:
        self._pieces = pieces
        self._ends = list(accumulate(map(len, pieces)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, which: int) -> Record: ...
    @overload
    def __getitem__(self, which: slice) -> list[Record]: ...
    def __getitem__(self, which: int | slice) -> Record | list[Record]:
        if isinstance(which, slice):
            return [self[at] for at in range(*which.indices(len(self)))]
        piece = bisect_right(self._ends, which)
        return self._pieces[piece][which - self._ends[piece] + len(self._pieces[piece])]
