"""The findings of a triage: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sigdsl.format_expr import format_expr
from tracelore.drafting.triage import Finding, Triage

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["as_json", "as_text"]

_MOST_SAID = 6  # conditions of a group in the table


def as_json(result: Triage, capture: str, most: int) -> str:
    """One object; `docs/draft-and-triage.md` says what its names mean."""
    found = result.unexplained
    data = {
        "capture": capture,
        "packets": found.total,
        "unexplained": found.count,
        "grouped": len(found.packets) - result.left,
        "groups": [_record(finding) for finding in result.findings[:most]],
        "more_groups": max(0, len(result.findings) - most),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _record(finding: Finding) -> dict[str, Any]:
    group = finding.group
    return {
        "kind": group.shape.name,
        "packets": len(group.shape.packets),
        "conversations": group.conversations,
        "sources": group.sources,
        "destinations": group.destinations,
        "first_frame": group.shape.packets[0].frame,
        "bits": round(finding.bits, 1),
        "answered": round(finding.answered, 3),
        "score": round(finding.score, 1),
        "shared": [
            {
                "condition": format_expr(each.condition),
                "bits": each.bits,
                "background": each.share.having if each.share else None,
                "background_of": each.share.of if each.share else None,
            }
            for each in finding.conditions
        ],
        "where": finding.where,
        "draft": finding.command,
    }


def as_text(result: Triage, capture: str, most: int) -> str:
    """A table and, below it, what each group shares and the command that drafts a signature of it."""
    from rich.console import Console
    from rich.markup import escape

    found = result.unexplained
    console = Console(soft_wrap=True, highlight=False)
    with console.capture() as captured:
        console.print(f"{escape(capture)}: {found.count:,} of {found.total:,} packets are in no event")
        if result.findings:
            shown = list(enumerate(result.findings[:most], 1))
            console.print(_table(shown))
            for number, finding in shown:
                console.print(f"\n[bold]{number}[/bold]  {escape(_shared(finding))}")
                console.print(f"   {escape(finding.command)}")
        elif found.count:
            console.print("No three of them have enough in common to be a group.")
        if len(result.findings) > most:
            console.print(f"\n{len(result.findings) - most:,} more groups: --groups shows them")
    return captured.get()


def _table(shown: Sequence[tuple[int, Finding]]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("#", "kind", "packets", "talks", "from", "to", "answered", "bits", "score"):
        table.add_column(name, justify="left" if name == "kind" else "right")
    for number, finding in shown:
        table.add_row(*_row(number, finding))
    return table


def _row(number: int, finding: Finding) -> tuple[str, ...]:
    group = finding.group
    counts = (len(group.shape.packets), group.conversations, group.sources, group.destinations)
    return (
        str(number), group.shape.name, *(f"{count:,}" for count in counts), f"{finding.answered:.0%}",
        f"{finding.bits:.0f}", f"{finding.score:.0f}",
    )  # fmt: skip


def _shared(finding: Finding) -> str:
    """The most telling conditions of a group."""
    ranked = sorted(finding.conditions, key=lambda each: (not each.relation, -each.bits))
    words = [format_expr(word) for word in finding.group.shape.words]
    more = len(ranked) - _MOST_SAID
    said = [*words, *(format_expr(each.condition) for each in ranked[:_MOST_SAID])]
    return "; ".join(said) + (f"; and {more} more" if more > 0 else "")
