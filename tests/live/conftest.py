"""One topology for all tests of a session; where there can be none, they are skipped and say why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.live.namespaces import obstacle
from tests.live.topology import Topology, topology


@pytest.fixture(scope="session")
def net() -> Iterator[Topology]:
    reason = obstacle()
    if reason:
        pytest.skip(reason)
    with topology() as made:
        yield made
