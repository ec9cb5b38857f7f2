"""The classifying kernel: what it rules out certainly does not match, and what it can decide it decides."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.classify import Classifier
from matcher.compile import compile_signatures
from matcher.compiled import classify as kernels
from matcher.compiled.classify import classify_rows
from matcher.compiled.pcap import batches, take_header
from matcher.compiled.sieve import decode_batch
from matcher.compiled.stackcode import OPS, lower_test
from matcher.compiled.tables import build_tables
from matcher.decode import decode
from matcher.formats import ReadReport, Record, open_source
from matcher.program import Program, RelationTest, ValueTest
from matcher.stack import Code
from sigdsl.model import Compare, Expr, FieldRef, Logic, Network, Number
from tests.compiled.frames import pcap_bytes, random_frames
from tests.matcher.building import compiled
from tests.matcher.strategies import conditions
from tests.matcher.test_classify import signature

HOMES = st.sampled_from((None, (), (Network(0x0A000000, 8, 4),)))
EXACT = "signature s { packet p { %s } event by src gap 1s having count(p) >= 1 }"


def patterns_found(program: Program, frames: list[bytes]) -> list[tuple[int, int]]:
    """For each frame that the kernel decoded: the patterns that may match, and those that do."""
    report = ReadReport()
    source, _ = open_source(io.BytesIO(pcap_bytes(frames)), report)
    header = take_header(source)
    assert header is not None
    tables, layout = build_tables(program)
    classifier = Classifier(program)
    found = []
    for batch in batches(source, header, report):
        columns = decode_batch(batch, header.linktype, layout)
        alive = np.zeros((batch.size, len(tables.full)), np.uint64)
        verdicts = np.zeros(batch.size, np.bool_)
        doubtful = np.zeros(batch.size, np.bool_)
        classify_rows(columns.values, columns.states, columns.simple, tables, alive, verdicts, doubtful)
        for row in range(batch.size):
            if not columns.simple[row]:
                assert verdicts[row]
                continue
            clauses = int.from_bytes(alive[row].tobytes(), "little")
            assert verdicts[row] == bool(clauses)
            maybe = sum({1 << clause.pattern for at, clause in enumerate(program.clauses) if clauses >> at & 1})
            packet = decode(Record(1, 0, len(frames[row]) + 3, frames[row], 1), ReadReport())
            if not doubtful[row]:
                assert maybe == classifier.matches(packet)
            found.append((maybe, classifier.matches(packet)))
    return found


def test_the_operations_have_the_numbers_that_the_kernel_uses() -> None:
    assert OPS[kernels._LOAD] == "load"
    assert OPS[kernels._SHR] == ">>"
    assert OPS[kernels._MOD32] == "mod32"
    assert OPS[kernels._GE] == ">="
    assert OPS[kernels._WITHIN] == "within"
    assert OPS[kernels._RAW] == "raw"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(conditions, max_size=2).map(tuple), min_size=1, max_size=6), HOMES, st.integers(0, 99))
def test_nothing_that_matches_is_ruled_out(
    patterns: list[tuple[Expr, ...]], home: tuple[Network, ...] | None, seed: int
) -> None:
    program = compile_signatures([signature(f"s{at}", each) for at, each in enumerate(patterns)], home)
    for maybe, certain in patterns_found(program, random_frames(seed, 60)):
        assert certain & ~maybe == 0


@pytest.mark.parametrize(
    "condition",
    [
        "tcp; ack == seq + 1",
        "tcp; ack - seq in {1, 2, 536}",
        "seq & 0xffff0000 != 0",
        "dst in {10.0.0.0/8, 192.168.1.1}; not frag",
        "udp or icmp; ttl <= 64",
        "sport == dport; payload.len > 0",
        "flags has SYN|ACK or flags == RST",
        "mss == 536 or wscale > 3 or ts.ecr == 5",
        "id == 39426 and hops < 3",
    ],
)
def test_simple_conditions_are_decided_by_the_kernel(condition: str) -> None:
    found = patterns_found(compiled(EXACT % condition), [f for f in random_frames(3, 800) if b"\x86\xdd" not in f[:26]])
    assert all(maybe == certain for maybe, certain in found)
    assert {certain for _, certain in found} == {0, 1}


def test_what_may_leave_64_bits_is_left_to_the_ordinary_matcher() -> None:
    product = Code((("seq", False),), (("load", 0), ("load", 0), ("*", 0)))
    assert lower_test(ValueTest(product, ((0, 1),)), {"seq": 0}, []) == []
    wrapped = Code((("seq", False),), (("load", 0), ("load", 0), ("*", 1)))
    assert lower_test(ValueTest(wrapped, ((0, 1),)), {"seq": 0}, [])
    assert lower_test(RelationTest("==", product, wrapped), {"seq": 0}, []) == []


def test_more_clauses_than_a_word_holds() -> None:
    def either(at: int) -> Expr:
        return Logic("or", tuple(Compare(FieldRef(name), (("==", Number(at)),)) for name in ("dport", "seq")))

    program = compile_signatures([signature(f"s{at}", (either(at),)) for at in (*range(50, 250), 536)])
    found = patterns_found(program, random_frames(8, 500))
    assert all(maybe == certain for maybe, certain in found)
    assert len({certain for _, certain in found}) > 4
