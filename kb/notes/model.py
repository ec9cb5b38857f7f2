"""What a note is: one thing that somebody says of a signature, in all the versions in which it was ever said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sigdsl.model import Verdict, Weight

__all__ = [
    "KINDS", "Content", "ImportReport", "Interpretation", "Note", "NoteKind", "Remark", "Revision", "Sighting",
    "kind_of",
]  # fmt: skip

NoteKind = Literal["remark", "sighting", "interpretation"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a signature, in plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """The signature was seen.

    Attributes:
        place: Where: a network, a sensor, a capture.
        first_seen: When, or when first: a date or a time (`2026-03-04`, `2026-03-04T05:06:07Z`).
        last_seen: When last; None where it was once.
        count: How many events there were; None where nobody counted.
        text: Anything else.
    """

    place: str
    first_seen: str
    last_seen: str | None = None
    count: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Another reading of the same packets, beside the hypotheses of the signature.

    Attributes:
        title: The reading, as a heading.
        verdict: What it would mean.
        weight: How much speaks for it.
        because: What speaks for it.
        against: What speaks against it.
        test: What would tell.
    """

    title: str
    verdict: Verdict
    weight: Weight
    because: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    test: tuple[str, ...] = ()


Content: TypeAlias = Remark | Sighting | Interpretation

KINDS: dict[NoteKind, type[Remark] | type[Sighting] | type[Interpretation]] = {
    "remark": Remark,
    "sighting": Sighting,
    "interpretation": Interpretation,
}


def kind_of(content: Content) -> NoteKind:
    """The name of what is said."""
    return next(kind for kind, node in KINDS.items() if isinstance(content, node))


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a note. Revisions are never changed and never deleted.

    Attributes:
        id: SHA-256 of everything else, hexadecimal.
        note: The note: the id of its first revision.
        parents: The revisions that it replaces; none for the first. More than one where it settles concurrent edits.
        kind: What sort of note it is.
        signature: The slug of the signature that it is about.
        version: The version of the signature that its author had in mind; None where he did not say.
        author: Who says so.
        date: When it was said: `2026-03-04T05:06:07.123456Z`.
        content: What is said; None: the author withdraws the note.
        reason: Why it was changed or withdrawn.
    """

    id: str
    note: str
    parents: tuple[str, ...]
    kind: NoteKind
    signature: str
    version: int | None
    author: str
    date: str
    content: Content | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its history.

    Attributes:
        id: The id of its first revision.
        revisions: All of them, each after those that it replaces; those of equal standing by date, then id.
    """

    id: str
    revisions: tuple[Revision, ...]

    @property
    def first(self) -> Revision:
        """How it began: who made it, when, about what."""
        return self.revisions[0]

    @property
    def kind(self) -> NoteKind:
        """What sort of note it is."""
        return self.first.kind

    @property
    def signature(self) -> str:
        """The slug of the signature that it is about; the knowledge base need not have it any more."""
        return self.first.signature

    @property
    def heads(self) -> tuple[Revision, ...]:
        """The revisions that no other replaces: more than one where people edited the note at the same time."""
        replaced = {parent for revision in self.revisions for parent in revision.parents}
        return tuple(revision for revision in self.revisions if revision.id not in replaced)

    @property
    def standing(self) -> tuple[Revision, ...]:
        """What the note says now: its heads without withdrawals. None when it is withdrawn."""
        return tuple(revision for revision in self.heads if revision.content is not None)

    @property
    def is_withdrawn(self) -> bool:
        """Nothing of it stands any more."""
        return not self.standing


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought: how many revisions were `new`, how many were `known` already, in how many `notes`."""

    new: int
    known: int
    notes: int
