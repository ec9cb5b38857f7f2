"""A packet whose bytes stand in a hex dump: decoded like a captured record, beside what its line says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from matcher.decode import decode
from matcher.decode.link import LINKS
from matcher.formats.record import Record as Captured
from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN, Value

__all__ = ["LEAST_IP", "Dumped", "read_dump"]

_ETHERNET, _RAW = 1, 101
# What a dump may begin with: -x and -X leave the link header out, -xx and -XX do not, and the text does not say which.
# Ethernet and Linux cooked 1 and 2 name what they carry in 16 bits; of all else only the line's addresses tell.
_TYPED: Final = frozenset({_ETHERNET, 113, 276})
_LIKELY: Final = (_ETHERNET, _RAW, 113, 276)
_ALL: Final = tuple(dict.fromkeys((*_LIKELY, *LINKS)))
# Fields that every style of line gives as they are in the packet; TCP numbers may be relative to others.
_WITNESSES: Final = (
    "ip.version", "src", "dst", "proto", "ttl", "id", "tos", "ip.len", "df", "frag.offset", "sport", "dport", "window",
    "icmp.type",
)  # fmt: skip
_OF_LINK: Final = ("len", "vlan")
LEAST_IP, _IPV6_HEADER = 20, 40  # bytes of a header without options


@dataclass(frozen=True, slots=True)
class Dumped:
    """What a dump makes of a packet.

    Attributes:
        fields: Values by the registry's names.
        note: What the decoder says of malformed headers, or empty.
        contradicted: Fields that the line gives otherwise.
    """

    fields: Mapping[str, Value]
    note: str
    contradicted: tuple[str, ...]


def read_dump(data: bytes, line: Mapping[str, Value]) -> Dumped | None:
    """The packet that `data` holds, told from where it may begin by what its line says; None where it shows no IP.

    What the bytes show stands; what they do not show (they may be snapped) is taken from the line, unless the two
    contradict each other.
    """
    best: Dumped | None = None
    most = 0
    has_address = isinstance(line.get("src"), int)
    for linktype in _ALL if has_address else _LIKELY:
        packet = decode(Captured(0, None, len(data), data, linktype), ReadReport())
        if not isinstance(packet.fields.get("src"), int):
            continue
        agreeing, contradicted = _compare(packet.fields, line)
        agreement = agreeing - len(contradicted)
        if (best is None or agreement > most) and _may_begin(linktype, data, agreement, contradicted):
            best = Dumped(_with_line(packet.fields, line, contradicted, linktype), packet.note, contradicted)
            most = agreement
            if has_address and not contradicted:
                break
    return best


def _may_begin(linktype: int, data: bytes, agreement: int, contradicted: tuple[str, ...]) -> bool:
    if linktype in _TYPED:
        return True
    if linktype == _RAW:
        return agreement > 0 or (bool(contradicted) and _is_whole_ip(data))
    return not contradicted


def _compare(shown: Mapping[str, Value], line: Mapping[str, Value]) -> tuple[int, tuple[str, ...]]:
    """How many witnesses agree, and which do not. A name is neither: the dump tells its address."""
    both = [name for name in _WITNESSES if isinstance(shown.get(name), int) and isinstance(line.get(name), int)]
    contradicted = tuple(name for name in both if shown[name] != line[name])
    return len(both) - len(contradicted), contradicted


def _is_whole_ip(data: bytes) -> bool:
    """Whether bytes of which the line says something else are one IP packet, by the lengths in it."""
    version = data[0] >> 4 if data else 0
    if version == 4:
        return len(data) >= LEAST_IP and int.from_bytes(data[2:4]) == len(data)
    return version == 6 and len(data) >= _IPV6_HEADER and int.from_bytes(data[4:6]) + _IPV6_HEADER == len(data)


def _with_line(
    shown: Mapping[str, Value], line: Mapping[str, Value], contradicted: tuple[str, ...], linktype: int
) -> dict[str, Value]:
    fields = dict(shown)
    del fields["len"]
    names = _OF_LINK if linktype == _RAW else _OF_LINK[:1]  # a tag that the dump would show is not in the line alone
    fields.update((name, line[name]) for name in names if name in line)
    if linktype == _RAW:
        fields["caplen"] = UNKNOWN
    if not contradicted:
        fields.update((name, line[name]) for name, value in shown.items() if value is UNKNOWN and name in line)
    return fields
