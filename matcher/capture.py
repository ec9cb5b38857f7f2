"""One input of packets, whatever it is: a capture file, compressed or not, tcpdump text, or standard input."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from matcher.decode import decode
from matcher.formats import ReadReport, Source, open_source, read_records
from matcher.packet import Packet
from matcher.tcpdump import looks_like_tcpdump, read_tcpdump

__all__ = ["STANDARD_INPUT", "Capture", "CaptureError", "open_capture"]

STANDARD_INPUT = "-"
_HEAD = 65_536  # bytes of text that are looked at to tell whether it is tcpdump's


class CaptureError(Exception):
    """An input of which nothing can be read; the message says which and why."""


@dataclass(slots=True)
class Capture:
    """An open input. `packets` can be iterated once; `report` is complete when that has ended.

    Attributes:
        name: What the user called it.
        form: `pcap`, `pcapng`, `snoop` or `tcpdump text`.
        packets: Packets in the order of the input.
        report: What was read, what was odd, what was not decoded.
    """

    name: str
    form: str
    packets: Iterator[Packet]
    report: ReadReport
    _stream: BinaryIO

    def __enter__(self) -> Capture:
        return self

    def __exit__(self, *error: object) -> None:
        if self.name != STANDARD_INPUT:
            self._stream.close()


def open_capture(name: str) -> Capture:
    """Open a file, or standard input for `-`, and find out what it is.

    Raises:
        CaptureError: It is missing, a folder, not readable, empty, or holds no packets in any form that is known.
    """
    stream = _open(name)
    report = ReadReport()
    source, form = open_source(stream, report)
    try:
        if form is not None:
            records = read_records(source, form, report)
            return Capture(name, form, (decode(record, report) for record in records), report, stream)
        return Capture(name, "tcpdump text", _text(name, source, report), report, stream)
    except CaptureError:
        if name != STANDARD_INPUT:
            stream.close()
        raise


def _open(name: str) -> BinaryIO:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except IsADirectoryError:
        hint = f"name the captures in it, for example {name.rstrip('/')}/*.pcap"
        raise CaptureError(f"{name} is a folder; {hint}") from None
    except FileNotFoundError:
        raise CaptureError(f"{name}: there is no such file") from None
    except (OSError, ValueError) as error:
        raise CaptureError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _text(name: str, source: Source, report: ReadReport) -> Iterator[Packet]:
    head = source.peek(_HEAD)
    if not head:
        raise CaptureError(f"{name} is empty{_damage(report)}")
    if not looks_like_tcpdump(head):
        kind = "binary data in no format known here" if b"\0" in head else "text, but not as tcpdump prints packets"
        known = "known are pcap, pcapng, snoop (also gzip, bzip2, xz) and what tcpdump prints"
        raise CaptureError(f"{name} holds {kind}; {known}{_damage(report)}")
    return read_tcpdump(io.BufferedReader(source), report)


def _damage(report: ReadReport) -> str:
    return f" ({report.damage.first[0]})" if report.damage.first else ""
