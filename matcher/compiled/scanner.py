"""Scanning: which packets of a batch match which patterns, with the fields that are asked for.

The result is what `matcher.decode.decode`, `Classifier.matches` and `Packet.get` give. Kernels do the common part; the
ordinary decoder and matcher see the frames that the kernels leave alone, and those with a test that only they decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.classify import Classifier
from matcher.compiled.batch import Batch, record_of
from matcher.compiled.places import REGISTERS
from matcher.compiled.readout import digest
from matcher.compiled.scan import ANEW, NOTHING, Scratch, scan_rows
from matcher.compiled.scanplan import build_scan_plan
from matcher.compiled.stackcode import DEPTH
from matcher.decode import decode
from matcher.evaluate import missing_payload
from matcher.formats import ReadReport
from matcher.packet import UNKNOWN, V6, Packet
from matcher.program import Program
from matcher.vantage import conversation

__all__ = [
    "ABSENT", "CUT", "HIDDEN", "KNOWN", "TOKEN", "UNKNOWN_SETS", "Scanned", "Scanner", "Sets", "TooManyRoutes",
]  # fmt: skip

ABSENT, KNOWN, HIDDEN, TOKEN, CUT = range(5)  # states of a value; HIDDEN: it applies and is not shown

_MOST_SETS: Final = 65_536
_MOST_KINDS: Final = 64  # options in a header: one a byte
_MEMORY: Final = (1 << 12, 20)  # what follows from rows that were chosen together: so many, of eight words at most
_SETS, _STAMP, _LAST, _WITHOUT_TIME, _FOUND = range(5)  # in `state`, as the kernel numbers them
_ROW, _TIME, _UNTIMED, _SET = range(4)  # rows of the kernel's `facts`
_OPEN: Final = -1  # instead of a set's number: the ordinary matcher must say


Sets = npt.NDArray[np.uint16]
UNKNOWN_SETS: Final[Sets] = np.empty(0, np.uint16)


class TooManyRoutes(Exception):
    """The packets of the capture match more different sets of patterns than a scan keeps apart."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """The packets of a batch that match a pattern.

    Attributes:
        row: int64[n]: number of the record within the batch, ascending.
        time: int64[n]: ns since 1970; of a record without a time, that of the record before it (0 before any).
        untimed: bool[n]: whether the record has no time.
        route: int64[n]: which patterns match: a number in `Scanner.routes`.
        values: int64[n, kept]: the fields of `Scanner.kept`; a number, or a token that stands for another value.
        states: uint8[n, kept]: what the value is: `ABSENT` (it does not apply), `KNOWN` (a number), `HIDDEN` (it
            applies and is not shown), `TOKEN` (of an IPv6 address, a list, bytes), `CUT` (of bytes not captured whole).
        packets: How many records the batch has.
        without_time: How many of all records have no time.
        last_time: The time of the last record.
        talks: uint64[packets]: who speaks to whom: `matcher.vantage.conversation`; empty unless that was asked for.
        sets: uint16[packets]: what another scan need not find out again.
    """

    row: npt.NDArray[np.int64]
    time: npt.NDArray[np.int64]
    untimed: npt.NDArray[np.bool_]
    route: npt.NDArray[np.int64]
    values: npt.NDArray[np.int64]
    states: npt.NDArray[np.uint8]
    packets: int
    without_time: int
    last_time: int
    talks: npt.NDArray[np.uint64]
    sets: Sets


class Scanner:
    """Scans the batches of a capture, one after the other.

    Attributes:
        kept: The fields whose values are kept, in the order of the columns.
        routes: For each route the patterns that match, as bits by their number in the program. It grows.
    """

    def __init__(self, program: Program, kept: Sequence[str], secret: tuple[int, int], *, inner: bool = False) -> None:
        """A scanner for one program.

        Args:
            program: From `compile_signatures`.
            kept: Fields to keep of the packets that match.
            secret: Two numbers of 64 bits, random for each run: with them nobody can make two values share a token.
            inner: Look at the innermost packets of tunnels.
        """
        self.kept = tuple(kept)
        self.routes: list[int] = []
        self._program = program
        self._classifier: Classifier | None = None  # made when a packet needs it: for many signatures that takes long
        self._inner = inner
        self._plan, self._patterns = build_scan_plan(program, self.kept, inner=inner)
        self._key = np.array(secret, np.uint64)
        self._numbers: dict[int, int] = {}  # of routes, by their patterns
        self._of_set = np.zeros(0, np.int64)  # the route of each set of clauses
        self._slots = np.zeros(2 * _MOST_SETS, np.int64)
        self._ends = np.zeros(_MOST_SETS + 1, np.int64)
        self._sets = np.zeros((1024, 2), np.int64)
        words = len(self._plan.asking)
        sizes = (REGISTERS, DEPTH, len(self._plan.steps) + 1, words, words, len(self._plan.tests))
        numbers = [np.zeros(size, np.int64) for size in sizes]
        memory = np.zeros(_MEMORY, np.int64)
        secrets = np.random.default_rng(secret).integers(-(1 << 63), 1 << 63, (sizes[2], 2), np.int64) | 1
        self._scratch = Scratch._make([*numbers, np.zeros(_MOST_KINDS, np.uint8), memory, secrets])
        self._state = np.zeros(5, np.int64)

    def rewind(self) -> None:
        """The next batch is the first one again."""
        self._state[_LAST] = 0

    def scan(
        self, batch: Batch, report: ReadReport, known: Sets = UNKNOWN_SETS, *, wants_talks: bool = False
    ) -> Scanned:
        """Scan a batch. `report` gets what decoding has to say of its records.

        `known` are the sets that this scanner found in this batch before; it is then done sooner.

        Raises:
            TooManyRoutes: there are more than 65,536 sets of clauses that packets satisfy.
        """
        batch = _plain(batch)
        size, width = batch.size, len(self.kept)
        facts = np.empty((4, size), np.int64)
        values, states = np.empty((size, width), np.int64), np.empty((size, width), np.uint8)
        talks = np.empty(size if wants_talks else 0, np.uint64)
        self._state[_WITHOUT_TIME] = self._state[_FOUND] = 0
        start = self._scan_from(0, batch, known, facts, values, states, talks)
        while start < size:
            self._make_room()
            start = self._scan_from(start, batch, known, facts, values, states, talks)
        found = int(self._state[_FOUND])
        facts, values, states = facts[:, :found], values[:found], states[:found]
        if 2 * found < size:  # what waits should not hold memory for what was not found
            facts, values, states = facts.copy(), values.copy(), states.copy()
        self._name_sets()
        sets = known if len(known) == size else _sets_of(size, facts)
        route = self._resolved(batch, report, facts, values, states, talks)
        if (route < 0).any():
            keep = route >= 0
            facts, values, states, route = facts[:, keep], values[keep], states[keep], route[keep]
        return Scanned(
            row=facts[_ROW],
            time=facts[_TIME],
            untimed=facts[_UNTIMED].astype(np.bool_),
            route=route,
            values=values,
            states=states,
            packets=size,
            without_time=int(self._state[_WITHOUT_TIME]),
            last_time=int(self._state[_LAST]),
            talks=talks,
            sets=sets,
        )

    def _scan_from(
        self, start: int, batch: Batch, known: Sets, facts: npt.NDArray[np.int64], values: npt.NDArray[np.int64],
        states: npt.NDArray[np.uint8], talks: npt.NDArray[np.uint64],
    ) -> int:  # fmt: skip
        return int(
            scan_rows(
                batch.data, batch.rows, start, self._plan, self._key, self._slots, self._ends, self._sets,
                known, self._scratch, self._state, facts, values, states, talks,
            )
        )  # fmt: skip

    def _make_room(self) -> None:
        """For more sets of clauses."""
        if self._state[_SETS] >= _MOST_SETS:
            raise TooManyRoutes(f"packets satisfy more than {_MOST_SETS} different sets of conditions")
        self._sets = np.concatenate([self._sets, np.zeros_like(self._sets)])

    def _name_sets(self) -> None:
        """Give the sets of clauses that are new their routes."""
        new = []
        for number in range(len(self._of_set), int(self._state[_SETS])):
            patterns = 0
            for word, bits in self._sets[self._ends[number] : self._ends[number + 1]].tolist():
                for bit in range(64):
                    if bits >> bit & 1:
                        patterns |= 1 << self._patterns[word * 64 + bit]
            new.append(self._route(patterns))
        if new:
            self._of_set = np.concatenate([self._of_set, np.array(new, np.int64)])

    def _route(self, patterns: int) -> int:
        number = self._numbers.setdefault(patterns, len(self.routes))
        if number == len(self.routes):
            self.routes.append(patterns)
        return number

    def _resolved(
        self, batch: Batch, report: ReadReport, facts: npt.NDArray[np.int64], values: npt.NDArray[np.int64],
        states: npt.NDArray[np.uint8], talks: npt.NDArray[np.uint64],
    ) -> npt.NDArray[np.int64]:  # fmt: skip
        """The route of each row; -1 where the ordinary matcher found that nothing matches. Fills in their values."""
        numbers = facts[_SET]
        route = self._of_set[numbers] if len(self._of_set) else np.full(len(numbers), _OPEN)
        for at in np.flatnonzero(numbers == _OPEN).tolist():
            packet = decode(record_of(batch, int(facts[_ROW, at])), report, self._inner)
            if len(talks):
                talks[int(facts[_ROW, at])] = conversation(packet)
            self._classifier = self._classifier or Classifier(self._program)
            patterns = self._classifier.matches(packet)
            route[at] = self._route(patterns) if patterns else -1
            if patterns:
                for column, name in enumerate(self.kept):
                    values[at, column], states[at, column] = self._value(packet, name)
        return route

    def _value(self, packet: Packet, name: str) -> tuple[int, int]:
        """What the kernel would have written of a field."""
        value = packet.get(name)
        if value is None:
            return 0, ABSENT
        if value is UNKNOWN:
            return 0, HIDDEN
        if isinstance(value, int):
            return (value, KNOWN) if value < V6 else (self._token((value - V6).to_bytes(16, "big")), TOKEN)
        if isinstance(value, bytes):
            return self._token(value), CUT if missing_payload(packet, value) != 0 else TOKEN
        return self._token(value.encode() if isinstance(value, str) else bytes(value)), TOKEN

    def _token(self, value: bytes) -> int:
        return int(digest(np.frombuffer(value, np.uint8), 0, len(value), self._key))


def _sets_of(size: int, facts: npt.NDArray[np.int64]) -> Sets:
    """What the kernel takes as `known`, of so many packets of which some were found."""
    sets = np.full(size, NOTHING, np.uint16)
    sets[facts[_ROW]] = np.where((facts[_SET] < 0) | (facts[_SET] >= ANEW - 1), ANEW, facts[_SET] + 1)
    return sets


def _plain(batch: Batch) -> Batch:
    """The batch with arrays as the kernel was compiled for: bytes that are not written, whole rows."""
    data = batch.data.view()
    data.flags.writeable = False
    return Batch(data, np.ascontiguousarray(batch.rows), batch.first)
