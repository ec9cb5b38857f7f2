"""Why is this packet, or this capture, what it is said to be, and why is it nothing else?

Answers for `tracelore explain`, as data. All of it is what the reference executor did with the packets.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from matcher import MatchOptions, compile_signatures
from matcher.diagnose import Diagnosis, PacketView, diagnose, judge_pattern, needed_by
from matcher.intervals import networks_intervals
from matcher.packet import Packet
from matcher.watching import EpisodeView, Watching, watch
from sigdsl.model import Network, Signature
from tracelore.explaining.explanation import different
from tracelore.explaining.nearest import nearest_signatures

__all__ = [
    "MOST_PACKETS", "Bench", "CaptureAnswer", "FrameAnswer", "NoSuchFrame", "Standing", "around", "explain_capture",
    "explain_frame",
]  # fmt: skip

MOST_PACKETS: Final = 50_000  # that are kept, and looked at
_MOST_MISSED: Final = 4
_MOST_DIAGNOSED: Final = 2  # of those that match and are no event
_MOST_EVENTS: Final = 3
_FEW: Final = 2  # conditions that an event may lack and be called near


class NoSuchFrame(ValueError):
    """The capture ends before the frame that is asked for. `packets` is how many it has."""

    def __init__(self, frame: int, packets: int) -> None:
        only = "1 packet" if packets == 1 else f"{packets:,} packets"
        super().__init__(f"there is no frame {frame:,}: the capture has {only}")
        self.packets = packets


@dataclass(frozen=True, slots=True)
class Bench:
    """With what packets are compared.

    Attributes:
        signatures: All of them.
        home: The user's own networks; None when none are given.
        options: As for `run`.
        slug: The one signature that is asked about; None for all.
    """

    signatures: Sequence[Signature]
    home: Sequence[Network] | None = None
    options: MatchOptions = MatchOptions()  # noqa: RUF009 - frozen
    slug: str | None = None

    @property
    def tried(self) -> tuple[Signature, ...]:
        """The signatures that are run: all, or the one with what it observes."""
        if self.slug is None:
            return tuple(self.signatures)
        own = next(each for each in self.signatures if each.slug == self.slug)
        return tuple(needed_by(own, self.signatures).values())

    def run(self, packets: Iterable[Packet], frame: int | None = None) -> Watching:
        """Run them, and remember the episodes of which `frame` is a packet (None: all)."""
        program = compile_signatures(self.tried, self.home)
        wanted = None if frame is None else lambda slug, frames, is_event: frame in frames
        return watch(program, packets, self.options, wanted)

    def still_missing(self, standing: Standing) -> tuple[bool, bool, int, int, str]:
        """What was asked about first, then what is no part of others, and of that what came nearest to an event."""
        slug = standing.signature.slug
        failed, packets = standing.episodes[0].rank if standing.episodes else (99, 0)
        return slug != self.slug, standing.signature.internal, failed, packets, slug

    def diagnose(self, signature: Signature, packets: Sequence[Packet], frame: int | None = None) -> Diagnosis:
        """What keeps a signature from an event of these packets."""
        return diagnose(signature, packets, self.signatures, self.home, self.options, frame)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a packet stands with a signature.

    Attributes:
        signature: Which one.
        patterns: The packet beside each pattern that is shown, by its name: those that it matches, else the nearest.
        episodes: The episodes that it is a packet of: events first.
        leading: Slugs of the signatures that explain the same event better.
        diagnosis: What keeps it from being a packet of an event; None where it is one, or was not looked for.
    """

    signature: Signature
    patterns: tuple[tuple[str, PacketView], ...]
    episodes: tuple[EpisodeView, ...] = ()
    leading: tuple[str, ...] = ()
    diagnosis: Diagnosis | None = None

    @property
    def matches(self) -> bool:
        """Whether the packet matches a pattern of the signature."""
        return any(view.matches for _, view in self.patterns)

    @property
    def is_event(self) -> bool:
        """Whether it is a packet of an event."""
        return any(episode.is_event for episode in self.episodes)


@dataclass(frozen=True, slots=True)
class FrameAnswer:
    """A packet and how it stands with signatures: in events, in episodes that are none, and near to patterns."""

    packet: Packet
    events: tuple[Standing, ...]
    matched: tuple[Standing, ...]
    missed: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class CaptureAnswer:
    """A capture, its events, and what nearly was one.

    Attributes:
        packets: How many were looked at.
        events: How many events each signature has, by its slug; internal ones left out unless they are asked about.
        shown: Of the signature that is asked about: its first events.
        near: The signatures that come nearest, with what keeps them from an event.
    """

    packets: int
    events: dict[str, int]
    shown: tuple[EpisodeView, ...]
    near: tuple[tuple[Signature, Diagnosis], ...]


def around(packets: Iterable[Packet], frame: int | None) -> tuple[list[Packet], bool]:
    """The packets that are looked at: the first ones, or those around a frame; and whether others were left out.

    Raises:
        NoSuchFrame: The capture ends before it.
    """
    if frame is None:
        source = iter(packets)
        held = list(islice(source, MOST_PACKETS))
        return held, next(source, None) is not None
    before: deque[Packet] = deque(maxlen=MOST_PACKETS // 2)
    source, count = iter(packets), 0
    for packet in source:
        count += 1
        before.append(packet)
        if packet.frame == frame:
            break
    else:
        raise NoSuchFrame(frame, count)
    held = [*before, *islice(source, MOST_PACKETS // 2)]
    return held, count > len(before) or next(source, None) is not None


# --- a packet --------------------------------------------------------------------------------------------------------


def explain_frame(bench: Bench, packets: Sequence[Packet], frame: int) -> FrameAnswer:
    """How one packet stands with the signatures.

    Raises:
        NoSuchFrame: It is not among the packets.
    """
    packet = next((each for each in packets if each.frame == frame), None)
    if packet is None:
        raise NoSuchFrame(frame, len(packets))
    watching = bench.run(packets, frame)
    found = [_standing(bench, signature, packet, watching) for signature in bench.tried]
    touched = [each for each in found if each.matches or each.episodes]
    events = [each for each in touched if each.is_event]
    matched = sorted((each for each in touched if not each.is_event), key=bench.still_missing)
    diagnosed = [_diagnosed(bench, each, packets, frame) for each in matched[:_MOST_DIAGNOSED]]
    return FrameAnswer(
        packet=packet,
        events=tuple(sorted(events, key=lambda each: (bool(each.leading), -_bits(watching, each.signature.slug)))),
        matched=(*diagnosed, *matched[_MOST_DIAGNOSED:]),
        missed=_missed(bench, packets, packet, {each.signature.slug for each in touched}),
    )


def _standing(bench: Bench, signature: Signature, packet: Packet, watching: Watching) -> Standing:
    views = [(each.name, judge_pattern(each, packet, _intervals(bench))) for each in signature.patterns]
    return Standing(
        signature=signature,
        patterns=tuple((name, view) for name, view in views if view.matches),
        episodes=watching.episodes(signature.slug),
        leading=watching.leading(signature.slug, packet.frame),
    )


def _intervals(bench: Bench) -> tuple[tuple[int, int], ...] | None:
    return networks_intervals(bench.home) if bench.home is not None else None


def _bits(watching: Watching, slug: str) -> int:
    return next(each.bits for each in watching.program.signatures if each.slug == slug)


def _diagnosed(bench: Bench, standing: Standing, packets: Sequence[Packet], frame: int) -> Standing:
    diagnosis = bench.diagnose(standing.signature, packets, frame)
    return Standing(standing.signature, standing.patterns, standing.episodes, standing.leading, diagnosis)


def _missed(
    bench: Bench, packets: Sequence[Packet], packet: Packet, touched: set[str]
) -> tuple[Standing, ...]:  # fmt: skip
    """The signatures of which the packet nearly matches a pattern: each with that pattern, or the one asked about."""
    if bench.slug is None:
        near = [each for each in nearest_signatures(bench.signatures, [packet]) if each.slug not in touched]
        return tuple(_nearest_pattern(bench, each, packet) for each in near[:_MOST_MISSED])
    if bench.slug in touched:
        return ()
    own, *observed = bench.tried
    asked = _nearest_pattern(bench, own, packet) if own.patterns else Standing(own, ())
    others = [] if touched else [_nearest_pattern(bench, each, packet) for each in observed if each.patterns]
    return (_diagnosed(bench, asked, packets, packet.frame), *others)


def _nearest_pattern(bench: Bench, signature: Signature, packet: Packet) -> Standing:
    views = [(each.name, judge_pattern(each, packet, _intervals(bench))) for each in signature.patterns]
    return Standing(signature, (min(views, key=lambda each: _distance(each[1])),))


def _distance(view: PacketView) -> tuple[int, int]:
    false = sum(part.truth is False for part in view.parts)
    return false, len(view.failed) - false


# --- a capture -------------------------------------------------------------------------------------------------------


def explain_capture(bench: Bench, packets: Sequence[Packet]) -> CaptureAnswer:
    """What is near in a capture: the events that nearly were."""
    watching = bench.run(packets)
    reported = {each.slug for each in bench.tried if not each.internal} if bench.slug is None else {bench.slug}
    shown = watching.episodes(bench.slug) if bench.slug else ()
    if bench.slug is None:
        near = _near_unexplained(bench, packets, watching)
    else:
        near = [(bench.tried[0], bench.diagnose(bench.tried[0], packets))]
    return CaptureAnswer(
        packets=len(packets),
        events={slug: count for slug, count in sorted(watching.events.items()) if count and slug in reported},
        shown=tuple(view for view in shown if view.is_event)[:_MOST_EVENTS],
        near=tuple(near),
    )


def _near_unexplained(
    bench: Bench, packets: Sequence[Packet], watching: Watching
) -> list[tuple[Signature, Diagnosis]]:  # fmt: skip
    """The signatures that come nearest to packets that are in no event: those that lack little first."""
    explained = watching.explained()
    rest = different([packet for packet in packets if packet.frame not in explained])
    near = nearest_signatures(bench.signatures, rest) if rest else []
    tried = [each for each in near if not watching.events.get(each.slug)][:_MOST_MISSED]
    found = [(each, bench.diagnose(each, packets)) for each in tried]
    lacking = [(len(diagnosis.ways[0]), each, diagnosis) for each, diagnosis in found if diagnosis.ways]
    return [(each, diagnosis) for lacks, each, diagnosis in sorted(lacking, key=lambda one: one[0]) if lacks <= _FEW]
