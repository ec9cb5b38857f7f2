"""From captures to events: decoding, classification, episodes, and what is certain of them."""

from __future__ import annotations

from matcher.compile import compile_signatures
from matcher.event import Event, MatchOptions, MatchResult
from matcher.packet import UNKNOWN, Packet, Value
from matcher.program import Program, ProgramError
from matcher.reference import run

__all__ = [
    "UNKNOWN",
    "Event",
    "MatchOptions",
    "MatchResult",
    "Packet",
    "Program",
    "ProgramError",
    "Value",
    "compile_signatures",
    "run",
]
