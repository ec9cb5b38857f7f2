"""From syntax to a `Signature`: each item finds its place; what is double, missing or misspelt is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from sigdsl.diagnostics import Diagnostic, Label, fault
from sigdsl.items import ITEMS
from sigdsl.limits import MAX_PATTERNS
from sigdsl.model import (
    Confidence,
    EventRule,
    Expect,
    Expr,
    Hypothesis,
    Logic,
    PacketPattern,
    Provenance,
    Section,
    Signature,
    Span,
    Trace,
    Verdict,
    Weight,
)
from sigdsl.syntax import HypothesisBlock, Item, PacketBlock, SignatureSyntax, Statement, Text, TraceBlock, Word

__all__ = ["HEADINGS", "ITEMS", "build_signature"]

Report = Callable[[Diagnostic], None]

# Items that may stand more than once.
_REPEATED = {"reference", "observe", "packet", "hypothesis", "false-positive", "blind-spot", "trace"}
_VERSION_DIGITS = 6
_REQUIRED = ("title", "event")
HEADINGS = ("addresses", "ports", "flags", "direction", "time", "header", "bottom-line")
_CHOICES = {"verdict": get_args(Verdict), "confidence": get_args(Confidence)}
_ARGUMENTS = ("verdict", "weight", "because", "against", "test")


def build_signature(syntax: SignatureSyntax, report: Report) -> Signature:
    """The signature that was written, as far as it can be understood."""
    return _Build(syntax, report).run()


class _Build:
    def __init__(self, syntax: SignatureSyntax, report: Report) -> None:
        self.syntax = syntax
        self.report = report
        self.first: dict[str, Item] = {}
        self.values: dict[str, Any] = {}

    def run(self) -> Signature:
        for item in self.syntax.items:
            if item.keyword in self.first and item.keyword not in _REPEATED:
                earlier = Label(self.first[item.keyword].span, "first given here")
                self.report(fault("E106", f"`{item.keyword}` is given twice", item.span, "again here", earlier))
            else:
                self.first.setdefault(item.keyword, item)
                self._take(item)
        for keyword in _REQUIRED:
            if keyword not in self.first:
                message = f"signature `{self.syntax.slug.text}` has no `{keyword}`"
                self.report(fault("E107", message, self.syntax.slug.span, help=_example(keyword)))
        self._few_patterns()
        return replace(Signature(self.syntax.slug.text, span=self.syntax.span), **self.values)

    def _take(self, item: Item) -> None:
        attribute = ITEMS[item.keyword]
        value = self._value(item)
        if value is None:
            return
        if item.keyword in _REPEATED:
            value = (*self.values.get(attribute, ()), value)
        self.values[attribute] = value

    def _value(self, item: Item) -> Any:
        value = item.value
        if item.keyword == "internal":
            return True
        if isinstance(value, Word):
            return self._word(item.keyword, value)
        if isinstance(value, Text):
            return value.value
        if isinstance(value, PacketBlock):
            return self._packet(value, item.span)
        if isinstance(value, HypothesisBlock):
            return self._hypothesis(value, item.span)
        if isinstance(value, TraceBlock):
            return self._trace(value, item.span)
        if item.keyword == "analysis":
            return self._analysis(value)
        if isinstance(value, tuple):
            return tuple(_plain(part) for part in value)
        return value

    def _word(self, keyword: str, word: Word) -> str | int | None:
        if keyword == "version":
            return self._version(word)
        if keyword in ("created", "revised"):
            return self._date(word)
        if keyword in _CHOICES:
            return self._choice(word, keyword, _CHOICES[keyword])
        return word.text

    def _version(self, word: Word) -> int | None:
        if word.text.isdigit() and len(word.text) <= _VERSION_DIGITS:
            return int(word.text)
        self.report(fault("E105", "a version is a small decimal number", word.span, help="1, 2, 3 and so on"))
        return None

    def _date(self, word: Word) -> str | None:
        try:
            date.fromisoformat(word.text)
        except ValueError:
            help_ = "year-month-day, such as 2000-05-31"
            self.report(fault("E105", f"`{word.text}` is no day of the calendar", word.span, help=help_))
            return None
        return word.text

    def _choice(self, word: Word, what: str, known: tuple[str, ...]) -> str | None:
        if word.text in known:
            return word.text
        help_ = f"one of {', '.join(known)}"
        self.report(fault("E108", f"`{word.text}` is no {what}", word.span, help=help_))
        return None

    def _packet(self, block: PacketBlock, span: Span) -> PacketPattern:
        conditions: list[Expr] = []
        from_responder = solicits = False
        for statement in block.statements:
            if statement.value is None:
                solicits = True
            elif isinstance(statement.value, Word):
                from_responder |= self._sender(statement, statement.value)
            elif isinstance(statement.value, Logic) and statement.value.op == "and":
                conditions.extend(statement.value.operands)
            else:
                conditions.append(statement.value)
        if "." in block.name.text:
            self.report(fault("E203", "a pattern's name has no dot", block.name.span))
        if not conditions:
            message = f"packet pattern `{block.name.text}` has no condition"
            self.report(fault("E404", message, block.name.span, help="`ip` alone matches every IPv4 packet"))
        return PacketPattern(block.name.text, tuple(conditions), from_responder, solicits, span)

    def _sender(self, statement: Statement, word: Word) -> bool:
        if word.text != "responder":
            message = f"`from {word.text}` is not known"
            self.report(fault("E108", message, statement.span, help="only `from responder` can be said"))
        return word.text == "responder"

    def _analysis(self, sections: Any) -> tuple[Section, ...]:
        seen: dict[str, Section] = {}
        for section in sections:
            if section.heading not in HEADINGS:
                help_ = f"headings are {', '.join(HEADINGS)}"
                self.report(fault("E108", f"`{section.heading}` is no heading", section.span, help=help_))
            elif section.heading in seen:
                earlier = Label(seen[section.heading].span, "first given here")
                self.report(fault("E106", f"`{section.heading}` is given twice", section.span, "again here", earlier))
            else:
                seen[section.heading] = section
        return tuple(seen.values())

    def _hypothesis(self, block: HypothesisBlock, span: Span) -> Hypothesis:
        values: dict[str, Any] = {"verdict": "unknown", "weight": "moderate"}
        for argument in block.arguments:
            keyword, value = argument.keyword.text, argument.value
            if keyword not in _ARGUMENTS:
                help_ = f"a hypothesis has {', '.join(_ARGUMENTS)}"
                self.report(fault("E104", f"unknown item `{keyword}`", argument.keyword.span, help=help_))
            elif keyword in ("verdict", "weight"):
                known = get_args(Verdict if keyword == "verdict" else Weight)
                word = value if isinstance(value, Word) else Word(value.value, value.span)
                values[keyword] = self._choice(word, keyword, known) or values[keyword]
            elif isinstance(value, Text):
                values[keyword] = (*values.get(keyword, ()), value.value)
            else:
                self.report(fault("E101", f"unexpected `{value.text}`", value.span, "expected a string"))
        return Hypothesis(block.title.value, span=span, **values)

    def _trace(self, block: TraceBlock, span: Span) -> Trace | None:
        provenance = self._choice(block.provenance, "origin of a trace", get_args(Provenance))
        expect = self._choice(block.expect, "expectation", get_args(Expect))
        if provenance is None or expect is None:
            return None
        return Trace(block.title.value, provenance, expect, block.text.value, span)  # type: ignore[arg-type]

    def _few_patterns(self) -> None:
        named = (*self.values.get("patterns", ()), *self.values.get("observes", ()))
        if len(named) > MAX_PATTERNS:
            message = f"{len(named)} patterns; at most {MAX_PATTERNS} are allowed"
            self.report(fault("E902", message, named[MAX_PATTERNS].span))
            self.values["patterns"] = self.values.get("patterns", ())[:MAX_PATTERNS]
            self.values["observes"] = self.values.get("observes", ())[: MAX_PATTERNS - len(self.values["patterns"])]
        event: EventRule | None = self.values.get("event")
        if event is not None and not named:
            help_ = "a signature has at least one `packet NAME { ... }` or `observe SIGNATURE as NAME`"
            self.report(fault("E404", "nothing to make an event of", self.syntax.slug.span, help=help_))


def _plain(part: Word | Text | Section) -> str:
    return part.value if isinstance(part, Text) else part.text


def _example(keyword: str) -> str:
    return {"title": 'title "What an analyst would call it"', "event": "event by src gap 60s having count() >= 1"}[
        keyword
    ]
