"""Where an item of a signature starts, judged by the text alone: what recovery holds on to after a fault."""

from __future__ import annotations

import re
from difflib import get_close_matches

__all__ = ["ITEMS", "is_closed_later", "starts_item", "starts_signature", "unknown_item_help"]

# Keyword -> attribute of `Signature`.
ITEMS: dict[str, str] = {
    "internal": "internal",
    "title": "title",
    "category": "category",
    "verdict": "verdict",
    "confidence": "confidence",
    "version": "version",
    "authors": "authors",
    "created": "created",
    "revised": "revised",
    "era": "era",
    "licence": "licence",
    "tags": "tags",
    "variant-of": "variant_of",
    "reference": "references",
    "observe": "observes",
    "packet": "patterns",
    "event": "event",
    "analysis": "analysis",
    "hypothesis": "hypotheses",
    "false-positive": "false_positives",
    "blind-spot": "blind_spots",
    "trace": "traces",
}

_SIGNATURE = re.compile(r"[ \t]*signature[ \t]+[A-Za-z0-9_-]+[ \t]*\{")
# Of these no line of a hypothesis or an analysis can start with; `verdict high`, say, it could.
_ITEM = re.compile(
    r"[ \t]*(?:packet[ \t]+\w+[ \t]*\{|event[ \t]+by\b|analysis[ \t]*\{|hypothesis[ \t]+\"|trace[ \t]+\""
    r"|observe[ \t]+[\w-]+[ \t]+as\b|(?:reference|blind-spot|false-positive)[ \t]+\")"
)
# A condition starts with no keyword followed by a word, a number or a string.
_ITEM_AFTER_CONDITIONS = re.compile(
    rf"[ \t]*(?:internal[ \t]*(?:\n|$|#)|(?:{'|'.join(ITEMS)})[ \t]+"
    r"(?!(?:and|or|in|not|has|starts|contains|matches)\b)[\w\"{])"
)
_BRACKETS = re.compile(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|[{}()\[\]]|\n')
_PAIRS = {"{": "}", "(": ")", "[": "]"}
_LOOK_AHEAD = 20_000


def unknown_item_help(word: str) -> str:
    """What somebody who wrote a word in the place of an item may have meant."""
    near = get_close_matches(word, ITEMS, n=1, cutoff=0.7)
    return f"did you mean `{near[0]}`?" if near else f"items are {', '.join(sorted(ITEMS))}"


def starts_signature(text: str, at: int) -> bool:
    """Whether a line is the head of a signature."""
    return _SIGNATURE.match(text, at) is not None


def starts_item(text: str, at: int, in_packet: bool) -> bool:
    """Whether a line starts an item, and nothing that could stand in a packet block (or in another block)."""
    return (_ITEM_AFTER_CONDITIONS if in_packet else _ITEM).match(text, at) is not None


def is_closed_later(opened: list[str], text: str, at: int) -> bool:
    """Whether brackets find their closing ones from an offset on, before a line starts another item."""
    waiting = [_PAIRS[bracket] for bracket in opened]
    for found in _BRACKETS.finditer(text, at, at + _LOOK_AHEAD):
        mark = found[0]
        if mark in _PAIRS:
            if found.start() > at:
                waiting.append(_PAIRS[mark])
        elif mark in _PAIRS.values():
            if waiting.pop() != mark:
                return False
            if not waiting:
                return True
        elif mark == "\n" and (starts_signature(text, found.end()) or starts_item(text, found.end(), True)):
            return False
    return False
