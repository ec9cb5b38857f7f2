"""The first reading of a capture: which observations can matter, for captures where leaving out the others is safe.

Leaving observations out changes what the reference executor does at its limits: how far out of order packets may be,
how many episodes may be open, how many observations may wait. A capture that could come near one of these is not
surveyed, and everything that matches is read. So is one whose packets are not in the order of time.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.classify import Classifier
from matcher.compiled.demand import build_demands, observers
from matcher.compiled.pcap import Batch
from matcher.compiled.sieve import Sieve, Sifted, record_of
from matcher.compiled.survey import (
    EVENTS,
    POSSIBLE,
    Entries,
    mark_key,
    move_entries,
    new_entries,
    select_rows,
    survey_rows,
)
from matcher.decode import decode
from matcher.episodes import Key, key_of
from matcher.event import MatchOptions
from matcher.formats import ReadReport
from matcher.packet import V6, Packet
from matcher.program import Program

__all__ = ["Allowed", "Demand", "survey"]

Allowed = frozenset[tuple[int, bool]]  # signature, whether as an answer

_HELD: Final = 65_536  # of matcher.reference
_SLACK: Final = 1024  # observations between two sweeps
_END: Final = 1 << 62
_LEFT, _UNSURVEYED, _EVENTS_SEEN = 0, 1, 2
_HALF: Final = (1 << 64) - 1


class Demand:
    """The keys under which events are possible."""

    def __init__(self, program: Program, sieve: Sieve, options: MatchOptions) -> None:
        self.program = program
        self.sieve = sieve
        self.limit = options.episodes
        self.observers = observers(program)
        self.demands = build_demands(program, sieve.layout)
        self.classifier: Classifier | None = None  # costly for thousands of signatures, and seldom needed
        self.entries: Entries = new_entries(
            1 << 16, np.array([secrets.randbits(64) | 1, secrets.randbits(64)], np.uint64)
        )
        self.held = np.zeros((len(program.signatures), 11), np.int64)
        self.time_ns = -_END
        self.most = 0  # entries at a time

    def enter(self, batch: Batch, sifted: Sifted) -> bool:
        """Take note of a batch. False when the capture is not to be surveyed after all."""
        times = batch.rows[3]
        if times[0] < self.time_ns or bool((times[1:] < times[:-1]).any()):
            return False
        self.time_ns = int(times[-1])
        for row in np.flatnonzero(~sifted.columns.simple).tolist():
            self._enter_unusual(batch, row)
        columns, row = sifted.columns, 0
        while row < batch.size:
            row = survey_rows(
                batch.data, times, columns.network, columns.values, columns.states, columns.simple, sifted.doubtful,
                sifted.alive, self.sieve.tables.patterns, self.demands, self.entries, self.held, row,
            )  # fmt: skip
            if row < batch.size and not self._make_room(int(times[row])):
                return False
        return self._is_within_limits()

    def _is_within_limits(self) -> bool:
        """Whether the reference executor would evict nothing and hold back everything that must wait."""
        state, size = self.entries.state, len(self.entries.last)
        self.most = max(self.most, size // 2 - int(state[_LEFT]))
        events = len(self.program.signatures) * int(state[_EVENTS_SEEN])  # one may pass through that many hands
        if self.most + int(state[_UNSURVEYED]) + events > self.limit:
            return False
        return int(self.held[:, 10].max(initial=0)) + events + _SLACK <= _HELD or not bool(self.demands.delays.any())

    def _make_room(self, now: int) -> bool:
        """Forget what has ended and was no event; grow where that is not enough. False beyond all limits."""
        size = len(self.entries.last)
        fresh = new_entries(size, self.entries.secret)
        kept = move_entries(self.entries, fresh, now, self.demands)
        if kept > size // 4:
            self.entries = fresh
            fresh = new_entries(2 * size, self.entries.secret)
            move_entries(self.entries, fresh, now, self.demands)
        self.entries = fresh
        return bool(kept <= self.limit)

    def close(self) -> bool:
        """The capture has ended. False when it is not to be surveyed after all."""
        fresh = new_entries(len(self.entries.last), self.entries.secret)
        move_entries(self.entries, fresh, _END, self.demands)
        self.entries = fresh
        return self._is_within_limits()

    @property
    def needs_marks(self) -> bool:
        """Whether events of observed signatures lead to keys that must be marked."""
        return bool(self.entries.state[_EVENTS_SEEN]) and self.demands.marks.size > 0

    def mark(self, batch: Batch, sifted: Sifted) -> None:
        """Find the keys of signatures that observe possible events of this batch."""
        chosen = np.empty((2 * len(self.program.signatures), 3), np.int64)
        start = 0
        while start < batch.size:
            _, start = self._select(batch, sifted, True, chosen, start)
            if start < batch.size:
                self._make_room(_END)

    def _select(
        self, batch: Batch, sifted: Sifted, marking: bool, chosen: npt.NDArray[np.int64], row: int
    ) -> tuple[int, int]:
        columns = sifted.columns
        return select_rows(
            batch.data, columns.network, columns.values, columns.states, columns.simple, sifted.alive,
            self.sieve.tables.patterns, self.demands, self.entries, marking, chosen, row,
        )  # fmt: skip

    def select(self, batch: Batch, sifted: Sifted) -> dict[int, Allowed]:
        """The simple packets of a batch that can matter, and as observations of which signatures."""
        found: dict[int, set[tuple[int, bool]]] = {}
        chosen = np.empty((2 * len(self.program.signatures) + 4 * batch.size, 3), np.int64)
        start = 0
        while start < batch.size:
            count, start = self._select(batch, sifted, False, chosen, start)
            for row, signature, answer in chosen[:count].tolist():
                found.setdefault(row, set()).add((signature, bool(answer)))
        return {row: frozenset(allowed) for row, allowed in found.items()}

    def _enter_unusual(self, batch: Batch, row: int) -> None:
        """Any key of a packet that no kernel decodes is possible."""
        packet = decode(record_of(batch, row, self.sieve.linktype), ReadReport())
        self.classifier = self.classifier or Classifier(self.program)
        matched = self.classifier.matches(packet)
        while matched:
            pattern = self.program.patterns[(matched & -matched).bit_length() - 1]
            matched &= matched - 1
            is_answer = bool(self.program.signatures[pattern.signature].responders & pattern.bit)
            self._mark_key(pattern.signature, packet, is_answer, POSSIBLE)
            for parent in self.observers.get(pattern.signature, ()):
                self._mark_key(parent, packet, is_answer, EVENTS)

    def _mark_key(self, number: int, packet: Packet, is_answer: bool, flag: int) -> None:
        key = key_of(self.program.signatures[number], packet, is_answer)
        if key is None or not self.demands.signatures[number, 0]:
            self.entries.state[_UNSURVEYED] += key is not None
            return
        if self.entries.state[_LEFT] < 2:
            self._make_room(self.time_ns)
        mark_key(_words(key), 3 * len(key), number, flag, self.time_ns, self.entries)


def _words(key: Key) -> npt.NDArray[np.int64]:
    """Three words for each part: whether it is an IPv6 address, and the halves of the number."""
    words: list[int] = []
    for value in key:
        assert isinstance(value, int)
        words += [int(value >= V6), value >> 64 & _HALF, value & _HALF]
    return np.array(words, np.uint64).astype(np.int64)


def survey(demand: Demand, read: Callable[[], Iterator[Batch]]) -> Demand | None:
    """Read a capture (`read` begins it anew) as often as needed; None where it is not to be surveyed."""
    for batch in read():
        if not demand.enter(batch, demand.sieve.sift(batch)):
            return None
    if not demand.close():
        return None
    if demand.needs_marks:
        for batch in read():
            demand.mark(batch, demand.sieve.sift(batch))
    return demand
