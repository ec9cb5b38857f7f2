"""From the folder of signatures to the knowledge base: load, check, measure, build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kb.build import BuildReport, build
from kb.entries import Entry
from kb.extend import extend
from kb.models import load_models
from matcher import compile_signatures
from sigdsl.load import Loaded, load_paths
from sigdsl.model import Signature
from tracelore.catalogue import CatalogueError
from tracelore.confusions import confusions
from tracelore.locate import shipped

if TYPE_CHECKING:
    from kb.packs.store import Installed
    from tracelore.usable import UsablePacks

__all__ = ["build_knowledge_base", "build_with_packs", "category_meanings", "entries_of"]


def build_knowledge_base(folder: Path, target: Path, packs: Sequence[Installed] = ()) -> BuildReport:
    """Build `target` from the .sig files below `folder`, and from installed packs.

    Confusions are measured: every signature is run over every trace that another says it matches.

    Raises:
        CatalogueError: A signature has an error, or a pack cannot be used with the others.
        KnowledgeBaseError: The file cannot be written.
    """
    curated = _sources(folder)
    usable = _usable(packs, [entry.signature for entry in curated])
    if usable.left_out:
        raise CatalogueError("\n".join(f"pack {name}: {why}" for name, why in usable.left_out.items()))
    entries = [*curated, *(entry for pack in usable.packs for entry in pack.entries)]
    signatures = [entry.signature for entry in entries]
    bits = {signature.slug: signature.bits for signature in compile_signatures(signatures).signatures}
    origins = [pack.origin for pack in usable.packs]
    return build(
        target, entries, relations=confusions(signatures, bits), specificity=bits, packs=origins,
        categories=category_meanings(folder),
    )  # fmt: skip


def category_meanings(folder: Path) -> dict[str, str]:
    """What the categories of a folder of signatures mean, by name: lines `name TAB meaning` of its categories.tsv.

    Raises:
        CatalogueError: A line is none.
    """
    path = folder / "categories.tsv"
    meanings: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
        name, tab, meaning = line.partition("\t")
        if not (tab and name.strip() and meaning.strip()):
            raise CatalogueError(f"{path}:{number}: a line is a category, a tab, and what it means")
        meanings[name.strip()] = meaning.strip()
    return meanings


def build_with_packs(target: Path, packs: Sequence[Installed], facts: Mapping[str, str]) -> None:
    """Build the user's own knowledge base: the curated one, and the signatures of packs that go with it.

    Nothing of a pack is run: what its signatures are confused with is not measured.

    Args:
        target: Where to.
        packs: All that are installed.
        facts: What to note in it, by which it is known to be current.

    Raises:
        KnowledgeBaseError: The curated knowledge base cannot be read, or the file cannot be written.
    """
    base = shipped("kb.db")
    usable = _usable(packs, load_models(base))
    extend(base, target, usable.packs, facts, usable.left_out)


def _usable(packs: Sequence[Installed], curated: Iterable[Signature]) -> UsablePacks:
    from tracelore.usable import UsablePacks, usable_packs

    return usable_packs(packs, {signature.slug: signature for signature in curated}) if packs else UsablePacks()


def _sources(folder: Path) -> list[Entry]:
    loaded = load_paths([folder])
    if loaded.errors:
        raise CatalogueError("\n\n".join([*loaded.drawn(), "the knowledge base was not built"]))
    return entries_of(loaded, folder)


def entries_of(loaded: Loaded, folder: Path) -> list[Entry]:
    """What was loaded, as the knowledge base takes it: paths relative to the folder."""
    return [
        Entry(Path(source.path).relative_to(folder).as_posix(), source.excerpt, source.signature)
        for source in loaded.sources
    ]
