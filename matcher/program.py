"""The compiled form of a set of signatures: flat tables, written out as text by `dump()`.

Everything an executor needs is here, and nothing that a reader of the signature would: no titles, no prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.stack import Code
from sigdsl.fields import FIELDS
from sigdsl.intervals import Intervals
from sigdsl.model import Call, Expr

if TYPE_CHECKING:
    from matcher.specificity import Specificity

__all__ = [
    "AggregateSpec", "Clause", "FieldTest", "KeyPart", "MaskTest", "OptionsTest", "PatternProgram", "PayloadTest",
    "Program", "ProgramError", "RelationTest", "SignatureProgram", "Test", "UndecidedTest", "ValueTest",
]  # fmt: skip


class ProgramError(ValueError):
    """A signature that cannot be compiled, with what is wrong."""

    def __init__(self, signature: str, message: str) -> None:
        super().__init__(f"{signature}: {message}")
        self.signature = signature
        self.message = message


# --- tests ---------------------------------------------------------------------------------------------------------
# Every test is true, false or unknown for a packet; a field that does not apply makes it false.


@dataclass(frozen=True, slots=True)
class FieldTest:
    """The field's value lies in one of the intervals."""

    field: str
    intervals: Intervals

    def __str__(self) -> str:
        return f"{self.field} in {_intervals_text(self.intervals)}"


@dataclass(frozen=True, slots=True)
class MaskTest:
    """The field's bits under `mask` are `value` (or, with `equal` False, are not)."""

    field: str
    mask: int
    value: int
    equal: bool = True

    def __str__(self) -> str:
        return f"{self.field} & {self.mask:#x} {'==' if self.equal else '!='} {self.value:#x}"


@dataclass(frozen=True, slots=True)
class UndecidedTest:
    """Unknown for every packet that has the field: it asks for the user's own networks, and none were given."""

    field: str

    def __str__(self) -> str:
        return f"{self.field} in home (not given)"


@dataclass(frozen=True, slots=True)
class ValueTest:
    """The value of an expression lies in one of the intervals."""

    code: Code
    intervals: Intervals

    def __str__(self) -> str:
        return f"[{self.code}] in {_intervals_text(self.intervals)}"


@dataclass(frozen=True, slots=True)
class RelationTest:
    """A comparison of two expressions, both of which read the packet."""

    op: str
    left: Code
    right: Code

    def __str__(self) -> str:
        return f"[{self.left}] {self.op} [{self.right}]"


@dataclass(frozen=True, slots=True)
class OptionsTest:
    """A comparison of a list of option kinds: `has`, `==`, `!=`, `starts`, `contains`."""

    field: str
    op: str
    kinds: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.field} {self.op} {list(self.kinds)}"


@dataclass(frozen=True, slots=True)
class PayloadTest:
    """A comparison of bytes: `==`, `!=`, `starts`, `contains`, or `matches` with an expression in RE2's syntax."""

    field: str
    op: str
    value: bytes | str
    ignore_case: bool = False

    def __str__(self) -> str:
        return f"{self.field} {self.op} {self.value!r}{' ignoring case' if self.ignore_case else ''}"


Test = FieldTest | MaskTest | UndecidedTest | ValueTest | RelationTest | OptionsTest | PayloadTest

_ENDLESS = 1 << 100  # beyond every value that is no address: an interval's end that says nothing


def _intervals_text(intervals: Intervals) -> str:
    def end(value: int) -> str:
        return "" if abs(value) == _ENDLESS else hex(value) if value >= 1 << 64 else str(value)

    parts = [end(low) if low == high else f"{end(low)}..{end(high)}" for low, high in intervals]
    return "{" + ", ".join(parts) + "}"


# --- what is matched -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clause:
    """One conjunction of a pattern: tests (by number) that must be true, and tests that must be false."""

    pattern: int
    true: tuple[int, ...]
    false: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PatternProgram:
    """A packet pattern: its signature (by number), its name and its bit among that signature's observations."""

    signature: int
    name: str
    bit: int


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One part of an episode's key; `swapped` takes it from a packet of a `from responder` pattern."""

    text: str
    code: Code
    swapped: Code
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class AggregateSpec:
    """One aggregate of an episode.

    Attributes:
        kind: Which aggregate: `count`, `distinct`, `step`, ...
        text: As the signature says it; the name of the measure.
        scope: Bits of the patterns whose observations it takes.
        code: The expression it is over, or None for aggregates of observations.
        window_ns: Length of the sliding window, or 0.
        modulus: Of `step` and `missing`: differences are taken modulo this; 0 for plain integers.
        reach: How far a set or window counts.
        decided: Whether counting no further can change no comparison that it stands in.
    """

    kind: str
    text: str
    scope: int
    code: Code | None = None
    window_ns: int = 0
    modulus: int = 0
    reach: int = 0
    decided: bool = True

    def __str__(self) -> str:
        words = [self.text, f"scope={self.scope:#x}"]
        words += [f"over=[{self.code}]"] if self.code else []
        words += [f"window={self.window_ns}ns"] if self.window_ns else []
        words += [f"modulo={self.modulus}"] if self.modulus else []
        words += [f"reach={self.reach}"] if self.reach else []
        return " ".join(words) + ("" if self.decided else " undecided")


@dataclass(frozen=True)
class SignatureProgram:
    """One signature, ready to run.

    Attributes:
        slug: Its name.
        version: Its version.
        internal: Matched, never reported.
        gap_ns: The longest pause within an episode.
        key: What the packets of an episode share.
        names: Names of the observations: packet patterns first, then observed signatures. A bit each, from 1.
        responders: Bits of the patterns marked `from responder`.
        solicits: Bits of the patterns marked `solicits`.
        observes: (number of the observed signature, its bit here).
        seen_by: Bits (by signature number) of itself and of all that observe it, directly or not.
        aggregates: What is kept of an episode; the first are `count(p)` of every name, in order.
        having: The condition for an event, or None.
        measures: Where in `aggregates` each call in `having` finds its value.
        specificity: What `bits` and `breakdown` are worked out from, when they are asked for: few signatures of a set
            have events.
    """

    slug: str
    version: int
    internal: bool
    gap_ns: int
    key: tuple[KeyPart, ...]
    names: tuple[str, ...]
    responders: int
    solicits: int
    observes: tuple[tuple[int, int], ...]
    seen_by: int
    aggregates: tuple[AggregateSpec, ...]
    having: Expr | None
    having_text: str
    measures: dict[Call, int] = field(hash=False)
    specificity: Specificity

    @cached_property
    def bits(self) -> int:
        """Bits of coincidence that an event takes."""
        return sum(bits for _, bits in self.breakdown)

    @cached_property
    def breakdown(self) -> tuple[tuple[str, int], ...]:
        """The same by its parts, each in whole bits."""
        return tuple((what, round(part)) for what, part in self.specificity.parts().items())


@dataclass(frozen=True, slots=True)
class Program:
    """A set of signatures as tables.

    Attributes:
        tests: Each once, whichever signatures ask it.
        clauses: Conjunctions; those of one pattern stand together.
        patterns: Packet patterns of all signatures.
        signatures: In the order of their slugs.
        order: Numbers of the signatures, observed ones before those that observe them.
        home: The user's own networks, or None.
    """

    tests: tuple[Test, ...]
    clauses: tuple[Clause, ...]
    patterns: tuple[PatternProgram, ...]
    signatures: tuple[SignatureProgram, ...]
    order: tuple[int, ...]
    home: Intervals | None = None

    def dump(self) -> str:
        """The program as text: the same for the same signatures, so that a change of the compiler shows."""
        return "\n".join([*self._dump_tests(), *self._dump_clauses(), *self._dump_signatures()]) + "\n"

    def fields(self) -> tuple[str, ...]:
        """Names of all fields that the program may ask a packet for, in the registry's order."""
        used = set().union(*(_test_fields(test) for test in self.tests))
        for signature in self.signatures:
            codes = [part.code for part in signature.key] + [part.swapped for part in signature.key]
            codes += [spec.code for spec in signature.aggregates if spec.code]
            used |= {name for code in codes for name, _ in code.loads}
        return tuple(name for name in FIELDS if name in used)

    def _dump_tests(self) -> Iterator[str]:
        yield f"home {_intervals_text(self.home) if self.home is not None else 'not given'}"
        yield f"tests {len(self.tests)}"
        for number, test in enumerate(self.tests):
            yield f"  t{number:<4} {test}"

    def _dump_clauses(self) -> Iterator[str]:
        yield f"clauses {len(self.clauses)}"
        for number, clause in enumerate(self.clauses):
            pattern = self.patterns[clause.pattern]
            literals = [f"t{test}" for test in clause.true] + [f"not t{test}" for test in clause.false]
            slug = self.signatures[pattern.signature].slug
            yield f"  c{number:<4} {slug}.{pattern.name}: {' and '.join(literals) or 'always'}"

    def _dump_signatures(self) -> Iterator[str]:
        for number in self.order:
            yield from _dump_signature(self, self.signatures[number])


def _dump_signature(program: Program, signature: SignatureProgram) -> Iterator[str]:
    yield f"signature {signature.slug} version {signature.version}{' internal' if signature.internal else ''}"
    for at, name in enumerate(signature.names):
        child = next((slug for slug, bit in signature.observes if bit == 1 << at), None)
        words = [f"  {1 << at:#x} {name}"]
        words += [f"observes {program.signatures[child].slug}"] if child is not None else []
        words += ["from responder"] if signature.responders >> at & 1 else []
        words += ["solicits"] if signature.solicits >> at & 1 else []
        yield " ".join(words)
    for part in signature.key:
        yield f"  key {part.text} = [{part.code}]" + (f" or [{part.swapped}]" if part.swapped != part.code else "")
    yield f"  gap {signature.gap_ns}ns"
    for at, spec in enumerate(signature.aggregates):
        yield f"  a{at} {spec}"
    yield f"  having {signature.having_text or 'any'}"
    yield f"  bits {signature.bits}: " + ", ".join(f"{what} {bits}" for what, bits in signature.breakdown)


def _test_fields(test: Test) -> set[str]:
    if isinstance(test, ValueTest):
        return {name for name, _ in test.code.loads}
    if isinstance(test, RelationTest):
        return {name for name, _ in (*test.left.loads, *test.right.loads)}
    return {test.field, "payload.len"} if isinstance(test, PayloadTest) else {test.field}
