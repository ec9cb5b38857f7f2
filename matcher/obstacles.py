"""What there is instead of what was demanded: the values of packets, the measures of an episode, a pause, a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from matcher.consequences import Lacking, Reason, reasons
from matcher.decisive import Decisive, Trial
from matcher.demands import Demand, condition_of, demands_on_episodes, widened
from matcher.kept import Kept
from matcher.packet import Value
from matcher.parts import Part, judge_packet
from matcher.watching import EpisodeView

__all__ = ["Obstacle", "Pause", "obstacles"]


@dataclass(frozen=True, slots=True)
class Pause:
    """Between the last packet of an episode and the next one of its key: how long, and before which frame."""

    ns: int
    before: int


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A demand that is not met, and how it stands.

    Attributes:
        signature: Slug of the signature that makes it: the one explained, or one that it observes.
        kind: As in `Demand`; `missing`: that there is no packet, or observed event, of a name.
        text: What is demanded.
        patterns: Of a condition on packets: the patterns that demand it. Of what is missing: its name, if a pattern's.
        part: How the condition stands, for the first packet or for the episode; None for a gap or a key.
        frames: The packets that do not meet it, or those of the episode.
        values: Of a key: the different values that there are.
        pause: Where the episode ended; None where no packet of its key followed.
        in_all: Of a count within a window: how many there are in the whole episode.
        follows: What else is not met because of it, and would be as soon as it is.
    """

    signature: str
    kind: str
    text: str
    patterns: tuple[str, ...] = ()
    part: Part | None = None
    frames: tuple[int, ...] = ()
    values: tuple[Value, ...] = ()
    pause: Pause | None = None
    in_all: int | None = None
    follows: tuple[Obstacle, ...] = ()


_ORDER: Final = ("packet", "key", "gap", "having")  # what must be first for the next to be


def obstacles(trial: Trial, found: Decisive) -> tuple[Obstacle, ...]:
    """How each of some demands stands when the others are met; what follows from one of them under that one."""
    kept = Kept(trial, found)
    behind = reasons(kept)
    leading: list[list[Demand]] = []
    effects: dict[Reason, list[Obstacle]] = {}
    for same in _alike(found.demands):
        if all(demand in behind for demand in same):
            effects.setdefault(behind[same[0]], []).append(_obstacle(kept, same))
        else:
            leading.append(same)
    lacking = [reason for reason in effects if isinstance(reason, Lacking)]
    return (
        *(_with_effects(_obstacle(kept, same), same, effects) for same in leading),
        *(_with_effects(_of_missing(kept, each), [each], effects) for each in lacking),
    )


def _with_effects(obstacle: Obstacle, causes: Iterable[Reason], effects: Mapping[Reason, list[Obstacle]]) -> Obstacle:
    return replace(obstacle, follows=tuple(effect for cause in causes for effect in effects.get(cause, ())))


def _of_missing(kept: Kept, lacking: Lacking) -> Obstacle:
    own = [each.name for each in kept.trial.signatures[lacking.signature].patterns if each.name == lacking.name]
    return Obstacle(lacking.signature, "missing", lacking.name, tuple(own), frames=kept.found.frames)


def _alike(demands: Iterable[Demand]) -> list[list[Demand]]:
    """The demands, those together that several patterns make; of these the first side's first."""

    def said(demand: Demand) -> tuple[int, str, str]:
        return _ORDER.index(demand.kind), demand.signature, demand.alike

    found = sorted(demands, key=lambda demand: (said(demand), demand.text != demand.alike))
    return [list(same) for _, same in groupby(found, key=said)]


def _obstacle(kept: Kept, same: Sequence[Demand]) -> Obstacle:
    demand, trial, found = same[0], kept.trial, kept.found
    if demand.kind == "packet":
        return _of_packets(kept, same)
    others = [other for other in found.demands if other not in same]
    frames = set(found.frames)
    views = sorted(trial.run(others).episodes(demand.signature), key=_beginning)
    own = [view for view in views if frames & set(view.frames)]
    if demand.kind == "key":
        values = dict.fromkeys(dict(view.key)[demand.text] for view in own)
        return Obstacle(demand.signature, "key", demand.text, frames=found.frames, values=tuple(values))
    if demand.kind == "gap":
        ended = next((view for view in own if view.pause_ns is not None), None)
        return _of_episode(demand, ended, views)
    most = max(own, key=lambda view: (_fails(view, demand.text), len(view.frames)), default=None)
    standing = _of_episode(demand, most, views)
    return replace(standing, in_all=_in_all(trial, demand, others, most)) if most is not None else standing


def _in_all(trial: Trial, demand: Demand, others: Sequence[Demand], view: EpisodeView) -> int | None:
    """What a windowed count would be without its window, in the same episode."""
    signature = widened(trial.signatures[demand.signature], demand)
    if signature is None:
        return None
    wider = replace(trial, signatures={**trial.signatures, demand.signature: signature})
    text = list(demands_on_episodes(signature))[demand.at].text
    for same in wider.run(others).episodes(demand.signature):
        if (same.key, same.first_ns) == (view.key, view.first_ns):
            return next((next(iter(part.values.values())) for part in same.parts if part.text == text), None)
    return None


def _fails(view: EpisodeView, text: str) -> bool:
    return any(part.text == text for part in view.failed)


def _beginning(view: EpisodeView) -> tuple[int, tuple[int, ...]]:
    return view.first_ns, view.frames


def _of_packets(kept: Kept, same: Sequence[Demand]) -> Obstacle:
    signature = kept.trial.signatures[same[0].signature]
    first: tuple[Part, int] | None = None
    frames: dict[int, None] = {}
    for demand in same:
        pattern = next(each for each in signature.patterns if each.name == demand.pattern)
        for packet, failed in kept.packets(signature, pattern):
            if demand in failed:
                frames[packet.frame] = None
                if first is None or packet.frame < first[1]:
                    condition = condition_of(signature, demand)
                    first = judge_packet(condition, packet, kept.trial.intervals), packet.frame
    return Obstacle(
        same[0].signature, "packet", same[0].text,
        patterns=tuple(demand.pattern for demand in same),
        part=first[0] if first else None,
        frames=tuple(sorted(frames)),
    )  # fmt: skip


def _of_episode(demand: Demand, view: EpisodeView | None, views: Sequence[EpisodeView]) -> Obstacle:
    """How an episode stands. None is there where no packet matches a pattern."""
    if view is None:
        return Obstacle(demand.signature, demand.kind, demand.text)
    part = next((part for part in view.parts if part.text == demand.text), None)
    return Obstacle(
        demand.signature, demand.kind, demand.text, part=part, frames=view.frames, pause=_pause(view, views)
    )


def _pause(ended: EpisodeView, views: Sequence[EpisodeView]) -> Pause | None:
    later = [view for view in views if view.key == ended.key and view.first_ns > ended.last_ns]
    if ended.pause_ns is None or not later:
        return None
    following = min(later, key=_beginning)
    return Pause(following.first_ns - ended.last_ns, min(following.frames, default=0))
