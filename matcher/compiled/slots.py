"""The table of nodes: open addressing with linear probing, one word a place.

The upper half of a word is that of the key's fingerprint, whose lower bits say where its search begins; the lower half
is the node, which has the whole fingerprint. So a search looks at one line of memory in the table, and at no node but
the right one (nearly: one in some thousands of searches meets a node whose half is the same).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean
from matcher.compiled.layout import N_PRINT

__all__ = ["find_slot", "home_of", "move_slots", "node_in", "remove_slot", "slot_word"]

Ints = npt.NDArray[np.int64]

_HALF = 0xFFFF_FFFF


@inlined
def slot_word(print_: Scalar, node: Scalar) -> Scalar:
    """What stands in the table for a node."""
    return print_ & ~_HALF | node


@inlined
def node_in(word: Scalar) -> Scalar:
    """The node that a word of the table stands for; 0 for none."""
    return word & _HALF


@inlined
def home_of(table: Ints, word: Scalar) -> Scalar:
    """Where the search for a fingerprint begins, or for that of which a word of the table has the upper half."""
    return word >> 32 & table.shape[0] - 1


@inlined
def find_slot(heap: Ints, table: Ints, print_: Scalar) -> Scalar:
    """Where a key's node is in the table, or would be."""
    mask = table.shape[0] - 1
    at = print_ >> 32 & mask
    while True:
        word = table[at]
        if word == 0 or ((word ^ print_) >> 32 == 0 and heap[(word & _HALF) + N_PRINT] == print_):
            break
        at = at + 1 & mask
    return at


@inlined
def remove_slot(table: Ints, word: Scalar) -> None:
    """Take a word out of the table; those that it kept from their places move up."""
    mask = table.shape[0] - 1
    hole = word >> 32 & mask
    while table[hole] != word:
        hole = hole + 1 & mask
    at = hole
    while True:
        at = at + 1 & mask
        other = table[at]
        if other == 0:
            break
        if at - (other >> 32) & mask >= at - hole & mask:
            table[hole] = other
            hole = at
    table[hole] = 0


@lean
def move_slots(old: Ints, new: Ints) -> None:
    """Put the nodes of a table into a larger one."""
    mask = new.shape[0] - 1
    for place in range(old.shape[0]):
        word = old[place]
        if word:
            at = word >> 32 & mask
            while new[at]:
                at = at + 1 & mask
            new[at] = word
