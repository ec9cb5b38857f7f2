"""What is inside a pack: signatures that must check, and notes. Nothing of it is run."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from kb.entries import Entry
from kb.errors import NotesError
from kb.notes.model import Revision
from kb.notes.wire import read_lines
from kb.packs.errors import PackError
from kb.packs.limits import MAX_SIGNATURES
from kb.packs.manifest import LANGUAGE_VERSION
from kb.packs.names import NOTES, SOURCES
from kb.packs.pack import Pack
from sigdsl.diagnostics import SourceText, render
from sigdsl.load import Loaded, load_texts
from sigdsl.model import Signature

__all__ = ["Contents", "contents_of", "notes_of"]

_MOST_SHOWN: Final = 5  # faults of signatures in one message
# What moves the cursor, hides, or turns text around on a screen, so that readers see something else than programs.
_CONTROLS: Final = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_INVISIBLE: Final = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f"
_DECEIVING: Final = re.compile(f"[{_CONTROLS}{_INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Contents:
    """The signatures of a pack, parsed and checked.

    Attributes:
        entries: Each signature with its text, as a knowledge base takes it.
        revisions: What its notes say, revision by revision.
    """

    entries: tuple[Entry, ...]
    revisions: tuple[Revision, ...]

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The signatures themselves."""
        return tuple(entry.signature for entry in self.entries)

    @property
    def notes(self) -> int:
        """How many notes there are, each with all its revisions."""
        return len({revision.note for revision in self.revisions})

    @property
    def slugs(self) -> tuple[str, ...]:
        """Their names, in order."""
        return tuple(sorted(signature.slug for signature in self.signatures))


def contents_of(pack: Pack, known: Iterable[Signature] = ()) -> Contents:
    """What is in a pack. Its signatures may observe each other and those of `known`, the curated ones.

    Raises:
        PackError: The pack needs a newer language, a text is none, or a signature has an error.
    """
    needed = pack.manifest.language_version
    if needed > LANGUAGE_VERSION:
        versions = f"version {needed} of the signature language, and this program knows version {LANGUAGE_VERSION}"
        raise PackError(f"the pack needs {versions}")
    curated = {signature.slug: signature for signature in known}
    texts = [(name, _text(f"{SOURCES}{name}", data)) for name, data in pack.sources.items()]
    loaded = load_texts(texts, curated.values(), advice=False)
    if loaded.errors:
        raise PackError(_faults(loaded))
    if len(loaded.sources) > MAX_SIGNATURES:
        raise PackError(f"{len(loaded.sources):,} signatures; a pack has at most {MAX_SIGNATURES:,}")
    _check_variants(loaded.signatures, curated)
    revisions = notes_of(pack)
    if not loaded.sources and not revisions:
        raise PackError("there is neither a signature nor a note in the pack")
    entries = (Entry(source.path, source.excerpt, source.signature, pack.manifest.name) for source in loaded.sources)
    return Contents(tuple(entries), revisions)


def _check_variants(signatures: Iterable[Signature], curated: Collection[str]) -> None:
    own = {signature.slug: signature.variant_of for signature in signatures}
    for slug, wider in own.items():
        missing = next((other for other in wider if other not in own and other not in curated), None)
        if missing is not None:
            raise PackError(f"its signature {slug} says that it is a variant of {missing}, which is not there")


def notes_of(pack: Pack) -> tuple[Revision, ...]:
    """The notes of a pack, revision by revision.

    Raises:
        PackError: A line is none, or was altered.
    """
    try:
        return read_lines(pack.notes)
    except NotesError as error:
        raise PackError(f"{NOTES}: {error}") from error


def _text(name: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackError(f"{name}: line {line} is not UTF-8") from None
    odd = _DECEIVING.search(text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        raise PackError(f"{name}: line {line} holds U+{ord(odd[0]):04X}, which hides or moves text")
    return text


def _faults(loaded: Loaded) -> str:
    """The first errors, each drawn with its line: a pack of faults must not cost more than a good one."""
    errors = loaded.errors
    drawn = (render(each, SourceText(loaded.texts.get(each.path, ""))) for each in errors[:_MOST_SHOWN])
    more = [f"and {len(errors) - _MOST_SHOWN:,} more"] if len(errors) > _MOST_SHOWN else []
    return "\n\n".join(["its signatures have errors", *drawn, *more])
