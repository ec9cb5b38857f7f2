"""What can go wrong with an output is told in one line, and what was there before is still there."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_match import EXAMPLE, tracelore
from tests.results.making import content, longer_capture

FORMS = ("text", "ndjson", "csv", "eve", "parquet", "sqlite")


@pytest.fixture(autouse=True)
def _parquet_is_there() -> None:
    pytest.importorskip("pyarrow")


@pytest.mark.parametrize("form", FORMS)
def test_an_output_that_cannot_be_opened(form: str, tmp_path: Path) -> None:
    for out in (tmp_path / "no" / "such" / "folder", tmp_path):
        result = tracelore("match", "--format", form, "-o", out, EXAMPLE)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"tracelore: {out}")
        assert result.stderr.count("\n") == 1
        assert result.stdout == ""


@pytest.mark.parametrize("form", ["parquet", "sqlite"])
def test_a_format_that_needs_a_file(form: str) -> None:
    result = tracelore("match", "--format", form, EXAMPLE)
    assert result.exit_code == 2
    assert "--output FILE" in result.stderr


@pytest.mark.parametrize("words", [(), ("--format", "csv", "-o", "out.csv"), ("--format", "ndjson")])
def test_what_cannot_be_resumed(words: tuple[str, ...]) -> None:
    result = tracelore("match", "--resume", *words, EXAMPLE)
    assert result.exit_code == 2
    assert "--resume needs" in result.stderr


def test_other_peoples_files_are_left_alone(tmp_path: Path) -> None:
    text, other, newer = tmp_path / "notes.txt", tmp_path / "other.db", tmp_path / "newer.db"
    text.write_text("my notes, which are longer than the head of a database " * 3)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (id)")
    connection.close()
    tracelore("match", "--format", "sqlite", "-o", newer, EXAMPLE)
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for path, said in ((text, "no results database"), (other, "another program's"), (newer, "schema version 99")):
        before = path.read_bytes()
        result = tracelore("match", "--format", "sqlite", "-o", path, EXAMPLE)
        assert result.exit_code == 2
        assert said in result.stderr
        assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    out.touch()
    assert tracelore("match", "--format", "sqlite", "-o", out, EXAMPLE).exit_code == 0
    assert content(out)["events"]


def test_captures_are_never_written_over(tmp_path: Path) -> None:
    capture = longer_capture(tmp_path / "a.pcap", 1)
    before = capture.read_bytes()
    for words in (("-o", capture), ("--label-packets", capture), ("-o", "x.pcapng", "--label-packets", "x.pcapng")):
        result = tracelore("match", *words, capture)
        assert result.exit_code == 2
        assert "another file than the captures" in result.stderr
    assert capture.read_bytes() == before


def small_files() -> None:
    """A disk that is full after a few kilobytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))


def run(*words: object, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracelore", "match", *map(str, words)],
        capture_output=True, text=True, timeout=60, check=False, **more,  # type: ignore[call-overload]
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk(form: str, tmp_path: Path) -> None:
    capture, out = longer_capture(tmp_path / "a.pcap", 20), tmp_path / "out"
    if form != "sqlite":
        out.write_text("what was there before")
    result = run("--format", form, "-o", out, capture, preexec_fn=small_files)
    assert result.returncode in (1, 2)
    assert "Traceback" not in result.stderr
    assert "tracelore: " in result.stderr
    if form != "sqlite":
        assert out.read_text() == "what was there before"
    if form == "ndjson":  # what is complete is kept, to be resumed when there is room again
        assert run("--format", form, "-o", out, "--resume", capture).returncode == 0
        assert out.read_text() == tracelore("match", "--format", form, capture).stdout
    assert not Path(f"{out}.part").exists()


def test_labels_on_a_full_disk(tmp_path: Path) -> None:
    capture, out = longer_capture(tmp_path / "a.pcap", 20), tmp_path / "labels.pcapng"
    result = run("--label-packets", out, capture, preexec_fn=small_files)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.glob("labels*"))


def test_a_database_goes_on_when_there_is_room_again(tmp_path: Path) -> None:
    """The second capture did not fit: the first one is there, whole."""
    small, large = longer_capture(tmp_path / "a.pcap", 1), longer_capture(tmp_path / "b.pcap", 400)
    first, out, whole = tmp_path / "f.db", tmp_path / "r.db", tmp_path / "w.db"
    assert run("--format", "sqlite", "-o", first, small).returncode == 0
    room = first.stat().st_size + 100_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    failed = run("--format", "sqlite", "-o", out, small, large, preexec_fn=limit)
    assert (failed.returncode, "Traceback" in failed.stderr) == (1, False)
    assert len(content(out)["events"]) == 4
    assert run("--format", "sqlite", "-o", out, "--resume", small, large).returncode == 0
    assert run("--format", "sqlite", "-o", whole, small, large).returncode == 0
    assert whole.stat().st_size > room
    assert content(out) == content(whole)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "words", [("packets", EXAMPLE), ("show", "latency-probe-syn-ack"), ("search", "rst"), ("--help",)]
)
def test_every_command_says_that_there_is_no_room_for_its_output(words: tuple[object, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tracelore", *map(str, words)]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "tracelore: writing failed: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", ["text", "ndjson", "csv", "eve"])
def test_a_device_that_is_full(form: str) -> None:
    result = run("--format", form, "-o", "/dev/full", EXAMPLE)
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert "No space left" in result.stderr
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "tracelore", "match", "--format", form, str(EXAMPLE)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["text", "ndjson", "csv", "eve"])
def test_a_reader_that_has_enough(form: str, tmp_path: Path) -> None:
    """`| head -n 1` is no reason for a traceback."""
    capture = longer_capture(tmp_path / "a.pcap", 60)
    process = subprocess.Popen(
        [sys.executable, "-m", "tracelore", "match", "--format", form, str(capture), str(capture)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read().decode()
    process.stderr.close()
    process.wait(60)
    assert told == ""


def interrupt(*words: object) -> tuple[int, str]:
    """Press Ctrl-C as soon as the first capture is done."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tracelore", "match", "-v", *map(str, words)], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    told = process.stderr.readline()
    os.kill(process.pid, signal.SIGINT)
    told += process.communicate(timeout=60)[1]
    return process.returncode, told


@pytest.mark.parametrize("form", FORMS)
def test_the_user_has_enough(form: str, tmp_path: Path) -> None:
    """What was done is kept, and the exit status is the shell's."""
    captures = [longer_capture(tmp_path / f"{number}.pcap", 1 if number == 0 else 3_000) for number in range(2)]
    out = tmp_path / "out"
    status, told = interrupt("--format", form, "-o", out, *captures)
    assert (status, "Traceback" in told) == (130, False)
    kept = out if form == "sqlite" else Path(f"{out}.part")
    assert str(kept) in told
    if form == "sqlite":
        assert [row for row in content(out)["runs"] if "interrupted" in row]
        assert len(content(out)["events"]) == 4
    elif form == "parquet":
        import pyarrow.parquet

        assert pyarrow.parquet.read_table(kept).num_rows == 4
    else:
        assert "latency-probe-syn-ack" in kept.read_text()
    assert kept == out or not out.exists()


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pcap"))
    odd.write_bytes(EXAMPLE.read_bytes())
    for form in FORMS:
        result = tracelore("match", "--format", form, "-o", tmp_path / f"out.{form}", odd)
        assert result.exit_code == 0, (form, result.output)
    assert rb"caf\\udce9" in (tmp_path / "out.ndjson").read_bytes()


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = tracelore("match", "--format", "parquet", "-o", tmp_path / "x", EXAMPLE)
    assert result.exit_code == 2
    assert "pip install 'tracelore[parquet]'" in result.stderr
    assert not list(tmp_path.iterdir())
