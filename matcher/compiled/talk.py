"""Who speaks to whom, in kernels: `matcher.vantage` for every packet of a capture."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.access import u32, u64
from matcher.compiled.jit import Scalar, lean, lean_inlined
from matcher.compiled.places import ABOVE, NETWORK, PROTO, SCTP, TCP, TRANSPORT, UDP, V4
from matcher.vantage import CONVERSATIONS, MIX

__all__ = ["TALKS", "see_talks", "talk_of"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

TALKS = CONVERSATIONS
_MIX0, _MIX1, _MIX2, _MIX3 = MIX


@lean_inlined
def _end(high: Scalar, low: Scalar, port: Scalar, version: Scalar) -> Scalar:
    mixed = low ^ high * np.uint64(_MIX0) ^ np.uint64(port << 2 | version) * np.uint64(_MIX1)
    mixed *= np.uint64(_MIX2)
    return mixed ^ mixed >> np.uint64(32)


@lean_inlined
def talk_of(shape: Scalar, data: Bytes, frame: Ints) -> Scalar:
    """`matcher.vantage.conversation` of a packet of a shape: uint64."""
    network, above, at = shape // ABOVE, shape % ABOVE, frame[NETWORK]
    sport = dport = np.int64(0)
    if above in (TCP, UDP, SCTP):
        ports = u32(data, frame[TRANSPORT])
        sport, dport = (ports >> 16) + 2, (ports & 0xFFFF) + 2
    if network == V4:
        near = _end(np.uint64(0), np.uint64(u32(data, at + 12)), sport, 0)
        far = _end(np.uint64(0), np.uint64(u32(data, at + 16)), dport, 0)
    else:
        near = _end(u64(data, at + 8), u64(data, at + 16), sport, 1)
        far = _end(u64(data, at + 24), u64(data, at + 32), dport, 1)
    if near == far:
        return np.uint64(0)
    both = near + far + np.uint64(frame[PROTO] + 2) * np.uint64(_MIX3)
    return both & ~np.uint64(3) | np.uint64(2) | np.uint64(near < far)


@lean
def see_talks(talks: Words, seen: Words) -> Scalar:
    """Take note of packets, in their order. Whether an answer was among them.

    Args:
        talks: uint64[packets]: from `talk_of`.
        seen: uint64[TALKS]: what was seen before; brought up to date.
    """
    for at in range(talks.shape[0]):
        word = talks[at]
        if word:
            place = np.int64(word >> np.uint64(48))
            if seen[place] ^ word == np.uint64(1):
                return True
            seen[place] = word
    return False
