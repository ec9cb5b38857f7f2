"""What -x, -xx, -X and -XX print of a packet: lines of hexadecimal digits, and the bytes that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from matcher.formats.record import LARGEST_RECORD

__all__ = ["HexDump", "HexDumps"]

_MOST_DUMPS: Final = 4
_LINE: Final = 16  # bytes that a line shows, unless it is the last
_GROUPS = r"(?:[0-9a-f]{4} ){0,7}(?:[0-9a-f]{4}|[0-9a-f]{2})"
# With the offset in front, as since 3.6, and with the text of -X behind; 3.6 to 3.8 left the colon out
_OFFSET = re.compile(r"\s*0x([0-9a-f]{4,8})(?::|(?=\s))", re.ASCII | re.IGNORECASE)
_BYTES = re.compile(rf"\s+({_GROUPS})(?=\s|$)(\s*)", re.ASCII | re.IGNORECASE)
# Digits alone, as in 2000. Three groups say that it is a dump; once one has begun, its last line may have fewer.
_FIRST_BARE = re.compile(rf"\s*((?:[0-9a-f]{{4}} ){{2}}{_GROUPS})", re.ASCII | re.IGNORECASE)
_NEXT_BARE = re.compile(rf"\s+({_GROUPS})", re.ASCII | re.IGNORECASE)


@dataclass(slots=True)
class HexDump:
    """The bytes of one dump, line by line. They end where a line is damaged or missing.

    Attributes:
        data: The bytes so far.
        fault: Why they end too early, in words; empty as long as they do not.
    """

    data: bytearray = field(default_factory=bytearray)
    fault: str = ""
    _ended: bool = False  # by a line that is not full

    def add_numbered(self, offset: int, text: str) -> None:
        """Take a line that says where its bytes belong."""
        if offset != len(self.data):
            self.fail(f"the hex dump goes on at 0x{offset:04x} where 0x{len(self.data):04x} is next")
            return
        found = _BYTES.match(text)
        if found is None:
            self.fail(f"the hex dump is damaged at 0x{offset:04x}")
            return
        self.append(found[1])
        stands_apart = found.end() == len(text) or len(found[2]) > 1 or found[2] == "\t"
        if self._ended and not stands_apart:  # what follows is no text of -X: the digits are damaged
            self.fail(f"the hex dump is damaged at 0x{len(self.data):04x}")

    def append(self, digits: str) -> None:
        """Take the next line's digits."""
        if self._ended:
            self.fail(f"the hex dump goes on behind a line that is not full, at 0x{len(self.data):04x}")
        elif len(self.data) >= LARGEST_RECORD:
            self.fail(f"the hex dump is longer than {LARGEST_RECORD} bytes")
        if not self.fault:
            line = bytes.fromhex(digits)
            self.data += line
            self._ended = len(line) < _LINE

    def fail(self, fault: str) -> None:
        """Take no more bytes."""
        self.fault = self.fault or fault


@dataclass(slots=True)
class HexDumps:
    """The dumps below one packet's line: its bytes, and before them what tcpdump shows of payloads that it cannot read.

    Attributes:
        all: The dumps, in the order of the text.
        doubtful: Whether one may be of another packet, whose line is lost.
    """

    all: list[HexDump] = field(default_factory=list)
    doubtful: bool = False

    def add(self, text: str) -> bool:
        """Take a line, and say whether it is one of a hex dump; what is behind a fault is passed over."""
        offset = _OFFSET.match(text)
        if offset is not None:
            at = int(offset[1], 16)
            self._dump(begins=at == 0).add_numbered(at, text[offset.end() :])
            return True
        found = _NEXT_BARE.fullmatch(text) if self.all else None
        found = found or _FIRST_BARE.fullmatch(text)
        if found is None:
            return False
        self._dump().append(found[1])
        return True

    def interrupt(self) -> None:
        """A line that belongs to no packet stands here, perhaps the next packet's, damaged."""
        self.doubtful = True

    def _dump(self, begins: bool = False) -> HexDump:
        if begins and self.all:
            self.doubtful = True
            del self.all[_MOST_DUMPS - 1 :]
        if begins or not self.all:
            self.all.append(HexDump())
        return self.all[-1]
