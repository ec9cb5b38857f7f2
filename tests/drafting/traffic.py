"""Captures for the tests of drafting: ordinary traffic made with a generator, and scanners that nobody knows."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from matcher.decode import decode
from matcher.formats import ReadReport, Record
from matcher.packet import Packet

Frames = list[tuple[float, bytes]]

_RAW = 101
_START = 1_700_000_000.0
_SYN, _SYN_ACK, _ACK, _DATA = 0x02, 0x12, 0x10, 0x18
_LINUX = bytes.fromhex("020405b40402080a") + b"TIME" + bytes(4) + bytes.fromhex("01030307")
_WINDOWS = bytes.fromhex("020405b40103030801010402")
_OLD_WINDOWS = bytes.fromhex("020405b401010402")
_STACKS = ((64, 64240, _LINUX), (128, 64240, _WINDOWS), (128, 8192, _OLD_WINDOWS))  # TTL, window, options


def ip(source: int, target: int, proto: int, body: bytes, *, ttl: int, ident: int, df: int = 0) -> bytes:
    """An IPv4 packet; its checksum is left 0, which nobody looks at."""
    head = struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(body), ident & 0xFFFF, df << 14, ttl, proto, 0, source, target)
    return head + body


def tcp(
    ports: tuple[int, int], numbers: tuple[int, int], flags: int, window: int, rest: bytes = b"", size: int = 0
) -> bytes:
    """A segment; of `rest`, the first `size` bytes are options."""
    seq, ack = (number & 0xFFFFFFFF for number in numbers)
    return struct.pack(">HHIIHHHH", *ports, seq, ack, (5 + size // 4) << 12 | flags, window, 0, 0) + rest


def udp(ports: tuple[int, int], payload: bytes) -> bytes:
    """A datagram."""
    return struct.pack(">HHHH", *ports, 8 + len(payload), 0) + payload


def ordinary(chance: Random, count: int) -> Frames:
    """So many packets of 30 clients that ask for names and talk with 200 servers; few of their SYNs are lost."""
    clients = [(0x0A000000 + chance.randrange(2, 250), chance.choice(_STACKS)) for _ in range(30)]
    servers = [0x5DB80000 + chance.randrange(65536) for _ in range(200)]
    frames: Frames = []
    while len(frames) < count:
        client, stack = chance.choice(clients)
        begins = _START + chance.random() * 300
        talk = (
            _lookup(chance, client)
            if chance.random() < 0.2
            else _session(chance, client, chance.choice(servers), stack)
        )
        frames.extend((begins + after, frame) for after, frame in talk)
    return frames[:count]


def _lookup(chance: Random, client: int) -> Frames:
    port = chance.randrange(1024, 65536)
    name = chance.randbytes(2) + bytes.fromhex("010000010000000000000765") + b"xample\3com\0\0\1\0\1"
    asked = ip(client, 0x0A000001, 17, udp((port, 53), name), ttl=64, ident=chance.getrandbits(16))
    told = ip(0x0A000001, client, 17, udp((53, port), name + bytes(16)), ttl=64, ident=chance.getrandbits(16))
    return [(0.0, asked), (0.01, told)]


def _session(chance: Random, client: int, server: int, stack: tuple[int, int, bytes]) -> Frames:
    ttl, window, options = stack
    ports = chance.randrange(32768, 61000), chance.choice((443, 443, 80, 22))
    back = ports[::-1]
    own, other, ident = chance.getrandbits(32), chance.getrandbits(32), chance.getrandbits(16)
    trip = chance.uniform(0.005, 0.2)
    opening = options.replace(b"TIME", chance.randbytes(4))
    syn = tcp(ports, (own, 0), _SYN, window, opening, len(opening))
    talk: Frames = [(0.0, ip(client, server, 6, syn, ttl=ttl, ident=ident, df=1))]
    if chance.random() < 0.03:
        return talk
    accept = tcp(back, (other, own + 1), _SYN_ACK, 28960, bytes.fromhex("020405b4"), 4)
    talk.append((trip, ip(server, client, 6, accept, ttl=50, ident=0, df=1)))
    sent = received = 1
    for turn in range(chance.randrange(2, 30)):
        payload = chance.randbytes(chance.randrange(1, 600))
        if chance.random() < 0.4:
            said = tcp(ports, (own + sent, other + received), _DATA, 502, payload)
            talk.append((trip * (2 + turn), ip(client, server, 6, said, ttl=ttl, ident=ident + turn + 1, df=1)))
            sent += len(payload)
        else:
            said = tcp(back, (other + received, own + sent), _DATA, 229, payload)
            talk.append((trip * (2 + turn), ip(server, client, 6, said, ttl=50, ident=chance.getrandbits(16), df=1)))
            received += len(payload)
    return talk


Probe = Callable[[Random, int, int, int], bytes]


def window_and_xor(chance: Random, number: int, source: int, target: int) -> bytes:
    """Window 1337, and a sequence number that is the target's address by exclusive or with a constant."""
    ports = chance.randrange(1024, 65536), chance.choice((23, 2323, 8080))
    segment = tcp(ports, (target ^ 0x5EEDF00D, 0), _SYN, 1337)
    return ip(source, target, 6, segment, ttl=49, ident=chance.getrandbits(16))


def relation_alone(chance: Random, number: int, source: int, target: int) -> bytes:
    """Nothing is fixed but that the identification follows from port and sequence number."""
    port, seq = chance.randrange(1024, 65536), chance.getrandbits(32)
    segment = tcp((port, chance.choice((5555, 7547))), (seq, 0), _SYN, chance.choice((1024, 5840, 14600, 65535)))
    return ip(source, target, 6, segment, ttl=chance.randrange(40, 60), ident=seq >> 16 ^ port ^ 0x1111)


def datagrams(chance: Random, number: int, source: int, target: int) -> bytes:
    """A payload that always begins alike, and one identification."""
    payload = b"\x00\x01probe!" + chance.randbytes(4)
    return ip(source, target, 17, udp((40000 + number % 2000, 3702), payload), ttl=240, ident=0x7777)


def scan(chance: Random, count: int, probe: Probe, net: int = 0x0A000000, pause: float = 0.5) -> Frames:
    """So many probes of one source to addresses of a network of 65,536; the pause is in seconds, on the average."""
    source, at = 0xCB007100 + chance.randrange(1, 255), _START + 20
    frames: Frames = []
    for number in range(count):
        at += chance.expovariate(1 / pause)
        frames.append((at, probe(chance, number, source, net + chance.randrange(1, 65536))))
    return frames


def packets_of(frames: Iterable[tuple[float, bytes]]) -> list[Packet]:
    """Frames decoded, in the order of time."""
    return list(_decoded(sorted(frames)))


def _decoded(frames: Sequence[tuple[float, bytes]]) -> Iterator[Packet]:
    report = ReadReport()
    for number, (at, data) in enumerate(frames, 1):
        yield decode(Record(number, int(at * 1e9), len(data), data, _RAW), report)


def mixed(*parts: Iterable[Packet]) -> list[Packet]:
    """Packets of several captures as one, in the order of time and numbered anew."""
    ordered = sorted((packet for part in parts for packet in part), key=lambda packet: packet.time_ns or 0)
    return [replace(packet, frame=number) for number, packet in enumerate(ordered, 1)]


def write_pcap(path: Path, frames: Iterable[tuple[float, bytes]]) -> Path:
    """Frames as a pcap file of raw IP."""
    with path.open("wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, _RAW))
        for at, data in sorted(frames):
            file.write(struct.pack("<IIII", int(at), int(at % 1 * 1e6), len(data), len(data)) + data)
    return path
