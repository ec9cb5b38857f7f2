"""A flood, a bulk transfer and a scan storm."""

from __future__ import annotations

import numpy as np

from benchmarks.chance import Ints, chance
from benchmarks.frames import ACK, PSH, RST, SYN, Ip, Segment, tcp
from benchmarks.groups import Group

__all__ = ["bulk", "flood", "storm"]

_INSIDE, _OUTSIDE = 0xC6120000, 0x5B000000
_MSS = bytes.fromhex("020405b4")
_FULL, _REQUEST = 1448, 120  # bytes of a full segment, and of the request


def flood(numbers: Ints) -> list[Group]:
    """One victim and a million sources, forged: every packet is a SYN of its own."""
    source = chance(numbers, "source", 1_000_000)
    ip = Ip(_OUTSIDE + source, np.full(len(numbers), _INSIDE), 64 - source % 30, chance(numbers, "ident", 1 << 16))
    sport, seq = 1024 + chance(numbers, "port", 64_512), chance(numbers, "seq")
    return [(np.arange(len(numbers)), tcp(ip, Segment(sport, 80, SYN, seq, 0, 65_535, _MSS)))]


def bulk(numbers: Ints) -> list[Group]:
    """Eight long downloads: after a handshake and a request, two full segments for each acknowledgment."""
    turn = numbers // 8
    rounds, phase = (turn - 4) // 3, (turn - 4) % 3
    sent, acked = 1 + (2 * rounds + phase) * _FULL & 0xFFFFFFFF, 1 + (2 * rounds + 2) * _FULL & 0xFFFFFFFF
    first, second = np.ones_like(turn), np.full_like(turn, 1 + _REQUEST)
    steps = (
        (turn == 0, True, SYN, 0, first - 1, first - 1),
        (turn == 1, False, SYN | ACK, 0, first - 1, first),
        (turn == 2, True, ACK, 0, first, first),
        (turn == 3, True, PSH | ACK, _REQUEST, first, first),
        ((turn > 3) & (phase < 2), False, PSH | ACK, _FULL, sent, second),
        ((turn > 3) & (phase == 2), True, ACK, 0, second, acked),
    )
    groups = []
    for where, is_client, flags, payload, seq, ack in steps:
        at = np.flatnonzero(where)
        session = numbers[at] % 8
        client, server = (_INSIDE + session, 40_000 + session), (session * 0 + _OUTSIDE, session * 0 + 443)
        (src, sport), (dst, dport) = (client, server) if is_client else (server, client)
        ip = Ip(src, dst, 60, numbers[at] & 0xFFFF, is_df=True)
        groups.append((at, tcp(ip, Segment(sport, dport, flags, seq[at], ack[at], payload=b"." * payload))))
    return groups


def storm(numbers: Ints) -> list[Group]:
    """64 scanners sweep telnet over a million addresses: four packets a step, of which the fourth answers the first.

    Of 64 answers one accepts; the others refuse.
    """
    step, turn = numbers // 4, numbers % 4
    asked = np.where(turn == 3, 0, turn)
    scanner, target = _OUTSIDE + step % 64, _INSIDE - (1 << 24) + (step * 3 + asked) * 7919 % 1_000_000
    sport, seq = 1024 + step % 60_000, chance(step, "seq")
    accepts = (turn == 3) & (chance(step, "open", 64) == 0)
    groups = []
    for places, flags in ((turn < 3, SYN), ((turn == 3) & ~accepts, RST | ACK), (accepts, SYN | ACK)):
        at = np.flatnonzero(places)
        if flags == SYN:
            ip, segment = Ip(scanner[at], target[at], 50), Segment(sport[at], 23, SYN, seq[at], 0, 1024)
        else:
            own = seq[at] ^ 0xFFFF if flags & SYN else 0
            ip = Ip(target[at], scanner[at], 64, is_df=True)
            segment = Segment(23, sport[at], flags, own, seq[at] + 1, 0 if flags & RST else 8192)
        groups.append((at, tcp(ip, segment)))
    return groups
