"""The reference executor: a program over packets, in plain Python. It is the specification of all others."""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from heapq import heapify, heappop, heappush, heapreplace
from itertools import count
from typing import Final

from matcher.claims import ListedClaims
from matcher.classify import Classifier
from matcher.episodes import Episode, EpisodeTable, Key, Observation, OpenEpisodes, key_of
from matcher.event import Event, MatchOptions, MatchResult
from matcher.findings import Finding, conclude, to_event
from matcher.having import Condition, prepare
from matcher.leading import lead
from matcher.moment import Moment
from matcher.packet import Packet
from matcher.program import Program, SignatureProgram
from matcher.tally import Cell, Tally
from matcher.vantage import Vantage

__all__ = ["Execution", "run"]

_SWEEP: Final = 256  # packets between two searches for episodes that have ended
_HELD: Final = 65_536  # observations of one signature that wait for the signatures that it observes
_ROUTES: Final = 65_536  # combinations of patterns that are remembered
_FOREVER: Final = 1 << 100
_UNTIMED = frozenset({"packets without a time took that of the packet before them"})
_EVICTED = frozenset({"evicted: too many episodes were open at a time; what followed is not in it"})
_NONE: frozenset[str] = frozenset()

Place = tuple[Moment, bool, int, Moment, bool, int]  # see `_place_of_event`
Pending = tuple[Place, int, Key, Observation, "_Ticket | None"]
Route = tuple[int, int, int]  # signature, bits of its patterns, bits of its patterns marked `from responder`


def run(program: Program, packets: Iterable[Packet], options: MatchOptions | None = None) -> MatchResult:
    """Match packets against a program.

    Args:
        program: From `compile_signatures`.
        packets: In any order; what is out of order in time by more than the look-ahead makes events inconclusive.
        options: How to run; None for the defaults.
    """
    running = Execution(program, options or MatchOptions())
    with _rare_collections():
        for packet in packets:
            running.read(packet)
        return running.finish()


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Let the garbage collector run seldom: episodes hold no cycles, and it would walk all of them again and again."""
    thresholds = gc.get_threshold()
    gc.set_threshold(200_000 if thresholds[0] else 0, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


class Execution:
    """One run: packets are put in the order of time, handed to the episodes, and what ends becomes a finding."""

    def __init__(self, program: Program, options: MatchOptions) -> None:
        self.program = program
        self.options = options
        self.classifier = Classifier(program)
        self.vantage = Vantage(options.vantage)
        self.tally = Tally(options.labels)
        self.doubtful = [self.vantage.doubtful(signature) for signature in program.signatures]
        self.conditions = [_condition(program, signature) for signature in program.signatures]
        serials = count()
        self.open = OpenEpisodes()
        self.tables = [
            EpisodeTable(signature, options.evidence, serials, self.open) for signature in program.signatures
        ]
        self.parents = _parents(program)
        self.pending: list[list[Pending]] = [[] for _ in program.signatures]
        self.ready_until = [-_FOREVER] * len(program.signatures)  # no later observation of theirs is earlier
        self.waiting: list[tuple[Moment, Packet, int, bool]] = []
        self.routes: dict[int, tuple[tuple[Route, ...], int]] = {}
        self.findings: list[Finding] = []
        self.labels: list[array[int] | None] = []  # of the findings
        self.numbers = count()
        self.passed = Moment(-_FOREVER, 0)
        self.time_ns = 0
        self.packets = self.untimed = self.late = self.evicted = self.delivered = 0

    # --- packets in ------------------------------------------------------------------------------------------------

    def read(self, packet: Packet) -> None:
        """Take one packet."""
        self.packets += 1
        untimed = packet.time_ns is None
        if packet.time_ns is None:
            self.untimed += 1
        else:
            self.time_ns = packet.time_ns
        self.vantage.see(packet)
        matched = self.classifier.matches(packet)
        if matched:
            moment = Moment(self.time_ns, self.packets if packet.capture else packet.frame, self.packets)
            heappush(self.waiting, (moment, packet, matched, untimed))
            if len(self.waiting) > self.options.look_ahead:
                self._deliver(*heappop(self.waiting))

    def finish(self) -> MatchResult:
        """Close everything and say what was found."""
        while self.waiting:
            self._deliver(*heappop(self.waiting))
        for number in self.program.order:
            self._advance(number, _FOREVER)
            self._end(number, self.tables[number].close())
        found = [to_event(finding, self.vantage, self.options.capture) for finding in self.findings]
        leading = lead(self.program, _claims(self.findings, found))
        return MatchResult(
            events=tuple(replace(found[at], also=leading.also[at]) for at in leading.reported()),
            displaced=tuple(replace(found[at], also=leading.also[at]) for at in leading.explained()),
            packets=self.packets,
            matched=self.tally.explained,
            vantage=self.vantage.judged,
            evicted=self.evicted,
            untimed=self.untimed,
            late=self.late,
            labels=_labels([event.id for event in found], self.labels) if self.options.labels else None,
        )

    def _deliver(self, moment: Moment, packet: Packet, matched: int, untimed: bool) -> None:
        """Hand a packet, now in its place in time, to the signatures whose patterns it matches."""
        late = moment < self.passed
        self.late += late
        self.passed = max(self.passed, moment)
        routes, common = self._route(matched)
        joined: list[Episode] = []
        held: list[tuple[int, Key, Observation]] = []
        for number, patterns, answers in routes:
            for key, bits in self._keys(number, packet, patterns, answers):
                reasons = _UNTIMED if untimed else _NONE
                seen = Observation(
                    moment, moment, bits, packet, 1, common, [(moment, packet)], reasons, _NONE, [], late
                )  # fmt: skip
                if self.program.signatures[number].observes:
                    held.append((number, key, seen))
                else:
                    joined.append(self.tables[number].observe(key, seen))
        if held:
            self._hold(held, joined)
        elif joined:
            self._count(joined, (packet.frame,))
        self.delivered += 1
        if self.delivered % _SWEEP == 0:
            self._sweep()
        self._shrink()

    def _route(self, matched: int) -> tuple[tuple[Route, ...], int]:
        """Which signatures a set of matching patterns concerns, and the bits of all signatures they speak for."""
        route = self.routes.get(matched)
        if route is None:
            route = _work_out_route(self.program, matched)
            if len(self.routes) < _ROUTES:
                self.routes[matched] = route
        return route

    def _keys(self, number: int, packet: Packet, patterns: int, answers: int) -> Iterable[tuple[Key, int]]:
        """Under which keys the packet is an observation, and of which patterns."""
        signature = self.program.signatures[number]
        keys: dict[Key, int] = {}
        for bits, is_answer in ((patterns & ~answers, False), (answers, True)):
            key = key_of(signature, packet, is_answer) if bits else None
            if key is not None:
                keys[key] = keys.get(key, 0) | bits
        return keys.items()

    # --- which packets are explained ---------------------------------------------------------------------------------

    def _count(self, owners: list[Episode], frames: Iterable[int] | None) -> None:
        """Packets that are in the very same episodes are one number."""
        cell, is_new = self.tally.shared(tuple(sorted({episode.serial for episode in owners})), frames)
        if is_new:
            for episode in owners:
                episode.cells[cell] = None

    def _hold(self, held: list[tuple[int, Key, Observation]], joined: list[Episode]) -> None:
        """Keep observations of signatures that observe others until those have caught up."""
        frame = held[0][2].packet.frame
        ticket = _Ticket(self.tally.private(len(held) + len(joined), (frame,)), joined, len(held))
        for episode in joined:
            episode.cells[ticket.cell] = None
        for number, key, observation in held:
            observation.cells = [ticket.cell]
            self._push(number, _place_of_packet(observation.moment), key, observation, ticket)

    def _push(
        self, number: int, place: Place, key: Key, observation: Observation, ticket: _Ticket | None
    ) -> None:  # fmt: skip
        pending = self.pending[number]
        heappush(pending, (place, next(self.numbers), key, observation, ticket))
        if len(pending) > _HELD:
            self._take(number)

    def _take(self, number: int) -> None:
        """Hand the earliest observation that is held back to its episode."""
        _, _, key, observation, ticket = heappop(self.pending[number])
        episode = self.tables[number].observe(key, observation)
        if ticket is not None:
            if ticket.is_settled_by(episode):
                self._count(ticket.owners, ticket.cell.frames)
            return
        for cell in observation.cells:
            if cell.owners == 1:  # nobody else has these packets: they are one number with others of its own
                del episode.cells[cell]
                own, is_new = self.tally.shared((episode.serial,), cell.frames, cell.count)
                if is_new:
                    episode.cells[own] = None

    # --- episodes out ----------------------------------------------------------------------------------------------

    def _sweep(self) -> None:
        """Find what has ended by now."""
        for number in self.program.order:
            self._advance(number, self.passed.time_ns)

    def _advance(self, number: int, time_ns: int) -> None:
        """Let a signature take what it observes and end what can get no more, up to a time."""
        signature = self.program.signatures[number]
        for child, _ in signature.observes:
            time_ns = min(time_ns, self.ready_until[child])
        pending = self.pending[number]
        while pending and pending[0][3].moment.time_ns < time_ns:
            self._take(number)
        self._end(number, self.tables[number].expire(time_ns))
        self.ready_until[number] = time_ns - signature.gap_ns if time_ns < _FOREVER else _FOREVER

    def _shrink(self) -> None:
        """Evict the least recently active episodes when there are too many."""
        if self.open.number <= self.options.episodes:
            return
        self._sweep()
        if self.open.number <= self.options.episodes:
            return
        enough = self.options.episodes - self.options.episodes // 64  # so that it does not happen at every packet
        activity = [(table.oldest_activity(), number) for number, table in enumerate(self.tables)]
        oldest = [(moment, number) for moment, number in activity if moment is not None]
        heapify(oldest)
        while self.open.number > enough:
            _, number = oldest[0]
            for episode in self.tables[number].evict(1):
                self.evicted += 1
                episode.reasons |= _EVICTED
                self._end(number, [episode])
            following = self.tables[number].oldest_activity()
            if following is not None:
                heapreplace(oldest, (following, number))
            else:
                heappop(oldest)

    def _end(self, number: int, episodes: Iterable[Episode]) -> None:
        """Closed episodes become findings, and observations of the signatures that observe theirs."""
        for episode in episodes:
            finding = conclude(number, episode, self.conditions[number], self.doubtful[number])
            self.on_end(number, episode, finding is not None)
            heirs = 0
            if finding is not None:
                if not finding.signature.internal:
                    self.findings.append(finding)
                    self.labels.append(self.tally.labels(episode.cells))
                    self.tally.explain(episode.cells)
                heirs = self._report_upwards(finding, episode.cells)
            self.tally.release(episode.cells, heirs)
            episode.cells = {}

    def on_end(self, number: int, episode: Episode, is_event: bool) -> None:
        """Called for every episode that ends; for those who want to know why one is no event."""

    def _report_upwards(self, finding: Finding, cells: Iterable[Cell]) -> int:
        heirs = 0
        for parent, bit in self.parents[finding.number]:
            key = key_of(self.program.signatures[parent], finding.representative, False)
            if key is None:
                continue
            heirs += 1
            observation = Observation(
                moment=finding.last,
                start=finding.start,
                patterns=bit,
                packet=finding.representative,
                packets=finding.packets,
                common=finding.common,
                evidence=finding.evidence,
                reasons=finding.reasons,
                doubted=finding.doubted,
                cells=[cell for cell in cells if cell.count or cell.frames],
            )
            self._push(parent, _place_of_event(finding, bit), key, observation, None)
        return heirs


def _claims(findings: Sequence[Finding], events: Sequence[Event]) -> ListedClaims:
    return ListedClaims(
        number=[finding.number for finding in findings],
        first_seen_ns=[event.first_seen_ns for event in events],
        last_seen_ns=[event.last_seen_ns for event in events],
        packets=[event.packets for event in events],
        conclusive=[event.conclusive for event in events],
        common=[finding.common for finding in findings],
        key=lambda at: findings[at].key,
        id=lambda at: events[at].id,
    )


def _labels(ids: Sequence[str], labels: Sequence[array[int] | None]) -> Mapping[str, Sequence[int]]:
    by_id: dict[str, Sequence[int]] = {}
    for name, frames in zip(ids, labels, strict=True):
        by_id[name] = sorted({*by_id[name], *(frames or ())}) if name in by_id else frames or ()
    return by_id


class _Ticket:
    """A packet that some episodes have and others will get: in the end, the cell that all of them share."""

    __slots__ = ("cell", "owners", "waiting")

    def __init__(self, cell: Cell, owners: list[Episode], waiting: int) -> None:
        self.cell = cell
        self.owners = list(owners)
        self.waiting = waiting

    def is_settled_by(self, episode: Episode) -> bool:
        """Take one more owner. True when it was the last, all are still open, and the packet is taken out of all."""
        self.owners.append(episode)
        self.waiting -= 1
        if self.waiting or not self.cell.count or any(self.cell not in owner.cells for owner in self.owners):
            return False
        for owner in {id(owner): owner for owner in self.owners}.values():
            del owner.cells[self.cell]
        return True


def _place_of_packet(moment: Moment) -> Place:
    return moment, False, 0, moment, False, 0


def _place_of_event(finding: Finding, bit: int) -> Place:
    """Where an event stands among what waits: by what it is, not by when it was found.

    Of one moment, packets come before events, and events in the order of their names at the observer, their
    beginnings, and the packets that stand for them, those that ask first.
    """
    return finding.last, True, bit, finding.start, finding.answers_only, finding.represented.number


def _condition(program: Program, signature: SignatureProgram) -> Condition | None:
    if signature.having is None:
        return None
    return prepare(signature.having, signature.measures.__getitem__, program.home)


def _work_out_route(program: Program, matched: int) -> tuple[tuple[Route, ...], int]:
    patterns: dict[int, int] = {}
    common = 0
    for number, pattern in enumerate(program.patterns):
        if matched >> number & 1:
            signature = program.signatures[pattern.signature]
            patterns[pattern.signature] = patterns.get(pattern.signature, 0) | pattern.bit
            if not pattern.bit & signature.solicits:  # what a signature wants absent, it does not explain
                common |= signature.seen_by
    routes = tuple(
        (number, bits, bits & program.signatures[number].responders) for number, bits in sorted(patterns.items())
    )
    return routes, common


def _parents(program: Program) -> list[list[tuple[int, int]]]:
    """For each signature, those that observe it, with the bit that it has there."""
    parents: list[list[tuple[int, int]]] = [[] for _ in program.signatures]
    for number, signature in enumerate(program.signatures):
        for child, bit in signature.observes:
            parents[child].append((number, bit))
    return parents
