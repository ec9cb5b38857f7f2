"""How many conjunctions a condition is as alternatives without `or`, counted without writing them out."""

from __future__ import annotations

from math import prod

from sigdsl.model import Compare, Expr, Logic, PacketPattern, Unary

__all__ = ["clauses_of"]


def clauses_of(pattern: PacketPattern) -> int:
    """The number for a whole pattern, before equal ones are merged: an upper bound."""
    return prod(_count(condition, True) for condition in pattern.conditions)


def _count(expr: Expr, wanted: bool) -> int:
    """The number for `expr` (`wanted`) or for `not expr`: `not` turns `and` into `or` and the other way round."""
    match expr:
        case Unary(op="not"):
            return _count(expr.operand, not wanted)
        case Logic():
            counts = [_count(operand, wanted) for operand in expr.operands]
            return prod(counts) if (expr.op == "and") is wanted else sum(counts)
        case Compare():
            return 1 if wanted else len(expr.rest)
        case _:
            return 1
