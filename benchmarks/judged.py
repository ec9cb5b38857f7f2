"""The figures beside what the project has set itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.once import FIRST_COMPILATION, START_UP, many
from benchmarks.results import Results
from benchmarks.rows import BY_SOURCE, CURATED, TCPDUMP, curated_count, is_compiled, suricata, synthetic

__all__ = ["Judged", "judged"]

_NOTHING = "not measured"


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece of work, what it must reach, and what was measured."""

    work: str
    asked: str
    measured: str


def judged(results: Results) -> Iterator[Judged]:
    """Line by line."""
    own, few = ("telescope", CURATED), ("telescope", synthetic(64))
    yield Judged(
        "telescope, all curated signatures: times the speed of tcpdump", "1, goal 1.5",
        _ratio(results, own, ("telescope", TCPDUMP)),
    )  # fmt: skip
    for line in results.lines:
        if line.capture == "telescope" and line.name.startswith(suricata(curated_count())):
            ratio = _ratio(results, own, (line.capture, line.name))
            yield Judged(f"the same: times the speed of {line.name}", "40", ratio)
    for count, most in ((1024, "at most 3"), (10_000, "at most 10")):
        ratio = _ratio(results, few, ("telescope", synthetic(count)))
        yield Judged(f"{count:,} synthetic signatures: times the time of 64", most, ratio)
    for name in (CURATED, BY_SOURCE):
        yield Judged(f"flood, {name}: times the speed of the telescope", "0.5", _ratio(results, ("flood", name), own))
    yield Judged("peak memory of this project in any run", "under 600 MB", _peak(results))
    for name, limit in ((many(10_000), "under 5 s"), (START_UP, "under 1.2 s"), (FIRST_COMPILATION, "under 30 s")):
        yield Judged(name, limit, _seconds(results, name))


def _ratio(results: Results, one: tuple[str, str], other: tuple[str, str]) -> str:
    rate, base = results.rate(*one), results.rate(*other)
    return f"{rate / base:.3g}" if rate and base else _NOTHING


def _peak(results: Results) -> str:
    """Over all lines and facts of the compiled executor."""
    peaks = [line.peak_mb for line in results.lines if line.peak_mb and is_compiled(line.name)]
    peaks += [fact.value for fact in results.facts if fact.value and fact.unit == "MB"]
    return f"{max(peaks):.0f} MB" if peaks else _NOTHING


def _seconds(results: Results, name: str) -> str:
    found = [fact.value for fact in results.facts if fact.name == name and fact.value is not None]
    return f"{found[0]:.2f} s" if found else _NOTHING
