"""The head of a line: an IP header in tcpdump's words, and the two ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any, Final

from matcher.notation import format_address
from matcher.packet import Value

__all__ = ["USUAL_HEADER", "ip_head", "is_later_fragment", "shown_if_known", "usual_ip_head"]

Fields = Mapping[str, Value]

_OPTION_NAMES = {
    0: "EOL", 1: "NOP", 7: "RR", 68: "timestamp", 82: "traceroute", 130: "security", 131: "LSRR", 137: "SSRR",
    148: "RA",
}  # fmt: skip
_NEXT_HEADERS = {6: "TCP", 17: "UDP", 58: "ICMPv6", 132: "SCTP"}
_PORTED: Final = frozenset({6, 17, 132})
_NAME_THEMSELVES: Final = frozenset({1, 6, 17, 58, 132})  # protocols that the rest of the line tells

_USUAL: Final[Callable[[Fields], tuple[Any, ...]]] = itemgetter(
    "ip.version", "frag.offset", "ip.options", "mf", "df", "evil", "proto", "src", "dst", "tos", "ttl", "id", "ip.len"
)
_PORTS: Final[Callable[[Fields], tuple[Any, ...]]] = itemgetter("sport", "dport")
# tos, ttl, id, flags and length of an IPv4 header without options, of a packet that is no later fragment
USUAL_HEADER: Final = "IP (tos 0x%x, ttl %d, id %d, offset 0, flags [%s], length %d)"
_FLAG_WORDS = {(0, 0, 0): "none", (0, 1, 0): "DF", (1, 0, 0): "+"}  # mf, df, evil; all others are unusual


def ip_head(fields: Fields) -> str:
    """The line up to and with the colon after the ends; what is not known is left out."""
    six = fields.get("ip.version") == 6
    header = ", ".join(_header_six(fields) if six else _header_four(fields))
    ends = f"{_end(fields, 'src', 'sport')} > {_end(fields, 'dst', 'dport')}:"
    return " ".join(part for part in ("IP6" if six else "IP", f"({header})" if header else "", ends) if part)


def usual_ip_head(fields: Fields) -> str | None:
    """The same at once where all of an IPv4 header is known and it is no later fragment; else None."""
    try:
        version, offset, options, mf, df, evil, proto, src, dst, tos, ttl, identification, total = _USUAL(fields)
        if version != 4 or offset != 0 or options != () or proto not in _NAME_THEMSELVES:
            return None
        words = _FLAG_WORDS[mf, df, evil]
        if tos | ttl | identification | total < 0:  # raises where one of them is not known
            return None
        header = USUAL_HEADER % (tos, ttl, identification, words, total)
        source, target = format_address(src), format_address(dst)
        if proto in _PORTED:
            ports = _PORTS(fields)
            return f"{header} {source}.{ports[0]:d} > {target}.{ports[1]:d}:"
        return f"{header} {source} > {target}:"
    except (KeyError, TypeError, ValueError):
        return None


def shown_if_known(form: str, value: Value | None) -> str:
    """The form with a number in it; nothing for what is no number."""
    return form.format(value) if isinstance(value, int) else ""


def _end(fields: Fields, host: str, port: str) -> str:
    address, number = format_address(fields[host]), fields.get(port)
    if fields.get("proto") not in _PORTED or number is None:
        return address
    return f"{address}.{number}" if isinstance(number, int) else f"{address}.?"


def _number(value: Value | None) -> int:
    return value if isinstance(value, int) else -1


def _known(parts: list[str]) -> list[str]:
    return [part for part in parts if part]


def _header_four(fields: Fields) -> list[str]:
    """The IPv4 header; only when all three flags are known are those that are not set told of."""
    flags = [fields.get(name) for name in ("mf", "df", "evil")]
    words = [word for word, flag in zip(("+", "DF", "rsvd"), flags, strict=True) if flag == 1]
    complete = all(isinstance(flag, int) for flag in flags) and isinstance(fields.get("ttl"), int)
    offset = fields.get("frag.offset")
    parts = [
        shown_if_known("tos 0x{:x}", fields.get("tos")),
        shown_if_known("ttl {}", fields.get("ttl")),
        shown_if_known("id {}", fields.get("id")),
        shown_if_known("offset {}", offset) if complete or offset else "",
        f"flags [{', '.join(words) or 'none'}]" if complete else "",
        *([] if complete else words),
        shown_if_known("proto {}", fields.get("proto")) if not _names_itself(fields) else "",
        shown_if_known("length {}", fields.get("ip.len")),
    ]
    options = fields.get("ip.options")
    if isinstance(options, tuple) and options:
        names = ",".join(_OPTION_NAMES.get(kind, f"unknown {kind}") for kind in options)
        parts.append(f"options ({names})")
    return _known(parts)


def _header_six(fields: Fields) -> list[str]:
    total, proto = fields.get("ip.len"), fields.get("proto")
    words = ("tos", "flow", "ttl", "ip.len", "proto")
    complete = all(isinstance(fields.get(name), int) for name in words) and "mf" not in fields
    parts = [
        shown_if_known("class 0x{:02x}", fields.get("tos")) if fields.get("tos") or not complete else "",
        shown_if_known("flowlabel 0x{:05x}", fields.get("flow")) if fields.get("flow") or not complete else "",
        shown_if_known("hlim {}", fields.get("ttl")),
        f"next-header {_NEXT_HEADERS.get(_number(proto), 'unknown')} ({_number(proto)})" if complete else "",
        shown_if_known("id {}", fields.get("id")),
        shown_if_known("offset {}", fields.get("frag.offset")),
        "+" if fields.get("mf") == 1 else "",
    ]
    if isinstance(total, int) and 40 <= total < 40 + (1 << 16):
        parts.append(f"payload length: {total - 40}")
    return _known(parts)


def is_later_fragment(fields: Fields) -> bool:
    """Whether the packet is a fragment without the transport's header."""
    offset = fields.get("frag.offset", 0)
    return isinstance(offset, int) and offset > 0


def _names_itself(fields: Fields) -> bool:
    """Whether the body says which protocol it is, so that the header need not."""
    return fields.get("proto") in _NAME_THEMSELVES and not is_later_fragment(fields)
