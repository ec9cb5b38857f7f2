"""What keeps packets from being an event: the fewest demands without which there would be one.

Found by trying: the signature without a demand is compiled and run over the packets like any other. So what is named
decides, and is not only something that fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, starmap
from typing import Final

from matcher.compile import compile_signatures
from matcher.demands import Demand, demands_on_episodes, demands_on_packets, without
from matcher.evaluate import truth
from matcher.event import MatchOptions
from matcher.packet import Packet
from matcher.parts import conjuncts
from matcher.watching import Wanted, Watching, watch
from sigdsl.intervals import Intervals
from sigdsl.model import Network, Signature

__all__ = ["Decisive", "Trial", "decisive"]

Demands = tuple[Demand, ...]

_MOST_TRIALS: Final = 600
_LEAST_TRIALS: Final = 30
_MOST_WORK: Final = 50_000  # packets, in all trials together


@dataclass(frozen=True, slots=True)
class Trial:
    """Signatures to try, and the packets to try them on.

    Attributes:
        slug: Of the signature that is to become an event.
        signatures: It and all that it observes, by slug.
        packets: Those that come near, in the order of the capture.
        home: The user's own networks, as the compiler takes them.
        intervals: The same as conditions take them.
        options: As for `run`.
        frame: The packet that the event must have; None for any.
    """

    slug: str
    signatures: Mapping[str, Signature]
    packets: Sequence[Packet]
    home: Sequence[Network] | None
    intervals: Intervals | None
    options: MatchOptions
    frame: int | None = None

    def run(self, dropped: Sequence[Demand] = (), wanted: Wanted | None = None) -> Watching:
        """Run the signatures without some of their demands."""
        relaxed = [without(signature, dropped) for signature in self.signatures.values()]
        return watch(compile_signatures(relaxed, self.home), self.packets, self.options, wanted)

    def event(self, dropped: Sequence[Demand] = ()) -> tuple[int, ...]:
        """The frames of the event with the most packets that there is without these demands; none without an event."""
        found: tuple[int, ...] = ()

        def look(slug: str, frames: tuple[int, ...], is_event: bool) -> bool:
            nonlocal found
            if is_event and slug == self.slug and (self.frame is None or self.frame in frames):
                found = max(found, frames, key=len)
            return False

        self.run(dropped, look)
        return found


@dataclass(frozen=True, slots=True)
class Decisive:
    """Demands without which the packets would be an event, and the frames of that event."""

    demands: Demands
    frames: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many demands these are; one that several patterns make in the same words is one."""
        return _size(self.demands)


def _size(demands: Demands) -> int:
    return len({(demand.signature, demand.kind, demand.text) for demand in demands})


def decisive(trial: Trial) -> tuple[Decisive, ...]:
    """The smallest sets of demands that decide, all of one size; those of the largest event first.

    None where nothing of what is there would make an event, whatever were not demanded.
    """
    failing = _failing_together(trial)
    left = max(_LEAST_TRIALS, min(_MOST_TRIALS, _MOST_WORK // max(1, len(trial.packets))))
    for group in (_single(trial, failing), _pairs(trial, failing)):
        tried = group[:left]
        left -= len(tried)
        found = [Decisive(demands, frames) for demands in tried if (frames := trial.event(demands))]
        if found:
            return tuple(sorted(found, key=lambda each: -len(each.frames)))
    return _by_putting_back(trial, failing)


# --- what is tried ---------------------------------------------------------------------------------------------------


def _single(trial: Trial, failing: Sequence[Demands]) -> list[Demands]:
    """Single demands without which something changes."""
    found = [demands for demands in failing if _size(demands) == 1]
    watching = trial.run()
    for signature in trial.signatures.values():
        views = watching.episodes(signature.slug)
        alone = {failed[0].text for view in views if len(failed := view.failed) == 1}
        for demand in demands_on_episodes(signature):
            if demand.text in alone if demand.kind == "having" else len(views) != 1:
                found.append((demand,))
    return found


def _pairs(trial: Trial, failing: Sequence[Demands]) -> list[Demands]:
    """Two demands that might decide together."""
    few = [demands for demands in failing if _size(demands) <= 2]
    few += [
        (demand,)
        for signature in trial.signatures.values()
        for demand in demands_on_episodes(signature)
        if demand.kind == "having" or len(trial.packets) > 1
    ]
    candidates = dict.fromkeys([*few, *starmap(_together, combinations(few, 2))])
    return [demands for demands in candidates if _size(demands) == 2]


def _together(left: Demands, right: Demands) -> Demands:
    """Both, in one order, so that the same demands are the same set."""
    return tuple(sorted({*left, *right}, key=lambda demand: (demand.signature, demand.pattern, demand.at)))


def _failing_together(trial: Trial) -> list[Demands]:
    """For each pattern, the sets of conditions that keep some packet from matching it, and nothing else; small ones
    first."""
    found: dict[Demands, None] = {}
    for signature in trial.signatures.values():
        for pattern in signature.patterns:
            conditions = conjuncts(pattern.conditions)
            demands = demands_on_packets(signature, pattern)
            for packet in trial.packets:
                truths = [truth(condition, packet, trial.intervals) for condition in conditions]
                failed = tuple(demand for demand, each in zip(demands, truths, strict=True) if each is not True)
                if failed:
                    found[failed] = None
    return sorted([*found, *_shared(found)], key=len)


def _shared(failing: Iterable[Demands]) -> Iterator[Demands]:
    """What several patterns of a signature demand in the same words, of all of them together."""
    alike: dict[tuple[str, str], list[Demand]] = {}
    for demands in failing:
        if len(demands) == 1:
            alike.setdefault((demands[0].signature, demands[0].text), []).append(demands[0])
    return (tuple(same) for same in alike.values() if len(same) > 1)


def _by_putting_back(trial: Trial, failing: Sequence[Demands]) -> tuple[Decisive, ...]:
    """A set of which no demand can be put back: all that fails is dropped, then put back one by one.

    The key and the gap go back first: what there is in an episode depends on them.
    """
    nearest: dict[tuple[str, str], Demands] = {}
    for demands in failing:
        nearest.setdefault((demands[0].signature, demands[0].pattern), demands)
    dropped = [demand for each in trial.signatures.values() for demand in demands_on_episodes(each)]
    dropped.sort(key=lambda demand: demand.kind == "having")
    dropped += [demand for demands in nearest.values() for demand in demands]
    frames = trial.event(dropped)
    if not frames:
        return ()
    last = 0
    while last != len(dropped):
        last = len(dropped)
        for demand in dropped.copy():
            fewer = [other for other in dropped if other is not demand]
            found = trial.event(fewer)
            if found:
                dropped, frames = fewer, found
    return (Decisive(tuple(dropped), frames),)
