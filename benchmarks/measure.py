"""Timing of a command in a process of its own: seconds, and peak memory of it alone.

A process begins with the peak memory of the one that started it, so this module and its callers import nothing large.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

__all__ = ["ROOT", "Command", "Figures", "Measured", "Pair", "RunFailed", "best", "marginal", "python", "run_measured"]

ROOT = Path(__file__).resolve().parents[1]
Command = Callable[[Path], list[str]]  # for a capture


class RunFailed(Exception):
    """A command failed, or took too long; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds by the clock, and the most memory it had, in MB (10^6 bytes)."""

    seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A capture, and one of four times as many packets."""

    small: Path
    large: Path
    packets: int  # of the small one


@dataclass(frozen=True, slots=True)
class Figures:
    """What runs on a pair of captures say.

    Attributes:
        rate: Packets a second, without start-up: from the time for four times the packets less that for one.
        start_s: What is left of the shorter run: start-up, in seconds.
        peak_mb: Of the longer run.
    """

    rate: float
    start_s: float
    peak_mb: float


def python(*arguments: str) -> list[str]:
    """A command that runs this interpreter."""
    return [sys.executable, *arguments]


def run_measured(command: list[str], limit_s: float, environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command in an empty folder of its own, its output thrown away.

    Raises:
        RunFailed: It failed or took more than `limit_s` seconds.
    """
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
        variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
        start = time.perf_counter()
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, cwd=folder, env=variables
        ) as process:
            usage = _wait(process, start + limit_s)
        seconds = time.perf_counter() - start
        if process.returncode:
            errors.seek(0)
            late = f"took more than {limit_s:.0f} s" if seconds >= limit_s else ""
            raise RunFailed(late or _reason(errors.read(), process.returncode))
    return Measured(seconds, usage.ru_maxrss * 1024 / 1e6)


def _wait(process: subprocess.Popen[bytes], deadline: float) -> struct_rusage:
    """Wait for the process, or end it; what it used is known only to who waits for it."""
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage
        if time.perf_counter() > deadline:
            process.kill()
        time.sleep(0.001)


def _reason(errors: bytes, status: int) -> str:
    """The first line that was written, or the last one of a traceback."""
    lines = errors.decode("utf-8", "replace").strip().splitlines() or [f"exit status {status}"]
    return lines[-1 if lines[0].startswith("Traceback") else 0]


def best(command: list[str], limit_s: float, repeats: int) -> Measured:
    """The least time of some runs, and their most memory.

    Raises:
        RunFailed: One failed.
    """
    runs = [run_measured(command, limit_s) for _ in range(repeats)]
    return Measured(min(run.seconds for run in runs), max(run.peak_mb for run in runs))


def marginal(command: Command, pair: Pair, limit_s: float, repeats: int) -> Figures:
    """The figures of a command, from the best of some runs on each of the two captures.

    A first run is not counted: it fills caches, and compiles what is compiled once per machine.

    Raises:
        RunFailed: A run failed, or the longer capture took no longer.
    """
    run_measured(command(pair.small), limit_s)
    one, four = best(command(pair.small), limit_s, repeats), best(command(pair.large), limit_s, repeats)
    if four.seconds <= one.seconds:
        raise RunFailed("the captures are too short to tell")
    each = (four.seconds - one.seconds) / (3 * pair.packets)
    return Figures(1 / each, max(one.seconds - pair.packets * each, 0.0), four.peak_mb)
