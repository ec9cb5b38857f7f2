"""The line of a frame at once from its bytes, where nothing in it is unusual.

Decoding makes some thirty values of a packet and a line needs half of them; a run shows a million packets or more.
What is cut short, damaged or rare is left to `matcher.decode` and `matcher.render`, whose lines these are.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from socket import inet_ntoa
from typing import Final

from matcher.decode.transport import tcp_options
from matcher.formats import Record
from matcher.notation import format_time
from matcher.packet import Value
from matcher.render_icmp import ECHOES
from matcher.render_ip import USUAL_HEADER
from matcher.render_tcp import options_text, tcp_text

__all__ = ["usual_line"]

_ETHERNET, _RAW_IP = 1, 101  # link types
_TYPE_IPV4: Final = b"\x08\x00"
_PLAIN: Final = 0x45  # IPv4 without options
_FLAG_WORDS: Final = {0: "none", 0x2000: "+", 0x4000: "DF"}  # of the flags and the fragment offset; others are unusual

_IP: Final = ">BBHHHBBxx4s4s"
_TCP: Final = struct.Struct(f"{_IP}HHIIHHxxH")
_UDP: Final = struct.Struct(f"{_IP}HHHxx")
_ICMP: Final = struct.Struct(f"{_IP}BBxxHH")

_WITH_PORTS: Final = f"{USUAL_HEADER} %s.%d > %s.%d: %s"
_WITHOUT: Final = f"{USUAL_HEADER} %s > %s: %s"


def usual_line(record: Record) -> str | None:
    """What `tcpdump_line` says of a record's packet; None where it takes decoding to tell."""
    data, at = record.captured, 0
    if record.linktype == _ETHERNET:
        if data[12:14] != _TYPE_IPV4:
            return None
        at = 14
    elif record.linktype != _RAW_IP:
        return None
    packet = _PACKETS.get(data[at + 9]) if len(data) > at + 9 else None
    line = packet(data, at) if packet else None
    if line is None or record.time_ns is None:
        return line
    return f"{format_time(record.time_ns)} {line}"


def _tcp(data: bytes, at: int) -> str | None:
    if len(data) < at + _TCP.size:
        return None
    (
        first, tos, total, identification, fragment, ttl, _, source, target,
        sport, dport, seq, ack, offset, window, urgent,
    ) = _TCP.unpack_from(data, at)  # fmt: skip
    flag_words, header = _FLAG_WORDS.get(fragment), offset >> 12 << 2
    size = total - 20 - header
    if first != _PLAIN or not flag_words or header < 20 or size < 0:
        return None
    begin, end = at + _TCP.size, at + 20 + header
    options = (_options(data[begin:end]) if len(data) >= end else None) if header > 20 else ""
    if options is None:
        return None
    words = tcp_text(offset & 0xFFF, seq, ack, window, urgent, options, size)
    ends = inet_ntoa(source), sport, inet_ntoa(target), dport
    return _WITH_PORTS % (tos, ttl, identification, flag_words, total, *ends, words)


@lru_cache(1_024)
def _options(options: bytes) -> str | None:
    fields: dict[str, Value] = {}
    tcp_options(options, 0, len(options), len(options), fields)
    try:
        return options_text(fields)
    except KeyError:  # one of another length than it has
        return None


def _udp(data: bytes, at: int) -> str | None:
    if len(data) < at + _UDP.size:
        return None
    first, tos, total, identification, fragment, ttl, _, source, target, sport, dport, size = _UDP.unpack_from(data, at)
    flag_words = _FLAG_WORDS.get(fragment)
    if first != _PLAIN or not flag_words or size < 8 or size != total - 20:
        return None
    ends = inet_ntoa(source), sport, inet_ntoa(target), dport
    return _WITH_PORTS % (tos, ttl, identification, flag_words, total, *ends, f"UDP, length {size - 8}")


def _icmp(data: bytes, at: int) -> str | None:
    """Echo requests and replies; other messages have words of their own."""
    if len(data) < at + _ICMP.size:
        return None
    (
        first, tos, total, identification, fragment, ttl, _, source, target, kind, code, number, seq,
    ) = _ICMP.unpack_from(data, at)  # fmt: skip
    flag_words, size = _FLAG_WORDS.get(fragment), total - 20
    if first != _PLAIN or not flag_words or size < 8 or code or kind not in ECHOES:
        return None
    words = f"ICMP {ECHOES[kind]}, id {number}, seq {seq}, length {size}"
    return _WITHOUT % (tos, ttl, identification, flag_words, total, inet_ntoa(source), inet_ntoa(target), words)


_PACKETS: Final = {1: _icmp, 6: _tcp, 17: _udp}
