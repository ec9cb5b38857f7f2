"""What single fields of a sample share: one value, a few, a range, bits that never change, options, payload."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from typing import Final

import numpy as np

from sigdsl.fields import FIELDS, Field, Kind
from sigdsl.model import Compare, Expr
from tracelore.drafting.addresses import shared_addresses
from tracelore.drafting.invariant import CERTAIN, Invariant, cost_of_number
from tracelore.drafting.masks import fixed_bits
from tracelore.drafting.payloads import shared_payload
from tracelore.drafting.rules import broken_by_all
from tracelore.drafting.sample import Column, Sample
from tracelore.drafting.terms import equal, flag_word, holds, named, number, one_of, option_list, within

__all__ = ["shared_values"]

# What is said by another field or by a protocol's word, and what belongs to the sensor.
_TOLD_ELSEWHERE: Final = frozenset({
    "len", "caplen", "vlan", "ip.version", "proto", "hops", "dscp", "ecn", "ip.hlen", "tcp.hlen", "sackok",
    "udp.len", "ip", "ip6", "tcp", "udp", "icmp", "icmp6", "sctp", "frag", "quoted", "src", "dst", "payload", "ittl",
    "ttl", "flow", "quoted.ip.version", "quoted.src", "quoted.dst", "quoted.ttl", "quoted.ip.len", "quoted.udp.len",
})  # fmt: skip
# Chosen anew for each connection, or for each packet: that many packets chose it independently.
_BY_CONNECTION: Final = frozenset({"seq", "ack", "sport", "dport", "ts.ecr", "icmp.id", "quoted.seq", "quoted.ack",
                                   "quoted.sport", "quoted.dport", "quoted.icmp.id"})  # fmt: skip
_BY_PACKET: Final = frozenset({"id", "icmp.seq", "ts.val", "quoted.id", "quoted.icmp.seq"})
# What nearly every packet has: not worth a condition.
_USUAL: Final = frozenset(
    {("frag.offset", 0), ("mf", 0), ("evil", 0), ("urgent", 0), ("quoted.frag.offset", 0), ("quoted.mf", 0)}
)
_USED_OF_LENGTH: Final = 11  # bits that a packet of 1,500 bytes needs
_FEW: Final = 8  # values of a set
_FEW_PORTS: Final = 16
_BEYOND: Final = 2  # times the mean distance of values: so far beyond those seen a range reaches
_RANGE_FROM: Final = 5  # packets
_LOW_TTL: Final = 32


def shared_values(sample: Sample) -> Iterator[Invariant]:
    """Everything that one field alone shows, each as a condition that holds for the whole sample."""
    yield from _ttl(sample)
    for field in FIELDS.values():
        if field.kind is Kind.OPTIONS:
            yield from _options(sample, field.name)
        elif field.name not in _TOLD_ELSEWHERE:
            yield from _field(sample, field)
    yield from shared_addresses(sample)
    yield from shared_payload(sample)
    yield from broken_by_all(sample.packets)


def _field(sample: Sample, field: Field) -> Iterator[Invariant]:
    column = sample.column(field.name)
    if column is None:
        return
    values, counts = np.unique(column, return_counts=True)
    if len(values) == 1:
        if (field.name, int(values[0])) not in _USUAL or sample.is_fragmented:
            yield _constant(sample, field, int(values[0]))
        return
    if field.kind is Kind.BOOLEAN:
        return
    if _is_small_set(sample, field, counts):
        yield Invariant(one_of(named(field.name), (_literal(field.name, int(value)) for value in values)), CERTAIN)
        return
    if not _is_counted(sample, field.name):
        found = _range(field, column, _choices(sample, field.name))
        yield from () if found is None else (found,)
    if field.bits >= 16 and field.name not in ("payload.len", "ip.len", "frag.offset", "icmp.mtu"):
        yield from fixed_bits(field.name, _width(field, int(values.max())), values)


def _literal(name: str, value: int) -> Expr:
    return flag_word(value) if name.endswith("flags") else number(value)


def _choices(sample: Sample, name: str) -> int:
    """How many of the packets chose the value of a field independently."""
    return sample.conversations if name in _BY_CONNECTION else len(sample)


def _constant(sample: Sample, field: Field, value: int) -> Invariant:
    if field.kind is Kind.BOOLEAN:
        return Invariant(holds(field.name, bool(value)), CERTAIN)
    condition = equal(named(field.name), _literal(field.name, value))
    if field.name not in _BY_CONNECTION | _BY_PACKET or field.name in sample.service_ports:
        return Invariant(condition, CERTAIN)
    # The first packet pays for naming the number; each further one would have to hit it by accident.
    first = max(0.0, field.surprise - cost_of_number(value))
    evidence = first + field.surprise * (_choices(sample, field.name) - 1)
    if field.name == "id" and sample.is_one_datagram:
        return Invariant(condition, evidence, why="fragments of one packet share it: it may be its own")
    return Invariant(condition, evidence)


def _is_small_set(sample: Sample, field: Field, counts: Column) -> bool:
    most = _FEW_PORTS if field.name in sample.service_ports else _FEW
    return len(counts) <= most and len(sample) >= 3 * len(counts) and int(counts.min()) >= 2


def _range(field: Field, column: Column, choices: int) -> Invariant | None:
    """Bounds of a field, set somewhat wider than the sample; for 32 bits, how many of them are used at all."""
    low, high = int(column.min()), int(column.max())
    if _width(field, high) > 20:
        return _upper_bound(field, column)
    if choices < _RANGE_FROM:
        return None
    margin = 1 + _BEYOND * (high - low) // len(column)
    width = _width(field, high)
    # The chance that all of so many equally likely numbers lie so near each other.
    evidence = (width - log2(high - low + 1)) * (choices - 1) - log2(choices)
    low, high = max(0, low - margin), min((1 << field.bits) - 1, high + margin)
    bits = width - log2(high - low + 1)
    return Invariant(within(named(field.name), low, high), evidence) if bits >= 1 else None


def _is_counted(sample: Sample, name: str) -> bool:
    """Whether a counter is likely: its numbers are near each other, wherever it stands."""
    return name in _BY_PACKET or name == "icmp.id" or name in ("sport", "dport") and name not in sample.service_ports


def _width(field: Field, high: int) -> int:
    """Bits of a field as far as packets use them: the identification has 16 in IPv4, and 32 in IPv6."""
    if field.name in ("payload.len", "ip.len"):
        return max(_USED_OF_LENGTH, high.bit_length())
    return 16 if field.name in ("id", "quoted.id") and high < 1 << 16 else field.bits


def _upper_bound(field: Field, column: Column) -> Invariant | None:
    """How many of 32 bits are used at all. Numbers of one counter are near each other, and count once."""
    used = int(column.max()).bit_length()
    apart = len(np.unique(column >> max(0, used - 8)))
    condition = Compare(named(field.name), (("<", number(1 << used, 16)),))
    bits = field.bits - used
    return Invariant(condition, bits * apart - log2(field.bits)) if bits else None


def _ttl(sample: Sample) -> Iterator[Invariant]:
    """The TTL itself where it cannot have come about on the way, else the one it started with."""
    column, initial = sample.column("ttl"), sample.column("ittl")
    if column is None or initial is None:
        return
    low, high = int(column.min()), int(column.max())
    if low == high and (low <= 1 or low != int(initial[0]) and sample.sources > 2):
        yield Invariant(equal(named("ttl"), number(low)), CERTAIN)
    elif high < _LOW_TTL and len(sample) > 2:
        yield Invariant(Compare(named("ttl"), (("<=", number(high)),)), CERTAIN)
    else:
        started = sorted(set(initial.tolist()))
        condition = (
            equal(named("ittl"), number(started[0]))
            if len(started) == 1
            else one_of(named("ittl"), map(number, started))
        )
        if len(started) <= 2:
            yield Invariant(condition, CERTAIN)


def _options(sample: Sample, name: str) -> Iterator[Invariant]:
    values = sample.values(name)
    kinds = [value for value in values if isinstance(value, tuple)]
    if len(kinds) < len(values) or name == "ip.options" and not any(kinds):
        return
    if len(set(kinds)) == 1:
        yield Invariant(equal(named(name), option_list(name, kinds[0])), CERTAIN)
        return
    for kind in dict.fromkeys(kinds[0]):
        if kind > 1 and all(kind in each for each in kinds):
            yield Invariant(Compare(named(name), (("has", option_list(name, [kind]).items[0]),)), CERTAIN)
