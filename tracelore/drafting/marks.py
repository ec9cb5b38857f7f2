"""Marks that a tool leaves in its packets, looked for in a mixture: only some of the packets bear them.

Where `relations` asks what all of a sample share, this asks which coincidence of numbers some of many share: one
sequence number towards many hosts, one difference between two fields, an exclusive or that is always the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

import numpy as np

from tracelore.drafting.sample import Column, Sample, addressed

__all__ = ["NO_MARK", "Marks", "marks_of"]

Marks = np.ndarray[Any, np.dtype[np.int64]]

NO_MARK: Final = 0
_LEAST: Final = 4  # packets with different numbers that bear a mark
_FRESH: Final = ("seq", "ack", "ts.val", "ts.ecr")  # 32 bits that differ from connection to connection
_SHORT: Final = ("id", "icmp.id")  # 16 bits that differ
_WIDE: Final = ("seq", "ack", "dst", "src")
_NARROW: Final = ("id", "sport", "dport")
_HALF: Final = 0xFFFF
_A_TALK: Final = 2  # packets of one conversation that bear a mark, at most, on the average
_RARE: Final = 64  # times as many packets as chance would give


def marks_of(sample: Sample) -> Marks:
    """For each packet the number of its mark, that of the largest crowd where it has several; `NO_MARK` for none."""
    found = np.zeros(len(sample), dtype=np.int64)
    crowd = np.zeros(len(sample), dtype=np.int64)  # how many packets bear the mark of each
    talks = _numbered(addressed(packet) for packet in sample.packets)
    for number, members in enumerate(_crowds(sample), start=1):
        size = int(members.sum())
        if len(np.unique(talks[members])) * _A_TALK < size:
            continue  # numbers within a connection depend on each other
        better = members & (crowd < size)
        found[better], crowd[better] = number, size
    return found


def _crowds(sample: Sample) -> Iterator[Any]:
    columns = {
        name: column for name in {*_FRESH, *_SHORT, *_WIDE, *_NARROW} if (column := sample.column(name)) is not None
    }
    ends = _numbered((packet.get("src"), packet.get("dst")) for packet in sample.packets)
    for name in (*_FRESH, *_SHORT):
        if name in columns:
            yield from _repeated(columns[name], [ends], 32 if name in _FRESH else 16)
    for left, right in combinations([name for name in _WIDE if name in columns], 2):
        if {left, right} != {"src", "dst"}:
            pair = [columns[left], columns[right]]
            yield from _repeated((pair[0] - pair[1]) & 0xFFFFFFFF, pair, 32)
            yield from _repeated(pair[0] ^ pair[1], pair, 32)
    yield from _xors(columns)


def _numbered(things: Iterable[Hashable]) -> Column:
    """Equal things get equal numbers."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(thing, len(known)) for thing in things], dtype=np.int64)


def _repeated(values: Column, varied: Sequence[Column], bits: int) -> Iterator[Any]:
    """Packets with a value that comes far more often than chance would have it, while what is varied differs."""
    seen, counts = np.unique(values, return_counts=True)
    least = max(_LEAST, _RARE * len(values) >> bits)
    often = seen[(counts >= least) & (seen != 0)]
    for value in often[:_MOST_VALUES].tolist():
        members = values == value
        if _vary(varied, members):
            yield members
    members = values == 0  # equal numbers; a field that is merely 0 is no mark
    if len(varied) > 1 and int(members.sum()) >= least and _vary(varied, members):
        yield members


_MOST_VALUES: Final = 64


def _xors(columns: Mapping[str, Column]) -> Iterator[Any]:
    """Three 16-bit words, a field among them, whose exclusive or is often the same; four, where it is often 0."""
    halves = {(name, 0): columns[name] for name in _NARROW if name in columns}
    if any(int(column.max(initial=0)) > _HALF for column in halves.values()):
        return
    for name in _WIDE:
        if name in columns:
            halves[name, 0], halves[name, 16] = columns[name] & _HALF, columns[name] >> 16
    for size in (3, 4):
        for words in combinations(halves, size):
            if not any(name in _NARROW for name, _ in words):
                continue
            joined = halves[words[0]]
            for word in words[1:]:
                joined = joined ^ halves[word]
            least = max(_LEAST, _RARE * len(joined) >> 16)
            constant = 0 if size == 4 else int(np.bincount(joined).argmax())
            members = joined == constant
            if int(members.sum()) >= least and _vary([halves[word] for word in words if word[0] in _WIDE], members):
                yield members


def _vary(columns: Sequence[Column], members: Any) -> bool:
    """Whether each column has several values among the members."""
    return all(len(np.unique(column[members])) >= _LEAST for column in columns)
