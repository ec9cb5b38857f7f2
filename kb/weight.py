"""Bits of coincidence of one test, by itself: how much it says that a packet passes it.

The rule is the matcher's (docs/design.md, "Specificity"), told of the facts that the knowledge base stores of a test.
It ranks answers to a few values; the bits of whole signatures come from the matcher.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from kb.conditions import FieldUse
from kb.constants import V6, WHOLE, Stretch
from sigdsl.fields import FIELDS, Field, Kind
from sigdsl.intervals import Intervals, complement, intersect, normalise, size

__all__ = ["test_bits"]

_MOST_FOR_ZERO = 4.0  # zero is what an unset field holds
_A_KIND, _A_LIST, _SOME_BYTES = 2.0, 8.0, 16.0  # of option kinds, of a whole list of them, of a payload


def test_bits(uses: Sequence[FieldUse]) -> float:
    """What one test counts: `uses` are all its facts, one for each value that it names."""
    first = uses[0]
    field = FIELDS[first.field]
    if first.value is None:  # a relation between fields, or something computed from them
        return float(min(FIELDS[use.field].surprise for use in uses)) if first.operator == "==" else 1.0
    if field.kind is Kind.OPTIONS or field.kind is Kind.BYTES:
        return 0.0 if first.excludes else min(float(field.surprise), _of_sequence(field, first))
    if any(use.stretch is None for use in uses):
        return 1.0  # a named set of addresses
    accepted = normalise(_interval(use.stretch) for use in uses if use.stretch is not None)
    if first.mask is not None:
        return _of_mask(field, first)
    return _of_numbers(field, accepted, first.excludes)


def _of_sequence(field: Field, use: FieldUse) -> float:
    if field.kind is Kind.BYTES:
        return _SOME_BYTES
    return _A_KIND if use.operator == "has" else _A_LIST


def _interval(stretch: Stretch) -> tuple[int, int]:
    added = V6 if stretch.version == 6 else 0
    return stretch.low + added, stretch.high + added


def _of_mask(field: Field, use: FieldUse) -> float:
    width = (use.mask or 0).bit_count()
    if use.excludes:
        return -log2(1 - 2.0**-width) if width else 0.0
    is_zero = use.stretch is not None and use.stretch.high == 0
    return min(float(width), float(field.surprise), _MOST_FOR_ZERO if is_zero else float(width))


def _of_numbers(field: Field, named: Intervals, excludes: bool) -> float:
    if named and named[-1][1] >= V6:
        return _of_range(field, named, excludes, (V6, V6 + (1 << 128) - 1))
    return min(_of_range(field, named, excludes, (0, (1 << width) - 1 if width else WHOLE)) for width in field.widths)


def _of_range(field: Field, named: Intervals, excludes: bool, whole: tuple[int, int]) -> float:
    """As if the values of the field were `whole`."""
    accepted = complement(named, *whole) if excludes else intersect(named, (whole,))
    if field.kind is Kind.BOOLEAN and field.surprise > 1:
        return float(field.surprise) if accepted == ((1, 1),) else 0.0  # true is the rare case
    bits = log2(size((whole,))) - log2(size(accepted) or 1)
    return min(bits, float(field.surprise), _MOST_FOR_ZERO if accepted == ((0, 0),) else bits)
