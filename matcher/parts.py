"""Conditions with their truth: what was asked, what is there, and, of what is composite, each part of it.

Computed by the very functions that define a match (`matcher.evaluate`, `matcher.having`), so that an explanation
cannot disagree with the matcher.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from matcher.evaluate import pairs, truth, value
from matcher.having import Values, item_constant, measure, prepare
from matcher.moment import Moment
from matcher.packet import UNKNOWN, Packet
from matcher.program import SignatureProgram
from matcher.values import Truth
from sigdsl.format import format_expr
from sigdsl.intervals import Intervals
from sigdsl.model import Binary, Call, Compare, Expr, FieldRef, Logic, Unary
from sigdsl.types import constant_of
from sigdsl.walk import fields_of, walk

__all__ = [
    "FOLLOWS_FROM", "Part", "conjuncts", "count_failed", "failing", "inner_conditions", "judge_episode", "judge_packet",
]  # fmt: skip


# What a word for a protocol follows from: "not tcp" is better said as "proto 17".
FOLLOWS_FROM: Final = {
    "tcp": "proto", "udp": "proto", "icmp": "proto", "icmp6": "proto", "sctp": "proto", "ip": "ip.version",
    "ip6": "ip.version",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One condition with its truth, and what it is about: field values of a packet, or measures of an episode.

    A value is None where the field does not apply or the aggregate has no value, `UNKNOWN` where it is not shown.
    Moments and durations are in nanoseconds.

    Attributes:
        text: The condition in canonical form.
        truth: True, False, or `UNKNOWN`.
        values: Of the fields or aggregates that it names, by their text.
        computed: Of sides that are worked out of these: `seq - 1`, `min(p.seq) - min(q.seq)`.
        parts: Of an `and`, `or` or `not`: the conditions that it is made of. Empty for a comparison.
        op: `and`, `or`, `not`; of a comparison its operator; empty for a bare field or aggregate.
        goal: The constant that one field or aggregate is compared with; None where it is none.
    """

    text: str
    truth: Truth
    values: Mapping[str, Any]
    computed: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    op: str = ""
    goal: int | None = None

    @property
    def is_joined(self) -> bool:
        """Whether it is an `and` or an `or`, a chain of comparisons among them."""
        return bool(self.parts) and self.op != "not"


def conjuncts(conditions: Iterable[Expr]) -> list[Expr]:
    """What must all hold, `and` taken apart."""
    found: list[Expr] = []
    for condition in conditions:
        if isinstance(condition, Logic) and condition.op == "and":
            found.extend(conjuncts(condition.operands))
        else:
            found.append(condition)
    return found


def failing(part: Part) -> Iterator[Part]:
    """The comparisons that keep a condition from being true: those whose other truth would change its own.

    Of an `or` these are all its sides, of an `and` the sides that do not hold, of a `not` what it denies.
    """
    if not part.is_joined:
        yield part
        return
    for inner in part.parts:
        if inner.truth is not True:
            yield from failing(inner)


# --- packets -------------------------------------------------------------------------------------------------------


def judge_packet(condition: Expr, packet: Packet, home: Intervals | None = None) -> Part:
    """What a packet has to say to a condition of a pattern."""
    values: dict[str, Any] = {field.name: packet.get(field.name) for field in fields_of(condition)}
    if isinstance(condition, FieldRef) and condition.name in FOLLOWS_FROM:
        behind = FOLLOWS_FROM[condition.name]
        values = {behind: packet.get(behind)}
    return Part(
        text=format_expr(condition),
        truth=truth(condition, packet, home),
        values=values,
        computed={format_expr(side): value(side, packet) for side in _computed_sides(condition)},
        parts=tuple(judge_packet(inner, packet, home) for inner in inner_conditions(condition)),
        op=_op(condition),
        goal=_goal(condition),
    )


def count_failed(conditions: Iterable[Expr], packet: Packet, home: Intervals | None, most: int) -> tuple[int, int]:
    """How many conditions are false, and how many not shown; counted until more than `most` are false."""
    false = hidden = 0
    for condition in conditions:
        found = truth(condition, packet, home)
        false += found is False
        hidden += found is UNKNOWN
        if false > most:
            break
    return false, hidden


# --- episodes ------------------------------------------------------------------------------------------------------


def judge_episode(condition: Expr, signature: SignatureProgram, values: Values, home: Intervals | None) -> Part:
    """What the aggregates of an episode have to say to a part of `having`."""
    number = signature.measures.__getitem__
    calls = [part for part in walk(condition) if isinstance(part, Call)]
    computed = {format_expr(side): measure(side, number)(values) for side in _computed_sides(condition)}
    return Part(
        text=format_expr(condition),
        truth=prepare(condition, number, home)(values),
        values={format_expr(call): _plain(values(number(call))) for call in calls},
        computed={text: _plain(found) for text, found in computed.items()},
        parts=tuple(judge_episode(inner, signature, values, home) for inner in inner_conditions(condition)),
        op=_op(condition),
        goal=_goal(condition),
    )


def _plain(found: Any) -> Any:
    return found.time_ns if isinstance(found, Moment) else found


# --- how conditions are made ---------------------------------------------------------------------------------------


def inner_conditions(condition: Expr) -> tuple[Expr, ...]:
    """The conditions that a condition is made of; those of a chain are its single comparisons."""
    match condition:
        case Logic():
            return condition.operands
        case Unary("not"):
            return (condition.operand,)
        case Compare() if len(condition.rest) > 1:
            return tuple(Compare(left, ((op, right),)) for left, op, right in pairs(condition))
        case _:
            return ()


def _op(condition: Expr) -> str:
    match condition:
        case Logic(op) | Unary("not" as op):
            return op
        case Compare(rest=rest):
            return "and" if len(rest) > 1 else rest[0][0]
        case _:
            return ""


def _goal(condition: Expr) -> int | None:
    match condition:
        case Compare(FieldRef() | Call(), ((_, other),)):
            return item_constant(other)
        case _:
            return None


def _computed_sides(condition: Expr) -> list[Expr]:
    """The sides of a comparison that are worked out and are no constants."""
    if not isinstance(condition, Compare):
        return []
    sides = (condition.first, *(right for _, right in condition.rest))
    return [side for side in sides if isinstance(side, (Binary, Unary)) and constant_of(side) is None and _reads(side)]


def _reads(side: Expr) -> bool:
    return any(isinstance(part, (FieldRef, Call)) for part in walk(side))
