"""What keeps each near miss of the catalogue from matching is named, and is one condition wherever it can be one."""

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

SEVERAL = Path(__file__).with_name("several.tsv")  # near misses that differ in more than one condition, and why


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
    """Whether what there is, is indeed not what was demanded."""
    if obstacle.kind == "key":
        return len(set(obstacle.values)) > 1
    if obstacle.kind == "gap":
        return obstacle.pause is not None
    return obstacle.part is not None and obstacle.part.truth is not True


@pytest.mark.parametrize(("slug", "trace"), near_misses())
def test_the_one_condition_that_differs_is_named(slug: str, trace: Trace) -> None:
    packets, _ = trace_packets(trace)
    found = diagnose(signatures()[slug], packets, tuple(signatures().values()))
    assert found.events == 0
    assert found.ways
    assert all(is_shown_to_fail(obstacle) for obstacle in found.ways[0])
    said = [f"{obstacle.kind} {obstacle.text}" for obstacle in found.ways[0]]
    if (slug, trace.title) in several():
        assert len(said) > 1, f"one condition decides: {slug}, {trace.title} is in {SEVERAL.name} for nothing"
    else:
        assert len(said) == 1, f"{said} differ; a near miss that changes several things is listed in {SEVERAL.name}"


def test_the_exceptions_are_near_misses_and_have_a_reason() -> None:
    there = {(slug, trace.title) for slug, each in signatures().items() for trace in each.traces}
    assert set(several()) <= there
    assert all(several().values())
