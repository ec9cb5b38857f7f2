"""The binary operators of `matcher.compiled.stackcode`, for all kernels that run its rows."""

from __future__ import annotations

import numpy as np

from matcher.compiled.jit import Scalar, lean_part
from matcher.compiled.stackcode import ADD, AND, MOD, MUL, OR, SHL, SUB, XOR

__all__ = ["computed"]


@lean_part
def computed(op: Scalar, left: Scalar, right: Scalar) -> tuple[Scalar, Scalar]:
    """A binary operator: whether there is a result, and it."""
    applies, value = True, np.int64(0)
    if op == ADD:
        value = left + right
    elif op == SUB:
        value = left - right
    elif op == MUL:
        value = left * right
    elif op == AND:
        value = left & right
    elif op == OR:
        value = left | right
    elif op == XOR:
        value = left ^ right
    elif op == MOD:
        applies = right != 0
        value = left % right if applies else value
    elif right < 0 or right > 63:
        applies = False
    else:
        value = left << right if op == SHL else left >> right
    return applies, value
