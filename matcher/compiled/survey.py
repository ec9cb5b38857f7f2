"""Kernels that find the keys under which an event is possible at all, before any packet is read in full.

A first reading of the capture keeps, for every signature and key, how often each pattern was observed in the current
episode. When the episode ends, what the condition needs at least (`matcher.compiled.necessity`) is held against that.
Where no episode of a key can be an event, no observation of that key changes any result: an event counts and measures
the observations of its own episode only, a packet is "matched" when one of its episodes is an event, and the signatures
that a packet matches (`common`) do not depend on keys. Observations of such keys are left out, all of them.

An entry of the table is found by a fingerprint of 128 bits with a secret of the run in it, not by the key itself.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.demand import Demands
from matcher.compiled.jit import Scalar, kernel

__all__ = ["EVENTS", "POSSIBLE", "Entries", "mark_key", "move_entries", "new_entries", "select_rows", "survey_rows"]

Bytes = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

_SOURCE = -1  # matcher.compiled.demand
_COUNTED = 255
# What an entry says: an event is possible even without observed ones; there may be observed ones, which can join the
# episodes of the key's own packets, or be alone where these are left out, so that all of its packets matter.
POSSIBLE, EVENTS = 1, 2
_POSSIBLE, _EVENTS = POSSIBLE, EVENTS
_LEFT, _UNSURVEYED, _EVENTS_SEEN = 0, 1, 2  # in `state`
_EIGHTHS, _LATEST, _MOST = 9, 9, 10  # in `held`: one eighth more than the delay has


class Entries(NamedTuple):
    """An open-addressed table of keys.

    Attributes:
        prints: uint64[size, 2]: fingerprints; zero where there is no entry.
        last: int64[size]: time of the latest observation.
        counts: uint64[size]: observations in the current episode, a byte for each pattern.
        flags: uint8[size]: what is known to be possible.
        owners: int64[size]: the signature.
        state: int64[3]: how many places are left before the table must grow; observations of signatures that are not
            surveyed; possible events of observed signatures.
        secret: uint64[2]: of this run.
    """

    prints: Words
    last: Ints
    counts: Words
    flags: Bytes
    owners: Ints
    state: Ints
    secret: Words


def new_entries(size: int, secret: Words) -> Entries:
    """An empty table; `size` is a power of two."""
    return Entries(
        np.zeros((size, 2), np.uint64), np.zeros(size, np.int64), np.zeros(size, np.uint64), np.zeros(size, np.uint8),
        np.zeros(size, np.int64), np.array([size // 2, 0, 0], np.int64), secret,
    )  # fmt: skip


@kernel
def _mix(state: Scalar, word: Scalar) -> Scalar:
    state = (state ^ word) * np.uint64(0x9FB2_1C65_1E98_DF25)
    state ^= state >> np.uint64(29)
    state *= np.uint64(0xD6E8_FEB8_6659_FD93)
    return state ^ state >> np.uint64(32)


@kernel
def _find(one: Scalar, two: Scalar, prints: Words) -> Scalar:
    """Where a fingerprint is, or would be."""
    size = prints.shape[0]
    at = np.int64(one & np.uint64(size - 1))
    while (prints[at, 0] != one or prints[at, 1] != two) and (prints[at, 0] or prints[at, 1]):
        at = (at + 1) & (size - 1)
    return at


@kernel
def _fingerprint_words(words: Ints, count: Scalar, signature: Scalar, secret: Words) -> tuple[Scalar, Scalar]:
    one, two = _mix(secret[0], np.uint64(signature + 1)), _mix(secret[1], np.uint64(signature + 1))
    for at in range(count):
        one, two = _mix(one, np.uint64(words[at])), _mix(two, np.uint64(words[at]))
    return one | np.uint64(1), two


@kernel
def _u64(data: Bytes, at: Scalar, size: Scalar) -> Scalar:
    number = np.int64(0)
    for each in range(size):
        number = number << 8 | np.int64(data[at + each])
    return number


@kernel
def _key_words(
    signature: Scalar, answer: Scalar, row: Scalar, data: Bytes, network: Ints, values: Ints, states: Bytes, keys: Ints,
    parts: Ints, words: Ints,
) -> Scalar:  # fmt: skip
    """Three words for each part of a key: what kind of value it is, and its halves. 0 where a part does not apply."""
    count = 0
    for part in range(keys[signature], keys[signature + 1]):
        column = parts[part, answer]
        words[count], words[count + 1] = 0, 0
        if column < 0:
            at = network[row]
            is_source = column == _SOURCE
            if data[at] >> 4 == 6:
                at += 8 if is_source else 24
                words[count], words[count + 1], words[count + 2] = 1, _u64(data, at, 8), _u64(data, at + 8, 8)
            else:
                words[count + 2] = _u64(data, at + (12 if is_source else 16), 4)
        elif states[column, row] == 0:
            return 0
        else:
            words[count + 2] = values[column, row]
        count += 3
    return count


@kernel
def _is_possible(signature: Scalar, counts: Scalar, terms: Ints, nones: Ints, least: Ints) -> Scalar:
    """Whether an episode with these counts may be an event."""
    for term in range(terms[signature], terms[signature + 1]):
        holds = True
        for name in range(8):
            if nones[term, 0] >> name & 1 and counts >> np.uint64(8 * name) & np.uint64(255):
                holds = False
        for atom in range(nones[term, 1], nones[term + 1, 1]):
            seen = np.int64(0)
            for name in range(8):
                if least[atom, 0] >> name & 1:
                    seen += np.int64(counts >> np.uint64(8 * name) & np.uint64(255))
            holds &= seen >= least[atom, 1]
        if holds:
            return True
    return False


@kernel
def _gather(clauses: Words, row: Scalar, patterns_of: Ints, patterns: Ints, bits: Ints, touched: Ints) -> Scalar:
    """For each signature that a packet concerns, the bits of its patterns: those that ask and those that answer."""
    count = 0
    for word in range(clauses.shape[1]):
        left = clauses[row, word]
        bit = word * 64
        while left:
            if left & np.uint64(1):
                pattern = patterns_of[bit]
                signature = patterns[pattern, 0]
                if not bits[signature, 0] and not bits[signature, 1]:
                    touched[count] = signature
                    count += 1
                bits[signature, patterns[pattern, 2]] |= 1 << patterns[pattern, 1]
            left >>= np.uint64(1)
            bit += 1
    return count


@kernel
def _hold(held: Ints, signature: Scalar, time: Scalar, delay: Scalar) -> None:
    """Count an observation that waits for observed signatures."""
    eighth = time // (delay // 8 + 1)
    for passed in range(held[signature, _LATEST] + 1, min(eighth, held[signature, _LATEST] + _EIGHTHS) + 1):
        held[signature, passed % _EIGHTHS] = 0
    if eighth > held[signature, _LATEST] + _EIGHTHS:
        held[signature, :_EIGHTHS] = 0
    held[signature, _LATEST] = eighth
    held[signature, eighth % _EIGHTHS] += 1
    held[signature, _MOST] = max(held[signature, _MOST], held[signature, :_EIGHTHS].sum())


@kernel
def survey_rows(
    data: Bytes, times: Ints, network: Ints, values: Ints, states: Bytes, simple: Bools, doubtful: Bools, alive: Words,
    patterns_of: Ints, demands: Demands, entries: Entries, held: Ints, start: Scalar,
) -> Scalar:  # fmt: skip
    """Enter the observations of packets, up to a packet for which the table has no room.

    Args:
        data: The bytes that the records are in.
        times: int64[packets], ascending.
        network: int64[packets]: where IP headers begin.
        values: int64[columns, packets] and
        states: uint8[columns, packets], from `decode_rows`.
        simple: bool[packets]; the others are not looked at.
        doubtful: bool[packets]: whether a clause may not hold after all; any key of such a packet is possible.
        alive: uint64[packets, words], from `classify_rows`.
        patterns_of: int64[clauses].
        demands: Of the program.
        entries: The table.
        held: int64[signatures, 11]: observations that wait for observed signatures, by eighths of their delay; the
            number of the latest eighth; the most that wait at a time.
        start: The first packet to look at.

    Returns:
        The first packet that was not entered.
    """
    patterns, signatures, keys, parts = demands.patterns, demands.signatures, demands.keys, demands.parts
    terms, nones, least = demands.terms, demands.nones, demands.least
    prints, last, counts, flags, owners, state, secret = entries
    bits = np.zeros((signatures.shape[0], 2), np.int64)
    touched = np.zeros(signatures.shape[0] + 1, np.int64)
    words = np.zeros(3 * parts.shape[0] + 3, np.int64)
    for row in range(start, simple.shape[0]):
        if not simple[row]:
            continue
        if state[_LEFT] < 2 * signatures.shape[0]:
            return row
        count = _gather(alive, row, patterns_of, patterns, bits, touched)
        for each in range(count):
            signature = touched[each]
            for answer in range(2):
                observed = bits[signature, answer]
                bits[signature, answer] = 0
                if not observed:
                    continue
                if demands.delays[signature]:
                    _hold(held, signature, times[row], demands.delays[signature])
                if not signatures[signature, 0]:
                    state[_UNSURVEYED] += 1
                    continue
                used = _key_words(signature, answer, row, data, network, values, states, keys, parts, words)
                if not used:
                    continue
                one, two = _fingerprint_words(words, used, signature, secret)
                at = _find(one, two, prints)
                if not prints[at, 0]:
                    prints[at, 0], prints[at, 1] = one, two
                    state[_LEFT] -= 1
                    owners[at] = signature
                elif times[row] - last[at] > signatures[signature, 1]:
                    if _is_possible(signature, counts[at], terms, nones, least):
                        flags[at] |= _POSSIBLE
                        state[_EVENTS_SEEN] += signatures[signature, 3]
                    counts[at] = np.uint64(0)
                last[at] = times[row]
                if doubtful[row]:
                    flags[at] |= _POSSIBLE
                    state[_EVENTS_SEEN] += 1
                for name in range(8):
                    shift = np.uint64(8 * name)
                    if observed >> name & 1 and counts[at] >> shift & np.uint64(255) != np.uint64(255):
                        counts[at] += np.uint64(1) << shift
    return simple.shape[0]


@kernel
def move_entries(old: Entries, new: Entries, now: Scalar, demands: Demands) -> Scalar:
    """Close the episodes that have ended, and keep in `new` what is open or possible. Returns how many that are."""
    kept = 0
    for at in range(old.prints.shape[0]):
        if not old.prints[at, 0]:
            continue
        owner, counts = old.owners[at], old.counts[at]
        if now - old.last[at] > demands.signatures[owner, 1] and counts:
            if _is_possible(owner, counts, demands.terms, demands.nones, demands.least):
                old.flags[at] |= _POSSIBLE
                old.state[_EVENTS_SEEN] += demands.signatures[owner, 3]
            counts = np.uint64(0)
        if counts or old.flags[at]:
            to = _find(old.prints[at, 0], old.prints[at, 1], new.prints)
            new.prints[to, 0], new.prints[to, 1] = old.prints[at, 0], old.prints[at, 1]
            new.last[to], new.counts[to] = old.last[at], counts
            new.flags[to], new.owners[to] = old.flags[at], owner
            kept += 1
    new.state[_LEFT] -= kept
    new.state[_UNSURVEYED], new.state[_EVENTS_SEEN] = old.state[_UNSURVEYED], old.state[_EVENTS_SEEN]
    return kept


@kernel
def mark_key(words: Ints, count: Scalar, signature: Scalar, flag: Scalar, now: Scalar, entries: Entries) -> None:
    """Say what is possible for one key, given as `_key_words` would give it."""
    one, two = _fingerprint_words(words, count, signature, entries.secret)
    at = _find(one, two, entries.prints)
    if not entries.prints[at, 0]:
        entries.prints[at, 0], entries.prints[at, 1] = one, two
        entries.owners[at], entries.last[at] = signature, now
        entries.state[_LEFT] -= 1
    entries.flags[at] |= flag
    entries.state[_EVENTS_SEEN] += 1


@kernel
def select_rows(
    data: Bytes, network: Ints, values: Ints, states: Bytes, simple: Bools, alive: Words, patterns_of: Ints,
    demands: Demands, entries: Entries, marking: bool, chosen: Ints, start: Scalar,
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """Find the observations that can matter; or, `marking`, the keys of the signatures that observe possible events.

    Args:
        data, network, values, states, simple, alive, patterns_of, demands, entries: As for `survey_rows`.
        marking: Only mark the keys to which possible events lead.
        chosen: Filled in, int64[most, 3]: packet, signature, whether as an answer.
        start: The first packet to look at.

    Returns:
        How many there are, and the first packet that was not looked at (there was no more room in `chosen`, or, when
        marking, in the table).
    """
    patterns, signatures, keys, parts = demands.patterns, demands.signatures, demands.keys, demands.parts
    prints, flags, secret = entries.prints, entries.flags, entries.secret
    bits = np.zeros((signatures.shape[0], 2), np.int64)
    touched = np.zeros(signatures.shape[0] + 1, np.int64)
    words = np.zeros(3 * parts.shape[0] + 3, np.int64)
    found = 0
    for row in range(start, simple.shape[0]):
        if not simple[row]:
            continue
        if found + 2 * signatures.shape[0] > chosen.shape[0]:
            return found, row
        if marking and entries.state[_LEFT] < 2 * demands.marks.shape[0]:
            return found, row
        for each in range(_gather(alive, row, patterns_of, patterns, bits, touched)):
            signature = touched[each]
            for answer in range(2):
                observed = bits[signature, answer]
                bits[signature, answer] = 0
                if not observed:
                    continue
                matters = signatures[signature, 0] == 0
                if not matters:
                    used = _key_words(signature, answer, row, data, network, values, states, keys, parts, words)
                    if not used:
                        continue
                    one, two = _fingerprint_words(words, used, signature, secret)
                    matters = signatures[signature, 2] != 0 or flags[_find(one, two, prints)] != 0
                if not matters:
                    continue
                if not marking:
                    chosen[found, 0], chosen[found, 1], chosen[found, 2] = row, signature, answer
                    found += 1
                    continue
                for mark in range(demands.parents[signature], demands.parents[signature + 1]):
                    parent = demands.marks[mark]
                    used = _key_words(parent, answer, row, data, network, values, states, keys, parts, words)
                    one, two = _fingerprint_words(words, used, parent, secret)
                    at = _find(one, two, prints)
                    if used and not prints[at, 0]:
                        prints[at, 0], prints[at, 1] = one, two
                        entries.owners[at] = parent
                        entries.state[_LEFT] -= 1
                    if used:
                        flags[at] |= _EVENTS
    return found, simple.shape[0]
