"""What a revision may say: the same rules for what a user types, and for what comes from strangers.

Each function takes a value as JSON has it and returns it as the model has it, or raises ValueError with what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeVar, get_args

from kb.notes.limits import MAX_COUNT, MAX_POINT, MAX_POINTS, MAX_SHORT, MAX_TEXT
from sigdsl.model import Verdict, Weight

__all__ = [
    "chosen", "count", "digest", "is_before", "lines", "moment", "optional", "short", "slug", "text", "verdict",
    "weight", "when",
]  # fmt: skip

Item = TypeVar("Item")

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
# Characters that move the cursor, hide, or turn text around on a screen, so that readers see what is not there; and
# halves of characters, which cannot be stored.
_DECEIVING: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def text(value: Any, most: int = MAX_TEXT) -> str:
    """Text of any number of lines, empty too."""
    if not isinstance(value, str):
        raise ValueError("is no text")
    if len(value) > most:
        raise ValueError(f"has {len(value):,} characters; the most is {most:,}")
    odd = _DECEIVING.search(value)
    if odd:
        raise ValueError(f"holds U+{ord(odd[0]):04X}, which hides or moves text")
    return value


def short(value: Any) -> str:
    """One line that is not empty: a name, a title, a place."""
    found = text(value, MAX_SHORT)
    if not found.strip() or found != found.strip():
        raise ValueError("is empty, or begins or ends with a space")
    if "\n" in found or "\t" in found:
        raise ValueError("is more than one line")
    return found


def lines(value: Any) -> tuple[str, ...]:
    """Arguments: a list of texts that are not empty."""
    if not isinstance(value, list | tuple):
        raise ValueError("is no list")
    if len(value) > MAX_POINTS:
        raise ValueError(f"has {len(value):,} entries; the most is {MAX_POINTS}")
    found = tuple(text(each, MAX_POINT) for each in value)
    if not all(each.strip() for each in found):
        raise ValueError("has an empty entry")
    return found


def count(value: Any) -> int:
    """A number from 1 on."""
    if type(value) is not int or not 1 <= value <= MAX_COUNT:
        raise ValueError(f"is no number from 1 to {MAX_COUNT:,}")
    return value


def slug(value: Any) -> str:
    """The name of a signature."""
    if not isinstance(value, str) or len(value) > MAX_SHORT or not _SLUG.fullmatch(value):
        raise ValueError("is no name of a signature, such as tcp-half-open-scan")
    return value


def digest(value: Any) -> str:
    """The id of a revision."""
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError("is no id: 64 hexadecimal digits")
    return value


def moment(value: Any) -> str:
    """When something was said, to the microsecond."""
    if not isinstance(value, str) or not _STAMP.fullmatch(value) or not _exists(value):
        raise ValueError("is no time such as 2026-03-04T05:06:07.000000Z")
    return value


def when(value: Any) -> str:
    """When something was seen: a date or a time."""
    if isinstance(value, str) and (_DATE.fullmatch(value) or _MOMENT.fullmatch(value)) and _exists(value):
        return value
    raise ValueError("is no date or time such as 2026-03-04 or 2026-03-04T05:06:07Z")


def is_before(one: str, other: str) -> bool:
    """Whether a date or time is before another; of a date and a time on that day, neither is."""
    if "T" in one and "T" in other:
        return _instant(one) < _instant(other)
    return one[:10] < other[:10]


def _exists(value: str) -> bool:
    """Whether there is such a day, and such a second of it."""
    try:
        _instant(value)
    except (ValueError, OverflowError):
        return False
    return True


def _instant(value: str) -> datetime:
    return datetime.fromisoformat(value.replace("Z", "+00:00"))


def chosen(words: Any) -> Callable[[Any], Any]:
    """A rule: one of the words of a Literal."""
    known = get_args(words)

    def rule(value: Any) -> Any:
        if not isinstance(value, str) or value not in known:
            raise ValueError(f"is none of {', '.join(known)}")
        return value

    return rule


verdict = chosen(Verdict)
weight = chosen(Weight)


def optional(rule: Callable[[Any], Item]) -> Callable[[Any], Item | None]:
    """A rule that takes None too."""
    return lambda value: None if value is None else rule(value)
