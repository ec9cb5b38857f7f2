"""How the packets of one conversation belong together: their order, and whether an answer acknowledges what was asked.

The least `seq` and `ack` of each kind of packet stand for it; what is said is how far two are apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2
from typing import Any, Final

from matcher.event import Event
from sigdsl.format_expr import format_expr
from sigdsl.model import Call, Compare, Expr, PatternRef
from sigdsl.walk import fields_of
from tracelore.drafting.choosing import Chosen
from tracelore.drafting.invariant import LEAST_EVIDENCE, cost_of_number
from tracelore.drafting.terms import equal, is_constant, named, number, term

__all__ = ["asked_of_talk", "order_of", "talk_conditions"]

_NUMBERS: Final = ("seq", "ack")
_MOD32: Final = (1 << 32) - 1
_EXPECTED: Final = 4.0  # bits that it costs to find what one would look for first
_A_SEGMENT: Final = 1_500  # so much further may be what was said in between


@dataclass(frozen=True, slots=True)
class _Number:
    """The least number of one kind of packet in each event."""

    call: Call
    field: str
    of: Chosen
    values: tuple[int, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether the pattern says what it is."""
        said = (each.condition for each in self.of.kept if is_constant(each.condition))
        return any(field.name == self.field for condition in said for field in fields_of(condition))


def asked_of_talk(chosen: Sequence[Chosen]) -> list[Call]:
    """What to measure of a conversation: the numbers that its packets show, and its TTLs."""
    return [*_numbers(chosen), Call("distinct", (named("ttl"),))] if len(chosen) > 1 else []


def _numbers(chosen: Sequence[Chosen]) -> list[Call]:
    return [Call("min", (named(field, each.shape.name),)) for each in chosen for field in _NUMBERS
            if all(isinstance(packet.get(field), int) for packet in each.shape.packets)]  # fmt: skip


def order_of(chosen: Sequence[Chosen]) -> Expr | None:
    """That the kinds of packets come in the order in which they stand there; None where there is only one."""
    first, *later = (Call("first", (PatternRef(each.shape.name),)) for each in chosen)
    return Compare(first, tuple(("<", each) for each in later)) if later else None


def talk_conditions(chosen: Sequence[Chosen], events: Sequence[Event]) -> Iterator[Expr]:
    """What holds of the numbers of all these conversations.

    Args:
        chosen: The patterns.
        events: With the values of what `asked_of_talk` asks.
    """
    ways = Call("distinct", (named("ttl"),))
    different = [event.measures.get(format_expr(ways)) for event in events]
    if different and all(isinstance(each, int) and each > 1 for each in different):
        yield Compare(ways, ((">=", number(2)),))  # one side's packets come from several places
    yield from _relations(chosen, events)


def _relations(chosen: Sequence[Chosen], events: Sequence[Event]) -> Iterator[Expr]:
    """Differences that are the same in all events, the plainest first, none of which follows from those before."""
    numbers = list(_measured(chosen, events))
    found = [_difference(one, other, len(numbers)) for one, other in combinations(numbers, 2)]
    known = {number.call: {number.call} for number in numbers}
    for evidence, apart, one, other in sorted(
        (each for each in found if each is not None), key=lambda each: (-each[0], abs(each[1]))
    ):
        if evidence < LEAST_EVIDENCE or known[one.call] is known[other.call]:
            continue
        joined = known[one.call] | known[other.call]
        known.update(dict.fromkeys(joined, joined))
        larger, less = (one, other) if apart >= 0 else (other, one)
        yield equal(term("-", larger.call, less.call), number(abs(apart)))


def _measured(chosen: Sequence[Chosen], events: Sequence[Event]) -> Iterator[_Number]:
    by_name: Mapping[str, Chosen] = {each.shape.name: each for each in chosen}
    for call in _numbers(chosen):
        values: list[Any] = [event.measures.get(format_expr(call)) for event in events]
        if values and all(isinstance(value, int) and value for value in values):  # 0 is no number of a conversation
            (field,) = fields_of(call)
            yield _Number(call, field.name, by_name[str(field.of)], tuple(values))


_Difference = tuple[float, int, _Number, _Number]


def _difference(one: _Number, other: _Number, candidates: int) -> _Difference | None:
    """What speaks for it, how far they are apart, and both; None where that differs or may be the length of a talk."""
    if one.of is other.of or one.is_fixed and other.is_fixed:
        return None
    differences = {(left - right) & _MOD32 for left, right in zip(one.values, other.values, strict=True)}
    if len(differences) > 1:
        return None
    (apart,) = differences
    near = apart - (1 << 32) if apart >> 31 else apart
    if 1 < abs(near) <= _A_SEGMENT and len(one.values) == 1:
        return None
    crosses = one.of.shape.answers is not other.of.shape.answers
    expected = (one.field != other.field) is crosses
    tried = _EXPECTED if expected else log2(4 * candidates**2)
    return 32.0 * len(set(one.values)) - cost_of_number(near) - tried, near, one, other
