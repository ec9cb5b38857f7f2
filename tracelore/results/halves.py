"""Lines of very many events, every other block of them made by a second process.

Events are made from arrays when they are asked for, in Python, which uses one core. A fork sees these arrays as they
are: only the finished text goes between the two. The events of a block share what has to be read again for them.
"""

from __future__ import annotations

import os
import signal
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from typing import Final

from matcher.event import Event

__all__ = ["lines_of"]

BLOCK: Final = 4_096  # lines that go from one process to the other together
FEWEST: Final = 16_384  # events with which a second process is worth its start
_AHEAD: Final = 2  # blocks of the other process that may wait to be written

_inherited: list[Callable[[int], str]] = []  # by the fork: what makes the text of a block


def lines_of(events: Sequence[Event], line: Callable[[Event], str]) -> Iterator[str]:
    """The lines of events, in their order, in pieces.

    Nothing that was opened before may be written to, or read from, while this runs in such a way that a fork of it
    matters: the caller flushes its output first.

    Args:
        events: Made when they are asked for.
        line: Makes the line of one.
    """
    if len(events) < FEWEST or (os.cpu_count() or 1) < 2 or "fork" not in get_all_start_methods():
        yield from map(line, events)
        return

    def text(number: int) -> str:
        return "".join(map(line, events[number * BLOCK : (number + 1) * BLOCK]))

    _inherited.append(text)
    try:
        with ProcessPoolExecutor(1, get_context("fork"), initializer=_leave_interrupts_to_the_other) as pool:
            yield from _alternating(text, -(-len(events) // BLOCK), _Other(pool))
    finally:
        _inherited.pop()


def _alternating(text: Callable[[int], str], blocks: int, other: _Other) -> Iterator[str]:
    """The texts of all blocks: of the first, third, ... made here, and of the others there, or here where it fails."""
    theirs = iter(range(1, blocks, 2))
    for number in range(blocks):
        other.ask(theirs)
        found = other.text() if number % 2 else None
        yield text(number) if found is None else found


class _Other:
    """The other process, and what it is asked for."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool
        self._coming: deque[Future[str]] = deque()

    def ask(self, blocks: Iterator[int]) -> None:
        """See that some blocks are under way."""
        with warnings.catch_warnings(), suppress(BrokenProcessPool):
            # Python warns of a fork where there are threads; the other process takes no lock of theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            while len(self._coming) < _AHEAD and (number := next(blocks, -1)) >= 0:
                self._coming.append(self._pool.submit(_inherited_text, number))

    def text(self) -> str | None:
        """That of its next block; None when it was killed."""
        with suppress(BrokenProcessPool, IndexError):
            return self._coming.popleft().result()
        return None


def _inherited_text(number: int) -> str:
    return _inherited[-1](number)


def _leave_interrupts_to_the_other() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
