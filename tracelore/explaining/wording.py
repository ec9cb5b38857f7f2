"""Why packets are no event, in lines for people: what stands in the way first, then condition by condition.

`tracelore explain` and `tracelore test` say it with the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import click

from matcher.diagnose import Diagnosis, PacketView, PatternDiagnosis
from matcher.obstacles import Obstacle
from matcher.packet import UNKNOWN
from matcher.parts import Part
from matcher.values import Truth
from matcher.watching import EpisodeView
from tracelore.explaining.values import beside_words, failing_words, key_words, value_words
from tracelore.report.words import counted
from tracelore.times import lasting

__all__ = [
    "cause_words", "condition_lines", "diagnosis_lines", "episode_words", "frames_words", "held_words",
    "obstacle_words", "way_lines",
]  # fmt: skip

_MARKS: Final = (("yes", "green"), ("no", "red"), ("not shown", "yellow"))
_MARK_WIDTH: Final = 10
_MOST_WIDTH: Final = 56  # of the column of conditions
_MOST_TEXT: Final = 100  # of one condition
_MOST_FRAMES: Final = 6
_MOST_VALUES: Final = 4
_EFFECT: Final = "so also"  # before what fails because something else does


# --- conditions ------------------------------------------------------------------------------------------------------


def condition_lines(parts: Sequence[Part], indent: str = "") -> Iterator[str]:
    """A line for each condition: whether it holds, what was asked, what there is; what is composite and does not hold,
    down to the parts that fail."""
    rows = [row for part in parts for row in _rows(part, 0)]
    width = min(_MOST_WIDTH, max((len(text) for _, text, has in rows if has), default=0))
    for truth, text, has in rows:
        word, colour = _mark(truth)
        mark = click.style(f"{word:<{_MARK_WIDTH}}", fg=colour)
        yield f"{indent}{mark}{text:<{width}}  {has}".rstrip()


def _mark(truth: Truth) -> tuple[str, str]:
    return _MARKS[2] if truth is UNKNOWN else _MARKS[0] if truth else _MARKS[1]


def _rows(part: Part, depth: int) -> Iterator[tuple[Truth, str, str]]:
    opened = part.is_joined and part.truth is not True
    yield part.truth, "  " * depth + _shortened(part.text), "" if opened else beside_words(part)
    if opened:
        for inner in part.parts:
            yield from _rows(inner, depth + 1)


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[: _MOST_TEXT - 4]} ..."


# --- what stands in the way ------------------------------------------------------------------------------------------


def way_lines(ways: Sequence[Sequence[Obstacle]], slug: str, indent: str = "") -> Iterator[str]:
    """What keeps packets from being an event of the signature `slug`, and other ways to see it."""
    for number, way in enumerate(ways):
        for at, obstacle in enumerate(way):
            label = "and" if at else "or" if number else "differs"
            yield f"{indent}{click.style(f'{label:<8}', bold=True)}{obstacle_words(obstacle, slug)}"
            for effect in obstacle.follows:
                yield f"{indent}{_EFFECT:<8}{obstacle_words(effect, slug)}"


def cause_words(obstacle: Obstacle, slug: str) -> str:
    """A demand that is not met, and in the same sentence what follows from that."""
    effects = [obstacle_words(effect, slug) for effect in obstacle.follows]
    return f"; {_EFFECT} ".join([obstacle_words(obstacle, slug), *effects])


def obstacle_words(obstacle: Obstacle, slug: str) -> str:
    """One demand that is not met: what is asked, and what there is."""
    where = "" if obstacle.signature == slug else f"observed {obstacle.signature}: "
    said = {"packet": _packet_words, "having": _having_words, "gap": _gap_words, "key": _key_words,
            "missing": _missing_words}  # fmt: skip
    return where + said[obstacle.kind](obstacle)


def _packet_words(obstacle: Obstacle) -> str:
    pattern = f"packet {', '.join(obstacle.patterns)}: "
    if obstacle.part is None:
        return f"{pattern}`{obstacle.text}`"
    return f"{pattern}{failing_words(obstacle.part)} ({frames_words(obstacle.frames)})"


def _having_words(obstacle: Obstacle) -> str:
    if obstacle.part is None:
        return f"having `{obstacle.text}`: no packet is part of such an event"
    in_all = f", {obstacle.in_all:,} in the whole episode" if obstacle.in_all is not None else ""
    return f"having {failing_words(obstacle.part)}{in_all} ({frames_words(obstacle.frames)}){_next_words(obstacle)}"


def _missing_words(obstacle: Obstacle) -> str:
    what = "packet" if obstacle.patterns else "observed"
    found = "no packet matches" if obstacle.patterns else "no event"
    return f"{what} {obstacle.text}: {found} ({frames_words(obstacle.frames)})"


def _gap_words(obstacle: Obstacle) -> str:
    return f"{obstacle.text}: {counted(len(obstacle.frames), 'packet')}{_next_words(obstacle)}"


def _next_words(obstacle: Obstacle) -> str:
    if obstacle.pause is None:
        return ""
    return f"; the next one came after {lasting(obstacle.pause.ns)} (frame {obstacle.pause.before})"


def _key_words(obstacle: Obstacle) -> str:
    if not obstacle.values:
        return f"by `{obstacle.text}`: not there, or not shown ({frames_words(obstacle.frames)})"
    values = [value_words(obstacle.text, value) for value in obstacle.values[:_MOST_VALUES]]
    more = f" and {len(obstacle.values) - len(values):,} more" if len(obstacle.values) > len(values) else ""
    return f"by `{obstacle.text}`: {len(obstacle.values):,} different ones, {', '.join(values)}{more}"


def frames_words(frames: Sequence[int]) -> str:
    """`frame 3`, `frames 1-4, 7`, `frames 1, 3, 5 and 20 more`."""
    runs: list[tuple[int, int]] = []
    for frame in frames:
        if runs and frame == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], frame)
        else:
            runs.append((frame, frame))
    shown = runs[:_MOST_FRAMES]
    left = sum(last - first + 1 for first, last in runs[_MOST_FRAMES:])
    text = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in shown)
    return f"frame{'' if len(frames) == 1 else 's'} {text}" + (f" and {left:,} more" if left else "")


# --- a signature -----------------------------------------------------------------------------------------------------


def diagnosis_lines(diagnosis: Diagnosis, indent: str = "", episodes: int = 1, level: int = 1) -> Iterator[str]:
    """What stands in the way, then each pattern and the nearest episodes; of what is observed, one level down.

    Args:
        diagnosis: Of one signature.
        indent: Before each line.
        episodes: How many episodes that are no events are shown.
        level: How far down observed signatures are told that have no event.
    """
    yield from way_lines(diagnosis.ways, diagnosis.signature, indent)
    named = {(each.signature, name) for way in diagnosis.ways for each in way for name in each.patterns}
    for pattern in diagnosis.patterns:
        in_full = (diagnosis.signature, pattern.name) in named or not named and not diagnosis.episodes
        yield from _pattern_lines(pattern, indent, in_full)
    for episode in diagnosis.episodes[:episodes]:
        yield indent + episode_words(episode)
        yield from condition_lines(episode.parts, indent + "  ")
    for observed in diagnosis.observed:
        said = counted(observed.events, "event") if observed.events else "no event"
        yield f"{indent}observed {observed.signature}: {said}"
        if level and not observed.events:
            yield from diagnosis_lines(observed, indent + "  ", episodes, level - 1)


def _pattern_lines(pattern: PatternDiagnosis, indent: str, in_full: bool) -> Iterator[str]:
    if pattern.matched or pattern.nearest is None or not in_full:
        yield f"{indent}packet {pattern.name}: {matching_words(pattern.matched)}"
        return
    yield f"{indent}packet {pattern.name}: no packet matches; {nearest_words(pattern.nearest)}"
    yield from condition_lines(pattern.nearest.parts, indent + "  ")


def matching_words(packets: int) -> str:
    """How many packets match a pattern."""
    return "1 packet matches" if packets == 1 else f"{packets:,} packets match" if packets else "no packet matches"


def nearest_words(view: PacketView) -> str:
    """Which packet comes nearest, and how near."""
    return f"frame {view.packet.frame} comes nearest: {held_words(view)}"


def held_words(view: PacketView) -> str:
    """How many conditions of a pattern a packet meets."""
    held = len(view.parts) - len(view.failed)
    return "matches" if view.matches else f"{held} of {counted(len(view.parts), 'condition')} hold"


def episode_words(episode: EpisodeView) -> str:
    """What an episode is of, and whether it is an event."""
    word = "event" if episode.is_event else "no event"
    key = f" of {key_words(episode.key)}" if episode.key else ""
    return f"{word}{key}: {counted(episode.packets, 'packet')} ({frames_words(episode.frames)})" + _lasting(episode)


def _lasting(episode: EpisodeView) -> str:
    length = episode.last_ns - episode.first_ns
    lasted = f" in {lasting(length)}" if length else ""
    pause = f"; the next one came after {lasting(episode.pause_ns)}" if episode.pause_ns is not None else ""
    return lasted + pause
