"""What a few packets are: the events in them, and for those that no signature explains what comes nearest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from kb.models import load_models
from matcher import MatchOptions, compile_signatures, run
from matcher.capture import STANDARD_INPUT, Capture, CaptureError, open_capture
from matcher.event import Event, MatchResult
from matcher.packet import Packet
from sigdsl.model import Signature
from tracelore.explained import event_record
from tracelore.explaining.nearest import candidates, decoded, near_misses

__all__ = ["MOST_EVENTS", "MOST_UNEXPLAINED", "different", "explain_input"]

MOST_EVENTS: Final = 40  # that are given in full
MOST_UNEXPLAINED: Final = 12
_EVIDENCE: Final = 32
_MOST_REMARKS: Final = 8


def explain_input(knowledge_base: str, most_packets: int) -> dict[str, Any]:
    """Read standard input and explain it; `error` alone where nothing of it can be read."""
    try:
        capture = open_capture(STANDARD_INPUT)
    except CaptureError as error:
        return {"error": f"What was given {str(error).removeprefix(STANDARD_INPUT).lstrip(' :')}."}
    packets = list(islice(capture.packets, most_packets))
    cut = next(capture.packets, None) is not None
    signatures = load_models(knowledge_base)
    options = MatchOptions(evidence=_EVIDENCE, labels=True, capture="what was given")
    result = run(compile_signatures(signatures), packets, options)
    events, by_slug = list(result.events), {signature.slug: signature for signature in signatures}
    return {
        "form": capture.form,
        "packets": len(packets),
        "cut": cut,
        "vantage": result.vantage,
        "signatures": sum(not signature.internal for signature in signatures),
        "events": [_record(event, by_slug) for event in events[:MOST_EVENTS]],
        "event_count": len(events),
        "more_events": _by_signature(events[MOST_EVENTS:], by_slug),
        **_remarks(capture),
        **_unexplained(knowledge_base, signatures, packets, result),
    }


def _record(event: Event, signatures: dict[str, Signature]) -> dict[str, Any]:
    signature = signatures[event.signature]
    record = event_record(event, signature)
    record["first_seen_ns"], record["last_seen_ns"] = event.first_seen_ns, event.last_seen_ns
    for shown, packet in zip(record["evidence"], event.evidence, strict=True):
        shown["time_ns"] = packet.time_ns
    record["analysis"] = [{"heading": part.heading, "text": part.text} for part in signature.analysis]
    record["also_titles"] = {slug: signatures[slug].title for slug in event.also if slug in signatures}
    return record


def _by_signature(events: Iterable[Event], signatures: dict[str, Signature]) -> list[dict[str, Any]]:
    counts: dict[str, int] = {}
    for event in events:
        counts[event.signature] = counts.get(event.signature, 0) + 1
    return [{"slug": slug, "title": signatures[slug].title, "events": count} for slug, count in counts.items()]


def _remarks(capture: Capture) -> dict[str, Any]:
    report = capture.report
    undecoded = [f"{count:,} x {reason}" for reason, count in report.undecoded.most_common(_MOST_REMARKS)]
    return {
        "damage": report.damage.first[:_MOST_REMARKS],
        "warnings": report.warnings.first[:_MOST_REMARKS],
        "undecoded": undecoded,
    }


def _unexplained(
    knowledge_base: str, signatures: Sequence[Signature], packets: Sequence[Packet], result: MatchResult
) -> dict[str, Any]:
    """The packets that are in no event, and the signatures that come near to explaining them."""
    explained = {frame for frames in (result.labels or {}).values() for frame in frames}
    rest = [packet for packet in packets if packet.frame not in explained]
    shown = different(rest)[:MOST_UNEXPLAINED]
    path = Path(knowledge_base)
    return {
        "unexplained_count": len(rest),
        "unexplained": [{**decoded(packet), "near": candidates(path, packet)} for packet in shown],
        "near_misses": near_misses(signatures, shown, rest) if rest else [],
    }


def different(packets: Sequence[Packet]) -> list[Packet]:
    """One packet of each kind, those first that come first: what differs in addresses and numbers alone is one kind."""
    kinds: dict[tuple[object, ...], Packet] = {}
    for packet in packets:
        port = packet.get("dport")
        served = port if isinstance(port, int) and port < 1024 else None
        kind = (served, *(packet.get(name) for name in ("proto", "flags", "payload.len", "icmp.type", "window")))
        kinds.setdefault(kind, packet)
        if len(kinds) >= MOST_UNEXPLAINED:
            break
    return list(kinds.values())
