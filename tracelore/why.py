"""Why a signature did not match, in words: the nearest packets and episodes, and the conditions that kept them out."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.diagnose import Diagnosis, EpisodeMiss, Part, PatternDiagnosis
from matcher.packet import UNKNOWN
from tracelore.explained import shown_value

__all__ = ["lines"]

_MOST_EPISODES = 2


def lines(diagnosis: Diagnosis, indent: str = "") -> Iterator[str]:
    """One line a pattern, one for each of the nearest episodes, and the same of what is observed."""
    for pattern in diagnosis.patterns:
        yield indent + _pattern(pattern)
    for episode in diagnosis.episodes[:_MOST_EPISODES]:
        yield indent + _episode(episode)
    for observed in diagnosis.observed:
        yield f"{indent}observed {observed.signature}: {observed.events} events"
        if not observed.events:
            yield from lines(observed, indent + "  ")


def _pattern(pattern: PatternDiagnosis) -> str:
    said = f"pattern {pattern.name}: {pattern.matched} packets match"
    if pattern.matched or pattern.nearest is None:
        return said
    failed = "; ".join(_part(part) for part in pattern.nearest.failed)
    return f"{said}; nearest is frame {pattern.nearest.packet.frame}: {failed}"


def _episode(episode: EpisodeMiss) -> str:
    key = ", ".join(f"{name} {shown_value(name, value)}" for name, value in episode.key)
    failed = "; ".join(_part(part) for part in episode.failed)
    return f"episode of {key} ({episode.packets} packets): {failed}"


def _part(part: Part) -> str:
    """`dport == 53` fails (dport is 80)."""
    if part.truth is UNKNOWN:
        hidden = [name for name, value in part.values.items() if value is UNKNOWN]
        return f"`{part.text}` cannot be said ({', '.join(hidden) or 'it'} not shown)"
    values = ", ".join(f"{name} is {_value(name, value)}" for name, value in part.values.items())
    return f"`{part.text}` fails" + (f" ({values})" if values else "")


def _value(name: str, value: object) -> object:
    if value is UNKNOWN:
        return "not shown"
    return "not there" if value is None else shown_value(name, value)  # type: ignore[arg-type]  # measures are values too
