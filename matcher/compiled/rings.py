"""The rings in which packets wait outside of all nodes, and the cells of their keys: `matcher.compiled.sieve` has the
use of them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.groups import packed
from matcher.compiled.prospects import MOST_CALLED

__all__ = [
    "BEGIN", "COUNT", "FIRST", "FLUSHED", "LONG", "LONGEST", "MARGIN", "MOST_KEPT", "OF_PACKETS", "PACKET_FRAME",
    "PACKET_SHOWS", "PACKET_TIME", "PACKET_VALUES", "SHORT", "SIZE", "Out", "Packets", "Rings", "new_out", "new_rings",
    "taken",
]  # fmt: skip

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_CELLS: Final = 1 << 21  # a power of two
_PACKETS: Final = 700_000
_TOUCHES: Final = (600_000, 1_500_000)  # that are over soon, and others
LONGEST: Final = 64  # touches of a key that wait
FLUSHED: Final = 32  # of the oldest touches, when a ring is full
MOST_KEPT: Final = 56  # values of a packet that may wait: a bit each
MARGIN: Final = (3 * FLUSHED + 1 + 2 * MOST_CALLED) * LONGEST

# A packet that waits: its frame, its time, a bit for each value that is known (others are absent) and above them its
# flags, then its values, packed.
PACKET_FRAME, PACKET_TIME, PACKET_SHOWS, PACKET_VALUES = range(4)

# What a sieve remembers of a ring: where it begins, how many places it has, which is the oldest, how many there are.
BEGIN, SIZE, FIRST, COUNT = range(4)
SHORT, LONG, OF_PACKETS = range(3)  # rings


class Packets(NamedTuple):
    """Columns of packets, as `matcher.compiled.ordering.Observed` has them, without their routes.

    Attributes:
        frame, time: int64[packets].
        flags: uint8[packets].
        values: int64[packets * kept], packet by packet.
        states: uint8[packets * kept].
    """

    frame: Ints
    time: Ints
    flags: Bytes
    values: Ints
    states: Bytes


class Rings(NamedTuple):
    """What waits.

    Attributes:
        cells: int64[cells, 2]: see `matcher.compiled.sieve`.
        touches: int64[touches, 2]: fingerprint; the rest as there. First those that are over soon, then the others.
        before: uint32[touches]: for each the one before it in its cell: its place plus one, or 0.
        packets: int64[packets, words]: see above.
        packing: int64[kept, 3]: where in these words each value is, how many bits are below it, and its mask.
        state: int64[3, 4]: of the two rings of touches and that of packets, as above.
        chain: int64[LONGEST]: room to turn a chain round.
    """

    cells: Ints
    touches: Ints
    before: npt.NDArray[np.uint32]
    packets: Ints
    packing: Ints
    state: Ints
    chain: Ints


class Out(NamedTuple):
    """What goes to the engine.

    Attributes:
        packets: Filled in.
        touches: Filled in, int64[most, 3], as from `find_touches`.
        counts: int64[2]: how many packets and how many touches there are.
    """

    packets: Packets
    touches: Ints
    counts: Ints


def new_rings(
    kept: tuple[str, ...], cells: int = _CELLS, packets: int = _PACKETS, touches: tuple[int, int] = _TOUCHES
) -> Rings:
    """Nothing waits yet. `kept` are the fields whose values packets have."""
    columns, words = packed(kept)
    short, long = touches
    state = np.zeros((3, 4), np.int64)
    state[:, BEGIN], state[:, SIZE] = (0, short, 0), (short, long, packets)
    return Rings(
        cells=_aligned(2 * cells).reshape(cells, 2),
        touches=np.empty((short + long, 2), np.int64),
        before=np.empty(short + long, np.uint32),
        packets=np.empty((packets, PACKET_VALUES + words), np.int64),
        packing=np.array([(PACKET_VALUES + each.word, each.shift, each.mask) for each in columns], np.int64).reshape(
            -1, 3
        ),
        state=state,
        chain=np.zeros(LONGEST, np.int64),
    )


def new_out(size: int, kept: int) -> Out:
    """Room for so many packets with so many values, and for twice as many touches."""
    return Out(
        packets=Packets(
            frame=np.empty(size, np.int64),
            time=np.empty(size, np.int64),
            flags=np.empty(size, np.uint8),
            values=np.empty(size * kept, np.int64),
            states=np.empty(size * kept, np.uint8),
        ),
        touches=np.empty((2 * size, 3), np.int64),
        counts=np.zeros(2, np.int64),
    )


def taken(out: Out) -> tuple[Packets, Ints]:
    """Copies of the packets and touches that are there."""
    count, touches = out.counts.tolist()
    frame, time, flags, values, states = out.packets
    kept = len(values) // len(frame)
    packets = Packets(
        frame[:count].copy(), time[:count].copy(), flags[:count].copy(), values[: count * kept].copy(),
        states[: count * kept].copy(),
    )  # fmt: skip
    return packets, out.touches[:touches].copy()


def _aligned(size: int) -> Ints:
    """Words, all zero, from the beginning of a line of the cache."""
    words = np.zeros(size + 8, np.int64)
    first = -words.ctypes.data // words.itemsize % 8
    return words[first : first + size]
