"""What ordinary systems do that looks odd: done on purpose, with plain sockets."""

from __future__ import annotations

import contextlib
import socket

from tests.live.topology import TARGET, Topology


def repeated_syn(net: Topology) -> None:
    """A connection to a port that drops everything: the SYN is repeated until the program gives up."""
    with net.client.socket() as hopeful, contextlib.suppress(TimeoutError):
        hopeful.settimeout(3.5)
        hopeful.connect((TARGET, 7500))


def fast_open(net: Topology) -> None:
    """Connections with TCP fast open: the first gets a cookie, the others send data in their SYN."""
    for _ in range(3):
        with net.client.socket() as eager, contextlib.suppress(OSError):
            eager.sendto(b"GET / HTTP/1.0\r\n\r\n", socket.MSG_FASTOPEN, (TARGET, 80))
            while eager.recv(4096):
                pass


def path_mtu(net: Topology) -> None:
    """A large datagram that may not be fragmented meets a narrow link; the router says how large it may be."""
    net.router.ip("link set dev to2 mtu 1200")
    try:
        for _ in range(3):
            net.client.run(["ping", "-q", "-M", "do", "-s", "1372", "-c", "1", "-W", "1", TARGET], check=False)
    finally:
        net.router.ip("link set dev to2 mtu 1500")
        net.client.ip("route flush cache")


def ident(net: Topology) -> None:
    """A mail server asks who has called it: ident to the caller's port 113, which is closed."""
    with net.client.socket() as caller:
        caller.connect((TARGET, 25))
        caller.recv(100)
        with net.target.socket() as asker, contextlib.suppress(ConnectionRefusedError):
            asker.connect((caller.getsockname()[0], 113))


def offers_of_ecn(net: Topology) -> None:
    """A client that offers explicit congestion notification to all: SYNs with ECE and CWR."""
    net.client.set("net.ipv4.tcp_ecn=1")
    try:
        for last in range(2, 7):
            with net.client.socket() as polite:
                polite.connect((f"10.20.2.{last}", 443))
                polite.sendall(b"hello")
    finally:
        net.client.set("net.ipv4.tcp_ecn=2")
