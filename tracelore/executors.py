"""Which executor runs a capture: the compiled one where that pays and where it can, else the reference executor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal, get_args

from matcher import MatchOptions, MatchResult, run
from matcher.capture import Capture
from matcher.formats import ReadReport, Record
from matcher.program import Program
from tracelore.progress import Watch

__all__ = ["EXECUTORS", "LEAST_BYTES", "Executor", "ExecutorError", "Ran", "Runner"]

Executor = Literal["auto", "reference", "compiled"]
EXECUTORS: Final = get_args(Executor)
LEAST_BYTES: Final = 20_000_000  # a smaller file is read by the reference executor before kernels are compiled
READY_BYTES: Final = 4_000_000  # and one that is smaller than this, before those compiled long ago are loaded
_OTHERWISE: Final = "--executor reference reads it as it comes"
_STEP: Final = 4_096  # records between two reports


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
            of at least `READY_BYTES`, or still being written, where this machine has compiled the kernels before.
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
        if self.executor == "compiled" or (self.executor == "auto" and _pays(capture)):
            why = _obstacle(capture)
            if not why:
                ran = self._run_compiled(capture, options, watch)
                if isinstance(ran, MatchResult):
                    return Ran(ran, "compiled")
                why = ran
            if self.executor == "compiled":
                raise ExecutorError(f"{capture.name} cannot be run by the compiled executor: {why}")
        if capture.piped:
            capture.piped.let_go()
        return Ran(run(self.program, watch.watched(capture), options), "reference", why)

    def _run_compiled(self, capture: Capture, options: MatchOptions, watch: Watch) -> MatchResult | str:
        """The result, or why there is none."""
        try:
            from matcher.compiled import CannotRun
        except ImportError as error:
            return f"it needs Numba, which cannot be imported: pip install numba ({error})"
        try:
            run_it = self._run_merged if capture.parts else self._run_file
            return run_it(capture, options, watch)
        except CannotRun as reason:
            return str(reason)
        except MemoryError as error:
            raise ExecutorError(f"{capture.name}: {error}") from None

    def _run_file(self, capture: Capture, options: MatchOptions, watch: Watch) -> MatchResult:
        from matcher.compiled import run_capture

        report = ReadReport()
        name = _file_of(capture, lambda position: watch.show(capture, 0, position, 0))
        result = run_capture(
            self.program, name, options, report, inner=self.inner, growing=capture.growing, notice=self.notice,
            watch=partial(watch.show, capture),
        )  # fmt: skip
        for part in ReadReport.__slots__:  # others may hold the capture's report already
            setattr(capture.report, part, getattr(report, part))
        return result

    def _run_merged(self, capture: Capture, options: MatchOptions, watch: Watch) -> MatchResult:
        """Run several captures as one, which are copied for that."""
        from matcher.compiled import CannotRun, run_records

        read = 0

        def records() -> Iterator[Record]:
            nonlocal read
            for record in capture.records or ():
                read += 1
                if read % _STEP == 0:
                    watch.show(capture, 0, capture.position, 0)
                yield record

        try:
            return run_records(
                self.program, records(), options, capture.report, inner=self.inner, notice=self.notice,
                watch=partial(watch.show, capture),
            )  # fmt: skip
        except OSError as error:
            raise _not_kept(capture, error) from None
        except CannotRun as reason:
            if not read:
                raise
            raise ExecutorError(f"{capture.name}: the kernels cannot run it: {reason}; {_OTHERWISE}") from None


def _obstacle(capture: Capture) -> str:
    """What keeps a capture from the compiled executor before it has looked at it itself; empty for nothing."""
    if capture.records is None:
        return "one of them is text, or comes through a pipe" if capture.parts else "it does not read text"
    if capture.piped and not capture.piped.is_kept:
        return "it comes through a pipe, and cannot be read twice"
    return ""


def _pays(capture: Capture) -> bool:
    """Whether a capture is so large that kernels make up for the time that they take to be there."""
    if capture.piped and _obstacle(capture):  # nothing need be awaited to know
        return False
    may_pay = capture.is_followed or _has(capture, READY_BYTES)
    return _has(capture, LEAST_BYTES) or may_pay and _are_ready()


def _has(capture: Capture, size: int) -> bool:
    """Whether there are so many bytes; of a pipe, those are awaited."""
    return capture.piped.has(size) if capture.piped else capture.size >= size


def _file_of(capture: Capture, watch: Callable[[int], None]) -> str:
    """The name of a file that holds the capture."""
    if not capture.piped:
        return capture.name
    try:
        return capture.piped.whole(watch)
    except OSError as error:
        raise _not_kept(capture, error) from None


def _not_kept(capture: Capture, error: OSError) -> ExecutorError:
    reason = error.strerror or error
    return ExecutorError(f"{capture.name} cannot be kept in a file, to be read twice: {reason}; {_OTHERWISE}")


def _are_ready() -> bool:
    """Whether this machine has compiled the kernels before."""
    try:
        from matcher.compiled.warm import is_prepared
    except ImportError:
        return False
    return is_prepared()
