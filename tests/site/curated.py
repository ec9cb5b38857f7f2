"""The curated signatures as a knowledge base of the tests."""

from __future__ import annotations

from pathlib import Path

from kb.build import build
from kb.entries import Entry, Relation
from matcher import compile_signatures
from sigdsl.load import load_paths
from tracelore.building import category_meanings

__all__ = ["SIGNATURES", "build_curated"]

SIGNATURES = Path(__file__).parents[2] / "signatures"


def build_curated(path: Path) -> Path:
    """Build it at `path`. Its one confusion is made up, since measuring them takes a minute."""
    loaded = load_paths([SIGNATURES])
    entries = [
        Entry(Path(source.path).relative_to(SIGNATURES).as_posix(), source.excerpt, source.signature)
        for source in loaded.sources
    ]
    relations = [Relation("backscatter-ack-674719802", "backscatter-rst-ack", "confused-with", True, 2, 3)]
    bits = {signature.slug: signature.bits for signature in compile_signatures(loaded.signatures).signatures}
    categories = category_meanings(SIGNATURES)
    return build(path, entries, relations=relations, specificity=bits, categories=categories).path
