"""Blocks of the heap: taken, given back, and taken again.

A block of fewer than 512 words has as many as were asked for, or up to three more, so that their number is divided by
four; a larger one has the next power of two. What is given back waits in a list of its size. Few sizes mean that most
blocks serve others as well, and that nothing is left over that serves nobody. Nothing is moved or cleared.

A block that waits is itself a page of the list, and holds the places of as many others as fit. So most blocks are taken
again without a look at what is in them: they went out of the cache long ago, and each look would wait for memory.

When all words were used once, blocks are cut from larger ones that wait. What is left of these, and memory that was put
together, waits in pieces as large as the lists have: nothing but a large block serves who asks for one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import H_END, H_FREE, H_LIMIT, H_NEXT, H_SPARE, H_WAITING, SMALL

__all__ = ["BEHIND", "COUNT", "PLACES", "give_back", "give_back_all", "grown", "take_block"]

Ints = npt.NDArray[np.int64]

BEHIND = 0  # of a page: the next one
COUNT = 1  # how many places are on it
PLACES = 2

_UNIT = 4  # words


@inlined
def _rounded(words: Scalar) -> Scalar:
    return words + (_UNIT - 1) & -_UNIT


@inlined
def _power(words: Scalar) -> Scalar:
    power = 0
    while (1 << power) < words:
        power += 1
    return power


@lean_part
def take_block(heap: Ints, words: Scalar) -> Scalar:
    """A block; its words hold anything."""
    size = _rounded(words)
    waiting = H_FREE + size
    if size >= SMALL:
        power = _power(size)
        size, waiting = 1 << power, H_FREE + SMALL + power
    if heap[waiting]:
        heap[H_WAITING] -= size
        return _from_page(heap, waiting)
    block = heap[H_NEXT]
    if block + size > heap[H_LIMIT]:
        return _cut(heap, size)
    heap[H_NEXT] = block + size
    return block


@inlined
def _from_page(heap: Ints, waiting: Scalar) -> Scalar:
    page = heap[waiting]
    count = heap[page + COUNT]
    if count:
        heap[page + COUNT] = count - 1
        page = heap[page + PLACES + count - 1]
    else:
        heap[waiting] = heap[page + BEHIND]
    return page


@lean_part
def _spare(heap: Ints, size: Scalar) -> Scalar:
    """A block beyond the limit."""
    block = heap[H_SPARE]
    if block + size > heap[H_END]:
        raise MemoryError("the memory that is set aside for episodes is used up")
    heap[H_SPARE] = block + size
    return block


@lean_part
def _cut(heap: Ints, size: Scalar) -> Scalar:
    """A block of the heap's last resort: a part of a larger one that waits."""
    larger = size + _UNIT
    while larger < SMALL and not heap[H_FREE + larger]:
        larger += _UNIT
    waiting = H_FREE + larger
    if larger >= SMALL:
        power = _power(max(size, SMALL))
        while power < 64 and not heap[H_FREE + SMALL + power]:
            power += 1
        if power == 64:
            return _spare(heap, size)
        waiting, larger = H_FREE + SMALL + power, 1 << power
    block = _from_page(heap, waiting)
    heap[H_WAITING] -= larger
    give_back_all(heap, block + size, larger - size)
    return block


@lean_part
def give_back_all(heap: Ints, place: Scalar, words: Scalar) -> None:
    """So many words that lie together are not needed any more. (Up to three are lost.)"""
    at, rest = place, words
    while rest >= _UNIT:
        part = rest & -_UNIT
        if rest >= SMALL:
            part = SMALL
            while 2 * part <= rest:
                part *= 2
        give_back(heap, at, part)
        at, rest = at + part, rest - part


@lean_part
def give_back(heap: Ints, block: Scalar, words: Scalar) -> None:
    """A block of so many words is not needed any more."""
    words = _rounded(words)
    waiting = H_FREE + words
    if words >= SMALL:
        power = _power(words)
        waiting, words = H_FREE + SMALL + power, 1 << power
    heap[H_WAITING] += words
    page = heap[waiting]
    if page:
        count = heap[page + COUNT]
        if PLACES + count < words:
            heap[page + PLACES + count], heap[page + COUNT] = block, count + 1
            return
    heap[block + BEHIND], heap[block + COUNT] = page, 0
    heap[waiting] = block


@lean_part
def grown(heap: Ints, block: Scalar, words: Scalar, more: Scalar) -> Scalar:
    """A larger block with the same contents; the other is given back."""
    fresh = take_block(heap, more)
    for at in range(words):
        heap[fresh + at] = heap[block + at]
    give_back(heap, block, words)
    return fresh
