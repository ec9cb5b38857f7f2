"""The canonical form of a signature file. Formatting changes no meaning, loses no comment, and is stable."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import replace

from sigdsl.diagnostics import Diagnostic
from sigdsl.fields import find_field
from sigdsl.literals import long_text
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
    Call,
    Compare,
    Duration,
    EventRule,
    Expr,
    FieldRef,
    FlagBit,
    ListLiteral,
    Logic,
    Name,
    NamedSet,
    Network,
    Number,
    Observation,
    OptionKind,
    PatternRef,
    Range,
    Reference,
    Regex,
    Section,
    SetLiteral,
    Span,
    Unary,
)
from sigdsl.syntax import (
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


# --- expressions


def format_expr(expr: Expr) -> str:
    """An expression in canonical form, with no more parentheses than a reader needs."""
    match expr:
        case Number():
            return f"0x{expr.value:x}" if expr.base == 16 else str(expr.value)
        case Duration():
            return f"{expr.count}{expr.unit}"
        case ByteString():
            return f"|{expr.value.hex(' ')}|" if expr.hex and expr.value else _quoted(expr.value.decode("latin-1"), "\x7f")
        case Regex():
            return f"/{expr.pattern}/{'i' if expr.ignore_case else ''}"
        case Address():
            return _address(expr.value, expr.version)
        case Network():
            return f"{_address(expr.value, expr.version)}/{expr.prefix}"
        case Name():
            return _canonical(expr.text)
        case FieldRef():
            return f"{expr.of}.{expr.name}" if expr.of else expr.name
        case FlagBit() | NamedSet() | OptionKind() | PatternRef():
            return expr.name
        case Range():
            return f"{_within(expr.low, _BITS)}..{_within(expr.high, _BITS)}"
        case SetLiteral():
            return f"{{{_list(expr.items)}}}"
        case ListLiteral():
            return f"[{_list(expr.items)}]"
        case Call():
            return expr.name if expr.name == "duration" else f"{expr.name}({_list(expr.args)})"
        case Unary():
            return _unary(expr)
        case Binary():
            return _binary(expr)
        case Compare():
            parts = [_within(expr.first, _BITS)]
            parts.extend(f"{operator} {_within(right, _BITS)}" for operator, right in expr.rest)
            return " ".join(parts)
        case Logic():
            level = _AND if expr.op == "and" else _OR
            return f" {expr.op} ".join(_within(operand, level + 1) for operand in expr.operands)


_OR, _AND, _NOT, _COMPARE, _RANGE, _BITS, _UNARY = range(7)


def _level(expr: Expr) -> int:
    """How tightly the outermost operator binds."""
    match expr:
        case Logic():
            return _OR if expr.op == "or" else _AND
        case Unary(op="not"):
            return _NOT
        case Compare():
            return _COMPARE
        case Range():
            return _RANGE
        case Binary():
            return _BITS
        case _:
            return _UNARY


def _within(expr: Expr, level: int) -> str:
    text = format_expr(expr)
    return f"({text})" if _level(expr) < level else text


def _unary(expr: Unary) -> str:
    if expr.op == "not":
        return f"not {_within(expr.operand, _NOT)}"
    return f"{expr.op}{_within(expr.operand, _UNARY)}"


# An operand with an operator of its own stands in parentheses, except where everybody knows the order:
# `a + b - c`, `a * b + c`, and a row of one operator that may be regrouped.
_SUMS, _PRODUCTS = ("+", "-"), ("*", "%")


def _binary(expr: Binary) -> str:
    left, right = _operand(expr.left, expr.op, True), _operand(expr.right, expr.op, False)
    if expr.op == "|" and _is_flags(expr.left) and _is_flags(expr.right):
        return f"{left}|{right}"
    return f"{left} {expr.op} {right}"


def _operand(expr: Expr, outer: str, is_left: bool) -> str:
    if not isinstance(expr, Binary):
        return _within(expr, _UNARY)
    inner = expr.op
    same_row = is_left and (inner == outer and outer != "%" or inner in _SUMS and outer in _SUMS)
    product_in_sum = inner in _PRODUCTS and outer in _SUMS
    text = format_expr(expr)
    return text if same_row or product_in_sum else f"({text})"


def _is_flags(expr: Expr) -> bool:
    if isinstance(expr, Binary):
        return expr.op == "|" and _is_flags(expr.left) and _is_flags(expr.right)
    return isinstance(expr, FlagBit) or isinstance(expr, Name) and expr.text.isupper()


def _list(parts: Iterable[Expr]) -> str:
    return ", ".join(_within(part, _RANGE) for part in parts)


def _address(value: int, version: int) -> str:
    return str(ipaddress.IPv4Address(value) if version == 4 else ipaddress.IPv6Address(value))


def _canonical(name: str) -> str:
    """Wireshark's name of a field becomes ours."""
    field = find_field(name)
    if field is not None:
        return field.name
    owner, _, rest = name.partition(".")
    field = find_field(rest) if rest else None
    return f"{owner}.{field.name}" if field is not None else name


def _quoted(text: str, last: str = "\xff") -> str:
    """A string of one line. Control characters are escaped, and (in bytes) what lies beyond `last`."""
    escapes = {"\n": r"\n", "\t": r"\t", "\r": r"\r", "\0": r"\0", '"': r"\"", "\\": r"\\"}
    letters = (
        escapes.get(c, c if c > "\xff" or (c.isprintable() and c <= last) else f"\\x{ord(c):02x}") for c in text
    )
    return f'"{"".join(letters)}"'


# --- files


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
    """The whole file in canonical form. `parse_text` must have reported nothing: what it could not read would be lost."""
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
        if between[len(between.rstrip()) :].count("\n") > 1 and self.lines and self.lines[-1] and not self.lines[-1].endswith("{"):
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
            head = f"trace {_quoted(value.title.value)} {value.provenance.text} expect {value.expect.text}"
            self._put(f"{head} {_long(value.text.value, INDENT)}", INDENT)
        else:
            keyword = f"{item.keyword:<{width}}" if _is_short(item) else item.keyword
            self._put(f"{keyword} {_plain(value)}".rstrip(), INDENT)
        self._inner_comments(item.span)
        self.last_end = item.span.end
        self._after_line(item.span.end)

    def _inner_comments(self, span: Span) -> None:
        """Comments within an item that has no lines of its own for them go before it."""
        inside = []
        while self.comments and self.comments[0].span.start < span.end:
            inside.append(self.comments.pop(0))
        if inside:
            at = len(self.lines) - 1
            while at > 0 and self.lines[at].startswith(INDENT * 2):
                at -= 1
            self.lines[at:at] = [INDENT + comment.text for comment in inside]

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
        self._block(f"hypothesis {_quoted(block.title.value)} {{", item.span, lines)

    def _analysis(self, item: Item) -> None:
        sections = [part for part in item.value if isinstance(part, Section)] if isinstance(item.value, tuple) else []
        self._block("analysis {", item.span, ((part, f"{part.heading} {_string(part.text)}") for part in sections))

    def _block(self, head: str, span: Span, parts: Iterable[tuple[Section | Statement | object, str]]) -> None:
        self._put(head, INDENT)
        self.last_end = span.start
        for part, text in parts:
            where: Span = part.span  # type: ignore[attr-defined]
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
            return _quoted(value.title) + (f" url {_quoted(value.url)}" if value.url is not None else "")
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
    head = f"event by {_list(rule.key)} gap {format_expr(rule.gap)}"
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
    level = _AND if expr.op == "and" else _OR
    return f"\n{INDENT * 3}{expr.op} ".join(_within(operand, level + 1) for operand in expr.operands)


def _string(text: str) -> str:
    return _long(text, INDENT * 2) if "\n" in text and '"""' not in text else _quoted(text)


def _long(text: str, indent: str) -> str:
    lines = [f"{indent}{INDENT}{line}" if line.strip() else "" for line in text.split("\n")]
    body = "\n".join(["", *lines, indent])
    return f'"""{body}"""' if '"""' not in body and long_text(body) == text else _quoted(text)
