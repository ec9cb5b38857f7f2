"""Packets for the tests of the decoder."""

from __future__ import annotations

import ipaddress

from matcher.decode import decode
from matcher.formats import ReadReport, Record
from matcher.packet import V6, Packet

ETHERNET, RAW = 1, 101


def packet_of(data: object, linktype: int = ETHERNET, length: int | None = None) -> Packet:
    """What is decoded of these bytes (or of a scapy packet)."""
    captured = bytes(data)  # type: ignore[call-overload]
    return decode(Record(1, 0, len(captured) if length is None else length, captured, linktype), ReadReport())


def reasons(data: object, linktype: int = ETHERNET) -> list[str]:
    """Why no IP packet was found in these bytes."""
    captured = bytes(data)  # type: ignore[call-overload]
    report = ReadReport()
    decode(Record(1, 0, len(captured), captured, linktype), report)
    return list(report.undecoded)


def number(address: str) -> int:
    """An address as the packet has it."""
    parsed = ipaddress.ip_address(address)
    return int(parsed) | (V6 if parsed.version == 6 else 0)
