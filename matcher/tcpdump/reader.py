"""A stream of tcpdump text to packets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from matcher.formats.report import ReadReport
from matcher.packet import Packet
from matcher.tcpdump.clock import Clock, are_deltas
from matcher.tcpdump.dumped import LEAST_IP, Dumped, read_dump
from matcher.tcpdump.hexdump import HexDump, HexDumps
from matcher.tcpdump.lines import Record, Source, records
from matcher.tcpdump.packet_line import QUOTED, Reading, read_record
from matcher.tcpdump.sequence import Sequences, apply

__all__ = ["looks_like_tcpdump", "read_tcpdump"]

_HEAD: Final = 65_536
_LINK_WORDS: Final = ("ARP", "arp", "RARP", "rarp", "ethertype ", "802", "STP", "LLC")


def read_tcpdump(stream: Iterable[bytes], report: ReadReport) -> Iterator[Packet]:
    """Read what tcpdump printed, in 2000 or today, with any of its options, wrapped or not.

    Args:
        stream: Lines of bytes: a binary file, or any iterable of lines.
        report: Told of misprinted lines, of lines that are no packets, and of packets that are not IP.

    Yields:
        One packet a record, numbered from 1 in the order of the text. What the text does not show is `UNKNOWN`.
        TCP numbers are absolute. Reserved TCP flags, which tcpdump does not print, are taken as 0. Where a hex dump
        (-x, -xx, -X, -XX) shows the packet's bytes, these are decoded, and outweigh the line.
    """
    source = Source(stream, report)
    clock = Clock(are_deltas(source.first_lines))
    sequences = Sequences()
    frame = 0
    for frame, record in enumerate(records(source, report), start=1):
        reading = read_record(record)
        _make_absolute(reading, sequences)
        reading, malformed = _with_bytes(reading, record)
        _tell(reading, record, report)
        report.records += 1
        note = "; ".join((*reading.odd, *malformed))
        yield Packet(frame, clock.time_ns(reading.stamp), reading.fields, note)
    if frame == 0:
        report.warnings.add("no line of this text is a packet as tcpdump prints it")


def _tell(reading: Reading, record: Record, report: ReadReport) -> None:
    for odd in reading.odd:
        report.warnings.add(f"line {record.number}: {odd}")
    if reading.reason:
        report.leave_out(reading.reason)


def _with_bytes(reading: Reading, record: Record) -> tuple[Reading, tuple[str, ...]]:
    """The packet's bytes, where a dump shows them, over what its line says; and what is malformed in them."""
    odd = list(reading.odd)
    dump, dumped = _find_packet(record.dumps, reading)
    if dump is not None and dump.fault:
        odd.append(dump.fault)
    if dumped is None:
        if dump is not None and len(dump.data) >= LEAST_IP and not reading.reason:
            odd.append("the hex dump shows no IP packet")
        return replace(reading, odd=tuple(odd)), ()
    if dumped.contradicted:
        odd.append(f"the bytes of the hex dump contradict the line, and count ({', '.join(dumped.contradicted)})")
    malformed = (dumped.note,) if dumped.note else ()
    return replace(reading, fields=dict(dumped.fields), odd=tuple(odd), reason=""), malformed


def _find_packet(dumps: HexDumps, reading: Reading) -> tuple[HexDump | None, Dumped | None]:
    """The last dump that is of this packet, which is the one of -x; those before it show what is inside."""
    for dump in reversed(dumps.all):
        dumped = read_dump(bytes(dump.data), reading.fields) if len(dump.data) >= LEAST_IP else None
        if dumped is not None and not (dumps.doubtful and dumped.contradicted):
            return dump, dumped
    return (dumps.all[-1] if dumps.all else None), None


def _make_absolute(reading: Reading, sequences: Sequences) -> None:
    """In tcpdump's own order: the packet, then the one that it quotes."""
    if "seq" in reading.fields:
        apply(sequences, reading.fields, *reading.ends)
    if QUOTED + "seq" in reading.fields and reading.quoted_ends[0]:
        apply(sequences, reading.fields, *reading.quoted_ends, prefix=QUOTED)


def looks_like_tcpdump(head: str | bytes) -> bool:
    """Whether the beginning of a file is text that tcpdump printed."""
    data = head.encode("utf-8", "surrogateescape") if isinstance(head, str) else head
    data = data[:_HEAD]
    if b"\0" in data:
        return False
    scratch = ReadReport()
    source = Source(data.splitlines(keepends=True), scratch)
    for count, record in enumerate(records(source, scratch)):
        reading = read_record(record)
        if isinstance(reading.fields.get("src"), int | str) or reading.reason.startswith(_LINK_WORDS):
            return True
        if count >= 200:
            break
    return False
