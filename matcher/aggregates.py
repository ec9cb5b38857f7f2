"""Mergeable aggregates of an episode: small states with `add`, `merge` and `value`.

For every state: if `a` has taken one run of observations and `b` the run that follows, then `a.merge(b)` leaves `a`
as if it had taken both. That is what lets batches, threads, files and clusters agree.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final, Protocol

from matcher.moment import Moment
from matcher.program import AggregateSpec
from matcher.steps import Step
from matcher.windows import WindowCount, WindowDistinct

__all__ = ["State", "new_state"]


class State(Protocol):
    """What an aggregate keeps."""

    def add(self, moment: Moment, value: Any) -> None:
        """Take one more observation; `value` is None for aggregates of observations."""

    def merge(self, later: Any) -> None:
        """Take over the state of the run of observations that followed."""

    def value(self) -> Any:
        """The aggregate, or None when it has none."""

    def is_saturated(self) -> bool:
        """Whether it stopped counting at its reach."""


class _Unbounded:
    """States that never saturate."""

    __slots__ = ()

    def is_saturated(self) -> bool:
        return False


class Count(_Unbounded):
    """How many observations."""

    __slots__ = ("count",)

    def __init__(self, spec: AggregateSpec) -> None:
        self.count = 0

    def add(self, moment: Moment, value: Any) -> None:
        self.count += 1

    def merge(self, later: Count) -> None:
        self.count += later.count

    def value(self) -> int:
        return self.count


class Distinct:
    """Different values, up to the reach."""

    __slots__ = ("reach", "values")

    def __init__(self, spec: AggregateSpec) -> None:
        self.reach = spec.reach
        self.values: dict[Any, None] = {}

    def add(self, moment: Moment, value: Any) -> None:
        if len(self.values) < self.reach:
            self.values[value] = None

    def merge(self, later: Distinct) -> None:
        for value in later.values:
            if len(self.values) >= self.reach:
                break
            self.values[value] = None

    def value(self) -> int:
        return len(self.values)

    def is_saturated(self) -> bool:
        return len(self.values) >= self.reach


class First(_Unbounded):
    """The earliest moment."""

    __slots__ = ("moment",)

    def __init__(self, spec: AggregateSpec) -> None:
        self.moment: Moment | None = None

    def add(self, moment: Moment, value: Any) -> None:
        if self.moment is None or moment < self.moment:
            self.moment = moment

    def merge(self, later: First) -> None:
        if later.moment is not None:
            self.add(later.moment, None)

    def value(self) -> Moment | None:
        return self.moment


class Last(_Unbounded):
    """The latest moment."""

    __slots__ = ("moment",)

    def __init__(self, spec: AggregateSpec) -> None:
        self.moment: Moment | None = None

    def add(self, moment: Moment, value: Any) -> None:
        if self.moment is None or moment > self.moment:
            self.moment = moment

    def merge(self, later: Last) -> None:
        if later.moment is not None:
            self.add(later.moment, None)

    def value(self) -> Moment | None:
        return self.moment


class Extremes(_Unbounded):
    """Least and greatest value: `min`, `max` and `span`. A host known by name only has no place in an order."""

    __slots__ = ("high", "kind", "low")

    def __init__(self, spec: AggregateSpec) -> None:
        self.kind = spec.kind
        self.low: int | None = None
        self.high: int | None = None

    def add(self, moment: Moment, value: Any) -> None:
        if not isinstance(value, int):
            return
        if self.low is None or value < self.low:
            self.low = value
        if self.high is None or value > self.high:
            self.high = value

    def merge(self, later: Extremes) -> None:
        for value in (later.low, later.high):
            self.add(Moment(0, 0), value)

    def value(self) -> int | None:
        if self.low is None or self.high is None:
            return None
        return {"min": self.low, "max": self.high}.get(self.kind, self.high - self.low)


_NO_VALUE: Final = object()


class Constant(_Unbounded):
    """Whether all values are equal: the first, and whether another came."""

    __slots__ = ("first", "varies")

    def __init__(self, spec: AggregateSpec) -> None:
        self.first: Any = _NO_VALUE
        self.varies = False

    def add(self, moment: Moment, value: Any) -> None:
        if self.first is _NO_VALUE:
            self.first = value
        elif value != self.first:
            self.varies = True

    def merge(self, later: Constant) -> None:
        if later.first is not _NO_VALUE:
            self.add(Moment(0, 0), later.first)
            self.varies = self.varies or later.varies

    def value(self) -> bool | None:
        return None if self.first is _NO_VALUE else not self.varies


class Rate(_Unbounded):
    """Observations a second, exactly; none for a single moment."""

    __slots__ = ("count", "first", "last")

    def __init__(self, spec: AggregateSpec) -> None:
        self.count = 0
        self.first = 0
        self.last = 0

    def add(self, moment: Moment, value: Any) -> None:
        time = moment.time_ns
        self.first = min(self.first, time) if self.count else time
        self.last = max(self.last, time) if self.count else time
        self.count += 1

    def merge(self, later: Rate) -> None:
        if later.count:
            self.first = min(self.first, later.first) if self.count else later.first
            self.last = max(self.last, later.last) if self.count else later.last
            self.count += later.count

    def value(self) -> Fraction | None:
        return Fraction(self.count * 1_000_000_000, self.last - self.first) if self.last > self.first else None


class Interval(_Unbounded):
    """Times between successive observations, in nanoseconds: mean, least, greatest, and jitter.

    Jitter is the range between the extremes (RFC 5481 calls it peak-to-peak). The mean is rounded down to
    whole nanoseconds.
    """

    __slots__ = ("count", "first", "greatest", "kind", "last", "least")

    def __init__(self, spec: AggregateSpec) -> None:
        self.kind = spec.kind
        self.count = 0
        self.first = 0
        self.last = 0
        self.least: int | None = None
        self.greatest: int | None = None

    def add(self, moment: Moment, value: Any) -> None:
        if self.count:
            self._take_interval(abs(moment.time_ns - self.last))
        else:
            self.first = moment.time_ns
        self.last = moment.time_ns
        self.count += 1

    def merge(self, later: Interval) -> None:
        if not later.count:
            return
        if self.count:
            self._take_interval(abs(later.first - self.last))
        else:
            self.first = later.first
        for interval in (later.least, later.greatest):
            if interval is not None:
                self._take_interval(interval)
        self.last = later.last
        self.count += later.count

    def _take_interval(self, interval: int) -> None:
        self.least = interval if self.least is None else min(self.least, interval)
        self.greatest = interval if self.greatest is None else max(self.greatest, interval)

    def value(self) -> int | None:
        if self.least is None or self.greatest is None:
            return None
        match self.kind:
            case "interval.min":
                return self.least
            case "interval.max":
                return self.greatest
            case "interval.jitter":
                return self.greatest - self.least
            case _:
                return abs(self.last - self.first) // (self.count - 1)


class Extent(_Unbounded):
    """`duration`: from the first packet to the last, in nanoseconds. The value taken is when the observation began."""

    __slots__ = ("first", "last")

    def __init__(self, spec: AggregateSpec) -> None:
        self.first: int | None = None
        self.last = 0

    def add(self, moment: Moment, value: Any) -> None:
        self._cover(value, moment.time_ns)

    def merge(self, later: Extent) -> None:
        if later.first is not None:
            self._cover(later.first, later.last)

    def _cover(self, first: int, last: int) -> None:
        self.last = last if self.first is None else max(self.last, last)
        self.first = first if self.first is None else min(self.first, first)

    def value(self) -> int | None:
        return None if self.first is None else self.last - self.first


_STATES: Final[dict[str, Callable[[AggregateSpec], State]]] = {
    "count": Count,
    "distinct": Distinct,
    "first": First,
    "last": Last,
    "min": Extremes,
    "max": Extremes,
    "span": Extremes,
    "constant": Constant,
    "rate": Rate,
    "interval.mean": Interval,
    "interval.min": Interval,
    "interval.max": Interval,
    "interval.jitter": Interval,
    "duration": Extent,
    "step": Step,
    "missing": Step,
}


def new_state(spec: AggregateSpec) -> State:
    """An empty state for an aggregate."""
    if spec.window_ns:
        return WindowCount(spec) if spec.kind == "count" else WindowDistinct(spec)
    return _STATES[spec.kind](spec)
