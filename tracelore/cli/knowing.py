"""`show`, `search`, `browse` and `kb`: the knowledge base."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracelore.cli.exits import FAILED
from tracelore.cli.where import where_command
from tracelore.locate import checkout, shipped

if TYPE_CHECKING:
    from kb.packs.store import Installed
    from kb.pages import SignaturePage

__all__ = ["browse_command", "in_use", "kb_command", "search_command", "show_command"]

_KB = click.option(
    "--kb", "path", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
    help="Another knowledge base than the one that comes with TraceLore (with the installed packs).",
)  # fmt: skip


def in_use(path: Path | None) -> Path:
    """The knowledge base that was named, or else the one with what the installed packs bring."""
    if path is not None:
        return path
    from tracelore.knowledge import knowledge_base

    return knowledge_base(lambda line: click.echo(f"tracelore: {line}", err=True))


@click.command("show")
@click.argument("slug")
@click.option("--source", is_flag=True, help="Print the signature as it was written, and nothing else.")
@_KB
@click.pass_context
def show_command(ctx: click.Context, slug: str, source: bool, path: Path | None) -> None:
    """Show a signature: what it matches, how its traces read, what else they could be, where to read on.

    \b
    Examples:
      tracelore show backscatter-ack-674719802
      tracelore show latency-probe-syn-ack --source > mine.sig
    """
    from kb.read import KnowledgeBaseError, show

    try:
        page = show(in_use(path), slug)
    except KnowledgeBaseError as error:
        click.echo(f"tracelore: {error}", err=True)
        ctx.exit(FAILED)
    if source:
        click.echo(page.source_text)
        return
    _print_page(page)
    _print_notes(slug)


def _print_page(page: SignaturePage) -> None:
    from rich.console import Console

    from tracelore.signature_page import print_page

    print_page(Console(highlight=False, width=None if sys.stdout.isatty() else 120), page)


def _print_notes(slug: str) -> None:
    """What analysts here have noted. Notes that cannot be read take nothing away from the curated page."""
    from kb.notes import Notes, NotesError, default_path
    from tracelore.notes_page import page_lines

    try:
        for line in page_lines(Notes(default_path()).of(slug)):
            click.echo(line)
    except NotesError as error:
        click.echo(f"tracelore: {error}", err=True)


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@_KB
@click.pass_context
def search_command(ctx: click.Context, words: tuple[str, ...], limit: int, path: Path | None) -> None:
    """Search titles, analyses, hypotheses, traces and references. Numbers are words too.

    \b
    Exit status: 0 found something, 1 nothing.

    \b
    Examples:
      tracelore search 674719802
      tracelore search reset scan
    """
    from kb.models import pack_origins
    from kb.read import KnowledgeBaseError, search

    styled = ("\x01", "\x02")
    try:
        path = in_use(path)
        hits, packs = search(path, " ".join(words), limit=limit, marks=styled), pack_origins(path)
    except KnowledgeBaseError as error:
        click.echo(f"tracelore: {error}", err=True)
        ctx.exit(FAILED)
    if not hits:
        click.echo(f"nothing about {' '.join(words)}", err=True)
        ctx.exit(FAILED)
    for hit in hits:
        brought = f"  (pack {packs[hit.slug].name})" if hit.slug in packs else ""
        click.echo(f"{click.style(hit.slug, bold=True)}  {hit.verdict}  {hit.title}{brought}")
        before, *marked = " ".join(hit.snippet.split()).split("\x01")
        parts = (part.partition("\x02") for part in marked)
        click.echo("    " + before + "".join(click.style(word, "yellow") + rest for word, _, rest in parts))


@click.command("browse")
@click.argument("databases", nargs=-1, type=click.Path(dir_okay=False, path_type=Path), metavar="[DATABASE...]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes any free port.")
@click.option("--no-open", is_flag=True, help="Do not start a web browser.")
@click.option("--write", is_flag=True, help="Who is signed in may add notes: you, by the address that is opened.")
@click.option("--notes", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
              help="Another notes database. Default: $TRACELORE_NOTES, or notes.db in your data folder.")  # fmt: skip
@_KB
@click.pass_context
def browse_command(
    ctx: click.Context, databases: tuple[Path, ...], host: str, port: int, no_open: bool, write: bool,
    notes: Path | None, path: Path | None,
) -> None:  # fmt: skip
    """Open the knowledge base, and databases of results beside it, in a web browser.

    The databases are only read. Notes can be added with --write, by people who are signed in, and by nobody else.

    \b
    Examples:
      tracelore browse
      tracelore browse results.db --port 8080 --no-open
      tracelore browse --write
    """
    from kb.browse import serve
    from kb.errors import KnowledgeBaseError

    def ready(url: str) -> None:
        click.echo(f"{url}  (stop with Ctrl-C)", err=True)
        if not no_open:
            import webbrowser

            webbrowser.open(url)

    try:
        serve([in_use(path), *databases], host=host, port=port, notes=notes, write=write, ready=ready)
    except KnowledgeBaseError as error:
        click.echo(f"tracelore: {error}", err=True)
        ctx.exit(FAILED)


@click.group("kb")
def kb_command() -> None:
    """Build the knowledge base, and ask it by value."""


kb_command.add_command(where_command)


@kb_command.command("build")
@click.option("--signatures", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="FOLDER",
              help="Folder of .sig files. Default: the curated signatures.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where to write it. Default: kb.db at the top of the checkout, or here.")  # fmt: skip
@click.option("--packs", "with_packs", is_flag=True, help="With the signatures of installed packs.")
@click.option("--check", is_flag=True, help="Write nothing; fail when the file does not say what the sources say.")
@click.pass_context
def build_command(ctx: click.Context, folder: Path | None, output: Path | None, with_packs: bool, check: bool) -> None:
    """Build the knowledge base from signatures. The same sources give the same rows.

    \b
    Exit status: 0 done, 1 a signature has an error, or (--check) the knowledge base is stale.

    \b
    Examples:
      tracelore kb build
      tracelore kb build --signatures mine/ --output mine.db
      tracelore kb build --packs --output all.db
      tracelore kb build --check
    """
    from kb.errors import KnowledgeBaseError
    from tracelore.building import build_knowledge_base
    from tracelore.catalogue import CatalogueError

    folder = folder or shipped("signatures")
    target = output or (checkout() or Path()) / "kb.db"
    try:
        packs = _installed() if with_packs else []
        if check:
            ctx.exit(_check(folder, target, packs))
        report = build_knowledge_base(folder, target, packs)
    except (CatalogueError, KnowledgeBaseError) as error:
        click.echo(str(error), err=True)
        ctx.exit(FAILED)
    click.echo(f"{report.path}: {report.signatures} signatures, {report.size // 1024:,} KiB")


def _installed() -> list[Installed]:
    from tracelore.packs import open_store

    return open_store().installed()


def _check(folder: Path, target: Path, packs: list[Installed]) -> int:
    """Build beside and compare row by row."""
    from tempfile import TemporaryDirectory

    from kb.build import dump
    from tracelore.building import build_knowledge_base

    with TemporaryDirectory() as scratch:
        fresh = build_knowledge_base(folder, Path(scratch) / "kb.db", packs).path
        same = list(dump(fresh)) == list(dump(target))
    if not same:
        click.echo(f"{target} is stale: build it again with `tracelore kb build`", err=True)
    return 0 if same else FAILED
