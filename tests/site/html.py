"""A page as its elements, read with the standard library's parser: what tests ask of a page is asked of this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Element", "parse"]

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HIDDEN = {"hidden", "submit", "button"}


@dataclass(slots=True)
class Element:
    """One element: its children are elements and pieces of text."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> list[Element]:
        """The elements below it with these tags, or all of them, in order."""
        return [each for each in self._below() if not tags or each.tag in tags]

    def one(self, tag: str, **attributes: str) -> Element:
        """The only such element below it."""
        (found,) = [each for each in self.all(tag) if attributes.items() <= each.attributes.items()]
        return found

    @property
    def text(self) -> str:
        """All text below it, spaces joined."""
        return " ".join("".join(self._pieces()).split())

    @property
    def needs_label(self) -> bool:
        """Whether it is something to fill in."""
        return self.tag in ("select", "textarea") or (
            self.tag == "input" and self.attributes.get("type", "text") not in _HIDDEN
        )

    def _below(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._below()

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Element):
                yield from child._pieces()
            else:
                yield child


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(text: str) -> Element:
    """The elements of a page. Every element must be closed where it should be: our pages are well-formed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root], f"not closed: {[each.tag for each in reader.open[1:]]}"
    return reader.root
