"""A scanner that the knowledge base does not know, in ordinary traffic of a hundred times its size."""

from __future__ import annotations

import json
import shlex
from functools import cache
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from matcher import MatchOptions, compile_signatures, run
from matcher.capture import open_capture
from matcher.packet import Packet
from sigdsl import load_text
from sigdsl.model import Signature
from tests.catalogue.tables import CAPTURES
from tests.catalogue.tables import ordinary as ordinary_captures
from tests.drafting import scanners, traffic
from tests.drafting.traffic import Probe
from tests.shared import needs_shared
from tracelore.catalogue import from_knowledge_base
from tracelore.cli import main
from tracelore.drafting.draft import draft
from tracelore.drafting.selection import select, where
from tracelore.drafting.text import Origin
from tracelore.drafting.triage import Finding, explained_by, triage, unexplained

SCAN = 40
# Real captures small enough to be triaged in a few seconds; a scanner of a hundredth of their size is mixed in.
SKYPE = "lucaderi+sgr/2011-2020/2012/mariti/deviceTester/trunk/captures/SkypeIRC.cap"
REAL = (
    (SKYPE, traffic.window_and_xor), (SKYPE, scanners.number_in_a_syn), (SKYPE, scanners.datagram_with_header),
    ("ntop+nDPI/tests/cfgs/default/pcap/KakaoTalk_talk.pcap", traffic.window_and_xor),
    ("ntop+nDPI/tests/cfgs/default/pcap/gnutella.pcap", scanners.datagram_over_ip6),
    ("seladb+PcapPlusPlus/Tests/ExamplesTest/pcap_examples/tls2.pcap", traffic.window_and_xor),
)  # fmt: skip


@cache
def everyday(seed: int) -> tuple[Packet, ...]:
    return tuple(traffic.packets_of(traffic.ordinary(Random(seed), 100 * SCAN)))


def scanned(seed: int, probe: Probe, count: int = SCAN, pause: float = 0.5) -> list[Packet]:
    return traffic.packets_of(traffic.scan(Random(seed), count, probe, pause=pause))


@cache
def catalogue() -> object:
    return compile_signatures(from_knowledge_base().signatures)


def findings(packets: list[Packet]) -> tuple[Finding, ...]:
    result = run(catalogue(), packets, MatchOptions(labels=True, evidence=1))  # type: ignore[arg-type]
    explained = explained_by(result, from_knowledge_base().signatures)
    return triage(unexplained(packets, explained), "day.pcap", []).findings


def drafted(finding: Finding, packets: list[Packet]) -> Signature:
    """What the command line of a finding makes."""
    words = shlex.split(finding.command)
    assert words[:4] == ["tracelore", "draft", "day.pcap", "--where"], finding.command
    selected = select(packets, where(words[4]), None, rest=True)
    origin = Origin("draft", "day.pcap", len(packets))
    return draft(selected.packets, selected.rest, origin, selected.speakers).signature


def in_events(signature: Signature, packets: list[Packet]) -> set[int]:
    result = run(compile_signatures([signature]), packets, MatchOptions(labels=True))
    return {frame for frames in (result.labels or {}).values() for frame in frames}


def is_the_scanner(packet: Packet) -> bool:
    source = packet.get("src")
    return isinstance(source, int) and (source & 0xFFFFFFFF) >> 8 == 0xCB0071


def check(
    then: tuple[Packet, ...], later: tuple[Packet, ...], probe: Probe, count: int = SCAN, pause: float = 0.5
) -> None:
    """The scanner is in the first three groups; its draft finds all of it in a second capture, and nothing else."""
    packets = traffic.mixed(then, scanned(1, probe, count, pause))
    first = findings(packets)[:3]
    caught = [finding for finding in first if all(map(is_the_scanner, finding.group.shape.packets))]
    assert caught, [finding.where for finding in first]
    assert len(caught[0].group.shape.packets) == count
    second = traffic.mixed(later, scanned(2, probe, count, pause))
    found = in_events(drafted(caught[0], packets), second)
    assert found == {packet.frame for packet in second if is_the_scanner(packet)}


@pytest.mark.parametrize(("probe", "pause"), scanners.KINDS, ids=lambda part: getattr(part, "__name__", str(part)))
def test_an_unknown_scanner_is_found_and_found_again(probe: Probe, pause: float) -> None:
    check(everyday(1), everyday(2), probe, pause=pause)


@needs_shared
@pytest.mark.parametrize(("name", "probe"), REAL, ids=lambda part: getattr(part, "__name__", Path(str(part)).name))
def test_an_unknown_scanner_is_found_in_real_traffic(name: str, probe: Probe) -> None:
    assert name in {row.capture for row in ordinary_captures()}
    with open_capture(str(CAPTURES / name)) as capture:
        real = tuple(capture.packets)
    check(real, real, probe, len(real) // 100)


def test_the_commands_work_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`triage --format json` names a command; what that drafts passes `check` and `test` and finds the scanner."""
    monkeypatch.chdir(tmp_path)
    frames = traffic.ordinary(Random(3), 2000) + traffic.scan(Random(4), 20, traffic.window_and_xor)
    traffic.write_pcap(tmp_path / "day one.pcap", frames)
    told = CliRunner().invoke(main, ["triage", "day one.pcap", "--format", "json"])
    assert told.exit_code == 0, told.output
    result = json.loads(told.stdout)
    assert result["packets"] == 2020
    command = shlex.split(result["groups"][0]["draft"])
    made = CliRunner().invoke(main, [*command[1:], "--name", "odd-syn", "-o", "odd.sig"])
    assert made.exit_code == 0, made.output
    assert not load_text(Path("odd.sig").read_text("utf-8")).errors
    tested = CliRunner().invoke(main, ["test", "odd.sig"])
    assert "1 passed" in tested.output
    found = CliRunner().invoke(main, ["match", "day one.pcap", "-s", "odd.sig", "--format", "ndjson"])
    (event,) = (json.loads(line) for line in found.stdout.splitlines())
    assert (event["signature"], event["packets"]) == ("odd-syn", 20)


def test_the_table_names_each_groups_command(tmp_path: Path) -> None:
    path = traffic.write_pcap(tmp_path / "scan.pcap", traffic.scan(Random(5), 20, traffic.window_and_xor))
    told = CliRunner().invoke(main, ["triage", str(path)])
    assert told.exit_code == 0, told.output
    assert "20 of 20 packets are in no event" in told.stdout
    assert f"tracelore draft {path} --where" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["triage", "-"], "must be a file"), (["triage", "missing.pcap"], "there is no such file")],
)
def test_what_cannot_be_triaged_is_told(arguments: list[str], message: str) -> None:
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 2
    assert message in told.stderr


def test_ordinary_traffic_has_nothing_as_strange() -> None:
    """The strangest group of ordinary traffic is far below a scanner of a hundredth of its size."""
    alone = findings(list(everyday(1)))
    scanned_too = findings(traffic.mixed(everyday(1), scanned(1, traffic.relation_alone)))
    assert 3 * alone[0].score < scanned_too[0].score


def test_numbers_within_connections_are_no_mark() -> None:
    """Acknowledgments and identifications of a connection depend on each other; groups stay few and whole."""
    assert len(findings(list(everyday(2)))) < 20
