"""Subscripts of arrays in kernels, with one check of the bounds for each dimension.

Numba lets an index count from the end and then compares it with both ends. As nearly every line of a kernel reads or
writes its arrays, that took a quarter of their time. No kernel here counts from the end. So one comparison without a
sign is enough, for which a negative index is too large: an error, like any that lies outside.
"""

from __future__ import annotations

from typing import Any

from numba.core import cgutils as typed_cgutils
from numba.core import types as typed_types
from numba.core.compiler import CompilerBase
from numba.core.compiler import DefaultPassBuilder as TypedPassBuilder
from numba.core.compiler_machinery import register_pass as typed_register_pass
from numba.core.lowering import Lower
from numba.core.typed_passes import NativeLowering

__all__ = ["Compiler", "check"]

# Numba declares no types, or too few, for those who extend it.
cgutils: Any = typed_cgutils
types: Any = typed_types
DefaultPassBuilder: Any = TypedPassBuilder
register_pass: Any = typed_register_pass


def check(context: Any, builder: Any, is_outside: Any) -> None:
    """Raise an IndexError where something is outside of an array."""
    with cgutils.if_unlikely(builder, is_outside):
        context.call_conv.return_user_exc(builder, IndexError, ("index is out of bounds",))


def _is_element(array: Any, subscript: Any) -> bool:
    """Whether a subscript is of one number of an array whose rows follow each other."""
    if not isinstance(array, types.Array) or array.layout != "C" or not isinstance(array.dtype, types.Number):
        return False
    indices = subscript.types if isinstance(subscript, types.BaseTuple) else [subscript]
    return len(indices) == array.ndim and all(isinstance(each, types.Integer) for each in indices)


class _Lower(Lower):
    """Numba's lowering of a function to LLVM, but for elements of arrays."""

    def lower_getitem(self: Any, resty: Any, expr: Any, value: Any, index: Any, signature: Any) -> Any:
        array = self.typeof(value.name)
        if not _is_element(array, self.typeof(index.name)):
            plain: Any = super()
            return plain.lower_getitem(resty, expr, value, index, signature)
        found = self.context.unpack_value(self.builder, array.dtype, self._place(value, index))
        return self.context.cast(self.builder, found, array.dtype, resty)

    def lower_setitem(self: Any, target_var: Any, index_var: Any, value_var: Any, signature: Any) -> Any:
        array = self.typeof(target_var.name)
        if not _is_element(array, self.typeof(index_var.name)):
            plain: Any = super()
            return plain.lower_setitem(target_var, index_var, value_var, signature)
        value = self.context.cast(
            self.builder, self.loadvar(value_var.name), self.typeof(value_var.name), array.dtype
        )  # fmt: skip
        self.context.pack_value(self.builder, array.dtype, value, self._place(target_var, index_var))
        return None

    def _place(self: Any, array: Any, index: Any) -> Any:
        """Where in memory an element is, after a check that it is there."""
        kind, found = self.typeof(index.name), self.loadvar(index.name)
        is_tuple = isinstance(kind, types.BaseTuple)
        kinds = kind.types if is_tuple else [kind]
        indices = cgutils.unpack_tuple(self.builder, found) if is_tuple else [found]
        layout = self.context.make_array(self.typeof(array.name))(self.context, self.builder, self.loadvar(array.name))
        place = self.context.get_constant(types.intp, 0)
        for axis, (each, at) in enumerate(zip(kinds, indices, strict=True)):
            size = self.builder.extract_value(layout.shape, axis)
            number = self.context.cast(self.builder, at, each, types.intp)
            check(self.context, self.builder, self.builder.icmp_unsigned(">=", number, size))
            place = self.builder.add(self.builder.mul(place, size), number)
        return cgutils.gep_inbounds(self.builder, layout.data, place)


@register_pass(mutates_CFG=True, analysis_only=False)
class _Lowering(NativeLowering):
    _name = "lowering_with_one_check"

    @property
    def lowering_class(self) -> type[Lower]:
        return _Lower


class Compiler(CompilerBase):
    """Numba's compiler with that lowering."""

    def define_pipelines(self: Any) -> list[Any]:
        """The one pipeline of Numba's, with a pass exchanged."""
        pipeline = DefaultPassBuilder.define_nopython_pipeline(self.state)
        pipeline.passes = [(_Lowering if each is NativeLowering else each, why) for each, why in pipeline.passes]
        pipeline.finalize()
        return [pipeline]
