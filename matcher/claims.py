"""Events that lay claim to packets, as what leading needs of them: columns, an order, and who agrees with whom."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, Protocol, TypeVar, overload

from matcher.packet import Value

__all__ = ["Claims", "Coded", "ListedClaims", "Meeting", "Side", "meet", "sorted_by"]

T = TypeVar("T")

Meeting = tuple[Sequence[int], Sequence[int]]  # events of two signatures that agree, by their places in the columns


class Coded(Sequence[T], Generic[T]):
    """A column in which few different values come again and again: each is kept once."""

    __slots__ = ("_codes", "_values")

    def __init__(self, values: Sequence[T], codes: Sequence[int]) -> None:
        """`codes` are the places of the rows' values in `values`."""
        self._values = values
        self._codes = codes

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[T]:
        return map(self._values.__getitem__, self._codes)

    @overload
    def __getitem__(self, which: int) -> T: ...
    @overload
    def __getitem__(self, which: slice) -> Coded[T]: ...
    def __getitem__(self, which: int | slice) -> T | Coded[T]:
        if isinstance(which, slice):
            return Coded(self._values, self._codes[which])
        return self._values[self._codes[which]]


@dataclass(frozen=True, slots=True)
class Side:
    """The events of one signature, and what its key shares with another's.

    Attributes:
        number: Of the signature.
        claims: Its events, ascending.
        parts: The places in its key of what is shared.
    """

    number: int
    claims: array[int]
    parts: tuple[int, ...]


class Claims(Protocol):
    """Events as columns of one length, whose numbers are Python's own integers.

    Attributes:
        number: Of the signature.
        first_seen_ns: Time of the first packet.
        last_seen_ns: Time of the last packet, not before the first.
        packets: How many packets, at least one.
        conclusive: Whether the event is certain.
        common: Bits of the signatures that match all its packets.
    """

    @property
    def number(self) -> Sequence[int]: ...
    @property
    def first_seen_ns(self) -> Sequence[int]: ...
    @property
    def last_seen_ns(self) -> Sequence[int]: ...
    @property
    def packets(self) -> Sequence[int]: ...
    @property
    def conclusive(self) -> Sequence[bool | int]: ...
    @property
    def common(self) -> Sequence[int]: ...

    def ranked(self, bits: Sequence[int]) -> Sequence[int]:
        """Their places: those with most bits first, then by time of the first packet, signature, key as text, and id.

        Args:
            bits: Of each signature.
        """
        ...

    def meetings(self, one: Side, other: Side) -> Iterable[Meeting]:
        """The events of two signatures, those together that agree in all parts of the keys that are given.

        Where none of them has packets that all match the other signature, they may be left out.
        """
        ...


@dataclass(frozen=True, slots=True)
class ListedClaims:
    """Claims from plain lists.

    Attributes:
        key: The key of an event, by its place in the columns: values in the order of its signature's key.
        id: The event's id, by its place; asked for only where nothing else tells two events apart.
    """

    number: Sequence[int]
    first_seen_ns: Sequence[int]
    last_seen_ns: Sequence[int]
    packets: Sequence[int]
    conclusive: Sequence[bool | int]
    common: Sequence[int]
    key: Callable[[int], tuple[Value, ...]]
    id: Callable[[int], str]

    def ranked(self, bits: Sequence[int]) -> Sequence[int]:
        number = self.number
        keys: list[Callable[[int], Any]] = [
            lambda claim: -bits[number[claim]],
            self.first_seen_ns.__getitem__,
            number.__getitem__,
            lambda claim: tuple(map(str, self.key(claim))),
            self.id,
        ]
        return list(sorted_by(range(len(number)), keys))

    def meetings(self, one: Side, other: Side) -> Iterable[Meeting]:
        return meet(one, other, self._values)

    def _values(self, side: Side) -> Iterator[Hashable]:
        return (tuple([key[part] for part in side.parts]) for key in map(self.key, side.claims))


def sorted_by(claims: Iterable[int], keys: Sequence[Callable[[int], Any]]) -> Iterator[int]:
    """Sorted by the first key, and by each further one, which costs more, only what is equal by those before it."""
    first, *others = keys
    for _, run in groupby(sorted(claims, key=first), first):
        tied = list(run)
        yield from sorted_by(tied, others) if others and len(tied) > 1 else tied


def meet(one: Side, other: Side, values: Callable[[Side], Iterable[Hashable]]) -> Iterator[Meeting]:
    """The events of two sides, those together that have equal values; `values` gives those of a side, in its order."""
    if len(one.claims) > len(other.claims):  # the fewer are kept
        yield from ((mine, theirs) for theirs, mine in meet(other, one, values))
        return
    found: dict[Hashable, tuple[array[int], array[int]]] = {}
    for claim, value in zip(one.claims, values(one), strict=True):
        found.setdefault(value, (array("q"), array("q")))[0].append(claim)
    for claim, value in zip(other.claims, values(other), strict=True):
        if value in found:
            found[value][1].append(claim)
    yield from (meeting for meeting in found.values() if meeting[1])
