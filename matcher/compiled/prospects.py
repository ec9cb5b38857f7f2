"""What must have been seen of a key before one more packet can make an event of it.

Of all that an event needs (`necessity`), this keeps what can be told without telling signatures and sides apart: which
patterns must have been seen, as *marks* of a key, and how many packets there must be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from matcher.compiled.groups import Group, is_plain, observers_of
from matcher.compiled.necessity import Need
from matcher.program import Program

__all__ = ["MARKS", "MOST_CALLED", "Marks", "Row", "calls_of", "marks_of", "prospects_of", "shown_by"]

MOST_CALLED: Final = 8  # groups whose packets wait for the events that they observe
MARKS: Final = 23  # of a key; where a group needs more, some stand for several things

Marks = Mapping[tuple[int, int], int]  # (number of a signature, bits of its patterns): the mark, as a bit
Row = tuple[int, int, int]  # number of a signature, bits of its patterns that ask, bits that answer


def marks_of(members: Iterable[int], needs: Sequence[tuple[Need, ...]]) -> Marks:
    """The marks of a group: of patterns that must be there besides others."""
    marks: dict[tuple[int, int], int] = {}
    for number in members:
        for need in needs[number]:
            for patterns, _ in sorted(need.least) if len(need.least) > 1 else ():
                marks.setdefault((number, patterns), 1 << len(marks) % MARKS)
    return marks


def shown_by(marks: Marks, rows: Iterable[Row]) -> int:
    """The marks that a packet leaves."""
    shown = 0
    for number, asks, answers in rows:
        for (owner, patterns), mark in marks.items():
            if owner == number and patterns & (asks | answers):
                shown |= mark
    return shown


def prospects_of(marks: Marks, needs: Sequence[tuple[Need, ...]], rows: Iterable[Row]) -> list[tuple[int, int]]:
    """The ways in which an event may come of a packet and of those before it.

    Returns:
        (marks that must be there, how many packets at least), none of them implied by another.
    """
    found: set[tuple[int, int]] = set()
    for number, asks, answers in rows:
        for bits in {asks, answers, asks | answers} - {0}:
            for need in needs[number]:
                if not need.none & bits and _is_met_by(need, bits):
                    found.add(_prospect(marks, number, need, bits))
    return [each for each in sorted(found) if not any(_implies(each, other) for other in found - {each})]


def _is_met_by(need: Need, bits: int) -> bool:
    """Whether a packet of these patterns may be the last thing that was needed."""
    return not need.least or any(patterns & bits for patterns, _ in need.least)


def _prospect(marks: Marks, number: int, need: Need, bits: int) -> tuple[int, int]:
    wanted, packets = 0, 1
    for patterns, least in need.least:
        packets = max(packets, least)
        if not patterns & bits:
            wanted |= marks.get((number, patterns), 0)
    return wanted, packets


def _implies(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the other is there wherever the one is."""
    return other[0] & ~one[0] == 0 and other[1] <= one[1]


# --- packets of signatures that observe events -----------------------------------------------------------------------


def calls_of(program: Program, groups: Sequence[Group], needs: Sequence[tuple[Need, ...]]) -> list[tuple[int, ...]]:
    """For each signature, the groups whose packets wait until an event of it may come.

    They do where nothing comes of packets alone, and where every packet of such an event tells their key.
    """
    levels = [0] * len(program.signatures)
    owners = [0] * len(program.signatures)
    for number, group in enumerate(groups):
        for member in group.members:
            levels[member], owners[member] = group.level, number
    called = {
        number
        for number, group in enumerate(groups)
        if group.level
        and all(_needs_events(program, each, needs[each]) for each in group.members)
        and all(
            levels[child] == 0 and _names(group) <= _names(groups[owners[child]]) - {""}
            for each in group.members
            for child, _ in program.signatures[each].observes
        )
    }
    chosen = set(sorted(called)[:MOST_CALLED])
    return [
        tuple(sorted({owners[parent] for parent, _ in parents} & chosen)) for parents in observers_of(program)
    ]  # fmt: skip


def _needs_events(program: Program, number: int, needs: tuple[Need, ...]) -> bool:
    observed = sum(bit for _, bit in program.signatures[number].observes)
    return all(any(not patterns & ~observed for patterns, _ in need.least) for need in needs)


def _names(group: Group) -> set[str]:
    """The fields that are parts of a key; an empty name stands for what is computed."""
    return {code.loads[0][0] if is_plain(code) else "" for code, _ in group.parts}
