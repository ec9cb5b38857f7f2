"""Which nodes the packets of a batch concern: fingerprints of keys, worked out before any node is looked at."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean
from matcher.compiled.layout import (
    ACT_SHIFT,
    ANSWERED_SHIFT,
    G_SYMMETRIC,
    G_WORDS,
    P_GROUPS,
    T_GROUP,
)
from matcher.compiled.values import key_prints

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
    count = np.int64(0)
    for packet in range(start, route.shape[0]):
        listed = routes[route[packet]]
        acts_here = acts[listed]
        if count + 2 * acts_here > touches.shape[0]:
            return count, packet
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
                    count = _noted(touches, count, packet, min(asked, answered), info | other << ANSWERED_SHIFT | side)
                continue
            if asked:
                count = _noted(touches, count, packet, asked, info | NOBODY << ANSWERED_SHIFT)
            if answered:
                count = _noted(touches, count, packet, answered, info | NOBODY)
    return count, route.shape[0]


@inlined
def _noted(touches: Ints, count: Scalar, packet: Scalar, print_: Scalar, info: Scalar) -> Scalar:
    touches[count, 0], touches[count, 1], touches[count, 2] = packet, print_, info
    return count + 1
