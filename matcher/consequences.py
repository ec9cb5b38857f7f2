"""Of some demands that decide together: which are met as soon as others are."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from matcher.causes import causes_on_packet, fails_by_measuring, measure_alike, missing_observations, sources
from matcher.demands import Demand, DemandKind, condition_of
from matcher.kept import Kept
from sigdsl.model import PacketPattern, Signature

__all__ = ["Lacking", "Reason", "reasons"]


@dataclass(frozen=True, slots=True)
class Lacking:
    """That a signature sees no packet, or event, which it calls by `name`, where no demand asks for it as such."""

    signature: str
    name: str


Reason = Demand | Lacking


def reasons(kept: Kept) -> dict[Demand, Reason]:
    """For each of the demands that is not met because of another one, that one; none for what stands by itself."""
    behind: dict[Demand, Reason] = {}
    for signature in kept.trial.signatures.values():
        for pattern in signature.patterns:
            behind |= _on_packets(kept, signature, pattern)
        behind |= _on_measures(kept, signature, behind)
        behind |= _on_missing(kept, signature, behind)
        behind |= _on_one_field(kept, signature, behind)
    return behind


# --- packets ---------------------------------------------------------------------------------------------------------


def _on_packets(kept: Kept, signature: Signature, pattern: PacketPattern) -> dict[Demand, Reason]:
    """What follows on every packet that does not meet it."""
    behind: dict[Demand, Reason] = {}
    alone: set[Demand] = set()
    for packet, failed in kept.packets(signature, pattern):
        conditions = [condition_of(signature, demand) for demand in failed]
        for at, cause in enumerate(causes_on_packet(conditions, packet, kept.trial.intervals)):
            if cause == at:
                alone.add(failed[at])
            else:
                behind[failed[at]] = failed[cause]
    return {demand: cause for demand, cause in behind.items() if demand not in alone}


# --- episodes --------------------------------------------------------------------------------------------------------


def _on_measures(kept: Kept, signature: Signature, known: Container[Demand]) -> dict[Demand, Reason]:
    """What is measured of packets that a pattern does not want because of the very field."""
    behind: dict[Demand, Reason] = {}
    standing = kept.standing(signature, _left(kept, signature, "having", known))
    for cause in _left(kept, signature, "packet", known) if standing else ():
        asked = sources(condition_of(signature, cause))
        patterns = {each.pattern for each in kept.found.demands if each.alike == cause.alike}
        for demand, part in standing.parts.items() if standing else ():
            if fails_by_measuring(condition_of(signature, demand), part, asked, patterns):
                behind[demand] = cause
    return behind


def _on_missing(kept: Kept, signature: Signature, known: Container[Demand]) -> dict[Demand, Reason]:
    """What follows from packets that are missing, most of it from few: each cause explains two demands at the least."""
    behind: dict[Demand, Reason] = {}
    left = _left(kept, signature, "having", known)
    while len(left) > 1 and (standing := kept.standing(signature, left)):
        failing = [(condition_of(signature, demand), standing.parts[demand]) for demand in left]
        missing = next(iter(missing_observations(failing, standing.counts)), None)
        if missing is None or len(missing.places) < 2:
            break
        asking = missing.asking
        reason = left[asking] if asking is not None else Lacking(signature.slug, missing.name)
        behind |= {left[at]: reason for at in missing.places if at != asking}
        left = [demand for at, demand in enumerate(left) if at not in missing.places]
    return behind


def _on_one_field(kept: Kept, signature: Signature, known: Mapping[Demand, Reason]) -> dict[Demand, Reason]:
    """Of what is measured of one field of the same packets, all but the first."""
    behind: dict[Demand, Reason] = {}
    leading: list[Demand] = []
    for demand in _left(kept, signature, "having", known):
        asked = condition_of(signature, demand)
        cause = next((each for each in leading if measure_alike(condition_of(signature, each), asked)), None)
        if cause is None:
            leading.append(demand)
        elif demand not in known.values():
            behind[demand] = cause
    return behind


def _left(kept: Kept, signature: Signature, kind: DemandKind, known: Container[Demand]) -> list[Demand]:
    """The demands of a kind that have no reason yet."""
    return [
        each for each in kept.found.demands
        if (each.signature, each.kind) == (signature.slug, kind) and each not in known
    ]  # fmt: skip
