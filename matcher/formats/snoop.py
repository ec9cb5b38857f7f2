"""snoop files of Solaris: RFC 1761."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from matcher.formats.record import LARGEST_RECORD, Record
from matcher.formats.report import ReadReport
from matcher.formats.source import Source

__all__ = ["MAGIC", "read_snoop"]

MAGIC = b"snoop\0\0\0"

_HEADER = struct.Struct(">IIIIII")
_LONGEST_PADDING = 4096
# RFC 1761's datalink types (and the registry that grew from it) as pcap's link types
_LINKTYPES = {
    0: 1, 2: 6, 4: 1, 8: 10, 9: 0, 14: 0, 16: 122, 18: 123,  # the last two: IP over Fibre Channel, and over ATM
    0x8000_0005: 226,  # Solaris: IPNET
}  # fmt: skip
_UNKNOWN_LINKTYPE = -1


def read_snoop(source: Source, report: ReadReport) -> Iterator[Record]:
    """The records of a snoop file, as they come. Damage ends them and is in the report; nothing is raised."""
    head = source.take(16)
    if len(head) < 16:
        source.unfinished.add(f"snoop file ends inside its header: {len(head)} of 16 bytes")
        return
    version, datalink = struct.unpack_from(">II", head, 8)
    if version != 2:
        report.warnings.add(f"snoop version {version} is read as 2")
    if datalink not in _LINKTYPES:
        report.warnings.add(f"snoop datalink type {datalink} is not decoded")
    yield from _records(source, report, _LINKTYPES.get(datalink, _UNKNOWN_LINKTYPE))


def _records(source: Source, report: ReadReport, linktype: int) -> Iterator[Record]:
    frame = 0
    while head := source.take(_HEADER.size):
        frame += 1
        start = source.offset - len(head)
        if len(head) < _HEADER.size:
            source.unfinished.add(f"snoop file ends inside the header of record {frame}, at byte {start}")
            return
        length, caplen, size, _drops, seconds, microseconds = _HEADER.unpack(head)
        padding = size - _HEADER.size - caplen
        if caplen > LARGEST_RECORD or not 0 <= padding <= _LONGEST_PADDING:
            report.damage.add(f"snoop record {frame} at byte {start} has impossible lengths: {caplen} bytes in {size}")
            return
        captured = source.take(caplen)
        if len(captured) < caplen:
            source.unfinished.add(
                f"snoop file ends inside record {frame}: {len(captured)} of {caplen} bytes, at byte {source.offset}"
            )
            return
        report.records += 1
        yield Record(frame, seconds * 1_000_000_000 + microseconds * 1000, length, captured, linktype)
        if source.skip(padding) < padding:
            source.unfinished.add(f"snoop file ends inside the padding of record {frame}, at byte {source.offset}")
            return
