"""What the parser makes of a file: items in the order written, and the comments between them.

The formatter works on this; `sigdsl.build` makes `Signature`s of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sigdsl.model import EventRule, Expr, Observation, Reference, Section, Span

__all__ = [
    "Argument", "Comment", "HypothesisBlock", "Item", "ItemValue", "PacketBlock", "SignatureSyntax", "SourceFile",
    "Statement", "Text", "TraceBlock", "Word",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word or number, as written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """The value of a string."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its `#`, without the end of its line."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a packet block: an expression, or `from WORD` (a `Word`), or `solicits` (None)."""

    value: Expr | Word | None
    span: Span


@dataclass(frozen=True, slots=True)
class PacketBlock:
    """`packet NAME { ... }`."""

    name: Word
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """One line of a hypothesis: `verdict WORD`, `weight WORD`, `because TEXT` ..."""

    keyword: Word
    value: Word | Text
    span: Span


@dataclass(frozen=True, slots=True)
class HypothesisBlock:
    """`hypothesis TEXT { ... }`."""

    title: Text
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class TraceBlock:
    """`trace TEXT PROVENANCE expect WORD TEXT`."""

    title: Text
    provenance: Word
    expect: Word
    text: Text


ItemValue = (
    Word | Text | tuple[Word, ...] | tuple[Text, ...] | tuple[Section, ...] | Reference | Observation | EventRule
    | PacketBlock | HypothesisBlock | TraceBlock | None
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a signature: its keyword and what stands after it."""

    keyword: str
    value: ItemValue
    span: Span


@dataclass(frozen=True, slots=True)
class SignatureSyntax:
    """A signature as written."""

    slug: Word
    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A whole file as written."""

    text: str
    path: str
    signatures: tuple[SignatureSyntax, ...]
    comments: tuple[Comment, ...]
