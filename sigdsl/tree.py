"""From Lark's tree to syntax: expressions become model nodes, items keep their order. One method for each rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from lark import Token, Tree
from lark.tree import Meta
from lark.visitors import Transformer_NonRecursive, v_args

from sigdsl import literals
from sigdsl.diagnostics import Diagnostic, fault
from sigdsl.items import unknown_item_help
from sigdsl.limits import MAX_ITEMS, MAX_NESTING, MAX_SYNTAX_FAULTS
from sigdsl.literals import token_span, word
from sigdsl.model import (
    Binary,
    ByteString,
    Call,
    Compare,
    EventRule,
    Expr,
    FieldRef,
    ListLiteral,
    Logic,
    Name,
    Number,
    Observation,
    Range,
    Reference,
    Section,
    SetLiteral,
    Span,
    Unary,
)
from sigdsl.syntax import Argument, HypothesisBlock, Item, PacketBlock, SignatureSyntax, Statement, Text, TraceBlock

__all__ = ["signatures_of"]


def signatures_of(tree: Tree[Token], source: str, report: Callable[[Diagnostic], None]) -> tuple[SignatureSyntax, ...]:
    """The signatures of a file's tree; `source` is the file's text."""
    return cast(tuple[SignatureSyntax, ...], _Builder(source, report).transform(tree))


def _span(meta: Meta) -> Span:
    return Span(getattr(meta, "start_pos", 0), getattr(meta, "end_pos", 0))


def _worded(part: Token | Text) -> Any:
    return part if isinstance(part, Text) else word(part)


@v_args(meta=True)
class _Builder(Transformer_NonRecursive):  # type: ignore[type-arg]
    def __init__(self, source: str, report: Callable[[Diagnostic], None]) -> None:
        super().__init__(visit_tokens=False)
        self.source = source
        self.report = report
        self._depth: dict[int, int] = {}  # of expression nodes, by identity
        self._kept: list[Expr] = []  # keeps those identities from being used again
        self._unknown = 0
        self._cut: set[int] = set()  # nodes that stand for what was nested too deep

    # --- the file and its items

    def start(self, meta: Meta, parts: list[SignatureSyntax]) -> tuple[SignatureSyntax, ...]:
        return tuple(part for part in parts if isinstance(part, SignatureSyntax))

    def signature(self, meta: Meta, parts: list[Any]) -> SignatureSyntax:
        return SignatureSyntax(word(parts[0]), tuple(item for item in parts[1:] if item is not None), _span(meta))

    def nothing(self, meta: Meta, parts: list[Any]) -> None:
        return None

    def item(self, meta: Meta, parts: list[Any], keyword: str = "") -> Item:
        return Item(keyword, _worded(parts[0]) if parts else None, _span(meta))

    def items(self, meta: Meta, parts: list[Any], keyword: str = "") -> Item:
        return Item(keyword, tuple(_worded(part) for part in parts), _span(meta))

    def __default__(self, data: str, children: list[Any], meta: Meta) -> Item:
        """Items that are a keyword and words or strings have no method of their own."""
        keyword = data.replace("_", "-")
        if keyword in ("authors", "tags", "variant-of"):
            return self.items(meta, children, keyword)
        return self.item(meta, children, keyword)

    def unknown_item(self, meta: Meta, parts: list[Any]) -> None:
        """A word that is no item, and what follows; a word that starts a line there is one more."""
        for part in (parts[0], *(part for part in parts[1:] if isinstance(part, Token) and self._starts_line(part))):
            self._unknown += 1
            help_ = unknown_item_help(str(part)) if self._unknown <= MAX_SYNTAX_FAULTS else None
            self.report(fault("E104", f"unknown item `{part}`", token_span(part), help=help_))

    def _starts_line(self, token: Token) -> bool:
        at = token.start_pos or 0
        return token.type == "SLUG" and not self.source[self.source.rfind("\n", 0, at) + 1 : at].strip(" \t")

    def text(self, meta: Meta, parts: list[Token]) -> Text:
        return literals.text(parts[0], self.report)

    def reference(self, meta: Meta, parts: list[Text]) -> Item:
        url = parts[1].value if len(parts) > 1 else None
        return Item("reference", Reference(parts[0].value, url, _span(meta)), _span(meta))

    def observe(self, meta: Meta, parts: list[Token]) -> Item:
        return Item("observe", Observation(str(parts[0]), str(parts[1]), _span(meta)), _span(meta))

    def packet(self, meta: Meta, parts: list[Any]) -> Item:
        statements = tuple(part for part in parts[1:] if isinstance(part, Statement))
        return Item("packet", PacketBlock(word(parts[0]), statements), _span(meta))

    def condition(self, meta: Meta, parts: list[Expr]) -> Statement:
        return Statement(parts[0], _span(meta))

    def sender(self, meta: Meta, parts: list[Token]) -> Statement:
        return Statement(word(parts[0]), _span(meta))

    def solicits(self, meta: Meta, parts: list[Any]) -> Statement:
        return Statement(None, _span(meta))

    def event(self, meta: Meta, parts: list[Any]) -> Item:
        gap = next(index for index, part in enumerate(parts) if isinstance(part, Token))
        having = parts[gap + 1] if len(parts) > gap + 1 else None
        rule = EventRule(tuple(parts[:gap]), literals.duration(parts[gap]), having, _span(meta))
        return Item("event", rule, _span(meta))

    def analysis(self, meta: Meta, parts: list[Any]) -> Item:
        return Item("analysis", tuple(part for part in parts if part is not None), _span(meta))

    def section(self, meta: Meta, parts: list[Any]) -> Section:
        return Section(str(parts[0]), parts[1].value, _span(meta))

    def hypothesis(self, meta: Meta, parts: list[Any]) -> Item:
        return Item("hypothesis", HypothesisBlock(parts[0], tuple(part for part in parts[1:] if part)), _span(meta))

    def argument(self, meta: Meta, parts: list[Any]) -> Argument:
        return Argument(word(parts[0]), _worded(parts[1]), _span(meta))

    def trace(self, meta: Meta, parts: list[Any]) -> Item:
        title, provenance, expect, text = parts
        return Item("trace", TraceBlock(title, word(provenance), word(expect), text), _span(meta))

    # --- expressions

    def _node(self, node: Expr, *parts: Expr) -> Expr:
        """Count the nesting, and cut what is too deep, so that no later walk can run out of stack."""
        if any(id(part) in self._cut for part in parts):
            return self._instead(node)
        depth = 1 + max((self._depth.get(id(part), 0) for part in parts), default=0)
        if depth > MAX_NESTING:
            help_ = "split it into several conditions, or say it with a set"
            self.report(fault("E901", f"operators nested more than {MAX_NESTING} deep", node.span, help=help_))
            return self._instead(node)
        self._depth[id(node)] = depth
        self._kept.append(node)
        return node

    def _instead(self, node: Expr) -> Expr:
        """What stands for an expression that is not looked at: a yes-or-no fits nearly everywhere."""
        made = FieldRef("frag", None, node.span)
        self._cut.add(id(made))
        self._kept.append(made)
        return made

    def any_of(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._logic("or", meta, parts)

    def all_of(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._logic("and", meta, parts)

    def _logic(self, op: Any, meta: Meta, parts: list[Expr]) -> Expr:
        flat: list[Expr] = []
        for part in parts:
            flat.extend(part.operands if isinstance(part, Logic) and part.op == op else [part])
        return self._node(Logic(op, tuple(flat), _span(meta)), *parts)

    def negation(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._node(Unary("not", parts[0], _span(meta)), parts[0])

    def minus(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._node(Unary("-", parts[0], _span(meta)), parts[0])

    def complement(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._node(Unary("~", parts[0], _span(meta)), parts[0])

    def comparator(self, meta: Meta, parts: list[Token]) -> str:
        return " ".join(parts)

    def comparison(self, meta: Meta, parts: list[Any]) -> Expr:
        rest = tuple(zip(parts[1::2], parts[2::2], strict=True))
        return self._node(Compare(parts[0], rest, _span(meta)), *parts[0::2])

    def _left_to_right(self, meta: Meta, parts: list[Any]) -> Expr:
        result: Expr = parts[0]
        for operator, right in zip(parts[1::2], parts[2::2], strict=True):
            span = Span(_span(meta).start, right.span.end)
            result = self._node(Binary(cast(Any, str(operator)), result, right, span), result, right)
        return result

    bits = exclusive = both = shift = sum = product = _left_to_right

    def number(self, meta: Meta, parts: list[Token]) -> Expr:
        if len(parts[0]) > literals.MAX_DIGITS:
            self.report(fault("E302", "a number this large is in no field", token_span(parts[0])))
            return Number(0, 10, token_span(parts[0]))
        return literals.number(parts[0])

    def duration(self, meta: Meta, parts: list[Token]) -> Expr:
        return literals.duration(parts[0])

    def address(self, meta: Meta, parts: list[Token]) -> Expr:
        return literals.address(parts[0], self.report)

    def byte_string(self, meta: Meta, parts: list[Token]) -> Expr:
        return literals.byte_string(parts[0])

    def text_bytes(self, meta: Meta, parts: list[Text]) -> Expr:
        self._only_ascii(parts[0].span)
        return ByteString(parts[0].value.encode("latin-1", "replace"), False, parts[0].span)

    def regex(self, meta: Meta, parts: list[Token]) -> Expr:
        self._only_ascii(token_span(parts[0]))
        return literals.regex(parts[0])

    def _only_ascii(self, span: Span) -> None:
        """Bytes are asked for: which ones another letter would be, nobody has said."""
        at = next((at for at in range(span.start, min(span.end, len(self.source))) if self.source[at] > "\x7f"), None)
        if at is not None:
            help_ = f"as UTF-8 it would be {''.join(f'{chr(92)}x{b:02x}' for b in self.source[at].encode())}"
            message = f"`{self.source[at]}` is no ASCII letter: write its bytes"
            self.report(fault("E105", message, Span(at, at + 1), help=help_))

    def name(self, meta: Meta, parts: list[Token]) -> Expr:
        return Name(str(parts[0]), token_span(parts[0]))

    def call(self, meta: Meta, parts: list[Any]) -> Expr:
        return self._node(Call(str(parts[0]), tuple(parts[1:]), _span(meta)), *parts[1:])

    def range(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._node(Range(parts[0], parts[1], _span(meta)), *parts)

    def set_literal(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._node(SetLiteral(self._few(meta, parts), _span(meta)), *parts)

    def list_literal(self, meta: Meta, parts: list[Expr]) -> Expr:
        return self._node(ListLiteral(self._few(meta, parts), _span(meta)), *parts)

    def _few(self, meta: Meta, parts: list[Expr]) -> tuple[Expr, ...]:
        if len(parts) > MAX_ITEMS:
            self.report(fault("E902", f"{len(parts):,} elements; at most {MAX_ITEMS:,} are allowed", _span(meta)))
        return tuple(parts[:MAX_ITEMS])
