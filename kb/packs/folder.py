"""A pack from a folder: its .sig files, its notes, and `pack.toml`, in which its author says what it is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from kb.notes.store import Notes
from kb.notes.wire import read_lines, write_lines
from kb.packs.archive import read_bounded, size_limit
from kb.packs.content import Contents, contents_of
from kb.packs.errors import PackError
from kb.packs.limits import MAX_AUTHORS, MAX_MANIFEST_BYTES, MAX_MEMBERS
from kb.packs.manifest import LANGUAGE_VERSION, Manifest
from kb.packs.names import NOTES, SOURCES, check_member_name, check_pack_name, check_text, parse_version
from kb.packs.pack import Pack, assemble
from sigdsl.model import Signature

__all__ = ["DESCRIPTION", "build_pack"]

DESCRIPTION: Final = "pack.toml"
_TEXTS: Final = ("name", "version", "licence")
_EXAMPLE: Final = """\
  name = "my-pack"
  version = "1.0"
  authors = ["Your Name"]
  licence = "CC-BY-4.0\""""
_KEYS: Final = (*_TEXTS, "authors", "title", "created", "language_version")


def build_pack(
    folder: Path, *, key: Path | None = None, notes: Notes | None = None, known: Iterable[Signature] = ()
) -> tuple[Pack, Contents]:
    """The pack of a folder: every .sig file below it, and its `notes.ndjson`. The same files give the same bytes.

    Args:
        folder: Where the sources are, and `pack.toml`.
        key: The OpenSSH key to sign with; without one the pack is unsigned.
        notes: A database whose notes on these signatures are added to the folder's own.
        known: Curated signatures, which those of the pack may observe.

    Raises:
        PackError: `pack.toml` is missing or faulty, a signature has an error, or something is not allowed in a pack.
    """
    manifest = _described(folder)
    members = dict(_sources(folder))
    if (folder / NOTES).exists():
        members[NOTES] = _read(folder / NOTES, NOTES)
    contents = contents_of(assemble(manifest, members), known)  # before anybody is asked for a passphrase
    if notes is not None:
        revisions = {each.id: each for each in (*contents.revisions, *read_lines(notes.export(contents.slugs)))}
        members[NOTES] = write_lines(revisions.values()).encode()
        contents = replace(contents, revisions=tuple(revisions.values()))
    return assemble(manifest, {name: data for name, data in members.items() if data}, key), contents


def _described(folder: Path) -> Manifest:
    path = folder / DESCRIPTION
    if not path.is_file():
        raise PackError(f"{path}: there is no such file; it says what the pack is, such as\n\n{_EXAMPLE}")
    try:
        said = tomllib.loads(_read(path, DESCRIPTION).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PackError(f"{path}: is no TOML: {error}") from None
    try:
        return _manifest(said)
    except PackError as error:
        raise PackError(f"{path}: {error}") from error


def _manifest(said: Mapping[str, Any]) -> Manifest:
    unknown = sorted(said.keys() - set(_KEYS))
    if unknown:
        raise PackError(f"`{ascii(unknown[0])[1:-1]}` is not known here; known are {', '.join(_KEYS)}")
    for key in _TEXTS:
        if not isinstance(said.get(key), str):
            raise PackError(f"has no `{key}`, or it is no text")
    parse_version(said["version"])
    language = said.get("language_version", LANGUAGE_VERSION)
    if type(language) is not int or not 0 < language < 1_000_000:
        raise PackError("`language_version` is no number of a version")
    return Manifest(
        name=check_pack_name(said["name"]),
        version=said["version"],
        authors=_authors(said.get("authors")),
        licence=check_text("`licence`", said["licence"]),
        language_version=language,
        created=_created(said.get("created")),
        title=check_text("`title`", str(said["title"])) if "title" in said else None,
    )


def _authors(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not 0 < len(value) <= MAX_AUTHORS:
        raise PackError(f"has no `authors`, or they are no list of 1 to {MAX_AUTHORS} names")
    return tuple(check_text("`authors`", str(author)) for author in value)


def _created(value: Any) -> str | None:
    """A day of TOML, or its text."""
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise PackError("`created` is no day of the calendar such as 2026-02-28") from None


def _sources(folder: Path) -> Iterable[tuple[str, bytes]]:
    files = sorted(folder.rglob("*.sig"))
    if len(files) >= MAX_MEMBERS:
        raise PackError(f"{folder}: {len(files):,} files; a pack has at most {MAX_MEMBERS:,} with its manifest")
    for file in files:
        name = f"{SOURCES}{file.relative_to(folder).as_posix().removeprefix(SOURCES)}"
        yield check_member_name(name), _read(file, name)


def _read(file: Path, name: str) -> bytes:
    """The bytes of a plain file. A link is none: what it leads to may be something that nobody meant to share."""
    limit = MAX_MANIFEST_BYTES if name == DESCRIPTION else size_limit(name)
    if file.is_symlink() or not file.is_file():
        raise PackError(f"{file}: is no plain file")
    return read_bounded(file, limit)
