"""A draft of some packets of a tool finds what it sends later: to other hosts, from other ports, at other times."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from matcher import MatchOptions, compile_signatures, run
from matcher.packet import Packet
from sigdsl.format_expr import format_expr
from sigdsl.model import Signature
from tests.drafting import scanners, traffic
from tests.drafting.traffic import Frames, ip, tcp
from tracelore.drafting.draft import draft
from tracelore.drafting.text import Origin

FEW = 12  # packets that a draft is made of
NEARLY_ALL = 0.8  # of what comes later: the bounds of a range are guessed from the sample


def host(chance: Random) -> int:
    """Somebody on the Internet."""
    return chance.randrange(0x2D000000, 0x60000000)


def scan(probe: traffic.Probe) -> Callable[[Random, int], Frames]:
    return lambda chance, count: traffic.scan(chance, count, probe)


def backscatter(chance: Random, count: int) -> Frames:
    """A victim's answers to SYNs that all had one sequence number."""
    victim, at, frames = host(chance), chance.random() * 1e6, []
    for _ in range(count):
        at += chance.expovariate(1)
        numbers = chance.getrandbits(32), 0x28376840
        answer = tcp((80, chance.randrange(1024, 65536)), numbers, 0x12, 8192, bytes.fromhex("020405b4"), 4)
        frames.append((at, ip(victim, 0x0A000000 + chance.getrandbits(16), 6, answer, ttl=113, ident=0)))
    return frames


def impossible_flood(chance: Random, count: int) -> Frames:
    """SYNs from addresses that nobody has, to one victim."""
    victim, at, frames = 0x0A000000 + chance.getrandbits(16), chance.random() * 1e6, []
    for _ in range(count):
        at += 0.001
        source = chance.choice((chance.randrange(224, 255), 127)) << 24 | chance.getrandbits(24)
        syn = tcp((chance.randrange(1024, 65536), 443), (chance.getrandbits(32), 0), 0x02, 512)
        frames.append((at, ip(source, victim, 6, syn, ttl=chance.randrange(40, 64), ident=chance.getrandbits(16))))
    return frames


def too_long_pings(chance: Random, count: int) -> Frames:
    """The last fragments of pings that end beyond the longest packet, each of another datagram."""
    source, target, at, frames = host(chance), 0x0A000000 + chance.getrandbits(16), chance.random() * 1e6, []
    for _ in range(count):
        at += chance.expovariate(5)
        offset, ident = chance.randrange(8080, 8180), chance.getrandbits(16)
        head = struct.pack(">BBHHHBBHII", 0x45, 0, 1020, ident, offset, 119, 1, 0, source, target)
        frames.append((at, head + bytes(1000)))
    return frames


def scattered_tunnels(chance: Random, count: int) -> Frames:
    """GRE of one size, each packet with an identification by chance."""
    source, target, at, frames = host(chance), 0x0A000000 + chance.getrandbits(16), chance.random() * 1e6, []
    for _ in range(count):
        at += 0.0005
        frames.append((at, ip(source, target, 47, bytes(544), ttl=53, ident=chance.getrandbits(16), df=1)))
    return frames


def refused_talk(chance: Random, count: int) -> Frames:
    """One connection that is refused: both of its packets."""
    client, server, at = host(chance), host(chance), chance.random() * 1e6
    ports, seq = (chance.randrange(1024, 65536), 113), chance.getrandbits(32)
    syn = tcp(ports, (seq, 0), 0x02, 8760, bytes.fromhex("020405b4"), 4)
    refusal = tcp(ports[::-1], (0, seq + 1), 0x14, 0)
    return [(at, ip(client, server, 6, syn, ttl=60, ident=chance.getrandbits(16), df=1)),
            (at + chance.random(), ip(server, client, 6, refusal, ttl=60, ident=0))]  # fmt: skip


TOOLS: dict[str, Callable[[Random, int], Frames]] = {
    **{probe.__name__: scan(probe) for probe, _ in scanners.KINDS},
    **{
        tool.__name__: tool for tool in (backscatter, impossible_flood, too_long_pings, scattered_tunnels, refused_talk)
    },
}


@cache
def everyday() -> tuple[Packet, ...]:
    return tuple(traffic.packets_of(traffic.ordinary(Random(5), 3000)))


def drafted(packets: list[Packet]) -> Signature:
    return draft(packets, (), Origin("draft", "some.pcap", len(packets))).signature


def in_events(signature: Signature, packets: list[Packet]) -> set[int]:
    result = run(compile_signatures([signature]), packets, MatchOptions(labels=True))
    return {frame for frames in (result.labels or {}).values() for frame in frames}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("tool", TOOLS)
def test_what_a_tool_sends_later_is_found(tool: str, seed: int) -> None:
    some = traffic.packets_of(TOOLS[tool](Random(seed), FEW))
    later = traffic.packets_of(TOOLS[tool](Random(seed + 100), 2 * FEW))
    signature = drafted(some)
    assert len(in_events(signature, later)) >= NEARLY_ALL * len(later), [
        format_expr(each) for pattern in signature.patterns for each in pattern.conditions
    ]


@pytest.mark.parametrize("tool", sorted(TOOLS.keys() - {"refused_talk"}))
def test_ordinary_traffic_is_not_taken_for_it(tool: str) -> None:
    some = traffic.packets_of(TOOLS[tool](Random(7), FEW))
    assert not in_events(drafted(some), list(everyday()))


SAID = {
    "number_in_a_syn": "ack != 0",
    "impossible_flood": "src in {0.0.0.0/8, 127.0.0.0/8, 224.0.0.0/4, 240.0.0.0/4}",
    "too_long_pings": "frag.offset + ip.len - ip.hlen > 65515",
    "datagram_with_header": "payload contains |01 00 be ef 53 43 41 4e|",
    "refused_talk": "first(syn) < first(refusal_back)",
    "scattered_tunnels": "span(part.id) >= ",
    "backscatter": "count(request) == 0",
}


@pytest.mark.parametrize("tool", SAID)
def test_what_tells_it_stands_there(tool: str) -> None:
    packets = traffic.packets_of(TOOLS[tool](Random(9), FEW))
    assert SAID[tool] in draft(packets, (), Origin("draft", "some.pcap", len(packets))).text
