"""Sets of integers as sorted, disjoint, closed intervals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

__all__ = ["Intervals", "complement", "intersect", "normalise", "size", "union"]

Intervals: TypeAlias = tuple[tuple[int, int], ...]


def normalise(pairs: Iterable[tuple[int, int]]) -> Intervals:
    """Sort, drop empty pairs, join what overlaps or touches."""
    result: list[tuple[int, int]] = []
    for low, high in sorted(pair for pair in pairs if pair[0] <= pair[1]):
        if result and low <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return tuple(result)


def union(one: Intervals, other: Intervals) -> Intervals:
    """Numbers in either."""
    return normalise((*one, *other))


def intersect(one: Intervals, other: Intervals) -> Intervals:
    """Numbers in both."""
    if len(one) == 1 and other and one[0][0] <= other[0][0] and other[-1][1] <= one[0][1]:
        return other  # as mostly, where one is everything that a field can hold
    if len(other) == 1 and one and other[0][0] <= one[0][0] and one[-1][1] <= other[0][1]:
        return one
    result: list[tuple[int, int]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        low, high = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if low <= high:
            result.append((low, high))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return tuple(result)


def complement(of: Intervals, low: int, high: int) -> Intervals:
    """Numbers from `low` to `high` that are not in a set."""
    result: list[tuple[int, int]] = []
    at = low
    for start, end in of:
        if start > at:
            result.append((at, min(start - 1, high)))
        at = max(at, end + 1)
    if at <= high:
        result.append((at, high))
    return tuple(result)


def size(of: Intervals) -> int:
    """How many numbers are in a set."""
    return sum(high - low + 1 for low, high in of)
