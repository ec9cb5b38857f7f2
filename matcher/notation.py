"""Times and addresses as text.

A report of many events shows the same seconds and hosts again and again: what takes long is remembered for a while.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from ipaddress import IPv6Address
from socket import inet_ntoa
from typing import Final

from matcher.packet import V6, Value

__all__ = ["calendar", "escape", "format_address", "format_time", "visible"]

_SECOND: Final = 1_000_000_000
_DAY: Final = 86_400
_EPOCH: Final = date(1970, 1, 1).toordinal()
_REMEMBERED: Final = 8_192


@lru_cache(_REMEMBERED)
def calendar(seconds: int) -> tuple[str, str] | None:
    """Date and time of day in UTC, `2000-06-30` and `14:05:27`; None for what no calendar has.

    Args:
        seconds: Since 1970-01-01 UTC.
    """
    day, second = divmod(seconds, _DAY)
    try:
        when = date.fromordinal(_EPOCH + day)
    except (OverflowError, ValueError):  # a record can claim any time
        return None
    minute, second = divmod(second, 60)
    return when.isoformat(), f"{minute // 60:02d}:{minute % 60:02d}:{second:02d}"


def format_time(ns: int | None) -> str:
    """A time in UTC: of day alone on 1970-01-01 (text traces without dates), else with its date; "-" for none.

    Microseconds, or nanoseconds where they say more.
    """
    if ns is None:
        return "-"
    seconds, rest = divmod(ns, _SECOND)
    fraction = f"{rest:09d}" if rest % 1000 else f"{rest // 1000:06d}"
    moment = calendar(seconds)
    if moment is None:
        return f"{seconds}.{fraction}"
    day, clock = moment
    return f"{clock}.{fraction}" if 0 <= seconds < _DAY else f"{day} {clock}.{fraction}"


def format_address(value: Value | None) -> str:
    """An address in its usual form (IPv6 by RFC 5952), a name as it is but for what could trick a terminal."""
    if isinstance(value, int):
        if 0 <= value < 1 << 32:
            return inet_ntoa(value.to_bytes(4, "big"))
        return _address6(value ^ V6) if value >> 128 == 1 else "?"
    return escape(value) if isinstance(value, str) else "?"


@lru_cache(_REMEMBERED)
def _address6(value: int) -> str:
    return str(IPv6Address(value))


def visible(text: str) -> str:
    """Text from strangers on one line: control characters, and what is not a character, become `\\xNN`."""
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


def escape(text: str) -> str:
    """Text from strangers, printable: control characters, blanks and what is not a character become `\\xNN`."""
    return "".join(
        letter if letter.isprintable() and letter not in " \\>" else f"\\x{ord(letter):02x}" for letter in text
    )
