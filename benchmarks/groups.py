"""Frames of different lengths in one mix: groups that know their places, and conversations that take turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks.chance import Ints, chance
from benchmarks.frames import Frames

__all__ = ["Group", "Part", "mixed", "turns"]

Group = tuple[Ints, Frames]  # where in the mix the frames stand, and their bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mix.

    Attributes:
        share: How much of the mix it is, compared with the other parts.
        make: From numbers, one a packet and no other part's, to frames; the places are those in the array of numbers.
    """

    share: int
    make: Callable[[Ints], list[Group]]


def mixed(parts: tuple[Part, ...], numbers: Ints) -> list[Group]:
    """Packets of all parts by their shares, in an order that looks random."""
    limits = np.cumsum([part.share for part in parts])
    belongs = np.searchsorted(limits, chance(numbers, "part", int(limits[-1])), side="right")
    groups = []
    for at, part in enumerate(parts):
        places = np.flatnonzero(belongs == at)
        own = numbers[places] + (at << 40)  # what parts draw for equal numbers has nothing in common
        groups += [(places[inner], frames) for inner, frames in part.make(own) if len(inner)]
    return groups


def turns(numbers: Ints, each: int, apart: int) -> tuple[Ints, Ints]:
    """Divide packets into conversations of `each` packets that stand `apart` places from each other.

    Returns:
        For each packet the number of its conversation, unique in the capture, and its turn in it, from 0.
    """
    place = np.arange(len(numbers))
    conversation = place // (each * apart) * apart + place % apart
    first = numbers[0] if len(numbers) else 0
    return first + conversation, place // apart % each
