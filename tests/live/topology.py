"""The tests' own internet: a client, a router, a target, and a telescope behind which nobody lives.

    client 10.20.1.2..  --  router  --  target 10.20.2.2..33
                              |
                          telescope 10.20.3.0/24, and whatever else is asked for

Addresses are private ones, as in most captures that people have: no signature may rely on their being global.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.live.namespaces import Namespace, join
from tests.live.services import Services

CLIENT, TARGET, BYSTANDER = "10.20.1.2", "10.20.2.2", "10.20.3.77"
NEIGHBOURS = 32  # addresses of the target: 10.20.2.2..33
CLIENTS = 20  # addresses of the client: 10.20.1.2..21
DARK_PORTS = "7000-7999"  # what is sent there is dropped without a word


@dataclass(frozen=True, slots=True)
class Topology:
    """Four namespaces; `link` is the interface of each but the router."""

    client: Namespace
    router: Namespace
    target: Namespace
    telescope: Namespace
    gateway_mac: str  # of the router, as the client sees it: some tools ask for it

    LINK = "eth0"


@contextmanager
def topology() -> Iterator[Topology]:
    """Make it, with the target's services running; remove it."""
    made: list[Namespace] = []
    try:
        for role in ("client", "router", "target", "telescope"):
            made.append(Namespace.make(role))
        client, router, target, telescope = made
        for number, space in enumerate((client, target, telescope), start=1):
            join(space, "eth0", router, f"to{number}")
            router.ip(f"addr add 10.20.{number if number < 3 else 4}.1/24 dev to{number}")
        for last in range(2, 2 + CLIENTS):
            client.ip(f"addr add 10.20.1.{last}/24 dev eth0")
        neighbours = [f"10.20.2.{last}" for last in range(2, 2 + NEIGHBOURS)]
        for address in neighbours:
            target.ip(f"addr add {address}/24 dev eth0")
        telescope.ip("addr add 10.20.4.2/24 dev eth0")
        telescope.ip("route add blackhole 10.20.3.0/24")
        client.ip("route add default via 10.20.1.1")
        target.ip("route add default via 10.20.2.1")
        router.ip("route add default via 10.20.4.2")
        telescope.ip("route add blackhole default")
        for setting in ("net.ipv4.ip_forward=1", "net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.default.rp_filter=0"):
            router.set(setting)
        target.set("net.ipv4.tcp_fastopen=3")
        target.set("net.ipv4.tcp_ecn=1")
        _darken(target)
        mac = router.run(["cat", "/sys/class/net/to1/address"]).stdout.strip()
        with Services(target, neighbours):
            yield Topology(client, router, target, telescope, mac)
    finally:
        for space in made:
            space.remove()


def _darken(target: Namespace) -> None:
    """Drop what goes to `DARK_PORTS`: a rule before the one that finds a host's own addresses."""
    target.ip("rule add pref 20 lookup local")
    target.ip("rule del pref 0")
    for protocol in ("tcp", "udp"):
        target.ip(f"rule add pref 10 iif eth0 ipproto {protocol} dport {DARK_PORTS} blackhole")
