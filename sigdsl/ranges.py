"""Interval arithmetic: from the ranges of two operands to the range of the result. A range is (least, greatest)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

__all__ = ["MAX_INTEGER", "MIN_INTEGER", "Range", "is_within_64_bits", "range_of"]

MIN_INTEGER: Final = -(1 << 63)
MAX_INTEGER: Final = (1 << 63) - 1
_LONGEST_SHIFT: Final = 63

Range: TypeAlias = tuple[int, int]


def is_within_64_bits(low: int, high: int) -> bool:
    """Whether every number of a range is a signed 64-bit integer."""
    return low >= MIN_INTEGER and high <= MAX_INTEGER


def range_of(op: str, left: Range, right: Range) -> Range:
    """The range of `left op right`.

    Raises:
        ValueError: the operation has no value for some of the right sides; the text says which it must be.
    """
    if op in _BITWISE:
        exact = left[0] == left[1] and right[0] == right[1]
        return (_BITWISE[op](left[0], right[0]),) * 2 if exact else _RANGES[op](left, right)
    return _RANGES[op](left, right)


def _corners(left: Range, right: Range, apply: Callable[[int, int], int]) -> Range:
    values = [apply(a, b) for a in left for b in right]
    return min(values), max(values)


def _add(left: Range, right: Range) -> Range:
    return left[0] + right[0], left[1] + right[1]


def _subtract(left: Range, right: Range) -> Range:
    return left[0] - right[1], left[1] - right[0]


def _multiply(left: Range, right: Range) -> Range:
    return _corners(left, right, lambda a, b: a * b)


def _modulo(left: Range, right: Range) -> Range:
    if right[0] <= 0:
        raise ValueError("the right side of % must be above zero")
    if left[0] == left[1] and right[0] == right[1]:
        return (left[0] % right[0],) * 2
    if left[0] >= 0 and left[1] < right[0]:
        return left
    return 0, right[1] - 1


def _shift_left(left: Range, right: Range) -> Range:
    _check_shift(right)
    return _corners(left, right, lambda a, b: a << b)


def _shift_right(left: Range, right: Range) -> Range:
    _check_shift(right)
    return _corners(left, right, lambda a, b: a >> b)


def _check_shift(right: Range) -> None:
    if right[0] < 0 or right[1] > _LONGEST_SHIFT:
        raise ValueError(f"a shift is by 0 to {_LONGEST_SHIFT} bits")


def _and(left: Range, right: Range) -> Range:
    """A side that is never negative bounds the result."""
    tops = [side[1] for side in (left, right) if side[0] >= 0]
    return (0, min(tops)) if tops else _filled(left, right)


def _filled(left: Range, right: Range) -> Range:
    """All numbers of as many bits as the wider side has."""
    bits = max(abs(value).bit_length() for value in (*left, *right))
    return -(1 << bits) if min(left[0], right[0]) < 0 else 0, (1 << bits) - 1


_RANGES: dict[str, Callable[[Range, Range], Range]] = {
    "+": _add, "-": _subtract, "*": _multiply, "%": _modulo, "<<": _shift_left, ">>": _shift_right,
    "&": _and, "|": _filled, "^": _filled,
}  # fmt: skip
_BITWISE: dict[str, Callable[[int, int], int]] = {
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b,
}
