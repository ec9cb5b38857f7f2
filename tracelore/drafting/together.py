"""What holds of the packets of an episode together: counts, variety, what steps or stays, even times.

Which aggregates are worth a question, and what condition their values give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log2
from typing import Any, Final

from matcher.event import Event
from sigdsl.fields import FIELDS
from sigdsl.format_expr import format_expr
from sigdsl.model import NANOSECONDS, Binary, Call, Compare, Duration, Expr, PatternRef
from sigdsl.walk import fields_of
from tracelore.drafting.choosing import Chosen
from tracelore.drafting.invariant import LEAST_EVIDENCE
from tracelore.drafting.terms import equal, named, number, term

__all__ = ["asked_of", "conditions_of"]

_ROUND: Final = (1, 2, 3, 5, 10)  # thresholds: the largest that half of the sample still reaches
_SERIES: Final = ("seq", "ack", "id", "icmp.seq", "ts.val", "sport")
_RELATED: Final = (
    ("seq", "sport"),
    ("seq", "ack"),
    ("seq", "dport"),
    ("id", "sport"),
    ("seq", "id"),
    ("id", "icmp.seq"),
)
_KEPT: Final = ("mss", "icmp.id", "tos")  # from packet to packet, by one sender
_SELDOM: Final = 0.02  # chance that an event's packets all have the same value of several
_MANY: Final = 8  # values, more than the senders of a crowd have
_COUNTED: Final = ("id", "icmp.seq")  # by one sender
_SCATTERED: Final = 1 << 14  # so far apart are numbers that nobody counts, at least
_HALF: Final = 0xFFFF
_PART: Final = 4
_PAIRED: Final = {"seq", "ack"}
_STEADY: Final = 4  # packets from which on a series is one
_REGULAR: Final = 0.25  # jitter relative to the mean interval, up to which probes come regularly
_LEAST_INTERVAL: Final = 5 * NANOSECONDS["ms"]  # below, the network makes the times
_MAX_PLAIN_STEP: Final = 1 << 31


def asked_of(chosen: Sequence[Chosen]) -> Iterator[Call]:
    """The aggregates of which it is worth knowing what they come to."""
    for each in chosen:
        name = each.shape.name
        yield Call("count", (PatternRef(name),))
        bounded = (fields_of(bound.condition)[0].name for bound in each.bounds)
        yield from (Call("max", (named(field, name),)) for field in bounded)
        if each.shape.answers:
            continue
        fields = [field for field in ("dst", "dport", "src", "sport") if _is_shown(each, field)]
        yield from (Call("distinct", (named(field, name),)) for field in (*fields, *_varied(each)))
        if len(each.shape.packets) < _STEADY:
            continue
        if _is_of_one_source(each) and _are_numbers(each, "ttl"):
            yield Call("distinct", (named("ttl", name),))  # it is written so, or the way is measured
        yield from (Call("span", (named(field, name),)) for field in _COUNTED if _is_scattered(each, field))
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


def _varied(chosen: Chosen) -> Iterator[str]:
    """Fields that a sender keeps as they are, and that differ all the same: of one source, or more than senders do."""
    for field in _KEPT:
        if _are_numbers(chosen, field):
            counts = Counter(packet.get(field) for packet in chosen.shape.packets)
            if len(counts) > _MANY or _is_chosen_anew(counts, alone=_is_of_one_source(chosen)):
                yield field


def _is_chosen_anew(counts: Counter[Any], *, alone: bool) -> bool:
    """Whether each packet has its own value, or so few packets as an event needs would hardly ever have only one."""
    packets = counts.total()
    seldom = (max(counts.values()) / packets) ** _threshold(packets) <= _SELDOM
    return len(counts) > 1 and (seldom or alone and len(counts) == packets)


def _is_scattered(chosen: Chosen, field: str) -> bool:
    """Whether numbers of one source, which most senders count, are all over their 16 bits without order."""
    numbers = [packet.get(field) for packet in chosen.shape.packets]
    known = [number for number in numbers if isinstance(number, int)]
    if len(known) < len(numbers) or not _is_of_one_source(chosen):
        return False
    return _SCATTERED <= max(known) - min(known) <= _HALF and known != sorted(known)


def _is_of_one_source(chosen: Chosen) -> bool:
    return len({packet.get("src") for packet in chosen.shape.packets}) == 1


def _is_shown(chosen: Chosen, field: str) -> bool:
    return all(isinstance(packet.get(field), (int, str)) for packet in chosen.shape.packets)


def _are_numbers(chosen: Chosen, field: str) -> bool:
    return all(isinstance(packet.get(field), int) for packet in chosen.shape.packets)


def conditions_of(chosen: Sequence[Chosen], asked: Sequence[Call], events: Sequence[Event]) -> Iterator[Expr]:
    """What holds of all these events.

    Args:
        chosen: The patterns.
        asked: From `asked_of`.
        events: With the values of these aggregates.
    """
    for call in asked:
        values = [event.measures.get(format_expr(call)) for event in events]
        if not values or any(value is None for value in values):
            continue
        made = _condition(call, values, chosen)
        if call.name == "interval.jitter" and len(events) == 1:
            mean = events[0].measures.get(format_expr(replace(call, name="interval.mean")))
            made = _regular(call, mean, values[0], events[0].packets - 1)
        if made is not None:
            yield made


def _condition(call: Call, values: Sequence[Any], chosen: Sequence[Chosen]) -> Expr | None:
    if call.name == "count":
        return _at_least(call, _threshold(min(values)), 1 if len(chosen) == 1 else 0)
    if call.name == "distinct":
        kept = fields_of(call)[0].name in _KEPT  # two are odd already
        return _at_least(call, max(2 if kept and min(values) > 1 else 0, _threshold(min(values))), 1)
    if call.name == "max":
        used = max(values).bit_length()
        return Compare(call, (("<", number(1 << used, 16)),)) if used < FIELDS[fields_of(call)[0].name].bits else None
    if call.name == "span":
        return _scattered(call, min(values), chosen)
    if call.name == "constant":
        return call if all(values) and _is_news(call, chosen) else None
    if call.name == "step":
        most = 1 if isinstance(call.args[0], Binary) else _MAX_PLAIN_STEP  # a sweep asks each address in turn
        same = len(set(values)) == 1 and 0 < values[0] <= most
        return equal(call, number(values[0])) if same and _is_news(call, chosen) else None
    return None


def _scattered(call: Call, span: int, chosen: Sequence[Chosen]) -> Expr | None:
    """A quarter of what was seen: of more than a few numbers by chance, hardly ever do all lie within so little."""
    quarter = span // _PART
    return Compare(call, ((">=", number(quarter - quarter % 100)),)) if _is_news(call, chosen) else None


def _regular(call: Call, mean: Any, jitter: Any, intervals: int) -> Expr | None:
    """Probes at even times: the jitter may be twice what was seen, and is allowed a quarter of the interval.

    That each interval after the first lies so near it by accident has a chance of jitter / mean.
    """
    if mean is None or jitter is None or mean < _LEAST_INTERVAL or jitter > _REGULAR * mean:
        return None
    if log2(mean / max(jitter, 1)) * (intervals - 1) < LEAST_EVIDENCE:
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
