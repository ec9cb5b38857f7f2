"""A first version of a signature from a sample of packets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from matcher import MatchOptions, compile_signatures, run
from matcher.packet import Packet
from sigdsl import load_text
from sigdsl.model import Logic, PacketPattern, Signature
from sigdsl.walk import fields_of
from tracelore.drafting.choosing import Chosen, Told, choose, shared
from tracelore.drafting.episodes import Measured, event_rule, patterns_of
from tracelore.drafting.exchanges import Speakers
from tracelore.drafting.sampling import SIZES, Excerpt, as_told, excerpt
from tracelore.drafting.shapes import Shape, shapes_of
from tracelore.drafting.text import Origin, draft_text
from tracelore.drafting.unasked import none_of, request_for

__all__ = ["Draft", "DraftError", "draft"]

_ENOUGH: Final = 24  # bits that a pattern needs without what a text trace cannot show
_TOLD: Final = 64  # packets of a shape by which it is known what text shows
_WORTH_A_TRACE: Final = 8  # bits for which a draft goes without a trace


class DraftError(Exception):
    """No signature can be made of these packets; the message says why."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted signature.

    Attributes:
        text: The file, in canonical form.
        signature: What it says.
        chosen: The conditions of each pattern, with what they are worth.
        matched: How many packets of the sample are in an event of it.
    """

    text: str
    signature: Signature
    chosen: tuple[Chosen, ...]
    matched: int


def draft(
    packets: Sequence[Packet], baseline: Sequence[Packet], origin: Origin, speakers: Speakers | None = None
) -> Draft:
    """Draft a signature that matches the packets.

    Args:
        packets: The sample.
        baseline: Other traffic, to tell what is common; may be empty.
        origin: Where the packets come from, for the reader, and the slug.
        speakers: Who spoke in all of the capture; None where the packets are all of it.

    Raises:
        DraftError: There is no IP packet among them, or what was made of them does not match them.
    """
    sample = sorted((each for each in packets if "src" in each.fields), key=_by_time)
    if not sample:
        raise DraftError("none of the selected packets is an IP packet: there is nothing to draft from")
    shapes = shapes_of(sample)
    more = {way: shared([shape for shape in shapes if shape.answers is way]) for way in (False, True)}
    found = (_presentable(choose(shape, baseline, _told(shape), more[shape.answers])) for shape in shapes)
    chosen = tuple(each for each in found if each.conditions)  # what was cut within the IP header shows nothing
    if not chosen:
        raise DraftError("the packets show too little: nothing can be said of them")
    if len(sample) == 1:
        chosen = (_recognisable(chosen[0]),)
    measured = event_rule(chosen)
    request = request_for(chosen, measured.rule.key, speakers if speakers is not None else Speakers(packets))
    measured = _without(measured, request)
    patterns = (*patterns_of(chosen), *((request,) if request else ()))
    signature = Signature(origin.slug, title="draft", patterns=patterns, event=measured.rule)
    matched = _matched(signature, sample)
    if not matched:
        raise DraftError("the packets have too little in common: no event can be made of them")
    trace = _trace(signature, sample, chosen)
    text = draft_text(chosen, request, measured, origin, trace)
    return Draft(text, _checked(text), chosen, matched)


def _without(measured: Measured, request: PacketPattern | None) -> Measured:
    """The rule, which asks as well that the request was not seen."""
    if request is None:
        return measured
    having = measured.rule.having
    parts = having.operands if isinstance(having, Logic) and having.op == "and" else (having,) if having else ()
    joined = Logic("and", (*parts, none_of(request))) if parts else none_of(request)
    return replace(measured, rule=replace(measured.rule, having=joined))


def _by_time(packet: Packet) -> tuple[int, int]:
    return packet.time_ns or 0, packet.frame


def _presentable(chosen: Chosen) -> Chosen:
    """What a text trace cannot show is asked only where the rest is too little to recognise the packets by."""
    needed = sum(each.bits for each in chosen.kept if each.shown) < _ENOUGH
    asked = [each for each in chosen.kept if each.shown or each.why or needed and each.bits >= _WORTH_A_TRACE]
    left = [each for each in chosen.kept if each not in asked]
    return replace(chosen, kept=tuple(asked), common=(*chosen.common, *left))


def _recognisable(chosen: Chosen) -> Chosen:
    """One packet with little about it is recognised by a number as well, which may be its own: a tool's likely ones
    first, one after the other until they are enough.
    """
    kept, doubtful = list(chosen.kept), list(chosen.doubtful)
    for each in sorted(doubtful, key=lambda each: {field.name for field in fields_of(each.condition)} != {"id"}):
        rare = each.share is None or not each.share.having
        if sum(part.bits for part in kept) < _ENOUGH and rare and each.shown:
            doubtful.remove(each)
            kept.append(replace(each, why="one packet has it: it may be its own"))
    return replace(chosen, kept=tuple(kept), doubtful=tuple(doubtful))


def _matched(signature: Signature, packets: Sequence[Packet]) -> int:
    return run(compile_signatures([signature]), packets, MatchOptions(evidence=1)).matched or 0


def _told(shape: Shape) -> Told:
    some = shape.packets[:_TOLD]
    return Told(as_told(some, dumped=False), as_told(some, dumped=True))


def _trace(signature: Signature, sample: Sequence[Packet], chosen: Sequence[Chosen]) -> Excerpt:
    """As few of the packets as make an event when they are read from text, with dumps only where these are needed."""
    for size in SIZES:
        some = excerpt(sample, [each.shape.packets for each in chosen], size)
        for dumped in (False, True):
            if _matched(signature, as_told(some, dumped=dumped)):
                return Excerpt(tuple(some), dumped)
        if len(some) == len(sample):
            break
    return Excerpt((), False)


def _checked(text: str) -> Signature:
    loaded = load_text(text)
    if loaded.errors:
        raise DraftError("the draft does not pass `tracelore check`:\n\n" + "\n\n".join(loaded.drawn()))
    return loaded.signatures[0]
