"""Running captures against the whole catalogue."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from matcher.capture import open_capture
from matcher.event import MatchOptions, MatchResult, VantageOption
from matcher.formats import ReadReport
from matcher.reference import run
from tests.catalogue.loaded import program

LARGE = 150_000  # bytes from which the compiled executor is sooner done


def match_capture(path: Path, vantage: VantageOption = "auto") -> MatchResult:
    """What the catalogue says of a capture, by the executor that is sooner done with it.

    Raises:
        CannotRun: A signature keeps the whole catalogue from the compiled executor.
    """
    options = MatchOptions(vantage=vantage, capture=path.name, evidence=1)
    if path.stat().st_size > LARGE and find_spec("numba"):
        from matcher.compiled import run_capture

        return run_capture(program(), str(path), options, ReadReport(), notice=lambda _: None)
    with open_capture(str(path)) as capture:
        return run(program(), capture.packets, options)
