"""The compiled executor finds what the reference executor finds: result and report, on every capture."""

from __future__ import annotations

import gzip
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scapy.layers.inet import ICMP, IP
from scapy.layers.l2 import Ether

pytest.importorskip("numba")

from matcher.compile import compile_signatures
from matcher.compiled import CannotRun, run_capture
from matcher.compiled import layout as at
from matcher.compiled.engine import Engine
from matcher.compiled.reading import can_read
from matcher.decode import decode
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport, open_source, read_records
from matcher.program import Program
from matcher.reference import run
from sigdsl import load_paths
from tests.compiled.frames import pcap_bytes, random_frames, tcp_frame
from tests.compiled.programs import random_capture, random_program
from tests.matcher.building import compiled
from tests.shared import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[2]
CAPTURES = sorted(each for each in (SHARED / "captures").rglob("*") if each.is_file())
PROGRAMS = int(os.environ.get("TRACELORE_RANDOM_PROGRAMS", "500"))  # for each part; a longer run by hand: 5000
PARTS = 4
CURATED = compile_signatures(load_paths([ROOT / "signatures"]).signatures)
QUIET = compiled("""
signature pings { packet ping { icmp; icmp.type == 8 } event by src gap 5s having count(ping) >= 2 }
signature dns { packet ask { udp; dport == 53; payload.len > 0 } event by src, dst gap 9s having count(ask) >= 1 }
signature unanswered {
  packet open { flags == SYN }
  packet answer { from responder; flags == SYN|ACK }
  event by src, dst gap 2s having count(open) >= 1 and count(answer) == 0
}
signature talkers { observe pings as ping event by dst gap 1h having distinct(ping.src) >= 1 }
""")


def reference(
    program: Program, path: Path, options: MatchOptions, inner: bool = False
) -> tuple[MatchResult, ReadReport]:
    report = ReadReport()
    with path.open("rb") as stream:
        source, form = open_source(stream, report)
        assert form is not None
        packets = (decode(record, report, inner) for record in read_records(source, form, report))
        return run(program, packets, options), report


def _counts(result: MatchResult) -> MatchResult:
    labels = {event: list(frames) for event, frames in result.labels.items()} if result.labels is not None else None
    return replace(result, events=(), displaced=(), labels=labels)


def assert_alike(
    program: Program, path: Path, options: MatchOptions | None = None, chunk: int = 1 << 20, *, inner: bool = False
) -> MatchResult:
    options = options or MatchOptions(capture=path.name)
    report = ReadReport()
    found = run_capture(program, str(path), options, report, inner=inner, chunk=chunk, notice=lambda _: None)
    expected, expected_report = reference(program, path, options, inner)
    assert list(found.events) == list(expected.events)
    assert list(found.displaced) == list(expected.displaced)
    assert _counts(found) == _counts(expected)
    assert report == expected_report
    return found


@needs_shared
@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.name)
def test_real_captures_give_the_same(path: Path) -> None:
    if not can_read(str(path)):
        pytest.skip("no capture")
    for program in (CURATED, QUIET):
        assert_alike(program, path)


@pytest.mark.parametrize("chunk", [1, 100, 5000, 1 << 20])
@pytest.mark.parametrize("vantage", ["auto", "telescope"])
def test_random_frames_give_the_same_in_reads_of_any_size(tmp_path: Path, chunk: int, vantage: str) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(pcap_bytes(random_frames(11, 300), step_ms=400))
    options = MatchOptions(vantage=vantage, evidence=3)  # type: ignore[arg-type]
    for program in (CURATED, QUIET):
        assert_alike(program, path, options, chunk)


@pytest.mark.parametrize("part", range(PARTS))
@settings(
    max_examples=PROGRAMS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize="TRACELORE_RANDOM_PROGRAMS" not in os.environ,  # the same ones in CI; others by hand
)  # fmt: skip
@given(
    seed=st.integers(0, 1 << 40), signatures=st.integers(1, 8), packets=st.integers(1, 150),
    disorder=st.sampled_from((0.0, 0.0, 0.1)), vantage=st.sampled_from(("auto", "telescope", "inline")),
    evidence=st.sampled_from((0, 1, 3, 32)), labels=st.booleans(), chunk=st.sampled_from((64, 3000, 1 << 20)),
)  # fmt: skip
def test_random_programs_over_random_packets_give_the_same(
    tmp_path: Path, part: int, seed: int, signatures: int, packets: int, disorder: float, vantage: str, evidence: int,
    labels: bool, chunk: int,
) -> None:  # fmt: skip
    seed = PARTS * seed + part  # each part has other programs and packets
    path = tmp_path / "random.pcap"
    path.write_bytes(random_capture(seed, packets, disorder))
    options = MatchOptions(vantage=vantage, evidence=evidence, labels=labels)  # type: ignore[arg-type]
    assert_alike(random_program(seed, signatures), path, options, chunk)


@pytest.mark.parametrize("pings", range(1, 5))
def test_what_has_ended_takes_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pings: int) -> None:
    """Neither do events that somebody waited for who found too few of them."""
    used: list[int] = []

    class Watched(Engine):
        def _archive(self) -> None:
            super()._archive()
            used.append(int(self.heap[at.H_NEXT] - self.plan.heap_words - self.heap[at.H_WAITING]))

    monkeypatch.setattr("matcher.compiled.executor.Engine", Watched)
    program = compiled("""
    signature pings { internal packet ping { icmp; icmp.type == 8 } event by src, dst gap 5s having count(ping) >= 1 }
    signature sweeps { observe pings as ping event by src gap 1m having distinct(ping.dst) >= 4 }
    """)
    frames = [Ether() / IP(src="192.0.2.1", dst=f"192.0.2.{host}") / ICMP() for host in range(2, 2 + pings)]
    path = tmp_path / "pings.pcap"
    path.write_bytes(pcap_bytes([bytes(frame) for frame in frames], step_ms=100))
    found = run_capture(program, str(path), MatchOptions(tally=False), notice=lambda _: None)
    assert len(found.events) == (pings >= 4)
    assert used[-1] == 0


def test_more_signatures_than_a_word_has_bits(tmp_path: Path) -> None:
    path = tmp_path / "random.pcap"
    for seed in range(4):
        path.write_bytes(random_capture(seed, 120))
        assert_alike(random_program(seed, 70), path)


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
    assert len(found.events) > 0


def test_packed_captures_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "random.pcap.gz"
    path.write_bytes(gzip.compress(random_capture(5, 150)))
    assert len(assert_alike(random_program(5, 4), path).events) > 0


def test_events_can_be_asked_for_one_by_one_and_again(tmp_path: Path) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(random_capture(5, 150))
    program = random_program(5, 4)
    found = run_capture(program, str(path), notice=lambda _: None)
    events = list(found.events)
    assert [found.events[at] for at in range(len(events))] == events
    assert found.events[-1] == events[-1]
    assert list(found.events[1:3]) == events[1:3]
    assert found.events == events
    assert list(found.events) == events


def test_what_is_cut_short_for_lack_of_room_says_so(tmp_path: Path) -> None:
    sources = 400
    frames = [tcp_frame(0x0A000000 + at // 2 % sources, 1, 2) for at in range(4 * sources)]
    path = tmp_path / "sources.pcap"
    path.write_bytes(pcap_bytes(frames, step_ms=1))
    program = compiled("signature s { packet p { flags == SYN } event by src gap 1h having count(p) >= 2 }")
    roomy = run_capture(program, str(path), MatchOptions(), notice=lambda _: None)
    tight = run_capture(program, str(path), MatchOptions(keys=100), notice=lambda _: None)
    assert len(roomy.events) == sources
    assert roomy.evicted == 0
    assert tight.evicted >= sources - 100
    told = [event for event in tight.events if "evicted" in str(event.why_inconclusive)]
    assert told
    assert not any(event.conclusive for event in told)


def test_what_goes_on_is_not_cut_short_for_lack_of_room(tmp_path: Path) -> None:
    """One source is there all the time, and 1,800 others once each, of which 100 may be open."""
    frames = [tcp_frame(0x0A000000 + (at if at % 10 else 0), 1, 2) for at in range(2_000)]
    path = tmp_path / "sources.pcap"
    path.write_bytes(pcap_bytes(frames, step_ms=1))
    program = compiled("signature s { packet p { flags == SYN } event by src gap 1h having count(p) >= 2 }")
    found = run_capture(program, str(path), MatchOptions(keys=100), chunk=4_000, notice=lambda _: None)
    assert found.evicted == 0  # nothing comes of a source that is there once: it is not even looked at
    program = compiled("signature s { packet p { flags == SYN } event by src gap 1h having count(p) >= 1 }")
    found = run_capture(program, str(path), MatchOptions(keys=100), chunk=4_000, notice=lambda _: None)
    assert found.evicted > 1_000
    one = max(found.events, key=lambda event: event.packets)
    assert one.packets == 200
    assert one.conclusive


def test_what_was_over_is_not_evicted(tmp_path: Path) -> None:
    """The key stays open for the slow signature when the episode of the quick one is over."""
    frames = [tcp_frame(0x0A000000 + max(0, at - 3), 1, 2) for at in range(2_000)]
    path = tmp_path / "sources.pcap"
    path.write_bytes(pcap_bytes(frames, step_ms=50))
    program = compiled("""
    signature quick { packet p { flags == SYN } event by src gap 1s having count(p) >= 3 }
    signature slow { packet p { flags == SYN } event by src gap 1h having count(p) >= 1 }
    """)
    found = run_capture(program, str(path), MatchOptions(keys=100), chunk=4_000, notice=lambda _: None)
    assert found.evicted > 1_000
    assert [event.conclusive for event in found.events if event.signature == "quick"] == [True]


def test_what_it_cannot_run_is_said_before_anything_is_read(tmp_path: Path) -> None:
    path = tmp_path / "other.pcap"
    report = ReadReport()
    for data in (b"", b"not a capture at all, but text"):
        path.write_bytes(data)
        with pytest.raises(CannotRun, match="capture files only"):
            run_capture(QUIET, str(path), report=report)
    with pytest.raises(CannotRun):
        run_capture(QUIET, str(tmp_path / "absent.pcap"), report=report)
    path.write_bytes(pcap_bytes([b""]))
    spans = compiled("signature s { packet p { tcp } event by src gap 1s having span(dst) > 5 }")
    with pytest.raises(CannotRun, match=r"s: span\(dst\) is over addresses"):
        run_capture(spans, str(path), report=report)
    assert report == ReadReport()


def test_who_watches_can_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "random.pcap"
    path.write_bytes(random_capture(1, 50))
    monkeypatch.setattr("matcher.compiled.executor._BETWEEN", -1.0)
    told: list[tuple[int, int, int]] = []

    def watch(packets: int, position: int, events: int) -> None:
        told.append((packets, position, events))
        if len(told) > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_capture(QUIET, str(path), notice=lambda _: None, watch=watch)
    assert told[-1][:2] == (50, path.stat().st_size - 24)  # all but the header of the file
