"""One input of packets, whatever it is: a capture file, compressed or not, tcpdump text, or standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from matcher.decode import decode
from matcher.formats import Growing, Readable, ReadReport, Record, Source, open_source, read_records
from matcher.notation import visible
from matcher.packet import Packet
from matcher.piped import Piped

__all__ = ["STANDARD_INPUT", "Capture", "CaptureError", "NotACaptureError", "file_size", "open_capture", "printable"]

STANDARD_INPUT = "-"
_HEAD = 65_536  # bytes of text that are looked at to tell whether it is tcpdump's


class CaptureError(Exception):
    """An input of which nothing can be read; the message says which and why."""


class NotACaptureError(CaptureError):
    """An input that can be read, and holds no packets in any form that is known."""


class _File(Protocol):
    """What a capture needs of its file besides the bytes."""

    def tell(self) -> int: ...
    def close(self) -> None: ...


@dataclass(slots=True)
class Capture:
    """An open input. `packets` can be iterated once; `report` is complete when that has ended.

    Attributes:
        name: What the user called it.
        form: `pcap`, `pcapng`, `snoop` or `tcpdump text`; `merged` for several that are read as one.
        packets: Packets in the order of the input.
        report: What was read, what was odd, what was not decoded.
        growing: Where its end is only where the writer has come to, what waits there.
        piped: Where it can be read once only, what keeps it for whoever needs it twice.
        records: What the packets are decoded from, instead of them; None where they are not decoded from records.
        parts: Names of the files that are read as one.
    """

    name: str
    form: str
    packets: Iterator[Packet]
    report: ReadReport
    _stream: _File
    growing: Growing | None = None
    piped: Piped | None = None
    records: Iterator[Record] | None = None
    parts: Sequence[str] = ()

    @property
    def size(self) -> int:
        """Bytes of its files; 0 where that cannot be told."""
        return sum(map(file_size, self.parts or (self.name,)))

    @property
    def position(self) -> int:
        """Bytes of the file (packed, where it is packed) that have been read; 0 where that cannot be told."""
        try:
            return self._stream.tell()
        except (OSError, ValueError):  # a pipe has no position, nor has what is closed
            return 0

    @property
    def is_followed(self) -> bool:
        """Whether its end is only where the writer has come to."""
        return self.growing is not None

    def __enter__(self) -> Capture:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; standard input stays open."""
        if self.piped:
            self.piped.close()
        if self.name != STANDARD_INPUT:
            self._stream.close()

    def stop(self) -> None:
        """End the waiting for more of a file that is followed. May be called from a thread or a signal handler."""
        if self.growing:
            self.growing.stop()


def file_size(name: str) -> int:
    """Bytes of a file; 0 where there is none."""
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):
        return 0


def printable(name: str) -> str:
    """A file name that can be shown: bytes of it that are not UTF-8, and control characters, become escapes."""
    return visible(name.encode("utf-8", "backslashreplace").decode())


def open_capture(name: str, *, inner: bool = False, follow: bool = False, idle: float | None = None) -> Capture:
    """Open a file, or standard input for `-`, and find out what it is.

    Args:
        name: A path, or `-`. A named pipe is read until its writers have closed it.
        inner: Decode the innermost packet of a tunnel, as `decode` does.
        follow: At the end of a regular file, wait for more (it is still being written), until it has not grown for
            `idle` seconds or until `Capture.stop`. A last record that is not whole is then a warning, not damage.
        idle: Seconds; None waits for ever.

    Raises:
        CaptureError: It is missing, a folder, not readable, empty, or holds no packets in any form that is known; or it
            is to be followed and is compressed.
    """
    stream = _open(name)
    report = ReadReport()
    is_regular = _is_regular(stream)
    growing = Growing(stream, idle) if follow and is_regular else None
    # Standard input may be a file, and has no name by which that could be opened once more.
    piped = Piped(stream) if not growing and (name == STANDARD_INPUT or not is_regular) else None
    try:
        form, records, packets = _packets(name, growing or piped or stream, report, inner)
    except BaseException:
        if name != STANDARD_INPUT:
            stream.close()
        raise
    return Capture(name, form, packets, report, stream, growing, piped, records)


def _open(name: str) -> BinaryIO:
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise CaptureError("standard input is closed")
        return sys.stdin.buffer
    if not name:
        raise CaptureError("the name of a capture is empty")
    try:
        return Path(name).open("rb")
    except IsADirectoryError:
        hint = f"name the captures in it, for example {name.rstrip('/')}/*.pcap"
        raise CaptureError(f"{name} is a folder; {hint}") from None
    except FileNotFoundError:
        raise CaptureError(f"{name}: there is no such file") from None
    except (OSError, ValueError) as error:
        raise CaptureError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _is_regular(stream: BinaryIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # what stands in for standard input may have no file
        return False


def _packets(
    name: str, stream: Readable, report: ReadReport, inner: bool
) -> tuple[str, Iterator[Record] | None, Iterator[Packet]]:  # fmt: skip
    """The form of an input, its records and its packets."""
    source, form = open_source(stream, report)
    if isinstance(stream, Growing) and not source.growing:
        raise CaptureError(f"{name} is compressed: only what is not can be followed while it is written")
    if form is None:
        return "tcpdump text", None, _text(name, source, report)
    records = read_records(source, form, report)
    return form, records, (decode(record, report, inner) for record in records)


def _text(name: str, source: Source, report: ReadReport) -> Iterator[Packet]:
    from matcher.tcpdump import looks_like_tcpdump, read_tcpdump  # some hundred regular expressions

    head = source.ahead(1)
    if not head:
        raise NotACaptureError(f"{name} is empty{_damage(report)}")
    while not looks_like_tcpdump(head):
        longer = _with_another_line(source, head)
        if longer == head or len(head) >= _HEAD or b"\0" in head:
            raise NotACaptureError(f"{name} holds {_what(head)}{_damage(report)}")
        head = longer
    return read_tcpdump(io.BufferedReader(source), report)


def _with_another_line(source: Source, head: bytes) -> bytes:
    """More than `head`, unless the text ends. No more than a line is awaited: a pipe may give the next in an hour."""
    more = head
    while b"\n" not in more[len(head) :] and len(more) < _HEAD:
        longer = source.ahead(len(more) + 1)
        if len(longer) == len(more):
            break
        more = longer
    return more


def _what(head: bytes) -> str:
    kind = "binary data in no format known here" if b"\0" in head else "text, but not as tcpdump prints packets"
    return f"{kind}; known are pcap, pcapng, snoop (also gzip, bzip2, xz, zstd, lz4) and what tcpdump prints"


def _damage(report: ReadReport) -> str:
    return f" ({report.damage.first[0]})" if report.damage.first else ""
