"""How large notes may be: they come from strangers, in packs and exports."""

from __future__ import annotations

from typing import Final

__all__ = [
    "MAX_BYTES", "MAX_COUNT", "MAX_LINE", "MAX_PARENTS", "MAX_POINT", "MAX_POINTS", "MAX_REVISIONS", "MAX_SHORT",
    "MAX_TEXT",
]  # fmt: skip

MAX_BYTES: Final = 64 << 20  # of one import
MAX_LINE: Final = 1 << 18  # bytes of one line; the parts below come to less than this
MAX_REVISIONS: Final = 100_000  # of one import
MAX_PARENTS: Final = 64  # revisions that one replaces
MAX_SHORT: Final = 300  # characters of a name, a title, a place
MAX_TEXT: Final = 16_384  # characters of a text
MAX_POINTS: Final = 16  # arguments of one kind
MAX_POINT: Final = 2_000  # characters of one argument
MAX_COUNT: Final = 10**15
