"""The set of keys that are wanted, and by which signatures: bits in lines of 512, a line of the cache for each key.

Keys share lines, and signatures share bits, so that the set says yes too often and never too seldom.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined

__all__ = ["EVERYBODY", "OBSERVERS", "is_wanted", "is_wanted_by", "no_wanted", "want", "want_by"]

Words = npt.NDArray[np.uint64]

_WORDS: Final = 8  # of a line
_BITS: Final = 64 * _WORDS
_SPREAD: Final = 0x9E3779B1  # an odd number, so that signatures of one key have bits far from each other
OBSERVERS: Final = -2  # in place of a signature: all those that observe events
EVERYBODY: Final[Words] = np.full((1, _WORDS), -1, np.int64).view(np.uint64)


def no_wanted(bits: int) -> Words:
    """An empty set of so many bits, a power of two."""
    return np.zeros((max(1, bits // _BITS), _WORDS), np.uint64)


@inlined
def _bit_of(print_: Scalar, signature: Scalar) -> Scalar:
    return (print_ >> 32) + (signature + 1) * _SPREAD >> 7 & _BITS - 1


@inlined
def _is_set(wanted: Words, print_: Scalar, bit: Scalar) -> Scalar:
    return np.int64(wanted[print_ & wanted.shape[0] - 1, bit >> 6] >> np.uint64(bit & 63) & np.uint64(1))


@inlined
def is_wanted(wanted: Words, print_: Scalar) -> Scalar:
    """Whether a key is wanted, 1 or 0."""
    return _is_set(wanted, print_, _bit_of(print_, -1))


@inlined
def is_wanted_by(wanted: Words, print_: Scalar, signature: Scalar) -> Scalar:
    """Whether a signature wants a key, 1 or 0."""
    return _is_set(wanted, print_, _bit_of(print_, signature))


@inlined
def want(wanted: Words, print_: Scalar) -> None:
    """Note a key."""
    want_by(wanted, print_, -1)


@inlined
def want_by(wanted: Words, print_: Scalar, signature: Scalar) -> None:
    """Note that a signature wants a key."""
    bit = _bit_of(print_, signature)
    wanted[print_ & wanted.shape[0] - 1, bit >> 6] |= np.uint64(1) << np.uint64(bit & 63)
