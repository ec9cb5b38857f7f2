"""The census: nothing is lost by it, however small it is, and of what leads to nothing nothing passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest

pytest.importorskip("numba")

from matcher.compiled import executor
from matcher.compiled.acts import Acts
from matcher.compiled.census import Census, bits_for, cells_for, keys_in
from matcher.compiled.executor import run_capture
from matcher.compiled.ordering import Observed
from matcher.compiled.plan import Plan, build_plan
from matcher.compiled.prospects import marks_of, prospects_of, shown_by
from matcher.compiled.reading import read_batches
from matcher.compiled.scanner import Scanner
from matcher.compiled.touches import touch
from matcher.event import MatchOptions
from matcher.formats import ReadReport
from matcher.program import Program
from tests.compiled.frames import pcap_bytes, tcp_frame
from tests.compiled.programs import random_capture, random_program
from tests.compiled.test_run_capture import assert_alike
from tests.matcher.building import compiled

SYN, ACK, RST = 2, 16, 4
SIZES = [8, 16, 64, 1 << 12]
Shrink = Callable[[int], None]


@pytest.fixture
def shrink(monkeypatch: pytest.MonkeyPatch) -> Shrink:
    """Runs that follow have so many cells, and read their captures twice."""

    def shrunk(cells: int) -> None:
        monkeypatch.setattr(executor, "cells_for", lambda _keys: cells)
        monkeypatch.setattr(executor, "bits_for", lambda _keys: 4 * cells)
        monkeypatch.setattr(executor, "_FEW", 0)

    return shrunk


@pytest.mark.parametrize("cells", SIZES, ids=str)
@pytest.mark.parametrize("seed", range(8))
def test_a_census_of_any_size_gives_what_the_reference_gives(
    shrink: Shrink, tmp_path: Path, cells: int, seed: int
) -> None:
    shrink(cells)
    path = tmp_path / "random.pcap"
    chance = Random(seed)
    for number in range(4):
        path.write_bytes(random_capture(100 * seed + number, 250, chance.choice((0.0, 0.0, 0.1))))
        assert_alike(random_program(100 * seed + number, chance.choice((1, 3, 8))), path)


def test_a_capture_that_grows_between_its_readings_is_matched_as_it_was(
    shrink: Shrink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shrink(64)
    path, frames = tmp_path / "growing.pcap", [tcp_frame(1, 1, SYN)] * 3
    path.write_bytes(pcap_bytes(frames))
    program = compiled("signature s { packet p { flags == SYN } event by src gap 1s having count(p) >= 2 }")
    before = run_capture(program, str(path), MatchOptions(vantage="telescope"))
    survey = executor._Run.survey

    def grown(run: executor._Run, watch: executor.Watch | None) -> None:
        survey(run, watch)
        path.write_bytes(pcap_bytes([*frames, *[tcp_frame(2, 1, SYN)] * 5_000]))

    monkeypatch.setattr(executor._Run, "survey", grown)
    after = run_capture(program, str(path), MatchOptions(vantage="telescope"))
    assert (after.packets, list(after.events)) == (3, list(before.events))


def test_cells_are_a_power_of_two_within_bounds() -> None:
    assert [cells_for(1 << bits) for bits in (0, 14, 16, 27, 50)] == [1 << 16, 1 << 16, 1 << 17, 1 << 25, 1 << 25]
    assert [bits_for(1 << bits) for bits in (0, 27, 50)] == [1 << 16, 1 << 28, 1 << 29]
    assert cells_for(25_000_000).bit_count() == bits_for(25_000_000).bit_count() == 1
    assert keys_in(76 * 5_000_000) > 9 * 5_000_000  # a flood


@pytest.mark.parametrize("few", [0, 2, 3, 1_000])
def test_it_begins_when_packets_are_no_longer_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(executor, "_FEW", few)
    asked: list[int] = []

    def watched(keys: int) -> int:
        asked.append(keys)
        return cells_for(keys)

    monkeypatch.setattr(executor, "cells_for", watched)
    path = tmp_path / "some.pcap"
    path.write_bytes(pcap_bytes([tcp_frame(1, 1, SYN)] * 3))
    program = compiled("signature s { packet p { flags == SYN } event by src gap 1s having count(p) >= 2 }")
    assert [event.packets for event in assert_alike(program, path).events] == [3]
    assert asked == [keys_in(path.stat().st_size) if few < 3 else 3 * executor._KEYS]


# --- what passes ------------------------------------------------------------------------------------------------------


def passed(plan: Plan, frames: list[bytes], tmp_path: Path, step_ms: int = 10) -> list[int]:
    """Frames of the touches that go to the engine, in their order."""
    path = tmp_path / "frames.pcap"
    path.write_bytes(pcap_bytes(frames, step_ms=step_ms))
    acts, census, found = Acts(plan), Census(plan, 1 << 12, 1 << 14), list[int]()
    for packets in observed(plan, acts, path):
        census.count(touch(plan, acts, packets))
    for packets in observed(plan, acts, path):
        each = touch(plan, acts, packets, census.wanted)
        found += each.packets.frame[each.touches[:, 0]].tolist()
    return found


def observed(plan: Plan, acts: Acts, path: Path) -> Iterator[Observed]:
    scanner = Scanner(plan.program, plan.kept, (1, 2))
    for batch in read_batches(str(path), ReadReport()):
        scanned = scanner.scan(batch, ReadReport())
        acts.extend(scanner.routes)
        flags = np.zeros(len(scanned.row), np.uint8)
        yield Observed(batch.first + scanned.row, scanned.time, flags, scanned.route, scanned.values, scanned.states)


def plan_of(source: str) -> Plan:
    return build_plan(compiled(source), MatchOptions(vantage="telescope"), tracked=False)


def test_too_few_packets_do_not_pass(tmp_path: Path) -> None:
    plan = plan_of("signature s { packet p { flags == SYN } event by src gap 1s having count(p) >= 3 }")
    frames = [tcp_frame(1, 1, SYN), tcp_frame(2, 1, SYN), tcp_frame(1, 2, SYN), tcp_frame(2, 2, SYN)]
    assert passed(plan, frames, tmp_path) == []
    assert passed(plan, [*frames, tcp_frame(1, 3, SYN)], tmp_path) == [1, 3, 5]
    assert passed(plan, [*frames, *[tcp_frame(1, 3, SYN)] * 3], tmp_path) == [1, 3, 5, 6, 7]


def test_what_comes_after_the_gap_begins_anew(tmp_path: Path) -> None:
    plan = plan_of("signature s { packet p { flags == SYN } event by src gap 1s having count(p) >= 2 }")
    assert passed(plan, [tcp_frame(1, 1, SYN)] * 4, tmp_path, step_ms=1_600) == []
    assert passed(plan, [tcp_frame(1, 1, SYN)] * 3, tmp_path, step_ms=1_000) == [1, 2, 3]


def test_what_must_be_there_is_waited_for(tmp_path: Path) -> None:
    plan = plan_of("""signature s {
        packet open { flags == SYN }
        packet end { flags == RST }
        event by src gap 1s having count(open) >= 1 and first(end) > first(open)
    }""")
    assert passed(plan, [tcp_frame(1, 1, SYN)] * 20, tmp_path) == []
    assert passed(plan, [tcp_frame(1, 1, SYN), tcp_frame(2, 1, RST), tcp_frame(1, 1, RST)], tmp_path) == [1, 3]


def test_what_rules_an_event_out_passes_only_beside_what_may_be_one(tmp_path: Path) -> None:
    plan = plan_of("""signature s {
        packet odd { flags == RST }
        packet usual { flags == SYN }
        event by src gap 1s having count(odd) >= 1 and count(usual) == 0
    }""")
    assert passed(plan, [tcp_frame(1, 1, SYN)] * 5, tmp_path) == []
    assert passed(plan, [tcp_frame(1, 1, SYN), tcp_frame(1, 1, RST)], tmp_path) == [1, 2]


OBSERVING = """
signature child { internal
  packet probe { flags == ACK }
  packet answer { flags == RST }
  event by src, sport gap 1s having count(probe) >= 1 and count(answer) >= 1
}
signature parent {
  observe child as before
  packet open { flags == SYN }
  event by src gap 1s having first(before) < first(open)
}
"""


def test_packets_of_what_observes_wait_for_what_it_observes(tmp_path: Path) -> None:
    plan = plan_of(OBSERVING)
    syn, ack, rst = (tcp_frame(1, 7, flags) for flags in (SYN, ACK, RST))
    assert passed(plan, [syn, syn, ack, syn], tmp_path) == []
    assert passed(plan, [syn, ack, tcp_frame(2, 7, RST), syn], tmp_path) == []
    # The child's packets pass, and with them those of its observer: before, meanwhile and after.
    assert passed(plan, [syn, ack, syn, rst, syn], tmp_path) == [1, 2, 3, 4, 5]


def test_an_observer_that_needs_no_event_does_not_wait(tmp_path: Path) -> None:
    plan = plan_of(OBSERVING.replace("first(before) < first(open)", "count(before) >= 1 or count(open) >= 2"))
    assert passed(plan, [tcp_frame(1, 7, SYN)], tmp_path) == [1]


def test_an_observer_with_a_key_that_the_event_may_not_tell_does_not_wait(tmp_path: Path) -> None:
    plan = plan_of(OBSERVING.replace("event by src gap", "event by dport gap"))
    assert passed(plan, [tcp_frame(1, 7, SYN)], tmp_path) == [1]


def test_observed_events_and_packets_that_waited_are_put_in_order(tmp_path: Path, shrink: Shrink) -> None:
    chance = Random(5)
    frames = [tcp_frame(chance.randrange(6), chance.randrange(3), chance.choice((SYN, ACK, RST))) for _ in range(400)]
    path = tmp_path / "frames.pcap"
    for cells in SIZES:
        shrink(cells)
        for step_ms in (50, 400, 990):
            path.write_bytes(pcap_bytes(frames, step_ms=step_ms))
            found = assert_alike(compiled(OBSERVING), path)
            assert {event.signature for event in found.events} <= {"parent"}
    assert found.events


# --- prospects --------------------------------------------------------------------------------------------------------


def prospects(source: str) -> tuple[Plan, Program]:
    plan = plan_of(source)
    return plan, plan.program


def test_marks_stand_for_what_must_be_there_besides() -> None:
    plan, program = prospects("""signature s {
        packet a { flags == SYN }
        packet b { flags == ACK }
        packet c { flags == RST }
        event by src gap 1s having (count(a) >= 2 and count(b) >= 5) or count(c) >= 3
    }""")
    bits = {name: 1 << number for number, name in enumerate(program.signatures[0].names)}
    marks = marks_of([0], plan.needs)
    assert set(marks) == {0}
    assert set(marks[0]) == {bits["a"], bits["b"]}
    a, b = marks[0][bits["a"]], marks[0][bits["b"]]
    assert shown_by(marks, [(0, bits["a"], 0)]) == a
    assert shown_by(marks, [(0, bits["a"] | bits["c"], 0)]) == a
    assert prospects_of(marks, plan.needs, [(0, bits["a"], 0)]) == [(b, 5)]
    assert prospects_of(marks, plan.needs, [(0, bits["b"], 0)]) == [(a, 5)]
    assert prospects_of(marks, plan.needs, [(0, bits["c"], 0)]) == [(0, 3)]
    assert prospects_of(marks, plan.needs, [(0, bits["a"] | bits["b"], 0)]) == [(0, 5)]


def test_what_another_prospect_implies_is_left_out() -> None:
    plan, _ = prospects("signature s { packet a { tcp } event by src gap 1s having count(a) >= 4 or count(a) >= 9 }")
    assert prospects_of({}, plan.needs, [(0, 1, 0)]) == [(0, 4)]
