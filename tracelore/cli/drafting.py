"""`draft` and `triage`: from packets that nobody knows to a signature."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.capture import CaptureError, open_capture
from tracelore.catalogue import CatalogueError
from tracelore.cli.exits import DAMAGED, FAILED, USAGE
from tracelore.cli.inputs import remarks, warn
from tracelore.progress import watch_for
from tracelore.results.output import STANDARD_OUTPUT

if TYPE_CHECKING:
    from matcher.packet import Packet
    from tracelore.drafting.selection import Condition, Selected

    Asked = tuple[Condition | None, tuple[tuple[int, int], ...] | None]

__all__ = ["draft_command", "triage_command"]

_BASELINE = click.option(
    "--baseline", "baselines", multiple=True, metavar="CAPTURE",
    help="Other traffic, to tell what is common. May be given several times; the capture itself stands for those of "
    "its packets that are not meant.",
)  # fmt: skip
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command("draft")
@click.argument("capture", metavar="CAPTURE")
@click.option("--where", "expression", metavar="EXPR", help="Packets that fulfil this condition of the language.")
@click.option("--frames", metavar="1,5-9", help="Packets with these numbers, counted from 1.")
@_BASELINE
@click.option("--name", default="draft", metavar="SLUG", help="What to call the signature.", show_default=True)
@click.option(
    "-o", "--output", default=STANDARD_OUTPUT, metavar="FILE", help="Write to this file; - is standard output."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks.")
@click.pass_context
def draft_command(
    ctx: click.Context, capture: str, expression: str | None, frames: str | None, baselines: tuple[str, ...], name: str,
    output: str, quiet: bool,
) -> None:  # fmt: skip
    """Write a first version of a signature from packets that you select.

    What all of them have becomes a condition: constants, small sets, ranges and masks, relations between fields,
    options, payload; how they come becomes the key, the gap and the condition of the event. A comment beside each says
    how many packets have it, what it is worth, and how often the baseline has it. What the baseline has as well is left
    out. The headings of the analysis are there with what was measured, and empty: the words are yours.

    CAPTURE is anything that `tracelore match` reads. Without --where and --frames, all of its packets are meant.

    \b
    Exit status: 0 done, 1 no signature can be made of these packets or writing failed, 2 wrong usage or nothing
    readable, 3 a part of the input could not be read.

    \b
    Examples:
      tracelore draft odd.pcap -o odd.sig
      tracelore draft day.pcap --where 'tcp; flags == SYN; window == 1337' --baseline day.pcap
      tracelore draft trace.txt --frames 1,5-9 --name ack-without-reason
    """
    from tracelore.drafting.draft import DraftError, draft
    from tracelore.drafting.text import Origin

    if not _SLUG.fullmatch(name):
        raise click.BadParameter("small letters and digits, joined by `-`", ctx, param_hint="--name")
    if any(_is_same(output, each) for each in (capture, *baselines)):
        raise click.BadParameter("it would replace a capture that is read", ctx, param_hint="--output")
    reading = _Reading(quiet)
    selected, baseline = _packets(ctx, reading, capture, _asked(ctx, expression, frames), baselines)
    try:
        origin = Origin(name, capture, selected.total, baselines)
        made = draft(selected.packets, baseline, origin, selected.speakers)
    except DraftError as error:
        warn(str(error))
        ctx.exit(FAILED)
    if made.matched < len(selected.packets) and not quiet:
        warn(f"the draft matches {made.matched:,} of the {len(selected.packets):,} packets: they have little in common")
    _put(ctx, made.text, output)
    ctx.exit(DAMAGED if reading.damaged else 0)


def _asked(ctx: click.Context, expression: str | None, frames: str | None) -> Asked:
    """The condition and the frame numbers that select packets."""
    from tracelore.drafting.selection import SelectionError, frames_of, where

    try:
        condition = where(expression) if expression is not None else None
    except SelectionError as error:
        click.echo(str(error), err=True)
        ctx.exit(USAGE)
    try:
        return condition, frames_of(frames) if frames is not None else None
    except SelectionError as error:
        raise click.BadParameter(str(error), ctx, param_hint="--frames") from None


def _packets(
    ctx: click.Context, reading: _Reading, capture: str, asked: Asked, baselines: Sequence[str]
) -> tuple[Selected, list[Packet]]:
    """The packets that are meant, and the baseline."""
    others = [each for each in baselines if not _is_same(capture, each)]
    try:
        selected = reading.select(capture, *asked, rest=len(others) < len(baselines))
        baseline = [*selected.rest, *reading.others(others)]
    except CaptureError as error:
        warn(str(error))
        ctx.exit(USAGE)
    if not selected.meant:
        none = f"none of its {selected.total:,} packets is meant by --where and --frames"
        warn(f"{capture}: {none if selected.total else 'there is no packet in it'}")
        ctx.exit(FAILED)
    reading.remark(selected)
    return selected, baseline


def _is_same(one: str, other: str) -> bool:
    try:
        return one == other or os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def _put(ctx: click.Context, text: str, output: str) -> None:
    if output == STANDARD_OUTPUT:
        click.echo(text, nl=False)
        return
    part = Path(f"{output}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(output)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        warn(f"{output} cannot be written: {error.strerror or error}")
        ctx.exit(FAILED)


class _Reading:
    """Reads captures with progress, and tells what is odd in them.

    Attributes:
        damaged: A part of one could not be read.
    """

    def __init__(self, quiet: bool) -> None:
        self.damaged = False
        self._quiet = quiet

    def packets(self, name: str) -> Iterator[Packet]:
        """All packets of a capture."""
        watch = watch_for([name], quiet=self._quiet)
        try:
            with open_capture(name) as capture:
                yield from watch.watched(capture)
                watch.stop()
                self.damaged |= capture.report.damage.total > 0
                for remark in () if self._quiet else remarks(capture.report):
                    warn(f"{name}: {remark}")
        finally:
            watch.stop()

    def select(
        self, name: str, condition: Condition | None, frames: Sequence[tuple[int, int]] | None, *, rest: bool
    ) -> Selected:
        """The packets that are meant."""
        from tracelore.drafting.selection import select

        return select(self.packets(name), condition, frames, rest=rest)

    def remark(self, selected: Selected) -> None:
        """Say where not all that is meant is looked at."""
        if selected.meant > len(selected.packets) and not self._quiet:
            warn(f"{selected.meant:,} packets are meant; the first {len(selected.packets):,} were looked at")

    def others(self, names: Sequence[str]) -> list[Packet]:
        """Packets of the baseline, evenly spread over each of its captures."""
        from tracelore.drafting.selection import Thinned

        found: list[Packet] = []
        for name in names:
            some = Thinned()
            for packet in self.packets(name):
                some.add(packet)
            found.extend(some.packets)
        return found


@click.command("triage")
@click.argument("capture", metavar="CAPTURE")
@_BASELINE
@click.option(
    "-s", "--signatures", "paths", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="PATH",
    help="Use the signatures in this file or folder instead of the knowledge base. May be given several times.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-n", "--groups", "most", type=click.IntRange(1, 1000), default=10, show_default=True, metavar="N",
              help="Show the first N groups.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks.")
@click.pass_context
def triage_command(
    ctx: click.Context,
    capture: str,
    baselines: tuple[str, ...],
    paths: tuple[Path, ...],
    form: str,
    most: int,
    quiet: bool,
) -> None:
    """Group what no signature explains, the largest and strangest first, each group with a command that drafts one.

    Packets that are in no event are grouped by the marks that they share (one sequence number towards many hosts, one
    difference of two fields, an exclusive or of several) or by how their sender's stack writes them. A group is strange
    when what its packets share would be much of a coincidence in the rest of this capture, when it went to many, and
    when nobody answered. The capture is read twice: it must be a file.

    \b
    Exit status: 0 done, 1 faulty signatures, 2 wrong usage or nothing readable, 3 a part of the input could not be
    read.

    \b
    Examples:
      tracelore triage day.pcap
      tracelore triage day.pcap --baseline yesterday.pcap --groups 3
      tracelore triage day.pcap --format json
    """
    from tracelore.drafting.report import as_json, as_text
    from tracelore.drafting.triage import triage, unexplained

    if not Path(capture).is_file():
        why = (
            "triage reads a capture twice, so it must be a file"
            if Path(capture).exists() or capture == "-"
            else "there is no such file"
        )
        warn(f"{capture}: {why}")
        ctx.exit(USAGE)
    reading = _Reading(quiet)
    try:
        explained = _explained(capture, paths, quiet)
        others = (packet for name in baselines if not _is_same(capture, name) for packet in reading.packets(name))
        found = unexplained(reading.packets(capture), explained, others)
    except CatalogueError as error:
        click.echo(str(error), err=True)
        ctx.exit(FAILED if paths else USAGE)
    except CaptureError as error:
        warn(str(error))
        ctx.exit(USAGE)
    with _judging(quiet) as advance:
        result = triage(found, capture, [each for each in baselines if not _is_same(capture, each)], advance)
    click.echo(as_json(result, capture, most) if form == "json" else as_text(result, capture, most), nl=False)
    ctx.exit(DAMAGED if reading.damaged else 0)


def _explained(capture: str, paths: tuple[Path, ...], quiet: bool) -> frozenset[int]:
    """Frames of the packets that an event explains."""
    from tracelore.drafting.triage import explained_by
    from tracelore.results.job import Job, Settings

    job = Job(Settings(paths, labels=True, evidence=1), notice=(lambda _: None) if quiet else None)
    watch = watch_for([capture], quiet=quiet)
    try:
        with open_capture(capture) as opened:
            found = job.match(opened, watch)
    finally:
        watch.stop()
    return explained_by(found.result, (job.signature(signature.slug) for signature in job.program.signatures))


@contextmanager
def _judging(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Progress of judging groups, where somebody can see it."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console

    with Console(stderr=True).status("grouping") as status:
        yield lambda done, of: status.update(f"judged {done} of {of} groups")
