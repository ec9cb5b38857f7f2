"""What was measured, as data that can be kept: JSON in, JSON out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

__all__ = ["Fact", "Line", "Results"]


@dataclass(frozen=True, slots=True)
class Line:
    """A command on a capture.

    Attributes:
        capture: Its kind.
        name: What was run.
        command: As it was typed, for the longer of two captures.
        packets: Of that one.
        rate: Packets a second, start-up apart; None where it failed.
        start_s: Start-up, in seconds.
        peak_mb: Most memory, in MB.
        failure: Why there is no rate; empty where there is one.
    """

    capture: str
    name: str
    command: str
    packets: int
    rate: float | None = None
    start_s: float | None = None
    peak_mb: float | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is measured once. `value` is None where it failed, and `failure` says why."""

    name: str
    value: float | None
    unit: str
    failure: str = ""


@dataclass(slots=True)
class Results:
    """All of a run. `machine` says where it was made, name by name."""

    machine: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def rate(self, capture: str, name: str) -> float | None:
        """Packets a second of a line; None where there is none."""
        found = (line.rate for line in self.lines if (line.capture, line.name) == (capture, name))
        return next(found, None)

    def to_json(self) -> str:
        """As text that `from_json` reads."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Results:
        """Of what `to_json` wrote."""
        read: dict[str, Any] = json.loads(text)
        lines, facts = [Line(**each) for each in read["lines"]], [Fact(**each) for each in read["facts"]]
        return cls(read["machine"], lines, facts)
