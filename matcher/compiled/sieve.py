"""Packets wait here, outside of all nodes, until an event may come of them.

In a telescope nearly every packet concerns several keys, and of nearly every key too little is ever seen. So of each
key only a *cell* is kept at first: which marks packets left, how many there were, and until when the next one would
still belong to them. When they may be an event (`prospects`), what waited goes to the engine, in its order, and from
then on everything of the key goes there at once. Several keys may share a cell, which lets more through and nothing
less.

Packets of a signature that observes events wait until one of these may come, as its own packets tell. They call them.

What waits is in two rings: of packets, each once, and of touches. When a ring is full, its oldest either are over by
then, or go to the engine as well: so memory is bounded and no packet is lost.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean, lean_inlined, lean_part
from matcher.compiled.layout import (
    ABSENT,
    ACT_SHIFT,
    G_GAP,
    G_GAPS,
    G_SYMMETRIC,
    G_WORDS,
    KNOWN,
    LATE,
    P_GROUPS,
    T_GROUP,
    T_PROSPECTS,
    T_QUEUE,
    T_SHOWN,
)
from matcher.compiled.leaving import NEVER
from matcher.compiled.rings import (
    BEGIN,
    COUNT,
    FIRST,
    FLUSHED,
    LONG,
    LONGEST,
    MARGIN,
    MOST_KEPT,
    OF_PACKETS,
    PACKET_FRAME,
    PACKET_SHOWS,
    PACKET_TIME,
    PACKET_VALUES,
    SHORT,
    SIZE,
    Out,
    Packets,
    Rings,
)
from matcher.compiled.values import key_prints

__all__ = ["sift"]

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_SOON: Final = 70_000_000_000  # ns: touches that are over by then have a ring of their own
_AHEAD: Final = 32  # cells that are fetched together

# A cell: until when the next touch belongs to those before it; and, in one word, 0 where there is nothing,
_LINK: Final = (1 << 22) - 1  # the place of the last touch that waits, plus one
_COUNT_SHIFT: Final = 22  # how many there were
_MOST: Final = 127  # as far as they are counted
_OPEN: Final = 1 << 29  # the engine has them
_MARKS_SHIFT: Final = 30
_TAG_SHIFT: Final = 53
_TAG: Final = 511  # bits of the fingerprint: keys with another tag have another cell, where there is one
_SHARED: Final = 1 << 62  # keys with another tag have it as well
_WAYS: Final = 4  # cells among which a key has the choice: a line of the cache

# Of a touch that waits: act and sides; above them the place of its packet; and which cell of the four is its.
_PLACE_SHIFT: Final = 40
_WAY_SHIFT: Final = 60
_INFO: Final = (1 << _PLACE_SHIFT) - 1
_PLACE: Final = (1 << _WAY_SHIFT - _PLACE_SHIFT) - 1


@lean
def sift(plan: Ints, acts: Ints, touches: Ints, packets: Packets, rings: Rings, out: Out, start: Scalar) -> Scalar:
    """Let touches wait, or go, and with them what waited for them.

    Args:
        plan, acts: The program; what sets of patterns mean.
        touches: int64[n, 3], from `find_touches`.
        packets: Those that they are of, in the order of time.
        rings: What waits.
        out: What goes, behind what is there already. It needs room for `MARGIN` packets and touches more than
            `touches`.
        start: The first touch to look at.

    Returns:
        The first touch that was not looked at, for lack of room in `out`.
    """
    last, place, sent = np.int64(-1), np.int64(-1), np.int64(-1)
    for at in range(start, touches.shape[0]):
        if (at - start) % _AHEAD == 0:
            _fetch(rings, touches, 1, at)
        if out.touches.shape[0] - out.counts[1] < MARGIN or out.packets.frame.shape[0] - out.counts[0] < MARGIN:
            return at
        packet, print_, info = touches[at, 0], touches[at, 1], touches[at, 2]
        prospects = acts[(info >> ACT_SHIFT) + T_PROSPECTS]
        if packet != last:
            last, place, sent = packet, np.int64(-1), np.int64(-1)
        for ring in range(3):
            if rings.state[ring, COUNT] == rings.state[ring, SIZE]:
                _flush(rings, out, ring, packets.time[packet])
                place = np.int64(-1)
        if prospects:
            gap = _gap(plan, acts, info >> ACT_SHIFT)
            cell = _cell(rings, print_, packets.time[packet], gap)
            word = _counted(rings, cell, acts[(info >> ACT_SHIFT) + T_SHOWN])
            is_late = packets.flags[packet] & LATE != 0
            _call(plan, acts, rings, packets, packet, prospects, word, is_late, out)
            if not is_late and _may_wait(acts, prospects, word):
                if place < 0:
                    place = _stored(rings, packets, packet)
                if place >= 0:
                    ring = SHORT if gap <= _SOON else LONG
                    _let_wait(rings, ring, cell, print_, info | place << _PLACE_SHIFT)
                    continue
            _open(rings, out, cell)
        if sent < 0:
            sent = _sent(out, packets, packet, rings.packing.shape[0])
        _noted(out, sent, print_, info)
    return touches.shape[0]


@lean_inlined
def _gap(plan: Ints, acts: Ints, act: Scalar) -> Scalar:
    """The longest gap of what a packet concerns."""
    group = plan[P_GROUPS] + acts[act + T_GROUP] * G_WORDS
    return plan[plan[group + G_GAPS] + acts[act + T_QUEUE]]


@lean_inlined
def _first_cell(rings: Rings, print_: Scalar) -> Scalar:
    return (print_ & rings.cells.shape[0] // _WAYS - 1) * _WAYS


@lean_inlined
def _fetch(rings: Rings, touches: Ints, column: Scalar, first: Scalar) -> None:
    """Bring cells into the cache: loads that do not wait for each other. `column`: where the fingerprints are."""
    seen = np.int64(0)
    for at in range(first, min(first + _AHEAD, touches.shape[0])):
        seen ^= rings.cells[_first_cell(rings, touches[at, column]), 1]
    rings.chain[0] = seen


@lean_part
def _cell(rings: Rings, print_: Scalar, time: Scalar, gap: Scalar) -> Scalar:
    """The cell of a key at a time: its own; or one that is free or over, which becomes its own; or one that it shares.

    It counts for the gap from then on.
    """
    first, tag = _first_cell(rings, print_), print_ >> _TAG_SHIFT & _TAG
    found: Scalar = np.int64(-1)
    free: Scalar = np.int64(-1)
    for cell in range(first, first + _WAYS):
        word = rings.cells[cell, 1]
        if not word or rings.cells[cell, 0] < time:
            free = cell
        elif word >> _TAG_SHIFT & _TAG == tag:
            found = cell
    behind = time + gap if time < NEVER - gap else NEVER
    shared = first + tag % _WAYS
    if found < 0 and rings.cells[shared, 1] & _SHARED and rings.cells[shared, 0] >= time:
        found = shared  # where one of its touches may be
    if found < 0 and free >= 0:
        rings.cells[free, 0], rings.cells[free, 1] = behind, tag << _TAG_SHIFT
        return free
    if found < 0:
        found = shared
        rings.cells[shared, 1] |= _SHARED
    rings.cells[found, 0] = max(rings.cells[found, 0], behind)
    return found


@lean_inlined
def _counted(rings: Rings, cell: Scalar, shown: Scalar) -> Scalar:
    """Note a touch in a cell, and return the cell's word."""
    word = rings.cells[cell, 1] | shown << _MARKS_SHIFT
    if word >> _COUNT_SHIFT & _MOST != _MOST:
        word += np.int64(1) << _COUNT_SHIFT
    rings.cells[cell, 1] = word
    return word


@lean_inlined
def _is_there(wanted: Scalar, packets: Scalar, word: Scalar) -> Scalar:
    """Whether a cell has all these marks and so many packets."""
    return wanted & ~(word >> _MARKS_SHIFT) == 0 and packets <= word >> _COUNT_SHIFT & _MOST


@lean_inlined
def _may_wait(acts: Ints, prospects: Scalar, word: Scalar) -> Scalar:
    """Whether no event can come of what a cell has."""
    if word & _OPEN or word >> _COUNT_SHIFT & _MOST >= LONGEST:
        return False
    for row in range(prospects + 1, prospects + 1 + 2 * acts[prospects], 2):
        if _is_there(acts[row], acts[row + 1], word):
            return False
    return True


@lean_inlined
def _call(
    plan: Ints, acts: Ints, rings: Rings, packets: Packets, packet: Scalar, prospects: Scalar, word: Scalar,
    is_late: Scalar, out: Out,
) -> None:  # fmt: skip
    """Where an event may come that others observe, what waits for it goes."""
    called = prospects + 1 + 2 * acts[prospects]
    for row in range(called + 1, called + 1 + 4 * acts[called], 4):
        if is_late or _is_there(acts[row], acts[row + 1], word):
            _open_called(plan, rings, packets, packet, acts[row + 2], acts[row + 3], out)


@lean_part
def _open_called(
    plan: Ints, rings: Rings, packets: Packets, packet: Scalar, group: Scalar, ends: Scalar, out: Out
) -> None:
    """Open the cell of a packet's key in another group. `ends`: 1 as it is, 2 with its ends exchanged, or both."""
    row, at = plan[P_GROUPS] + group * G_WORDS, packet * rings.packing.shape[0]
    is_symmetric = plan[row + G_SYMMETRIC] != 0
    asks, answers = is_symmetric or ends & 1 != 0, is_symmetric or ends & 2 != 0
    one, other = key_prints(plan, row, asks, answers, packets.values, at, packets.states, at, rings.chain)
    if is_symmetric:
        one, other = min(one, other), np.int64(0)
    for print_ in (one, other):
        if print_:
            _open(rings, out, _cell(rings, print_, packets.time[packet], plan[row + G_GAP]))


@lean_part
def _stored(rings: Rings, packets: Packets, packet: Scalar) -> Scalar:
    """The place of a packet in its ring, where it is written; -1 where its values are too wide."""
    place = _place_behind(rings.state, OF_PACKETS)
    first, odd, shows = packet * rings.packing.shape[0], np.int64(0), np.int64(packets.flags[packet]) << MOST_KEPT
    for word in range(PACKET_VALUES, rings.packets.shape[1]):
        rings.packets[place, word] = 0
    for each in range(rings.packing.shape[0]):
        value, state = packets.values[first + each], np.int64(packets.states[first + each])
        word, shift, mask = rings.packing[each, 0], rings.packing[each, 1], rings.packing[each, 2]
        odd |= value & ~mask | state >> 1
        shows |= (state & 1) << each
        rings.packets[place, word] |= (value & mask) << shift
    if odd:
        return np.int64(-1)
    rings.packets[place, PACKET_FRAME], rings.packets[place, PACKET_TIME] = packets.frame[packet], packets.time[packet]
    rings.packets[place, PACKET_SHOWS] = shows
    rings.state[OF_PACKETS, COUNT] += 1
    return place


@lean_inlined
def _place_behind(state: Ints, ring: Scalar) -> Scalar:
    """Where in a ring what comes next goes."""
    behind, size = state[ring, FIRST] + state[ring, COUNT], state[ring, SIZE]
    return state[ring, BEGIN] + (behind - size if behind >= size else behind)


@lean_inlined
def _let_wait(rings: Rings, ring: Scalar, cell: Scalar, print_: Scalar, info: Scalar) -> None:
    """A touch takes the last place of a ring, and comes first in the chain of its cell."""
    at, word = _place_behind(rings.state, ring), rings.cells[cell, 1]
    rings.touches[at, 0], rings.touches[at, 1] = print_, info | (cell % _WAYS) << _WAY_SHIFT
    rings.before[at] = word & _LINK
    rings.cells[cell, 1] = word & ~_LINK | at + 1
    rings.state[ring, COUNT] += 1


@lean_part
def _open(rings: Rings, out: Out, cell: Scalar) -> None:
    """What waits in a cell goes, in its order, and whatever follows goes at once."""
    length, link = 0, rings.cells[cell, 1] & _LINK
    while link:
        rings.chain[length] = link - 1
        link, length = np.int64(rings.before[link - 1]), length + 1
    for step in range(length - 1, -1, -1):
        at = rings.chain[step]
        rest = rings.touches[at, 1]
        _noted(out, _restored(out, rings, rest >> _PLACE_SHIFT & _PLACE), rings.touches[at, 0], rest & _INFO)
    rings.cells[cell, 1] = rings.cells[cell, 1] & ~_LINK | _OPEN


@lean_inlined
def _noted(out: Out, packet: Scalar, print_: Scalar, info: Scalar) -> None:
    at = out.counts[1]
    out.touches[at, 0], out.touches[at, 1], out.touches[at, 2] = packet, print_, info
    out.counts[1] = at + 1


@lean_part
def _restored(out: Out, rings: Rings, place: Scalar) -> Scalar:
    """The number of a packet among those that go: one that waited."""
    to, shows = out.counts[0], rings.packets[place, PACKET_SHOWS]
    out.packets.frame[to], out.packets.time[to] = rings.packets[place, PACKET_FRAME], rings.packets[place, PACKET_TIME]
    out.packets.flags[to] = shows >> MOST_KEPT
    first = to * rings.packing.shape[0]
    for each in range(rings.packing.shape[0]):
        word, shift, mask = rings.packing[each, 0], rings.packing[each, 1], rings.packing[each, 2]
        out.packets.values[first + each] = rings.packets[place, word] >> shift & mask
        out.packets.states[first + each] = KNOWN if shows >> each & 1 else ABSENT
    out.counts[0] = to + 1
    return to


@lean_part
def _sent(out: Out, packets: Packets, packet: Scalar, kept: Scalar) -> Scalar:
    """The same of one that did not wait."""
    to = out.counts[0]
    out.packets.frame[to], out.packets.time[to] = packets.frame[packet], packets.time[packet]
    out.packets.flags[to] = packets.flags[packet]
    for each in range(kept):
        out.packets.values[to * kept + each] = packets.values[packet * kept + each]
        out.packets.states[to * kept + each] = packets.states[packet * kept + each]
    out.counts[0] = to + 1
    return to


# --- when a ring is full ---------------------------------------------------------------------------------------------


@lean_part
def _flush(rings: Rings, out: Out, full: Scalar, now: Scalar) -> None:
    """The oldest leave a ring. Where they still count, all that waits in their cells goes."""
    state = rings.state
    for ring in (SHORT, LONG):
        if full in (ring, OF_PACKETS):
            first, count = state[ring, BEGIN] + state[ring, FIRST], min(FLUSHED, state[ring, COUNT])
            _fetch(rings, rings.touches[first : first + count], 0, 0)
            for _ in range(count):
                at = state[ring, BEGIN] + state[ring, FIRST]
                cell = _first_cell(rings, rings.touches[at, 0]) + (rings.touches[at, 1] >> _WAY_SHIFT)
                if rings.cells[cell, 1] & _LINK:
                    if rings.cells[cell, 0] < now:
                        rings.cells[cell, 1] = 0
                    elif _is_chained(rings, cell, at):
                        _open(rings, out, cell)
                state[ring, FIRST] += 1
                if state[ring, FIRST] == state[ring, SIZE]:
                    state[ring, FIRST] = 0
                state[ring, COUNT] -= 1
    # Of the packets, those behind the oldest that a touch needs.
    behind, most = _place_behind(state, OF_PACKETS), np.int64(0)
    for ring in (SHORT, LONG):
        if state[ring, COUNT]:
            at = state[ring, BEGIN] + state[ring, FIRST]
            count = behind - (rings.touches[at, 1] >> _PLACE_SHIFT & _PLACE)
            most = max(most, count if count > 0 else count + state[OF_PACKETS, SIZE])
    first = behind - most
    state[OF_PACKETS, FIRST] = first if first >= 0 else first + state[OF_PACKETS, SIZE]
    state[OF_PACKETS, COUNT] = most


@lean_inlined
def _is_chained(rings: Rings, cell: Scalar, at: Scalar) -> Scalar:
    """Whether a touch is in the chain of a cell, and not of those that were over before."""
    link = rings.cells[cell, 1] & _LINK
    while link and link != at + 1:
        link = np.int64(rings.before[link - 1])
    return link != 0
