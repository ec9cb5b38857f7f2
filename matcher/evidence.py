"""The packets that made an event, as what they are shown with: frame, time and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from matcher.decode import decode
from matcher.formats import ReadReport, Record
from matcher.packet import Packet
from matcher.render import tcpdump_line
from matcher.render_frame import usual_line

__all__ = ["Page", "RecordedPackets", "Shown", "shown_packets"]

# Frame, time in nanoseconds (None where it has none), line, and of which of several captures it is (else empty).
Shown = tuple[int, int | None, str, str]


class Page:
    """Packets that were read together. What they are shown with is worked out for all when one is asked for.

    Attributes:
        inner: Each is the innermost packet of its tunnels.
    """

    def __init__(self, records: Sequence[Record] = (), *, inner: bool = False) -> None:
        self.inner = inner
        self._records = records

    def record(self, place: int) -> Record:
        """The record at a place."""
        return self._records[place]

    def packet(self, place: int) -> Packet:
        """The packet at a place, decoded anew each time."""
        return self._decoded(self.record(place))

    @cached_property
    def shown(self) -> Sequence[Shown]:
        """All of them as they are shown; of most of them the line needs no decoding."""
        return list(map(self.show, self._records))

    def show(self, record: Record) -> Shown:
        """What one of them is shown with."""
        line = (None if self.inner else usual_line(record)) or tcpdump_line(self._decoded(record))
        return record.frame, record.time_ns, line, record.capture

    def _decoded(self, record: Record) -> Packet:
        return decode(record, ReadReport(), self.inner)


class RecordedPackets(Sequence[Packet]):
    """Packets of a page: each is decoded when it is asked for. Equal to any sequence of the same packets."""

    __slots__ = ("_page", "_places")

    def __init__(self, page: Page, places: Sequence[int]) -> None:
        self._page = page
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Packet]:
        return map(self._page.packet, self._places)

    @overload
    def __getitem__(self, which: int) -> Packet: ...
    @overload
    def __getitem__(self, which: slice) -> RecordedPackets: ...
    def __getitem__(self, which: int | slice) -> Packet | RecordedPackets:
        if isinstance(which, slice):
            return RecordedPackets(self._page, self._places[which])
        return self._page.packet(self._places[which])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(tuple(self))

    def shown(self, most: int) -> list[Shown]:
        """The first packets, as they are shown: at most so many."""
        places = self._places[:most]
        return list(map(self._page.shown.__getitem__, places)) if places else []


def shown_packets(packets: Sequence[Packet], most: int) -> list[Shown]:
    """The first packets of an event, as they are shown: at most so many."""
    if isinstance(packets, RecordedPackets):
        return packets.shown(most)
    return [(packet.frame, packet.time_ns, tcpdump_line(packet), packet.capture) for packet in packets[:most]]
