"""Serial lines: Cisco HDLC, PPP and Frame Relay."""

from __future__ import annotations

from matcher.decode.ethernet import Above, llc, nlpid, u16
from matcher.decode.partial import Fields
from matcher.decode.ppp import ppp

__all__ = ["frame_relay", "hdlc", "serial"]


def hdlc(data: bytes, at: int, fields: Fields) -> Above:
    """Cisco HDLC: address, control and an ethertype, or the two service access points with which LLC begins."""
    above = u16(data, at + 2)
    return llc(data, at + 2, fields) if above == 0xFEFE else (above, at + 4)


def serial(data: bytes, at: int, fields: Fields) -> Above:
    """PPP or, where its first byte is one of Cisco's addresses, Cisco HDLC."""
    return hdlc(data, at, fields) if data[at] in (0x0F, 0x8F) else ppp(data, at, fields)


def frame_relay(data: bytes, at: int, fields: Fields) -> Above:
    """RFC 2427: an address of two to four bytes, then control and NLPID; Cisco puts an ethertype there."""
    while not data[at] & 1:
        at += 1
    at += 1
    if data[at] != 3:
        return u16(data, at), at + 2
    at += 1
    return nlpid(data, at if data[at] else at + 1, fields)  # a zero byte may pad it
