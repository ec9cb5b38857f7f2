"""One record of text to the fields of one packet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from matcher.packet import UNKNOWN, Unknown, Value
from matcher.tcpdump.clock import Stamp, split_stamp
from matcher.tcpdump.frame import read_frame
from matcher.tcpdump.icmp import read_icmp, read_icmp6, split_quoted
from matcher.tcpdump.ip import blank_ip, read_extension_headers, read_header, read_old_tail
from matcher.tcpdump.lines import Record
from matcher.tcpdump.tcp import TCP_FIELDS, read_tcp
from matcher.tcpdump.transport import PORTED, find_protocol, is_bare_name, read_length, read_udp, split_checksum
from matcher.tcpdump.values import read_endpoint, read_port

__all__ = ["QUOTED", "Reading", "read_record"]

QUOTED: Final = "quoted."
_QUOTED_FIELDS: Final = frozenset({
    "ip.version", "src", "dst", "proto", "ttl", "id", "df", "mf", "frag.offset", "tos", "ip.len", "sport", "dport",
    "seq", "ack", "flags", "window", "udp.len", "icmp.type", "icmp.code", "icmp.id", "icmp.seq",
})  # fmt: skip

_TRUNCATED = re.compile(r"truncated-ip6? - \d{1,9} bytes missing!\s?", re.ASCII)
_ADDRESSES = re.compile(r"([^\s>]{1,300}) > ([^\s>]{1,300}):(?:\s|$)", re.ASCII)
_QUOTED_START = re.compile(r"\s*(?:for )?(?:IP6? )?(?=\(|[^\s>]{1,300} > )", re.ASCII)
_GARBLED_TCP = re.compile(r"(?:^|[ ,])(?:win|ack|seq) \d|\d:\d{1,10}\(\d", re.ASCII)
_WRAPPERS: Final = ("MPLS", "PPPoE", "PPP", "ethertype MPLS")
_WRAPPED = re.compile(r", length \d{1,6}: (?:vlan [^(]{1,80})?MPLS \(", re.ASCII)
_EXTENSION_HEADERS: Final = frozenset({0, 43, 44, 60, 135, 139, 140})
_AUTHENTICATION: Final = 51
_TRANSPORT_FIELDS: Final = ("sport", "dport", *TCP_FIELDS, "udp.len", "icmp.type", "icmp.code")
_HEADER_SIZE = {1: 8, 17: 8, 58: 8, 132: 12}  # bytes of transport header where it is always the same
# Above this, a UDP length that is shown without the IP header may be that of a packet in fragments.
_SURELY_WHOLE: Final = 1280


@dataclass(frozen=True, slots=True)
class Reading:
    """What one record says.

    Attributes:
        stamp: Its time stamp.
        fields: Values by the registry's names; TCP numbers as printed.
        ends: What tells the sender and the receiver of a conversation apart from others.
        quoted_ends: The same of the packet quoted in an ICMP error.
        odd: What is misprinted or cannot be, in words.
        reason: Why there is no IP packet, empty if there is one.
        modern: Printed by tcpdump 3.8 or later.
    """

    stamp: Stamp | None
    fields: dict[str, Value]
    ends: tuple[str, str] = ("", "")
    quoted_ends: tuple[str, str] = ("", "")
    odd: tuple[str, ...] = ()
    reason: str = ""
    modern: bool = True


@dataclass(slots=True)
class _Ip:
    """An IP packet being read."""

    fields: dict[str, Value]
    modern: bool
    ends: tuple[str, str] = ("", "")
    odd: list[str] = field(default_factory=list)
    fragment: int | None = None  # bytes of payload of this fragment
    extended: bool = False
    quoted: str = ""  # the packet quoted by an ICMP error, where it stands in the same line


def read_record(record: Record) -> Reading:
    """Read a record as far as it goes."""
    stamp, text = split_stamp(record.head)
    details = record.details
    while details and _is_wrapper(text) and _ADDRESSES.search(text) is None:
        text, details = f"{text} {details[0].strip()}", details[1:]  # -v: what they carry stands on the lines below
    frame = read_frame(text)
    if frame.version is None:
        return Reading(stamp, frame.fields, reason=frame.reason, modern=frame.modern)
    ip = _read_ip(frame.text, frame.version, frame.modern)
    reading = Reading(stamp, frame.fields | ip.fields, ip.ends, odd=tuple(ip.odd), modern=ip.modern)
    if "quoted.src" in ip.fields:
        text = " ".join(line.strip() for line in details[:2]) or ip.quoted
        return _with_quoted(reading, text, frame.version)
    return reading


def _is_wrapper(text: str) -> bool:
    return text.startswith(_WRAPPERS) or _WRAPPED.search(text[:400]) is not None


def _read_ip(text: str, version: int, modern: bool) -> _Ip:
    cut = _TRUNCATED.match(text)
    if cut is not None:
        text = text[cut.end() :]
    ip = _Ip(blank_ip(version), modern)
    text = read_header(text.lstrip(), ip.fields)
    found = _ADDRESSES.match(text)
    if found is None:
        ip.fields["payload"] = ip.fields["payload.len"] = UNKNOWN
        return ip
    body = text[found.end() :].strip()
    ip.modern = ip.modern or body.startswith("Flags [")
    if not ip.modern:
        body, ip.fragment, ip.odd = read_old_tail(body, ip.fields)
    ports = None
    if version == 6:
        body, ip.extended, ip.fragment, ports = read_extension_headers(body, ip.fields)
        ip.extended = ip.extended or ip.fields["proto"] in _EXTENSION_HEADERS
    _read_transport(ip, body, found[1], found[2], ports)
    return ip


def _read_transport(ip: _Ip, body: str, src_text: str, dst_text: str, ports: tuple[str, str] | None) -> None:
    fields = ip.fields
    body, shown = split_checksum(body)
    shown = shown or find_protocol(body, 6 if fields["ip.version"] == 6 else 4)
    known = fields["proto"] if isinstance(fields["proto"], int) and not ip.extended else None
    proto = known if known is not None else shown
    later_fragment = _is_later_fragment(ip, body, dst_text)
    may_have_ports = ports is None and not later_fragment
    ported = may_have_ports and (proto in PORTED if proto is not None else _look_ported(src_text, dst_text))
    src, dst = read_endpoint(src_text, ported=ported), read_endpoint(dst_text, ported=ported)
    fields["src"], fields["dst"] = src.host, dst.host
    ip.ends = (src.text, dst.text) if ports is None else (f"{src.text}.{ports[0]}", f"{dst.text}.{ports[1]}")
    sport, dport = (read_port(port) for port in ports) if ports is not None else (src.port, dst.port)
    if proto is None and sport is not None and dport is not None and not later_fragment:
        if body and _GARBLED_TCP.search(body) is None:
            proto = 17  # tcpdump names neither UDP nor TCP where it decodes what is inside, but TCP has its flags
        else:
            ip.odd.append("what follows the addresses cannot be read")
    fields["proto"] = UNKNOWN if proto is None else proto
    fields["payload"] = UNKNOWN
    fields["payload.len"] = read_length(body)
    if later_fragment:
        _size_of_rest(ip, 0)
        return
    if proto is None or proto == _AUTHENTICATION:
        fields.update(dict.fromkeys(_TRANSPORT_FIELDS, UNKNOWN))  # some of them apply; which, nobody can tell
        return
    if proto in (6, 17, 132):
        fields["sport"] = UNKNOWN if sport is None else sport
        fields["dport"] = UNKNOWN if dport is None else dport
    if fields["ip.version"] == 4 and ip.modern and (sport is not None or shown in (1, 6, 17)):
        fields["frag.offset"] = 0  # only a first fragment shows its transport
    _read_protocol(ip, body, proto)


def _is_later_fragment(ip: _Ip, body: str, dst: str) -> bool:
    """Whether the packet shows no transport because that was in another fragment."""
    offset = ip.fields.get("frag.offset", 0)
    if offset is UNKNOWN:
        return ip.modern and is_bare_name(body) and not isinstance(read_endpoint(dst, ported=True).port, int)
    return offset != 0


def _look_ported(src: str, dst: str) -> bool:
    return any(isinstance(read_endpoint(text, ported=True).port, int) for text in (src, dst))


def _read_protocol(ip: _Ip, body: str, proto: int | None) -> None:
    fields = ip.fields
    if proto == 6:
        segment = read_tcp(body)
        ip.odd += segment.odd
        fields.update(segment.fields(ip.modern))
        if not body.startswith(("Flags [", "S", "F", "R", "P", "W", "E", "U", ".")):
            fields["flags"] = UNKNOWN
        _size_of_header(ip)
        if not ip.modern and "df" in fields and "window" not in segment.seen and not segment.odd:
            fields["df"] = fields["df"] or UNKNOWN  # whoever left the window out may have left out more
    elif proto == 17:
        fields.update(read_udp(body))
        _bound_udp(ip)
    elif proto in (1, 58):
        body, ip.quoted = split_quoted(body)
        message = read_icmp(body) if proto == 1 else read_icmp6(body)
        fields.update(message if message is not None else {"icmp.type": UNKNOWN, "icmp.code": UNKNOWN})
    _size_of_rest(ip, _HEADER_SIZE.get(proto, 0) if proto is not None else 0)


def _bound_udp(ip: _Ip) -> None:
    size = ip.fields["payload.len"]
    if isinstance(ip.fields["udp.len"], int) and size != ip.fields["udp.len"] - 8:
        return  # tcpdump compared it with the IP header itself
    whole = not ip.modern or ip.fields["ip.version"] == 6 or (isinstance(size, int) and size <= _SURELY_WHOLE)
    if not whole or ip.fragment is not None:
        ip.fields["payload.len"] = UNKNOWN  # unless the IP header shows it, see `_size_of_rest`


def _above_ip(ip: _Ip) -> int | None:
    """Bytes above the IP header, when the text shows them."""
    if ip.fragment is not None:
        return ip.fragment
    total, header = ip.fields["ip.len"], ip.fields["ip.hlen"]
    if not isinstance(total, int) or not isinstance(header, int) or ip.extended or total < header:
        return None
    return total - header


def _size_of_rest(ip: _Ip, header: int) -> None:
    """Payload length by the IP header, which outweighs what the transport says (not for TCP: its header varies)."""
    rest, shown = _above_ip(ip), ip.fields["payload.len"]
    outweighs = ip.fields["ip.version"] == 4 or shown is UNKNOWN  # IPv6 may have headers that text does not show
    if rest is not None and outweighs and "seq" not in ip.fields:
        ip.fields["payload.len"] = rest - header if rest >= header else UNKNOWN
    if ip.fields["payload.len"] == 0:
        ip.fields["payload"] = b""


def _size_of_header(ip: _Ip) -> None:
    rest, size = _above_ip(ip), ip.fields["payload.len"]
    if rest is not None and isinstance(size, int) and 20 <= rest - size <= 60:
        ip.fields["tcp.hlen"] = rest - size


def _with_quoted(reading: Reading, text: str, version: int) -> Reading:
    """Add what -v prints of the packet that caused an ICMP error."""
    start = _QUOTED_START.match(text)
    if start is None or not text:
        return reading
    inner = _read_ip(text[start.end() :], version, reading.modern)
    if not inner.ends[0]:
        return reading
    fields = {name: value for name, value in reading.fields.items() if not name.startswith(QUOTED)}
    quoted = {name: value for name, value in inner.fields.items() if name in _QUOTED_FIELDS}
    fields |= {QUOTED + name: _either(value, reading.fields.get(QUOTED + name)) for name, value in quoted.items()}
    return replace(reading, fields=fields, quoted_ends=inner.ends)


def _either(value: Value, other: Value | Unknown | None) -> Value:
    return other if value is UNKNOWN and other is not None else value
