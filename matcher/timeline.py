"""How many packets the events hold that overlap a span of time, for many events and many spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

__all__ = ["Span", "Timeline"]

Span = tuple[int, int, int]  # time of the first packet, of the last one, and how many there are


class Timeline:
    """Events by their beginnings and by their ends, with the packets up to each.

    What overlaps a span began before its end, and did not end before its beginning; what ended before its beginning
    also began before its end. So a difference of two sums says it, however many events overlap.
    """

    __slots__ = ("_begun", "_ended", "_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        begun = sorted(spans)
        ended = sorted(begun, key=lambda span: span[1])
        self._starts = [first for first, _, _ in begun]
        self._ends = [last for _, last, _ in ended]
        self._begun = list(accumulate((packets for _, _, packets in begun), initial=0))
        self._ended = list(accumulate((packets for _, _, packets in ended), initial=0))

    def held(self, first: int, last: int) -> int:
        """Packets of the events that overlap a span of time, its ends included."""
        return self._begun[bisect_right(self._starts, last)] - self._ended[bisect_left(self._ends, first)]
