"""pcapng files: https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcapng/

Many sections in either byte order, many interfaces in each with their own link type and clock. Blocks that hold no
packet are passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matcher.formats.record import LARGEST_RECORD, Record
from matcher.formats.report import ReadReport
from matcher.formats.source import Source

__all__ = ["MAGIC", "Interface", "PcapngReader", "read_pcapng"]

MAGIC = b"\x0a\x0d\x0d\x0a"

_SECTION, _INTERFACE, _PACKET, _SIMPLE_PACKET, _ENHANCED_PACKET = 0x0A0D0D0A, 1, 2, 3, 6
_BYTE_ORDERS = {b"\x1a\x2b\x3c\x4d": ">", b"\x4d\x3c\x2b\x1a": "<"}
_LONGEST_DESCRIPTION = 1 << 20  # bytes of an interface's options that are read
_MOST_INTERFACES = 65_536  # of a section
_IF_TSRESOL, _IF_TSOFFSET = 9, 14
_TIME_LIMIT = 1 << 63  # nanoseconds: what 64 bits with a sign hold, but for the least, which stands for none


class _Damaged(Exception):
    """The file cannot be followed from here on."""


class _Unfinished(_Damaged):
    """The file ends inside a block."""


@dataclass(frozen=True, slots=True)
class Interface:
    """What an interface description block says of its packets.

    Attributes:
        linktype: What each packet begins with.
        snaplen: Most bytes captured of a packet, 0 for no limit.
        ticks: Clock ticks in a second.
        offset: Seconds to add to every time.
    """

    linktype: int
    snaplen: int
    ticks: int
    offset: int

    def time_ns(self, high: int, low: int) -> int:
        """Nanoseconds since 1970; what is finer is rounded down."""
        return (high << 32 | low) * 1_000_000_000 // self.ticks + self.offset * 1_000_000_000


def read_pcapng(source: Source, report: ReadReport) -> Iterator[Record]:
    """The records of a pcapng file, as they come. Damage ends them and is in the report; nothing is raised."""
    return PcapngReader(source, report).records()


class PcapngReader:
    """Where in a pcapng file we are.

    Attributes:
        order: Byte order of the section, as `struct` writes it.
        interfaces: Those that the section has described so far.
    """

    def __init__(self, source: Source, report: ReadReport) -> None:
        self._source = source
        self._report = report
        self._start = 0  # where the block began
        self._left = 0  # bytes of the block's body not yet taken
        self.order = "<"
        self.interfaces: list[Interface] = []
        self._readers: dict[int, Callable[[], Record | None]] = {
            _INTERFACE: self._interface,
            _PACKET: self._packet,
            _SIMPLE_PACKET: self._simple_packet,
            _ENHANCED_PACKET: self._enhanced_packet,
        }

    def records(self) -> Iterator[Record]:
        """Every packet, in the order of the file. Their numbers follow on `report.records`.

        Between two of them the source stands at the beginning of a block: whoever takes blocks from it there, and
        counts the packets in the report, can leave the rest to this.
        """
        try:
            yield from self._blocks()
        except _Unfinished as end:
            self._source.unfinished.add(str(end))
        except _Damaged as damage:
            self._report.damage.add(str(damage))

    def _blocks(self) -> Iterator[Record]:
        while True:
            self._start = self._source.offset
            head = self._source.take(8)
            if not head:
                return
            if len(head) < 8:
                raise _Unfinished(f"pcapng ends inside a block header: {len(head)} of 8 bytes, at byte {self._start}")
            record = self._block(head)
            if record is not None:
                self._report.records += 1
                yield record

    def _block(self, head: bytes) -> Record | None:
        if head[:4] == MAGIC:  # the same in either byte order
            self._section(head[4:])
            return None
        kind, length = struct.unpack(f"{self.order}II", head)
        self._open(length, least=12)
        read = self._readers.get(kind)
        record = read() if read else None
        self._close(length)
        return record

    def _open(self, length: int, least: int) -> None:
        if length < least:
            raise _Damaged(f"pcapng block of {length} bytes at byte {self._start}: at least {least} are needed")
        if length % 4:
            self._report.warnings.add(f"pcapng block length {length} at byte {self._start} is not a multiple of 4")
        self._left = (length + 3) // 4 * 4 - 12

    def _close(self, length: int) -> None:
        """Pass the rest of the block and hold its second length against the first."""
        rest, self._left = self._left, 0
        if self._source.skip(rest) < rest:
            raise self._cut()
        trailer = self._source.take(4)
        if len(trailer) < 4:
            raise self._cut()
        (again,) = struct.unpack(f"{self.order}I", trailer)
        if again != length:
            raise _Damaged(f"pcapng block at byte {self._start}: its two lengths, {length} and {again}, differ")

    def _take(self, size: int, what: str) -> bytes:
        if size > self._left:
            raise _Damaged(f"pcapng block at byte {self._start} is too short for {size} bytes of {what}")
        data = self._source.take(size)
        if len(data) < size:
            raise self._cut()
        self._left -= size
        return data

    def _cut(self) -> _Unfinished:
        return _Unfinished(f"pcapng ends inside the block begun at byte {self._start}, at byte {self._source.offset}")

    def _section(self, raw_length: bytes) -> None:
        magic = self._source.take(4)
        if len(magic) < 4:
            raise self._cut()
        order = _BYTE_ORDERS.get(magic)
        if order is None:
            raise _Damaged(f"pcapng section at byte {self._start} has the byte-order magic {magic.hex()}")
        self.order = order
        (length,) = struct.unpack(f"{order}I", raw_length)
        self._open(length, least=28)
        self._left -= 4
        major, minor = struct.unpack(f"{order}HH", self._take(4, "section header"))
        if major != 1:
            raise _Damaged(f"pcapng section at byte {self._start} has version {major}.{minor}: only 1.x is known")
        self.interfaces = []
        self._close(length)

    def _interface(self) -> None:
        if len(self.interfaces) >= _MOST_INTERFACES:
            raise _Damaged(f"pcapng section has more than {_MOST_INTERFACES} interfaces, at byte {self._start}")
        linktype, snaplen = struct.unpack(f"{self.order}HxxI", self._take(8, "interface description"))
        if self._left > _LONGEST_DESCRIPTION:
            raise _Damaged(f"pcapng interface at byte {self._start} has {self._left} bytes of options")
        options = self._options(self._take(self._left, "interface options"))
        resolution = options.get(_IF_TSRESOL, b"\x06")[:1] or b"\x06"
        exponent = resolution[0] & 0x7F
        ticks = 1 << exponent if resolution[0] & 0x80 else 10**exponent
        offset = options.get(_IF_TSOFFSET, b"")
        seconds = struct.unpack(f"{self.order}q", offset)[0] if len(offset) == 8 else 0
        self.interfaces.append(Interface(linktype, snaplen, ticks, seconds))

    def _options(self, data: bytes) -> dict[int, bytes]:
        """Option values by code, the first of each."""
        options: dict[int, bytes] = {}
        at = 0
        while at + 4 <= len(data):
            code, size = struct.unpack_from(f"{self.order}HH", data, at)
            if code == 0:
                break
            if at + 4 + size > len(data):
                raise _Damaged(f"pcapng option of {size} bytes runs out of its block, begun at byte {self._start}")
            options.setdefault(code, data[at + 4 : at + 4 + size])
            at += 4 + (size + 3) // 4 * 4
        return options

    def _described(self, number: int) -> Interface:
        if number >= len(self.interfaces):
            raise _Damaged(
                f"pcapng packet at byte {self._start} names interface {number}; {len(self.interfaces)} are described"
            )
        return self.interfaces[number]

    def _enhanced_packet(self) -> Record:
        number, high, low, caplen, length = struct.unpack(f"{self.order}IIIII", self._take(20, "packet header"))
        return self._timed(number, high, low, caplen, length)

    def _packet(self) -> Record:
        """The obsolete packet block, which counts drops beside a shorter interface number."""
        number, high, low, caplen, length = struct.unpack(f"{self.order}HxxIIII", self._take(20, "packet header"))
        return self._timed(number, high, low, caplen, length)

    def _timed(self, number: int, high: int, low: int, caplen: int, length: int) -> Record:
        interface = self._described(number)
        if caplen > LARGEST_RECORD:
            raise _Damaged(f"pcapng packet at byte {self._start} claims {caplen} captured bytes")
        captured = self._take(caplen, "packet data")
        time_ns: int | None = interface.time_ns(high, low)
        if time_ns is not None and not -_TIME_LIMIT < time_ns < _TIME_LIMIT:
            self._report.warnings.add(f"pcapng packet at byte {self._start} has a time outside the years 1677 to 2262")
            time_ns = None
        return Record(self._report.records + 1, time_ns, length, captured, interface.linktype)

    def _simple_packet(self) -> Record:
        """Only the length is said: the captured length follows from the snap length, and there is no time."""
        interface = self._described(0)
        (length,) = struct.unpack(f"{self.order}I", self._take(4, "packet header"))
        caplen = min(length, interface.snaplen or length)
        if caplen > LARGEST_RECORD:
            raise _Damaged(f"pcapng packet at byte {self._start} claims {caplen} captured bytes")
        return Record(self._report.records + 1, None, length, self._take(caplen, "packet data"), interface.linktype)
