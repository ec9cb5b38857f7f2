"""Synthetic signatures and rules ask for the same packets."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.frames import Frames, Ip, Segment, tcp
from benchmarks.probes import Probe, probes
from benchmarks.synthetic import by_source, stateless
from matcher import compile_signatures, run
from matcher.decode import decode
from matcher.formats import ReadReport, Record

PROBES = probes(48)
PROGRAM = compile_signatures(stateless(len(PROBES)))


def frame_of(probe: Probe) -> Frames:
    """A packet as the probe wants it."""
    values = {"seq": 5, "ack": 5, "id": 5, "window": 5, "sport": 5, "dport": 5}
    values |= {probe.field: probe.value, probe.side: probe.port}
    ip = Ip(np.array([1]), np.array([2]), 64 if probe.ttl is None else probe.ttl + 1, values["id"])
    ports, numbers = (values["sport"], values["dport"]), (values["seq"], values["ack"], values["window"])
    return tcp(ip, Segment(*ports, probe.flags, *numbers))


def found(frames: Frames) -> list[str]:
    packet = decode(Record(1, 0, frames.shape[1], frames[0].tobytes(), 1), ReadReport())
    return [event.signature for event in run(PROGRAM, [packet]).events]


@pytest.mark.parametrize("probe", PROBES, ids=str)
def test_a_signature_matches_its_packet_alone(probe: Probe) -> None:
    assert found(frame_of(probe)) == [f"synthetic-{probe.number}"]
    assert found(frame_of(replace(probe, value=probe.value ^ 1))) == []
    assert found(frame_of(replace(probe, port=probe.port ^ 1))) == []
    if probe.ttl is not None:
        assert found(frame_of(replace(probe, ttl=probe.ttl - 1))) == []


def test_fewer_probes_are_the_first_of_more() -> None:
    assert probes(10) == PROBES[:10]
    assert len({(probe.field, probe.value, probe.port) for probe in probes(1_000)}) == 1_000


@pytest.mark.parametrize("probe", PROBES, ids=str)
def test_a_rule_says_the_same(probe: Probe) -> None:
    rule = probe.rule()
    source, target, options = re.fullmatch(r"alert tcp any (\S+) -> any (\S+) \((.+)\)", rule).groups()  # type: ignore[union-attr]
    assert (source, target) == ((str(probe.port), "any") if probe.side == "sport" else ("any", str(probe.port)))
    assert f" {probe.field}:{probe.value};" in options
    assert f" flags:{probe.letters},PU12;" in options
    assert (f" ttl:>{probe.ttl};" in options) == (probe.ttl is not None)


def test_every_syn_is_an_observation_of_its_source() -> None:
    frames = tcp(Ip(np.array([7]), np.array([2])), Segment(1, 2, flags=2))
    packet = decode(Record(1, 0, frames.shape[1], frames[0].tobytes(), 1), ReadReport())
    program = compile_signatures([by_source()])
    assert [event.packets for event in run(program, [packet] * 30).events] == [30]
    assert not run(program, [packet] * 29).events
