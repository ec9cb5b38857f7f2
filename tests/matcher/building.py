"""Packets and signatures for tests, in few words."""

from __future__ import annotations

from matcher import compile_signatures
from matcher.packet import UNKNOWN, V6, Packet, Value
from matcher.program import Program
from sigdsl.fields import FLAG_BITS
from sigdsl.load import load_text
from sigdsl.model import Network, Signature

__all__ = ["HOME", "UNKNOWN", "V6", "address", "compiled", "icmp", "signatures", "tcp"]

SECOND = 1_000_000_000
HOME = Network(0x0A000000, 8, 4)
_NOT_ABOUT_MATCHING = ("E107", "E108")  # a title, a category: what a reader needs


def signatures(text: str) -> tuple[Signature, ...]:
    """Resolved signatures; what does not matter here (a title) may be missing."""
    loaded = load_text(text)
    faults = [found for found in loaded.errors if found.code not in _NOT_ABOUT_MATCHING]
    assert not faults, "\n".join(loaded.drawn())
    return loaded.signatures


def compiled(text: str, home: tuple[Network, ...] | None = None) -> Program:
    """A program from text."""
    return compile_signatures(signatures(text), home)


def address(text: str) -> int:
    """`10.0.0.1` as packets carry it."""
    parts = [int(part) for part in text.split(".")]
    return sum(part << shift for part, shift in zip(parts, (24, 16, 8, 0), strict=True))


def tcp(frame: int, seconds: float | None, ends: str, flags: str, **fields: Value) -> Packet:
    """A TCP packet: `ends` is `10.0.0.1:1025 > 10.0.0.2:80`, `flags` is `SYN|ACK`."""
    source, target = (end.strip() for end in ends.split(">"))
    host, _, sport = source.partition(":")
    other, _, dport = target.partition(":")
    found: dict[str, Value] = {
        "ip.version": 4,
        "proto": 6,
        "src": address(host),
        "dst": address(other),
        "sport": int(sport),
        "dport": int(dport),
        "flags": sum(FLAG_BITS[name] for name in flags.split("|") if name),
        "ttl": 64,
        "id": 0,
        "seq": 0,
        "ack": 0,
        "window": 1024,
        "options": (),
        "payload": b"",
        "payload.len": 0,
    }
    time_ns = None if seconds is None else round(seconds * SECOND)
    return Packet(frame, time_ns, found | {name.replace("_", "."): value for name, value in fields.items()})


def icmp(frame: int, seconds: float, ends: str, kind: int) -> Packet:
    """An ICMP packet of a type."""
    source, target = (end.strip() for end in ends.split(">"))
    fields: dict[str, Value] = {
        "ip.version": 4, "proto": 1, "src": address(source), "dst": address(target), "icmp.type": kind, "icmp.code": 0,
    }  # fmt: skip
    return Packet(frame, round(seconds * SECOND), fields)
