"""A run that remembers what became of episodes: how each part of `having` stood when they ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import heappush, heapreplace
from itertools import count
from typing import Final

from matcher.demands import having_parts
from matcher.episodes import Episode, Key
from matcher.event import MatchOptions, MatchResult
from matcher.findings import values_of
from matcher.packet import Packet, Value
from matcher.parts import Part, judge_episode
from matcher.program import Program
from matcher.reference import Execution

__all__ = ["EpisodeView", "Wanted", "Watching", "watch"]

_MOST: Final = 64  # episodes of one signature that are kept


@dataclass(frozen=True, slots=True)
class EpisodeView:
    """An episode that has ended, and how its condition stood.

    Attributes:
        key: What its packets share: (expression, value).
        packets: How many packets.
        frames: Which ones.
        counts: Observations of each pattern and observed signature.
        first_ns: Time of its first packet, in nanoseconds since 1970-01-01 UTC.
        last_ns: Time of its last packet.
        parts: The parts of `having`; none where any episode is an event.
        is_event: Whether they all hold.
        pause_ns: How long after its end the next packet of its key came; None where none came.
    """

    key: tuple[tuple[str, Value], ...]
    packets: int
    frames: tuple[int, ...]
    counts: Mapping[str, int]
    first_ns: int
    last_ns: int
    parts: tuple[Part, ...]
    is_event: bool
    pause_ns: int | None = None

    @property
    def failed(self) -> tuple[Part, ...]:
        """The parts of `having` that do not hold."""
        return tuple(part for part in self.parts if part.truth is not True)

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the nearer to an event: parts that fail, then how few packets."""
        return len(self.failed), -self.packets


Wanted = Callable[[str, tuple[int, ...], bool], bool]  # of which signature, which frames, and whether it is an event


class Watching(Execution):
    """A run that keeps, of every signature, the episodes that are events or came nearest."""

    def __init__(self, program: Program, options: MatchOptions, wanted: Wanted | None = None) -> None:
        """`wanted` says which episodes are worth keeping; None for all. Frames need labels."""
        super().__init__(program, replace(options, labels=True))
        self.wanted = wanted
        self.result: MatchResult | None = None  # once it is finished
        self.events: dict[str, int] = {}
        self._kept: dict[str, list[tuple[tuple[int, int], int, EpisodeView]]] = {}  # a heap each, the worst first
        self._ends: dict[tuple[str, Key], int] = {}  # when the last episode of a key ended
        self._pauses: dict[tuple[str, Key, int], int] = {}  # by the end of the episode before
        self._serials = count()

    def on_end(self, number: int, episode: Episode, is_event: bool) -> None:
        """Take note of an episode that has ended."""
        signature = self.program.signatures[number]
        slug = signature.slug
        self.events[slug] = self.events.get(slug, 0) + is_event
        assert episode.start is not None
        assert episode.last is not None
        before = self._ends.get((slug, episode.key))
        if before is not None:
            self._pauses[slug, episode.key, before] = episode.start.time_ns - before
        self._ends[slug, episode.key] = episode.last.time_ns
        frames = tuple(self.tally.labels(episode.cells) or ())
        if self.wanted is None or self.wanted(slug, frames, is_event):
            self._keep(slug, self._view(number, episode, frames, is_event))

    def _view(self, number: int, episode: Episode, frames: tuple[int, ...], is_event: bool) -> EpisodeView:
        signature = self.program.signatures[number]
        assert episode.start is not None
        assert episode.last is not None
        values, home = values_of(episode), self.program.home
        return EpisodeView(
            key=tuple(zip((part.text for part in signature.key), episode.key, strict=True)),
            packets=episode.packets,
            frames=frames,
            counts=episode.counts(),
            first_ns=episode.start.time_ns,
            last_ns=episode.last.time_ns,
            parts=tuple(judge_episode(part, signature, values, home) for part in having_parts(signature.having)),
            is_event=is_event,
        )

    def _keep(self, slug: str, view: EpisodeView) -> None:
        kept = self._kept.setdefault(slug, [])
        failed, packets = view.rank
        entry = ((-failed, -packets), -next(self._serials), view)
        if len(kept) < _MOST:
            heappush(kept, entry)
        elif entry > kept[0]:
            heapreplace(kept, entry)

    def episodes(self, slug: str) -> tuple[EpisodeView, ...]:
        """The episodes of a signature that were kept: events first, then the nearest; of equals, those that ended
        first. To be asked after `finish`."""
        views = [view for _, _, view in sorted(self._kept.get(slug, ()), reverse=True)]
        pauses = self._pauses
        return tuple(
            replace(view, pause_ns=pauses.get((slug, tuple(value for _, value in view.key), view.last_ns)))
            for view in views
        )

    def leading(self, slug: str, frame: int) -> tuple[str, ...]:
        """The signatures whose event leads an event of this one that has a frame; none where it leads itself."""
        result = self.result
        labels = result.labels if result else None
        for event in result.displaced if result and labels else ():
            if event.signature == slug and labels and frame in labels[event.id]:
                return event.also
        return ()

    def explained(self) -> set[int]:
        """The frames of all events of signatures that are not internal."""
        labels = self.result.labels if self.result else None
        return {frame for frames in (labels or {}).values() for frame in frames}


def watch(program: Program, packets: Iterable[Packet], options: MatchOptions, wanted: Wanted | None = None) -> Watching:
    """Run a program over packets, and give the run after its end."""
    watching = Watching(program, options, wanted)
    for packet in packets:
        watching.read(packet)
    watching.result = watching.finish()
    return watching
