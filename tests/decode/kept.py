"""The packets of a capture as the scanning kernels give them: numbers, and tokens for what is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from matcher.compiled.batch import Batch
from matcher.compiled.reading import can_read, read_batches
from matcher.compiled.readout import digest
from matcher.compiled.scanner import KNOWN, TOKEN, Scanner
from matcher.formats import ReadReport
from matcher.packet import V6, Value
from matcher.program import Program
from tests.decode.judge import EXTRA_NAMES, MOST_FRAMES, NAMES
from tests.matcher.building import compiled
from tests.shared import SHARED

__all__ = ["KEPT", "KeptPacket", "Token", "as_kept", "kept_packets"]

_SECRET = (0x0123456789ABCDEF, 0xFEDCBA9876543210)
KEPT = tuple(dict.fromkeys([*NAMES.values(), "vlan", *(name for _, _, name, _ in EXTRA_NAMES)]))


@dataclass(frozen=True, slots=True)
class Token:
    """A number that stands for a value."""

    number: int


@dataclass(frozen=True, slots=True)
class KeptPacket:
    """What the kernels keep of a packet: `frame` and `time_ns` as of `Packet`, and the values that are shown."""

    frame: int
    time_ns: int | None
    values: Mapping[str, int | Token]

    def get(self, name: str) -> int | Token | None:
        """None where the field does not apply or is not shown."""
        return self.values.get(name)


def as_kept(value: Value | None) -> int | Token | None:
    """What the kernels keep of a number, an address or a list of kinds."""
    if isinstance(value, int):
        return value if value < V6 else _token((value - V6).to_bytes(16, "big"))
    return _token(bytes(value)) if isinstance(value, tuple) else None


def _token(value: bytes) -> Token:
    return Token(int(digest(np.frombuffer(value, np.uint8), 0, len(value), np.array(_SECRET, np.uint64))))


@cache
def _every_packet() -> Program:
    return compiled("signature s { packet p { len >= 0 } event by src gap 1s having count(p) >= 1 }")


def kept_packets(capture: str, most: int = MOST_FRAMES) -> list[KeptPacket]:
    """The first packets of a capture of the corpus, so many at most."""
    name = str(SHARED / "captures" / capture)
    scanner = Scanner(_every_packet(), KEPT, _SECRET)
    kept = list[KeptPacket]()
    if not can_read(name):
        return kept
    for batch in read_batches(name, ReadReport()):
        kept += _scanned(scanner, Batch(batch.data, batch.rows[:, : most - len(kept)], batch.first))
        if len(kept) == most:
            break
    return kept


def _scanned(scanner: Scanner, batch: Batch) -> list[KeptPacket]:
    scanned = scanner.scan(batch, ReadReport())
    columns = scanned.row, scanned.time, scanned.untimed, scanned.values, scanned.states
    return [
        KeptPacket(batch.first + row, None if is_untimed else time, _values(values, states))
        for row, time, is_untimed, values, states in zip(*(column.tolist() for column in columns), strict=True)
    ]


def _values(values: list[int], states: list[int]) -> dict[str, int | Token]:
    return {
        name: value if state == KNOWN else Token(value)
        for name, value, state in zip(KEPT, values, states, strict=True)
        if state in (KNOWN, TOKEN)
    }
