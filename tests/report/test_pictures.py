"""Pictures say what they show, in shapes and in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matcher.packet import Packet
from tests.site.html import parse
from tracelore.report.arrivals import arrivals, arrivals_vega_lite, draw_arrivals
from tracelore.report.gaps import asking, draw_strip, packets_of, strip_vega_lite, strips
from tracelore.report.scales import number_step, short_time, time_step, time_ticks
from tracelore.report.svg import element
from tracelore.report.timeline import MOST_BINS, Timeline, bins_for, draw_timeline, vega_lite

SECOND = 1_000_000_000
DAY = 86_400 * SECOND
moments = st.integers(-(1 << 62), (1 << 62) - 1)


def packets(*ports: int) -> list[Packet]:
    return [
        Packet(frame, frame * SECOND, {"src": 1, "dst": 2, "sport": port, "dport": 53})
        for frame, port in enumerate(ports, 1)
    ]


def test_the_founding_document_counts_gaps() -> None:
    """Six packets of one balancer: 63604 63607 63609 63607 63615 63764."""
    (strip,) = strips(packets(63604, 63607, 63609, 63607, 63615, 63764))
    assert (strip.field, strip.step, strip.left_out) == ("sport", 1, 156)
    assert [(gap.after, gap.before, gap.left_out) for gap in strip.gaps] == [
        (63604, 63607, 2), (63607, 63609, 1), (63609, 63615, 5), (63615, 63764, 148)
    ]  # fmt: skip
    assert strip.packets == (1, 2, 1, 1, 1)
    assert strip.sentence == "5 source ports from 63604 to 63764; 156 left out"


def test_steps_of_more_than_one_and_none_left_out() -> None:
    (by_two,) = strips(packets(1000, 1002, 1004, 1008))
    assert (by_two.step, by_two.left_out) == (2, 1)
    assert "in steps of 2; 1 left out" in by_two.sentence
    (whole,) = strips(packets(7, 8, 9, 10))
    assert whole.sentence.endswith("none left out")


def test_ports_in_no_order_are_scattered_unless_they_fill_their_range() -> None:
    (scattered,) = strips(packets(1053, 64876, 200, 48279, 10180))
    assert (scattered.step, scattered.gaps) == (None, ())
    assert scattered.sentence.endswith("scattered")
    (worked_through,) = strips(packets(5, 1, 4, 2, 6))
    assert worked_through.left_out == 1
    assert strips(packets(1, 2)) == ()


@given(st.lists(st.integers(0, 65535), max_size=40))
def test_what_is_touched_and_what_is_left_out_is_the_whole_range(ports: list[int]) -> None:
    for strip in strips(packets(*ports)):
        assert set(strip.values) == set(ports)
        assert sum(strip.packets) == len(ports)
        if strip.step:
            assert strip.values[0] + (len(strip.values) - 1 + strip.left_out) * strip.step == strip.values[-1]
        drawn = parse(draw_strip(strip)).one("svg", role="img")
        assert drawn.one("desc").text == strip.sentence
        assert len(strip_vega_lite(strip, "")["layer"][1]["data"]["values"]) == len(strip.values)


def test_answers_do_not_count() -> None:
    lines = [
        "12:00:00.000001 IP 10.0.0.1.1024 > 10.0.0.2.80: Flags [S], seq 1, win 512, length 0",
        "12:00:00.000002 IP 10.0.0.2.80 > 10.0.0.1.1024: Flags [R.], seq 0, ack 2, win 0, length 0",
        "not a packet",
    ]
    read = packets_of(lines)
    assert [packet.get("sport") for packet in read[:2]] == [1024, 80]
    assert [packet.get("sport") for packet in asking(read, {"src": "10.0.0.1"})] == [1024]
    assert [packet.get("sport") for packet in asking(read, {"src": "10.0.0.1", "dport": 81})] == []


def test_rhythm() -> None:
    found = arrivals([5 * SECOND, None, 2 * SECOND, 4 * SECOND])
    assert found is not None
    assert (found.after_ns, found.waits_ns) == ((0, 2 * SECOND, 3 * SECOND), (2 * SECOND, SECOND))
    assert found.sentence == "3 packets in 3 s; between two of them 1 s at least, 1 s at the median, 2 s at most"
    assert len(parse(draw_arrivals(found)).all("circle")) == 3
    assert [each["wait"] for each in arrivals_vega_lite(found, "")["data"]["values"]] == [0, 2, 1]
    assert arrivals([1, 1, 1]) is None
    assert arrivals([1, None, None]) is None


@given(moments, moments)
def test_bins_hold_all_moments_and_are_not_too_many(one: int, other: int) -> None:
    first, last = min(one, other), max(one, other)
    start, width, number = bins_for(first, last)
    assert start <= first
    assert last < start + number * width
    assert number <= MOST_BINS + 1


@given(st.integers(1, 10**19), st.integers(1, 100))
def test_steps_are_round_and_enough(length: int, most: int) -> None:
    assert time_step(length, most) * most >= length
    assert number_step(length, most) * most >= length
    assert str(number_step(length, most)).rstrip("0") in ("1", "2", "5")


@given(moments, st.integers(1, 1 << 60))
def test_ticks_lie_between(start: int, length: int) -> None:
    ticks = list(time_ticks(start, start + length, 7))
    assert len(ticks) <= 8
    assert all(start <= moment <= start + length and words for moment, words in ticks)


def test_moments_are_as_exact_as_the_step() -> None:
    base = 11_000 * DAY
    assert short_time(base, 5 * DAY) == "2000-02-13"
    assert short_time(base, 3600 * SECOND) == "02-13"
    assert short_time(base + 3600 * SECOND, 3600 * SECOND) == "01:00"
    assert short_time(3 * SECOND, SECOND) == "00:00:03"
    assert short_time(3 * SECOND, 5 * DAY) == "1970-01-01"
    assert short_time(3 * SECOND + 250_000_000, 50_000_000) == "00:00:03.25"


def test_a_timeline_stacks_its_verdicts_and_leads_to_its_stretches() -> None:
    timeline = Timeline(0, SECOND, {"malicious": [2, 0, 1], "benign": [1, 0, 0]})
    drawn = parse(draw_timeline(timeline, lambda start, end: f"?from={start}&to={end}")).one("svg", role="group")
    links = drawn.all("a")
    stretches = [f"?from={start * SECOND}&to={start * SECOND + SECOND}" for start in (0, 2)]
    assert [link.attributes["href"] for link in links] == stretches
    assert links[0].one("title").text == "00:00:00.000000: 2 malicious, 1 benign"
    heights = {each.attributes["class"]: float(each.attributes["height"]) for each in links[0].all("rect")[1:]}
    assert heights["v-malicious"] == 2 * heights["v-benign"]
    assert not parse(draw_timeline(timeline)).all("a")
    assert [(bar["verdict"], bar["events"]) for bar in vega_lite(timeline)["data"]["values"]] == [
        ("malicious", 2), ("benign", 1), ("malicious", 1)
    ]  # fmt: skip
    assert draw_timeline(Timeline(0, 1, {"benign": [0]})) == ""


def test_text_in_pictures_is_escaped() -> None:
    assert element("text", "<b>", x='"') == '<text x="&#34;">&lt;b&gt;</text>'
    assert element("g", element("line", stroke_width=1)) == '<g><line stroke-width="1"/></g>'
