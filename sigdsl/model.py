# ruff: noqa: RUF009 - a field specifier made by a function of ours, as if by `field` itself
"""The model of a signature: frozen nodes, each with the place in the source where it stands.

The parser makes these nodes with `Name` for every bare word. `sigdsl.resolve` replaces each `Name` by what it means
(`FieldRef`, `FlagBit`, `NamedSet`, `OptionKind`, `PatternRef`); the matcher sees resolved nodes only.
Spans are left out of equality: two signatures that say the same are equal wherever they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "Address", "Binary", "ByteString", "Call", "Compare", "Confidence", "Duration", "EventRule", "Expect", "Expr",
    "FieldRef", "FlagBit", "Hypothesis", "ListLiteral", "Logic", "Name", "NamedSet", "Network", "Number", "Observation",
    "OptionKind", "PacketPattern", "PatternRef", "Provenance", "Range", "Reference", "Regex", "Section", "SetLiteral",
    "Signature", "Span", "Trace", "Unary", "Verdict", "Weight",
]  # fmt: skip

Verdict = Literal["malicious", "third-party", "benign", "unknown"]
Confidence = Literal["high", "medium", "low"]
Weight = Literal["strong", "moderate", "weak"]
Expect = Literal["match", "no-match"]
Provenance = Literal["observed", "synthetic"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of source text, in characters from its start; `end` is the first character after it."""

    start: int
    end: int


NOWHERE = Span(0, 0)


def _place() -> Span:
    """A span field: kept, printed in diagnostics, and no part of what a node means."""
    return field(default=NOWHERE, compare=False, repr=False)


# --- expressions ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """An integer. `base` (10 or 16) is how it was written, and how it is written again."""

    value: int
    base: int = field(default=10, compare=False)
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Duration:
    """A time span such as `250ms` or `1d`; `count` whole units."""

    count: int
    unit: Literal["ns", "us", "ms", "s", "m", "h", "d"]
    span: Span = _place()

    @property
    def ns(self) -> int:
        """The duration in nanoseconds."""
        return self.count * NANOSECONDS[self.unit]


NANOSECONDS: dict[str, int] = {
    "ns": 1,
    "us": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
    "d": 86_400_000_000_000,
}


@dataclass(frozen=True, slots=True)
class ByteString:
    """Bytes, written as text (`"GET "`) or as hex (`|16 03 01|`)."""

    value: bytes
    hex: bool = field(default=False, compare=False)
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression over bytes, in RE2's syntax: `/^GET [^ ]+/`, `/.../i` to ignore case."""

    pattern: str
    ignore_case: bool = False
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Address:
    """One IP address; `value` is its number in the address space of its `version` (4 or 6)."""

    value: int
    version: Literal[4, 6]
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Network:
    """A CIDR prefix; host bits of `value` are zero."""

    value: int
    prefix: int
    version: Literal[4, 6]
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Name:
    """A word whose meaning is not yet resolved: `sport`, `payload.len`, `probe.dst`, `SYN`."""

    text: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A field of a packet, or (with `of`) of the packets of one pattern or observed signature of this signature."""

    name: str
    of: str | None = None
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class FlagBit:
    """A TCP flag by name: a number in arithmetic."""

    name: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class NamedSet:
    """A set of addresses by name: bogon, private, multicast, home."""

    name: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class OptionKind:
    """A TCP option by name, in an option list or after `has`."""

    name: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class PatternRef:
    """A pattern or observed signature of this signature, as an argument of an aggregate."""

    name: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Range:
    """`low..high`, both ends included; only inside a set."""

    low: Expr
    high: Expr
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class SetLiteral:
    """`{21, 23, 2100..2102}`."""

    items: tuple[Expr, ...]
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class ListLiteral:
    """`[mss, sackok, ts]`: an order, not a set."""

    items: tuple[Expr, ...]
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Unary:
    """`-x`, `~x` or `not x`."""

    op: Literal["-", "~", "not"]
    operand: Expr
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic on two integers."""

    op: Literal["+", "-", "*", "%", "&", "|", "^", "<<", ">>"]
    left: Expr
    right: Expr
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison, chained as in Python: `a < b < c` has `first` a and `rest` ((<, b), (<, c)).

    Operators: == != < <= > >= in `not in` has starts contains matches.
    """

    first: Expr
    rest: tuple[tuple[str, Expr], ...]
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` or `or` of two or more conditions; neighbours of the same kind are one node, so depth stays small."""

    op: Literal["and", "or"]
    operands: tuple[Expr, ...]
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Call:
    """An aggregate of an episode: `count(p, 10s)`, `distinct(dst)`, `interval.mean(p)`, `duration`."""

    name: str
    args: tuple[Expr, ...]
    span: Span = _place()


Expr = (
    Number | Duration | ByteString | Regex | Address | Network | Name | FieldRef | FlagBit | NamedSet | OptionKind
    | PatternRef | Range | SetLiteral | ListLiteral | Unary | Binary | Compare | Logic | Call
)  # fmt: skip


# --- the parts of a signature --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PacketPattern:
    """A named condition on one packet: all `conditions` hold.

    `from_responder`: keyed with its ends swapped. `solicits`: it is the request that would have called for the other
    patterns' packets, so that its absence means "unsolicited".
    """

    name: str
    conditions: tuple[Expr, ...]
    from_responder: bool = False
    solicits: bool = False
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Observation:
    """`observe SIGNATURE as NAME`: the events of another signature are observations of this one."""

    signature: str
    name: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class EventRule:
    """`event by KEY gap DURATION having CONDITION`; without `having`, any episode is an event."""

    key: tuple[Expr, ...]
    gap: Duration
    having: Expr | None = None
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the analysis: addresses, ports, flags, direction, time, header or bottom-line."""

    heading: str
    text: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One interpretation: what speaks for it (`because`), against it, and what `test` would tell."""

    title: str
    verdict: Verdict
    weight: Weight
    because: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    test: tuple[str, ...] = ()
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Trace:
    """tcpdump lines that the signature must match, or must not."""

    title: str
    provenance: Provenance
    expect: Expect
    text: str
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that a reader can follow."""

    title: str
    url: str | None = None
    span: Span = _place()


@dataclass(frozen=True, slots=True)
class Signature:
    """All that a reader and the matcher need to know of one recognisable kind of traffic.

    `internal` signatures exist to be observed by others: they are matched but never reported.
    `created` and `revised` are ISO dates.
    """

    slug: str
    internal: bool = False
    title: str = ""
    category: str = ""
    verdict: Verdict = "unknown"
    confidence: Confidence = "low"
    version: int = 1
    authors: tuple[str, ...] = ()
    created: str | None = None
    revised: str | None = None
    era: str | None = None
    licence: str | None = None
    tags: tuple[str, ...] = ()
    variant_of: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    observes: tuple[Observation, ...] = ()
    patterns: tuple[PacketPattern, ...] = ()
    event: EventRule | None = None
    analysis: tuple[Section, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    false_positives: tuple[str, ...] = ()
    blind_spots: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()
    span: Span = _place()

    def section(self, heading: str) -> str | None:
        """The text under one heading of the analysis, or None."""
        return next((part.text for part in self.analysis if part.heading == heading), None)
