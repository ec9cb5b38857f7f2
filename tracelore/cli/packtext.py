"""What `pack` says of packs: for people, and as records for programs. The names are a contract: docs/packs.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kb.packs.compare import Difference
    from kb.packs.content import Contents
    from kb.packs.pack import Pack
    from kb.packs.signing import Signer
    from kb.packs.store import Installed

__all__ = [
    "difference_record", "installed_record", "print_difference", "print_installed", "print_verified",
    "verified_record",
]  # fmt: skip

_COLOURS = {"trusted": "green", "unknown": "yellow", "unsigned": "yellow"}
_KINDS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}


def verified_record(pack: Pack, contents: Contents, signer: Signer) -> dict[str, Any]:
    """What `verify` found."""
    manifest = pack.manifest
    return {
        "name": manifest.name,
        "version": manifest.version,
        "title": manifest.title,
        "authors": list(manifest.authors),
        "licence": manifest.licence,
        "created": manifest.created,
        "language_version": manifest.language_version,
        "digest": pack.digest,
        "signer": _signer_record(signer),
        "signatures": [_signature_record(contents, slug) for slug in contents.slugs],
        "notes": contents.notes,
    }


def _signature_record(contents: Contents, slug: str) -> dict[str, Any]:
    signature = next(each for each in contents.signatures if each.slug == slug)
    return {"slug": slug, "version": signature.version, "verdict": signature.verdict, "title": signature.title}


def _signer_record(signer: Signer) -> dict[str, Any]:
    return {
        "standing": signer.standing,
        "principal": signer.principal,
        "key_type": signer.key_type,
        "fingerprint": signer.fingerprint,
    }


def print_verified(pack: Pack, contents: Contents, signer: Signer) -> None:
    """The same for people."""
    for name, value in _facts(pack, contents, signer):
        click.echo(f"{name:<11} {value}")
    for slug in contents.slugs:
        record = _signature_record(contents, slug)
        click.echo(
            f"  {click.style(slug, bold=True)}  version {record['version']}, {record['verdict']}: {record['title']}"
        )


def _facts(pack: Pack, contents: Contents, signer: Signer) -> Iterator[tuple[str, str]]:
    manifest = pack.manifest
    yield "pack", f"{manifest.name} {manifest.version}" + (f": {manifest.title}" if manifest.title else "")
    yield "signed by", click.style(str(signer), _COLOURS[signer.standing])
    if signer.standing == "unknown":
        yield "", signer.why or "no line of the allowed-signers file has this key"
    yield "authors", ", ".join(manifest.authors)
    yield "licence", manifest.licence
    if manifest.created:
        yield "created", manifest.created
    yield "language", f"version {manifest.language_version}"
    yield "digest", f"SHA-256 {pack.digest}"
    yield "inside", f"{_count(len(contents.slugs), 'signature')}, {_count(contents.notes, 'note')}"


def installed_record(pack: Installed, sound: bool) -> dict[str, Any]:
    """An installed pack, and whether its file is still what was installed."""
    return {
        "name": pack.name,
        "version": pack.version,
        "licence": pack.licence,
        "digest": pack.digest,
        "signer": _signer_record(pack.signer),
        "signatures": list(pack.slugs),
        "notes": pack.notes,
        "file": str(pack.file),
        "sound": sound,
    }


def print_installed(packs: Sequence[tuple[Installed, bool]]) -> None:
    """Installed packs, a line each."""
    width = max(len(f"{pack.name} {pack.version}") for pack, _ in packs)
    for pack, sound in packs:
        title = f"{pack.name} {pack.version}".ljust(width)
        inside = f"{_count(len(pack.slugs), 'signature')}, {_count(pack.notes, 'note')}"
        state = "" if sound else click.style("  DAMAGED: the file was altered; install it again", "red")
        click.echo(f"{click.style(title, bold=True)}  {inside}, signed by {pack.signer}{state}")


def difference_record(difference: Difference) -> dict[str, Any]:
    """What `diff` found."""
    from kb.notes.wire import record_of

    return {
        "about": {name: {"old": old, "new": new} for name, old, new in difference.about},
        "signatures": [
            {
                "slug": change.slug,
                "kind": change.kind,
                "old_version": change.versions[0],
                "new_version": change.versions[1],
                "changed": list(change.aspects),
                "diff": change.diff,
            }
            for change in difference.signatures
        ],
        "notes_added": [record_of(revision) for revision in difference.notes_added],
        "notes_removed": [record_of(revision) for revision in difference.notes_removed],
    }


def print_difference(difference: Difference) -> None:
    """The same for people."""
    if not difference:
        click.echo("no difference")
        return
    for name, old, new in difference.about:
        click.echo(f"{name}: {_shown(old)} -> {_shown(new)}")
    for change in difference.signatures:
        mark, colour = _KINDS[change.kind]
        what = f" ({', '.join(change.aspects)})" if change.aspects else ""
        click.echo(click.style(f"{mark} {change.slug}", colour, bold=True) + f" {change.kind}{what}")
    for kind, revisions in (("added", difference.notes_added), ("removed", difference.notes_removed)):
        for revision in revisions:
            mark, colour = _KINDS[kind]
            where = f"{revision.kind} on {revision.signature} by {revision.author}, {revision.date}"
            click.echo(click.style(f"{mark} note", colour, bold=True) + f" {kind}: {where}")
    for change in difference.signatures:
        click.echo()
        for line in change.diff.splitlines():
            click.echo(click.style(line, {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])))


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _shown(value: Any) -> str:
    if value is None:
        return "(not said)"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
