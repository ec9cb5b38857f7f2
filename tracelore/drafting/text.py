"""The text of a draft: conditions with what was measured beside them, and headings that wait for the analyst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.notation import format_address
from matcher.packet import Packet
from sigdsl.format import format_text
from sigdsl.format_expr import format_expr, format_list, quoted
from sigdsl.model import PacketPattern
from tracelore.drafting.choosing import Chosen, Share, Weighed
from tracelore.drafting.episodes import Measured
from tracelore.drafting.sampling import Excerpt, trace_text

__all__ = ["Origin", "draft_text"]

_MOST_NAMED = 4  # values in a comment


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the packets of a draft come from.

    Attributes:
        slug: Of the signature.
        capture: The input, as the user called it.
        total: How many packets it holds.
        baseline: The inputs of the baseline.
    """

    slug: str
    capture: str
    total: int
    baseline: tuple[str, ...] = ()


def draft_text(
    chosen: Sequence[Chosen], request: PacketPattern | None, measured: Measured, origin: Origin, trace: Excerpt
) -> str:
    """The whole file in canonical form."""
    text = "\n".join(_lines(chosen, request, measured, origin, trace)) + "\n"
    formatted, faults = format_text(text)
    assert formatted is not None, faults
    return formatted


def _lines(
    chosen: Sequence[Chosen], request: PacketPattern | None, measured: Measured, origin: Origin, trace: Excerpt
) -> Iterator[str]:
    packets = [packet for each in chosen for packet in each.shape.packets]
    yield f"# Drafted from {len(packets):,} of {origin.total:,} packets of {_plain(origin.capture)}."
    if origin.baseline:
        yield f"# Baseline: {', '.join(map(_plain, origin.baseline))}."
    yield "# A comment beside a condition says how many packets have it and how many bits of coincidence it is worth."
    yield f"signature {origin.slug} {{"
    yield f"  title {quoted(_title(chosen))}"
    yield "  verdict unknown\n  confidence low\n  version 1\n"
    for each in chosen:
        yield from _pattern(each)
    if request is not None:
        yield from _absent(request)
    yield ""
    yield from _event(measured)
    yield ""
    yield from _analysis(chosen, measured)
    yield ""
    yield from _trace(trace, len(packets), origin)
    yield "}"


def _title(chosen: Sequence[Chosen]) -> str:
    kinds = ", ".join(f"{len(each.shape.packets):,} {each.shape.name}" for each in chosen)
    return f"Draft: {kinds}"


def _packets(count: int) -> str:
    return f"{count:,} packet{'' if count == 1 else 's'}"


def _plain(text: str) -> str:
    """A name that cannot leave its comment."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


# --- patterns


def _pattern(chosen: Chosen) -> Iterator[str]:
    yield f"  packet {chosen.shape.name} {{"
    if chosen.shape.answers:
        yield "    from responder"
    for word in chosen.shape.words:
        yield f"    {format_expr(word)}"
    for each in chosen.kept:
        yield f"    {format_expr(each.condition)}  # {_worth(each, len(chosen.shape.packets))}"
    if chosen.doubtful:
        yield "    # Seen in all of them, too few to tell from chance:"
        yield from (f"    #   {format_expr(each.condition)}" for each in chosen.doubtful)
    left_out = [*_left_out(chosen)]
    if left_out:
        yield "    # True of all of them and left out:"
        yield from (f"    #   {line}" for line in left_out)
    yield "  }"


def _absent(request: PacketPattern) -> Iterator[str]:
    yield "  # Nobody asked for them: nothing in the capture went to their senders or came from their receivers."
    yield f"  packet {request.name} {{"
    yield "    from responder\n    solicits"
    yield from (f"    {format_expr(condition)}" for condition in request.conditions)
    yield "  }"


def _left_out(chosen: Chosen) -> Iterator[str]:
    for each in chosen.bounds:
        yield f"{format_expr(each.condition)}  ({each.bits} bits; asked of all packets together)"
    for each in chosen.common:
        why = f"common: {_said(each.share)}" if each.shown and each.share else "a text trace does not show it"
        yield f"{format_expr(each.condition)}  ({each.bits} bits; {why})"


def _worth(each: Weighed, packets: int) -> str:
    worth = f"{packets:,} of {packets:,}, {each.bits} bit{'' if each.bits == 1 else 's'}"
    worth = f"{worth}, {_said(each.share)}" if each.share is not None else worth
    return f"{worth}: {each.why}" if each.why else worth


def _said(share: Share | None) -> str:
    return f"baseline {share.having:,} of {share.of:,}" if share is not None else "no baseline"


# --- event and facts


def _event(measured: Measured) -> Iterator[str]:
    sizes = ", ".join(f"{size:,}" for size in measured.packets[:_MOST_NAMED])
    more = f" and {measured.events - _MOST_NAMED:,} more" if measured.events > _MOST_NAMED else ""
    events = "one event" if measured.events == 1 else f"{measured.events:,} events"
    noun = "packet" if measured.packets == (1,) else "packets"
    yield f"  # This key and gap make {events} of the sample ({sizes}{more} {noun})."
    yield f"  # The longest pause is {_time(measured.longest_pause_ns)}."
    rule = measured.rule
    having = f" having {format_expr(rule.having)}" if rule.having is not None else ""
    yield f"  event by {format_list(rule.key)} gap {format_expr(rule.gap)}{having}"


def _analysis(chosen: Sequence[Chosen], measured: Measured) -> Iterator[str]:
    packets = [packet for each in chosen for packet in each.shape.packets]
    yield "  analysis {"
    yield f"    # src: {_variety(packets, 'src')}"
    yield f"    # dst: {_variety(packets, 'dst')}"
    yield '    addresses ""'
    yield f"    # sport: {_variety(packets, 'sport')}"
    yield f"    # dport: {_variety(packets, 'dport')}"
    yield '    ports ""'
    yield from (f"    # {each.shape.name}: {_packets(len(each.shape.packets))}" for each in chosen)
    yield '    flags ""'
    answers = sum(len(each.shape.packets) for each in chosen if each.shape.answers)
    yield f"    # {_packets(len(packets) - answers)} the one way, {answers:,} the other"
    yield '    direction ""'
    yield from (f"    # {line}" for line in _times(packets, measured))
    yield '    time ""'
    yield f"    # ttl: {_variety(packets, 'ttl')}; hops: {_variety(packets, 'hops')}"
    yield f"    # id: {_variety(packets, 'id')}"
    yield '    header ""'
    yield '    bottom-line ""'
    yield "  }"


def _variety(packets: Sequence[Packet], name: str) -> str:
    """How many values a field has, and the most frequent of them."""
    counts = Counter(packet.get(name) for packet in packets)
    shown = [(value, count) for value, count in counts.most_common() if isinstance(value, (int, str))]
    if not shown:
        return "not shown" if any(value is not None for value in counts) else "none"
    if len(shown) == 1:
        return f"always {_value(name, shown[0][0])}"
    first = ", ".join(f"{_value(name, value)} ({count:,})" for value, count in shown[:_MOST_NAMED])
    return f"{len(shown):,} values: {first}{' ...' if len(shown) > _MOST_NAMED else ''}"


def _value(name: str, value: int | str) -> str:
    return _plain(format_address(value)) if name in ("src", "dst") else str(value)


def _times(packets: Sequence[Packet], measured: Measured) -> Iterator[str]:
    times = [packet.time_ns for packet in packets if packet.time_ns is not None]
    if not times:
        yield "no packet has a time"
        return
    yield f"{_packets(len(times))} within {_time(max(times) - min(times))}"
    for name, value in measured.values.items():
        if value is not None and name.startswith(("interval", "rate")):
            yield f"{name}: {_measure(name, value)}"


def _measure(name: str, value: Any) -> str:
    return f"{float(value):,.3g} a second" if name.startswith("rate") else _time(int(value))


def _time(ns: int) -> str:
    for unit, size in (("d", 86_400 * 10**9), ("h", 3_600 * 10**9), ("m", 60 * 10**9), ("s", 10**9), ("ms", 10**6)):
        if ns >= size:
            return f"{ns / size:.4g} {unit}"
    return f"{ns / 1000:.4g} us" if ns else "0 s"


# --- trace


def _trace(trace: Excerpt, packets: int, origin: Origin) -> Iterator[str]:
    if not trace.packets:
        yield "  # No trace: tcpdump's text does not show what the patterns ask for. Keep the capture as a case."
        return
    if trace.dumped:
        yield "  # The bytes below the lines are put together from decoded fields, with computed checksums."
    title = f"{len(trace.packets):,} of the {packets:,} packets, from {_plain(origin.capture)}"
    yield f'  trace {quoted(title)} observed expect match """'
    yield from (f"    {line}" for line in trace_text(trace.packets, dumped=trace.dumped).splitlines())
    yield '  """'
