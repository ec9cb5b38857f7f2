"""For a packet that nothing explains: its fields, the signatures it is consistent with, and those it nearly matches."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from kb.consistent import consistent
from kb.errors import QuestionError
from matcher.diagnose import Diagnosis, PatternDiagnosis, diagnose, diagnose_pattern
from matcher.packet import UNKNOWN, Packet
from matcher.parts import Part
from matcher.render import tcpdump_line
from matcher.specificity import pattern_bits, total
from matcher.watching import EpisodeView
from sigdsl.fields import FIELDS
from sigdsl.format import format_expr
from sigdsl.model import PacketPattern, Signature
from tracelore.explained import shown_value
from tracelore.explaining.values import written
from tracelore.explaining.wording import cause_words

__all__ = ["candidates", "decoded", "near_misses", "nearest_signatures"]

_MOST_CANDIDATES: Final = 4
_MOST_MISSES: Final = 5
_MOST_FAILED: Final = 2  # conditions that may fail in what is called near
_LEAST_BITS: Final = 4  # that hold: any packet is `tcp` and lacks something
_SECONDS: Final = 3.0  # of CPU time for looking through all signatures
_MOST_PACKETS: Final = 500  # that are looked at again for the episodes of a near miss
_MOST_EPISODES: Final = 2
_TOLD: Final = frozenset(
    ("ip.version", "src", "dst", "proto", "ttl", "id", "df", "tos", "sport", "dport", "seq", "ack", "flags", "window",
     "urgent", "options", "mss", "wscale", "payload.len", "icmp.type", "icmp.code", "frag.offset", "mf")
)  # fmt: skip
# What a signature may fix. Ends, and numbers that are new in every packet, would contradict nothing and find nothing.
_ASKED: Final = ("proto", "ttl", "id", "dport", "sport", "seq", "ack", "flags", "window", "mss", "payload.len",
                 "icmp.type", "icmp.code")  # fmt: skip


def decoded(packet: Packet) -> dict[str, Any]:
    """A packet with its fields, as JSON; a field that the input does not show is null."""
    shown = [
        {"name": name, "value": written(name, value), "meaning": FIELDS[name].meaning}
        for name, value in packet.fields.items()
        if name in _TOLD
    ]
    hidden = [name for name, value in packet.fields.items() if value is UNKNOWN and name in _TOLD]
    fields = [field for field in shown if field["name"] not in hidden]
    return {"frame": packet.frame, "line": tcpdump_line(packet), "note": packet.note, "fields": fields,
            "not_shown": hidden}  # fmt: skip


def candidates(path: Path, packet: Packet) -> list[dict[str, Any]]:
    """Signatures that the packet's values do not contradict, those first that they account for most of."""
    values = [(name, packet.get(name)) for name in _ASKED]
    given = [f"{name}={value}" for name, value in values if isinstance(value, int)]
    try:
        answer = consistent(path, given, limit=_MOST_CANDIDATES)
    except QuestionError:  # nothing of it is shown, or a value is none that the field can hold: a malformed packet
        return []
    return [
        {"slug": each.slug, "title": each.title, "verdict": each.verdict, "bits": round(each.bits, 1),
         "satisfied": list(each.patterns[0].satisfied), "not_shown": list(each.patterns[0].not_shown)}
        for each in answer.signatures
        if each.patterns and not each.internal
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Near:
    """How near a signature comes, by its pattern that comes nearest.

    Attributes:
        failed: Conditions of the pattern that a packet does not meet.
        hidden: Those on what is not shown.
        absent: Other patterns that nothing matches, apart from those that the signature wants absent.
        bits: Bits of coincidence of the conditions that the packet meets.
        signature: Which one.
    """

    failed: int
    hidden: int
    absent: int
    bits: int
    signature: Signature

    @property
    def rank(self) -> tuple[float, str]:
        """The smaller, the nearer: a condition that fails outweighs a byte of those that hold."""
        return self.failed + self.hidden / 2 + self.absent - self.bits / 8, self.signature.slug


def near_misses(
    signatures: Sequence[Signature], shown: Sequence[Packet], rest: Sequence[Packet]
) -> list[dict[str, Any]]:
    """The signatures that come nearest to explaining packets, each with the conditions that keep it from that.

    Args:
        signatures: All of them.
        shown: The packets that are compared with every pattern.
        rest: All packets that nothing explains, for the conditions of episodes.
    """
    near = nearest_signatures(signatures, shown)[:_MOST_MISSES]
    return [_miss(diagnose(each, rest[:_MOST_PACKETS], signatures), each) for each in near]


def nearest_signatures(signatures: Sequence[Signature], packets: Sequence[Packet]) -> list[Signature]:
    """The signatures that come near to explaining packets, nearest first; internal ones are left out."""
    return [each.signature for each in sorted(_near(signatures, packets), key=lambda each: each.rank)]


def _near(signatures: Sequence[Signature], packets: Sequence[Packet]) -> Iterator[_Near]:
    end = time.process_time() + _SECONDS
    for signature in signatures:
        if time.process_time() > end:
            return
        if signature.internal:
            continue
        best = min(_distances(signature, packets), key=lambda each: each.rank, default=None)
        if best is not None and best.failed <= _MOST_FAILED and best.bits >= _LEAST_BITS:
            yield best


def _distances(signature: Signature, packets: Sequence[Packet]) -> Iterator[_Near]:
    wanted = [pattern for pattern in signature.patterns if not pattern.solicits]
    diagnosed = [diagnose_pattern(pattern, packets) for pattern in wanted]
    for pattern, found in zip(wanted, diagnosed, strict=True):
        absent = sum(not other.matched for other in diagnosed if other is not found)
        if found.matched:
            yield _Near(0, 0, absent, total(pattern_bits(pattern)), signature)
        elif found.nearest is not None:
            truths = [part.truth for part in found.nearest.parts]
            bits = total(pattern_bits(_held(pattern, found.nearest.parts)))
            yield _Near(truths.count(False), truths.count(UNKNOWN), absent, bits, signature)


def _held(pattern: PacketPattern, parts: Sequence[Part]) -> PacketPattern:
    """A pattern of the conditions alone that hold."""
    true = {part.text for part in parts if part.truth is True}
    return replace(pattern, conditions=tuple(each for each in pattern.conditions if format_expr(each) in true))


def _miss(diagnosis: Diagnosis, signature: Signature) -> dict[str, Any]:
    return {
        "slug": signature.slug,
        "title": signature.title,
        "verdict": signature.verdict,
        "patterns": [_pattern(pattern) for pattern in diagnosis.patterns],
        "episodes": [_episode(episode) for episode in diagnosis.episodes[:_MOST_EPISODES]],
        "differs": [[cause_words(each, signature.slug) for each in way] for way in diagnosis.ways],
    }


def _pattern(pattern: PatternDiagnosis) -> dict[str, Any]:
    nearest = pattern.nearest if not pattern.matched else None
    return {
        "name": pattern.name,
        "matched": pattern.matched,
        "frame": nearest.packet.frame if nearest else None,
        "parts": [_part(part) for part in nearest.parts] if nearest else [],
    }


def _episode(episode: EpisodeView) -> dict[str, Any]:
    return {
        "key": {name: shown_value(name, value) for name, value in episode.key},
        "packets": episode.packets,
        "parts": [_part(part) for part in episode.parts],
    }


_SAYS = {True: "holds", False: "differs", UNKNOWN: "not shown"}


def _part(part: Part) -> dict[str, Any]:
    """One condition, what became of it, and the values that decided it."""
    values = {name: _value(name, value) for name, value in part.values.items()}
    return {"text": part.text, "says": _SAYS[part.truth], "values": values}


def _value(name: str, value: Any) -> Any:
    if value is UNKNOWN:
        return "not shown"
    if value is None:
        return "not there"
    return written(name, value) if name in FIELDS else value
