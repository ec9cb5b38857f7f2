"""What a note says, from the options of `note add` and `note edit`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kb.notes import Content, NoteKind

__all__ = ["changed_content", "content_options", "new_content"]

_MOST_INPUT = 1 << 20  # bytes of standard input; the notes themselves have a smaller limit


def content_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what a note says; which kind it is follows from them."""
    options = (
        click.option("--place", metavar="TEXT", help="A sighting: where it was seen."),
        click.option("--first-seen", metavar="DATE", help="When: 2026-03-04 or 2026-03-04T05:06:07Z. Default: today."),
        click.option("--last-seen", metavar="DATE", help="When last."),
        click.option("--count", type=int, metavar="N", help="How many events."),
        click.option("--title", metavar="TEXT", help="Another interpretation: its heading."),
        click.option("--verdict", type=click.Choice(["malicious", "third-party", "benign", "unknown"])),
        click.option("--weight", type=click.Choice(["strong", "moderate", "weak"]), help="How much speaks for it."),
        click.option("--because", multiple=True, metavar="TEXT", help="What speaks for it. Any number of times."),
        click.option("--against", multiple=True, metavar="TEXT", help="What speaks against it."),
        click.option("--test", multiple=True, metavar="TEXT", help="What would tell."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def new_content(text: str, said: Mapping[str, Any]) -> Content:
    """The content of a new note. Raises click.UsageError where the options do not go together."""
    from kb.notes.model import KINDS

    given = _given(text, said)
    kind: NoteKind = "sighting" if "place" in given else "interpretation" if "title" in given else "remark"
    _check(kind, given)
    if kind == "sighting":
        given.setdefault("first_seen", datetime.now(UTC).strftime("%Y-%m-%d"))
    needed = {"remark": ("text",), "sighting": (), "interpretation": ("verdict", "weight")}[kind]
    missing = [name for name in needed if name not in given]
    if missing:
        what = "a remark needs a TEXT" if kind == "remark" else f"an interpretation needs --{missing[0]}"
        raise click.UsageError(f"{what}.")
    return KINDS[kind](**given)


def changed_content(before: Content, text: str, said: Mapping[str, Any]) -> Content:
    """What a note said, with what the options give in its place."""
    from kb.notes.model import kind_of

    given = _given(text, said)
    _check(kind_of(before), given)
    if not given:
        raise click.UsageError("Nothing is to be changed: give a TEXT or an option.")
    return replace(before, **given)


def _given(text: str, said: Mapping[str, Any]) -> dict[str, Any]:
    if text == "-":
        text = sys.stdin.read(_MOST_INPUT).strip()
    return {name: value for name, value in {**said, "text": text}.items() if value not in (None, (), "")}


def _check(kind: NoteKind, given: Mapping[str, Any]) -> None:
    from kb.notes.model import KINDS

    strange = sorted(given.keys() - {part.name for part in fields(KINDS[kind])})
    if strange:
        option = "a TEXT" if strange[0] == "text" else f"--{strange[0].replace('_', '-')}"
        raise click.UsageError(f"{option} is not for {'an' if kind[0] in 'aeiou' else 'a'} {kind}.")
