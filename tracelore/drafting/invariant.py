"""What all packets of a sample have in common, and how much speaks for its being no accident.

The measure is description length. A constant that `n` independent packets share would, by accident, be shared with a
chance of 2^-(bits * (n - 1)); what it took to find it (how many relations were tried, how long the constant is) is paid
for from these bits. So one packet whose `ack` is `seq - 1` is enough, and one whose `seq` is 823414 is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sigdsl.model import Expr
from sigdsl.walk import fields_of

__all__ = ["LEAST_EVIDENCE", "Invariant", "cost_of_number"]

LEAST_EVIDENCE: Final = 8.0  # bits beyond what it took to find it: one accident in 256 drafts
_ROUND: Final = 8.0


@dataclass(frozen=True, slots=True)
class Invariant:
    """A condition that holds for every packet of a sample.

    Attributes:
        condition: As a packet pattern has it.
        evidence: Bits that speak for it, net of what it took to find it.
        relation: It relates fields to each other.
    """

    condition: Expr
    evidence: float
    relation: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the sample is large enough to believe in it."""
        return self.evidence >= LEAST_EVIDENCE

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it is about."""
        return frozenset(field.name for field in fields_of(self.condition))


def cost_of_number(value: int) -> float:
    """Bits that it takes to name a number: small ones (Elias gamma code), powers of two, and all ones are short."""
    size = abs(value)
    gamma = 2.0 * size.bit_length()
    return min(gamma, _ROUND) if size & (size - 1) == 0 or size & (size + 1) == 0 else gamma
