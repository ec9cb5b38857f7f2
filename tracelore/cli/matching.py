"""`match` and `packets`: captures in, events or fields out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher import MatchOptions, MatchResult, compile_signatures, run
from matcher.capture import Capture, CaptureError, open_capture
from tracelore.catalogue import Catalogue, CatalogueError, from_files, from_knowledge_base
from tracelore.cli.exits import DAMAGED, USAGE
from tracelore.columns import DEFAULT_FIELDS, FieldNameError, as_csv, as_ndjson, field_names

if TYPE_CHECKING:
    from matcher.program import Program
    from sigdsl.model import Network

__all__ = ["match_command", "packets_command"]

_KEPT = 32  # packets of an event that are looked at for its summary, however few are shown
_CAPTURES = click.argument("captures", nargs=-1, required=True, metavar="CAPTURE...")


@dataclass(slots=True)
class _Account:
    """What became of the inputs, for the exit status."""

    read: int = 0
    unreadable: list[str] = field(default_factory=list)
    damaged: bool = False

    @property
    def status(self) -> int:
        if self.unreadable and not self.read:
            return USAGE
        return DAMAGED if self.unreadable or self.damaged else 0


def _networks(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[Network, ...]:
    from sigdsl.model import Network

    networks = []
    for value in (part for group in values for part in group.replace(",", " ").split()):
        try:
            network = ip_network(value, strict=False)
        except ValueError as error:
            raise click.BadParameter(str(error), ctx, param) from None
        networks.append(Network(int(network.network_address), network.prefixlen, network.version))
    return tuple(networks)


def _warn(message: str) -> None:
    click.echo(f"tracelore: {message}", err=True)


def _opened(names: Sequence[str], account: _Account) -> Iterable[Capture]:
    """The inputs that can be read, one after the other; the others are told and counted."""
    for name in names:
        try:
            capture = open_capture(name)
        except CaptureError as error:
            _warn(str(error))
            account.unreadable.append(name)
            continue
        account.read += 1
        with capture:
            yield capture
        account.damaged |= capture.report.damage.total > 0


@click.command("match")
@_CAPTURES
@click.option(
    "-s", "--signatures", "paths", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="PATH",
    help="Use the signatures in this file or folder instead of the knowledge base. May be given several times.",
)  # fmt: skip
@click.option(
    "--home", multiple=True, callback=_networks, metavar="CIDR",
    help="Your own networks, for signatures that say `home`. May be given several times.",
)  # fmt: skip
@click.option(
    "--vantage", type=click.Choice(["auto", "telescope", "host", "inline"]), default="auto", show_default=True,
    help="Where the capture was made: it decides whether the absence of a packet means anything.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "ndjson"]), default="text", show_default=True,
    help="text for people, ndjson (one event a line) for programs.",
)  # fmt: skip
@click.option("--evidence", type=click.IntRange(0, 1000), default=5, show_default=True, metavar="N",
              help="Show at most N packets of each event.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Report also the events that a more specific one explains.")
@click.option("--dump-program", is_flag=True, help="Print the compiled signatures and stop.")
@click.pass_context
def match_command(
    ctx: click.Context, captures: tuple[str, ...], paths: tuple[Path, ...], home: tuple[Network, ...], vantage: Any,
    form: str, evidence: int, everything: bool, dump_program: bool,
) -> None:  # fmt: skip
    """Say what is in captures: known events, each with its packets and what they mean.

    CAPTURE is a pcap, pcapng or snoop file (also gzip, bzip2 or xz), text as tcpdump prints it, or - for standard
    input. An event whose packets are all explained by a more specific signature is listed there under "consistent too".

    \b
    Exit status: 0 done, 2 wrong usage or nothing readable, 3 a part of the input could not be read.

    \b
    Examples:
      tracelore match capture.pcap
      tracelore match --format ndjson day/*.pcap.gz > events.ndjson
      tracelore match --vantage telescope --home 192.0.2.0/24 darknet.pcap
      tracelore match --signatures mine.sig capture.pcap
    """
    try:
        catalogue = from_files(paths) if paths else from_knowledge_base()
    except CatalogueError as error:
        click.echo(str(error), err=True)
        ctx.exit(1 if paths else USAGE)
    program = compile_signatures(catalogue.signatures, home=home or None)
    if dump_program:
        click.echo(program.dump(), nl=False)
        return
    account = _Account()
    show = _show_ndjson if form == "ndjson" else _show_text
    for capture in _opened(captures, account):
        options = MatchOptions(vantage=vantage, capture=capture.name, evidence=max(evidence, _KEPT))
        result = _matched(program, capture, options)
        show(result, catalogue, capture, evidence, everything)
    ctx.exit(account.status)


def _matched(program: Program, capture: Capture, options: MatchOptions) -> MatchResult:
    return run(program, capture.packets, options)


def _show_ndjson(result: MatchResult, catalogue: Catalogue, capture: Capture, evidence: int, everything: bool) -> None:
    from tracelore.explained import event_record

    for event in (*result.events, *(result.displaced if everything else ())):
        record = event_record(event, catalogue.find(event.signature))
        record["evidence"] = record["evidence"][:evidence]
        click.echo(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    for message in _remarks(capture):
        _warn(f"{capture.name}: {message}")


def _show_text(result: MatchResult, catalogue: Catalogue, capture: Capture, evidence: int, everything: bool) -> None:
    from rich.console import Console

    from tracelore.readable import print_event
    from tracelore.summary import print_summary

    console = Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 120)
    for event in (*result.events, *(result.displaced if everything else ())):
        print_event(console, event, catalogue.find(event.signature), evidence)
    print_summary(console, result, capture, len(catalogue.signatures))


def _remarks(capture: Capture) -> Iterable[str]:
    report = capture.report
    for kind, messages in (("damaged: ", report.damage), ("", report.warnings)):
        yield from (f"{kind}{message}" for message in messages.first[:20])
        if messages.total > 20:
            yield f"{kind}and {messages.total - 20:,} more of this kind"


@click.command("packets")
@_CAPTURES
@click.option(
    "--fields", "names", default=",".join(DEFAULT_FIELDS), metavar="A,B,C",
    help="Fields to print, by their names in the language or in Wireshark. Default: the common ones.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["ndjson", "csv"]), default="ndjson", show_default=True)
@click.pass_context
def packets_command(ctx: click.Context, captures: tuple[str, ...], names: str, form: str) -> None:
    """Print decoded fields, a line a packet: frame, time_ns, len, caplen, then the fields asked for.

    A field that does not apply to a packet, or that the input does not show, is null (empty in csv).

    \b
    Examples:
      tracelore packets capture.pcap --fields src,dst,dport,flags
      tracelore packets capture.pcap --format csv > packets.csv
    """
    try:
        columns = field_names(names)
    except FieldNameError as error:
        raise click.BadParameter(str(error), ctx, param_hint="--fields") from None
    account = _Account()
    write = as_ndjson if form == "ndjson" else as_csv
    for number, capture in enumerate(_opened(captures, account)):
        lines = iter(write(capture.packets, columns))
        if form == "csv" and number:
            next(lines)  # one header is enough
        for line in lines:
            click.echo(line)
        for message in _remarks(capture):
            _warn(f"{capture.name}: {message}")
    ctx.exit(account.status)
