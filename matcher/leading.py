"""Which event leads where several explain the same packets, and which are listed as "also consistent with"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from matcher.event import Event
from matcher.packet import Value
from matcher.program import Program

__all__ = ["Candidate", "lead"]


@dataclass(slots=True, eq=False)
class Candidate:
    """An event, the number of its signature, and the signatures that match all its packets."""

    event: Event
    number: int
    common: int
    also: set[str] = field(default_factory=set)
    explained_by: list[Candidate] = field(default_factory=list)


def lead(program: Program, candidates: Sequence[Candidate]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events to report and those that more specific ones explain, each in order: most bits first.

    An event is displaced when more specific events of one other signature match all its packets, hold as many, and
    are not displaced themselves. Nothing inconclusive displaces something conclusive.
    """
    ranked = sorted(candidates, key=_rank)
    index = _Index(program, ranked)
    for candidate in ranked:
        for other in index.matching_all_of(candidate):
            _relate(candidate, other)
    displaced: set[int] = set()
    for candidate in ranked:
        if _is_explained(candidate, displaced):
            displaced.add(id(candidate))
    finished = [(replace(each.event, also=tuple(sorted(each.also))), id(each) in displaced) for each in ranked]
    return (
        tuple(event for event, is_displaced in finished if not is_displaced),
        tuple(event for event, is_displaced in finished if is_displaced),
    )


def _rank(candidate: Candidate) -> tuple[int, int, str, tuple[str, ...], str]:
    event = candidate.event
    key = tuple(str(value) for _, value in event.key)
    return -event.bits, event.first_seen_ns, event.signature, key, event.id


def _relate(candidate: Candidate, other: Candidate) -> None:
    """All packets of the candidate match the other's signature as well."""
    if other.event.bits > candidate.event.bits:
        candidate.explained_by.append(other)
        other.also.add(candidate.event.signature)
    else:
        candidate.also.add(other.event.signature)


def _is_explained(candidate: Candidate, displaced: set[int]) -> bool:
    held: dict[int, int] = defaultdict(int)
    for leader in candidate.explained_by:
        if id(leader) not in displaced and (leader.event.conclusive or not candidate.event.conclusive):
            held[leader.number] += leader.event.packets
    return any(packets >= candidate.event.packets for packets in held.values())


class _Index:
    """Finds events of a signature that overlap an event in time and agree with it in what both have in their keys."""

    def __init__(self, program: Program, candidates: Sequence[Candidate]) -> None:
        self.program = program
        self.by_signature: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in sorted(candidates, key=lambda each: (each.event.first_seen_ns, _rank(each))):
            self.by_signature[candidate.number].append(candidate)
        self.related = _related(program)
        self._timelines: dict[tuple[int, tuple[str, ...]], dict[tuple[Value, ...], _Timeline]] = {}

    def matching_all_of(self, candidate: Candidate) -> Iterator[Candidate]:
        """Events of other signatures that match all packets of an event."""
        for number in self.by_signature:
            if candidate.common >> number & 1 and not self.related[candidate.number] >> number & 1:
                yield from self._overlapping(candidate, number)

    def _overlapping(self, candidate: Candidate, number: int) -> Iterator[Candidate]:
        signature = self.program.signatures[number]
        theirs = {part.text for part in signature.key}
        shared = tuple(name for name, _ in candidate.event.key if name in theirs)
        if not shared:
            return  # nothing says that the two are about the same hosts
        timelines = self._timelines.get((number, shared))
        if timelines is None:
            timelines = self._timelines[number, shared] = _timelines(self.by_signature[number], shared)
        timeline = timelines.get(_projection(candidate.event, shared))
        if timeline is not None:
            yield from timeline.overlapping(candidate.event)


class _Timeline:
    """Events in the order of their beginnings."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.candidates = candidates
        self.starts = [candidate.event.first_seen_ns for candidate in candidates]
        self.ends = list(accumulate((candidate.event.last_seen_ns for candidate in candidates), max))

    def overlapping(self, event: Event) -> Iterator[Candidate]:
        at = bisect_right(self.starts, event.last_seen_ns) - 1
        while at >= 0 and self.ends[at] >= event.first_seen_ns:
            if self.candidates[at].event.last_seen_ns >= event.first_seen_ns:
                yield self.candidates[at]
            at -= 1


def _timelines(candidates: list[Candidate], shared: tuple[str, ...]) -> dict[tuple[Value, ...], _Timeline]:
    groups: dict[tuple[Value, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[_projection(candidate.event, shared)].append(candidate)
    return {key: _Timeline(group) for key, group in groups.items()}


def _projection(event: Event, shared: tuple[str, ...]) -> tuple[Value, ...]:
    key = dict(event.key)
    return tuple(key[name] for name in shared)


def _related(program: Program) -> list[int]:
    """For each signature, the bits of itself and of those that it observes or that observe it, directly or not."""
    related = [signature.seen_by for signature in program.signatures]
    for number, signature in enumerate(program.signatures):
        for other in range(len(program.signatures)):
            if signature.seen_by >> other & 1:
                related[other] |= 1 << number
    return related
