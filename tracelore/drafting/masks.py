"""Bits of a number that are the same in all packets of a sample."""

from __future__ import annotations

from collections.abc import Iterator
from math import comb, log2

import numpy as np

from tracelore.drafting.invariant import Invariant, cost_of_number
from tracelore.drafting.sample import Column
from tracelore.drafting.terms import equal, named, number, term

__all__ = ["fixed_bits"]


def fixed_bits(name: str, bits: int, values: Column) -> Iterator[Invariant]:
    """Bits that are the same in all values: a run at the low end, or others where the sample is large enough.

    Args:
        name: The field.
        bits: Its width.
        values: Its different values.
    """
    fixed = ~int(np.bitwise_or.reduce(values ^ values[0])) & ((1 << bits) - 1)
    run = (~fixed & -~fixed).bit_length() - 1  # how many of the lowest bits are fixed
    low = (1 << run) - 1
    if run:
        yield _masked(name, low, int(values[0]), len(values), log2(bits))
    rest = fixed & ~low & ~_leading(fixed) if bits == 32 else 0
    if rest:
        apart = min(len(np.unique(values >> 16)), len(np.unique(values & 0xFFFF)))  # a counter's bits hardly change
        yield _masked(name, rest, int(values[0]), apart, log2(comb(bits, rest.bit_count())) + 1)


def _leading(fixed: int) -> int:
    """The run of fixed bits at the high end: a range says that better."""
    run = 0
    while run < 32 and fixed >> (31 - run) & 1:
        run += 1
    return ((1 << run) - 1) << (32 - run)


def _masked(name: str, mask: int, value: int, different: int, found_at: float) -> Invariant:
    condition = equal(term("&", named(name), number(mask, 16)), number(value & mask, 16 if value & mask > 9 else 10))
    return Invariant(condition, mask.bit_count() * different - cost_of_number(value & mask) - found_at)
