"""Merging the aggregates of two neighbouring runs gives what one pass would have given."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.aggregates import State, new_state
from matcher.moment import Moment
from matcher.program import AggregateSpec

OBSERVATIONS = st.lists(
    st.tuples(st.integers(0, 12), st.one_of(st.integers(0, 9), st.sampled_from((100, 200, 300)))), max_size=24
)
SPECS = (
    AggregateSpec("count", "count()", 1),
    AggregateSpec("distinct", "distinct(x)", 1, reach=4),
    AggregateSpec("distinct", "distinct(x)", 1, reach=256),
    AggregateSpec("first", "first(p)", 1),
    AggregateSpec("last", "last(p)", 1),
    AggregateSpec("min", "min(x)", 1),
    AggregateSpec("max", "max(x)", 1),
    AggregateSpec("span", "span(x)", 1),
    AggregateSpec("constant", "constant(x)", 1),
    AggregateSpec("rate", "rate(p)", 1),
    AggregateSpec("duration", "duration", 1),
    AggregateSpec("step", "step(x)", 1),
    AggregateSpec("step", "step(x, 7)", 1, modulus=7),
    AggregateSpec("missing", "missing(x)", 1),
    AggregateSpec("missing", "missing(x, 16)", 1, modulus=16),
    AggregateSpec("interval.mean", "interval.mean(p)", 1),
    AggregateSpec("interval.min", "interval.min(p)", 1),
    AggregateSpec("interval.max", "interval.max(p)", 1),
    AggregateSpec("interval.jitter", "interval.jitter(p)", 1),
    AggregateSpec("count", "count(p, 3)", 1, window_ns=3, reach=3),
    AggregateSpec("count", "count(p, 4)", 1, window_ns=4, reach=64),
    AggregateSpec("distinct", "distinct(x, 3)", 1, window_ns=3, reach=3),
    AggregateSpec("distinct", "distinct(x, 4)", 1, window_ns=4, reach=64),
)


def state_of(spec: AggregateSpec, observations: list[tuple[Moment, int]]) -> State:
    state = new_state(spec)
    for moment, value in observations:
        state.add(moment, moment.time_ns if spec.kind == "duration" else value)
    return state


def held(state: State) -> dict[str, Any]:
    """Everything that a state holds. The order of a set is no part of it; that of a window's ends is."""
    slots = [name for kind in type(state).__mro__ for name in getattr(kind, "__slots__", ())]
    found = {name: getattr(state, name) for name in slots}
    ends = {name: value for name, value in found.items() if name in ("head", "tail") and isinstance(value, dict)}
    return found | {name: list(value.items()) for name, value in ends.items()}


def timed(steps: list[tuple[int, int]]) -> list[tuple[Moment, int]]:
    time, found = 0, []
    for frame, (pause, value) in enumerate(steps):
        time += pause // 3  # often none: packets of one microsecond
        found.append((Moment(time, frame), value))
    return found


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.text}-{spec.reach}")
@settings(max_examples=150, deadline=None)
@given(steps=OBSERVATIONS, data=st.data())
def test_merge_is_one_pass(spec: AggregateSpec, steps: list[tuple[int, int]], data: st.DataObject) -> None:
    observations = timed(steps)
    one = data.draw(st.integers(0, len(observations)))
    two = data.draw(st.integers(one, len(observations)))
    whole = state_of(spec, observations)
    parts = [state_of(spec, observations[a:b]) for a, b in ((0, one), (one, two), (two, len(observations)))]
    if data.draw(st.booleans()):  # associative: the later two first
        parts[1].merge(parts[2])
    else:
        parts[0].merge(parts[1])
        parts[1] = parts[2]
    parts[0].merge(parts[1])
    assert parts[0].value() == whole.value()
    assert parts[0].is_saturated() == whole.is_saturated()
    assert held(parts[0]) == held(whole)


@given(OBSERVATIONS, st.integers(1, 5), st.sampled_from((3, 64)))
def test_windows_are_the_best_of_all(steps: list[tuple[int, int]], window: int, reach: int) -> None:
    observations = timed(steps)
    spans = [
        [value for moment, value in observations if last.time_ns - window <= moment.time_ns <= last.time_ns]
        for last, _ in observations
    ]
    counted = state_of(AggregateSpec("count", "", 1, window_ns=window, reach=reach), observations)
    different = state_of(AggregateSpec("distinct", "", 1, window_ns=window, reach=reach), observations)
    assert counted.value() == min(reach, max(map(len, spans), default=0))
    assert different.value() == min(reach, max((len(set(span)) for span in spans), default=0))


def values(kind: str, numbers: list[int], **rest: int) -> Any:
    spec = AggregateSpec(kind, "", 1, **rest)  # type: ignore[arg-type]
    return state_of(spec, [(Moment(at * 10, at), number) for at, number in enumerate(numbers)]).value()


def test_step_and_missing_of_the_founding_document() -> None:
    """Trace 10: acks that look random step by one constant modulo 2^31, and two packets went elsewhere."""
    acks = [723645348, 960212644, 1196779940, 1906481828, 2143049124]
    assert values("step", acks, modulus=1 << 31) == 236567296
    assert values("missing", acks, modulus=1 << 31) == 2
    others = [1861342051, 454770019, 1195681635, 1270932835, 2011844451]
    assert values("step", others, modulus=1 << 31) is not None


@pytest.mark.parametrize(
    ("numbers", "step", "missing"),
    [
        ([1, 2, 3], 1, 0),
        ([1, 2, 2, 3, 5], 1, 1),
        ([10, 8, 6], -2, 0),
        ([1, 2], None, None),
        ([5, 5, 5], None, None),
        ([0, 2, 5], None, None),
        ([0, 10, 20, 50], 10, 2),
        ([0, 1, 66], None, None),
        ([at * at for at in range(20)], None, None),
    ],
)
def test_steps(numbers: list[int], step: int | None, missing: int | None) -> None:
    assert values("step", numbers) == step
    assert values("missing", numbers) == missing


def test_steps_go_round_with_a_modulus() -> None:
    assert values("step", [65534, 65535, 0, 1], modulus=65536) == 1
    assert values("step", [3, 2, 1, 0, 15], modulus=16) == 15


def test_rate_is_exact_and_has_no_value_at_one_moment() -> None:
    assert values("rate", [1, 1, 1]) == Fraction(3 * 10**9, 20)
    assert values("rate", [1]) is None


def test_names_have_no_order() -> None:
    state = new_state(AggregateSpec("min", "", 1))
    state.add(Moment(0, 1), "host.example")
    assert state.value() is None
