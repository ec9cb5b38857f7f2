"""Progress is on a terminal and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from matcher.capture import Capture, open_capture
from tests.results.making import longer_capture
from tracelore.progress import TerminalWatch, Watch

pty = pytest.importorskip("pty")


def on_terminal(*words: object) -> tuple[str, str]:
    """Standard output of a run, and what its terminal got to see."""
    main, terminal = pty.openpty()
    out = TemporaryFile()  # noqa: SIM115 - closed below; a pipe would fill up while nobody reads it
    process = subprocess.Popen(
        [sys.executable, "-m", "tracelore", "match", *map(str, words)],
        stdout=out, stderr=terminal, env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    )  # fmt: skip
    os.close(terminal)
    shown = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(main)
    assert process.wait(60) == 0
    with out:
        out.seek(0)
        return out.read().decode(), shown.decode()


@pytest.fixture(scope="module")
def capture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return longer_capture(tmp_path_factory.mktemp("capture") / "long.pcap", 150)


def test_a_terminal_sees_progress(capture: Path) -> None:
    printed, shown = on_terminal("--format", "ndjson", capture, capture)
    for said in ("long.pcap", "packets/s", "events", "MB"):
        assert said in shown
    assert all(line.startswith("{") and line.endswith("}") for line in printed.splitlines())


def test_nobody_sees_it_when_asked_to_be_quiet(capture: Path) -> None:
    assert on_terminal("--format", "ndjson", "-q", capture)[1] == ""


def test_a_pipe_sees_none(capture: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tracelore", "match", "--format", "csv", str(capture)], capture_output=True, check=True
    )
    assert told.stderr == b""


def test_the_compiled_executor_is_watched_too(capture: Path) -> None:
    pytest.importorskip("numba")
    from tracelore.results.job import Job, Settings

    class Told(Watch):
        def __init__(self) -> None:
            self.seen: list[tuple[int, int, int]] = []

        def show(self, capture: Capture, packets: int, position: int, events: int) -> None:
            self.seen.append((packets, position, events))

    told = Told()
    with open_capture(str(capture)) as opened:
        Job(Settings(executor="compiled")).match(opened, told)
    assert told.seen
    assert told.seen == sorted(told.seen)
    assert told.seen[-1][0] <= 67 * 150
    assert told.seen[-1][1] <= capture.stat().st_size


def test_the_end_of_what_is_still_being_written_is_not_known(capture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracelore.progress._PATIENCE", 0)
    watch = TerminalWatch([str(capture)])
    with open_capture(str(capture), follow=True, idle=0) as opened:
        watch.show(opened, 100, 5000, 0)
        assert watch._progress is not None
        (task,) = watch._progress.tasks
        watch.stop()
    assert (task.completed, task.total) == (5000, None)


def test_what_is_shown_counts_over_captures(capture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tracelore.results.job import Job, Settings

    monkeypatch.setattr("tracelore.progress._PATIENCE", 0)
    watch = TerminalWatch([str(capture), str(capture)])
    with open_capture(str(capture)) as opened:
        found = Job(Settings(executor="reference")).match(opened)
        watch.found(found)
        watch.show(opened, 100, 5000, 7)
        assert watch._progress is not None
        (task,) = watch._progress.tasks
        watch.stop()
    assert (task.completed, task.total) == (capture.stat().st_size + 5000, 2 * capture.stat().st_size)
    assert task.fields["events"] == f"{len(found.events) + 7:,} events"
