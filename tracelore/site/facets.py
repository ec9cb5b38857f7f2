"""How the chosen events are distributed: over the values of each facet, over time, over sources."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tracelore.results.eventcolumns import MISSING
from tracelore.site.choice import FACETS, SIGNATURE_PARTS, Choice, chosen
from tracelore.site.events import Column, EventColumns

__all__ = ["Facet", "FacetValue", "Talker", "facets", "talkers", "with_source"]

_MOST_VALUES: Final = 12
_MOST_TALKERS: Final = 10


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value and how many of the events have it; `chosen` where the page is already about it."""

    value: str
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of one property; `more` says how many others there are.

    The counts are of events that all *other* choices leave, so that another value can be chosen instead.
    """

    name: str
    title: str
    values: tuple[FacetValue, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Talker:
    """A source with its events and their packets, and its share of all packets of the chosen events."""

    source: str
    events: int
    packets: int
    share: float


def with_source(connection: sqlite3.Connection, choice: Choice) -> Choice:
    """The same choice with the number of its source."""
    name = choice.values.get("source")
    if name is None:
        return choice
    row = connection.execute("SELECT number FROM sources WHERE name = ?", [name]).fetchone()
    return Choice(choice.values, choice.start_ns, choice.end_ns, row[0] if row else None)


def facets(connection: sqlite3.Connection, events: EventColumns, choice: Choice, everything: Column) -> list[Facet]:
    """Every facet that says something: one whose values differ, or in which one was chosen.

    `everything` are the positions that the whole choice leaves.
    """
    found = []
    by_signature = _tally(events.signature[everything])
    for name, title in FACETS.items():
        if name in choice.values:
            rows = chosen(events, choice, without=name)
            counts = _counted(connection, events, name, rows, _tally(events.signature[rows]))
        else:
            counts = _counted(connection, events, name, everything, by_signature)
        present = choice.values.get(name)
        if present is None and counts.different < 2:
            continue
        ranked = sorted(counts.values.items(), key=lambda pair: (-pair[1], pair[0]))
        shown = ranked[:_MOST_VALUES]
        if present is not None and present not in dict(shown):
            shown.append((present, counts.values.get(present, 0)))
        values = tuple(FacetValue(value, count, value == present) for value, count in shown)
        found.append(Facet(name, title, values, max(0, counts.different - len(shown))))
    return found


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each value is there (of sources and ports the most frequent), and how many different ones there are."""

    values: dict[str, int]
    different: int


def _counted(
    connection: sqlite3.Connection, events: EventColumns, name: str, rows: Column, by_signature: list[tuple[int, int]]
) -> _Counts:
    if name == "source":
        return _frequent(events.source[rows], lambda numbers: _names(connection, numbers))
    if name == "dport":
        return _frequent(events.dport[rows], lambda ports: {port: str(port) for port in ports})
    values: Counter[str] = Counter()
    if name in SIGNATURE_PARTS:
        for number, count in by_signature:
            values[SIGNATURE_PARTS[name](events.signatures[number])] += count
    elif name == "status":
        doubtful = int(np.count_nonzero(events.inconclusive[rows]))
        values = +Counter({"conclusive": len(rows) - doubtful, "inconclusive": doubtful})
    else:
        for number, count in _tally(events.capture[rows]):
            values[events.captures[number]] += count
    return _Counts(values, len(values))


def _frequent(numbers: Column, named: Callable[[list[int]], dict[int, str]]) -> _Counts:
    """The most frequent of many different numbers, with their names."""
    counts = _frequencies(numbers)
    top = _largest(counts, _MOST_VALUES)
    names = named(top)
    return _Counts({names[number]: int(counts[number]) for number in top}, int(np.count_nonzero(counts)))


def _frequencies(values: Column) -> Column:
    """How often each number is there; those that are missing are not counted. All are small: rows of a table, ports."""
    return np.bincount(values - MISSING, minlength=1)[-MISSING:]


def _tally(values: Column) -> list[tuple[int, int]]:
    """(value, how often) of all that are not missing."""
    counts = _frequencies(values)
    present = np.flatnonzero(counts)
    return list(zip(present.tolist(), counts[present].tolist(), strict=True))


def _largest(counts: Column, most: int) -> list[int]:
    """The positions of the largest numbers that are not 0, the largest first; of equals the first."""
    near = np.flatnonzero(counts)
    if len(near) > most:  # then those that are no smaller than the last of them
        present = counts[near]
        near = near[present >= np.partition(present, len(near) - most)[len(near) - most]]
    ranked: list[int] = near[np.lexsort((near, -counts[near]))][:most].tolist()
    return ranked


def _names(connection: sqlite3.Connection, numbers: list[int]) -> dict[int, str]:
    marks = ", ".join("?" * len(numbers))
    return dict(connection.execute(f"SELECT number, name FROM sources WHERE number IN ({marks})", numbers).fetchall())


def talkers(connection: sqlite3.Connection, events: EventColumns, rows: Column) -> list[Talker]:
    """The sources with the most packets in the chosen events."""
    sources, packets = events.source[rows], events.packets[rows]
    total = int(packets.sum())
    counts = _frequencies(sources)
    by_source = np.bincount(sources - MISSING, weights=packets, minlength=1)[-MISSING:].astype(np.int64)
    top = _largest(by_source, _MOST_TALKERS)
    names = _names(connection, top)
    return [
        Talker(names[number], int(counts[number]), int(by_source[number]), int(by_source[number]) / total)
        for number in top
    ]
