"""Ethernet frames as arrays, many at a time: a row a frame, all of one length, with true checksums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.chance import Ints

__all__ = ["ACK", "FIN", "PSH", "RST", "SYN", "URG", "Frames", "Ip", "Segment", "icmp", "quoted", "tcp", "udp", "wrap"]

Frames = npt.NDArray[np.uint8]
Values = Ints | int  # one a frame, or the same for all

FIN, SYN, RST, PSH, ACK, URG = 1, 2, 4, 8, 16, 32
_LEAST = 60  # shorter frames are padded on the wire
_IPV6_PREFIX = bytes.fromhex("20010db8") + bytes(8)


@dataclass(frozen=True, slots=True)
class Ip:
    """An IP header. With `version` 6, addresses are those of 2001:db8::/32 that end in the number."""

    src: Ints
    dst: Ints
    ttl: Values = 64
    ident: Values = 0
    is_df: bool = False
    fragment: int = 0  # the field as it is sent: offset / 8, and 0x2000 where more follow
    version: int = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A TCP segment."""

    sport: Values
    dport: Values
    flags: Values
    seq: Values = 0
    ack: Values = 0
    window: Values = 65535
    options: bytes = b""
    payload: bytes = b""


def tcp(ip: Ip, segment: Segment) -> Frames:
    """Frames with TCP."""
    size = 20 + len(segment.options)
    body = np.zeros((len(ip.src), size + len(segment.payload)), np.uint8)
    fields = ((segment.sport, 2), (segment.dport, 2), (segment.seq, 4), (segment.ack, 4))
    _put_all(body, 0, fields)
    body[:, 12] = size // 4 << 4
    body[:, 13] = segment.flags
    _put(body, 14, segment.window, 2)
    body[:, 20:size] = np.frombuffer(segment.options, np.uint8)
    body[:, size:] = np.frombuffer(segment.payload, np.uint8)
    return wrap(ip, 6, body, checksum_at=16)


def udp(ip: Ip, sport: Values, dport: Values, payload: bytes) -> Frames:
    """Frames with UDP."""
    body = np.zeros((len(ip.src), 8 + len(payload)), np.uint8)
    _put_all(body, 0, ((sport, 2), (dport, 2), (8 + len(payload), 2)))
    body[:, 8:] = np.frombuffer(payload, np.uint8)
    return wrap(ip, 17, body, checksum_at=6)


def icmp(ip: Ip, kind: int, code: int, rest: Frames) -> Frames:
    """Frames with ICMP or ICMPv6; `rest` is what follows the checksum."""
    head = np.zeros((len(ip.src), 4), np.uint8)
    head[:, 0], head[:, 1] = kind, code
    return wrap(ip, 1 if ip.version == 4 else 58, np.concatenate([head, rest], axis=1), checksum_at=2)


def quoted(frames: Frames) -> Frames:
    """What an ICMP error carries after its checksum: four unused bytes, the IPv4 header and eight bytes of data."""
    return np.pad(frames[:, 14:42], ((0, 0), (4, 0)))


def wrap(ip: Ip, proto: int, body: Frames, checksum_at: int | None = None) -> Frames:
    """Put IP and Ethernet headers in front of a body, and its checksum into it where it has one."""
    head = _ipv4(ip, proto, body.shape[1]) if ip.version == 4 else _ipv6(ip, proto, body.shape[1])
    if checksum_at is not None:
        addresses = head[:, 12:20] if ip.version == 4 else head[:, 8:40]
        pseudo = np.frombuffer(bytes([0, proto, *body.shape[1].to_bytes(2, "big")]), np.uint8)[None, :]
        parts = [body] if proto == 1 else [body, addresses, pseudo]
        body[:, checksum_at : checksum_at + 2] = _checksum(parts)
    size = 14 + head.shape[1] + body.shape[1]
    frames = np.zeros((len(body), max(size, _LEAST)), np.uint8)
    frames[:, 0] = frames[:, 6] = 2  # locally administered
    frames[:, 12:14] = (0x08, 0x00) if ip.version == 4 else (0x86, 0xDD)
    frames[:, 14 : 14 + head.shape[1]] = head
    frames[:, 14 + head.shape[1] : size] = body
    return frames


def _ipv4(ip: Ip, proto: int, length: int) -> Frames:
    head = np.zeros((len(ip.src), 20), np.uint8)
    head[:, 0] = 0x45
    _put_all(head, 2, ((20 + length, 2), (ip.ident, 2), (ip.fragment | ip.is_df << 14, 2)))
    head[:, 8], head[:, 9] = ip.ttl, proto
    _put_all(head, 12, ((ip.src, 4), (ip.dst, 4)))
    head[:, 10:12] = _checksum([head])
    return head


def _ipv6(ip: Ip, proto: int, length: int) -> Frames:
    head = np.zeros((len(ip.src), 40), np.uint8)
    head[:, 0] = 0x60
    _put(head, 4, length, 2)
    head[:, 6], head[:, 7] = proto, ip.ttl
    head[:, 8:20] = head[:, 24:36] = np.frombuffer(_IPV6_PREFIX, np.uint8)
    _put(head, 20, ip.src, 4)
    _put(head, 36, ip.dst, 4)
    return head


def _put(rows: Frames, at: int, values: Values, size: int) -> None:
    for byte in range(size):
        rows[:, at + byte] = values >> 8 * (size - 1 - byte) & 0xFF


def _put_all(rows: Frames, at: int, fields: Sequence[tuple[Values, int]]) -> None:
    for values, size in fields:
        _put(rows, at, values, size)
        at += size


def _checksum(parts: Sequence[Frames]) -> Frames:
    """The Internet checksum (RFC 1071) of all parts together, two bytes a row: it is the same in either byte order."""
    total = sum(_words(part).sum(axis=1, dtype=np.int64) for part in parts)
    for _ in range(2):
        total = (total & 0xFFFF) + (total >> 16)
    checksums: Frames = (~total & 0xFFFF).astype(np.uint16).view(np.uint8).reshape(-1, 2)
    return checksums


def _words(rows: Frames) -> npt.NDArray[np.uint16]:
    even = np.pad(rows, ((0, 0), (0, rows.shape[1] % 2)))
    return np.ascontiguousarray(even).view(np.uint16)
