"""Packets that nothing explains, in groups: by the mark that they bear, or by how their sender's stack writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from matcher.packet import Packet
from tracelore.drafting.marks import NO_MARK, marks_of
from tracelore.drafting.sample import Sample, addressed
from tracelore.drafting.shapes import Kind, Shape, kind_of, shape_of

__all__ = ["Group", "groups_of"]

_ACK: Final = 0x10
_SYN: Final = 0x02


@dataclass(frozen=True, slots=True)
class Group:
    """Packets that have something in common.

    Attributes:
        shape: The packets, with the conditions on protocol, flags or ICMP type.
        conversations: Between how many different ends they went.
        sources: Different source addresses.
        destinations: Different destination addresses.
    """

    shape: Shape
    conversations: int
    sources: int
    destinations: int


def groups_of(packets: Sequence[Packet]) -> list[Group]:
    """All packets in groups, those of the most conversations first."""
    kinds: dict[Kind, list[Packet]] = {}
    for packet in packets:
        kinds.setdefault(kind_of(packet), []).append(packet)
    found = [_group(kind, part) for kind, members in kinds.items() for part in _parts(kind, members)]
    return sorted(found, key=lambda group: (-group.conversations, group.shape.packets[0].frame))


def _parts(kind: Kind, members: Sequence[Packet]) -> Iterator[Sequence[Packet]]:
    marks = marks_of(Sample(members)).tolist()
    parts: dict[Any, list[Packet]] = {}
    for packet, mark in zip(members, marks, strict=True):
        parts.setdefault(("mark", mark) if mark != NO_MARK else _habit(kind, packet), []).append(packet)
    yield from parts.values()


def _habit(kind: Kind, packet: Packet) -> tuple[Any, ...]:
    """What tells one sender's packets from another's without a mark: the stack's way, or the service."""
    get = packet.get
    _, word, what, _ = kind
    if word == "tcp":
        opening = isinstance(what, int) and (what & _SYN or not what & _ACK)
        return (get("options"), get("window"), get("ittl"), get("df")) if opening else ()
    if word in ("udp", "sctp"):
        source, target = get("sport"), get("dport")
        if isinstance(source, int) and isinstance(target, int):
            return (target <= source, min(source, target))
        return ()
    return (get("icmp.code"), get("payload.len"))


def _group(kind: Kind, members: Sequence[Packet]) -> Group:
    return Group(
        shape_of(kind, members, {}),
        len({(*addressed(packet), packet.get("icmp.id")) for packet in members}),
        len({packet.get("src") for packet in members}),
        len({packet.get("dst") for packet in members}),
    )
