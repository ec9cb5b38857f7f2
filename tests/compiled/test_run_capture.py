"""The compiled executor finds what the reference executor finds: result and report, on every capture."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compile import compile_signatures
from matcher.compiled import CannotRun, can_run, run_capture
from matcher.compiled.decode import LINKTYPES
from matcher.compiled.vantage import ColumnVantage
from matcher.decode import decode
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.program import Program
from matcher.reference import run
from matcher.vantage import Vantage
from sigdsl import load_paths
from sigdsl.model import Expr
from tests.compiled.frames import pcap_bytes, random_frames
from tests.matcher.building import compiled
from tests.matcher.strategies import conditions
from tests.matcher.test_classify import signature
from tests.shared import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[2]
MOST = 300_000  # bytes of a capture that CI has time for
CURATED = compile_signatures(load_paths([ROOT / "signatures"]).signatures)
QUIET = compiled("""
signature pings { packet ping { icmp; icmp.type == 8 } event by src gap 5s having count(ping) >= 2 }
signature dns { packet ask { udp; dport == 53; payload.len > 0 } event by src, dst gap 9s having count(ask) >= 1 }
signature unanswered {
  packet open { flags == SYN }
  packet answer { from responder; flags == SYN|ACK }
  event by src, dst gap 2s having count(open) >= 1 and count(answer) == 0
}
""")


def reference(program: Program, path: Path, options: MatchOptions) -> tuple[MatchResult, ReadReport]:
    report = ReadReport()
    with path.open("rb") as stream:
        source, form = open_source(stream, report)
        packets = (decode(record, report) for record in read_records(source, form, report))
        return run(program, packets, options), report


def assert_alike(
    program: Program, path: Path, options: MatchOptions | None = None, chunk: int = 1 << 20
) -> MatchResult:
    options = options or MatchOptions(capture=path.name)
    report = ReadReport()
    found = run_capture(program, str(path), options, report, chunk=chunk, notice=lambda _: None)
    expected, expected_report = reference(program, path, options)
    assert found == expected
    assert report == expected_report
    return found


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.pcap*")), ids=lambda path: path.name)
def test_real_captures_give_the_same(path: Path) -> None:
    if not can_run(str(path), least=0) or path.stat().st_size > MOST:
        pytest.skip("another format or link type, or too large for every run")
    for program in (CURATED, QUIET):
        assert_alike(program, path)


@pytest.mark.parametrize("chunk", [1, 100, 5000, 1 << 20])
@pytest.mark.parametrize("vantage", ["auto", "telescope"])
def test_random_frames_give_the_same_in_reads_of_any_size(tmp_path: Path, chunk: int, vantage: str) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(pcap_bytes(random_frames(11, 300), step_ms=400))
    options = MatchOptions(vantage=vantage, evidence=3, look_ahead=7)  # type: ignore[arg-type]
    for program in (CURATED, QUIET):
        assert_alike(program, path, options, chunk)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(conditions, max_size=2).map(tuple), min_size=1, max_size=4), st.integers(0, 999))
def test_random_programs_give_the_same(tmp_path: Path, patterns: list[tuple[Expr, ...]], seed: int) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(pcap_bytes(random_frames(seed, 60), step_ms=300))
    program = compile_signatures([signature(f"s{at}", each) for at, each in enumerate(patterns)])
    assert_alike(program, path)


@pytest.mark.parametrize("cut", [24, 30, 40, 60, 500, 501, 777, 1000])
def test_a_file_that_ends_anywhere_gives_the_same(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.pcap"
    path.write_bytes(pcap_bytes(random_frames(4, 30))[:cut])
    assert_alike(CURATED, path)


def test_more_than_65536_packets_in_a_batch(tmp_path: Path) -> None:
    chance = random.Random(1)
    frames = random_frames(2, 300)
    path = tmp_path / "large.pcap"
    path.write_bytes(pcap_bytes([chance.choice(frames) for _ in range(70_000)], step_ms=1))
    found = assert_alike(QUIET, path, chunk=1 << 24)
    assert found.packets == 70_000
    assert found.events


def test_what_it_cannot_read_is_said_before_anything_is_read(tmp_path: Path) -> None:
    path = tmp_path / "other.pcap"
    report = ReadReport()
    for data in (b"", b"not a capture at all, but text", pcap_bytes([b""], link=105)):
        path.write_bytes(data)
        assert not can_run(str(path), least=0)
        with pytest.raises(CannotRun):
            run_capture(QUIET, str(path), report=report)
    assert report == ReadReport()
    assert not can_run(str(tmp_path / "absent.pcap"), least=0)
    path.write_bytes(pcap_bytes([b""]))
    assert can_run(str(path), least=0)
    assert not can_run(str(path))
    assert {0, 1, 101, 113} <= LINKTYPES


def test_the_judgement_of_the_capture_has_the_same_bounds() -> None:
    chance = random.Random(7)
    ordinary, columns = Vantage("auto"), ColumnVantage("auto")
    for frame in range(1, 150_000):
        fields = {"src": chance.randrange(4000), "dst": chance.randrange(4000, 8000), "proto": chance.choice((6, 17))}
        packet = decode(Record(frame, 0, 0, b"", 101), ReadReport())
        packet = type(packet)(frame, 0, {**fields, "sport": chance.randrange(3)})
        ordinary.see(packet)
        columns.see(packet)
    assert int(columns.table.state[0]) == len(ordinary._seen) == 65_536
    at = int(columns.table.state[1])
    oldest = next(iter(ordinary._seen))
    assert (int(columns.table.keys[at, 1]), int(columns.table.keys[at, 3])) == (oldest[0], oldest[2])
    source, _, target, _, proto = oldest
    forgotten = type(packet)(1, 0, {"src": 1 << 40, "dst": 2, "proto": 6})
    answer = type(packet)(1, 0, {"src": target, "dst": source, "proto": proto, "dport": oldest[1]})
    for judge in (ordinary, columns):
        judge.see(forgotten)
        judge.see(answer)
        assert not judge.two_way
        judge.see(type(packet)(1, 0, {"src": 2, "dst": 1 << 40, "proto": 6}))
        assert judge.two_way
