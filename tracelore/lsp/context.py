"""Where in a signature an offset stands, judged by the text before it alone: while it is written, nothing parses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sigdsl.vocabulary import ITEMS

__all__ = ["Context", "Place", "context_at", "word_at"]

Place: TypeAlias = Literal["file", "items", "packet", "event", "analysis", "hypothesis", "options", "prose"]

_TOKEN = re.compile(r'"""(?:[^"]|"(?!""))*(?:"""|\Z)|"(?:\\[^\n]|[^"\\\n])*"?|#[^\n]*|[\w.-]+|\n|[^\s\w]')
_PREFIX = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w.])?\Z|\Z")
_WORD = re.compile(r"[A-Za-z0-9_][\w.]*(?:-[A-Za-z0-9][\w.]*)*")
_OPENERS: Final = {"{": "}", "(": ")", "[": "]"}
_BLOCKS: Final[dict[str, Place]] = {"packet": "packet", "analysis": "analysis", "hypothesis": "hypothesis"}


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an offset.

    Attributes:
        place: The block; `options` is a list after `options`, `prose` a string or a comment.
        prefix: The part of a word that is written already.
        before: The words since the block's statement began, the unfinished one left out.
        signature: The name of the signature around, empty outside.
    """

    place: Place
    prefix: str
    before: tuple[str, ...]
    signature: str


@dataclass(slots=True)
class _Frame:
    """What a bracket opened: a block, or brackets within a statement, which see the words before them."""

    bracket: str
    place: Place
    words: list[str]
    is_block: bool = False


class _Scan:
    """The brackets open so far and the words of the statement at hand."""

    def __init__(self) -> None:
        self.frames = [_Frame("", "file", [], True)]
        self.signature = ""

    @property
    def top(self) -> _Frame:
        return self.frames[-1]

    def take(self, token: str) -> None:
        if token in _OPENERS:
            self.frames.append(self._opened(token))
        elif token in _OPENERS.values():
            self._close(token)
        elif token in ("\n", ";"):
            if self.top.is_block and self.top.place in ("packet", "analysis", "hypothesis"):
                self.top.words = []
        elif not token.startswith("#"):
            self._word('""' if token.startswith('"') else token)

    def _word(self, word: str) -> None:
        top = self.top
        if top.is_block and top.place in ("items", "event") and word in ITEMS:
            top.place = "event" if word == "event" else "items"
            top.words = []
        top.words.append(word)

    def _opened(self, bracket: str) -> _Frame:
        top = self.top
        first = top.words[0] if top.words else ""
        if bracket == "{" and top.place == "file" and first == "signature":
            self.signature = top.words[1] if len(top.words) > 1 else ""
            return _Frame(bracket, "items", [], True)
        if bracket == "{" and top.place == "items" and first in _BLOCKS:
            return _Frame(bracket, _BLOCKS[first], [], True)
        about_options = bracket == "[" and any(word.endswith("options") for word in top.words[-3:])
        return _Frame(bracket, "options" if about_options else top.place, list(top.words))

    def _close(self, bracket: str) -> None:
        """Close what the bracket belongs to; a brace also closes brackets that were forgotten within it."""
        while len(self.frames) > 1:
            if bracket != "}" and _OPENERS[self.top.bracket] != bracket:
                return
            closed = self.frames.pop()
            if _OPENERS[closed.bracket] == bracket:
                break
        else:
            return
        self.top.words = [] if closed.is_block else [*self.top.words, bracket]
        if self.top.place == "file":
            self.signature = ""


def context_at(text: str, offset: int) -> Context:
    """The context of an offset."""
    found = _PREFIX.search(text, max(0, text.rfind("\n", 0, offset) + 1), offset)
    prefix = found[0] if found else ""
    scan = _Scan()
    for token in _TOKEN.finditer(text, 0, offset - len(prefix)):
        if token.end() >= offset - len(prefix) and _is_open(token[0], text, token.end()):
            return Context("prose", prefix, tuple(scan.top.words), scan.signature)
        scan.take(token[0])
    return Context(scan.top.place, prefix, tuple(scan.top.words), scan.signature)


def _is_open(token: str, text: str, end: int) -> bool:
    """Whether what is written after a token would still belong to it: a comment, or a string without its end."""
    if token.startswith('"""'):
        return len(token) < 6 or not token.endswith('"""')
    if token.startswith('"'):
        return len(token) < 2 or not token.endswith('"')
    return token.startswith("#")


def word_at(text: str, offset: int) -> tuple[str, int] | None:
    """The word under an offset, dots and hyphens included, and where it starts."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    for found in _WORD.finditer(text, start, len(text) if end < 0 else end):
        if found.start() <= offset <= found.end():
            return found[0], found.start()
    return None
