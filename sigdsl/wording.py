"""How faults of syntax are told: what was found, what would have fitted, and what was probably meant."""

from __future__ import annotations

from lark import Token

from sigdsl.diagnostics import Diagnostic, Label, fault
from sigdsl.layout import CLOSING
from sigdsl.literals import token_span
from sigdsl.model import Span

__all__ = ["odd_character", "unexpected"]

_LONGEST_SHOWN = 40

_ODD = {
    "=": "equality is written `==`",
    "!": "`not` negates a condition; `!=` compares",
    "'": 'strings stand in double quotes: "..."',
    "/": "a regular expression ends with a second `/` on the same line; there is no division",
    "`": 'strings stand in double quotes: "..."',
    "\u201c": 'strings stand in plain double quotes: "..."',
    "\u201d": 'strings stand in plain double quotes: "..."',
    ".": "a number has no decimal point; a range is written `1..5`",
    "?": "`or` joins conditions",
}


def odd_character(text: str, at: int) -> Diagnostic:
    """A character that starts nothing that could stand here."""
    letter = text[at]
    shown = letter if letter.isprintable() else f"U+{ord(letter):04X}"
    return fault("E101", f"unexpected `{shown}`", Span(at, at + 1), "it fits nowhere here", help=_ODD.get(letter))


def unexpected(token: Token, accepted: set[str], opened: Token | None, text: str) -> Diagnostic:
    """A token that does not fit; `opened` is the innermost bracket that is open."""
    span = token_span(token)
    expected = _expectation(accepted)
    if token.type == "$END":
        return fault("E101", "the file ends too early", Span(max(0, len(text) - 1), len(text)), expected)
    found = "end of the line" if str(token) == "\n" else f"`{_short(str(token))}`"
    more = [Label(token_span(opened), "opened here")] if opened and opened.type in ("LPAR", "LSQB") else []
    if opened and CLOSING[opened.type] not in accepted:
        more = []
    return Diagnostic("E101", f"unexpected {found}", (Label(span, expected), *more), _hint(token, accepted, text))


def _short(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= _LONGEST_SHOWN else first[: _LONGEST_SHOWN - 3] + "..."


_WORDS = {
    "NAME": "a name", "SLUG": "a word", "NUMBER": "a number", "DURATION": "a duration such as 60s",
    "DATE": "a date such as 2000-05-31", "STRING": "a string", "LBRACE": "`{`", "RBRACE": "`}`", "LPAR": "`(`",
    "RPAR": "`)`", "LSQB": "`[`", "RSQB": "`]`", "COMMA": "`,`", "_SEP": "the end of the condition",
}  # fmt: skip
_OPERATORS = {
    "VBAR", "CIRCUMFLEX", "AMPERSAND", "PLUS", "MINUS", "STAR", "PERCENT", "LESSTHAN", "MORETHAN", "IN", "HAS",
    "STARTS", "CONTAINS", "MATCHES", "_NOT", "_AND", "_OR", "TILDE",
}  # fmt: skip


def _expectation(accepted: set[str]) -> str:
    """What would have fitted, in a few words: operators and operands by kind, the rest by name."""
    if {"TITLE", "EVENT", "PACKET"} <= accepted:
        return "expected an item of the signature, such as `title`, `packet`, `event`, or `}`"
    if "SIGNATURE" in accepted:
        return "expected `signature NAME {`"
    wanted: list[str] = []
    if {"NAME", "NUMBER"} <= accepted and "STRING" in accepted:
        wanted.append("a condition" if "_NOT" in accepted else "a value")
        accepted = {"COMMA", "RPAR", "RSQB", "RBRACE"} & accepted
    if accepted & _OPERATORS or any(name.startswith("__ANON") for name in accepted):
        wanted.append("an operator")
    for name in sorted(accepted - _OPERATORS):
        if name in _WORDS:
            wanted.append(_WORDS[name])
        elif name.isalpha() and not name.startswith("OPEN"):
            wanted.append(f"`{name.lower()}`")
    return f"expected {', '.join(wanted[:-1])} or {wanted[-1]}" if len(wanted) > 1 else f"expected {''.join(wanted)}"


def _hint(token: Token, accepted: set[str], text: str) -> str | None:
    if str(token) in ("and", "or"):
        return "a condition ends with its line; put parentheses around one that goes on"
    if token.type == "_SEP" and "NAME" in accepted:
        return "the condition is not complete; an operator at the end of a line needs its right side"
    before = text[token.start_pos - 1 : token.start_pos] if token.start_pos else ""
    if str(token) in ("&", "|") and before == str(token):
        return f"conditions are joined by `{'and' if before == '&' else 'or'}`"
    if "SLUG" in accepted and token.type == "NAME":
        return "this word is written in small letters, digits and `-`"
    if str(token) == "-" and "LBRACE" in accepted:
        return "the name of a pattern has letters, digits and `_`"
    if str(token) == "," and "_SEP" in accepted:
        return "conditions are separated by `;` or by a new line"
    if str(token) == "{" and "TITLE" in accepted:
        return "items with a block are `packet NAME {`, `analysis {` and `hypothesis TEXT {`"
    if str(token)[0].isdigit() and "GAP" in accepted:
        return "`gap` follows the key without a comma: `event by src gap 60s`"
    if "STRING" in accepted and "NUMBER" not in accepted:
        return 'a string stands in double quotes: "..."'
    if token.type == "REGEX":
        return "a regular expression stands after `matches`; there is no division"
    return None
