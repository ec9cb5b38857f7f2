"""What a knowledge base is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sigdsl.model import Signature

__all__ = ["Entry", "Relation", "RelationKind"]

RelationKind = Literal["variant-of", "observes", "confused-with"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One signature with the text that it was read from.

    Attributes:
        source_path: The file, relative to the folder of signatures, with `/` between its parts.
        text: The text of this one signature: what its span covers of the file.
        signature: The resolved model; its spans count from the start of the file.
    """

    source_path: str
    text: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class Relation:
    """How one signature stands to another, beyond what it says itself.

    Attributes:
        signature: The slug of the signature that is spoken of.
        related: The slug of the other.
        kind: `confused-with`: traces of `signature` that `related` matches too.
        measured: It was found by running signatures over traces, not said by an author.
        hits: In how many of the traces it was found.
        tried: How many traces were tried.
    """

    signature: str
    related: str
    kind: RelationKind
    measured: bool = False
    hits: int | None = None
    tried: int | None = None
