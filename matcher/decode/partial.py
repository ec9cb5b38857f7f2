"""Headers of which only the beginning is there."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.packet import UNKNOWN, Value
from sigdsl.fields import FIELDS

__all__ = ["ABOVE_IP", "QUOTED", "Ends", "Fields", "hide", "hide_all"]

Fields = dict[str, Value]

# Where in its header each field ends, in bytes.
Ends = tuple[tuple[str, int], ...]

# The names of a quoted packet's fields, as they are called in the packet itself.
QUOTED = tuple(name.removeprefix("quoted.") for name in FIELDS if name.startswith("quoted."))

# What a packet may have whose transport is not known.
ABOVE_IP = (
    "sport", "dport", "payload", "payload.len", "seq", "ack", "flags", "window", "urgent", "tcp.hlen", "options",
    "mss", "wscale", "sackok", "ts.val", "ts.ecr", "udp.len", "icmp.type", "icmp.code", "icmp.id", "icmp.seq",
    "icmp.mtu", *(f"quoted.{name}" for name in QUOTED),
)  # fmt: skip


def hide(fields: Fields, ends: Ends, have: int, real: int | None) -> None:
    """Take back the fields of a header that end behind its first `have` bytes.

    What ends within its `real` bytes was not captured and becomes UNKNOWN; what does not (the IP length leaves no
    room for it) is not in the packet and goes. `real` is None where no length says it.
    """
    for name, end in ends:
        if end > have:
            if real is None or end <= real:
                fields[name] = UNKNOWN
            else:
                fields.pop(name, None)


def hide_all(fields: Fields, names: Iterable[str]) -> None:
    """Say of each name that it may apply and is not shown."""
    for name in names:
        fields[name] = UNKNOWN
