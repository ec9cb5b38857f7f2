"""The user's installed packs: where they are, and by what a set of them is known. Cheap enough for every start."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from kb.packs.store import Installed, Store
from tracelore.locate import packs_folder

__all__ = ["open_store", "state_of"]


def open_store() -> Store:
    """The user's installed packs."""
    return Store(packs_folder())


def state_of(installed: Iterable[Installed]) -> str:
    """A digest of which packs are installed, and who had signed them."""
    said = [(pack.name, pack.digest, str(pack.signer)) for pack in installed]
    return sha256(json.dumps(said).encode()).hexdigest()
