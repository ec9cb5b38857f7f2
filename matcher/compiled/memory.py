"""Blocks of the heap: taken, given back, and taken again.

A block of fewer than 512 words has exactly the words that were asked for, a larger one the next power of two; what is
given back waits in a list of its size. Nothing is moved or cleared.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean
from matcher.compiled.layout import H_FREE, H_LIMIT, H_NEXT, SMALL

__all__ = ["give_back", "grown", "size_class", "take_block"]

Ints = npt.NDArray[np.int64]


@lean
def size_class(words: Scalar) -> Scalar:
    """The list in which blocks of so many words wait."""
    if words < SMALL:
        return words
    power = 0
    while (1 << power) < words:
        power += 1
    return SMALL + power


@lean
def take_block(heap: Ints, words: Scalar) -> Scalar:
    """A block; its words hold anything."""
    waiting = H_FREE + size_class(words)
    block = heap[waiting]
    if block:
        heap[waiting] = heap[block]
        return block
    if words >= SMALL:
        words = 1 << (size_class(words) - SMALL)
    block = heap[H_NEXT]
    if block + words > heap[H_LIMIT]:
        raise MemoryError("the memory that is set aside for episodes is used up")
    heap[H_NEXT] = block + words
    return block


@lean
def give_back(heap: Ints, block: Scalar, words: Scalar) -> None:
    """A block of so many words is not needed any more."""
    waiting = H_FREE + size_class(words)
    heap[block] = heap[waiting]
    heap[waiting] = block


@lean
def grown(heap: Ints, block: Scalar, words: Scalar, more: Scalar) -> Scalar:
    """A larger block with the same contents; the other is given back."""
    fresh = take_block(heap, more)
    for at in range(words):
        heap[fresh + at] = heap[block + at]
    give_back(heap, block, words)
    return fresh
