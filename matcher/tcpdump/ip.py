"""The IP part of a line: what tcpdump prints in parentheses before (today) or behind (2000) the transport."""

from __future__ import annotations

import re
from typing import Final

from matcher.packet import UNKNOWN, Value
from matcher.tcpdump.values import number

__all__ = ["blank_ip", "read_extension_headers", "read_header", "read_old_tail"]

_V4_FIELDS: Final = ("ttl", "id", "df", "mf", "evil", "frag.offset", "tos", "ip.len", "ip.hlen", "ip.options")
_V6_FIELDS: Final = ("ttl", "tos", "flow", "ip.len")
_IP_OPTIONS = {
    "EOL": 0, "NOP": 1, "RR": 7, "timestamp": 68, "traceroute": 82, "security": 130, "LSRR": 131, "SSRR": 137,
    "RA": 148,
}  # fmt: skip


def _items(*pairs: tuple[str, str, int, int]) -> tuple[tuple[str, re.Pattern[str], int, int], ...]:
    return tuple((name, re.compile(rf"(?:^|[(,] ?){text}", re.ASCII), bits, base) for name, text, bits, base in pairs)


_V4_ITEMS = _items(
    ("tos", r"tos 0x([0-9a-f]{1,2})", 8, 16),
    ("ttl", r"ttl {1,2}(\d{1,3})", 8, 10),
    ("id", r"id (\d{1,5})", 16, 10),
    ("frag.offset", r"offset (\d{1,5})", 16, 10),
    ("ip.len", r"(?:length:?|len) (\d{1,5})", 16, 10),
    ("proto", r"proto:? (?:[^,()]{1,40} \()?(\d{1,3})", 8, 10),
)
_V6_ITEMS = _items(
    ("tos", r"class 0x([0-9a-f]{1,2})", 8, 16),
    ("flow", r"flowlabel 0x([0-9a-f]{1,5})", 20, 16),
    ("ttl", r"hlim (\d{1,3})", 8, 10),
    ("id", r"id (\d{1,10})", 32, 10),
    ("proto", r"next-header:? [^,()]{1,40} \((\d{1,3})\)", 8, 10),
)
_PAYLOAD_LENGTH = re.compile(r"(?:payload length:|, length:|[(]len) (\d{1,5})", re.ASCII)
_FLAGS = re.compile(r", flags \[([^\]]{0,30})\]", re.ASCII)
_BARE_FLAG = re.compile(r"[(,] ?(DF|\+|rsvd)(?=[,)])", re.ASCII)
_OPTIONS = re.compile(r",? ?options \(", re.ASCII)
_CHECKED: Final = frozenset({"tos", "id", "frag.offset", "proto", "ip.len"})
_IPV6_HEADER: Final = 40


def blank_ip(version: int) -> dict[str, Value]:
    """Every field of an IP header, none shown yet."""
    fields: dict[str, Value] = {"ip.version": version, "src": UNKNOWN, "dst": UNKNOWN, "proto": UNKNOWN}
    fields.update(dict.fromkeys(_V4_FIELDS if version == 4 else _V6_FIELDS, UNKNOWN))
    if version == 6:
        fields["ip.hlen"] = _IPV6_HEADER
    return fields


def read_header(text: str, fields: dict[str, Value]) -> str:
    """Read `(tos 0x0, ttl 64, ...)` at the head of `text` into `fields`; the rest of `text` is returned."""
    if not text.startswith("("):
        return text
    end = _closing(text)
    header, rest = text[:end], text[end:].lstrip()
    if fields["ip.version"] == 6:
        _read_v6(header, fields)
    else:
        _read_v4(header, fields)
    return rest


def _closing(text: str) -> int:
    depth = 0
    for at, letter in enumerate(text[:2000]):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at + 1
    return len(text)


def _read_items(
    header: str, items: tuple[tuple[str, re.Pattern[str], int, int], ...], fields: dict[str, Value]
) -> set[str]:
    seen = set()
    for name, pattern, bits, base in items:
        found = pattern.search(header)
        if found is not None:
            fields[name] = number(found[1], bits, base)
            seen.add(name)
    return seen


def _read_v4(header: str, fields: dict[str, Value]) -> None:
    opening = _OPTIONS.search(header)
    if opening is not None:
        _read_ip_options(header[opening.end() :], fields)
        header = header[: opening.start()] + ")"
    seen = _read_items(header, _V4_ITEMS, fields)
    flags = _FLAGS.search(header)
    if flags is not None:
        shown = {word.strip() for word in flags[1].split(",")}
        fields["df"], fields["mf"], fields["evil"] = int("DF" in shown), int("+" in shown), int("rsvd" in shown)
    for word in _BARE_FLAG.findall(header):
        fields[{"DF": "df", "+": "mf", "rsvd": "evil"}[word]] = 1
    if seen >= _CHECKED and flags is not None:  # all is printed that ever is
        if opening is None:
            fields["ip.hlen"], fields["ip.options"] = 20, ()
        if "ttl" not in seen:
            fields["ttl"] = 0  # tcpdump leaves out a ttl of 0


def _read_ip_options(text: str, fields: dict[str, Value]) -> None:
    kinds: list[int] = []
    for item in text[: text.find("))") if "))" in text else len(text)].split(","):
        words = item.split()
        if not words or not words[0][0].isalpha():
            continue
        if words[0] == "unknown" and len(words) > 1 and words[1].isdigit() and len(words[1]) < 4:
            kinds.append(int(words[1]) & 0xFF)
        elif words[0].rstrip(")") in _IP_OPTIONS:
            kinds.append(_IP_OPTIONS[words[0].rstrip(")")])
        else:
            return
    fields["ip.options"] = tuple(kinds)


def _read_v6(header: str, fields: dict[str, Value]) -> None:
    seen = _read_items(header, _V6_ITEMS, fields)
    length = _PAYLOAD_LENGTH.search(header)
    if length is not None:
        size = number(length[1], 16)
        fields["ip.len"] = UNKNOWN if size is UNKNOWN else size + _IPV6_HEADER
    if {"ttl", "proto"} <= seen and length is not None:  # class and label are left out when 0
        if "tos" not in seen:
            fields["tos"] = 0
        if "flow" not in seen:
            fields["flow"] = 0


_TAILS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.ASCII))
    for name, pattern in (
        ("df", r"\(DF\)"),
        ("tos", r"\[tos 0x([0-9a-f]{1,2})[^\]]{0,20}\]"),
        ("frag", r"\(frag (\d{1,5}):(\d{1,5})@(\d{1,5})(\+?)\)"),
        ("header", r"\((?:ttl|id|len|hlim) [^()]{1,200}\)?"),
        ("ttl", r"\[ttl (\d{1,3})\]"),
        ("flow", r"\[(?:flowlabel|class) [^\]]{1,40}\]"),
    )
)
_TAIL_ITEMS = _V4_ITEMS[:3] + _V4_ITEMS[4:5]
_UNOPENED = re.compile(r"ttl {1,2}\d{1,3}, id \d{1,5}(?:, len \d{1,5})?\)$", re.ASCII)


def read_old_tail(body: str, fields: dict[str, Value]) -> tuple[str, int | None, list[str]]:
    """Take off what tcpdump before 3.8 printed behind the transport: `(DF) [tos 0x10] (ttl 64, id 1)`.

    Returns:
        The body without it, the length of the fragment's payload if it is one, and what is misprinted.
    """
    odd: list[str] = []
    fragment: int | None = None
    if fields["ip.version"] == 4:
        fields["df"] = fields["mf"] = fields["frag.offset"] = 0  # always printed when set
    taken: set[str] = set()
    while True:  # each at most once: what comes again belongs to a packet quoted in this one
        body = body.rstrip()
        at = max(body.rfind("("), body.rfind("["))
        name, found = _match_tail(body, at) if at >= 0 else ("", None)
        if found is None:
            at, name = body.rfind("ttl "), "header"
            if at <= 0 or not _UNOPENED.match(body, at) or taken:
                break
            odd.append("no '(' before 'ttl'")
            _read_items(f"({body[at:]}", _TAIL_ITEMS, fields)
        elif name in taken or (name == "header" and taken):
            break
        elif name == "frag":
            fragment = _keep_fragment(found, fields)
        else:
            _keep_tail(name, found, fields, odd)
        taken.add(name)
        body = body[:at]
    return body, fragment, odd


def _match_tail(body: str, at: int) -> tuple[str, re.Match[str] | None]:
    for name, pattern in _TAILS:
        found = pattern.fullmatch(body, at)
        if found is not None:
            return name, found
    return "", None


def _keep_tail(name: str, found: re.Match[str], fields: dict[str, Value], odd: list[str]) -> None:
    if name == "df":
        fields["df"] = 1
    elif name in ("tos", "ttl"):
        fields[name] = number(found[1], 8, 16 if name == "tos" else 10)
    elif name == "header":
        if not found[0].endswith(")"):
            odd.append("no ')' at the end")
        _read_items(found[0], _V6_ITEMS[2:3] if fields["ip.version"] == 6 else _TAIL_ITEMS, fields)
        if fields["ip.version"] == 4 and "optlen" not in found[0]:
            fields["ip.hlen"], fields["ip.options"] = 20, ()


def _keep_fragment(found: re.Match[str], fields: dict[str, Value]) -> int | None:
    fields["id"], fields["frag.offset"] = number(found[1], 16), number(found[3], 16)
    fields["mf"] = int(found[4] == "+")
    size = number(found[2], 16)
    return size if isinstance(size, int) else None


_EXTENSION = re.compile(r"(?:HBH|DSTOPT|RTHDR|srcrt)\s?(?:\((?:[^()]|\([^()]{0,200}\)){0,400}\)\s?)*", re.ASCII)
_FRAGMENT = re.compile(r"frag \((?:0x([0-9a-f]{1,8}):)?(\d{1,5})\|(\d{1,5})\)\s?", re.ASCII)
_INNER_PORTS = re.compile(r"(\S{1,40}) > (\S{1,40}): ?", re.ASCII)


def read_extension_headers(body: str, fields: dict[str, Value]) -> tuple[str, bool, int | None, tuple[str, str] | None]:
    """Take off IPv6 extension headers.

    Returns:
        The body behind them, whether there were any, the length of the fragment's payload if it is one, and the
        ports, which are then printed there.
    """
    extended, size = False, None
    for _ in range(16):
        found = _EXTENSION.match(body) if size is None else None
        fragment = _FRAGMENT.match(body)
        if fragment is not None:
            fields["id"] = number(fragment[1], 32, 16) if fragment[1] else UNKNOWN
            fields["frag.offset"], fields["mf"] = number(fragment[2], 16), UNKNOWN
            shown = number(fragment[3], 16)
            size = shown if isinstance(shown, int) else None
            body = body[fragment.end() :]
        elif found is not None and found.end() > 0:
            body = body[found.end() :]
        else:
            break
        extended = True
    if not extended:
        return body, False, None, None
    ports = _INNER_PORTS.match(body)
    if ports is None:
        return body, True, size, None
    return body[ports.end() :], True, size, (ports[1], ports[2])
