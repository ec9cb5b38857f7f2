"""Traces to try: those that stand inside signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kb.errors import KnowledgeBaseError
from kb.read import show, slugs

__all__ = ["FIRST_EXAMPLE", "Example", "example"]

FIRST_EXAMPLE = "19-latency-probe-syn-ack"  # as the founding document's traces are numbered


@dataclass(frozen=True, slots=True)
class Example:
    """A trace of a signature: `slug` and `title` of both, and its text."""

    slug: str
    title: str
    trace: str
    text: str


def example(path: Path, name: str, number: int = 1) -> Example:
    """The trace of a signature that is called `name`, which may begin with the number of a founding trace.

    Args:
        path: The knowledge base.
        name: A slug, as it is or after a number (`19-latency-probe-syn-ack`).
        number: Which of its traces, from 1.

    Raises:
        KnowledgeBaseError: There is no such signature, or it has no such trace.
    """
    slug = name if name in slugs(path) else re.sub(r"^\d+-", "", name)
    signature = show(path, slug).signature
    if not 1 <= number <= len(signature.traces):
        raise KnowledgeBaseError(f"{slug} has {len(signature.traces)} traces; there is no number {number}")
    trace = signature.traces[number - 1]
    return Example(slug, signature.title, trace.title, trace.text)
