"""Scanners, and a client now and then, at hosts that answer: eight packets a visit, by a script."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from benchmarks.chance import Ints, chance
from benchmarks.frames import ACK, FIN, PSH, RST, SYN, Frames, Ip, Segment, tcp
from benchmarks.groups import Group, turns

__all__ = ["visits"]

_HOSTS = 64
_APART = 4  # packets of this part between two of one visit: some 70 ms

Step = tuple[str, int, int, int]  # who sends (client, server), flags, which of the visited ports, bytes of payload

_HALF_OPEN: tuple[Step, ...] = (
    ("client", SYN, 0, 0), ("server", SYN | ACK, 0, 0), ("client", RST, 0, 0), ("client", SYN, 1, 0),
    ("server", RST | ACK, 1, 0), ("client", SYN, 2, 0), ("server", RST | ACK, 2, 0), ("client", SYN, 3, 0),
)  # fmt: skip
_CONNECT = (*_HALF_OPEN[:2], ("client", ACK, 0, 0), *_HALF_OPEN[3:])
_ACK_THEN_SYN: tuple[Step, ...] = (
    ("client", ACK, 0, 0), ("server", RST, 0, 0), ("client", ACK, 1, 0), ("server", RST, 1, 0),
    ("client", SYN, 2, 0), ("client", SYN, 3, 0), ("client", SYN, 4, 0), ("server", RST | ACK, 2, 0),
)  # fmt: skip
_BROWSE: tuple[Step, ...] = (
    *_CONNECT[:3], ("client", PSH | ACK, 0, 180), ("server", ACK, 0, 0), ("server", PSH | ACK, 0, 1300),
    ("client", FIN | ACK, 0, 0), ("server", FIN | ACK, 0, 0),
)  # fmt: skip
_RELEASED: tuple[Step, ...] = (
    ("client", SYN, 5, 0), ("server", RST | ACK, 5, 0), *_CONNECT[:3], ("server", RST, 0, 0), ("client", SYN, 1, 0),
    ("server", RST | ACK, 1, 0),
)  # fmt: skip
_SCRIPTS = (_HALF_OPEN, _CONNECT, _ACK_THEN_SYN, _BROWSE, _RELEASED)
_VISITED = (21, 37, 22, 25, 110, 113)  # the last one is asked for identity (RFC 1413)


def visits(numbers: Ints, address: Callable[[Ints], Ints], hosts: int) -> list[Group]:
    """The packets of visits to the hosts from address `hosts` on; `address` gives a visitor's."""
    visit, turn = turns(numbers, 8, _APART)
    script = _visitor(visit) % len(_SCRIPTS)
    groups = []
    for at, steps in enumerate(_SCRIPTS):
        for number, step in enumerate(steps):
            places = np.flatnonzero((script == at) & (turn == number))
            groups.append((places, _frames(step, visit[places], address, hosts)))
    return groups


def _visitor(visit: Ints) -> Ints:
    """Eight at a time, of whom each always does the same."""
    return visit // 1000 * 8 + chance(visit, "visitor", 8)


def _frames(step: Step, visit: Ints, address: Callable[[Ints], Ints], hosts: int) -> Frames:
    sender, flags, port, payload = step
    client, server = address(_visitor(visit) + (21 << 20)), hosts + chance(visit, "host", _HOSTS)
    cport, sport = 1024 + chance(visit, f"client port {port}", 60_000), np.full(len(visit), _VISITED[port])
    mine, yours = chance(visit, f"isn {port}"), chance(visit, f"answer {port}")
    if sender == "client":
        seq = mine + (not flags & SYN)
        ip, ports, numbers = Ip(client, server, 52, visit & 0xFFFF), (cport, sport), (seq, yours + 1)
    else:
        seq = yours * (flags != RST | ACK) + (not flags & (SYN | RST))
        ip, ports, numbers = Ip(server, client, 64, is_df=True), (sport, cport), (seq, mine + 1)
    acknowledged = numbers[1] if flags & ACK else 0
    window = 0 if flags & RST else 8192
    return tcp(ip, Segment(*ports, flags, numbers[0], acknowledged, window, payload=b"." * payload))
