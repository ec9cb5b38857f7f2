"""`tracelore draft`: what is selected, what a baseline takes away, what is told of faults."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from matcher.packet import Packet
from sigdsl import load_text
from sigdsl.format_expr import format_expr
from tests.drafting import traffic
from tracelore.cli import main
from tracelore.drafting.draft import DraftError, draft
from tracelore.drafting.selection import SelectionError, Thinned, frames_of, where
from tracelore.drafting.text import Origin

TOP = Path(__file__).resolve().parents[2]
ODD = str(TOP / "examples" / "odd-packets.pcap")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["draft", *arguments])


def conditions(text: str) -> set[str]:
    loaded = load_text(text)
    assert not loaded.errors, loaded.drawn()
    return {format_expr(each) for pattern in loaded.signatures[0].patterns for each in pattern.conditions}


@pytest.fixture
def capture(tmp_path: Path) -> str:
    chance = Random(7)
    frames = traffic.ordinary(chance, 1500) + traffic.scan(chance, 30, traffic.window_and_xor)
    return str(traffic.write_pcap(tmp_path / "day.pcap", frames))


def test_a_condition_selects(capture: str) -> None:
    told = run(capture, "--where", "tcp; window == 1337", "--name", "xor-scan")
    assert told.exit_code == 0, told.output
    assert "# Drafted from 30 of 1,530 packets" in told.stdout
    assert "signature xor-scan {" in told.stdout
    assert {"window == 1337", "seq == dst ^ 0x5eedf00d"} <= conditions(told.stdout)


def test_a_baseline_takes_away_what_is_common(capture: str) -> None:
    alone = run(capture, "--where", "window == 1337").stdout
    compared = run(capture, "--where", "window == 1337", "--baseline", capture).stdout
    assert "tos == 0" in conditions(alone)
    assert "tos == 0" not in conditions(compared)
    assert "common: baseline" in compared
    assert "window == 1337  # 30 of 30, 12 bits, baseline 0 of " in compared


def test_frames_select(tmp_path: Path) -> None:
    told = run(ODD, "--frames", "1, 3-4", "-o", str(tmp_path / "some.sig"))
    assert (told.exit_code, told.stdout) == (0, "")
    assert "# Drafted from 3 of 67 packets" in (tmp_path / "some.sig").read_text("utf-8")


def test_the_payload_is_asked_for_and_shown(tmp_path: Path) -> None:
    path = traffic.write_pcap(tmp_path / "udp.pcap", traffic.scan(Random(3), 20, traffic.datagrams))
    text = run(str(path)).stdout
    assert "payload starts |00 01 70 72 6f 62 65 21|" in conditions(text)
    assert "0x0010:" in text  # the trace has the bytes that its lines do not show


def test_answers_are_unasked_where_nothing_in_the_capture_asked(tmp_path: Path) -> None:
    frames = traffic.ordinary(Random(8), 3000)
    victim = Counter(frame[12:16] for _, frame in frames if frame[9] == 6 and frame[33] == 0x12).most_common(1)[0][0]
    alone = [each for each in frames if each[1][12:16] == victim]
    answers = "flags == SYN|ACK; src == " + ".".join(map(str, victim))
    asked = run(str(traffic.write_pcap(tmp_path / "whole.pcap", frames)), "--where", answers)
    unasked = run(str(traffic.write_pcap(tmp_path / "alone.pcap", alone)), "--where", answers)
    assert "packet request" not in asked.stdout
    assert "count(request) == 0" in unasked.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--where", "tcp; sprt == 5"], 2, "did you mean `sport`"),
        (["--where", "tcp; flags = SYN"], 2, "equality is written `==`"),
        (["--where", "tcp } packet other { udp"], 2, "only conditions can stand here"),
        (["--where", "from responder"], 2, "has no condition"),
        (["--where", ""], 2, "has no condition"),
        (["--frames", "5-2"], 2, "from low to high"),
        (["--frames", "1,x"], 2, "no frame number"),
        (["--frames", "9000"], 1, "none of its 67 packets is meant"),
        (["--name", "Not A Slug"], 2, "small letters"),
        (["--baseline", "missing.pcap"], 2, "missing.pcap"),
        (["-o", "no/such/folder/x.sig"], 1, "cannot be written"),
        (["-o", ODD], 2, "would replace a capture"),
    ],
)
def test_faults_are_told(arguments: list[str], status: int, message: str) -> None:
    told = run(ODD, *arguments)
    assert told.exit_code == status, told.output
    assert message in told.stderr
    assert "Traceback" not in told.output


def test_packets_that_show_nothing_are_left_out() -> None:
    """Of one packet only the addresses were captured, and nothing that tells it from others."""
    scan = traffic.scan(Random(4), 5, traffic.window_and_xor)
    bare = [Packet(6, 10**18, {"src": 0x2D000001, "dst": 0x2E000002})]
    with pytest.raises(DraftError, match="show too little"):
        draft(bare, (), Origin("draft", "bare.pcap", 1))
    made = draft([*traffic.packets_of(scan), *bare], (), Origin("draft", "some.pcap", 6))
    assert [pattern.name for pattern in made.signature.patterns] == ["syn"]
    assert made.matched == 5


def test_a_fault_points_into_what_was_written() -> None:
    with pytest.raises(SelectionError, match=r"--where:1:6"):
        where("tcp; sprt == 5")


def test_frames_are_ranges_with_both_ends() -> None:
    assert frames_of("7,1-3") == ((1, 3), (7, 7))


def test_thinning_keeps_packets_of_the_whole_capture() -> None:
    kept = Thinned(most=10)
    for packet in traffic.packets_of(traffic.ordinary(Random(2), 1000)):
        kept.add(packet)
    frames = [packet.frame for packet in kept.packets]
    assert len(frames) <= 10
    assert frames[0] == 1
    assert frames[-1] > 800
    assert kept.seen == 1000


@pytest.mark.parametrize("command", ["draft", "triage"])
def test_help_has_examples(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"])
    assert "Examples:" in told.stdout
    assert f"tracelore {command} day.pcap" in told.stdout
