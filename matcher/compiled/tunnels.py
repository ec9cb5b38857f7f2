"""The innermost packet of a tunnel, where the way to it is plain: what `matcher.decode.tunnel` gives, or `LEFT`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.access import u16
from matcher.compiled.headers import behind_tags, ipv4_shape, ipv6_shape
from matcher.compiled.jit import Scalar, lean_part
from matcher.compiled.places import ABOVE, BODY, LATER, LEFT, OTHER, PROTO, STOP, TRANSPORT, UDP

__all__ = ["innermost_shape"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]

_MOST_TUNNELS = 8  # matcher.decode.tunnel.MOST_TUNNELS
_NONE, _UNSURE = 0, -1  # instead of an IP version
_GRE = 47
_OVER_IP = (4, 41, 47, 97, 137, 143)  # those that the ordinary decoder looks into
_GTP, _GRE_IN_UDP, _VXLAN, _VXLAN_GPE, _GENEVE, _VXLAN_OF_LINUX = 2152, 4754, 4789, 4790, 6081, 8472
_IPV4, _IPV6, _BRIDGED, _ERSPAN = 0x0800, 0x86DD, 0x6558, 0x88BE


@lean_part
def _version(data: Bytes, at: Scalar, end: Scalar) -> tuple[Scalar, Scalar]:
    """The IP version that a header says that it has."""
    version = np.int64(data[at]) >> 4 if at < end else _UNSURE
    return (version if version in (4, 6) else _UNSURE), at


@lean_part
def _behind_ethertype(above: Scalar, data: Bytes, at: Scalar, end: Scalar, frame: Ints) -> tuple[Scalar, Scalar]:
    """The IP version, and where IP begins, of what an ethertype announces."""
    if above == _BRIDGED:
        above, at = behind_tags(data, at + 12, end, frame)
        return _version(data, at, end) if above else (_UNSURE, at)
    return _version(data, at, end) if above in (_IPV4, _IPV6) else (_UNSURE, at)


@lean_part
def _behind_gre(data: Bytes, at: Scalar, end: Scalar, frame: Ints) -> tuple[Scalar, Scalar]:
    """RFC 2784 and RFC 2890; version 0 without routes."""
    if at + 4 > end:
        return _UNSURE, at
    flags, above = u16(data, at), u16(data, at + 2)
    if flags & 0x4007:
        return _UNSURE, at
    at += 4 + 4 * (flags >> 15 & 1) + 4 * (flags >> 13 & 1) + 4 * (flags >> 12 & 1)
    if above == _ERSPAN:
        return _behind_ethertype(_BRIDGED, data, at + 8 * (flags >> 12 & 1), end, frame)
    return _behind_ethertype(above, data, at, end, frame)


@lean_part
def _behind_gtp(data: Bytes, at: Scalar, end: Scalar) -> tuple[Scalar, Scalar]:
    """3GPP TS 29.281 section 5: a T-PDU of version 1, over its extension headers."""
    if at + 12 > end or data[at] >> 4 != 3 or data[at + 1] != 0xFF:
        return _UNSURE, at
    flags = data[at]
    at += 8
    if flags & 7:
        more = np.int64(data[at + 3]) if flags & 4 else np.int64(0)
        at += 4
        while more:
            if at >= end:
                return _UNSURE, at
            size = np.int64(data[at]) * 4
            if not size or at + size > end:
                return _UNSURE, at
            more = np.int64(data[at + size - 1])
            at += size
    return _version(data, at, end)


@lean_part
def _behind_udp(port: Scalar, data: Bytes, at: Scalar, end: Scalar, frame: Ints) -> tuple[Scalar, Scalar]:
    """Of a tunnel over UDP, by its port."""
    if at + 8 > end:
        return _UNSURE, at
    if port in (_VXLAN, _VXLAN_OF_LINUX) and data[at] & 8:  # RFC 7348 section 5
        return _behind_ethertype(_BRIDGED, data, at + 8, end, frame)
    if port == _GENEVE and not data[at] >> 6:  # RFC 8926 section 3.4
        return _behind_ethertype(u16(data, at + 2), data, at + 8 + np.int64(data[at] & 0x3F) * 4, end, frame)
    if port == _GTP:
        return _behind_gtp(data, at, end)
    return _behind_gre(data, at, end, frame) if port == _GRE_IN_UDP else (_UNSURE, at)


@lean_part
def _is_tunnel(port: Scalar) -> Scalar:
    return port in (_GTP, _GRE_IN_UDP, _VXLAN, _VXLAN_GPE, _GENEVE, _VXLAN_OF_LINUX)


@lean_part
def _behind_tunnel(shape: Scalar, data: Bytes, frame: Ints) -> tuple[Scalar, Scalar]:
    """The IP version of what a packet carries, and where it begins. `_NONE`: it is no tunnel; `_UNSURE`: it may be."""
    above, proto, at, end = shape % ABOVE, frame[PROTO], frame[BODY], frame[STOP]
    if above == UDP:
        sport, dport = u16(data, frame[TRANSPORT]), u16(data, frame[TRANSPORT] + 2)
        port = dport if _is_tunnel(dport) else sport
        return _behind_udp(port, data, at, end, frame) if _is_tunnel(port) else (_NONE, at)
    if above not in (OTHER, LATER) or proto not in _OVER_IP:
        return _NONE, at
    if above == LATER:
        return _UNSURE, at
    if proto == _GRE:
        return _behind_gre(data, at, end, frame)
    return _version(data, at, end) if proto in (4, 41) else (_UNSURE, at)


@lean_part
def innermost_shape(shape: Scalar, data: Bytes, options: Scalar, quoted: Scalar, frame: Ints) -> Scalar:
    """The shape of the innermost packet of one that has a shape itself; the arguments are those of `shape_of`.

    Afterwards `frame` is about the innermost one, but for the lengths of the whole, and the outermost VLAN.
    """
    for _ in range(_MOST_TUNNELS):
        version, at = _behind_tunnel(shape, data, frame)
        if version == _NONE:
            return shape
        if version == _UNSURE:
            return LEFT
        if version == 4:
            shape = ipv4_shape(data, at, frame[STOP], options, quoted, frame)
        else:
            shape = ipv6_shape(data, at, frame[STOP], options, quoted, frame)
        if shape == LEFT:
            return LEFT
    version, _ = _behind_tunnel(shape, data, frame)
    return shape if version == _NONE else LEFT
