"""Which ports and addresses the packets of an event touched, and how many steps between them were left out.

The founding document's gap counting: a sensor that sees the source ports 44132, 44133 and 44135 of a prober that counts
them up has missed one of its packets, or that one went to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import gcd
from typing import Any, Final

from markupsafe import Markup

from matcher.formats import ReadReport
from matcher.packet import Packet
from matcher.tcpdump import read_tcpdump
from tracelore.explained import shown_value
from tracelore.report.svg import element, joined, percent, picture

__all__ = ["Gap", "Strip", "asking", "draw_strip", "packets_of", "strip_vega_lite", "strips"]

_FIELDS: Final = {
    "dport": "destination ports", "sport": "source ports", "dst": "destination addresses", "src": "source addresses",
    "id": "IP ids", "ack": "acknowledgment numbers",
}  # fmt: skip
_NUMBERS: Final = ("id", "ack")
_MOST_LINES: Final = 200
_MOST_STRIPS: Final = 3
_MOST_MULTIPLE: Final = 64  # as of `step` in the language: what is further apart on average does not count up
_DENSE: Final = 4  # steps a value, up to which values in any order are taken for a range that somebody works through
_LEAST: Final = 4  # values: three rise by chance too often
_HEIGHT, _TOP, _FLOOR = 74, 20, 44


@dataclass(frozen=True, slots=True)
class Gap:
    """Steps that are missing between two neighbouring values."""

    after: int
    before: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The different values of one field in the packets of an event.

    Attributes:
        field: Its name.
        called: What its values are called.
        values: In order, as numbers.
        shown: The same as they are written.
        packets: How many packets have each.
        step: What all differences are multiples of; None where too many steps are missing for anybody to have counted.
        gaps: Where steps are missing; none without a step.
    """

    field: str
    called: str
    values: tuple[int, ...]
    shown: tuple[str, ...]
    packets: tuple[int, ...]
    step: int | None
    gaps: tuple[Gap, ...]

    @property
    def drawn(self) -> int:
        """How many packets it shows."""
        return sum(self.packets)

    @property
    def left_out(self) -> int:
        """How many steps are missing in all."""
        return sum(gap.left_out for gap in self.gaps)

    @property
    def sentence(self) -> str:
        """What the picture shows."""
        said = f"{len(self.values):,} {self.called} from {self.shown[0]} to {self.shown[-1]}"
        if self.step is None:
            return f"{said}, scattered"
        by = f" in steps of {self.step:,}" if self.step > 1 else ""
        return f"{said}{by}; {self.left_out:,} left out" if self.gaps else f"{said}{by}, none left out"


def packets_of(lines: Sequence[str]) -> list[Packet]:
    """Packets from the lines that show them, each read by itself: what they say, without what earlier ones imply."""
    found: list[Packet] = []
    for line in lines[:_MOST_LINES]:
        found.extend(read_tcpdump([line.encode("utf-8", "backslashreplace") + b"\n"], ReadReport()))
    return found


def asking(packets: Sequence[Packet], key: Mapping[str, int | str]) -> list[Packet]:
    """Of the packets of an event with this key those that go its way, without the answers to them."""
    ends = {name: key[name] for name in ("src", "dst", "sport", "dport") if name in key}
    return [
        packet for packet in packets if all(shown_value(name, packet.get(name)) == end for name, end in ends.items())
    ]


def strips(packets: Sequence[Packet]) -> tuple[Strip, ...]:
    """Strips of ports and addresses that have three values or more, those that count up first.

    Where none of them counts up, other numbers that do come before them.
    """
    found = [strip for name in _FIELDS if (strip := _strip(name, packets)) is not None]
    ends = [strip for strip in found if strip.field not in _NUMBERS]
    if all(strip.step is None for strip in ends):
        ends += [strip for strip in found if strip.field in _NUMBERS and strip.step is not None]
    return tuple(sorted(ends, key=lambda strip: strip.step is None)[:_MOST_STRIPS])


def _strip(name: str, packets: Sequence[Packet]) -> Strip | None:
    times: dict[int, int] = {}
    for packet in packets:
        value = packet.get(name)
        if isinstance(value, int):
            times[value] = times.get(value, 0) + 1
    if len(times) < 3:
        return None
    values = sorted(times)
    step = gcd(*(after - before for before, after in pairwise(values)))
    counts_up = _counts_up(list(times), (values[-1] - values[0]) // step)
    return Strip(
        name, _FIELDS[name], tuple(values), tuple(str(shown_value(name, value)) for value in values),
        tuple(times[value] for value in values), step if counts_up else None,
        tuple(_gaps(values, step)) if counts_up else (),
    )  # fmt: skip


def _counts_up(values: Sequence[int], steps: int) -> bool:
    """Whether somebody goes through a range: values, in the order in which they came, rise or fall, or fill it well."""
    if len(values) < _LEAST:
        return False
    rises = sum(after > before for before, after in pairwise(values))
    in_order = max(rises, len(values) - 1 - rises) >= 0.9 * (len(values) - 1)
    return steps <= (_MOST_MULTIPLE if in_order else _DENSE) * len(values)


def _gaps(values: Sequence[int], step: int) -> Iterator[Gap]:
    for before, after in pairwise(values):
        if after - before > step:
            yield Gap(before, after, (after - before) // step - 1)


def draw_strip(strip: Strip) -> Markup:
    """The values as marks on a line, the gaps as bands with how many steps are missing."""
    low, length = strip.values[0], strip.values[-1] - strip.values[0]

    def place(value: int) -> float:
        return 0.02 + 0.96 * (value - low) / length

    most = max(strip.packets)
    marks = [_mark(place(value), count / most) for value, count in zip(strip.values, strip.packets, strict=True)]
    return picture(
        f"{strip.called.capitalize()} touched", strip.sentence, _HEIGHT,
        joined(_band(place(gap.after), place(gap.before), gap.left_out) for gap in strip.gaps),
        element("line", x1=0, x2="100%", y1=_FLOOR, y2=_FLOOR, class_="axis"), joined(marks),
        joined(_ends(strip)),
    )  # fmt: skip


def _mark(place: float, share: float) -> Markup:
    height = (_FLOOR - _TOP) * (0.55 + 0.45 * share)
    return element("line", x1=percent(place), x2=percent(place), y1=f"{_FLOOR - height:.1f}", y2=_FLOOR, class_="touch")


def _band(left: float, right: float, left_out: int) -> Markup:
    band = element("rect", x=percent(left), width=percent(right - left), y=_TOP, height=_FLOOR - _TOP, class_="band")
    if right - left < 0.05:
        return band
    return band + element(
        "text", f"{left_out:,}", x=percent((left + right) / 2), y=_TOP - 5, text_anchor="middle", class_="label"
    )


def _ends(strip: Strip) -> Iterator[Markup]:
    for words, place, anchor in ((strip.shown[0], 0.0, "start"), (strip.shown[-1], 1.0, "end")):
        yield element("text", words, x=percent(place), y=_FLOOR + 20, text_anchor=anchor, class_="label")


def strip_vega_lite(strip: Strip, scope: str) -> dict[str, Any]:
    """The same as a Vega-Lite specification, data included; `scope` says of how many packets it is."""
    values = [
        {"value": value, "shown": shown, "packets": count}
        for value, shown, count in zip(strip.values, strip.shown, strip.packets, strict=True)
    ]
    gaps = [{"from": gap.after, "to": gap.before, "left_out": gap.left_out} for gap in strip.gaps]
    scale = {"zero": False, "nice": False}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {"text": strip.sentence, "subtitle": scope}, "width": "container",
        "layer": [
            {"data": {"values": gaps}, "mark": {"type": "rect", "opacity": 0.2},
             "encoding": {"x": {"field": "from", "type": "quantitative"}, "x2": {"field": "to"}}},
            {"data": {"values": values}, "mark": "tick",
             "encoding": {"x": {"field": "value", "type": "quantitative", "scale": scale, "title": strip.called}}},
        ],
    }  # fmt: skip
