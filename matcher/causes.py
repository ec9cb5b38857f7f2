"""What follows from what: of the conditions that packets do not meet, those that fail because of another one.

A packet differs in one thing, and several conditions may speak of it. They are one cause where

* they ask about one field, or about fields that are worked out of it (`hops` of `ttl`);
* they ask about lengths that contain each other, and one other length would satisfy them all;
* a field is not there because of the other: no `mss` without that option, no `seq` in a UDP packet;
* an aggregate measures, over packets that a pattern does not want, the very field because of which it does not;
* several aggregates measure one field of the same packets;
* packets of one pattern are missing: none of them, so none before or after others; one packet has not two ports.

Nothing else is called a consequence: two fields that differ are two causes, however often they do so together.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matcher.evaluate import truth
from matcher.packet import Packet
from matcher.parts import FOLLOWS_FROM, Part, inner_conditions
from sigdsl.fields import FIELDS, Kind
from sigdsl.format import format_expr
from sigdsl.intervals import Intervals
from sigdsl.model import Call, Compare, Expr, FieldRef, PatternRef
from sigdsl.types import constant_of
from sigdsl.walk import fields_of, walk

__all__ = [
    "Missing",
    "causes_on_packet",
    "fails_by_measuring",
    "may_measure",
    "measure_alike",
    "missing_observations",
    "sources",
]

_COMPUTED_OF: Final = {**FOLLOWS_FROM, "ittl": "ttl", "hops": "ttl", "dscp": "tos", "ecn": "tos"}
_LENGTHS: Final = frozenset(("ip.len", "udp.len", "payload.len"))
_OPTION_OF: Final = {"mss": "mss", "wscale": "wscale", "ts.val": "ts", "ts.ecr": "ts"}
_MOST_SHIFTS: Final = 32


def sources(condition: Expr) -> frozenset[str]:
    """The fields that a condition asks about, each as the one that it is worked out of."""
    return frozenset(_COMPUTED_OF.get(field.name, field.name) for field in fields_of(condition))


# --- packets ---------------------------------------------------------------------------------------------------------


def causes_on_packet(failing: Sequence[Expr], packet: Packet, home: Intervals | None) -> tuple[int, ...]:
    """For each condition that a packet does not meet, the place of the one because of which it does not.

    Its own place where nothing else is the reason. Of several that fail for one reason the first is named, and before
    all the one of a field without which others are not there.
    """
    places = range(len(failing))
    behind = [
        next((cause for cause in places if cause != at and _explains(failing, cause, at, packet, home)), at)
        for at in places
    ]
    return tuple(_first(behind, at) for at in places)


def _first(behind: Sequence[int], at: int) -> int:
    """The beginning of a chain of reasons. There is one: they lead to a lower layer, or to an earlier place."""
    while behind[at] != at:
        at = behind[at]
    return at


def _explains(failing: Sequence[Expr], cause: int, effect: int, packet: Packet, home: Intervals | None) -> bool:
    one, other = failing[cause], failing[effect]
    absent = _absent(other, packet)
    if absent and {_carrier(name) for name in absent} == sources(one):
        return True
    return cause < effect and _are_one(one, other, packet, home)


def _are_one(one: Expr, other: Expr, packet: Packet, home: Intervals | None) -> bool:
    """Whether two conditions fail for one reason."""
    absent = _absent(one, packet), _absent(other, packet)
    if all(absent):
        return {_unit(name) for name in absent[0]} == {_unit(name) for name in absent[1]}
    asked = sources(one) | sources(other)
    if asked <= _LENGTHS:
        return _one_length(packet, (one, other), home)
    return len(asked) == 1 and all(FIELDS[name].kind is not Kind.BYTES for name in asked)


def _absent(condition: Expr, packet: Packet) -> list[str]:
    return [field.name for field in fields_of(condition) if packet.get(field.name) is None]


def _carrier(name: str) -> str:
    """The field that tells whether a packet has another one; empty where none does."""
    if name in _OPTION_OF:
        return "options"
    if name in ("sport", "dport") or name.startswith("icmp."):
        return "proto"
    return _COMPUTED_OF.get(FIELDS[name].protocol, "")


def _unit(name: str) -> str:
    """What a field comes and goes with."""
    return _OPTION_OF.get(name) or FIELDS[name].protocol or name


def _one_length(packet: Packet, conditions: Sequence[Expr], home: Intervals | None) -> bool:
    """Whether all would hold of a packet so many bytes longer or shorter, with headers as long as they are."""
    lengths = {name: value for name in _LENGTHS if isinstance(value := packet.get(name), int)}
    asked = {constant for each in conditions for part in walk(each) if (constant := constant_of(part)) is not None}
    shifts = {constant - value for constant in asked for value in lengths.values()}
    for shift in sorted(shifts, key=abs)[:_MOST_SHIFTS]:
        moved = {name: value + shift for name, value in lengths.items()}
        other = replace(packet, fields={**packet.fields, **moved})
        if all(truth(each, other, home) is True for each in conditions):
            return True
    return False


# --- episodes --------------------------------------------------------------------------------------------------------


def may_measure(condition: Expr, asked: frozenset[str]) -> bool:
    """Whether a comparison within a part of `having` is about nothing but the one field that is asked about."""
    return any(_measures(part, asked) for part in walk(condition) if isinstance(part, Compare))


def fails_by_measuring(condition: Expr, part: Part, asked: frozenset[str], patterns: Container[str]) -> bool:
    """Whether a part of `having` fails because of the values that packets of some patterns have in one field."""

    def is_about_them(comparison: Expr, _: Part) -> bool:
        return _measures(comparison, asked) and all(name in patterns for name in _names(comparison))

    return _fails_by(condition, part, is_about_them)


def _measures(comparison: Expr, asked: frozenset[str]) -> bool:
    return len(asked) == 1 and sources(comparison) == asked


def measure_alike(one: Expr, other: Expr) -> bool:
    """Whether two parts of `having` are about one field of the same packets."""
    return len(sources(one)) == 1 and (sources(one), _names(one)) == (sources(other), _names(other))


def _fails_by(condition: Expr, part: Part, reason: Callable[[Expr, Part], bool]) -> bool:
    """Whether a condition would hold if the comparisons did that fail for a reason."""
    if part.op not in ("and", "or"):
        return reason(condition, part)
    pairs = zip(inner_conditions(condition), part.parts, strict=True)
    found = [_fails_by(inner, its, reason) for inner, its in pairs if its.truth is not True]
    return all(found) if part.op == "and" else any(found)


@dataclass(frozen=True, slots=True)
class Missing:
    """Observations of which an episode has too few.

    Attributes:
        name: The pattern or observed signature.
        places: Of what fails: which does because of that, whatever the missing ones may be like.
        asking: Which of these says how many there must be; None where none does.
    """

    name: str
    places: tuple[int, ...]
    asking: int | None


def missing_observations(failing: Sequence[tuple[Expr, Part]], counts: Mapping[str, int]) -> list[Missing]:
    """What an episode has too few of, those first because of which most fails.

    Where there are none of a name, what is asked of them has no value. Where there are some, so many have no more
    different values, and as many as a count asks for would be enough.

    Args:
        failing: The parts of `having` that do not hold, and how they stand.
        counts: Observations of each name.
    """
    found = []
    for name, count in counts.items():
        asking = {at: _goal(*each) for at, each in enumerate(failing) if name in _names(each[0])}
        goals = {at: goal for at, goal in asking.items() if goal is not None}
        lack = _Lack(name, count, sum(counts.values()), max(goals.values(), default=1) - count)
        hanging = tuple(at for at, (condition, part) in enumerate(failing) if _fails_by(condition, part, lack.explains))
        if hanging:
            asked = sorted((at for at in hanging if at in goals), key=lambda at: not _counts(failing[at][0]))
            found.append(Missing(name, hanging, asked[0] if asked else None))
    return sorted(found, key=lambda each: -len(each.places))


@dataclass(frozen=True, slots=True)
class _Lack:
    """Observations that are missing.

    Attributes:
        name: What they are called.
        count: How many there are.
        total: How many there are of all names.
        more: How many more are asked for.
    """

    name: str
    count: int
    total: int
    more: int

    def explains(self, condition: Expr, part: Part) -> bool:
        """Whether a comparison fails because of it."""
        names = _names(condition)
        if not self.count and self.name in names:
            without = [call for call in _calls(condition) if part.values[format_expr(call)] is None]
            return all(self.name in _names(call) for call in without)
        goal = _goal(condition, part)
        if goal is None or (names and self.name not in names):
            return False
        there = self.count if names else self.total
        return there < goal <= there + self.more


def _goal(condition: Expr, part: Part) -> int | None:
    """How many observations there must be at the least for a count to be what is asked."""
    match condition:
        case Compare(Call("count" | "distinct"), ((">=" | ">" as op, _),)) if part.goal is not None:
            return part.goal + (op == ">")
        case _:
            return None


def _counts(condition: Expr) -> bool:
    return any(call.name == "count" for call in _calls(condition))


def _calls(condition: Expr) -> list[Call]:
    return [part for part in walk(condition) if isinstance(part, Call)]


def _names(condition: Expr) -> frozenset[str]:
    """The patterns and observed signatures that aggregates are over; none where they are over all."""
    parts = list(walk(condition))
    named = [part.name for part in parts if isinstance(part, PatternRef)]
    return frozenset((*named, *(part.of for part in parts if isinstance(part, FieldRef) and part.of)))
