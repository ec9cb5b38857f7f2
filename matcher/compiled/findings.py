"""What a record says, as the rest of the project has it: events, their measures, and what the reference must decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.plan import Plan
from matcher.event import MeasureValue
from matcher.having import Condition, Values, prepare
from matcher.moment import Moment
from matcher.packet import UNKNOWN, Value
from matcher.program import AggregateSpec, SignatureProgram
from matcher.steps import Step

__all__ = ["Finding", "Findings"]

Ints = npt.NDArray[np.int64]

_FIXED_REASONS = (
    "packets without a time took that of the packet before them",
    "evicted: too many episodes were open at a time; what followed is not in it",
    "order is not certain: packets came later than could be put in order",
)


@dataclass(frozen=True)
class Finding:
    """One record, read.

    Attributes:
        number: Of the signature.
        signature: That one.
        start: The moment of the first packet.
        last: The moment of the last packet.
        packets: How many packets.
        face: Frame of the packet that stands for all.
        is_swapped: Whether that packet is seen with its ends swapped.
        answers_only: Whether the key is that of an answer.
    """

    words: list[int]
    signature: SignatureProgram
    number: int
    offsets: tuple[int, ...]
    heap: Ints

    @property
    def start(self) -> Moment:
        return Moment(self.words[at.R_START], self.words[at.R_START_FRAME])

    @property
    def last(self) -> Moment:
        return Moment(self.words[at.R_LAST], self.words[at.R_LAST_FRAME])

    @property
    def packets(self) -> int:
        return self.words[at.R_PACKETS]

    @property
    def face(self) -> int:
        return self.words[at.R_FACE] >> 2

    @property
    def is_swapped(self) -> bool:
        return bool(self.words[at.R_FACE] & 1)

    @property
    def answers_only(self) -> bool:
        return bool(self.words[at.R_FACE] >> 1 & 1)

    @cached_property
    def evidence(self) -> list[tuple[int, int]]:
        """Time and frame of the earliest packets."""
        block = self.words[at.R_EVIDENCE]
        if not block:
            return []
        flat = self.heap[block + 2 : block + 2 + 2 * int(self.heap[block + 1])].tolist()
        return list(zip(flat[::2], flat[1::2], strict=True))

    def counts(self) -> dict[str, int]:
        """Observations of each name."""
        return {name: self.words[self.offsets[each]] for each, name in enumerate(self.signature.names)}

    def value(self, aggregate: int) -> Any:
        """The value of an aggregate, None when it has none."""
        spec, state = self.signature.aggregates[aggregate], self.words[self.offsets[aggregate] :]
        if spec.kind in ("count", "distinct"):
            return state[0]
        return _READERS[spec.kind](spec, state) if state[0] else None

    def values(self, unseen: int = 0) -> Values:
        """The values as `matcher.having` asks for them, `UNKNOWN` for what is over `unseen` patterns only."""
        aggregates = self.signature.aggregates
        return lambda each: self.value(each) if not unseen or aggregates[each].scope & ~unseen else UNKNOWN

    def full(self) -> list[int]:
        """Aggregates of the condition that stopped counting at their reach."""
        asked = sorted(set(self.signature.measures.values()))
        specs = self.signature.aggregates
        return [each for each in asked if specs[each].reach and self.words[self.offsets[each]] >= specs[each].reach]

    def measures(self) -> dict[str, MeasureValue]:
        """The aggregates of the condition, as reports carry them."""
        asked = sorted(set(self.signature.measures.values()))
        return {self.signature.aggregates[each].text: _reported(self.value(each)) for each in asked}

    def unseen(self, doubtful: int) -> int:
        """Bits of the doubtful patterns that were not observed."""
        return sum(
            1 << each
            for each in range(len(self.signature.names))
            if doubtful >> each & 1 and not self.words[self.offsets[each]]
        )


class Findings:
    """Reads the records of one run."""

    def __init__(self, plan: Plan, heap: Ints) -> None:
        self.plan = plan
        self.heap = heap
        self.acts: Ints = np.zeros(1, np.int64)  # at the end of the run
        self._conditions: dict[int, Condition | None] = {}
        self._offsets = [
            tuple(plan.aggregate_offset(number, each) for each in range(len(signature.aggregates)))
            for number, signature in enumerate(plan.program.signatures)
        ]  # fmt: skip
        self._sizes = [
            plan.signature_word(number, at.S_RECORD) for number in range(len(plan.program.signatures))
        ]  # fmt: skip

    def read(self, record: int) -> Finding:
        """What a record says."""
        number = int(self.heap[record + at.R_OWNER]) >> 1
        words = self.heap[record : record + self._sizes[number]].tolist()
        return Finding(words, self.plan.program.signatures[number], number, self._offsets[number], self.heap)

    def key(self, finding: Finding) -> tuple[tuple[str, Value], ...] | None:
        """The key of an event, from the values that it has of the packet that stands for all; None where it has not."""
        names = self.plan.ups[finding.number].names
        words = -(-len(names) // at.PER_WORD)
        fields: dict[str, Value] = {}
        for each, name in enumerate(names):
            state = finding.words[at.R_UP + each // at.PER_WORD] >> 3 * (each % at.PER_WORD) & 7
            if state == at.KNOWN:
                fields[name] = finding.words[at.R_UP + words + each]
        found: list[tuple[str, Value]] = []
        for part in finding.signature.key:
            code = part.swapped if finding.answers_only else part.code
            if any(name not in fields for name, _ in code.loads):
                return None
            value = code.run(_Fields(fields))  # type: ignore[arg-type]
            if value is None or value is UNKNOWN:
                return None
            found.append((part.text, value))
        return tuple(found)

    def lack_keys(self, records: Ints) -> npt.NDArray[np.bool_]:
        """For each record, whether `key` gives None: a value that it needs is no plain number."""
        numbers = self.heap[records + at.R_OWNER] >> 1
        lack = np.zeros(len(records), np.bool_)
        for number in np.unique(numbers).tolist():
            of = np.flatnonzero(numbers == number)
            names = self.plan.ups[number].names
            key = self.plan.program.signatures[number].key
            asked = {name for part in key for code in (part.code, part.swapped) for name, _ in code.loads}
            for name in asked:
                each = names.index(name)
                words = self.heap[records[of] + at.R_UP + each // at.PER_WORD]
                lack[of] |= words >> 3 * (each % at.PER_WORD) & 7 != at.KNOWN
        return lack

    def decide(self, record: int) -> bool:
        """Whether an episode that a kernel could not decide is an event; its reasons and doubts are then in it."""
        finding = self.read(record)
        signature = finding.signature
        condition = self._condition(finding.number)
        if condition is not None and condition(finding.values()) is not True:
            return False
        row = self.plan.words[at.P_SIGNATURES] + finding.number * at.S_WORDS
        for each in finding.full():
            if not signature.aggregates[each].decided:
                aggregate = self.plan.words[at.P_AGGREGATES] + (
                    self.plan.words[row + at.S_AGGREGATES] + each
                ) * at.A_WORDS  # fmt: skip
                self.heap[record + at.R_REASONS] |= self.plan.words[aggregate + at.A_UNDECIDED]
        hidden = finding.unseen(int(self.plan.words[row + at.S_DOUBTFUL]))
        if condition is not None and hidden and condition(finding.values(hidden)) is not True:
            scopes = [signature.aggregates[each].scope for each in signature.measures.values()]
            asked = [scope for scope in scopes if not scope & ~hidden]
            for each in range(len(signature.names)):
                if hidden >> each & 1 and any(scope >> each & 1 for scope in asked):
                    bit = self.plan.words[self.plan.words[row + at.S_DOUBTS] + each]
                    self.heap[record + at.R_DOUBTED] |= bit
        return True

    def _condition(self, number: int) -> Condition | None:
        if number not in self._conditions:
            signature = self.plan.program.signatures[number]
            having = signature.having
            self._conditions[number] = (
                None if having is None else prepare(having, signature.measures.__getitem__, self.plan.program.home)
            )
        return self._conditions[number]

    def listed(self, place: int) -> list[int]:
        """The numbers in a list of signatures: of the heap where the place is negative, else of an act."""
        words, start = (self.heap, -place) if place < 0 else (self.acts, place)
        return [int(number) for number in words[start + 2 : start + 2 + int(words[start + 1])]]

    def reasons(self, finding: Finding) -> list[str]:
        """Why an event is not certain, apart from what the capture may not have shown."""
        bits = finding.words[at.R_REASONS]
        texts = (*_FIXED_REASONS, *self.plan.reasons)
        return sorted(text for each, text in enumerate(texts) if bits >> each & 1)

    def doubted(self, finding: Finding) -> list[str]:
        """Names of the patterns whose absence an event relies on."""
        bits = finding.words[at.R_DOUBTED]
        return sorted(name for each, name in enumerate(self.plan.doubts) if bits >> each & 1)


class _Fields(dict[str, Value]):
    """Values by name, as a code asks a packet for them."""


def _reported(value: Any) -> MeasureValue:
    if isinstance(value, Moment):
        return value.time_ns
    if value is None or isinstance(value, (int, str)):
        return value
    return float(value)


# --- states as values --------------------------------------------------------------------------------------------


def _moment(spec: AggregateSpec, state: list[int]) -> Moment:
    return Moment(state[1], state[2])


def _extreme(spec: AggregateSpec, state: list[int]) -> int:
    return {"min": state[1], "max": state[2]}.get(spec.kind, state[2] - state[1])


def _constant(spec: AggregateSpec, state: list[int]) -> bool:
    return state[0] == 1


def _rate(spec: AggregateSpec, state: list[int]) -> Fraction | None:
    return Fraction(state[0] * 1_000_000_000, state[2] - state[1]) if state[2] > state[1] else None


def _interval(spec: AggregateSpec, state: list[int]) -> int | None:
    count, first, last, least, greatest = state[:5]
    if count < 2:
        return None
    match spec.kind:
        case "interval.min":
            return least
        case "interval.max":
            return greatest
        case "interval.jitter":
            return greatest - least
        case _:
            return abs(last - first) // (count - 1)


def _extent(spec: AggregateSpec, state: list[int]) -> int:
    return state[2] - state[1]


def _step(spec: AggregateSpec, state: list[int]) -> int | None:
    step = Step(spec)
    step.count, step.first, step.last = state[0], state[1], state[2]
    step.overflowed = state[3] < 0
    if not step.overflowed:
        pairs = state[4 : 4 + 2 * state[3]]
        step.differences = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return step.value()


_READERS: Mapping[str, Any] = {
    "first": _moment,
    "last": _moment,
    "min": _extreme,
    "max": _extreme,
    "span": _extreme,
    "constant": _constant,
    "rate": _rate,
    "interval.mean": _interval,
    "interval.min": _interval,
    "interval.max": _interval,
    "interval.jitter": _interval,
    "duration": _extent,
    "step": _step,
    "missing": _step,
}
