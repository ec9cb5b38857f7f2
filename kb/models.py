"""The signatures as the matcher takes them from a knowledge base; with as few imports as that needs.

`match` loads all its signatures through this module before it does anything else.
"""

from __future__ import annotations

from pathlib import Path

from kb.connection import opened
from kb.entries import PackOrigin
from kb.errors import KnowledgeBaseError
from sigdsl.codec import CodecError, decode
from sigdsl.model import Signature

__all__ = ["decoded", "facts", "load_models", "pack_origins", "stale"]


def load_models(path: str | Path) -> list[Signature]:
    """Every signature in the order of their slugs, internal ones included, without their traces and spans."""
    with opened(path) as connection:
        stored = connection.execute("SELECT signature, model FROM models ORDER BY signature").fetchall()
        return [decoded(path, slug, model) for slug, model in stored]


def facts(path: str | Path) -> dict[str, str]:
    """What a knowledge base says of itself: the rows of `meta`."""
    with opened(path) as connection:
        return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def pack_origins(path: str | Path) -> dict[str, PackOrigin]:
    """Where signatures come from that a pack has brought, by slug. Curated ones are not among them."""
    with opened(path) as connection:
        packs = {
            row["name"]: PackOrigin(row["name"], row["version"], row["publisher"], row["licence"], row["digest"])
            for row in connection.execute("SELECT * FROM packs")
        }
        if not packs:
            return {}
        rows = connection.execute("SELECT slug, pack FROM signatures WHERE pack IS NOT NULL ORDER BY slug")
        return {slug: packs[pack] for slug, pack in rows}


def stale(path: str | Path, digest: str) -> bool:
    """Whether the knowledge base was built from other sources than those whose `digest_sources` is given."""
    with opened(path) as connection:
        built_from = connection.execute("SELECT value FROM meta WHERE key = 'sources'").fetchone()
        return built_from is None or built_from[0] != digest


def decoded(path: str | Path, slug: str, model: str) -> Signature:
    """A stored model; an error that names the signature where it is none, or one of another version."""
    try:
        return decode(model)
    except CodecError as error:
        raise KnowledgeBaseError(f"{path}: {slug}: {error}; build it again with `tracelore kb build`") from error
