"""Events as flat rows: one value a column, lists joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kb.entries import PackOrigin
from matcher.event import Event
from matcher.evidence import shown_packets
from sigdsl.model import Signature
from tracelore.explained import behind_capture, pack_record, shown_key, signature_url
from tracelore.times import rfc3339

if TYPE_CHECKING:
    from tracelore.results.job import Job

__all__ = ["COLUMNS", "ENDS", "FlatRows"]

ENDS = ("src", "dst", "sport", "dport")  # key fields that have a column of their own
COLUMNS = (
    "id", "signature", "version", "title", "category", "verdict", "confidence", "status", "why_inconclusive", "key",
    *ENDS, "first_seen", "last_seen", "packets", "counts", "measures", "saturated", "specificity_bits", "also",
    "capture", "evidence_frames", "evidence", "bottom_line", "hypotheses", "url", "pack",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands in the rows of all events of a signature: after the version, and at the end."""

    head: tuple[str, ...]
    tail: tuple[str | None, ...]


class FlatRows:
    """Makes the rows of a job's events, each with as many packets as were asked for."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._shown = job.settings.evidence
        self._frames: dict[str, _Frame] = {}

    def of(self, event: Event) -> tuple[Any, ...]:
        """The values of `COLUMNS`; None where there is none."""
        frame = self._frames.get(event.signature)
        if frame is None:
            slug = event.signature
            frame = self._frames[slug] = _frame(self._job.signature(slug), self._job.pack(slug))
        key, shown = shown_key(event), shown_packets(event.evidence, self._shown)
        return (
            event.id, event.signature, event.version, *frame.head,
            "conclusive" if event.conclusive else "inconclusive", "; ".join(event.why_inconclusive),
            _pairs(key), *map(key.get, ENDS), rfc3339(event.first_seen_ns), rfc3339(event.last_seen_ns), event.packets,
            _pairs(event.counts), _pairs(event.measures), "; ".join(event.saturated), event.bits, " ".join(event.also),
            event.capture, " ".join([str(frame) for frame, *_ in shown]),
            " | ".join([behind_capture(capture, line) for _, _, line, capture in shown]),
            *frame.tail,
        )  # fmt: skip


def _frame(signature: Signature, pack: PackOrigin | None) -> _Frame:
    readings = "; ".join(f"{each.title} ({each.verdict})" for each in signature.hypotheses)
    return _Frame(
        (signature.title, signature.category, signature.verdict, signature.confidence),
        (
            _one_line(signature.section("bottom-line")),
            readings,
            signature_url(signature),
            _pairs(pack_record(pack) or {}),
        ),
    )


def _pairs(values: Mapping[str, Any]) -> str:
    return "; ".join([f"{name}={_word(value)}" for name, value in values.items()])


def _word(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return _joined(value) if isinstance(value, (list, tuple)) else str(value)


def _joined(values: Iterable[Any]) -> str:
    return " ".join(map(str, values))


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text is not None else None
