"""What the capture could have shown: whether "no reply was seen" means anything."""

from __future__ import annotations

from typing import Final
from zlib import crc32

from matcher.event import VantageOption
from matcher.packet import UNKNOWN, V6, Packet, Value
from matcher.program import SignatureProgram

__all__ = ["CONVERSATIONS", "MIX", "Vantage", "conversation"]

CONVERSATIONS: Final = 65_536  # that are remembered, each in a place of its own
MIX: Final = (  # odd numbers, to mix with
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5,
)  # fmt: skip
_WORD: Final = (1 << 64) - 1
_ANY_OTHER = 3  # instead of an IP version: a host that is known by name


def conversation(packet: Packet) -> int:
    """Who speaks to whom, as a number of 64 bits: the last bit is the direction, the others are the answer's too.

    0 for a packet whose addresses are not there, or that speaks to itself. The number is the same in every run: it
    decides nothing but what is forgotten when places are few.
    """
    fields = packet.fields
    source, target = fields.get("src"), fields.get("dst")
    if source is None or target is None or source is UNKNOWN or target is UNKNOWN:
        return 0
    near, far = _end(source, fields.get("sport")), _end(target, fields.get("dport"))
    if near == far:
        return 0
    both = near + far + _shown(fields.get("proto")) * MIX[3] & _WORD
    return both & ~3 | 2 | (near < far)


def _end(address: Value, port: Value | None) -> int:
    if not isinstance(address, int):
        high, low, version = 0, crc32(str(address).encode()), _ANY_OTHER
    elif address < V6:
        high, low, version = 0, address, 0
    else:
        high, low, version = address - V6 >> 64, address & _WORD, 1
    mixed = (low ^ high * MIX[0] ^ (_shown(port) << 2 | version) * MIX[1]) * MIX[2] & _WORD
    return mixed ^ mixed >> 32


def _shown(value: Value | None) -> int:
    return 0 if value is None else value + 2 if isinstance(value, int) else 1


class Vantage:
    """Judges whether a capture shows conversations in both directions, with a bounded table of who spoke to whom."""

    __slots__ = ("_seen", "option", "two_way")

    def __init__(self, option: VantageOption) -> None:
        self.option = option
        self.two_way = False
        self._seen: dict[int, int] = {}  # by their places; another conversation takes the place of the one before

    def see(self, packet: Packet) -> None:
        """Take note of one packet."""
        if self.is_settled:
            return
        word = conversation(packet)
        if word:
            self.two_way = self._seen.get(word >> 48, 0) ^ word == 1
            self._seen[word >> 48] = word

    @property
    def is_settled(self) -> bool:
        """Whether no packet can change the judgement any more."""
        return self.two_way or self.option != "auto"

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
