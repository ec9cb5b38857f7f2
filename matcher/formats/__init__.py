"""Capture files: bytes to records. Each format has its module; this one tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from matcher.formats import compressed, pcap, pcapng, snoop
from matcher.formats.growing import Growing
from matcher.formats.pcap import read_pcap
from matcher.formats.pcapng import read_pcapng
from matcher.formats.readable import Readable, prompt_read
from matcher.formats.record import LARGEST_RECORD, Record
from matcher.formats.report import Messages, ReadReport
from matcher.formats.snoop import read_snoop
from matcher.formats.source import Source

__all__ = [
    "LARGEST_RECORD",
    "Growing",
    "Messages",
    "ReadReport",
    "Readable",
    "Record",
    "Source",
    "open_source",
    "prompt_read",
    "read_pcap",
    "read_pcapng",
    "read_records",
    "read_snoop",
    "sniff",
]

_HEAD = 16
_MOST_WRAPPINGS = 3  # a compressed file may be compressed again, but not without end

_READERS: dict[str, Callable[[Source, ReadReport], Iterator[Record]]] = {
    "pcap": read_pcap,
    "pcapng": read_pcapng,
    "snoop": read_snoop,
}
_MAGICS: tuple[tuple[bytes, str], ...] = (
    *((magic, "pcap") for magic in pcap.MAGIC),
    (pcapng.MAGIC, "pcapng"),
    (snoop.MAGIC, "snoop"),
    *compressed.MAGICS,
)


def sniff(head: bytes) -> str | None:
    """The format of a file that begins with `head` (8 bytes suffice).

    Returns "pcap", "pcapng", "snoop", a compression ("gzip", "bzip2", "xz", "zstd", "lz4", and "compress" and
    "old lz4", which are not unpacked), or None where it is none of them: perhaps text.
    """
    return next((form for magic, form in _MAGICS if head.startswith(magic)), None)


def open_source(stream: Readable, report: ReadReport) -> tuple[Source, str | None]:
    """The bytes of `stream`, unpacked where they are compressed, and the format of what is inside.

    The format is as `sniff` gives it. It is still a compression where that cannot be unpacked, and `read_records` then
    says so.
    The stream need not be seekable, and nothing of it is lost by looking.
    """
    source = Source(stream, report)
    form = sniff(source.peek(_HEAD))
    for _ in range(_MOST_WRAPPINGS):
        if form not in compressed.PACKED:
            break
        source = Source(compressed.Unpacker(form, source, report), report)
        form = sniff(source.peek(_HEAD))
    return source, form


def read_records(source: Source, form: str | None, report: ReadReport) -> Iterator[Record]:
    """The records of a source whose format is known; both come from `open_source`. Raises nothing for bad bytes."""
    if form in _READERS:
        yield from _READERS[form](source, report)
    elif form in compressed.UNSUPPORTED:
        report.damage.add(f"compressed with {form}: not supported yet")
    elif form in compressed.PACKED:
        report.damage.add(f"compressed with {form} more than {_MOST_WRAPPINGS} times over")
    else:
        report.damage.add("not a capture file" if source.peek(1) else "the file is empty")
