"""What the payloads of a sample share: how they begin, or bytes that always stand at one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import numpy as np

from matcher.packet import Value
from sigdsl.model import ByteString, Compare
from tracelore.drafting.invariant import CERTAIN, Invariant
from tracelore.drafting.sample import Sample
from tracelore.drafting.terms import named

__all__ = ["shared_payload"]

_LONGEST_START: Final = 64  # bytes
_LEAST_START: Final = 2
_TELLING_START: Final = 8  # bytes; one that is so long tells enough
_LONGEST_PART: Final = 32
_LEAST_PART: Final = 6
_LOOKED_AT: Final = 512  # bytes of a payload
_MOST: Final = 4_096  # payloads that are laid beside each other; the engine then tries all


def shared_payload(sample: Sample) -> Iterator[Invariant]:
    """The beginning of all payloads, and where that is short, the longest stretch that is the same in all."""
    values: Sequence[Value | None] = sample.values("payload")
    payloads = [value for value in values if isinstance(value, bytes)]
    if len(payloads) < len(values):
        return
    start = _common_start(payloads)
    if len(start) >= _LEAST_START:
        yield _bytes("starts", start)
    if len(start) < _TELLING_START:
        part = _common_part(payloads, len(start))
        if len(part) >= _LEAST_PART and len(set(part)) > 1:  # bytes that are all alike only fill
            yield _bytes("contains", part)


def _bytes(op: Literal["starts", "contains"], shared: bytes) -> Invariant:
    text = ByteString(shared, hex=not all(32 <= byte < 127 or byte in b"\r\n\t" for byte in shared))
    return Invariant(Compare(named("payload"), ((op, text),)), CERTAIN)


def _common_start(payloads: Sequence[bytes]) -> bytes:
    first, last = min(payloads)[:_LONGEST_START], max(payloads)  # what these two share, all between them share
    return next((first[:at] for at, byte in enumerate(first) if last[at : at + 1] != bytes([byte])), first)


def _common_part(payloads: Sequence[bytes], behind: int) -> bytes:
    """The longest run of places, from `behind` on, at which all payloads have the same byte."""
    size = min(_LOOKED_AT, *map(len, payloads))
    some = payloads[:: 1 + (len(payloads) - 1) // _MOST]
    rows = np.frombuffer(b"".join(each[:size] for each in some), dtype=np.uint8).reshape(len(some), size)
    alike = (rows == rows[0]).all(axis=0)
    alike[:behind] = False
    edges = np.flatnonzero(np.diff(np.concatenate(([False], alike, [False]))))
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    if not len(starts):
        return b""
    longest = int(lengths.argmax())
    at = int(starts[longest])
    return bytes(rows[0, at : at + min(_LONGEST_PART, int(lengths[longest]))])
