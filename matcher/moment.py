"""When an observation happened."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Moment"]


class Moment(NamedTuple):
    """By time, then by the packet's number, then by the order of arrival: packets of one microsecond have an order too.

    Attributes:
        time_ns: Nanoseconds since 1970-01-01 UTC.
        number: Of the packet in its capture; where captures are read as one, its number among those of all.
        arrival: Which one it was of all that came.
    """

    time_ns: int
    number: int
    arrival: int = 0
