"""`note`: what analysts here add to the knowledge base, and where they disagree with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracelore.cli.exits import FAILED
from tracelore.cli.notecontent import changed_content, content_options, new_content

if TYPE_CHECKING:
    from kb.notes import Note, Notes

__all__ = ["note_command"]

_FILE = click.option(
    "--notes", "file", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
    help="Another notes database. Default: $TRACELORE_NOTES, or notes.db in your data folder.",
)  # fmt: skip
_KB = click.option(
    "--kb", "path", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
    help="Another knowledge base than the one in use.",
)  # fmt: skip
_AUTHOR = click.option(
    "--author", envvar="TRACELORE_AUTHOR", metavar="NAME",
    help="Who says so. Default: $TRACELORE_AUTHOR, or the name that you are logged in with.",
)  # fmt: skip
_REASON = click.option("--reason", default="", metavar="TEXT", help="Why.")
_ONLY = click.option(
    "--only", metavar="REVISION", help="Of several versions that stand, replace this one alone. Default: all."
)
_FORMAT = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)


@click.group("note")
def note_command() -> None:
    """Keep notes on signatures: remarks, sightings, other interpretations. They survive every rebuild and update."""


@note_command.command("add")
@click.argument("slug")
@click.argument("text", required=False, default="")
@content_options
@click.option("--version", type=click.IntRange(1), metavar="N",
              help="Version of the signature that you speak of. Default: the present one.")  # fmt: skip
@click.option("--force", is_flag=True, help="Also on a signature that the knowledge base does not have.")
@_AUTHOR
@_FILE
@_KB
def add_command(
    slug: str, text: str, version: int | None, force: bool, author: str | None, file: Path | None, path: Path | None,
    **said: Any,
) -> None:  # fmt: skip
    """Add a note on a signature: a sighting with --place, another interpretation with --title, else a remark.

    TEXT may be `-`: it is read from standard input then.

    \b
    Examples:
      tracelore note add tcp-half-open-scan "Our own scanner does this on Mondays."
      tracelore note add backscatter-ack-674719802 --place "telescope A" --first-seen 2026-03-04 --count 17
      tracelore note add latency-probe-syn-ack --title "A scan of name servers" --verdict malicious \\
          --weight weak --because "Only hosts that answer on port 53 were asked."
    """
    content = new_content(text, said)
    with _told():
        present = _version_of(slug, path, force=force)
        note = _notes(file).add(slug, content, _author(author), version=version or present)
    click.echo(f"{note.id[:12]}  {note.kind} on {slug}")


@note_command.command("list")
@click.argument("slug", required=False)
@click.option("--all", "withdrawn", is_flag=True, help="Withdrawn notes too.")
@_FORMAT
@_FILE
@_KB
def list_command(slug: str | None, withdrawn: bool, form: str, file: Path | None, path: Path | None) -> None:
    """List the notes, a line each: those on one signature, or all. It is said where a signature is there no more.

    \b
    Examples:
      tracelore note list
      tracelore note list tcp-half-open-scan --all --format json
    """
    from kb.read import slugs
    from tracelore.notes_page import summary_line

    with _told():
        notes = _notes(file).all() if slug is None else _notes(file).of(slug)
        known = set(slugs(_kb(path))) if notes else set()
    shown = [note for note in notes if withdrawn or not note.is_withdrawn]
    if form == "json":
        _print_json([_as_json(note, known=note.signature in known) for note in shown])
        return
    for note in shown:
        click.echo(summary_line(note, known=note.signature in known))
    if not shown:
        click.echo(f"no notes{f' on {slug}' if slug else ''}", err=True)


@note_command.command("show")
@click.argument("note")
@_FORMAT
@_FILE
def show_command(note: str, form: str, file: Path | None) -> None:
    """Show a note as it stands. NOTE is the beginning of its id. Where several people edited it, all versions stand.

    \b
    Examples:
      tracelore note show 4956a7df
    """
    from tracelore.notes_page import note_lines

    with _told():
        found = _notes(file).find(note)
    if form == "json":
        _print_json(_as_json(found))
        return
    for line in note_lines(found):
        click.echo(line)


@note_command.command("history")
@click.argument("note")
@_FORMAT
@_FILE
def history_command(note: str, form: str, file: Path | None) -> None:
    """Show every revision of a note: who said what, when, and what it replaced.

    \b
    Examples:
      tracelore note history 4956a7df
    """
    from kb.notes.wire import record_of
    from tracelore.notes_page import history_lines

    with _told():
        found = _notes(file).find(note)
    if form == "json":
        _print_json([record_of(revision) for revision in found.revisions])
        return
    for line in history_lines(found):
        click.echo(line)


@note_command.command("edit")
@click.argument("note")
@click.argument("text", required=False, default="")
@content_options
@_REASON
@_ONLY
@_AUTHOR
@_FILE
def edit_command(
    note: str, text: str, reason: str, only: str | None, author: str | None, file: Path | None, **said: Any
) -> None:
    """Say a note in another way: what is not given stays as it was, and so does the history.

    \b
    Examples:
      tracelore note edit 4956a7df --count 18 --reason "one more found"
    """
    with _told():
        notes = _notes(file)
        found = notes.find(note)
        replaces = _only(found, only)
        chosen = [each for each in found.revisions if each.content and (replaces is None or each.id in replaces)]
        latest = next((each for each in reversed(chosen) if each in found.standing), chosen[-1] if chosen else None)
        if latest is None or latest.content is None:
            raise click.UsageError(f"{only} is a withdrawal: there is nothing in it to change.")
        content = changed_content(latest.content, text, said)
        notes.revise(found, content, _author(author), reason=reason, replaces=replaces)
    click.echo(f"{found.id[:12]}  {found.kind} on {found.signature}, edited")


@note_command.command("withdraw")
@click.argument("note")
@_REASON
@_ONLY
@_AUTHOR
@_FILE
def withdraw_command(note: str, reason: str, only: str | None, author: str | None, file: Path | None) -> None:
    """Take a note back. It is shown no more; its history stays, with who withdrew it and why.

    \b
    Examples:
      tracelore note withdraw 4956a7df --reason "it was another network"
    """
    with _told():
        notes = _notes(file)
        found = notes.find(note)
        notes.withdraw(found, _author(author), reason=reason, replaces=_only(found, only))
    click.echo(f"{found.id[:12]}  {found.kind} on {found.signature}, withdrawn")


@note_command.command("export")
@click.argument("slugs", nargs=-1, metavar="[SLUG...]")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where to write. Default: standard output.")  # fmt: skip
@_FILE
def export_command(slugs: tuple[str, ...], output: Path | None, file: Path | None) -> None:
    """Write notes with their whole history as NDJSON, a revision a line. The same notes give the same text.

    \b
    Examples:
      tracelore note export -o notes.ndjson
      tracelore note export tcp-half-open-scan
    """
    with _told():
        text = _notes(file).export(slugs or None)
        if output is not None:
            _write(output, text)
    if output is None:
        click.echo(text, nl=False)


@note_command.command("import")
@click.argument("source", type=click.File("rb"), metavar="FILE")
@_FILE
def import_command(source: Any, file: Path | None) -> None:
    """Take in notes that somebody exported; `-` is standard input. All of a file, or nothing if anything is wrong.

    Importing twice changes nothing. What two people edited at the same time stands side by side afterwards.

    \b
    Examples:
      tracelore note import notes.ndjson
    """
    from kb.notes.limits import MAX_BYTES

    with _told():
        report = _notes(file).import_(source.read(MAX_BYTES + 1))
    click.echo(f"{report.new:,} new revisions of {report.notes:,} notes; {report.known:,} were here already")


# --- what the commands share -----------------------------------------------------------------------------------------


@contextmanager
def _told() -> Iterator[None]:
    """Errors of the knowledge base and the notes as messages, with exit status 1."""
    from kb.errors import KnowledgeBaseError

    try:
        yield
    except KnowledgeBaseError as error:
        click.echo(f"tracelore: {error}", err=True)
        sys.exit(FAILED)


def _notes(file: Path | None) -> Notes:
    from kb.notes import Notes, default_path

    return Notes(file or default_path())


def _kb(path: Path | None) -> Path:
    from tracelore.cli.knowing import in_use

    return in_use(path)


def _author(name: str | None) -> str:
    from getpass import getuser

    try:
        return name or getuser()
    except (OSError, KeyError):
        raise click.UsageError("Nobody is logged in here: say who you are with --author.") from None


def _version_of(slug: str, path: Path | None, *, force: bool) -> int | None:
    """The present version of a signature; None, or an error without `force`, where the knowledge base has none."""
    from kb.errors import KnowledgeBaseError
    from kb.read import show

    try:
        return show(_kb(path), slug).signature.version
    except KnowledgeBaseError as error:
        if force:
            return None
        raise KnowledgeBaseError(f"{error} (a note on it all the same: --force)") from None


def _only(note: Note, only: str | None) -> list[str] | None:
    """The one revision of a note that is to be replaced, by the beginning of its id."""
    if only is None:
        return None
    found = [revision.id for revision in note.revisions if revision.id.startswith(only.lower())]
    if len(found) != 1:
        raise click.UsageError(f"{only} is not one revision of note {note.id[:12]}.")
    return found


def _as_json(note: Note, **more: Any) -> dict[str, Any]:
    from kb.notes.wire import record_of

    return {
        "id": note.id, "kind": note.kind, "signature": note.signature, **more, "withdrawn": note.is_withdrawn,
        "standing": [record_of(revision) for revision in note.standing],
    }  # fmt: skip


def _print_json(value: Any) -> None:
    import json

    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def _write(path: Path, text: str) -> None:
    """In one step: what was there stays until all is written."""
    from kb.errors import NotesError

    draft = path.with_name(f".{path.name}.tmp")
    try:
        draft.write_text(text, "utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NotesError(f"{path}: cannot be written: {error}") from error
