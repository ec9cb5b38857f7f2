"""What a pack says of itself: JSON in the one form that its content determines. Its bytes are what is signed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kb.packs.archive import size_limit
from kb.packs.errors import PackError
from kb.packs.limits import MAX_AUTHORS, MAX_MEMBERS
from kb.packs.names import MANIFEST, SIGNATURE, Version, check_member_name, check_pack_name, check_text, parse_version

__all__ = ["FORMAT_VERSION", "LANGUAGE_VERSION", "Manifest", "Member", "decode_manifest", "encode_manifest"]

FORMAT: Final = "tracelore-pack"
FORMAT_VERSION: Final = 1
LANGUAGE_VERSION: Final = 1  # of the signature language that this program reads

_REQUIRED: Final = ("authors", "format", "format_version", "language_version", "licence", "members", "name", "version")
_OPTIONAL: Final = ("created", "title")
_DIGEST: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the pack: its size in bytes and its SHA-256, hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself.

    Attributes:
        name: What it is installed as.
        version: One to four numbers with dots between.
        authors: Who wrote what is in it.
        licence: Terms under which it may be used, as an SPDX expression or in words.
        language_version: The version of the signature language that a reader must know.
        members: Every file but the manifest and its signature, in the order of names.
        created: An ISO date, where the author gave one.
        title: One line for people.
    """

    name: str
    version: str
    authors: tuple[str, ...]
    licence: str
    language_version: int = LANGUAGE_VERSION
    members: tuple[Member, ...] = ()
    created: str | None = None
    title: str | None = None

    @property
    def order(self) -> Version:
        """The version as it compares."""
        return parse_version(self.version)

    def check_members(self, found: Mapping[str, bytes]) -> None:
        """Compare what a pack holds with what its manifest promises.

        Raises:
            PackError: A member is missing, too many, or has other bytes.
        """
        promised = {member.name: member for member in self.members}
        for name in found.keys() - promised.keys() - {MANIFEST, SIGNATURE}:
            raise PackError(f"member {name!r}: the manifest does not know it")
        for name, member in promised.items():
            if name not in found:
                raise PackError(f"member {name!r}: the manifest promises it, and it is not there")
            if len(found[name]) != member.size:
                sizes = f"{len(found[name]):,} bytes, and the manifest says {member.size:,}"
                raise PackError(f"member {name!r}: has {sizes}")
            if hashlib.sha256(found[name]).hexdigest() != member.sha256:
                raise PackError(f"member {name!r}: was altered: its digest is not that of the manifest")


def encode_manifest(manifest: Manifest) -> bytes:
    """The manifest as it stands in the pack: sorted keys, two spaces a level, ASCII, a line end at its end."""
    content: dict[str, Any] = {
        "authors": list(manifest.authors),
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "language_version": manifest.language_version,
        "licence": manifest.licence,
        "members": [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in manifest.members],
        "name": manifest.name,
        "version": manifest.version,
    }
    content |= {key: getattr(manifest, key) for key in _OPTIONAL if getattr(manifest, key) is not None}
    return _canonical(content)


def _canonical(content: Any) -> bytes:
    return (json.dumps(content, sort_keys=True, indent=2, allow_nan=False) + "\n").encode("ascii")


def decode_manifest(data: bytes) -> Manifest:
    """The manifest that `encode_manifest` wrote.

    Raises:
        PackError: It is no JSON, not in the canonical form, of a newer format, or says something that cannot be.
    """
    content = _parse(data)
    if content.get("format") != FORMAT:
        raise PackError(f"{MANIFEST}: `format` is not {FORMAT!r}")
    version = _integer(content, "format_version")
    if version != FORMAT_VERSION:
        raise PackError(f"{MANIFEST}: format version {version}, and this program reads version {FORMAT_VERSION}")
    _check_keys(content, _REQUIRED, _OPTIONAL, "")
    manifest = Manifest(
        name=check_pack_name(_text(content, "name")),
        version=_text(content, "version"),
        authors=_authors(content["authors"]),
        licence=check_text(f"{MANIFEST}: `licence`", _text(content, "licence")),
        language_version=_integer(content, "language_version"),
        members=_members(content["members"]),
        created=_date(content),
        title=check_text(f"{MANIFEST}: `title`", _text(content, "title")) if "title" in content else None,
    )
    parse_version(manifest.version)
    return manifest


def _parse(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise PackError(f"{MANIFEST}: is no JSON in ASCII: {error}") from None
    if not isinstance(content, dict):
        raise PackError(f"{MANIFEST}: is no JSON object")
    try:
        same = _canonical(content) == data
    except (ValueError, RecursionError):
        same = False
    if not same:  # a key given twice, another order or spacing, a number or a letter written in another way
        raise PackError(f"{MANIFEST}: is not in the canonical form, in which a manifest has one spelling only")
    return content


def _check_keys(content: Mapping[str, Any], required: tuple[str, ...], optional: tuple[str, ...], where: str) -> None:
    for key in required:
        if key not in content:
            raise PackError(f"{MANIFEST}: {where}has no `{key}`")
    for key in content:
        if key not in (*required, *optional):
            raise PackError(f"{MANIFEST}: {where}has {ascii(key)[:80]}, which format version {FORMAT_VERSION} has not")


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content[key]
    if not isinstance(value, str):
        raise PackError(f"{MANIFEST}: `{key}` is no text")
    return value


def _integer(content: Mapping[str, Any], key: str) -> int:
    value = content.get(key)
    if type(value) is not int or not 0 < value < 1_000_000:
        raise PackError(f"{MANIFEST}: `{key}` is no number from 1 to 999,999")
    return value


def _authors(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not 0 < len(value) <= MAX_AUTHORS:
        raise PackError(f"{MANIFEST}: `authors` is no list of 1 to {MAX_AUTHORS} names")
    if not all(isinstance(author, str) for author in value):
        raise PackError(f"{MANIFEST}: `authors` holds something else than texts")
    return tuple(check_text(f"{MANIFEST}: `authors`", author) for author in value)


def _date(content: Mapping[str, Any]) -> str | None:
    if "created" not in content:
        return None
    text = _text(content, "created")
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise PackError(f"{MANIFEST}: `created` is no day of the calendar such as 2026-02-28")


def _members(value: Any) -> tuple[Member, ...]:
    if not isinstance(value, list) or len(value) > MAX_MEMBERS:
        raise PackError(f"{MANIFEST}: `members` is no list of at most {MAX_MEMBERS:,} files")
    members = tuple(_member(each) for each in value)
    names = [member.name for member in members]
    if names != sorted(set(names)):
        raise PackError(f"{MANIFEST}: `members` are not in the order of their names, each once")
    return members


def _member(value: Any) -> Member:
    if not isinstance(value, dict):
        raise PackError(f"{MANIFEST}: `members` holds something else than objects")
    _check_keys(value, ("name", "sha256", "size"), (), "a member ")
    name, digest, size = check_member_name(_text(value, "name")), _text(value, "sha256"), value["size"]
    if name in (MANIFEST, SIGNATURE):
        raise PackError(f"{MANIFEST}: {name!r} cannot be among the members that it covers")
    if not _DIGEST.fullmatch(digest):
        raise PackError(f"{MANIFEST}: the digest of {name!r} is no SHA-256")
    if type(size) is not int or not 0 <= size <= size_limit(name):
        raise PackError(f"{MANIFEST}: the size of {name!r} is not from 0 to {size_limit(name):,}")
    return Member(name, size, digest)
