"""The aggregates of the kernels against those of the reference: the same observations, the same value."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from types import SimpleNamespace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.aggregates import new_state
from matcher.compiled import layout as at
from matcher.compiled.findings import Finding
from matcher.compiled.jit import Scalar, lean
from matcher.compiled.plan import KINDS
from matcher.compiled.states import begin_state, feed_state, forget_state, is_full
from matcher.moment import Moment
from matcher.program import AggregateSpec
from tests.compiled.test_memory import new_heap

Ints = npt.NDArray[np.int64]

MODULI = (0, 1 << 32, 16)


@lean
def _begin(heap: Ints, state: Scalar, kind: Scalar) -> None:
    begin_state(heap, state, kind)


@lean
def _feed(heap: Ints, plan: Ints, state: Scalar, time: Scalar, frame: Scalar, start: Scalar, value: Scalar) -> None:
    feed_state(heap, plan, 0, state, time, frame, start, value)


@lean
def _is_full(heap: Ints, plan: Ints, state: Scalar) -> Scalar:
    return is_full(heap, plan, 0, state)


@lean
def _forget(heap: Ints, state: Scalar, kind: Scalar) -> None:
    forget_state(heap, state, kind)


SPECS = st.one_of(
    st.sampled_from(sorted(KINDS)).flatmap(
        lambda kind: st.builds(
            AggregateSpec, st.just(kind), st.just(kind), st.just(1), modulus=st.sampled_from(MODULI),
            reach=st.integers(1, 40) if kind == "distinct" else st.just(0),
        )
    ),
    st.builds(
        AggregateSpec, st.sampled_from(("count", "distinct")), st.just("windowed"), st.just(1),
        window_ns=st.integers(1, 30), reach=st.integers(1, 12),
    ),
)  # fmt: skip
OBSERVATIONS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 9), st.integers(0, 5) | st.integers(0, 1 << 32)), max_size=60
)


@given(SPECS, OBSERVATIONS)
@settings(max_examples=400, deadline=None)
def test_a_state_has_the_value_of_the_reference(spec: AggregateSpec, observed: list[tuple[int, int, int]]) -> None:
    """Observations: the time since the one before, how long it took, a value."""
    kind = KINDS[spec.kind][0]
    if spec.window_ns:
        kind = at.WINDOW_COUNT if spec.kind == "count" else at.WINDOW_DISTINCT
    plan = np.zeros(at.A_WORDS, np.int64)
    plan[at.A_KIND], plan[at.A_WINDOW] = kind, spec.window_ns
    plan[at.A_MODULUS], plan[at.A_REACH] = spec.modulus, spec.reach
    heap, expected = new_heap(), new_state(spec)
    state = at.H_HEADER
    heap[at.H_NEXT] += at.SIZES[kind]
    _begin(heap, state, kind)
    for frame, (time, (_, took, value)) in enumerate(
        zip(accumulate(row[0] for row in observed), observed, strict=True)
    ):
        start = time - took
        _feed(heap, plan, state, time, frame, start, value)
        expected.add(Moment(time, frame), start if spec.kind == "duration" else value)
    assert _value(heap, state, spec, kind) == expected.value()
    assert bool(_is_full(heap, plan, state)) == expected.is_saturated()
    _forget(heap, state, kind)


def _value(heap: Ints, state: int, spec: AggregateSpec, kind: int) -> Any:
    signature: Any = SimpleNamespace(aggregates=(spec,))
    return Finding(heap[state : state + at.SIZES[kind]].tolist(), signature, 0, (0,)).value(0)


@pytest.mark.parametrize("kind", ["distinct", "windowed"])
def test_a_state_that_is_forgotten_leaves_its_blocks_to_the_next(kind: str) -> None:
    heap, plan = new_heap(), np.zeros(at.A_WORDS, np.int64)
    state, number = at.H_HEADER, at.DISTINCT if kind == "distinct" else at.WINDOW_DISTINCT
    plan[at.A_KIND], plan[at.A_WINDOW], plan[at.A_REACH] = number, 1 << 40, 100
    heap[at.H_NEXT] += at.SIZES[number]
    used: list[int] = []
    for _ in range(3):
        _begin(heap, state, number)
        for value in range(50):
            _feed(heap, plan, state, value, value, value, value)
        assert heap[state] == 50
        _forget(heap, state, number)
        used.append(int(heap[at.H_NEXT]))
    assert used[0] == used[1] == used[2]


@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(-40, 40), max_size=300))
@settings(deadline=None)
def test_a_set_counts_what_is_different_whatever_the_values_are(values: list[int]) -> None:
    """0 as well, which stands for a place that is free."""
    heap, state = _set_of(values, reach=1 << 20)
    assert heap[state] == len(set(values))


def test_a_large_set_takes_a_word_for_each_of_its_places() -> None:
    heap, state = _set_of(range(-150, 150), reach=1 << 20)
    assert heap[state] == 300
    assert heap[at.H_NEXT] - state < 2 * 512  # the blocks that it had before, smaller by half each, are free


def _set_of(values: Iterable[int], reach: int) -> tuple[Ints, int]:
    heap, plan, state = new_heap(), np.zeros(at.A_WORDS, np.int64), at.H_HEADER
    plan[at.A_KIND], plan[at.A_REACH] = at.DISTINCT, reach
    heap[at.H_NEXT] += at.SIZES[at.DISTINCT]
    _begin(heap, state, at.DISTINCT)
    for value in values:
        _feed(heap, plan, state, 0, 0, 0, value)
    return heap, state
