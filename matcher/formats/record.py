"""One record of a capture file, before its bytes are understood."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LARGEST_RECORD", "Record"]

LARGEST_RECORD = 262_144  # bytes; libpcap's MAXIMUM_SNAPLEN. A length above it is damage, not a packet


@dataclass(frozen=True, slots=True)
class Record:
    """A frame as a capture file holds it.

    Attributes:
        frame: Number among the packets of the file, from 1.
        time_ns: Nanoseconds since 1970-01-01 UTC; None where the record has no time.
        length: Bytes that the frame had on the wire, as the file says.
        captured: The bytes that the file holds of it.
        linktype: What the bytes begin with: https://www.tcpdump.org/linktypes.html
        capture: Where several captures are read as one, the name of its own, in which `frame` counts; else empty.
    """

    frame: int
    time_ns: int | None
    length: int
    captured: bytes
    linktype: int
    capture: str = ""
