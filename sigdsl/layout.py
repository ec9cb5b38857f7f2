"""What of a file's layout means something: line ends between conditions; and comments, kept aside."""

from __future__ import annotations

import re

from lark import Token

__all__ = ["CLOSING", "Layout"]

CLOSING = {"LBRACE": "RBRACE", "LPAR": "RPAR", "LSQB": "RSQB"}

_BLANK = re.compile(r"(?:[ \t\r\n\f]+|#[^\n]*)*+")
# A line that goes on with an operator continues the one before it. Not `|` and `-`: a line could start with those.
_CONTINUATION = re.compile(r"(?:and|or|in|has|starts|contains|matches)\b|not[ \t]+in\b|[=!<>&^*%+]")


class Layout:
    """Follows brackets through a token stream and turns significant line ends into `_SEP`; collects comments."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[tuple[Token, bool]] = []  # an open bracket, and whether it opens a packet block
        self._recent: tuple[str, str] = ("", "")
        self._looked_to, self._goes_on = 0, False
        self.comments: list[Token] = []

    @property
    def depth(self) -> int:
        """How many brackets are open."""
        return len(self._stack)

    @property
    def unclosed(self) -> list[Token]:
        """Brackets still open, outermost first."""
        return [token for token, _ in self._stack]

    def is_packet(self, depth: int) -> bool:
        """Whether the bracket at a depth, from 0, opened a packet block."""
        return self._stack[depth][1]

    def close_to(self, depth: int) -> None:
        """Forget the brackets opened beyond a depth."""
        del self._stack[depth:]

    def admit(self, token: Token) -> Token | None:
        """The token to feed to the parser, or None when it is only white space here."""
        if token.type == "COMMENT":
            self.comments.append(token)
            return None
        if token.type == "_NL":
            inside = bool(self._stack) and self._stack[-1][1]
            return token.update(type="_SEP") if inside and not self._continues(token.end_pos or 0) else None
        if token.type in CLOSING:
            self._stack.append((token, token.type == "LBRACE" and "PACKET" in self._recent))
        elif token.type in CLOSING.values():
            self._close(token.type)
        self._recent = (self._recent[1], token.type)
        return token

    def _continues(self, line_start: int) -> bool:
        """Whether the next thing written goes on with the condition before; looked up once for a run of blank lines."""
        if line_start > self._looked_to:
            found = _BLANK.match(self._text, line_start)
            self._looked_to = found.end() if found else line_start
            self._goes_on = _CONTINUATION.match(self._text, self._looked_to) is not None
        return self._goes_on

    def _close(self, kind: str) -> None:
        """Close the nearest bracket of this kind; those left open within it were a fault of their own."""
        for depth in range(len(self._stack) - 1, -1, -1):
            if CLOSING[self._stack[depth][0].type] == kind:
                del self._stack[depth:]
                return
