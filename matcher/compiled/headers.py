"""The shape of a packet and where its headers begin: what is common and whole.

A frame is left to the ordinary decoder when anything about it is unusual: a rare link header, lengths that contradict
each other, a header that was not captured whole, an IP length of 0, an authentication header. So no field of a header
is ever unknown to the kernels, and every value is the one that `matcher.decode.decode` gives.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.access import u16, u32
from matcher.compiled.jit import Scalar, lean_inlined, lean_part
from matcher.compiled.places import (
    ABOVE,
    BODY,
    BODY_LENGTH,
    CAPLEN,
    ECHO,
    ECHO6,
    ERROR_OF_TCP,
    ERROR_OF_UDP,
    FRAGMENT,
    ICMP,
    ICMP6,
    LATER,
    LEFT,
    LENGTH,
    MTU_OF_TCP,
    MTU_OF_UDP,
    NEEDS_MTU,
    NETWORK,
    OTHER,
    PROTO,
    QUOTED,
    SACKOK,
    SCTP,
    STOP,
    TCP,
    TOO_BIG,
    TRANSPORT,
    UDP,
    V6,
    V6_FRAGMENT,
    VLAN,
)  # fmt: skip

__all__ = ["BEGINNING", "behind_tags", "ipv4_shape", "ipv6_shape", "shape_of"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]

_ETHERNET, _NULL, _LOOP, _COOKED, _COOKED2, _IPV4, _IPV6 = 1, 0, 108, 113, 276, 228, 229
_RAW = (12, 14, 101)
BEGINNING = 1  # the IPv4 header and eight bytes
_OTHER_HARDWARE = (770, 803, 824)  # ARPHRD_ of cooked captures whose protocol field does not say what follows


@lean_part
def behind_tags(data: Bytes, at: Scalar, end: Scalar, frame: Ints) -> tuple[Scalar, Scalar]:
    """From where an ethertype stands, over VLAN tags: the IP version above (0: something else) and where it begins."""
    while at + 2 <= end:
        above = u16(data, at)
        at += 2
        if above == 0x0800:
            return 4, at
        if above == 0x86DD:
            return 6, at
        if above not in (0x8100, 0x88A8, 0x9100, 0x9200) or at + 2 > end:
            return 0, at
        if frame[VLAN] < 0:
            frame[VLAN] = u16(data, at) & 0xFFF
        at += 2
    return 0, at


@lean_part
def _behind_link(linktype: Scalar, data: Bytes, at: Scalar, end: Scalar, frame: Ints) -> tuple[Scalar, Scalar]:
    """The IP version that the link header announces (0: none, or not so simply), and where IP begins."""
    if linktype == _ETHERNET:
        return behind_tags(data, at + 12, end, frame)
    if linktype == _COOKED:
        if at + 16 > end or u16(data, at + 2) in _OTHER_HARDWARE:
            return 0, at
        return behind_tags(data, at + 14, end, frame)
    if linktype == _COOKED2:
        if at + 20 > end or u16(data, at + 8) in _OTHER_HARDWARE:
            return 0, at
        above = u16(data, at)
        return (4 if above == 0x0800 else 6 if above == 0x86DD else 0), at + 20
    if linktype in (_NULL, _LOOP):
        if at + 4 > end:
            return 0, at
        family = u32(data, at)
        if family > 0xFFFF and u16(data, at + 2) == 0:  # in the byte order of the machine that captured
            family = np.int64(data[at + 1]) << 8 | np.int64(data[at])
        return (4 if family == 2 else 6 if family in (10, 23, 24, 28, 30) else 0), at + 4
    if linktype == _IPV4:
        return 4, at
    if linktype == _IPV6:
        return 6, at
    if linktype in _RAW and at < end:
        return np.int64(data[at]) >> 4, at
    return 0, at


@lean_part
def _quoting(data: Bytes, at: Scalar, end: Scalar, frame: Ints) -> Scalar:
    """Which kind of ICMP error, by what it quotes: the usual header of IPv4, and TCP or UDP, as far as RFC 792 asks."""
    inner, needs_mtu = at + 8, data[at] == 3 and data[at + 1] == 4
    if inner + 28 > end or data[inner] != 0x45 or u16(data, inner + 6) & 0x1FFF:
        return LEFT
    frame[QUOTED] = inner
    length, proto = u16(data, inner + 2), data[inner + 9]
    if proto == 6 and length >= 40:
        return MTU_OF_TCP if needs_mtu else ERROR_OF_TCP
    if proto == 17 and length >= 28:
        return MTU_OF_UDP if needs_mtu else ERROR_OF_UDP
    return LEFT


@lean_part
def _icmp(proto: Scalar, data: Bytes, at: Scalar, end: Scalar, quoted: Scalar, frame: Ints) -> Scalar:
    """Which kind of message of ICMP (1) or ICMPv6 (58)."""
    kind, code = data[at], data[at + 1]
    if proto == 1:
        if quoted and kind in (3, 4, 5, 11, 12):
            return _quoting(data, at, end, frame) if quoted == BEGINNING else LEFT
        return ECHO if kind in (0, 8) else NEEDS_MTU if kind == 3 and code == 4 else ICMP
    if quoted and 1 <= kind <= 4:
        return LEFT
    return ECHO6 if kind in (128, 129) else TOO_BIG if kind == 2 else ICMP6


@lean_inlined
def _above(
    proto: Scalar, data: Bytes, at: Scalar, end: Scalar, rest: Scalar, options: Scalar, quoted: Scalar, frame: Ints
) -> Scalar:
    """What IP carries, `rest` bytes of which those before `end` are here."""
    above, size = LEFT, 0
    if proto == 6:
        if end - at >= 20:
            size = u16(data, at + 12) >> 12 << 2
            if 20 <= size <= rest and (not options or at + size <= end):
                above = TCP
    elif proto == 17:
        size = 8
        if end - at >= 8:
            above = UDP
    elif proto in (1, 58):
        size = 8
        if end - at >= 8:
            above = _icmp(proto, data, at, end, quoted, frame)
    elif proto == 132:
        size = 12
        if end - at >= 12:
            above = SCTP
    elif proto != 51:
        above = OTHER
    frame[TRANSPORT], frame[BODY], frame[BODY_LENGTH] = at, min(at + size, end), rest - size
    return above


@lean_inlined
def ipv4_shape(data: Bytes, at: Scalar, end: Scalar, options: Scalar, quoted: Scalar, frame: Ints) -> Scalar:
    """The shape of an IPv4 packet."""
    if end - at < 20:
        return LEFT
    word = u32(data, at)
    header, total = word >> 22 & 0x3C, word & 0xFFFF
    if word >> 28 != 4 or header < 20 or total < header or at + header > end:
        return LEFT
    word = u32(data, at + 6)
    proto, rest, end = word & 0xFF, total - header, min(end, at + total)
    frame[NETWORK], frame[PROTO], frame[STOP] = at, proto, end
    at += header
    if word & 0x1FFF_0000:
        frame[BODY], frame[BODY_LENGTH] = at, rest
        return LATER
    return _above(proto, data, at, end, rest, options, quoted, frame)


@lean_part
def ipv6_shape(data: Bytes, at: Scalar, end: Scalar, options: Scalar, quoted: Scalar, frame: Ints) -> Scalar:
    """The shape of an IPv6 packet."""
    if end - at < 40 or data[at] >> 4 != 6:
        return LEFT
    length, proto = u16(data, at + 4), np.int64(data[at + 6])
    if not length:
        return LEFT
    frame[NETWORK] = at
    at += 40
    stop = at + length
    end = min(end, stop)
    network, offset = V6, 0
    while proto in (0, 43, 44, 60) and not offset:
        if at + 8 > end:
            return LEFT
        size = 8 if proto == 44 else (np.int64(data[at + 1]) + 1) * 8
        if at + size > end:
            return LEFT
        if proto == 44:
            offset = u16(data, at + 2) & 0xFFF8
            if network == V6:
                network = V6_FRAGMENT
                frame[FRAGMENT] = at
        proto = np.int64(data[at])
        at += size
    frame[PROTO], frame[STOP] = proto, end
    if offset:
        frame[BODY], frame[BODY_LENGTH] = at, stop - at
        return network * ABOVE + LATER
    above = _above(proto, data, at, end, stop - at, options, quoted, frame)
    return above if above == LEFT else network * ABOVE + above


@lean_inlined
def shape_of(
    data: Bytes, at: Scalar, caplen: Scalar, length: Scalar, linktype: Scalar, options: Scalar, quoted: Scalar,
    frame: Ints,
) -> Scalar:  # fmt: skip
    """The shape of a packet, or `LEFT`.

    Args:
        data: The bytes that it is in.
        at: Where it begins.
        caplen: How many bytes of it were captured.
        length: How many it had.
        linktype: What it begins with.
        options: Whether TCP options are asked for: the header must then be there as a whole.
        quoted: What is asked for of packets that ICMP errors quote: nothing (0), their `BEGINNING`, or more.
        frame: int64[REGISTERS]: filled in, as far as the shape has use for it.
    """
    end = at + caplen
    frame[LENGTH], frame[CAPLEN], frame[VLAN], frame[SACKOK] = length, caplen, -1, -1
    if linktype == _ETHERNET and caplen >= 14 and u16(data, at + 12) == 0x0800:
        version, at = 4, at + 14
    else:
        version, at = _behind_link(linktype, data, at, end, frame)
    if version == 4:
        return ipv4_shape(data, at, end, options, quoted, frame)
    if version == 6:
        return ipv6_shape(data, at, end, options, quoted, frame)
    return LEFT
