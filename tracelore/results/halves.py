"""Lines of very many events, every other block of them made by a second process.

Events are made from arrays when they are asked for, in Python, which uses one core. A fork sees these arrays as they
are: only the finished text goes between the two.
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

BLOCK: Final = 4_096  # events: those whose packets are read again together
FEWEST: Final = 4 * BLOCK  # with which a second process is worth its start
_AHEAD: Final = 2  # blocks of the other process that may wait to be written

_inherited: list[tuple[Sequence[Event], Callable[[Event], str]]] = []  # by the fork: events, and what makes their lines


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
    _inherited.append((events, line))
    try:
        with ProcessPoolExecutor(1, get_context("fork"), initializer=_leave_interrupts_to_the_other) as other:
            yield from _alternating(other, len(events))
    finally:
        _inherited.pop()


def _alternating(other: ProcessPoolExecutor, count: int) -> Iterator[str]:
    """Blocks in their order: the first from here, the second from there, and so on."""
    firsts = range(0, count, BLOCK)
    theirs, coming = deque(firsts[1::2]), deque[tuple[int, Future[str] | None]]()
    for first in firsts[::2]:
        while theirs and len(coming) < _AHEAD:
            coming.append((theirs[0], _asked(other, theirs.popleft())))
        yield _block(first)
        if coming:
            yield _answer(*coming.popleft())


def _asked(other: ProcessPoolExecutor, first: int) -> Future[str] | None:
    with warnings.catch_warnings(), suppress(BrokenProcessPool):
        # Python warns of a fork where there are threads; the other process takes no lock of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        return other.submit(_block, first)
    return None


def _answer(first: int, future: Future[str] | None) -> str:
    """What the other process made; where it was killed, it is made here."""
    with suppress(BrokenProcessPool):
        if future is not None:
            return future.result()
    return _block(first)


def _block(first: int) -> str:
    events, line = _inherited[-1]
    return "".join(map(line, events[first : first + BLOCK]))


def _leave_interrupts_to_the_other() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
