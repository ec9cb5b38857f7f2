"""The command line. Each group of commands is a module, imported when one of its commands is called."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from tracelore import __version__
from tracelore.cli.exits import FAILED

__all__ = ["leave_what_stays", "main"]

# Command -> the module it is in and its line in the list of commands, so that `--help` imports none of them.
_COMMANDS: dict[str, tuple[str, str]] = {
    "match": ("matching", "Say what is in captures: known events, explained."),
    "explain": ("explaining", "Say what a packet is, or what keeps it from being that."),
    "packets": ("matching", "Print decoded fields, a line a packet."),
    "check": ("authoring", "Find faults in signature files."),
    "fmt": ("authoring", "Put signature files into canonical form."),
    "test": ("authoring", "Run the traces inside signatures."),
    "draft": ("drafting", "Write a first version of a signature from packets."),
    "triage": ("drafting", "Group what no signature explains, strangest first."),
    "lsp": ("editing", "Serve an editor: diagnostics, hover, completion and more."),
    "show": ("knowing", "Show a signature with its analysis."),
    "search": ("knowing", "Search the knowledge base for words or numbers."),
    "browse": ("knowing", "Open the knowledge base in a web browser."),
    "note": ("noting", "Keep notes on signatures: remarks, sightings, other interpretations."),
    "kb": ("knowing", "Build the knowledge base, or ask it by value."),
    "pack": ("packs", "Share signatures and notes as one signed file."),
}

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NEW_OBJECTS = 500_000  # before garbage is looked for


def leave_what_stays() -> None:
    """Look for garbage seldom, and not at the end of the process.

    Modules and signatures are some hundred thousand objects that stay. Looking for garbage among them again and again,
    and once more at the end, takes a tenth of the time that a small capture needs.
    """
    gc.set_threshold(_NEW_OBJECTS)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


class _LazyGroup(click.Group):
    """A group that knows its commands' names and one-line helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        leave_what_stays()
        module = import_module(f"tracelore.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def main(self, *args: Any, **more: Any) -> Any:
        try:
            return super().main(*args, **more)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            _forget_output()
            click.echo(f"tracelore: writing failed: {error.strerror}", err=True)
            sys.exit(FAILED)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], _COMMANDS, n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None


def _forget_output() -> None:
    """What standard output still holds would fail once more at the end of the process, with an error that says less."""
    try:
        nowhere, output = os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
    except OSError:  # it is no file
        return
    os.dup2(nowhere, output)
    os.close(nowhere)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tracelore")
def main() -> None:
    """Recognise and explain odd network traffic.

    TraceLore matches captures, or the text that tcpdump prints, against a knowledge base of trace signatures, and
    links each hit to an analyst's explanation with its competing readings.

    \b
    Examples:
      tracelore match capture.pcap
      tcpdump -nn -S -v -r capture.pcap | tracelore match -
      tracelore search 674719802
    """
