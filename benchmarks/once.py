"""What is measured once: start-up, the first compilation of the kernels, the compilation of many signatures."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import RunFailed, best, run_measured
from benchmarks.results import Fact
from benchmarks.rows import match, worker

__all__ = ["FIRST_COMPILATION", "START_UP", "facts", "large", "many"]

START_UP = "start-up, kernels cached, all curated signatures, a capture of one packet"
FIRST_COMPILATION = "first compilation of the kernels"
_FEW = 64
_COMPILING_LIMIT_S = 300


def many(count: int) -> str:
    """The name of the time that it takes to compile so many signatures."""
    return f"compiling {count:,} signatures, beyond what {_FEW} take"


def facts(one: Path, some: Path, most: int, repeats: int) -> Iterator[Fact]:
    """Measure.

    Args:
        one: A capture of one packet.
        some: One of some thousands, for the kernels that one packet does not need.
        most: How many signatures are many.
        repeats: Of each run, of which the best counts; the first compilation is run once.
    """
    yield _seconds(START_UP, lambda: _warm(match("compiled")(one), repeats))
    yield _seconds(FIRST_COMPILATION, lambda: _first_compilation(some, repeats))
    yield _seconds(many(most), lambda: _compile_time(one, most, repeats))


def large(capture: Path, limit_s: float) -> Iterator[Fact]:
    """Match a large capture once."""
    size = f"{capture.stat().st_size / 1e9:.1f} GB"
    try:
        measured = run_measured(match("compiled")(capture), limit_s)
    except RunFailed as reason:
        yield Fact(f"a capture of {size}", None, "s", str(reason))
        return
    yield Fact(f"a capture of {size}", measured.seconds, "s")
    yield Fact("its peak memory", measured.peak_mb, "MB")


def _seconds(name: str, measure: Callable[[], float]) -> Fact:
    try:
        return Fact(name, measure(), "s")
    except RunFailed as reason:
        return Fact(name, None, "s", str(reason))


def _first_compilation(capture: Path, repeats: int) -> float:
    """Seconds that a run takes longer with an empty cache."""
    command = match("compiled")(capture)
    with tempfile.TemporaryDirectory() as empty:
        compiling = run_measured(command, _COMPILING_LIMIT_S, {"NUMBA_CACHE_DIR": empty})
    return compiling.seconds - _warm(command, repeats)


def _compile_time(capture: Path, most: int, repeats: int) -> float:
    """Seconds from the models of many signatures to the first packet, less those of a few."""
    long, short = (_warm(worker("stateless", str(count))(capture), repeats) for count in (most, _FEW))
    return long - short


def _warm(command: list[str], repeats: int) -> float:
    """The least seconds of a command whose kernels are cached."""
    run_measured(command, _COMPILING_LIMIT_S)
    return best(command, _COMPILING_LIMIT_S, repeats).seconds
