"""Which nodes the packets of a batch concern: fingerprints of keys, worked out before any node is looked at."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    G_SYMMETRIC,
    G_WORDS,
    P_GROUPS,
    T_GROUP,
)
from matcher.compiled.values import key_print

__all__ = ["NOBODY", "find_touches"]

Ints = npt.NDArray[np.int64]

NOBODY = 2  # in place of a side


@lean
def find_touches(
    plan: Ints, acts: Ints, routes: Ints, route: Ints, values: Ints, states: npt.NDArray[np.uint8], kept: Scalar,
    touches: Ints, stack: Ints, start: Scalar,
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
        touches: Filled in, int64[most, 3]: packet; fingerprint; act << 8 | sides.
        stack: int64[32]: room for a stack.
        start: The first packet to look at.

    Returns:
        How many there are, and the first packet that was not looked at (there was no more room).
    """
    count = 0
    for packet in range(start, route.shape[0]):
        listed = routes[route[packet]]
        acts_here = acts[listed]
        if count + 2 * acts_here > touches.shape[0]:
            return count, packet
        at = packet * kept
        for row in range(listed + 1, listed + 1 + 3 * acts_here, 3):
            act, asks, answers = acts[row], acts[row + 1], acts[row + 2]
            group = acts[act + T_GROUP]
            asked = answered = np.int64(0)
            is_symmetric = plan[plan[P_GROUPS] + group * G_WORDS + G_SYMMETRIC]
            if asks or is_symmetric:
                asked = key_print(plan, group, 0, values, at, states, at, stack, 0)
            if answers or is_symmetric:
                answered = key_print(plan, group, 1, values, at, states, at, stack, 0)
            if is_symmetric or (asks and answers and asked == answered):
                if asked:
                    side = 1 if asked > answered else 0
                    other = side if asked == answered else 1 - side
                    count = _note(touches, count, packet, min(asked, answered), act, side, other)
                continue
            if asks and asked:
                count = _note(touches, count, packet, asked, act, 0, NOBODY)
            if answers and answered:
                count = _note(touches, count, packet, answered, act, NOBODY, 0)
    return count, route.shape[0]


@lean
def _note(
    touches: Ints, count: Scalar, packet: Scalar, print_: Scalar, act: Scalar, asked: Scalar, answered: Scalar
) -> Scalar:  # fmt: skip
    touches[count, 0], touches[count, 1] = packet, print_
    touches[count, 2] = act << ACT_SHIFT | answered << ANSWERED_SHIFT | asked
    return count + 1
