"""The records of a pcap file, walked in a kernel: where each begins, how long it is, when it was."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, kernel

__all__ = ["ROWS", "walk_pcap"]

_LARGEST_RECORD = 262_144  # matcher.formats.record.LARGEST_RECORD; a kernel takes no constant of another module
ROWS = 4  # of the table that `walk_pcap` fills
_OFFSET, _CAPLEN, _LENGTH, _TIME = range(ROWS)


@kernel
def _u32(data: npt.NDArray[np.uint8], at: Scalar, big: bool) -> Scalar:
    """The unsigned 32 bits at an offset."""
    a, b, c, d = np.int64(data[at]), np.int64(data[at + 1]), np.int64(data[at + 2]), np.int64(data[at + 3])
    if big:
        return a << 24 | b << 16 | c << 8 | d
    return d << 24 | c << 16 | b << 8 | a


@kernel
def walk_pcap(
    data: npt.NDArray[np.uint8], big: bool, tick: Scalar, header: Scalar, rows: npt.NDArray[np.int64]
) -> tuple[Scalar, Scalar]:
    """Find the whole records at the beginning of `data`.

    Args:
        data: Bytes of the file, from the header of a record on; uint8[bytes].
        big: Whether numbers are big-endian.
        tick: Nanoseconds in one step of the time's fraction.
        header: Bytes before each packet: 16, or 24 in Kuznetzov's variant.
        rows: Filled in, int64[4, most]: offset of the packet in `data`, captured bytes, bytes on the wire, time in ns.

    Returns:
        How many records there are, and how many bytes they take. What follows is no whole record (or there is no
        room for more), or one whose length cannot be: the caller sees to that.
    """
    size, most = data.shape[0], rows.shape[1]
    at, count = 0, 0
    while count < most and at + header <= size:
        caplen = _u32(data, at + 8, big)
        if caplen > _LARGEST_RECORD or at + header + caplen > size:
            break
        rows[_OFFSET, count] = at + header
        rows[_CAPLEN, count] = caplen
        rows[_LENGTH, count] = _u32(data, at + 12, big)
        rows[_TIME, count] = _u32(data, at, big) * 1_000_000_000 + _u32(data, at + 4, big) * tick
        at += header + caplen
        count += 1
    return count, at
