"""What keeps each near miss of the catalogue from matching is named, and is one condition."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from matcher.diagnose import diagnose
from matcher.obstacles import Obstacle
from sigdsl.model import Trace
from tests.catalogue.loaded import signatures
from tracelore.selftest import trace_packets

SEVERAL = Path(__file__).with_name("several.tsv")  # captures that differ in more than one thing, and in which


@cache
def several() -> dict[tuple[str, str], str]:
    with SEVERAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["signature"], row["trace"]): row["reason"] for row in rows}


def near_misses() -> list[object]:
    return [
        pytest.param(slug, trace, id=f"{slug}-{number}")
        for slug, signature in sorted(signatures().items())
        for number, trace in enumerate(signature.traces, start=1)
        if trace.expect == "no-match"
    ]


def is_shown_to_fail(obstacle: Obstacle) -> bool:
    """Whether what there is, is indeed not what was demanded, nor what follows from it."""
    if not all(is_shown_to_fail(effect) for effect in obstacle.follows):
        return False
    if obstacle.kind == "key":
        return len(set(obstacle.values)) > 1
    if obstacle.kind == "gap":
        return obstacle.pause is not None
    if obstacle.kind == "missing":
        return len(obstacle.follows) > 1
    return obstacle.part is not None and obstacle.part.truth is not True


@cache
def differences(slug: str, trace: Trace) -> tuple[Obstacle, ...]:
    """What is said to keep a near miss from being an event."""
    packets, _ = trace_packets(trace)
    found = diagnose(signatures()[slug], packets, tuple(signatures().values()))
    assert found.events == 0
    assert found.ways
    return found.ways[0]


@pytest.mark.parametrize(("slug", "trace"), near_misses())
def test_the_one_condition_that_differs_is_named(slug: str, trace: Trace) -> None:
    found = differences(slug, trace)
    assert all(is_shown_to_fail(obstacle) for obstacle in found)
    said = [f"{obstacle.kind} {obstacle.text}" for obstacle in found]
    if (slug, trace.title) in several():
        assert len(said) > 1, f"one condition decides: {slug}, {trace.title} is in {SEVERAL.name} for nothing"
    else:
        assert len(said) == 1, f"{said} differ: {slug}, {trace.title}"


def test_only_what_was_seen_on_a_wire_differs_in_more() -> None:
    """A capture is as it is; a near miss that is made up can differ in one thing, and beside each capture one does."""
    for slug, title in several():
        misses = [each for each in signatures()[slug].traces if each.expect == "no-match"]
        assert next(each for each in misses if each.title == title).provenance == "observed"
        assert any(len(differences(slug, each)) == 1 for each in misses)
    assert all(several().values())
