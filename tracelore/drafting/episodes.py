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
from sigdsl.format_expr import format_expr
from sigdsl.model import (
    NANOSECONDS,
    Binary,
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
from sigdsl.walk import fields_of
from tracelore.drafting.choosing import Chosen
from tracelore.drafting.terms import equal, named, number, term

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
_ROUND: Final = (1, 2, 3, 5, 10)  # thresholds: the largest that half of the sample still reaches
_SERIES: Final = ("seq", "ack", "id", "icmp.seq", "ts.val")
_RELATED: Final = (
    ("seq", "sport"),
    ("seq", "ack"),
    ("seq", "dport"),
    ("id", "sport"),
    ("seq", "id"),
    ("id", "icmp.seq"),
)
_PAIRED: Final = {"seq", "ack"}
_STEADY: Final = 4  # packets from which on a series is one
_TELLING: Final = 0.9  # share of the packets whose events must meet the condition
_REGULAR: Final = 0.25  # jitter relative to the mean interval, up to which probes come regularly
_LEAST_INTERVAL: Final = 5 * NANOSECONDS["ms"]  # below, the network makes the times
_MAX_PLAIN_STEP: Final = 1 << 31


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
    asked = list(_aggregates(chosen))
    events = sorted(_measure(chosen, plain, asked), key=lambda event: (-event.packets, event.first_seen_ns))
    telling = _telling(events)
    conditions = list(_conditions(chosen, asked, telling))
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


def _aggregates(chosen: Sequence[Chosen]) -> Iterator[Call]:
    for each in chosen:
        name = each.shape.name
        yield Call("count", (PatternRef(name),))
        if each.shape.answers:
            continue
        fields = [field for field in ("dst", "dport", "src", "sport") if _is_shown(each, field)]
        yield from (Call("distinct", (named(field, name),)) for field in fields)
        if len(each.shape.packets) < _STEADY:
            continue
        if _is_shown(each, "ttl") and len({packet.get("src") for packet in each.shape.packets}) == 1:
            yield Call("distinct", (named("ttl", name),))  # of one source: it is written so, or the way is measured
        yield from (Call("step", (named(field, name),)) for field in _SERIES if _is_shown(each, field))
        if _are_numbers(each, "dst"):
            yield Call("step", (term("+", named("dst", name), number(0)),))  # an address as a number
        for left, right in _RELATED:
            if _is_shown(each, left) and _is_shown(each, right):
                yield Call("constant", (term("-", named(left, name), named(right, name)),))
        yield from (Call("constant", (named(field, name),)) for field in ("seq", "ack") if _is_shown(each, field))
        if _is_shown(each, "seq"):
            halves = term(
                "^", term(">>", named("seq", name), number(16)), term("&", named("seq", name), number(0xFFFF, 16))
            )
            yield Call("constant", (halves,))
        yield from (Call(f"interval.{what}", (PatternRef(name),)) for what in ("mean", "jitter"))
        yield Call("rate", (PatternRef(name),))


def _is_shown(chosen: Chosen, field: str) -> bool:
    return all(not _is_unknown(packet.get(field)) for packet in chosen.shape.packets)


def _are_numbers(chosen: Chosen, field: str) -> bool:
    return all(isinstance(packet.get(field), int) for packet in chosen.shape.packets)


def _measure(chosen: Sequence[Chosen], plain: EventRule, asked: Sequence[Call]) -> list[Event]:
    """The events of the sample, each with the values of all aggregates."""
    always = Compare(asked[0], ((">=", number(0)),))
    having = Logic("or", (always, *(_mentioned(call) for call in asked)))
    draft = Signature("draft", title="draft", patterns=patterns_of(chosen), event=replace(plain, having=having))
    packets = sorted((packet for packet, _ in _all(chosen)), key=lambda packet: (packet.time_ns or 0, packet.frame))
    result = run(compile_signatures([draft]), packets, MatchOptions(evidence=1))
    return [*result.events, *result.displaced]


def _mentioned(call: Call) -> Expr:
    """A condition that asks for an aggregate; what it says does not matter."""
    if call.name == "constant":
        return call
    limit = Duration(0, "s") if call.name.startswith("interval") else number(0)
    return Compare(call, ((">=", limit),))


def _telling(events: Sequence[Event]) -> list[Event]:
    """The largest events that hold nearly all packets: what the condition must let pass."""
    total, reached, telling = sum(event.packets for event in events), 0, []
    for event in events:
        if reached >= _TELLING * total:
            break
        telling.append(event)
        reached += event.packets
    return telling


# --- the condition


def _conditions(chosen: Sequence[Chosen], asked: Sequence[Call], events: Sequence[Event]) -> Iterator[Expr]:
    for call in asked:
        values = [event.measures.get(format_expr(call)) for event in events]
        if not values or any(value is None for value in values):
            continue
        made = _condition(call, values, chosen)
        if call.name == "interval.jitter" and len(events) == 1:
            mean = events[0].measures.get(format_expr(replace(call, name="interval.mean")))
            made = _regular(call, mean, values[0])
        if made is not None:
            yield made


def _condition(call: Call, values: Sequence[Any], chosen: Sequence[Chosen]) -> Expr | None:
    if call.name == "count":
        return _at_least(call, _threshold(min(values)), 1 if len(chosen) == 1 else 0)
    if call.name == "distinct":
        return _at_least(call, _threshold(min(values)), 1)
    if call.name == "constant":
        return call if all(values) and _is_news(call, chosen) else None
    if call.name == "step":
        most = 1 if isinstance(call.args[0], Binary) else _MAX_PLAIN_STEP  # a sweep asks each address in turn
        same = len(set(values)) == 1 and 0 < values[0] <= most
        return equal(call, number(values[0])) if same and _is_news(call, chosen) else None
    return None


def _regular(call: Call, mean: Any, jitter: Any) -> Expr | None:
    """Probes at even times: the jitter may be twice what was seen, and is allowed a quarter of the interval."""
    if mean is None or jitter is None or mean < _LEAST_INTERVAL or jitter > _REGULAR * mean:
        return None
    return Compare(call, (("<=", Duration(-(-int(max(2 * jitter, mean / 4)) // NANOSECONDS["ms"]), "ms")),))


def _threshold(value: int) -> int:
    """A round number that half of what was seen still reaches."""
    half = (value + 1) // 2
    return max((each for each in _ROUND if each <= half), default=0)


def _at_least(call: Call, threshold: int, above: int) -> Expr | None:
    return Compare(call, ((">=", number(threshold)),)) if threshold > above else None


def _is_news(call: Call, chosen: Sequence[Chosen]) -> bool:
    """Whether no condition of the patterns says as much already: what is fixed in each packet is so in all, and where
    `ack` follows from `seq`, they step together.
    """
    fields = {part.name for part in fields_of(call)}
    owner = next(part.of for part in fields_of(call))
    for each in chosen:
        if each.shape.name == owner:
            said = [{field.name for field in fields_of(weighed.condition)} for weighed in (*each.kept, *each.common)]
            return not any(other <= fields or fields == {"ack"} and other == _PAIRED for other in said if other)
    return True
