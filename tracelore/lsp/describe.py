"""What an editor shows of a word: a field with its meaning and where it is defined, a function, a signature."""

from __future__ import annotations

from collections.abc import Mapping

from sigdsl.fields import FLAG_ALIASES, FLAG_BITS, OPTION_KINDS, Field, Kind, find_field
from sigdsl.format_expr import format_expr
from sigdsl.model import PacketPattern, Signature
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
from tracelore.lsp.context import Context, context_at, word_at

__all__ = ["field_text", "hover", "kind_of_field", "pattern_text", "signature_text", "word_text"]

_PROSE: Mapping[str, Mapping[str, Word]] = {"items": ITEMS, "analysis": HEADINGS, "hypothesis": ARGUMENTS}


def hover(text: str, offset: int, signatures: Mapping[str, Signature]) -> tuple[str, int, int] | None:
    """What is to be said of the word at an offset, as Markdown, and where the word starts and ends.

    `signatures` are all that are known by their slugs, those of the text among them.
    """
    found = word_at(text, offset)
    if found is None:
        return None
    word, start = found
    context = context_at(text, start)
    told = _told(word, context, signatures)
    if told is None and "-" in word:  # in an expression, `-` is a minus
        parts = word.split("-")
        for part in parts:
            if start <= offset <= start + len(part):
                told, word = _told(part, context, signatures), part
                break
            start += len(part) + 1
    return (told, start, start + len(word)) if told is not None else None


def _told(word: str, context: Context, signatures: Mapping[str, Signature]) -> str | None:
    before = context.before[-1] if context.before else ""
    if context.place in ("prose", "file"):
        slug = signatures.get(word) if before == "signature" else None
        return signature_text(slug) if slug is not None else None
    if before in ("observe", "variant-of", ",") and word in signatures and context.place == "items":
        return signature_text(signatures[word])
    if before in CHOICES and word in CHOICES[before]:
        return f"`{word}` ({before}): {CHOICES[before][word]}"
    if context.place in _PROSE:
        known = _PROSE[context.place].get(word)
        return word_text(known) if known is not None else None
    return _in_expression(word, context, signatures)


def _in_expression(word: str, context: Context, signatures: Mapping[str, Signature]) -> str | None:
    own = signatures.get(context.signature)
    patterns = {pattern.name: pattern_text(pattern) for pattern in own.patterns} if own is not None else {}
    for watched in own.observes if own is not None else ():
        seen = signatures.get(watched.signature)
        patterns[watched.name] = signature_text(seen) if seen is not None else f"Events of `{watched.signature}`."
    owner, _, rest = word.partition(".")
    if context.place == "event":
        if word in AGGREGATES:
            return word_text(AGGREGATES[word])
        if owner in patterns:
            field = find_field(rest) if rest else None
            return field_text(field) if field is not None else patterns[owner]
    if context.place == "packet" and word in STATEMENTS:
        return word_text(STATEMENTS[word])
    about_options = context.place == "options" or (len(context.before) > 1 and context.before[-2].endswith("options"))
    if about_options and word in OPTION_KINDS:
        return f"`{word}`: TCP option, kind {OPTION_KINDS[word]}"
    field = find_field(word)
    if field is not None:
        return field_text(field)
    return _constant_text(word)


def _constant_text(word: str) -> str | None:
    flag = FLAG_ALIASES.get(word, word)
    if flag in FLAG_BITS:
        return f"`{flag}`: TCP flag, 0x{FLAG_BITS[flag]:03x}"
    if word in NAMED_SETS:
        return f"`{word}`: {NAMED_SETS[word]}"
    if word in OPERATORS:
        return f"`{word}`: {OPERATORS[word]}"
    return None


def kind_of_field(field: Field) -> str:
    """The kind of a field's values in a few words."""
    match field.kind:
        case Kind.NUMBER:
            return f"{field.bits} bits{f', {field.unit}' if field.unit else ''}"
        case _:
            return str(field.kind.value)


def field_text(field: Field) -> str:
    """A field: kind, meaning, where it is defined, what else it is called."""
    lines = [f"**`{field.name}`** ({kind_of_field(field)})", "", field.meaning]
    if field.protocol:
        lines.append(f"Only packets for which `{field.protocol}` holds have it.")
    if field.reference:
        lines.extend(("", f"Defined in: {field.reference}"))
    if field.wireshark:
        lines.extend(("", f"In Wireshark: {', '.join(f'`{name}`' for name in field.wireshark)}"))
    return "\n".join(lines)


def word_text(word: Word) -> str:
    """A word of the language: meaning and example."""
    often = f" ({word.often})" if word.often else ""
    return f"**`{word.name}`**{often}\n\n{word.meaning}\n\n```sig\n{word.example}\n```"


def pattern_text(pattern: PacketPattern) -> str:
    """A pattern with its conditions."""
    said = [*(["from responder"] if pattern.from_responder else []), *(["solicits"] if pattern.solicits else [])]
    conditions = "; ".join([*(format_expr(condition) for condition in pattern.conditions), *said])
    return f"```sig\npacket {pattern.name} {{ {conditions} }}\n```"


def signature_text(signature: Signature) -> str:
    """A signature: title, what it is judged to be, bottom line."""
    judged = (signature.category, signature.verdict, f"{signature.confidence} confidence")
    bottom_line = signature.section("bottom-line")
    parts = (f"**{signature.slug}**: {signature.title}", ", ".join(filter(None, judged)), bottom_line)
    return "\n\n".join(filter(None, parts))
