"""`tracelore explain` as people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.explaining.building import SCAN, explain, syns
from tracelore.cli import main
from tracelore.explaining import asking

EXAMPLE = Path(__file__).parents[2] / "examples" / "odd-packets.pcap"
NEAR = """\
05:23:07.968535 victim.isp.net.22 > spoofed.ip.one.10180: R 0:0(0) ack 2 win 0 (ttl 53, id 57295)
05:23:09.968535 victim.isp.net.22 > spoofed.ip.one.10181: R 0:0(0) ack 2 win 0 (ttl 53, id 57296)
"""


@pytest.fixture
def near(tmp_path: Path) -> Path:
    path = tmp_path / "near.txt"
    path.write_text(NEAR)
    return path


def record(*words: object) -> dict:
    result = explain(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_packet_condition_by_condition(near: Path) -> None:
    result = explain(near, "--frame", 1)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("frame 1: 05:23:07.968535")
    assert any(line.startswith("in an event of unsolicited-rst-ack") for line in lines)
    assert any(line.startswith("comes near to backscatter-rst-ack-1") for line in lines)
    assert "    no        ack == 1                              2" in lines


def test_the_event_of_a_packet_and_who_explains_it_better() -> None:
    run = CliRunner().invoke(main, ["match", "--format", "ndjson", "--evidence", "1000", "--all", str(EXAMPLE)])
    reported = [json.loads(line) for line in run.stdout.splitlines()]
    frame = max(one["frame"] for each in reported for one in each["evidence"])
    expected = {each["signature"] for each in reported if frame in [one["frame"] for one in each["evidence"]]}
    found = record(EXAMPLE, "--frame", frame)["events"]
    assert expected <= {each["signature"] for each in found}
    for standing in found:
        also = [each["also"] for each in reported if each["signature"] == standing["signature"]]
        assert not standing["leading"] or standing["leading"] in also


def test_what_nearly_was_an_event(near: Path) -> None:
    result = explain(near)
    assert result.stdout.startswith("2 packets, no event\n")
    assert "  differs packet answer: `ack == 1`: ack 2 (frames 1-2)" in result.stdout
    first = record(near)["near"][0]
    assert first["signature"] == "backscatter-rst-ack-1"
    ((obstacle,),) = first["differs"]
    assert (obstacle["kind"], obstacle["condition"], obstacle["frames"]) == ("packet", "ack == 1", [1, 2])
    assert obstacle["has"] == {"condition": "ack == 1", "holds": "no", "values": {"ack": 2}, "parts": []}


def test_one_signature_alone(near: Path) -> None:
    found = record(near, "--signature", "backscatter-rst-ack")
    (only,) = found["near"]
    assert only["differs"][0][0]["words"] == "having `count(answer) >= 3`: 2 of 3 (frames 1-2)"
    assert [observed["signature"] for observed in only["observed"]] == ["unsolicited-rst-ack"]


def test_text_and_capture_files_alike(tmp_path: Path) -> None:
    from scapy.layers.inet import IP, TCP
    from scapy.utils import PcapNgWriter, PcapWriter

    (tmp_path / "scan.sig").write_text(SCAN)
    (tmp_path / "scan.txt").write_text(syns(*((float(at), "192.0.2.1", 20 + at) for at in range(4))))
    frames = [IP(src="192.0.2.1", dst="198.51.100.7", id=1) / TCP(sport=40000, dport=20 + at) for at in range(4)]
    for at, frame in enumerate(frames):
        frame.time = 36_000 + at
    for name, writer in (("scan.pcap", PcapWriter), ("scan.pcapng", PcapNgWriter)):
        with writer(str(tmp_path / name)) as file:
            for frame in frames:
                file.write(frame)
    said = [
        record(tmp_path / name, "--signatures", tmp_path / "scan.sig", "--signature", "slow-scan")["near"][0]
        for name in ("scan.txt", "scan.pcap", "scan.pcapng")
    ]
    assert said[0]["differs"][0][0]["words"] == "having `distinct(probe.dport) >= 10`: 4 of 10 (frames 1-4)"
    assert said[0]["differs"] == said[1]["differs"] == said[2]["differs"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--frame", 3], "there is no frame 3: the capture has 2 packets"),
        (["--frame", 0], "0 is not in the range"),
        (["--signature", "backscater-rst"], "there is no signature 'backscater-rst'. Did you mean backscatter-rst"),
        (["--home", "elsewhere"], "--home"),
    ],
)
def test_errors_say_what_is_wrong(near: Path, words: list[object], said: str) -> None:
    result = explain(near, *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken.sig").write_text("signature x {")
    (tmp_path / "binary").write_bytes(b"\0\1\2")
    assert explain(tmp_path / "missing.pcap").exit_code == 2
    assert explain(tmp_path / "binary").exit_code == 2
    assert explain(EXAMPLE, "--signatures", tmp_path / "broken.sig").exit_code == 1


def test_a_damaged_capture_is_explained_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "cut.pcap").write_bytes(EXAMPLE.read_bytes()[:-5])
    result = explain(tmp_path / "cut.pcap", "--frame", 1)
    assert result.exit_code == 3
    assert result.stdout.startswith("frame 1: ")
    assert "damaged" in result.stderr


def test_a_large_capture_is_looked_at_around_the_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_PACKETS", 8)
    (tmp_path / "scan.sig").write_text(SCAN)
    (tmp_path / "scan.txt").write_text(syns(*((float(at), "192.0.2.1", 20 + at) for at in range(40))))
    result = explain(tmp_path / "scan.txt", "--signatures", tmp_path / "scan.sig", "--frame", 20)
    assert "8 of 10" in result.stdout
    assert "(only the 8 packets around the frame were looked at)" in result.stdout
    whole = explain(tmp_path / "scan.txt", "--signatures", tmp_path / "scan.sig")
    assert "(only the 8 packets at the beginning were looked at)" in whole.stdout


def test_traces_that_do_not_do_what_they_should_are_explained_in_the_same_words(tmp_path: Path) -> None:
    trace = syns(*((float(at), "192.0.2.1", 20 + at) for at in range(4)))
    item = f'  trace "four ports" synthetic expect match """\n{trace}"""\n}}\n'
    path = tmp_path / "scan.sig"
    path.write_text(SCAN.rstrip().removesuffix("}") + item)
    failed = CliRunner().invoke(main, ["test", str(path)])
    assert failed.exit_code == 1
    assert "differs having `distinct(probe.dport) >= 10`: 4 of 10 (frames 1-4)" in failed.stdout
    path.write_text(path.read_text().replace(">= 10", ">= 4").replace("expect match", "expect no-match"))
    other = CliRunner().invoke(main, ["test", str(path)])
    assert "it should not match, and does" in other.stdout
    assert "yes       distinct(probe.dport) >= 4  4" in other.stdout
