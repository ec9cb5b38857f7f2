"""pcap files in large reads: batches of records for the kernels, and the ordinary reader for what is left.

The kernels take whole, ordinary records. At the first one that is not, the bytes from there on are put back, and
what `matcher.formats.pcap` would say of them is said.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.compiled.walk import ROWS, walk_pcap
from matcher.formats import LARGEST_RECORD, ReadReport, Source

__all__ = ["CHUNK", "Batch", "PcapHeader", "batches", "take_header"]

CHUNK = 1 << 20  # bytes of a read: what fits the cache beside the tables
_SIZE = 24
_LINKTYPE_MASK = 0x03FF_FFFF


@dataclass(frozen=True, slots=True)
class PcapHeader:
    """What a pcap file says of its records.

    Attributes:
        big: Whether numbers are big-endian.
        tick: Nanoseconds in one step of the time's fraction.
        record: Bytes before each packet.
        linktype: What each packet begins with.
    """

    big: bool
    tick: int
    record: int
    linktype: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that stand together in the file.

    Attributes:
        data: The bytes they are in; uint8[bytes].
        rows: int64[4, records]: offset of the packet in `data`, captured bytes, bytes on the wire, time in ns.
        first: Number of the first record in its capture, from 1.
    """

    data: npt.NDArray[np.uint8]
    rows: npt.NDArray[np.int64]
    first: int

    @property
    def size(self) -> int:
        """How many records there are."""
        return int(self.rows.shape[1])


_FORMS = {  # magic: big-endian, nanoseconds in a tick, bytes before a packet
    b"\xa1\xb2\xc3\xd4": (True, 1000, 16),
    b"\xd4\xc3\xb2\xa1": (False, 1000, 16),
    b"\xa1\xb2\x3c\x4d": (True, 1, 16),
    b"\x4d\x3c\xb2\xa1": (False, 1, 16),
    b"\xa1\xb2\xcd\x34": (True, 1000, 24),
    b"\x34\xcd\xb2\xa1": (False, 1000, 24),
}


def take_header(source: Source) -> PcapHeader | None:
    """The file header, taken from the source; None, and nothing taken, where it is not that of an ordinary pcap 2.4."""
    head = source.peek(_SIZE)
    if len(head) < _SIZE or head[:4] not in _FORMS:
        return None
    big, tick, record = _FORMS[head[:4]]
    major, minor, network = struct.unpack_from(f"{'>' if big else '<'}HH12xI", head, 4)
    if (major, minor) != (2, 4):
        return None
    source.take(_SIZE)
    return PcapHeader(big, tick, record, network & _LINKTYPE_MASK)


def batches(source: Source, header: PcapHeader, report: ReadReport, chunk: int = CHUNK) -> Iterator[Batch]:
    """The records of a source behind its file header. `report` is as `read_records` would leave it."""
    first = 1
    size = chunk
    while piece := source.take(size):
        data = np.frombuffer(piece, np.uint8)
        rows = np.empty((ROWS, len(piece) // header.record + 1), np.int64)
        count, used = walk_pcap(data, header.big, header.tick, header.record, rows)
        if used < len(piece):
            source.put_back(piece[used:])
        if count:
            report.records += int(count)
            yield Batch(data, rows[:, :count], first)
            first += int(count)
            size = chunk
        elif size < header.record + LARGEST_RECORD:
            size = min(2 * size, header.record + LARGEST_RECORD)  # one record may be longer than a read
        else:
            break
    _say_what_is_left(source, header, report, first)


def _say_what_is_left(source: Source, header: PcapHeader, report: ReadReport, frame: int) -> None:
    """What the ordinary reader says of a record that is cut or claims too much."""
    head = source.take(header.record)
    at = source.offset - len(head)
    if not head:
        return
    if len(head) < header.record:
        source.unfinished.add(
            f"pcap ends inside the header of record {frame}: {len(head)} of {header.record} bytes, at byte {at}"
        )
        return
    (caplen,) = struct.unpack_from(">I" if header.big else "<I", head, 8)
    if caplen > LARGEST_RECORD:
        report.damage.add(
            f"record {frame} claims {caplen} captured bytes, at byte {at}: no packet is longer than {LARGEST_RECORD}"
        )
        return
    captured = source.take(caplen)
    source.unfinished.add(
        f"pcap ends inside record {frame}: {len(captured)} of {caplen} bytes, at byte {source.offset - len(captured)}"
    )
