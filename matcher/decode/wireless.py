"""IEEE 802.11 and the headers that capture programs put before it."""

from __future__ import annotations

from matcher.decode.ethernet import Above, llc, u16
from matcher.decode.partial import Fields

__all__ = ["avs", "ieee802_11", "prism", "radiotap"]

_PRISM_LENGTH = 144
_AVS_COOKIE = b"\x80\x21\x10"


def ieee802_11(data: bytes, at: int, fields: Fields, padded: bool = False) -> Above:
    """IEEE 802.11 section 9.2. `padded`: the header was filled up to a multiple of four bytes."""
    control, flags = data[at], data[at + 1]
    if control & 0x03:
        return f"802.11 version {control & 3}", at
    if control & 0x0C != 0x08:
        return ("802.11 management", "802.11 control", "802.11 data", "802.11 extension")[control >> 2 & 3], at
    if control & 0x40:
        return "802.11 without data", at
    if flags & 0x40:
        return "802.11 encrypted", at
    if data[at + 22] & 0x0F:
        return "802.11 later fragment", at  # it has no LLC header
    size = 30 if flags & 0x03 == 0x03 else 24  # a fourth address between distribution systems
    aggregated = meshed = False
    if control & 0x80:  # quality of service
        aggregated = bool(data[at + size] & 0x80)
        meshed = bool(flags & 0x02 and data[at + size + 1] & 0x01)  # reserved in other frames
        size += 2
        if flags & 0x80:
            size += 4  # high-throughput control
    if padded:
        size = (size + 3) // 4 * 4
    at += size
    if aggregated:  # the first of the frames in it, behind its addresses and length
        at += 14
    if meshed and data[at] < 3:  # Mesh Control with up to two addresses: IEEE 802.11-2016 section 9.2.4.7.3
        at += 6 + 6 * data[at]
    return llc(data, at, fields)


def radiotap(data: bytes, at: int, fields: Fields) -> Above:
    """https://www.radiotap.org: little-endian, its length at byte 2."""
    size = data[at + 2] | data[at + 3] << 8
    return ieee802_11(data, at + size, fields, padded=_is_padded(data, at))


def _is_padded(data: bytes, at: int) -> bool:
    """Bit 5 of the Flags field, which is the second there can be, after the 8 aligned bytes of the clock."""
    present = data[at + 4]
    words = at + 7
    while data[words] & 0x80:  # another word of presence bits follows
        words += 4
    here = words + 1
    if not present & 2:
        return False
    if present & 1:
        here = at + (here - at + 7) // 8 * 8 + 8
    return bool(data[here] & 0x20)


def prism(data: bytes, at: int, fields: Fields) -> Above:
    """The header of the Prism driver, or that of AVS which took its link type over."""
    if data[at + 1 : at + 4] == _AVS_COOKIE or data[at : at + 3] == _AVS_COOKIE:
        return avs(data, at, fields)
    return ieee802_11(data, at + _PRISM_LENGTH, fields)


def avs(data: bytes, at: int, fields: Fields) -> Above:
    """AVS: version and length, both big-endian."""
    size = u16(data, at + 4) << 16 | u16(data, at + 6)
    return ieee802_11(data, at + size, fields)
