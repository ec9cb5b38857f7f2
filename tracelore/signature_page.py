"""One signature of the knowledge base, for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from kb.pages import SignaturePage
from sigdsl.model import Signature
from tracelore.readable import STYLES, hypothesis_text, pack_line, prose

__all__ = ["print_page"]


def print_page(console: Console, page: SignaturePage) -> None:
    """Print all that an analyst would ask about a signature."""
    signature = page.signature
    console.print(Rule(Text(signature.title, "bold"), align="left", style=STYLES[signature.verdict]))
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", width=14)
    table.add_column(overflow="fold")
    for name, value in _facts(page):
        table.add_row(name, value)
    console.print(table)
    _print_matching(console, page)
    _print_readings(console, signature)
    _print_lists(console, page)
    _print_traces(console, signature)


def _facts(page: SignaturePage) -> Iterator[tuple[str, Text | str]]:
    signature = page.signature
    yield "verdict", Text(f"{signature.verdict}, {signature.confidence} confidence", STYLES[signature.verdict])
    yield "signature", f"{signature.slug} (version {signature.version}), {signature.category}"
    if page.pack is not None:
        yield "from pack", pack_line(page.pack)
    if page.specificity_bits is not None:
        yield "specificity", f"{page.specificity_bits:g} bits of coincidence"
    yield from _if_any("era", signature.era or "")
    yield from _if_any("authors", ", ".join(signature.authors))
    yield from _if_any("tags", ", ".join(signature.tags))
    for section in signature.analysis:
        yield section.heading, prose(section.text)


def _if_any(name: str, value: str) -> Iterator[tuple[str, str]]:
    if value:
        yield name, value


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, "bold"))


def _print_matching(console: Console, page: SignaturePage) -> None:
    _heading(console, "What it matches")
    for observed in page.signature.observes:
        console.print(f"  observe {observed.signature} as {observed.name}", soft_wrap=True)
    for pattern in page.patterns:
        console.print(Text(_indented(pattern.text), "cyan"), soft_wrap=True)
    event = f"  event by {page.event_key}"
    event += f" having {page.event_condition}" if page.event_condition else ""
    console.print(Text(event, "cyan"), soft_wrap=True)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def _print_readings(console: Console, signature: Signature) -> None:
    if not signature.hypotheses:
        return
    _heading(console, "How it can be read")
    for hypothesis in signature.hypotheses:
        console.print(hypothesis_text(hypothesis))


def _print_lists(console: Console, page: SignaturePage) -> None:
    signature = page.signature
    related = [
        f"{each.slug} {each.kind} this" if each.incoming else f"{each.kind} {each.slug}" for each in page.related
    ]
    references = [f"{each.title}{f' <{each.url}>' if each.url else ''}" for each in signature.references]
    for title, lines in (
        ("False positives", signature.false_positives),
        ("Blind spots", signature.blind_spots),
        ("Related", tuple(related)),
        ("References", tuple(references)),
    ):
        if lines:
            _heading(console, title)
            for line in lines:
                console.print(Text(f"- {prose(line)}"))


def _print_traces(console: Console, signature: Signature) -> None:
    for trace in signature.traces:
        must = "must match" if trace.expect == "match" else "must not match"
        _heading(console, f"Trace: {trace.title} ({trace.provenance}; {must})")
        console.print(Text(_indented(trace.text), "cyan"), soft_wrap=True)
