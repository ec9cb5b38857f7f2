"""One packet as the matcher sees it: field values by name, and what the input did not show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

__all__ = ["UNKNOWN", "V6", "Packet", "Unknown", "Value"]


class Unknown(Enum):
    """The one value of a field that the packet has but the input does not show."""

    UNKNOWN = "not shown"


UNKNOWN: Final = Unknown.UNKNOWN

# Addresses are integers: IPv4 below 2^32, IPv6 with this bit added, so that the two never compare equal.
# A host that a text trace names without giving its address is a `str`: equal to itself, in no network.
V6: Final = 1 << 128

Value = int | str | bytes | tuple[int, ...] | Unknown


@dataclass(frozen=True, slots=True)
class Packet:
    """A decoded packet.

    Attributes:
        frame: Number in its capture, from 1.
        time_ns: Nanoseconds since 1970-01-01 UTC; None where the record has no time.
        fields: Values by the registry's names (`sigdsl.fields`). A name that is missing does not apply to this
            packet (a UDP packet has no `seq`); `UNKNOWN` means that it applies and is not shown.
            Booleans are 0 or 1. `options` and `ip.options` are tuples of kinds. `payload` is what was captured of it;
            when that is less than `payload.len` the rest is not known. Protocol words (`tcp`) and what follows from
            other fields (`ittl`, `dscp`) are not stored: `get` works them out.
        note: What the reader must be told of this packet (a misprinted line, a malformed header), or empty.
        capture: Of which of several inputs it is, where they are read as one (`printable`); otherwise empty.
    """

    frame: int
    time_ns: int | None
    fields: Mapping[str, Value]
    note: str = ""
    capture: str = ""

    def get(self, name: str) -> Value | None:
        """The value of a field: None when it does not apply, `UNKNOWN` when it is not shown."""
        value = self.fields.get(name)
        if value is None and name in _DERIVED:
            return _DERIVED[name](self.fields)
        return value


Derive = Callable[[Mapping[str, Value]], Value | None]


def _from_number(name: str, compute: Callable[[int], int]) -> Derive:
    def derive(fields: Mapping[str, Value]) -> Value | None:
        value = fields.get(name)
        return compute(value) if isinstance(value, int) else value

    return derive


def _initial_ttl(ttl: int) -> int:
    return 32 if ttl <= 32 else 64 if ttl <= 64 else 128 if ttl <= 128 else 255


def _version_word(version: int) -> Derive:
    def word(fields: Mapping[str, Value]) -> Value | None:
        value = fields.get("ip.version", 0)
        return value if value is UNKNOWN else int(value == version)

    return word


_AUTHENTICATION_HEADER = 51  # RFC 4302: `proto` stays 51 while the fields are those of what it protects


def _protocol_word(proto: int, witness: str, *others: str) -> Derive:
    """The packet carries `proto`; behind an authentication header, `witness` is there and none of `others` is."""

    def word(fields: Mapping[str, Value]) -> Value | None:
        value = fields.get("proto", -1)
        if value is UNKNOWN:
            return UNKNOWN
        if value == _AUTHENTICATION_HEADER:
            if "icmp.type" in fields and "sport" in fields:  # only where neither is shown can it have both
                return UNKNOWN
            return int(witness in fields and not any(name in fields for name in others))
        return int(value == proto)

    return word


def _is_fragment(fields: Mapping[str, Value]) -> Value | None:
    more, offset = fields.get("mf", 0), fields.get("frag.offset", 0)
    if (more is not UNKNOWN and more) or (offset is not UNKNOWN and offset):
        return 1
    return UNKNOWN if more is UNKNOWN or offset is UNKNOWN else 0


def _has_quotation(fields: Mapping[str, Value]) -> Value | None:
    if "quoted.proto" not in fields and "quoted.src" not in fields:
        return 0
    # Where even the ICMP type was not captured, a quotation is only possible.
    return UNKNOWN if fields.get("icmp.type") is UNKNOWN else 1


_DERIVED: dict[str, Derive] = {
    "ittl": _from_number("ttl", _initial_ttl),
    "hops": _from_number("ttl", lambda ttl: _initial_ttl(ttl) - ttl),
    "dscp": _from_number("tos", lambda tos: tos >> 2),
    "ecn": _from_number("tos", lambda tos: tos & 3),
    "ip": _version_word(4),
    "ip6": _version_word(6),
    "tcp": _protocol_word(6, "seq"),
    "udp": _protocol_word(17, "udp.len"),
    "icmp": _protocol_word(1, "icmp.type", "flow"),
    "icmp6": _protocol_word(58, "icmp.type", "df"),
    "sctp": _protocol_word(132, "sport", "seq", "udp.len"),
    "frag": _is_fragment,
    "quoted": _has_quotation,
}
