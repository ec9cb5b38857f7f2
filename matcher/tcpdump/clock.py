"""Time stamps in front of lines, and the clock that turns them into nanoseconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

__all__ = ["Clock", "Scale", "Stamp", "are_deltas", "split_stamp"]

_SECOND = 1_000_000_000
_DAY = 86_400 * _SECOND
_EPOCH_DAY = date(1970, 1, 1).toordinal()

_OF_DAY = re.compile(r"( *)(?:(\d{4}-\d\d-\d\d) )?(\d{1,2}):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?=\s|$)", re.ASCII)
_EPOCH = re.compile(r"(\d{1,11})\.(\d{6}|\d{9})(?=\s|$)", re.ASCII)
# tcpdump 3.x -ttt: seconds (when any) and microseconds since the line before
_OLD_DELTA = re.compile(r"(?:(\d{1,6})\. )?(\d{6})(?= IP6? )", re.ASCII)


class Scale(Enum):
    """What a stamp counts from."""

    DAY = "midnight"
    DATE = "1970 (printed as a date)"
    EPOCH = "1970 (printed in seconds)"
    LEAD = "the first line or the line before, or midnight: tcpdump prints -ttt and -ttttt with a space in front"
    DELTA = "the line before"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp as printed: `ns` nanoseconds since what `scale` says."""

    scale: Scale
    ns: int


def _fraction(digits: str | None) -> int:
    return int((digits or "").ljust(9, "0"))


def split_stamp(text: str) -> tuple[Stamp | None, str]:
    """The stamp at the head of `text` (None when there is none) and the rest without leading blanks."""
    found = _OF_DAY.match(text)
    if found is not None:
        stamp = _time_of_day(found)
        return (stamp, text[found.end() :].lstrip()) if stamp is not None else (None, text)
    found = _EPOCH.match(text)
    if found is not None:
        return Stamp(Scale.EPOCH, int(found[1]) * _SECOND + _fraction(found[2])), text[found.end() :].lstrip()
    found = _OLD_DELTA.match(text)
    if found is not None:
        return Stamp(Scale.DELTA, int(found[1] or 0) * _SECOND + _fraction(found[2])), text[found.end() :].lstrip()
    return None, text


def _time_of_day(found: re.Match[str]) -> Stamp | None:
    indent, day, hours, minutes, seconds, fraction = found.groups()
    if int(hours) > 23 or int(minutes) > 59 or int(seconds) > 60:
        return None
    ns = (int(hours) * 3600 + int(minutes) * 60 + int(seconds)) * _SECOND + _fraction(fraction)
    if day is None:
        return Stamp(Scale.LEAD if indent == " " else Scale.DAY, ns)
    try:
        days = date.fromisoformat(day).toordinal() - _EPOCH_DAY
    except ValueError:
        return None
    return Stamp(Scale.DATE, days * _DAY + ns)


def are_deltas(lines: Iterable[str]) -> bool | None:
    """How the stamps with a space in front are meant, judged from a text's first lines.

    Returns:
        None when they are plain times of day (the first is not zero), True when each counts from the line before
        (-ttt: they fall and rise), False when all count from the first line (-ttttt: they never fall).
    """
    last: int | None = None
    for text in lines:
        stamp, _ = split_stamp(text)
        if stamp is None or stamp.scale is not Scale.LEAD:
            continue
        if last is None and stamp.ns != 0:
            return None
        if last is not None and stamp.ns < last:
            return True
        last = stamp.ns
    return None if last is None else False


class Clock:
    """Stamps in the order of the text to nanoseconds since 1970-01-01 UTC.

    A time of day without a date belongs to 1970-01-01; a clock that jumps back by more than half a day has passed
    midnight. A smaller step back is packets out of order, or text that was pasted in groups.
    """

    def __init__(self, deltas: bool | None = None) -> None:
        self._deltas = deltas
        self._days = 0
        self._last_of_day: int | None = None
        self._elapsed = 0

    def time_ns(self, stamp: Stamp | None) -> int | None:
        """When the stamped line happened; None for a line without a stamp."""
        if stamp is None:
            return None
        if stamp.scale in (Scale.DATE, Scale.EPOCH):
            return stamp.ns
        if stamp.scale is Scale.DELTA or (stamp.scale is Scale.LEAD and self._deltas):
            self._elapsed += stamp.ns
            return self._elapsed
        if stamp.scale is Scale.LEAD and self._deltas is False:
            return stamp.ns
        if self._last_of_day is not None and self._last_of_day - stamp.ns > _DAY // 2:
            self._days += 1
        self._last_of_day = stamp.ns
        return self._days * _DAY + stamp.ns
