"""The tables beside this module: captures and what must be said of them, ordinary traffic, what was measured."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.shared import SHARED

FOLDER = Path(__file__).parent
CAPTURES = SHARED / "captures"
MEASURED = FOLDER / "measured.tsv"


@dataclass(frozen=True, slots=True)
class Expected:
    """A real capture that holds what a signature claims.

    Attributes:
        capture: Path below `CAPTURES`.
        reports: Slug -> how many events of it at least. Empty where nothing must be reported.
        why: What the capture holds.
    """

    capture: str
    reports: Mapping[str, int]
    why: str


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A real capture of ordinary traffic.

    Attributes:
        capture: Path below `CAPTURES`.
        packets: How many it holds.
        why: Why it counts as ordinary.
        holds: What is odd in it nonetheless.
    """

    capture: str
    packets: int
    why: str
    holds: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a signature did over the two tables above.

    Attributes:
        ordinary: Events in the captures of ordinary traffic, those that a more specific one explains included.
        led: Captures of the first table in which it leads.
    """

    ordinary: int
    led: Sequence[str]


@cache
def expected() -> tuple[Expected, ...]:
    """`captures.tsv`."""
    return tuple(
        Expected(row["capture"], _counts(row["reports"]), row["why"]) for row in _rows(FOLDER / "captures.tsv")
    )


@cache
def ordinary() -> tuple[Ordinary, ...]:
    """`ordinary.tsv`."""
    return tuple(
        Ordinary(row["capture"], int(row["packets"]), row["why"], row["holds"])
        for row in _rows(FOLDER / "ordinary.tsv")
    )


def measured(path: Path = MEASURED) -> dict[str, Measured]:
    """`measured.tsv` by slug; a signature that did nothing is not in it."""
    return {
        row["slug"]: Measured(int(row["ordinary"]), tuple(row["led"].split(";")) if row["led"] else ())
        for row in _rows(path)
    }


def write_measured(found: Mapping[str, Measured], path: Path = MEASURED) -> None:
    """What `measured` reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("slug", "ordinary", "led"))
        table.writerows((slug, each.ordinary, ";".join(each.led)) for slug, each in sorted(found.items()))


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _counts(text: str) -> dict[str, int]:
    """`slug` or `slug x3`, separated by semicolons; `-` for nothing."""
    if text == "-":
        return {}
    parts = (part.strip().partition(" x") for part in text.split(";"))
    return {slug: int(number or 1) for slug, _, number in parts}
