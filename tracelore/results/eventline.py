"""An event as a line of NDJSON, fast enough for the million events of a flood.

The line is that of `tracelore.explained.event_record`, which says what stands in it. What a signature says of itself is
the same in all its events and is encoded once; the rest is put between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from matcher.event import Event
from matcher.evidence import Shown, shown_packets
from tracelore.explained import event_record, shown_key
from tracelore.results.jsontext import COMPACT, json_string
from tracelore.times import rfc3339

if TYPE_CHECKING:
    from tracelore.results.job import Job

__all__ = ["EventLines"]

_CAPTURES = 16  # whose names are remembered
_CONCLUSIVE, _INCONCLUSIVE = '"conclusive"', '"inconclusive"'
_OF_SIGNATURE = ("signature", "version", "title", "category", "verdict", "confidence")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands in the line of every event of a signature: after the event's id, and at the end."""

    head: str
    tail: str


class EventLines:
    """Makes the lines of a job's events, each with as many packets as were asked for."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._shown = job.settings.evidence
        self._frames: dict[tuple[str, int], _Frame] = {}
        self._text: Callable[[str], str] = lru_cache(_CAPTURES)(json_string)

    def whole(self, event: Event) -> str:
        """The line, with its end."""
        return f"{self.of(event)}\n"

    def of(self, event: Event) -> str:
        """The line, without its end."""
        frame = self._frames.get((event.signature, event.version)) or self._frame(event)
        texts = COMPACT.texts
        first = last = rfc3339(event.first_seen_ns)
        if event.last_seen_ns != event.first_seen_ns:
            last = rfc3339(event.last_seen_ns)
        return (
            f'{{"id":{json_string(event.id)},{frame.head},'
            f'"status":{_CONCLUSIVE if event.conclusive else _INCONCLUSIVE},'
            f'"why_inconclusive":{texts(event.why_inconclusive)},'
            f'"key":{COMPACT.object(shown_key(event))},'
            f'"first_seen":"{first}","last_seen":"{last}",'
            f'"packets":{event.packets},'
            f'"counts":{COMPACT.object(event.counts)},"measures":{COMPACT.object(event.measures)},'
            f'"saturated":{texts(event.saturated)},"specificity_bits":{event.bits},"also":{texts(event.also)},'
            f'"capture":{self._text(event.capture)},'
            f'"evidence":[{_evidence(shown_packets(event.evidence, self._shown))}],{frame.tail}}}'
        )

    def _frame(self, event: Event) -> _Frame:
        slug = event.signature
        record = event_record(replace(event, evidence=()), self._job.signature(slug), pack=self._job.pack(slug))
        head = COMPACT.any({name: record[name] for name in _OF_SIGNATURE})
        tail = COMPACT.any({name: record[name] for name in ("pack", "explanation")})
        frame = self._frames[event.signature, event.version] = _Frame(head[1:-1], tail[1:-1])
        return frame


def _evidence(packets: Iterable[Shown]) -> str:
    return ",".join(
        [
            f'{{"frame":{frame},"time":{_time(time)},"line":{json_string(line)}{_capture(capture)}}}'
            for frame, time, line, capture in packets
        ]
    )


def _capture(name: str) -> str:
    return f',"capture":{json_string(name)}' if name else ""


def _time(ns: int | None) -> str:
    return "null" if ns is None else f'"{rfc3339(ns)}"'
