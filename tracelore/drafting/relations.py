"""Relations between the fields of a packet: differences, sums, exclusive ors and equal bytes that never change.

The search is bounded: every pair of fields by difference and sum, every pair and triple of 32-bit words and every
two to four 16-bit words by exclusive or, every pair of bytes. Each candidate is one subtraction or xor of columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb, log2
from typing import Final, Literal

import numpy as np

from sigdsl.fields import FIELDS, Kind
from sigdsl.model import Compare, Expr, FieldRef
from tracelore.drafting.invariant import Invariant, cost_of_number
from tracelore.drafting.sample import Column, Sample
from tracelore.drafting.terms import Operator, equal, named, number, term
from tracelore.drafting.xors import are_counters, xor_relations

__all__ = ["NUMBERS", "Word", "pair_value", "relations"]

# Fields whose numbers tools compute from each other.
NUMBERS: Final = (
    "id", "sport", "dport", "seq", "ack", "dst", "src", "window", "urgent", "ts.val", "ts.ecr", "icmp.id", "icmp.seq",
    "payload.len", "udp.len", "quoted.id", "quoted.src", "quoted.dst", "quoted.sport", "quoted.dport", "quoted.seq",
    "quoted.ack",
)  # fmt: skip
_TRIED: Final = log2(2 * len(NUMBERS) ** 2)  # bits that a relation costs for being one of so many
_ALIKE: Final = (("sport", "dport"), ("seq", "ack"), ("seq", "dst"), ("seq", "src"), ("ack", "dst"),
                 ("quoted.dst", "quoted.seq"), ("urgent", "payload.len"))  # fmt: skip
_TRIED_ALIKE: Final = 4.0  # relations that one would look for first
_MOST: Final = 4_096  # packets that are looked at; the engine then tries all
_MOD32: Final = (1 << 32) - 1
_UDP_HEADER: Final = 8
_HALF: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class Word:
    """A number that each packet has.

    Attributes:
        name: The field.
        values: Its value in each packet.
    """

    name: str
    values: Column

    @property
    def is_modular(self) -> bool:
        """Whether the language computes with it modulo 2^32."""
        return FIELDS[self.name].kind is Kind.MOD32

    @property
    def varies(self) -> bool:
        """Whether not all packets have the same number."""
        return bool((self.values != self.values[0]).any())


def relations(sample: Sample) -> Iterator[Invariant]:
    """Every relation that holds for the whole sample, the plainest first."""
    words = _words(sample)
    if (found := _same_hosts(sample)) is not None:
        yield found
    pairs = [found for left, right in combinations(words, 2) for found in _pair(left, right)]
    of_this_run = [pair for pair in pairs if _is_of_this_run(pair, sample)]
    yield from sorted(
        (pair for pair in pairs if pair not in of_this_run), key=lambda pair: not _is_plain(pair.condition)
    )
    for three in combinations([word for word in words if word.varies], 3):
        yield from _triple(three)
    implied = {pair.fields for pair in of_this_run}
    more = (*xor_relations({word.name: word.values for word in words}), *_bytes(sample))
    yield from (found for found in more if found.fields not in implied)


def _is_plain(condition: Expr) -> bool:
    """`seq == dst`, `ack == seq - 1`: such a relation comes before one with a large constant."""
    return isinstance(condition, Compare) and isinstance(condition.first, FieldRef)


def _is_of_this_run(pair: Invariant, sample: Sample) -> bool:
    """Two counters of one source: how far they are apart was chosen when it was started (`constant` says that)."""
    if sample.sources > 1:
        return False
    columns = [column for name in pair.fields if (column := sample.column(name)) is not None]
    return not _is_plain(pair.condition) and all(
        0 < int(np.ptp(column)) <= _HALF and bool((np.diff(column) >= 0).all()) for column in columns
    )


def _words(sample: Sample) -> list[Word]:
    step = 1 + (len(sample) - 1) // _MOST
    columns = ((name, sample.column(name)) for name in NUMBERS)
    return [Word(name, column[::step]) for name, column in columns if column is not None]


def _same_hosts(sample: Sample) -> Invariant | None:
    """Source and destination are one, which can be seen of names and of IPv6 as well."""
    same = all(packet.get("src") == packet.get("dst") for packet in sample.packets)
    return (
        Invariant(equal(named("src"), named("dst")), 24.0, relation=True) if same and sample.values("src")[0] else None
    )


def pair_value(left: Word, right: Word, op: Literal["+", "-"]) -> Column:
    """The sum or difference of two words, as the language computes it."""
    values = left.values + right.values if op == "+" else left.values - right.values
    return values & _MOD32 if left.is_modular or right.is_modular else values


def _pair(left: Word, right: Word) -> Iterator[Invariant]:
    if left.varies != right.varies or {left.name, right.name} == {"src", "dst"}:
        return  # one that varies and one that does not have no constant between them
    if {left.name, right.name} == {"payload.len", "udp.len"}:
        yield from _lengths(left, right)
        return
    ops: tuple[Literal["-", "+"], ...] = ("-", "+") if left.varies else ("-",)
    for op in ops:
        values = pair_value(left, right, op)
        if (values != values[0]).any():
            continue
        constant = int(values[0])
        if are_counters(left.name, left.values, right.name, right.values) and abs(_near(left, right, constant)) > _HALF:
            continue
        evidence = _evidence(left, right, constant)
        condition = _difference(left, right, constant) if op == "-" else _sum(left, right, constant)
        yield Invariant(condition, evidence, relation=True)


def _lengths(payload: Word, claimed: Word) -> Iterator[Invariant]:
    """The length in a UDP header is that of the payload and the header's own; another difference is a mark."""
    differences = set((claimed.values - payload.values).tolist())
    if len(differences) == 1 and (extra := differences.pop()) > _UDP_HEADER:
        yield Invariant(equal(term("-", named("udp.len"), named("payload.len")), number(extra)), 16.0, relation=True)


def _evidence(left: Word, right: Word, constant: int) -> float:
    """Each different pair of numbers would have met the constant by accident only."""
    pairs = np.unique(np.stack([left.values, right.values]), axis=1).T.tolist()
    widths = float(FIELDS[left.name].bits), float(FIELDS[right.name].bits)
    width = max(widths)
    # One of the two need not be told any more: the one that would take more bits.
    told = sum(max(min(w, cost_of_number(value)) for w, value in zip(widths, pair, strict=True)) for pair in pairs)
    tried = _TRIED_ALIKE if (left.name, right.name) in _ALIKE else _TRIED
    return told - min(width, cost_of_number(_near(left, right, constant))) - tried


def _near(left: Word, right: Word, constant: int) -> int:
    """A difference modulo 2^32 as the smaller of its two numbers, the negative one included."""
    modular = left.is_modular or right.is_modular
    return constant - (1 << 32) if modular and constant >> 31 else constant


_NAMED_FIRST: Final = ("quoted.ack", "quoted.seq", "ack", "seq", "id", "icmp.id", "udp.len", "urgent")


def _rank(word: Word) -> int:
    """What is said of what: `ack == seq - 1`, `seq == dst`."""
    return _NAMED_FIRST.index(word.name) if word.name in _NAMED_FIRST else len(_NAMED_FIRST)


def _difference(left: Word, right: Word, constant: int) -> Expr:
    near = _near(left, right, constant)
    if _rank(right) < _rank(left):
        left, right, near, constant = right, left, -near, -constant
    modular = left.is_modular or right.is_modular
    if modular and abs(near) <= _HALF:
        return equal(named(left.name), _shifted(named(right.name), near))
    if modular:
        return equal(term("-", named(left.name), named(right.name)), number(constant & _MOD32))
    if near == 0:
        return equal(named(left.name), named(right.name))
    if near < 0:
        left, right, near = right, left, -near
    return equal(term("-", named(left.name), named(right.name)), number(near))


def _shifted(base: Expr, by: int) -> Expr:
    op: Operator = "+" if by > 0 else "-"
    return term(op, base, number(abs(by))) if by else base


def _sum(left: Word, right: Word, constant: int) -> Expr:
    return equal(term("+", named(left.name), named(right.name)), number(constant))


_SIGNS: Final[tuple[tuple[Operator, Operator], ...]] = (("-", "-"), ("-", "+"), ("+", "-"), ("+", "+"))
_GLANCE: Final = 4  # packets that refute nearly every candidate


def _triple(words: tuple[Word, ...]) -> Iterator[Invariant]:
    """Sums and differences of three fields."""
    ranked = first, second, third = tuple(sorted(words, key=_rank))
    modular = any(word.is_modular for word in words)
    for signs in _SIGNS:
        if _spread(ranked, signs, slice(0, _GLANCE), modular) is None:
            continue
        constant = _spread(ranked, signs, slice(None), modular)
        if constant is None or constant < 0:
            continue
        width = float(min(FIELDS[word.name].bits for word in words))
        different = np.unique(np.stack([word.values for word in words]), axis=1).shape[1]
        evidence = width * different - min(width, cost_of_number(constant)) - _TRIED_TRIPLES
        left = term(signs[1], term(signs[0], named(first.name), named(second.name)), named(third.name))
        yield Invariant(equal(left, number(constant)), evidence, relation=True)


_TRIED_TRIPLES: Final = log2(4 * comb(len(NUMBERS), 3))


def _spread(words: tuple[Word, ...], signs: tuple[Operator, Operator], rows: slice, modular: bool) -> int | None:
    """The combination of three words where it is the same in all rows."""
    values = words[0].values[rows]
    for sign, word in zip(signs, words[1:], strict=True):
        values = values + word.values[rows] if sign == "+" else values - word.values[rows]
    values = values & _MOD32 if modular else values
    return None if (values != values[0]).any() else int(values[0])


# --- bytes


@dataclass(frozen=True, slots=True)
class _Byte:
    name: str
    expr: Expr
    values: Column


def _bytes(sample: Sample) -> Iterator[Invariant]:
    """Bytes of different fields that are equal, or always so much apart; and the first and last byte of an address."""
    parts = [part for part in _byte_words(sample) if (part.values != part.values[0]).any()]
    for left, right in combinations(parts, 2):
        if left.name == right.name and left.name not in ("src", "dst"):
            continue
        apart = (left.values - right.values) & 0xFF
        if (apart != apart[0]).any() or apart[0] and are_counters(left.name, left.values, right.name, right.values):
            continue
        different = len(np.unique(np.stack([left.values, right.values]), axis=1).T)
        evidence = 8.0 * different - cost_of_number(int(apart[0])) - 2 * log2(len(parts))
        yield Invariant(_bytes_apart(left, right), evidence, relation=True)


def _bytes_apart(left: _Byte, right: _Byte) -> Expr:
    plain = (left.values - right.values).tolist()
    if set(plain) == {plain[0]}:
        return equal(left.expr, _shifted(right.expr, plain[0]))
    difference = term("&", term("-", left.expr, right.expr), number(0xFF, 16))
    return equal(difference, number(plain[0] & 0xFF))


_BYTES: Final = (
    ("id", (8, 0)),
    ("sport", (8, 0)),
    ("dport", (8, 0)),
    ("seq", (24, 16, 8, 0)),
    ("src", (24, 0)),
    ("dst", (24, 0)),
)


def _byte_words(sample: Sample) -> Iterator[_Byte]:
    for name in ("ttl", "tos"):
        if (column := sample.column(name)) is not None:
            yield _Byte(name, named(name), column)
    for name, shifts in _BYTES:
        column = sample.column(name)
        if column is None:
            continue
        top = max(shifts)
        for shift in shifts:
            moved = term(">>", named(name), number(shift)) if shift else named(name)
            expr = moved if shift == top else term("&", moved, number(0xFF, 16))
            yield _Byte(name, expr, column >> shift & 0xFF)
