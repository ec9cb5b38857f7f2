"""What makes one event of the packets: the key that they share, the gap that they keep, and what then holds of them.

The engine itself measures: a signature whose `having` names every aggregate in question is run over the packets, and
its events tell the values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final, Literal

from matcher import MatchOptions, compile_signatures, run
from matcher.event import Event
from matcher.packet import Packet
from sigdsl.model import (
    Call,
    Compare,
    Duration,
    EventRule,
    Expr,
    Logic,
    PacketPattern,
    PatternRef,
    Signature,
)
from tracelore.drafting.choosing import Chosen
from tracelore.drafting.talks import asked_of_talk, order_of, talk_conditions
from tracelore.drafting.terms import named, number
from tracelore.drafting.together import asked_of, conditions_of

__all__ = ["Measured", "event_rule", "patterns_of"]

Keys = tuple[str, ...]

_ENDS: Final[Mapping[str, str]] = {"src": "dst", "dst": "src", "sport": "dport", "dport": "sport"}
_CONNECTION: Final[Keys] = ("src", "sport", "dst", "dport")
# What an analyst would call one event, most telling first: a source, a pair of hosts, a victim, a service.
_KEYS: Final[tuple[Keys, ...]] = (("src",), ("dst",), ("dport",), ("sport",), ("proto",), ("ip.version",))
_OF_A_SOURCE: Final = 5  # packets, with which a source is an event of its own
_GAPS: Final[tuple[tuple[int, Literal["s", "m", "h", "d"]], ...]] = (
    (10, "s"), (60, "s"), (5, "m"), (30, "m"), (1, "h"), (6, "h"), (1, "d"), (7, "d"), (30, "d"), (365, "d"),
)  # fmt: skip
_LENIENT: Final = 2  # a gap may be so many times the longest seen
_TELLING: Final = 0.9  # share of the packets whose events must meet the condition


@dataclass(frozen=True, slots=True)
class Measured:
    """The event rule, and what was measured under it.

    Attributes:
        rule: `event by KEY gap DURATION having CONDITION`.
        events: How many events the sample makes under this key and gap without a condition.
        packets: Packets of each of them, the largest first.
        values: Of the largest: each aggregate by its text.
        longest_pause_ns: Between neighbouring packets of one key.
    """

    rule: EventRule
    events: int
    packets: tuple[int, ...]
    values: Mapping[str, Any]
    longest_pause_ns: int


def patterns_of(chosen: Iterable[Chosen]) -> tuple[PacketPattern, ...]:
    """The packet patterns of a draft."""
    return tuple(PacketPattern(each.shape.name, each.conditions, from_responder=each.shape.answers) for each in chosen)


def event_rule(chosen: Sequence[Chosen]) -> Measured:
    """The key and gap that make as few events as possible of all packets, and a condition that they meet."""
    key = _key(chosen)
    pause = _longest_pause(chosen, key)
    gap = next((Duration(*each) for each in _GAPS if Duration(*each).ns >= _LENIENT * pause), Duration(*_GAPS[-1]))
    plain = EventRule(tuple(named(name) for name in key), gap)
    is_talk = key == _CONNECTION
    asked = [*asked_of(chosen), *(asked_of_talk(chosen) if is_talk else ())]
    events = sorted(_measure(chosen, plain, asked), key=lambda event: (-event.packets, event.first_seen_ns))
    telling = _telling(events, sum(len(each.shape.packets) for each in chosen))
    conditions = list(conditions_of(chosen, asked, telling))
    if is_talk:
        conditions = [*_in_order(chosen, plain, conditions, telling), *talk_conditions(chosen, telling)]
    having = conditions[0] if len(conditions) == 1 else Logic("and", tuple(conditions)) if conditions else None
    sizes = tuple(event.packets for event in events)
    values = events[0].measures if events else {}
    return Measured(replace(plain, having=having), len(events), sizes, values, pause)


# --- key and gap


def _oriented(packet: Packet, name: str, answer: bool) -> Any:
    return packet.get(_ENDS.get(name, name) if answer else name)


def _all(chosen: Sequence[Chosen]) -> Iterator[tuple[Packet, bool]]:
    for each in chosen:
        for packet in each.shape.packets:
            yield packet, each.shape.answers


def _key(chosen: Sequence[Chosen]) -> Keys:
    """A connection, where all is one and more than one kind of packet takes part; else the key with fewest values."""

    def variety(key: Keys) -> int:
        values = {tuple(_oriented(packet, name, answer) for name in key) for packet, answer in _all(chosen)}
        known = all(part is not None and not _is_unknown(part) for value in values for part in value)
        return len(values) if known else 1 << 40

    if len(chosen) > 1 and variety(_CONNECTION) == 1:
        return _CONNECTION
    packets = sum(len(each.shape.packets) for each in chosen)
    if variety(("src",)) * _OF_A_SOURCE <= packets:
        return ("src",)
    return min(_KEYS, key=lambda key: (variety(key), _KEYS.index(key)))


def _is_unknown(value: object) -> bool:
    return not isinstance(value, (int, str))


def _longest_pause(chosen: Sequence[Chosen], key: Keys) -> int:
    times: dict[Any, list[int]] = {}
    for packet, answer in _all(chosen):
        if packet.time_ns is not None:
            times.setdefault(tuple(_oriented(packet, name, answer) for name in key), []).append(packet.time_ns)
    return max((later - one for each in times.values() for one, later in pairwise(sorted(each))), default=0)


# --- measuring


def _measure(chosen: Sequence[Chosen], plain: EventRule, asked: Sequence[Call]) -> list[Event]:
    """The events of the sample, each with the values of all aggregates."""
    always = Compare(asked[0], ((">=", number(0)),))
    return _events(chosen, replace(plain, having=Logic("or", (always, *(_mentioned(call) for call in asked)))))


def _events(chosen: Sequence[Chosen], rule: EventRule) -> list[Event]:
    draft = Signature("draft", title="draft", patterns=patterns_of(chosen), event=rule)
    packets = sorted((packet for packet, _ in _all(chosen)), key=lambda packet: (packet.time_ns or 0, packet.frame))
    result = run(compile_signatures([draft]), packets, MatchOptions(evidence=1))
    return [*result.events, *result.displaced]


def _in_order(
    chosen: Sequence[Chosen], plain: EventRule, conditions: Sequence[Expr], telling: Sequence[Event]
) -> list[Expr]:
    """The conditions, with the order of the kinds of packets in place of their mere presence, where they keep it."""
    order = order_of(chosen)
    if order is None or len(_events(chosen, replace(plain, having=order))) < len(telling):
        return list(conditions)
    present = [Compare(Call("count", (PatternRef(each.shape.name),)), ((">=", number(1)),)) for each in chosen]
    return [order, *(each for each in conditions if each not in present)]


def _mentioned(call: Call) -> Expr:
    """A condition that asks for an aggregate; what it says does not matter."""
    if call.name == "constant":
        return call
    limit = Duration(0, "s") if call.name.startswith("interval") else number(0)
    return Compare(call, ((">=", limit),))


def _telling(events: Sequence[Event], packets: int) -> list[Event]:
    """The largest events that hold nearly all packets of the sample: what the condition must let pass."""
    reached, telling = 0, []
    for event in events:
        if reached >= _TELLING * packets:
            break
        telling.append(event)
        reached += event.packets
    return telling
