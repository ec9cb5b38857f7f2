"""How numbers, moments and texts are written on pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tracelore.times import lasting, spoken_time

__all__ = ["counted", "filters", "measure", "paragraphs"]


def filters() -> dict[str, Callable[..., Any]]:
    """The filters of this package's templates, by name."""
    return {
        "counted": counted, "measure": measure, "paragraphs": paragraphs, "percentage": percentage, "second": second,
        "spoken": spoken_time,
    }  # fmt: skip


def paragraphs(text: str | None) -> list[str]:
    """A text's paragraphs, each on one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def counted(number: int, thing: str) -> str:
    """`1 event`, `2,000 events`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def second(ns: int) -> str:
    """A moment to the second."""
    return spoken_time(ns).partition(".")[0]


def percentage(part: float) -> str:
    """A share as people say it."""
    return f"{part:.0%}" if part >= 0.1 else f"{part:.1%}"


def measure(value: object, text: str) -> str:
    """The value of an aggregate, which `text` is."""
    if value is None:
        return "no value"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and text.startswith(("first(", "last(")):
        return spoken_time(value)
    if isinstance(value, int) and (text == "duration" or text.startswith("interval.")):
        return lasting(value)
    if isinstance(value, int) and "(" in text:
        return f"{value:,}"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
