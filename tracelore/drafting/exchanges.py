"""Who talks with whom: packets whose conversation goes both ways are seldom a riddle, and answers to nobody are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from matcher.packet import Packet

__all__ = ["Exchanges", "Speakers"]

_MOST: Final = 1_000_000  # conversations, or hosts, that are remembered
_MULTICAST: Final = 0xE
_BROADCAST: Final = 0xFF  # the last byte of most networks' broadcast addresses
_RST: Final = 0x04


class Exchanges:
    """The directions in which each conversation of a capture was seen, resets left out: they refuse to talk."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def see(self, packet: Packet) -> None:
        """One more packet of the capture."""
        flags = packet.get("flags")
        if isinstance(flags, int) and flags & _RST or len(self._seen) >= _MOST:
            return
        self._seen.add(hash(_ends(packet, "src", "sport", "dst", "dport")))

    def answered(self, packets: Sequence[Packet]) -> float:
        """The share of packets that went against others, or to a group of hosts from which no answer is expected."""
        met = sum(_is_for_many(packet) or hash(_ends(packet, "dst", "dport", "src", "sport")) in self._seen
                  for packet in packets)  # fmt: skip
        return met / len(packets) if packets else 0.0


def _ends(packet: Packet, *names: str) -> tuple[Any, ...]:
    return (packet.get("proto"), *(packet.get(name) for name in names))


def _is_for_many(packet: Packet) -> bool:
    to = packet.get("dst")
    if not isinstance(to, int):
        return False
    if to >> 32:
        return to >> 120 & 0xFF == 0xFF  # ff00::/8
    return to >> 28 == _MULTICAST or to & 0xFF == _BROADCAST


class Speakers:
    """Which hosts of a capture spoke and were spoken to, by protocol; resets left out, which refuse to talk."""

    def __init__(self, packets: Iterable[Packet] = ()) -> None:
        self._spoke: set[int] = set()
        self._heard: set[int] = set()
        for packet in packets:
            self.see(packet)

    def see(self, packet: Packet) -> None:
        """One more packet of the capture."""
        flags = packet.get("flags")
        if not (isinstance(flags, int) and flags & _RST) and len(self._spoke) + len(self._heard) <= _MOST:
            self._spoke.add(_host(packet, "src"))
            self._heard.add(_host(packet, "dst"))

    def called_for(self, packets: Iterable[Packet]) -> bool:
        """Whether somebody may have asked for the packets; also where there were too many hosts to know."""
        if len(self._spoke) + len(self._heard) > _MOST:
            return True
        return any(_host(each, "src") in self._heard or _host(each, "dst") in self._spoke for each in packets)


def _host(packet: Packet, end: str) -> int:
    parts: tuple[Any, ...] = (packet.get("proto"), packet.get(end))
    return hash(parts)
