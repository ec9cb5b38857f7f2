"""IPv4 (RFC 791) and IPv6 with its extension headers (RFC 8200), and the way from there to the transport.

Each decoder gets the captured bytes, where its header begins (`at`) and where the captured bytes end (`end`). It fills
in `fields` and returns what the reader should be told of a malformed header, or an empty string.
"""

from __future__ import annotations

import struct

from matcher.decode.icmp import decode_icmp
from matcher.decode.partial import ABOVE_IP, Ends, Fields, hide, hide_all
from matcher.decode.transport import carried, sctp, tcp, udp
from matcher.packet import UNKNOWN, V6

__all__ = ["ALL_OF_IP", "ipv4", "ipv6"]

TCP, UDP, ICMP, ICMP6, SCTP, AH = 6, 17, 1, 58, 132, 51
_FRAGMENT = 44
_EXTENSIONS = frozenset((0, 43, _FRAGMENT, 60))
_LEAST_AH = 8  # that the length in an authentication header can say

_NOT_IPV4, _NOT_IPV6 = "IPv6 where IPv4 was announced", "IPv4 where IPv6 was announced"

_IPV4 = struct.Struct(">BBHHHBB2xII")
_IPV4_LENGTH = 20
_IPV4_ENDS: Ends = (  # the header length says whether there are options
    ("ip.hlen", 1), ("ip.options", 1), ("tos", 2), ("ip.len", 4), ("id", 6), ("evil", 7), ("df", 7), ("mf", 7),
    ("frag.offset", 8), ("ttl", 9), ("proto", 10), ("src", 16), ("dst", 20),
)  # fmt: skip
_IPV4_PROTO_END = 10
_IPV4_AFTER_LENGTH = ("id", "evil", "df", "mf", "frag.offset", "ttl", "proto", "src", "dst")
# Stands in for bytes that were not captured; lengths that are possible, so that nothing is called malformed.
_BLANK_IPV4 = b"\x45\0\xff\xff" + bytes(16)

_IPV6 = struct.Struct(">IHBB16s16s")
_IPV6_LENGTH = 40
_IPV6_ENDS: Ends = (
    ("tos", 2), ("flow", 4), ("ip.len", 6), ("proto", 7), ("ttl", 8), ("src", 24), ("dst", 40),
)  # fmt: skip
_IPV6_PROTO_END = 7
_BLANK_IPV6 = b"\x60\0\0\0\xff\xff" + bytes(34)
_IPV6_FRAGMENT_FIELDS = ("id", "mf", "frag.offset")

# What an IP packet may have of which nothing was captured.
ALL_OF_IP = ("ip.version", *dict.fromkeys(name for name, _ in _IPV4_ENDS + _IPV6_ENDS), *ABOVE_IP)


def ipv4(data: bytes, at: int, end: int, fields: Fields, quoting: bool = True) -> str:
    """IPv4 and what it carries. `quoting`: decode what an ICMP error quotes, too."""
    if end - at < _IPV4_LENGTH:
        return _short_ipv4(data[at:end], fields, quoting)
    first, tos, total, identification, fragment, ttl, proto, src, dst = _IPV4.unpack_from(data, at)
    if first >> 4 != 4:
        if first >> 4 == 6:  # what the link layer announced as IPv4 says of itself that it is IPv6
            return _joined(_NOT_IPV4, ipv6(data, at, end, fields, quoting))
        fields["ip.version"] = 4
        hide_all(fields, (*(name for name, _ in _IPV4_ENDS), *ABOVE_IP))
        return f"IPv4 header with version {first >> 4}"
    header = (first & 15) << 2
    offset = (fragment & 0x1FFF) << 3
    fields["ip.version"] = 4
    fields["ip.hlen"] = header
    fields["tos"] = tos
    fields["ip.len"] = total
    fields["id"] = identification
    fields["evil"] = fragment >> 15
    fields["df"] = fragment >> 14 & 1
    fields["mf"] = fragment >> 13 & 1
    fields["frag.offset"] = offset
    fields["ttl"] = ttl
    fields["proto"] = proto
    fields["src"] = src
    fields["dst"] = dst
    if header < _IPV4_LENGTH or (total < header and total):
        return _impossible_ipv4(header, total, fields)
    note = ""
    if header == _IPV4_LENGTH:
        fields["ip.options"] = ()
    else:
        note = _ipv4_options(data, at + _IPV4_LENGTH, min(at + header, end), at + header, fields)
    rest = None
    if total:  # 0 where the sending machine left segmentation to its network card
        rest = total - header
        end = min(end, at + total)
    at += header
    if offset:
        carried(data, at, end, rest, fields)
        return note
    if proto == TCP:
        return _joined(note, tcp(data, at, end, rest, fields))
    return _joined(note, _above(proto, data, at, end, rest, fields, quoting))


def _impossible_ipv4(header: int, total: int, fields: Fields) -> str:
    """The lengths contradict themselves: nothing after them can be trusted to be where it should be."""
    hide_all(fields, _IPV4_AFTER_LENGTH)
    hide_all(fields, ABOVE_IP)
    fields["ip.options"] = () if header == _IPV4_LENGTH else UNKNOWN
    if header < _IPV4_LENGTH:
        hide_all(fields, ("tos", "ip.len"))
        return f"IPv4 header length {header} is less than {_IPV4_LENGTH}"
    return f"IPv4 total length {total} is less than its header's {header}"


def _short_ipv4(header: bytes, fields: Fields, quoting: bool) -> str:
    """IPv4 of which less than 20 bytes were captured."""
    have = len(header)
    if have and header[0] >> 4 == 6:
        return _joined(_NOT_IPV4, ipv6(header, 0, have, fields, quoting))
    note = ipv4(header + _BLANK_IPV4[have:], 0, _IPV4_LENGTH, fields, quoting)
    hide(fields, _IPV4_ENDS, have, None)
    if have < _IPV4_PROTO_END:
        hide_all(fields, ABOVE_IP)
    return note


def _ipv4_options(data: bytes, at: int, end: int, real_end: int, fields: Fields) -> str:
    """RFC 791 section 3.1: types with their copy and class bits, up to the end-of-options one."""
    kinds: list[int] = []
    fault = ""
    while at < end:
        kind = data[at]
        if kind in (0, 1):
            kinds.append(kind)
            if kind == 0:
                break
            at += 1
            continue
        size = data[at + 1] if at + 1 < end else 2  # the capture may end between the two
        if size < 2 or at + size > real_end:
            fault = f"IPv4 option {kind} does not fit its header"
            break
        kinds.append(kind)
        at += size
    fields["ip.options"] = tuple(kinds)
    if end < real_end and at >= end and not fault:
        fields["ip.options"] = UNKNOWN
    return fault


def ipv6(data: bytes, at: int, end: int, fields: Fields, quoting: bool = True) -> str:
    """IPv6, its extension headers and what it carries. `quoting`: decode what an ICMP error quotes, too."""
    if at < end and data[at] >> 4 == 4:  # what the link layer announced as IPv6 says of itself that it is IPv4
        return _joined(_NOT_IPV6, ipv4(data, at, end, fields, quoting))
    if end - at < _IPV6_LENGTH:
        return _short_ipv6(data[at:end], fields, quoting)
    word, length, proto, ttl, src, dst = _IPV6.unpack_from(data, at)
    fields["ip.version"] = 6
    if word >> 28 != 6:
        hide_all(fields, ("ip.hlen", *(name for name, _ in _IPV6_ENDS), *_IPV6_FRAGMENT_FIELDS, *ABOVE_IP))
        return f"IPv6 header with version {word >> 28}"
    fields["ip.hlen"] = _IPV6_LENGTH
    fields["tos"] = word >> 20 & 0xFF
    fields["flow"] = word & 0xF_FFFF
    fields["ip.len"] = _IPV6_LENGTH + length
    fields["ttl"] = ttl
    fields["src"] = V6 | int.from_bytes(src, "big")
    fields["dst"] = V6 | int.from_bytes(dst, "big")
    at += _IPV6_LENGTH
    stop = None
    if length:  # 0 in a jumbogram (RFC 2675), whose length is in an option
        stop = at + length
        end = min(end, stop)
    if proto in _EXTENSIONS:
        return _extensions(proto, data, at, end, stop, fields, quoting)
    fields["proto"] = proto
    rest = None if stop is None else stop - at
    return _above(proto, data, at, end, rest, fields, quoting)


def _short_ipv6(header: bytes, fields: Fields, quoting: bool) -> str:
    """IPv6 of which less than 40 bytes were captured."""
    have = len(header)
    note = ipv6(header + _BLANK_IPV6[have:], 0, _IPV6_LENGTH, fields, quoting)
    hide(fields, _IPV6_ENDS, have, None)
    if have < _IPV6_PROTO_END:
        hide_all(fields, (*_IPV6_FRAGMENT_FIELDS, *ABOVE_IP))
    return note


def _extensions(proto: int, data: bytes, at: int, end: int, stop: int | None, fields: Fields, quoting: bool) -> str:
    """Follow the chain of extension headers to the upper layer (RFC 8200 section 4)."""
    offset = 0
    while proto in _EXTENSIONS and not offset:
        size = 8
        if proto != _FRAGMENT and at + 2 <= end:
            size = (data[at + 1] + 1) * 8
        if at + size > end:
            hide_all(fields, ("proto", *ABOVE_IP))
            if "id" not in fields:  # a fragment header may be among those that are not there
                hide_all(fields, _IPV6_FRAGMENT_FIELDS)
            if stop is not None and at + size > stop:
                return f"IPv6 extension header {proto} does not fit the payload length"
            return ""
        if proto == _FRAGMENT:
            word = data[at + 2] << 8 | data[at + 3]
            offset = word & 0xFFF8
            if "id" not in fields:
                fields["frag.offset"] = offset
                fields["mf"] = word & 1
                fields["id"] = int.from_bytes(data[at + 4 : at + 8], "big")
        proto = data[at]
        at += size
    fields["proto"] = proto
    rest = None if stop is None else stop - at
    if offset:
        carried(data, at, end, rest, fields)
        return ""
    return _above(proto, data, at, end, rest, fields, quoting)


def _above(proto: int, data: bytes, at: int, end: int, rest: int | None, fields: Fields, quoting: bool) -> str:
    """What IP carries, in a packet or in its first fragment: later ones have no transport header."""
    if at > end:
        data, at, end = b"", 0, 0
    if proto == TCP:
        return tcp(data, at, end, rest, fields)
    if proto == UDP:
        return udp(data, at, end, rest, fields)
    if proto in (ICMP, ICMP6):
        return decode_icmp(proto, data, at, end, rest, fields, _quoted if quoting else None)
    if proto == SCTP:
        return sctp(data, at, end, rest, fields)
    if proto == AH:
        return _authenticated(data, at, end, rest, fields, quoting)
    carried(data, at, end, rest, fields)
    return ""


def _authenticated(data: bytes, at: int, end: int, rest: int | None, fields: Fields, quoting: bool) -> str:
    """An authentication header (RFC 4302): `proto` stays 51, the fields are those of what it protects."""
    size = (data[at + 1] + 2) * 4 if end - at >= 2 else _LEAST_AH
    if rest is not None and size > rest:
        return "the authentication header does not fit the IP length"
    if end - at < 2:
        hide_all(fields, ABOVE_IP)
        return ""
    proto = data[at]
    if proto == AH:  # one within another: what is in it would have to be guessed
        carried(data, at + size, end, None if rest is None else rest - size, fields)
        return ""
    return _above(proto, data, at + size, end, None if rest is None else rest - size, fields, quoting)


def _quoted(data: bytes, at: int, end: int, fields: Fields) -> None:
    """The packet that an ICMP error quotes, by the version that it says it has."""
    version = data[at] >> 4 if at < end else 0
    if version == 4:
        ipv4(data, at, end, fields, quoting=False)
    elif version == 6:
        ipv6(data, at, end, fields, quoting=False)
    else:
        hide_all(fields, ALL_OF_IP)


def _joined(first: str, second: str) -> str:
    return f"{first}; {second}" if first and second else first or second
