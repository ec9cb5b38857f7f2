"""Packets that nothing explains, in groups: by the mark that they bear, or by how their sender's stack writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from matcher.packet import Packet, Value
from tracelore.drafting.marks import NO_MARK, marks_of
from tracelore.drafting.sample import Sample, addressed
from tracelore.drafting.shapes import Kind, Shape, kind_of, shape_of

__all__ = ["Group", "groups_of"]

_OFTEN: Final = 10  # packets, by which a port or the beginning of a payload is known to mean something
_START: Final = 4  # bytes
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
    frequent = _Frequent(members)
    parts: dict[Any, list[Packet]] = {}
    for packet, mark in zip(members, marks, strict=True):
        way = ("mark", mark) if mark != NO_MARK else _habit(kind, packet, frequent)
        parts.setdefault((packet.get("ip.version"), *way), []).append(packet)
    yield from parts.values()


class _Frequent:
    """Ports and beginnings of payloads that come often enough to mean something."""

    def __init__(self, members: Sequence[Packet]) -> None:
        self._ports = Counter(packet.get(end) for packet in members for end in ("sport", "dport"))
        self._starts = Counter(map(_start, members))

    def service(self, source: Value | None, target: Value | None) -> tuple[Any, ...] | None:
        """Whether the target serves, and its port, else the source's: the more frequent one, or the lower."""
        if not isinstance(source, int) or not isinstance(target, int):
            return ()
        (count, port), serves = max(((self._ports[target], -target), True), ((self._ports[source], -source), False))
        return (serves, -port) if count >= _OFTEN else None

    def start(self, packet: Packet) -> bytes | None:
        """How the payload begins, where others' begin so."""
        start = _start(packet)
        return start if start is not None and self._starts[start] >= _OFTEN else None


def _start(packet: Packet) -> bytes | None:
    payload = packet.get("payload")
    return payload[:_START] if isinstance(payload, bytes) and len(payload) >= _START else None


def _habit(kind: Kind, packet: Packet, frequent: _Frequent) -> tuple[Any, ...]:
    """What tells one sender's packets from another's without a mark: the stack's way, the service, or who it is."""
    get = packet.get
    _, word, what, _ = kind
    if word == "tcp":
        opening = isinstance(what, int) and (what & _SYN or not what & _ACK)
        return (get("options"), get("window"), get("ittl"), get("df")) if opening else ()
    if word in ("udp", "sctp"):
        service = frequent.service(get("sport"), get("dport"))
        return (get("src"),) if service is None else (*service, frequent.start(packet))
    return (get("icmp.code"), get("payload.len"))


def _group(kind: Kind, members: Sequence[Packet]) -> Group:
    return Group(
        shape_of(kind, members, {}),
        len({(*addressed(packet), packet.get("icmp.id")) for packet in members}),
        len({packet.get("src") for packet in members}),
        len({packet.get("dst") for packet in members}),
    )
