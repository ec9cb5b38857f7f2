"""The packets that made an event, as what they are shown with: frame, time and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from matcher.decode import decode
from matcher.formats import ReadReport, Record
from matcher.packet import Packet
from matcher.render import tcpdump_line
from matcher.render_frame import usual_line

__all__ = ["RecordedPackets", "Shown", "shown_packets"]

# Frame, time in nanoseconds (None where it has none), line, and of which of several captures it is (else empty).
Shown = tuple[int, int | None, str, str]


class RecordedPackets(Sequence[Packet]):
    """Packets as records of their capture: each is decoded when it is asked for, and anew each time.

    Equal to any sequence of the same packets.
    """

    __slots__ = ("_inner", "_records")

    def __init__(self, records: Sequence[Record], *, inner: bool = False) -> None:
        """`inner`: each is the innermost packet of its tunnels."""
        self._records = records
        self._inner = inner

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Packet]:
        return map(self._decoded, self._records)

    @overload
    def __getitem__(self, which: int) -> Packet: ...
    @overload
    def __getitem__(self, which: slice) -> RecordedPackets: ...
    def __getitem__(self, which: int | slice) -> Packet | RecordedPackets:
        if isinstance(which, slice):
            return RecordedPackets(self._records[which], inner=self._inner)
        return self._decoded(self._records[which])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(tuple(self))

    def shown(self, most: int) -> list[Shown]:
        """The first packets; of most of them the line needs no decoding."""
        return [
            (record.frame, record.time_ns, self._line(record), record.capture) for record in self._records[:most]
        ]  # fmt: skip

    def _line(self, record: Record) -> str:
        line = None if self._inner else usual_line(record)
        return line or tcpdump_line(self._decoded(record))

    def _decoded(self, record: Record) -> Packet:
        return decode(record, ReadReport(), self._inner)


def shown_packets(packets: Sequence[Packet], most: int) -> list[Shown]:
    """The first packets of an event, as they are shown: at most so many."""
    if isinstance(packets, RecordedPackets):
        return packets.shown(most)
    return [(packet.frame, packet.time_ns, tcpdump_line(packet), packet.capture) for packet in packets[:most]]
