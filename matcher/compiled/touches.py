"""Which nodes the packets of a batch concern: fingerprints of keys, worked out before any node is looked at."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.acts import Acts
from matcher.compiled.jit import Scalar, inlined, lean, lean_part
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    G_SYMMETRIC,
    G_WORDS,
    P_GROUPS,
    T_COUNT,
    T_GROUP,
    T_PROSPECTS,
    T_ROWS,
)
from matcher.compiled.ordering import Observed
from matcher.compiled.plan import Plan
from matcher.compiled.prefetch import prefetch
from matcher.compiled.values import key_prints
from matcher.compiled.wanted import ANYBODY, EVERYBODY, OBSERVERS, is_wanted_by, line_of

__all__ = ["NOBODY", "Packets", "Touched", "find_touches", "touch"]

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]

NOBODY = 2  # in place of a side
_TOUCHES: Final = 1 << 11  # at a time: they, and the lines of the set that they ask for, stay in the cache


class Packets(NamedTuple):
    """Columns of packets, as `matcher.compiled.ordering.Observed` has them, without their routes.

    Attributes:
        frame, time: int64[packets].
        flags: uint8[packets].
        values: int64[packets * kept], packet by packet.
        states: uint8[packets * kept].
    """

    frame: Ints
    time: Ints
    flags: Bytes
    values: Ints
    states: Bytes


class Touched:
    """Packets, and the nodes that they concern.

    Attributes:
        packets: In the order of time, but for those that came too late.
        touches: int64[n, 3], from `find_touches`.
        acts: What sets of patterns mean, as it was then.
        now: The time of the latest packet, ns; None where there is no packet.
    """

    __slots__ = ("acts", "now", "packets", "touches")

    def __init__(self, packets: Packets, touches: Ints, acts: Ints) -> None:
        self.packets = packets
        self.touches = touches
        self.acts = acts
        self.now = int(packets.time.max()) if len(packets.time) else None


def touch(plan: Plan, acts: Acts, packets: Observed, wanted: Words = EVERYBODY) -> Touched:
    """Work out which nodes packets concern. Of what may be left out only the `wanted` are looked for."""
    found: list[Ints] = []
    start, stack = 0, np.empty(32, np.int64)
    touches = np.empty((max(_TOUCHES, 2 * plan.group_count), 3), np.int64)
    values, states = packets.values.reshape(-1), packets.states.reshape(-1)
    while start < packets.size:
        count, start = find_touches(
            plan.words, acts.words, acts.routes, packets.route, values, states, len(plan.kept), wanted,
            wanted is not EVERYBODY, touches, stack, start,
        )  # fmt: skip
        found.append(touches[:count].copy())
    touches = found[0] if len(found) == 1 else np.concatenate([np.empty((0, 3), np.int64), *found])
    return Touched(Packets(packets.frame, packets.time, packets.flags, values, states), touches, acts.words)


@lean
def find_touches(
    plan: Ints, acts: Ints, routes: Ints, route: Ints, values: Ints, states: Bytes, kept: Scalar, wanted: Words,
    is_choosy: Scalar, touches: Ints, stack: Ints, start: Scalar,
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """List the nodes of each packet.

    Args:
        plan: The program.
        acts: Of the sets of patterns.
        routes: int64[sets]: where the acts of each are listed.
        route: int64[packets]: number of the set of patterns that each matches.
        values: int64[packets * kept], packet by packet.
        states: uint8[packets * kept].
        kept: How many values there are of a packet.
        wanted: See `matcher.compiled.wanted`. Where an act has prospects, nodes of which nobody wants it are left out.
        is_choosy: Whether anything is left out at all.
        touches: Filled in, int64[most, 3]: packet; fingerprint; act << 8 | sides.
        stack: int64[32]: room for a stack.
        start: The first packet to look at.

    Returns:
        How many there are, and the first packet that was not looked at (there was no more room).
    """
    count = np.int64(0)
    for packet in range(start, route.shape[0]):
        listed = routes[route[packet]]
        acts_here = acts[listed]
        if count + 2 * acts_here > touches.shape[0]:
            return _sifted(acts, wanted, touches, count) if is_choosy else count, packet
        at = packet * kept
        for row in range(listed + 1, listed + 1 + 3 * acts_here, 3):
            act, asks, answers = acts[row], acts[row + 1], acts[row + 2]
            group = plan[P_GROUPS] + acts[act + T_GROUP] * G_WORDS
            is_symmetric = plan[group + G_SYMMETRIC]
            asked, answered = key_prints(
                plan, group, asks or is_symmetric, answers or is_symmetric, values, at, states, at, stack
            )
            info = act << ACT_SHIFT
            if is_symmetric or (asks and answers and asked == answered):
                if asked:
                    side = 1 if asked > answered else 0
                    other = side if asked == answered else 1 - side
                    info |= other << ANSWERED_SHIFT | side
                    count = _noted(touches, wanted, count, packet, min(asked, answered), info)
                continue
            if asked:
                count = _noted(touches, wanted, count, packet, asked, info | NOBODY << ANSWERED_SHIFT)
            if answered:
                count = _noted(touches, wanted, count, packet, answered, info | NOBODY)
    return _sifted(acts, wanted, touches, count) if is_choosy else count, route.shape[0]


@inlined
def _noted(touches: Ints, wanted: Words, count: Scalar, packet: Scalar, print_: Scalar, info: Scalar) -> Scalar:
    touches[count, 0], touches[count, 1], touches[count, 2] = packet, print_, info
    prefetch(wanted, line_of(wanted, print_))
    return count + 1


@lean_part
def _sifted(acts: Ints, wanted: Words, touches: Ints, count: Scalar) -> Scalar:
    """Bring those that are wanted to the front: how many they are.

    In a loop of its own, the lines of the set were asked for long before, and without a branch no guess fails. What is
    left is looked at once more, signature by signature.
    """
    left, found = np.int64(0), np.int64(0)
    for at in range(count):
        packet, print_, info = touches[at, 0], touches[at, 1], touches[at, 2]
        touches[left, 0], touches[left, 1], touches[left, 2] = packet, print_, info
        left += np.int64(acts[(info >> ACT_SHIFT) + T_PROSPECTS] == 0) | is_wanted_by(wanted, print_, ANYBODY)
    for at in range(left):
        packet, print_, info = touches[at, 0], touches[at, 1], touches[at, 2]
        touches[found, 0], touches[found, 1], touches[found, 2] = packet, print_, info
        found += np.int64(_has_taker(acts, wanted, print_, info >> ACT_SHIFT))
    return found


@inlined
def _has_taker(acts: Ints, wanted: Words, print_: Scalar, act: Scalar) -> Scalar:
    """Whether a signature of an act wants it of this key."""
    prospects = acts[act + T_PROSPECTS]
    if not prospects or is_wanted_by(wanted, print_, OBSERVERS):
        return True
    for row in range(act + T_ROWS, act + T_ROWS + 3 * acts[act + T_COUNT], 3):
        if is_wanted_by(wanted, print_, acts[row]):
            return True
    return False
