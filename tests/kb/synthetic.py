"""Knowledge bases of many signatures: the curated ones over and over, each time with other constants."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kb.build import BuildReport, build
from kb.entries import Entry
from sigdsl import load_paths
from sigdsl.model import Compare, FieldRef, Number, Signature

SIGNATURES = Path(__file__).parents[2] / "signatures"


def build_many(path: Path, count: int) -> BuildReport:
    """A knowledge base of `count` signatures at `path`."""
    entries = list(many(count))
    bits = {entry.signature.slug: float(20 + at % 60) for at, entry in enumerate(entries)}
    return build(path, entries, specificity=bits)


def many(count: int) -> Iterator[Entry]:
    """Signatures with everything that the curated ones say, and two constants more in every packet pattern."""
    chance = random.Random(1)
    sources = load_paths([SIGNATURES]).sources
    for number in range(count):
        source = sources[number % len(sources)]
        slug = f"{source.signature.slug}-{number:05}"
        patterns = tuple(
            replace(pattern, conditions=(*pattern.conditions, *_more(chance))) for pattern in source.signature.patterns
        )
        signature: Signature = replace(source.signature, slug=slug, patterns=patterns, observes=(), variant_of=())
        yield Entry(f"many/{slug}.sig", source.excerpt, signature)


def _more(chance: random.Random) -> tuple[Compare, ...]:
    fields = {"ack": 1 << 32, "id": 300, "window": 4_000, "ttl": 256, "seq": 1 << 32}
    chosen = chance.sample(sorted(fields), 2)
    return tuple(Compare(FieldRef(name), (("==", Number(chance.randrange(fields[name]))),)) for name in chosen)
