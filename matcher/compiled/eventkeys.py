"""The keys of events: from their records, many at a time, or from the packets that stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.groups import is_plain, state_words
from matcher.compiled.plan import Plan
from matcher.compiled.recall import Recall
from matcher.episodes import key_of
from matcher.findings import swapped
from matcher.packet import Value
from matcher.program import KeyPart
from matcher.stack import Code

__all__ = ["EventKeys", "Key", "by_signature"]

Ints = npt.NDArray[np.int64]
Key = tuple[Value, ...]

_WORD_END: Final = 1 << 63


def by_signature(heap: Ints, records: Ints) -> Iterator[tuple[int, Ints]]:
    """The signatures of some records, and for each the places of its own among them."""
    numbers = heap[records + at.R_OWNER] >> 1
    order = np.argsort(numbers, kind="stable")
    found, firsts = np.unique(numbers[order], return_index=True)
    yield from zip(found.tolist(), np.split(order, firsts[1:]), strict=bool(len(records)))


class EventKeys:
    """The keys of a run's events. Those that are in no record (IPv6 addresses, bytes) are read when this is made."""

    def __init__(self, plan: Plan, heap: Ints, records: Ints, recall: Recall) -> None:
        """`records` are those of all events; `recall` reads packets again."""
        self._plan = plan
        self._heap = heap
        self._readers: dict[int, _KeyReader] = {}
        self._odd_signatures: set[int] = set()
        self._numbers: dict[Value, int] = {}  # of values that no word holds
        odd = [records[:0]]
        for number, places in by_signature(heap, records):
            own = records[places]
            lacking = own[self._reader(number).lacking(own)]
            if lacking.size:
                self._odd_signatures.add(number)
                odd.append(lacking)
        self._odd = dict(self._read(np.concatenate(odd), recall))  # by the record

    def of(self, records: Ints) -> list[Key]:
        """The keys of some records."""
        keys: list[Key] = [()] * len(records)
        for number, places in by_signature(self._heap, records):
            for place, key in zip(places.tolist(), self.of_signature(number, records[places]), strict=True):
                keys[place] = key
        return keys

    def of_signature(self, number: int, records: Ints) -> Iterable[Key]:
        """The keys of some records of one signature."""
        if number not in self._odd_signatures:
            return self._reader(number).rows(records)
        odd = list(map(self._odd.get, records.tolist()))
        plain = self._reader(number).rows(records[[key is None for key in odd]])
        return (next(plain) if key is None else key for key in odd)

    def columns(self, number: int, records: Ints, parts: Sequence[int]) -> list[Ints] | None:
        """The same as arrays, for the parts at some places of the key; None where they are not all fields as they are.

        What no word holds is numbered: two values are the same where their numbers are, whatever the signature.
        """
        reader = self._reader(number)
        arrays = reader.arrays(records, parts)
        if arrays is not None and number in self._odd_signatures:
            for place in np.flatnonzero(reader.lacking(records)).tolist():
                key = self._odd[int(records[place])]
                for array, part in zip(arrays, parts, strict=True):
                    array[place] = self._number(key[part])
        return arrays

    def _number(self, value: Value) -> int:
        if isinstance(value, int) and value < _WORD_END:
            return value
        return ~self._numbers.setdefault(value, len(self._numbers))

    def _reader(self, number: int) -> _KeyReader:
        if number not in self._readers:
            self._readers[number] = _KeyReader(self._plan, self._heap, number)
        return self._readers[number]

    def _read(self, records: Ints, recall: Recall) -> Iterator[tuple[int, Key]]:
        """Keys from the packets that stand for the events."""
        faces = self._heap[records + at.R_FACE]
        order = np.argsort(-faces)
        waiting = list(zip(records[order].tolist(), faces[order].tolist(), strict=True))
        frames = np.unique(faces >> 2)
        for frame, packet in zip(frames.tolist(), recall.packets(frames), strict=True):
            while waiting and waiting[-1][1] >> 2 == frame:
                record, face = waiting.pop()
                signature = self._plan.program.signatures[int(self._heap[record + at.R_OWNER]) >> 1]
                seen = swapped(packet) if face & 1 else packet
                yield record, key_of(signature, seen, bool(face >> 1 & 1)) or ()


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a record has a value of the packet that stands for all: its state, and itself."""

    state: int
    shift: int
    value: int


class _KeyReader:
    """Reads the keys of one signature's events from their records."""

    def __init__(self, plan: Plan, heap: Ints, number: int) -> None:
        self._heap = heap
        names = plan.ups[number].names
        first = at.R_UP + state_words(len(names))
        self._fields = {
            name: _Field(at.R_UP + each // at.PER_WORD, 3 * (each % at.PER_WORD), first + each)
            for each, name in enumerate(names)
        }
        self._parts = plan.program.signatures[number].key

    def lacking(self, records: Ints) -> npt.NDArray[np.bool_]:
        """Which of the records do not have the key: a value that it needs is no plain number."""
        lack = np.zeros(len(records), np.bool_)
        for name in {name for part in self._parts for name in _asked(part)}:
            field = self._fields[name]
            lack |= self._heap[records + field.state] >> field.shift & 7 != at.KNOWN
        return lack

    def rows(self, records: Ints) -> Iterator[Key]:
        """The keys of records that do not lack them."""
        answers = self._answers(records)
        return zip(
            *(
                self._array(part, records, answers).tolist() if is_plain(part.code)
                else self._worked_out(part, records, answers)
                for part in self._parts
            ),
            strict=True,
        )  # fmt: skip

    def arrays(self, records: Ints, parts: Sequence[int]) -> list[Ints] | None:
        """Parts of the keys of records that do not lack them; None where these are not all fields as they are."""
        chosen = [self._parts[each] for each in parts]
        answers = self._answers(records)
        if not all(is_plain(part.code) for part in chosen):
            return None
        return [self._array(part, records, answers) for part in chosen]

    def _answers(self, records: Ints) -> Ints:
        """1 where the key is that of an answer."""
        return self._heap[records + at.R_FACE] >> 1 & 1

    def _array(self, part: KeyPart, records: Ints, answers: Ints) -> Ints:
        asked, answered = (self._fields[code.loads[0][0]].value for code in (part.code, part.swapped))
        values = self._heap[records + asked]
        return values if asked == answered else np.where(answers, self._heap[records + answered], values)

    def _worked_out(self, part: KeyPart, records: Ints, answers: Ints) -> list[Value]:
        names = sorted(_asked(part))
        columns = [self._heap[records + self._fields[name].value].tolist() for name in names]
        codes = (part.code, part.swapped)
        return [
            _run(codes[answer], dict(zip(names, values, strict=True)))
            for answer, *values in zip(answers.tolist(), *columns, strict=True)
        ]


def _asked(part: KeyPart) -> set[str]:
    return {name for code in (part.code, part.swapped) for name, _ in code.loads}


class _Fields(dict[str, Value]):
    """Values by name, as a code asks a packet for them."""


def _run(code: Code, fields: dict[str, Value]) -> Value:
    value = code.run(_Fields(fields))  # type: ignore[arg-type]
    assert value is not None  # without a key there is no observation
    return value
