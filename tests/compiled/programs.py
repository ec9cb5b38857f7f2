"""Random sets of signatures, and captures for them: everything an episode can be made of, in a small world."""

from __future__ import annotations

import struct
from random import Random

from matcher.compile import compile_signatures
from matcher.program import Program
from sigdsl.model import Signature
from tests.compiled.frames import random_frame
from tests.matcher.building import signatures

__all__ = ["random_capture", "random_program", "random_signatures"]

_KEYS = (
    "src", "dst", "src, dst", "src, sport, dst, dport", "dst, dport", "sport, dport", "src >> 8", "seq", "proto",
    "src, dport & 3", "ttl + 1, src", "payload.len",
)  # fmt: skip
_CONDITIONS = (
    "tcp", "udp", "icmp", "flags == SYN", "flags has ACK", "flags has RST", "sport == 80 or dport == 80",
    "payload.len > 0", "ip", "ip6", "dport in {1, 53, 80}", "seq == 1", "not frag", "ttl > 40", "ack == seq + 1",
    "src in 10.0.0.0/8", "payload starts \"G\"", "options has mss",
)  # fmt: skip
_VALUES = (
    "dst", "src", "dport", "sport", "seq", "ack - seq", "ttl", "id", "window & 3", "payload", "payload.len", "options",
    "seq * 3 + ack", "dport % 7", "mss",
)  # fmt: skip
_MARKS = (("from responder; ", 0.35), ("solicits; ", 0.2))
_ORDERED = ("dport", "seq", "ack - seq", "ttl", "id", "payload.len", "dport % 7", "mss")


class _Writer:
    """Writes one set of signatures."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def observed(self, at: int) -> list[int]:
        """Which of the signatures before the next one it observes."""
        return self.chance.sample(range(at), min(at, self.chance.choice((0, 0, 1, 1, 2))))

    def signature(self, at: int, observed: list[int]) -> str:
        chance = self.chance
        patterns = []
        for each in range(chance.choice((1, 2, 2, 3)) if not observed else chance.choice((0, 0, 1))):
            marks = "".join(mark for mark, odds in _MARKS if chance.random() < odds)
            body = "; ".join(chance.sample(_CONDITIONS, chance.choice((1, 1, 2))))
            patterns.append((f"p{each}", f"packet p{each} {{ {marks}{body} }}"))
        names = [name for name, _ in patterns]
        watched = []
        for each in observed:
            watched.append(f"observe s{each} as o{each}")
            names.append(f"o{each}")
        gap = chance.choice(("1s", "2s", "5s", "500ms", "0s", "20s"))
        lines = [f"signature s{at} {{", 'title "random"', "internal" if chance.random() < 0.25 else ""]
        lines += [line for _, line in patterns] + watched
        lines.append(f"event by {chance.choice(_KEYS)} gap {gap} having {self.having(names)}")
        return "\n  ".join(line for line in lines if line) + "\n}"

    def having(self, names: list[str]) -> str:
        join = self.chance.choice((" and ", " or "))
        terms = [self.term(names) for _ in range(self.chance.choice((1, 1, 2, 3)))]
        return join.join(terms)

    def term(self, names: list[str]) -> str:
        chance = self.chance
        name = chance.choice(names)
        of = f"{name}." if chance.random() < 0.5 else ""
        value, ordered = chance.choice(_VALUES), chance.choice(_ORDERED)
        if of:
            value, ordered = chance.choice(("dst", "src")), "ttl"
        few = chance.choice((0, 1, 1, 2, 3, 5))
        other = chance.choice(names)
        order = chance.choice((">=", ">", "==", "<", "!=", "<="))
        return chance.choice((
            f"count({name}) >= {few}",
            f"count({name}) {order} {few}",
            f"count({name}) == 0",
            f"count() {order} {few}",
            f"distinct({of}{value}) >= {few}",
            f"distinct({of}{value}, 2s) >= {few}",
            f"count({name}, 1s) >= {few}",
            f"first({name}) < first({other})",
            f"not last({name}) > first({other})",
            f"first({other}) - first({name}) < 2s",
            f"min({of}{ordered}) {order} {few}",
            f"max({of}{ordered}) - min({of}{ordered}) > {few}",
            f"span({of}{ordered}) >= {few}",
            f"constant({of}{value})",
            f"not constant({of}{ordered})",
            f"step({of}{ordered}) >= 1",
            f"missing({of}{ordered}) >= 0",
            f"duration {order} 1s",
            f"rate({name}) {order} {few}",
            f"interval.mean({name}) >= 300ms",
            f"interval.min({name}) < 1s",
            f"interval.jitter({name}) {order} 300ms",
            f"count({name}) in {{1, 3..5}}",
            f"count({name}) not in {{0, 2}}",
            f"count({name}) + count({other}) * 2 {order} {few}",
        ))  # fmt: skip


def random_program(seed: int, count: int) -> Program:
    """So many signatures, some of which observe others; the same for the same seed."""
    return compile_signatures(random_signatures(seed, count))


def random_signatures(seed: int, count: int) -> tuple[Signature, ...]:
    """The same before they are compiled."""
    writer = _Writer(Random(seed))
    parts: list[str] = []
    needed: list[set[int]] = []  # by each, directly or not
    while len(parts) < count:
        observed = writer.observed(len(parts))
        part = writer.signature(len(parts), observed)
        needs = set(observed).union(*(needed[at] for at in observed))
        if _is_accepted([*(parts[at] for at in sorted(needs)), part]):
            parts.append(part)
            needed.append(needs)
    return signatures("\n".join(parts))


def _is_accepted(parts: list[str]) -> bool:
    """Whether the checker has nothing against a set: a random condition may ask for what no packet has."""
    try:
        signatures("\n".join(parts))
    except AssertionError:
        return False
    return True


def random_capture(seed: int, count: int, disorder: float = 0.0) -> bytes:
    """A pcap file of frames that repeat much, with equal times, pauses, and some that come too early."""
    chance = Random(seed)
    frames = [random_frame(chance) for _ in range(max(2, count // 6))]
    parts = [struct.pack("<IHHiIII", 0xA1B23C4D, 2, 4, 0, 0, 65535, 1)]
    time = 1_000_000_000 * 10**9
    for _ in range(count):
        frame = chance.choice(frames)
        time += chance.choice((0, 0, 1, 10**6, 3 * 10**8, 5 * 10**8, 10**9, 2 * 10**9 + 1, 7 * 10**9))
        shown = time - (chance.choice((1, 10**8, 10**9)) if chance.random() < disorder else 0)
        parts += [struct.pack("<IIII", *divmod(shown, 10**9), len(frame), len(frame)), frame]
    return b"".join(parts)
