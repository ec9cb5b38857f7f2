"""Writing pcapng with comments, so that Wireshark shows them beside the packets.

draft-ietf-opsawg-pcapng: section header, interface description and enhanced packet blocks, all little-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import IO

from matcher.formats import Record

__all__ = ["PcapngFile"]

_SECTION, _INTERFACE, _PACKET = 0x0A0D0D0A, 1, 6
_COMMENT, _NAME, _RESOLUTION, _OFFSET, _APPLICATION = 1, 2, 9, 14, 4
_LONGEST_OPTION = 0xFFFF
_UNDECODED = 147  # LINKTYPE_USER0, for what a snoop file, or pcap with its 28 bits, calls by a number of their own
_MOST_LINKTYPES = 1 << 16
_LONG_AGO = -9_223_372_037  # seconds: times before 1970 count from here, 1677, since pcapng's are unsigned


class PcapngFile:
    """A pcapng file that is being written, times in nanoseconds. Interfaces are described as they come up."""

    def __init__(self, stream: IO[bytes], application: str) -> None:
        self._stream = stream
        self._interfaces: dict[tuple[str, int, bool], int] = {}
        body = struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1)
        self._block(_SECTION, body + _options([(_APPLICATION, application.encode())]))

    def write(self, record: Record, capture: str, comments: Sequence[str] = ()) -> None:
        """Add a frame with its bytes, lengths, time and link type as they were, and comments.

        A frame without a time gets 1970-01-01: pcapng knows such frames only without comments and interfaces.
        """
        time_ns = record.time_ns or 0
        linktype = record.linktype if 0 <= record.linktype < _MOST_LINKTYPES else _UNDECODED
        number = self._interface(capture, linktype, time_ns < 0)
        ticks = time_ns - _LONG_AGO * 10**9 if time_ns < 0 else time_ns
        data = record.captured
        head = struct.pack("<IIIII", number, ticks >> 32, ticks & 0xFFFF_FFFF, len(data), record.length)
        self._block(_PACKET, head + _padded(data) + _options((_COMMENT, _cut(text)) for text in comments))

    def _interface(self, capture: str, linktype: int, early: bool) -> int:
        number = self._interfaces.get((capture, linktype, early))
        if number is None:
            number = self._interfaces[capture, linktype, early] = len(self._interfaces)
            options = [(_NAME, _cut(capture)), (_RESOLUTION, b"\x09")]
            if early:
                options.append((_OFFSET, struct.pack("<q", _LONG_AGO)))
            self._block(_INTERFACE, struct.pack("<HHI", linktype, 0, 0) + _options(options))
        return number

    def _block(self, kind: int, body: bytes) -> None:
        length = len(body) + 12
        self._stream.write(struct.pack("<II", kind, length) + body + struct.pack("<I", length))


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _options(options: Iterable[tuple[int, bytes]]) -> bytes:
    written = b"".join(struct.pack("<HH", code, len(value)) + _padded(value) for code, value in options)
    return written + bytes(4) if written else b""


def _cut(text: str) -> bytes:
    """UTF-8 that fits into an option, not cut inside a character."""
    return text.encode("utf-8", "backslashreplace")[:_LONGEST_OPTION].decode("utf-8", "ignore").encode()
