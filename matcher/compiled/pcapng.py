"""The interfaces of a pcapng section as the table that the kernel takes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matcher.compiled.walk import BINARY, INTERFACE_ROWS, PER, TIMES
from matcher.formats.pcapng import Interface

__all__ = ["interface_table"]

_SECOND = 1_000_000_000  # nanoseconds
_LIMIT = 1 << 63
_NO_CLOCK = (TIMES, 0, -1, 0)  # no number of ticks is within its most: the ordinary reader takes every packet

Clock = tuple[int, int, int, int]  # kind, scale, most ticks, nanoseconds to add


def interface_table(interfaces: Sequence[Interface]) -> npt.NDArray[np.int64]:
    """int64[6, interfaces], as `walk_pcapng` takes it."""
    table = np.empty((INTERFACE_ROWS, len(interfaces)), np.int64)
    for column, interface in enumerate(interfaces):
        table[:, column] = (interface.linktype, interface.snaplen, *_clock(interface))
    return table


def _clock(interface: Interface) -> Clock:
    """How ticks become nanoseconds, and up to how many of them 64 bits suffice on the way and for the time."""
    ticks, start = interface.ticks, interface.offset * _SECOND
    if abs(start) > _LIMIT // 2:
        return _NO_CLOCK
    latest = _LIMIT - 1 - max(start, 0)
    if _SECOND % ticks == 0:
        scale = _SECOND // ticks
        return TIMES, scale, latest // scale, start
    if ticks % _SECOND == 0 and (scale := ticks // _SECOND) < _LIMIT:
        return PER, scale, min(latest * scale, _LIMIT - 1), start
    power = ticks.bit_length() - 1
    if ticks == 1 << power and power < 63:
        return BINARY, power, min(latest // _SECOND << power, _LIMIT - 1), start
    return _NO_CLOCK
