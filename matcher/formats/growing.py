"""A file that is still being written: its end is only where the writer has come to."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import BinaryIO

from matcher.formats.readable import prompt_read

__all__ = ["Growing"]

_POLL = 0.25  # seconds between two looks at the end of the file


@dataclass(slots=True)
class _Waiting:
    """What all readers of a file have in common.

    Attributes:
        idle: Seconds without anything new after which nobody waits any more; None for ever.
        is_over: Nobody waits any more, and nothing more is read.
    """

    idle: float | None
    is_over: bool = False


class Growing:
    """The bytes of a file, with waiting at its end for more.

    It ends when the file has not grown for `idle` seconds (None: never), or when `stop` is called, from another
    thread or from a signal handler. A file that is replaced or cut while it is followed is not noticed.
    """

    def __init__(self, stream: BinaryIO, idle: float | None) -> None:
        self._stream = stream
        self._read = prompt_read(stream)
        self._waiting = _Waiting(idle)

    def again(self, stream: BinaryIO) -> Growing:
        """The same file, opened once more. What stops the one stops the other."""
        other = Growing(stream, None)
        other._waiting = self._waiting
        return other

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, as soon as there are any; none only when the waiting is over."""
        quiet_since = time.monotonic()
        while not self._waiting.is_over:
            data = self._read(size)
            if data:
                return data
            idle = self._waiting.idle
            if idle is not None and time.monotonic() - quiet_since >= idle:
                break
            time.sleep(_POLL)
        return b""

    @property
    def unread(self) -> int:
        """Bytes that are there and were not read."""
        return max(0, os.fstat(self._stream.fileno()).st_size - self._stream.tell())

    def stop(self) -> None:
        """Wait no longer, and read nothing more."""
        self._waiting.is_over = True
