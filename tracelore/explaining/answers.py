"""Answers of `tracelore explain` in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from matcher.diagnose import Diagnosis
from matcher.render import tcpdump_line
from sigdsl.format import format_expr
from sigdsl.model import Signature
from tracelore.explaining.asking import CaptureAnswer, FrameAnswer, Standing
from tracelore.explaining.wording import condition_lines, diagnosis_lines, episode_words, held_words, way_lines
from tracelore.report.words import counted

__all__ = ["capture_lines", "frame_lines", "signature_lines"]

_STEP: Final = "  "
_MOST_EPISODES: Final = 2  # of one signature


def frame_lines(answer: FrameAnswer, asked: bool) -> Iterator[str]:
    """A packet: the events that it is in, what it matches without an event, and what it nearly matches.

    Args:
        answer: What was found.
        asked: Whether one signature was asked about.
    """
    packet = answer.packet
    yield f"frame {packet.frame}: {tcpdump_line(packet)}"
    if packet.note:
        yield f"{_STEP}{packet.note}"
    if not answer.events and not asked:
        yield "no signature makes an event of it"
    in_full = tuple(each for each in answer.matched if each.diagnosis is not None)
    groups = [("in an event of", answer.events), ("matches, and is in no event of", in_full)]
    groups.insert(0 if asked else 2, ("is in no event of" if asked else "comes near to", answer.missed))
    for title, standings in groups:
        for standing in standings:
            yield ""
            yield from _standing_lines(title, standing)
    others = [_briefly(each) for each in answer.matched if each.diagnosis is None]
    if others:
        yield ""
        yield f"matches too, and is in no event of {', '.join(others)}"


def _briefly(standing: Standing) -> str:
    names = ", ".join(name for name, _ in standing.patterns)
    return f"{standing.signature.slug} ({names})" if names else standing.signature.slug


def _standing_lines(title: str, standing: Standing) -> Iterator[str]:
    slug = standing.signature.slug
    yield f"{title} {_heading(standing.signature)}"
    if standing.leading:
        yield f"{_STEP}explained better by {', '.join(standing.leading)}"
    diagnosis = standing.diagnosis
    if diagnosis is not None:
        yield from way_lines(diagnosis.ways, slug, _STEP)
    for name, view in standing.patterns:
        yield f"{_STEP}packet {name}: {held_words(view)}"
        yield from condition_lines(view.parts, _STEP * 2)
    rule = standing.signature.event
    for episode in standing.episodes[:_MOST_EPISODES]:
        gap = f" (gap {format_expr(rule.gap)})" if rule is not None and episode.pause_ns is not None else ""
        yield f"{_STEP}{episode_words(episode)}{gap}"
        yield from condition_lines(episode.parts, _STEP * 2)
    if diagnosis is not None:
        yield from _observed_lines(diagnosis)


def _observed_lines(diagnosis: Diagnosis) -> Iterator[str]:
    for observed in diagnosis.observed:
        yield f"{_STEP}observed {observed.signature}: {_events_words(observed.events)}"


def _heading(signature: Signature) -> str:
    return f"{click.style(signature.slug, bold=True)}  {signature.title}".rstrip()


def capture_lines(answer: CaptureAnswer) -> Iterator[str]:
    """A capture: how many events each signature has, then the events that nearly were."""
    total = sum(answer.events.values())
    by_slug = ", ".join(f"{each} ({count:,})" for each, count in answer.events.items())
    yield f"{counted(answer.packets, 'packet')}, {_events_words(total)}" + (f": {by_slug}" if total else "")
    if not answer.near and not total:
        yield "nothing comes near to a signature"
    for signature, diagnosis in answer.near:
        yield ""
        yield f"no event of {_heading(signature)}"
        yield from diagnosis_lines(diagnosis, _STEP)


def signature_lines(answer: CaptureAnswer) -> Iterator[str]:
    """A capture beside the one signature that was asked about: its events, then what nearly was one."""
    ((signature, diagnosis),) = answer.near
    of = f"{_events_words(diagnosis.events)} of {_heading(signature)}"
    yield f"{counted(answer.packets, 'packet')}, {of}"
    for episode in answer.shown:
        yield f"{_STEP}{episode_words(episode)}"
        yield from condition_lines(episode.parts, _STEP * 2)
    yield from diagnosis_lines(diagnosis, _STEP, episodes=_MOST_EPISODES)


def _events_words(number: int) -> str:
    return counted(number, "event") if number else "no event"
