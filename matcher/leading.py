"""Which event leads where several explain the same packets, and which are listed as "also consistent with".

A capture can have a million events, so what is kept of each are a few numbers, and none is compared with all others:
events are brought together by what their keys share, and in time by sums over their beginnings and ends.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from matcher.packet import Value
from matcher.program import Program
from matcher.timeline import Span, Timeline

__all__ = ["Claims", "Leading", "lead"]


@dataclass(frozen=True, slots=True)
class Claims:
    """Events that lay claim to packets, as columns of one length: lists or arrays of Python's own integers.

    Attributes:
        number: Of the signature.
        first_seen_ns: Time of the first packet.
        last_seen_ns: Time of the last packet, not before the first.
        packets: How many packets, at least one.
        conclusive: Whether the event is certain.
        common: Bits of the signatures that match all its packets.
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

    def __len__(self) -> int:
        return len(self.number)

    def span(self, claim: int) -> Span:
        """When the event was, and how many packets it holds."""
        return self.first_seen_ns[claim], self.last_seen_ns[claim], self.packets[claim]


@dataclass(frozen=True, slots=True)
class Leading:
    """What became of the claims, each by its place in their columns.

    Attributes:
        order: All of them, those with most bits first.
        displaced: 1 for those that more specific events explain.
        also: Slugs of the other signatures that explain the same packets, in alphabetical order.
    """

    order: Sequence[int]
    displaced: bytearray
    also: Sequence[tuple[str, ...]]

    def reported(self) -> list[int]:
        """Those that are not displaced, in order."""
        return [claim for claim in self.order if not self.displaced[claim]]

    def explained(self) -> list[int]:
        """Those that are displaced, in order."""
        return [claim for claim in self.order if self.displaced[claim]]


def lead(program: Program, claims: Claims) -> Leading:
    """Which events to report, which of them more specific ones explain, and what else explains the packets of each.

    An event is displaced when more specific events of one other signature match all its packets, hold as many, and
    are not displaced themselves. Nothing inconclusive displaces something conclusive.
    """
    relations = _Relations(program, claims)
    for rival in _rivals(program, claims):
        relations.settle(rival)
    return Leading(_ranked(program, claims), relations.displaced, _named(program, relations.also))


# --- order -----------------------------------------------------------------------------------------------------------


def _ranked(program: Program, claims: Claims) -> Sequence[int]:
    """Most bits first, then by time, name and key."""
    signatures, number = program.signatures, claims.number
    keys: list[Callable[[int], Any]] = [
        lambda claim: -signatures[number[claim]].bits,
        claims.first_seen_ns.__getitem__,
        lambda claim: signatures[number[claim]].slug,
        lambda claim: tuple(str(value) for value in claims.key(claim)),
        claims.id,
    ]
    return array("q", _sorted(range(len(claims)), keys))


def _sorted(claims: Iterable[int], keys: Sequence[Callable[[int], Any]]) -> Iterator[int]:
    """Sorted by the first key, and by each further one, which costs more, only what is equal by those before it."""
    first, *others = keys
    for _, run in groupby(sorted(claims, key=first), first):
        tied = list(run)
        yield from _sorted(tied, others) if others and len(tied) > 1 else tied


# --- who is compared with whom ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rival:
    """Two signatures whose events may be about the same packets, and the parts that their keys share."""

    weaker: int
    stronger: int  # has as many bits, or more
    shared: tuple[str, ...]


def _rivals(program: Program, claims: Claims) -> Iterator[_Rival]:
    """All pairs; where a signature is the weaker one, it has been the stronger one in none before."""
    speaks: dict[int, int] = defaultdict(int)
    for number, common in zip(claims.number, claims.common, strict=True):
        speaks[number] |= common
    signatures, related = program.signatures, _related(program)
    linked: dict[int, set[int]] = defaultdict(set)
    for number, common in speaks.items():
        for other in _numbers(common):
            if other in speaks and not related[number] >> other & 1:
                linked[number].add(other)
                linked[other].add(number)
    ranked = sorted(speaks, key=lambda number: -signatures[number].bits)
    rank = {number: at for at, number in enumerate(ranked)}
    for at, weaker in enumerate(ranked):
        for stronger in sorted((other for other in linked[weaker] if rank[other] < at), key=rank.__getitem__):
            theirs = {part.text for part in signatures[stronger].key}
            shared = tuple(sorted(theirs.intersection(part.text for part in signatures[weaker].key)))
            if shared:  # else nothing says that the two are about the same hosts
                yield _Rival(weaker, stronger, shared)


def _numbers(bits: int) -> Iterator[int]:
    """The bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _related(program: Program) -> list[int]:
    """For each signature, the bits of itself and of those that it observes or that observe it, directly or not."""
    related = [signature.seen_by for signature in program.signatures]
    for number, signature in enumerate(program.signatures):
        for other in _numbers(signature.seen_by):
            related[other] |= 1 << number
    return related


class _Meetings:
    """Brings together the events of two signatures that agree in all that their keys share."""

    def __init__(self, program: Program, claims: Claims) -> None:
        self._program = program
        self._claims = claims
        self._of: dict[int, array[int]] = defaultdict(lambda: array("q"))
        for claim, number in enumerate(claims.number):
            self._of[number].append(claim)
        self._names: dict[tuple[str, ...], dict[Any, int]] = defaultdict(dict)
        self._groups: dict[tuple[int, tuple[str, ...]], _Groups] = {}

    def of(self, rival: _Rival) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Events of the weaker and of the stronger signature, those that agree together."""
        weaker, stronger = self._grouped(rival.weaker, rival.shared), self._grouped(rival.stronger, rival.shared)
        if len(weaker.claims) <= len(stronger.claims):
            yield from weaker.meet(stronger)
        else:
            yield from ((mine, theirs) for theirs, mine in stronger.meet(weaker))

    def _grouped(self, number: int, shared: tuple[str, ...]) -> _Groups:
        groups = self._groups.get((number, shared))
        if groups is None:
            part_at = {part.text: at for at, part in enumerate(self._program.signatures[number].key)}
            places = [part_at[name] for name in shared]
            groups = self._groups[number, shared] = _Groups.of(
                self._of[number], self._claims.key, places, self._names[shared]
            )
        return groups


@dataclass(frozen=True, slots=True)
class _Groups:
    """Events of one signature, those that agree in certain parts of their keys beside each other."""

    claims: array[int]
    names: array[int]  # of what they agree in: a number, the same for all signatures

    @classmethod
    def of(
        cls, claims: array[int], key: Callable[[int], tuple[Value, ...]], places: list[int], known: dict[Any, int]
    ) -> _Groups:
        """`known` numbers the values that were met before."""
        names = array("q")
        for claim in claims:
            values = key(claim)
            value = values[places[0]] if len(places) == 1 else tuple([values[at] for at in places])
            names.append(known.setdefault(value, len(known)))
        order = sorted(range(len(claims)), key=names.__getitem__)
        return cls(array("q", map(claims.__getitem__, order)), array("q", map(names.__getitem__, order)))

    def meet(self, other: _Groups) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Groups of both that agree."""
        names, there, end = self.names, other.names, len(other.names)
        at = low = 0
        while at < len(names) and low < end:
            name, start = names[at], at
            while at < len(names) and names[at] == name:
                at += 1
            if there[low] < name:
                low = bisect_left(there, name, low)
            high = low
            while high < end and there[high] == name:
                high += 1
            if high > low:
                yield self.claims[start:at], other.claims[low:high]
                low = high


# --- what they are to each other -------------------------------------------------------------------------------------


class _Relations:
    """Finds what is displaced, and collects which other signatures explain the packets of each event."""

    def __init__(self, program: Program, claims: Claims) -> None:
        self._program = program
        self._claims = claims
        self._meetings = _Meetings(program, claims)
        self.displaced = bytearray(len(claims))
        self.also = [0] * len(claims)  # bits of signatures
        self._sets: dict[int, int] = {}  # so that equal ones are one number

    def settle(self, rival: _Rival) -> None:
        """Relate all events of two signatures. What displaces the stronger one's must have been settled before."""
        bits = [self._program.signatures[number].bits for number in (rival.weaker, rival.stronger)]
        leads = bits[1] > bits[0]
        for weaker, stronger in self._meetings.of(rival):
            if len(weaker) == len(stronger) == 1:
                self._relate_two(rival, weaker[0], stronger[0], leads=leads)
            else:
                self._relate(rival, weaker, stronger, leads=leads)

    def _relate_two(self, rival: _Rival, weaker: int, stronger: int, *, leads: bool) -> None:
        """What `_relate` does, for one event of each signature: so it is in a flood, hundreds of thousands of times."""
        claims = self._claims
        first, last = claims.first_seen_ns, claims.last_seen_ns
        if first[weaker] > last[stronger] or first[stronger] > last[weaker]:
            return
        is_explained = claims.common[weaker] >> rival.stronger & 1
        if claims.common[stronger] >> rival.weaker & 1 or (leads and is_explained):
            self._note(stronger, rival.weaker)
        if is_explained and not leads:
            self._note(weaker, rival.stronger)
        elif is_explained and not self.displaced[stronger]:
            is_able = claims.conclusive[stronger] or not claims.conclusive[weaker]
            self.displaced[weaker] |= is_able and claims.packets[stronger] >= claims.packets[weaker]

    def _relate(self, rival: _Rival, weaker: Sequence[int], stronger: Sequence[int], *, leads: bool) -> None:
        """Relate events that agree in what their keys share.

        Where the packets of one all match the other's signature, the one that leads names the other; of two that are
        equals, the one whose packets they are does.
        """
        explained = self._matching(weaker, rival.stronger)
        consistent = self._matching(stronger, rival.weaker)
        self._list(rival.weaker, consistent, weaker)
        if leads:
            self._list(rival.weaker, stronger, explained)
            self._displace(explained, stronger)
        else:
            self._list(rival.stronger, explained, stronger)

    def _matching(self, claims: Sequence[int], number: int) -> list[int]:
        common = self._claims.common
        return [claim for claim in claims if common[claim] >> number & 1]

    def _list(self, number: int, claims: Sequence[int], others: Sequence[int]) -> None:
        """Note the signature of the others with the claims at whose time one of them was."""
        if not claims or not others:
            return
        timeline = Timeline(map(self._claims.span, others))
        for claim in claims:
            if timeline.held(*self._claims.span(claim)[:2]):
                self._note(claim, number)

    def _note(self, claim: int, number: int) -> None:
        both = self.also[claim] | 1 << number
        self.also[claim] = self._sets.setdefault(both, both)

    def _displace(self, claims: Sequence[int], leaders: Sequence[int]) -> None:
        """Displace claims when the leaders of their time hold as many packets."""
        standing = [leader for leader in leaders if not self.displaced[leader]]
        for certain in (False, True):
            judged = [claim for claim in claims if bool(self._claims.conclusive[claim]) is certain]
            able = [leader for leader in standing if self._claims.conclusive[leader]] if certain else standing
            if not judged or not able:
                continue
            timeline = Timeline(map(self._claims.span, able))
            for claim in judged:
                first, last, packets = self._claims.span(claim)
                self.displaced[claim] |= timeline.held(first, last) >= packets


def _named(program: Program, also: Sequence[int]) -> list[tuple[str, ...]]:
    """Sets of signatures as their slugs, equal ones as one tuple."""
    slugs = {
        bits: tuple(sorted(each.slug for number, each in enumerate(program.signatures) if bits >> number & 1))
        for bits in set(also)
    }
    return [slugs[bits] for bits in also]
