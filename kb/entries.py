"""What a knowledge base is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sigdsl.model import Signature

__all__ = ["Entry", "PackOrigin", "Relation", "RelationKind"]

RelationKind = Literal["variant-of", "observes", "confused-with"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One signature with the text that it was read from.

    Attributes:
        source_path: The file, relative to the folder of signatures, with `/` between its parts.
        text: The text of this one signature: what its span covers of the file.
        signature: The resolved model; its spans count from the start of the file.
        pack: The name of the pack that it came with; None for a curated signature.
    """

    source_path: str
    text: str
    signature: Signature
    pack: str | None = None


@dataclass(frozen=True, slots=True)
class PackOrigin:
    """Where the signatures of a pack come from.

    Attributes:
        name: The pack.
        version: Its version.
        publisher: Who signed it, with the key's fingerprint; None where nobody did.
        licence: Terms under which it may be used.
        digest: SHA-256 of its manifest, which covers all that it holds; hexadecimal.
    """

    name: str
    version: str
    publisher: str | None
    licence: str | None
    digest: str


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
        led: In how many of the hits the other one was the more specific, and led.
    """

    signature: str
    related: str
    kind: RelationKind
    measured: bool = False
    hits: int | None = None
    tried: int | None = None
    led: int | None = None
