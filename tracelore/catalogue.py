"""The signatures in use: those of the knowledge base, or those of files that the user names instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sigdsl.model import Signature
from tracelore.locate import shipped

__all__ = ["Catalogue", "CatalogueError", "from_files", "from_knowledge_base"]


class CatalogueError(Exception):
    """Signatures that cannot be used. The message is complete: every fault with its place."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Checked signatures, internal ones included. `origin` says where they come from."""

    signatures: tuple[Signature, ...]
    origin: str

    def find(self, slug: str) -> Signature:
        """The signature of this name; KeyError when there is none."""
        for signature in self.signatures:
            if signature.slug == slug:
                return signature
        raise KeyError(slug)


def from_knowledge_base(path: Path | None = None) -> Catalogue:
    """The curated signatures, in their stored form: nothing is parsed.

    Raises:
        CatalogueError: The knowledge base is missing or not readable.
    """
    from kb.read import KnowledgeBaseError, load_models

    path = path or shipped("kb.db")
    try:
        return Catalogue(tuple(load_models(path)), f"{path.name}")
    except KnowledgeBaseError as error:
        raise CatalogueError(str(error)) from error


def from_files(paths: Sequence[Path], known: Iterable[Signature] = ()) -> Catalogue:
    """Signatures from .sig files and folders.

    Raises:
        CatalogueError: A file cannot be read, or a signature has an error.
    """
    from sigdsl import load_paths

    loaded = load_paths(paths, known)
    if loaded.errors:
        drawn = [text for text, diagnostic in zip(loaded.drawn(), loaded.diagnostics, strict=True)
                 if diagnostic.severity == "error"]  # fmt: skip
        count = f"{len(drawn)} error{'s' if len(drawn) > 1 else ''}"
        raise CatalogueError("\n\n".join([*drawn, f"{count}; nothing was matched"]))
    return Catalogue(loaded.signatures, ", ".join(str(path) for path in paths))
