"""Which events a page is about: one value for each facet, and a stretch of time, all as the address says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

import numpy as np

from tracelore.site.events import Column, EventColumns, Known

__all__ = ["FACETS", "SIGNATURE_PARTS", "Choice", "ChoiceError", "chosen", "read_choice"]

# What can be chosen, with what it is called on the page.
FACETS: Final = {
    "verdict": "Verdict", "category": "Category", "confidence": "Confidence", "status": "Status",
    "signature": "Signature", "source": "Source", "dport": "Destination port", "capture": "Capture",
}  # fmt: skip
SIGNATURE_PARTS: Final[Mapping[str, Callable[[Known], str]]] = {
    "verdict": lambda known: known.verdict, "category": lambda known: known.category,
    "confidence": lambda known: known.confidence, "signature": lambda known: known.slug,
}  # fmt: skip
_LARGEST: Final = (1 << 63) - 1


class ChoiceError(Exception):
    """An address asks for something that cannot be; the message says what."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen.

    Attributes:
        values: Facet -> value, as in the address.
        start_ns: Only events whose first packet is not before this moment; None for all.
        end_ns: Only those before this one.
        source: The number of the chosen source in `sources`, where one is chosen; -1 for one that is not there.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    start_ns: int | None = None
    end_ns: int | None = None
    source: int | None = None

    def query(self, **changed: str | int | None) -> str:
        """The address's query for this choice with some parts changed; None takes one away."""
        given: dict[str, str | int | None] = {**self.values, "from": self.start_ns, "to": self.end_ns, **changed}
        return urlencode([(name, value) for name, value in given.items() if value is not None and value != ""])


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """The choice that an address makes.

    Raises:
        ChoiceError: A moment is no whole number of nanoseconds.
    """
    values = {name: arguments[name] for name in FACETS if arguments.get(name)}
    return Choice(values, _moment(arguments, "from"), _moment(arguments, "to"))


def _moment(arguments: Mapping[str, str], name: str) -> int | None:
    text = arguments.get(name, "").strip()
    if not text:
        return None
    number = int(text) if text.removeprefix("-").isdecimal() and len(text) < 25 else None
    if number is None or abs(number) > _LARGEST:
        raise ChoiceError(f"`{name}` is a moment in nanoseconds since 1970, not {text[:40]!r}")
    return number


def chosen(events: EventColumns, choice: Choice, without: str = "") -> Column:
    """The positions of the events that a choice leaves, in order; `without` names a facet that does not count."""
    low, high = _stretch(events, choice)
    counting = {name: value for name, value in choice.values.items() if name != without}
    if not counting:
        return np.arange(low, high)
    mask = np.ones(high - low, dtype=bool)
    for name, value in counting.items():
        mask &= _matches(events, choice, name, value)[low:high]
    return np.flatnonzero(mask) + low


def _stretch(events: EventColumns, choice: Choice) -> tuple[int, int]:
    times = events.first_seen_ns
    low = 0 if choice.start_ns is None else int(np.searchsorted(times, choice.start_ns))
    high = len(events) if choice.end_ns is None else int(np.searchsorted(times, choice.end_ns))
    return low, max(low, high)


def _matches(events: EventColumns, choice: Choice, name: str, value: str) -> Column:
    if name in SIGNATURE_PARTS:
        part = SIGNATURE_PARTS[name]
        numbers = [number for number, known in events.signatures.items() if part(known) == value]
        return np.isin(events.signature, numbers)
    if name == "status":
        if value not in ("conclusive", "inconclusive"):
            return np.zeros(len(events), dtype=bool)
        return events.inconclusive if value == "inconclusive" else ~events.inconclusive
    if name == "source":
        return np.asarray(events.source == (-2 if choice.source is None else choice.source))
    if name == "dport":
        return np.asarray(events.dport == (int(value) if value.isdecimal() and len(value) < 6 else -2))
    numbers = [number for number, known in events.captures.items() if known == value]
    return np.isin(events.capture, numbers)
