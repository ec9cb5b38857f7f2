"""A reading before the one that counts: which keys an event may come of at all.

In a telescope nearly every packet concerns several keys, and of nearly every key too little is ever seen. So a first
reading counts. Of each key it keeps one word, a *cell*: which marks packets left, how many there were, and until when
the next one would still belong to them. Where they may be an event (`prospects`), the key is *wanted*, by the signature
of that event; the second reading gives the engine what is wanted, and nothing else.

Nothing is guessed: an episode that is an event has met its prospects with its last packet at the latest. Keys may
share a cell, or a bit in the set of those that are wanted, which lets more through and nothing less. So memory is
bounded, and no packet is lost.

Packets of a signature that observes events are wanted where one of these may come, as its own packets tell.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean, lean_inlined, lean_part
from matcher.compiled.layout import (
    ACT_SHIFT,
    G_GAPS,
    G_MEMBER_COUNT,
    G_MEMBERS,
    G_SYMMETRIC,
    G_WORDS,
    LATE,
    P_GROUPS,
    T_GROUP,
    T_PROSPECTS,
    T_QUEUE,
    T_SHOWN,
)
from matcher.compiled.plan import Plan
from matcher.compiled.prefetch import prefetch
from matcher.compiled.touches import Packets, Touched
from matcher.compiled.values import key_prints
from matcher.compiled.wanted import ANYBODY, OBSERVERS, no_wanted, want_by

__all__ = ["Census", "bits_for", "cells_for", "count_touches", "keys_in"]

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

_AHEAD: Final = 32  # touches whose cells are asked for before their turn
_STACK: Final = 32
_WAYS: Final = 8  # cells among which a key has the choice: a line of the cache

# A cell, one word, 0 where there is nothing: from below, how many packets there were, as far as they are counted;
_MOST: Final = (1 << 7) - 1
_MARKS_SHIFT: Final = 7  # their marks, `matcher.compiled.prospects.MARKS`
_UNTIL_SHIFT: Final = 30  # until when the next one belongs to them, in units since the first packet of all
_LATEST: Final = (1 << 23) - 1
_TAG_SHIFT: Final = 53  # bits of the fingerprint: keys with another tag have another cell, where there is one
_TAG: Final = (1 << 10) - 1
_SHARED: Final = -(1 << 63)  # keys with another tag have it as well
_UNIT_SHIFT: Final = 28  # of a time in ns: units of a quarter of a second

_FEWEST_CELLS: Final = 1 << 16
_MOST_CELLS: Final = 1 << 25  # 256 MiB, which the engine has after the census
_BYTES_A_KEY: Final = 8  # of a capture: each packet of a flood has 76, and may bring ten keys
_MOST_BITS: Final = 1 << 29  # 64 MiB, which stay until the end


class Census:
    """Counts what is seen of each key.

    Attributes:
        wanted: The keys of which an event may come: `matcher.compiled.wanted`.
    """

    def __init__(self, plan: Plan, cells: int, bits: int) -> None:
        """With so many cells, and bits for the set of those that are wanted, powers of two: `cells_for`, `bits_for`."""
        self.wanted: Words = no_wanted(bits)
        self._cells = _aligned(cells)
        self._plan = plan
        self._first: int | None = None  # unit of time

    def count(self, touched: Touched) -> None:
        """Take note of packets, in their order."""
        packets, touches = touched.packets, touched.touches
        if not len(touches):
            return
        if self._first is None:
            self._first = int(packets.time[0]) >> _UNIT_SHIFT
        count_touches(
            self._plan.words, touched.acts, touches, packets, len(self._plan.kept), self._first, self._cells,
            self.wanted, np.empty(_STACK, np.int64),
        )  # fmt: skip


def keys_in(size: int) -> int:
    """How many keys a capture of so many bytes may have."""
    return size // _BYTES_A_KEY


def cells_for(keys: int) -> int:
    """How many cells are worth it for so many keys."""
    return min(_to_power(keys), _MOST_CELLS)


def bits_for(keys: int) -> int:
    """How many bits the set of wanted keys should have. A cell is used again when its key is over, a bit is not."""
    return min(_to_power(keys), _MOST_BITS)


def _to_power(keys: int) -> int:
    return max(_FEWEST_CELLS, 1 << keys.bit_length())


@lean
def count_touches(
    plan: Ints, acts: Ints, touches: Ints, packets: Packets, kept: Scalar, first: Scalar, cells: Ints, wanted: Words,
    stack: Ints,
) -> None:  # fmt: skip
    """Count touches in the cells of their keys, and note the keys of which an event may come.

    Args:
        plan, acts: The program; what sets of patterns mean.
        touches: int64[n, 3], from `find_touches`.
        packets: Those that they are of, in the order of time.
        kept: How many values a packet has.
        first: The unit of time that counts as the first.
        cells: int64[a power of two]: see above. Brought up to date.
        wanted: See `matcher.compiled.wanted`. Brought up to date.
        stack: int64[32]: room for a stack.
    """
    for at in range(touches.shape[0]):
        if at + _AHEAD < touches.shape[0]:
            prefetch(cells, _first_cell(cells, touches[at + _AHEAD, 1]))
        packet, print_, act = touches[at, 0], touches[at, 1], touches[at, 2] >> ACT_SHIFT
        prospects = acts[act + T_PROSPECTS]
        if not prospects:
            continue
        group = plan[P_GROUPS] + acts[act + T_GROUP] * G_WORDS
        gap = plan[plan[group + G_GAPS] + acts[act + T_QUEUE]]
        cell = _cell(cells, print_, (packets.time[packet] >> _UNIT_SHIFT) - first, gap >> _UNIT_SHIFT)
        word = _counted(cells, cell, acts[act + T_SHOWN])
        is_late = packets.flags[packet] & LATE != 0
        called = prospects + 1 + 2 * acts[prospects]
        own = called + 1 + 4 * acts[called]
        if is_late:
            want_by(wanted, print_, ANYBODY)
            for signature in range(plan[group + G_MEMBERS], plan[group + G_MEMBERS] + plan[group + G_MEMBER_COUNT]):
                want_by(wanted, print_, plan[signature])
        elif _may_come(acts, prospects, word):
            want_by(wanted, print_, ANYBODY)
            for row in range(own + 1, own + 1 + 3 * acts[own], 3):
                if _is_there(acts[row + 1], acts[row + 2], word):
                    want_by(wanted, print_, acts[row])
        for row in range(called + 1, own, 4):
            if is_late or _is_there(acts[row], acts[row + 1], word):
                _want_called(plan, packets, packet, kept, acts[row + 2], acts[row + 3], wanted, stack)


@lean_inlined
def _first_cell(cells: Ints, print_: Scalar) -> Scalar:
    return (print_ & cells.shape[0] // _WAYS - 1) * _WAYS


@lean_part
def _cell(cells: Ints, print_: Scalar, now: Scalar, gap: Scalar) -> Scalar:
    """The cell of a key at a time: its own; or one that is free or over, which becomes its own; or one that it shares.

    It counts for the gap from then on. Both are in units, and neither rounding nor the bounds of a cell end it too
    early.
    """
    first, tag = _first_cell(cells, print_), print_ >> _TAG_SHIFT & _TAG
    time, behind = min(max(now, 0), _LATEST), min(max(now + gap + 1, 0), _LATEST)
    found: Scalar = np.int64(-1)
    free: Scalar = np.int64(-1)
    for cell in range(first, first + _WAYS):
        word = cells[cell]
        if not word or word >> _UNTIL_SHIFT & _LATEST < time:
            free = cell
        elif word >> _TAG_SHIFT & _TAG == tag:
            found = cell
    shared = first + tag % _WAYS
    if found < 0 and cells[shared] < 0 and cells[shared] >> _UNTIL_SHIFT & _LATEST >= time:
        found = shared  # where what was seen of the key may be
    if found < 0 and free >= 0:
        cells[free] = tag << _TAG_SHIFT | behind << _UNTIL_SHIFT
        return free
    if found < 0:
        found = shared
        cells[shared] |= _SHARED
    word = cells[found]
    behind = max(behind, word >> _UNTIL_SHIFT & _LATEST)
    cells[found] = word & ~(np.int64(_LATEST) << _UNTIL_SHIFT) | behind << _UNTIL_SHIFT
    return found


@lean_inlined
def _counted(cells: Ints, cell: Scalar, shown: Scalar) -> Scalar:
    """Note a touch in a cell, and return the cell's word."""
    word = cells[cell] | shown << _MARKS_SHIFT
    word += word & _MOST != _MOST
    cells[cell] = word
    return word


@lean_inlined
def _is_there(wanted: Scalar, packets: Scalar, word: Scalar) -> Scalar:
    """Whether a cell has all these marks and so many packets, or as many as are counted."""
    count = word & _MOST
    return wanted & ~(word >> _MARKS_SHIFT) == 0 and (packets <= count or count == _MOST)


@lean_inlined
def _may_come(acts: Ints, prospects: Scalar, word: Scalar) -> Scalar:
    """Whether an event may come of what a cell has."""
    for row in range(prospects + 1, prospects + 1 + 2 * acts[prospects], 2):
        if _is_there(acts[row], acts[row + 1], word):
            return True
    return False


@lean_part
def _want_called(
    plan: Ints, packets: Packets, packet: Scalar, kept: Scalar, group: Scalar, ends: Scalar, wanted: Words, stack: Ints
) -> None:
    """Want a packet's key in another group. `ends`: 1 as it is, 2 with its ends exchanged, or both."""
    row, at = plan[P_GROUPS] + group * G_WORDS, packet * kept
    is_symmetric = plan[row + G_SYMMETRIC] != 0
    asks, answers = is_symmetric or ends & 1 != 0, is_symmetric or ends & 2 != 0
    one, other = key_prints(plan, row, asks, answers, packets.values, at, packets.states, at, stack)
    if is_symmetric:
        one, other = min(one, other), np.int64(0)
    for print_ in (one, other):
        if print_:
            want_by(wanted, print_, ANYBODY)
            want_by(wanted, print_, OBSERVERS)


def _aligned(size: int) -> Ints:
    """Words, all zero, from the beginning of a line of the cache."""
    words = np.zeros(size + _WAYS, np.int64)
    first = -words.ctypes.data // words.itemsize % _WAYS
    return words[first : first + size]
