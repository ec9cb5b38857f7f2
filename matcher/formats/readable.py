"""Anything that gives bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

__all__ = ["Readable", "prompt_read"]


class Readable(Protocol):
    """A file, standard input, an unpacker."""

    def read(self, size: int, /) -> bytes: ...


def prompt_read(stream: Readable) -> Callable[[int], bytes]:
    """How to read what is there: `read1` gives what a live pipe holds now, `read` would wait for all of it."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read
