"""Answers that nobody asked for: what was not in the capture says more of them than what is in the packets.

That a request is missing is known only where all of the capture was looked at, and is asked for only where nothing at
all went to the senders or came from the receivers, whatever the key of the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sigdsl.model import Call, Compare, Expr, FlagBit, PacketPattern, PatternRef, Unary
from tracelore.drafting.choosing import Chosen
from tracelore.drafting.exchanges import Speakers
from tracelore.drafting.sample import Sample
from tracelore.drafting.shapes import Shape
from tracelore.drafting.terms import equal, holds, is_constant, named, number

__all__ = ["none_of", "request_for"]

_ACK: Final = 0x10
_ECHO_REPLY, _ECHO_REQUEST = 0, 8
_NAME: Final = "request"


def request_for(chosen: Sequence[Chosen], key: Sequence[Expr], speakers: Speakers) -> PacketPattern | None:
    """What would have called for the packets, where all are answers by their nature and nobody asked for them.

    Args:
        chosen: The patterns.
        key: Of the event; without a host in it, a request could not be told from others'.
        speakers: Who spoke in the capture.
    """
    if not any(part in (named("src"), named("dst")) for part in key):
        return None
    shapes = [each.shape for each in chosen]
    words = {_word_of_answers(shape) for shape in shapes}
    if len(words) > 1 or None in words or any(speakers.called_for(shape.packets) for shape in shapes):
        return None
    (word,) = words
    conditions: list[Expr] = [holds(str(word), True)]
    if word == "icmp":
        conditions.append(equal(named("icmp.type"), number(_ECHO_REQUEST)))
    else:
        conditions += _towards(chosen)
    if word == "tcp":
        conditions.append(Unary("not", Compare(named("flags"), (("has", FlagBit("RST")),))))
    return PacketPattern(_NAME, tuple(conditions), from_responder=True, solicits=True)


def _word_of_answers(shape: Shape) -> str | None:
    """The protocol of packets that come from a service or echo; None for others."""
    word = next((word for word in ("tcp", "udp", "icmp") if holds(word, True) in shape.words), None)
    first = shape.packets[0]
    if word == "icmp":
        return word if first.get("icmp.type") == _ECHO_REPLY else None
    flags = first.get("flags")
    if word is None or shape.answers or word == "tcp" and not (isinstance(flags, int) and flags & _ACK):
        return None
    return word if Sample(shape.packets).service_ports == {"sport"} else None


def _towards(chosen: Sequence[Chosen]) -> list[Expr]:
    """The port that was asked, where it is one."""
    ports = {part.condition for each in chosen for part in each.kept
             if is_constant(part.condition) and _is_of_source_port(part.condition)}  # fmt: skip
    fixed = [port.rest[0][1] for port in ports if isinstance(port, Compare)]
    return [equal(named("dport"), fixed[0])] if len(fixed) == 1 else []


def _is_of_source_port(condition: Expr) -> bool:
    return isinstance(condition, Compare) and condition.first == named("sport")


def none_of(request: PacketPattern) -> Expr:
    """That no packet of the pattern was seen."""
    return equal(Call("count", (PatternRef(request.name),)), number(0))
