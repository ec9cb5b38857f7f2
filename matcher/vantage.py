"""What the capture could have shown: whether "no reply was seen" means anything."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from matcher.event import VantageOption
from matcher.packet import Packet, Unknown
from matcher.program import SignatureProgram

__all__ = ["Vantage"]

_CONVERSATIONS: Final = 65_536


class Vantage:
    """Judges whether a capture shows conversations in both directions, with a bounded table of who spoke to whom."""

    __slots__ = ("_seen", "option", "two_way")

    def __init__(self, option: VantageOption) -> None:
        self.option = option
        self.two_way = False
        self._seen: OrderedDict[tuple[object, ...], None] = OrderedDict()

    def see(self, packet: Packet) -> None:
        """Take note of one packet."""
        if self.two_way or self.option != "auto":
            return
        source, target = packet.get("src"), packet.get("dst")
        if source is None or target is None or isinstance(source, Unknown) or isinstance(target, Unknown):
            return
        sport, dport, proto = packet.get("sport"), packet.get("dport"), packet.get("proto")
        there = (source, sport, target, dport, proto)
        back = (target, dport, source, sport, proto)
        if there == back:  # a packet to itself is no conversation
            return
        if back in self._seen:
            self.two_way = True
            self._seen.clear()
            return
        self._seen[there] = None
        if len(self._seen) > _CONVERSATIONS:
            self._seen.popitem(last=False)

    def doubtful(self, signature: SignatureProgram) -> int:
        """Bits of the patterns whose packets the capture may have missed although they were there.

        With `auto` this is before the judgement: all answers, and the requests for what was seen.
        """
        if self.option in ("host", "inline"):
            return 0
        if self.option == "telescope":  # nobody is there who could have asked
            return signature.responders & ~signature.solicits
        return signature.responders

    @property
    def judged(self) -> str:
        """`two-way` or `one-way`, or the option."""
        if self.option != "auto":
            return self.option
        return "two-way" if self.two_way else "one-way"

    @property
    def settles_doubt(self) -> bool:
        """Whether, after all, the capture could have shown what it does not."""
        return self.option == "auto" and self.two_way
