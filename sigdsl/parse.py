"""From the bytes of a .sig file to its syntax. Whatever the bytes are, the outcome is syntax and diagnostics."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from sigdsl.diagnostics import Diagnostic, fault
from sigdsl.limits import MAX_FILE_BYTES, MAX_SIGNATURES
from sigdsl.literals import token_span
from sigdsl.model import Span
from sigdsl.recovery import parse_tree
from sigdsl.syntax import Comment, SourceFile
from sigdsl.tree import signatures_of

__all__ = ["fit_text", "parse_text", "read_source"]

Report = Callable[[Diagnostic], None]

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_source(path: Path, report: Report) -> str | None:
    """The text of a file, or None and a diagnostic: not readable, too large, or not UTF-8."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        report(Diagnostic("E109", f"cannot read the file: {error.strerror or error}"))
        return None
    if len(data) > MAX_FILE_BYTES:
        report(_too_large())
        return None
    try:
        return fit_text(data.decode("utf-8-sig"), report)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"not UTF-8: byte 0x{data[error.start]:02x} in line {line}, byte {column} of it"
        report(Diagnostic("E100", message, help="save the file as UTF-8"))
        return None


def fit_text(text: str, report: Report) -> str | None:
    """A text as it is parsed, with plain line ends; None and a diagnostic when it is too long or is no text."""
    if len(text) > MAX_FILE_BYTES:
        report(_too_large())
        return None
    odd = _SURROGATE.search(text)
    if odd:
        message = f"not UTF-8: U+{ord(odd[0]):04X} is half a character"
        report(Diagnostic("E100", message, help="save the text as UTF-8"))
        return None
    return text.replace("\r\n", "\n")


def _too_large() -> Diagnostic:
    message = f"the file is larger than {MAX_FILE_BYTES // 1024:,} KiB"
    return Diagnostic("E900", message, help="split it: one signature a file is the custom")


def parse_text(text: str, path: str, report: Report) -> SourceFile:
    """The syntax of a file's text. Faults go to `report`; what could be read is returned all the same."""
    tree, comment_tokens = parse_tree(text, report)
    signatures = signatures_of(tree, text, report) if tree is not None else ()
    if len(signatures) > MAX_SIGNATURES:
        message = f"{len(signatures):,} signatures in one file; at most {MAX_SIGNATURES:,} are allowed"
        report(fault("E902", message, signatures[MAX_SIGNATURES].slug.span))
        signatures = signatures[:MAX_SIGNATURES]
    if tree is not None and not signatures and not tree.children:
        report(fault("E107", "the file holds no signature", Span(0, 0), help="a signature starts `signature NAME {`"))
    comments = tuple(Comment(str(token).rstrip(), token_span(token)) for token in comment_tokens)
    return SourceFile(text, path, signatures, comments)
