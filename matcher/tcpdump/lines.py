"""Text to records: one record is what tcpdump printed of one packet, however it was wrapped since."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from matcher.formats.report import ReadReport
from matcher.tcpdump.clock import split_stamp
from matcher.tcpdump.hexdump import HexDumps

__all__ = ["Record", "Source", "records"]

LONGEST_LINE: Final = 65_536  # bytes; what is longer is cut
_LONGEST_RECORD: Final = 16_384  # characters of the packet's own line once it is joined
_MOST_JOINS: Final = 24
_MOST_DETAILS: Final = 64
_PEEKED_LINES: Final = 256
_MOST_STRAY_WARNINGS: Final = 20


@dataclass(slots=True)
class Record:
    """The text of one packet: its own line, joined, the indented lines that explain it, and its bytes."""

    number: int  # of its first line in the file, from 1
    head: str
    joins: int = 0
    details: list[str] = field(default_factory=list)
    dumps: HexDumps = field(default_factory=HexDumps)


_LINE_NUMBER = re.compile(
    r"\s{0,8}\d{1,7}[.:)]?[ \t]{1,8}(?=\d{4}-\d\d-\d\d |\d{1,2}:\d\d:\d\d\.\d|\d{6,11}\.\d{6} )", re.ASCII
)
_NOTICE = re.compile(
    r"(?:reading from |tcpdump: |dropped privs|listening on |\d+ packets? (?:captured|received|dropped))", re.ASCII
)
_BODY = re.compile(r" > [^\s]{1,300}:(?:\s|$)")
# A line without a time stamp (tcpdump -t) that is a packet all the same
_UNSTAMPED = re.compile(r"(?:IP6? [(\[]?\S|ARP, |arp |[^\s>]{1,300} > [^\s>]{1,300}[:,](?:\s|$))")
# How the second half of a wrapped line begins
_TAIL = re.compile(
    r"[SFRPWEU.]{1,8} (?:\d|ack |win |\[)|(?:ack|win|urg|seq|length) \d|[<(]|\[(?:tos|ECN|CWR|\||tcp|ttl)"
    r"|\d{1,10}(?:$|[,> ])|nop[,>]|mss \d|sackOK|wscale \d|timestamp \d|options \[|TS val"
    r"|Flags \[|UDP, |ICMP6?[, ]|icmp: |udp \d",
    re.ASCII,
)
_SNAP_ALONE = re.compile(r"snap \S{1,20}", re.ASCII)
_UNFINISHED = (" >", " ack", " win", " urg", " seq", " mss", " wscale", " timestamp", ",", " val", " ecr", " Flags")
_IP_HEADER = re.compile(r"\((?:tos|ttl|class|flowlabel|hlim|id) ")


class Source:
    """The lines of a text, cleaned of what mail and editors add around them."""

    def __init__(self, stream: Iterable[bytes], report: ReadReport) -> None:
        self._report = report
        self._lines = _decoded(_raw_lines(stream, report))
        self._peeked = deque(islice(self._lines, _PEEKED_LINES))
        self._indent = _common_indent(self._peeked)
        self._quoted = _is_quoted(self._peeked)

    @property
    def first_lines(self) -> list[str]:
        """The first few hundred lines, cleaned."""
        return [self._clean(line) for line in self._peeked]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        number = 0
        while self._peeked:
            number += 1
            yield number, self._clean(self._peeked.popleft())
        for line in self._lines:
            number += 1
            yield number, self._clean(line)

    def _clean(self, line: str) -> str:
        if self._quoted:
            line = re.sub(r"^(?:> ?){1,8}", "", line)
        elif line[: self._indent].isspace():
            line = line[self._indent :]
        found = _LINE_NUMBER.match(line)
        return line[found.end() :] if found is not None else line


def _raw_lines(stream: Iterable[bytes], report: ReadReport) -> Iterator[bytes]:
    """Lines of at most `LONGEST_LINE` bytes, whether the stream can bound its lines itself or not."""
    readline = getattr(stream, "readline", None)
    if readline is None:
        for line in stream:
            if len(line) > LONGEST_LINE:
                report.warnings.add(f"a line of {len(line)} bytes was cut to {LONGEST_LINE}")
            yield line[:LONGEST_LINE]
        return
    cut = False
    while line := readline(LONGEST_LINE):
        ends = line.endswith(b"\n")
        if not cut:
            yield line
            if not ends and len(line) == LONGEST_LINE:
                report.warnings.add(f"a line longer than {LONGEST_LINE} bytes was cut")
        cut = not ends


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    for line in lines:
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("latin-1")  # host names of long ago: every byte is a character
        yield text.rstrip()


def _is_quoted(lines: Iterable[str]) -> bool:
    marks = [line.startswith(">") for line in lines if line]
    return bool(marks) and all(marks)


def _common_indent(lines: Iterable[str]) -> int:
    """Blanks in front of every line; one alone is tcpdump's own (in front of time differences)."""
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line]
    least = min(indents, default=0)
    return least if least > 1 else 0


def records(source: Source, report: ReadReport) -> Iterator[Record]:
    """Put lines together to records; lines that belong to none are told of, the first of them by number."""
    current: Record | None = None
    stamped = False
    strays = _Strays(report)
    for number, text in source:
        if not text or text.startswith("#") or _NOTICE.match(text):
            continue
        if current is not None and current.dumps.add(text):
            continue
        has_stamp = _is_stamped(text)
        stamped = stamped or has_stamp
        unfinished = current is not None and _is_unfinished(current)
        awaits_body = current is not None and unfinished and _BODY.search(current.head) is None
        if has_stamp or (not stamped and not awaits_body and _UNSTAMPED.match(text)):
            if current is not None:
                yield current
            current = Record(number, text[:_LONGEST_RECORD])
        elif current is not None and (unfinished or (not text[0].isspace() and _TAIL.match(text))):
            _join(current, text)
        elif current is not None and text[0].isspace():
            if len(current.details) < _MOST_DETAILS:
                current.details.append(text[:_LONGEST_RECORD])
        else:
            strays.add(number)
            if current is not None:
                current.dumps.interrupt()
    if current is not None:
        yield current
    strays.finish()


def _is_stamped(text: str) -> bool:
    # tcpdump puts a tab in front of what it shows of a payload: text from strangers, which starts no record.
    return text[0] in " 0123456789" and split_stamp(text)[0] is not None


def _is_unfinished(record: Record) -> bool:
    text = record.head
    if record.joins >= _MOST_JOINS or len(text) >= _LONGEST_RECORD:
        return False
    if text.endswith(_UNFINISHED):
        return True
    rest = split_stamp(text)[1]
    if not rest or _SNAP_ALONE.fullmatch(rest):
        return True
    body = _BODY.search(text)
    if body is None:
        return (text.endswith(")") and _IP_HEADER.search(text) is not None) or _is_open(text)
    return body.end() >= len(text) or _is_open(text[body.end() :])


def _is_open(text: str) -> bool:
    """Whether a bracket was opened and not closed."""
    return text.rfind("<") > text.rfind(">") or text.count("(") > text.count(")") or text.count("[") > text.count("]")


def _join(record: Record, text: str) -> None:
    record.head = f"{record.head} {text.strip()}"[:_LONGEST_RECORD]
    record.joins += 1


class _Strays:
    """Lines that are part of no packet: the first by number, the others as a count."""

    def __init__(self, report: ReadReport) -> None:
        self._report = report
        self._count = 0

    def add(self, number: int) -> None:
        self._count += 1
        if self._count <= _MOST_STRAY_WARNINGS:
            self._report.warnings.add(f"line {number}: not part of a packet")

    def finish(self) -> None:
        if self._count > _MOST_STRAY_WARNINGS:
            self._report.warnings.add(f"{self._count - _MOST_STRAY_WARNINGS} more lines are not part of a packet")
