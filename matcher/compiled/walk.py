"""The records of pcap and pcapng files, walked in kernels: where each begins, how long it is, when it was.

A kernel takes what is ordinary and stops at the first thing that is not: the ordinary readers say what that is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, kernel

__all__ = ["BINARY", "INTERFACE_ROWS", "PER", "ROWS", "TIMES", "walk_pcap", "walk_pcapng"]

_LARGEST_RECORD = 262_144  # matcher.formats.record.LARGEST_RECORD; a kernel takes no constant of another module
_LARGEST_BLOCK = 2 * _LARGEST_RECORD  # what is longer is better passed over than kept in view
ROWS = 4  # of the table of records that are the same for both formats
_OFFSET, _CAPLEN, _LENGTH, _TIME, _LINK = range(5)
_NO_TIME = -(1 << 63)  # matcher.compiled.batch.NO_TIME

_SECTION, _INTERFACE, _PACKET, _SIMPLE_PACKET, _ENHANCED_PACKET = 0x0A0D0D0A, 1, 2, 3, 6
INTERFACE_ROWS = 6  # of the table of interfaces that `walk_pcapng` takes
_LINKTYPE, _SNAPLEN, _CLOCK, _SCALE, _MOST, _START = range(INTERFACE_ROWS)
TIMES, PER, BINARY = range(3)  # clocks, their scales: ns in a tick; ticks in a ns; log2 of the ticks in a second


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
) -> tuple[Scalar, Scalar, Scalar]:
    """Find the whole records at the beginning of `data`.

    Args:
        data: Bytes of the file, from the header of a record on; uint8[bytes].
        big: Whether numbers are big-endian.
        tick: Nanoseconds in one step of the time's fraction.
        header: Bytes before each packet: 16, or 24 in Kuznetzov's variant.
        rows: Filled in, int64[4 or more, most]: offset of the packet in `data`, captured bytes, bytes on the wire, time
            in ns.

    Returns:
        How many records there are, how many bytes they take, and whether what follows has a length that cannot be. If
        not, it is no whole record, or there is no room for more.
    """
    size, most = data.shape[0], rows.shape[1]
    at, count = 0, 0
    while count < most and at + header <= size:
        caplen = _u32(data, at + 8, big)
        if caplen > _LARGEST_RECORD:
            return count, at, True
        if at + header + caplen > size:
            break
        rows[_OFFSET, count] = at + header
        rows[_CAPLEN, count] = caplen
        rows[_LENGTH, count] = _u32(data, at + 12, big)
        rows[_TIME, count] = _u32(data, at, big) * 1_000_000_000 + _u32(data, at + 4, big) * tick
        at += header + caplen
        count += 1
    return count, at, False


@inlined
def _nanoseconds(ticks: Scalar, clock: Scalar, scale: Scalar) -> Scalar:
    """What so many ticks are, rounded down; within 64 bits where they are no more than the interface's most."""
    if clock == TIMES:
        return ticks * scale
    if clock == PER:
        return ticks // scale
    seconds, rest = ticks >> scale, ticks & ((np.int64(1) << scale) - 1)
    if scale <= 32:
        return seconds * 1_000_000_000 + (rest * 1_000_000_000 >> scale)
    upper = (rest >> 32) * 1_000_000_000 + ((rest & 0xFFFF_FFFF) * 1_000_000_000 >> 32)
    return seconds * 1_000_000_000 + (upper >> (scale - 32))


@inlined
def _simple_packet(
    data: npt.NDArray[np.uint8], at: Scalar, big: bool, interfaces: npt.NDArray[np.int64],
    rows: npt.NDArray[np.int64], count: Scalar,
) -> Scalar:  # fmt: skip
    """Note a simple packet block as `_timed_packet` does the others. It has no time, and its interface is the first."""
    if _u32(data, at + 4, big) < 16 or interfaces.shape[1] == 0:
        return -1
    length, snaplen = _u32(data, at + 8, big), interfaces[_SNAPLEN, 0]
    caplen = length if snaplen == 0 else min(length, snaplen)
    rows[_OFFSET, count] = at + 12
    rows[_CAPLEN, count] = caplen
    rows[_LENGTH, count] = length
    rows[_TIME, count] = _NO_TIME
    rows[_LINK, count] = interfaces[_LINKTYPE, 0]
    return at + 12 + caplen if caplen <= _LARGEST_RECORD else -1


@inlined
def _timed_packet(
    data: npt.NDArray[np.uint8], at: Scalar, kind: Scalar, big: bool, interfaces: npt.NDArray[np.int64],
    rows: npt.NDArray[np.int64], count: Scalar,
) -> Scalar:  # fmt: skip
    """Note an enhanced or obsolete packet block. Returns where its packet ends, -1 where it is not ordinary."""
    if _u32(data, at + 4, big) < 32:
        return -1
    number = _u32(data, at + 8, big)
    if kind == _PACKET:
        number = number >> 16 if big else number & 0xFFFF
    if number >= interfaces.shape[1]:
        return -1
    ticks, caplen = _u32(data, at + 12, big) << 32 | _u32(data, at + 16, big), _u32(data, at + 20, big)
    if ticks < 0 or ticks > interfaces[_MOST, number] or caplen > _LARGEST_RECORD:
        return -1
    rows[_OFFSET, count] = at + 28
    rows[_CAPLEN, count] = caplen
    rows[_LENGTH, count] = _u32(data, at + 24, big)
    time = _nanoseconds(ticks, interfaces[_CLOCK, number], interfaces[_SCALE, number]) + interfaces[_START, number]
    if time == _NO_TIME:
        return -1
    rows[_TIME, count] = time
    rows[_LINK, count] = interfaces[_LINKTYPE, number]
    return at + 28 + caplen


@kernel
def walk_pcapng(
    data: npt.NDArray[np.uint8], big: bool, interfaces: npt.NDArray[np.int64], rows: npt.NDArray[np.int64]
) -> tuple[Scalar, Scalar, Scalar]:
    """Find the packets in the whole blocks at the beginning of `data`, and pass over other blocks.

    Args:
        data: Bytes of the file, from the beginning of a block on; uint8[bytes].
        big: Whether numbers are big-endian in this section.
        interfaces: int64[6, interfaces]: link type, snap length (0 for none), clock (`TIMES`, `PER`, `BINARY`), its
            scale, the most ticks that it is good for (-1 for none), ns to add to every time.
        rows: Filled in, int64[5, most]: offset of the packet in `data`, captured bytes, bytes on the wire, time in ns
            (or -2^63 for none), link type.

    Returns:
        How many packets there are, how many bytes the blocks take, and whether what follows is out of the ordinary: a
        section, an interface, a damaged or very long block, a time beyond 64 bits. If not, it is no whole block, or
        there is no room for more.
    """
    size, most = data.shape[0], rows.shape[1]
    at, count = 0, 0
    while count < most and at + 12 <= size:
        kind, length = _u32(data, at, big), _u32(data, at + 4, big)
        if kind in (_SECTION, _INTERFACE) or length < 12 or length & 3 != 0 or length > _LARGEST_BLOCK:
            return count, at, True
        if at + length > size:
            break
        if _u32(data, at + length - 4, big) != length:
            return count, at, True
        stop = np.int64(0)
        if kind in (_ENHANCED_PACKET, _PACKET):
            stop = _timed_packet(data, at, kind, big, interfaces, rows, count)
        elif kind == _SIMPLE_PACKET:
            stop = _simple_packet(data, at, big, interfaces, rows, count)
        if stop < 0 or stop > at + length - 4:
            return count, at, True
        if stop > 0:
            count += 1
        at += length
    return count, at, False
