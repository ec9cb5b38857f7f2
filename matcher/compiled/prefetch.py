"""Lines of memory that are asked for before they are needed.

What keys lead to lies anywhere in hundreds of megabytes, and each look there would wait for memory. A processor that is
told some steps before where it will look goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.extending import intrinsic

__all__ = ["prefetch"]

_BYTE, _WORD = ir.IntType(8).as_pointer(), ir.IntType(32)
_PREFETCH = ir.FunctionType(ir.VoidType(), [_BYTE, _WORD, _WORD, _WORD])
_READ, _KEEP, _DATA = _WORD(0), _WORD(3), _WORD(1)  # as LLVM numbers them


def _typed(_context: Any, array: Any, row: Any) -> Any:
    if not isinstance(array, types.Array) or not isinstance(row, types.Integer):
        return None
    return types.void(array, row), _codegen


def _codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    layout = context.make_array(signature.args[0])(context, builder, args[0])
    distance = builder.mul(args[1], builder.extract_value(layout.strides, 0))
    where = builder.add(builder.ptrtoint(layout.data, distance.type), distance)
    instruction = builder.module.declare_intrinsic("llvm.prefetch", [_BYTE], _PREFETCH)
    builder.call(instruction, [builder.inttoptr(where, _BYTE), _READ, _KEEP, _DATA])
    return context.get_dummy_value()


# Asks for the line where an element of an array stands, or where its row begins. One outside of it does no harm.
prefetch: Callable[..., None] = intrinsic(_typed)
