"""Which packets of a sample stand in the draft as its trace, and what a trace shows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from matcher.formats import ReadReport
from matcher.packet import Packet
from matcher.render import tcpdump_line
from matcher.tcpdump import read_tcpdump
from tracelore.drafting.rebuilt import hex_dump

__all__ = ["SIZES", "Excerpt", "as_told", "excerpt", "trace_text"]

SIZES: Final = (12, 24, 60, 200)  # packets of a trace: as few as make the event


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The packets of a trace; none where no text can show what makes the event.

    Attributes:
        packets: In the order of time.
        dumped: With their bytes.
    """

    packets: tuple[Packet, ...]
    dumped: bool


def trace_text(packets: Sequence[Packet], *, dumped: bool) -> str:
    """The packets as tcpdump prints them, a line each, with their bytes as hex dumps or without."""
    lines: list[str] = []
    for packet in packets:
        lines.append(tcpdump_line(packet))
        lines.extend(hex_dump(packet) if dumped else ())
    return "\n".join(lines)


def as_told(packets: Sequence[Packet], *, dumped: bool) -> list[Packet]:
    """The same packets, with what their text shows and nothing else; those that it cannot show at all are left out."""
    lines = [f"{line}\n".encode() for line in trace_text(packets, dumped=dumped).splitlines()]
    told = read_tcpdump(lines, ReadReport())
    return [replace(packet, frame=number) for number, packet in enumerate(told, 1) if "src" in packet.fields]


def excerpt(packets: Sequence[Packet], groups: Sequence[Sequence[Packet]], most: int) -> list[Packet]:
    """At most so many packets in the order of time, some of every group among them."""
    share = max(1, most // max(1, len(groups)))
    taken = {id(packet) for group in groups for packet in group[:share]}
    for packet in packets:
        if len(taken) >= most:
            break
        taken.add(id(packet))
    return [packet for packet in packets if id(packet) in taken][:most]
