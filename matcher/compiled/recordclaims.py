"""The claims of events as their records make them: columns are arrays, and compared as arrays."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from matcher.claims import Coded, Meeting, Side, meet, sorted_by
from matcher.compiled import layout as at
from matcher.compiled.eventkeys import EventKeys
from matcher.compiled.findings import Findings

__all__ = ["RecordClaims", "Rows", "meet_rows"]

Ints = npt.NDArray[np.int64]

_AT_A_TIME: Final = 16_384  # events whose keys are there as texts
_TOGETHER: Final = 1 << 18  # events that are compared together, or somewhat more
_SPREAD: Final = np.uint64(0x9E37_79B9_7F4A_7C15)  # an odd number without a pattern


class RecordClaims:
    """`matcher.claims.Claims` of events whose records lie in the memory of a run."""

    def __init__(
        self, findings: Findings, records: Ints, keys: EventKeys, id_of: Callable[[int], str], *, settled: bool
    ) -> None:
        """`id_of` gives the id of a record's event; with `settled`, nothing that events lack was hidden from view."""
        heap = findings.heap
        self._records = records
        self._keys = keys
        self._id_of = id_of
        self._first = heap[records + at.R_START]
        self._number = (heap[records + at.R_OWNER] >> 1).astype(np.int32)
        self._sets, self._which = findings.common(records)
        conclusive = heap[records + at.R_REASONS] == 0
        if not settled:
            conclusive &= heap[records + at.R_DOUBTED] == 0
        # What looks at the memory of an array gets Python's own integers, one at a time.
        self.number: Sequence[int] = self._number.data
        self.first_seen_ns: Sequence[int] = self._first.data
        self.last_seen_ns: Sequence[int] = heap[records + at.R_LAST].data
        self.packets: Sequence[int] = heap[records + at.R_PACKETS].data
        self.conclusive: Sequence[bool] = conclusive.data
        self.common: Sequence[int] = Coded(self._sets, self._which.data)

    # --- their order -------------------------------------------------------------------------------------------------

    def ranked(self, bits: Sequence[int]) -> Sequence[int]:
        order = np.lexsort((self._number, self._first, -np.array(bits)[self._number]))
        number, first = self._number[order], self._first[order]
        tied = np.flatnonzero((number[1:] == number[:-1]) & (first[1:] == first[:-1]))
        if tied.size:
            self._untie(order, tied)
        return order.data

    def _untie(self, order: Ints, tied: Ints) -> None:
        """Put events of one signature that began in one moment in the order of their keys and ids.

        Args:
            order: Is put right.
            tied: Places in it of those that are tied with the next one.
        """
        breaks = np.flatnonzero(np.diff(tied) > 1)
        starts = tied[np.concatenate([[0], breaks + 1])].tolist()
        ends = (tied[np.concatenate([breaks, [-1]])] + 2).tolist()
        texts = self._texts(order, np.union1d(tied, tied + 1))
        for start, end in zip(starts, ends, strict=True):
            claims = order[start:end].tolist()
            text = dict(zip(claims, islice(texts, len(claims)), strict=True))
            order[start:end] = list(sorted_by(claims, [text.__getitem__, self._id]))

    def _texts(self, order: Ints, places: Ints) -> Iterator[tuple[str, ...]]:
        """The keys of the events at some places of an order, as texts."""
        for first in range(0, len(places), _AT_A_TIME):
            for key in self._keys.of(self._records[order[places[first : first + _AT_A_TIME]]]):
                yield tuple(map(str, key))

    def _id(self, claim: int) -> str:
        return self._id_of(int(self._records[claim]))

    # --- who agrees with whom ----------------------------------------------------------------------------------------

    def meetings(self, one: Side, other: Side) -> Iterable[Meeting]:
        mine, theirs = self._columns(one), self._columns(other)
        if mine is None or theirs is None:
            return meet(one, other, self._values)
        return meet_rows(
            Rows(_claims(one), mine, self._matching(one, other.number)),
            Rows(_claims(other), theirs, self._matching(other, one.number)),
        )

    def _columns(self, side: Side) -> list[Ints] | None:
        return self._keys.columns(side.number, self._records[_claims(side)], side.parts)

    def _values(self, side: Side) -> Iterator[Hashable]:
        keys = self._keys.of_signature(side.number, self._records[_claims(side)])
        return (tuple([key[part] for part in side.parts]) for key in keys)

    def _matching(self, side: Side, number: int) -> npt.NDArray[np.bool_]:
        """Those whose packets all match another signature."""
        matches = np.array([bits >> number & 1 for bits in self._sets], np.bool_)
        return matches[self._which[_claims(side)]]


def _claims(side: Side) -> Ints:
    return np.frombuffer(side.claims, np.int64)


@dataclass(frozen=True, slots=True)
class Rows:
    """Events of one signature.

    Attributes:
        claims: Which ones.
        columns: Values of theirs, a column each.
        wanted: Those that have to do with the other signature's.
    """

    claims: Ints
    columns: list[Ints]
    wanted: npt.NDArray[np.bool_]

    def among(self, column: int, values: Ints) -> Rows:
        """Those whose value in a column is among some, which are ascending."""
        mine = self.columns[column]
        place = np.searchsorted(values, mine)
        place[place == len(values)] = 0
        return self.chosen(np.flatnonzero(values[place] == mine) if len(values) else place[:0])

    def chosen(self, which: npt.NDArray[Any]) -> Rows:
        """Some of them: by their places, or by a truth value for each."""
        return Rows(self.claims[which], [each[which] for each in self.columns], self.wanted[which])


def meet_rows(one: Rows, other: Rows) -> Iterator[Meeting]:
    """The events that agree in all columns, those together: where one of them is wanted, and both sides have some."""
    parts = 1 + (len(one.claims) + len(other.claims)) // _TOGETHER
    if parts == 1:
        yield from _meet(one, other)
        return
    mine, theirs = _parted(one, parts), _parted(other, parts)
    for part in range(parts):
        yield from _meet(one.chosen(mine == part), other.chosen(theirs == part))


def _parted(rows: Rows, parts: int) -> npt.NDArray[np.uint64]:
    """A number below `parts` for each row, the same for the same values."""
    mixed = np.zeros(len(rows.claims), np.uint64)
    for values in rows.columns:
        mixed = (mixed ^ values.astype(np.uint64)) * _SPREAD
    return (mixed >> np.uint64(32)) % np.uint64(parts)


def _meet(one: Rows, other: Rows) -> Iterator[Meeting]:
    for column in range(len(one.columns)):
        values = np.unique(np.concatenate([side.columns[column][side.wanted] for side in (one, other)]))
        one, other = one.among(column, values), other.among(column, values)
    names = _names(one, other)
    mine, theirs = names[: len(one.claims)], names[len(one.claims) :]
    count = int(names.max(initial=-1)) + 1
    each, their_each = np.bincount(mine, minlength=count), np.bincount(theirs, minlength=count)
    wanted = np.zeros(count, np.bool_)
    wanted[mine[one.wanted]] = wanted[theirs[other.wanted]] = True
    met = (each > 0) & (their_each > 0) & wanted
    yield from zip(_split(one.claims, mine, met), _split(other.claims, theirs, met), strict=True)


def _names(one: Rows, other: Rows) -> Ints:
    """A number for each row of the two, the same where all columns are."""
    names = np.zeros(len(one.claims) + len(other.claims), np.int64)
    for mine, theirs in zip(one.columns, other.columns, strict=True):
        values = np.unique(np.concatenate([mine, theirs]), return_inverse=True)[1]
        names = np.unique(names * (int(values.max(initial=0)) + 1) + values, return_inverse=True)[1]
    return names


def _split(claims: Ints, names: Ints, chosen: npt.NDArray[np.bool_]) -> Iterator[Sequence[int]]:
    """The claims of each chosen name, by the names."""
    kept = np.flatnonzero(chosen[names])
    kept = kept[np.argsort(names[kept], kind="stable")]
    ends = np.cumsum(np.bincount(names[kept], minlength=len(chosen))[chosen]).tolist()
    memory: Sequence[int] = claims[kept].data
    start = 0
    for end in ends:
        yield memory[start:end]
        start = end
