"""The bytes of a packet, put together again from its decoded fields, for the hex dump of a trace.

Checksums are computed, since fields do not hold them. A packet with something that fields do not hold either (IP
options, TCP options of unknown content) has no bytes.
"""

from __future__ import annotations

import struct
from typing import Final

from matcher.packet import Packet, Value

__all__ = ["hex_dump"]

_ICMP, _TCP, _UDP = 1, 6, 17
_NO_OPTIONS: Final = 20  # bytes of a header
_UDP_HEADER: Final = 8  # bytes
_MOST_PAYLOAD: Final = 64  # bytes of it that a dump shows
_ECHO: Final = (0, 8)
_EOL = 0


class _Missing(Exception):
    """Something that is needed is not known."""


def hex_dump(packet: Packet) -> list[str]:
    """Lines as `tcpdump -x` prints them below a packet's line; none where its bytes cannot be told."""
    try:
        data = _ip(packet)
    except (_Missing, struct.error):
        return []
    lines = []
    for at in range(0, len(data), 16):
        digits = data[at : at + 16].hex(" ", -2)
        lines.append(f"    0x{at:04x}:  {digits}")
    return lines


def _known(packet: Packet, name: str) -> int:
    value = packet.get(name)
    if not isinstance(value, int):
        raise _Missing(name)
    return value


def _or_zero(value: Value | None) -> int:
    return value if isinstance(value, int) else 0


def _payload(packet: Packet) -> bytes:
    value = packet.get("payload")
    if not isinstance(value, bytes):
        raise _Missing("payload")
    return value


def _ip(packet: Packet) -> bytes:
    if packet.get("ip.version") != 4 or packet.get("ip.options") != ():
        raise _Missing("IPv4 header without options")
    source, target = _known(packet, "src"), _known(packet, "dst")
    proto, length = _known(packet, "proto"), _known(packet, "ip.len")
    ends = struct.pack(">II", source, target)
    body = _transport(packet, proto, ends, length - _NO_OPTIONS)
    bits = _or_zero(packet.get("evil")) << 15 | _known(packet, "df") << 14 | _known(packet, "mf") << 13
    flags = bits | _known(packet, "frag.offset") >> 3
    parts = (0x45, _known(packet, "tos"), length, _known(packet, "id"), flags, _known(packet, "ttl"), proto)
    head = struct.pack(">BBHHHBB", *parts)
    check = _checksum(head + bytes(2) + ends)
    return head + struct.pack(">H", check) + ends + body


def _transport(packet: Packet, proto: int, ends: bytes, length: int) -> bytes:
    """The header above IP with its checksum, and the payload as far as a dump shows it."""
    payload = _payload(packet)
    if packet.get("frag") == 1:
        return (_fragmented_udp(packet, proto) + payload)[: _UDP_HEADER + _MOST_PAYLOAD]
    if proto == _TCP:
        head, place, pseudo = _tcp(packet), 16, ends + struct.pack(">HH", proto, length)
    elif proto == _UDP:
        ports = _known(packet, "sport"), _known(packet, "dport"), _known(packet, "udp.len")
        head, place, pseudo = struct.pack(">HHHH", *ports, 0), 6, ends + struct.pack(">HH", proto, length)
    elif proto == _ICMP and packet.get("icmp.type") in _ECHO:
        kind = _known(packet, "icmp.type"), _known(packet, "icmp.code")
        head = struct.pack(">BBHHH", *kind, 0, _known(packet, "icmp.id"), _known(packet, "icmp.seq"))
        place, pseudo = 2, b""
    else:
        raise _Missing("a header that is known")
    check = struct.pack(">H", _checksum(pseudo + head + payload))
    return head[:place] + check + head[place + 2 :] + payload[:_MOST_PAYLOAD]


def _fragmented_udp(packet: Packet, proto: int) -> bytes:
    """What stands before the payload of a fragment: of a first one a UDP header, whose checksum nobody can compute from
    a part of what it covers; 0 says that there is none.
    """
    if _known(packet, "frag.offset"):
        return b""
    if proto != _UDP:
        raise _Missing("a header without a checksum")
    return struct.pack(">HHHH", _known(packet, "sport"), _known(packet, "dport"), _known(packet, "udp.len"), 0)


def _tcp(packet: Packet) -> bytes:
    options = _options(packet)
    size = _NO_OPTIONS + len(options)
    numbers = (_known(packet, name) for name in ("sport", "dport", "seq", "ack"))
    rest = size // 4 << 12 | _known(packet, "flags"), _known(packet, "window"), 0, _or_zero(packet.get("urgent"))
    return struct.pack(">HHIIHHHH", *numbers, *rest) + options


def _options(packet: Packet) -> bytes:
    kinds = packet.get("options")
    if not isinstance(kinds, tuple):
        raise _Missing("options")
    built = b"".join(_option(packet, kind) for kind in kinds)
    padding = -len(built) % 4
    if padding and _EOL not in kinds:
        raise _Missing("what follows the options")
    return built + bytes(padding)


def _option(packet: Packet, kind: int) -> bytes:
    match kind:
        case 0 | 1:
            return bytes([kind])
        case 2:
            return struct.pack(">BBH", kind, 4, _known(packet, "mss"))
        case 3:
            return struct.pack(">BBB", kind, 3, _known(packet, "wscale"))
        case 4:
            return bytes([kind, 2])
        case 8:
            return struct.pack(">BBII", kind, 10, _known(packet, "ts.val"), _known(packet, "ts.ecr"))
        case _:
            raise _Missing(f"option {kind}")


def _checksum(data: bytes) -> int:
    """RFC 1071: the one's complement of the one's complement sum of 16-bit words."""
    padded = data + bytes(len(data) % 2)
    total: int = sum(struct.unpack(f">{len(padded) // 2}H", padded))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF
