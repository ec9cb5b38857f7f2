"""Packets within packets: IP in IP, GRE with what it carries, and tunnels over UDP.

A tunnel's step is like a link layer's: it takes what the outer packet carries and says which protocol comes next and
where it begins. An empty text as the next protocol means that there is no tunnel here, whatever the port says.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from matcher.decode.ethernet import RAW_IP, Above, Step, climb, ethernet, u16
from matcher.decode.network import ipv4, ipv6
from matcher.decode.partial import Fields
from matcher.decode.ppp import MPLS
from matcher.formats.report import ReadReport

__all__ = ["MOST_TUNNELS", "innermost"]

MOST_TUNNELS = 8  # of one packet that are looked into

_ETHERNET = 0x6558  # Transparent Ethernet Bridging: RFC 1701
_ERSPAN, _ERSPAN_III = 0x88BE, 0x22EB
_NO_TUNNEL = ""
_GPE_PROTOCOLS = {1: RAW_IP, 2: RAW_IP, 4: 0x894F, 7: MPLS}


@dataclass(frozen=True, slots=True)
class _Tunnel:
    """A kind of tunnel: its name, and the way through its header."""

    name: str
    step: Step


def innermost(fields: Fields, note: str, report: ReadReport) -> tuple[Fields, str]:
    """The fields and the note of the innermost IP packet in a decoded one.

    `len` and `caplen` stay those of the frame, and `vlan` is its outermost tag, wherever that is. Where a tunnel's
    inner packet cannot be decoded the packet around it stays, and the note and `report.outer_only` say why.
    """
    for _ in range(MOST_TUNNELS):
        tunnel = _tunnel_in(fields)
        if tunnel is None:
            return fields, note
        inner: Fields = {name: fields[name] for name in ("len", "caplen", "vlan") if name in fields}
        found = _enter(tunnel, fields, inner)
        if found is None:
            return fields, note
        reason, inner_note = found
        if reason:
            return fields, _left(f"{tunnel.name}: {reason}", note, report)
        fields, note = inner, inner_note
    if _tunnel_in(fields):
        note = _left(f"more than {MOST_TUNNELS} tunnels, one in another", note, report)
    return fields, note


def _left(reason: str, note: str, report: ReadReport) -> str:
    report.leave_outer(reason)
    return f"{note}; {reason}" if note else reason


def _tunnel_in(fields: Fields) -> _Tunnel | None:
    """By protocol or by port: a tunnel's own answers to a port come from it."""
    proto = fields.get("proto")
    if proto != 17:
        return _OVER_IP.get(proto) if isinstance(proto, int) else None
    ports = (fields.get("dport"), fields.get("sport"))
    return next((_OVER_UDP[port] for port in ports if isinstance(port, int) and port in _OVER_UDP), None)


def _enter(tunnel: _Tunnel, outer: Fields, inner: Fields) -> tuple[str, str] | None:
    """Decode the packet in a tunnel into `inner`.

    Returns why there is none, or an empty text, and the packet's own note; None where there is no tunnel after all.
    """
    data = outer.get("payload")
    if not isinstance(data, bytes):
        return "its payload is not shown", ""
    if outer.get("frag.offset", 0) != 0:
        return "a later fragment", ""
    try:
        above, at = climb(*tunnel.step(data, 0, inner), data, inner)
        if isinstance(above, str):
            return (above, "") if above else None
        version = data[at] >> 4
    except (IndexError, struct.error):
        return "ends in the headers before the inner packet", ""
    if version not in (4, 6):
        return f"an inner packet with IP version {version}", ""
    note = (ipv4 if version == 4 else ipv6)(data, at, len(data), inner)
    if not isinstance(inner.get("dst"), int):
        return note or "ends in the inner IP header", ""
    return "", note


def _ip_in_ip(_data: bytes, at: int, _fields: Fields) -> Above:
    """RFC 2003, RFC 2473, RFC 4213: the version that counts is that in the inner header itself."""
    return RAW_IP, at


def _gre(data: bytes, at: int, fields: Fields) -> Above:
    """RFC 2784 with RFC 2890's key and sequence number, RFC 1701's routing, and PPTP's version 1 (RFC 2637)."""
    flags, protocol = u16(data, at), u16(data, at + 2)
    version = flags & 7
    if version > 1:
        return f"version {version}", at
    at += 4
    if flags & 0xC000:  # checksum, routing: either brings both of its words
        at += 4
    if flags & 0x2000:
        at += 4
    if flags & 0x1000:
        at += 4
    if version == 1 and flags & 0x0080:  # acknowledgement
        at += 4
    if flags & 0x4000:
        at = _behind_routes(data, at)
    if protocol == _ERSPAN:
        return ethernet(data, at + (8 if flags & 0x1000 else 0), fields)  # type I has no header of its own
    if protocol == _ERSPAN_III:
        return _erspan_iii(data, at, fields)
    return protocol, at


def _behind_routes(data: bytes, at: int) -> int:
    """RFC 1701: source routes, each with its length, up to an empty one."""
    while True:
        family, size = u16(data, at), data[at + 3]
        at += 4 + size
        if not family and not size:
            return at


def _erspan_iii(data: bytes, at: int, fields: Fields) -> Above:
    """https://datatracker.ietf.org/doc/html/draft-foschiano-erspan section 4.3"""
    kind, more = data[at + 10] >> 2 & 0x1F, data[at + 11] & 1
    at += 20 if more else 12
    if kind == 2:
        return RAW_IP, at
    return ethernet(data, at, fields) if kind == 0 else (f"ERSPAN frame type {kind}", at)


def _ethernet_in_ip(data: bytes, at: int, fields: Fields) -> Above:
    """EtherIP: RFC 3378."""
    return ethernet(data, at + 2, fields) if data[at] >> 4 == 3 else ("EtherIP of another version", at)


def _vxlan(data: bytes, at: int, fields: Fields) -> Above:
    """RFC 7348 section 5: the flag of a valid network identifier must be there."""
    return ethernet(data, at + 8, fields) if data[at] & 0x08 else (_NO_TUNNEL, at)


def _vxlan_gpe(data: bytes, at: int, fields: Fields) -> Above:
    """The generic protocol extension, draft-ietf-nvo3-vxlan-gpe: it says what follows."""
    following = data[at + 3]
    if not data[at] & 0x08 or following in (0, 3):
        return _vxlan(data, at, fields)
    return _GPE_PROTOCOLS.get(following, f"next protocol {following}"), at + 8


def _geneve(data: bytes, at: int, _fields: Fields) -> Above:
    """RFC 8926 section 3.4: version 0, then the options' length in words, and an ethertype."""
    return (_NO_TUNNEL, at) if data[at] >> 6 else (u16(data, at + 2), at + 8 + (data[at] & 0x3F) * 4)


def _gtp(data: bytes, at: int, _fields: Fields) -> Above:
    """3GPP TS 29.281 section 5: version 1 and a T-PDU; other messages are about tunnels and are not in one."""
    flags = data[at]
    if flags >> 4 != 3 or data[at + 1] != 0xFF:
        return _NO_TUNNEL, at
    at += 8
    if flags & 7:  # sequence number, N-PDU number and type of the next header come together
        more = data[at + 3] if flags & 4 else 0
        at += 4
        while more:
            size = data[at] * 4
            if not size:
                return "GTP-U extension header without a length", at
            more = data[at + size - 1]
            at += size
    return RAW_IP, at


_OVER_IP = {
    4: _Tunnel("IP in IP", _ip_in_ip),
    41: _Tunnel("IPv6 in IP", _ip_in_ip),
    47: _Tunnel("GRE", _gre),
    97: _Tunnel("EtherIP", _ethernet_in_ip),
    143: _Tunnel("Ethernet in IPv6", ethernet),  # RFC 8986
    137: _Tunnel("MPLS in IP", lambda _data, at, _fields: (MPLS, at)),  # RFC 4023
}
_VXLAN = _Tunnel("VXLAN", _vxlan)
_OVER_UDP = {
    2152: _Tunnel("GTP-U", _gtp),
    4754: _Tunnel("GRE in UDP", _gre),  # RFC 8086
    4789: _VXLAN,
    4790: _Tunnel("VXLAN-GPE", _vxlan_gpe),
    6081: _Tunnel("Geneve", _geneve),
    8472: _VXLAN,  # where Linux had it before the port was assigned
}
