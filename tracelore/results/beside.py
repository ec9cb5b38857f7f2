"""Two outputs of one run."""

from __future__ import annotations

from matcher.capture import Capture
from tracelore.results.identity import Identity
from tracelore.results.job import Found
from tracelore.results.writer import DoneBefore, Writer

__all__ = ["Beside"]


class Beside(Writer):
    """Hands everything on to a first writer and then to a second. What was done before, the first one knows."""

    def __init__(self, first: Writer, second: Writer) -> None:
        self._first, self._second = first, second

    def done_before(self, name: str, identity: Identity) -> DoneBefore | None:
        return self._first.done_before(name, identity)

    def begin(self, capture: Capture) -> None:
        self._first.begin(capture)
        self._second.begin(capture)

    def write(self, found: Found) -> None:
        self._first.write(found)
        self._second.write(found)

    def finish(self) -> None:
        self._first.finish()
        self._second.finish()

    def keep(self) -> str:
        return " and ".join(place for place in (self._first.keep(), self._second.keep()) if place)

    def discard(self) -> None:
        self._first.discard()
        self._second.discard()
