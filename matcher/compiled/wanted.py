"""The set of keys that are wanted, and by which signatures: bits in lines of 512, a line of the cache for each key.

Keys share lines, and signatures share bits, so that the set says yes too often and never too seldom.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined

__all__ = ["ANYBODY", "EVERYBODY", "OBSERVERS", "is_wanted_by", "line_of", "no_wanted", "want_by"]

Words = npt.NDArray[np.uint64]

_WORDS: Final = 8  # of a line
_BITS: Final = 64 * _WORDS
_SPREAD: Final = 0x9E3779B1  # an odd number, so that signatures of one key have bits far from each other
# In place of a signature: any; all those that observe events.
ANYBODY: Final = -1
OBSERVERS: Final = -2
EVERYBODY: Final[Words] = np.full((1, _WORDS), -1, np.int64).view(np.uint64)


def no_wanted(bits: int) -> Words:
    """An empty set of so many bits, a power of two."""
    return np.zeros((max(1, bits // _BITS), _WORDS), np.uint64)


@inlined
def _bit_of(print_: Scalar, signature: Scalar) -> Scalar:
    return (print_ >> 32) + (signature + 1) * _SPREAD >> 7 & _BITS - 1


@inlined
def line_of(wanted: Words, print_: Scalar) -> Scalar:
    """The line of a key."""
    return print_ & wanted.shape[0] - 1


@inlined
def is_wanted_by(wanted: Words, print_: Scalar, signature: Scalar) -> Scalar:
    """Whether a signature wants a key, 1 or 0."""
    bit = _bit_of(print_, signature)
    return np.int64(wanted[line_of(wanted, print_), bit >> 6] >> np.uint64(bit & 63) & np.uint64(1))


@inlined
def want_by(wanted: Words, print_: Scalar, signature: Scalar) -> None:
    """Note that a signature wants a key."""
    bit = _bit_of(print_, signature)
    wanted[line_of(wanted, print_), bit >> 6] |= np.uint64(1) << np.uint64(bit & 63)
