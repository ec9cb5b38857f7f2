"""Decoded fields as columns: which fields have one, and where a program's are.

A column holds an int64 for each packet and beside it a state: the field does not apply, its value is here, or only
the ordinary decoder can tell (a list of options, bytes, an IPv6 address).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["ABSENT", "ASK", "COLUMNS", "KNOWN", "VANTAGE_FIELDS", "Layout", "layout_of"]

ABSENT, KNOWN, ASK = 0, 1, 2

# In the order of the constants in `matcher.compiled.decode`; a test holds the two together.
COLUMNS = (
    "len", "caplen", "vlan", "ip.version", "src", "dst", "proto", "ttl", "ittl", "hops", "id", "df", "mf", "evil",
    "frag.offset", "tos", "dscp", "ecn", "ip.len", "ip.hlen", "ip.options", "flow", "sport", "dport", "payload",
    "payload.len", "seq", "ack", "flags", "window", "urgent", "tcp.hlen", "options", "mss", "wscale", "sackok",
    "ts.val", "ts.ecr", "udp.len", "icmp.type", "icmp.code", "icmp.id", "icmp.seq", "icmp.mtu", "ip", "ip6", "tcp",
    "udp", "icmp", "icmp6", "sctp", "frag",
)  # fmt: skip
VANTAGE_FIELDS = ("proto", "sport", "dport")  # what judging the capture reads, besides the addresses
_TCP_OPTIONS = frozenset({"mss", "wscale", "sackok", "ts.val", "ts.ecr"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns are kept.

    Attributes:
        wanted: int64[kept columns]: their numbers in `COLUMNS`, in the order of their rows.
        names: The fields that are kept, in the order of their rows.
        options: Whether TCP options must be looked into.
        quoted: Whether what ICMP errors quote is asked for: the ordinary decoder then takes these.
    """

    wanted: npt.NDArray[np.int64]
    names: tuple[str, ...]
    options: bool
    quoted: bool


def layout_of(fields: Iterable[str]) -> Layout:
    """The columns for these fields; a field without a column is never decided by a kernel."""
    wanted = set(fields)
    names = tuple(name for name in COLUMNS if name in wanted)
    numbers = np.array([COLUMNS.index(name) for name in names], np.int64)
    quoted = any(name == "quoted" or name.startswith("quoted.") for name in wanted)
    return Layout(numbers, names, bool(wanted & _TCP_OPTIONS), quoted)
