"""What each bare word of an expression means: a field, a flag, a set of addresses, an option, a pattern."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from sigdsl.diagnostics import Diagnostic, Edit, Repair, fault
from sigdsl.fields import FIELDS, FLAG_ALIASES, FLAG_BITS, OPTION_KINDS, Kind, find_field, nearest_fields
from sigdsl.model import (
    Binary,
    Call,
    Compare,
    Expr,
    FieldRef,
    FlagBit,
    ListLiteral,
    Logic,
    Name,
    NamedSet,
    OptionKind,
    PatternRef,
    Range,
    SetLiteral,
    Signature,
    Span,
    Unary,
)

__all__ = ["AGGREGATES", "NAMED_SETS", "TAKES_PATTERN", "renaming", "resolve_signature"]

Report = Callable[[Diagnostic], None]

NAMED_SETS = ("bogon", "private", "multicast", "home")

# Aggregates whose first argument is a pattern, and those whose first argument is an expression over packets.
TAKES_PATTERN = ("count", "first", "last", "rate", "interval.mean", "interval.min", "interval.max", "interval.jitter")
TAKES_EXPRESSION = ("distinct", "min", "max", "span", "constant", "step", "missing")
AGGREGATES = (*TAKES_PATTERN, *TAKES_EXPRESSION, "duration")


def resolve_signature(signature: Signature, report: Report) -> Signature:
    """The same signature with every `Name` replaced by what it means. What means nothing is reported, and left."""
    names = (*(pattern.name for pattern in signature.patterns), *(watched.name for watched in signature.observes))
    in_packet, in_having = _Scope(report, None), _Scope(report, names)
    patterns = tuple(
        replace(pattern, conditions=tuple(in_packet.expression(condition) for condition in pattern.conditions))
        for pattern in signature.patterns
    )
    event = signature.event
    if event is not None:
        key = tuple(in_packet.expression(part) for part in event.key)
        having = in_having.expression(event.having) if event.having is not None else None
        event = replace(event, key=key, having=having)
    return replace(signature, patterns=patterns, event=event)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where an expression stands. `patterns`: in `having`, the names of the signature's patterns; None in a packet."""

    report: Report
    patterns: tuple[str, ...] | None

    def expression(self, expr: Expr) -> Expr:
        """Resolve everything below."""
        match expr:
            case Name():
                return self._name(expr)
            case Unary():
                return replace(expr, operand=self.expression(expr.operand))
            case Binary():
                return replace(expr, left=self.expression(expr.left), right=self.expression(expr.right))
            case Logic():
                return replace(expr, operands=self._all(expr.operands))
            case Compare():
                return self._compare(expr)
            case SetLiteral() | ListLiteral():
                return replace(expr, items=self._all(expr.items))
            case Range():
                return replace(expr, low=self.expression(expr.low), high=self.expression(expr.high))
            case Call():
                return self._call(expr)
            case _:
                return expr

    def _all(self, parts: tuple[Expr, ...]) -> tuple[Expr, ...]:
        return tuple(self.expression(part) for part in parts)

    def _compare(self, expr: Compare) -> Expr:
        """Beside a list of options, words are option kinds: `mss` is a field everywhere else."""
        first = self.expression(expr.first)
        rest: list[tuple[str, Expr]] = []
        left = first
        for operator, right in expr.rest:
            about_options = isinstance(left, FieldRef) and FIELDS[left.name].kind is Kind.OPTIONS
            left = self._options(right) if about_options else self.expression(right)
            rest.append((operator, left))
        return replace(expr, first=first, rest=tuple(rest))

    def _options(self, expr: Expr) -> Expr:
        if isinstance(expr, ListLiteral | SetLiteral):
            return replace(expr, items=tuple(self._options(item) for item in expr.items))
        if not isinstance(expr, Name):
            return self.expression(expr)
        if expr.text.lower() in OPTION_KINDS:
            return OptionKind(expr.text.lower(), expr.span)
        help_ = f"options by name are {', '.join(OPTION_KINDS)}; others by their number"
        self.report(fault("E203", f"`{expr.text}` is no TCP option", expr.span, help=help_))
        return expr

    def _call(self, expr: Call) -> Expr:
        if self.patterns is None:
            about = (
                f"`{expr.name}` is about several packets" if expr.name in AGGREGATES else f"no function `{expr.name}`"
            )
            help_ = "functions of several packets stand after `having`; a condition on one packet has none"
            self.report(fault("E203", f"{about}: it cannot stand here", expr.span, help=help_))
            return Name(expr.name, expr.span)
        if expr.name not in AGGREGATES:
            near = get_close_matches(expr.name, AGGREGATES, n=1)
            help_ = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(AGGREGATES)}"
            name_span = Span(expr.span.start, expr.span.start + len(expr.name))
            message = f"unknown function `{expr.name}`"
            self.report(fault("E204", message, expr.span, help=help_, repair=renaming(name_span, near)))
            return Name(expr.name, expr.span)
        if expr.name in TAKES_PATTERN and expr.args:
            return replace(expr, args=(self._pattern(expr.args[0]), *self._all(expr.args[1:])))
        return replace(expr, args=self._all(expr.args))

    def _pattern(self, expr: Expr) -> Expr:
        assert self.patterns is not None
        if not isinstance(expr, Name):
            return self.expression(expr)
        if expr.text not in self.patterns:
            near = get_close_matches(expr.text, self.patterns, n=1)
            help_ = f"did you mean `{near[0]}`?" if near else f"this signature has {', '.join(self.patterns) or 'none'}"
            message = f"no pattern `{expr.text}` in this signature"
            self.report(fault("E201", message, expr.span, help=help_, repair=renaming(expr.span, near)))
        return PatternRef(expr.text, expr.span)

    def _name(self, name: Name) -> Expr:
        text, span = name.text, name.span
        owned = self._of_pattern(name) if self.patterns is not None else None
        if owned is not None:
            return owned
        field = find_field(text)
        if field is not None:
            self._canonical(text, field.name, span)
            return FieldRef(field.name, None, span)
        flag = FLAG_ALIASES.get(text, text)
        if flag in FLAG_BITS:
            return FlagBit(flag, span)
        if text in NAMED_SETS:
            return NamedSet(text, span)
        return self._unknown(name, text)

    def _of_pattern(self, name: Name) -> Expr | None:
        """What a word means that only `having` knows, or None."""
        patterns = self.patterns or ()
        if name.text == "duration":
            return Call("duration", (), name.span)
        owner, _, rest = name.text.partition(".")
        if owner in patterns and rest:
            field = find_field(rest)
            if field is None:
                return self._unknown(name, rest)
            self._canonical(rest, field.name, Span(name.span.end - len(rest), name.span.end))
            return FieldRef(field.name, owner, name.span)
        if name.text in patterns:
            help_ = (
                f"ask how often: `count({owner})`, when: `first({owner})`, or for a field: `distinct({owner}.dport)`"
            )
            self.report(fault("E203", f"`{owner}` is a pattern, not a value", name.span, help=help_))
            return name
        return None

    def _unknown(self, name: Name, text: str) -> Expr:
        near = nearest_fields(text)
        if text.upper() in FLAG_BITS:
            near = [text.upper()]
        help_ = f"did you mean {' or '.join(f'`{found}`' for found in near)}?" if near else _shape_of(text)
        span = Span(name.span.end - len(text), name.span.end)
        found = fault(
            "E200", f"unknown field `{text}`", name.span, "no field has this name", help=help_,
            repair=renaming(span, near),
        )  # fmt: skip
        self.report(found)
        return name

    def _canonical(self, text: str, name: str, span: Span) -> None:
        """Tell of a name that is Wireshark's, and say ours."""
        if text != name:
            repair = Repair(f"Write `{name}`", (Edit(span, name),))
            message = f"`{text}` is Wireshark's name for `{name}`"
            self.report(fault("W705", message, span, help=f"write `{name}`", repair=repair))


def renaming(span: Span, near: Sequence[str]) -> Repair | None:
    """The nearest name in the place of one that means nothing: a guess, where there is one."""
    return Repair(f"Write `{near[0]}`", (Edit(span, near[0]),), certain=False) if near else None


def _shape_of(text: str) -> str | None:
    """Help for a word that resembles no field, by its shape."""
    if text.lower() in ("s", "sa", "r", "ra", "f", "p", "pa", "true", "false"):
        return "flags are written `SYN|ACK`; a yes-or-no field such as `df` stands alone, or after `not`"
    return "see the table of fields in the language reference" if "." in text else None
