"""Which executor runs a capture: the compiled one where that pays and where it can, else the reference executor."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from matcher import MatchOptions, MatchResult, run
from matcher.capture import STANDARD_INPUT, Capture
from matcher.formats import ReadReport
from matcher.program import Program
from tracelore.progress import Watch

__all__ = ["EXECUTORS", "LEAST_BYTES", "Executor", "ExecutorError", "Ran", "Runner"]

Executor = Literal["auto", "reference", "compiled"]
EXECUTORS: Final = get_args(Executor)
LEAST_BYTES: Final = 20_000_000  # a smaller file is read by the reference executor before kernels are compiled
READY_BYTES: Final = 4_000_000  # and one that is smaller than this, before those compiled long ago are loaded
_NOT_READ = {"tcpdump text": "it does not read text", "merged": "it does not merge captures"}


class ExecutorError(Exception):
    """The executor that was asked for cannot run this; the message says why."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run gave.

    Attributes:
        result: Of the matcher.
        executor: `reference` or `compiled`.
        why: Why a large capture was not run by the compiled one; empty where there is nothing to tell.
    """

    result: MatchResult
    executor: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs captures.

    Attributes:
        program: What to match.
        executor: Which executor; `auto` takes the compiled one for files of at least `LEAST_BYTES` that it can run, and
            of at least `READY_BYTES` where this machine has compiled the kernels before.
        inner: Whether the innermost packets of tunnels are looked at.
        notice: Gets a line before kernels are compiled for the first time on this machine; None writes it to standard
            error.
    """

    program: Program
    executor: Executor = "auto"
    inner: bool = False
    notice: Callable[[str], None] | None = None

    def run(self, capture: Capture, options: MatchOptions, watch: Watch) -> Ran:
        """Run one capture to its end, with its report filled in.

        Raises:
            ExecutorError: The compiled executor was asked for, and cannot.
        """
        why = ""
        if self.executor == "compiled" or (self.executor == "auto" and _pays(_size(capture.name))):
            why = self._obstacle(capture)
            if not why:
                ran = self._run_compiled(capture, options, watch)
                if isinstance(ran, MatchResult):
                    return Ran(ran, "compiled")
                why = ran
            if self.executor == "compiled":
                raise ExecutorError(f"{capture.name} cannot be run by the compiled executor: {why}")
        return Ran(run(self.program, watch.watched(capture), options), "reference", why)

    def _obstacle(self, capture: Capture) -> str:
        """What keeps a capture from the compiled executor before it has looked at it itself; empty for nothing."""
        if self.inner:
            return "it does not look into tunnels"
        if capture.form in _NOT_READ:
            return _NOT_READ[capture.form]
        if capture.is_followed:
            return "the file is still being written"
        return "" if _size(capture.name) else "it reads regular files only, since it reads them twice"

    def _run_compiled(self, capture: Capture, options: MatchOptions, watch: Watch) -> MatchResult | str:
        """The result, or why there is none."""
        try:
            from matcher.compiled import CannotRun, run_capture
        except ImportError as error:
            return f"it needs Numba, which cannot be imported: pip install numba ({error})"
        report = ReadReport()

        def tell(packets: int, position: int, events: int) -> None:
            watch.show(capture, packets, position, events)

        try:
            result = run_capture(self.program, capture.name, options, report, notice=self.notice, watch=tell)
        except CannotRun as reason:
            return str(reason)
        except MemoryError as error:
            raise ExecutorError(f"{capture.name}: {error}") from None
        for part in ReadReport.__slots__:  # others may hold the capture's report already
            setattr(capture.report, part, getattr(report, part))
        return result


def _pays(size: int) -> bool:
    """Whether kernels make up for the time that they take to be there, for a file of so many bytes."""
    return size >= LEAST_BYTES or size >= READY_BYTES and _are_ready()


def _are_ready() -> bool:
    """Whether this machine has compiled the kernels before."""
    try:
        from matcher.compiled.warm import is_prepared
    except ImportError:
        return False
    return is_prepared()


def _size(name: str) -> int:
    """Bytes of a regular file; 0 for anything else."""
    try:
        status = os.stat(name) if name != STANDARD_INPUT else None
    except (OSError, ValueError):
        return 0
    return status.st_size if status and stat.S_ISREG(status.st_mode) else 0
