"""Names and where they stand: slugs of signatures and names of patterns, with every place that refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sigdsl.build import build_signature
from sigdsl.diagnostics import Diagnostic
from sigdsl.model import EventRule, Name, Observation, Signature, Span
from sigdsl.parse import parse_text
from sigdsl.resolve import resolve_signature
from sigdsl.syntax import Item, PacketBlock, SignatureSyntax, SourceFile, Word
from sigdsl.walk import walk

__all__ = ["Kind", "Occurrence", "Symbol", "is_name", "occurrences", "read", "signatures_of", "symbols"]

Kind: TypeAlias = Literal["signature", "pattern"]

_OBSERVE = re.compile(r"observe(\s+)([a-z0-9-]+)(\s+)as(\s+)(\w+)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PATTERN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a name stands. `within`: the signature that it stands in, which is a pattern's scope."""

    kind: Kind
    name: str
    span: Span
    within: str
    is_definition: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A part of a file worth a line in an outline."""

    name: str
    detail: str
    kind: Literal["signature", "pattern", "event", "trace", "hypothesis"]
    span: Span
    head: Span
    parts: tuple[Symbol, ...] = ()


def read(text: str) -> SourceFile:
    """What can be read of a text, whatever is wrong with it."""
    return parse_text(text, "", lambda diagnostic: None)


def signatures_of(source: SourceFile) -> tuple[Signature, ...]:
    """The signatures of a file as far as they can be understood, without a look at what is wrong with them."""

    def ignore(diagnostic: Diagnostic) -> None: ...

    return tuple(resolve_signature(build_signature(each, ignore), ignore) for each in source.signatures)


def is_name(kind: Kind, name: str) -> bool:
    """Whether something can be called this."""
    return (_SLUG if kind == "signature" else _PATTERN).fullmatch(name) is not None


def occurrences(source: SourceFile) -> Iterator[Occurrence]:
    """Every name of a file that an editor can follow or rename."""
    for signature in source.signatures:
        slug = signature.slug.text
        yield Occurrence("signature", slug, signature.slug.span, slug, True)
        for item in signature.items:
            yield from _of_item(item, slug, source.text)
        yield from _in_having(signature)


def _of_item(item: Item, slug: str, text: str) -> Iterator[Occurrence]:
    value = item.value
    if isinstance(value, PacketBlock):
        yield Occurrence("pattern", value.name.text, value.name.span, slug, True)
    elif isinstance(value, Observation):
        found = _OBSERVE.match(text, value.span.start)
        if found is not None:
            yield Occurrence("signature", found[2], Span(*found.span(2)), slug)
            yield Occurrence("pattern", found[5], Span(*found.span(5)), slug, True)
    elif item.keyword == "variant-of" and isinstance(value, tuple):
        yield from (Occurrence("signature", each.text, each.span, slug) for each in value if isinstance(each, Word))


def _in_having(signature: SignatureSyntax) -> Iterator[Occurrence]:
    """Patterns that functions are asked of: `count(probe)`, `distinct(probe.dst)`."""
    names = _pattern_names(signature)
    for item in signature.items:
        if isinstance(item.value, EventRule) and item.value.having is not None:
            for part in walk(item.value.having):
                if isinstance(part, Name) and (name := part.text.partition(".")[0]) in names:
                    span = Span(part.span.start, part.span.start + len(name))
                    yield Occurrence("pattern", name, span, signature.slug.text)


def _pattern_names(signature: SignatureSyntax) -> frozenset[str]:
    blocks = (item.value.name.text for item in signature.items if isinstance(item.value, PacketBlock))
    observed = (item.value.name for item in signature.items if isinstance(item.value, Observation))
    return frozenset((*blocks, *observed))


def symbols(source: SourceFile) -> list[Symbol]:
    """The outline of a file."""
    return [
        Symbol(
            signature.slug.text,
            next((_text(item) for item in signature.items if item.keyword == "title"), ""),
            "signature",
            signature.span,
            signature.slug.span,
            tuple(symbol for item in signature.items for symbol in _symbols(item, source.text)),
        )
        for signature in source.signatures
    ]


def _symbols(item: Item, text: str) -> Iterator[Symbol]:
    head = Span(item.span.start, min(item.span.end, _line_end(text, item.span.start)))
    match item.keyword:
        case "packet" if isinstance(item.value, PacketBlock):
            yield Symbol(item.value.name.text, "packet", "pattern", item.span, item.value.name.span)
        case "observe" if isinstance(item.value, Observation):
            yield Symbol(item.value.name, f"observe {item.value.signature}", "pattern", item.span, head)
        case "event":
            yield Symbol("event", text[head.start : head.end], "event", item.span, head)
        case "trace" | "hypothesis":
            yield Symbol(_text(item), item.keyword, item.keyword, item.span, head)


def _text(item: Item) -> str:
    title = getattr(item.value, "title", item.value)
    return getattr(title, "value", "") or item.keyword


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
