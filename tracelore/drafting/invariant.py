"""What all packets of a sample have in common, and how much speaks for its being no accident.

The measure is description length. A constant that `n` independent packets share would, by accident, be shared with a
chance of 2^-(bits * (n - 1)); what it took to find it (how many relations were tried, how long the constant is) is paid
for from these bits. So one packet whose `ack` is `seq - 1` is enough, and one whose `seq` is 823414 is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf, log2
from typing import Final

from sigdsl.model import Expr
from sigdsl.walk import fields_of

__all__ = ["CERTAIN", "LEAST_EVIDENCE", "Invariant", "cost_of_number"]

CERTAIN: Final = 64.0  # how a stack writes its packets: one is enough to know
LEAST_EVIDENCE: Final = 8.0  # bits beyond what it took to find it: one accident in 256 drafts
_ROUND: Final = 8.0
_TYPED: Final = 8.0  # some 64 of all 16-bit numbers are 3 to 5 digits that repeat or count; and it is one way of five
_WAY: Final = 2.0  # to say which way a number is written
_BYTE: Final = 8.0


@dataclass(frozen=True, slots=True)
class Invariant:
    """A condition that holds for every packet of a sample.

    Attributes:
        condition: As a packet pattern has it.
        evidence: Bits that speak for it, net of what it took to find it.
        relation: It relates fields to each other.
        why: What else is to be said of it: the rule that such packets break, or a doubt. Empty for most.
    """

    condition: Expr
    evidence: float
    relation: bool = False
    why: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether the sample is large enough to believe in it."""
        return self.evidence >= LEAST_EVIDENCE

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it is about."""
        return frozenset(field.name for field in fields_of(self.condition))


def cost_of_number(value: int) -> float:
    """Bits that it takes to name a number.

    Small ones are short (Elias gamma code), and so is what people and programs write: powers of two, all ones, 54321,
    666, 65999, 0x03030303.
    """
    size = abs(value)
    gamma = 2.0 * size.bit_length()
    if size & (size - 1) == 0 or size & (size + 1) == 0:
        return min(gamma, _ROUND)
    return min(gamma, _as_digits(size), _as_hundreds(size), _as_bytes(size))


def _as_digits(size: int) -> float:
    """Decimal digits that repeat, or count up or down."""
    digits = [int(digit) for digit in str(size)]
    steps = {later - one for one, later in pairwise(digits)}
    return _TYPED if len(digits) > 2 and len(steps) == 1 and steps <= {-1, 0, 1} else inf


def _as_hundreds(size: int) -> float:
    """A few digits and zeros; or one more, or one less."""
    return min(_gamma(number) + _gamma(zeros) + _WAY + log2(3) if zeros > 1 else inf
               for number, zeros in map(_without_zeros, (size - 1, size, size + 1)))  # fmt: skip


def _without_zeros(size: int) -> tuple[int, int]:
    text = str(size)
    kept = text.rstrip("0")
    return int(kept or "0"), len(text) - len(kept)


def _gamma(size: int) -> float:
    return 2.0 * size.bit_length() - 1


def _as_bytes(size: int) -> float:
    """Four bytes that are equal."""
    return _BYTE + _WAY if size >> 16 and size == (size & 0xFF) * 0x01010101 else inf
