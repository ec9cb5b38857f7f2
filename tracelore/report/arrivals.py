"""The rhythm of an event: when each packet came, and how long after the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Any, Final

from markupsafe import Markup

from tracelore.report.svg import element, joined, percent, picture
from tracelore.times import lasting

__all__ = ["Arrivals", "arrivals", "arrivals_vega_lite", "draw_arrivals"]

_HEIGHT, _TOP, _FLOOR = 132, 20, 104
_RADIUS: Final = 3.5


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Packets of an event in the order of time.

    Attributes:
        after_ns: Nanoseconds from the first packet to each.
        waits_ns: Nanoseconds from each packet to the next.
    """

    after_ns: tuple[int, ...]
    waits_ns: tuple[int, ...]

    @property
    def drawn(self) -> int:
        """How many packets it shows."""
        return len(self.after_ns)

    @property
    def sentence(self) -> str:
        """What the picture shows."""
        shortest, middle, longest = min(self.waits_ns), median_low(self.waits_ns), max(self.waits_ns)
        return (
            f"{len(self.after_ns):,} packets in {lasting(self.after_ns[-1])}; between two of them "
            f"{lasting(shortest)} at least, {lasting(middle)} at the median, {lasting(longest)} at most"
        )


def arrivals(times: Sequence[int | None]) -> Arrivals | None:
    """The rhythm of at least three packets that are not all of one moment; None for others."""
    known = sorted(time for time in times if time is not None)
    if len(known) < 3 or known[0] == known[-1]:
        return None
    after = tuple(time - known[0] for time in known)
    return Arrivals(after, tuple(later - time for time, later in pairwise(known)))


def draw_arrivals(found: Arrivals) -> Markup:
    """A pin for each packet: where it stands is when it came, how high it is how long it was waited for."""
    length, longest = found.after_ns[-1], max(found.waits_ns)

    def pins() -> Iterator[Markup]:
        for after, wait in zip(found.after_ns, (0, *found.waits_ns), strict=True):
            place = percent(0.02 + 0.96 * after / length)
            height = _FLOOR - (_FLOOR - _TOP) * wait / longest
            yield element("line", x1=place, x2=place, y1=_FLOOR, y2=f"{height:.1f}", class_="pin")
            yield element("circle", cx=place, cy=f"{height:.1f}", r=_RADIUS, class_="dot")

    return picture(
        "Time between packets", found.sentence, _HEIGHT,
        element("line", x1=0, x2="100%", y1=_TOP, y2=_TOP, class_="grid"),
        element("text", f"{lasting(longest)} since the packet before", x=0, y=_TOP - 6, class_="label"),
        element("line", x1=0, x2="100%", y1=_FLOOR, y2=_FLOOR, class_="axis"), joined(pins()),
        element("text", "first packet", x=0, y=_FLOOR + 20, class_="label"),
        element("text", f"{lasting(length)} later", x="100%", y=_FLOOR + 20, text_anchor="end", class_="label"),
    )  # fmt: skip


def arrivals_vega_lite(found: Arrivals, scope: str) -> dict[str, Any]:
    """The same as a Vega-Lite specification, data included; `scope` says of how many packets it is."""
    values = [
        {"after": after / 1e9, "wait": wait / 1e9}
        for after, wait in zip(found.after_ns, (0, *found.waits_ns), strict=True)
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {"text": found.sentence, "subtitle": scope}, "width": "container",
        "data": {"values": values}, "mark": {"type": "point", "filled": True},
        "encoding": {
            "x": {"field": "after", "type": "quantitative", "title": "seconds since the first packet"},
            "y": {"field": "wait", "type": "quantitative", "title": "seconds since the packet before"},
        },
    }  # fmt: skip
