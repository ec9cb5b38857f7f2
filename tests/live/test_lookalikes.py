"""Traffic that fools people, and is ordinary: the signature that says so leads, and nobody is accused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalogue.judging import described
from tests.catalogue.loaded import signatures
from tests.catalogue.matching import match_capture
from tests.live import lookalikes
from tests.live.namespaces import require
from tests.live.sniffing import sniffed
from tests.live.topology import BYSTANDER, TARGET, Topology


def _started(*command: str) -> Callable[[Topology], None]:
    def start(net: Topology) -> None:
        require(command[0])
        net.client.run(command, check=False)

    return start


# What is done, where it is captured, and the signature that must lead.
LOOKALIKES: dict[str, tuple[Callable[[Topology], None], str, str]] = {
    "repeated-syn": (lookalikes.repeated_syn, "target", "syn-retransmission"),
    "fast-open": (lookalikes.fast_open, "target", "tcp-fast-open"),
    "path-mtu": (lookalikes.path_mtu, "client", "path-mtu-discovery"),
    "ident": (lookalikes.ident, "target", "ident-lookup-refused"),
    "offers-of-ecn": (lookalikes.offers_of_ecn, "target", "ecn-setup-syn"),
    "health-checks": (_started("hping3", "-q", "-S", "-w", "29200", "-p", "443", "-i", "u200000", "-c", "8", TARGET),
                      "target", "health-check-half-open"),
    "ping": (_started("ping", "-n", "-q", "-c", "3", TARGET), "target", "ping-once-a-second"),
    "traceroute-udp": (_started("traceroute", "-n", "-w", "1", TARGET), "target", "traceroute-udp"),
    "traceroute-one-port": (_started("traceroute", "-n", "-U", "-w", "1", BYSTANDER), "telescope", "traceroute-udp"),
    "mtr-udp": (_started("mtr", "-n", "-u", "-r", "-c", "1", "-i", "0.1", "-G", "0.3", BYSTANDER), "telescope",
                "traceroute-udp"),
    "traceroute-icmp": (_started("traceroute", "-n", "-I", "-w", "1", TARGET), "target", "traceroute-icmp"),
    "traceroute-tcp": (_started("traceroute", "-n", "-T", "-p", "80", "-w", "1", TARGET), "target", "traceroute-tcp"),
}  # fmt: skip


@pytest.mark.parametrize("name", LOOKALIKES)
def test_the_harmless_reading_leads(name: str, net: Topology, tmp_path: Path) -> None:
    act, place, slug = LOOKALIKES[name]
    if act is lookalikes.path_mtu:
        require("ping")
    capture = tmp_path / f"{name}.pcap"
    with sniffed(getattr(net, place), net.LINK, capture):
        act(net)
    result = match_capture(capture)
    assert result.events, f"nothing is reported of {result.packets} packets"
    assert result.events[0].signature == slug, described(result)
    assert not [event for event in result.events if signatures()[event.signature].verdict == "malicious"]


def test_measuring_tools_are_not_accused(net: Topology, tmp_path: Path) -> None:
    commands = (
        "ping -n -q -c 4 -i 0.2", "ping -n -q -f -c 300", "ping -n -q -c 2 -s 60000", "tracepath -n",
        "mtr -n -r -c 3 -i 0.1 -G 0.3", "mtr -n -u -r -c 3 -i 0.1 -G 0.3", "mtr -n -T -P 80 -r -c 3 -i 0.1 -G 0.3",
        "tcptraceroute -n -w 1", "fping -q -c 3 -p 20",
    )  # fmt: skip
    there = [command.split() for command in commands if shutil.which(command.split()[0])]
    if not there:
        pytest.skip("none of the measuring tools is installed")
    capture = tmp_path / "measuring.pcap"
    with sniffed(net.target, net.LINK, capture):
        for command in there:
            net.client.run([*command, TARGET], check=False)
    result = match_capture(capture)
    assert result.packets > 20 * len(there)
    assert not [event for event in result.events if signatures()[event.signature].verdict == "malicious"], described(
        result
    )
