"""Leaving out observations that cannot matter changes no result; where it might, nothing is left out."""

from __future__ import annotations

import struct
from functools import partial
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compiled import executor
from matcher.compiled.necessity import Need, needs
from matcher.compiled.pcap import Batch
from matcher.compiled.sieve import Sieve
from matcher.compiled.surveyor import Demand
from matcher.event import MatchOptions
from matcher.having import prepare
from matcher.program import Program, SignatureProgram
from tests.compiled.frames import pcap_bytes, random_frames
from tests.compiled.test_run_capture import CURATED, assert_alike
from tests.matcher.building import compiled

PACKETS = (
    "flags == SYN", "flags == SYN|ACK", "tcp; flags has RST", "tcp; payload.len > 0", "tcp; not flags has RST", "tcp",
    "udp", "sport == dport", "seq == 674719801 or ack == 1", "tcp; options has mss", "icmp", "payload starts \"GET\"",
    "src in {10.0.0.0/8}",
)  # fmt: skip
KEYS = ("src", "dst", "src, dst", "src, sport, dst, dport", "dst, dport, seq", "src, ttl", "id")
HAVING = (
    "count({0}) >= 2", "count({0}) == 0", "not count({0}) >= 1", "distinct({0}.dport) >= 2", "first({0}) < first({1})",
    "count({0}) > count({1})", "count({0}, 1s) >= 2", "min({0}.window) >= 0", "constant({0}.dst)", "duration >= 1s",
    "not first({0}) < first({1})", "count() >= 3", "2 <= count({0})", "count({1}) == 2", "not (count({0}) == 0)",
    "span({0}.ttl) == 0", "interval.max({0}) >= 100ms", "count({0}) != 0",
)  # fmt: skip


def random_signature(chance: Random, number: int, earlier: list[str]) -> str:
    """A signature that may observe earlier ones."""
    names = [f"p{at}" for at in range(chance.choice((1, 2, 2, 3)))]
    lines = []
    for name in names:
        marks = "from responder; " if chance.random() < 0.4 else ""
        lines.append(f"  packet {name} {{ {marks}{chance.choice(PACKETS)} }}")
    if earlier and chance.random() < 0.5:
        names.append("seen")
        lines.append(f"  observe {chance.choice(earlier)} as seen")
    parts = [chance.choice(HAVING).format(*chance.choices(names, k=2)) for _ in range(chance.choice((1, 2, 3)))]
    joined = f" {chance.choice(('and', 'or'))} ".join(parts[:2]) + "".join(f" and {part}" for part in parts[2:])
    gap = chance.choice(("50ms", "1s", "10s", "1h"))
    lines.append(f"  event by {chance.choice(KEYS)} gap {gap} having {joined}")
    return f"signature s{number} {{\n" + "\n".join(lines) + "\n}\n"


def random_program(seed: int) -> Program | None:
    """A program of some signatures; None where the checker refuses it."""
    chance = Random(seed)
    texts: list[str] = []
    for number in range(chance.choice((1, 2, 4))):
        texts.append(random_signature(chance, number, [f"s{at}" for at in range(number)]))
    try:
        return compiled("".join(texts))
    except AssertionError:
        return None


def crowded_frames(seed: int, count: int) -> list[bytes]:
    """TCP between few ends, so that keys recur."""
    chance = Random(seed)
    frames = []
    for _ in range(count):
        if chance.random() < 0.15:
            frames += random_frames(chance.randrange(1 << 30), 1)
            continue
        ends = chance.sample(((0x0A000001, 1025), (0x0A000002, 80), (0xC0A80101, 80), (0x0A000001, 1026)), 2)
        flags = chance.choice((2, 18, 16, 16, 24, 4, 20))
        body = b"GET /" if flags == 24 else b""
        tcp = struct.pack(
            ">HHIIHHHH", ends[0][1], ends[1][1], chance.choice((5, 674719801)), chance.choice((0, 1, 6)),
            5 << 12 | flags, chance.choice((0, 1024)), 0, 0,
        )  # fmt: skip
        ip = struct.pack(
            ">BBHHHBBHII", 0x45, 0, 40 + len(body), chance.choice((1, 39426)), 0, 64, 6, 0, ends[0][0], ends[1][0]
        )
        frames.append(bytes(12) + b"\x08\x00" + ip + tcp + body)
    return frames


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1 << 40), st.sampled_from((1, 30, 400, 3000)), st.sampled_from(("auto", "telescope", "host")))
def test_random_signatures_give_the_same(tmp_path: Path, seed: int, step_ms: int, vantage: str) -> None:
    program = random_program(seed)
    if program is None:
        return
    path = tmp_path / "crowded.pcap"
    path.write_bytes(pcap_bytes(crowded_frames(seed, 120), step_ms=step_ms))
    assert_alike(program, path, MatchOptions(vantage=vantage, capture="x", labels=True), 4000)  # type: ignore[arg-type]


@pytest.mark.parametrize("chunk", [500, 1 << 20])
def test_curated_signatures_give_the_same_in_a_crowd(tmp_path: Path, chunk: int) -> None:
    path = tmp_path / "crowded.pcap"
    path.write_bytes(pcap_bytes(crowded_frames(3, 3000), step_ms=70))
    assert assert_alike(CURATED, path, chunk=chunk).events


def surveyed(program: Program, path: Path, options: MatchOptions | None = None) -> Demand | None:
    header = executor._header(str(path))
    assert header is not None
    demand = Demand(program, Sieve(program, header.linktype), options or MatchOptions())
    return executor.survey(demand, lambda: executor._read(str(path), executor.ReadReport(), 1 << 20))


def read_frames(program: Program, path: Path) -> list[int]:
    """The frames that are read in full."""
    demand = surveyed(program, path)
    assert demand is not None
    found: list[int] = []

    def collect(batch: Batch) -> None:
        found.extend(batch.first + row for row in demand.select(batch, demand.sieve.sift(batch)))

    for batch in executor._read(str(path), executor.ReadReport(), 1 << 20):
        collect(batch)
    return found


def test_what_was_asked_for_is_not_read_where_it_forbids_the_event(tmp_path: Path) -> None:
    program = compiled("""
    signature lone {
      packet answer { flags == SYN|ACK }
      packet request { from responder; flags == SYN }
      event by src, sport, dst, dport gap 1s having count(answer) >= 1 and count(request) == 0
    }
    """)
    asked = [frame(0x0A000001, 1025, 0x0A000002, 80, 2), frame(0x0A000002, 80, 0x0A000001, 1025, 18)]
    path = tmp_path / "asked.pcap"
    path.write_bytes(pcap_bytes([*asked, frame(0x0A000003, 80, 0x0A000001, 1025, 18)]))
    assert read_frames(program, path) == [3]
    path.write_bytes(pcap_bytes(asked, step_ms=1001))  # in another episode it forbids nothing
    assert read_frames(program, path) == [1, 2]


def frame(src: int, sport: int, dst: int, dport: int, flags: int) -> bytes:
    tcp = struct.pack(">HHIIHHHH", sport, dport, 5, 6, 5 << 12 | flags, 0, 0, 0)
    return bytes(12) + b"\x08\x00" + struct.pack(">BBHHHBBHII", 0x45, 0, 40, 1, 0, 64, 6, 0, src, dst) + tcp


def test_captures_near_a_limit_or_out_of_order_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "some.pcap"
    path.write_bytes(pcap_bytes(crowded_frames(3, 300)))
    assert surveyed(CURATED, path) is not None
    assert surveyed(CURATED, path, MatchOptions(episodes=20)) is None
    assert_alike(CURATED, path, MatchOptions(episodes=20))
    path.write_bytes(pcap_bytes(crowded_frames(3, 300), step_ms=-20))
    assert surveyed(CURATED, path) is None
    assert_alike(CURATED, path)
    assert_alike(CURATED, path, MatchOptions(look_ahead=5))


def test_the_table_grows_and_forgets(tmp_path: Path) -> None:
    chance = Random(5)
    program = compiled("signature pairs { packet p { tcp } event by src, sport gap 1s having count(p) >= 2 }")
    frames = [frame(chance.getrandbits(32), chance.getrandbits(16), 1, 80, 2) for _ in range(100_000)]
    path = tmp_path / "many.pcap"
    path.write_bytes(pcap_bytes([*frames, frames[-1]], step_ms=0))
    demand = surveyed(program, path, MatchOptions(episodes=1_000_000))
    assert demand is not None
    assert len(demand.entries.last) > 1 << 16
    assert read_frames(program, path)[-2:] == [100_000, 100_001]
    path.write_bytes(pcap_bytes(frames, step_ms=100))
    demand = surveyed(program, path)
    assert demand is not None
    assert len(demand.entries.last) == 1 << 16


def value_of(counts: dict[str, int], signature: SignatureProgram, at: int) -> object:
    spec = signature.aggregates[at]
    seen = sum(count for name, count in counts.items() if spec.scope >> signature.names.index(name) & 1)
    if spec.kind in ("count", "distinct"):
        return seen
    return 1 if seen else None


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 1 << 40), st.lists(st.integers(0, 4), min_size=4, max_size=4))
def test_no_condition_is_true_without_what_it_needs(seed: int, numbers: list[int]) -> None:
    program = random_program(seed)
    if program is None:
        return
    for signature in program.signatures:
        counts = dict(zip(signature.names, numbers, strict=False))
        assert signature.having is not None
        condition = prepare(signature.having, signature.measures.__getitem__)
        if condition(partial(value_of, counts, signature)) is True:
            assert any(is_met(need, counts, signature) for need in needs(signature))


def is_met(need: Need, counts: dict[str, int], signature: SignatureProgram) -> bool:
    def total(scope: int) -> int:
        return sum(count for name, count in counts.items() if scope >> signature.names.index(name) & 1)

    return not total(need.none) and all(total(scope) >= least for scope, least in need.least)


def test_what_conditions_need() -> None:
    program = compiled("""
    signature s {
      packet a { flags == SYN }
      packet b { flags == RST }
      event by src gap 1s having count(a) >= 3 and count(b) == 0 or not count(b) < 2 and first(a) < last(b)
    }
    """)
    assert needs(program.signatures[0]) == (
        Need(0b10, frozenset({(0b01, 3)})),
        Need(0, frozenset({(0b10, 2), (0b01, 1), (0b10, 1)})),
    )
    assert np.int64(needs(program.signatures[0])[0].none) == 2
