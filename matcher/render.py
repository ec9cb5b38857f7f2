"""One packet as a line that today's `tcpdump -n -S` might have printed, with what is known of it and nothing else."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from matcher.packet import UNKNOWN, V6, Packet, Value
from matcher.render_icmp import icmp_words
from sigdsl.fields import FLAG_BITS

__all__ = ["format_address", "format_time", "tcpdump_line"]

Fields = Mapping[str, Value]

_SECOND: Final = 1_000_000_000
_DAY: Final = 86_400 * _SECOND
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LETTERS = (
    ("FIN", "F"), ("SYN", "S"), ("RST", "R"), ("PSH", "P"), ("ACK", "."), ("URG", "U"), ("ECE", "E"), ("CWR", "W"),
    ("AE", "e"),
)  # fmt: skip
_OPTION_NAMES = {
    0: "eol", 1: "nop", 4: "sackOK", 5: "sack", 6: "echo", 7: "echoreply", 19: "md5", 29: "tcp-ao", 30: "mptcp",
    34: "tfo",
}  # fmt: skip
_IP_OPTION_NAMES = {
    0: "EOL", 1: "NOP", 7: "RR", 68: "timestamp", 82: "traceroute", 130: "security", 131: "LSRR", 137: "SSRR",
    148: "RA",
}  # fmt: skip
_NEXT_HEADERS = {6: "TCP", 17: "UDP", 58: "ICMPv6", 132: "SCTP"}
_PORTED: Final = frozenset({6, 17, 132})


def format_time(ns: int | None) -> str:
    """A time in UTC: of day alone on 1970-01-01 (text traces without dates), else with its date; "-" for none.

    Microseconds, or nanoseconds where they say more.
    """
    if ns is None:
        return "-"
    seconds, rest = divmod(ns, _SECOND)
    fraction = f"{rest:09d}" if rest % 1000 else f"{rest // 1000:06d}"
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return f"{seconds}.{fraction}"
    return f"{moment:%H:%M:%S}.{fraction}" if 0 <= ns < _DAY else f"{_date(moment)} {moment:%H:%M:%S}.{fraction}"


def _date(moment: datetime) -> str:
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}"


def format_address(value: Value | None) -> str:
    """An address in its usual form (IPv6 by RFC 5952), a name as it is but for what could trick a terminal."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int):
        if value >> 128 == 1:
            return str(ipaddress.IPv6Address(value ^ V6))
        if 0 <= value < 1 << 32:
            return str(ipaddress.IPv4Address(value))
    return "?"


def escape(text: str) -> str:
    """Text from strangers, printable: control characters, blanks and what is not a character become `\\xNN`."""
    return "".join(
        letter if letter.isprintable() and letter not in " \\>" else f"\\x{ord(letter):02x}" for letter in text
    )


def tcpdump_line(packet: Packet) -> str:
    """One readable line; what is not known is left out. Reading it with `read_tcpdump` gives the values it shows."""
    stamp = "" if packet.time_ns is None else f"{format_time(packet.time_ns)} "
    fields = packet.fields
    if "src" not in fields or "dst" not in fields:
        length = fields.get("len")
        return f"{stamp}not IP{_part(', length {}', length)}"
    return stamp + _ip_packet(fields)


def _ip_packet(fields: Fields) -> str:
    six = fields.get("ip.version") == 6
    header = ", ".join(_header_six(fields) if six else _header_four(fields))
    body = _body(fields)
    ends = f"{_end(fields, 'src', 'sport')} > {_end(fields, 'dst', 'dport')}:"
    return " ".join(part for part in ("IP6" if six else "IP", f"({header})" if header else "", ends, body) if part)


def _part(form: str, value: Value | None) -> str:
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
        _part("tos 0x{:x}", fields.get("tos")),
        _part("ttl {}", fields.get("ttl")),
        _part("id {}", fields.get("id")),
        _part("offset {}", offset) if complete or offset else "",
        f"flags [{', '.join(words) or 'none'}]" if complete else "",
        *([] if complete else words),
        _part("proto {}", fields.get("proto")) if not _names_itself(fields) else "",
        _part("length {}", fields.get("ip.len")),
    ]
    options = fields.get("ip.options")
    if isinstance(options, tuple) and options:
        names = ",".join(_IP_OPTION_NAMES.get(kind, f"unknown {kind}") for kind in options)
        parts.append(f"options ({names})")
    return _known(parts)


def _header_six(fields: Fields) -> list[str]:
    total, proto = fields.get("ip.len"), fields.get("proto")
    words = ("tos", "flow", "ttl", "ip.len", "proto")
    complete = all(isinstance(fields.get(name), int) for name in words) and "mf" not in fields
    parts = [
        _part("class 0x{:02x}", fields.get("tos")) if fields.get("tos") or not complete else "",
        _part("flowlabel 0x{:05x}", fields.get("flow")) if fields.get("flow") or not complete else "",
        _part("hlim {}", fields.get("ttl")),
        f"next-header {_NEXT_HEADERS.get(_number(proto), 'unknown')} ({_number(proto)})" if complete else "",
        _part("id {}", fields.get("id")),
        _part("offset {}", fields.get("frag.offset")),
        "+" if fields.get("mf") == 1 else "",
    ]
    if isinstance(total, int) and 40 <= total < 40 + (1 << 16):
        parts.append(f"payload length: {total - 40}")
    return _known(parts)


def _is_later_fragment(fields: Fields) -> bool:
    offset = fields.get("frag.offset", 0)
    return isinstance(offset, int) and offset > 0


def _names_itself(fields: Fields) -> bool:
    """Whether the body says which protocol it is, so that the header need not."""
    return fields.get("proto") in (1, 6, 17, 58, 132) and not _is_later_fragment(fields)


def _body(fields: Fields) -> str:
    proto, length = fields.get("proto"), fields.get("payload.len")
    if not _is_later_fragment(fields):
        if proto == 6:
            return _tcp(fields)
        if proto == 17:
            return _udp(fields)
        if proto in (1, 58):
            return _icmp(fields, six=proto == 58)
        if proto == 132:
            return f"sctp{_part(', length {}', length)}"
    if not isinstance(proto, int):
        return _part("length {}", length)
    return f"ip-proto-{proto}{_part(' {}', length)}"


def _tcp(fields: Fields) -> str:
    flags, seq, size = fields.get("flags"), fields.get("seq"), fields.get("payload.len")
    parts = [f"Flags [{_flag_letters(flags)}]"] if isinstance(flags, int) else []
    if isinstance(seq, int):
        last = f":{(seq + size) % (1 << 32)}" if isinstance(size, int) and size else ""
        parts.append(f"seq {seq}{last}")
    for name, word, bit in (("ack", "ack", "ACK"), ("window", "win", ""), ("urgent", "urg", "URG")):
        value = fields.get(name)
        # ack and urg without their flags are printed only where they hold something: that is worth seeing
        if isinstance(value, int) and (value or not bit or _has(flags, bit)):
            parts.append(f"{word} {value}")
    options = _tcp_options(fields)
    if options:
        parts.append(options)
    if isinstance(size, int):
        parts.append(f"length {size}")
    # no options in a line means that there are none: where they are not known, say as tcpdump does that it was cut
    unsure = fields.get("options") is UNKNOWN and isinstance(fields.get("window"), int)
    return " ".join(_known([", ".join(parts), "[|tcp]" if unsure or not parts else ""]))


def _has(flags: Value | None, name: str) -> bool:
    return isinstance(flags, int) and bool(flags & FLAG_BITS[name])


def _flag_letters(flags: int) -> str:
    reserved = "".join(f"+{name}" for name in ("R3", "R2", "R1") if flags & FLAG_BITS[name])
    return ("".join(letter for name, letter in _LETTERS if flags & FLAG_BITS[name]) + reserved) or "none"


def _tcp_options(fields: Fields) -> str:
    kinds = fields.get("options")
    if not isinstance(kinds, tuple) or not kinds:
        return ""
    return f"options [{','.join(_option(kind, fields) for kind in kinds)}]"


def _option(kind: int, fields: Fields) -> str:
    if kind == 2:
        return "mss" + _part(" {}", fields.get("mss"))
    if kind == 3:
        return "wscale" + _part(" {}", fields.get("wscale"))
    if kind == 8:
        return "TS" + _part(" val {}", fields.get("ts.val")) + _part(" ecr {}", fields.get("ts.ecr"))
    return _OPTION_NAMES.get(kind, f"unknown-{kind}")


def _udp(fields: Fields) -> str:
    claimed, size = fields.get("udp.len"), fields.get("payload.len")
    if isinstance(claimed, int) and claimed >= 8:
        if isinstance(size, int) and size != claimed - 8:
            return f"UDP, bad length {claimed - 8} > {size}"
        return f"UDP, length {claimed - 8}"
    return "UDP" + _part(", length {}", size)


def _icmp(fields: Fields, six: bool) -> str:
    words = icmp_words(fields, six, format_address)
    size = fields.get("payload.len")
    line = f"{'ICMP6,' if six else 'ICMP'} {words}" + (f", length {size + 8}" if isinstance(size, int) else "")
    inner = {name[7:]: value for name, value in fields.items() if name.startswith("quoted.")}
    if isinstance(inner.get("src"), int | str) and isinstance(inner.get("dst"), int | str):
        line += f" for {_ip_packet(inner)}"
    return line
