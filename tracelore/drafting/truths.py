"""Which packets satisfy which conditions: the matcher's own classifier is asked, so that a draft cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from matcher import compile_signatures
from matcher.classify import Classifier
from matcher.packet import Packet
from matcher.specificity import pattern_bits, total
from sigdsl.limits import MAX_PATTERNS
from sigdsl.model import Duration, EventRule, Expr, FieldRef, PacketPattern, Signature

__all__ = ["Truths", "bits_of", "hold_for_all", "truths"]

Truths = np.ndarray[Any, np.dtype[np.bool_]]

_ANY_EVENT = EventRule((FieldRef("ip.version"),), Duration(1, "s"))


def truths(patterns: Sequence[Sequence[Expr]], packets: Iterable[Packet]) -> Truths:
    """A row a packet, a column a pattern (conditions that must all hold): whether it is true of it."""
    classifiers = [
        _classifier(tuple(map(tuple, patterns[start : start + MAX_PATTERNS])))
        for start in range(0, len(patterns), MAX_PATTERNS)
    ]
    rows = [[classifier.matches(packet) for classifier in classifiers] for packet in packets]
    found = np.zeros((len(rows), len(patterns)), dtype=bool)
    for at in range(len(patterns)):
        part, bit = divmod(at, MAX_PATTERNS)
        found[:, at] = [row[part] >> bit & 1 for row in rows]
    return found


def hold_for_all(conditions: Sequence[Expr], packets: Iterable[Packet]) -> list[bool]:
    """Whether each condition is true of every packet."""
    found = truths([(condition,) for condition in conditions], packets)
    return [bool(found[:, at].all()) for at in range(len(conditions))]


@lru_cache(maxsize=64)
def _classifier(patterns: tuple[tuple[Expr, ...], ...]) -> Classifier:
    """Of these patterns. The same rules and kinds are asked of many samples; a table takes longer than few packets."""
    named = tuple(PacketPattern(f"p{at}", conditions) for at, conditions in enumerate(patterns))
    return Classifier(compile_signatures([Signature("asked", title="asked", patterns=named, event=_ANY_EVENT)]))


def bits_of(conditions: Sequence[Expr]) -> int:
    """Bits of coincidence that conditions count together, by the matcher's own measure."""
    return total(pattern_bits(PacketPattern("p", tuple(conditions))))
