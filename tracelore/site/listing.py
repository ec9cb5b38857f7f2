"""The chosen events over time, and one page of them, found by where the page before ended and not by its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tracelore.report.timeline import VERDICTS, Timeline, bins_for
from tracelore.site.choice import ChoiceError
from tracelore.site.events import Column, EventColumns

__all__ = ["PAGE", "EventPage", "page_of", "timeline_of"]

PAGE: Final = 25


@dataclass(frozen=True, slots=True)
class EventPage:
    """The numbers of some events.

    Attributes:
        numbers: Of rows in `events`, in order.
        first: How many of the chosen events stand before the page.
        before: The place to ask for what stands before this page; None where nothing does.
        after: The same for what stands after it.
    """

    numbers: tuple[int, ...]
    first: int
    before: str | None
    after: str | None


def page_of(events: EventColumns, rows: Column, after: str, before: str) -> EventPage:
    """The page of the chosen events after a place, or before one; the first where neither is given.

    Raises:
        ChoiceError: A place is none.
    """
    if before:
        end = _position(events, rows, before, past=False)
        start = max(0, end - PAGE)
    else:
        start = _position(events, rows, after, past=True) if after else 0
        end = min(start + PAGE, len(rows))
    shown = rows[start:end]
    return EventPage(
        numbers=tuple(events.number[shown].tolist()),
        first=start,
        before=_place(events, rows[start]) if start and len(shown) else None,
        after=_place(events, rows[end - 1]) if end < len(rows) and len(shown) else None,
    )


def _place(events: EventColumns, row: int) -> str:
    return f"{events.first_seen_ns[row]}.{events.number[row]}"


def _position(events: EventColumns, rows: Column, place: str, *, past: bool) -> int:
    """How many of the chosen events stand before a place; with `past`, the event at the place too."""
    moment, _, number = place.partition(".")
    if not moment.removeprefix("-").isdecimal() or not number.isdecimal() or max(len(moment), len(number)) > 19:
        raise ChoiceError(f"{place[:60]!r} is no place in a list of events")
    times = events.first_seen_ns[rows]
    at = min(int(moment), (1 << 63) - 1)
    low, high = int(np.searchsorted(times, at, "left")), int(np.searchsorted(times, at, "right"))
    numbers = events.number[rows[low:high]]
    return low + int(np.searchsorted(numbers, int(number), "right" if past else "left"))


def timeline_of(events: EventColumns, rows: Column) -> Timeline | None:
    """When the chosen events began; None where there are none."""
    if not len(rows):
        return None
    times = events.first_seen_ns[rows]
    start, width, bins = bins_for(int(times[0]), int(times[-1]))
    highest = max(events.signatures)
    rank = np.zeros(highest + 1, dtype=np.int64)
    for number, known in events.signatures.items():
        rank[number] = VERDICTS.index(known.verdict) if known.verdict in VERDICTS else VERDICTS.index("unknown")
    cells = rank[events.signature[rows]] * bins + (times - start) // width
    counts = np.bincount(cells, minlength=len(VERDICTS) * bins).reshape(len(VERDICTS), bins)
    return Timeline(start, width, {name: row.tolist() for name, row in zip(VERDICTS, counts, strict=True)})
