"""Packets of any protocol as frames: what the packet shows stands in the frame, what it does not show is invented.

Where `tests.as_capture` varies TCP packets, this one renders all that a trace in a signature may hold: IPv4 and IPv6,
TCP, UDP, ICMP with what it quotes, fragments, other protocols.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from matcher.packet import V6, Packet, Value

_ICMP, _TCP, _UDP, _ICMP6, _SCTP = 1, 6, 17, 58, 132
_MSS, _WSCALE, _TIMESTAMPS = 2, 3, 8
_OPTION_SIZE = {0: 1, 1: 1, _MSS: 4, _WSCALE: 3, 4: 2, 5: 10, _TIMESTAMPS: 10, 34: 10}
_IP_OPTION_SIZE = {
    0: 1,
    1: 1,
    7: 39,
    131: 11,
    137: 11,
    148: 4,
}  # RFC 791; routes as long as ping and the tests have them
_ETHERNET = bytes.fromhex("020000000002 020000000001")
_ECHO = {0, 8, 128, 129}
_QUOTING = {3, 4, 5, 11, 12}


@dataclass
class Framer:
    """Makes frames; the same host name becomes the same address each time."""

    seed: int = 0
    hosts: dict[object, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)

    def frames(self, packets: Iterable[Packet]) -> Iterator[tuple[int, bytes]]:
        """Time in nanoseconds and bytes of an Ethernet frame for each packet that has an IP header."""
        for packet in packets:
            if "src" in packet.fields:
                body = self._ip(_Shown(packet.fields))
                kind = b"\x86\xdd" if body[0] >> 4 == 6 else b"\x08\x00"
                yield packet.time_ns or 0, _ETHERNET + kind + body

    def _address(self, value: Value | None) -> int:
        if isinstance(value, int):
            return value
        return self.hosts.setdefault(value, 0x2E000001 + 256 * len(self.hosts))

    def _ip(self, shown: _Shown) -> bytes:
        source, target = self._address(shown.any("src")), self._address(shown.any("dst"))
        six = source >= V6
        proto = shown("proto", _TCP)
        later = shown("frag.offset", 0)
        ip_options = _ip_options(shown)
        room = shown("ip.len", 0) - (40 if six else 20 + len(ip_options)) if "ip.len" in shown else None
        upper = b"" if later else self._upper(shown, proto, room) + shown.payload
        if room is not None:
            upper = upper.ljust(room, b"\0")[:room]
        if six:
            first = 6 << 28 | shown("tos", 0) << 20 | shown("flow", 0)
            ends = (source - V6).to_bytes(16) + (target - V6).to_bytes(16)
            return struct.pack(">IHBB", first, len(upper), proto, shown("ttl", 57)) + ends + upper
        where = shown("evil", 0) << 15 | shown("df", 0) << 14 | shown("mf", 0) << 13 | later // 8
        first, size = 0x45 + len(ip_options) // 4, 20 + len(ip_options) + len(upper)
        number = shown("id", self.chance.getrandbits(16))
        head = struct.pack(">BBHHHBBH", first, shown("tos", 0), size, number, where, shown("ttl", 57), proto, 0)
        return head + source.to_bytes(4) + target.to_bytes(4) + ip_options + upper

    def _upper(self, shown: _Shown, proto: int, room: int | None) -> bytes:
        if proto == _TCP:
            return self._tcp(shown, room)
        if proto == _UDP:
            size = shown("udp.len", 8 + shown("payload.len", 0))
            return struct.pack(">HHHH", shown("sport", 1), shown("dport", 1), size, 0)
        if proto in (_ICMP, _ICMP6):
            return self._icmp(shown)
        if proto == _SCTP:
            return struct.pack(">HHII", shown("sport", 1), shown("dport", 1), 0, 0)
        return b""

    def _tcp(self, shown: _Shown, room: int | None) -> bytes:
        options = _options(shown)
        if room is not None and "payload.len" in shown:  # tcpdump prints no option behind the end of the list
            options = options.ljust(min(room - 20 - shown("payload.len", 0), 40), b"\0")
        flags = (5 + len(options) // 4) << 12 | shown("flags", 0)
        numbers = shown("seq", self.chance.getrandbits(32)), shown("ack", 0)
        head = struct.pack(">HHIIH", shown("sport", 1), shown("dport", 1), *numbers, flags)
        return head + struct.pack(">HHH", shown("window", 0), 0, shown("urgent", 0)) + options

    def _icmp(self, shown: _Shown) -> bytes:
        kind = shown("icmp.type", 0)
        rest = struct.pack(">HH", shown("icmp.id", 1), shown("icmp.seq", 1)) if kind in _ECHO else bytes(4)
        if "icmp.mtu" in shown:
            rest = struct.pack(">I", shown("icmp.mtu", 0))
        quoted = b""
        if shown.quotes:
            quoted = self._ip(_Shown(shown.quoted()))[: 28 if kind in _QUOTING else 1232]
        return struct.pack(">BBH", kind, shown("icmp.code", 0), 0) + rest + quoted


@dataclass(frozen=True, slots=True)
class _Shown:
    """The fields of a packet, by what they are when they are shown."""

    fields: Mapping[str, Value]

    def __call__(self, name: str, default: int) -> int:
        value = self.fields.get(name)
        return value if isinstance(value, int) else default

    def __contains__(self, name: str) -> bool:
        return isinstance(self.fields.get(name), int)

    def any(self, name: str) -> Value | None:
        return self.fields.get(name)

    @property
    def payload(self) -> bytes:
        """As long as it says; zeros where it is not shown."""
        shown = self.fields.get("payload")
        return (shown if isinstance(shown, bytes) else b"").ljust(self("payload.len", 0), b"\0")

    @property
    def quotes(self) -> bool:
        return "quoted.src" in self.fields

    def quoted(self) -> dict[str, Value]:
        return {
            name.removeprefix("quoted."): value for name, value in self.fields.items() if name.startswith("quoted.")
        }


def _options(shown: _Shown) -> bytes:
    kinds = shown.any("options")
    if not isinstance(kinds, tuple):
        return b""
    made = b"".join(_option(kind, shown) for kind in kinds)
    return (made + bytes(-len(made) % 4))[:40]


def _ip_options(shown: _Shown) -> bytes:
    kinds = shown.any("ip.options")
    made = b""
    for kind in kinds if isinstance(kinds, tuple) else ():
        size = _IP_OPTION_SIZE.get(kind, 4)
        made += bytes([kind]) if size == 1 else bytes([kind, size, 4]) + bytes(size - 3)
    return (made + bytes(-len(made) % 4))[:40]


def _option(kind: int, shown: _Shown) -> bytes:
    size = _OPTION_SIZE.get(kind, 2)
    if size == 1:
        return bytes([kind])
    values = {
        _MSS: shown("mss", 1460).to_bytes(2),
        _WSCALE: bytes([shown("wscale", 0)]),
        _TIMESTAMPS: struct.pack(">II", shown("ts.val", 1), shown("ts.ecr", 0)),
    }
    return bytes([kind, size]) + values.get(kind, bytes(size - 2))
