"""Regular expressions over payload bytes, in linear time and bounded memory (RE2)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from matcher.packet import UNKNOWN, Unknown
from matcher.values import Truth

__all__ = ["PatternError", "compile_regex", "search"]

_MAX_MEMORY: Final = 1 << 20  # bytes for one expression's program and automaton
_LOOKS_AHEAD: Final = ("$", r"\z", r"\b", r"\B")  # what holds or fails by the byte that follows


class PatternError(ValueError):
    """A regular expression that RE2 does not take."""


@lru_cache(maxsize=4096)
def compile_regex(pattern: str, ignore_case: bool) -> Any:
    """The expression as an RE2 object over bytes. Raises PatternError when it is malformed or too large."""
    import re2  # here: start-up, only where a signature has an expression

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = _MAX_MEMORY
    options.log_errors = False
    options.never_capture = True
    options.case_sensitive = not ignore_case
    try:
        return re2.compile(pattern.encode("latin-1"), options)
    except (re2.error, UnicodeEncodeError) as error:
        raise PatternError(str(error)) from error


def search(pattern: str, ignore_case: bool, seen: bytes, missing: int | Unknown) -> Truth:
    """Whether the expression matches somewhere in the payload, of which `missing` bytes after `seen` were not captured.

    A match within what was captured stands, unless the expression asks what follows (`$`, `\\b`).
    """
    found = compile_regex(pattern, ignore_case).search(seen) is not None
    if missing == 0:
        return found
    if found and not any(mark in pattern for mark in _LOOKS_AHEAD):
        return True
    return UNKNOWN
