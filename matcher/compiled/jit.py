"""The one way in which this package makes kernels, and the notice when a machine compiles them for the first time.

Numba keeps what it compiled beside the source, or below `NUMBA_CACHE_DIR` or the user's cache where that cannot be
written. It notices a change of the file that a kernel is in, and of no other: a kernel therefore calls only
functions of its own module, and takes constants of another module only where these can never change.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

from numba import njit

__all__ = ["Scalar", "inlined", "is_cached", "kernel", "tell_of_first_compilation"]

Scalar: TypeAlias = Any  # a number or a truth value in a kernel: Numba tells int64 from uint64, Python does not
F = TypeVar("F", bound=Callable[..., Any])

_NOTICE = "tracelore: compiling the fast matcher for this machine (once, some seconds)"


def kernel(function: F) -> F:
    """Compile at the first call, keep the result on disk, release the interpreter's lock, check every index."""
    return cast(F, njit(cache=True, nogil=True, boundscheck=True)(function))


def inlined(function: F) -> F:
    """A small part of kernels of the same module, put in where it is called: arrays are not counted on the way."""
    return cast(F, njit(inline="always", cache=True, nogil=True, boundscheck=True)(function))


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
