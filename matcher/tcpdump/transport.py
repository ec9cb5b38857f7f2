"""What follows `A > B:`: which protocol it is, and the fields of those that are not TCP or ICMP."""

from __future__ import annotations

import re
from typing import Final

from matcher.packet import UNKNOWN, Value
from matcher.tcpdump.icmp import is_icmp
from matcher.tcpdump.tcp import is_tcp
from matcher.tcpdump.values import number

__all__ = ["PORTED", "find_protocol", "is_bare_name", "read_length", "read_udp", "split_checksum"]

PORTED: Final = frozenset({6, 17, 33, 132, 136})

_PROTOCOLS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern, re.ASCII), proto)
    for pattern, proto in (
        (r"UDP(?:, |$)|udp \d|\[\|udp\]", 17),
        (r"igmp", 2),
        (r"GREv\d|gre ", 47),
        (r"ESP\(|esp ", 50),
        (r"AH\(|ah ", 51),
        (r"OSPFv\d", 89),
        (r"VRRPv\d|CARPv\d|vrrp", 112),
        (r"PIMv\d|pim ", 103),
        (r"EIGRP|EIGRPv\d", 88),
        (r"RSVPv\d", 46),
        (r"sctp(?: |$)", 132),
        (r"DCCP |dccp ", 33),
        (r"IPComp\(", 108),
        (r"IP (?=[(\[]|\S{1,300} > )", 4),
        (r"IP6 (?=[(\[]|\S{1,300} > )", 41),
    )
)
_NUMBERED = re.compile(r"(?:ip-proto-(\d{1,3})(?: |$))?(?:length )?(?:(\d{1,5})$)?", re.ASCII)
_CHECKSUM = re.compile(r"\[(?:(udp|icmp6|tcp) sum ok|no cksum|bad (udp|icmp6|tcp) cksum [^\]]{0,60})\] ?", re.ASCII)
_CHECKED = {"udp": 17, "icmp6": 58, "tcp": 6, None: 17}  # only UDP can do without a checksum
_NAMES = {
    "icmp": 1, "igmp": 2, "ipencap": 4, "tcp": 6, "egp": 8, "udp": 17, "dccp": 33, "ipv6": 41, "rsvp": 46, "gre": 47,
    "esp": 50, "ah": 51, "ipv6-icmp": 58, "eigrp": 88, "ospf": 89, "pim": 103, "vrrp": 112, "l2tp": 115, "sctp": 132,
    "udplite": 136,
}  # fmt: skip


def is_bare_name(body: str) -> bool:
    """Whether the body is only a protocol's name: a fragment that does not start at 0."""
    return body in _NAMES or re.fullmatch(r"ip-proto-\d{1,3}", body, re.ASCII) is not None


def split_checksum(body: str) -> tuple[str, int | None]:
    """Take off what -v says of the checksum; it tells the protocol."""
    found = _CHECKSUM.match(body)
    return (body[found.end() :], _CHECKED[found[1] or found[2]]) if found is not None else (body, None)


def read_length(body: str) -> Value:
    """The payload's length where only that is printed: `ip-proto-99 5`."""
    found = _NUMBERED.match(body)
    return number(found[2], 16) if found is not None and found[2] else UNKNOWN


def find_protocol(body: str, version: int) -> int | None:
    """The IP protocol that a body belongs to; None when its words do not say."""
    if is_tcp(body):
        return 6
    if is_icmp(body):
        return 58 if version == 6 else 1
    numbered = _NUMBERED.match(body)
    if numbered is not None and numbered[1]:
        proto = number(numbered[1], 8)
        return proto if isinstance(proto, int) else None
    if body in _NAMES:
        return _NAMES[body]
    return next((proto for pattern, proto in _PROTOCOLS if pattern.match(body)), None)


_UDP_LENGTH = re.compile(r"(?:UDP, length|udp) (\d{1,5})(?!\d)", re.ASCII)
_UDP_BAD_LENGTH = re.compile(r"UDP, bad length (\d{1,5}) > (\d{1,5})", re.ASCII)
_DNS_LENGTH = re.compile(r" \((\d{1,5})\)$", re.ASCII)
_DECODED_LENGTH = re.compile(r"(?:NTPv\d|BOOTP/DHCP)[^{}]{0,200}?, length (\d{1,5})$", re.ASCII)
_UDP_HEADER: Final = 8


def read_udp(body: str) -> dict[str, Value]:
    """Fields of a UDP datagram. Where tcpdump decodes what is inside, its length shows only in some protocols."""
    fields: dict[str, Value] = {"udp.len": UNKNOWN, "payload": UNKNOWN, "payload.len": UNKNOWN}
    bad = _UDP_BAD_LENGTH.match(body)
    if bad is not None:
        claimed, fields["payload.len"] = number(bad[1], 16), number(bad[2], 16)
    else:
        found = _UDP_LENGTH.match(body) or _DECODED_LENGTH.match(body)
        if found is None and (at := body.rfind(" (")) >= 0:
            found = _DNS_LENGTH.match(body, at)
        claimed = fields["payload.len"] = number(found[1], 16) if found is not None else UNKNOWN
    if isinstance(claimed, int):
        fields["udp.len"] = claimed + _UDP_HEADER if claimed + _UDP_HEADER < 1 << 16 else UNKNOWN
    return fields
