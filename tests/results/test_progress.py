"""Progress is on a terminal and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tests.results.making import longer_capture

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
