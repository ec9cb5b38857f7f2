"""Why a pack is refused."""

from __future__ import annotations

from kb.errors import KnowledgeBaseError

__all__ = ["PackError", "TrustError"]


class PackError(KnowledgeBaseError):
    """A pack cannot be built, read or installed; the message says what is wrong, where, and what helps."""


class TrustError(PackError):
    """The pack is sound, but nobody whom the user trusts has signed it."""
