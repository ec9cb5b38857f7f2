"""What of a capture no signature explains, in groups, the largest and strangest first."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2
from typing import Final

from matcher.event import MatchResult
from matcher.packet import Packet
from sigdsl.format_expr import format_expr
from sigdsl.model import Expr, Signature
from sigdsl.walk import fields_of
from tracelore.drafting.choosing import Chosen, Weighed, choose
from tracelore.drafting.exchanges import Exchanges
from tracelore.drafting.groups import Group, groups_of
from tracelore.drafting.selection import Thinned
from tracelore.drafting.shapes import Kind, Shape, kind_of
from tracelore.drafting.truths import truths

__all__ = ["ANY_PROGRAM", "Finding", "Triage", "Unexplained", "explained_by", "triage", "unexplained"]

ANY_PROGRAM: Final = "any-program"  # tag of a signature that says what is done, not by what

_UNEXPLAINED: Final = 100_000  # packets that are grouped
_BACKGROUND: Final = 5_000
_JUDGED: Final = 60  # groups of which it is worked out how strange they are
_LOOKED_AT: Final = 2_000  # packets of a group
_LEAST: Final = 3  # packets of a group
# What counts for no more than this many bits: services and texts are many, and most are nobody's mark.
_ORDINARY: Final = {"sport": 4.0, "dport": 4.0, "payload": 16.0, "payload.len": 4.0, "ip.len": 4.0}
_ANSWERED: Final = 0.9  # so much less strange is what is answered
_STRAY: Final = 0.05  # share of other packets that a selection may catch
_RANGES: Final = 40  # of frames in a command line


@dataclass(frozen=True, slots=True)
class Unexplained:
    """The packets of a capture as they are triaged.

    Attributes:
        packets: Those that are in no event; every n-th, where there are very many.
        background: Some of all packets of the capture and of the baseline.
        exchanges: Who talked with whom.
        count: How many packets are in no event.
        total: How many there are.
    """

    packets: Sequence[Packet]
    background: Sequence[Packet]
    exchanges: Exchanges
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One group of packets.

    Attributes:
        group: The packets.
        conditions: What all of them share and the rest of the capture does not.
        bits: How much of a coincidence that is against this capture's own background.
        answered: The share of its packets whose conversation went both ways.
        score: By which findings are ordered: bits for each doubling of the conversations, less what is answered.
        where: A condition that selects the group, as `tracelore draft --where` takes it.
        command: `tracelore draft` with what it needs.
    """

    group: Group
    conditions: tuple[Weighed, ...]
    bits: float
    answered: float
    score: float
    where: str
    command: str


@dataclass(frozen=True, slots=True)
class Triage:
    """The findings of a capture, the strangest first.

    Attributes:
        findings: Groups.
        unexplained: What was triaged.
        left: Packets in groups that are too small to say anything of, or beyond the number that is judged.
    """

    findings: tuple[Finding, ...]
    unexplained: Unexplained
    left: int


def explained_by(result: MatchResult, signatures: Iterable[Signature]) -> frozenset[int]:
    """Frames of the packets that an event explains.

    That somebody sweeps a port says nothing of the program that does: its marks are what triage is for.

    Args:
        result: With labels.
        signatures: Those of the run.
    """
    general = {signature.slug for signature in signatures if ANY_PROGRAM in signature.tags}
    ids = {event.id for event in chain(result.events, result.displaced) if event.signature not in general}
    return frozenset(frame for event, frames in (result.labels or {}).items() if event in ids for frame in frames)


def unexplained(packets: Iterable[Packet], explained: Collection[int], others: Iterable[Packet] = ()) -> Unexplained:
    """Sort the packets of a capture.

    Args:
        packets: All of them.
        explained: Frames that are in an event.
        others: A baseline.
    """
    strange, background, exchanges = Thinned(_UNEXPLAINED), Thinned(_BACKGROUND), Exchanges()
    total = 0
    for packet in packets:
        total += 1
        exchanges.see(packet)
        background.add(packet)
        if packet.frame not in explained and "src" in packet.fields:
            strange.add(packet)
    for packet in others:
        background.add(packet)
    return Unexplained(strange.packets, background.packets, exchanges, strange.seen, total)


def triage(
    found: Unexplained, capture: str, baselines: Sequence[str], advance: Callable[[int, int], None] = lambda *_: None
) -> Triage:
    """Group what is unexplained and say how strange each group is.

    Args:
        found: From `unexplained`.
        capture: The capture, for command lines.
        baselines: Likewise.
        advance: Told how many groups are judged, of how many.
    """
    groups = [group for group in groups_of(found.packets) if len(group.shape.packets) >= _LEAST]
    judged = groups[:_JUDGED]
    alike: dict[Kind, list[Packet]] = {}
    for packet in found.packets:
        alike.setdefault(kind_of(packet), []).append(packet)
    findings = []
    for number, group in enumerate(judged, 1):
        same_kind = alike[kind_of(group.shape.packets[0])]
        findings.append(_finding(group, same_kind, found, (capture, baselines)))
        advance(number, len(judged))
    findings.sort(key=lambda finding: (-finding.score, finding.group.shape.packets[0].frame))
    left = len(found.packets) - sum(len(group.shape.packets) for group in judged)
    return Triage(tuple(findings), found, left)


def _finding(group: Group, alike: Sequence[Packet], found: Unexplained, names: tuple[str, Sequence[str]]) -> Finding:
    """What there is to say of a group; `alike` are all unexplained packets of its kind, itself included."""
    shape = group.shape
    members = {packet.frame for packet in shape.packets}
    some = shape.packets[:: 1 + (len(shape.packets) - 1) // _LOOKED_AT]
    others = [packet for packet in found.background if packet.frame not in members]
    chosen = choose(Shape(shape.name, shape.words, some, False), others)
    bits = sum(map(_strangeness, chosen.kept))
    answered = found.exchanges.answered(shape.packets)
    score = bits * log2(1 + group.conversations) * (1 - _ANSWERED * answered)
    where, is_exact = _where(chosen, members, alike)
    frames = "" if is_exact else _frames(sorted(members))
    selection = ["--frames", frames] if frames else ["--where", where]
    capture, baselines = names
    background = [part for name in (capture, *baselines) for part in ("--baseline", name)]
    command = shlex.join(["tracelore", "draft", capture, *selection, *background])
    return Finding(group, chosen.kept, bits, answered, score, where, command)


def _strangeness(weighed: Weighed) -> float:
    """Bits of a condition, by how rare it is in the background where it is there at all."""
    bits = float(weighed.bits)
    for name, most in _ORDINARY.items():
        if not weighed.relation and name in {field.name for field in fields_of(weighed.condition)}:
            bits = min(bits, most)
    share = weighed.share
    if share is None or not share.having:
        return bits
    return min(bits, log2(share.of / share.having))


def _where(chosen: Chosen, members: Collection[int], packets: Sequence[Packet]) -> tuple[str, bool]:
    """As few conditions as select the group, the most telling first, and whether they select little else."""
    said: list[Expr] = list(chosen.shape.words)
    stray = int(_STRAY * len(members))
    others = _those_of([packet for packet in packets if packet.frame not in members], *said)
    for each in sorted(chosen.kept, key=lambda each: -_strangeness(each)):
        if len(others) <= stray:
            break
        left = _those_of(others, each.condition)
        if len(left) < len(others):
            said.append(each.condition)
            others = left
    return "; ".join(map(format_expr, said)), len(others) <= stray


def _those_of(packets: Sequence[Packet], *conditions: Expr) -> list[Packet]:
    """The packets for which all conditions are true."""
    return [packet for packet, (true,) in zip(packets, truths([conditions], packets), strict=True) if true]


def _frames(frames: Sequence[int]) -> str:
    """Ranges of frame numbers; empty where there would be too many."""
    ranges: list[list[int]] = []
    for frame in frames:
        if ranges and frame == ranges[-1][1] + 1:
            ranges[-1][1] = frame
        else:
            ranges.append([frame, frame])
    if len(ranges) > _RANGES:
        return ""
    return ",".join(str(low) if low == high else f"{low}-{high}" for low, high in ranges)
