"""Packets of one kind as columns of numbers, for the search of what they share.

Unlike in `tracelore.arrays`, which serves people, addresses are numbers here, and a column exists only where all
packets show the field: relations are arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from matcher.packet import Packet, Value
from sigdsl.fields import FIELDS, Kind

__all__ = ["Column", "Sample", "addressed"]

Column = np.ndarray[Any, np.dtype[np.int64]]

_V4 = 1 << 32
_EPHEMERAL = 32_768  # from here on, systems choose the ports of clients


class Sample:
    """Packets of one kind.

    Attributes:
        packets: In the order of time, at least one.
    """

    def __init__(self, packets: Sequence[Packet]) -> None:
        self.packets = packets
        self._columns: dict[str, Column | None] = {}

    def __len__(self) -> int:
        return len(self.packets)

    def values(self, name: str) -> list[Value | None]:
        """The field's value in each packet, as the decoder gives it."""
        return [packet.get(name) for packet in self.packets]

    def column(self, name: str) -> Column | None:
        """The field as a number in each packet; None where one has no such field, does not show it, or is IPv6's."""
        if name not in self._columns:
            self._columns[name] = self._number_column(name)
        return self._columns[name]

    def _number_column(self, name: str) -> Column | None:
        limit = _V4 if FIELDS[name].kind is Kind.ADDRESS else 1 << 62
        values = self.values(name)
        if not all(isinstance(value, int) and value < limit for value in values):
            return None
        return np.array(values, dtype=np.int64)

    @cached_property
    def conversations(self) -> int:
        """How many different ends (addresses and ports) talk: what is chosen once a connection is chosen so often."""
        return len({addressed(packet) for packet in self.packets})

    @cached_property
    def sources(self) -> int:
        """How many different sources there are."""
        return len(set(self.values("src")))

    @cached_property
    def is_fragmented(self) -> bool:
        """Whether one of the packets is a fragment."""
        return any(packet.get("frag") == 1 for packet in self.packets)

    @cached_property
    def is_one_datagram(self) -> bool:
        """Whether all are fragments of one packet."""
        names = "src", "dst", "proto", "id", "frag"
        return self.is_fragmented and len({tuple(map(packet.get, names)) for packet in self.packets}) == 1

    @cached_property
    def service_ports(self) -> frozenset[str]:
        """Which of `sport` and `dport` names a service: one that alone is always the same, or else the lower one.

        Datagrams of a reflector have two: the one that it serves, and the one that is flooded. One conversation between
        ports of clients has none.
        """
        source, target = self.column("sport"), self.column("dport")
        if source is None or target is None:
            return frozenset({"dport"})
        fixed = [name for name, ports in (("sport", source), ("dport", target)) if (ports == ports[0]).all()]
        if len(fixed) == 1 and len(self) > 2:
            return frozenset(fixed)
        if len(fixed) == 2 and self.column("seq") is None and max(int(source[0]), int(target[0])) < _EPHEMERAL:
            return frozenset(fixed)
        name, lower = min((("dport", target), ("sport", source)), key=lambda each: int(np.median(each[1])))
        return frozenset({name} if len(self) > 1 or int(lower[0]) < _EPHEMERAL else ())


def addressed(packet: Packet) -> tuple[Value | None, ...]:
    """Both ends of a packet, in its direction."""
    get = packet.get
    return get("src"), get("sport"), get("dst"), get("dport")
