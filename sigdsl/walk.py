"""Walks over expressions."""

from __future__ import annotations

from collections.abc import Iterator

from sigdsl.model import Binary, Call, Compare, Expr, FieldRef, ListLiteral, Logic, Range, SetLiteral, Unary

__all__ = ["children", "fields_of", "walk"]


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
