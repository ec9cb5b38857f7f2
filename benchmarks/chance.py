"""Values that look random and depend on nothing but a number and a name, so that captures are the same everywhere."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

__all__ = ["Ints", "chance", "choice", "rank"]

Ints = npt.NDArray[np.int64]


def chance(numbers: Ints, name: str, below: int = 1 << 32) -> Ints:
    """For each number a value from 0 to `below` - 1, at most 32 bits: another series for each name.

    The mixing is that of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
    """
    mixed = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + _salt(name)
    mixed = (mixed ^ mixed >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ mixed >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return ((mixed >> np.uint64(32)) * np.uint64(below) >> np.uint64(32)).astype(np.int64)


def choice(numbers: Ints, name: str, values: tuple[int, ...]) -> Ints:
    """For each number one of the values."""
    return np.array(values, np.int64)[chance(numbers, name, len(values))]


def rank(numbers: Ints, name: str, octaves: int) -> Ints:
    """For each number a rank from 1 to 2^octaves - 1 of which rank r is about as frequent as 1/r: a heavy tail."""
    octave = chance(numbers, f"{name}, octave", octaves)
    return (1 << octave) + (chance(numbers, name) & (1 << octave) - 1)


@cache
def _salt(name: str) -> np.uint64:
    return np.uint64(int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big"))
