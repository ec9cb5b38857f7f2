"""What somebody may have meant who asked for something that is not there: addresses with what to call them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import quote

from kb.overview import overview
from kb.read import search, slugs
from sigdsl.fields import FIELDS, nearest_fields

__all__ = ["categories_near", "fields_near", "signatures_near"]

_FEW = 6
_LIKELY = 300  # names that are compared letter by letter, which takes its time


def signatures_near(path: Path, slug: str) -> dict[str, str]:
    """Signatures of a similar name, and those that a search for its words finds."""
    found = (hit.slug for hit in search(path, slug.replace("-", " "), limit=_FEW))
    return _links("/signature", [*_similar(slug, slugs(path)), *found])


def _similar(slug: str, known: list[str]) -> list[str]:
    """Of the names that share most words, or the beginning, with `slug`, those that are spelled most like it."""
    words = set(slug.split("-"))
    shared = {name: len(words & set(name.split("-"))) + (name[:3] == slug[:3]) for name in known}
    likely = sorted(filter(shared.get, shared), key=shared.__getitem__, reverse=True)[:_LIKELY]
    return get_close_matches(slug, likely, n=3)


def categories_near(path: Path, name: str) -> dict[str, str]:
    """Categories of a similar name, or all of them."""
    known = [category.name for category in overview(path).categories]
    return _links("/category", get_close_matches(name, known) or known)


def fields_near(name: str) -> dict[str, str]:
    """Fields of a similar name, and those that have the name as a part."""
    parts = (field for field in FIELDS if name and name.lower() in field)
    return _links("/fields", [*nearest_fields(name), *parts])


def _links(folder: str, names: Iterable[str]) -> dict[str, str]:
    return {f"{folder}/{quote(name, safe='')}": name for name in list(dict.fromkeys(names))[:_FEW]}
