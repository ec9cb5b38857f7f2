"""Reading several bytes at once in kernels, with one check of the bounds each time.

Byte by byte, that costs more in the innermost loops than all that is done with what is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.core import cgutils as typed_cgutils
from numba.extending import intrinsic

from matcher.compiled.lowering import check

__all__ = ["BLOCK", "equal_bytes", "u16", "u32", "u64"]

BLOCK: Final = 64  # bytes that are compared at once

_WORD = ir.IntType(64)
_BLOCK = ir.VectorType(ir.IntType(8), BLOCK)
cgutils: Any = typed_cgutils


def _read(context: Any, builder: Any, data: Any, at: Any, kind: Any, width: int) -> Any:
    """What so many bytes are as another type, from an offset of a uint8 array on, after a check that they are there."""
    size = builder.extract_value(data.shape, 0)
    last = builder.sub(size, ir.Constant(_WORD, width))
    is_short = builder.icmp_signed("<", last, ir.Constant(_WORD, 0))
    check(context, builder, builder.or_(is_short, builder.icmp_unsigned(">", at, last)))
    where = builder.bitcast(cgutils.gep_inbounds(builder, data.data, at), kind.as_pointer())
    return builder.load(where, align=1)


def _big_endian(width: int, result: Any) -> Callable[..., Any]:
    """Reads so many bits, big-endian, at an offset of a uint8 array."""

    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        array = context.make_array(signature.args[0])(context, builder, args[0])
        number = builder.bswap(_read(context, builder, array, args[1], ir.IntType(width), width // 8))
        return number if width == 64 else builder.zext(number, _WORD)

    def typed(_context: Any, data: Any, at: Any) -> Any:
        if not _is_offset(data, at):
            return None
        return result(data, types.int64), codegen

    return typed


def _is_offset(data: Any, at: Any) -> bool:
    return isinstance(data, types.Array) and data.dtype == types.uint8 and isinstance(at, types.Integer)


def _equal_bytes(_context: Any, data: Any, at: Any, byte: Any) -> Any:
    """Types `equal_bytes`."""

    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        array = context.make_array(signature.args[0])(context, builder, args[0])
        block = _read(context, builder, array, args[1], _BLOCK, BLOCK)
        one = builder.insert_element(
            ir.Constant(_BLOCK, ir.Undefined), builder.trunc(args[2], _BLOCK.element), ir.IntType(32)(0)
        )
        everywhere = ir.Constant(ir.VectorType(ir.IntType(32), BLOCK), [0] * BLOCK)
        same = builder.shuffle_vector(one, ir.Constant(_BLOCK, ir.Undefined), everywhere)
        return builder.bitcast(builder.icmp_unsigned("==", block, same), _WORD)

    if not _is_offset(data, at) or not isinstance(byte, types.Integer):
        return None
    return types.uint64(data, types.int64, types.int64), codegen


# So many bits of a uint8 array, big-endian, from an offset on: int64, and uint64 of 64 bits.
u16: Callable[..., Any] = intrinsic(_big_endian(16, types.int64))
u32: Callable[..., Any] = intrinsic(_big_endian(32, types.int64))
u64: Callable[..., Any] = intrinsic(_big_endian(64, types.uint64))

# Which of the 64 bytes of a uint8 array from an offset on are some byte: uint64, the first one its lowest bit.
equal_bytes: Callable[..., Any] = intrinsic(_equal_bytes)
