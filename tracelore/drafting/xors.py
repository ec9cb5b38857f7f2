"""Exclusive ors of words that never change, as scanners put into their packets to know their answers again.

Over 16-bit words (a port, one half of a sequence number) an exclusive or that is constant is a linear dependence over
GF(2): the ones found are brought in order of what speaks for them, and what follows from those before is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, log2
from typing import Final

import numpy as np

from sigdsl.model import Expr
from tracelore.drafting.invariant import LEAST_EVIDENCE, Invariant, cost_of_number
from tracelore.drafting.sample import Column
from tracelore.drafting.terms import combined, equal, named, number, term

__all__ = ["are_counters", "xor_relations"]

_WIDE: Final = ("seq", "ack", "ts.val", "src", "dst", "quoted.seq", "quoted.src", "quoted.dst")
_NARROW: Final = ("id", "sport", "dport", "window", "icmp.id", "icmp.seq", "quoted.id", "quoted.sport", "quoted.dport")
_TARGETS: Final = ("id", "icmp.id", "window", "sport", "icmp.seq", "dport")
_HOSTS: Final = frozenset({"src", "dst"})
_HALF: Final = 0xFFFF
_GLANCE: Final = 8  # packets that refute nearly every candidate


@dataclass(frozen=True, slots=True)
class _Half:
    """A 16-bit word: a field, or the lower (`shift` 0) or upper (16) half of one with 32 bits."""

    name: str
    shift: int
    wide: bool
    values: Column


@dataclass(frozen=True, slots=True)
class _Found:
    words: tuple[int, ...]
    constant: int
    evidence: float


def xor_relations(columns: Mapping[str, Column]) -> Iterator[Invariant]:
    """The relations among columns, none of which follows from the others."""
    halves = _halves(columns)
    basis = _Basis()
    for found in _wide_relations(columns):
        basis.add(_bits_of(halves, found.names, 0))
        basis.add(_bits_of(halves, found.names, 16))
        yield found.invariant
    for one, other in combinations([at for at, half in enumerate(halves) if not half.wide], 2):
        if (halves[one].values == halves[other].values).all():
            basis.add(1 << one | 1 << other)  # said elsewhere, as an equality
    varying = sum(1 << at for at, half in enumerate(halves) if (half.values != half.values[0]).any())
    for narrow in sorted(_candidates(halves, varying), key=lambda each: -each.evidence):
        if basis.add(sum(1 << at for at in narrow.words) & varying):
            condition = _said([halves[at] for at in narrow.words], narrow.constant)
            yield Invariant(condition, narrow.evidence, relation=True)


def are_counters(left: str, one: Column, right: str, other: Column) -> bool:
    """An address and a number that go up together: a sweep counts both, and how far they are apart means nothing."""
    if not {left, right} & _HOSTS:
        return False
    steps = np.diff(one)
    return bool(len(steps) and (steps == steps[0]).all() and (np.diff(other) == steps[0]).all())


class _Basis:
    """Sets of words whose exclusive ors are known to be constant, and all that follows from them."""

    def __init__(self) -> None:
        self._rows: list[int] = []

    def add(self, row: int) -> bool:
        """Take one more. False when it follows from those that are there."""
        for known in self._rows:
            row = min(row, row ^ known)
        if row:
            self._rows.append(row)
            self._rows.sort(reverse=True)
        return row != 0


def _halves(columns: Mapping[str, Column]) -> list[_Half]:
    narrow = [_Half(name, 0, False, columns[name]) for name in _NARROW if name in columns]
    wide = [
        _Half(name, shift, True, columns[name] >> shift & _HALF)
        for name in _WIDE
        if name in columns
        for shift in (0, 16)
    ]
    return [half for half in (*narrow, *wide) if int(half.values.max()) <= _HALF]


def _bits_of(halves: Sequence[_Half], names: Sequence[str], shift: int) -> int:
    return sum(1 << at for at, half in enumerate(halves) if half.name in names and half.shift == shift)


# --- 32 bits


@dataclass(frozen=True, slots=True)
class _Wide:
    names: tuple[str, ...]
    invariant: Invariant


def _wide_relations(columns: Mapping[str, Column]) -> Iterator[_Wide]:
    """Whole 32-bit words. Pairs that are simply equal are said elsewhere, and are here to be left out among halves."""
    varying = [name for name in _WIDE if name in columns and (columns[name] != columns[name][0]).any()]
    for size in (2, 3):
        for names in combinations(varying, size):
            constant = _constant([columns[name] for name in names])
            if constant is None or set(names) <= _HOSTS:  # two hosts that talk to each other
                continue
            if size == 2 and constant > _HALF and _count_together(names, columns):
                continue
            different = _different([columns[name] for name in names])
            evidence = 32.0 * different - min(32.0, cost_of_number(constant)) - log2(comb(len(_WIDE), size)) - 2
            evidence = evidence if constant or size > 2 else 0.0
            parts: list[Expr] = [named(name) for name in names[1:]]
            if constant:
                parts.append(number(constant, 16))
            condition = equal(named(names[0]), combined("^", parts))
            yield _Wide(names, Invariant(condition, evidence, relation=True))


def _count_together(names: Sequence[str], columns: Mapping[str, Column]) -> bool:
    one, other = names
    return are_counters(one, columns[one], other, columns[other])


# --- 16 bits


def _candidates(halves: Sequence[_Half], varying: int) -> Iterator[_Found]:
    """Every set of two to four words with a constant exclusive or, at least two of which vary."""
    for size in (2, 3, 4):
        tried = log2(max(2, comb(len(halves), size)))
        for words in combinations(range(len(halves)), size):
            moving = [at for at in words if varying >> at & 1]
            if len(moving) < 2 or {halves[at].name for at in words} <= _HOSTS:
                continue
            constant = _constant([halves[at].values for at in words])
            if constant is None or constant and len(moving) < size:
                continue  # a word that is fixed is worth its place only where nothing else is needed
            different = _different([halves[at].values for at in moving])
            evidence = 16.0 * different - min(16.0, cost_of_number(constant)) - tried
            if evidence >= LEAST_EVIDENCE:
                yield _Found(words, constant, evidence)


def _constant(columns: Sequence[Column]) -> int | None:
    """The exclusive or of columns where it is the same in every row."""
    for rows in (slice(0, _GLANCE), slice(None)):
        joined = columns[0][rows]
        for column in columns[1:]:
            joined = joined ^ column[rows]
        if (joined != joined[0]).any():
            return None
    return int(joined[0])


def _different(columns: Sequence[Column]) -> int:
    return int(np.unique(np.stack(columns), axis=1).shape[1])


def _said(halves: Sequence[_Half], constant: int) -> Expr:
    """The relation as an author would write it: one 16-bit field by the others, or all of them and their result."""
    whole = [half for half in halves if not half.wide]
    target = min(whole, key=lambda half: _TARGETS.index(half.name) if half.name in _TARGETS else 99, default=None)
    rest = [half for half in halves if half is not target]
    rest.sort(key=lambda half: ("dst", "src", "dport", "sport", "seq", "ack").index(half.name)
              if half.name in ("dst", "src", "dport", "sport", "seq", "ack") else 99)  # fmt: skip
    if target is None:
        cut = any(half.shift == 0 for half in rest)
        joined = combined("^", [_part(half) for half in rest])
        return equal(term("&", joined, number(_HALF, 16)) if cut else joined, number(constant, 16))
    parts = [_part(half) for half in rest]
    if constant:
        parts.append(number(constant, 16))
    joined = combined("^", parts)
    cut = any(half.wide and half.shift == 0 for half in rest)
    return equal(named(target.name), term("&", joined, number(_HALF, 16)) if cut else joined)


def _part(half: _Half) -> Expr:
    return term(">>", named(half.name), number(16)) if half.shift else named(half.name)
