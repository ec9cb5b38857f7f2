"""Which packets of a capture are meant: by a condition of the language, by frame numbers, or all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from matcher import compile_signatures
from matcher.classify import Classifier
from matcher.packet import Packet
from matcher.program import ProgramError
from sigdsl import load_text
from sigdsl.diagnostics import Diagnostic, Label, SourceText, render
from sigdsl.model import Span
from tracelore.drafting.exchanges import Speakers

__all__ = ["SAMPLE", "Selected", "SelectionError", "Thinned", "frames_of", "select", "where"]

SAMPLE: Final = 20_000  # packets that a draft looks at
_BASELINE: Final = 50_000
_HEAD: Final = 'signature where { title "where"\npacket selected {\n'
_TAIL: Final = "\n}\nevent by ip.version gap 1s\n}\n"
_FRAMES: Final = re.compile(r"(\d{1,12})(?:-(\d{1,12}))?", re.ASCII)

Condition = Callable[[Packet], bool]


class SelectionError(ValueError):
    """A selection that cannot be understood; the message is complete."""


def where(text: str) -> Condition:
    """A condition on packets, written as in a packet block: `tcp; flags == SYN and dport == 53`.

    Raises:
        SelectionError: It has faults; the message shows each with its place.
    """
    loaded = load_text(_HEAD + text + _TAIL)
    faults = loaded.errors
    patterns = loaded.signatures[0].patterns if len(loaded.signatures) == 1 else ()
    if faults:
        raise SelectionError("\n".join(_drawn(diagnostic, text) for diagnostic in faults))
    if len(patterns) != 1 or patterns[0].from_responder or patterns[0].solicits or not patterns[0].conditions:
        raise SelectionError("only conditions can stand here, separated by `;` or joined by `and` and `or`")
    try:
        classifier = Classifier(compile_signatures(loaded.signatures))
    except ProgramError as error:
        raise SelectionError(str(error)) from None
    return lambda packet: classifier.matches(packet) == 1


def _drawn(diagnostic: Diagnostic, text: str) -> str:
    """A fault, with its place in what the user wrote and not in what was put around it."""

    def inside(label: Label) -> Label:
        start, end = (min(max(0, at - len(_HEAD)), len(text)) for at in (label.span.start, label.span.end))
        return replace(label, span=Span(start, end))

    return render(replace(diagnostic, labels=tuple(map(inside, diagnostic.labels)), path="--where"), SourceText(text))


def frames_of(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of frame numbers, both ends included, from `1,5-9`.

    Raises:
        SelectionError: A part is no number or range, or a range is empty.
    """
    ranges = []
    for part in text.split(","):
        found = _FRAMES.fullmatch(part.strip())
        if found is None:
            raise SelectionError(f"`{part.strip()}` is no frame number and no range: write them as 1,5-9")
        low, high = int(found[1]), int(found[2] or found[1])
        if low < 1 or high < low:
            raise SelectionError(f"`{part.strip()}`: frames are counted from 1, and a range goes from low to high")
        ranges.append((low, high))
    return tuple(sorted(ranges))


@dataclass(slots=True)
class Selected:
    """What was selected from a capture.

    Attributes:
        packets: The first `SAMPLE` of those that are meant.
        meant: How many are.
        total: How many packets there are.
        rest: Some of those that are not meant, evenly spread; empty unless they were asked for.
        speakers: Who spoke and was spoken to in all of the capture.
    """

    packets: list[Packet]
    meant: int
    total: int
    rest: list[Packet]
    speakers: Speakers


def select(
    packets: Iterable[Packet],
    condition: Condition | None,
    frames: Iterable[tuple[int, int]] | None,
    *,
    rest: bool = False,
) -> Selected:
    """The packets that fulfil the condition and are among the frames, where these are given.

    Args:
        packets: Of one capture.
        condition: From `where`; None for any.
        frames: From `frames_of`; None for all.
        rest: Keep the others as well, as a baseline.
    """
    wanted = tuple(frames) if frames is not None else None
    selected = Selected([], 0, 0, [], Speakers())
    others = Thinned()
    for packet in packets:
        selected.total += 1
        selected.speakers.see(packet)
        if _is_meant(packet, condition, wanted):
            selected.meant += 1
            if len(selected.packets) < SAMPLE:
                selected.packets.append(packet)
        elif rest:
            others.add(packet)
    selected.rest = others.packets
    return selected


def _is_meant(packet: Packet, condition: Condition | None, frames: tuple[tuple[int, int], ...] | None) -> bool:
    if frames is not None and not any(low <= packet.frame <= high for low, high in frames):
        return False
    return condition is None or condition(packet)


class Thinned:
    """Packets of a stream of unknown length, evenly spread and never too many.

    Attributes:
        packets: Those that are kept: every n-th.
        seen: How many went by.
    """

    def __init__(self, most: int = _BASELINE) -> None:
        self.packets: list[Packet] = []
        self.seen = 0
        self._most = most
        self._stride = 1

    def add(self, packet: Packet) -> None:
        """One more; when there are too many, every second is dropped and from then on half as many are kept."""
        if self.seen % self._stride == 0:
            self.packets.append(packet)
            if len(self.packets) > self._most:
                self.packets = self.packets[::2]
                self._stride *= 2
        self.seen += 1
