"""What a signature is built on: the signatures whose events it observes, those that they observe, and so on."""

from __future__ import annotations

from pathlib import Path

from kb.pages import SignaturePage
from kb.read import show

__all__ = ["observed_by"]


def observed_by(path: str | Path, page: SignaturePage) -> tuple[SignaturePage, ...]:
    """The pages of all signatures below one, each once, the nearest first."""
    found: dict[str, SignaturePage] = {}
    layer = [page]
    while layer:
        names = dict.fromkeys(each.signature for one in layer for each in one.signature.observes)
        layer = [show(path, name) for name in names if name not in found]
        found.update({one.signature.slug: one for one in layer})
    return tuple(found.values())
