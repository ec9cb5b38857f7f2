"""Run the traces that stand in signatures: does each do what it expects?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher import MatchOptions, compile_signatures, run
from matcher.formats import ReadReport
from matcher.packet import Packet
from matcher.program import Program
from matcher.tcpdump import read_tcpdump
from sigdsl.model import Expect, Signature, Trace

__all__ = ["TraceOutcome", "needed_for", "outcomes", "trace_packets"]


@dataclass(frozen=True, slots=True)
class TraceOutcome:
    """What became of one trace.

    `matched`: its signature made an event of it. `others`: all signatures that did, in order. `packets`: how many the
    trace holds. `warnings`: what of the text was odd.
    """

    signature: Signature
    trace: Trace
    matched: bool
    others: tuple[str, ...]
    packets: int
    warnings: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether it did what it should. A trace without a packet proves nothing."""
        return self.packets > 0 and self.matched == (self.trace.expect == "match")


def trace_packets(trace: Trace) -> tuple[tuple[Packet, ...], tuple[str, ...]]:
    """The packets of a trace, and what was odd about its text."""
    report = ReadReport()
    lines = (line.encode() for line in trace.text.splitlines(keepends=True))
    return tuple(read_tcpdump(lines, report)), tuple(report.warnings.first)


def needed_for(signature: Signature, catalogue: Sequence[Signature]) -> list[Signature]:
    """A signature and all that it observes, directly or not."""
    by_slug = {each.slug: each for each in catalogue} | {signature.slug: signature}
    wanted = [signature.slug]
    for slug in wanted:
        wanted.extend(watched.signature for watched in by_slug[slug].observes if watched.signature not in wanted)
    return [by_slug[slug] for slug in wanted]


def outcomes(
    signatures: Sequence[Signature], catalogue: Sequence[Signature], expect: Expect | None = None
) -> Iterator[TraceOutcome]:
    """The outcome of each trace of `signatures`, or of those with one expectation, run against all of `catalogue`.

    Internal signatures are tried as if they were not, so that their traces can be tested as well.
    """
    shared = compile_signatures(catalogue)
    for signature in signatures:
        program = _reporting(signature, catalogue) if signature.internal else shared
        for trace in signature.traces:
            if expect is None or trace.expect == expect:
                yield _outcome(signature, trace, program)


def _reporting(signature: Signature, catalogue: Sequence[Signature]) -> Program:
    visible = replace(signature, internal=False)
    return compile_signatures([visible, *needed_for(signature, catalogue)[1:]])


def _outcome(signature: Signature, trace: Trace, program: Program) -> TraceOutcome:
    packets, warnings = trace_packets(trace)
    result = run(program, packets, MatchOptions(capture=trace.title))
    fired = tuple(dict.fromkeys(event.signature for event in (*result.events, *result.displaced)))
    return TraceOutcome(signature, trace, signature.slug in fired, fired, len(packets), warnings)
