"""Faults of a signature file as data, and the one renderer that draws them with the source line and a caret."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sigdsl.codes import RULES
from sigdsl.model import NOWHERE, Span

__all__ = ["CODES", "Diagnostic", "Edit", "Label", "Repair", "Severity", "SourceText", "fault", "render"]

Severity = Literal["error", "warning"]

# Code -> what kind of fault it is.
CODES: dict[str, str] = {code: rule.title for code, rule in RULES.items()}


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of the source and what is to be said of it."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the source and what is to stand there instead. Without text, an `and` beside it goes as well."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """What would repair a fault. `certain`: it can be nothing else, so that nobody need be asked."""

    title: str
    edits: tuple[Edit, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. The first label is where it stands; further ones point at what it has to do with."""

    code: str
    message: str
    labels: tuple[Label, ...] = ()
    help: str | None = None
    path: str = ""
    repair: Repair | None = None

    @property
    def severity(self) -> Severity:
        """`error` (the signature cannot be used) or `warning`."""
        return "warning" if self.code.startswith("W") else "error"

    @property
    def span(self) -> Span:
        """Where the fault stands."""
        return self.labels[0].span if self.labels else NOWHERE


def fault(
    code: str,
    message: str,
    span: Span,
    label: str = "",
    *more: Label,
    help: str | None = None,
    repair: Repair | None = None,
) -> Diagnostic:
    """A diagnostic with one main place."""
    return Diagnostic(code, message, (Label(span, label), *more), help, repair=repair)


class SourceText:
    """A file's text with its line starts, so that offsets become lines and columns."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r")


def render(diagnostic: Diagnostic, source: SourceText) -> str:
    """Draw a diagnostic: message, place, source lines with carets, help."""
    head = f"{diagnostic.severity}[{diagnostic.code}]: {_printable(diagnostic.message)}"
    if not diagnostic.labels:
        return "\n".join([head, *([f"  --> {diagnostic.path}"] if diagnostic.path else []), *_help(diagnostic, 1)])
    line, column = source.position(diagnostic.span.start)
    width = max(len(str(source.position(label.span.start)[0])) for label in diagnostic.labels)
    lines = [head, f"{' ' * width}--> {diagnostic.path or '(text)'}:{line}:{column}", f"{' ' * width} |"]
    for label in diagnostic.labels:
        lines.extend(_labelled(label, source, width, "^" if label is diagnostic.labels[0] else "-"))
    return "\n".join([*lines, *_help(diagnostic, width)])


def _labelled(label: Label, source: SourceText, width: int, mark: str) -> Iterable[str]:
    number, column = source.position(label.span.start)
    text = source.line(number)
    length = max(1, min(label.span.end, label.span.start + len(text) - column + 1) - label.span.start)
    shown, column, length = _window(text, column, length)
    yield f"{number:>{width}} | {shown}"
    yield f"{' ' * width} | {' ' * (column - 1)}{mark * length} {_printable(label.text)}".rstrip()


def _window(text: str, column: int, length: int, most: int = 120) -> tuple[str, int, int]:
    """The part of a line worth drawing: control characters made visible, a very long line cut around the fault."""
    start = max(0, column - 1 - most // 3) if len(text) > most else 0
    cut = _printable(text[start : start + most], most)
    column = column - start
    return cut, column, max(1, min(length, len(cut) - column + 1))


def _printable(text: str, most: int = 500) -> str:
    """Text that comes from a file, safe to print: control characters made visible, and not too much of it."""
    if len(text) > most:
        text = f"{text[: most // 2]} ... {text[-most // 2 :]}"
    return "".join(letter if letter.isprintable() else " " if letter == "\t" else "\ufffd" for letter in text)


def _help(diagnostic: Diagnostic, width: int) -> list[str]:
    return [f"{' ' * width} = help: {_printable(diagnostic.help)}"] if diagnostic.help else []
