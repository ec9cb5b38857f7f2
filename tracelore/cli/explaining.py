"""`explain`: why a packet is what it is said to be, and what keeps packets from being an event."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracelore.cli.exits import DAMAGED, FAILED, USAGE

if TYPE_CHECKING:
    from sigdsl.model import Signature
    from tracelore.explaining.asking import Bench

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("capture", metavar="CAPTURE")
@click.option("--frame", type=click.IntRange(min=1), metavar="N", help="Explain this packet. The first is 1.")
@click.option("--signature", "slug", metavar="SLUG", help="Compare with this signature alone (and what it observes).")
@click.option(
    "-s", "--signatures", "paths", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="PATH",
    help="Use the signatures in this file or folder instead of the knowledge base. May be given several times.",
)  # fmt: skip
@click.option("--no-packs", is_flag=True, help="Leave out the signatures of installed packs.")
@click.option("--home", multiple=True, metavar="CIDR", help="Your own networks. May be given several times.")
@click.option(
    "--vantage", type=click.Choice(["auto", "telescope", "host", "inline"]), default="auto", show_default=True,
    help="Where the capture was made.",
)  # fmt: skip
@click.option("--inner", is_flag=True, help="Look at the innermost packet of tunnels, not at the outermost.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def explain_command(
    ctx: click.Context, capture: str, frame: int | None, slug: str | None, paths: tuple[Path, ...], no_packs: bool,
    home: tuple[str, ...], vantage: Any, inner: bool, form: str,
) -> None:  # fmt: skip
    """Say why packets are an event, or what keeps them from being one.

    With --frame: each signature that the packet matches and those that it nearly matches, condition by condition: what
    was asked, whether it holds (yes, no, not shown), what the packet has; and how far its episode got. Without it: the
    events that nearly were.

    "differs" names the fewest conditions without which there would be an event. They are found by trying: the
    signature without them was run over the packets.

    CAPTURE is a file as for `tracelore match` (pcap, pcapng, snoop, tcpdump text), or - for standard input.

    \b
    Exit status: 0 done, 1 faulty signatures, 2 wrong usage or nothing readable, 3 a part of the input was not readable.

    \b
    Examples:
      tracelore explain odd.pcap
      tracelore explain odd.pcap --frame 3
      tracelore explain odd.pcap --signature latency-probe-syn-ack
      tracelore explain odd.txt --frame 1 --signature mine --signatures mine.sig --format json
    """
    from matcher.capture import CaptureError, open_capture
    from tracelore.catalogue import CatalogueError
    from tracelore.cli.inputs import remarks, warn
    from tracelore.explaining.asking import NoSuchFrame

    try:
        bench = _bench(_signatures(paths, not no_packs), home, vantage, slug)
        with open_capture(capture, inner=inner) as opened:
            for line in _answer(bench, opened.packets, frame, form):
                click.echo(line)
            if form == "text":
                for message in remarks(opened.report):
                    warn(f"{capture}: {message}")
            ctx.exit(DAMAGED if opened.report.damage.total else 0)
    except CatalogueError as error:
        click.echo(str(error), err=True)
        ctx.exit(FAILED if paths else USAGE)
    except (CaptureError, NoSuchFrame) as error:
        warn(str(error) if isinstance(error, CaptureError) else f"{capture}: {error}")
        ctx.exit(USAGE)


def _signatures(paths: Sequence[Path], packs: bool) -> tuple[Signature, ...]:
    """The signatures of files together with the curated ones that they may observe, or those of the knowledge base."""
    from tracelore.catalogue import from_files, from_knowledge_base
    from tracelore.cli.inputs import warn

    if not paths:
        return from_knowledge_base(packs=packs, tell=warn).signatures
    known = from_knowledge_base(packs=packs).signatures
    own = from_files(paths, known).signatures
    observed = {slug for each in own for slug in _observed(each, (*own, *known))}
    taken = {each.slug for each in own}
    return (*own, *(each for each in known if each.slug in observed - taken))


def _observed(signature: Signature, known: Sequence[Signature]) -> set[str]:
    from matcher.diagnose import needed_by

    return set(needed_by(signature, known))


def _bench(signatures: tuple[Signature, ...], home: Sequence[str], vantage: Any, slug: str | None) -> Bench:
    from matcher.event import MatchOptions
    from tracelore.explaining.asking import Bench
    from tracelore.results.job import networks

    if slug is not None and all(each.slug != slug for each in signatures):
        raise click.BadParameter(_no_such(slug, signatures), param_hint="--signature")
    try:
        own = networks(home) if home else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--home") from None
    return Bench(signatures, own, MatchOptions(vantage=vantage), slug)


def _no_such(slug: str, signatures: Sequence[Signature]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(slug, [each.slug for each in signatures], n=3)
    return f"there is no signature {slug!r}." + (f" Did you mean {' or '.join(near)}?" if near else "")


def _answer(bench: Bench, packets: Any, frame: int | None, form: str) -> Iterator[str]:
    from tracelore.explaining.answers import capture_lines, frame_lines, signature_lines
    from tracelore.explaining.asking import around, explain_capture, explain_frame
    from tracelore.explaining.records import capture_record, frame_record

    held, cut = around(packets, frame)
    if frame is not None:
        found = explain_frame(bench, held, frame)
        yield from [json.dumps(frame_record(found))] if form == "json" else frame_lines(found, bench.slug is not None)
    else:
        near = explain_capture(bench, held)
        in_lines = capture_lines if bench.slug is None else signature_lines
        yield from [json.dumps(capture_record(near))] if form == "json" else in_lines(near)
    if cut and form == "text":
        where = "around the frame" if frame is not None else "at the beginning"
        yield f"\n(only the {len(held):,} packets {where} were looked at)"
