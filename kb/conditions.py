"""What a signature asks of each field, as plain facts: "ack is 674719802", "ttl is below 64", "id is set beside sport".

A pattern's conditions are an expression; a reader's questions are about fields and values ("which signatures fix the IP
id?", "what has ack 674719802?"). This module turns the one into rows for the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from kb.constants import WHOLE, Stretch, fold, stretch_of
from sigdsl.fields import FIELDS, Field, Kind
from sigdsl.model import Binary, Compare, Expr, FieldRef, ListLiteral, Logic, SetLiteral, Signature, Span, Unary

__all__ = ["Excerpt", "FieldUse", "event_uses", "pattern_uses", "single_tests"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The source of one signature, from which the text of its nodes is cut by their spans.

    Attributes:
        text: The signature as it was written.
        start: Where it starts in its file: spans count from the start of the file.
    """

    text: str
    start: int

    def of(self, node: Any) -> str:
        """The text of a node of the model; empty for one that was made by hand and has no place."""
        span: Span = node.span
        return self.text[max(span.start - self.start, 0) : max(span.end - self.start, 0)]


@dataclass(frozen=True, slots=True)
class FieldUse:
    """One thing that a signature does with one field.

    Attributes:
        field: The field's canonical name.
        place: Where: `pattern`, `key` or `having`.
        test: Number of the test within the pattern: the values of one set belong to one test.
        operator: The comparison with the field on its left; None where the field is only computed with.
        value: The constant it is compared with, as written; None where that is no constant.
        stretch: The numbers that the test accepts (or, with `excludes`, refuses); None where that is no range.
        mask: The bits that are compared; None for all.
        excludes: The test refuses this value and accepts the others.
        required: No packet matches the pattern without passing this test; False for one side of an `or`.
        condition: The whole comparison as written, and `not` before it where that is refused.
    """

    field: str
    place: str
    test: int = 0
    operator: str | None = None
    value: str | None = None
    stretch: Stretch | None = None
    mask: int | None = None
    excludes: bool = False
    required: bool = True
    condition: str = ""


_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_REFUSING = {"!=": "==", "not in": "in"}


def pattern_uses(conditions: tuple[Expr, ...], source: Excerpt) -> list[FieldUse]:
    """Every use of a field in the conditions of one packet pattern, tests numbered from 0."""
    tests = (test for condition in conditions for test in single_tests(condition))
    return [
        replace(use, test=number)
        for number, (test, refused, required) in enumerate(tests)
        for use in _uses_of(test, source, refused=refused, required=required)
    ]


def event_uses(signature: Signature, source: Excerpt) -> list[FieldUse]:
    """The fields that key the signature's episodes, and those that its event condition is computed from."""
    event = signature.event
    if event is None:
        return []
    key = [FieldUse(name, "key", condition=source.of(part) or name) for part in event.key for name in _names(part)]
    having = event.having
    if having is None:
        return key
    return key + [FieldUse(name, "having", condition=source.of(having)) for name in dict.fromkeys(_names(having))]


def single_tests(condition: Expr, *, refused: bool = False, required: bool = True) -> Iterator[tuple[Expr, bool, bool]]:
    """The single tests below `and`, `or` and `not`, each with whether it is refused and whether it must pass."""
    match condition:
        case Logic(op=op, operands=operands):
            together = (op == "and") != refused  # a refused `or` refuses each of its sides
            required = required and (together or len(operands) == 1)
            for operand in operands:
                yield from single_tests(operand, refused=refused, required=required)
        case Unary(op="not", operand=operand):
            yield from single_tests(operand, refused=not refused, required=required)
        case Compare(first=first, rest=rest):
            required = required and (not refused or len(rest) == 1)
            left = first
            for operator, right in rest:
                yield replace(condition, first=left, rest=((operator, right),)), refused, required
                left = right
        case _:
            yield condition, refused, required


def _uses_of(test: Expr, source: Excerpt, *, refused: bool, required: bool) -> Iterator[FieldUse]:
    written = source.of(test)
    common = FieldUse("", "pattern", condition=f"not {written}" if refused and written else written, required=required)
    if isinstance(test, FieldRef):  # a yes-or-no field standing alone, such as `tcp`
        answer = 0 if refused else 1
        yield replace(common, field=test.name, operator="is", value=("no", "yes")[answer],
                      stretch=Stretch(answer, answer))  # fmt: skip
        return
    if isinstance(test, Compare):
        (operator, right), left = test.rest[0], test.first
        tested = _field_and_constant(left, operator, right)
        if tested is not None:
            named, operator, constant, mask = tested
            refused = refused != (operator in _REFUSING)
            accepting = replace(common, field=named.name, operator=operator, mask=mask, excludes=refused)
            yield from _accepted(FIELDS[named.name], accepting, constant, source)
            return
        if isinstance(left, FieldRef):
            yield replace(common, field=left.name, operator=operator)
            yield from (replace(common, field=name) for name in dict.fromkeys(_names(right)) if name != left.name)
            return
    yield from (replace(common, field=name) for name in dict.fromkeys(_names(test)))


def _field_and_constant(left: Expr, operator: str, right: Expr) -> tuple[FieldRef, str, Expr, int | None] | None:
    """A test of one field, or of some of its bits, against a constant, with the field brought to the left."""
    if operator in _MIRRORED and not list(_names(left)):
        left, operator, right = right, _MIRRORED[operator], left
    if any(True for _ in _names(right)):
        return None
    match left:
        case FieldRef():
            return left, operator, right, None
        case Binary(op="&", left=FieldRef() as one, right=bits) | Binary(op="&", left=bits, right=FieldRef() as one):
            mask = fold(bits)
            return None if mask is None or operator not in ("==", "!=") else (one, operator, right, mask)
    return None


def _accepted(field: Field, use: FieldUse, constant: Expr, source: Excerpt) -> Iterator[FieldUse]:
    """The values that one test of `field` against `constant` speaks of, one use for each."""
    operator = use.operator or ""
    if operator in ("<", "<=", ">", ">="):
        yield replace(use, value=_written(constant, source), stretch=_beyond(field, operator, fold(constant)))
        return
    members = constant.items if isinstance(constant, SetLiteral) else (constant,)
    for member in members:
        stretch = stretch_of(member, field.kind)
        mask = use.mask
        if operator == "has" and field.kind is not Kind.OPTIONS and stretch is not None:
            mask = stretch.low  # `flags has RST`: that bit is set, whatever the others are
        comparable = stretch is not None and operator in ("==", "!=", "in", "not in", "has")
        yield replace(use, value=_written(member, source), stretch=stretch if comparable else None, mask=mask)


def _beyond(field: Field, operator: str, edge: int | None) -> Stretch | None:
    """The values on one side of `edge`, within what the field can hold."""
    if edge is None or abs(edge) > WHOLE:
        return None
    if operator.startswith("<"):
        return Stretch(0, edge - (operator == "<"))
    return Stretch(edge + (operator == ">"), (1 << field.bits) - 1 if field.bits else WHOLE)


def _written(constant: Expr, source: Excerpt) -> str:
    """A constant as it stands in the source; a list of options in one spelling, so that it can be looked up."""
    if isinstance(constant, ListLiteral):
        return f"[{', '.join(getattr(item, 'name', None) or str(fold(item)) for item in constant.items)}]"
    return source.of(constant)


def _names(expression: Any) -> Iterator[str]:
    """The names of all fields in an expression, in the order in which they stand."""
    if isinstance(expression, FieldRef):
        yield expression.name
    elif isinstance(expression, tuple):
        for part in expression:
            yield from _names(part)
    elif hasattr(expression, "__dataclass_fields__"):
        for part in fields(expression):
            if part.name != "span":
                yield from _names(getattr(expression, part.name))
