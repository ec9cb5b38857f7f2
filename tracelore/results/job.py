"""A job: which signatures, how to run them, and one capture after the other through it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from ipaddress import ip_network
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from matcher import MatchOptions, MatchResult, compile_signatures
from matcher.capture import Capture, printable
from matcher.event import Event, VantageOption
from tracelore.catalogue import Catalogue, from_files, from_knowledge_base
from tracelore.executors import Executor, Runner
from tracelore.explained import event_record
from tracelore.progress import Watch
from tracelore.results.identity import Identity, identity_of

if TYPE_CHECKING:
    from kb.entries import PackOrigin
    from matcher.formats import ReadReport
    from matcher.program import Program
    from sigdsl.model import Network, Signature

__all__ = ["Found", "Job", "Settings", "networks"]

_KEPT = 32  # packets of an event that are looked at for its summary, however few are shown


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run: all that changes what is found, apart from the signatures' texts.

    Attributes:
        signatures: Files and folders to use; none for the knowledge base.
        home: The user's own networks, as CIDR.
        vantage: What the captures could have shown.
        evidence: How many packets of each event are reported.
        everything: Report also the events that a more specific one explains.
        labels: Keep which packets each event has: `MatchResult.labels`.
        inner: Look at the innermost packets of tunnels.
        executor: Which one runs; it changes how long that takes and not what is found.
        packs: Use the signatures of installed packs as well as those of the knowledge base.
        summarised: Somebody reads what became of the packets: those in events are counted, and more packets of each
            event are looked at than are shown.
    """

    signatures: tuple[Path, ...] = ()
    home: tuple[str, ...] = ()
    vantage: VantageOption = "auto"
    evidence: int = 5
    everything: bool = False
    labels: bool = False
    inner: bool = False
    executor: Executor = "auto"
    packs: bool = True
    summarised: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found in one capture.

    Attributes:
        capture: What the user called the input.
        form: Its format.
        identity: By what it is known again; None for standard input.
        result: Of the matcher.
        report: Of the reader: damage, warnings, what was not decoded.
        events: Those to report, the most specific first.
        seconds: How long it took.
        executor: Which executor ran.
        why: Why it was not the compiled one, where that is worth telling.
    """

    capture: str
    form: str
    identity: Identity | None
    result: MatchResult
    report: ReadReport
    events: Sequence[Event]
    seconds: float
    executor: str = "reference"
    why: str = ""


class _Chained(Sequence[Event]):
    """Events of several sequences one after the other, none of them copied: they may be made only when asked for."""

    def __init__(self, *parts: Sequence[Event]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Event]:
        return chain.from_iterable(self._parts)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | Sequence[Event]:
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            return _Chained(*self._sliced(places)) if places.step > 0 else [self[at] for at in places]
        at = index + len(self) if index < 0 else index
        for part in self._parts:
            if 0 <= at < len(part):
                return part[at]
            at -= len(part)
        raise IndexError(index)

    def _sliced(self, places: range) -> Iterator[Sequence[Event]]:
        """The events at some places, ascending: those of each part."""
        base = 0
        for part in self._parts:
            ends = (base, base + len(part))
            low, high = (max(0, -((places.start - end) // places.step)) for end in ends)
            own = places[low:high]
            if own:
                yield part[own.start - base : own.stop - base : own.step]
            base = ends[1]


class Job:
    """Compiled signatures and how to run them.

    Raises:
        CatalogueError: The signatures cannot be read or have errors.
        ValueError: A network of `settings.home` is none.
    """

    def __init__(
        self, settings: Settings, catalogue: Catalogue | None = None, notice: Callable[[str], None] | None = None
    ) -> None:
        """`notice` gets a line before kernels are compiled for the first time, and for each installed pack that cannot
        take part; None writes it to standard error.
        """
        self.settings = settings
        files = settings.signatures
        self.catalogue = catalogue or (
            from_files(files) if files else from_knowledge_base(packs=settings.packs, tell=notice or _tell)
        )
        home = networks(settings.home)
        self.program: Program = compile_signatures(self.catalogue.signatures, home=home or None)
        self._runner = Runner(self.program, settings.executor, settings.inner, notice)
        self._by_slug = {signature.slug: signature for signature in self.catalogue.signatures}

    def signature(self, slug: str) -> Signature:
        """The signature of this name; KeyError when there is none."""
        return self._by_slug[slug]

    def pack(self, slug: str) -> PackOrigin | None:
        """The pack that brought the signature of this name; None for a curated one."""
        return self.catalogue.packs.get(slug)

    def match(self, capture: Capture, watch: Watch | None = None) -> Found:
        """Run one capture to its end.

        Raises:
            ExecutorError: The compiled executor was asked for, and cannot run it.
        """
        start = time.perf_counter()
        name = printable(capture.name)
        identity = identity_of(capture.name)  # as it is now: a file that grows meanwhile is another one afterwards
        ran = self._runner.run(capture, self._options(name), watch or Watch())
        result = ran.result
        events = _Chained(result.events, result.displaced) if self.settings.everything else result.events
        seconds = time.perf_counter() - start
        return Found(name, capture.form, identity, result, capture.report, events, seconds, ran.executor, ran.why)

    def record(self, event: Event) -> dict[str, Any]:
        """An event as NDJSON has it, with as many packets as were asked for."""
        shown = replace(event, evidence=event.evidence[: self.settings.evidence])
        return event_record(shown, self._by_slug[event.signature], pack=self.pack(event.signature))

    def records(self, found: Found) -> Iterator[tuple[Event, dict[str, Any]]]:
        """The events of a capture, each with its record."""
        for event in found.events:
            yield event, self.record(event)

    def _options(self, name: str) -> MatchOptions:
        settings = self.settings
        return MatchOptions(
            vantage=settings.vantage,
            capture=name,
            evidence=max(settings.evidence, _KEPT if settings.summarised else 1),
            labels=settings.labels,
            tally=settings.summarised,
        )


def _tell(line: str) -> None:
    sys.stderr.write(f"tracelore: {line}\n")


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks from CIDR texts, several in one text separated by commas or spaces.

    Raises:
        ValueError: One of them is no network.
    """
    from sigdsl.model import Network

    found = []
    for text in (part for group in texts for part in group.replace(",", " ").split()):
        network = ip_network(text, strict=False)
        found.append(Network(int(network.network_address), network.prefixlen, network.version))
    return tuple(found)
