"""What a value is: its kind and, for numbers, the least and greatest that it can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from sigdsl.fields import Kind

__all__ = ["BAD", "CONDITION", "MOD32", "MOD32_MAX", "Special", "Type"]

MOD32_MAX: Final = (1 << 32) - 1


class Special(Enum):
    """Kinds of values that no field has."""

    MOMENT = "a moment"
    DURATION = "a duration"
    RATE = "a rate"
    SET = "a set"
    LIST = "a list"
    REGEX = "a regular expression"
    PATTERN = "a pattern"
    BAD = "a fault"  # already reported; fits everywhere


@dataclass(frozen=True, slots=True)
class Type:
    """Kind and, for numbers, the least and greatest value that the expression can have."""

    kind: Kind | Special
    low: int = 0
    high: int = 0

    @property
    def is_number(self) -> bool:
        """Whether it can stand in arithmetic."""
        return self.kind in _ARITHMETIC

    @property
    def bits(self) -> int:
        """Width of the range in bits."""
        return (self.high - self.low).bit_length()

    def __str__(self) -> str:
        return _SPOKEN.get(self.kind) or str(self.kind.value)


_ARITHMETIC = {Kind.NUMBER, Kind.MOD32, Kind.ADDRESS, Kind.BOOLEAN, Special.BAD}
_SPOKEN: dict[Kind | Special, str] = {
    Kind.NUMBER: "a number", Kind.MOD32: "a number", Kind.ADDRESS: "an address", Kind.BOOLEAN: "a condition",
    Kind.OPTIONS: "a list of options", Kind.BYTES: "a string of bytes",
}  # fmt: skip
BAD: Final = Type(Special.BAD)
CONDITION: Final = Type(Kind.BOOLEAN, 0, 1)
MOD32: Final = Type(Kind.MOD32, 0, MOD32_MAX)
