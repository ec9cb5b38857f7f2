"""Random frames in few words: mostly whole ones, some with options, extension headers and tags, some damaged."""

from __future__ import annotations

import struct
from random import Random

__all__ = ["pcap_bytes", "random_frame", "random_frames", "tcp_frame"]

_HOSTS = (0x0A000001, 0x0A000002, 0xC0A80101, 0xE0000001, 1)
_PORTS = (0, 1, 53, 80, 113, 1025, 65535)
_NUMBERS = (0, 1, 2, 536, 0x7FFFFFFF, 0xFFFFFFFF, 674719801, 674719802)
_OPTIONS = (
    b"", b"\x02\x04\x02\x18", b"\x01\x01\x08\x0a" + bytes(7) + b"\x05", b"\x04\x02\x03\x03\x07\x00",
    b"\x02\x09\x00\x00", b"\x02\x04\x05\xb4\x02\x04\x00\x01", b"\x08\x0a\x00\x00",
)  # fmt: skip


def _tcp(chance: Random) -> bytes:
    options = chance.choice(_OPTIONS)
    options += bytes(-len(options) % 4)
    length = 5 + len(options) // 4 if chance.random() < 0.95 else chance.randrange(16)
    flags = chance.choice((2, 16, 18, 4, 20, 0x18, chance.randrange(4096)))
    numbers = (chance.choice(_NUMBERS), chance.choice(_NUMBERS))
    window = chance.choice((0, 1028, 2048, 65535))
    ports = (chance.choice(_PORTS), chance.choice(_PORTS))
    return struct.pack(">HHIIHHHH", *ports, *numbers, length << 12 | flags, window, 0, chance.choice((0, 7))) + options


def _transport(chance: Random) -> tuple[int, bytes]:
    body = chance.choice((b"", b"", b"G", b"GET / HTTP", bytes(64)))
    proto = chance.choice((6, 6, 6, 17, 1, 58, 132, 51, 47))
    if proto == 6:
        return proto, _tcp(chance) + body
    if proto == 17:
        return proto, struct.pack(">HHHH", chance.choice(_PORTS), chance.choice(_PORTS), 8 + len(body), 0) + body
    if proto in (1, 58):
        head = struct.pack(">BBHHH", chance.choice((0, 8, 3, 2, 11, 128, 1)), chance.choice((0, 4)), 0, 1, 1500)
        return proto, head + (_ipv4(chance) if chance.random() < 0.3 else body)
    return proto, struct.pack(">HHII", chance.choice(_PORTS), 1, 2, 3) + body


def _ipv4(chance: Random) -> bytes:
    proto, body = (6, _tcp(chance)) if chance.random() < 0.6 else _transport(chance)
    options = chance.choice((b"", b"", b"", b"\x94\x04\x00\x00", b"\x01\x01\x07\x99"))
    total = 20 + len(options) + len(body)
    if chance.random() < 0.05:
        total = chance.choice((0, 19, total - 3, total + 9))
    fragment = chance.choice((0, 0x4000, 0x4000, 0x8000, 0x2000, 0x2001, 5)) if chance.random() < 0.5 else 0
    head = struct.pack(
        ">BBHHHBBHII", 0x45 + len(options) // 4, chance.choice((0, 184)), max(total, 0), chance.choice((0, 39426)),
        fragment, chance.choice((1, 32, 64, 128, 255)), proto, 0, chance.choice(_HOSTS), chance.choice(_HOSTS),
    )  # fmt: skip
    return head + options + body


def _ipv6(chance: Random) -> bytes:
    proto, body = _transport(chance)
    for kind in chance.choices((0, 43, 44, 60), k=chance.choice((0, 0, 0, 1, 2))):
        rest = struct.pack(">BHI", 0, chance.choice((0, 1, 8)), 77) if kind == 44 else bytes(7)
        body, proto = bytes([proto]) + rest + body, kind
    length = len(body) if chance.random() < 0.95 else chance.choice((0, 5, 9999))
    ends = (chance.choice(_HOSTS).to_bytes(16, "big"), chance.choice(_HOSTS).to_bytes(16, "big"))
    word = 0x6000_0000 | chance.choice((0, 0x0B8_00005))
    return struct.pack(">IHBB", word, length, proto, 64) + b"".join(ends) + body


def random_frame(chance: Random) -> bytes:
    """An Ethernet frame."""
    is_v6 = chance.random() < 0.25
    packet = _ipv6(chance) if is_v6 else _ipv4(chance)
    kind = b"\x86\xdd" if is_v6 else b"\x08\x00"
    if chance.random() < 0.05:
        kind = chance.choice((b"\x08\x00", b"\x86\xdd", b"\x08\x06", b"\x88\x47", b"\x00\x20"))
    tags = b"".join(chance.choices((b"\x81\x00\x20\x05", b"\x88\xa8\x00\x09"), k=chance.choice((0, 0, 0, 1, 2))))
    frame = bytes(12) + tags + kind + packet
    if chance.random() < 0.1:
        frame = frame[: chance.randrange(len(frame) + 1)]
    if chance.random() < 0.1:
        frame += bytes(chance.randrange(20))
    return frame


def random_frames(seed: int, count: int) -> list[bytes]:
    """So many frames, the same for the same seed."""
    chance = Random(seed)
    return [random_frame(chance) for _ in range(count)]


def pcap_bytes(
    frames: list[bytes], *, order: str = "<", magic: int = 0xA1B2C3D4, link: int = 1, step_ms: int = 20
) -> bytes:
    """A pcap file of any variant; each frame `step_ms` after the one before."""
    pad = bytes(8 if magic == 0xA1B2CD34 else 0)
    unit = 1 if magic == 0xA1B23C4D else 1000
    parts = [struct.pack(f"{order}IHHiIII", magic, 2, 4, 0, 0, 65535, link)]
    for at, frame in enumerate(frames):
        seconds, fraction = divmod(1_000_000_000 * 10**9 + at * step_ms * 10**6, 10**9)
        parts += [struct.pack(f"{order}IIII", seconds, fraction // unit, len(frame), len(frame) + 3), pad, frame]
    return b"".join(parts)


def tcp_frame(source: int, sport: int, flags: int) -> bytes:
    """Ethernet, IPv4, TCP without payload, to port 80 of 10.255.0.1."""
    return (
        bytes(12) + b"\x08\0E\0\0(" + bytes(4) + b"@\x06\0\0" + source.to_bytes(4, "big") + b"\x0a\xff\0\x01"
        + sport.to_bytes(2, "big") + b"\0\x50" + bytes(8) + bytes([0x50, flags]) + bytes(6)
    )  # fmt: skip
