"""Compiling ahead: the small runs are whole runs, and nothing is started where all is compiled."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numba")

from matcher.compiled import engine, warm
from matcher.compiled.episodes import decide, take_touches
from matcher.compiled.talk import see_talks
from matcher.compiled.usual_lines import write_lines
from matcher.compiled.walk import walk_pcap


def test_the_small_runs_compile_what_a_run_needs() -> None:
    warm._end_nodes()
    warm._do_the_rest()
    warm._run_engine()
    for function in (*warm._KERNELS, decide, walk_pcap, see_talks, write_lines):
        assert function.signatures  # type: ignore[union-attr]


def test_one_process_leaves_what_takes_longest_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "settle", lambda *_: pytest.fail("it ends nodes"))
    taken: list[int] = []

    def remembered(*arguments: Any) -> Any:
        taken.append(arguments[5])
        return take_touches(*arguments)

    monkeypatch.setattr(engine, "take_touches", remembered)
    warm._run_engine(warm._Beginning)
    assert sum(taken) == 2


def test_nothing_is_started_where_all_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "is_cached", lambda _: True)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a process was started"))
    warm.prepare(lambda _: pytest.fail("a notice was given"))


def test_two_processes_do_their_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also in a folder with another package of that name: a checkout, where what is installed runs."""
    (tmp_path / "matcher").mkdir()
    (tmp_path / "matcher" / "__init__.py").write_text("raise ImportError('another one')\n")
    monkeypatch.chdir(tmp_path)
    started: list[list[str]] = []
    popen = subprocess.Popen

    def remembered(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        started.append(command)
        process = popen(command, **options)
        assert process.wait() == 0
        return process

    monkeypatch.setattr(warm, "is_cached", lambda _: False)
    monkeypatch.setattr(subprocess, "Popen", remembered)
    said: list[str] = []
    monkeypatch.setattr(warm, "tell_of_first_compilation", lambda _, notice: notice("compiling"))
    warm.prepare(said.append)
    assert said == ["compiling"]
    assert [command[-1] for command in started] == ["settle", "rest"]
