"""Several captures as one: what the reference executor finds in their packets, from a copy of their records."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.captures import open_captures
from matcher.compiled import CannotRun, run_records
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.program import Program
from matcher.reference import run
from tests.compiled.frames import pcap_bytes, random_frames
from tests.compiled.programs import random_capture, random_program
from tests.compiled.test_run_capture import CURATED, QUIET
from tests.formats.capture_bytes import FRAMES, pcapng, snoop
from tests.formats.test_damaged_files import PACKERS
from tests.matcher.building import compiled
from tests.shared import SHARED, needs_shared

SMALL = sorted(
    path for path in (SHARED / "captures").rglob("*.*") if path.is_file() and path.stat().st_size < 30_000
)  # fmt: skip


def assert_alike(program: Program, paths: list[Path], options: MatchOptions | None = None) -> MatchResult:
    options = options or MatchOptions(capture="all")
    names = [str(path) for path in paths]
    with open_captures(names).merged() as merged:
        expected = run(program, merged.packets, options)
    with open_captures(names).merged() as again:
        assert again.records is not None
        found = run_records(program, again.records, options, again.report, notice=lambda _: None)
    assert list(found.events) == list(expected.events)
    assert list(found.displaced) == list(expected.displaced)
    assert replace(found, events=(), displaced=()) == replace(expected, events=(), displaced=())
    assert again.report == merged.report
    return found


def dealt(path: Path, parts: int, chance: random.Random) -> list[Path]:
    """The packets of a pcap file in several: dealt out, or one stretch after another, with some that are empty."""
    data = path.read_bytes()
    sides = [bytearray(data[:24]) for _ in range(parts)]
    at, side, turns = 24, 0, chance.choice((0.05, 0.5))
    while at < len(data):
        size = 16 + int.from_bytes(data[at + 8 : at + 12], "little")
        sides[side] += data[at : at + size]
        at += size
        side = chance.randrange(parts) if chance.random() < turns else side
    paths = [path.with_name(f"{path.name}-{each}") for each in range(parts)]
    for each, part in zip(paths, sides, strict=True):
        each.write_bytes(chance.choice((bytes, PACKERS["gzip"]))(part))
    return paths


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(
    seed=st.integers(0, 1 << 40), parts=st.integers(1, 20), disorder=st.sampled_from((0.0, 0.1)),
    evidence=st.sampled_from((1, 32)),
)  # fmt: skip
def test_random_programs_over_captures_in_parts(
    tmp_path: Path, seed: int, parts: int, disorder: float, evidence: int
) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(random_capture(seed, 150, disorder))
    paths = dealt(path, parts, random.Random(seed))
    assert_alike(random_program(seed, 6), paths, MatchOptions(vantage="telescope", evidence=evidence))


def test_evidence_names_captures_and_their_own_numbers(tmp_path: Path) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(pcap_bytes(random_frames(7, 200), step_ms=100))
    paths = dealt(path, 3, random.Random(2))
    for program in (CURATED, QUIET):
        found = assert_alike(program, paths)
    shown = {(packet.capture, packet.frame) for event in found.events for packet in event.evidence}
    assert len({capture for capture, _ in shown}) > 1
    assert max(frame for _, frame in shown) < 200


def test_captures_of_all_kinds(tmp_path: Path) -> None:
    paths = []
    for name, data in {"a": pcapng(FRAMES), "b": snoop(FRAMES), "c": pcapng(FRAMES, ">"), "d": pcap_bytes([])}.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    assert_alike(CURATED, paths)


@needs_shared
@pytest.mark.parametrize("first", range(0, len(SMALL), 12))
def test_real_captures_as_one(first: int) -> None:
    paths = [path for path in SMALL[first : first + 12] if is_capture(path)]
    assert_alike(CURATED, paths)


def is_capture(path: Path) -> bool:
    with path.open("rb") as stream:
        source, form = open_source(stream, ReadReport())
        return form is not None and next(read_records(source, form, ReadReport()), None) is not None


def test_what_the_kernels_cannot_run_is_known_before_anything_is_read() -> None:
    def records() -> Iterator[Record]:
        pytest.fail("it was read")
        yield

    program = compiled("signature s { packet p { ip } event by src gap 1s having span(dst) >= 3 }")
    with pytest.raises(CannotRun, match="over addresses"):
        run_records(program, records())
