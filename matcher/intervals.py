"""The values of a field as intervals, and the sets of addresses that have names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from ipaddress import ip_network
from typing import Final

from matcher.packet import V6
from sigdsl.fields import Field, Kind
from sigdsl.intervals import Intervals, intersect, normalise
from sigdsl.model import Network

__all__ = [
    "ADDRESSES_V4", "ADDRESSES_V6", "domain", "is_within", "named_set", "network_interval", "networks_intervals",
    "subtract",
]  # fmt: skip

ADDRESSES_V4: Final[Intervals] = ((0, (1 << 32) - 1),)
ADDRESSES_V6: Final[Intervals] = ((V6, V6 + (1 << 128) - 1),)


def subtract(whole: Intervals, part: Intervals) -> Intervals:
    """The values of `whole` that are not in `part`."""
    gaps: list[tuple[int, int]] = []
    if not whole:
        return ()
    start = whole[0][0]
    for low, high in part:
        gaps.append((start, low - 1))
        start = max(start, high + 1)
    gaps.append((start, whole[-1][1]))
    return intersect(whole, normalise(gaps))


def is_within(value: int, intervals: Intervals) -> bool:
    """Whether a value is in one of the intervals."""
    at = bisect_right(intervals, (value, V6 * 4)) - 1
    return at >= 0 and value <= intervals[at][1]


def domain(field: Field) -> Intervals:
    """Every value that the field can have."""
    if field.kind is Kind.ADDRESS:
        return (*ADDRESSES_V4, *ADDRESSES_V6)
    return ((0, (1 << field.bits) - 1),)


def network_interval(network: Network) -> tuple[int, int]:
    """The addresses of a CIDR prefix, as packets carry them (IPv6 with its bit added)."""
    width = 32 if network.version == 4 else 128
    low = network.value + (V6 if network.version == 6 else 0)
    return low, low + (1 << (width - network.prefix)) - 1


def networks_intervals(networks: Iterable[Network]) -> Intervals:
    """The union of CIDR prefixes."""
    return normalise(network_interval(network) for network in networks)


# The IANA IPv4 and IPv6 special-purpose address registries (RFC 6890): what is not globally reachable, and multicast.
_NAMED: Final[dict[str, tuple[str, ...]]] = {
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),  # RFC 1918, RFC 4193
    "multicast": ("224.0.0.0/4", "ff00::/8"),  # RFC 1112, RFC 4291
    "bogon": (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4", "::/128", "::1/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001:2::/48",
        "2001:10::/28", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "ff00::/8",
    ),
}  # fmt: skip


def named_set(name: str) -> Intervals:
    """The addresses of `private`, `multicast` or `bogon`. Raises KeyError for another name (`home` is the user's)."""
    found = [ip_network(text) for text in _NAMED[name]]
    versions: list[Network] = [
        Network(int(net.network_address), net.prefixlen, 4 if net.version == 4 else 6) for net in found
    ]
    return networks_intervals(versions)
