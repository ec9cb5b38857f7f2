"""A run: captures are made where they are missing, rows measured one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import machine, once
from benchmarks.measure import Pair, RunFailed, marginal, python, run_measured
from benchmarks.results import Fact, Line, Results
from benchmarks.rows import TCPDUMP, Row, rows
from benchmarks.table import fact_text, heading, line_text

__all__ = ["KINDS", "Plan", "run"]

KINDS = {"telescope": 1_250_000, "flood": 1_250_000, "bulk": 250_000, "storm": 1_250_000}  # of the shorter capture
_QUICK = 20_000
_LEAST = 1_000  # packets of the beginning that slow programs are given
_LARGE = 50_000_000
_MAKING_LIMIT_S, _LARGE_LIMIT_S = 3600.0, 1800.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run.

    Attributes:
        folder: For captures and rules; what is there is used again.
        kinds: Of captures.
        counts: Of synthetic signatures.
        only: Rows whose names hold one of these, and tcpdump's.
        repeats: Of each run.
        limit_s: Seconds for one run.
        is_quick: Everything small.
        is_large: Also the large capture.
    """

    folder: Path
    kinds: list[str]
    counts: list[int]
    only: list[str]
    repeats: int
    limit_s: float
    is_quick: bool
    is_large: bool

    def packets(self, kind: str, part: int) -> int:
        """Of the shorter capture of a kind, for a program that is given only a part."""
        return max((_QUICK if self.is_quick else KINDS[kind]) // part, _LEAST)

    def capture(self, kind: str, packets: int) -> Path:
        """A capture, made now or before."""
        path = self.folder.resolve() / f"{kind}-{packets}.pcap"
        if not path.is_file():
            run_measured(python("-m", "benchmarks.captures", str(path), kind, str(packets)), _MAKING_LIMIT_S)
        return path

    def measure(self, kind: str, row: Row) -> Line:
        """Run a row."""
        packets = self.packets(kind, row.part)
        pair = Pair(self.capture(kind, packets), self.capture(kind, 4 * packets), packets)
        typed = _as_typed(row.command(pair.large), self.folder.resolve())
        try:
            found = marginal(row.command, pair, self.limit_s, self.repeats)
        except RunFailed as reason:
            return Line(kind, row.name, typed, 4 * packets, failure=str(reason))
        return Line(kind, row.name, typed, 4 * packets, found.rate, found.start_s, found.peak_mb)


def _as_typed(command: list[str], folder: Path) -> str:
    words = ["python" if word == sys.executable else word.removeprefix(f"{folder}/") for word in command]
    return " ".join(f"'{word}'" if " " in word else word for word in words)


def run(plan: Plan, tell: Callable[[str], None]) -> Results:
    """Measure everything; `tell` gets each line of the table when it is known."""
    results = Results(machine.describe())
    for kind in plan.kinds:
        tell(heading(kind))
        for row in rows(kind, plan.counts, plan.folder):
            if row.name == TCPDUMP or any(part in row.name for part in plan.only):
                results.lines.append(plan.measure(kind, row))
                tell(line_text(results.lines[-1], results.rate(kind, TCPDUMP)))
    tell("")
    for fact in _facts(plan) if "" in plan.only else ():
        results.facts.append(fact)
        tell(fact_text(fact))
    return results


def _facts(plan: Plan) -> Iterator[Fact]:
    one, some = plan.capture("telescope", 1), plan.capture("telescope", _QUICK)
    yield from once.facts(one, some, max(plan.counts, default=0), plan.repeats)
    if plan.is_large:
        yield from once.large(plan.capture("telescope", _LARGE), _LARGE_LIMIT_S)
