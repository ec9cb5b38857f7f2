"""Reading numbers of several bytes in kernels, with one check of the bounds each.

Byte by byte, that costs more in the innermost loops than all that is done with what is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.core import cgutils as typed_cgutils
from numba.extending import intrinsic

from matcher.compiled.lowering import check

__all__ = ["u16", "u32", "u64"]

_WORD = ir.IntType(64)
cgutils: Any = typed_cgutils


def _big_endian(width: int, result: Any) -> Callable[..., Any]:
    """Reads so many bits, big-endian, at an offset of a uint8 array."""

    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        array = context.make_array(signature.args[0])(context, builder, args[0])
        at, size = args[1], builder.extract_value(array.shape, 0)
        last = builder.sub(size, ir.Constant(_WORD, width // 8))
        is_short = builder.icmp_signed("<", last, ir.Constant(_WORD, 0))
        check(context, builder, builder.or_(is_short, builder.icmp_unsigned(">", at, last)))
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
