"""What must have been seen of a key before one more packet can make an event of it.

Of all that an event needs (`necessity`), this keeps what can be told without telling signatures and sides apart: which
patterns must have been seen, as *marks* of a key, and how many packets there must be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from matcher.compiled.groups import Group, is_plain
from matcher.compiled.necessity import Need
from matcher.program import Program

__all__ = ["MARKS", "Marks", "Row", "calls_of", "marks_of", "prospects_of", "shown_by", "ways"]

_MOST_CALLED: Final = 8  # groups whose packets wait for the events that they observe
MARKS: Final = 23  # of a key; where a group needs more, some stand for several things

Marks = Mapping[int, Mapping[int, int]]  # for a signature, for bits of its patterns: the mark, as a bit
Row = tuple[int, int, int]  # number of a signature, bits of its patterns that ask, bits that answer


def marks_of(members: Iterable[int], needs: Sequence[tuple[Need, ...]]) -> Marks:
    """The marks of a group: of patterns that must be there besides others."""
    marks: dict[int, dict[int, int]] = {}
    count = 0
    for number in members:
        several = [need.least for need in needs[number] if len(need.least) > 1]
        for patterns in dict.fromkeys(patterns for least in several for patterns, _ in sorted(least)):
            marks.setdefault(number, {})[patterns] = 1 << count % MARKS
            count += 1
    return marks


def shown_by(marks: Marks, rows: Iterable[Row]) -> int:
    """The marks that a packet leaves."""
    shown = 0
    for number, asks, answers in rows:
        for patterns, mark in marks.get(number, {}).items():
            if patterns & (asks | answers):
                shown |= mark
    return shown


def ways(needs: Sequence[tuple[Need, ...]], rows: Iterable[Row]) -> Iterator[tuple[int, Need, int]]:
    """How a packet may serve signatures: their numbers, what an event needs, and the patterns that it counts as.

    An episode may see it as what asks, as what answers, or as both.
    """
    for number, asks, answers in rows:
        for bits in {asks, answers, asks | answers} - {0}:
            for need in needs[number]:
                if not need.none & bits:
                    yield number, need, bits


def prospects_of(marks: Marks, needs: Sequence[tuple[Need, ...]], rows: Iterable[Row]) -> list[tuple[int, int]]:
    """The ways in which an event may come of a packet and of those before it.

    Returns:
        (marks that must be there, how many packets at least), none of them implied by another.
    """
    found = {
        _prospect(marks.get(number, {}), need, bits)
        for number, need, bits in ways(needs, rows)
        if _is_met_by(need, bits)
    }
    return [each for each in sorted(found) if not any(_implies(each, other) for other in found - {each})]


def _is_met_by(need: Need, bits: int) -> bool:
    """Whether a packet of these patterns may be the last thing that was needed."""
    return not need.least or any(patterns & bits for patterns, _ in need.least)


def _prospect(marks: Mapping[int, int], need: Need, bits: int) -> tuple[int, int]:
    wanted, packets = 0, 1
    for patterns, least in need.least:
        packets = max(packets, least)
        if not patterns & bits:
            wanted |= marks.get(patterns, 0)
    return wanted, packets


def _implies(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the other is there wherever the one is."""
    return other[0] & ~one[0] == 0 and other[1] <= one[1]


# --- packets of signatures that observe events -----------------------------------------------------------------------


def calls_of(
    program: Program, groups: Sequence[Group], group_of: Sequence[int], needs: Sequence[tuple[Need, ...]]
) -> dict[int, list[int]]:
    """For signatures that others observe, the groups whose packets wait until an event of them may come.

    They do where nothing comes of packets alone, and where every packet of such an event tells their key.
    """
    calls: dict[int, list[int]] = {}
    called = 0
    for number, group in enumerate(groups):
        children = {child for each in group.members for child, _ in program.signatures[each].observes}
        if (
            called < _MOST_CALLED
            and children
            and all(_needs_events(program, each, needs[each]) for each in group.members)
            and all(_tells_key(groups[group_of[child]], group) for child in children)
        ):
            called += 1
            for child in sorted(children):
                calls.setdefault(child, []).append(number)
    return calls


def _tells_key(child: Group, group: Group) -> bool:
    """Whether the key of what is observed, which is made of packets only, has that of the observer in it."""
    return child.level == 0 and _names(group) <= _names(child) - {""}


def _needs_events(program: Program, number: int, needs: tuple[Need, ...]) -> bool:
    observed = sum(bit for _, bit in program.signatures[number].observes)
    return all(any(not patterns & ~observed for patterns, _ in need.least) for need in needs)


def _names(group: Group) -> set[str]:
    """The fields that are parts of a key; an empty name stands for what is computed."""
    return {code.loads[0][0] if is_plain(code) else "" for code, _ in group.parts}
