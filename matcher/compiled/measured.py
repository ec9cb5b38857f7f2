"""The state of an aggregate in a record as the value that the rest of the project has of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from matcher.event import MeasureValue
from matcher.moment import Moment
from matcher.program import AggregateSpec
from matcher.steps import Step

__all__ = ["IS_NUMBER", "reported", "value_of"]

State = Sequence[int]  # words

IS_NUMBER: Final = frozenset({"count", "distinct"})  # kinds whose first word is their value


def value_of(spec: AggregateSpec, state: State) -> Any:
    """The value of an aggregate; None when it has none."""
    if spec.kind in IS_NUMBER:
        return state[0]
    return _READERS[spec.kind](spec, state) if state[0] else None


def reported(value: Any) -> MeasureValue:
    """A value as reports carry it."""
    if isinstance(value, Moment):
        return value.time_ns
    if value is None or isinstance(value, (int, str)):
        return value
    return float(value)


def _moment(spec: AggregateSpec, state: State) -> Moment:
    return Moment(state[1], state[2])


def _extreme(spec: AggregateSpec, state: State) -> int:
    return {"min": state[1], "max": state[2]}.get(spec.kind, state[2] - state[1])


def _constant(spec: AggregateSpec, state: State) -> bool:
    return state[0] == 1


def _rate(spec: AggregateSpec, state: State) -> Fraction | None:
    return Fraction(state[0] * 1_000_000_000, state[2] - state[1]) if state[2] > state[1] else None


def _interval(spec: AggregateSpec, state: State) -> int | None:
    count, first, last, least, greatest = state[:5]
    if count < 2:
        return None
    match spec.kind:
        case "interval.min":
            return least
        case "interval.max":
            return greatest
        case "interval.jitter":
            return greatest - least
        case _:
            return abs(last - first) // (count - 1)


def _extent(spec: AggregateSpec, state: State) -> int:
    return state[2] - state[1]


def _step(spec: AggregateSpec, state: State) -> int | None:
    step = Step(spec)
    step.count, step.first, step.last = state[0], state[1], state[2]
    step.overflowed = state[3] < 0
    if not step.overflowed:
        pairs = state[4 : 4 + 2 * state[3]]
        step.differences = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return step.value()


_READERS: Final[Mapping[str, Callable[[AggregateSpec, State], Any]]] = {
    "first": _moment,
    "last": _moment,
    "min": _extreme,
    "max": _extreme,
    "span": _extreme,
    "constant": _constant,
    "rate": _rate,
    "interval.mean": _interval,
    "interval.min": _interval,
    "interval.max": _interval,
    "interval.jitter": _interval,
    "duration": _extent,
    "step": _step,
    "missing": _step,
}
