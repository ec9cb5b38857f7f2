"""Events with their explanations, as records for programs. The names are a contract: docs/output.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kb.entries import PackOrigin
from matcher.event import Event
from matcher.packet import UNKNOWN, Packet, Value
from matcher.render import format_address, tcpdump_line
from sigdsl.fields import FIELDS, Kind
from sigdsl.model import Hypothesis, Signature
from tracelore.times import rfc3339

__all__ = [
    "DEFAULT_SITE", "behind_capture", "event_record", "named_line", "pack_record", "shown_key", "shown_value",
    "signature_url", "spoken_key",
]  # fmt: skip

_ADDRESSES = frozenset(name for name, field in FIELDS.items() if field.kind is Kind.ADDRESS)
DEFAULT_SITE = "http://127.0.0.1:8001/kb/signatures"


def event_record(
    event: Event, signature: Signature, site: str = DEFAULT_SITE, pack: PackOrigin | None = None
) -> dict[str, Any]:
    """One event as a JSON object: what was seen, how sure that is, and what it means.

    Times are RFC 3339 in UTC with nanoseconds; addresses are text; `evidence` holds the first packets only. `pack` is
    the one that brought the signature.
    """
    return {
        "id": event.id,
        "signature": event.signature,
        "version": event.version,
        "title": signature.title,
        "category": signature.category,
        "verdict": signature.verdict,
        "confidence": signature.confidence,
        "status": "conclusive" if event.conclusive else "inconclusive",
        "why_inconclusive": list(event.why_inconclusive),
        "key": shown_key(event),
        "first_seen": rfc3339(event.first_seen_ns),
        "last_seen": rfc3339(event.last_seen_ns),
        "packets": event.packets,
        "counts": dict(event.counts),
        "measures": _measures(event.measures),
        "saturated": list(event.saturated),
        "specificity_bits": event.bits,
        "also": list(event.also),
        "capture": event.capture,
        "evidence": [_evidence(packet) for packet in event.evidence],
        "pack": pack_record(pack),
        "explanation": {
            "bottom_line": signature.section("bottom-line"),
            "hypotheses": [_hypothesis(hypothesis) for hypothesis in signature.hypotheses],
            "url": signature_url(signature, site),
        },
    }


def pack_record(pack: PackOrigin | None) -> dict[str, Any] | None:
    """The pack that brought a signature, as JSON."""
    return {"name": pack.name, "version": pack.version, "signer": pack.publisher} if pack else None


def signature_url(signature: Signature, site: str = DEFAULT_SITE) -> str:
    """Where `tracelore browse` shows a signature."""
    return f"{site}/{signature.slug}"


def shown_key(event: Event) -> dict[str, Any]:
    """What the packets of an event share, as JSON: see `shown_value`."""
    return {name: shown_value(name, value) for name, value in event.key}


def spoken_key(key: Mapping[str, Any]) -> str:
    """What the packets of an event share, in words: fields with their values, and what expressions come to."""
    return ", ".join(f"{name} {value}" if name in FIELDS else f"{name} = {value}" for name, value in key.items())


def shown_value(name: str, value: Value | None) -> Any:
    """A field's value as JSON: addresses as text, bytes as hex, null for what is unknown or does not apply."""
    if value is None or value is UNKNOWN:
        return None
    if name in _ADDRESSES:
        return format_address(value)
    if isinstance(value, bytes):
        return value.hex()
    return list(value) if isinstance(value, tuple) else value


def named_line(packet: Packet) -> str:
    """As tcpdump would print a packet; behind the name of its capture where several are read as one."""
    return behind_capture(packet.capture, tcpdump_line(packet))


def behind_capture(capture: str, line: str) -> str:
    """The line of a packet behind the name of its capture; an empty name is none."""
    return f"{capture}: {line}" if capture else line


def _measures(measures: Mapping[str, Any]) -> dict[str, Any]:
    return {text: list(value) if isinstance(value, tuple) else value for text, value in measures.items()}


def _evidence(packet: Packet) -> dict[str, Any]:
    time = rfc3339(packet.time_ns) if packet.time_ns is not None else None
    shown = {"frame": packet.frame, "time": time, "line": tcpdump_line(packet)}
    return {**shown, "capture": packet.capture} if packet.capture else shown


def _hypothesis(hypothesis: Hypothesis) -> dict[str, Any]:
    return {
        "title": hypothesis.title,
        "verdict": hypothesis.verdict,
        "weight": hypothesis.weight,
        "because": list(hypothesis.because),
        "against": list(hypothesis.against),
        "test": list(hypothesis.test),
    }
