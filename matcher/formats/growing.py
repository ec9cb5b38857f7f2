"""A file that is still being written: its end is only where the writer has come to."""

from __future__ import annotations

import time
from typing import BinaryIO

from matcher.formats.readable import prompt_read

__all__ = ["Growing"]

_POLL = 0.25  # seconds between two looks at the end of the file


class Growing:
    """The bytes of a file, with waiting at its end for more.

    It ends when the file has not grown for `idle` seconds (None: never), or when `stop` is called, from another
    thread or from a signal handler. A file that is replaced or cut while it is followed is not noticed.
    """

    def __init__(self, stream: BinaryIO, idle: float | None) -> None:
        self._read = prompt_read(stream)
        self._idle = idle
        self._stopped = False

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, as soon as there are any; none only when the waiting is over."""
        quiet_since = time.monotonic()
        while not self._stopped:
            data = self._read(size)
            if data:
                return data
            if self._idle is not None and time.monotonic() - quiet_since >= self._idle:
                break
            time.sleep(_POLL)
        return b""

    def stop(self) -> None:
        """Wait no longer, and read nothing more."""
        self._stopped = True
