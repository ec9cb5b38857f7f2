"""The canonical form of a signature file. Formatting changes no meaning, loses no comment, and is stable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sigdsl.diagnostics import Diagnostic
from sigdsl.format_expr import format_condition_in, format_expr, format_list, quoted
from sigdsl.literals import long_text
from sigdsl.model import EventRule, Expr, Logic, Observation, Reference, Section, Span
from sigdsl.syntax import (
    Argument,
    HypothesisBlock,
    Item,
    PacketBlock,
    SignatureSyntax,
    SourceFile,
    Statement,
    Text,
    TraceBlock,
    Word,
)

__all__ = ["format_expr", "format_source", "format_text"]

WIDTH = 100  # beyond this, a packet block or an event goes on several lines
INDENT = "  "


def format_text(text: str, path: str = "(text)") -> tuple[str | None, tuple[Diagnostic, ...]]:
    """A file's text in canonical form, or None and what is wrong with its syntax."""
    from sigdsl.parse import fit_text, parse_text  # what shows expressions needs no parser

    found: list[Diagnostic] = []
    fit = fit_text(text, found.append)
    source = parse_text(fit, path, found.append) if fit is not None else None
    if source is None or found:
        return None, tuple(replace(diagnostic, path=path) for diagnostic in found)
    return format_source(source), ()


def format_source(source: SourceFile) -> str:
    """The whole file in canonical form.

    `parse_text` must have reported nothing: what it could not read would be lost.
    """
    return _Writer(source).run()


class _Writer:
    """Writes items in the order they stand in; comments go before the item that follows them, or after its line."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.comments = list(source.comments)
        self.lines: list[str] = []
        self.last_end = 0

    def run(self) -> str:
        for signature in self.source.signatures:
            self._before(signature.span.start, "")
            self._signature(signature)
        self._before(len(self.source.text), "", blank=False)
        return "\n".join(self.lines).strip("\n") + "\n"

    def _signature(self, signature: SignatureSyntax) -> None:
        if self.lines and self.lines[-1] and not self.lines[-1].startswith("#"):
            self.lines.append("")
        self.lines.append(f"signature {signature.slug.text} {{")
        self.last_end = signature.slug.span.end
        self._after_line(signature.slug.span.end)
        width = max((len(item.keyword) for item in signature.items if _is_short(item)), default=0)
        for item in signature.items:
            self._before(item.span.start, INDENT)
            self._item(item, width)
        self._before(signature.span.end, INDENT, blank=False)
        self.lines.append("}")
        self.last_end = signature.span.end
        self._after_line(signature.span.end)

    # --- comments and blank lines

    def _before(self, offset: int, indent: str, blank: bool = True) -> None:
        """Comments up to an offset, each on its line; one blank line is kept where there was any."""
        while self.comments and self.comments[0].span.start < offset:
            comment = self.comments.pop(0)
            self._blank(comment.span.start)
            self.lines.append(indent + comment.text)
            self.last_end = comment.span.end
        if blank:
            self._blank(offset)

    def _blank(self, offset: int) -> None:
        between = self.source.text[self.last_end : offset]
        if (
            between[len(between.rstrip()) :].count("\n") > 1
            and self.lines
            and self.lines[-1]
            and not self.lines[-1].endswith("{")
        ):
            self.lines.append("")

    def _after_line(self, end: int) -> None:
        """A comment on the line where something ends stays on that line."""
        line_end = self.source.text.find("\n", end)
        line_end = len(self.source.text) if line_end < 0 else line_end
        if self.comments and end <= self.comments[0].span.start < line_end:
            between = self.source.text[end : self.comments[0].span.start]
            if between.strip(" \t{;,") == "":
                comment = self.comments.pop(0)
                self.lines[-1] += f"  {comment.text}"
                self.last_end = comment.span.end

    def _has_comment(self, span: Span) -> bool:
        return any(span.start <= comment.span.start < span.end for comment in self.comments)

    # --- items

    def _item(self, item: Item, width: int) -> None:
        self.last_end = item.span.start
        first_line = len(self.lines)
        value = item.value
        if isinstance(value, PacketBlock):
            self._packet(item, value)
        elif isinstance(value, HypothesisBlock):
            self._hypothesis(item, value)
        elif item.keyword == "analysis":
            self._analysis(item)
        elif isinstance(value, EventRule):
            self._put(_event(value), INDENT)
        elif isinstance(value, TraceBlock):
            head = f"trace {quoted(value.title.value)} {value.provenance.text} expect {value.expect.text}"
            self._put(f"{head} {_long(value.text.value, INDENT)}", INDENT)
        else:
            keyword = f"{item.keyword:<{width}}" if _is_short(item) else item.keyword
            self._put(f"{keyword} {_plain(value)}".rstrip(), INDENT)
        self._inner_comments(item.span, first_line)
        self.last_end = item.span.end
        self._after_line(item.span.end)

    def _inner_comments(self, span: Span, first_line: int) -> None:
        """Comments within an item that has no lines of its own for them go before it."""
        inside = []
        while self.comments and self.comments[0].span.start < span.end:
            inside.append(self.comments.pop(0))
        self.lines[first_line:first_line] = [INDENT + comment.text for comment in inside]

    def _put(self, text: str, indent: str) -> None:
        first, *rest = text.split("\n")
        self.lines.append(indent + first)
        self.lines.extend(rest)

    def _packet(self, item: Item, block: PacketBlock) -> None:
        statements = [_statement(statement) for statement in block.statements]
        line = f"packet {block.name.text} {{ {'; '.join(statements)} }}"
        if len(line) + len(INDENT) <= WIDTH and not self._has_comment(item.span):
            self._put(line, INDENT)
            return
        self._block(f"packet {block.name.text} {{", item.span, zip(block.statements, statements, strict=True))

    def _hypothesis(self, item: Item, block: HypothesisBlock) -> None:
        lines = ((argument, f"{argument.keyword.text} {_plain(argument.value)}") for argument in block.arguments)
        self._block(f"hypothesis {quoted(block.title.value)} {{", item.span, lines)

    def _analysis(self, item: Item) -> None:
        sections = [part for part in item.value if isinstance(part, Section)] if isinstance(item.value, tuple) else []
        self._block("analysis {", item.span, ((part, f"{part.heading} {_string(part.text)}") for part in sections))

    def _block(self, head: str, span: Span, parts: Iterable[tuple[Section | Statement | Argument, str]]) -> None:
        self._put(head, INDENT)
        self.last_end = span.start
        for part, text in parts:
            where = part.span
            self._before(where.start, INDENT * 2)
            self._put(text, INDENT * 2)
            self.last_end = where.end
            self._after_line(where.end)
        self._before(span.end, INDENT * 2, blank=False)
        self.lines.append(INDENT + "}")


def _is_short(item: Item) -> bool:
    """Items whose values are lined up."""
    return item.keyword in (
        "title", "category", "verdict", "confidence", "version", "authors", "created", "revised", "era", "licence",
        "tags", "variant-of",
    )  # fmt: skip


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case Word():
            return value.text
        case Text():
            return _string(value.value)
        case tuple():
            return ", ".join(_plain(part) for part in value)
        case Reference():
            return quoted(value.title) + (f" url {quoted(value.url)}" if value.url is not None else "")
        case Observation():
            return f"{value.signature} as {value.name}"
        case _:
            raise TypeError(f"no text form for {type(value).__name__}")


def _statement(statement: Statement) -> str:
    if statement.value is None:
        return "solicits"
    if isinstance(statement.value, Word):
        return f"from {statement.value.text}"
    return format_expr(statement.value)


def _event(rule: EventRule) -> str:
    head = f"event by {format_list(rule.key)} gap {format_expr(rule.gap)}"
    if rule.having is None:
        return head
    line = f"{head} having {format_expr(rule.having)}"
    if len(line) + len(INDENT) <= WIDTH:
        return line
    return f"{head}\n{INDENT * 2}having {_wrapped(rule.having)}"


def _wrapped(expr: Expr) -> str:
    """The operands of the outermost `and` or `or` on lines of their own."""
    if not isinstance(expr, Logic) or len(format_expr(expr)) + 3 * len(INDENT) <= WIDTH:
        return format_expr(expr)
    return f"\n{INDENT * 3}{expr.op} ".join(format_condition_in(expr.op, operand) for operand in expr.operands)


def _string(text: str) -> str:
    return _long(text, INDENT * 2) if "\n" in text and '"""' not in text else quoted(text)


def _long(text: str, indent: str) -> str:
    lines = [f"{indent}{INDENT}{line}" if line.strip() else "" for line in text.split("\n")]
    body = "\n".join(["", *lines, indent])
    return f'"""{body}"""' if '"""' not in body and long_text(body) == text else quoted(text)
