"""Answers of `tracelore explain` as JSON. The names are a contract: docs/explain.md."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from matcher.diagnose import Diagnosis, PacketView, PatternDiagnosis
from matcher.obstacles import Obstacle
from matcher.packet import UNKNOWN
from matcher.parts import Part
from matcher.render import tcpdump_line
from matcher.values import Truth
from matcher.watching import EpisodeView
from sigdsl.fields import FIELDS
from tracelore.explained import shown_value
from tracelore.explaining.asking import CaptureAnswer, FrameAnswer, Standing
from tracelore.explaining.wording import obstacle_words
from tracelore.times import rfc3339

__all__ = ["capture_record", "frame_record"]


def frame_record(answer: FrameAnswer) -> dict[str, Any]:
    """A packet with `events`, `matched` (in no event) and `missed`."""
    return {
        "frame": answer.packet.frame,
        "line": tcpdump_line(answer.packet),
        "note": answer.packet.note,
        "events": [_standing(each) for each in answer.events],
        "matched": [_standing(each) for each in answer.matched],
        "missed": [_standing(each) for each in answer.missed],
    }


def capture_record(answer: CaptureAnswer) -> dict[str, Any]:
    """A capture with the number of its events by signature, and what is near."""
    return {
        "packets": answer.packets,
        "events": dict(answer.events),
        "shown": [_episode(each) for each in answer.shown],
        "near": [{"title": signature.title, **_diagnosis(found)} for signature, found in answer.near],
    }


def _standing(standing: Standing) -> dict[str, Any]:
    slug = standing.signature.slug
    return {
        "signature": slug,
        "title": standing.signature.title,
        "leading": list(standing.leading),
        "differs": _ways(standing.diagnosis, slug) if standing.diagnosis else [],
        "patterns": [{"name": name, **_view(view)} for name, view in standing.patterns],
        "episodes": [_episode(each) for each in standing.episodes],
    }


def _diagnosis(diagnosis: Diagnosis) -> dict[str, Any]:
    return {
        "signature": diagnosis.signature,
        "events": diagnosis.events,
        "differs": _ways(diagnosis, diagnosis.signature),
        "patterns": [_pattern(each) for each in diagnosis.patterns],
        "episodes": [_episode(each) for each in diagnosis.episodes],
        "observed": [_diagnosis(each) for each in diagnosis.observed],
    }


def _ways(diagnosis: Diagnosis, slug: str) -> list[list[dict[str, Any]]]:
    return [[_obstacle(each, slug) for each in way] for way in diagnosis.ways]


def _obstacle(obstacle: Obstacle, slug: str) -> dict[str, Any]:
    return {
        "signature": obstacle.signature,
        "kind": obstacle.kind,
        "condition": obstacle.text,
        "patterns": list(obstacle.patterns),
        "frames": list(obstacle.frames),
        "has": _part(obstacle.part) if obstacle.part else None,
        "values": [_value(obstacle.text, value) for value in obstacle.values],
        "in_all": obstacle.in_all,
        "pause_ns": obstacle.pause.ns if obstacle.pause else None,
        "next_frame": obstacle.pause.before if obstacle.pause else None,
        "words": obstacle_words(obstacle, slug),
        "follows": [_obstacle(each, slug) for each in obstacle.follows],
    }


def _pattern(pattern: PatternDiagnosis) -> dict[str, Any]:
    nearest = _view(pattern.nearest) if pattern.nearest else None
    return {"name": pattern.name, "packets": pattern.matched, "nearest": nearest}


def _view(view: PacketView) -> dict[str, Any]:
    return {"frame": view.packet.frame, "matches": view.matches, "conditions": _parts(view.parts)}


def _episode(episode: EpisodeView) -> dict[str, Any]:
    return {
        "is_event": episode.is_event,
        "key": {name: _value(name, value) for name, value in episode.key},
        "packets": episode.packets,
        "frames": list(episode.frames),
        "counts": dict(episode.counts),
        "first_seen": rfc3339(episode.first_ns),
        "last_seen": rfc3339(episode.last_ns),
        "pause_ns": episode.pause_ns,
        "conditions": _parts(episode.parts),
    }


def _parts(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [_part(part) for part in parts]


def _part(part: Part) -> dict[str, Any]:
    """A condition: `holds` is `yes`, `no` or `not shown`; a value is null where it does not apply."""
    return {
        "condition": part.text,
        "holds": _holds(part.truth),
        "values": {name: _value(name, value) for name, value in {**part.values, **part.computed}.items()},
        "parts": _parts(part.parts),
    }


def _holds(truth: Truth) -> str:
    return "not shown" if truth is UNKNOWN else "yes" if truth else "no"


def _value(name: str, value: Any) -> Any:
    if value is UNKNOWN:
        return "not shown"
    if isinstance(value, Fraction):
        return float(value)
    return shown_value(name if name in FIELDS else "", value)
