"""What each set of matching patterns means: which groups a packet is put into, as what, and what speaks for it."""

from __future__ import annotations

from itertools import chain

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.necessity import Need
from matcher.compiled.plan import Plan
from matcher.compiled.prospects import Row, prospects_of, shown_by, ways

__all__ = ["Acts"]

Ints = npt.NDArray[np.int64]


class Acts:
    """Acts of the sets of patterns seen so far; what is there stays in its place.

    Attributes:
        words: The acts, as `matcher.compiled.layout` says. Replaced by a longer array when it is full.
        routes: For each number of a set, where in `words` its acts are listed: how many, then for each: its place,
            whether it asks, whether it answers.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.words: Ints = np.zeros(4096, np.int64)
        self.routes: Ints = np.zeros(64, np.int64)
        self._used = 1  # 0 is nobody's place
        self._count = 0

    def extend(self, routes: list[int]) -> None:
        """Take note of sets: bits of patterns, by their numbers."""
        for bits in routes[self._count :]:
            if self._count == len(self.routes):
                self.routes = np.concatenate([self.routes, np.zeros_like(self.routes)])
            self.routes[self._count] = self._add(bits)
            self._count += 1

    def _add(self, matched: int) -> int:
        patterns: dict[int, int] = {}
        common = 0
        program = self.plan.program
        while matched:
            pattern = program.patterns[(matched & -matched).bit_length() - 1]
            matched &= matched - 1
            signature = program.signatures[pattern.signature]
            patterns[pattern.signature] = patterns.get(pattern.signature, 0) | pattern.bit
            if not pattern.bit & signature.solicits:
                common |= signature.seen_by
        members = [number for number in range(common.bit_length()) if common >> number & 1]
        listed = self._append([len(members) + 2, len(members), *members])
        word = common if not self.plan.is_wide else 0
        grouped: dict[int, list[Row]] = {}
        for number, bits in sorted(patterns.items()):
            answers = bits & program.signatures[number].responders
            grouped.setdefault(self.plan.group_of[number], []).append((number, bits & ~answers, answers))
        acts: list[int] = []
        for group, rows in grouped.items():
            queue = max(self.plan.queue_of[number] for number, _, _ in rows)
            shown, prospects = self._prospects(group, rows)
            head = [group, int(self._may_stand_alone(rows)), word, listed, len(rows), queue, shown, prospects]
            place = self._append([*head, *(value for row in rows for value in row)])
            acts += [place, int(any(asked for _, asked, _ in rows)), int(any(answers for _, _, answers in rows))]
        return self._append([len(grouped), *acts])

    def _prospects(self, group: int, rows: list[Row]) -> tuple[int, int]:
        """The marks of a packet; where it is listed what must be there for an event to come of it.

        Three lists, each with its length before it: (marks, packets) for a signature of the group, whichever that is;
        (marks, packets, group, ends) for groups that are called then; (signature, marks, packets) for each signature.
        """
        plan, marks = self.plan, self.plan.marks[group]
        if plan.is_observing(group) and group not in plan.called:
            return 0, 0
        found: list[tuple[int, int]] = []
        calls: list[tuple[int, ...]] = []
        own: list[tuple[int, ...]] = []
        if group not in plan.called:  # nothing comes of the packets of those alone, and they call nobody
            found = prospects_of(marks, plan.needs, rows)
            for row in rows:
                number, ends = row[0], (row[1] != 0) | (row[2] != 0) << 1
                for prospect in prospects_of(marks, plan.needs, [row]):
                    own.append((number, *prospect))
                    calls += [(*prospect, called, ends) for called in plan.calls.get(number, ())]
        words = [len(found), *chain(*found), len(calls), *chain(*calls), len(own), *chain(*own)]
        return shown_by(marks, rows), self._append(words)

    def _may_stand_alone(self, rows: list[Row]) -> bool:
        """Whether an episode of one such packet may be an event."""
        return any(_is_enough(need, bits) for _, need, bits in ways(self.plan.needs, rows))

    def _append(self, words: list[int]) -> int:
        start = self._used
        while start + len(words) > len(self.words):
            self.words = np.concatenate([self.words, np.zeros_like(self.words)])
        self.words[start : start + len(words)] = words
        self._used += len(words)
        return start


def _is_enough(need: Need, bits: int) -> bool:
    return all(bits & mask and least <= 1 for mask, least in need.least)


assert at.T_ROWS == 8
