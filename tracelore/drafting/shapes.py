"""The kinds of packets in a sample: each becomes a packet pattern of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from matcher.packet import Packet, Value
from sigdsl.model import Expr
from tracelore.drafting.rules import broken_by
from tracelore.drafting.terms import equal, flag_word, holds, named, number

__all__ = ["Kind", "Shape", "kind_of", "shape_of", "shapes_of"]

_MOST: Final = 8  # patterns; more kinds than that are told apart by protocol and direction only
_FEW_WAYS: Final = 3
_SYN: Final = 0x02
_OPENING: Final = 0x12  # SYN without ACK
_FLAGS: Final = {
    0x000: "bare", 0x001: "fin", 0x002: "syn", 0x004: "reset", 0x008: "push", 0x010: "segment", 0x011: "closing",
    0x012: "synack", 0x014: "refusal", 0x018: "data_segment", 0x029: "xmas", 0x003: "syn_fin", 0x0C2: "ecn_syn",
}  # fmt: skip
_ICMP: Final = {0: "pong", 3: "unreachable", 5: "redirect", 8: "ping", 11: "exceeded"}
_ICMP6: Final = {1: "unreachable", 2: "too_big", 3: "exceeded", 128: "ping", 129: "pong"}
_WORDS: Final = ("tcp", "udp", "icmp", "icmp6", "sctp")


@dataclass(frozen=True, slots=True)
class Shape:
    """Packets of one kind.

    Attributes:
        name: Of the pattern.
        words: The conditions by which they were told apart: protocol, flags or ICMP type.
        packets: In the order of time.
        answers: They go against the direction in which their hosts' first packet went.
    """

    name: str
    words: tuple[Expr, ...]
    packets: tuple[Packet, ...]
    answers: bool


Kind = tuple[bool, str, Value | None, int]  # answer, protocol's word, flags or ICMP type, 1 for a later fragment


def shapes_of(packets: Sequence[Packet]) -> list[Shape]:
    """The kinds of packets, in the order of their first ones."""
    answers = _answers(packets)
    kinds: dict[Kind, list[Packet]] = {}
    for packet, answer in zip(packets, answers, strict=True):
        kinds.setdefault(kind_of(packet, answer), []).append(packet)
    if len(kinds) > _MOST:
        kinds = _coarser(kinds)
    parts = [(kind, part) for kind, members in kinds.items() for part in _parts(members)]
    if len(parts) > _MOST:
        parts = list(kinds.items())
    parts.sort(key=lambda part: _moment(part[1][0]))
    names: dict[str, int] = {}
    return [shape_of(kind, members, names) for kind, members in parts]


def _parts(members: Sequence[Packet]) -> list[list[Packet]]:
    """Packets of one kind by how they were made, where that is done in a few ways only: two programs' SYNs, a kernel's
    and a tool's, differ in their options; and what breaks a rule is not like what keeps it.
    """
    parts: dict[Any, list[Packet]] = {}
    for packet, broken in zip(members, broken_by(members), strict=True):
        flags = packet.get("flags")
        opens = isinstance(flags, int) and flags & _OPENING == _SYN
        parts.setdefault((broken, packet.get("options") if opens else None), []).append(packet)
    return list(parts.values()) if len(parts) <= _FEW_WAYS else [list(members)]


def _moment(packet: Packet) -> tuple[int, int]:
    return packet.time_ns or 0, packet.frame


def _answers(packets: Iterable[Packet]) -> list[bool]:
    """Whether each packet goes against the first one between its two hosts."""
    first: dict[Any, tuple[Any, ...]] = {}
    found = []
    for packet in packets:
        ends = packet.get("src"), packet.get("dst")
        found.append(first.setdefault(frozenset(ends), ends) != ends)
    return found


def kind_of(packet: Packet, answer: bool = False) -> Kind:
    """What a packet is, as far as patterns are told apart by it."""
    word = next((word for word in _WORDS if packet.get(word) == 1), "")
    what = packet.get("flags") if word == "tcp" else packet.get("icmp.type") if word in ("icmp", "icmp6") else None
    if not word:
        what = packet.get("proto")
    offset = packet.get("frag.offset")
    return answer, word, what if isinstance(what, int) else None, int(isinstance(offset, int) and offset > 0)


def _coarser(kinds: Mapping[Kind, list[Packet]]) -> dict[Kind, list[Packet]]:
    """By protocol and direction alone; in the order of time again."""
    merged: dict[Kind, list[Packet]] = {}
    for (answer, word, what, later), members in kinds.items():
        merged.setdefault((answer, word, None if word else what, later), []).extend(members)
    for members in merged.values():
        members.sort(key=_moment)
    return merged


def shape_of(kind: Kind, members: Sequence[Packet], names: dict[str, int]) -> Shape:
    """Packets of one kind; `names` counts the names that are taken."""
    answer, word, what, later = kind
    version = members[0].get("ip.version")
    words: list[Expr] = []
    if version in (4, 6) and all(packet.get("ip.version") == version for packet in members):
        words.append(holds("ip" if version == 4 else "ip6", True))
    if word:
        words.append(holds(word, True))
    if isinstance(what, int):
        if word == "tcp":
            words.append(equal(named("flags"), flag_word(what)))
        else:
            words.append(equal(named("icmp.type" if word else "proto"), number(what)))
    if all(packet.get("frag") == 1 for packet in members):
        words.append(holds("frag", True))
    return Shape(_name("" if later else word, what, answer, names), tuple(words), tuple(members), answer)


def _name(word: str, what: Value | None, answer: bool, names: dict[str, int]) -> str:
    known = {"tcp": _FLAGS, "icmp": _ICMP, "icmp6": _ICMP6}.get(word, {})
    plain = {"tcp": "segment", "udp": "datagram", "icmp": "message", "icmp6": "message"}.get(word, "part")
    name = (known.get(what) if isinstance(what, int) else None) or plain
    name += "_back" if answer else ""
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}_{names[name]}"
