"""The one way in which this package makes kernels, and the notice when a machine compiles them for the first time.

Numba keeps what it compiled beside the source, or below `NUMBA_CACHE_DIR` or the user's cache where that cannot be
written. By itself it notices only a change of the file that a kernel is in; here a change of any file of this package
makes it compile anew, so that kernels may call functions, and use constants, of the package's other modules.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

from numba import njit
from numba.core.caching import FunctionCache
from numba.core.runtime.nrt import rtsys

from matcher.compiled.lowering import Compiler

__all__ = ["Scalar", "inlined", "is_cached", "kernel", "lean", "lean_inlined", "lean_part", "tell_of_first_compilation"]

Scalar: TypeAlias = Any  # a number or a truth value in a kernel: Numba tells int64 from uint64, Python does not
F = TypeVar("F", bound=Callable[..., Any])

_NOTICE = "tracelore: compiling the fast matcher for this machine (once, some seconds)"


@cache
def _sources() -> str:
    """A digest of all sources of this package."""
    digest = blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


class _Kept:
    """What a function was compiled to, on disk. It counts only for these very sources.

    Numba looks for a place for each function as soon as that is made, though few are called in a run. And it prepares
    to compile before it looks for what was kept: it imports and registers all that it has code for, which takes longer
    than a kernel's loading. To load, only its memory must be there, and when it does compile, it prepares for that
    again.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self._of = _sources()  # as they are now: at the first call they may be others than were imported

    @cached_property
    def _files(self) -> Any:
        files: Any = FunctionCache(self._function)  # type: ignore[no-untyped-call]
        files._cache_file._source_stamp = (files._cache_file._source_stamp, self._of)
        return files

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """As Numba calls it: the function compiled for arguments of these types, or None."""
        rtsys.initialize(target_context)
        with self._files._guard_against_spurious_io_errors():
            return self._files._load_overload(sig, target_context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


def _kept(dispatcher: Any) -> Any:
    dispatcher._cache = _Kept(dispatcher.py_func)
    return dispatcher


def kernel(function: F) -> F:
    """Compile at the first call, keep the result on disk, release the interpreter's lock, check every index."""
    return cast(F, _kept(njit(nogil=True, boundscheck=True, pipeline_class=Compiler)(function)))


def inlined(function: F) -> F:
    """A small part of kernels of the same module, put in where it is called: arrays are not counted on the way."""
    return cast(F, _kept(njit(inline="always", nogil=True, boundscheck=True, pipeline_class=Compiler)(function)))


_njit = cast(Any, njit)  # `_nrt`, which turns the counting off, is not in its declared options

_PART: dict[str, Any] = {
    "nogil": True, "boundscheck": True, "_nrt": False, "no_cpython_wrapper": True, "no_cfunc_wrapper": True,
    "pipeline_class": Compiler,
}  # fmt: skip


def lean(function: F) -> F:
    """A kernel that allocates nothing: Numba need not count references to arrays, which costs more than their use."""
    return cast(F, _kept(_njit(nogil=True, boundscheck=True, _nrt=False, pipeline_class=Compiler)(function)))


def lean_part(function: F) -> F:
    """What only lean kernels call: it is kept on disk as a part of them, and Python cannot call it."""
    return cast(F, _njit(**_PART)(function))


def lean_inlined(function: F) -> F:
    """The same, put in where it is called, so that no array has to be handed on."""
    return cast(F, _njit(**_PART, forceinline=True)(function))


def is_cached(function: Callable[..., Any]) -> bool:
    """Whether a kernel was compiled on this machine before and its source did not change since."""
    dispatcher = cast(Any, function)
    source = Path(dispatcher.py_func.__code__.co_filename)
    name = f"{source.stem}.{dispatcher.py_func.__qualname__}-"
    try:
        changed = source.stat().st_mtime
        return any(
            index.stat().st_mtime >= changed
            for index in Path(dispatcher.stats.cache_path).glob("*.nbi")
            if index.name.startswith(name)
        )
    except OSError:  # a file that went away meanwhile
        return False


def tell_of_first_compilation(kernels: Iterable[Callable[..., Any]], notice: Callable[[str], None] | None) -> None:
    """Say so before the kernels are compiled, where they are not cached. `notice` gets the line; None: to stderr."""
    if all(is_cached(function) for function in kernels):
        return
    if notice is not None:
        notice(_NOTICE)
    else:
        sys.stderr.write(_NOTICE + "\n")
