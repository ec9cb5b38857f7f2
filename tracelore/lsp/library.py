"""What signatures there are beside the one being written: those of the workspace's files, and the knowledge base's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from sigdsl.limits import MAX_FILE_BYTES
from sigdsl.model import Signature
from tracelore.catalogue import CatalogueError, from_knowledge_base
from tracelore.locate import shipped
from tracelore.lsp.names import Occurrence, occurrences, read, signatures_of
from tracelore.lsp.places import plain_lines

__all__ = ["Library"]

_MOST_FILES: Final = 5_000  # a folder with more is no collection of signatures


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was when it was read last."""

    stamp: tuple[int, int]
    text: str
    signatures: tuple[Signature, ...]
    names: tuple[Occurrence, ...]


class Library:
    """Files below some folders, read again when they have changed, and the knowledge base, read once.

    Texts that are open in the editor are given to each question as `opened` and stand for the files of their paths.
    """

    def __init__(self, roots: Iterable[Path] = ()) -> None:
        self._roots = tuple(roots)
        self._files: dict[Path, _File] = {}
        self._base: tuple[Signature, ...] | None = None

    def signatures(self, opened: Mapping[Path, str], but: Path | None = None) -> list[Signature]:
        """All signatures but those of one file. Where two have one name, a file's goes before the base's."""
        found = {each.slug: each for each in self._knowledge_base()}
        for path, file in self._read(opened):
            if path != but:
                found.update((each.slug, each) for each in file.signatures)
        return list(found.values())

    def names(self, opened: Mapping[Path, str]) -> Iterator[tuple[Path, str, Occurrence]]:
        """Every name in the files: path, text of the file, place."""
        for path, file in self._read(opened):
            yield from ((path, file.text, name) for name in file.names)

    def shipped_definition(self, slug: str) -> tuple[Path, str, Occurrence] | None:
        """Where a curated signature is defined, in the folder that comes with TraceLore."""
        for path in sorted(shipped("signatures").rglob("*.sig")):
            text = _text(path)
            if text is not None and f"signature {slug} " in text:
                for name in occurrences(read(text)):
                    if name.kind == "signature" and name.is_definition and name.name == slug:
                        return path, text, name
        return None

    def _knowledge_base(self) -> tuple[Signature, ...]:
        if self._base is None:
            try:
                self._base = from_knowledge_base().signatures
            except CatalogueError:  # the files can be checked without it
                self._base = ()
        return self._base

    def _read(self, opened: Mapping[Path, str]) -> Iterator[tuple[Path, _File]]:
        paths = dict.fromkeys((*islice(self._paths(), _MOST_FILES), *opened))
        for path in paths:
            file = self._file(path, opened.get(path))
            if file is not None:
                yield path, file

    def _paths(self) -> Iterator[Path]:
        for root in self._roots:
            yield from sorted(path for path in root.rglob("*.sig") if path.is_file())

    def _file(self, path: Path, text: str | None) -> _File | None:
        stamp = (-1, hash(text)) if text is not None else _stamp(path)
        known = self._files.get(path)
        if known is not None and known.stamp == stamp:
            return known
        text = text if text is not None else _text(path)
        if text is None or stamp is None:
            self._files.pop(path, None)
            return None
        source = read(text)
        file = self._files[path] = _File(stamp, text, signatures_of(source), tuple(occurrences(source)))
        return file


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _text(path: Path) -> str | None:
    """A file's text; None where it is none that could be a signature's."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            return None
        return plain_lines(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
