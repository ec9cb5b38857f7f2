"""Capture files made by hand, byte by byte, for the tests of their readers."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable

from matcher.formats import ReadReport, Record, open_source, read_records

FRAMES = [bytes([number]) * size for number, size in enumerate((60, 1, 0, 74, 61), 1)]


def read(data: bytes) -> tuple[list[Record], ReadReport]:
    """What the readers make of a file of these bytes."""
    report = ReadReport()
    source, form = open_source(io.BytesIO(data), report)
    return list(read_records(source, form, report)), report


def pcap(
    frames: Iterable[bytes] = FRAMES,
    order: str = "<",
    magic: int = 0xA1B2C3D4,
    linktype: int = 1,
    extra: bytes = b"",
    version: tuple[int, int] = (2, 4),
    time: tuple[int, int] = (1_000_000_000, 123_456),
) -> bytes:
    """A classic pcap file. `extra` follows each record header, as in the modified format."""
    data = struct.pack(f"{order}IHHiIII", magic, *version, 0, 0, 65535, linktype)
    for number, frame in enumerate(frames):
        data += struct.pack(f"{order}IIII", time[0] + number, time[1], len(frame), len(frame) + 7) + extra + frame
    return data


def padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def block(order: str, kind: int, body: bytes) -> bytes:
    length = struct.pack(f"{order}I", len(padded(body)) + 12)
    return struct.pack(f"{order}I", kind) + length + padded(body) + length


def section(order: str = "<", length: int = -1) -> bytes:
    return block(order, 0x0A0D0D0A, struct.pack(f"{order}IHHq", 0x1A2B3C4D, 1, 0, length))


def interface(order: str = "<", linktype: int = 1, snaplen: int = 0, options: bytes = b"") -> bytes:
    return block(order, 1, struct.pack(f"{order}HHI", linktype, 0, snaplen) + options)


def option(order: str, code: int, value: bytes) -> bytes:
    return struct.pack(f"{order}HH", code, len(value)) + padded(value)


def enhanced(order: str, frame: bytes, ticks: int, number: int = 0) -> bytes:
    head = struct.pack(f"{order}IIIII", number, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), len(frame) + 7)
    return block(order, 6, head + padded(frame))


def pcapng(frames: Iterable[bytes] = FRAMES, order: str = "<") -> bytes:
    packets = (enhanced(order, frame, 1_000_000_000_123_456 + 1_000_000 * at) for at, frame in enumerate(frames))
    return section(order) + interface(order) + b"".join(packets)


def snoop(frames: Iterable[bytes] = FRAMES, datalink: int = 4) -> bytes:
    data = b"snoop\0\0\0" + struct.pack(">II", 2, datalink)
    for number, frame in enumerate(frames):
        size = 24 + len(padded(frame))
        head = struct.pack(">IIIIII", len(frame) + 7, len(frame), size, 0, 1_000_000_000 + number, 123_456)
        data += head + padded(frame)
    return data


def ends_of_records(build: object, frames: list[bytes] = FRAMES) -> list[int]:
    """Where each record of a file made by `build` ends."""
    assert callable(build)
    return [len(build(frames[:count])) for count in range(len(frames) + 1)]
