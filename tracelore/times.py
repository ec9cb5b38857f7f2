"""Moments and durations as people and programs read them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from matcher.notation import calendar

__all__ = ["lasting", "rfc3339", "spoken_time"]

_SECOND: Final = 1_000_000_000
_DAY: Final = 86_400
_REMEMBERED: Final = 8_192


def rfc3339(ns: int) -> str:
    """Nanoseconds since 1970 as RFC 3339 in UTC, with nine decimals: `1970-01-01T10:20:31.126616000Z`."""
    seconds, rest = divmod(ns, _SECOND)
    return _rfc3339_form(seconds) % rest


@lru_cache(_REMEMBERED)
def _rfc3339_form(seconds: int) -> str:
    """The same for all moments of a second, with room for the nanoseconds."""
    when = calendar(seconds)
    if when is None:  # a record can claim a time that no calendar has
        return f"{seconds}.%09ds since 1970"
    day, clock = when
    return f"{day}T{clock}.%09dZ"


def spoken_time(ns: int) -> str:
    """For people: to the microsecond, and without a date where the trace showed none (it then counts as 1970-01-01)."""
    seconds, rest = divmod(ns, _SECOND)
    when = calendar(seconds)
    if when is None:
        return rfc3339(ns)
    day, clock = when
    fraction = f"{rest:09}" if rest % 1000 else f"{rest // 1000:06}"
    return f"{clock}.{fraction}" if 0 <= seconds < _DAY else f"{day} {clock}.{fraction}"


_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def lasting(ns: int) -> str:
    """A duration in its two largest units: `5 min 12 s`, `1 d 3 h`, `230 ms`, `0 s`."""
    seconds = ns // 1_000_000_000
    if seconds < 10:
        return _short(ns)
    parts = []
    for size, unit in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}")
        elif parts:
            break
    return " ".join(parts[:2])


def _short(ns: int) -> str:
    for size, unit in ((1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "\u00b5s")):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns} ns" if ns else "0 s"
