"""A program as the episode kernels take it: one array of words, laid out as `matcher.compiled.layout` says."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled import layout as at
from matcher.compiled.groups import (
    Group,
    Up,
    find_groups,
    find_ups,
    is_plain,
    kept_fields,
    observers_of,
    packed,
    state_words,
)
from matcher.compiled.looks import Looks
from matcher.compiled.lowered import WORDS, lower_condition
from matcher.compiled.necessity import Need, needs
from matcher.compiled.prospects import Marks, calls_of, marks_of
from matcher.compiled.stackcode import RAW, CannotLower, lower_code
from matcher.event import MatchOptions
from matcher.program import AggregateSpec, Program, SignatureProgram
from matcher.stack import Code
from matcher.vantage import Vantage
from sigdsl.fields import FIELDS, Kind

__all__ = ["KINDS", "CannotPlan", "Plan", "build_plan"]

Ints = npt.NDArray[np.int64]

# Of each aggregate: what its state is, and which value of that it is.
KINDS: Final = {
    "count": (at.COUNT, 0),
    "distinct": (at.DISTINCT, 0),
    "first": (at.FIRST, 0),
    "last": (at.LAST, 0),
    "min": (at.EXTREMES, 0),
    "max": (at.EXTREMES, 1),
    "span": (at.EXTREMES, 2),
    "constant": (at.CONSTANT, 0),
    "rate": (at.RATE, 0),
    "interval.mean": (at.INTERVAL, 0),
    "interval.min": (at.INTERVAL, 1),
    "interval.max": (at.INTERVAL, 2),
    "interval.jitter": (at.INTERVAL, 3),
    "duration": (at.EXTENT, 0),
    "step": (at.STEP, 0),
    "missing": (at.STEP, 1),
}
_ORDERED: Final = (at.EXTREMES, at.STEP)
_BEGINNINGS: Final = 32  # words
_WORD: Final = 63  # bits of a set that one word holds
_FAR: Final = 1 << 62  # no gap is as long


class CannotPlan(ValueError):
    """A program that the kernels do not run, with the reason."""


@dataclass(frozen=True)
class Plan:
    """What a run needs to know of a program.

    Attributes:
        words: For the kernels.
        kept: Fields that the scan must keep of each packet that matches.
        group_of: The group of each signature.
        queue_of: The number of the queue by which nodes leave when nothing with a longer gap is in them.
        levels: Groups, those first that observe nothing.
        reasons: Texts of the bits above those that every program has.
        doubts: Names of the bits of `R_DOUBTED`.
        heap_words: How many words at the beginning of the heap have a fixed use.
        needs: For each signature, what its condition needs at least.
        marks: For each group, those of its keys; none where it observes events.
        calls: For signatures that others observe, the groups whose packets wait until an event of them may come.
        ups: For each signature, the values that its events pass on.
        is_wide: Whether sets of signatures are lists.
    """

    program: Program
    words: Ints
    kept: tuple[str, ...]
    group_of: tuple[int, ...]
    queue_of: tuple[int, ...]
    levels: tuple[int, ...]
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    heap_words: int
    needs: tuple[tuple[Need, ...], ...]
    marks: tuple[Marks, ...]
    calls: dict[int, list[int]]
    ups: tuple[Up, ...]
    is_wide: bool

    @cached_property
    def called(self) -> frozenset[int]:
        """Groups that observe events and whose packets wait for these."""
        return frozenset(group for groups in self.calls.values() for group in groups)

    @cached_property
    def group_count(self) -> int:
        """How many groups there are."""
        return int(self.words[at.P_GROUP_COUNT])

    def is_observing(self, group: int) -> bool:
        """Whether signatures of a group observe events."""
        return bool(self.words[self.words[at.P_GROUPS] + group * at.G_WORDS + at.G_LEVEL])

    def signature_word(self, number: int, word: int) -> int:
        """A word of a signature's row."""
        return int(self.words[self.words[at.P_SIGNATURES] + number * at.S_WORDS + word])

    def aggregate_offset(self, number: int, aggregate: int) -> int:
        """Where in a record the state of a signature's aggregate begins."""
        row = self.words[at.P_AGGREGATES] + (self.signature_word(number, at.S_AGGREGATES) + aggregate) * at.A_WORDS
        return int(self.words[row + at.A_OFFSET])


def build_plan(program: Program, options: MatchOptions, *, tracked: bool) -> Plan:
    """Lay out a program.

    Args:
        program: From `compile_signatures`.
        options: How to run.
        tracked: Keep what each event was made of.

    Raises:
        CannotPlan: The kernels cannot run one of the signatures; it says which, and why.
    """
    return _Planner(program, options, tracked).plan()


class _Planner:
    """A plan under construction. Tables are appended behind the header, and refer to each other by their places."""

    def __init__(self, program: Program, options: MatchOptions, tracked: bool) -> None:
        self.program = program
        self.options = options
        self.tracked = tracked
        self.vantage = Vantage(options.vantage)
        self.words: list[int] = [0] * at.P_HEADER
        self.groups = find_groups(program)
        self.group_of = [0] * len(program.signatures)
        for number, group in enumerate(self.groups):
            for member in group.members:
                self.group_of[member] = number
        self.gaps = [sorted({program.signatures[each].gap_ns for each in group.members}) for group in self.groups]
        self.queue_of = [
            self.gaps[group].index(signature.gap_ns)
            for group, signature in zip(self.group_of, program.signatures, strict=True)
        ]
        self.parents = observers_of(program)
        self.looks = Looks(program, self.groups, self.group_of, self.parents)
        self.ups = find_ups(program, self.parents)
        self.columns = [group.columns(program, self.ups) for group in self.groups]
        self.kept = kept_fields(self.groups, self.columns)
        self.codes: list[list[int]] = []
        self.reasons: list[str] = []
        self.doubts: list[str] = []
        self.needs = tuple(needs(signature) for signature in program.signatures)

    def plan(self) -> Plan:
        signatures, groups, aggregates = self._reserve()
        first = 0
        for number, signature in enumerate(self.program.signatures):
            self._signature(number, signature, signatures + number * at.S_WORDS, aggregates, first)
            first += len(signature.aggregates)
        for number, group in enumerate(self.groups):
            self._group(number, group, groups + number * at.G_WORDS)
        self._store_codes()
        is_wide = len(self.program.signatures) > _WORD
        heap_words = self._heap_areas()
        self.words[at.P_KEPT] = len(self.kept)
        self.words[at.P_KEEP] = self.options.evidence
        self.words[at.P_WIDE] = int(is_wide)
        self.words[at.P_TRACKED] = int(self.tracked)
        return Plan(
            program=self.program,
            words=np.array(self.words, np.int64),
            kept=self.kept,
            group_of=tuple(self.group_of),
            queue_of=tuple(self.queue_of),
            levels=tuple(sorted(range(len(self.groups)), key=lambda number: self.groups[number].level)),
            reasons=tuple(self.reasons),
            doubts=tuple(self.doubts),
            heap_words=heap_words,
            needs=self.needs,
            marks=tuple({} if group.level else marks_of(group.members, self.needs) for group in self.groups),
            calls=calls_of(self.program, self.groups, self.group_of, self.needs),
            ups=self.ups,
            is_wide=is_wide,
        )

    def _reserve(self) -> tuple[int, int, int]:
        """Room for the tables whose rows are all of one length."""
        signatures, groups = len(self.program.signatures), len(self.groups)
        aggregates = sum(len(signature.aggregates) for signature in self.program.signatures)
        self.words[at.P_SIGNATURE_COUNT], self.words[at.P_GROUP_COUNT] = signatures, groups
        for word, rows, width in (
            (at.P_SIGNATURES, signatures, at.S_WORDS),
            (at.P_GROUPS, groups, at.G_WORDS),
            (at.P_AGGREGATES, aggregates, at.A_WORDS),
        ):
            self.words[word] = self._append([0] * (rows * width))
        return self.words[at.P_SIGNATURES], self.words[at.P_GROUPS], self.words[at.P_AGGREGATES]

    def _append(self, words: Iterable[int]) -> int:
        start = len(self.words)
        self.words += words
        return start

    def _put(self, row: int, values: dict[int, int]) -> None:
        for word, value in values.items():
            self.words[row + word] = value

    def _signature(self, number: int, signature: SignatureProgram, row: int, aggregates: int, first: int) -> None:
        if len(signature.names) >= _WORD:
            raise CannotPlan(f"{signature.slug}: more than {_WORD - 1} patterns")
        columns = self.columns[self.group_of[number]]
        up = self.ups[number]
        states = at.R_UP + state_words(len(up.names)) + len(up.names)
        size = states
        for each, spec in enumerate(signature.aggregates):
            size += self._aggregate(signature, spec, aggregates + (first + each) * at.A_WORDS, columns, size)
        having, count = self._having(signature)
        terms, term_count = self._needs(number)
        measured = sorted(set(signature.measures.values()))
        parents = [word for observer in self.parents[number] for word in observer]
        self._put(row, {
            at.S_GROUP: self.group_of[number],
            at.S_GAP: signature.gap_ns,
            at.S_INTERNAL: int(signature.internal),
            at.S_NAMES: len(signature.names),
            at.S_RESPONDERS: signature.responders,
            at.S_DOUBTFUL: self.vantage.doubtful(signature),
            at.S_AGGREGATES: first,
            at.S_AGGREGATE_COUNT: len(signature.aggregates),
            at.S_RECORD: size,
            at.S_UP_COUNT: len(up.names),
            at.S_UP: self._append(
                word for name, swapped in zip(up.names, up.swapped, strict=True)
                for word in (columns.index(name), swapped)
            ),
            at.S_STATES: states,
            at.S_PARENTS: self._append(parents),
            at.S_PARENT_COUNT: len(self.parents[number]),
            at.S_HAVING: having,
            at.S_HAVING_COUNT: count,
            at.S_NEEDS: terms,
            at.S_NEED_COUNT: term_count,
            at.S_MEASURED: self._append(measured),
            at.S_MEASURED_COUNT: len(measured),
            at.S_DOUBTS: self._append(self._doubt(name, signature) for name in signature.names),
            at.S_QUEUE: self.queue_of[number],
            at.S_BRIEF: int(self.looks.is_brief(number)),
        })  # fmt: skip

    def _aggregate(
        self, signature: SignatureProgram, spec: AggregateSpec, row: int, columns: tuple[str, ...], offset: int
    ) -> int:  # fmt: skip
        kind, which = KINDS[spec.kind]
        if spec.window_ns:
            kind = at.WINDOW_COUNT if spec.kind == "count" else at.WINDOW_DISTINCT
        if kind in _ORDERED and spec.code is not None and _is_address(spec.code):
            raise CannotPlan(f"{signature.slug}: {spec.text} is over addresses")
        undecided = 0
        if not spec.decided:
            undecided = self._bit(self.reasons, f"{spec.text} stopped counting at {spec.reach}", at.REASONS, signature)
        self._put(row, {
            at.A_KIND: kind,
            at.A_SCOPE: spec.scope,
            at.A_CODE: self._code(spec.code, columns, signature) if spec.code is not None else -1,
            at.A_OFFSET: offset,
            at.A_WINDOW: spec.window_ns,
            at.A_MODULUS: spec.modulus,
            at.A_REACH: spec.reach,
            at.A_UNDECIDED: undecided,
            at.A_READ: which,
        })  # fmt: skip
        return at.SIZES[kind]

    def _bit(self, texts: list[str], text: str, offset: int, signature: SignatureProgram) -> int:
        if text not in texts:
            texts.append(text)
        number = texts.index(text) + offset
        if number >= _WORD:
            raise CannotPlan(f"{signature.slug}: too many different reasons for doubt in one set of signatures")
        return 1 << number

    def _doubt(self, name: str, signature: SignatureProgram) -> int:
        bit = 1 << signature.names.index(name)
        return self._bit(self.doubts, name, 0, signature) if bit & self.vantage.doubtful(signature) else 0

    def _code(self, code: Code, columns: Sequence[str], signature: SignatureProgram) -> int:
        slots = {name: number for number, name in enumerate(columns)}
        if is_plain(code):
            self.codes.append([RAW, slots[code.loads[0][0]], 0])
        else:
            try:
                rows, _ = lower_code(code, slots)
            except CannotLower:
                raise CannotPlan(f"{signature.slug}: [{code}] may leave 64 bits") from None
            self.codes.append([word for row in rows for word in row])
        return len(self.codes) - 1

    def _having(self, signature: SignatureProgram) -> tuple[int, int]:
        if signature.having is None:
            return 0, 0

        def keep(intervals: list[tuple[int, int]]) -> int:
            return self._append(end for interval in intervals for end in interval)

        rows = lower_condition(signature.having, signature.measures.__getitem__, self.program.home, keep)
        assert all(len(row) == WORDS for row in rows)
        return self._append(word for row in rows for word in row), len(rows)

    def _needs(self, number: int) -> tuple[int, int]:
        terms: list[int] = []
        for need in self.needs[number]:
            atoms = [word for atom in sorted(need.least) for word in atom]
            terms += [need.none, self._append(atoms), len(need.least)]
        return self._append(terms), len(self.needs[number])

    def _group(self, number: int, group: Group, row: int) -> None:
        columns = self.columns[number]
        places, words = packed(columns)
        front = at.E_OBSERVED if group.level else at.E_PACKET
        children = self.looks.children(group)
        brief, observed = self.looks.gaps(group)
        self._put(row, {
            at.G_INTERVAL: self.looks.interval(number),
            at.G_QUEUES: len(self.gaps[number]),
            at.G_GAPS: self._append(self.gaps[number]),
            at.G_VALUES: len(columns),
            at.G_FRONT: front,
            at.G_ENTRY: front + words,
            at.G_WIDE: front + state_words(len(columns)) + len(columns),
            at.G_NODE: max(at.N_ALONE + front + words, at.N_WORDS),
            at.G_LEVEL: group.level,
            at.G_COLUMNS: self._append(
                word for name, place in zip(columns, places, strict=True)
                for word in (self.kept.index(name), front + place.word, place.shift, place.mask)
            ),
            at.G_PARTS: len(group.parts),
            at.G_KEY: self._append([word for part in group.parts for word in self._key_part(group, *part)]),
            at.G_SYMMETRIC: int(group.is_symmetric),
            at.G_SEED: _secret(),
            at.G_SEED + 1: _secret(),
            at.G_CHILDREN: len(children),
            at.G_CHILD_LIST: self._append(word for child in sorted(children.items()) for word in child),
            at.G_MEMBERS: self._append(group.members),
            at.G_MEMBER_COUNT: len(group.members),
            at.G_RECORD: 2 * max(self._record_words(each) for each in group.members),
            at.G_DUE: sum(self._record_words(each) for each in group.members) * 2,
            at.G_BRIEF_LEAST: min(brief, default=_FAR),
            at.G_BRIEF_MOST: max(brief, default=_FAR),
            at.G_OBSERVED: min(observed, default=_FAR),
        })  # fmt: skip

    def _record_words(self, signature: int) -> int:
        """Of a record with its evidence, and with something for sets that begin."""
        record = self.words[self.words[at.P_SIGNATURES] + signature * at.S_WORDS + at.S_RECORD]
        return record + 2 + 2 * self.options.evidence + _BEGINNINGS

    def _key_part(self, group: Group, asked: Code, answered: Code) -> list[int]:
        signature = self.program.signatures[group.members[0]]
        columns = [
            self.kept.index(code.loads[0][0]) if is_plain(code) else -1 - self._code(code, self.kept, signature)
            for code in (asked, answered)
        ]
        return [*columns, *(_secret() for _ in range(at.K_WORDS - at.K_FACTORS))]

    def _store_codes(self) -> None:
        bodies = [self._append(words) for words in self.codes]
        self.words[at.P_CODES] = self._append([*bodies, len(self.words)])

    def _heap_areas(self) -> int:
        """Where the parts of the heap with a fixed use begin; how many words they are."""
        signatures, groups = len(self.program.signatures), len(self.groups)
        place = at.H_HEADER
        for word, words in (
            (at.P_SCRATCH, 2 * max(1, len(self.kept))),
            (at.P_AREAS, groups * at.Q_WORDS),
            (at.P_QUEUES, at.U_WORDS * sum(map(len, self.gaps))),
            (at.P_SEEN, at.SEEN_WORDS * signatures),
            (at.P_TOUCHED, signatures + 1),
            (at.P_STACK, 3 * 256),
        ):
            self.words[word] = place
            place += words
        queue = self.words[at.P_QUEUES]
        for number, gaps in enumerate(self.gaps):
            self.words[self.words[at.P_GROUPS] + number * at.G_WORDS + at.G_QUEUE] = queue
            queue += at.U_WORDS * len(gaps)
        return place


def _is_address(code: Code) -> bool:
    return is_plain(code) and FIELDS[code.loads[0][0]].kind is Kind.ADDRESS


def _secret() -> int:
    return secrets.randbits(64) - (1 << 63)
