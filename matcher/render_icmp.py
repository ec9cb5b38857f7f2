"""ICMP and ICMPv6 types and codes in tcpdump's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from matcher.packet import Value

__all__ = ["ECHOES", "icmp_words"]

Fields = Mapping[str, Value]
Address = Callable[[Value | None], str]

_UNREACHABLE: Final = {
    0: "net {} unreachable", 1: "host {} unreachable", 5: "{} unreachable - source route failed",
    6: "net {} unreachable - unknown", 7: "host {} unreachable - unknown", 8: "{} unreachable - source host isolated",
    9: "net {} unreachable - admin prohibited", 10: "host {} unreachable - admin prohibited",
    11: "net {} unreachable - tos prohibited", 12: "host {} unreachable - tos prohibited",
    13: "host {} unreachable - admin prohibited filter", 14: "host {} unreachable - host precedence violation",
    15: "host {} unreachable - precedence cutoff",
}  # fmt: skip
_REDIRECTS: Final = {
    0: "redirect {} to net", 1: "redirect {} to host", 2: "redirect-tos {} to net", 3: "redirect-tos {} to host",
}  # fmt: skip
ECHOES: Final = {0: "echo reply", 8: "echo request"}
_NAMES: Final = {
    **ECHOES, 4: "source quench", 9: "router advertisement", 10: "router solicitation",
    13: "time stamp query", 14: "time stamp reply", 15: "information request", 16: "information reply",
    17: "address mask request", 18: "address mask reply",
}  # fmt: skip
_NAMES6: Final = {
    128: "echo request", 129: "echo reply", 130: "multicast listener query", 131: "multicast listener report",
    132: "multicast listener done", 133: "router solicitation", 134: "router advertisement",
    135: "neighbor solicitation", 136: "neighbor advertisement", 137: "redirect", 138: "router renumbering",
    143: "multicast listener report v2",
}  # fmt: skip
_UNREACHABLE6: Final = {
    0: "unreachable route", 1: "unreachable prohibited", 2: "beyond scope", 3: "unreachable address",
    4: "unreachable port",
}  # fmt: skip
_TRANSPORTS: Final = {6: "tcp", 17: "udp"}


def icmp_words(fields: Fields, six: bool, address: Address) -> str:
    """The message in words; `address` formats the quoted destination."""
    kind, code = fields.get("icmp.type"), fields.get("icmp.code")
    if not isinstance(kind, int):
        return "[|icmp6]" if six else "[|icmp]"
    words = _error6(kind, code, fields, address) if six else _error4(kind, code, fields, address)
    if words:
        return words
    name = (_NAMES6 if six else _NAMES).get(kind, f"type-#{kind}")
    for label, field in (("id", "icmp.id"), ("seq", "icmp.seq")):
        value = fields.get(field)
        name += f", {label} {value}" if isinstance(value, int) else ""
    return name + (f", code {code}" if isinstance(code, int) and code else "")


def _error4(kind: int, code: Value | None, fields: Fields, address: Address) -> str:
    target = address(fields.get("quoted.dst"))
    if not isinstance(code, int):
        return f"{target} unreachable" if kind == 3 else f"redirect {target}" if kind == 5 else ""
    if kind == 3:
        return _unreachable4(code, fields, target)
    if kind == 5:
        return _REDIRECTS.get(code, f"redirect-#{code} {{}} to").format(target)
    if kind == 11:
        return {0: "time exceeded in-transit", 1: "ip reassembly time exceeded"}.get(code, f"time exceeded-#{code}")
    if kind == 12:
        return f"parameter problem - code {code}" if code else "parameter problem - octet"
    return ""


def _unreachable4(code: int, fields: Fields, target: str) -> str:
    proto, port = fields.get("quoted.proto"), fields.get("quoted.dport")
    if code == 2:
        return f"{target} protocol {proto} unreachable" if isinstance(proto, int) else f"{target} unreachable - #2"
    if code == 3:
        if not isinstance(port, int) or not isinstance(proto, int):
            return f"{target} unreachable - #3"
        return f"{target} {_TRANSPORTS.get(proto, f'protocol {proto}')} port {port} unreachable"
    if code == 4:
        mtu = fields.get("icmp.mtu")
        return f"{target} unreachable - need to frag" + (f" (mtu {mtu})" if isinstance(mtu, int) and mtu else "")
    return _UNREACHABLE.get(code, f"{{}} unreachable - #{code}").format(target)


def _error6(kind: int, code: Value | None, fields: Fields, address: Address) -> str:
    target, mtu = address(fields.get("quoted.dst")), fields.get("icmp.mtu")
    if kind == 1:
        if not isinstance(code, int):
            return "destination unreachable"
        port, proto = fields.get("quoted.dport"), _TRANSPORTS.get(_number(fields.get("quoted.proto")))
        words = _UNREACHABLE6.get(code, f"unknown unreach code ({code})")
        if code == 4:
            shown = f", {target} {proto} port {port}" if proto and isinstance(port, int) else ""
            return f"destination unreachable, {words}{shown}"
        return f"destination unreachable, {words}" + (f" {target}" if target != "?" else "")
    if kind == 2:
        return "packet too big" + (f", mtu {mtu}" if isinstance(mtu, int) else "")
    if kind == 3:
        names = {0: "time exceeded in-transit", 1: "ip reassembly time exceeded"}
        return names.get(code, f"time exceeded, unknown code {code}") if isinstance(code, int) else "time exceeded"
    if kind == 4:
        names = {0: "erroneous", 1: "next header", 2: "option"}
        return "parameter problem" + (f", {names[code]}" if isinstance(code, int) and code in names else "")
    return ""


def _number(value: Value | None) -> int:
    return value if isinstance(value, int) else -1
