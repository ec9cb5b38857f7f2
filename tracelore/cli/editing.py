"""`lsp`: the language server, for editors."""

from __future__ import annotations

import logging

import click

__all__ = ["lsp_command"]


@click.command("lsp")
@click.option("--verbose", is_flag=True, help="Tell on standard error what is sent and received.")
def lsp_command(verbose: bool) -> None:
    """Serve an editor: diagnostics as you type, hover, completion, formatting, definitions, rename.

    It speaks the Language Server Protocol over standard input and output; an editor starts it. editors/vscode holds an
    extension for VS Code; docs/editors.md says what to tell Neovim, Emacs, Helix and Kate.

    \b
    Example:
      tracelore lsp
    """
    from tracelore.lsp.server import make_server

    logging.basicConfig(level=logging.DEBUG if verbose else logging.ERROR)
    make_server().start_io()
