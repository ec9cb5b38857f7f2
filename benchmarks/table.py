"""Results as a table for the terminal, and as the document docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.judged import judged
from benchmarks.results import Fact, Line, Results
from benchmarks.rows import TCPDUMP

__all__ = ["document", "fact_text", "heading", "line_text"]

CAPTURES = {
    "telescope": "what a telescope of 65,536 addresses sees in some 40 minutes: scanners, backscatter, UDP, ICMP, IPv6",
    "flood": "one victim, a million forged sources, every packet a SYN",
    "bulk": "eight long downloads in full segments",
    "storm": "64 scanners sweep one port of a million addresses; every fourth packet is an answer",
}

_INTRODUCTION = """\
# Performance

<!-- Written by `python -m benchmarks --write docs/performance.md`; not edited by hand. -->

How fast TraceLore reads captures, beside other programs on the same captures and the same machine. This page is made by

    python -m benchmarks --write docs/performance.md

which takes some ten minutes. Its captures are the same bytes everywhere (`benchmarks/captures.py`); they take 4 GB
in `benchmarks/captures.tmp` and are kept there. `--quick` makes everything small, to see that it works; `--large` adds
a capture of 50 million packets, for which 11 GB must be free; `--json FILE` keeps the figures, and `--from FILE` writes
this page from them.

Each command runs in a process of its own, its output to `/dev/null`, the capture in the system's cache: once uncounted,
then three times (or `--repeats`), of which the best counts.

* **Packets/s** is the marginal speed: the packets of a capture less those of its first quarter, over the time for the
  one less the time for the other. Programs that are much slower are given the beginning of the capture only, as the
  column **packets** tells.
* **Of tcpdump** is that speed divided by tcpdump's on the same capture.
* **Start** is what remains of the time for the quarter.
* **Peak** is the most memory of the longer run, in MB of 10^6 bytes. It is never less than that of the process that
  measures, some 20 MB.
"""

_SURICATA = """
Suricata runs with the configuration of its package and as many header rules as the name says, which are those of the
synthetic signatures; events over several packets, as the curated signatures have them, are not asked of it. *As
installed* it also parses applications and logs flows, which this project does not; *lean*, its parsers and all logs
but the alerts are turned off.
"""


def heading(capture: str) -> str:
    """The head of a capture's part of the table on a terminal."""
    columns = f"{'packets':>10} {'packets/s':>12} {'tcpdump':>8} {'start s':>8} {'peak MB':>8}"
    return f"\n{capture}: {CAPTURES[capture]}\n{'':<52} {columns}"


def line_text(line: Line, base: float | None) -> str:
    """A line of the table on a terminal; `base` is tcpdump's speed."""
    head = f"{line.name:<52} {line.packets:>10,}"
    if line.rate is None:
        return f"{head} failed: {line.failure}"
    return f"{head} {line.rate:>12,.0f} {_ratio(line.rate, base):>8} {line.start_s:>8.2f} {line.peak_mb:>8.0f}"


def fact_text(fact: Fact) -> str:
    """A fact, on a line."""
    return f"{fact.name}: {_value(fact)}"


def document(results: Results) -> str:
    """The page."""
    parts = [_INTRODUCTION, _machine(results), _judgement(results)]
    for capture in dict.fromkeys(line.capture for line in results.lines):
        parts.append(_capture(results, capture))
        if any(line.capture == capture and line.name.startswith("Suricata") for line in results.lines):
            parts.append(_SURICATA)
    parts += [_facts(results), _commands(results)]
    return "\n".join(part for part in parts if part)


def _machine(results: Results) -> str:
    return "## Where\n\n" + _markdown(("what", "which"), "--", results.machine.items())


def _judgement(results: Results) -> str:
    rows = ((each.work, each.asked, each.measured) for each in judged(results))
    return "## What was asked for\n\n" + _markdown(("work", "asked", "measured"), "---", rows)


def _capture(results: Results, capture: str) -> str:
    base = results.rate(capture, TCPDUMP)
    rows = (_cells(line, base) for line in results.lines if line.capture == capture)
    columns = ("what", "packets", "packets/s", "of tcpdump", "start, s", "peak, MB")
    about = CAPTURES[capture]
    return f"## {capture.capitalize()}\n\n{about[0].upper()}{about[1:]}.\n\n" + _markdown(columns, "-rrrrr", rows)


def _cells(line: Line, base: float | None) -> tuple[str, ...]:
    head = (line.name, f"{line.packets:,}")
    if line.rate is None:
        return (*head, f"failed: {line.failure}", "", "", "")
    return (*head, f"{line.rate:,.0f}", _ratio(line.rate, base), f"{line.start_s:.2f}", f"{line.peak_mb:.0f}")


def _facts(results: Results) -> str:
    return "## Once\n\n" + _markdown(("what", "measured"), "-r", ((fact.name, _value(fact)) for fact in results.facts))


def _commands(results: Results) -> str:
    commands: dict[str, str] = {}
    for line in results.lines:
        commands.setdefault(line.name, f"`{line.command}`")
    return "## Commands\n\n" + _markdown(("what", "command"), "--", commands.items())


def _ratio(rate: float, base: float | None) -> str:
    if not base:
        return ""
    return f"{rate / base:.2f}" if rate > 0.1 * base else f"{rate / base:.4f}"


def _value(fact: Fact) -> str:
    return f"failed: {fact.failure}" if fact.value is None else f"{fact.value:,.3g} {fact.unit}"


def _markdown(columns: tuple[str, ...], aligned: str, rows: Iterable[tuple[str, ...]]) -> str:
    rule = ["--:" if letter == "r" else "---" for letter in aligned]
    lines = [columns, rule, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
