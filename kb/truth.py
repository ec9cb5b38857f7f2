"""Whether a condition on one packet holds, when only some of the packet's values are known, or only their range.

The three truth values are those of the matcher (Kleene's): True, False, and None for "cannot be told". What a field is
compared with may be a range here, so "cannot be told" is also the answer where only a part of the range would match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.constants import V6, fold
from kb.given import Kinds, Value
from sigdsl.fields import FIELDS, OPTION_KINDS, Kind
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
    Compare,
    Expr,
    FieldRef,
    ListLiteral,
    Logic,
    Network,
    OptionKind,
    SetLiteral,
    Unary,
)
from sigdsl.model import Range as RangeNode
from sigdsl.ranges import Range, range_of

__all__ = ["Truth", "every", "truth_of"]

Truth = bool | None
Known = Mapping[str, Value]

_NO: Range = (0, 0)
_MOD32 = 1 << 32


def every(truths: Iterable[Truth]) -> Truth:
    """`and`: False outweighs what cannot be told."""
    found: Truth = True
    for truth in truths:
        if truth is False:
            return False
        found = None if truth is None else found
    return found


def truth_of(condition: Expr, known: Known) -> Truth:
    """Whether a packet with these values passes a condition of a packet pattern."""
    match condition:
        case Logic(op="and", operands=operands):
            return every(truth_of(operand, known) for operand in operands)
        case Logic(operands=operands):
            return _not(every(_not(truth_of(operand, known)) for operand in operands))
        case Unary(op="not", operand=operand):
            return _not(truth_of(operand, known))
        case Compare(first=first, rest=rest):
            lefts = (first, *(right for _, right in rest))
            return every(
                _compared(left, operator, right, known) for left, (operator, right) in zip(lefts, rest, strict=False)
            )
        case FieldRef(name=name):
            answer = known.get(name)
            return answer == (1, 1) if isinstance(answer, tuple) and answer[0] == answer[1] else None
    return None


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _compared(left: Expr, operator: str, right: Expr, known: Known) -> Truth:
    if _lacks_field(left, known) or _lacks_field(right, known):
        return False  # a comparison of what a packet does not have, `!=` too
    if operator in ("!=", "not in"):
        return _not(_compared(left, "==" if operator == "!=" else "in", right, known))
    value = known.get(left.name) if isinstance(left, FieldRef) else None
    if isinstance(value, Kinds):
        return _of_kinds(value, operator, right)
    if isinstance(value, bytes):
        return _of_bytes(value, operator, right)
    if operator == "in":
        return _is_within(left, right, known)
    if operator == "has":
        return _has_bits(left, right, known)
    one, other = _number(left, known), _number(right, known)
    if _is_mod32(left) or _is_mod32(right):  # `ack == -1` is ack 4294967295
        one, other = _wrapped(one), _wrapped(other)
    return _of_numbers(one, operator, other)


def _lacks_field(expression: Expr, known: Known) -> bool:
    """Whether the packet cannot have the field that stands here: a window where the packet is UDP."""
    if not isinstance(expression, FieldRef):
        return False
    return known.get(FIELDS[expression.name].protocol) == _NO


# --- numbers ---------------------------------------------------------------------------------------------------------


def _of_numbers(left: Range | None, operator: str, right: Range | None) -> Truth:
    if left is None or right is None:
        return None
    match operator:
        case "==":
            if left[1] < right[0] or right[1] < left[0]:
                return False
            return True if left[0] == left[1] == right[0] == right[1] else None
        case "<":
            return True if left[1] < right[0] else False if left[0] >= right[1] else None
        case "<=":
            return True if left[1] <= right[0] else False if left[0] > right[1] else None
        case ">" | ">=":
            return _of_numbers(right, "<" if operator == ">" else "<=", left)
    return None


def _number(expression: Expr, known: Known) -> Range | None:
    """The range of an expression; modulo 2^32 where the language computes so."""
    match expression:
        case FieldRef(name=name):
            value = known.get(name)
            return value if isinstance(value, tuple) else None
        case Address(value=value, version=version):
            return (value + (V6 if version == 6 else 0),) * 2
        case Unary(op="-" | "~" as op, operand=operand):
            inner = _number(operand, known)
            if inner is None:
                return None
            low, high = (-inner[1], -inner[0]) if op == "-" else (~inner[1], ~inner[0])
            return _modulo((low, high), expression)
        case Binary(op=op, left=left, right=right):
            one, other = _number(left, known), _number(right, known)
            return None if one is None or other is None else _modulo(_computed(op, one, other), expression)
    constant = fold(expression)
    return None if constant is None else (constant, constant)


def _computed(op: str, one: Range, other: Range) -> Range | None:
    if one[1] >= V6 or other[1] >= V6:
        return None  # there is no arithmetic with IPv6 addresses
    try:
        return range_of(op, one, other)
    except ValueError:
        return None


def _modulo(result: Range | None, expression: Expr) -> Range | None:
    return _wrapped(result) if _is_mod32(expression) else result


def _wrapped(numbers: Range | None) -> Range | None:
    """Modulo 2^32; None where the range goes over the wrap, since that would be two ranges."""
    if numbers is None or numbers[0] // _MOD32 != numbers[1] // _MOD32:
        return None
    return numbers[0] % _MOD32, numbers[1] % _MOD32


def _is_mod32(expression: Expr) -> bool:
    match expression:
        case FieldRef(name=name):
            return FIELDS[name].kind is Kind.MOD32
        case Unary(op="-" | "~", operand=operand):
            return _is_mod32(operand)
        case Binary(op="+" | "-" | "*", left=left, right=right):
            return _is_mod32(left) or _is_mod32(right)
    return False


def _is_within(left: Expr, right: Expr, known: Known) -> Truth:
    value = _number(left, known)
    if value is None:
        return None
    answers: list[Truth] = []
    for member in right.items if isinstance(right, SetLiteral) else (right,):
        stretch = _members(member, known)
        if stretch is None:
            answers.append(None)
        elif value[1] < stretch[0] or stretch[1] < value[0]:
            answers.append(False)
        else:
            answers.append(True if stretch[0] <= value[0] and value[1] <= stretch[1] else None)
    return _not(every(map(_not, answers)))


def _members(member: Expr, known: Known) -> Range | None:
    """The values that one member of a set stands for; None for a named set, which is not worked out here."""
    match member:
        case Network(value=value, prefix=prefix, version=version):
            low = value + (V6 if version == 6 else 0)
            return low, low + (1 << ((128 if version == 6 else 32) - prefix)) - 1
        case RangeNode(low=low_end, high=high_end):
            one, other = _number(low_end, known), _number(high_end, known)
            return None if one is None or other is None else (one[0], other[1])
    return _number(member, known)


def _has_bits(left: Expr, right: Expr, known: Known) -> Truth:
    value, bits = _number(left, known), fold(right)
    if value is None or bits is None or value[0] != value[1]:
        return None
    return value[0] & bits == bits


# --- option kinds and bytes ------------------------------------------------------------------------------------------


def _of_kinds(value: Kinds, operator: str, right: Expr) -> Truth:
    items = right.items if isinstance(right, ListLiteral) else (right,)
    wanted = tuple(OPTION_KINDS[item.name] if isinstance(item, OptionKind) else fold(item) for item in items)
    if not value.whole:
        present = set(wanted) <= set(value.listed)
        if operator == "==":
            return None if set(value.listed) <= set(wanted) else False
        return True if operator == "has" and present else None
    places = range(len(value.listed) - len(wanted) + 1)
    match operator:
        case "has":
            return set(wanted) <= set(value.listed)
        case "starts":
            return value.listed[: len(wanted)] == wanted
        case "contains":
            return any(value.listed[at : at + len(wanted)] == wanted for at in places)
        case "==":
            return value.listed == wanted
    return None


def _of_bytes(start: bytes, operator: str, right: Expr) -> Truth:
    """The payload is known to begin with `start`, and may go on."""
    if operator == "in" and isinstance(right, SetLiteral):
        return _not(every(_not(_of_bytes(start, "==", item)) for item in right.items))
    if not isinstance(right, ByteString):
        return None
    wanted = right.value
    match operator:
        case "starts":
            return True if start.startswith(wanted) else None if wanted.startswith(start) else False
        case "contains":
            return True if wanted in start else None
        case "==":
            return None if wanted.startswith(start) else False
    return None
