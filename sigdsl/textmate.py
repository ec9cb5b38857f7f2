"""A TextMate grammar of `.sig`, for VS Code and whatever else reads such grammars: made from the registries.

`python -m sigdsl.textmate editors/vscode/syntaxes/sig.tmLanguage.json` writes it. Expressions are kept to what
Oniguruma and Python's `re` read alike.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sigdsl.fields import FIELDS, FLAG_ALIASES, FLAG_BITS, OPTION_KINDS
from sigdsl.vocabulary import AGGREGATES, ITEMS, NAMED_SETS

__all__ = ["SCOPE", "grammar", "main"]

SCOPE = "source.sig"

_END = r"(?![\w.])"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])"
_NAME = r"[A-Za-z_]\w*"
_IPV6 = r"(?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d+\.){3}\d+|[0-9A-Fa-f]{0,4})"


def _any_of(words: Iterable[str]) -> str:
    """One of some words, the longest first, so that `payload.len` is not taken for `payload`."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"


_FIELD = _any_of({*FIELDS, *(alias for field in FIELDS.values() for alias in field.wireshark)})
_ITEM = _any_of({*ITEMS, "url", "as", "expect"})


def _rule(match: str, scope: str) -> dict[str, Any]:
    return {"match": match, "name": f"{scope}.sig"}


def _parts(match: str, *scopes: str) -> dict[str, Any]:
    """A rule of which each group has a scope of its own."""
    return {"match": match, "captures": _captures(*scopes)}


def _captures(*scopes: str) -> dict[str, Any]:
    return {str(number): {"name": f"{scope}.sig"} for number, scope in enumerate(scopes, 1)}


def _block(begin: str, scopes: tuple[str, ...], end: str, inside: Iterable[str]) -> dict[str, Any]:
    return {
        "begin": begin,
        "beginCaptures": _captures(*scopes),
        "end": end,
        "endCaptures": {"0": {"name": "punctuation.section.sig"}},
        "patterns": [{"include": f"#{name}"} for name in inside],
    }


_BRACE = "punctuation.section"


def grammar() -> dict[str, Any]:
    """The grammar as the object that its file holds."""
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "comment": "Made by `python -m sigdsl.textmate`: change that, not this.",
        "name": "TraceLore signature",
        "scopeName": SCOPE,
        "fileTypes": ["sig"],
        "patterns": [{"include": "#comment"}, {"include": "#signature"}],
        "repository": {**_blocks(), **_expressions()},
    }


def _blocks() -> dict[str, Any]:
    prose = _block(
        r"\b(analysis|hypothesis)\b", ("keyword.other",), r"\}", ("comment", "strings", "brace", "argument", "heading")
    )
    return {
        "comment": _rule(r"#.*$", "comment.line.number-sign"),
        "strings": {
            "patterns": [
                {"begin": '"""', "end": '"""', "name": "string.quoted.triple.sig"},
                {
                    "match": r'"(?:\\.|[^"\\])*"?',
                    "name": "string.quoted.double.sig",
                },
            ]
        },
        "brace": _rule(r"\{", _BRACE),
        "signature": _block(
            rf"\b(signature)\s+({_SLUG})\s*(\{{)?",
            ("keyword.control", "entity.name.type.signature", _BRACE),
            r"\}",
            ("comment", "strings", "packet", "event", "prose", "observe", "item", "literal", "slug"),
        ),
        "packet": _block(
            rf"\b(packet)\s+({_NAME})\s*(\{{)",
            ("keyword.other", "entity.name.function.pattern", _BRACE),
            r"\}",
            ("statement", "expression"),
        ),
        "event": {
            **_block(
                r"\b(event)\b",
                ("keyword.other",),
                rf"(?=\}})|(?<![\w.-])(?={_ITEM}(?![\w.-]))",
                ("rule", "expression"),
            ),
        },
        "prose": prose,
        "observe": _parts(
            rf"\b(observe)\s+({_SLUG})\s+(as)\s+({_NAME})",
            "keyword.other", "entity.name.type.signature", "keyword.other", "entity.name.function.pattern",
        ),
        "item": _rule(rf"(?<![\w.-]){_ITEM}(?![\w.-])", "keyword.other"),
        "statement": {
            "patterns": [
                _parts(r"\b(from)\s+(\w+)", "keyword.other", "keyword.other"),
                _rule(r"\bsolicits\b", "keyword.other"),
            ]
        },
        "rule": _rule(r"\b(?:by|gap|having)\b", "keyword.other"),
        "argument": _parts(rf"\b(verdict|weight)\s+({_SLUG})", "keyword.other", "constant.language"),
        "heading": _rule(_SLUG, "keyword.other"),
        "literal": {
            "patterns": [
                _rule(r"\b\d{4}-\d{2}-\d{2}\b", "constant.other.date"),
                _rule(r"(?<![\w-])\d+(?![\w-])", "constant.numeric"),
            ]
        },
        "slug": _rule(_SLUG, "constant.language"),
    }  # fmt: skip


def _expressions() -> dict[str, Any]:
    names = ("literals", "words", "names", "list", "set", "operators")
    return {
        "expression": {"patterns": [{"include": f"#{name}"} for name in ("comment", "strings", *names)]},
        "literals": {
            "patterns": [
                _rule(r"(?<![\w)])\|[ \t]*[0-9A-Fa-f]{2}(?:[ \t]*[0-9A-Fa-f]{2})*[ \t]*\|", "string.other.bytes"),
                _parts(r"\b(matches)\s+(/(?:\\.|[^/\\])+/i?)", "keyword.operator.word", "string.regexp"),
                _rule(rf"(?<![\w.:])(?:(?:\d+\.){{3}}\d+|{_IPV6})(?:/\d+)?", "constant.other.address"),
                _rule(r"\b\d+(?:ns|us|ms|s|m|h|d)(?!\w)", "constant.numeric.duration"),
                _rule(r"\b0[xX][0-9A-Fa-f]+", "constant.numeric.hex"),
                _rule(r"\b\d+", "constant.numeric"),
            ]
        },
        "words": {
            "patterns": [
                _parts(
                    rf"\b(has)\s+({_any_of(OPTION_KINDS)}){_END}", "keyword.operator.word", "constant.language.option"
                ),
                _rule(r"\b(?:and|or|not|in|has|starts|contains|matches)\b", "keyword.operator.word"),
            ]
        },
        "names": {
            "patterns": [
                _rule(rf"\b{_any_of(AGGREGATES)}{_END}", "support.function.aggregate"),
                _rule(rf"\b{_FIELD}{_END}", "support.variable.field"),
                _parts(
                    rf"\b({_NAME})(\.)({_FIELD}){_END}",
                    "variable.other.pattern", "punctuation.accessor", "support.variable.field",
                ),
                _rule(rf"\b{_any_of({*FLAG_BITS, *FLAG_ALIASES})}{_END}", "constant.language.flag"),
                _rule(rf"\b{_any_of(NAMED_SETS)}{_END}", "support.constant.set"),
                _rule(_NAME, "variable.other.pattern"),
            ]
        },
        "list": {
            **_block(r"(\[)", (_BRACE,), r"\]", ()),
            "patterns": [
                _rule(rf"\b{_any_of(OPTION_KINDS)}{_END}", "constant.language.option"),
                {"include": "#expression"},
            ],
        },
        "set": _block(r"(\{)", (_BRACE,), r"\}", ("expression",)),
        "operators": {
            "patterns": [
                _rule(r"==|!=|<=|>=|<<|>>|\.\.|[<>|&^~+*%-]", "keyword.operator"),
                _rule(r"[(),;]", "punctuation.separator"),
            ]
        },
    }  # fmt: skip


def main(arguments: list[str]) -> None:
    """Write the grammar to the file that is named."""
    (target,) = arguments
    Path(target).write_text(json.dumps(grammar(), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
