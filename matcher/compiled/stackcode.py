"""Expressions as rows of numbers that kernels run on a stack.

Only what fits is lowered: every intermediate value lies within 64 bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from matcher.packet import V6
from matcher.stack import Code
from sigdsl.fields import FIELDS

__all__ = ["DEPTH", "LIMIT", "OPERATIONS", "RAW", "Bounds", "CannotLower", "Row", "lower_code"]

Row = tuple[int, int, int]  # operation, argument, whether the result is modulo 2^32
Bounds = tuple[int, int]

(LOAD, CONST, ADD, SUB, MUL, MOD, AND, OR, XOR, SHL, SHR, NEG, INV, MOD32, RAW) = range(15)
OPERATIONS: Final = ("load", "const", "+", "-", "*", "%", "&", "|", "^", "<<", ">>", "neg", "inv", "mod32")
DEPTH: Final = 32  # of a kernel's stack
LIMIT: Final = 1 << 63
_NUMBER: Final = {name: number for number, name in enumerate(OPERATIONS)}
_MOD32: Final = 1 << 32


class CannotLower(Exception):
    """A value may leave 64 bits, or it is one for the ordinary matcher."""


def lower_code(code: Code, slots: Mapping[str, int]) -> tuple[list[Row], Bounds]:
    """The rows of an expression, and what its values lie between.

    Args:
        code: The expression.
        slots: The number by which a kernel loads each field.

    Raises:
        CannotLower: A value on the way may leave 64 bits.
    """
    rows: list[Row] = []
    stack: list[Bounds] = []
    for op, argument in code.steps:
        if len(stack) >= DEPTH // 2:
            raise CannotLower
        if op == "load":
            name, _ = code.loads[argument]
            rows.append((LOAD, slots[name], 0))
            stack.append((0, (1 << FIELDS[name].bits) - 1))
        elif op == "const":
            if not -LIMIT <= argument < LIMIT:
                raise CannotLower
            rows.append((CONST, argument, 0))
            stack.append((argument, argument))
        else:
            operands = [stack.pop()] if op in ("neg", "inv", "mod32") else [stack.pop(), stack.pop()][::-1]
            bounds = _bounds(op, operands, bool(argument))
            if not -LIMIT <= bounds[0] <= bounds[1] < LIMIT:
                raise CannotLower
            rows.append((_NUMBER[op], 0, argument))
            stack.append(bounds)
    return rows, stack.pop()


def _bounds(op: str, operands: list[Bounds], modular: bool) -> Bounds:
    """What a result lies between, before a reduction by the kernel could leave what 64 bits hold.

    Numbers modulo 2^32 may wrap at 2^64 on their way: 2^32 divides that.
    """
    low, high = operands[0]
    if op == "mod32" or (modular and op in ("+", "-", "*", "neg", "inv")):
        return 0, _MOD32 - 1
    if op in ("neg", "inv"):
        return -high - 1, -low
    less, more = operands[1]
    if op == "+":
        return low + less, high + more
    if op == "-":
        return low - more, high - less
    if op == "*":
        corners = [a * b for a in (low, high) for b in (less, more)]
        return min(corners), max(corners)
    if op == "%":
        return min(0, less), max(0, more)
    if op in ("&", "|", "^"):
        width = max(value.bit_length() for value in (low, high, less, more))
        return (0 if min(low, less) >= 0 else -(1 << width)), (1 << width) - 1
    if op == ">>":
        return min(low, 0), max(high, 0)
    most = min(max(more, 0), 63)
    return min(low, 0) << most, max(high, 0) << most


assert V6 > LIMIT  # no IPv6 address looks like a number
