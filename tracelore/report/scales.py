"""Round steps for axes and bins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracelore.times import spoken_time

__all__ = ["number_step", "short_time", "time_step", "time_ticks"]

_S: Final = 1_000_000_000
_BELOW_A_SECOND = [digit * 10**power for power in range(9) for digit in (1, 2, 5)]
_ABOVE = [
    seconds * _S
    for seconds in (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400)
]
_DAY: Final = 86_400 * _S
_TIMES: Final[list[int]] = [*_BELOW_A_SECOND, *_ABOVE]


def time_step(length_ns: int, most: int) -> int:
    """The smallest round duration of which at most `most` fill `length_ns`, in nanoseconds."""
    for step in _TIMES:
        if step * most >= length_ns:
            return step
    return number_step(-(-length_ns // _DAY), most) * _DAY


def number_step(length: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 ... of which at most `most` fill `length`."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power * most >= length:
                return digit * power
        power *= 10


def time_ticks(start_ns: int, end_ns: int, most: int) -> Iterator[tuple[int, str]]:
    """Round moments between two, with what to write there."""
    step = time_step(max(1, end_ns - start_ns), most)
    first = -(-start_ns // step) * step
    for moment in range(first, end_ns + 1, step):
        yield moment, short_time(moment, step)


def short_time(ns: int, step: int) -> str:
    """A moment, no more exactly than `step`: a date, a time of day, or both at the beginning of a day."""
    day, _, clock = spoken_time(ns).rpartition(" ")
    if step >= _DAY:
        return day or "1970-01-01"  # where texts without dates count from
    whole, _, fraction = clock.partition(".")
    if step >= 60 * _S:
        whole = whole[:-3]
    digits = max(0, 9 - len(str(step)) + 1) if step < _S else 0
    exact = f"{whole}.{fraction[:digits]}" if digits else whole
    return day[5:] if day and ns % _DAY == 0 and step < _DAY else exact
