"""`pack`: build, verify, install, list, remove and compare packs of signatures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracelore.cli.exits import FAILED
from tracelore.locate import allowed_signers, shipped

if TYPE_CHECKING:
    from kb.notes import Notes
    from kb.packs.content import Contents
    from kb.packs.install import Outcome
    from kb.packs.pack import Pack
    from sigdsl.model import Signature

__all__ = ["pack_command"]

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text for people, json for programs.",
)  # fmt: skip
_SIGNERS = click.option(
    "--allowed-signers", "signers", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Whom you trust: names and public keys, as ssh-keygen reads them. Default: TRACELORE_ALLOWED_SIGNERS, or "
    "allowed_signers in your configuration folder.",
)  # fmt: skip
_FILE = click.Path(dir_okay=False, path_type=Path)


@contextmanager
def _refusals(ctx: click.Context) -> Iterator[None]:
    """What is refused is told, and ends the command."""
    from kb.errors import KnowledgeBaseError
    from tracelore.catalogue import CatalogueError

    try:
        yield
    except (KnowledgeBaseError, CatalogueError) as error:
        _warn(str(error))
        ctx.exit(FAILED)


def _curated() -> dict[str, Signature]:
    from kb.models import load_models

    return {signature.slug: signature for signature in load_models(shipped("kb.db"))}


@click.group("pack")
def pack_command() -> None:
    """Share signatures and notes as one signed file.

    Signing and verifying is done by OpenSSH's ssh-keygen (8.2 or later). Installed packs take part in `match`,
    `search`, `show` and `browse`; nothing that a pack holds is ever executed.

    \b
    Examples:
      tracelore pack build mine/ --key ~/.ssh/id_ed25519
      tracelore pack verify dns-oddities-1.2.pack
      tracelore pack install dns-oddities-1.2.pack
      tracelore pack diff dns-oddities-1.3.pack
    """


@pack_command.command("build")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--output", type=_FILE, metavar="FILE",
              help="Where to write it. Default: NAME-VERSION.pack, here.")  # fmt: skip
@click.option("--key", type=_FILE, metavar="FILE",
              help="OpenSSH key to sign with: a private key, or a public one whose key ssh-agent holds.")  # fmt: skip
@click.option("--with-notes", is_flag=True, help="Put your own notes on these signatures into the pack as well.")
@click.pass_context
def build_command(
    ctx: click.Context, folder: Path, output: Path | None, key: Path | None, with_notes: bool
) -> None:  # fmt: skip
    """Make a pack of the signatures in FOLDER. The same files and the same key give the same bytes.

    FOLDER holds .sig files, perhaps notes.ndjson, and pack.toml, which says what the pack is: name, version, authors
    and licence, and if you like title, created (a day) and language_version. Without --key the pack is unsigned, and
    who installs it has to say so by its name.

    \b
    Exit status: 0 done, 1 something is wrong with the folder, or it could not be signed.

    \b
    Examples:
      tracelore pack build mine/ --key ~/.ssh/id_ed25519
      tracelore pack build mine/ -o /tmp/try.pack
    """
    from kb.packs.folder import build_pack
    from kb.packs.store import write_whole

    with _refusals(ctx):
        pack, contents = build_pack(folder, key=key, notes=_notes() if with_notes else None, known=_curated().values())
        manifest = pack.manifest
        target = output or Path(f"{manifest.name}-{manifest.version}.pack")
        write_whole(target, pack.data)
    click.echo(f"{target}: {_inside(contents)}, {len(pack.data):,} bytes, {'signed' if key else 'unsigned'}")
    if not key:
        _warn(f"nobody can install it without saying `--trust {manifest.name}`; sign it with --key")


def _notes() -> Notes:
    from kb.notes import Notes, default_path

    return Notes(default_path())


def _inside(contents: Contents) -> str:
    return f"{_count(len(contents.signatures), 'signature')}, {_count(contents.notes, 'note')}"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


@pack_command.command("verify")
@click.argument("pack", metavar="PACK")
@_SIGNERS
@_FORMAT
@click.pass_context
def verify_command(ctx: click.Context, pack: str, signers: Path | None, form: str) -> None:
    """Say who signed a pack, with which key, and what is inside. Nothing is written.

    PACK is a file, or the name of an installed pack.

    \b
    Exit status: 0 whole and signed by somebody you trust, 1 refused, 4 whole, but nobody you trust has signed it.

    \b
    Examples:
      tracelore pack verify dns-oddities-1.2.pack
      tracelore pack verify dns-oddities --format json
    """
    from tracelore.cli.packtext import print_verified, verified_record

    with _refusals(ctx):
        whole, contents = _contents(pack)
        signer = whole.signed_by(signers or allowed_signers())
    if form == "json":
        _print_json(verified_record(whole, contents, signer))
    else:
        print_verified(whole, contents, signer)
    ctx.exit(0 if signer.standing == "trusted" else _UNTRUSTED)


_UNTRUSTED = 4


@pack_command.command("install")
@click.argument("file", type=_FILE)
@click.option("--trust", metavar="NAME",
              help="Install the pack of exactly this name although nobody you trust has signed it.")  # fmt: skip
@click.option(
    "--with-notes", is_flag=True, help="Take its notes over into your own; they stay when it is removed."
)
@_SIGNERS
@click.pass_context
def install_command(ctx: click.Context, file: Path, trust: str | None, with_notes: bool, signers: Path | None) -> None:
    """Install a pack: its signatures take part in `match`, `search`, `show` and `browse` from then on.

    Refused are packs that are altered, older than what is installed, or other than it under the same version; signed by
    nobody you trust, or by somebody else than the installed one; too large; with signatures that have errors or are
    called like curated ones or like those of another pack. Then everything stays as it was.

    \b
    Exit status: 0 installed (or it was already), 1 refused, 4 refused because nobody you trust has signed it.

    \b
    Examples:
      tracelore pack install dns-oddities-1.2.pack
      tracelore pack install try-1.0.pack --trust try
    """
    from kb.packs.errors import TrustError
    from kb.packs.install import Trust, install
    from tracelore.knowledge import refresh
    from tracelore.packs import open_store

    with _refusals(ctx):
        try:
            outcome = install(open_store(), file, Trust(signers or allowed_signers(), trust), _curated())
        except TrustError as error:
            _warn(str(error))
            ctx.exit(_UNTRUSTED)
        _tell_installed(outcome)
        refresh(_warn)
        if with_notes:
            _take_notes(outcome)


def _tell_installed(outcome: Outcome) -> None:
    new, old = outcome.installed, outcome.before
    if not outcome.changed:
        click.echo(f"{new.name} {new.version} is installed already")
        return
    replaced = f", in place of {old.version}" if old and old.version != new.version else ""
    inside = f"{_count(len(new.slugs), 'signature')}, {_count(new.notes, 'note')}"
    click.echo(f"{new.name} {new.version} installed{replaced}: {inside}, signed by {new.signer}")


def _take_notes(outcome: Outcome) -> None:
    """Into the user's notes go those of the pack as it lies in the store, which has been verified."""
    from kb.packs.pack import read_pack

    pack = read_pack(outcome.installed.file)
    report = _notes().import_(pack.notes)
    click.echo(f"notes: {_count(report.new, 'revision')} taken over, {report.known:,} known before")


@pack_command.command("list")
@_FORMAT
@click.pass_context
def list_command(ctx: click.Context, form: str) -> None:
    """List installed packs: version, signatures, who had signed them, and whether they are still what they were.

    \b
    Exit status: 0 all are sound, 1 one is damaged.

    \b
    Examples:
      tracelore pack list
      tracelore pack list --format json
    """
    from tracelore.cli.packtext import installed_record, print_installed
    from tracelore.packs import open_store

    damaged: list[str] = []
    with _refusals(ctx):
        store = open_store()
        packs = [(pack, pack.is_sound()) for pack in store.installed(damaged.append)]
    if form == "json":
        _print_json([installed_record(pack, sound) for pack, sound in packs])
    elif packs:
        print_installed(packs)
    else:
        click.echo(f"no pack is installed in {store.root}")
    for message in damaged:
        _warn(message)
    ctx.exit(FAILED if damaged or not all(sound for _, sound in packs) else 0)


@pack_command.command("remove")
@click.argument("name")
@click.pass_context
def remove_command(ctx: click.Context, name: str) -> None:
    """Remove an installed pack. Its signatures take no part any more; notes that you took over stay.

    \b
    Exit status: 0 removed, 1 it is not installed, or cannot be removed.

    \b
    Example:
      tracelore pack remove dns-oddities
    """
    from kb.packs.install import remove
    from tracelore.knowledge import refresh
    from tracelore.packs import open_store

    with _refusals(ctx):
        remove(open_store(), name)
        click.echo(f"{name} removed")
        refresh(_warn)


@pack_command.command("diff")
@click.argument("packs", metavar="[OLD] NEW", nargs=-1, required=True)
@_FORMAT
@click.pass_context
def diff_command(ctx: click.Context, packs: tuple[str, ...], form: str) -> None:
    """Say what is different in NEW: signatures added, removed and changed, with their texts, and notes.

    OLD and NEW are files, or names of installed packs. Without OLD, NEW is compared with the installed pack of its
    name. Signatures are compared in canonical form. Who signed the packs is not looked at.

    \b
    Exit status: 0 no difference, 1 different, 2 one of them cannot be read.

    \b
    Examples:
      tracelore pack diff dns-oddities-1.3.pack
      tracelore pack diff dns-oddities-1.2.pack dns-oddities-1.3.pack --format json
    """
    from kb.errors import KnowledgeBaseError
    from kb.packs.compare import compare
    from tracelore.cli.exits import USAGE
    from tracelore.cli.packtext import difference_record, print_difference

    if len(packs) > 2:
        raise click.UsageError("two packs are compared, or one with the installed one of its name")
    try:
        second = _contents(packs[-1])
        first = _contents(packs[0] if len(packs) == 2 else second[0].manifest.name)
    except KnowledgeBaseError as error:
        _warn(str(error))
        ctx.exit(USAGE)
    difference = compare(first, second)
    if form == "json":
        _print_json(difference_record(difference))
    else:
        print_difference(difference)
    ctx.exit(FAILED if difference else 0)


def _contents(named: str) -> tuple[Pack, Contents]:
    """A pack by its file or by the name under which it is installed, with what is inside.

    Raises:
        PackError: There is none, or it is no good.
    """
    from kb.packs.content import contents_of
    from kb.packs.errors import PackError
    from kb.packs.pack import read_pack

    path = _located(named)
    pack = read_pack(path)
    try:
        return pack, contents_of(pack, _curated().values())
    except PackError as error:
        raise PackError(f"{path}: {error}") from error


def _located(named: str) -> Path:
    from kb.packs.errors import PackError
    from tracelore.packs import open_store

    path = Path(named)
    if path.exists() or "/" in named or named.endswith(".pack"):
        return path
    try:
        installed = open_store().find(named)
    except PackError as error:
        raise PackError(f"{named}: is no file, and {error}") from error
    if installed is None:
        raise PackError(f"{named}: is no file, and no pack of this name is installed")
    if not installed.is_sound():
        raise PackError(f"{installed.file}: was altered since it was installed; install it again")
    return installed.file


def _warn(message: str) -> None:
    click.echo(f"tracelore: {message}", err=True)


def _print_json(record: object) -> None:
    import json

    click.echo(json.dumps(record, indent=2, ensure_ascii=False))
