"""SVG of a few plain shapes, written as text.

Horizontal places are percentages of the width and vertical ones are pixels: a picture fits any width, with letters as
large as they should be. Colours are classes of the style sheet, so that a picture follows the reader's theme.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

__all__ = ["element", "joined", "percent", "picture"]


def element(name: str, *children: str, **attributes: object) -> Markup:
    """One element; text in it is escaped unless it is an element. A `_` stands for `-`, at the end for nothing."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escape(child) for child in children)
    return Markup(f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>")


def joined(elements: Iterable[Markup]) -> Markup:
    """One piece of several."""
    return Markup("").join(elements)


def percent(part: float) -> str:
    """A place as SVG takes it: 0.25 is `25%`."""
    return f"{part * 100:.4g}%"


def picture(title: str, description: str, height: int, *shapes: Markup, links: bool = False) -> Markup:
    """A whole picture with its name and, in words, what it shows; `links` where shapes lead somewhere."""
    return element(
        "svg",
        element("title", title), element("desc", description), *shapes,
        class_="plot", role="group" if links else "img", width="100%", height=height,
        xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip
