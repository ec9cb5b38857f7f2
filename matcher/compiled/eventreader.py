"""What the records of one signature's events say, many at a time: each word of them is a column.

To ask the memory for a word of thousands of records costs little more than to ask for that of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.findings import Findings
from matcher.compiled.measured import IS_NUMBER, reported, value_of
from matcher.event import MeasureValue
from matcher.program import AggregateSpec

__all__ = ["EventReader", "EventRow", "evidence_counts", "evidence_frames", "needed_frames"]

Ints = npt.NDArray[np.int64]

_AT_A_TIME: Final = 1 << 14  # records whose packets are listed together

# Of one record: times of the first and the last packet, how many there are, bits of the reasons why it is not certain
# and of the patterns whose absence it relies on, observations of each name, the aggregates of the condition, and those
# of them that stopped counting at their reach.
EventRow = tuple[int, int, int, int, int, Mapping[str, int], Mapping[str, MeasureValue], tuple[str, ...]]


class EventReader:
    """Reads the records of one signature."""

    def __init__(self, findings: Findings, number: int) -> None:
        self._heap = findings.heap
        signature = findings.plan.program.signatures[number]
        offsets = findings.offsets[number]
        self._names = signature.names
        self._counts = offsets[: len(signature.names)]
        ends = (*offsets[1:], findings.sizes[number])
        self._measures = [
            (signature.aggregates[each], offsets[each], ends[each]) for each in sorted(set(signature.measures.values()))
        ]
        self._texts = [spec.text for spec, _, _ in self._measures]
        self._bounded = [(spec, offset) for spec, offset, _ in self._measures if spec.reach]

    def rows(self, records: Ints) -> Iterator[EventRow]:
        """A row for each record, in their order."""
        words = (at.R_START, at.R_LAST, at.R_PACKETS, at.R_REASONS, at.R_DOUBTED)
        counts = zip(*(self._column(records, offset) for offset in self._counts), strict=True)
        measures = zip(*(self._values(records, *each) for each in self._measures), strict=True)
        return zip(
            *(self._column(records, word) for word in words),
            (dict(zip(self._names, values, strict=True)) for values in counts),
            (dict(zip(self._texts, values, strict=True)) for values in measures) if self._texts else repeat({}),
            self._saturated(records),
            strict=False,  # where nothing is to be said, that has no end
        )

    def _column(self, records: Ints, word: int) -> list[int]:
        column: list[int] = self._heap[records + word].tolist()
        return column

    def _values(self, records: Ints, spec: AggregateSpec, offset: int, end: int) -> Sequence[MeasureValue]:
        if spec.kind in IS_NUMBER:
            return self._column(records, offset)
        states = self._heap[records[:, None] + np.arange(offset, end)].tolist()
        return [reported(value_of(spec, state)) for state in states]

    def _saturated(self, records: Ints) -> Iterator[tuple[str, ...]]:
        full = [(spec.text, self._heap[records + offset] >= spec.reach) for spec, offset in self._bounded]
        if not any(column.any() for _, column in full):
            return repeat(())
        texts = [text for text, _ in full]
        flags = zip(*(column.tolist() for _, column in full), strict=True)
        return (tuple(text for text, is_full in zip(texts, row, strict=True) if is_full) for row in flags)


def evidence_counts(heap: Ints, records: Ints) -> Ints:
    """How many packets of evidence the records have."""
    blocks = heap[records + at.R_EVIDENCE]
    return np.where(blocks != 0, heap[blocks + 1], 0)


def evidence_frames(heap: Ints, records: Ints, counts: Ints) -> Ints:
    """The frames of the records' evidence, of which there are `counts`: one record's after the other's."""
    ends = np.cumsum(counts)
    places = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)  # each in its block
    frames: Ints = heap[np.repeat(heap[records + at.R_EVIDENCE], counts) + 3 + 2 * places]
    return frames


def needed_frames(heap: Ints, records: Ints) -> Ints:
    """All frames that the records name, ascending, each once: their evidence, and the packet that stands for all."""
    found: list[npt.NDArray[np.unsignedinteger]] = [np.empty(0, np.uint8)]
    for some in np.split(records, range(_AT_A_TIME, len(records), _AT_A_TIME)):
        evidence = evidence_frames(heap, some, evidence_counts(heap, some))
        frames = np.unique(np.concatenate([evidence, heap[some + at.R_FACE] >> 2]))
        found.append(frames.astype(np.min_scalar_type(int(frames.max(initial=0)))))  # there may be tens of millions
    return np.unique(np.concatenate(found)).astype(np.int64)
