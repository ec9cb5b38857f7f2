"""How text of the knowledge base becomes HTML. Everything is escaped: signatures come from strangers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType

from sigdsl.fields import find_field
from sigdsl.highlight import SigLexer

__all__ = ["filters"]

_LEXER = SigLexer()
_CLASSES: tuple[tuple[_TokenType, str], ...] = (
    (Keyword, "k"), (Operator.Word, "k"), (Name.Function, "f"), (Name.Constant, "c"), (Name.Builtin, "c"),
    (Name.Class, "n"), (Name.Variable, "n"), (Number, "d"), (String, "s"), (Comment, "x"),
)  # fmt: skip
_RFC = re.compile(r"RFC (\d+)(?: sections? ([0-9.]*[0-9]))?")


def filters(urls: Any) -> dict[str, Callable[..., Any]]:
    """The filters of the templates, by name."""

    def sig(text: str, state: str = "root") -> Markup:
        return Markup("").join(_marked_up(text, state, urls))

    plain: tuple[Callable[..., Any], ...] = (prose, line, outdented, bits, part, web, rfc)
    return {each.__name__: each for each in (sig, *plain)}


def _marked_up(text: str, state: str, urls: Any) -> Iterator[Markup]:
    """Source text in which every field leads to its meaning. `state` items: a part of a signature."""
    stack = ("root",) if state == "root" else ("root", state)
    for _, token, value in _LEXER.get_tokens_unprocessed(text, stack):
        field = find_field(value) if token in Name.Attribute else None
        if field is not None:
            href = urls.path(f"/fields/{part(field.name)}")
            yield Markup('<a class="t-a" href="{}" title="{}">{}</a>').format(href, field.meaning, value)
        else:
            name = next((name for kind, name in _CLASSES if token in kind), None)
            yield Markup('<span class="t-{}">{}</span>').format(name, value) if name else escape(value)


def prose(text: str | None) -> Markup:
    """Paragraphs; lines are broken where they stand in the page, not where they stood in the file."""
    paragraphs = re.split(r"\n\s*\n", text or "")
    return Markup("\n").join(Markup("<p>{}</p>").format(line(each)) for each in paragraphs if each.strip())


def line(text: str | None) -> str:
    """Text on one line."""
    return " ".join((text or "").split())


def outdented(text: str) -> str:
    """A block without the indent that it had where it stood; its first line may have lost that already."""
    lines = text.strip("\n").rstrip().split("\n")
    margins = [len(each) - len(each.lstrip()) for each in lines[1:] if each.strip()]
    first = len(lines[0]) - len(lines[0].lstrip())
    margin = min(margins if first == 0 else [first, *margins], default=0)
    return "\n".join([lines[0][min(first, margin) :], *(each[margin:] for each in lines[1:])])


def bits(number: float | None) -> str:
    """Bits of coincidence, as short as they can be said."""
    return "not worked out" if number is None else f"{number:.1f}".removesuffix(".0")


def part(text: str) -> str:
    """Text as one part of a path."""
    return quote(text, safe="")


def web(url: str | None) -> str:
    """The address where it leads to the web, and nothing where it might run something or lead into this machine."""
    try:
        return url if url and urlsplit(url).scheme.lower() in ("http", "https") else ""
    except ValueError:
        return ""


def rfc(reference: str) -> Markup:
    """A reference in which each RFC leads to its text, and to its section where one is named."""
    written, at = Markup(""), 0
    for found in _RFC.finditer(reference):
        section = f"#section-{found[2]}" if found[2] else ""
        url = f"https://www.rfc-editor.org/rfc/rfc{found[1]}{section}"
        written += escape(reference[at : found.start()]) + Markup('<a href="{}">{}</a>').format(url, found[0])
        at = found.end()
    return written + escape(reference[at:])
