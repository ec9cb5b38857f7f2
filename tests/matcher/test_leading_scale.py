"""Leading among many events: the same as when each is compared with all others, and not as slow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.claims import ListedClaims
from matcher.leading import Leading, lead
from matcher.packet import Value
from matcher.program import Program
from tests.matcher.building import compiled

# Keys that share one part, several or none; two signatures with the same number of bits; one that observes another.
PROGRAM = compiled(
    """
    signature a { packet p { flags == SYN } event by src gap 10s having count(p) >= 1 }
    signature b { packet p { flags == SYN; ack == 7 } event by src, dst gap 10s having count(p) >= 1 }
    signature c { packet p { flags == SYN; ack == 8 } event by dport, src gap 10s having count(p) >= 1 }
    signature d { packet p { flags == SYN; ack == 9; id == 5 } event by dport gap 10s having count(p) >= 1 }
    signature e { packet p { flags == SYN; window == 55 } event by dst, src gap 10s having count(p) >= 1 }
    signature f { observe b as o event by src gap 60s having count(o) >= 1 }
    """
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One event, as a row."""

    number: int
    first: int
    last: int
    packets: int
    conclusive: bool
    common: int
    key: tuple[Value, ...]
    id: str

    @property
    def bits(self) -> int:
        return PROGRAM.signatures[self.number].bits

    @property
    def slug(self) -> str:
        return PROGRAM.signatures[self.number].slug

    @property
    def parts(self) -> dict[str, Value]:
        return dict(zip((part.text for part in PROGRAM.signatures[self.number].key), self.key, strict=True))


def columns(claims: list[Claim]) -> ListedClaims:
    return ListedClaims(
        number=[claim.number for claim in claims],
        first_seen_ns=[claim.first for claim in claims],
        last_seen_ns=[claim.last for claim in claims],
        packets=[claim.packets for claim in claims],
        conclusive=[claim.conclusive for claim in claims],
        common=[claim.common for claim in claims],
        key=lambda at: claims[at].key,
        id=lambda at: claims[at].id,
    )


# --- each with all others --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Candidate:
    claim: Claim
    place: int
    also: set[str] = field(default_factory=set)
    explained_by: list[Candidate] = field(default_factory=list)
    displaced: bool = False


def one_by_one(claims: list[Claim]) -> Leading:
    """What `lead` does, as docs/design.md says it."""
    candidates = [Candidate(claim, place) for place, claim in enumerate(claims)]
    ranked = sorted(candidates, key=rank)
    for candidate in ranked:
        for other in ranked:
            if matches_all_of(other.claim, candidate.claim):
                if other.claim.bits > candidate.claim.bits:
                    candidate.explained_by.append(other)
                    other.also.add(candidate.claim.slug)
                else:
                    candidate.also.add(other.claim.slug)
    for candidate in ranked:
        candidate.displaced = any(held >= candidate.claim.packets for held in held_by_leaders(candidate))
    return Leading(
        [candidate.place for candidate in ranked],
        bytearray(candidate.displaced for candidate in candidates),
        [tuple(sorted(candidate.also)) for candidate in candidates],
    )


def rank(candidate: Candidate) -> tuple[int, int, str, tuple[str, ...], str]:
    claim = candidate.claim
    return -claim.bits, claim.first, claim.slug, tuple(str(value) for value in claim.key), claim.id


def matches_all_of(other: Claim, claim: Claim) -> bool:
    """The other's signature matches all packets of the claim, which are about the same hosts at the same time."""
    shared = [name for name in claim.parts if name in other.parts]
    return bool(
        claim.common >> other.number & 1
        and not are_related(PROGRAM, claim.number, other.number)
        and other.first <= claim.last
        and claim.first <= other.last
        and shared
        and all(claim.parts[name] == other.parts[name] for name in shared)
    )


def are_related(program: Program, one: int, other: int) -> bool:
    return bool(program.signatures[one].seen_by >> other & 1 or program.signatures[other].seen_by >> one & 1)


def held_by_leaders(candidate: Candidate) -> Iterator[int]:
    held: dict[int, int] = defaultdict(int)
    for leader in candidate.explained_by:
        if not leader.displaced and (leader.claim.conclusive or not candidate.claim.conclusive):
            held[leader.claim.number] += leader.claim.packets
    yield from held.values()


# --- the same --------------------------------------------------------------------------------------------------------

VALUES: st.SearchStrategy[Value] = st.sampled_from([1, 2, 1 << 129, "host.example"])


@st.composite
def a_claim(draw: st.DrawFn) -> Claim:
    number = draw(st.integers(0, len(PROGRAM.signatures) - 1))
    first = draw(st.integers(-20, 20))
    return Claim(
        number=number,
        first=first,
        last=first + draw(st.integers(0, 12)),
        packets=draw(st.integers(1, 4)),
        conclusive=draw(st.booleans()),
        common=draw(st.integers(0, (1 << len(PROGRAM.signatures)) - 1)) | 1 << number,
        key=tuple(draw(VALUES) for _ in PROGRAM.signatures[number].key),
        id=draw(st.text("0123456789abcdef", min_size=1, max_size=2)),
    )


@settings(max_examples=1000, deadline=None)
@given(st.lists(a_claim(), max_size=40))
def test_it_is_as_if_each_were_compared_with_all_others(claims: list[Claim]) -> None:
    found, expected = lead(PROGRAM, columns(claims)), one_by_one(claims)
    assert [claims[at] for at in found.order] == [claims[at] for at in expected.order]  # twins may stand either way
    assert list(found.displaced) == list(expected.displaced)
    assert list(found.also) == list(expected.also)
    assert sorted(found.reported() + found.explained()) == list(range(len(claims)))


def test_there_is_something_to_relate() -> None:
    """The program has pairs of every kind, so that the test above can fail."""
    bits = {signature.slug: signature.bits for signature in PROGRAM.signatures}
    assert bits["b"] == bits["c"] > bits["e"] > bits["a"]
    assert bits["d"] > bits["b"]
    assert are_related(PROGRAM, 1, 5)


# --- many ------------------------------------------------------------------------------------------------------------

MANY = 4_000
EVERY = (1 << len(PROGRAM.signatures)) - 1


def row(number: int, at: int, key: tuple[Value, ...]) -> Claim:
    return Claim(number, at, at + 1_000_000, 2, True, EVERY, key, str(at))


def test_thousands_of_events_of_one_host_at_the_same_time() -> None:
    """All overlap all, 16 million pairs: the keys are looked at a few times for each event, not for each pair."""
    claims = [row(1, at, (1, at)) for at in range(MANY)] + [row(2, at, (at, 1)) for at in range(MANY)]
    looked_at = 0

    def key(at: int) -> tuple[Value, ...]:
        nonlocal looked_at
        looked_at += 1
        return claims[at].key

    found = lead(PROGRAM, replace(columns(claims), key=key))
    assert set(found.also) == {("b",), ("c",)}
    assert not any(found.displaced)
    assert looked_at <= 4 * len(claims)


def test_times_that_no_calendar_has() -> None:
    claims = [row(0, 10**30, (1,)), row(1, 10**30, (1, 2)), row(1, -(10**30), (1, 2))]
    found = lead(PROGRAM, columns(claims))
    assert list(found.displaced) == [1, 0, 0]
    assert list(found.also) == [(), ("a",), ()]
