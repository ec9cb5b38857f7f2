"""`check`, `fmt` and `test`: for those who write signatures."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sigdsl.diagnostics import Diagnostic
from sigdsl.load import Loaded, load_paths, signature_files
from sigdsl.model import Signature
from tracelore.catalogue import CatalogueError, from_knowledge_base
from tracelore.cli.exits import FAILED
from tracelore.locate import shipped

if TYPE_CHECKING:
    from tracelore.selftest import TraceOutcome

__all__ = ["check_command", "fmt_command", "test_command"]

_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")


def _known() -> tuple[Signature, ...]:
    """What the files may observe besides each other. A fault of the knowledge base is no fault of theirs."""
    try:
        return from_knowledge_base().signatures
    except CatalogueError as error:
        click.echo(f"tracelore: {error}", err=True)
        return ()


def _load(paths: Sequence[Path], known: Sequence[Signature]) -> Loaded:
    return load_paths(paths or [shipped("signatures")], known)


@click.command("check")
@_PATHS
@click.option("--strict", is_flag=True, help="Count warnings as failures.")
@click.option("--fix", is_flag=True, help="First repair what is certain, and write those files in canonical form.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="text: drawn, on standard error. json, sarif (2.1.0): for programs and code hosts, on standard output.",
)
@click.pass_context
def check_command(ctx: click.Context, paths: tuple[Path, ...], strict: bool, fix: bool, format_: str) -> None:
    """Find faults in signature files: all of a file's faults at once, each with its place and what would help.

    PATH is a .sig file or a folder of them; without one, the curated signatures are checked. Warnings are about what
    is not wrong, yet owed to a reader or probably not meant: conditions that decide nothing, traces that prove nothing,
    signatures that another one covers.

    --fix takes out conditions that another one implies, replaces Wireshark's names, puts the ends of a range in order.
    A file with faults of syntax is left alone.

    \b
    Exit status: 0 no error, 1 at least one.

    \b
    Examples:
      tracelore check mine.sig
      tracelore check signatures/ --strict
      tracelore check --fix mine.sig
      tracelore check signatures/ --format sarif > check.sarif
    """
    from tracelore.checking.traces import with_traces_checked

    known = _known()
    if fix and not paths:
        raise click.UsageError("--fix needs a PATH: the curated signatures are not rewritten")
    failures = [_repair_file(file, known) for path in paths if fix for file in signature_files(path)]
    loaded = with_traces_checked(_load(paths, known))
    _CHECKED[format_](loaded)
    ctx.exit(FAILED if any(failures) or loaded.errors or strict and loaded.diagnostics else 0)


def _draw(loaded: Loaded) -> None:
    for drawn in loaded.drawn():
        click.echo(drawn + "\n", err=True)
    errors = len(loaded.errors)
    warnings = len(loaded.diagnostics) - errors
    click.echo(f"{_count(len(loaded.sources), 'signature')}: {_count(errors, 'error')}, {_count(warnings, 'warning')}")


def _print_json(loaded: Loaded) -> None:
    from tracelore.checking.asjson import as_json

    click.echo(json.dumps(as_json(loaded), indent=2))


def _print_sarif(loaded: Loaded) -> None:
    from tracelore.checking.sarif import as_sarif

    click.echo(json.dumps(as_sarif(loaded), indent=2))


_CHECKED: dict[str, Callable[[Loaded], None]] = {"text": _draw, "json": _print_json, "sarif": _print_sarif}


def _repair_file(file: Path, known: Sequence[Signature]) -> bool:
    """Write a file without the faults whose repair is certain; whether that failed. An unreadable one is told later."""
    from sigdsl.parse import read_source
    from sigdsl.repair import repair_text

    text = read_source(file, lambda diagnostic: None)
    if text is None:
        return False
    repaired = repair_text(text, str(file), known)
    if not repaired.faults:
        return False
    try:
        _replace(file, repaired.text)
    except OSError as error:
        click.echo(f"{file}: cannot be written: {error.strerror or error}", err=True)
        return True
    click.echo(f"{file}: {_count(len(repaired.faults), 'fault')} repaired", err=True)
    return False


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


@click.command("fmt")
@_PATHS
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail when a file is not in canonical form.")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.pass_context
def fmt_command(ctx: click.Context, paths: tuple[Path, ...], only_check: bool, diff: bool) -> None:
    """Put signature files into canonical form. Meaning and comments stay; Wireshark's field names become ours.

    PATH is a .sig file, a folder, or - to format standard input to standard output. A file with syntax errors is
    reported and left alone.

    \b
    Exit status: 0 done, 1 a file is not canonical (--check) or has syntax errors.

    \b
    Examples:
      tracelore fmt mine.sig
      tracelore fmt --check signatures/
      tracelore fmt - < mine.sig
    """
    failed = False
    for path in paths or (shipped("signatures"),):
        if str(path) == "-":
            failed |= _format_stream()
            continue
        for file in signature_files(path):
            failed |= _format_file(file, only_check, diff)
    ctx.exit(FAILED if failed else 0)


def _formatted(text: str, path: str) -> str | None:
    """The canonical text, or None after telling what is wrong with the syntax."""
    from dataclasses import replace

    from sigdsl.diagnostics import SourceText, render
    from sigdsl.format import format_source
    from sigdsl.parse import parse_text

    found: list[Diagnostic] = []
    source = parse_text(text, path, found.append)
    if not found:
        return format_source(source)
    for diagnostic in found:
        click.echo(render(replace(diagnostic, path=path), SourceText(text)) + "\n", err=True)
    return None


def _format_stream() -> bool:
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    result = _formatted(text, "(standard input)")
    if result is not None:
        click.echo(result, nl=False)
    return result is None


def _format_file(file: Path, only_check: bool, diff: bool) -> bool:
    from sigdsl.parse import read_source

    def tell(diagnostic: Diagnostic) -> None:
        click.echo(f"{file}: {diagnostic.message}", err=True)

    text = read_source(file, tell)
    result = _formatted(text, str(file)) if text is not None else None
    if text is None or result is None:
        return True
    if result == text:
        return False
    if diff:
        _show_diff(file, text, result)
    elif only_check:
        click.echo(f"{file}: not in canonical form", err=True)
    else:
        _replace(file, result)
        click.echo(f"{file}: formatted", err=True)
    return only_check


def _show_diff(file: Path, before: str, after: str) -> None:
    from difflib import unified_diff

    lines = unified_diff(before.splitlines(True), after.splitlines(True), str(file), f"{file} (canonical)")
    sys.stdout.writelines(lines)


def _replace(file: Path, text: str) -> None:
    """Write beside the file and move it there in one step: a killed command leaves the old file or the new one."""
    draft = file.with_name(f".{file.name}.tmp")
    draft.write_text(text, encoding="utf-8")
    draft.chmod(file.stat().st_mode)
    draft.replace(file)


@click.command("test")
@_PATHS
@click.option("-v", "--verbose", is_flag=True, help="Name the traces that passed, too.")
@click.pass_context
def test_command(ctx: click.Context, paths: tuple[Path, ...], verbose: bool) -> None:
    """Run the traces inside signatures, and say which condition failed where one does not do what it expects.

    PATH is a .sig file or a folder of them; without one, the curated signatures are tested.

    \b
    Exit status: 0 all did as they expect, 1 at least one did not.

    \b
    Examples:
      tracelore test mine.sig
      tracelore test signatures/ --verbose
    """
    from tracelore.selftest import outcomes

    known = _known()
    loaded = _load(paths, known)
    if loaded.errors:
        for drawn in loaded.drawn():
            click.echo(drawn + "\n", err=True)
        ctx.exit(FAILED)
    own = {signature.slug for signature in loaded.signatures}
    catalogue = [*loaded.signatures, *(each for each in known if each.slug not in own)]
    passed = failed = 0
    for outcome in outcomes(loaded.signatures, catalogue):
        passed, failed = passed + outcome.passed, failed + (not outcome.passed)
        if verbose or not outcome.passed:
            word = click.style("passed", "green") if outcome.passed else click.style("FAILED", "red", bold=True)
            click.echo(f"{word}  {outcome.signature.slug}: {outcome.trace.title}")
        if not outcome.passed:
            _explain_failure(outcome, catalogue)
    click.echo(f"{_count(len(own), 'signature')}: {passed} passed, {failed} failed")
    ctx.exit(FAILED if failed else 0)


def _explain_failure(outcome: TraceOutcome, catalogue: Sequence[Signature]) -> None:
    from tracelore.explaining.answers import signature_lines
    from tracelore.explaining.asking import Bench, explain_capture
    from tracelore.selftest import trace_packets

    for warning in outcome.warnings:
        click.echo(f"        {warning}")
    if not outcome.packets:
        click.echo("        no line of the trace is a packet as tcpdump prints it")
        return
    if outcome.matched:
        click.echo("        it should not match, and does")
    packets, _ = trace_packets(outcome.trace)
    bench = Bench(catalogue, slug=outcome.signature.slug)
    for line in signature_lines(explain_capture(bench, packets)):
        click.echo(f"        {line}")
