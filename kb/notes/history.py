"""Revisions in an order in which each comes after those that it replaces."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable

from kb.notes.model import Revision

__all__ = ["in_order"]


def in_order(revisions: Iterable[Revision]) -> list[Revision]:
    """Parents before what replaces them; what is of equal standing by date, then id. Parents elsewhere do not count."""
    by_id = {revision.id: revision for revision in revisions}
    waiting = {identity: sum(parent in by_id for parent in each.parents) for identity, each in by_id.items()}
    following: dict[str, list[str]] = defaultdict(list)
    for identity, each in by_id.items():
        for parent in each.parents:
            following[parent].append(identity)
    ready = [(by_id[identity].date, identity) for identity, count in waiting.items() if not count]
    heapq.heapify(ready)
    found: list[Revision] = []
    while ready:
        _, identity = heapq.heappop(ready)
        found.append(by_id[identity])
        for after in following[identity]:
            waiting[after] -= 1
            if not waiting[after]:
                heapq.heappush(ready, (by_id[after].date, after))
    return found
