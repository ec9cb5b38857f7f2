"""What the reference must decide of a record, and what only the run's tables tell of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.measured import value_of
from matcher.compiled.plan import Plan
from matcher.having import Condition, Values, prepare
from matcher.packet import UNKNOWN
from matcher.program import SignatureProgram

__all__ = ["Finding", "Findings"]

Ints = npt.NDArray[np.int64]

_AT_A_TIME = 1 << 14  # events whose lists of signatures are looked at together

_FIXED_REASONS = (
    "packets without a time took that of the packet before them",
    "evicted: too many episodes were open at a time; what followed is not in it",
    "order is not certain: packets came later than could be put in order",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One record, read.

    Attributes:
        words: Of the record.
        signature: Whose episode it is.
        number: Of that signature.
        offsets: Where in the record the states of its aggregates begin.
    """

    words: list[int]
    signature: SignatureProgram
    number: int
    offsets: tuple[int, ...]

    def value(self, aggregate: int) -> Any:
        """The value of an aggregate, None when it has none."""
        return value_of(self.signature.aggregates[aggregate], self.words[self.offsets[aggregate] :])

    def values(self, unseen: int = 0) -> Values:
        """The values as `matcher.having` asks for them, `UNKNOWN` for what is over `unseen` patterns only."""
        aggregates = self.signature.aggregates
        return lambda each: self.value(each) if not unseen or aggregates[each].scope & ~unseen else UNKNOWN

    def full(self) -> list[int]:
        """Aggregates of the condition that stopped counting at their reach."""
        asked = sorted(set(self.signature.measures.values()))
        specs = self.signature.aggregates
        return [each for each in asked if specs[each].reach and self.words[self.offsets[each]] >= specs[each].reach]

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
        self.offsets = [
            tuple(plan.aggregate_offset(number, each) for each in range(len(signature.aggregates)))
            for number, signature in enumerate(plan.program.signatures)
        ]  # fmt: skip
        self.sizes = [
            plan.signature_word(number, at.S_RECORD) for number in range(len(plan.program.signatures))
        ]  # fmt: skip

    def read(self, record: int) -> Finding:
        """What a record says."""
        number = int(self.heap[record + at.R_OWNER]) >> 1
        words = self.heap[record : record + self.sizes[number]].tolist()
        return Finding(words, self.plan.program.signatures[number], number, self.offsets[number])

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

    def common(self, records: Ints) -> tuple[list[int], npt.NDArray[np.int32]]:
        """The signatures that match all packets of the events: sets as bits, and for each record which of them."""
        words = self.heap[records + at.R_COMMON]
        if not self.plan.is_wide:
            found, codes = np.unique(words, return_inverse=True)
            return found.tolist(), codes.astype(np.int32)
        sets: dict[bytes, int] = {}
        which = np.empty(len(words), np.int32)
        for first in range(0, len(words), _AT_A_TIME):  # nearly every event has a list of its own
            some = slice(first, first + _AT_A_TIME)
            for memory, chosen in ((self.heap, words[some] < 0), (self.acts, words[some] >= 0)):
                which[some][chosen] = _codes(memory, np.abs(words[some][chosen]), sets)
        return [sum(1 << number for number in np.frombuffer(each, np.int64).tolist()) for each in sets], which

    def reasons(self, bits: int) -> list[str]:
        """Why an event is not certain, apart from what the capture may not have shown, by its `R_REASONS`."""
        texts = (*_FIXED_REASONS, *self.plan.reasons)
        return sorted(text for each, text in enumerate(texts) if bits >> each & 1)

    def doubted(self, bits: int) -> list[str]:
        """Names of the patterns whose absence an event relies on, by its `R_DOUBTED`."""
        return sorted(name for each, name in enumerate(self.plan.doubts) if bits >> each & 1)


def _codes(memory: Ints, lists: Ints, sets: dict[bytes, int]) -> npt.NDArray[np.int32]:
    """For each list of signatures, given by its place, the number of what is in it: in `sets`, which grows."""
    codes = np.empty(len(lists), np.int32)
    sizes = memory[lists + 1]
    for size in np.unique(sizes).tolist():
        same = sizes == size
        numbers = memory[lists[same, None] + np.arange(2, 2 + size)].tobytes()
        width = 8 * size
        codes[same] = [sets.setdefault(numbers[at : at + width], len(sets)) for at in range(0, len(numbers), width)]
    return codes
