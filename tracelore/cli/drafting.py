"""`draft` and `triage`: from packets that nobody knows to a signature."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
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
@click.option("-o", "--output", default=STANDARD_OUTPUT, metavar="FILE",
              help="Write to this file; - is standard output.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks.")
@click.pass_context
def draft_command(
    ctx: click.Context, capture: str, expression: str | None, frames: str | None, baselines: tuple[str, ...], name: str,
    output: str, quiet: bool,
) -> None:  # fmt: skip
    """Write a first version of a signature from packets that you select.

    What all of them have becomes a condition: constants, small sets, ranges and masks, relations between fields, options, payload;
    how they come becomes the key, the gap and the condition of the event. A comment beside each says how many packets
    have it, what it is worth, and how often the baseline has it. What the baseline has as well is left out. The
    headings of the analysis are there with what was measured, and empty: the words are yours.

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
    from tracelore.drafting.selection import SelectionError, frames_of, where
    from tracelore.drafting.text import Origin

    if not _SLUG.fullmatch(name):
        raise click.BadParameter("small letters and digits, joined by `-`", ctx, param_hint="--name")
    try:
        condition = where(expression) if expression is not None else None
    except SelectionError as error:
        click.echo(str(error), err=True)
        ctx.exit(USAGE)
    try:
        numbers = frames_of(frames) if frames is not None else None
    except SelectionError as error:
        raise click.BadParameter(str(error), ctx, param_hint="--frames") from None
    reading = _Reading(quiet)
    try:
        selected = reading.select(capture, condition, numbers, rest=any(_is_same(capture, each) for each in baselines))
        baseline = [*selected.rest, *reading.others([each for each in baselines if not _is_same(capture, each)])]
    except CaptureError as error:
        warn(str(error))
        ctx.exit(USAGE)
    if not selected.meant:
        warn(f"{capture}: none of its {selected.total:,} packets is meant by --where and --frames")
        ctx.exit(FAILED)
    if selected.meant > len(selected.packets) and not quiet:
        warn(f"{selected.meant:,} packets are meant; the first {len(selected.packets):,} were looked at")
    try:
        made = draft(selected.packets, baseline, Origin(name, capture, selected.total, baselines))
    except DraftError as error:
        warn(str(error))
        ctx.exit(FAILED)
    _put(ctx, made.text, output)
    ctx.exit(DAMAGED if reading.damaged else 0)


def _is_same(one: str, other: str) -> bool:
    try:
        return one == other or os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def _put(ctx: click.Context, text: str, output: str) -> None:
    if output == STANDARD_OUTPUT:
        click.echo(text, nl=False)
        return
    draft = Path(f"{output}.part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(output)
    except OSError as error:
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

    def select(self, name: str, condition: Condition | None, frames: Sequence[tuple[int, int]] | None, *, rest: bool) -> Selected:
        """The packets that are meant."""
        from tracelore.drafting.selection import select

        return select(self.packets(name), condition, frames, rest=rest)

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
