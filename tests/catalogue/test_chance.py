"""Marks of sixteen bits are met by chance where many packets have random fields: no tool may be named for that."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalogue.matching import match_capture

PACKETS = 300_000  # in ten seconds: some four and a half meet each mark of sixteen bits
SECONDS = 10
RAW_IP = 101
TARGET = 0xC6336417
SCANNER = 0x0A010203
TTL = 241
Draw = random.Random
SYN, RST, ACK, URG = 2, 4, 16, 32

# What floods and sweeps with random fields may be called, whatever the fields.
GENERIC = {
    "data-without-ack",
    "impossible-sources",
    "port-zero",
    "reflection-syn-ack",
    "syn-data-without-fast-open",
    "syn-fin",
    "syn-flood",
    "syn-from-service-port",
    "syn-rst",
    "syn-sweep-one-port",
    "udp-flood-many-sources",
    "urgent-pointer-without-urg",
}
BY_CHANCE = 5  # packets of one event: a source that sends a single packet may well meet a mark


def datagram(draw: Draw, proto: int, body: bytes, *, src: int | None = None, dst: int = TARGET) -> bytes:
    """An IPv4 packet with a random id, and a random source unless one is given."""
    source = draw.getrandbits(32) if src is None else src
    length, ident = 20 + len(body), draw.getrandbits(16)
    return struct.pack("!BBHHHBBHII", 0x45, 0, length, ident, 0, TTL, proto, 0, source, dst) + body


def segment(
    draw: Draw, flags: int, *, sport: int | None = None, dport: int | None = None, window: int = 65535
) -> bytes:
    """A TCP header of 20 bytes with random numbers, and random ports unless they are given."""
    ports = (draw.getrandbits(16) if port is None else port for port in (sport, dport))
    ack = draw.getrandbits(32) if flags & ACK else 0
    return struct.pack("!HHIIBBHHH", *ports, draw.getrandbits(32), ack, 0x50, flags, window, 0, 0)


def udp_flood(draw: Draw) -> bytes:
    return datagram(draw, 17, struct.pack("!HHHH", draw.getrandbits(16), draw.getrandbits(16), 9, 0) + b"\0")


def syn_urg_flood(draw: Draw) -> bytes:
    return datagram(draw, 6, segment(draw, SYN | URG, dport=80))


def anywhere(draw: Draw) -> int:
    """A destination in a network of four million addresses."""
    return 0x2C000000 + draw.getrandbits(22)


def sweep(draw: Draw) -> bytes:
    return datagram(draw, 6, segment(draw, SYN, dport=23), src=SCANNER, dst=anywhere(draw))


def sweep_like_masscan(draw: Draw) -> bytes:
    return datagram(draw, 6, segment(draw, SYN, dport=23, window=1024), src=SCANNER, dst=anywhere(draw))


def resets_of_a_victim(draw: Draw) -> bytes:
    return datagram(draw, 6, segment(draw, RST | ACK, sport=80, window=0), src=SCANNER, dst=anywhere(draw))


def all_protocols(draw: Draw) -> bytes:
    return datagram(draw, draw.getrandbits(8), draw.randbytes(draw.randint(0, 500)))


@pytest.mark.parametrize(
    "packet",
    [udp_flood, syn_urg_flood, sweep, sweep_like_masscan, resets_of_a_victim, all_protocols],
    ids=lambda f: f.__name__,
)
def test_random_fields_name_no_tool(packet: Callable[[Draw], bytes], tmp_path: Path) -> None:
    pytest.importorskip("numba", reason="too many packets for the reference executor")
    path = tmp_path / "flood.pcap"
    draw = random.Random(packet.__name__)
    with path.open("wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, RAW_IP))
        for number in range(PACKETS):
            second, micro = divmod(number * SECONDS * 1_000_000 // PACKETS, 1_000_000)
            data = packet(draw)
            file.write(struct.pack("<IIII", 1_600_000_000 + second, micro, len(data), len(data)) + data)
    named = {event.signature for event in match_capture(path).events if event.packets >= BY_CHANCE}
    assert named <= GENERIC
