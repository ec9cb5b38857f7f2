"""Colours for `.sig` text: a Pygments lexer, for the site and for whatever else uses Pygments.

It never fails: what fits nowhere is marked as an error and the rest goes on. It knows which words are fields, so that a
reader of its tokens can link each to its meaning: a field is `Name.Attribute`, under any name the language takes.
"""

from __future__ import annotations

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups, default, include, words
from pygments.token import Comment, Keyword, Literal, Name, Number, Operator, Punctuation, String, Text, Whitespace

from sigdsl.fields import FIELDS, FLAG_ALIASES, FLAG_BITS, OPTION_KINDS
from sigdsl.vocabulary import AGGREGATES, ITEMS, NAMED_SETS

__all__ = ["SigLexer"]

_ITEMS = (*ITEMS, "url", "as", "expect")
_END = r"(?![\w.])"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])"
_NAME = r"[A-Za-z_]\w*"
_FIELD_NAMES = (*FIELDS, *(alias for field in FIELDS.values() for alias in field.wireshark))
_FIELD = words(_FIELD_NAMES, suffix=_END).get()
_IPV6 = r"(?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d+\.){3}\d+|[0-9A-Fa-f]{0,4})"


class SigLexer(RegexLexer):
    """Trace signatures of TraceLore."""

    name = "TraceLore signature"
    aliases: ClassVar = ["sig", "tracelore"]
    filenames: ClassVar = ["*.sig"]
    url = ""

    tokens: ClassVar = {
        "root": [
            include("blank"),
            (rf"(signature)(\s+)({_SLUG})", bygroups(Keyword.Declaration, Whitespace, Name.Class)),
            (r"\{", Punctuation, "items"),
            (r".", Text),
        ],
        "blank": [
            (r"\s+", Whitespace),
            (r"#[^\n]*", Comment.Single),
        ],
        "strings": [
            (r'"""(?:[^"]|"(?!""))*(?:"""|\Z)', String.Doc),
            (r'"(?:\\[^\n]|[^"\\\n])*"?', String),
        ],
        "items": [
            include("blank"),
            include("strings"),
            (rf"(packet)(\s+)({_NAME})", bygroups(Keyword, Whitespace, Name.Variable), "opening"),
            (r"event\b", Keyword, "event"),
            (r"(analysis|hypothesis)\b", Keyword, "prose-opening"),
            (words(_ITEMS, prefix=r"(?<![\w-])", suffix=r"(?![\w-])"), Keyword),
            (r"\d{4}-\d{2}-\d{2}\b", Literal.Date),
            (r"\d+(?![\w-])", Number.Integer),
            (_SLUG, Name.Constant),
            (_NAME, Name.Variable),
            (r"\}", Punctuation, "#pop"),
            (r"[,{]", Punctuation),
            (r".", Text),
        ],
        "opening": [
            include("blank"),
            (r"\{", Punctuation, ("#pop", "packet")),
            default("#pop"),
        ],
        "packet": [
            (r"\}", Punctuation, "#pop"),
            (rf"(from)(\s+)({_NAME})", bygroups(Keyword, Whitespace, Keyword)),
            (r"solicits\b", Keyword),
            include("expression"),
        ],
        "event": [
            (r"(?=\})", Text, "#pop"),
            (words(_ITEMS, prefix=r"(?<![\w-])(?=", suffix=r"(?![\w.-]))"), Text, "#pop"),
            (r"(by|gap|having)\b", Keyword),
            include("expression"),
        ],
        "prose-opening": [
            include("blank"),
            include("strings"),
            (r"\{", Punctuation, ("#pop", "prose")),
            default("#pop"),
        ],
        "prose": [
            include("blank"),
            include("strings"),
            (r"\}", Punctuation, "#pop"),
            (rf"(verdict|weight)(\s+)({_SLUG})", bygroups(Keyword, Whitespace, Name.Constant)),
            (_SLUG, Keyword),
            (r".", Text),
        ],
        "expression": [
            include("blank"),
            include("strings"),
            (r"(?<![\w)])\|[ \t]*[0-9A-Fa-f]{2}(?:[ \t]*[0-9A-Fa-f]{2})*[ \t]*\|", String.Other),
            (r"(matches)(\s+)(/(?:\\[^\n]|[^/\\\n])+/i?)", bygroups(Operator.Word, Whitespace, String.Regex)),
            (rf"(has)(\s+)({'|'.join(OPTION_KINDS)}){_END}", bygroups(Operator.Word, Whitespace, Name.Constant)),
            (rf"(?:(?:\d+\.){{3}}\d+|{_IPV6})(?:/\d+)?", Literal),
            (r"\d+(?:ns|us|ms|s|m|h|d)(?!\w)", Literal.Date),
            (r"0[xX][0-9A-Fa-f]+", Number.Hex),
            (r"\d+", Number.Integer),
            (r"(?:and|or|not|in|has|starts|contains|matches)\b", Operator.Word),
            (words(AGGREGATES, suffix=_END), Name.Function),
            (_FIELD, Name.Attribute),
            (rf"({_NAME})(\.)({_FIELD})", bygroups(Name.Variable, Punctuation, Name.Attribute)),
            (words((*FLAG_BITS, *FLAG_ALIASES), suffix=_END), Name.Constant),
            (words(NAMED_SETS, suffix=_END), Name.Builtin),
            (_NAME, Name.Variable),
            (r"\[", Punctuation, "list"),
            (r"\{", Punctuation, "set"),
            (r"==|!=|<=|>=|<<|>>|\.\.|[<>|&^~+*%-]", Operator),
            (r"[(),;\]]", Punctuation),
            (r".", Text),
        ],
        "list": [
            (r"\]", Punctuation, "#pop"),
            (words(OPTION_KINDS, suffix=_END), Name.Constant),
            include("expression"),
        ],
        "set": [
            (r"\}", Punctuation, "#pop"),
            include("expression"),
        ],
    }
