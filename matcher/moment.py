"""When an observation happened."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Moment"]


class Moment(NamedTuple):
    """By time, then by frame number, then by the order of arrival: packets of one microsecond have an order too."""

    time_ns: int
    frame: int
    arrival: int = 0
