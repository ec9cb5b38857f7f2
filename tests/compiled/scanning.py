"""Scans beside the specification: what `decode`, `Classifier` and `Packet.get` say of every record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from matcher.classify import Classifier
from matcher.compiled.batch import NO_TIME, ROWS, Batch
from matcher.compiled.scanner import ABSENT, CUT, HIDDEN, KNOWN, TOKEN, Scanned, Scanner
from matcher.decode import decode
from matcher.evaluate import missing_payload
from matcher.formats import ReadReport, Record
from matcher.packet import UNKNOWN, V6, Packet
from matcher.program import Program

__all__ = ["SECRET", "assert_scans_alike", "batch_of", "records_of"]

SECRET = (0x0123456789ABCDEF, 0xFEDCBA9876543210)
# Frame, time, whether it has none, patterns, kept values.
Told = tuple[int, int, bool, int, tuple[tuple[int, object], ...]]


def records_of(frames: Iterable[bytes], linktype: int = 1, *, timed: bool = True) -> list[Record]:
    """A record for each frame, one byte longer on the wire than captured."""
    return [
        Record(at, at * 1000 if timed or at % 3 else None, len(frame) + 1, frame, linktype)
        for at, frame in enumerate(frames, 1)
    ]


def batch_of(records: Sequence[Record]) -> Batch:
    """Records packed as a reader of large files gives them."""
    rows = np.zeros((ROWS, len(records)), np.int64)
    offset = 0
    for at, record in enumerate(records):
        time = NO_TIME if record.time_ns is None else record.time_ns
        rows[:, at] = offset, len(record.captured), record.length, time, record.linktype
        offset += len(record.captured)
    data = np.frombuffer(b"".join(record.captured for record in records), np.uint8)
    return Batch(data, rows, records[0].frame)


def _told(packet: Packet, name: str) -> tuple[int, object]:
    """What must be known of a value, tokens apart: (state, number or the value itself)."""
    value = packet.get(name)
    if value is None:
        return ABSENT, 0
    if value is UNKNOWN:
        return HIDDEN, 0
    if isinstance(value, int) and value < V6:
        return KNOWN, value
    if isinstance(value, bytes):
        return CUT if missing_payload(packet, value) != 0 else TOKEN, value
    return TOKEN, value


def _expected(
    program: Program, records: Sequence[Record], kept: Sequence[str], report: ReadReport, inner: bool
) -> list[Told]:
    classifier = Classifier(program)
    found, time = list[Told](), 0
    for record in records:
        packet = decode(record, report, inner)
        time = time if record.time_ns is None else record.time_ns
        matched = classifier.matches(packet)
        if matched:
            values = tuple(_told(packet, name) for name in kept)
            found.append((record.frame, time, record.time_ns is None, matched, values))
    return found


class _Tokens:
    """Whether tokens stand for values, one for one, in each column."""

    def __init__(self) -> None:
        self.values: dict[tuple[int, int], object] = {}
        self.tokens: dict[tuple[int, object], int] = {}

    def meant(self, column: int, token: int, value: object) -> object:
        """The value that a token stands for: where it is new, this one."""
        assert self.tokens.setdefault((column, value), token) == token
        return self.values.setdefault((column, token), value)


def _kept(scanned: Scanned, at: int, told: Told | None, tokens: _Tokens) -> tuple[object, ...]:
    """The values of a row, tokens replaced by what they stand for."""
    found = []
    cells = zip(scanned.states[at].tolist(), scanned.values[at].tolist(), strict=True)
    for column, (state, number) in enumerate(cells):
        if state in (TOKEN, CUT) and told is not None:
            number = tokens.meant(column, number, told[4][column][1])  # noqa: PLW2901
        found.append((state, number))
    return tuple(found)


def assert_scans_alike(
    program: Program, records: Sequence[Record], kept: Sequence[str] = (), size: int = 1 << 30, *, inner: bool = False
) -> Scanner:
    """The scan of these records, so many in a batch, is what the specification says; the reports are equal, too."""
    expected_report, report = ReadReport(), ReadReport()
    expected = _expected(program, records, kept, expected_report, inner)
    scanner, tokens = Scanner(program, kept, SECRET, inner=inner), _Tokens()
    found = list[Told]()
    for start in range(0, len(records), size):
        batch = batch_of(records[start : start + size])
        scanned = scanner.scan(batch, report)
        assert scanned.packets == batch.size
        assert scanned.without_time == sum(record.time_ns is None for record in records[start : start + size])
        for at in range(len(scanned.row)):
            told = expected[len(found)] if len(found) < len(expected) else None
            frame, route = batch.first + int(scanned.row[at]), scanner.routes[int(scanned.route[at])]
            values = _kept(scanned, at, told, tokens)
            found.append((frame, int(scanned.time[at]), bool(scanned.untimed[at]), route, values))
    assert found == expected
    assert report == expected_report
    return scanner
