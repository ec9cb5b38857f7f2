"""`kb where`: which signatures a few values could belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracelore.cli.exits import FAILED, USAGE

if TYPE_CHECKING:
    from kb.consistent import Consistent, ConsistentSignature

__all__ = ["where_command"]


@click.command("where")
@click.argument("given", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("-n", "--limit", type=click.IntRange(1, 1000), default=20, show_default=True,
              help="The most signatures to list.")  # fmt: skip
@click.option("--silent", is_flag=True, help="List those that ask for none of these fields like the others, last.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--kb", "path", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
              help="Another knowledge base than the one in use.")  # fmt: skip
@click.pass_context
def where_command(
    ctx: click.Context, given: tuple[str, ...], limit: int, silent: bool, form: str, path: Path | None
) -> None:
    """List the signatures that a packet with these values could belong to, most specific first.

    Fields go by their own names, Wireshark's, or tcpdump's `win`. A value is a number, a range (1..1023), an address
    or network, flags (SYN|ACK, or S. as tcpdump prints them), yes or no, option kinds (mss,ts: these at least;
    [mss,nop,ts]: exactly these), or what a payload begins with. A signature that a value contradicts is left out.
    Of those that ask for one of the fields it is said which conditions hold, which may hold, and which concern what
    was not given. Those that ask for none of them are possible too, and are named.

    \b
    Exit status: 0 found something, 1 nothing, 2 there is no such field or value.

    \b
    Examples:
      tracelore kb where ack=674719802
      tracelore kb where ttl=241 win=4128 id=0
      tracelore kb where 'flags=S.' dport=1..1023 src=192.0.2.0/24 --format json
    """
    from kb.consistent import consistent
    from kb.errors import KnowledgeBaseError, QuestionError
    from tracelore.cli.knowing import in_use

    try:
        answer = consistent(in_use(path), given, limit=limit, silent=silent or form == "table")
    except KnowledgeBaseError as error:
        click.echo(f"tracelore: {error}", err=True)
        ctx.exit(USAGE if isinstance(error, QuestionError) else FAILED)
    for line in _json(answer) if form == "json" else _table(answer, silent):
        click.echo(line)
    if not answer.signatures:
        click.echo(f"no signature is consistent with {' '.join(map(str, answer.given))}{_ruled_out(answer)}", err=True)
        ctx.exit(FAILED)


def _ruled_out(answer: Consistent) -> str:
    return f" ({answer.contradicted:,} ask for other values)" if answer.contradicted else ""


def _table(answer: Consistent, silent: bool) -> Iterator[str]:
    """Those that ask for a field given; of the others only the names, unless there are no such or they are wanted."""
    speaking = [one for one in answer.signatures if not one.silent]
    others = [one for one in answer.signatures if one.silent]
    if others and not speaking:
        yield f"no signature asks for {' or '.join(map(str, answer.given))}; these are possible all the same:"
    for one in answer.signatures if silent or not speaking else speaking:
        yield from _signature(one)
    if others and speaking and not silent:
        yield "possible too, asking for none of these: " + ", ".join(one.slug for one in others)
    if answer.signatures:
        yield ("there are more (--limit)" if answer.more else "that is all") + _ruled_out(answer)


def _signature(one: ConsistentSignature) -> Iterator[str]:
    internal = "  (internal: other signatures build on it)" if one.internal else ""
    yield f"{click.style(one.slug, bold=True)}  {one.verdict}  {one.title}{internal}"
    whole = f" of {one.specificity_bits:g}" if one.specificity_bits is not None else ""
    for pattern in one.patterns:
        yield f"    packet {pattern.name}" + (f": {pattern.bits:g}{whole} bits" if pattern is one.patterns[0] else "")
        for words, conditions, style in (
            ("holds", pattern.satisfied, {"fg": "green"}),
            ("may hold", pattern.undecided, {"fg": "yellow"}),
            ("not shown", pattern.not_shown, {"dim": True}),
            ("need not hold", pattern.contradicted, {"dim": True}),
        ):
            if conditions:
                yield f"      {words:<13} " + "; ".join(click.style(condition, **style) for condition in conditions)


def _json(answer: Consistent) -> Iterator[str]:
    import json

    given = [{"field": each.field, "value": each.text} for each in answer.given]
    yield json.dumps({**asdict(answer), "given": given}, indent=2, ensure_ascii=False, default=repr)
