"""The packets that some demands keep from an event: those of it that match a pattern only without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from matcher.decisive import Decisive, Trial
from matcher.demands import Demand
from matcher.episodes import key_of
from matcher.evaluate import truth
from matcher.packet import Packet
from matcher.parts import Part, conjuncts
from sigdsl.model import PacketPattern, Signature

__all__ = ["Kept", "Standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How some parts of `having` stand in an episode, and how many observations it has of each name."""

    parts: Mapping[Demand, Part]
    counts: Mapping[str, int]


class Kept:
    """What demands keep away.

    Args:
        trial: The signatures and packets.
        found: The demands, and the event that there would be without them.
    """

    def __init__(self, trial: Trial, found: Decisive) -> None:
        self.trial = trial
        self.found = found
        watching, frames = trial.run(found.demands), set(found.frames)
        self._programs = {each.slug: each for each in watching.program.signatures}
        self._keys = {
            slug: {
                tuple(value for _, value in view.key) for view in watching.episodes(slug) if frames & set(view.frames)
            }
            for slug in trial.signatures
        }

    def standing(self, signature: Signature, demands: Sequence[Demand]) -> Standing | None:
        """How parts of `having` stand when nothing else is in the way; None where there is no episode then."""
        others, frames = [each for each in self.found.demands if each not in demands], set(self.found.frames)
        views = self.trial.run(others).episodes(signature.slug) if demands else ()
        view = max(views, key=lambda each: len(frames.intersection(each.frames)), default=None)
        if view is None or not frames.intersection(view.frames):
            return None
        parts = {part.text: part for part in view.parts}
        return Standing({demand: parts[demand.text] for demand in demands}, view.counts)

    def packets(self, signature: Signature, pattern: PacketPattern) -> Iterator[tuple[Packet, list[Demand]]]:
        """The packets of the event that match the pattern without the demands, each with those it does not meet."""
        own = ("packet", signature.slug, pattern.name)
        dropped = {each.at: each for each in self.found.demands if (each.kind, each.signature, each.pattern) == own}
        takes = next((demand.takes for demand in dropped.values()), None)
        for packet in self.trial.packets if dropped else ():
            if self._is_of_the_event(packet, signature, pattern) and self._may_be_taken(packet, signature, takes):
                failed = [at for at, holds in enumerate(self._truths(packet, pattern)) if not holds]
                if failed and dropped.keys() >= set(failed):
                    yield packet, [dropped[at] for at in failed]

    def _is_of_the_event(self, packet: Packet, signature: Signature, pattern: PacketPattern) -> bool:
        if packet.frame not in self.found.frames:
            return False
        return key_of(self._programs[signature.slug], packet, pattern.from_responder) in self._keys[signature.slug]

    def _may_be_taken(self, packet: Packet, signature: Signature, takes: str | None) -> bool:
        """Whether it is one of the packets of which alone a demand was taken away."""
        if takes is None:
            return True
        matched = {each.name for each in signature.patterns if all(self._truths(packet, each))}
        return takes in matched if takes else not matched

    def _truths(self, packet: Packet, pattern: PacketPattern) -> list[bool]:
        return [truth(each, packet, self.trial.intervals) is True for each in conjuncts(pattern.conditions)]
