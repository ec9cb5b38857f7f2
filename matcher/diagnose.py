"""Near misses: which condition of a pattern failed on which packet, which part of `having` on which episode, and what
of all this decides.

Computed by the very functions that define a match (`matcher.parts`), and by runs of the reference executor, so that the
explanation cannot disagree with the matcher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from matcher.compile import compile_signatures
from matcher.decisive import Trial, decisive
from matcher.event import MatchOptions
from matcher.intervals import networks_intervals
from matcher.obstacles import Obstacle, obstacles
from matcher.packet import Packet
from matcher.parts import Part, conjuncts, count_failed, judge_packet
from matcher.watching import EpisodeView, Watching, watch
from sigdsl.intervals import Intervals
from sigdsl.model import Network, PacketPattern, Signature

__all__ = ["Diagnosis", "PacketView", "PatternDiagnosis", "diagnose", "diagnose_pattern", "judge_pattern", "needed_by"]

_EPISODES: Final = 5
_MOST_NEAR: Final = 1_000  # packets on which demands are tried
_FARTHEST: Final = 8  # failed conditions, beyond which all packets are equally far
_MOST_WAYS: Final = 3


@dataclass(frozen=True, slots=True)
class PacketView:
    """A packet and what each condition of a pattern says of it."""

    packet: Packet
    parts: tuple[Part, ...]

    @property
    def matches(self) -> bool:
        """Whether all conditions hold."""
        return all(part.truth is True for part in self.parts)

    @property
    def failed(self) -> tuple[Part, ...]:
        """The conditions that keep it from matching: false, or not shown."""
        return tuple(part for part in self.parts if part.truth is not True)


@dataclass(frozen=True, slots=True)
class PatternDiagnosis:
    """How many packets match a pattern, and the packet that came nearest without matching (the earliest of them)."""

    name: str
    matched: int
    nearest: PacketView | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a signature has no event, or not the one that was expected.

    Attributes:
        signature: Slug.
        events: How many events it has.
        patterns: Each packet pattern.
        episodes: The episodes that came nearest without being events, nearest first.
        observed: The same for the signatures that it observes.
        ways: The smallest sets of what stands in the way, each enough by itself: those of the largest event first.
            None where there are events, or nothing could make one of these packets.
    """

    signature: str
    events: int
    patterns: tuple[PatternDiagnosis, ...]
    episodes: tuple[EpisodeView, ...]
    observed: tuple[Diagnosis, ...]
    ways: tuple[tuple[Obstacle, ...], ...] = ()


def diagnose(
    signature: Signature,
    packets: Iterable[Packet],
    known: Sequence[Signature] = (),
    home: Sequence[Network] | None = None,
    options: MatchOptions | None = None,
    frame: int | None = None,
) -> Diagnosis:
    """Say what keeps a signature from matching.

    Args:
        signature: Resolved and checked.
        packets: Those that it was expected to match; they are kept in memory.
        known: Where the signatures are that it observes.
        home: The user's own networks.
        options: As for `run`.
        frame: The packet that the event was expected to have; None for any event.

    Raises:
        ProgramError: the signature cannot be compiled.
    """
    held = list(packets)
    needed = needed_by(signature, known)
    intervals = networks_intervals(home) if home is not None else None
    trial = Trial(
        signature.slug, needed, _near(needed.values(), held, intervals, frame), home, intervals,
        options or MatchOptions(), frame,
    )  # fmt: skip
    watching = watch(compile_signatures(needed.values(), home), held, trial.options)
    ways = () if _has_event(watching, signature.slug, frame) else _ways(trial)
    return _diagnosis(signature, needed, held, watching, intervals, ways)


def needed_by(signature: Signature, known: Iterable[Signature]) -> dict[str, Signature]:
    """The signature and all that it observes, directly or not, by slug."""
    there = {each.slug: each for each in known}
    needed = {signature.slug: signature}
    queue = [signature]
    while queue:
        for watched in queue.pop().observes:
            child = there.get(watched.signature)
            if child is not None and child.slug not in needed:
                needed[child.slug] = child
                queue.append(child)
    return needed


def _has_event(watching: Watching, slug: str, frame: int | None) -> bool:
    if frame is None:
        return watching.events.get(slug, 0) > 0
    return any(view.is_event and frame in view.frames for view in watching.episodes(slug))


def _ways(trial: Trial) -> tuple[tuple[Obstacle, ...], ...]:
    """What stands in the way of the largest event; of smaller ones only where one packet is as good as another.

    Of these, what has the fewest causes.
    """
    found = decisive(trial)
    largest = len(found[0].frames) if found else 0
    ways = [obstacles(trial, each) for each in found[:_MOST_WAYS] if len(each.frames) == largest]
    fewest = min(map(len, ways), default=0)
    different: dict[frozenset[tuple[str, str, str]], tuple[Obstacle, ...]] = {}
    for way in ways:
        if len(way) == fewest:
            different.setdefault(frozenset((each.signature, each.kind, each.text) for each in way), way)
    return tuple(different.values())


def _near(
    signatures: Iterable[Signature], packets: Sequence[Packet], home: Intervals | None, frame: int | None
) -> Sequence[Packet]:
    """The packets that match a pattern or come nearest to that, and the one that is asked about."""
    if len(packets) <= _MOST_NEAR:
        return packets
    patterns = [conjuncts(pattern.conditions) for signature in signatures for pattern in signature.patterns]

    def distance(packet: Packet) -> int:
        if packet.frame == frame:
            return -1
        return min((sum(count_failed(each, packet, home, _FARTHEST)) for each in patterns), default=0)

    nearest = sorted((distance(packet), at) for at, packet in enumerate(packets))[:_MOST_NEAR]
    return [packets[at] for at in sorted(at for _, at in nearest)]


def _diagnosis(
    signature: Signature,
    needed: Mapping[str, Signature],
    packets: Sequence[Packet],
    watching: Watching,
    home: Intervals | None,
    ways: tuple[tuple[Obstacle, ...], ...] = (),
) -> Diagnosis:
    children = [needed[watched.signature] for watched in signature.observes if watched.signature in needed]
    misses = [view for view in watching.episodes(signature.slug) if not view.is_event]
    return Diagnosis(
        signature=signature.slug,
        events=watching.events.get(signature.slug, 0),
        patterns=tuple(diagnose_pattern(pattern, packets, home) for pattern in signature.patterns),
        episodes=tuple(misses[:_EPISODES]),
        observed=tuple(_diagnosis(child, needed, packets, watching, home) for child in children),
        ways=ways,
    )


# --- packets ------------------------------------------------------------------------------------------------------


def diagnose_pattern(
    pattern: PacketPattern, packets: Sequence[Packet], home: Intervals | None = None
) -> PatternDiagnosis:
    """How many of `packets` match a pattern by itself, and which comes nearest of those that do not."""
    conditions = conjuncts(pattern.conditions)
    matched = 0
    nearest: Packet | None = None
    least = (len(conditions) + 1, 0)
    for packet in packets:
        failed = count_failed(conditions, packet, home, least[0])
        if failed == (0, 0):
            matched += 1
        elif failed < least:
            nearest, least = packet, failed
    return PatternDiagnosis(pattern.name, matched, judge_pattern(pattern, nearest, home) if nearest else None)


def judge_pattern(pattern: PacketPattern, packet: Packet, home: Intervals | None = None) -> PacketView:
    """What each condition of a pattern says of a packet."""
    return PacketView(packet, tuple(judge_packet(each, packet, home) for each in conjuncts(pattern.conditions)))
