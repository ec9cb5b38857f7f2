"""A stream of bytes that is read once, in order, without ever holding much of it.

Standard input cannot be rewound, so what was looked at to tell the format must still be there for its reader.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from matcher.formats.growing import Growing
from matcher.formats.readable import Readable, prompt_read
from matcher.formats.report import Messages, ReadReport

__all__ = ["Source"]

_CHUNK = 262_144


class Source(io.RawIOBase):
    """Bytes in order, with looking ahead and a position.

    It is a raw stream too, so that a reader of text can wrap it in `io.TextIOWrapper(io.BufferedReader(source))`.
    A read that fails ends the bytes and is recorded as damage.

    Attributes:
        unfinished: Where to say that they end inside something: among the warnings if so, and else among the damage.
    """

    def __init__(self, stream: Readable, report: ReadReport) -> None:
        self._read = prompt_read(stream)
        self._read_into: Callable[[memoryview], int] = getattr(stream, "readinto", self._copy_into)
        self._report = report
        self._growing = stream if isinstance(stream, Growing) else None
        self.unfinished: Messages = report.warnings if self._growing else report.damage
        self._buffer = b""
        self._at = 0
        self._before = 0  # bytes that came before the buffer
        self._ended = False

    @property
    def growing(self) -> bool:
        """Whether the bytes come from a file that is still being written."""
        return self._growing is not None

    @property
    def offset(self) -> int:
        """Bytes taken so far: where in the (unpacked) input the next byte is."""
        return self._before + self._at

    def take(self, size: int) -> bytes:
        """The next `size` bytes; fewer only where the input ends."""
        at = self._at
        stop = at + size
        if stop > len(self._buffer):
            self._fill(size)
            at, stop = 0, min(size, len(self._buffer))
        self._at = stop
        return self._buffer[at:stop]

    def take_into(self, buffer: memoryview) -> int:
        """Take what fits into `buffer`, mostly without a copy on the way. Fewer bytes only where the input ends."""
        have = min(len(buffer), len(self._buffer) - self._at)
        buffer[:have] = memoryview(self._buffer)[self._at : self._at + have]
        self._at += have
        while have < len(buffer) and not self._ended:
            try:
                count = self._read_into(buffer[have:])
            except OSError as error:
                self._say_failed(self.offset, error)
                count = 0
            self._note(not count)
            self._before += count
            have += count
        return have

    def peek(self, size: int) -> bytes:
        """What `take(size)` would give, without taking it."""
        if self._at + size > len(self._buffer):
            self._fill(size)
        return self._buffer[self._at : self._at + size]

    def ahead(self, least: int) -> bytes:
        """All that is at hand without taking it; waits only until there are `least` bytes."""
        self.peek(least)
        return self._buffer[self._at :]

    def skip(self, size: int) -> int:
        """Take `size` bytes and forget them, however many they are. Returns how many there were."""
        left = size
        while left:
            passed = len(self.take(min(left, _CHUNK)))
            if not passed:
                break
            left -= passed
        return size - left

    def put_back(self, data: bytes) -> None:
        """Undo taking `data`, which must be what was taken last."""
        self._buffer = data + self._buffer[self._at :]
        self._before += self._at - len(data)
        self._at = 0

    def _fill(self, size: int) -> None:
        """Drop what was taken and read on until `size` bytes are there or the input ends."""
        pieces = [self._buffer[self._at :]]
        have = len(pieces[0])
        while have < size and not self._ended:
            try:
                piece = self._read(_CHUNK)
            except OSError as error:
                self._say_failed(self._before + self._at + have, error)
                piece = b""
            self._note(not piece)
            pieces.append(piece)
            have += len(piece)
        self._before += self._at
        self._buffer, self._at = b"".join(pieces), 0

    def _note(self, has_ended: bool) -> None:
        """Note whether the input has ended; and if somebody stopped it before its end, say so."""
        self._ended = has_ended
        if has_ended and self._growing and (unread := self._growing.unread):
            self._report.warnings.add(f"stopped before the end: {unread:,} bytes were there and were not read")

    def _say_failed(self, offset: int, error: OSError) -> None:
        self._report.damage.add(f"reading failed at byte {offset}: {error}")

    def _copy_into(self, buffer: memoryview) -> int:
        """For a stream that cannot read into a buffer."""
        piece = self._read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        """For `io.BufferedReader`: give what there is, and wait only when there is nothing."""
        data = self.take(min(len(buffer), len(self._buffer) - self._at) or min(len(buffer), len(self.peek(1))))
        buffer[: len(data)] = data
        return len(data)
