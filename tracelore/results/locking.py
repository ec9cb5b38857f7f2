"""One writer at a time for what a killed run may have left: two would each take the other's work for remains."""

from __future__ import annotations

import os
from pathlib import Path

from tracelore.results.output import reason
from tracelore.results.writer import OutputError

__all__ = ["Lock"]


class Lock:
    """Held until `release`, or until the process ends in whatever way. Creates the file if there is none.

    Raises:
        OutputError: Another process holds it, or the file cannot be opened for writing.
    """

    def __init__(self, path: Path) -> None:
        self.existed = path.exists()
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {reason(error)}", at_start=True) from None
        try:
            self._take()
        except OSError:
            os.close(self._file)
            raise OutputError(f"{path} is being written by another process", at_start=True) from None

    def _take(self) -> None:
        try:
            import fcntl
        except ImportError:  # not a POSIX system: the user must take care
            return
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Let others write. SQLite's own locks on the file end with this too: close the database before."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
