"""`match` and `packets`: captures in, events or fields out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from matcher.captures import follow_capture, open_captures
from tracelore.catalogue import CatalogueError
from tracelore.cli.exits import DAMAGED, FAILED, INTERRUPTED, USAGE
from tracelore.cli.inputs import Inputs, remarks, warn
from tracelore.cli.target import Target
from tracelore.columns import DEFAULT_FIELDS, FieldNameError, as_csv, as_ndjson, field_names
from tracelore.executors import EXECUTORS, ExecutorError
from tracelore.progress import watch_for
from tracelore.results.formats import FORMATS
from tracelore.results.job import Found, Job, Settings, networks
from tracelore.results.output import STANDARD_OUTPUT
from tracelore.results.session import Session
from tracelore.results.writer import OutputError

__all__ = ["match_command", "packets_command"]

_CAPTURES = click.argument("captures", nargs=-1, required=True, metavar="CAPTURE...")
_INNER = click.option(
    "--inner", is_flag=True,
    help="Look at the innermost packet of tunnels (GRE, IP in IP, VXLAN, Geneve, GTP-U ...), not at the outermost.",
)  # fmt: skip


def _networks(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        networks(values)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    return values


@click.command("match")
@_CAPTURES
@_INNER
@click.option(
    "--merge", is_flag=True,
    help="Take all captures as one, in the order of time, so that events reach over them. Frame numbers still count in "
    "their own capture.",
)  # fmt: skip
@click.option(
    "--follow", is_flag=True,
    help="Read one file that is still being written, until Ctrl-C (or --idle), and then report.",
)  # fmt: skip
@click.option("--idle", type=click.FloatRange(min=0), metavar="SECONDS",
              help="With --follow: stop when the file has not grown for so long.")  # fmt: skip
@click.option(
    "-s", "--signatures", "paths", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="PATH",
    help="Use the signatures in this file or folder instead of the knowledge base. May be given several times.",
)  # fmt: skip
@click.option("--no-packs", is_flag=True, help="Leave out the signatures of installed packs.")
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
@click.option(
    "--report", metavar="FILE.html",
    help="Write also a report for people: one HTML file that needs nothing else.",
)  # fmt: skip
@click.option("--report-events", "in_full", type=click.IntRange(0, 1000), default=10, show_default=True, metavar="N",
              help="In the report, show the first N events of each signature in full.")  # fmt: skip
@click.option("--evidence", type=click.IntRange(0, 1000), default=5, show_default=True, metavar="N",
              help="Show at most N packets of each event.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Report also the events that a more specific one explains.")
@click.option(
    "--executor", type=click.Choice(EXECUTORS), default="auto", show_default=True,
    help="Which executor runs: compiled (fast; captures only), reference (plain Python), or auto: compiled for "
    "large captures that it can run. Both find the same.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no remarks about the captures.")
@click.option("-v", "--verbose", is_flag=True, help="Say of each capture how much it was, how fast, by which executor.")
@click.option("--dump-program", is_flag=True, help="Print the compiled signatures and stop.")
@click.pass_context
def match_command(
    ctx: click.Context, captures: tuple[str, ...], inner: bool, merge: bool, follow: bool, idle: float | None,
    paths: tuple[Path, ...], no_packs: bool, home: tuple[str, ...], vantage: Any, form: str, output: str, resume: bool,
    label_packets: str | None, report: str | None, in_full: int, evidence: int, everything: bool, executor: Any,
    quiet: bool, verbose: bool, dump_program: bool,
) -> None:  # fmt: skip
    """Say what is in captures: known events, each with its packets and what they mean.

    CAPTURE is a pcap, pcapng or snoop file (also gzip, bzip2, xz, zstd or lz4), tcpdump text, a folder (all captures
    below it), or - for standard input. Several are read in the order of their first packets, each on its own; what
    cannot be read is told, and the rest is done. An event whose packets are all explained by a more specific signature
    is listed there under "consistent too".

    \b
    Exit status: 0 done, 1 faulty signatures or writing failed, 2 wrong usage, nothing readable, or not to be run by the
    executor asked for, 3 a part of the input could not be read, 130 interrupted.

    \b
    Examples:
      tracelore match capture.pcap
      tracelore match --format ndjson day/ > events.ndjson
      tracelore match --merge sensor-a.pcap sensor-b.pcap
      tracelore match --follow growing.pcap
      tracelore match --format sqlite -o results.db --resume month/*.pcap
      tracelore match --report out.html capture.pcap
      tracelore match --label-packets labelled.pcapng capture.pcap
      tracelore match --vantage telescope --home 192.0.2.0/24 darknet.pcap
      tracelore match --signatures mine.sig capture.pcap
    """
    _agree(captures, merge, follow, idle)
    settings = Settings(
        paths, home, vantage, evidence, everything, labels=label_packets is not None, inner=inner, executor=executor,
        packs=not no_packs, summarised=form in ("text", "sqlite") or report is not None,
    )  # fmt: skip
    target = Target(form, output, resume, label_packets, report, in_full)
    try:
        job = Job(settings, notice=_hush if quiet else None)
        if dump_program:
            click.echo(job.program.dump(), nl=False)
            return
        target.refuse(captures, merge)
        found = follow_capture(captures[0], inner=inner, idle=idle) if follow else open_captures(captures, inner=inner)
        ctx.exit(_match(job, Inputs(found, merge=merge), target, _Voice(form, quiet, verbose)))
    except KeyboardInterrupt:  # before anything was done
        ctx.exit(INTERRUPTED)
    except CatalogueError as error:
        click.echo(str(error), err=True)
        ctx.exit(FAILED if paths else USAGE)
    except ExecutorError as error:
        warn(str(error))
        ctx.exit(USAGE)
    except OutputError as error:
        warn(str(error))
        ctx.exit(USAGE if error.at_start else FAILED)


def _agree(captures: Sequence[str], merge: bool, follow: bool, idle: float | None) -> None:
    if follow and (merge or len(captures) > 1):
        raise click.UsageError("--follow reads one file")
    if idle is not None and not follow:
        raise click.UsageError("--idle goes with --follow")


def _hush(_: str) -> None:
    """For what `--quiet` leaves out."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """What is said on standard error. The text report says it all itself."""

    form: str
    quiet: bool
    verbose: bool

    def each(self, found: Found) -> None:
        """Of one capture, after it is done."""
        if self.verbose:
            warn(f"{found.capture}: {_spoken(found)}")
        if not self.quiet and self.form != "text":
            for message in remarks(found.report):
                warn(f"{found.capture}: {message}")

    def end(self, session: Session, others: int) -> None:
        """Of all captures, and of files below folders that are none."""
        if not self.verbose:
            return
        before = f", {session.skipped:,} were done before" if session.skipped else ""
        left_out = f", {others:,} files are no captures" if others else ""
        warn(f"done: {session.captures:,} captures, {session.events:,} events{before}{left_out}")


def _match(job: Job, inputs: Inputs, target: Target, voice: _Voice) -> int:
    target.spare(inputs.names)
    labels = target.label_writer(job)
    writer = target.writer(job, tell=warn)
    watch = watch_for(inputs.names, quiet=voice.quiet)
    session = Session(job, writer, watch=watch, labels=labels, each=voice.each)
    try:
        session.run(inputs)
    except KeyboardInterrupt:
        for place in session.keep():
            warn(f"interrupted; what was done is in {place}")
        return INTERRUPTED
    voice.end(session, inputs.skipped)
    return inputs.status or (DAMAGED if session.damaged else 0)


def _spoken(found: Found) -> str:
    packets, seconds = found.result.packets, found.seconds
    rate = f", {packets / seconds:,.0f} packets/s" if seconds > 0 else ""
    why = f" (not the compiled one: {found.why})" if found.why else ""
    return (
        f"{found.form}, {packets:,} packets in {seconds:.3f} s{rate}, {found.executor} executor{why}, "
        f"{len(found.events):,} events, vantage {found.result.vantage}"
    )


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

    CAPTURE is what it is for `tracelore match`: files and folders are read in the order of time.
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
    inputs = Inputs(open_captures(captures, inner=inner))
    write = as_ndjson if form == "ndjson" else as_csv
    for number, capture in enumerate(inputs):
        lines = iter(write(capture.packets, columns))
        if form == "csv" and number:
            next(lines)  # one header is enough
        for line in lines:
            click.echo(line)
        for message in remarks(capture.report):
            warn(f"{capture.name}: {message}")
    ctx.exit(inputs.status)
