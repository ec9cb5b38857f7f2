"""Episodes in kernels: packets in their order in, records of events out. It says when there is no more memory."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.archive import Archive
from matcher.compiled.episodes import DONE, decide, take_touches, take_waiting
from matcher.compiled.findings import Findings
from matcher.compiled.leaving import NEVER, idlest_group
from matcher.compiled.nodes import settle
from matcher.compiled.plan import Plan
from matcher.compiled.room import Room
from matcher.compiled.slots import move_slots
from matcher.compiled.touches import Touched
from matcher.compiled.wanted import EVERYBODY

__all__ = ["Engine"]

Ints = npt.NDArray[np.int64]

_WORDS: Final = 26 << 20  # 208 MiB for what is open; what is never used takes no memory
_EVENTS: Final = 80 << 20  # words for the events that are found, besides
_FOUND: Final = 1 << 14  # events in the heap before they go to the archive
_SLOTS: Final = 1 << 16  # of the table of nodes, to begin with
_DUE: Final = 1 << 15  # nodes whose logs are applied together
_EVICTED_PART: Final = 8  # one in so many goes when there is no room
_TURNS: Final = 16  # in which they go, each time of the group that has the idlest
_OBSERVING_PART: Final = 4  # of those that observe what may wait no longer
_AT_A_TIME: Final = 1 << 15  # of what waited, before what is over may end
_HASTENED: Final = 1 << 12  # of what waits and may wait no longer, before as many nodes end
_FIRST: Final = -(1 << 62)


class Engine:
    """The state of one run.

    Attributes:
        heap: Everything that is open, and events.
        archive: Further events.
        wanted: By which signatures keys are; by all, unless somebody says otherwise.
        findings: Reads them.
        time_ns: The latest moment that was taken.
    """

    def __init__(self, plan: Plan, nodes: int, words: int = _WORDS) -> None:
        """A run of a plan, with at most so many nodes open at a time, in so many words of memory."""
        self.plan = plan
        self.heap: Ints = np.empty(words + _EVENTS, np.int64)
        self.heap[: plan.heap_words] = 0
        self.room = Room(self.heap, plan.heap_words, words)
        for word in (at.Q_HASTENED, at.Q_KNOWN):
            self.heap[[self._area(group) + word for group in range(plan.group_count)]] = _FIRST
        self.table: Ints = np.zeros(_SLOTS, np.int64)
        self.findings = Findings(plan, self.heap)
        self.time_ns = _FIRST
        self.archive = Archive()
        self.wanted: npt.NDArray[np.uint64] = EVERYBODY
        self._nodes = max(nodes, _EVICTED_PART)
        self._most_found = _FOUND
        self._is_over = False
        self._acts: Ints = np.zeros(1, np.int64)
        self._due: Ints = np.empty((_DUE, 2), np.int64)

    @property
    def events(self) -> int:
        """How many events were found so far."""
        return int(self.heap[at.H_EVENTS])

    @property
    def evicted(self) -> int:
        """How many nodes were closed early."""
        return int(self.heap[at.H_EVICTED])

    def take(self, touched: Touched) -> None:
        """Enter packets, and let time pass to the last of them."""
        packets, count, start = touched.packets, len(touched.touches), 0
        self._acts = touched.acts
        while start < count:
            start, due = take_touches(
                self.heap, self.plan.words, self._acts, self.table, touched.touches, count, packets.frame, packets.time,
                packets.flags, packets.values, packets.states, start, self._nodes, self._due,
            )  # fmt: skip
            self._settle(due)
            if start < count and self._is_full:
                self._make_room()
        if self.room.is_overdrawn:
            self._make_room()
        if touched.now is not None:
            self.time_ns = max(self.time_ns, touched.now)
            self._advance(self.time_ns)
        self._archive_many()

    def finish(self) -> Ints:
        """Nothing more will come: the records of all events, to be read by `findings`."""
        self._is_over = True
        self._advance(NEVER)
        self.findings.acts = self._acts
        if self.plan.words[at.P_TRACKED]:
            records = [int(self.heap[at.H_FOUND])]
            while records[-1]:
                records.append(int(self.heap[records[-1] + at.R_NEXT]))
            return np.array(records[-2::-1], np.int64)
        self._archive()
        del self.room, self.table, self.wanted  # and all that was open
        self.heap = self.findings.heap = self.heap[: at.H_HEADER].copy()
        self.findings.heap, places = self.archive.words()
        return places

    def _archive_many(self) -> None:
        """Let events that were found go when they are many."""
        if self.heap[at.H_FOUND_COUNT] > self._most_found:
            self._archive()

    def _archive(self) -> None:
        """Let events that were found go, unless it matters of which packets they are made."""
        if not self.plan.words[at.P_TRACKED]:
            self.archive.take(self.heap, self.plan.words)
        self._most_found = int(self.heap[at.H_FOUND_COUNT]) + _FOUND

    def _advance(self, now: int) -> None:
        """Let time pass, for every group after those that it observes."""
        for group in self.plan.levels:
            while self._take_waiting(group, now) != DONE:
                if self._is_full:
                    self._make_room()

    def _take_waiting(self, group: int, now: int) -> int:
        until, due, state = take_waiting(
            self.heap, self.plan.words, self._acts, self.table, group, now, _FIRST, _AT_A_TIME, self._nodes,
            self._due,
        )  # fmt: skip
        self._settle(due, group, until)
        return int(state)

    def _settle(self, due: int, group: int = -1, now: int = NEVER) -> None:
        """Let the kernel apply what is due and end what is over."""
        while self._end(due, group, now)[1]:
            self._make_room()
            due = 0

    def _end(self, due: int, group: int, now: int, early: int = 0) -> tuple[int, bool]:
        """As `settle`; the reference decides what the kernel could not."""
        ended, is_stuck = settle(
            self.heap, self.plan.words, self._acts, self.wanted, self.table, self._due, due, group, now, early
        )  # fmt: skip
        while record := int(self.heap[at.H_ASKED]):
            self.heap[at.H_ASKED] = self.heap[record + at.R_NEXT]
            decide(self.heap, self.plan.words, record, self.findings.decide(record))
        return int(ended), bool(is_stuck)

    # --- a lack of room ----------------------------------------------------------------------------------------------

    @property
    def _is_full(self) -> bool:
        nodes = int(self.heap[at.H_NODES])
        is_table_full = nodes >= self._nodes or 3 * nodes > 2 * len(self.table)
        return is_table_full or self.room.is_tight or self.room.is_overdrawn

    def _make_room(self) -> None:
        """A larger table; or memory that is free; or else what had nothing for longest ends now."""
        nodes = int(self.heap[at.H_NODES])
        self._archive_many()
        if 3 * nodes > 2 * len(self.table):
            larger = np.zeros(2 * len(self.table), np.int64)
            move_slots(self.table, larger)
            self.table = larger
        elif (is_short := not self.room.more()) or nodes >= self._nodes:
            ended = self._evict(is_short)
            if not self.room.more() and not ended and self.room.is_tight and not self.room.grow():
                raise MemoryError("the events of this capture do not fit the memory that is set aside for them")

    def _evict(self, is_short: bool) -> bool:
        """End nodes before their time: those that had nothing for longest. False where there is none.

        Where memory is short, and much waits or nothing can end, what waits does so no longer. When no packet will come
        any more, nodes of packets end by themselves, and those above them make room for their events. Some nodes end at
        a time: events are larger than what they are made of, and wait before their memory is free.
        """
        keeps = self._is_over and is_short
        groups = [each for each in reversed(self.plan.levels) if self.plan.is_observing(each) or not keeps]
        least = int(self.heap[at.H_NODES]) // (_EVICTED_PART * _TURNS)
        large = [each for each in groups if self._count(each) > least]  # the victim of a flood is none of many
        has_changed = False
        for turn in range(_TURNS):
            hastens = is_short and (self._waits_much or (self._is_over and not turn))
            with self.room.overdraft():
                has_changed |= hastens and self._hasten_all(groups)
                has_changed |= self._end_idlest(large, least + 1) > 0
        if is_short and not has_changed:
            with self.room.overdraft():
                has_changed = self._hasten_all(groups)
        return has_changed

    def _hasten_all(self, groups: list[int]) -> bool:
        """Let groups take what is waiting; false where there is nothing."""
        have_taken = [self._hasten(group) for group in groups]
        return any(have_taken)

    @property
    def _waits_much(self) -> bool:
        """Whether more packets and events wait than half as many nodes are open."""
        waiting = sum(int(self.heap[self._area(group) + at.Q_WAITING]) for group in self.plan.levels)
        return 2 * waiting > int(self.heap[at.H_NODES])

    def _hasten(self, group: int) -> bool:
        """Let a group take packets and events that are waiting, although events of their time may still come.

        Nodes that it has must end for that. False where nothing was taken.
        """
        place = self._area(group) + at.Q_WAITING
        first = waiting = int(self.heap[place])
        left, before = first - -(-first // _OBSERVING_PART), first + 1
        while left < waiting < before:
            _, due, _ = take_waiting(
                self.heap, self.plan.words, self._acts, self.table, group, _FIRST, self.time_ns + 1,
                min(waiting - left, _HASTENED), 2 * self._nodes, self._due,
            )  # fmt: skip
            self._end(due, -1, NEVER)
            self._end_idlest([group], min(self._count(group) // _OBSERVING_PART, _HASTENED))
            before, waiting = waiting, int(self.heap[place])
        return waiting < first

    def _end_idlest(self, groups: list[int], most: int) -> int:
        """End so many nodes, at the most, of that group whose first one has had nothing for longest; how many."""
        group = int(idlest_group(self.heap, self.plan.words, np.array(groups, np.int64), self.time_ns))
        if group < 0 or not most:
            return 0
        return self._end(0, group, int(self.heap[self._area(group) + at.Q_KNOWN]), most)[0]

    def _count(self, group: int) -> int:
        """How many nodes a group has."""
        return int(self.heap[self._area(group) + at.Q_COUNT])

    def _area(self, group: int) -> int:
        return int(self.plan.words[at.P_AREAS]) + group * at.Q_WORDS
