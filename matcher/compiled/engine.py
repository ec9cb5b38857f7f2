"""Episodes in kernels: packets in their order in, records of events out. It says when there is no more memory."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.acts import Acts
from matcher.compiled.episodes import DONE, RESERVE, STUCK, decide, take_touches, take_waiting
from matcher.compiled.findings import Findings
from matcher.compiled.leaving import NEVER
from matcher.compiled.nodes import settle
from matcher.compiled.ordering import Observed
from matcher.compiled.plan import Plan
from matcher.compiled.slots import move_slots
from matcher.compiled.touches import find_touches

__all__ = ["KERNELS", "Engine", "Touched", "touch"]

Ints = npt.NDArray[np.int64]

KERNELS: Final = (find_touches, take_touches, take_waiting, settle, decide, move_slots)

_HEAP_WORDS: Final = 128 << 20  # 1 GiB; what is never used takes no memory
_SLOTS: Final = 1 << 16  # of the table of nodes, to begin with
_TOUCHES: Final = 1 << 15  # at a time
_DUE: Final = 1 << 15  # nodes whose logs are applied together
_EVICTED_PART: Final = 16  # one in so many goes when there is no room
_FIRST: Final = -(1 << 62)


class Touched:
    """Packets, and the nodes that they concern.

    Attributes:
        packets: In their order.
        touches: int64[n, 3], from `find_touches`.
        acts: What sets of patterns mean, as it was then.
    """

    __slots__ = ("acts", "packets", "touches")

    def __init__(self, packets: Observed, touches: Ints, acts: Ints) -> None:
        self.packets = packets
        self.touches = touches
        self.acts = acts


def touch(plan: Plan, acts: Acts, packets: Observed) -> Touched:
    """Work out which nodes packets concern."""
    found: list[Ints] = []
    start, stack = 0, np.empty(32, np.int64)
    room = max(_TOUCHES, 4 * plan.group_count)
    while start < packets.size:
        touches = np.empty((room, 3), np.int64)
        count, start = find_touches(
            plan.words, acts.words, acts.routes, packets.route, packets.values.reshape(-1), packets.states.reshape(-1),
            len(plan.kept), touches, stack, start,
        )  # fmt: skip
        found.append(touches[:count])
    touches = found[0] if len(found) == 1 else np.concatenate([np.empty((0, 3), np.int64), *found])
    return Touched(packets, touches, acts.words)


class Engine:
    """The state of one run.

    Attributes:
        heap: Everything that is open, and the events.
        findings: Reads them.
        time_ns: The latest moment that was taken.
    """

    def __init__(self, plan: Plan, nodes: int, words: int = _HEAP_WORDS) -> None:
        """A run of a plan, with at most so many nodes open at a time, in so many words of memory."""
        self.plan = plan
        self.heap: Ints = np.empty(words, np.int64)
        self.heap[: plan.heap_words] = 0
        self.heap[at.H_NEXT], self.heap[at.H_LIMIT] = plan.heap_words, words
        assert plan.heap_words + 4 * RESERVE <= words
        self.table: Ints = np.zeros(_SLOTS, np.int64)
        self.findings = Findings(plan, self.heap)
        self.time_ns = _FIRST
        self._nodes = max(nodes, _EVICTED_PART)
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
                packets.flags, packets.values.reshape(-1), packets.states.reshape(-1), start, self._nodes, self._due,
            )  # fmt: skip
            self._settle(due)
            if start < count and due < len(self._due):
                self._make_room()
        if packets.size:
            self.time_ns = max(self.time_ns, int(packets.time.max()))
            self._advance(self.time_ns)

    def finish(self) -> list[int]:
        """Nothing more will come: the records of all events."""
        self._advance(NEVER)
        self.findings.acts = self._acts
        records: list[int] = []
        record = int(self.heap[at.H_FOUND])
        while record:
            records.append(record)
            record = int(self.heap[record + at.R_NEXT])
        return records[::-1]

    def _advance(self, now: int) -> None:
        """Let time pass, for every group after those that it observes."""
        for group in self.plan.levels:
            state = STUCK
            while state != DONE:
                until, due, state = take_waiting(
                    self.heap, self.plan.words, self.table, group, now, self._nodes, self._due
                )  # fmt: skip
                self._settle(due, group, until)
                if state == STUCK:
                    self._make_room()

    def _settle(self, due: int, group: int = -1, now: int = NEVER, early: int = 0) -> int:
        """Let the kernel apply what is due and end what is over, and the reference decide what the kernel could not."""
        ended = settle(self.heap, self.plan.words, self._acts, self.table, self._due, due, group, now, early)
        while record := int(self.heap[at.H_ASKED]):
            self.heap[at.H_ASKED] = self.heap[record + at.R_NEXT]
            decide(self.heap, self.plan.words, record, self.findings.decide(record))
        return int(ended)

    def _make_room(self) -> None:
        if 3 * int(self.heap[at.H_NODES]) > 2 * len(self.table):
            larger = np.zeros(2 * len(self.table), np.int64)
            move_slots(self.table, larger)
            self.table = larger
            return
        evicted = sum(self._settle(0, group, NEVER, self._share(group)) for group in range(self.plan.group_count))
        if not evicted:
            raise MemoryError("the events of this capture do not fit the memory that is set aside for them")
        self.heap[at.H_EVICTED] += evicted

    def _share(self, group: int) -> int:
        """How many nodes of a group go when there is no room."""
        area = self.plan.words[at.P_AREAS] + group * at.Q_WORDS
        return -(-int(self.heap[area + at.Q_COUNT]) // _EVICTED_PART)
