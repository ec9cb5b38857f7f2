"""What reading a capture has to say besides its packets: damage, warnings, and what was not decoded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Messages", "ReadReport"]

_MOST_REASONS = 1000


@dataclass(slots=True)
class Messages:
    """The first messages of a kind, and how many there were in all.

    Attributes:
        first: The messages that are kept, in the order in which they came.
        total: How many were added; more than `len(first)` when some were left out.
        most: How many are kept, so that a hostile file cannot fill the memory with complaints.
    """

    first: list[str] = field(default_factory=list)
    total: int = 0
    most: int = 100

    def add(self, message: str) -> None:
        """Count a message, and keep it while there is room."""
        self.total += 1
        if len(self.first) < self.most:
            self.first.append(message)


@dataclass(slots=True)
class ReadReport:
    """The account of one input, filled in while its records are read and decoded.

    Attributes:
        records: Records delivered.
        damage: What could not be read, and where. Records before it were delivered; none are made up after it.
        warnings: What was odd and was read all the same.
        undecoded: Records in which no IP packet was found, by reason.
        outer_only: Records with a tunnel whose inner packet was asked for and not found, by reason. They have the
            fields of the packet around it.
    """

    records: int = 0
    damage: Messages = field(default_factory=Messages)
    warnings: Messages = field(default_factory=Messages)
    undecoded: Counter[str] = field(default_factory=Counter)
    outer_only: Counter[str] = field(default_factory=Counter)

    def leave_out(self, reason: str) -> None:
        """Count a record that was not decoded as far as IP."""
        _count(self.undecoded, reason)

    def leave_outer(self, reason: str) -> None:
        """Count a record that was not decoded as far as its innermost packet."""
        _count(self.outer_only, reason)


def _count(reasons: Counter[str], reason: str) -> None:
    if reason not in reasons and len(reasons) >= _MOST_REASONS:
        reason = "other reasons"
    reasons[reason] += 1
