"""What `match` and `packets` read: folders, several captures, all as one, and a file that is still being written."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from matcher.formats import growing
from tests.cli.test_match import EXAMPLE, PROBE, events, tracelore
from tests.results.making import longer_capture
from tracelore.executors import EXECUTORS
from tracelore.results.job import Found, Job

HEAD = 24  # bytes of a pcap file before its records


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three captures, named against the order of time, beside what is none."""
    folder = tmp_path / "day"
    (folder / "late").mkdir(parents=True)
    longer_capture(folder / "b.pcap", 1)
    longer_capture(folder / "a.pcap", 1, 86_400)
    (folder / "late" / "probe").write_text(PROBE)
    (folder / "notes.txt").write_text("nothing to see here\n")
    return folder


def captures(result: Result) -> list[str]:
    """The captures of the events, in their order."""
    return list(dict.fromkeys(Path(event["capture"]).name for event in events(result)))


def test_a_folder_is_read_in_the_order_of_time(folder: Path) -> None:
    result = tracelore("match", "--format", "ndjson", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert captures(result) == ["probe", "b.pcap", "a.pcap"]
    verbose = tracelore("match", "--format", "ndjson", "-v", folder)
    assert "done: 3 captures, 9 events, 1 files are no captures" in verbose.stderr


def test_named_captures_are_read_in_the_order_of_time(folder: Path) -> None:
    result = tracelore("match", "--format", "ndjson", folder / "a.pcap", folder / "b.pcap")
    assert captures(result) == ["b.pcap", "a.pcap"]


def test_packets_of_a_folder(folder: Path) -> None:
    result = tracelore("packets", "--fields", "src", folder)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 2 + 67 + 67
    assert [row["time_ns"] for row in rows] == sorted(row["time_ns"] for row in rows)
    assert tracelore("packets", folder / "late" / "none").exit_code == 2


def test_an_output_in_the_folder_does_not_replace_a_capture(folder: Path) -> None:
    before = (folder / "a.pcap").read_bytes()
    result = tracelore("match", "-o", folder / "a.pcap", folder)
    assert result.exit_code == 2
    assert "another file than the captures" in result.stderr
    assert (folder / "a.pcap").read_bytes() == before
    assert tracelore("match", "--format", "ndjson", "-o", folder / "out.ndjson", folder).exit_code == 0


def test_a_file_that_is_no_capture_is_not_replaced_either(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("precious")
    assert tracelore("match", "-o", notes, notes, EXAMPLE).exit_code == 2
    assert notes.read_text() == "precious"


def test_a_run_over_a_folder_can_be_resumed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    assert tracelore("match", "--format", "sqlite", "-o", out, folder).exit_code == 0
    longer_capture(folder / "c.pcap", 1, 2 * 86_400)
    again = tracelore("match", "--format", "sqlite", "-o", out, "--resume", "-v", folder)
    assert "1 captures, 4 events, 3 were done before" in again.stderr


# --- as one ----------------------------------------------------------------------------------------------------------


def halves(tmp_path: Path) -> tuple[Path, Path]:
    """The example dealt out to two sensors, a packet to each in turn."""
    data = EXAMPLE.read_bytes()
    sides, at, turn = [bytearray(data[:HEAD]), bytearray(data[:HEAD])], HEAD, 0
    while at < len(data):
        (caplen,) = struct.unpack_from("<I" if data[0] in (0xD4, 0x4D) else ">I", data, at + 8)
        sides[turn] += data[at : at + 16 + caplen]
        at, turn = at + 16 + caplen, 1 - turn
    paths = tmp_path / "left.pcap", tmp_path / "right.pcap"
    for path, side in zip(paths, sides, strict=True):
        path.write_bytes(side)
    return paths


def test_merged_captures_give_what_one_would_have_given(tmp_path: Path) -> None:
    left, right = halves(tmp_path)
    whole = events(tracelore("match", "--format", "ndjson", EXAMPLE))
    merged = tracelore("match", "--format", "ndjson", "--merge", "-v", right, left)
    assert merged.exit_code == 0
    assert [event["id"] for event in events(merged)] == [event["id"] for event in whole]
    assert {event["capture"] for event in events(merged)} == {f"{left} + {right}"}
    assert "merged, 67 packets" in merged.stderr
    apart = events(tracelore("match", "--format", "ndjson", right, left))
    assert {event["id"] for event in apart} != {event["id"] for event in whole}


def test_the_account_of_merged_captures_is_that_of_all(tmp_path: Path) -> None:
    left, right = halves(tmp_path)
    left.write_bytes(left.read_bytes()[:-5])
    result = tracelore("match", "--merge", left, right, tmp_path / "missing.pcap")
    assert result.exit_code == 3
    assert "66 packets read" in result.output
    assert f"damaged: {left}: pcap ends inside record 34" in result.output
    assert "no such file" in result.stderr
    nothing = tracelore("match", "--merge", tmp_path / "missing.pcap")
    assert (nothing.exit_code, nothing.stdout) == (2, "")


@pytest.mark.parametrize(
    "words",
    [("--resume", "--format", "ndjson", "-o", "out"), ("--label-packets", "out.ndjson"), ("--follow",)],
)  # fmt: skip
def test_what_does_not_go_with_merging(words: tuple[str, ...]) -> None:
    result = tracelore("match", "--merge", *words, EXAMPLE)
    assert result.exit_code == 2
    assert words[0] in result.stderr


# --- while it is written ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("executor", EXECUTORS)
def test_following_ends_when_the_file_is_idle(executor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growing, "_POLL", 0.01)
    plain = tracelore("match", "--format", "ndjson", EXAMPLE)
    words = ("--follow", "--idle", "0.05", "--executor", executor)
    followed = tracelore("match", "--format", "ndjson", *words, EXAMPLE)
    assert followed.exit_code == 0
    assert followed.stdout == plain.stdout


@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_cut_record_of_a_file_that_is_written_is_no_damage(executor: str, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    assert tracelore("match", "--follow", "--idle", "0", "--executor", executor, cut).exit_code == 0
    assert tracelore("match", "--executor", executor, cut).exit_code == 3


@pytest.mark.parametrize(("data", "first"), [(EXAMPLE.read_bytes(), 3000), (PROBE.encode() * 20, 8 * len(PROBE))])
def test_what_was_written_since_has_no_label(
    data: bytes, first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Labels are written after the following has ended; the file may go on."""
    path, labels = tmp_path / "growing", tmp_path / "labels.ndjson"
    path.write_bytes(data[:first])
    match = Job.match

    def and_more(job: Job, *capture: Any) -> Found:
        found = match(job, *capture)
        path.write_bytes(data)
        return found

    monkeypatch.setattr(Job, "match", and_more)
    words = ("--follow", "--idle", "0", "--executor", "reference", "--label-packets", labels)
    assert tracelore("match", *words, path).exit_code == 0
    read = tracelore("packets", path).stdout.count("\n")
    assert 10 < labels.read_text().count("\n") < read


@pytest.mark.parametrize("executor", EXECUTORS)
def test_following_ends_with_an_interrupt_and_reports(executor: str, tmp_path: Path) -> None:
    """What is written after the start is in the report, and Ctrl-C is how it is asked for."""
    path = tmp_path / "growing.pcap"
    data = EXAMPLE.read_bytes()
    path.write_bytes(data[:2000])
    process = subprocess.Popen(
        [sys.executable, "-m", "tracelore", "match", "-q", "--follow", "--executor", executor, "--format", "ndjson",
         str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    time.sleep(2)
    with path.open("ab") as stream:
        stream.write(data[2000:])
    time.sleep(1)
    os.kill(process.pid, signal.SIGINT)
    printed, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "")
    whole = events(tracelore("match", "--format", "ndjson", EXAMPLE))
    assert [json.loads(line)["id"] for line in printed.splitlines()] == [event["id"] for event in whole]


@pytest.mark.parametrize(
    "words", [("--follow", EXAMPLE, EXAMPLE), ("--idle", "1", EXAMPLE), ("--follow", "--idle", "-1", EXAMPLE)]
)
def test_what_cannot_be_followed(words: tuple[object, ...]) -> None:
    assert tracelore("match", *words).exit_code == 2


def test_a_folder_or_a_missing_file_is_not_followed(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "is a folder"), (tmp_path / "none", "no such file")):
        result = tracelore("match", "--follow", "--idle", "0", path)
        assert result.exit_code == 2
        assert said in result.stderr
