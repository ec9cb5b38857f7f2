"""Literals: from the text of a token to its value."""

from __future__ import annotations

import ipaddress
import re
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, cast

from sigdsl.diagnostics import Diagnostic, fault
from sigdsl.model import Address, ByteString, Duration, Network, Number, Regex, Span
from sigdsl.syntax import Text, Word

if TYPE_CHECKING:
    from lark import Token  # the formatter needs this module without a parser

__all__ = [
    "MAX_DIGITS",
    "address",
    "byte_string",
    "duration",
    "long_text",
    "number",
    "regex",
    "text",
    "token_span",
    "word",
]

Report = Callable[[Diagnostic], None]

MAX_DIGITS = 40  # more are in no field, and Python refuses to convert very many
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|(.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\"}


def token_span(token: Token) -> Span:
    """Where a token stands."""
    start = token.start_pos or 0
    return Span(start, token.end_pos if token.end_pos is not None else start + len(token))


def word(token: Token) -> Word:
    """A bare word."""
    return Word(str(token), token_span(token))


def number(token: Token) -> Number:
    """A decimal or hexadecimal integer."""
    hexadecimal = token[:2] in ("0x", "0X")
    return Number(int(token, 16 if hexadecimal else 10), 16 if hexadecimal else 10, token_span(token))


def duration(token: Token) -> Duration:
    """Digits and a unit."""
    digits = token.rstrip("nsumhd")
    count = int(digits) if len(digits) <= MAX_DIGITS else int("9" * MAX_DIGITS)  # the checker refuses either
    return Duration(count, cast(Literal["s"], token[len(digits) :]), token_span(token))


def address(token: Token, report: Report) -> Address | Network:
    """An address or a CIDR prefix. Host bits that are set are a fault: which was meant cannot be known."""
    span = token_span(token)
    try:
        if "/" not in token:
            host = ipaddress.ip_address(str(token))
            return Address(int(host), host.version, span)
        network = ipaddress.ip_network(str(token), strict=False)
        if network.network_address != ipaddress.ip_address(str(token).split("/")[0]):
            report(fault("E105", f"`{token}` has host bits set", span, help=f"the network is {network}"))
        return Network(int(network.network_address), network.prefixlen, network.version, span)
    except ValueError:
        report(fault("E105", f"`{token}` is not an IP {'network' if '/' in token else 'address'}", span))
        version: Literal[4, 6] = 6 if ":" in token else 4
        return Network(0, 0, version, span) if "/" in token else Address(0, version, span)


def byte_string(token: Token) -> ByteString:
    """Bytes in hex between bars."""
    return ByteString(bytes.fromhex(token.strip("|")), True, token_span(token))


def regex(token: Token) -> Regex:
    """`/pattern/` or `/pattern/i`."""
    ignore_case = token.endswith("i")
    return Regex(str(token)[1 : -2 if ignore_case else -1], ignore_case, token_span(token))


def text(token: Token, report: Report) -> Text:
    """A string of one line, with escapes, or a long one, taken as it stands with its common indent removed."""
    span = token_span(token)
    if token.type.startswith("OPEN"):
        quote = '"""' if token.type == "OPEN_LONG_STRING" else '"'
        first_line = Span(span.start, span.start + len(token.split("\n", 1)[0]))
        report(fault("E103", "this string is never closed", first_line, f"no closing `{quote}` follows"))
        return Text("", span)
    if token.type == "LONG_STRING":
        return Text(long_text(str(token)[3:-3]), span)
    return Text(_unescaped(str(token)[1:-1], span.start + 1, report), span)


def long_text(body: str) -> str:
    """What stands between triple quotes, without the indent that its lines share and the blank lines around it."""
    lines = body.replace("\r\n", "\n").split("\n")
    if len(lines) == 1:
        return body.strip()
    if lines[0].strip():
        lines[0] = lines[0].strip()
        rest = textwrap.dedent("\n".join(lines[1:]))
        return f"{lines[0]}\n{rest}".strip("\n").rstrip()
    return textwrap.dedent("\n".join(lines[1:])).rstrip().strip("\n")


def _unescaped(body: str, start: int, report: Report) -> str:
    def letter(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        if match[2] in _LETTERS:
            return _LETTERS[match[2]]
        span = Span(start + match.start(), start + match.end())
        known = r"known are \n \t \r \0 \\ \" and \x with two hex digits"
        report(fault("E105", f"unknown escape `{match[0]}`", span, help=known))
        return match[0]

    return _ESCAPE.sub(letter, body)
