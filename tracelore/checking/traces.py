"""Traces that prove nothing, judged by the functions that define a match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matcher.evaluate import truth
from matcher.packet import Packet
from sigdsl.diagnostics import Diagnostic, Label, fault
from sigdsl.load import Loaded
from sigdsl.model import Expr, FieldRef, PacketPattern, Signature, Span, Trace
from tracelore.selftest import trace_packets

__all__ = ["check_traces", "with_traces_checked"]


def with_traces_checked(loaded: Loaded) -> Loaded:
    """What was loaded, with what is to be said of its traces, in the order of files and places."""
    found = [
        replace(diagnostic, path=source.path)
        for source in loaded.sources
        for diagnostic in check_traces(source.signature, source.text)
    ]
    order = {path: at for at, path in enumerate(loaded.texts)}
    every = sorted(
        (*loaded.diagnostics, *found), key=lambda each: (order.get(each.path, -1), each.span.start, each.code)
    )
    return replace(loaded, diagnostics=tuple(every))


def check_traces(signature: Signature, text: str) -> Iterator[Diagnostic]:
    """Traces of one signature that prove nothing; `text` is that of its file."""
    packets = [trace_packets(trace)[0] for trace in signature.traces]
    seen: dict[tuple[str, tuple[str, ...]], Trace] = {}
    for trace, of_trace in zip(signature.traces, packets, strict=True):
        where = _first_line(text, trace.span)
        lines = trace.expect, tuple(line.strip() for line in trace.text.splitlines() if line.strip())
        earlier = seen.setdefault(lines, trace)
        if not of_trace:
            help_ = "lines as tcpdump prints them, of IP packets"
            yield fault("W604", "this trace holds no packet", where, help=help_)
        elif earlier is not trace:
            label = Label(_first_line(text, earlier.span), "the same lines")
            yield fault("W604", "this trace repeats another one", where, "", label, help="one of them is enough")
        elif trace.expect == "no-match" and not signature.observes and not _comes_near(signature, of_trace):
            message = "this near miss is not near: no packet of it meets any condition of a pattern"
            help_ = "take a trace that matches, and change one thing in it"
            yield fault("W604", message, where, help=help_)


def _comes_near(signature: Signature, packets: Sequence[Packet]) -> bool:
    """Whether a packet meets some condition of a pattern, or fails the only one that there is."""
    return any(
        len(pattern.conditions) == 1 or any(truth(each, packet) is True for each in _telling(pattern))
        for pattern in signature.patterns
        for packet in packets
    )


def _telling(pattern: PacketPattern) -> Sequence[Expr]:
    """The conditions of a pattern without the words that name a protocol, where it asks for much more than these."""
    more = [condition for condition in pattern.conditions if not isinstance(condition, FieldRef)]
    return more if len(more) > 1 else pattern.conditions


def _first_line(text: str, span: Span) -> Span:
    """The part of an item on the line where it starts."""
    end = text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)
