"""Reading arrays and bytes in kernels, with one check of the bounds each.

Numba allows an index that counts from the end, checks both ends for each dimension, and reads a number byte by byte.
In the innermost loops that costs more than all that is done with what is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.core import cgutils as typed_cgutils
from numba.extending import intrinsic

__all__ = ["cell", "item", "u16", "u32", "u64"]

_WORD = ir.IntType(64)
cgutils: Any = typed_cgutils


def _check(context: Any, builder: Any, is_within: Any) -> None:
    with builder.if_then(builder.not_(is_within), likely=False):
        context.call_conv.return_user_exc(builder, IndexError, ("index is out of bounds",))


def _big_endian(width: int, result: Any) -> Callable[..., Any]:
    """Reads so many bits, big-endian, at an offset of a uint8 array."""

    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        array = context.make_array(signature.args[0])(context, builder, args[0])
        at, size = args[1], builder.extract_value(array.shape, 0)
        last = builder.sub(size, ir.Constant(_WORD, width // 8))
        enough = builder.icmp_signed(">=", last, ir.Constant(_WORD, 0))
        _check(context, builder, builder.and_(enough, builder.icmp_unsigned("<=", at, last)))
        where = builder.bitcast(cgutils.gep_inbounds(builder, array.data, at), ir.IntType(width).as_pointer())
        number = builder.bswap(builder.load(where, align=1))
        return number if width == 64 else builder.zext(number, _WORD)

    def typed(_context: Any, data: Any, at: Any) -> Any:
        if not isinstance(data, types.Array) or data.dtype != types.uint8 or not isinstance(at, types.Integer):
            return None
        return result(data, types.int64), codegen

    return typed


# So many bits of a uint8 array, big-endian, from an offset on: int64, and uint64 of 64 bits.
u16: Callable[..., Any] = intrinsic(_big_endian(16, types.int64))
u32: Callable[..., Any] = intrinsic(_big_endian(32, types.int64))
u64: Callable[..., Any] = intrinsic(_big_endian(64, types.uint64))


def _element(context: Any, builder: Any, array: Any, at: Any) -> Any:
    """An int64 or int32 at a place in an array's memory, as int64."""
    return builder.sext(builder.load(cgutils.gep_inbounds(builder, array.data, at)), _WORD)


def _is_readable(array: Any, dimensions: int) -> bool:
    return (
        isinstance(array, types.Array)
        and array.ndim == dimensions
        and array.layout == "C"
        and array.dtype in (types.int64, types.int32)
    )


def _item(_context: Any, array: Any, at: Any) -> Any:
    if not _is_readable(array, 1) or not isinstance(at, types.Integer):
        return None

    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        found = context.make_array(signature.args[0])(context, builder, args[0])
        _check(context, builder, builder.icmp_unsigned("<", args[1], builder.extract_value(found.shape, 0)))
        return _element(context, builder, found, args[1])

    return types.int64(array, types.int64), codegen


def _cell(_context: Any, array: Any, row: Any, column: Any) -> Any:
    if not _is_readable(array, 2) or not isinstance(row, types.Integer) or not isinstance(column, types.Integer):
        return None

    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        found = context.make_array(signature.args[0])(context, builder, args[0])
        rows, columns = (builder.extract_value(found.shape, axis) for axis in (0, 1))
        inside = (builder.icmp_unsigned("<", args[1], rows), builder.icmp_unsigned("<", args[2], columns))
        _check(context, builder, builder.and_(*inside))
        return _element(context, builder, found, builder.add(builder.mul(args[1], columns), args[2]))

    return types.int64(array, types.int64, types.int64), codegen


# `array[at]` and `array[row, column]` of int64 or int32 arrays, as int64.
item: Callable[..., Any] = intrinsic(_item)
cell: Callable[..., Any] = intrinsic(_cell)
