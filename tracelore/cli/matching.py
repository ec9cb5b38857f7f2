"""`match` and `packets`: captures in, events or fields out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.capture import STANDARD_INPUT, Capture, CaptureError, open_capture
from tracelore.catalogue import CatalogueError
from tracelore.cli.exits import DAMAGED, FAILED, INTERRUPTED, USAGE
from tracelore.columns import DEFAULT_FIELDS, FieldNameError, as_csv, as_ndjson, field_names
from tracelore.progress import watch_for
from tracelore.results.formats import FORMATS, open_writer
from tracelore.results.job import Found, Job, Settings, networks
from tracelore.results.output import STANDARD_OUTPUT
from tracelore.results.session import Session
from tracelore.results.writer import OutputError

if TYPE_CHECKING:
    from matcher.formats import ReadReport
    from tracelore.results.labels import LabelWriter

__all__ = ["match_command", "packets_command"]

_CAPTURES = click.argument("captures", nargs=-1, required=True, metavar="CAPTURE...")
_INNER = click.option(
    "--inner", is_flag=True,
    help="Look at the innermost packet of tunnels (GRE, IP in IP, VXLAN, Geneve, GTP-U ...), not at the outermost.",
)  # fmt: skip


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


def _networks(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        networks(values)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    return values


def _warn(message: str) -> None:
    click.echo(f"tracelore: {message}", err=True)


def _opened(names: Sequence[str], account: _Account, inner: bool) -> Iterable[Capture]:
    """The inputs that can be read, one after the other; the others are told and counted."""
    for name in names:
        try:
            capture = open_capture(name, inner=inner)
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
@_INNER
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
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="text for people; ndjson (one event a line), csv, eve (as Suricata writes alerts), parquet and sqlite (a "
    "database of results) for programs.",
)  # fmt: skip
@click.option(
    "-o", "--output", default=STANDARD_OUTPUT, metavar="FILE",
    help="Write to this file, which is replaced when all is done (a database gets one run more). - is standard output.",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on where a killed run left off (ndjson and sqlite, with -o).")
@click.option(
    "--label-packets", metavar="FILE",
    help="Write also, for every packet, which events it is in: .ndjson, .parquet, or .pcapng with packet comments.",
)  # fmt: skip
@click.option("--evidence", type=click.IntRange(0, 1000), default=5, show_default=True, metavar="N",
              help="Show at most N packets of each event.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Report also the events that a more specific one explains.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no remarks about the captures.")
@click.option("-v", "--verbose", is_flag=True, help="Say of each capture how much it was, how fast, by which executor.")
@click.option("--dump-program", is_flag=True, help="Print the compiled signatures and stop.")
@click.pass_context
def match_command(
    ctx: click.Context, captures: tuple[str, ...], inner: bool, paths: tuple[Path, ...], home: tuple[str, ...],
    vantage: Any, form: str, output: str, resume: bool, label_packets: str | None, evidence: int, everything: bool,
    quiet: bool, verbose: bool, dump_program: bool,
) -> None:  # fmt: skip
    """Say what is in captures: known events, each with its packets and what they mean.

    CAPTURE is a pcap, pcapng or snoop file (also gzip, bzip2, xz, zstd or lz4), tcpdump text, or - for standard
    input. An event whose packets are all explained by a more specific signature is listed there under "consistent too".

    \b
    Exit status: 0 done, 1 faulty signatures or writing failed, 2 wrong usage or nothing readable, 3 a part of the input
    could not be read, 130 interrupted.

    \b
    Examples:
      tracelore match capture.pcap
      tracelore match --format ndjson day/*.pcap.gz > events.ndjson
      tracelore match --format sqlite -o results.db --resume month/*.pcap
      tracelore match --label-packets labelled.pcapng capture.pcap
      tracelore match --vantage telescope --home 192.0.2.0/24 darknet.pcap
      tracelore match --signatures mine.sig capture.pcap
    """
    try:
        labels = label_packets is not None
        job = Job(Settings(paths, home, vantage, evidence, everything, labels=labels, inner=inner))
        if dump_program:
            click.echo(job.program.dump(), nl=False)
            return
        ctx.exit(_match(job, captures, form, output, resume, label_packets, _Voice(form, quiet, verbose)))
    except KeyboardInterrupt:  # before anything was done
        ctx.exit(INTERRUPTED)
    except CatalogueError as error:
        click.echo(str(error), err=True)
        ctx.exit(FAILED if paths else USAGE)
    except OutputError as error:
        _warn(str(error))
        ctx.exit(USAGE if error.at_start else FAILED)


@dataclass(frozen=True, slots=True)
class _Voice:
    """What is said on standard error. The text report says it all itself."""

    form: str
    quiet: bool
    verbose: bool

    def each(self, found: Found) -> None:
        """Of one capture, after it is done."""
        if self.verbose:
            _warn(f"{found.capture}: {_spoken(found)}")
        if not self.quiet and self.form != "text":
            for message in _remarks(found.report):
                _warn(f"{found.capture}: {message}")


def _match(
    job: Job, captures: tuple[str, ...], form: str, output: str, resume: bool, label_packets: str | None, voice: _Voice
) -> int:  # fmt: skip
    _spare_inputs(captures, [name for name in (output, label_packets) if name])
    account = _Account()
    labels = _labels(job, captures, label_packets, resume)
    writer = open_writer(form, job, output, resume=resume, tell=_warn)
    watch = watch_for(captures, quiet=voice.quiet)
    session = Session(job, writer, watch=watch, labels=labels, each=voice.each)
    try:
        session.run(_opened(captures, account, job.settings.inner))
    except KeyboardInterrupt:
        for place in session.keep():
            _warn(f"interrupted; what was done is in {place}")
        return INTERRUPTED
    account.damaged |= session.damaged
    if voice.verbose:
        skipped = f", {session.skipped:,} were done before" if session.skipped else ""
        _warn(f"done: {session.captures:,} captures, {session.events:,} events{skipped}")
    return account.status


def _spare_inputs(captures: Sequence[str], outputs: Sequence[str]) -> None:
    """An output replaces what is there: it must not be what is read, nor the other output."""
    places = [Path(name).resolve() for name in outputs if name != STANDARD_OUTPUT]
    inputs = {Path(name).resolve() for name in captures if name != STANDARD_INPUT}
    if len(set(places)) < len(places) or not inputs.isdisjoint(places):
        raise OutputError("the output must be another file than the captures, and each output its own", at_start=True)


def _labels(job: Job, captures: Sequence[str], name: str | None, resume: bool) -> LabelWriter | None:
    if name is None:
        return None
    if resume:
        raise OutputError("--label-packets labels all captures anew: it does not go with --resume", at_start=True)
    if STANDARD_INPUT in captures:
        raise OutputError("--label-packets reads captures twice: name a file, not standard input", at_start=True)
    from tracelore.results.labels import open_labels

    return open_labels(job, name)


def _spoken(found: Found) -> str:
    packets, seconds = found.result.packets, found.seconds
    rate = f", {packets / seconds:,.0f} packets/s" if seconds > 0 else ""
    return (
        f"{found.form}, {packets:,} packets in {seconds:.3f} s{rate}, {found.executor} executor, "
        f"{len(found.events):,} events, vantage {found.result.vantage}"
    )


def _remarks(report: ReadReport) -> Iterable[str]:
    for kind, messages in (("damaged: ", report.damage), ("", report.warnings)):
        yield from (f"{kind}{message}" for message in messages.first[:20])
        if messages.total > 20:
            yield f"{kind}and {messages.total - 20:,} more of this kind"


@click.command("packets")
@_CAPTURES
@_INNER
@click.option(
    "--fields", "names", default=",".join(DEFAULT_FIELDS), metavar="A,B,C",
    help="Fields to print, by their names in the language or in Wireshark. Default: the common ones.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["ndjson", "csv"]), default="ndjson", show_default=True)
@click.pass_context
def packets_command(ctx: click.Context, captures: tuple[str, ...], inner: bool, names: str, form: str) -> None:
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
    for number, capture in enumerate(_opened(captures, account, inner)):
        lines = iter(write(capture.packets, columns))
        if form == "csv" and number:
            next(lines)  # one header is enough
        for line in lines:
            click.echo(line)
        for message in _remarks(capture.report):
            _warn(f"{capture.name}: {message}")
    ctx.exit(account.status)
