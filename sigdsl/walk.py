"""Walks over expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sigdsl.model import Binary, Call, Compare, Expr, FieldRef, ListLiteral, Logic, Range, SetLiteral, Unary

__all__ = ["children", "fields_of", "mapped", "walk"]


def children(expr: Expr) -> tuple[Expr, ...]:
    """The expressions directly within one."""
    match expr:
        case Unary():
            return (expr.operand,)
        case Binary():
            return (expr.left, expr.right)
        case Logic():
            return expr.operands
        case Compare():
            return (expr.first, *(right for _, right in expr.rest))
        case SetLiteral() | ListLiteral():
            return expr.items
        case Range():
            return (expr.low, expr.high)
        case Call():
            return expr.args
        case _:
            return ()


def walk(expr: Expr) -> Iterator[Expr]:
    """An expression and all within it, from left to right."""
    yield expr
    for part in children(expr):
        yield from walk(part)


def fields_of(expr: Expr) -> tuple[FieldRef, ...]:
    """The fields that an expression asks for, from left to right."""
    return tuple(part for part in walk(expr) if isinstance(part, FieldRef))


def mapped(expr: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """An expression with its names and constants as `change` gives them."""

    def each(parts: tuple[Expr, ...]) -> tuple[Expr, ...]:
        return tuple(mapped(part, change) for part in parts)

    match expr:
        case Unary():
            return replace(expr, operand=mapped(expr.operand, change))
        case Binary():
            return replace(expr, left=mapped(expr.left, change), right=mapped(expr.right, change))
        case Logic():
            return replace(expr, operands=each(expr.operands))
        case Compare():
            rest = tuple((operator, mapped(right, change)) for operator, right in expr.rest)
            return replace(expr, first=mapped(expr.first, change), rest=rest)
        case SetLiteral() | ListLiteral():
            return replace(expr, items=each(expr.items))
        case Range():
            return replace(expr, low=mapped(expr.low, change), high=mapped(expr.high, change))
        case Call():
            return replace(expr, args=each(expr.args))
        case _:
            return change(expr)
