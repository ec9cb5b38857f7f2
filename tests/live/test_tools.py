"""Each tool is started for real; the signature of what it does leads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from matcher.event import Event, MatchResult
from tests.catalogue.judging import described
from tests.catalogue.matching import match_capture
from tests.live.namespaces import require
from tests.live.sniffing import sniffed
from tests.live.topology import Topology
from tests.live.trials import TRIALS, Trial


def leading(result: MatchResult) -> Event | None:
    """The most specific event whose signature reads a tenth of the capture or more: no remark on two packets of it."""
    packets = Counter[str]()
    for event in result.events:
        packets[event.signature] += event.packets
    return next((event for event in result.events if packets[event.signature] * 10 >= result.packets), None)


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_the_right_signature_leads(trial: Trial, net: Topology, tmp_path: Path) -> None:
    require(trial.tool)
    capture = tmp_path / f"{trial.name}.pcap"
    with sniffed(getattr(net, trial.at), net.LINK, capture):
        net.client.run(trial.started(net), check=False)  # tools have their own ideas of what is a failure
    result = match_capture(capture, trial.vantage)
    leader = leading(result)
    assert leader is not None, f"nothing is reported of {result.packets} packets"
    assert leader.signature == trial.leads, described(result)
    assert leader.conclusive, leader.why_inconclusive
