"""What could stand at an offset: the words that the language, the file and the other files have for that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS
from sigdsl.model import Signature
from sigdsl.vocabulary import (
    AGGREGATES,
    ARGUMENTS,
    CHOICES,
    HEADINGS,
    ITEMS,
    NAMED_SETS,
    OPERATORS,
    STATEMENTS,
    Word,
)
from tracelore.lsp.context import Context, context_at
from tracelore.lsp.describe import field_text, kind_of_field, pattern_text, signature_text, word_text
from tracelore.lsp.names import occurrences, read

__all__ = ["Suggestion", "complete"]

What: TypeAlias = Literal["field", "keyword", "value", "function", "pattern", "signature", "snippet"]

# An item as it is typed: `${1:...}` are the places to fill in, as editors know them.
_SNIPPETS: Final[dict[str, str]] = {
    "title": 'title "${1}"',
    "packet": "packet ${1:probe} { ${2:tcp} }",
    "event": "event by ${1:src} gap ${2:60s} having count() >= ${3:2}",
    "observe": "observe ${1:slug} as ${2:name}",
    "analysis": 'analysis {\n    bottom-line "${1}"\n  }',
    "hypothesis": 'hypothesis "${1}" {\n    verdict ${2:unknown}\n    weight ${3:moderate}\n    because "${4}"\n  }',
    "trace": 'trace "${1}" ${2:observed} expect ${3:match} """\n    ${4}\n  """',
    "reference": 'reference "${1}" url "${2}"',
    "false-positive": 'false-positive "${1}"',
    "blind-spot": 'blind-spot "${1}"',
}
_SIGNATURE: Final = (
    'signature ${1:name} {\n  title "${2}"\n\n  packet ${3:probe} { ${4:tcp} }\n\n'
    "  event by ${5:src} gap ${6:60s} having count() >= ${7:2}\n}\n"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One word that could stand there; `insert` is a snippet where it is not the label itself."""

    label: str
    what: What
    detail: str = ""
    text: str = ""
    insert: str | None = None


def complete(text: str, offset: int, signatures: Iterable[Signature]) -> tuple[list[Suggestion], int]:
    """Suggestions for an offset, best first, and where the word starts that each replaces."""
    context = context_at(text, offset)
    known = {each.slug: each for each in signatures}
    start = offset - len(context.prefix)
    if context.place == "prose":
        return [], start
    found: list[Suggestion] = []
    owner, dot, _ = context.prefix.rpartition(".")
    if context.place == "event" and dot and owner in _patterns(text, context.signature):
        return list(_fields()), start + len(owner) + 1
    found.extend(_suggest(text, context, known))
    return list({suggestion.label: suggestion for suggestion in found}.values()), start


def _suggest(text: str, context: Context, known: Mapping[str, Signature]) -> Iterator[Suggestion]:
    before = context.before
    match context.place:
        case "file":
            if not before or before[-1] == "}":
                yield Suggestion("signature", "snippet", "a new signature", insert=_SIGNATURE)
        case "items":
            yield from _items(before, known, context.signature)
        case "analysis":
            yield from (_prose(word) for word in HEADINGS.values() if not before)
        case "hypothesis":
            yield from _arguments(before)
        case "options":
            yield from _options()
        case "packet":
            yield from _statements(before)
            yield from _expression(before)
        case "event":
            yield from _event(text, context, known)


def _items(before: tuple[str, ...], known: Mapping[str, Signature], own: str) -> Iterator[Suggestion]:
    first, last = (before[0], before[-1]) if before else ("", "")
    if first in ("observe", "variant-of") and (len(before) == 1 or last == ","):
        yield from (_signature(each) for slug, each in known.items() if slug != own)
    elif first == "category" and len(before) == 1:
        categories = sorted({each.category for each in known.values() if each.category})
        yield from (Suggestion(category, "value", "category") for category in categories)
    elif first in CHOICES and len(before) == 1:
        yield from _choices(first)
    elif first == "trace" and len(before) > 1 and len(before) < 5:
        yield from _trace(before)
    elif first in ("version", "created", "revised", "tags") and len(before) == 1:
        return
    else:
        for word in ITEMS.values():
            yield Suggestion(word.name, "keyword", word.often, word_text(word), _SNIPPETS.get(word.name))


def _trace(before: tuple[str, ...]) -> Iterator[Suggestion]:
    match len(before):
        case 2:
            yield from _choices("provenance")
        case 3:
            yield Suggestion("expect", "keyword")
        case 4:
            yield from _choices("expect")


def _choices(of: str) -> Iterator[Suggestion]:
    yield from (Suggestion(word, "value", of, meaning) for word, meaning in CHOICES[of].items())


def _prose(word: Word) -> Suggestion:
    return Suggestion(word.name, "keyword", text=word_text(word), insert=f'{word.name} "${{1}}"')


def _arguments(before: tuple[str, ...]) -> Iterator[Suggestion]:
    if before and before[-1] in CHOICES:
        yield from _choices(before[-1])
    elif not before:
        for word in ARGUMENTS.values():
            is_choice = word.name in CHOICES
            yield Suggestion(word.name, "keyword", text=word_text(word)) if is_choice else _prose(word)


def _statements(before: tuple[str, ...]) -> Iterator[Suggestion]:
    if before == ("from",):
        yield Suggestion("responder", "keyword", text=word_text(STATEMENTS["from"]))
    elif not before:
        yield from (Suggestion(word.name, "keyword", text=word_text(word)) for word in STATEMENTS.values())


def _expression(before: tuple[str, ...]) -> Iterator[Suggestion]:
    """Words of a condition, flags or options first where those are asked for."""
    if before == ("from",):
        return
    if before[-1:] == ("has",) and before[-2:-1] and before[-2].endswith("options"):
        yield from _options()
        return
    flags = [Suggestion(name, "value", f"flag, 0x{value:03x}") for name, value in FLAG_BITS.items()]
    about_flags = any(word.endswith("flags") for word in before[-6:])
    if about_flags:
        yield from flags
    yield from _fields()
    if not about_flags:
        yield from flags
    yield from (Suggestion(name, "value", "addresses", meaning) for name, meaning in NAMED_SETS.items())
    yield from (Suggestion(name, "keyword", text=meaning) for name, meaning in OPERATORS.items())


def _event(text: str, context: Context, known: Mapping[str, Signature]) -> Iterator[Suggestion]:
    if "having" in context.before:
        for word in AGGREGATES.values():
            insert = None if word.name == "duration" else f"{word.name}(${{1}})"
            yield Suggestion(word.name, "function", word.example, word_text(word), insert)
        own = known.get(context.signature)
        conditions = {pattern.name: pattern_text(pattern) for pattern in own.patterns} if own is not None else {}
        for name in _patterns(text, context.signature):
            yield Suggestion(name, "pattern", "pattern", conditions.get(name, ""))
    else:
        yield from (Suggestion(word, "keyword") for word in ("by", "gap", "having") if word not in context.before)
    yield from _expression(context.before)
    if context.before and context.before[-1] not in ("by", "gap", "having", ",", "("):
        yield from _items((), known, context.signature)


def _patterns(text: str, signature: str) -> list[str]:
    """The names of the patterns of a signature, as far as its text can be read."""
    names = (each for each in occurrences(read(text)) if each.kind == "pattern" and each.within == signature)
    return list(dict.fromkeys(each.name for each in names))


def _fields() -> Iterator[Suggestion]:
    yield from (Suggestion(name, "field", kind_of_field(field), field_text(field)) for name, field in FIELDS.items())


def _options() -> Iterator[Suggestion]:
    yield from (Suggestion(name, "value", f"option, kind {kind}") for name, kind in OPTION_KINDS.items())


def _signature(signature: Signature) -> Suggestion:
    return Suggestion(signature.slug, "signature", signature.title, signature_text(signature))
