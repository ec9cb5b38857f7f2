"""When events began, by verdict: bars that each lead to their stretch of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from tracelore.report.scales import short_time, time_step, time_ticks
from tracelore.report.svg import element, joined, percent, picture

__all__ = ["VERDICTS", "Timeline", "bins_for", "draw_timeline", "vega_lite"]

VERDICTS: Final = ("malicious", "third-party", "unknown", "benign")
MOST_BINS: Final = 72
_HEIGHT, _TOP, _FLOOR = 168, 18, 144
_MOST_TICKS: Final = 7

Link = Callable[[int, int], str]  # from, to: where a bar leads


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events counted in stretches of equal length.

    Attributes:
        start_ns: Where the first stretch begins, in nanoseconds since 1970.
        width_ns: How long each is.
        counts: Verdict -> a number for each stretch.
    """

    start_ns: int
    width_ns: int
    counts: Mapping[str, Sequence[int]]

    @property
    def totals(self) -> list[int]:
        """Events of each stretch."""
        return [sum(column) for column in zip(*self.counts.values(), strict=True)]

    def bins(self) -> Iterator[tuple[int, int, dict[str, int]]]:
        """(from, to, events by verdict) of each stretch that has any."""
        for at, total in enumerate(self.totals):
            if total:
                start = self.start_ns + at * self.width_ns
                yield start, start + self.width_ns, {name: row[at] for name, row in self.counts.items() if row[at]}


def bins_for(first_ns: int, last_ns: int) -> tuple[int, int, int]:
    """Where bins begin, how long each is, and how many there are, to hold all moments from `first_ns` to `last_ns`."""
    width = time_step(last_ns - first_ns + 1, MOST_BINS)
    start = first_ns // width * width
    return start, width, (last_ns - start) // width + 1


def draw_timeline(timeline: Timeline, link: Link | None = None) -> Markup:
    """The picture; `link` says where a bar leads."""
    totals = timeline.totals
    highest, number = max(totals, default=0), len(totals)
    if not highest:
        return Markup("")
    bars = [_bar(timeline, at, number, highest, link) for at in range(number) if totals[at]]
    start, end = timeline.start_ns, timeline.start_ns + number * timeline.width_ns
    words = f"{sum(totals):,} events from {short_time(start, 1)} on; at most {highest:,} in one bar."
    return picture(
        "Events over time", words, _HEIGHT,
        element("line", x1=0, x2="100%", y1=_TOP, y2=_TOP, class_="grid"),
        element("text", f"{highest:,}", x=0, y=_TOP - 5, class_="label"),
        joined(bars),
        element("line", x1=0, x2="100%", y1=_FLOOR, y2=_FLOOR, class_="axis"),
        joined(_ticks(start, end)), links=link is not None,
    )  # fmt: skip


def _bar(timeline: Timeline, at: int, number: int, highest: int, link: Link | None) -> Markup:
    left, width = at / number, 1 / number
    floor = float(_FLOOR)
    parts, said = [], []
    for verdict, row in timeline.counts.items():
        if row[at]:
            height = max(row[at] / highest * (_FLOOR - _TOP), 1.5)
            floor -= height
            parts.append(
                element("rect", x=percent(left + width * 0.08), width=percent(width * 0.84), y=f"{floor:.1f}",
                        height=f"{height:.1f}", class_=f"v-{verdict}")
            )  # fmt: skip
            said.append(f"{row[at]:,} {verdict}")
    start = timeline.start_ns + at * timeline.width_ns
    label = f"{short_time(start, 1)}: {', '.join(said)}"
    whole = element("rect", x=percent(left), width=percent(width), y=_TOP, height=_FLOOR - _TOP, class_="reach")
    if link is None:
        return element("g", element("title", label), whole, *parts)
    href = link(start, start + timeline.width_ns)
    return element("a", element("title", label), whole, *parts, href=href, tabindex=-1)


def _ticks(start: int, end: int) -> Iterator[Markup]:
    for at, (moment, words) in enumerate(time_ticks(start, end, _MOST_TICKS)):
        place = (moment - start) / (end - start)
        anchor = "start" if place < 0.04 else "end" if place > 0.96 else "middle"
        yield element("line", x1=percent(place), x2=percent(place), y1=_FLOOR, y2=_FLOOR + 5, class_="axis")
        yield element("text", words, x=percent(place), y=_FLOOR + 19, text_anchor=anchor,
                      class_="label minor" if at % 3 else "label")  # fmt: skip


def vega_lite(timeline: Timeline) -> dict[str, Any]:
    """The same as a Vega-Lite specification, data included: for those who want to draw it otherwise."""
    values = [
        {"from": start // 1_000_000, "to": end // 1_000_000, "verdict": verdict, "events": count}
        for start, end, counts in timeline.bins()
        for verdict, count in counts.items()
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": "Events over time", "width": "container", "height": 140, "data": {"values": values}, "mark": "bar",
        "encoding": {
            "x": {"field": "from", "type": "temporal", "scale": {"type": "utc"}, "title": None}, "x2": {"field": "to"},
            "y": {"field": "events", "type": "quantitative", "aggregate": "sum", "title": "events"},
            "color": {"field": "verdict", "type": "nominal", "sort": list(VERDICTS)},
        },
    }  # fmt: skip
