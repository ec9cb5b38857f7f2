"""Episodes: session windows over the observations of one signature."""

from __future__ import annotations

from bisect import insort
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from operator import itemgetter
from typing import Final

from matcher.aggregates import State, new_state
from matcher.evaluate import missing_payload
from matcher.moment import Moment
from matcher.packet import Packet, Unknown, Value
from matcher.program import AggregateSpec, SignatureProgram
from matcher.tally import Cell

__all__ = ["Episode", "EpisodeTable", "Key", "Observation", "OpenEpisodes", "blank_states", "key_of"]

Key = tuple[Value, ...]
Evidence = list[tuple[Moment, Packet]]

_LONG_BYTES: Final = 64  # beyond, a digest stands for the bytes


@dataclass(slots=True)
class Observation:
    """A packet that matches patterns of a signature, or an event of a signature that it observes.

    Attributes:
        moment: When it happened; an event happens with its last packet.
        start: When its first packet was.
        patterns: Bits of the patterns (or the observed name) that it is an observation of.
        packet: Whose fields it has.
        packets: How many packets it stands for.
        common: Bits of the signatures that all its packets match.
        evidence: Its earliest packets.
        reasons: Why it is not certain.
        doubted: Names of patterns whose absence it relies on and that the capture may not show.
        cells: Its packets in the tally.
        late: Whether it came too late to be put in order.
    """

    moment: Moment
    start: Moment
    patterns: int
    packet: Packet
    packets: int
    common: int
    evidence: Evidence
    reasons: frozenset[str]
    doubted: frozenset[str]
    cells: list[Cell]
    late: bool = False


def blank_states(signature: SignatureProgram) -> tuple[State, ...]:
    """Empty states of all aggregates of a signature."""
    return tuple(new_state(spec) for spec in signature.aggregates)


def key_of(signature: SignatureProgram, packet: Packet, swapped: bool) -> Key | None:
    """The key of a packet; None where a part does not apply or does not show."""
    parts: list[Value] = []
    for part in signature.key:
        value = (part.swapped if swapped else part.code).run(packet)
        if value is None or isinstance(value, Unknown):
            return None
        parts.append(value)
    return tuple(parts)


class Episode:
    """What is kept of one episode. Merging two neighbouring ones gives what one pass would have given."""

    __slots__ = (
        "blank", "cells", "common", "doubted", "evidence", "first", "key", "last", "packets", "reasons",
        "representative", "serial", "signature", "start", "states",
    )  # fmt: skip

    def __init__(self, signature: SignatureProgram, key: Key, blank: tuple[State, ...], serial: int = 0) -> None:
        self.signature = signature
        self.key = key
        self.serial = serial
        self.blank = blank  # empty states, shared by all episodes: one is made when it is first needed
        self.states = list(blank)
        self.first: Moment | None = None  # of its observations
        self.last: Moment | None = None
        self.start: Moment | None = None  # of its packets
        self.packets = 0
        self.common = -1
        self.evidence: Evidence = []
        self.representative: tuple[int, Moment, Packet] | None = None
        self.reasons: frozenset[str] = frozenset()
        self.doubted: frozenset[str] = frozenset()
        self.cells: dict[Cell, None] = {}  # its packets in the tally

    def add(self, observation: Observation, keep: int) -> None:
        """Take one observation, and keep that many packets as evidence."""
        moment, patterns = observation.moment, observation.patterns
        for at, spec in enumerate(self.signature.aggregates):
            if patterns & spec.scope:
                self._feed(at, spec, observation)
        self._cover(moment, moment, observation.start)
        self.packets += observation.packets
        self.common &= observation.common
        for entry in observation.evidence:
            self._keep(entry, keep)
        answers_only = int(not patterns & ~self.signature.responders)
        self._represent((answers_only, observation.start, observation.packet))
        self._doubt(observation.reasons, observation.doubted)
        for cell in observation.cells:
            self.cells[cell] = None

    def merge(self, later: Episode, keep: int) -> None:
        """Take over the episode that followed."""
        for at, theirs in enumerate(later.states):
            if self.states[at] is self.blank[at]:
                self.states[at] = theirs
            elif theirs is not later.blank[at]:
                self.states[at].merge(theirs)
        if later.first is not None and later.last is not None and later.start is not None:
            self._cover(later.first, later.last, later.start)
        self.packets += later.packets
        self.common &= later.common
        for entry in later.evidence:
            self._keep(entry, keep)
        if later.representative is not None:
            self._represent(later.representative)
        self._doubt(later.reasons, later.doubted)
        self.cells.update(later.cells)
        later.cells = {}

    def _feed(self, at: int, spec: AggregateSpec, observation: Observation) -> None:
        value: Value | None = observation.start.time_ns
        if spec.code is not None:
            value = _collected(spec.code.run(observation.packet), observation.packet)
            if value is None:
                return
        state = self.states[at]
        if state is self.blank[at]:
            state = self.states[at] = new_state(spec)
        state.add(observation.moment, value)

    def _cover(self, first: Moment, last: Moment, start: Moment) -> None:
        if self.first is None or first < self.first:
            self.first = first
        if self.last is None or last > self.last:
            self.last = last
        if self.start is None or start < self.start:
            self.start = start

    def _keep(self, entry: tuple[Moment, Packet], keep: int) -> None:
        """Keep the earliest packets; one that comes through two observed events is kept once."""
        evidence = self.evidence
        if len(evidence) >= keep and (not evidence or entry[0] >= evidence[-1][0]):
            return
        if not evidence or entry[0] > evidence[-1][0]:
            evidence.append(entry)
        elif all(kept[0] != entry[0] for kept in evidence):
            insort(evidence, entry, key=itemgetter(0))
        del evidence[keep:]

    def _represent(self, candidate: tuple[int, Moment, Packet]) -> None:
        if self.representative is None or candidate[:2] < self.representative[:2]:
            self.representative = candidate

    def _doubt(self, reasons: frozenset[str], doubted: frozenset[str]) -> None:
        if not reasons <= self.reasons:
            self.reasons |= reasons
        if not doubted <= self.doubted:
            self.doubted |= doubted

    def counts(self) -> dict[str, int]:
        """Observations of each name."""
        names = self.signature.names
        return {name: state.value() for name, state in zip(names, self.states, strict=False)}


def _collected(value: Value | None, packet: Packet) -> Value | None:
    """A value as a set keeps it; None when it does not apply or is not wholly shown."""
    if isinstance(value, Unknown):
        return None
    if isinstance(value, bytes):
        if missing_payload(packet, value) != 0:
            return None
        return value if len(value) <= _LONG_BYTES else blake2b(value, digest_size=16).digest()
    return value


class OpenEpisodes:
    """How many episodes are open, in all tables of a run."""

    __slots__ = ("number",)

    def __init__(self) -> None:
        self.number = 0


class EpisodeTable:
    """The open episodes of one signature."""

    __slots__ = ("_blank", "_keys", "_open_episodes", "_recent", "_serials", "keep", "latest", "signature")

    def __init__(
        self, signature: SignatureProgram, keep: int, serials: Iterator[int], open_episodes: OpenEpisodes
    ) -> None:
        self.signature = signature
        self.keep = keep
        self.latest: Moment | None = None  # of the observations taken in order
        self._blank = blank_states(signature)
        self._keys: dict[Key, list[Episode]] = {}
        self._recent: OrderedDict[int, Episode] = OrderedDict()  # by serial, the least recently active first
        self._serials = serials
        self._open_episodes = open_episodes

    def observe(self, key: Key, observation: Observation) -> Episode:
        """Put an observation into the episode that it belongs to, or into a new one."""
        if observation.late or (self.latest is not None and observation.moment < self.latest):
            return self._observe_late(key, observation)
        self.latest = observation.moment
        open_episodes = self._keys.get(key)
        if open_episodes:
            episode = open_episodes[-1]
            assert episode.last is not None
            if observation.moment.time_ns - episode.last.time_ns <= self.signature.gap_ns:
                episode.add(observation, self.keep)
                self._recent.move_to_end(episode.serial)
                return episode
        return self._open(key, observation)

    def _open(self, key: Key, observation: Observation) -> Episode:
        episode = Episode(self.signature, key, self._blank, next(self._serials))
        episode.add(observation, self.keep)
        self._keys.setdefault(key, []).append(episode)
        self._recent[episode.serial] = episode
        self._open_episodes.number += 1
        return episode

    def _observe_late(self, key: Key, observation: Observation) -> Episode:
        """Join the episode within whose gap it lies (and the two between which it lies), or make one."""
        observation.reasons |= {"order is not certain: packets came later than could be put in order"}
        near = [episode for episode in self._keys.get(key, ()) if self._is_near(episode, observation.moment)]
        episode = self._open(key, observation)
        parts = sorted([episode, *near], key=lambda part: part.first or observation.moment)
        whole = parts[0]
        for part in parts[1:]:
            whole.merge(part, self.keep)
            self._remove(part)
        self._keys[key].sort(key=lambda part: part.first or observation.moment)
        return whole

    def _is_near(self, episode: Episode, moment: Moment) -> bool:
        assert episode.first is not None
        assert episode.last is not None
        gap = self.signature.gap_ns
        return episode.first.time_ns - gap <= moment.time_ns <= episode.last.time_ns + gap

    def _remove(self, episode: Episode) -> None:
        del self._recent[episode.serial]
        self._open_episodes.number -= 1
        left = [other for other in self._keys[episode.key] if other is not episode]
        if left:
            self._keys[episode.key] = left
        else:
            del self._keys[episode.key]

    def oldest_activity(self) -> Moment | None:
        """When the least recently active episode was last active."""
        return next(iter(self._recent.values())).last if self._recent else None

    def expire(self, time_ns: int) -> Iterable[Episode]:
        """Take out the episodes that nothing at `time_ns` or later can join, in the order in which they ended."""
        ended: list[Episode] = []
        for episode in self._recent.values():
            assert episode.last is not None
            if episode.last.time_ns + self.signature.gap_ns >= time_ns:
                break
            ended.append(episode)
        return self._take(ended)

    def evict(self, most: int) -> Iterable[Episode]:
        """Take out the least recently active episodes."""
        return self._take([episode for episode, _ in zip(self._recent.values(), range(most), strict=False)])

    def close(self) -> Iterable[Episode]:
        """Take out all that is left."""
        return self._take(list(self._recent.values()))

    def _take(self, episodes: list[Episode]) -> list[Episode]:
        for episode in episodes:
            self._remove(episode)
        episodes.sort(key=lambda episode: (episode.last or Moment(0, 0), episode.serial))
        return episodes


