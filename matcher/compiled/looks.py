"""How often nodes are looked at, so that those who observe events of theirs need not wait for long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matcher.compiled.groups import Group
from matcher.program import Program

__all__ = ["Looks"]

_LOOKS: Final = 4  # at a node, in its gap, where events of its signatures are waited for


@dataclass(frozen=True, slots=True)
class Looks:
    """What follows from who observes whom.

    Attributes:
        groups: Of the program's signatures.
        group_of: The group of each signature.
        parents: For each signature, those that observe it: `matcher.compiled.groups.observers_of`.
    """

    program: Program
    groups: Sequence[Group]
    group_of: Sequence[int]
    parents: Sequence[Sequence[tuple[int, int]]]

    def interval(self, group: int) -> int:
        """How often nodes of a group are looked at, ns: where nobody waits for its events, when they may be over."""
        members = self.groups[group].members
        return max(map(self._gap, members)) // (_LOOKS if any(self.parents[each] for each in members) else 1)

    def is_brief(self, signature: int) -> bool:
        """Whether a signature of packets is observed, and its episodes are over when a node is looked at again."""
        group = self.group_of[signature]
        is_plain = bool(self.parents[signature]) and not self.groups[group].level
        return is_plain and self._gap(signature) <= self.interval(group)

    def gaps(self, group: Group) -> tuple[list[int], list[int]]:
        """The gaps of a group's brief signatures, and of all others that are observed, ns."""
        observed = [each for each in group.members if self.parents[each]]
        brief = [self._gap(each) for each in observed if self.is_brief(each)]
        return brief, [self._gap(each) for each in observed if not self.is_brief(each)]

    def children(self, group: Group) -> dict[int, int]:
        """The groups that a group observes, each with how long after its end an event is known, ns."""
        delays: dict[int, int] = {}
        for each in group.members:
            for child, _ in self.program.signatures[each].observes:
                of = self.group_of[child]
                delays[of] = max(delays.get(of, 0), self._gap(child) + self.interval(of))
        return delays

    def _gap(self, signature: int) -> int:
        return self.program.signatures[signature].gap_ns
