"""The errors of this package, under one root."""

from __future__ import annotations

__all__ = ["KnowledgeBaseError", "NotesError", "QuestionError"]


class KnowledgeBaseError(Exception):
    """A knowledge base cannot be built, opened or asked; the message says what, where and what helps."""


class QuestionError(KnowledgeBaseError):
    """What was asked cannot be answered as it is put: a field or a value that does not exist. The file is sound."""


class NotesError(KnowledgeBaseError):
    """Notes cannot be read, written or taken in. What was there is as it was."""
