"""PPP: RFC 1661."""

from __future__ import annotations

from matcher.decode.partial import Fields

__all__ = ["MPLS", "ppp"]

MPLS = 0x8847
_ETHERTYPES = {0x0021: 0x0800, 0x0057: 0x86DD, 0x0281: MPLS, 0x0283: 0x8848}


def ppp(data: bytes, at: int, _fields: Fields) -> tuple[int | str, int]:
    """PPP with or without its address and control bytes, and with its protocol in one byte or two."""
    if data[at] == 0xFF:  # no protocol begins with it; the control is 0x03, or a number (RFC 1663)
        at += 2
    protocol = data[at]
    at += 1
    if not protocol & 1:  # RFC 1661 section 6.5: compressed to one byte when that is odd
        protocol = protocol << 8 | data[at]
        at += 1
    return _ETHERTYPES.get(protocol) or f"PPP protocol 0x{protocol:04x}", at
