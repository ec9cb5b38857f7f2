"""Offsets in a text, and the positions that editors count: lines and code units from 0 (LSP 3.17, "Position")."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, TypeAlias

from sigdsl.model import Span

__all__ = ["Encoding", "Places", "Position", "plain_lines"]

Encoding: TypeAlias = Literal["utf-8", "utf-16", "utf-32"]
Position: TypeAlias = tuple[int, int]  # line, unit


def plain_lines(text: str) -> str:
    """The text with plain line ends, so that lines are those that an editor counts."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Places:
    """Offsets of one text with plain line ends, to positions and back. What lies outside becomes the nearest place."""

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self._text = text
        self._encoding = encoding
        self._starts = [0]
        self._starts.extend(at + 1 for at, letter in enumerate(text) if letter == "\n")

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset) - 1
        return line, sum(map(self._units, self._text[self._starts[line] : offset]))

    def range(self, span: Span) -> tuple[Position, Position]:
        """The positions where a stretch starts and ends."""
        return self.position(span.start), self.position(span.end)

    def offset(self, line: int, unit: int) -> int:
        """The offset of a position."""
        if line >= len(self._starts):
            return len(self._text)
        at = self._starts[line]
        while unit > 0 and at < len(self._text) and self._text[at] != "\n":
            unit -= self._units(self._text[at])
            at += 1
        return at

    def _units(self, letter: str) -> int:
        match self._encoding:
            case "utf-8":
                return len(letter.encode("utf-8", "surrogatepass"))
            case "utf-16":
                return 1 + (letter > "\uffff")
            case _:
                return 1
