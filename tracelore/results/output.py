"""Where the bytes of a format go: standard output, a device, or a file that is moved into place when it is whole."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from tracelore.results.writer import OutputError

__all__ = ["STANDARD_OUTPUT", "Output", "draft_of", "reason"]

STANDARD_OUTPUT = "-"


class Output:
    """One output. A regular file is written beside its place, as `NAME.part`, and takes it when it is complete.

    Raises:
        OutputError: It cannot be opened for writing.
    """

    def __init__(self, name: str, *, binary: bool = False) -> None:
        self.name = name
        self.path = None if name == STANDARD_OUTPUT else Path(name)
        self.draft: Path | None = None
        try:
            self.stream: IO[str] | IO[bytes] = self._open(binary)
        except OSError as error:
            raise OutputError(f"{name} cannot be written: {reason(error)}", at_start=True) from None

    def _open(self, binary: bool) -> IO[str] | IO[bytes]:
        if self.path is None:
            return sys.stdout.buffer if binary else sys.stdout
        place = self.path
        if self.path.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        if self.path.is_file() or not self.path.exists():
            place = self.draft = draft_of(self.path)
        # else a device or a pipe: there is nothing to move into its place
        return place.open("wb") if binary else place.open("w", encoding="utf-8", newline="\n")

    def text(self) -> IO[str]:
        """The stream of an output that was not opened as binary."""
        return self.stream  # type: ignore[return-value]

    def flush(self) -> None:
        """Hand on what was written."""
        self.stream.flush()

    def finish(self) -> None:
        """Close it and move it into place."""
        self._close()
        if self.draft and self.path:
            self.draft.replace(self.path)

    def keep(self) -> str:
        """Close it where it is; says where that is."""
        self._close()
        return str(self.draft) if self.draft else ""

    def discard(self) -> None:
        """Close it and remove it. Raises nothing."""
        with suppress(OSError, ValueError):
            self._close()
        if self.draft:
            with suppress(OSError):
                self.draft.unlink(missing_ok=True)

    def _close(self) -> None:
        if self.path is None:
            self.stream.flush()
        else:
            self.stream.close()


def draft_of(path: Path) -> Path:
    """Where a file is written until it is whole."""
    return path.with_name(f"{path.name}.part")


def reason(error: OSError) -> str:
    """What went wrong, without the numbers and names that the message has anyway."""
    return error.strerror or str(error)
