"""Entries: one observation each, with those of its values that an aggregate, a key or an observer may ask for.

Nearly always all values show and are as short as their fields: they are packed, several to a word. Where one does not,
or stands for something that is no number, the entry is wide: states, then a word for each value.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean_inlined
from matcher.compiled.layout import (
    C_KEPT,
    C_MASK,
    C_SHIFT,
    C_WORD,
    C_WORDS,
    E_EVENT,
    E_INFO,
    G_COLUMNS,
    G_ENTRY,
    G_FRONT,
    G_LEVEL,
    G_VALUES,
    G_WIDE,
    KNOWN,
    PER_WORD,
    WIDE,
)
from matcher.compiled.memory import take_block

__all__ = ["event_of", "pack_values", "size_of", "value_of", "widened"]

Ints = npt.NDArray[np.int64]
States = npt.NDArray[np.int64] | npt.NDArray[np.uint8]


@inlined
def event_of(heap: Ints, plan: Ints, row: Scalar, entry: Scalar) -> Scalar:
    """The record that an entry stands for, 0 for a packet. `row` is that of its group, here and below."""
    return heap[entry + E_EVENT] if plan[row + G_LEVEL] else np.int64(0)


@inlined
def size_of(heap: Ints, plan: Ints, row: Scalar, entry: Scalar) -> Scalar:
    """The words of an entry."""
    return plan[row + G_WIDE] if heap[entry + E_INFO] & WIDE else plan[row + G_ENTRY]


@inlined
def pack_values(
    heap: Ints, plan: Ints, row: Scalar, entry: Scalar, values: Ints, at: Scalar, states: States, seen: Scalar
) -> Scalar:  # fmt: skip
    """Write the values of an entry, packed. False where they cannot be.

    Args:
        heap, plan, row, entry: Where to.
        values: Where from: the values that are kept of a packet, from `at` on.
        at: See there.
        states: Their states, from `seen` on.
        seen: See there.
    """
    for word in range(entry + plan[row + G_FRONT], entry + plan[row + G_ENTRY]):
        heap[word] = 0
    first, odd = plan[row + G_COLUMNS], np.int64(0)
    for column in range(first, first + C_WORDS * plan[row + G_VALUES], C_WORDS):
        kept, mask = plan[column + C_KEPT], plan[column + C_MASK]
        value = values[at + kept]
        odd |= value & ~mask | np.int64(states[seen + kept]) ^ KNOWN
        heap[entry + plan[column + C_WORD]] |= (value & mask) << plan[column + C_SHIFT]
    return odd == 0


@inlined
def widened(
    heap: Ints, plan: Ints, row: Scalar, entry: Scalar, values: Ints, at: Scalar, states: States, seen: Scalar
) -> Scalar:  # fmt: skip
    """The same entry in a block of its own, with values that could not be packed; arguments as of `pack_values`."""
    wide = take_block(heap, plan[row + G_WIDE])
    packed, count = wide + plan[row + G_FRONT], plan[row + G_VALUES]
    first = wide + plan[row + G_WIDE] - count
    for word in range(plan[row + G_FRONT]):
        heap[wide + word] = heap[entry + word]
    heap[wide + E_INFO] |= WIDE
    for word in range(packed, first):
        heap[word] = 0
    for each in range(count):
        kept = plan[plan[row + G_COLUMNS] + each * C_WORDS + C_KEPT]
        heap[packed + each // PER_WORD] |= np.int64(states[seen + kept]) << 3 * (each % PER_WORD)
        heap[first + each] = values[at + kept]
    return wide


@lean_inlined
def value_of(heap: Ints, plan: Ints, row: Scalar, entry: Scalar, each: Scalar) -> tuple[Scalar, Scalar]:
    """The state and the value of one of an entry's values."""
    if heap[entry + E_INFO] & WIDE:
        state = heap[entry + plan[row + G_FRONT] + each // PER_WORD] >> 3 * (each % PER_WORD) & 7
        return state, heap[entry + plan[row + G_WIDE] - plan[row + G_VALUES] + each]
    column = plan[row + G_COLUMNS] + each * C_WORDS
    return KNOWN, heap[entry + plan[column + C_WORD]] >> plan[column + C_SHIFT] & plan[column + C_MASK]
