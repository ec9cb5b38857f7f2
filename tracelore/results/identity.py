"""By what a capture is known again, without reading all of it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b

__all__ = ["HEAD", "Identity", "identity_of"]

HEAD = 1 << 20  # bytes at the beginning of a capture that go into its digest


@dataclass(frozen=True, slots=True)
class Identity:
    """What changes when a file does: two captures with the same identity are taken for the same.

    Attributes:
        size: In bytes.
        mtime_ns: When it was last written.
        head: Digest (BLAKE2b, 16 bytes, hexadecimal) of the first MiB.
    """

    size: int
    mtime_ns: int
    head: str


def identity_of(name: str) -> Identity | None:
    """The identity of a file as it is now; None for what is no regular file and so cannot be known again."""
    try:
        with open(name, "rb", opener=_without_waiting) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None
            return Identity(status.st_size, status.st_mtime_ns, blake2b(stream.read(HEAD), digest_size=16).hexdigest())
    except (OSError, ValueError):
        return None


def _without_waiting(path: str, flags: int) -> int:
    """A named pipe would otherwise wait here for its writer, whose first bytes are not ours to take."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
