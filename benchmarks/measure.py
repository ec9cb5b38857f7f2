"""Timing of a command in its own process: seconds and peak memory of it alone.

A child begins with the peak memory of its parent, so this module and its callers import nothing large.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Figures", "Measured", "marginal", "run_measured"]


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds by the clock, and the most memory it had, in MB."""

    seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What two runs say.

    Attributes:
        rate: Packets a second, without start-up: from the time for four times the packets less that for one.
        start_s: What is left of the shorter run: start-up.
        peak_mb: Of the longer run.
    """

    rate: float
    start_s: float
    peak_mb: float


def run_measured(command: list[str], limit_s: float) -> Measured | None:
    """Run a command, its output thrown away; None when it fails or takes too long."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                break
            if time.perf_counter() - start > limit_s:
                process.kill()
            time.sleep(0.002)
    seconds = time.perf_counter() - start
    return Measured(seconds, usage.ru_maxrss / 1024) if process.returncode == 0 else None


def marginal(
    command: Callable[[Path], list[str]], small: Path, large: Path, packets: int, limit_s: float, repeats: int
) -> Figures | None:
    """The figures of a command on a capture of `packets` and one of four times as many; the best of some repeats.

    A first run is not counted: it fills caches, and compiles what is compiled once per machine. None where a run fails,
    takes too long, or the longer capture took no longer.
    """
    if run_measured(command(small), limit_s) is None:
        return None
    runs = [[run_measured(command(path), limit_s) for _ in range(repeats)] for path in (small, large)]
    one, four = ([run for run in group if run is not None] for group in runs)
    if not one or not four:
        return None
    short, long = min(run.seconds for run in one), min(run.seconds for run in four)
    if long <= short:
        return None
    each = (long - short) / (3 * packets)
    return Figures(1 / each, max(short - packets * each, 0.0), max(run.peak_mb for run in four))


def python(*arguments: str) -> list[str]:
    """A command that runs this interpreter."""
    return [sys.executable, *arguments]
