"""Tables from the values of a field to rows of clauses, as arrays that the scanning kernel searches.

Up to 17 bits every value has its entry, in leaves of 256: two loads, whatever the value. Wider ones are looked up by
their first bits: mostly all values with these agree, and the table has the row; where they do not, it has a short
piece of the sorted starts to search. IPv6 addresses, which no word holds, are searched among all.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.clausesets import ClauseSets, Part
from matcher.compiled.guards import EVERY_BIT, Asked, Form
from matcher.compiled.subjects import Subject
from matcher.packet import V6
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals

__all__ = ["Lookups", "Narrow", "Wide"]

Ints = npt.NDArray[np.int64]
Narrow = tuple[int, int]  # where a table begins in `tops`, and how far values are shifted for it; 0: it has leaves
Wide = tuple[int, int]  # where a table begins in `wide_starts`, and how many there are

_SHORT: Final = 17  # bits of a field up to which there is an entry for each value
_LEAF: Final = 256
_LEAST, _MOST = 8, 16  # bits by which a wider one is looked up
_V4_END: Final = 1 << 32
_WORD: Final = (1 << 64) - 1


class Lookups:
    """Tables under construction.

    Attributes:
        tops: Of a field up to 17 bits: where in the leaves the values with these first bits are. Of a wider one: the
            row of the values with these first bits, or ~number of a span.
        spans: Where in `starts` a span begins, and how many there are.
        starts: Where an interval begins, ascending in each table.
        rows: The row of the interval.
        wide_starts: The same of IPv6 addresses, as two words.
        wide_rows: The row of each.
    """

    def __init__(self, sets: ClauseSets, bit: dict[int, int]) -> None:
        """Tables of rows of `sets`; `bit` has the bit of each clause."""
        self.sets = sets
        self.bit = bit
        self.tops: list[int] = []
        self._leaves: dict[bytes, int] = {}
        self._leaf_rows: list[list[int]] = []
        self.spans: list[tuple[int, int]] = []
        self.starts: list[int] = []
        self.rows: list[int] = []
        self.wide_starts: list[tuple[int, int]] = []
        self.wide_rows: list[int] = []

    def add(self, subject: Subject) -> tuple[Narrow, Wide | None]:
        """The tables of a subject."""
        if subject.asked.form is not Form.VALUE or not _is_address(subject.asked):
            return self._narrow(subject), None
        starts, rows = self._changes(subject, V6)
        wide = len(self.wide_starts), len(starts)
        self.wide_starts += [(start >> 64, start & _WORD) for start in starts]
        self.wide_rows += rows
        return self._narrow(subject), wide

    def _changes(self, subject: Subject, base: int) -> tuple[list[int], list[int]]:
        """Where the set of clauses changes, from `base` on and less that, and the sets' rows."""
        limit = V6 if base < V6 else 2 * V6
        shared: dict[int, tuple[Intervals, list[int]]] = {}  # by the object first: intervals may be many
        for clause, intervals in subject.accepted.items():
            shared.setdefault(id(intervals), (intervals, []))[1].append(self.bit[clause])
        alike: dict[Intervals, list[int]] = defaultdict(list)
        for intervals, bits in shared.values():
            alike[intervals] += bits
        toggles: dict[int, list[Part]] = defaultdict(list)
        toggles[0] = []
        for intervals, bits in alike.items():
            part = self.sets.part(bits)
            for low, high in intervals:
                if base <= low < limit:
                    toggles[low - base].append(part)
                    if high + 1 < limit:
                        toggles[high + 1 - base].append(part)
        indifferent = self.sets.everything ^ self.sets.bits(self.bit[clause] for clause in subject.accepted)
        starts = sorted(toggles)
        return starts, self.sets.rows(indifferent, (toggles[start] for start in starts))

    def _narrow(self, subject: Subject) -> Narrow:
        starts, rows = self._changes(subject, 0)
        bits = subject.asked.bits
        while len(starts) > 1 and starts[-1] >= 1 << bits:  # behind the last value
            starts.pop()
            rows.pop()
        if bits <= _SHORT:
            return self._short(bits, np.array(starts), np.array(rows))
        return self._long(bits, np.array(starts), np.array(rows))

    def _short(self, bits: int, starts: Ints, rows: Ints) -> Narrow:
        """A table with an entry for each value, in leaves of which each different one is kept once."""
        ends = [*starts[1:].tolist(), max(1 << bits, _LEAF)]
        entries = np.repeat(rows.astype(np.int32), ends - starts)
        first = len(self.tops)
        for leaf in entries.reshape(-1, _LEAF):
            key = leaf.tobytes()
            if key not in self._leaves:
                self._leaf_rows.append(leaf.tolist())
            self.tops.append(self._leaves.setdefault(key, len(self._leaves)) * _LEAF)
        return first, 0

    def _long(self, bits: int, starts: Ints, rows: Ints) -> Narrow:
        """A table with an entry for each beginning of a value."""
        width = min(_MOST, max(_LEAST, len(starts).bit_length() + 1))
        shift = bits - width
        values = np.arange(1 << width) << shift
        low = np.searchsorted(starts, values, side="right") - 1
        high = np.searchsorted(starts, values + (1 << shift) - 1, side="right") - 1
        entries = rows[low]
        mixed = np.flatnonzero(low != high)
        entries[mixed] = ~(len(self.spans) + np.arange(len(mixed)))
        begin, first = len(self.starts), len(self.tops)
        self.spans += [(begin + int(low[at]), int(high[at] - low[at]) + 1) for at in mixed]
        self.starts += starts.tolist()
        self.rows += rows.tolist()
        self.tops += entries.tolist()
        return first, shift

    def find(self, table: Narrow, value: int) -> int:
        """The row of one value of a field with an entry for each."""
        first, _ = table
        return self._leaf_rows[self.tops[first + value // _LEAF] // _LEAF][value % _LEAF]

    def find_all(self, table: Narrow, values: int) -> list[int]:
        """The rows of the values below so many."""
        first, _ = table
        leaves = self.tops[first : first + -(-values // _LEAF)]
        return list(chain.from_iterable(self._leaf_rows[leaf // _LEAF] for leaf in leaves))[:values]

    def arrays(self) -> dict[str, Any]:
        """The tables as arrays, by their names."""
        return {
            "tops": np.array(self.tops, np.int32),
            "leaves": np.frombuffer(b"".join(self._leaves), np.int32),
            "spans": np.array(self.spans, np.int64).reshape(-1, 2),
            "starts": np.array(self.starts, np.int64),
            "rows": np.array(self.rows, np.int32),
            "wide_starts": np.array(self.wide_starts, np.uint64).reshape(-1, 2),
            "wide_rows": np.array(self.wide_rows, np.int32),
        }


def _is_address(asked: Asked) -> bool:
    return FIELDS[asked.field].kind is Kind.ADDRESS and asked.under == EVERY_BIT
