"""From the folder of signatures to the knowledge base: load, check, measure, build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kb.build import BuildReport, build
from kb.entries import Entry, Relation
from matcher import compile_signatures
from sigdsl.load import Loaded, load_paths
from tracelore.catalogue import CatalogueError
from tracelore.selftest import outcomes

__all__ = ["build_knowledge_base", "entries_of"]


def build_knowledge_base(folder: Path, target: Path) -> BuildReport:
    """Build `target` from the .sig files below `folder`.

    Confusions are measured: every signature is run over every trace that another says it matches.

    Raises:
        CatalogueError: A signature has an error.
        KnowledgeBaseError: The file cannot be written.
    """
    loaded = load_paths([folder])
    if loaded.errors:
        raise CatalogueError("\n\n".join([*loaded.drawn(), "the knowledge base was not built"]))
    program = compile_signatures(loaded.signatures)
    bits = {signature.slug: signature.bits for signature in program.signatures}
    return build(target, entries_of(loaded, folder), relations=_confusions(loaded), specificity=bits)


def entries_of(loaded: Loaded, folder: Path) -> list[Entry]:
    """What was loaded, as the knowledge base takes it: paths relative to the folder."""
    return [
        Entry(Path(source.path).relative_to(folder).as_posix(), source.excerpt, source.signature)
        for source in loaded.sources
    ]


def _confusions(loaded: Loaded) -> Iterable[Relation]:
    """Who else makes events of a signature's traces. Signatures that observe each other are no confusion."""
    hits: Counter[tuple[str, str]] = Counter()
    tried: Counter[str] = Counter()
    related = {(one.slug, seen.signature) for one in loaded.signatures for seen in one.observes}
    for outcome in outcomes(loaded.signatures, loaded.signatures):
        if outcome.trace.expect != "match":
            continue
        slug = outcome.signature.slug
        tried[slug] += 1
        hits.update((slug, other) for other in outcome.others if other != slug)
    for (slug, other), count in sorted(hits.items()):
        if (slug, other) not in related and (other, slug) not in related:
            yield Relation(slug, other, "confused-with", True, count, tried[slug])
