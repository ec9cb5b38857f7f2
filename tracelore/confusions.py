"""Which signatures are taken for which: measured, by running all of them over all traces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kb.entries import Relation
from sigdsl.model import Signature
from tracelore.selftest import TraceOutcome, outcomes

__all__ = ["confusions"]


def confusions(signatures: Sequence[Signature], bits: Mapping[str, int]) -> Iterator[Relation]:
    """Who else makes events of the traces that a signature says it matches, and how often the other one leads.

    Signatures that observe each other are no confusion. `bits` are the signatures' bits of coincidence, by slug: of two
    with equal bits neither leads.
    """
    hits: Counter[tuple[str, str]] = Counter()
    led: Counter[tuple[str, str]] = Counter()
    tried: Counter[str] = Counter()
    related = {(one.slug, seen.signature) for one in signatures for seen in one.observes}
    for outcome in outcomes(signatures, signatures, "match"):
        slug = outcome.signature.slug
        tried[slug] += 1
        for other in outcome.others:
            if other != slug:
                hits[slug, other] += 1
                led[slug, other] += _leads(other, outcome, bits)
    for (slug, other), count in sorted(hits.items()):
        if (slug, other) not in related and (other, slug) not in related:
            yield Relation(slug, other, "confused-with", True, count, tried[slug], led[slug, other])


def _leads(other: str, outcome: TraceOutcome, bits: Mapping[str, int]) -> bool:
    """Whether another signature comes before the trace's own: what is reported stands before what it displaces."""
    slug = outcome.signature.slug
    if slug not in outcome.others:
        return True
    return bits[other] != bits[slug] and outcome.others.index(other) < outcome.others.index(slug)
