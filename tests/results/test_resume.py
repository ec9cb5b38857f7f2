"""A killed run goes on where it was: nothing is lost, nothing is there twice."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_match import EXAMPLE, tracelore
from tests.results.making import content, longer_capture

KILLED = 5


@pytest.fixture(scope="module")
def captures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("captures")
    return [longer_capture(folder / f"{number}.pcap", 8 + number, number) for number in range(6)]


def command(form: str, out: Path, captures: list[Path], *more: str) -> list[str]:
    return [sys.executable, "-m", "tracelore", "match", "--format", form, "-o", str(out), *more, *map(str, captures)]


def kill_and_resume(form: str, out: Path, captures: list[Path], seed: int, lasts: float) -> int:
    """Run until it is done, killing it at random moments. Returns how often it was killed."""
    chance = random.Random(seed)
    killed = 0
    while True:
        process = subprocess.Popen(command(form, out, captures, "--resume"), stderr=subprocess.PIPE)
        if killed < KILLED:
            time.sleep(lasts * chance.uniform(0.2, 0.9))
            os.kill(process.pid, signal.SIGKILL)
        _, told = process.communicate(timeout=120)
        if process.returncode == 0:
            return killed
        assert process.returncode == -signal.SIGKILL, told
        killed += 1


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("form", ["sqlite", "ndjson"])
def test_kill_at_random_moments(form: str, seed: int, captures: list[Path], tmp_path: Path) -> None:
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    begun = time.monotonic()
    subprocess.run(command(form, whole, captures), check=True)
    lasts = time.monotonic() - begun
    while not kill_and_resume(form, resumed, captures, seed, lasts):  # it was faster than the first run
        resumed.unlink()
        lasts /= 2
    if form == "sqlite":
        assert content(resumed) == content(whole)
    else:
        assert resumed.read_bytes() == whole.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"whole", "resumed"}


def rows(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_what_is_done_is_not_done_again(captures: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "results.db"
    assert tracelore("match", "--format", "sqlite", "-o", out, *captures[:2]).exit_code == 0
    again = tracelore("match", "--format", "sqlite", "-o", out, "--resume", "-v", *captures[:3])
    assert "1 capture" in again.stderr
    assert "2 were done before" in again.stderr
    assert rows(out, "SELECT count(*) FROM runs") == [(1,)]
    whole = tmp_path / "whole.db"
    tracelore("match", "--format", "sqlite", "-o", whole, *captures[:3])
    assert content(out) == content(whole)


def test_a_capture_that_has_changed_is_done_again(tmp_path: Path) -> None:
    capture, out, whole = tmp_path / "a.pcap", tmp_path / "r.db", tmp_path / "w.db"
    longer_capture(capture, 1)
    tracelore("match", "--format", "sqlite", "-o", out, capture)
    longer_capture(capture, 3)
    tracelore("match", "--format", "sqlite", "-o", out, "--resume", capture)
    tracelore("match", "--format", "sqlite", "-o", whole, capture)
    assert content(out) == content(whole)


def test_damage_is_remembered(tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    out = tmp_path / "r.db"
    assert tracelore("match", "--format", "sqlite", "-o", out, cut).exit_code == 3
    assert tracelore("match", "--format", "sqlite", "-o", out, "--resume", cut).exit_code == 3


def test_without_resume_a_database_gets_another_run(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    for _ in range(2):
        assert tracelore("match", "--format", "sqlite", "-o", out, EXAMPLE).exit_code == 0
    assert rows(out, "SELECT number, status FROM runs") == [(1, "done"), (2, "done")]
    assert rows(out, "SELECT count(*), count(DISTINCT id) FROM events") == [(8, 4)]
    signatures = rows(out, "SELECT count(*) FROM signatures")[0][0]
    assert rows(out, "SELECT count(*) FROM run_signatures") == [(2 * signatures,)]


def test_other_options_are_another_run(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    tracelore("match", "--format", "sqlite", "-o", out, EXAMPLE)
    result = tracelore("match", "--format", "sqlite", "-o", out, "--resume", "--vantage", "telescope", EXAMPLE)
    assert "this is a new one" in result.stderr
    assert rows(out, "SELECT count(*) FROM runs") == [(2,)]


def test_a_capture_named_twice_is_done_once(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    assert tracelore("match", "--format", "sqlite", "-o", out, EXAMPLE, EXAMPLE).exit_code == 0
    assert rows(out, "SELECT count(*) FROM events") == [(4,)]


def interrupted_ndjson(out: Path, captures: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is interrupted in the third capture."""
    from tracelore.results.job import Job

    run = Job.match

    def stop(self, capture, packets=None):  # type: ignore[no-untyped-def]
        if capture.name == str(captures[2]):
            raise KeyboardInterrupt
        return run(self, capture, packets)

    with monkeypatch.context() as patch:
        patch.setattr(Job, "match", stop)
        result = tracelore("match", "--format", "ndjson", "-o", out, *captures)
    assert result.exit_code == 130
    assert f"{out}.part" in result.stderr


def test_an_interrupted_run_keeps_what_it_has(
    captures: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, whole = tmp_path / "out.ndjson", tmp_path / "whole.ndjson"
    interrupted_ndjson(out, captures, monkeypatch)
    assert not out.exists()
    kept = [json.loads(line)["capture"] for line in Path(f"{out}.part").read_text().splitlines()]
    assert set(kept) == {str(path) for path in captures[:2]}
    tracelore("match", "--format", "ndjson", "-o", whole, *captures)
    result = tracelore("match", "--format", "ndjson", "-o", out, "--resume", "-v", *captures)
    assert "2 were done before" in result.stderr
    assert out.read_bytes() == whole.read_bytes()


def test_ndjson_follows_the_captures_that_are_named(
    captures: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done before is used as far as it comes in the order asked for now."""
    out, whole = tmp_path / "out.ndjson", tmp_path / "whole.ndjson"
    interrupted_ndjson(out, captures, monkeypatch)
    other = [captures[0], captures[3], captures[1]]
    tracelore("match", "--format", "ndjson", "-o", whole, *other)
    tracelore("match", "--format", "ndjson", "-o", out, "--resume", *other)
    assert out.read_bytes() == whole.read_bytes()


def test_ndjson_of_other_options_is_not_gone_on_with(
    captures: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.ndjson"
    interrupted_ndjson(out, captures, monkeypatch)
    result = tracelore("match", "--format", "ndjson", "-o", out, "--resume", "--evidence", 1, *captures)
    assert result.exit_code == 2
    assert "other options" in result.stderr
    assert Path(f"{out}.part").stat().st_size > 0


@pytest.mark.parametrize("torn", [b'{"name":"', b"\xff\xfe", b"not json\n"])
def test_a_torn_journal_does_no_harm(
    torn: bytes, captures: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, whole = tmp_path / "out.ndjson", tmp_path / "whole.ndjson"
    interrupted_ndjson(out, captures, monkeypatch)
    with Path(f"{out}.part.journal").open("ab") as journal:
        journal.write(torn)
    with Path(f"{out}.part").open("ab") as events:
        events.write(b'{"id":"half of an ev')
    tracelore("match", "--format", "ndjson", "-o", whole, *captures)
    assert tracelore("match", "--format", "ndjson", "-o", out, "--resume", *captures).exit_code == 0
    assert out.read_bytes() == whole.read_bytes()


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    from tracelore.results.locking import Lock

    for form, held in (("sqlite", tmp_path / "r.db"), ("ndjson", tmp_path / "out.ndjson.part")):
        lock = Lock(held)
        out = tmp_path / held.name.removesuffix(".part")
        result = tracelore("match", "--format", form, "-o", out, EXAMPLE)
        assert result.exit_code == 2
        assert "another process" in result.stderr
        lock.release()
        assert tracelore("match", "--format", form, "-o", out, EXAMPLE).exit_code == 0
