"""Where a field's value stands, by the shape of the packet: what of the headers the scanning kernels need not work out.

A packet's *shape* is which headers it has, as far as that decides which fields apply: 3 kinds of IP times 15 of what
it carries. Four of those are ICMP errors that quote the beginning of a TCP segment or a UDP datagram. For a shape and
a field, a *place* says that the field does not apply, or where it is found: nearly always in a *window* of four bytes
that lies wholly within its header, shifted and masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = [
    "IN_QUOTATIONS", "NOWHERE", "SHAPES", "Place", "computed_place", "constant_of", "head_place", "is_nowhere",
    "is_wide", "is_window", "list_number", "list_place", "place_of", "under_mask",
]  # fmt: skip

# One number: kind (4 bits), register (4), offset or constant (8), shift (8), mask (32), addend (7), the lowest first.
Place = int

# Kinds of places. ADDRESS6, PAYLOAD and KINDS are no numbers; the last three are numbers that stand for more.
(NOWHERE, WINDOW, REGISTER, CONSTANT, NONZERO, INITIAL, HOPS, IS_PROTO, OPTION, ADDRESS6, PAYLOAD, KINDS, HEAD, LIST,
 COMPUTED) = range(15)  # fmt: skip

# Registers: what the kernels note of each packet. Offsets are in the batch's bytes; -1: the packet has none. No place
# refers to the last two: which list of options was read last, and how many it has.
(
    NETWORK, TRANSPORT, FRAGMENT, BODY, STOP, BODY_LENGTH, PROTO, VLAN, LENGTH, CAPLEN, MSS, WSCALE, SACKOK, TS_VAL,
    TS_ECR, QUOTED, LISTED, LISTED_COUNT, REGISTERS,
) = range(19)  # fmt: skip

# Shapes: a kind of IP header, times ABOVE, plus what is above.
V4, V6, V6_FRAGMENT = range(3)
(
    TCP, UDP, ECHO, NEEDS_MTU, ICMP, ECHO6, TOO_BIG, ICMP6, SCTP, OTHER, LATER, MTU_OF_TCP, MTU_OF_UDP, ERROR_OF_TCP,
    ERROR_OF_UDP, ABOVE,
) = range(16)
SHAPES: Final = 3 * ABOVE
_EVERY_BIT: Final = 0xFFFF_FFFF
LEFT: Final = -1  # to the ordinary decoder, instead of a shape


def _place(kind: int, register: int = 0, offset: int = 0, shift: int = 0, mask: int = 0, addend: int = 0) -> Place:
    return kind | register << 4 | offset << 8 | shift << 16 | mask << 24 | addend << 56


def _constant(value: int) -> Place:
    return _place(CONSTANT, offset=value)


def _register(number: int) -> Place:
    return _place(REGISTER, number)


class _Header:
    """Windows of a header of so many bytes that begins at a register."""

    def __init__(self, register: int, size: int) -> None:
        self.register = register
        self.last = size - 4  # where the last window begins

    def bits(self, first: int, count: int, addend: int = 0, kind: int = WINDOW) -> Place:
        """A number of `count` bits behind the `first` ones of the header."""
        offset = min(first // 8, self.last)
        shift = 32 - (first - offset * 8) - count
        return _place(kind, self.register, offset, shift, (1 << count) - 1, addend)

    def bytes(self, first: int, count: int, addend: int = 0) -> Place:
        """A number of `count` bytes behind the `first` ones."""
        return self.bits(first * 8, count * 8, addend)


_EVERYWHERE: Final[dict[str, Place]] = {
    "len": _register(LENGTH),
    "caplen": _register(CAPLEN),
    "vlan": _register(VLAN),
    "proto": _register(PROTO),
    "payload": _place(PAYLOAD),
    "payload.len": _register(BODY_LENGTH),
    "quoted": _constant(0),  # the ordinary decoder takes what may quote otherwise than in those shapes
}
_IPV4: Final = _Header(NETWORK, 20)
_IN_V4: Final[dict[str, Place]] = {
    "ip.version": _constant(4),
    "ip": _constant(1),
    "ip6": _constant(0),
    "ip.hlen": _place(WINDOW, NETWORK, 0, 22, 0x3C),  # the second four bits, in words of four bytes
    "tos": _IPV4.bytes(1, 1),
    "dscp": _IPV4.bits(8, 6),
    "ecn": _IPV4.bits(14, 2),
    "ip.len": _IPV4.bytes(2, 2),
    "id": _IPV4.bytes(4, 2),
    "evil": _IPV4.bits(48, 1),
    "df": _IPV4.bits(49, 1),
    "mf": _IPV4.bits(50, 1),
    "frag.offset": _place(WINDOW, NETWORK, 6, 13, 0xFFF8),  # 13 bits, in units of eight bytes
    "frag": _IPV4.bits(50, 14, kind=NONZERO),
    "ttl": _IPV4.bytes(8, 1),
    "ittl": _IPV4.bits(64, 8, kind=INITIAL),
    "hops": _IPV4.bits(64, 8, kind=HOPS),
    "src": _IPV4.bytes(12, 4),
    "dst": _IPV4.bytes(16, 4),
    "ip.options": _place(KINDS, NETWORK),
}
_IPV6: Final = _Header(NETWORK, 40)
_IN_V6: Final[dict[str, Place]] = {
    "ip.version": _constant(6),
    "ip": _constant(0),
    "ip6": _constant(1),
    "ip.hlen": _constant(40),
    "tos": _IPV6.bits(4, 8),
    "dscp": _IPV6.bits(4, 6),
    "ecn": _IPV6.bits(10, 2),
    "flow": _IPV6.bits(12, 20),
    "ip.len": _IPV6.bytes(4, 2, addend=40),
    "ttl": _IPV6.bytes(7, 1),
    "ittl": _IPV6.bits(56, 8, kind=INITIAL),
    "hops": _IPV6.bits(56, 8, kind=HOPS),
    "src": _place(ADDRESS6, NETWORK, 8),
    "dst": _place(ADDRESS6, NETWORK, 24),
    "frag": _constant(0),
}
_FRAGMENT_HEADER: Final = _Header(FRAGMENT, 8)
_IN_FRAGMENT_HEADER: Final[dict[str, Place]] = {
    "id": _FRAGMENT_HEADER.bytes(4, 4),
    "mf": _FRAGMENT_HEADER.bits(31, 1),
    "frag.offset": _place(WINDOW, FRAGMENT, 0, 0, 0xFFF8),
    "frag": _place(NONZERO, FRAGMENT, 0, 0, 0xFFF9),  # an offset, or more to come
}
_NETWORKS: Final = {V4: _IN_V4, V6: _IN_V6, V6_FRAGMENT: _IN_V6 | _IN_FRAGMENT_HEADER}

_TCP: Final = _Header(TRANSPORT, 20)
_EIGHT: Final = _Header(TRANSPORT, 8)  # UDP and ICMP, and the ports of all
_PORTS: Final = {"sport": _EIGHT.bytes(0, 2), "dport": _EIGHT.bytes(2, 2)}
_TYPE: Final = {"icmp.type": _EIGHT.bytes(0, 1), "icmp.code": _EIGHT.bytes(1, 1)}
_ECHOED: Final = _TYPE | {"icmp.id": _EIGHT.bytes(4, 2), "icmp.seq": _EIGHT.bytes(6, 2)}
_TRANSPORTS: dict[int, dict[str, Place]] = {
    TCP: _PORTS
    | {
        "seq": _TCP.bytes(4, 4),
        "ack": _TCP.bytes(8, 4),
        "tcp.hlen": _place(WINDOW, TRANSPORT, 12, 26, 0x3C),  # four bits, in words of four bytes
        "flags": _TCP.bits(100, 12),
        "window": _TCP.bytes(14, 2),
        "urgent": _TCP.bytes(18, 2),
        "options": _place(KINDS, TRANSPORT),
        "mss": _place(OPTION, MSS),
        "wscale": _place(OPTION, WSCALE),
        "sackok": _place(OPTION, SACKOK),
        "ts.val": _place(OPTION, TS_VAL),
        "ts.ecr": _place(OPTION, TS_ECR),
    },
    UDP: _PORTS | {"udp.len": _EIGHT.bytes(4, 2)},
    ECHO: _ECHOED,
    NEEDS_MTU: _TYPE | {"icmp.mtu": _EIGHT.bytes(6, 2)},
    ICMP: _TYPE,
    ECHO6: _ECHOED,
    TOO_BIG: _TYPE | {"icmp.mtu": _EIGHT.bytes(4, 4)},
    ICMP6: _TYPE,
    SCTP: _PORTS,
}
_QUOTED_IPV4: Final = _Header(QUOTED, 20)
_QUOTED_EIGHT: Final = _Header(QUOTED, 28)  # and the eight bytes behind it: RFC 792 promises no more
_IN_QUOTED: Final[dict[str, Place]] = {
    "quoted": _constant(1),
    "quoted.ip.version": _constant(4),
    "quoted.tos": _QUOTED_IPV4.bytes(1, 1),
    "quoted.ip.len": _QUOTED_IPV4.bytes(2, 2),
    "quoted.id": _QUOTED_IPV4.bytes(4, 2),
    "quoted.df": _QUOTED_IPV4.bits(49, 1),
    "quoted.mf": _QUOTED_IPV4.bits(50, 1),
    "quoted.frag.offset": _place(WINDOW, QUOTED, 6, 13, 0xFFF8),
    "quoted.ttl": _QUOTED_IPV4.bytes(8, 1),
    "quoted.proto": _QUOTED_IPV4.bytes(9, 1),
    "quoted.src": _QUOTED_IPV4.bytes(12, 4),
    "quoted.dst": _QUOTED_IPV4.bytes(16, 4),
    "quoted.sport": _QUOTED_EIGHT.bytes(20, 2),
    "quoted.dport": _QUOTED_EIGHT.bytes(22, 2),
}
_IN_QUOTED_TCP: Final = _IN_QUOTED | {"quoted.seq": _QUOTED_EIGHT.bytes(24, 4)}
_IN_QUOTED_UDP: Final = _IN_QUOTED | {"quoted.udp.len": _QUOTED_EIGHT.bytes(24, 2)}
IN_QUOTATIONS: Final = frozenset(_IN_QUOTED_TCP) | frozenset(_IN_QUOTED_UDP)
_TRANSPORTS |= {
    MTU_OF_TCP: _TRANSPORTS[NEEDS_MTU] | _IN_QUOTED_TCP,
    MTU_OF_UDP: _TRANSPORTS[NEEDS_MTU] | _IN_QUOTED_UDP,
    ERROR_OF_TCP: _TRANSPORTS[ICMP] | _IN_QUOTED_TCP,
    ERROR_OF_UDP: _TRANSPORTS[ICMP] | _IN_QUOTED_UDP,
}
_WORDS: Final = {"tcp": 6, "udp": 17, "icmp": 1, "icmp6": 58, "sctp": 132}
_PROTOCOLS: Final = {
    TCP: 6, UDP: 17, ECHO: 1, NEEDS_MTU: 1, ICMP: 1, ECHO6: 58, TOO_BIG: 58, ICMP6: 58, SCTP: 132, OTHER: -1,
    MTU_OF_TCP: 1, MTU_OF_UDP: 1, ERROR_OF_TCP: 1, ERROR_OF_UDP: 1,
}  # fmt: skip


def place_of(shape: int, field: str) -> Place:
    """Where a packet of this shape has a field."""
    network, above = divmod(shape, ABOVE)
    if field in _WORDS:
        if above == LATER:  # a fragment but the first: the protocol is known and its header is elsewhere
            return _place(IS_PROTO, PROTO, _WORDS[field])
        return _constant(int(_PROTOCOLS[above] == _WORDS[field]))
    found = _TRANSPORTS.get(above, {}).get(field) or _NETWORKS[network].get(field)
    return found or _EVERYWHERE.get(field, NOWHERE)


def under_mask(place: Place, mask: int) -> Place:
    """The same window with fewer bits."""
    assert place & 15 == WINDOW and not place >> 56  # noqa: PT018
    return place & ~(_EVERY_BIT << 24) | (place >> 24 & _EVERY_BIT & mask) << 24


def head_place() -> Place:
    """Of the first four bytes of the payload, as a number, where so many were captured."""
    return _place(HEAD, BODY)


def list_place(place: Place) -> Place:
    """Of the number that stands for a list of options (`list_number`), from the place of the list."""
    return NOWHERE if place == NOWHERE else _place(LIST, place >> 4 & 15)


def computed_place(number: int) -> Place:
    """Of the value of an expression, by its number in the plan."""
    return _place(COMPUTED, offset=number)


def list_number(kinds: Iterable[int]) -> int:
    """A number that two equal lists of options share, and hardly two others."""
    number = 0
    for kind in kinds:
        number = number * 31 + kind + 1 & _EVERY_BIT
    return number


def is_nowhere(place: Place) -> bool:
    """Whether the field does not apply."""
    return place == NOWHERE


def constant_of(place: Place) -> int | None:
    """The value, where the shape alone says it."""
    return place >> 8 & 0xFF if place & 15 == CONSTANT else None


def is_window(place: Place) -> bool:
    """Whether the value is always there, in a window."""
    return place & 15 == WINDOW


def is_wide(place: Place) -> bool:
    """Whether the value is an IPv6 address."""
    return place & 15 == ADDRESS6
