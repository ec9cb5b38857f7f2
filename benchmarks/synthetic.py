"""Synthetic signatures, as models."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.probes import Probe, probes
from sigdsl.model import Binary, Call, Compare, Duration, EventRule, Expr, FieldRef, Number, PacketPattern, Signature

__all__ = ["by_source", "stateless"]

_FLAGS_THAT_COUNT = 0x17  # FIN, SYN, RST, ACK


def stateless(count: int) -> Iterator[Signature]:
    """So many signatures of one packet, which is the event."""
    rule = EventRule((FieldRef("src"),), Duration(60, "s"), Compare(Call("count", ()), ((">=", Number(1)),)))
    for probe in probes(count):
        pattern = PacketPattern("probe", tuple(_conditions(probe)))
        yield Signature(f"synthetic-{probe.number}", patterns=(pattern,), event=rule)


def by_source() -> Signature:
    """Any SYN is an observation of its source; an event takes thirty within a minute of each other."""
    syn = PacketPattern("syn", (FieldRef("tcp"), _flags(0x02)))
    having = Compare(Call("count", ()), ((">=", Number(30)),))
    return Signature("by-source", patterns=(syn,), event=EventRule((FieldRef("src"),), Duration(60, "s"), having))


def _conditions(probe: Probe) -> Iterator[Expr]:
    yield FieldRef("tcp")
    yield _flags(probe.flags)
    yield Compare(FieldRef(probe.field), (("==", Number(probe.value)),))
    yield Compare(FieldRef(probe.side), (("==", Number(probe.port)),))
    if probe.ttl is not None:
        yield Compare(FieldRef("ttl"), ((">", Number(probe.ttl)),))


def _flags(value: int) -> Expr:
    return Compare(Binary("&", FieldRef("flags"), Number(_FLAGS_THAT_COUNT)), (("==", Number(value)),))
