"""The knowledge base in use: the curated one, or, when packs are installed, one that holds theirs as well.

The second is built beside the packs when they are installed or removed, and again when it is found to be of other
packs or of another version of TraceLore. Who has no packs pays for none of this.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tracelore.locate import packs_folder, shipped

__all__ = ["knowledge_base", "refresh"]

_NAME = "kb.db"
Tell = Callable[[str], None]


def knowledge_base(tell: Tell | None = None, *, packs: bool = True) -> Path:
    """The file to read. What is wrong with packs is told, and is no reason not to answer.

    Args:
        tell: Takes a line for the user.
        packs: Whether installed packs take part.
    """
    curated = shipped("kb.db")
    if not packs or not packs_folder().is_dir():
        return curated
    from kb.errors import KnowledgeBaseError

    tell = tell or _ignore
    try:
        return _current(tell)
    except KnowledgeBaseError as error:
        tell(f"the installed packs take no part: {error}")
        return curated


def refresh(tell: Tell | None = None) -> Path:
    """The same after packs have changed: built, or taken away. The store must not be held.

    Raises:
        KnowledgeBaseError: It cannot be built.
    """
    current = _current(tell or _ignore)
    if current == shipped("kb.db"):
        (packs_folder() / _NAME).unlink(missing_ok=True)
    return current


def _ignore(_: str) -> None:
    """For those who ask for no words."""


def _current(tell: Tell) -> Path:
    from kb.models import facts
    from tracelore.packs import open_store, state_of

    store = open_store()
    installed = store.installed(tell)
    curated = shipped("kb.db")
    if not installed:
        return curated
    target = store.root / _NAME
    wanted = {"packs": state_of(installed), "sources": facts(curated)["sources"]}
    found = _facts(target)
    if not wanted.items() <= found.items():
        from tracelore.building import build_with_packs

        with store.locked(wait=True):
            found = _facts(target)  # another process may have built it meanwhile
            if not wanted.items() <= found.items():
                build_with_packs(target, installed, wanted)
                found = _facts(target)
    for name, why in json.loads(found["left-out"]).items():
        tell(f"the pack {name} takes no part: {why}")
    return target


def _facts(path: Path) -> dict[str, str]:
    """What a knowledge base says of itself; nothing when it is missing, or was made by another version."""
    from kb.errors import KnowledgeBaseError
    from kb.models import facts
    from sigdsl.codec import SHAPE

    try:
        found = facts(path)
    except KnowledgeBaseError:
        return {}
    return found if found.get("model") == SHAPE else {}
