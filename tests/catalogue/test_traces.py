"""The traces of all signatures as one capture, each in a month of its own: both executors find the same in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

pytest.importorskip("numba")

from matcher.capture import open_capture
from matcher.compiled import run_capture
from matcher.event import MatchOptions, MatchResult, VantageOption
from matcher.formats import ReadReport
from matcher.reference import run
from sigdsl.model import Trace
from tests.as_capture import write_pcap
from tests.as_frames import Framer
from tests.catalogue.loaded import program, signatures
from tracelore.selftest import trace_packets

REFUSE_ZEROS = {"nmap-os-u1"}  # a line shows no payload, frames have zeros for it, and these want other bytes
MONTH = 30 * 86_400 * 10**9  # more than any gap: what belongs to one trace never meets another's


@cache
def traces() -> list[tuple[str, Trace]]:
    """Every trace with the slug of its signature."""
    return [(slug, trace) for slug, signature in sorted(signatures().items()) for trace in signature.traces]


def in_months_of_their_own() -> Iterator[tuple[int, bytes]]:
    """Frames of trace after trace: the n-th from 0 fills part of month n + 1."""
    for number, (_, trace) in enumerate(traces(), start=1):
        frames = sorted(Framer(seed=number).frames(trace_packets(trace)[0]), key=lambda frame: frame[0])
        for time, data in frames:
            yield number * MONTH + time - frames[0][0], data


@pytest.fixture(scope="module")
def capture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pcap(tmp_path_factory.mktemp("traces") / "all.pcap", in_months_of_their_own())


def by_reference(capture: Path, options: MatchOptions) -> MatchResult:
    with open_capture(str(capture)) as opened:
        return run(program(), opened.packets, options)


@pytest.mark.parametrize("vantage", ["auto", "telescope", "inline"])
def test_both_executors_find_the_same(capture: Path, vantage: VantageOption) -> None:
    options = MatchOptions(vantage=vantage, capture=capture.name)
    expected = by_reference(capture, options)
    found = run_capture(program(), str(capture), options, ReadReport(), notice=lambda _: None)
    assert list(found.events) == list(expected.events)
    assert list(found.displaced) == list(expected.displaced)
    assert (found.packets, found.matched, found.vantage) == (expected.packets, expected.matched, expected.vantage)


def test_what_matches_as_text_matches_as_frames(capture: Path) -> None:
    result = by_reference(capture, MatchOptions())
    events = sorted(
        (event.first_seen_ns // MONTH - 1, event.signature) for event in (*result.events, *result.displaced)
    )
    found = {number: {slug for _, slug in group} for number, group in groupby(events, key=lambda event: event[0])}
    missed = [
        f"{slug}: {trace.title}"
        for number, (slug, trace) in enumerate(traces())
        if trace.expect == "match" and not signatures()[slug].internal and slug not in found.get(number, set())
        if slug not in REFUSE_ZEROS
    ]
    assert not missed
