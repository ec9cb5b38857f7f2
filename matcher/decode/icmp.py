"""ICMP (RFC 792) and ICMPv6 (RFC 4443), with the packet that an error quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matcher.decode.partial import QUOTED, Ends, Fields, hide, hide_all
from matcher.decode.transport import carried
from matcher.packet import UNKNOWN

__all__ = ["decode_icmp"]

_HEADER = 8
_ENDS: Ends = (("icmp.type", 1), ("icmp.code", 2))
_ECHO_ENDS: Ends = (("icmp.id", 6), ("icmp.seq", 8))
_MTU_ENDS: Ends = (("icmp.mtu", 8),)
_QUOTED_NAMES = tuple(f"quoted.{name}" for name in QUOTED)

# Decodes the IP packet that begins at an offset, as far as its bytes go.
DecodeQuoted = Callable[[bytes, int, int, Fields], object]


@dataclass(frozen=True, slots=True)
class _Types:
    """Which message types of one version of ICMP have which words after the checksum."""

    echoes: tuple[int, ...]
    errors: tuple[int, ...]


_BY_PROTOCOL = {
    1: _Types(echoes=(0, 8), errors=(3, 4, 5, 11, 12)),
    58: _Types(echoes=(128, 129), errors=(1, 2, 3, 4)),
}


def decode_icmp(
    proto: int, data: bytes, at: int, end: int, rest: int | None, fields: Fields, quoted: DecodeQuoted | None
) -> str:
    """ICMP (`proto` 1) or ICMPv6 (58). `quoted` decodes what an error quotes; None inside such a quotation."""
    header = data[at : min(at + _HEADER, end)]
    have = len(header)
    header = header.ljust(_HEADER, b"\0")
    fields["icmp.type"], fields["icmp.code"] = kind, code = header[0], header[1]
    if have < _HEADER:
        hide(fields, _ENDS, have, rest)
    carried(data, at + _HEADER, end, None if rest is None else rest - _HEADER, fields)
    if rest is not None and rest <= _HEADER:
        quoted = None  # there is no room for a quotation
    types = _BY_PROTOCOL[proto]
    if not have:
        hide(fields, _ECHO_ENDS + _MTU_ENDS, have, rest)
        hide_all(fields, _QUOTED_NAMES if quoted else ())
    elif kind in types.echoes:
        fields["icmp.id"], fields["icmp.seq"] = header[4] << 8 | header[5], header[6] << 8 | header[7]
        hide(fields, _ECHO_ENDS, have, rest)
    elif kind in types.errors:
        _next_hop_mtu(proto, kind, code if have > 1 else UNKNOWN, header, fields)
        hide(fields, _MTU_ENDS if "icmp.mtu" in fields else (), have, rest)
        if quoted:
            _quotation(data, at + _HEADER, end, fields, quoted)
    return f"IP gives ICMP {rest} bytes: its header has {_HEADER}" if rest is not None and rest < _HEADER else ""


def _next_hop_mtu(proto: int, kind: int, code: object, header: bytes, fields: Fields) -> None:
    """RFC 1191 section 4, RFC 4443 section 3.2."""
    if proto == 58 and kind == 2:
        fields["icmp.mtu"] = int.from_bytes(header[4:8], "big")
    elif proto == 1 and kind == 3 and code in (4, UNKNOWN):
        fields["icmp.mtu"] = header[6] << 8 | header[7]


def _quotation(data: bytes, at: int, end: int, fields: Fields, quoted: DecodeQuoted) -> None:
    inner: Fields = {}
    quoted(data, at, end, inner)
    for name in QUOTED:
        if name in inner:
            fields[f"quoted.{name}"] = inner[name]
