"""From the folder of signatures to the knowledge base: load, check, measure, build."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kb.build import BuildReport, build
from kb.entries import Entry, Relation
from kb.models import measured
from matcher import compile_signatures
from sigdsl.load import Loaded, load_paths
from sigdsl.model import Signature
from tracelore.catalogue import CatalogueError
from tracelore.locate import shipped
from tracelore.selftest import outcomes

if TYPE_CHECKING:
    from kb.packs.store import Installed
    from tracelore.packs import UsablePacks

__all__ = ["build_knowledge_base", "build_with_packs", "entries_of"]


def build_knowledge_base(folder: Path, target: Path, packs: Sequence[Installed] = ()) -> BuildReport:
    """Build `target` from the .sig files below `folder`, and from installed packs.

    Confusions are measured: every signature is run over every trace that another says it matches.

    Raises:
        CatalogueError: A signature has an error, or a pack cannot be used with the others.
        KnowledgeBaseError: The file cannot be written.
    """
    curated = _sources(folder)
    usable = _usable(packs, curated)
    if usable.left_out:
        raise CatalogueError("\n".join(f"pack {name}: {why}" for name, why in usable.left_out.items()))
    entries = [*curated, *usable.entries]
    signatures = [entry.signature for entry in entries]
    return build(
        target, entries, relations=_confusions(signatures), specificity=_bits(signatures), packs=usable.origins
    )


def build_with_packs(target: Path, packs: Sequence[Installed], facts: Mapping[str, str]) -> dict[str, str]:
    """Build the user's own knowledge base: the curated signatures and those of the packs that go with them.

    Nothing of a pack is run: what its signatures are confused with is not measured; of the curated ones it is known.

    Args:
        target: Where to.
        packs: All that are installed.
        facts: What to note in it, by which it is known to be current.

    Returns:
        The facts, with the packs that were left out under `left-out`, as JSON.

    Raises:
        CatalogueError: A curated signature has an error.
        KnowledgeBaseError: The file cannot be written.
    """
    curated = _sources(shipped("signatures"))
    usable = _usable(packs, curated)
    entries = [*curated, *usable.entries]
    noted = {**facts, "left-out": json.dumps(usable.left_out)}
    build(
        target, entries, relations=measured(shipped("kb.db")), packs=usable.origins, facts=noted,
        specificity=_bits([entry.signature for entry in entries]),
    )  # fmt: skip
    return noted


def _usable(packs: Sequence[Installed], curated: Iterable[Entry]) -> UsablePacks:
    from tracelore.packs import UsablePacks, usable_packs

    known = {entry.signature.slug: entry.signature for entry in curated}
    return usable_packs(packs, known) if packs else UsablePacks()


def _sources(folder: Path) -> list[Entry]:
    loaded = load_paths([folder])
    if loaded.errors:
        raise CatalogueError("\n\n".join([*loaded.drawn(), "the knowledge base was not built"]))
    return entries_of(loaded, folder)


def _bits(signatures: Sequence[Signature]) -> dict[str, float]:
    return {signature.slug: signature.bits for signature in compile_signatures(signatures).signatures}


def entries_of(loaded: Loaded, folder: Path) -> list[Entry]:
    """What was loaded, as the knowledge base takes it: paths relative to the folder."""
    return [
        Entry(Path(source.path).relative_to(folder).as_posix(), source.excerpt, source.signature)
        for source in loaded.sources
    ]


def _confusions(signatures: Sequence[Signature]) -> Iterable[Relation]:
    """Who else makes events of a signature's traces. Signatures that observe each other are no confusion."""
    hits: Counter[tuple[str, str]] = Counter()
    tried: Counter[str] = Counter()
    related = {(one.slug, seen.signature) for one in signatures for seen in one.observes}
    for outcome in outcomes(signatures, signatures):
        if outcome.trace.expect != "match":
            continue
        slug = outcome.signature.slug
        tried[slug] += 1
        hits.update((slug, other) for other in outcome.others if other != slug)
    for (slug, other), count in sorted(hits.items()):
        if (slug, other) not in related and (other, slug) not in related:
            yield Relation(slug, other, "confused-with", True, count, tried[slug])
