"""Packets of a text trace as real frames: names become addresses, what the text did not show is filled in plausibly."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from scapy.layers.inet import IP, TCP
from scapy.layers.l2 import Dot1Q, Ether
from scapy.packet import Raw

from matcher.packet import Packet

LINK_ETHERNET, LINK_RAW, LINK_COOKED, LINK_NULL = 1, 101, 113, 0
_OPTIONS = {1: ("NOP", None), 0: ("EOL", None)}


@dataclass
class Variation:
    """What is changed on the way: other addresses, ports and times, a VLAN tag."""

    seed: int = 0
    shift_s: float = 0.0
    port_offset: int = 0  # added to ports of 1024 and above, where none then passes 65535
    services: dict[int, int] = field(default_factory=dict)  # other service ports
    vlan: bool = False

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.addresses: dict[object, str] = {}

    def address(self, value: object) -> str:
        """An address for a host, the same each time."""
        if value not in self.addresses:
            number = len(self.addresses) + 1
            self.addresses[value] = f"{self.chance.randint(11, 99)}.{number}.{self.chance.randint(0, 255)}.7"
        return self.addresses[value]

    def port(self, value: int) -> int:
        """The port to use instead."""
        if value in self.services:
            return self.services[value]
        return value + self.port_offset if 1024 <= value < 65_536 - self.port_offset else value


def frames(packets: Iterable[Packet], vary: Variation) -> Iterator[tuple[int, bytes]]:
    """Time in nanoseconds and bytes of an Ethernet frame for each TCP packet."""
    for packet in packets:
        get = packet.fields.get

        def known(name: str, default: int, get=get) -> int:
            value = get(name)
            return value if isinstance(value, int) else default

        tcp = TCP(
            sport=vary.port(known("sport", 1)), dport=vary.port(known("dport", 1)), flags=known("flags", 0),
            seq=known("seq", vary.chance.getrandbits(32)), ack=known("ack", 0), window=known("window", 0),
            options=list(_options(packet)),
        )  # fmt: skip
        ip = IP(
            src=vary.address(get("src")), dst=vary.address(get("dst")), ttl=known("ttl", 57), tos=known("tos", 0),
            id=known("id", vary.chance.getrandbits(16)), flags="DF" if known("df", 0) else "",
        )  # fmt: skip
        link = Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02")
        if vary.vlan:
            link /= Dot1Q(vlan=5)
        data = bytes(known("payload.len", 0))
        yield (packet.time_ns or 0) + int(vary.shift_s * 1e9), bytes(link / ip / tcp / Raw(data))


def _options(packet: Packet) -> Iterator[tuple[str, object]]:
    kinds = packet.fields.get("options")
    for kind in kinds if isinstance(kinds, tuple) else ():
        if kind == 2:
            yield "MSS", packet.fields["mss"]
        elif kind == 3:
            yield "WScale", packet.fields["wscale"]
        elif kind == 4:
            yield "SAckOK", b""
        elif kind == 8:
            yield "Timestamp", (packet.fields["ts.val"], packet.fields["ts.ecr"])
        elif kind in _OPTIONS:
            yield _OPTIONS[kind]


def relink(frame: bytes, link: int) -> bytes:
    """An untagged Ethernet frame's IP packet behind another link header."""
    packet = frame[14:]
    if link == LINK_RAW:
        return packet
    if link == LINK_NULL:
        return struct.pack("<I", 2) + packet
    if link == LINK_COOKED:
        return struct.pack(">HHH8sH", 0, 1, 6, bytes(8), 0x0800) + packet
    return frame


def write_pcap(
    path: Path, records: Iterable[tuple[int, bytes]], *, order: str = "<", nano: bool = False, link: int = LINK_ETHERNET
) -> Path:
    """A pcap file of either byte order and resolution."""
    unit = 1 if nano else 1000
    with path.open("wb") as file:
        file.write(struct.pack(f"{order}IHHiIII", 0xA1B23C4D if nano else 0xA1B2C3D4, 2, 4, 0, 0, 65535, link))
        for ns, frame in records:
            data = relink(frame, link)
            file.write(struct.pack(f"{order}IIII", ns // 10**9, ns % 10**9 // unit, len(data), len(data)) + data)
    return path


def write_pcapng(path: Path, records: Iterable[tuple[int, bytes]], *, order: str = "<") -> Path:
    """A pcapng file with one Ethernet interface and nanosecond times."""

    def block(kind: int, body: bytes) -> bytes:
        body += bytes(-len(body) % 4)
        return struct.pack(f"{order}II", kind, len(body) + 12) + body + struct.pack(f"{order}I", len(body) + 12)

    with path.open("wb") as file:
        file.write(block(0x0A0D0D0A, struct.pack(f"{order}IHHq", 0x1A2B3C4D, 1, 0, -1)))
        resolution = struct.pack(f"{order}HHB3x", 9, 1, 9) + struct.pack(f"{order}HH", 0, 0)
        file.write(block(1, struct.pack(f"{order}HHI", 1, 0, 65535) + resolution))
        for ns, frame in records:
            head = struct.pack(f"{order}IIIII", 0, ns >> 32, ns & 0xFFFFFFFF, len(frame), len(frame))
            file.write(block(6, head + frame))
    return path
