"""The one error of this package."""

from __future__ import annotations

__all__ = ["KnowledgeBaseError"]


class KnowledgeBaseError(Exception):
    """A knowledge base cannot be built, opened or asked; the message says what, where and what helps."""
