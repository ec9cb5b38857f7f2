"""Every signature over the captures of both tables: `measured.tsv`, from which docs/catalogue.md takes its figures."""

from __future__ import annotations

from collections import Counter, defaultdict

from tests.catalogue.matching import match_capture
from tests.catalogue.tables import CAPTURES, Measured, expected, ordinary


def measure() -> dict[str, Measured]:
    """Run all captures."""
    events: Counter[str] = Counter()
    for row in ordinary():
        result = match_capture(CAPTURES / row.capture)
        events.update(event.signature for event in (*result.events, *result.displaced))
    led: defaultdict[str, set[str]] = defaultdict(set)
    for row in expected():
        for event in match_capture(CAPTURES / row.capture).events:
            led[event.signature].add(row.capture)
    return {slug: Measured(events[slug], tuple(sorted(led[slug]))) for slug in {*events, *led}}
