"""A second reading finds the packets of the events that the reference executor counted and listed in its first."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("numba")

import numpy as np
import numpy.typing as npt

from matcher.compile import compile_signatures
from matcher.compiled import layout as at
from matcher.compiled.acts import Acts
from matcher.compiled.engine import Engine
from matcher.compiled.layout import UNTIMED
from matcher.compiled.membership import Membership, count_members
from matcher.compiled.ordering import Observed, Ordering
from matcher.compiled.plan import CannotPlan, Plan, build_plan
from matcher.compiled.reading import can_read, read_batches
from matcher.compiled.recall import Recall
from matcher.compiled.results import FoundEvents, LazyEvents
from matcher.compiled.scanner import Scanner
from matcher.compiled.stretches import Stretches
from matcher.compiled.touches import Touched, touch
from matcher.decode import decode
from matcher.event import MatchOptions, MatchResult
from matcher.formats import ReadReport, open_source, read_records
from matcher.program import Program
from matcher.reference import run
from matcher.vantage import Vantage
from sigdsl import load_paths
from tests.compiled.frames import pcap_bytes, random_frames
from tests.compiled.programs import random_capture, random_program
from tests.compiled.scanning import SECRET
from tests.formats.capture_bytes import block, interface, pcap, section
from tests.matcher.building import compiled
from tests.shared import SHARED, needs_shared

Ints = npt.NDArray[np.int64]

ROOT = Path(__file__).resolve().parents[2]
MOST = 300_000  # bytes of a real capture that CI has time for
OPTIONS = MatchOptions(vantage="inline", evidence=0, labels=True)
CURATED = compile_signatures(load_paths([ROOT / "signatures"]).signatures)
EVERYTHING = compiled("""
signature packet { packet any { ip } event by src gap 1s having count(any) >= 1 }
signature talk { packet any { tcp } packet back { tcp; from responder }
  event by src, sport, dst, dport gap 2s having count(any) >= 1 }
signature host { internal observe packet as seen event by src gap 9s having count(seen) >= 2 }
signature hosts { observe host as busy observe packet as seen packet other { ip6 }
  event by proto gap 20s having count(busy) >= 1 or count(other) >= 3 }
signature rest { packet asked { icmp } packet answer { from responder; icmp }
  event by dst gap 3s having count(asked) >= 2 }
""")


@dataclass(frozen=True, slots=True)
class Found:
    """One run of the engine, and the second reading."""

    records: list[int]
    engine: Engine
    members: Membership

    def word(self, record: int, word: int) -> int:
        return int(self.engine.heap[record + word])


def reading(plan: Plan, path: Path) -> Iterator[tuple[Acts, Observed]]:
    """The packets of a capture that match a pattern, as each reading of it sees them."""
    scanner, acts, report = Scanner(plan.program, plan.kept, SECRET), Acts(plan), ReadReport()
    for batch in read_batches(str(path), report, chunk=4096):
        found = scanner.scan(batch, report)
        acts.extend(scanner.routes)
        flags = np.where(found.untimed, np.uint8(UNTIMED), np.uint8(0))
        yield acts, Observed(batch.first + found.row, found.time, flags, found.route, found.values, found.states)


def again(plan: Plan, path: Path) -> Iterator[Touched]:
    for acts, observed in reading(plan, path):
        yield touch(plan, acts, observed)


def find(program: Program, path: Path, options: MatchOptions, keys: int = 1_000_000) -> Found:
    plan = build_plan(program, options, tracked=True)
    engine, ordering, acts = Engine(plan, keys, words=16 << 20), Ordering(options.look_ahead), Acts(plan)
    for acts, observed in reading(plan, path):
        for packets in ordering.add(observed):
            engine.take(touch(plan, acts, packets))
    for packets in ordering.finish():
        engine.take(touch(plan, acts, packets))
    records = engine.finish()
    members = count_members(
        engine.heap, np.array(records, np.int64), again(plan, path), keeps_frames=options.labels
    )  # fmt: skip
    return Found(records, engine, members)


def labels_of(found: Found, path: Path, options: MatchOptions) -> dict[str, list[int]]:
    """Frames by the events' ids."""

    records, order = np.array(found.records, np.int64), range(len(found.records))
    recall = Recall(str(path), Stretches())
    events = FoundEvents(found.engine.findings, records, Vantage(options.vantage), options.capture, recall)
    events.leading()  # reads the keys
    by_id: dict[str, list[int]] = {}
    for record, event in zip(found.records, LazyEvents(events, order, [()] * len(order)), strict=True):
        frames = found.members.frames(record).tolist()
        assert frames == sorted(set(frames))
        by_id[event.id] = sorted({*by_id.get(event.id, ()), *frames})
    return by_id


def reference(program: Program, path: Path, options: MatchOptions) -> MatchResult:
    with path.open("rb") as stream:
        report = ReadReport()
        source, form = open_source(stream, report)
        return run(program, (decode(record, report) for record in read_records(source, form, report)), options)


def assert_alike(program: Program, path: Path, options: MatchOptions = OPTIONS) -> MatchResult:
    expected = reference(program, path, options)
    assert expected.labels is not None
    found = find(program, path, options)
    assert found.members.matched == expected.matched
    assert labels_of(found, path, options) == {name: list(frames) for name, frames in expected.labels.items()}
    assert find(program, path, replace(options, labels=False)).members.matched == expected.matched
    return expected


def assert_random_alike(path: Path, seed: int, disorder: float, look_ahead: int) -> None:
    chance = Random(seed)
    path.write_bytes(random_capture(seed, chance.choice((20, 60, 200)), disorder))
    try:
        assert_alike(random_program(seed, chance.choice((2, 3, 5, 8))), path, replace(OPTIONS, look_ahead=look_ahead))
    except CannotPlan:
        pytest.skip("the kernels do not run it")


@pytest.mark.parametrize("seed", range(40))
def test_random_programs_on_random_captures(tmp_path: Path, seed: int) -> None:
    assert_random_alike(tmp_path / "random.pcap", seed, 0.1 if seed % 3 == 0 else 0.0, 65_536)


@pytest.mark.parametrize("seed", range(100, 120))
def test_packets_too_late_to_be_put_in_order(tmp_path: Path, seed: int) -> None:
    assert_random_alike(tmp_path / "late.pcap", seed, 0.2, seed % 4 + 1)


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.*cap*")), ids=lambda path: path.name)
def test_real_captures(path: Path) -> None:
    if not can_read(str(path)) or path.stat().st_size > MOST:
        pytest.skip("another format, or too large for every run")
    for program in (CURATED, EVERYTHING):
        assert_alike(program, path)


def test_packets_without_a_time(tmp_path: Path) -> None:
    """In a file of blocks that carry none, all share the time 0: their order in the file tells them apart."""
    frames = random_frames(5, 60)
    packets = [block("<", 3, struct.pack("<I", len(frame)) + frame) for frame in frames]
    path = tmp_path / "simple.pcapng"
    path.write_bytes(section() + interface() + b"".join(packets))
    assert assert_alike(EVERYTHING, path).matched > 30


def test_events_in_events_count_their_packets_once(tmp_path: Path) -> None:
    path = tmp_path / "nested.pcap"
    path.write_bytes(pcap_bytes(random_frames(8, 300), step_ms=300))
    found = assert_alike(EVERYTHING, path)
    assert any(event.signature == "hosts" for event in (*found.events, *found.displaced))


def test_every_episode_gets_all_packets_that_it_observed(tmp_path: Path) -> None:
    """With keys evicted at any moment, where the reference evicts others."""
    path = tmp_path / "many.pcap"
    path.write_bytes(random_capture(3, 3000))
    found = find(EVERYTHING, path, OPTIONS, keys=20)
    assert found.engine.evicted > 50
    assert found.members.matched > 1000
    for record in found.records:
        frames, packets = found.members.frames(record), found.word(record, at.R_PACKETS)
        assert len(frames) == packets if not found.word(record, at.R_PARTS) else 0 < len(frames) <= packets


def test_an_episode_within_another(tmp_path: Path) -> None:
    """What came when the episode around it was over is an episode of its own, which the count of packets tells."""
    frame = next(frame for frame in random_frames(1, 20) if frame[12:14] == b"\x08\x00") + bytes(900)
    tenths = [*range(10), *range(100, 110), 4]
    records = [struct.pack("<IIII", *divmod(at * 10**5, 10**6), len(frame), len(frame)) + frame for at in tenths]
    path = tmp_path / "within.pcap"
    path.write_bytes(pcap([]) + b"".join(records))
    program = compiled("signature any { packet any { ip } event by proto gap 1s having count(any) >= 1 }")
    found = find(program, path, replace(OPTIONS, look_ahead=1))
    episodes = sorted(found.members.frames(record).tolist() for record in found.records)
    assert episodes == [list(range(1, 11)), list(range(11, 21)), [21]]
    assert found.members.matched == 21


def test_no_events_hold_no_packets(tmp_path: Path) -> None:
    path = tmp_path / "none.pcap"
    path.write_bytes(pcap_bytes(random_frames(8, 300)))
    program = compiled("signature many { packet any { ip } event by src gap 1s having count(any) >= 1000 }")
    assert assert_alike(program, path).matched == 0
