"""Sliding windows that merge: the most observations, or the most different values, in any closed window.

The best window of two runs together lies in one of them or crosses from the first to the second. What crosses is an
end of the first and a beginning of the second, so it is enough to keep what lies within one window of each end; and
of that no more than the reach, because a window that holds as much is already the best there can be.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Any

from matcher.moment import Moment
from matcher.program import AggregateSpec

__all__ = ["WindowCount", "WindowDistinct"]


class WindowCount:
    """The most observations in any closed window, up to the reach. `head` and `tail`: times near each end."""

    __slots__ = ("best", "head", "reach", "tail", "window")

    def __init__(self, spec: AggregateSpec) -> None:
        self.window = spec.window_ns
        self.reach = spec.reach
        self.best = 0
        self.head: list[int] = []
        self.tail: deque[int] = deque()

    def add(self, moment: Moment, value: Any) -> None:
        time = moment.time_ns
        if len(self.head) < self.reach and (not self.head or time <= self.head[0] + self.window):
            self.head.append(time)
        self._slide(self.tail, time)

    def _slide(self, tail: deque[int], time: int) -> None:
        """Move the window that ends with the last time on to a new last time."""
        tail.append(time)
        while len(tail) > self.reach or tail[0] < time - self.window:
            tail.popleft()
        self.best = max(self.best, len(tail))

    def merge(self, later: WindowCount) -> None:
        if not later.head:
            return
        self.best = max(self.best, later.best)
        crossing = self.tail.copy()
        for time in later.head:
            self._slide(crossing, time)
        first = self.head[0] if self.head else later.head[0]
        self.head.extend([time for time in later.head if time <= first + self.window][: self.reach - len(self.head)])
        oldest = later.tail[-1] - self.window
        near = [time for time in self.tail if time >= oldest]
        self.tail = deque([*near, *later.tail])
        while len(self.tail) > self.reach:
            self.tail.popleft()

    def value(self) -> int:
        return self.best

    def is_saturated(self) -> bool:
        return self.best >= self.reach


class WindowDistinct:
    """The most different values in any closed window, up to the reach.

    `head`: values near the beginning with the time of their first occurrence; `tail`: values near the end with the
    time of their last one; both in the order of those times.
    """

    __slots__ = ("best", "head", "reach", "tail", "window")

    def __init__(self, spec: AggregateSpec) -> None:
        self.window = spec.window_ns
        self.reach = spec.reach
        self.best = 0
        self.head: dict[Any, int] = {}
        self.tail: OrderedDict[Any, int] = OrderedDict()  # a plain dict is slow to take the oldest from

    def add(self, moment: Moment, value: Any) -> None:
        self._extend_head(value, moment.time_ns)
        self._slide(self.tail, value, moment.time_ns)

    def _extend_head(self, value: Any, time: int) -> None:
        if len(self.head) >= self.reach or value in self.head:
            return
        if not self.head or time <= next(iter(self.head.values())) + self.window:
            self.head[value] = time

    def _slide(self, tail: OrderedDict[Any, int], value: Any, time: int) -> None:
        tail.pop(value, None)
        tail[value] = time
        self._forget(tail, time - self.window)
        self.best = max(self.best, len(tail))

    def _forget(self, tail: OrderedDict[Any, int], oldest: int) -> None:
        while tail:
            value = next(iter(tail))
            if len(tail) <= self.reach and tail[value] >= oldest:
                return
            del tail[value]

    def merge(self, later: WindowDistinct) -> None:
        if not later.head:
            return
        self.best = max(self.best, later.best)
        crossing = self.tail.copy()
        for value, time in later.head.items():
            self._slide(crossing, value, time)
        for value, time in later.head.items():
            self._extend_head(value, time)
        for value, time in later.tail.items():
            self.tail.pop(value, None)
            self.tail[value] = time
        self._forget(self.tail, next(reversed(later.tail.values())) - self.window)

    def value(self) -> int:
        return self.best

    def is_saturated(self) -> bool:
        return self.best >= self.reach
