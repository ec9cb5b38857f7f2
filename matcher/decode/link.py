"""What each link type begins with: https://www.tcpdump.org/linktypes.html"""

from __future__ import annotations

import struct

from matcher.decode.ethernet import IPV4, IPV6, Above, Step, ethernet, llc, typed, u16
from matcher.decode.partial import Fields
from matcher.decode.ppp import ppp
from matcher.decode.pseudo import cooked, cooked2, enc, ipnet, loopback, nflog, pflog, raw_ip
from matcher.decode.serial import frame_relay, hdlc, serial
from matcher.decode.wireless import avs, ieee802_11, prism, radiotap

__all__ = ["LINKS"]


def _fixed(above: int, size: int = 0) -> Step:
    """A header of `size` bytes that tells nothing, above which only one thing can be."""

    def step(_data: bytes, at: int, _fields: Fields) -> Above:
        return above, at + size

    return step


def _typed(size: int, ethertype_at: int) -> Step:
    """A header of `size` bytes with an ethertype in it."""

    def step(data: bytes, at: int, _fields: Fields) -> Above:
        return u16(data, at + ethertype_at), at + size

    return step


def _behind(size: int, step: Step) -> Step:
    """`size` bytes of no interest, then what `step` decodes."""
    return lambda data, at, fields: step(data, at + size, fields)


def _fddi(data: bytes, at: int, fields: Fields) -> Above:
    """Frame control and two addresses; RFC 1390."""
    return llc(data, at + 13, fields) if data[at] & 0xF0 == 0x50 else ("FDDI without LLC", at)


def _token_ring(data: bytes, at: int, fields: Fields) -> Above:
    """IEEE 802.5: access and frame control, two addresses, and a route where the source address says so."""
    if data[at + 1] >> 6 != 1:
        return "token ring without LLC", at
    route = data[at + 14] & 0x1F if data[at + 8] & 0x80 else 0
    return llc(data, at + 14 + route, fields)


def _arcnet(data: bytes, at: int, _fields: Fields) -> Above:
    """Linux's ARCNET, with fragment offsets but without fragments; RFC 1201."""
    protocol = data[at + 4]
    if protocol in (212, 196):
        split = 8 if data[at + 5] == 0xFF else 4  # an exception frame says it all twice
        return (IPV4 if protocol == 212 else IPV6), at + 4 + split
    return (IPV4, at + 5) if protocol == 240 else (f"ARCNET protocol {protocol}", at)


def _atm(data: bytes, at: int, fields: Fields) -> Above:
    """RFC 2684: LLC, where it is not a virtual circuit for one protocol only."""
    return llc(data, at, fields)


def _sunatm(data: bytes, at: int, fields: Fields) -> Above:
    kind = data[at] & 0x0F
    return llc(data, at + 4, fields) if kind == 2 else (f"SunATM traffic {kind}", at)


def _inside(linktype: int, data: bytes, at: int, fields: Fields) -> Above:
    """What another capture header wraps, if it is a link type that wraps nothing itself."""
    step = LINKS.get(linktype)
    if step is None or linktype in (_PPI, _PKTAP):
        return f"link type {linktype} (not decoded)", at
    return step(data, at, fields)


def _ppi(data: bytes, at: int, fields: Fields) -> Above:
    """Per-packet information: version, flags, length, link type, little-endian."""
    size, linktype = struct.unpack_from("<HI", data, at + 2)
    return ("malformed PPI header", at) if size < 8 else _inside(linktype, data, at + size, fields)


def _pktap(data: bytes, at: int, fields: Fields) -> Above:
    """Apple's packet tap: length, type of record and link type, little-endian."""
    size, record, linktype = struct.unpack_from("<III", data, at)
    if size < 12:
        return "malformed PKTAP header", at
    if record != 1:  # only these have a packet
        return f"PKTAP record type {record}", at
    return _inside(linktype, data, at + size, fields)


def _erf(data: bytes, at: int, fields: Fields) -> Above:
    """Endace's extensible record format: a type, and extension headers while their first bit says so."""
    kind = data[at + 8]
    more, at = kind & 0x80, at + 16
    while more:
        more, at = data[at] & 0x80, at + 8
    kind &= 0x7F
    if kind in (2, 11, 16):  # Ethernet, with a byte for the offset and one of padding
        return ethernet(data, at + 2, fields)
    if kind == 1:
        return serial(data, at, fields)
    if kind in (22, 23):
        return (IPV4 if kind == 22 else IPV6), at
    return f"ERF type {kind}", at


def _switch_tag(size: int) -> Step:
    """A switch chip's tag between the addresses and the type of an Ethernet frame."""
    return _behind(12 + size, typed)


_PPI, _PKTAP = 192, 258

LINKS: dict[int, Step] = {
    0: loopback,
    1: ethernet,
    6: _token_ring,
    9: serial,
    10: _fddi,
    11: _atm,
    12: raw_ip,
    14: raw_ip,
    50: serial,
    51: _behind(6, ppp),
    100: _atm,
    101: raw_ip,
    104: hdlc,
    105: ieee802_11,
    107: frame_relay,
    108: loopback,
    109: enc,
    113: cooked,
    117: pflog,
    119: prism,
    122: _behind(16, llc),
    123: _sunatm,
    127: radiotap,
    129: _arcnet,
    138: _typed(18, 16),
    163: avs,
    166: _behind(2, ppp),
    _PPI: _ppi,
    197: _erf,
    204: _behind(1, ppp),
    226: ipnet,
    228: _fixed(IPV4),
    229: _fixed(IPV6),
    239: nflog,
    242: _typed(44, 40),
    _PKTAP: _pktap,
    276: cooked2,
    281: _switch_tag(4),
    282: _behind(4, ethernet),
    284: _switch_tag(4),
    285: _switch_tag(8),
}
