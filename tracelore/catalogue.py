"""The signatures in use: those of the knowledge base and of installed packs, or those of files that the user names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kb.entries import PackOrigin
from sigdsl.model import Signature
from tracelore.knowledge import knowledge_base

__all__ = ["Catalogue", "CatalogueError", "from_files", "from_knowledge_base"]


class CatalogueError(Exception):
    """Signatures that cannot be used. The message is complete: every fault with its place."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Checked signatures, internal ones included.

    Attributes:
        signatures: All of them.
        origin: Where they come from, in words.
        path: The knowledge base that they come from; None where they come from files.
        packs: Where those come from that a pack has brought, by slug.
    """

    signatures: tuple[Signature, ...]
    origin: str
    path: Path | None = None
    packs: Mapping[str, PackOrigin] = field(default_factory=dict)

    def find(self, slug: str) -> Signature:
        """The signature of this name; KeyError when there is none."""
        for signature in self.signatures:
            if signature.slug == slug:
                return signature
        raise KeyError(slug)


def from_knowledge_base(
    path: Path | None = None, *, packs: bool = False, tell: Callable[[str], None] | None = None
) -> Catalogue:
    """The curated signatures, in their stored form: nothing is parsed.

    Args:
        path: Another knowledge base than that which is in use.
        packs: With the signatures of installed packs.
        tell: Takes a line for the user when a pack cannot take part.

    Raises:
        CatalogueError: The knowledge base is missing or not readable.
    """
    from kb.errors import KnowledgeBaseError
    from kb.models import load_models, pack_origins

    path = path or knowledge_base(tell, packs=packs)
    try:
        return Catalogue(tuple(load_models(path)), f"{path.name}", path, pack_origins(path))
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
