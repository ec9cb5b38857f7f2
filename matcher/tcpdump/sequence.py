"""Relative TCP numbers back to absolute ones.

tcpdump without -S prints `seq` and `ack` of a conversation relative to the numbers in the first packet with ACK that
it saw of it (or that packet's SYN); packets without ACK, packets with SYN, and that first one it prints as they are.
Text does not say which way it was made, so each conversation is judged by what makes its numbers plausible.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from math import log2
from typing import Final

from matcher.packet import UNKNOWN, Unknown, Value
from sigdsl.fields import FLAG_BITS

__all__ = ["Sequences", "apply"]

_MOST_CONVERSATIONS: Final = 65_536
_MOD: Final = 1 << 32
_SURE: Final = 6.0  # bits of evidence from which a conversation needs no help from the rest of the text
_MOST_EVIDENCE: Final = 64.0
_SYN, _ACK = FLAG_BITS["SYN"], FLAG_BITS["ACK"]

Number = int | Unknown


@dataclass(slots=True)
class _Conversation:
    """What is known of one pair of endpoints; `starts` is by endpoint.

    Attributes:
        starts: Numbers that tcpdump counts from, None where the text did not show them.
        syns: Sequence numbers of plain SYNs, which tcpdump itself does not count from.
        anchored: Whether a packet with ACK was seen.
        evidence: In bits, positive for relative numbers, negative for absolute ones.
    """

    starts: dict[str, int | None] = field(default_factory=dict)
    syns: dict[str, int] = field(default_factory=dict)
    anchored: bool = False
    evidence: float = 0.0


def _distance(number: int) -> int:
    """How far a number modulo 2^32 is from 0, in either direction."""
    number %= _MOD
    return min(number, _MOD - number)


def _weigh(printed: int, start: int) -> float:
    return log2((_distance(printed - start) + 1) / (_distance(printed) + 1))


class Sequences:
    """Makes numbers absolute, conversation by conversation; of too many, the least recently seen is forgotten."""

    def __init__(self, most: int = _MOST_CONVERSATIONS) -> None:
        self._most = most
        self._conversations: OrderedDict[tuple[str, str], _Conversation] = OrderedDict()
        self._evidence = 0.0  # of the whole text

    def absolute(self, src: str, dst: str, flags: int, seq: Number, ack: Number) -> tuple[Number, Number]:
        """The absolute `seq` and `ack` of a packet printed with these numbers.

        Args:
            src: Whatever tells the sender's host and port from others, `dst` likewise.
            dst: See `src`.
            flags: The packet's control bits.
            seq: As printed, `UNKNOWN` when it is not.
            ack: Likewise.
        """
        if not flags & (_ACK | _SYN):
            return seq, ack
        conversation = self._find(src, dst)
        if not flags & _ACK:
            if isinstance(seq, int):
                conversation.syns[src] = seq
            return seq, ack
        if flags & _SYN or not conversation.anchored:
            if not flags & _SYN:
                seq, ack = self._against_syns(conversation, src, dst, seq, ack)
            self._anchor(conversation, src, dst, seq, ack)
            return seq, ack
        return self._later(conversation, src, dst, seq, ack)

    def _find(self, src: str, dst: str) -> _Conversation:
        key = (src, dst) if src <= dst else (dst, src)
        conversation = self._conversations.get(key)
        if conversation is None:
            conversation = self._conversations[key] = _Conversation()
            if len(self._conversations) > self._most:
                self._conversations.popitem(last=False)
        else:
            self._conversations.move_to_end(key)
        return conversation

    @staticmethod
    def _anchor(conversation: _Conversation, src: str, dst: str, seq: Number, ack: Number) -> None:
        conversation.anchored = True
        if isinstance(seq, int):
            conversation.starts[src] = seq
        else:  # an empty ACK shows none; behind a SYN it must be the next number
            conversation.starts[src] = (conversation.syns[src] + 1) % _MOD if src in conversation.syns else None
        conversation.starts[dst] = (ack - 1) % _MOD if isinstance(ack, int) else None

    @staticmethod
    def _against_syns(
        conversation: _Conversation, src: str, dst: str, seq: Number, ack: Number
    ) -> tuple[Number, Number]:
        """The first ACK in the text: absolute, unless the text is a part of a longer one and a SYN shows otherwise."""
        start = conversation.syns.get(dst)
        if start is not None and isinstance(ack, int) and _weigh(ack, start) > 0:
            ack = (ack + start) % _MOD
            own = conversation.syns.get(src)
            if own is not None and isinstance(seq, int):
                seq = (seq + own) % _MOD
        return seq, ack

    def _later(
        self, conversation: _Conversation, src: str, dst: str, seq: Number, ack: Number
    ) -> tuple[Number, Number]:
        own, other = conversation.starts.get(src), conversation.starts.get(dst)
        evidence = 0.0
        if isinstance(ack, int) and other is not None:
            evidence = _weigh(ack, other)
        if isinstance(seq, int) and seq and own is not None:  # 0 is what resets carry in either style
            evidence += _weigh(seq, own)
        conversation.evidence = max(-_MOST_EVIDENCE, min(_MOST_EVIDENCE, conversation.evidence + evidence))
        self._evidence = max(-_MOST_EVIDENCE, min(_MOST_EVIDENCE, self._evidence + evidence))
        sure = abs(conversation.evidence) >= _SURE
        if (conversation.evidence if sure else conversation.evidence + self._evidence) <= 0:
            return seq, ack
        return _add(seq, own), _add(ack, other)


def _add(printed: Number, start: int | None) -> Number:
    if not isinstance(printed, int):
        return UNKNOWN
    return (printed + start) % _MOD if start is not None else UNKNOWN


def apply(sequences: Sequences, fields: dict[str, Value], src: str, dst: str, prefix: str = "") -> None:
    """Make the numbers in `fields` absolute (with `prefix` `quoted.`, those of a quoted packet)."""
    flags, seq, ack = (fields.get(prefix + name) for name in ("flags", "seq", "ack"))
    if isinstance(flags, int):
        fields[prefix + "seq"], fields[prefix + "ack"] = sequences.absolute(
            src, dst, flags, seq if isinstance(seq, int) else UNKNOWN, ack if isinstance(ack, int) else UNKNOWN
        )
