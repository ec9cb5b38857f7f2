"""Exit statuses. 2 is click's own for wrong usage."""

from __future__ import annotations

from typing import Final

__all__ = ["DAMAGED", "FAILED", "INTERRUPTED", "USAGE"]

FAILED: Final = 1  # a check or a test failed, or writing did
USAGE: Final = 2  # the command cannot be carried out as it was given
DAMAGED: Final = 3  # a part of the input could not be read; the rest was done
INTERRUPTED: Final = 130  # as the shell says of SIGINT
