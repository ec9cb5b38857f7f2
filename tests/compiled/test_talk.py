"""Who speaks to whom: the kernels' numbers against `matcher.vantage`, and what is forgotten."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("numba")

from matcher.compiled.scanner import Scanner
from matcher.compiled.talk import TALKS, see_talks
from matcher.decode import decode
from matcher.formats import ReadReport, open_source, read_records
from matcher.packet import V6, Packet
from matcher.vantage import Vantage, conversation
from tests.compiled.frames import random_frames
from tests.compiled.scanning import SECRET, batch_of, records_of
from tests.matcher.building import UNKNOWN, compiled, tcp
from tests.shared import SHARED, needs_shared

PROGRAM = compiled("signature s { packet p { tcp } event by src gap 1s having count(p) >= 1 }")


def test_every_packet_has_the_number_that_the_reference_gives_it() -> None:
    records = records_of(random_frames(3, 2000))
    scanned = Scanner(PROGRAM, (), SECRET).scan(batch_of(records), ReadReport(), wants_talks=True)
    expected = [conversation(decode(record, ReadReport())) for record in records]
    assert scanned.talks.tolist() == expected
    assert len(set(expected)) > 50


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.pcap")), ids=lambda path: path.name)
def test_packets_of_real_captures_as_well(path: Path) -> None:
    if path.stat().st_size > 100_000:
        pytest.skip("too large for every run")
    with path.open("rb") as stream:
        source, form = open_source(stream, ReadReport())
        records = list(read_records(source, form, ReadReport())) if form else []
    if records:
        scanned = Scanner(PROGRAM, (), SECRET).scan(batch_of(records), ReadReport(), wants_talks=True)
        assert scanned.talks.tolist() == [conversation(decode(record, ReadReport())) for record in records]


def test_an_answer_differs_from_what_it_answers_in_the_last_bit_only() -> None:
    there = tcp(1, 0, "10.0.0.1:1025 > 10.0.0.2:80", "SYN")
    back = tcp(2, 0, "10.0.0.2:80 > 10.0.0.1:1025", "SYN|ACK")
    assert conversation(there) ^ conversation(back) == 1
    other = tcp(3, 0, "10.0.0.2:80 > 10.0.0.1:1026", "SYN|ACK")
    assert conversation(there) >> 1 != conversation(other) >> 1


def test_what_is_no_conversation_has_no_number() -> None:
    itself = tcp(1, 0, "10.0.0.1:1025 > 10.0.0.1:1025", "SYN")
    assert conversation(itself) == 0
    assert conversation(Packet(1, 0, {**itself.fields, "src": UNKNOWN})) == 0
    assert conversation(Packet(1, 0, {"src": V6 + 1})) == 0
    assert conversation(Packet(1, 0, {"src": V6 + 1, "dst": 1})) != 0
    assert conversation(Packet(1, 0, {"src": "one.example", "dst": "two.example"})) != 0


def test_both_forget_alike() -> None:
    chance = random.Random(5)
    for _ in range(20):
        reference, seen = Vantage("auto"), np.zeros(TALKS, np.uint64)
        packets = [
            Packet(at, 0, {"src": chance.randrange(40_000), "dst": 40_000 + chance.randrange(9), "proto": 6})
            for at in range(4000)
        ]
        question = packets[chance.randrange(4000)].fields
        packets.append(Packet(9999, 0, {**question, "src": question["dst"], "dst": question["src"]}))
        for packet in packets:
            reference.see(packet)
        words = np.array([conversation(packet) for packet in packets], np.uint64)
        found = bool(see_talks(words[:1000], seen)) or bool(see_talks(words[1000:], seen))
        assert found == reference.two_way
