"""What addresses of a sample share, as far as it belongs to the kind of packets and not to the case.

One source, or the network of a victim, is a fact of this capture, and the key of the event tells it. A tool's doing are
addresses that end alike, or that somebody typed; and an organisation's are many sources in few networks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from matcher.intervals import is_within, named_set
from sigdsl.model import Address, Compare, NamedSet, Network
from tracelore.drafting.invariant import CERTAIN, LEAST_EVIDENCE, Invariant, cost_of_number
from tracelore.drafting.masks import fixed_bits
from tracelore.drafting.sample import Column, Sample
from tracelore.drafting.terms import equal, named, number, one_of, term

__all__ = ["shared_addresses"]

_CAREFUL_MASK: Final = 4  # different addresses, from which on shared bits of theirs say something
_MULTICAST: Final = 14
_FEW_NETWORKS: Final = 4
_OF_A_NETWORK: Final = 2  # hosts of each, on the average


def shared_addresses(sample: Sample) -> Iterator[Invariant]:
    """Conditions on addresses that hold for the whole sample."""
    for name in ("src", "dst"):
        column = sample.column(name)
        if column is None:
            continue
        if name == "dst" and bool((column >> 28 == _MULTICAST).all()):
            yield Invariant(Compare(named(name), (("in", NamedSet("multicast")),)), CERTAIN)
        values = np.unique(column)
        last = set((values & 0xFF).tolist())
        if len(values) > 1 and last <= {0, 255}:
            ending = term("&", named(name), number(0xFF, 16))
            condition = one_of(ending, map(number, sorted(last))) if len(last) > 1 else equal(ending, number(*last))
            yield Invariant(condition, 7.0 * len(values) - 3)
        elif len(values) >= _CAREFUL_MASK:
            yield from fixed_bits(name, 32, values)
        if name == "src":
            yield from _typed(values)
            yield from _networks(values)


def _typed(sources: Column) -> Iterator[Invariant]:
    """One source that somebody made up, 3.3.3.3: nothing else makes an address so plain."""
    if len(sources) == 1:
        evidence = 32.0 - cost_of_number(int(sources[0]))
        if evidence >= LEAST_EVIDENCE and int(sources[0]) & 0xFF:
            yield Invariant(equal(named("src"), Address(int(sources[0]), 4)), evidence)


def _networks(sources: Column) -> Iterator[Invariant]:
    """A few public networks of which many hosts take part. One alone may be that of the sensor."""
    networks = np.unique(sources >> 8).tolist()
    if not 1 < len(networks) <= _FEW_NETWORKS or len(sources) < _OF_A_NETWORK * len(networks):
        return
    nowhere = named_set("bogon")
    if any(is_within(source, nowhere) for source in sources.tolist()):
        return
    # Each host beyond the first of a network would be there by accident.
    evidence = 24.0 * (len(sources) - len(networks))
    yield Invariant(one_of(named("src"), (Network(network << 8, 24, 4) for network in networks)), evidence)
