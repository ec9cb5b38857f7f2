"""What comes through a pipe: it can be read once, unless it is kept."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable
from typing import IO, Final

from matcher.formats import Readable, prompt_read

__all__ = ["Piped"]

_CHUNK: Final = 1 << 20
_MOST: Final = 1 << 22  # bytes: who has read on so far does not come back for all
_OPEN_FILES: Final = "/proc/self/fd"  # by their numbers; a file can be opened there that has no name any more


class Piped:
    """The bytes of a pipe, in their order; and for whoever asks at the beginning, a file that has them all.

    Attributes:
        is_kept: Whether nothing of it is gone. What is read is kept until that is a lot, or until `let_go`.
    """

    def __init__(self, stream: Readable) -> None:
        self._take = prompt_read(stream)
        self._kept: IO[bytes] = io.BytesIO()
        self._at = 0  # of the reader, in what is kept
        self.is_kept = True

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, as soon as there are any; none only at the end."""
        self._kept.seek(self._at)
        data = self._kept.read(size)
        self._at += len(data)
        if data or not size:
            return data
        if self.is_kept and self._at < _MOST:
            data = self._keep(size)
            self._at += len(data)
            return data
        self._kept.close()
        self.is_kept, self._kept, self._at = False, io.BytesIO(), 0
        return self._take(size)

    def has(self, size: int) -> bool:
        """Whether there are so many bytes, counted from the beginning. Waits for them, and keeps them in memory."""
        have = self._kept.seek(0, os.SEEK_END)
        while have < size and (data := self._keep(_CHUNK)):
            have += len(data)
        return have >= size

    def let_go(self) -> None:
        """Nobody will ask for all of it any more."""
        self.is_kept = False

    def whole(self, watch: Callable[[int], None]) -> str:
        """The name of a file with all of it, which is gone after `close`.

        `watch` gets the bytes so far, now and then. Reading here goes on as if nothing had been.

        Raises:
            OSError: The pipe cannot be read to its end, or the folder for temporary files has no room.
        """
        spooled = _temporary()
        self._kept.seek(0)
        spooled.write(self._kept.read())
        self._kept.close()
        self._kept = spooled
        while self._keep(_CHUNK):
            watch(spooled.tell())
        spooled.flush()
        return spooled.name if isinstance(spooled.name, str) else f"{_OPEN_FILES}/{spooled.fileno()}"

    def close(self) -> None:
        """Nothing will be read any more, nor from the file."""
        self._kept.close()

    def _keep(self, size: int) -> bytes:
        data = self._take(size)
        self._kept.seek(0, os.SEEK_END)
        self._kept.write(data)
        return data


def _temporary() -> IO[bytes]:
    """A file that has no name where it can be opened without one, so that no killed process leaves it behind."""
    make = tempfile.TemporaryFile if os.path.isdir(_OPEN_FILES) else tempfile.NamedTemporaryFile
    return make(prefix="tracelore-")
