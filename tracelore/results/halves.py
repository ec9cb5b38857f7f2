"""Lines of very many events, every other one of them made by a second process.

Events are made from arrays when they are asked for, in Python, which uses one core. A fork sees these arrays as they
are: only the finished text goes between the two. Each process goes through its events once, from the first to the last,
so that what they share (packets that are read again from the file) is read for many of them together.
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
from itertools import chain, islice, zip_longest
from multiprocessing import get_all_start_methods, get_context
from typing import Final

from matcher.event import Event

__all__ = ["lines_of"]

BLOCK: Final = 1_024  # lines that go from one process to the other together
FEWEST: Final = 16_384  # events with which a second process is worth its start
_AHEAD: Final = 4  # blocks of the other process that may wait to be written

_inherited: list[Iterator[str]] = []  # by the fork: the lines that it makes


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
    _inherited.append(map(line, events[1::2]))
    try:
        with ProcessPoolExecutor(1, get_context("fork"), initializer=_leave_interrupts_to_the_other) as pool:
            yield from _alternating(map(line, events[::2]), _Other(pool, events[1::2], line))
    finally:
        _inherited.pop()


def _alternating(mine: Iterator[str], other: _Other) -> Iterator[str]:
    """The first line of mine, the first of the other's, and so on."""
    other.ask()
    while block := list(islice(mine, BLOCK)):
        yield "".join(chain.from_iterable(zip_longest(block, other.block(), fillvalue="")))


class _Other:
    """The other process, and what it is asked for. When it is killed, its lines are made here."""

    def __init__(self, pool: ProcessPoolExecutor, events: Sequence[Event], line: Callable[[Event], str]) -> None:
        self._pool = pool
        self._events = events
        self._line = line
        self._asked = self._taken = 0
        self._coming: deque[Future[list[str]]] = deque()
        self._instead: Iterator[str] | None = None

    def ask(self) -> None:
        """See that some blocks are under way."""
        with warnings.catch_warnings(), suppress(BrokenProcessPool):
            # Python warns of a fork where there are threads; the other process takes no lock of theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            while len(self._coming) < _AHEAD and self._asked * BLOCK < len(self._events):
                self._coming.append(self._pool.submit(_inherited_block))
                self._asked += 1

    def block(self) -> list[str]:
        """Its next lines; fewer than `BLOCK` where these are the last."""
        if self._instead is None:
            with suppress(BrokenProcessPool):
                if self._coming:
                    lines = self._coming.popleft().result()
                    self._taken += len(lines)
                    self.ask()
                    return lines
            self._instead = map(self._line, self._events[self._taken :])
        return list(islice(self._instead, BLOCK))


def _inherited_block() -> list[str]:
    return list(islice(_inherited[-1], BLOCK))


def _leave_interrupts_to_the_other() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
