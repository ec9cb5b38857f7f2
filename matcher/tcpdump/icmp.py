"""What follows `A > B:` for ICMP and ICMPv6: words back to types and codes."""

from __future__ import annotations

import re
from typing import Final

from matcher.packet import UNKNOWN, Value
from matcher.tcpdump.values import number, read_host, read_port

__all__ = ["is_icmp", "read_icmp", "read_icmp6", "split_quoted"]

_LENGTH = re.compile(r", length (\d{1,6})", re.ASCII)
_OLD_LENGTH = re.compile(r"icmp (\d{1,6}): ", re.ASCII)
_QUOTED = re.compile(
    r" for (?=(?:IP6? )?(?:\((?:tos|ttl|id|hlim|class|flowlabel|length|DF|offset|proto|options|payload|\+|rsvd)"
    r"|[^\s>]{1,300} > [^\s>]{1,300}:))",
    re.ASCII,
)
_START = re.compile(r"(?:ICMP6?,? |icmp6?: |icmp \d{1,6}: |\[\|icmp6?\])", re.ASCII)

Code = int | str | None  # a number; the name of the group that shows it; None where tcpdump does not print it

_H = r"(?P<dst>[^\s,]{1,300})"
# First match wins. Group names are those of `_keep_groups`.
_TABLE: Final[tuple[tuple[str, int, Code], ...]] = (
    (r"echo request", 8, None),
    (r"echo reply", 0, None),
    (rf"{_H} protocol (?P<proto>\d{{1,3}}) port (?P<dport>\d{{1,5}}) unreachable", 3, 3),
    (rf"{_H} protocol (?P<proto>\d{{1,3}}) unreachable", 3, 2),
    (rf"{_H} (?P<transport>tcp|udp) port (?P<dport>\S{{1,40}}) unreachable", 3, 3),
    (rf"{_H} unreachable - need to frag(?: \(mtu (?P<mtu>\d{{1,5}})\))?", 3, 4),
    (rf"{_H} unreachable - source route failed", 3, 5),
    (rf"{_H} unreachable - source host isolated", 3, 8),
    (rf"{_H} unreachable - #(?P<code>\d{{1,3}})", 3, "code"),
    (rf"#(?P<code>\d{{1,3}}) {_H} unreachable", 3, "code"),
    (rf"net {_H} unreachable - unknown", 3, 6),
    (rf"net {_H} unreachable - admin prohibited", 3, 9),
    (rf"net {_H} unreachable - tos prohibited", 3, 11),
    (rf"net {_H} unreachable", 3, 0),
    (rf"host {_H} unreachable - unknown", 3, 7),
    (rf"host {_H} unreachable - admin prohibited filter", 3, 13),
    (rf"host {_H} unreachable - admin prohibited", 3, 10),
    (rf"host {_H} unreachable - tos prohibited", 3, 12),
    (rf"host {_H} unreachable - host precedence violation", 3, 14),
    (rf"host {_H} unreachable - precedence cutoff", 3, 15),
    (rf"host {_H} unreachable", 3, 1),
    (r"source quench", 4, None),
    (rf"redirect {_H} to net", 5, 0),
    (rf"redirect {_H} to host", 5, 1),
    (rf"redirect-tos {_H} to net", 5, 2),
    (rf"redirect-tos {_H} to host", 5, 3),
    (rf"redirect-#(?P<code>\d{{1,3}}) {_H} to", 5, "code"),
    (r"router advertisement", 9, None),
    (r"router solicitation", 10, None),
    (r"time exceeded in-transit", 11, 0),
    (r"ip reassembly time exceeded", 11, 1),
    (r"time exceeded-#(?P<code>\d{1,3})", 11, "code"),
    (r"parameter problem - code (?P<code>\d{1,3})", 12, "code"),
    (r"parameter problem - octet", 12, 0),
    (r"time stamp (?:query|request)", 13, None),
    (r"time stamp reply", 14, None),
    (r"information request", 15, None),
    (r"information reply", 16, None),
    (r"address mask request", 17, None),
    (r"address mask (?:reply|is)", 18, None),
    (r"type-#(?P<type>\d{1,3})", -1, None),
)
_TABLE6: Final[tuple[tuple[str, int, Code], ...]] = (
    (r"echo request", 128, None),
    (r"echo reply", 129, None),
    (r"destination unreachable, unreachable route(?: (?P<dst>[^\s,]{1,300}))?", 1, 0),
    (r"destination unreachable, unreachable prohibited(?: (?P<dst>[^\s,]{1,300}))?", 1, 1),
    (r"destination unreachable, beyond scope(?: (?P<dst>[^\s,]{1,300}))?", 1, 2),
    (r"destination unreachable, unreachable address(?: (?P<dst>[^\s,]{1,300}))?", 1, 3),
    (rf"destination unreachable, unreachable port, {_H} (?P<transport>tcp|udp) port (?P<dport>[^\s,]{{1,40}})", 1, 4),
    (r"destination unreachable, unreachable port", 1, 4),
    (r"destination unreachable, unknown unreach code \((?P<code>\d{1,3})\)", 1, "code"),
    (r"destination unreachable", 1, None),
    (r"(?:packet too big|too big)[, ]{1,2}(?:mtu )?(?P<mtu>\d{1,10})", 2, None),
    (r"packet too big", 2, None),
    (r"time exceeded in-transit(?: for (?P<dst>[^\s,]{1,300}))?", 3, 0),
    (r"ip reassembly time exceeded", 3, 1),
    (r"time exceeded, unknown code(?: \(| #)?(?P<code>\d{1,3})", 3, "code"),
    (r"time exceeded", 3, None),
    (r"parameter problem, err?oneous", 4, 0),
    (r"parameter problem, next header", 4, 1),
    (r"parameter problem, option", 4, 2),
    (r"parameter problem", 4, None),
    (r"multicast listener query", 130, None),
    (r"multicast listener report v2", 143, None),
    (r"multicast listener report", 131, None),
    (r"multicast listener done", 132, None),
    (r"router solicitation", 133, None),
    (r"router advertisement", 134, None),
    (r"neighbor sol", 135, None),
    (r"neighbor adv", 136, None),
    (r"redirect", 137, None),
    (r"router renum", 138, None),
    (r"(?:unknown icmp6 type|type-#)[ (]{0,2}(?P<type>\d{1,3})", -1, None),
)


def _compiled(table: tuple[tuple[str, int, Code], ...]) -> tuple[tuple[re.Pattern[str], int, Code], ...]:
    return tuple((re.compile(pattern, re.ASCII), kind, code) for pattern, kind, code in table)


_V4, _V6 = _compiled(_TABLE), _compiled(_TABLE6)
_ERRORS = {False: frozenset({3, 4, 5, 11, 12}), True: frozenset({1, 2, 3, 4})}
_ECHOES = frozenset({0, 8, 128, 129})
_ID = re.compile(r", id (\d{1,5})", re.ASCII)
_SEQ = re.compile(r",? seq (\d{1,5})", re.ASCII)
_TRANSPORTS = {"tcp": 6, "udp": 17}
_QUOTED_IP = (
    "ip.version", "src", "dst", "proto", "ttl", "id", "df", "mf", "frag.offset", "tos", "ip.len", "sport", "dport",
    "seq", "ack", "flags", "window", "udp.len", "icmp.type", "icmp.code", "icmp.id", "icmp.seq",
)  # fmt: skip
_NOT_IN = {
    6: {"udp.len", "icmp.type", "icmp.code", "icmp.id", "icmp.seq"},
    17: {"seq", "ack", "flags", "window", "icmp.type", "icmp.code", "icmp.id", "icmp.seq"},
    1: {"sport", "dport", "seq", "ack", "flags", "window", "udp.len"},
}


def is_icmp(body: str) -> bool:
    """Whether what follows the addresses is ICMP or ICMPv6."""
    return _START.match(body) is not None


def split_quoted(body: str) -> tuple[str, str]:
    """The message, and the packet that it quotes where that stands in the same line (`... for A > B: ...`)."""
    found = _QUOTED.search(body)
    return (body[: found.start()], body[found.end() :]) if found is not None else (body, "")


def read_icmp(body: str) -> dict[str, Value] | None:
    """Fields of an ICMP message for IPv4; None when its words are not known."""
    return _read(body, six=False)


def read_icmp6(body: str) -> dict[str, Value] | None:
    """Fields of an ICMPv6 message; None when its words are not known."""
    return _read(body, six=True)


def _read(body: str, six: bool) -> dict[str, Value] | None:
    fields: dict[str, Value] = {
        "icmp.type": UNKNOWN, "icmp.code": UNKNOWN, "payload": UNKNOWN, "payload.len": _payload_length(body),
    }  # fmt: skip
    start = _START.match(body)
    words = body[start.end() :].lstrip() if start is not None else body
    for pattern, kind, code in _V6 if six else _V4:
        found = pattern.match(words)
        if found is not None:
            shown = found.groupdict()
            fields["icmp.type"] = number(shown["type"] or "", 8) if kind < 0 else kind
            fields["icmp.code"] = number(shown["code"] or "", 8) if isinstance(code, str) else _or_unknown(code)
            _keep_groups(fields, shown, six)
            _keep_echo(fields, words)
            return fields
    return None if "[|icmp" not in body else fields


def _or_unknown(code: int | None) -> Value:
    """A code of the table, None where tcpdump does not print it."""
    return UNKNOWN if code is None else code


def _payload_length(body: str) -> Value:
    """Bytes behind the eight of the ICMP header."""
    last = body.rfind(", length ")
    found = _LENGTH.match(body, last) if last >= 0 else _OLD_LENGTH.match(body)
    total = number(found[1], 17) if found is not None else UNKNOWN
    return total - 8 if total is not UNKNOWN and total >= 8 else UNKNOWN


def _keep_echo(fields: dict[str, Value], words: str) -> None:
    if fields["icmp.type"] not in _ECHOES:
        return
    for name, pattern in (("icmp.id", _ID), ("icmp.seq", _SEQ)):
        found = pattern.search(words[:120])
        fields[name] = number(found[1], 16) if found is not None else UNKNOWN


def _keep_groups(fields: dict[str, Value], shown: dict[str, str | None], six: bool) -> None:
    kind, code = fields["icmp.type"], fields["icmp.code"]
    if (kind, code) == (3, 4) and not six:
        fields["icmp.mtu"] = number(shown["mtu"] or "0", 16)  # an MTU of 0 is not printed
    elif kind == 2 and six:
        fields["icmp.mtu"] = number(mtu) if (mtu := shown.get("mtu")) else UNKNOWN
    if kind in _ERRORS[six]:
        _keep_quoted(fields, shown, six)


def _keep_quoted(fields: dict[str, Value], shown: dict[str, str | None], six: bool) -> None:
    """What the one line tells of the packet that caused the error."""
    proto: Value = UNKNOWN
    if shown.get("proto"):
        proto = number(str(shown["proto"]), 8)
    elif shown.get("transport"):
        proto = _TRANSPORTS[str(shown["transport"])]
    absent = _NOT_IN.get(proto, set()) if isinstance(proto, int) else set()
    if six:
        absent = absent | {"df"}
    fields.update({f"quoted.{name}": UNKNOWN for name in _QUOTED_IP if name not in absent})
    fields["quoted.ip.version"] = 6 if six else 4
    fields["quoted.proto"] = proto
    if shown.get("dst"):
        fields["quoted.dst"] = read_host(str(shown["dst"]))
    if shown.get("dport"):
        fields["quoted.dport"] = read_port(str(shown["dport"]))
