"""What an event needs at least: counts of observations without which its condition cannot be true.

The condition is weakened to `or` over `and` over "at least so many observations of these patterns" and "none of
those". Weakened means: where the condition is true, so is this. An episode for which this is false is no event,
whatever its fields are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

from matcher.evaluate import pairs
from matcher.program import SignatureProgram
from matcher.values import opposite
from sigdsl.model import Call, Compare, Expr, Logic, Number, Unary
from sigdsl.walk import walk

__all__ = ["COUNTED", "Need", "needs"]

COUNTED: Final = 255  # as far as observations of a pattern are counted
_MOST_TERMS: Final = 32
# Aggregates without a value while nothing was observed: a comparison with one is then false.
_NEED_ONE: Final = frozenset({"first", "last", "min", "max", "span", "constant", "step", "missing", "rate"})
_INVERSE: Final = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@dataclass(frozen=True, slots=True)
class Need:
    """One way in which the condition may be true.

    Attributes:
        none: Bits of the patterns of which nothing may be observed.
        least: (bits of patterns, how many observations of any of them at least).
    """

    none: int = 0
    least: frozenset[tuple[int, int]] = frozenset()

    def __or__(self, other: Need) -> Need:
        return Need(self.none | other.none, self.least | other.least)


_ANYTHING: Final = (Need(),)


def needs(signature: SignatureProgram) -> tuple[Need, ...]:
    """The ways in which the condition may be true; none when it never can be."""
    return _needs(signature.having, signature, True) if signature.having is not None else _ANYTHING


def _needs(expr: Expr, signature: SignatureProgram, positive: bool) -> tuple[Need, ...]:
    match expr:
        case Unary("not", operand):
            return _needs(operand, signature, not positive)
        case Logic(op, operands):
            parts = [_needs(part, signature, positive) for part in operands]
            return _all(parts) if (op == "and") == positive else _any(parts)
        case Compare():
            chain = [_comparison(left, op, right, signature, positive) for left, op, right in pairs(expr)]
            return _all(chain) if positive else _any(chain)
        case Call() if positive:
            return (Need(least=_presence(expr, signature)),)
        case _:
            return _ANYTHING


def _any(parts: list[tuple[Need, ...]]) -> tuple[Need, ...]:
    found = tuple(dict.fromkeys(need for part in parts for need in part))
    return found if len(found) <= _MOST_TERMS and Need() not in found else _ANYTHING


def _all(parts: list[tuple[Need, ...]]) -> tuple[Need, ...]:
    joined: tuple[Need, ...] = _ANYTHING
    for part in parts:
        if len(joined) * len(part) > _MOST_TERMS:
            continue  # weaker, and still necessary
        joined = tuple(dict.fromkeys(one | other for one, other in product(joined, part)))
    return joined


def _comparison(left: Expr, op: str, right: Expr, signature: SignatureProgram, positive: bool) -> tuple[Need, ...]:
    if isinstance(left, Number):
        left, op, right = right, opposite(op), left
    if not positive:
        if not (isinstance(left, Call) and left.name == "count" and isinstance(right, Number) and op in _INVERSE):
            return _ANYTHING  # false also where an aggregate has no value
        op = _INVERSE[op]
    if isinstance(left, Call) and isinstance(right, Number) and left.name in ("count", "distinct"):
        return (_counted(left, op, right.value, signature),)
    return (Need(least=frozenset().union(*(_presence(part, signature) for part in (*walk(left), *walk(right))))),)


def _counted(call: Call, op: str, number: int, signature: SignatureProgram) -> Need:
    """`count(p) >= 3`, `distinct(e) > 2`: as many observations; `count(p) == 0`: none."""
    spec = signature.aggregates[signature.measures[call]]
    least = {">=": number, ">": number + 1, "==": number}.get(op, 1 if op == "!=" and number == 0 else 0)
    if least > 0:
        return Need(least=frozenset({(spec.scope, min(least, COUNTED))}))
    at_most = {"==": number, "<=": number, "<": number - 1}.get(op)
    if at_most is not None and at_most < 0:
        return Need(least=frozenset({(0, 1)}))  # never
    if at_most == 0 and spec.kind == "count" and not spec.window_ns:
        return Need(none=spec.scope)
    return Need()


def _presence(expr: Expr, signature: SignatureProgram) -> frozenset[tuple[int, int]]:
    if not isinstance(expr, Call) or expr not in signature.measures:
        return frozenset()
    if expr.name not in _NEED_ONE and not expr.name.startswith("interval"):
        return frozenset()
    return frozenset({(signature.aggregates[signature.measures[expr]].scope, 1)})
