"""Which installed packs go together with the curated signatures, and what they add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kb.entries import Entry, PackOrigin
from kb.extend import PackContent
from kb.packs.content import contents_of
from kb.packs.errors import PackError
from kb.packs.pack import read_pack
from kb.packs.store import Installed
from matcher import compile_signatures
from sigdsl.model import Signature

__all__ = ["UsablePacks", "usable_packs"]


@dataclass(frozen=True, slots=True)
class UsablePacks:
    """The installed packs that go together with the curated signatures.

    Attributes:
        packs: What each adds.
        left_out: Packs that cannot be used, each with the reason.
    """

    packs: list[PackContent] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def usable_packs(installed: Iterable[Installed], curated: Mapping[str, Signature]) -> UsablePacks:
    """The signatures of installed packs.

    What went together when a pack was installed need not do so after an upgrade: then the curated signatures stay, and
    the pack is left out.
    """
    usable = UsablePacks()
    taken = set(curated)
    for pack in installed:
        try:
            entries = _entries(pack, taken, curated)
            content = PackContent(_origin_of(pack), entries, _bits(entries, curated))
        except (PackError, ValueError) as error:  # ValueError: the matcher cannot carry it out
            usable.left_out[pack.name] = str(error)
            continue
        taken.update(pack.slugs)
        usable.packs.append(content)
    return usable


def _origin_of(pack: Installed) -> PackOrigin:
    """Where the signatures of a pack come from, as a knowledge base says it."""
    publisher = str(pack.signer) if pack.signer.standing != "unsigned" else None
    return PackOrigin(pack.name, pack.version, publisher, pack.licence, pack.digest)


def _entries(pack: Installed, taken: set[str], curated: Mapping[str, Signature]) -> tuple[Entry, ...]:
    if not pack.is_sound():
        raise PackError(f"{pack.file}: was altered since it was installed; install it again")
    clash = next((slug for slug in pack.slugs if slug in taken), None)
    if clash is not None:
        raise PackError(f"its signature {clash} is called like another one now")
    contents = contents_of(read_pack(pack.file), curated.values())
    return tuple(replace(entry, source_path=f"{pack.name}/{entry.source_path}") for entry in contents.entries)


def _bits(entries: Iterable[Entry], curated: Mapping[str, Signature]) -> dict[str, float]:
    """How specific signatures are, by what the compiler says of them and of those that they observe."""
    own = {entry.signature.slug: entry.signature for entry in entries}
    needed, left = dict(own), list(own.values())
    while left:
        for observed in left.pop().observes:
            if observed.signature not in needed:
                needed[observed.signature] = curated[observed.signature]
                left.append(curated[observed.signature])
    compiled = compile_signatures(tuple(needed.values()))
    return {signature.slug: signature.bits for signature in compiled.signatures if signature.slug in own}
