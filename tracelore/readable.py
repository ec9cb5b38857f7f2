"""Events for people: what it is, how sure, the packets, what it means and what else it could be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from kb.entries import PackOrigin
from matcher.event import Event
from matcher.render import format_address
from sigdsl.model import Hypothesis, Signature
from tracelore.explained import named_line, shown_key, spoken_key
from tracelore.times import lasting, spoken_time

__all__ = ["STYLES", "EventPrinter", "hypothesis_text", "pack_line", "prose"]

STYLES = {"malicious": "bold red", "third-party": "bold yellow", "benign": "bold green", "unknown": "bold magenta"}
_WIDTH = 14  # of the column of headings
_MOST_HOSTS = 4
_LAID_OUT = 1_000  # meanings that are remembered, one for each signature and what is consistent too


class EventPrinter:
    """Prints events, each with some lines of its evidence.

    What an event means, its signature says, with the same words for all of its events: they are laid out once.
    """

    def __init__(self, console: Console, lines: int) -> None:
        """`lines` is how many packets to show of an event, at most."""
        self._console = console
        self._lines = lines
        self._laid_out: dict[tuple[str, int, tuple[str, ...]], tuple[str, str]] = {}

    def print(self, event: Event, signature: Signature, pack: PackOrigin | None = None) -> None:
        """Print one event. `pack` is the one that brought the signature."""
        kind = (event.signature, event.version, event.also)
        frame = self._laid_out.get(kind)
        if frame is None:
            if len(self._laid_out) >= _LAID_OUT:
                self._laid_out.clear()
            frame = self._laid_out[kind] = self._text(_heading(signature)), self._text(_meaning(event, signature))
        heading, meaning = frame
        self._console.file.write(heading)
        self._console.print(_facts(event, signature, pack))
        self._console.print(_evidence(event, self._lines), end="", soft_wrap=True)
        self._console.file.write(f"{meaning}\n")

    def _text(self, part: RenderableType) -> str:
        with self._console.capture() as captured:
            self._console.print(part)
        return captured.get()


def _heading(signature: Signature) -> Rule:
    return Rule(Text(signature.title, "bold"), align="left", style=STYLES[signature.verdict])


def pack_line(pack: PackOrigin) -> str:
    """Where a signature comes from that is not curated."""
    return f"{pack.name} {pack.version}, signed by {pack.publisher or 'nobody'}"


def _facts(event: Event, signature: Signature, pack: PackOrigin | None) -> Table:
    table = _table()
    table.add_row("verdict", Text(f"{signature.verdict}, {signature.confidence} confidence", STYLES[signature.verdict]))
    table.add_row("signature", f"{signature.slug} (version {signature.version}, {event.bits} bits of coincidence)")
    if pack is not None:
        table.add_row("from pack", pack_line(pack))
    table.add_row("who", _who(event))
    table.add_row("when", _when(event))
    table.add_row("how many", _how_many(event))
    for reason in event.why_inconclusive:
        table.add_row(Text("inconclusive", "yellow"), Text(reason, "yellow"))
    return table


def prose(text: str) -> str:
    """Paragraphs without the line breaks of the source."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _table() -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", width=_WIDTH)
    table.add_column(overflow="fold")
    return table


def _who(event: Event) -> str:
    """The key, and the other hosts that the evidence shows."""
    key = spoken_key(shown_key(event))
    named = {value for _, value in event.key}
    ends = (packet.get(side) for packet in event.evidence for side in ("src", "dst"))
    others = [format_address(end) for end in dict.fromkeys(ends) if end is not None and end not in named]
    if not others:
        return key
    more = f" and {len(others) - _MOST_HOSTS} more" if len(others) > _MOST_HOSTS else ""
    return f"{key}; with {', '.join(others[:_MOST_HOSTS])}{more}"


def _when(event: Event) -> str:
    if event.first_seen_ns == event.last_seen_ns:
        return spoken_time(event.first_seen_ns)
    length = lasting(event.last_seen_ns - event.first_seen_ns)
    return f"{spoken_time(event.first_seen_ns)} to {spoken_time(event.last_seen_ns)} ({length})"


def _how_many(event: Event) -> str:
    packets = f"{event.packets:,} packet{'s' if event.packets != 1 else ''}"
    counts = ", ".join(f"{name} {count:,}" for name, count in event.counts.items())
    measures = ", ".join(_measures(event.measures, event.saturated))
    return "; ".join(part for part in (packets, counts, measures) if part)


def _measures(measures: Mapping[str, object], saturated: tuple[str, ...]) -> Iterator[str]:
    """The numbers that are not counts again, nor moments: those stand under `when`."""
    for text, value in measures.items():
        if value is None or text.startswith(("count(", "first(", "last(")):
            continue
        if isinstance(value, int) and (text == "duration" or text.startswith("interval.")):
            yield f"{text} = {lasting(value)}"
        else:
            yield f"{text} = {value}{' or more' if text in saturated else ''}"


def _evidence(event: Event, lines: int) -> Text:
    shown = event.evidence[:lines]
    text = Text(end="")
    for number, packet in enumerate(shown):
        text.append(f"{'evidence' if number == 0 else '':<{_WIDTH}} ", "dim")
        text.append(f"{named_line(packet)}\n", "dim cyan")
    left = event.packets - len(shown)
    if left > 0:
        text.append(f"{'':<{_WIDTH}} and {left:,} more\n", "dim")
    return text


def _meaning(event: Event, signature: Signature) -> Group:
    table = _table()
    bottom_line = signature.section("bottom-line")
    if bottom_line:
        table.add_row("bottom line", prose(bottom_line))
    for number, hypothesis in enumerate(signature.hypotheses):
        table.add_row("read as" if number == 0 else "or as", hypothesis_text(hypothesis))
    if event.also:
        table.add_row("consistent too", ", ".join(event.also))
    return Group(Padding(table, (0, 0, 0, 0)))


def hypothesis_text(hypothesis: Hypothesis) -> Text:
    """A reading with its verdict, its weight, and what speaks for it, against it, or would tell."""
    text = Text(hypothesis.title, STYLES[hypothesis.verdict])
    text.append(f" ({hypothesis.verdict}; {hypothesis.weight})", "dim")
    sides = (("for", hypothesis.because), ("against", hypothesis.against), ("would tell", hypothesis.test))
    for label, points in sides:
        for point in points:
            text.append(f"\n  {label}: ", "dim")
            text.append(prose(point))
    return text
