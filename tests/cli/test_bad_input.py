"""Bad input is ordinary input: a message says what is wrong and where, the rest is done, the exit status tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_match import EXAMPLE, PROBE, events, tracelore


@pytest.fixture
def probe(tmp_path: Path) -> Path:
    path = tmp_path / "probe.txt"
    path.write_text(PROBE)
    return path


def test_a_truncated_capture_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    result = tracelore("match", cut)
    assert result.exit_code == 3
    assert "66 packets read" in result.output
    assert "damaged: " in result.output
    assert "record 67" in result.output
    assert "backscatter-ack-674719802" in result.output


def test_ndjson_stays_clean_when_the_input_is_damaged(tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    result = tracelore("match", "--format", "ndjson", cut)
    assert result.exit_code == 3
    assert events(result)
    assert "damaged: " in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.pcap", b"", "is empty"),
        ("notes.txt", b"dear diary,\ntoday nothing happened\n", "not as tcpdump prints packets"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(200), "in no format known here"),
    ],
)
def test_a_file_that_is_no_capture(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = tracelore("match", path)
    assert result.exit_code == 2
    assert name in result.stderr
    assert said in result.stderr


def test_an_empty_folder_and_a_missing_file(tmp_path: Path) -> None:
    result = tracelore("match", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path} is a folder without captures" in result.stderr
    result = tracelore("match", tmp_path / "missing.pcap")
    assert result.exit_code == 2
    assert "no such file" in result.stderr


def test_what_can_be_read_is_read(tmp_path: Path, probe: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = tracelore("match", "--format", "ndjson", tmp_path / "missing.pcap", tmp_path / "empty", probe)
    assert result.exit_code == 3
    assert [event["signature"] for event in events(result)] == ["latency-probe-syn-ack"]
    assert result.stderr.count("tracelore: ") == 2


def test_a_misprinted_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "trace.txt"
    path.write_text(
        "10:20:52.097570 a.com.21 > b.org.1485: R 0:0(0) ack 674719802 win 0 (ttl 50, id 1034)\n"
        "10:25:43.004888 a.com.53 > b.org.1485: R 0:0(0) ack 674719802 win (ttl 50, id 43626)\n"
    )
    result = tracelore("match", path)
    assert result.exit_code == 0
    assert "line 2" in result.output
    assert "2 packets" in result.output


def test_a_signature_file_with_ten_faults_tells_them_all(tmp_path: Path) -> None:
    path = tmp_path / "ten.sig"
    path.write_text(
        """signature ten-faults {
  title "one"
  title "two"
  verdict evil
  severityy high
  packet one { tcp; flag == SYN; dport == 70000 }
  packet one { udp; seq == 1 }
  packet three { tcp; ttl has "x" }
  event by icmp.type gap 60s having distinct(dst) > count(two) and count(thre) >= 1
  observe nothing-at-all as other
  trace "x" observed expect match "never closed
}
"""
    )
    result = tracelore("check", path)
    assert result.exit_code == 1
    codes = {line.split("[")[1][:4] for line in result.stderr.splitlines() if line.startswith("error[")}
    assert {"E103", "E104", "E106", "E108", "E200", "E201", "E202", "E300", "E301", "E400", "E500"} <= codes
    assert result.stderr.count("error[") >= 10
    assert "Traceback" not in result.output


def test_a_signature_file_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.sig"
    latin.write_bytes(b'signature a { title "caf\xe9" }')
    large = tmp_path / "large.sig"
    large.write_bytes(b"#" * (1 << 20) + b"\n")
    result = tracelore("check", latin, large, tmp_path / "missing.sig")
    assert result.exit_code == 1
    for code, name in (("E100", "latin.sig"), ("E900", "large.sig"), ("E109", "missing.sig")):
        assert code in result.stderr
        assert name in result.stderr


def test_a_missing_knowledge_base_is_told(tmp_path: Path) -> None:
    result = tracelore("show", "anything", "--kb", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "none.db" in result.stderr


def test_control_characters_of_a_trace_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "trace.txt"
    path.write_bytes(b"10:20:52.097570 a\x1b[31mb.com.21 > b.org.1485: R 0:0(0) ack 674719802 win 0\n")
    for form in ("text", "ndjson"):
        assert "\x1b" not in tracelore("match", "--format", form, path).stdout
    assert "\x1b" not in json.dumps(str(tracelore("match", path).stdout))
