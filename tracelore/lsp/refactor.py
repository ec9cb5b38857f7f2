"""Following and renaming names across files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sigdsl.check import name_taken
from sigdsl.model import Span
from tracelore.lsp.library import Library
from tracelore.lsp.names import Occurrence, is_name, occurrences, read

__all__ = ["Place", "RenameError", "definitions", "name_at", "references", "rename"]


class RenameError(Exception):
    """A name that cannot be given; the text says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file's text."""

    path: Path
    text: str
    span: Span


def name_at(text: str, offset: int) -> Occurrence | None:
    """The name at an offset that can be followed or renamed."""
    return next((each for each in occurrences(read(text)) if each.span.start <= offset <= each.span.end), None)


def references(path: Path, name: Occurrence, library: Library, opened: Mapping[Path, str]) -> Iterator[Place]:
    """Every place where what a name means is named: a pattern in its signature, a signature in all files."""
    for file, text, other in library.names(opened):
        if other.kind != name.kind or other.name != name.name:
            continue
        if name.kind == "signature" or (file == path and other.within == name.within):
            yield Place(file, text, other.span)


def definitions(path: Path, name: Occurrence, library: Library, opened: Mapping[Path, str]) -> list[Place]:
    """Where a name is given its meaning; for curated signatures that no file here has, the file that comes along."""
    defining = {(file, other.span) for file, _, other in library.names(opened) if other.is_definition}
    found = [each for each in references(path, name, library, opened) if (each.path, each.span) in defining]
    if not found and name.kind == "signature":
        shipped = library.shipped_definition(name.name)
        return [Place(shipped[0], shipped[1], shipped[2].span)] if shipped is not None else []
    return found


def rename(path: Path, name: Occurrence, new: str, library: Library, opened: Mapping[Path, str]) -> list[Place]:
    """The places where the new name is to stand.

    Raises:
        RenameError: It is no name, means something else, or is taken; or the signature is defined in no file here.
    """
    if not is_name(name.kind, new):
        form = "small letters and digits, joined by `-`" if name.kind == "signature" else "letters, digits and `_`"
        raise RenameError(f"`{new}` is no name: {form}")
    taken = name_taken(new) if name.kind == "pattern" else None
    if taken is not None:
        raise RenameError(f"`{new}` is {taken}")
    beside = [other for file, _, other in library.names(opened) if _is_same_scope(path, name, file, other)]
    if new != name.name and any(other.name == new for other in beside):
        raise RenameError(f"`{new}` is there already")
    if not any(other.is_definition and other.name == name.name for other in beside):
        raise RenameError(f"`{name.name}` is defined in no file of this workspace")
    return list(references(path, name, library, opened))


def _is_same_scope(path: Path, name: Occurrence, file: Path, other: Occurrence) -> bool:
    return other.kind == name.kind and (name.kind == "signature" or (file == path and other.within == name.within))
