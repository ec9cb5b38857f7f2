"""Events are read from their records in columns, a portion at a time: the same events, in the same order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

import numpy as np

from matcher.claims import Meeting, Side, meet
from matcher.compiled import recordclaims, results
from matcher.compiled.recordclaims import Rows, meet_rows
from tests.compiled.frames import pcap_bytes, random_frames
from tests.compiled.programs import random_capture, random_program
from tests.compiled.test_run_capture import CURATED, assert_alike
from tests.matcher.building import compiled

Row = tuple[int, int, bool]  # two parts of a key, and whether all packets match the other signature

SIDES = st.lists(st.tuples(st.integers(-3, 3), st.sampled_from([0, 1, 1 << 62, -1]), st.booleans()), max_size=30)
KEYS = compiled("""
signature hosts { packet p { ip } event by src gap 1s having count(p) >= 1 }
signature ends { packet p { ip } packet back { ip; from responder } event by src, dst gap 1s having count(p) >= 1 }
signature sums { packet p { tcp } event by sport + dport, src gap 1s having count(p) >= 1 and step(seq) != 7 }
signature sizes { packet p { udp } event by payload.len, dst gap 1s having count(p) >= 1 and rate(p) != 2 }
""")


def rows(side: list[Row], first: int) -> Rows:
    claims = np.arange(first, first + len(side))
    columns = [np.array([row[part] for row in side], np.int64) for part in (0, 1)]
    return Rows(claims, columns, np.array([row[2] for row in side], np.bool_))


def by_claims(meetings: Iterable[Meeting]) -> list[tuple[list[int], list[int]]]:
    return sorted((sorted(mine), sorted(theirs)) for mine, theirs in meetings)


@settings(max_examples=300, deadline=None)
@given(one=SIDES, other=SIDES, together=st.sampled_from([1 << 18, 8, 3]))
def test_arrays_meet_as_lists_do(one: list[Row], other: list[Row], together: int) -> None:
    both = [*one, *other]
    sides = [Side(0, array("q", range(len(one))), ()), Side(1, array("q", range(len(one), len(both))), ())]
    met = by_claims(meet(*sides, lambda side: [both[claim][:2] for claim in side.claims]))
    wanted = [meeting for meeting in met if any(both[claim][2] for claims in meeting for claim in claims)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(recordclaims, "_TOGETHER", together)
        assert by_claims(meet_rows(rows(one, 0), rows(other, len(one)))) == wanted


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_AT_A_TIME", 7)
    monkeypatch.setattr(results, "_PACKETS", 5)
    monkeypatch.setattr(recordclaims, "_AT_A_TIME", 3)
    monkeypatch.setattr(recordclaims, "_TOGETHER", 4)


@pytest.mark.parametrize("step_ms", [0, 1, 700])
def test_portions_of_any_size_give_the_same(small: None, tmp_path: Path, step_ms: int) -> None:
    """With no time between packets, all events begin in one moment, and their keys tell in which order they come."""
    path = tmp_path / "random.pcap"
    path.write_bytes(pcap_bytes(random_frames(5, 150), step_ms=step_ms))
    for program in (KEYS, CURATED):
        assert_alike(program, path)
    assert len(assert_alike(KEYS, path).events) > 20


@pytest.mark.parametrize(("signatures", "programs"), [(6, 8), (70, 2)])
def test_random_programs_in_small_portions(small: None, tmp_path: Path, signatures: int, programs: int) -> None:
    path = tmp_path / "random.pcap"
    for seed in range(programs):
        path.write_bytes(random_capture(seed, 120))
        assert_alike(random_program(seed, signatures), path)


def test_some_of_the_events(tmp_path: Path) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(pcap_bytes(random_frames(5, 60), step_ms=400))
    events = assert_alike(KEYS, path).events
    listed = list(events)
    assert list(events[1::2]) == listed[1::2]
    assert list(events[5:9]) == listed[5:9]
    assert (events[0], events[-1]) == (listed[0], listed[-1])
