"""Installed packs as the rest of the application uses them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from kb.entries import Entry, PackOrigin
from kb.packs.content import contents_of
from kb.packs.errors import PackError
from kb.packs.pack import read_pack
from kb.packs.store import Installed, Store
from sigdsl.model import Signature
from tracelore.locate import packs_folder

__all__ = ["UsablePacks", "open_store", "state_of", "usable_packs"]


@dataclass(frozen=True, slots=True)
class UsablePacks:
    """The installed packs that go together with the curated signatures.

    Attributes:
        entries: Their signatures.
        origins: Where these come from.
        left_out: Packs that cannot be used, each with the reason.
    """

    entries: list[Entry] = field(default_factory=list)
    origins: list[PackOrigin] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def open_store() -> Store:
    """The user's installed packs."""
    return Store(packs_folder())


def state_of(installed: Iterable[Installed]) -> str:
    """A digest of which packs are installed, and who had signed them."""
    said = [(pack.name, pack.digest, str(pack.signer)) for pack in installed]
    return sha256(json.dumps(said).encode()).hexdigest()


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
        except PackError as error:
            usable.left_out[pack.name] = str(error)
            continue
        taken.update(pack.slugs)
        usable.entries.extend(entries)
        usable.origins.append(origin_of(pack))
    return usable


def origin_of(pack: Installed) -> PackOrigin:
    """Where the signatures of a pack come from, as a knowledge base says it."""
    publisher = str(pack.signer) if pack.signer.standing != "unsigned" else None
    return PackOrigin(pack.name, pack.version, publisher, pack.licence, pack.digest)


def _entries(pack: Installed, taken: set[str], curated: Mapping[str, Signature]) -> list[Entry]:
    if not pack.is_sound():
        raise PackError(f"{pack.file}: was altered since it was installed; install it again")
    clash = next((slug for slug in pack.slugs if slug in taken), None)
    if clash is not None:
        raise PackError(f"its signature {clash} is called like another one now")
    contents = contents_of(read_pack(pack.file), curated.values())
    return [replace(entry, source_path=f"{pack.name}/{entry.source_path}") for entry in contents.entries]
