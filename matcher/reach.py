"""Reach: how far a set or sliding window must count before no comparison that it stands in can change any more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matcher.evaluate import pairs
from sigdsl.limits import MAX_REACH
from sigdsl.model import Call, Compare, Expr, Range, SetLiteral
from sigdsl.types import constant_of
from sigdsl.walk import children, walk

__all__ = ["LEAST_FOR_SETS", "LEAST_FOR_WINDOWS", "ReachError", "reaches"]

LEAST_FOR_SETS: Final = 256  # reports say more than "enough"
LEAST_FOR_WINDOWS: Final = 64


class ReachError(ValueError):
    """A comparison that would need to count further than is allowed."""


def reaches(having: Expr | None) -> dict[Call, tuple[int, bool]]:
    """For every set and window in a condition: its reach, and whether that decides all comparisons it stands in.

    One that stands beside another aggregate, or in arithmetic, counts to the limit and may be undecided there.

    Raises:
        ReachError: a constant is beyond the limit.
    """
    found: dict[Call, tuple[int, bool]] = {}
    for call, constant in _uses(having) if having is not None else ():
        least = LEAST_FOR_SETS if call.name == "distinct" and not is_windowed(call) else LEAST_FOR_WINDOWS
        if constant is not None and constant + 1 > MAX_REACH:
            raise ReachError(f"a set or window counts to {MAX_REACH} at most, and is compared with {constant}")
        reach, decided = found.get(call, (least, True))
        needed = MAX_REACH if constant is None else constant + 1
        found[call] = (max(reach, needed), decided and constant is not None)
    return found


def is_windowed(call: Call) -> bool:
    """Whether an aggregate is over a sliding window."""
    return call.name in ("count", "distinct") and len(call.args) == 2


def _uses(having: Expr) -> Iterator[tuple[Call, int | None]]:
    """Every use of a set or window with the greatest constant that it is compared with, or None."""
    if isinstance(having, Compare):
        for left, _, right in pairs(having):
            yield from _compared(left, right)
            yield from _compared(right, left)
        return
    for part in children(having):
        yield from _uses(part)


def _compared(side: Expr, other: Expr) -> Iterator[tuple[Call, int | None]]:
    for part in walk(side):
        if isinstance(part, Call) and (part.name == "distinct" or is_windowed(part)):
            yield part, _greatest(other) if part is side else None


def _greatest(other: Expr) -> int | None:
    """The greatest number in a constant or a set of constants."""
    if isinstance(other, SetLiteral):
        items = [_greatest(item) for item in other.items]
        return None if not items or None in items else max(item for item in items if item is not None)
    if isinstance(other, Range):
        return _greatest(other.high)
    return constant_of(other)
