"""What changed from one pack to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any, Final, Literal

from kb.entries import Entry
from kb.notes.model import Revision
from kb.packs.content import Contents
from kb.packs.pack import Pack
from sigdsl.format import format_text
from sigdsl.model import Signature

__all__ = ["Change", "Difference", "compare"]

_ABOUT: Final = ("version", "title", "authors", "licence", "language_version", "created")
# What can change in a signature, in the words of an analyst.
_ASPECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "version": ("version",),
    "conditions": ("internal", "observes", "patterns", "event"),
    "judgement": ("category", "verdict", "confidence"),
    "prose": ("title", "analysis", "hypotheses", "false_positives", "blind_spots", "references"),
    "traces": ("traces",),
    "particulars": ("authors", "created", "revised", "era", "licence", "tags", "variant_of"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one signature.

    Attributes:
        slug: Its name.
        kind: added, removed or changed.
        versions: Its version before and after; None where it was not there.
        aspects: What changed: version, conditions, judgement, prose, traces, particulars; `text` for comments only.
        diff: A unified diff of its canonical text.
    """

    slug: str
    kind: Literal["added", "removed", "changed"]
    versions: tuple[int | None, int | None]
    aspects: tuple[str, ...]
    diff: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different in the second of two packs.

    Attributes:
        about: What the manifests say differently: name of the entry, before, after.
        signatures: In the order of their names.
        notes_added: Revisions of notes that the first has not.
        notes_removed: Revisions of notes that the second has not.
    """

    about: tuple[tuple[str, Any, Any], ...]
    signatures: tuple[Change, ...]
    notes_added: tuple[Revision, ...]
    notes_removed: tuple[Revision, ...]

    def __bool__(self) -> bool:
        return bool(self.about or self.signatures or self.notes_added or self.notes_removed)


def compare(old: tuple[Pack, Contents], new: tuple[Pack, Contents]) -> Difference:
    """What the second pack has, and has not, compared with the first."""
    about = (
        (key, getattr(old[0].manifest, key), getattr(new[0].manifest, key)) for key in ("name", *_ABOUT)
    )  # fmt: skip
    before, after = _by_id(old[1]), _by_id(new[1])
    return Difference(
        about=tuple(entry for entry in about if entry[1] != entry[2]),
        signatures=tuple(_changes(_by_slug(old[1]), _by_slug(new[1]))),
        notes_added=tuple(after[key] for key in after if key not in before),
        notes_removed=tuple(before[key] for key in before if key not in after),
    )


def _by_slug(contents: Contents) -> dict[str, Entry]:
    return {entry.signature.slug: entry for entry in contents.entries}


def _by_id(contents: Contents) -> dict[str, Revision]:
    return {revision.id: revision for revision in contents.revisions}


def _changes(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[Change]:
    for slug in sorted(old.keys() | new.keys()):
        before, after = old.get(slug), new.get(slug)
        old_lines, new_lines = _lines(before), _lines(after)
        if old_lines == new_lines:
            continue
        names = (f"old/{slug}" if before else "/dev/null", f"new/{slug}" if after else "/dev/null")
        yield Change(
            slug=slug,
            kind="added" if before is None else "removed" if after is None else "changed",
            versions=(before.signature.version if before else None, after.signature.version if after else None),
            aspects=_aspects(before.signature, after.signature) if before and after else (),
            diff="\n".join(unified_diff(old_lines, new_lines, *names, lineterm="")),
        )


def _lines(entry: Entry | None) -> list[str]:
    if entry is None:
        return []
    canonical, _ = format_text(entry.text)
    return (entry.text if canonical is None else canonical).splitlines()


def _aspects(before: Signature, after: Signature) -> tuple[str, ...]:
    changed = (
        aspect for aspect, fields in _ASPECTS.items()
        if any(getattr(before, field) != getattr(after, field) for field in fields)
    )  # fmt: skip
    return tuple(changed) or ("text",)
