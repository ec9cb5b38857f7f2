"""What keeps packets from being an event: the fewest demands without which there would be one.

Found by trying: the signature without a demand is compiled and run over the packets like any other. So what is named
decides, and is not only something that fails.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, starmap
from typing import Final

from matcher.causes import causes_on_packet, may_measure, measure_alike, missing_observations, sources
from matcher.compile import compile_signatures
from matcher.demands import Demand, condition_of, demands_on_episodes, demands_on_packets, without
from matcher.evaluate import truth
from matcher.event import MatchOptions
from matcher.packet import Packet
from matcher.parts import Part, conjuncts
from matcher.program import ProgramError
from matcher.watching import Wanted, Watching, watch
from sigdsl.intervals import Intervals
from sigdsl.model import Expr, Network, Signature

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

        try:
            self.run(dropped, look)
        except ProgramError:  # what is left may be longer than what was written
            return ()
        return found


@dataclass(frozen=True, slots=True)
class Decisive:
    """Demands without which the packets would be an event, and the frames of that event."""

    demands: Demands
    frames: tuple[int, ...]


def _size(demands: Demands) -> int:
    """How many demands these are; one that several patterns make alike is one."""
    return len({(demand.signature, demand.kind, demand.alike) for demand in demands})


def decisive(trial: Trial) -> tuple[Decisive, ...]:
    """The smallest sets of demands that decide, all of one size; those of the largest event first.

    None where nothing of what is there would make an event, whatever were not demanded.
    """
    together = _failing_together(trial)
    failing = sorted([*together, *_shared(together)], key=len)
    watching = trial.run()
    most = max(_LEAST_TRIALS, min(_MOST_TRIALS, _MOST_WORK // max(1, len(trial.packets))))
    single = _single(trial, failing, watching)[:most]
    alike = _of_one_cause(trial, together, watching)[: most - len(single)]
    return (
        _deciding(trial, single)
        or _deciding(trial, alike)
        or _deciding(trial, _pairs(trial, failing)[: most - len(single) - len(alike)])
        or _by_putting_back(trial, failing)
    )


def _deciding(trial: Trial, candidates: Iterable[Demands]) -> tuple[Decisive, ...]:
    """Those of some sets that decide, without what is not needed for as large an event.

    Of two, both are needed: one of them would have been found before.
    """
    found = [Decisive(demands, frames) for demands in candidates if (frames := trial.event(demands))]
    least = dict.fromkeys(_least(trial, each, len(each.frames)) if len(each.demands) > 2 else each for each in found)
    return tuple(sorted(least, key=lambda each: -len(each.frames)))


# --- what is tried ---------------------------------------------------------------------------------------------------


def _single(trial: Trial, failing: Sequence[Demands], watching: Watching) -> list[Demands]:
    """Single demands without which something changes."""
    found = [demands for demands in failing if _size(demands) == 1]
    found += [fewer for demands in found for fewer in _on_fewer_packets(trial, demands, of_others=False)]
    for signature in trial.signatures.values():
        views = watching.episodes(signature.slug)
        alone = {failed[0].text for view in views if len(failed := view.failed) == 1}
        for demand in demands_on_episodes(signature):
            if demand.text in alone if demand.kind == "having" else len(views) != 1:
                found.append((demand,))
    return found


def _of_one_cause(trial: Trial, together: Mapping[Demands, Packet], watching: Watching) -> list[Demands]:
    """Several demands that are not met for one reason: what a packet has, or that packets are missing."""
    found: dict[Demands, None] = {}
    for demands, packet in together.items():
        signature = trial.signatures[demands[0].signature]
        conditions = [condition_of(signature, demand) for demand in demands]
        causes = set(causes_on_packet(conditions, packet, trial.intervals))
        if len(causes) == 1:
            asked = sources(conditions[causes.pop()])
            found[demands + tuple(each for each in _on_having(signature) if _measures(signature, each, asked))] = None
            found |= dict.fromkeys(_on_fewer_packets(trial, demands, of_others=True))
    for signature in trial.signatures.values():
        having = {demand.text: demand for demand in _on_having(signature)}
        there = _observed(trial, signature, watching)
        for view in watching.episodes(signature.slug):
            failing = [(condition_of(signature, having[part.text]), part) for part in view.failed]
            whole = {name for name, count in view.counts.items() if count == there[name]}
            if len(failing) > 1 and _fail_for_one_reason(failing, view.counts, whole):
                found[tuple(having[part.text] for part in view.failed)] = None
    return [demands for demands in found if len(demands) > 1 or demands[0].takes]


def _observed(trial: Trial, signature: Signature, watching: Watching) -> dict[str, int]:
    """How many packets and events there are of each name of a signature, in all episodes."""
    found = {each.name: watching.events.get(each.signature, 0) for each in signature.observes}
    for pattern in signature.patterns:
        found[pattern.name] = sum(
            all(truth(each, packet, trial.intervals) is True for each in pattern.conditions) for packet in trial.packets
        )
    return found


def _fail_for_one_reason(
    failing: Sequence[tuple[Expr, Part]], counts: Mapping[str, int], whole: Container[str]
) -> bool:  # fmt: skip
    """Whether all fails because packets are missing, or by measures of one field.

    Packets are missing where the episode has all that there are (`whole`): others are kept from it by its key or gap.
    """
    (first, _), *others = failing
    lacking = [each for each in missing_observations(failing, counts) if each.name in whole]
    return any(len(each.places) == len(failing) for each in lacking) or all(
        measure_alike(first, other) for other, _ in others
    )


def _on_fewer_packets(trial: Trial, demands: Demands, of_others: bool) -> Iterator[Demands]:
    """The same demands of one pattern on packets that match none alone, or on those of each other one."""
    signature = trial.signatures[demands[0].signature]
    (own,) = (each for each in signature.patterns if each.name == demands[0].pattern)
    others = [each for each in signature.patterns if each is not own]
    is_left = len(demands) < len(conjuncts(own.conditions)) and {each.pattern for each in demands} == {own.name}
    if others and is_left and all(each.conditions for each in others):
        for takes in (each.name for each in others) if of_others else ("",):
            yield tuple(replace(demand, takes=takes) for demand in demands)


def _on_having(signature: Signature) -> tuple[Demand, ...]:
    return tuple(demand for demand in demands_on_episodes(signature) if demand.kind == "having")


def _measures(signature: Signature, demand: Demand, asked: frozenset[str]) -> bool:
    return may_measure(condition_of(signature, demand), asked)


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


def _failing_together(trial: Trial) -> dict[Demands, Packet]:
    """For each pattern, the sets of conditions that keep some packet from matching it, and nothing else; each with the
    first such packet."""
    found: dict[Demands, Packet] = {}
    for signature in trial.signatures.values():
        for pattern in signature.patterns:
            conditions = conjuncts(pattern.conditions)
            demands = demands_on_packets(signature, pattern)
            for packet in trial.packets:
                truths = [truth(condition, packet, trial.intervals) for condition in conditions]
                failed = tuple(demand for demand, each in zip(demands, truths, strict=True) if each is not True)
                if failed:
                    found.setdefault(failed, packet)
    return found


def _shared(failing: Iterable[Demands]) -> Iterator[Demands]:
    """What several patterns of a signature demand alike, of all of them together."""
    alike: dict[tuple[str, str], list[Demand]] = {}
    for demands in failing:
        if len(demands) == 1:
            alike.setdefault((demands[0].signature, demands[0].alike), []).append(demands[0])
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
    return (_least(trial, Decisive(tuple(dropped), frames), 1),) if frames else ()


def _least(trial: Trial, found: Decisive, packets: int) -> Decisive:
    """As few of the demands as decide: each is put back without which there still is an event of so many packets."""
    dropped, frames, last = list(found.demands), found.frames, 0
    while last != len(dropped):
        last = len(dropped)
        for demand in dropped.copy():
            fewer = [other for other in dropped if other is not demand]
            event = trial.event(fewer)
            if len(event) >= packets:
                dropped, frames = fewer, event
    return Decisive(tuple(dropped), frames)
