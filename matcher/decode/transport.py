"""What IP carries: TCP (RFC 9293), UDP (RFC 768), SCTP's common header (RFC 9260), and everything else as payload.

Each decoder gets the captured bytes, where its header begins (`at`), where its captured bytes end (`end`, never
behind what the IP length allows), and how many bytes the IP length gives it (`rest`, None where IP does not say).
It fills in `fields` and returns what the reader should be told, or an empty string.
"""

from __future__ import annotations

import struct

from matcher.decode.partial import Ends, Fields, hide, hide_all
from matcher.packet import UNKNOWN

__all__ = ["carried", "sctp", "tcp", "tcp_options", "udp"]

_TCP = struct.Struct(">HHIIHH2xH")
_TCP_LENGTH = 20
_TCP_ENDS: Ends = (
    ("sport", 2), ("dport", 4), ("seq", 8), ("ack", 12), ("tcp.hlen", 13), ("flags", 14), ("window", 16),
    ("urgent", 20),
)  # fmt: skip
_TCP_OPTION_FIELDS = ("options", "mss", "wscale", "sackok", "ts.val", "ts.ecr")
_TIMESTAMPS = struct.Struct(">II")

_UDP = struct.Struct(">HHH")
_UDP_ENDS: Ends = (("sport", 2), ("dport", 4), ("udp.len", 6))
_PORTS = struct.Struct(">HH")
_PORTS_ENDS: Ends = (("sport", 2), ("dport", 4))

_EOL, _NOP, _MSS, _WSCALE, _SACKOK, _TS = 0, 1, 2, 3, 4, 8
_TS_LENGTH = 10
_NOP_NOP_TS = b"\x01\x01\x08\x0a"  # what nearly every established connection sends: RFC 7323 appendix A


def carried(data: bytes, at: int, end: int, rest: int | None, fields: Fields) -> None:
    """The payload that begins at `at`. Negative `rest`: the header before it does not fit, so that there is none."""
    if rest is None:
        fields["payload.len"] = UNKNOWN
    elif rest >= 0:
        fields["payload.len"] = rest
    else:
        return
    fields["payload"] = data[at:end]


def tcp(data: bytes, at: int, end: int, rest: int | None, fields: Fields) -> str:
    """TCP. Values after a data offset that cannot be are not shown."""
    have = end - at
    if have < _TCP_LENGTH:
        return _short_tcp(data[at:end], rest, fields)
    (
        fields["sport"],
        fields["dport"],
        fields["seq"],
        fields["ack"],
        offset_and_flags,
        fields["window"],
        fields["urgent"],
    ) = _TCP.unpack_from(data, at)
    fields["tcp.hlen"] = size = offset_and_flags >> 12 << 2
    fields["flags"] = offset_and_flags & 0xFFF
    if size < _TCP_LENGTH:
        hide_all(fields, ("flags", "window", "urgent", *_TCP_OPTION_FIELDS, "payload", "payload.len"))
        return f"TCP header length {size} is less than {_TCP_LENGTH}"
    note = ""
    if rest is not None and size > rest:
        hide_all(fields, _TCP_OPTION_FIELDS)
        return f"TCP header length {size} is more than the {rest} bytes that IP gives it"
    if size == _TCP_LENGTH:
        fields["options"] = ()
        fields["sackok"] = 0
    elif size == 32 and have >= 32 and data[at + 20 : at + 24] == _NOP_NOP_TS:
        fields["options"] = (_NOP, _NOP, _TS)
        fields["sackok"] = 0
        fields["ts.val"], fields["ts.ecr"] = _TIMESTAMPS.unpack_from(data, at + 24)
    else:
        note = tcp_options(data, at + _TCP_LENGTH, min(at + size, end), at + size, fields)
    carried(data, at + size, end, None if rest is None else rest - size, fields)
    return note


def tcp_options(data: bytes, at: int, end: int, real_end: int, fields: Fields) -> str:
    """TCP options from `at` to `real_end`, of which the bytes before `end` are there. The first of a kind counts.

    An option whose length cannot be ends the list and is not in it.
    """
    kinds: list[int] = []
    fault = ""
    while at < end:
        kind = data[at]
        if kind in (_EOL, _NOP):
            kinds.append(kind)
            if kind == _EOL:
                break
            at += 1
            continue
        size = data[at + 1] if at + 1 < end else 2  # the capture may end between the two
        if size < 2 or at + size > real_end:
            fault = f"TCP option {kind} does not fit its header"
            break
        if at + size <= end:
            kinds.append(kind)
            _option(data, at, kind, size, fields)
        elif kind == _TS and size == _TS_LENGTH and at + 6 <= end:  # the capture ends in the second word
            fields.setdefault("ts.val", int.from_bytes(data[at + 2 : at + 6], "big"))
        at += size
    fields["options"] = tuple(kinds)
    fields["sackok"] = int(_SACKOK in kinds)
    if end < real_end and at >= end and not fault:
        _hide_options(fields)
    return fault


def _option(data: bytes, at: int, kind: int, size: int, fields: Fields) -> None:
    if kind == _MSS and size == 4:
        fields.setdefault("mss", data[at + 2] << 8 | data[at + 3])
    elif kind == _WSCALE and size == 3:
        fields.setdefault("wscale", data[at + 2])
    elif kind == _TS and size == _TS_LENGTH and "ts.val" not in fields:
        fields["ts.val"], fields["ts.ecr"] = _TIMESTAMPS.unpack_from(data, at + 2)


def _hide_options(fields: Fields) -> None:
    """The capture ends among the options: what was not among the first of them is not shown."""
    fields["options"] = UNKNOWN
    if not fields["sackok"]:
        fields["sackok"] = UNKNOWN
    for name in ("mss", "wscale", "ts.val", "ts.ecr"):
        fields.setdefault(name, UNKNOWN)


def _short_tcp(header: bytes, rest: int | None, fields: Fields) -> str:
    """TCP of which less than 20 bytes are there."""
    have = len(header)
    words = _TCP.unpack(header.ljust(_TCP_LENGTH, b"\0"))
    for name, value in zip(("sport", "dport", "seq", "ack", "", "window", "urgent"), words, strict=True):
        if name:
            fields[name] = value
    size = words[4] >> 12 << 2
    fields["tcp.hlen"], fields["flags"] = size, words[4] & 0xFFF
    hide(fields, _TCP_ENDS, have, rest)
    if rest is not None and rest < _TCP_LENGTH:
        return f"IP gives TCP {rest} bytes: its header has at least {_TCP_LENGTH}"
    if have >= 13 and size < _TCP_LENGTH:
        hide_all(fields, ("flags", "window", "urgent", *_TCP_OPTION_FIELDS, "payload", "payload.len"))
        return f"TCP header length {size} is less than {_TCP_LENGTH}"
    if have >= 13 and size == _TCP_LENGTH:
        fields["options"] = ()
        fields["sackok"] = 0
    else:
        hide_all(fields, _TCP_OPTION_FIELDS)
    if have >= 13:
        carried(b"", 0, 0, None if rest is None else rest - size, fields)
    else:
        hide_all(fields, ("payload", "payload.len"))
    return ""


def udp(data: bytes, at: int, end: int, rest: int | None, fields: Fields) -> str:
    """UDP. The payload is what the IP length leaves, whatever UDP's own length says."""
    have = end - at
    if have >= _UDP.size:
        fields["sport"], fields["dport"], fields["udp.len"] = _UDP.unpack_from(data, at)
    else:
        fields["sport"], fields["dport"], fields["udp.len"] = _UDP.unpack(data[at:end].ljust(_UDP.size, b"\0"))
        hide(fields, _UDP_ENDS, max(have, 0), rest)
    carried(data, at + 8, end, None if rest is None else rest - 8, fields)
    if rest is not None and rest < 8:
        return f"IP gives UDP {rest} bytes: its header has 8"
    length = fields["udp.len"]
    if isinstance(length, int) and rest is not None and (0 < length < 8 or length > rest):
        return f"UDP length {length} does not fit the {rest} bytes that IP gives it"
    return ""


def sctp(data: bytes, at: int, end: int, rest: int | None, fields: Fields) -> str:
    """SCTP's ports; its chunks are the payload."""
    fields["sport"], fields["dport"] = _PORTS.unpack(data[at : min(at + 4, end)].ljust(4, b"\0"))
    if end - at < 4:
        hide(fields, _PORTS_ENDS, max(end - at, 0), rest)
    carried(data, at + 12, end, None if rest is None else rest - 12, fields)
    return f"IP gives SCTP {rest} bytes: its header has 12" if rest is not None and rest < 12 else ""
