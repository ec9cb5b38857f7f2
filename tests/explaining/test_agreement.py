"""What `explain` says agrees with the reference executor, on random signatures and packets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from matcher.classify import Classifier
from matcher.compile import compile_signatures
from matcher.decisive import Trial, decisive
from matcher.decode import decode
from matcher.demands import Demand, without
from matcher.diagnose import diagnose, needed_by
from matcher.evaluate import truth
from matcher.event import MatchOptions
from matcher.formats import ReadReport, open_source, read_records
from matcher.obstacles import Obstacle
from matcher.packet import Packet
from matcher.parts import Part, conjuncts, failing, judge_packet
from matcher.reference import run
from matcher.values import all_of, any_of, negate
from sigdsl.model import Expr, Signature
from tests.compiled.programs import random_capture, random_signatures
from tests.matcher.strategies import conditions, packets
from tracelore.explaining.asking import Bench, explain_frame

SEEDS = range(6)


def decoded(data: bytes) -> list[Packet]:
    report = ReadReport()
    source, form = open_source(io.BytesIO(data), report)
    return [decode(record, report) for record in read_records(source, form, report)]


def events_of(signatures: tuple[Signature, ...], captured: list[Packet]) -> dict[str, set[int]]:
    """The frames that are in events of each signature, internal or not: by a run of its own."""
    program = compile_signatures(replace(each, internal=False) for each in signatures)
    result = run(program, captured, MatchOptions(labels=True))
    frames: dict[str, set[int]] = {}
    for event in (*result.events, *result.displaced):
        frames.setdefault(event.signature, set()).update((result.labels or {})[event.id])
    return frames


@pytest.mark.parametrize("seed", SEEDS)
def test_a_packet_matches_where_the_executor_says_so(seed: int) -> None:
    signatures, captured = random_signatures(seed, 6), decoded(random_capture(seed, 40))
    program = compile_signatures(signatures)
    classifier, in_events = Classifier(program), events_of(signatures, captured)
    for packet in captured[::9]:
        answer = explain_frame(Bench(signatures), captured, packet.frame)
        said = {
            (each.signature.slug, name) for each in (*answer.events, *answer.matched) for name, _ in each.patterns
        }  # fmt: skip
        bits = classifier.matches(packet)
        matched = [pattern for number, pattern in enumerate(program.patterns) if bits >> number & 1]
        assert said == {(program.signatures[pattern.signature].slug, pattern.name) for pattern in matched}
        assert {each.signature.slug for each in answer.events} == {
            slug for slug, frames in in_events.items() if packet.frame in frames
        }
        assert not any(view.matches for each in answer.missed for _, view in each.patterns)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_named_decides(seed: int) -> None:
    """There are ways to an event just where there is none; without what one demands there is one, and all is named."""
    signatures, captured = random_signatures(seed, 6), decoded(random_capture(seed, 25))
    in_events = events_of(signatures, captured)
    for signature in signatures:
        found = diagnose(signature, captured, signatures)
        assert (found.events > 0) == (signature.slug in in_events)
        assert not (found.ways and found.events)
        if found.ways:
            needed = needed_by(signature, signatures)
            trial = Trial(signature.slug, needed, captured, None, None, MatchOptions())
            decided = decisive(trial)
            for each in decided:
                relaxed = tuple(without(one, each.demands) for one in needed.values())
                assert signature.slug in events_of(relaxed, captured)
            demanded = {frozenset(map(_said, each.demands)) for each in decided}
            assert {frozenset(_named(way)) for way in found.ways} <= demanded


def _said(demand: Demand) -> tuple[str, str, str]:
    return demand.signature, demand.kind, demand.alike


def _named(way: Iterable[Obstacle]) -> Iterator[tuple[str, str, str]]:
    """What stands in a way, consequences included."""
    for obstacle in way:
        if obstacle.kind != "missing":
            yield obstacle.signature, obstacle.kind, obstacle.text
        yield from _named(obstacle.follows)


@given(conditions, packets())
@settings(max_examples=200, deadline=None)
def test_a_condition_is_judged_as_it_is_matched(condition: Expr, packet: Packet) -> None:
    """Its parts, joined as it joins them, give its own truth; and what keeps it from holding does not hold."""
    part = judge_packet(condition, packet)
    assert part.truth == truth(condition, packet)
    _assert_joined(part)
    if part.truth is not True and part.is_joined:
        assert list(failing(part))
        assert all(leaf.truth is not True for leaf in failing(part))
    parts = [judge_packet(each, packet) for each in conjuncts([condition])]
    assert all_of([each.truth for each in parts]) == part.truth


def _assert_joined(part: Part) -> None:
    truths = [inner.truth for inner in part.parts]
    if part.op == "not":
        assert part.truth == negate(truths[0])
    elif part.parts:
        assert part.truth == (any_of(truths) if part.op == "or" else all_of(truths))
    for inner in part.parts:
        _assert_joined(inner)
