"""Compiling ahead: the small runs are whole runs, and nothing is started where all is compiled."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

pytest.importorskip("numba")

from matcher.compiled import warm
from matcher.compiled.episodes import decide


def test_the_small_runs_compile_what_a_run_needs() -> None:
    warm._run_scanner()
    warm._run_engine()
    for function in (*warm._KERNELS, decide):
        assert function.signatures  # type: ignore[attr-defined]


def test_nothing_is_started_where_all_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "is_cached", lambda _: True)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a process was started"))
    warm.prepare(lambda _: pytest.fail("a notice was given"))


def test_the_other_process_does_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert len(started) == 1
