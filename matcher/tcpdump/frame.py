"""What stands before the IP packet in a line: link headers (-e), interfaces (-i any), SNAP prefixes, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.packet import UNKNOWN, Value
from matcher.tcpdump.values import number

__all__ = ["Frame", "read_frame"]

_INTERFACE = re.compile(r"\S{1,40}\s{1,4}(?:In|Out|B|M|P)\s{1,4}(?=IP|ARP|ethertype|ifindex|[0-9a-f]{2}:)", re.ASCII)
_VENDOR = r"(?: \(oui [^)]{0,60}\))?"
_ETHERNET = re.compile(
    rf"(?:\S{{1,60}}{_VENDOR} > \S{{1,60}}{_VENDOR}, |(?:(?:In|Out|B|M|P)\s{{1,4}})?(?:ifindex \d{{1,6}} )?"
    rf"[0-9a-f]{{2}}(?::[0-9a-f]{{2}}){{1,7}}{_VENDOR} )([^,:]{{1,60}}), length (\d{{1,7}}): ?",
    re.ASCII,
)
_VLAN = re.compile(r"vlan (\d{1,4})(?:, p \d)?(?:, DEI)?,? ?(?:ethertype ([^,]{1,60}), )?", re.ASCII)
_OLD_ETHERNET = re.compile(
    r"[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5} (?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}|[A-Za-z]\S{0,40}) "
    r"([0-9a-z]{1,12}) (\d{1,6}): ",
    re.ASCII,
)
_SNAP = re.compile(r"snap [0-9a-f:]{9,17} ", re.ASCII)
_IP = re.compile(r"IP(6?) (?![(]invalid[)])\s?(?=\S)", re.ASCII)
_WITHIN = re.compile(r"[\s:,!\]]IP(6?) (?=[(](?!0x)|truncated-ip|[^\s>]{1,300} > )", re.ASCII)
# other link layers with -e: `IP (0x0021), length 62: `, `AF IPv4 (2), length 64: `, `ethertype IPv4 (0x0800), ...`
_TYPED = re.compile(
    r"(?:^|[\s,(])(?:IP|AF IPv4|ethertype IPv4|NLPID IPv4|(IP6|AF IPv6|ethertype IPv6|NLPID IPv6))(?: \([^()]{1,12}\))?"
    r", length \d{1,6}: ",
    re.ASCII,
)
_HEADER_WITHIN = re.compile(r"[\s:](?=\((?:tos 0x|(class 0x|flowlabel 0x|hlim \d)))", re.ASCII)
_ENDPOINTS_WITHIN = re.compile(
    r"[:)] (?=(?:([^\s>:]{0,40}:[^\s>:]{0,40}:[^\s>]{0,300})|[^\s>:]{1,300}) > [^\s>]{1,300}:\s)", re.ASCII
)
_ENDPOINTS = re.compile(r"[^\s>]{1,300} > [^\s>]{1,300}:(?:\s|$)", re.ASCII)
_IP_HEADER = re.compile(r"\((?:(tos|ttl|id)|class|flowlabel|hlim) ", re.ASCII)
_ETHERTYPES = (("ethertype IPv4", 4), ("IPv4", 4), ("ethertype IPv6", 6), ("IPv6", 6))
_OLD_TYPES = {"ip": 4, "0800": 4, "ip6": 6, "86dd": 6}
_WORD = re.compile(r"[A-Za-z0-9][\w.-]{0,30}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Frame:
    """A line up to where IP begins.

    Attributes:
        fields: What belongs to the record: `len`, `caplen`, `vlan`.
        version: 4 or 6; None when the line shows no IP packet.
        modern: The line says `IP`, as tcpdump does since 3.8, or shows today's Ethernet header.
        text: From the IP header on; without IP, what is left of the line.
        reason: Why there is no IP packet, in few words.
    """

    fields: dict[str, Value]
    version: int | None
    modern: bool
    text: str
    reason: str = ""


def read_frame(text: str) -> Frame:
    """Read what precedes IP in a line whose time stamp is gone."""
    fields: dict[str, Value] = {"len": UNKNOWN, "caplen": UNKNOWN, "vlan": UNKNOWN}
    found = _INTERFACE.match(text)
    if found is not None:
        text = text[found.end() :]
    hint: int | None = None
    ether = _ETHERNET.match(text)
    kind = ""
    if ether is not None:
        kind, text = ether[1], text[ether.end() :]
        if kind != "802.3":  # there it is the length field of that header: padding and header are not in it
            fields["len"] = number(ether[2])
        text, kind = _read_tags(text, kind, fields)
        hint = next((version for word, version in _ETHERTYPES if kind.startswith(word)), None)
    elif (old := _OLD_ETHERNET.match(text)) is not None:
        kind, fields["len"], text = old[1], number(old[2]), text[old.end() :]
        hint = _OLD_TYPES.get(kind)
        del fields["vlan"]
    elif text.startswith("vlan "):
        text, kind = _read_tags(text, kind, fields)
    if (snap := _SNAP.match(text)) is not None:
        text = text[snap.end() :]
    return _find_ip(text, fields, hint, kind, modern=ether is not None)


def _read_tags(text: str, kind: str, fields: dict[str, Value]) -> tuple[str, str]:
    """Take VLAN tags off; the outermost is the one that counts."""
    tagged = False
    for _ in range(8):
        found = _VLAN.match(text)
        if found is None:
            break
        if not tagged:
            fields["vlan"] = number(found[1], 12)
        tagged = True
        kind = f"ethertype {found[2]}" if found[2] else kind
        text = text[found.end() :]
    if not tagged:
        del fields["vlan"]
    return text, kind


def _find_ip(text: str, fields: dict[str, Value], hint: int | None, kind: str, modern: bool) -> Frame:
    found = _TYPED.search(text[:400]) if hint is None else None
    if found is not None and _ENDPOINTS.match(text) is None:
        return Frame(fields, 6 if found[1] else 4, True, text[found.end() :])
    found = _IP.match(text)
    if found is not None:
        return Frame(fields, 6 if found[1] else 4, True, text[found.end() :])
    header = _IP_HEADER.match(text)
    if header is not None:
        return Frame(fields, hint or (4 if header[1] else 6), True, text)
    if hint is not None:
        return Frame(fields, hint, modern, text)
    if not modern and (_ENDPOINTS.match(text) or text.startswith("truncated-ip - ")):
        six = text.partition(" > ")[0].count(":") > 1
        return Frame(fields, 6 if six else 4, False, text)
    for pattern in (_HEADER_WITHIN, _WITHIN, _ENDPOINTS_WITHIN):
        found = pattern.search(f" {text}"[:2000])
        if found is not None:
            return Frame(fields, 6 if found[1] else 4, True, text[found.end() - 1 :])
    return Frame(fields, None, modern, text, _reason(text, kind))


def _reason(text: str, kind: str) -> str:
    if kind:
        return kind
    word = _WORD.match(text.strip("[] |"))
    return word[0] if word is not None else "unreadable line"
