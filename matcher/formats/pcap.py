"""Classic pcap files: https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcap/

Both byte orders, microseconds and nanoseconds, and Alexey Kuznetsov's variant with 24 bytes before each packet.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.formats.record import LARGEST_RECORD, Record
from matcher.formats.report import ReadReport
from matcher.formats.source import Source

__all__ = ["MAGIC", "PcapHeader", "read_pcap", "read_pcap_records", "take_pcap_header"]

_FILE_HEADER = 24
_LINKTYPE_MASK = 0x03FF_FFFF  # the bits above say whether and how long a frame check sequence is


@dataclass(frozen=True, slots=True)
class _Form:
    """One variant of the format: byte order, nanoseconds in a tick of the fraction, record header."""

    order: str
    tick: int
    record: struct.Struct


def _form(order: str, tick: int, rest: str = "") -> _Form:
    return _Form(order, tick, struct.Struct(f"{order}IIII{rest}"))


_FORMS: dict[bytes, _Form] = {
    b"\xa1\xb2\xc3\xd4": _form(">", 1000),
    b"\xd4\xc3\xb2\xa1": _form("<", 1000),
    b"\xa1\xb2\x3c\x4d": _form(">", 1),
    b"\x4d\x3c\xb2\xa1": _form("<", 1),
    # interface, protocol and packet type follow the lengths, 8 bytes with padding
    b"\xa1\xb2\xcd\x34": _form(">", 1000, "8x"),
    b"\x34\xcd\xb2\xa1": _form("<", 1000, "8x"),
}
MAGIC = tuple(_FORMS)

# Versions whose writers gave the two lengths in the other order, always or at times; 543.0 is tcpdump of DG/UX.
_SWAPPED = frozenset({(2, 0), (2, 1), (2, 2), (2, 3), (543, 0)})


@dataclass(frozen=True, slots=True)
class PcapHeader:
    """What the header of a file says of its records.

    Attributes:
        order: Of bytes, as `struct` writes it: `<` or `>`.
        tick: Nanoseconds in one step of the time's fraction.
        record: What stands before each packet; it begins with seconds, fraction, captured length and length.
        linktype: What each packet begins with.
        swapped: Whether the two lengths may stand in the other order.
    """

    order: str
    tick: int
    record: struct.Struct
    linktype: int
    swapped: bool


def read_pcap(source: Source, report: ReadReport) -> Iterator[Record]:
    """The records of a pcap file, as they come. Damage ends them and is in the report; nothing is raised."""
    header = take_pcap_header(source, report)
    if header is not None:
        yield from read_pcap_records(source, report, header)


def take_pcap_header(source: Source, report: ReadReport) -> PcapHeader | None:
    """The file header, taken from the source; None where it is cut, which is then in the report."""
    head = source.take(_FILE_HEADER)
    if len(head) < _FILE_HEADER:
        source.unfinished.add(f"pcap ends inside its file header: {len(head)} of {_FILE_HEADER} bytes")
        return None
    form = _FORMS[head[:4]]
    major, minor, network = struct.unpack_from(f"{form.order}HH12xI", head, 4)
    if major != 2 or minor > 4:
        report.warnings.add(f"pcap version {major}.{minor} is read as 2.4")
    swapped = (major, minor) in _SWAPPED
    return PcapHeader(form.order, form.tick, form.record, network & _LINKTYPE_MASK, swapped)


def read_pcap_records(source: Source, report: ReadReport, header: PcapHeader) -> Iterator[Record]:
    """The records behind a file header. Their numbers follow on `report.records`.

    Between two of them the source stands at the beginning of the next: whoever takes records from it there, and
    counts them in the report, can leave the rest to this.
    """
    unpack, size, tick, linktype = header.record.unpack, header.record.size, header.tick, header.linktype
    take, swapped = source.take, header.swapped
    while head := take(size):
        frame = report.records + 1
        if len(head) < size:
            source.unfinished.add(
                f"pcap ends inside the header of record {frame}: {len(head)} of {size} bytes, "
                f"at byte {source.offset - len(head)}"
            )
            return
        seconds, fraction, caplen, length = unpack(head)
        if swapped and caplen > length:
            caplen, length = length, caplen
        if caplen > LARGEST_RECORD:
            report.damage.add(
                f"record {frame} claims {caplen} captured bytes, at byte {source.offset - size}: "
                f"no packet is longer than {LARGEST_RECORD}"
            )
            return
        captured = take(caplen)
        if len(captured) < caplen:
            source.unfinished.add(
                f"pcap ends inside record {frame}: {len(captured)} of {caplen} bytes, "
                f"at byte {source.offset - len(captured)}"
            )
            return
        report.records += 1
        yield Record(frame, seconds * 1_000_000_000 + fraction * tick, length, captured, linktype)
