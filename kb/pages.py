"""What is read from a knowledge base, as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from kb.entries import PackOrigin
from sigdsl.model import Hypothesis, Signature

__all__ = [
    "Brief", "Category", "CategorySummary", "Explanation", "FieldTest", "FixedValue", "Overview", "PatternText",
    "RelatedSignature", "Revision", "SearchHit", "SignaturePage", "Slice",
]  # fmt: skip

Item = TypeVar("Item")


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
    `hits` of `tried` traces showed it, where it was `measured`; in `led` of them it was not the traces' own that led.
    """

    slug: str
    title: str
    kind: str
    incoming: bool
    measured: bool
    hits: int | None
    tried: int | None
    led: int | None


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
        pack: Where it comes from, when a pack has brought it.
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
    pack: PackOrigin | None = None


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


@dataclass(frozen=True, slots=True)
class Brief:
    """One signature in a list of many. `internal`: it is observed by others and never reported itself."""

    slug: str
    title: str
    category: str
    verdict: str
    confidence: str
    internal: bool
    specificity_bits: float | None
    bottom_line: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Some of a long list: `items` from place `offset` (from 0) on, of `total`."""

    items: tuple[Item, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class CategorySummary:
    """A group of like signatures; `verdicts` says how many of them have which."""

    name: str
    description: str | None
    signatures: int
    verdicts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Category:
    """A group of like signatures with some of them; `verdicts` says how many of all have which."""

    description: str | None
    verdicts: dict[str, int]
    signatures: Slice[Brief]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a knowledge base holds.

    Attributes:
        signatures: How many, internal ones left out.
        internal: How many internal ones.
        traces: How many worked traces.
        categories: The groups, by name.
        newest: A few of the signatures revised last.
        most_specific: A few of those whose match is least likely chance.
    """

    signatures: int
    internal: int
    traces: int
    categories: tuple[CategorySummary, ...]
    newest: tuple[Brief, ...]
    most_specific: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One condition on a field in one signature. `pattern` is None where the event's key or condition has it."""

    slug: str
    title: str
    verdict: str
    pattern: str | None
    place: str
    condition: str
