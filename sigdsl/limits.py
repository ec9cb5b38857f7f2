"""How large what comes from strangers may be. Each limit has a diagnostic of its own."""

from __future__ import annotations

from typing import Final

__all__ = [
    "MAX_CLAUSES", "MAX_DIAGNOSTICS", "MAX_FAULTS", "MAX_FILE_BYTES", "MAX_ITEMS", "MAX_NESTING",
    "MAX_PATTERNS", "MAX_REACH", "MAX_SIGNATURES", "MAX_SYNTAX_FAULTS",
]  # fmt: skip

MAX_FILE_BYTES: Final = 1 << 20
MAX_SIGNATURES: Final = 1_000  # in one file
MAX_PATTERNS: Final = 64  # packet patterns and observed signatures of one signature
MAX_NESTING: Final = 64  # brackets within brackets, and operators within operators
MAX_ITEMS: Final = 4_096  # elements of one set or list
MAX_REACH: Final = 65_536  # how far a set of distinct values or a sliding window may have to count
MAX_CLAUSES: Final = 256  # conjunctions that one pattern may expand to
MAX_SYNTAX_FAULTS: Final = 100  # in one file; then reading stops
MAX_FAULTS: Final = 1_000  # in one file; then checking stops
MAX_DIAGNOSTICS: Final = 200  # for one file; the rest is counted
