"""docs/catalogue.md: every signature in one line, with what was measured of it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.catalogue.tables import Measured, expected, measured, ordinary
from tests.live.trials import TRIALS

_INTRODUCTION = """\
# The catalogue

<!-- Written by `python -m tests.catalogue`; do not edit. -->

{public} signatures, and {internal} more that exist only to be observed by others and are never reported themselves.
`tracelore show SLUG` prints one with its analysis, its competing readings, its traces and its sources;
[contributing-signatures.md](contributing-signatures.md) says how they are made.

* **bits**: how many bits of coincidence a match would take ([design.md](design.md), "Specificity"). Where several
  signatures explain the same packets, the one with more bits leads.
* **traces**: those that it must match + those that it must not; all of them are run by `tracelore test`.
* **confused with**: signatures that make events of its own traces too, and of how many of them. The one with more bits
  leads.
* **ordinary**: events in a million packets of ordinary traffic, those that another signature explains better included,
  measured on the [{packets:,} packets below](#ordinary-traffic).
* **seen on**: real captures in which it is reported ([list](#real-captures)), and tools that were started for real and
  that it recognises (`tests/live`).
"""

_ORDINARY = """\
## Ordinary traffic

Captures that count as ordinary, why, and what is odd in them nonetheless. No signature calls anybody malicious with
high confidence there. The tests make ordinary traffic of their own as well (`tests/live/test_ordinary.py`): web, bulk
transfer, name service, mail, secure shell, many hosts, services that fail, and lossy wires.
"""

_REAL = """\
## Real captures

What must be reported of real captures, and why. Beside what is named, nobody may be called malicious with high
confidence there.
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A signature of the knowledge base."""

    slug: str
    title: str
    category: str
    verdict: str
    confidence: str
    bits: float
    positive: int
    negative: int


def document(path: Path) -> str:
    """The page, for the signatures of a knowledge base."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = [_Row(*row) for row in connection.execute(_SIGNATURES)]
        (internal,) = connection.execute("SELECT count(*) FROM signatures WHERE internal").fetchone()
        confusions = _confusions(connection)
    packets = sum(row.packets for row in ordinary())
    parts = [_INTRODUCTION.format(public=len(rows), internal=internal, packets=packets)]
    tools = _tools()
    figures = measured()
    for category, members in groupby(rows, key=lambda row: row.category):
        lines = (_line(row, confusions.get(row.slug, ()), figures.get(row.slug), tools, packets) for row in members)
        parts.append(f"## {category}\n\n{_table(_HEAD, lines)}")
    parts.append(f"{_ORDINARY}\n{_table(('capture', 'packets', 'why it is ordinary', 'and yet'), _ordinary_lines())}")
    parts.append(f"{_REAL}\n{_table(('capture', 'must be reported', 'why'), _expected_lines())}")
    return "\n".join(parts)


_SIGNATURES = """
SELECT slug, title, category, verdict, confidence, specificity_bits,
       (SELECT count(*) FROM traces WHERE signature = slug AND expect = 'match'),
       (SELECT count(*) FROM traces WHERE signature = slug AND expect = 'no-match')
FROM signatures WHERE NOT internal ORDER BY category, slug
"""
_HEAD = (
    "signature", "what it recognises", "verdict", "confidence", "bits", "traces", "confused with", "ordinary",
    "seen on",
)  # fmt: skip


def _confusions(connection: sqlite3.Connection) -> Mapping[str, Sequence[str]]:
    """Slug -> others with how many of its traces they match."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for slug, other, hits, tried in connection.execute("SELECT signature, related, hits, tried FROM confusions"):
        found[slug].append(f"`{other}` {hits}/{tried}")
    return found


def _tools() -> Mapping[str, Sequence[str]]:
    """Slug -> tools of the live tests."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for trial in TRIALS:
        found[trial.leads].add(trial.tool)
    return {slug: sorted(tools) for slug, tools in found.items()}


def _line(
    row: _Row, confusions: Sequence[str], figures: Measured | None, tools: Mapping[str, Sequence[str]], packets: int
) -> Sequence[str]:
    rate = (figures.ordinary if figures else 0) * 1_000_000 / packets
    captures = len(figures.led) if figures else 0
    seen = [f"{captures} capture{'s' if captures > 1 else ''}"] if captures else []
    return (
        f"`{row.slug}`", row.title, row.verdict, row.confidence, f"{row.bits:.0f}", f"{row.positive} + {row.negative}",
        ", ".join(confusions), f"{rate:.0f}" if rate >= 1 or not rate else f"{rate:.1f}",
        ", ".join([*seen, *tools.get(row.slug, ())]),
    )  # fmt: skip


def _ordinary_lines() -> Iterator[Sequence[str]]:
    for row in ordinary():
        yield f"`{row.capture}`", f"{row.packets:,}", row.why, row.holds


def _expected_lines() -> Iterator[Sequence[str]]:
    for row in expected():
        slugs = (f"`{slug}`{f' x{number}' if number > 1 else ''}" for slug, number in row.reports.items())
        yield f"`{row.capture}`", ", ".join(slugs) or "–", row.why


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in rows)
