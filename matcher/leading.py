"""Which event leads where several explain the same packets, and which are listed as "also consistent with".

A capture can have a million events, so what is kept of each are a few numbers, and none is compared with all others:
events are brought together by what their keys share, and in time by sums over their beginnings and ends.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matcher.claims import Claims, Coded, Meeting, Side
from matcher.program import Program
from matcher.timeline import Span, Timeline

__all__ = ["Leading", "lead"]


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

    def reported(self) -> Sequence[int]:
        """Those that are not displaced, in order."""
        return array("q", (claim for claim in self.order if not self.displaced[claim]))

    def explained(self) -> Sequence[int]:
        """Those that are displaced, in order."""
        return array("q", (claim for claim in self.order if self.displaced[claim]))


def lead(program: Program, claims: Claims) -> Leading:
    """Which events to report, which of them more specific ones explain, and what else explains the packets of each.

    An event is displaced when more specific events of one other signature match all its packets, hold as many, and
    are not displaced themselves. Nothing inconclusive displaces something conclusive.
    """
    relations = _Relations(program, claims)
    events = _by_signature(claims)
    for rival in _rivals(program, claims):
        relations.settle(rival, claims.meetings(*rival.sides(program, events)))
    order = claims.ranked([signature.bits for signature in program.signatures])
    return Leading(order, relations.displaced, relations.also())


def _by_signature(claims: Claims) -> dict[int, array[int]]:
    found: dict[int, array[int]] = defaultdict(lambda: array("q"))
    for claim, number in enumerate(claims.number):
        found[number].append(claim)
    return found


# --- who is compared with whom ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rival:
    """Two signatures whose events may be about the same packets, and the parts that their keys share."""

    weaker: int
    stronger: int  # has as many bits, or more
    shared: tuple[str, ...]

    def sides(self, program: Program, events: Mapping[int, array[int]]) -> tuple[Side, Side]:
        """Their events, and what these must agree in."""
        weaker, stronger = (
            Side(number, events[number], tuple([_part_at(program, number)[name] for name in self.shared]))
            for number in (self.weaker, self.stronger)
        )
        return weaker, stronger


def _rivals(program: Program, claims: Claims) -> Iterator[_Rival]:
    """All pairs; where a signature is the weaker one, it has been the stronger one in none before."""
    speaks: dict[int, int] = defaultdict(int)
    for number, common in set(zip(claims.number, claims.common, strict=True)):
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
            shared = tuple(sorted(_part_at(program, weaker).keys() & _part_at(program, stronger).keys()))
            if shared:  # else nothing says that the two are about the same hosts
                yield _Rival(weaker, stronger, shared)


def _part_at(program: Program, number: int) -> dict[str, int]:
    """The parts of a signature's key, by their text."""
    return {part.text: at for at, part in enumerate(program.signatures[number].key)}


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


# --- what they are to each other -------------------------------------------------------------------------------------


class _Relations:
    """Finds what is displaced, and collects which other signatures explain the packets of each event."""

    def __init__(self, program: Program, claims: Claims) -> None:
        self._program = program
        self._claims = claims
        self.displaced = bytearray(len(claims.number))
        self._also = array("i", bytes(4 * len(claims.number)))  # which set of signatures
        self._sets = [0]  # bits of signatures, each set once
        self._codes = {0: 0}  # which one it is
        self._longer: dict[tuple[int, int], int] = {}  # set and signature: the set with it

    def settle(self, rival: _Rival, meetings: Iterable[Meeting]) -> None:
        """Relate the events of two signatures that agree. What displaces the stronger one's was settled before."""
        bits = [self._program.signatures[number].bits for number in (rival.weaker, rival.stronger)]
        leads = bits[1] > bits[0]
        for weaker, stronger in meetings:
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
        timeline = Timeline(map(self._span, others))
        for claim in claims:
            if timeline.held(*self._span(claim)[:2]):
                self._note(claim, number)

    def _span(self, claim: int) -> Span:
        claims = self._claims
        return claims.first_seen_ns[claim], claims.last_seen_ns[claim], claims.packets[claim]

    def _note(self, claim: int, number: int) -> None:
        known = self._also[claim], number
        longer = self._longer.get(known)
        if longer is None:
            longer = self._longer[known] = self._code_of(self._sets[known[0]] | 1 << number)
        self._also[claim] = longer

    def _code_of(self, bits: int) -> int:
        code = self._codes.setdefault(bits, len(self._sets))
        if code == len(self._sets):
            self._sets.append(bits)
        return code

    def also(self) -> Coded[tuple[str, ...]]:
        """The slugs of what was noted with each claim."""
        signatures = self._program.signatures
        slugs = [tuple(sorted(signatures[number].slug for number in _numbers(bits))) for bits in self._sets]
        return Coded(slugs, self._also)

    def _displace(self, claims: Sequence[int], leaders: Sequence[int]) -> None:
        """Displace claims when the leaders of their time hold as many packets."""
        standing = [leader for leader in leaders if not self.displaced[leader]]
        for certain in (False, True):
            judged = [claim for claim in claims if bool(self._claims.conclusive[claim]) is certain]
            able = [leader for leader in standing if self._claims.conclusive[leader]] if certain else standing
            if not judged or not able:
                continue
            timeline = Timeline(map(self._span, able))
            for claim in judged:
                first, last, packets = self._span(claim)
                self.displaced[claim] |= timeline.held(first, last) >= packets
