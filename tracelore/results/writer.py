"""What every format's writer does, so that a session need not know which one it has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from matcher.capture import Capture
from tracelore.results.identity import Identity
from tracelore.results.job import Found

__all__ = ["DoneBefore", "OutputError", "Writer"]


class OutputError(Exception):
    """Results cannot be written; the message says where and why.

    Attributes:
        at_start: Nothing was done yet: the command cannot be carried out as it was given.
    """

    def __init__(self, message: str, *, at_start: bool = False) -> None:
        super().__init__(message)
        self.at_start = at_start


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """A capture that a run before this one completed, and whether a part of it could not be read."""

    damaged: bool


class Writer(ABC):
    """Takes what was found in one capture after the other. Exactly one of `finish`, `keep` and `discard` ends it."""

    def done_before(self, name: str, identity: Identity) -> DoneBefore | None:  # noqa: B027 - most cannot know
        """Whether the results of this capture are there already. Asked once for each, in their order."""

    def begin(self, capture: Capture) -> None:  # noqa: B027 - most need not know
        """A capture is about to be run."""

    @abstractmethod
    def write(self, found: Found) -> None:
        """Take the results of one capture."""

    @abstractmethod
    def finish(self) -> None:
        """All is done: put the output where it belongs."""

    @abstractmethod
    def keep(self) -> str:
        """The run was interrupted: keep what was done, and say where it is (nothing when it is where it belongs)."""

    @abstractmethod
    def discard(self) -> None:
        """Writing failed: leave nothing that could be taken for a result."""
