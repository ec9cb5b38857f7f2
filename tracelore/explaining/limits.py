"""How much a stranger's capture may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

__all__ = ["Limits", "limits_from"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one explanation, and on how many there are.

    Attributes:
        max_bytes: Of what is given, as it is given: compressed files count as they are.
        max_packets: Packets that are read of it; what follows is left out, and the answer says so.
        seconds: Time from the start of the process to its answer, and CPU time.
        memory_mb: Address space of the process, in MiB.
        at_once: Processes that run at a time.
        waiting: Questions that wait for one; further ones are told that the site is busy.
    """

    max_bytes: int = 4 << 20
    max_packets: int = 50_000
    seconds: int = 12
    memory_mb: int = 768
    at_once: int = 2
    waiting: int = 8


def limits_from(settings: Mapping[str, Any] | None) -> Limits:
    """The limits with those changed that an owner has set.

    Raises:
        ValueError: One of them is unknown, or no whole number above 0.
    """
    known = {field.name for field in fields(Limits)}
    for name, value in (settings or {}).items():
        if name not in known:
            raise ValueError(f"there is no limit called {name}; known are {', '.join(sorted(known))}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValueError(f"{name} must be a whole number above 0, not {value!r}")
    return Limits(**(settings or {}))
