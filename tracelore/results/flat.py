"""Events as flat rows: one value a column, lists joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["COLUMNS", "ENDS", "flat_row"]

ENDS = ("src", "dst", "sport", "dport")  # key fields that have a column of their own
COLUMNS = (
    "id", "signature", "version", "title", "category", "verdict", "confidence", "status", "why_inconclusive", "key",
    *ENDS, "first_seen", "last_seen", "packets", "counts", "measures", "saturated", "specificity_bits", "also",
    "capture", "evidence_frames", "evidence", "bottom_line", "hypotheses", "url",
)  # fmt: skip


def flat_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """The flat columns of an event's record; None where there is no value."""
    explanation = record["explanation"]
    flat = {name: record.get(name) for name in COLUMNS}
    flat.update((name, record["key"].get(name)) for name in ENDS)
    flat.update((name, _pairs(record[name])) for name in ("key", "counts", "measures"))
    flat.update((name, "; ".join(record[name])) for name in ("why_inconclusive", "saturated"))
    flat["also"] = " ".join(record["also"])
    flat["evidence_frames"] = " ".join(str(packet["frame"]) for packet in record["evidence"])
    flat["evidence"] = " | ".join(packet["line"] for packet in record["evidence"])
    flat["bottom_line"] = _one_line(explanation["bottom_line"])
    flat["hypotheses"] = "; ".join(f"{each['title']} ({each['verdict']})" for each in explanation["hypotheses"])
    flat["url"] = explanation["url"]
    return flat


def _pairs(values: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}={_word(value)}" for name, value in values.items())


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
