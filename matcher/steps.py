"""`step` and `missing`: whether successive values differ by multiples of one constant, and how many are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from matcher.moment import Moment
from matcher.program import AggregateSpec

__all__ = ["Step"]

MAX_DIFFERENCES: Final = 16
MAX_MULTIPLE: Final = 64


class Step:
    """The differences of successive values, up to 16 different ones with how often each came.

    With more, the values do not step by one constant and the state holds only that (`overflowed`).
    """

    __slots__ = ("count", "differences", "first", "kind", "last", "modulus", "overflowed")

    def __init__(self, spec: AggregateSpec) -> None:
        self.kind = spec.kind
        self.modulus = spec.modulus
        self.count = 0
        self.first = 0
        self.last = 0
        self.differences: dict[int, int] = {}
        self.overflowed = False

    def add(self, moment: Moment, value: Any) -> None:
        if not isinstance(value, int):
            return
        if self.count:
            self._take(value - self.last, 1)
        else:
            self.first = value
        self.last = value
        self.count += 1

    def merge(self, later: Step) -> None:
        if not later.count:
            return
        if self.count:
            self._take(later.first - self.last, 1)
        else:
            self.first = later.first
        for difference, times in later.differences.items():
            self._take(difference, times)
        self.last = later.last
        self.count += later.count
        if later.overflowed:
            self._overflow()

    def _take(self, difference: int, times: int) -> None:
        if self.overflowed:
            return
        reduced = difference % self.modulus if self.modulus else difference
        self.differences[reduced] = self.differences.get(reduced, 0) + times
        if len(self.differences) > MAX_DIFFERENCES:
            self._overflow()

    def _overflow(self) -> None:
        self.overflowed = True
        self.differences = {}

    def value(self) -> int | None:
        """The step, or how many are missing; None when there is no such constant."""
        if self.count < 3:
            return None
        fits = min(self._candidates(), default=None)
        if fits is None:
            return None
        missing, _, step = fits
        return missing if self.kind == "missing" else step

    def is_saturated(self) -> bool:
        return False

    def _candidates(self) -> Iterator[tuple[int, int, int]]:
        """(steps left out, size, step) of every difference that the others are multiples of."""
        for step in self.differences:
            missing = self._missing(step) if step else None
            if missing is not None:
                yield missing, abs(step), step

    def _missing(self, step: int) -> int | None:
        others = {difference: times for difference, times in self.differences.items() if difference not in (0, step)}
        missing = 0
        for difference, times in others.items():
            factor = self._factor(difference, step)
            if factor is None:
                return None
            missing += times * (factor - 1)
        return missing

    def _factor(self, difference: int, step: int) -> int | None:
        """How many steps a difference is, the fewest; None where they would be too many."""
        for factor in range(MAX_MULTIPLE + 1):
            product = factor * step
            if (product % self.modulus if self.modulus else product) == difference:
                return factor
        return None
