"""What is read from a knowledge base, as records."""

from __future__ import annotations

from dataclasses import dataclass

from sigdsl.model import Hypothesis, Signature

__all__ = ["Explanation", "FixedValue", "PatternText", "RelatedSignature", "Revision", "SearchHit", "SignaturePage"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an analyst is told of a hit: the judgement in one line, and what else it could be."""

    slug: str
    title: str
    category: str
    verdict: str
    confidence: str
    bottom_line: str | None
    hypotheses: tuple[Hypothesis, ...]


@dataclass(frozen=True, slots=True)
class PatternText:
    """One packet pattern as it is written, with the names of the fields that it tests."""

    name: str
    text: str
    from_responder: bool
    solicits: bool
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedSignature:
    """Another signature and how it stands to the one whose page this is.

    `incoming`: the relation is said of the other one ("the other is a variant of this").
    `hits` of `tried` traces showed it, where it was `measured`.
    """

    slug: str
    title: str
    kind: str
    incoming: bool
    measured: bool
    hits: int | None
    tried: int | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a signature; `digest` is SHA-256 of its text, `date` an ISO date where one is given."""

    version: int
    digest: str
    date: str | None


@dataclass(frozen=True, slots=True)
class SignaturePage:
    """All that a page about one signature shows.

    Attributes:
        signature: The model, traces included; its spans are not kept.
        source_path: The file that it comes from, relative to the folder of signatures.
        source_text: The signature as it was written.
        specificity_bits: Bits of coincidence that a match would take; None where that was not worked out.
        event_key: What the packets of one event share, as it was written.
        event_condition: What makes an episode an event, as it was written.
        patterns: Its packet patterns.
        related: Other signatures, those of its own relations first.
        revisions: Its versions, newest first.
    """

    signature: Signature
    source_path: str
    source_text: str
    specificity_bits: float | None
    event_key: str | None
    event_condition: str | None
    patterns: tuple[PatternText, ...]
    related: tuple[RelatedSignature, ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One signature that a search found, with the place where the words stand."""

    slug: str
    title: str
    category: str
    verdict: str
    bottom_line: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class FixedValue:
    """A test of a signature that names, and accepts, a value that was asked for.

    `required`: no packet matches the pattern without passing the test.
    """

    slug: str
    title: str
    pattern: str
    field: str
    operator: str
    value: str
    condition: str
    required: bool
    specificity_bits: float | None
