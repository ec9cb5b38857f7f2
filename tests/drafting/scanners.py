"""Scanners that nobody knows, each of another kind: what is fixed in its packets, and what varies."""

from __future__ import annotations

import struct
from random import Random

from tests.drafting.traffic import ip, relation_alone, tcp, udp, window_and_xor

_SYN, _ACK = 0x02, 0x10
_HERE = bytes.fromhex("20010db800050000")  # 2001:db8:5::/64, and there 2001:db8:6::/64
_THERE = bytes.fromhex("20010db800060000")


def icmp(kind: int, ident: int, seq: int, payload: bytes) -> bytes:
    """An echo request or reply."""
    return struct.pack(">BBHHH", kind, 0, 0, ident & 0xFFFF, seq & 0xFFFF) + payload


def ip6(source: int, target: int, proto: int, body: bytes, *, hops: int, flow: int) -> bytes:
    """An IPv6 packet between two networks, whose hosts have the IPv4 addresses' numbers."""
    ends = _HERE + struct.pack(">Q", source) + _THERE + struct.pack(">Q", target)
    return struct.pack(">IHBB", 6 << 28 | flow, len(body), proto, hops) + ends + body


def any_port(chance: Random) -> int:
    return chance.randrange(1024, 65536)


def datagram_with_header(chance: Random, number: int, source: int, target: int) -> bytes:
    """Six bytes begin each payload, behind an identifier that varies."""
    payload = chance.randbytes(2) + b"\x01\x00\xbe\xefSCAN" + chance.randbytes(8)
    return ip(source, target, 17, udp((any_port(chance), 5683), payload), ttl=52, ident=chance.getrandbits(16))


def ping_with_fixed_id(chance: Random, number: int, source: int, target: int) -> bytes:
    """One identifier towards all hosts; the rest is as others send it."""
    body = icmp(8, 0x5CA7, number, chance.randbytes(24))
    return ip(source, target, 1, body, ttl=50, ident=chance.getrandbits(16))


def id_from_target(chance: Random, number: int, source: int, target: int) -> bytes:
    """The IP identification is the lower half of the target, crossed with a constant."""
    segment = tcp((any_port(chance), 8443), (chance.getrandbits(32), 0), _SYN, 29200)
    return ip(source, target, 6, segment, ttl=48, ident=target & 0xFFFF ^ 0x3A5C)


def seq_from_target_sum(chance: Random, number: int, source: int, target: int) -> bytes:
    """The sequence number is the target's address plus a constant, modulo 2^32."""
    segment = tcp((any_port(chance), chance.choice((81, 8081))), (target + 0x9E3779B9, 0), _SYN, 65535)
    return ip(source, target, 6, segment, ttl=47, ident=chance.getrandbits(16))


def fixed_seq(chance: Random, number: int, source: int, target: int) -> bytes:
    """One sequence number in all SYNs."""
    segment = tcp((any_port(chance), chance.choice((22, 2222))), (0x2B7E1516, 0), _SYN, 14600)
    return ip(source, target, 6, segment, ttl=51, ident=chance.getrandbits(16), df=1)


def syn_over_ip6(chance: Random, number: int, source: int, target: int) -> bytes:
    """IPv6: a window and a hop limit of its own; ports and numbers by chance."""
    segment = tcp((any_port(chance), 23), (chance.getrandbits(32), 0), _SYN, 1357)
    return ip6(source, target, 6, segment, hops=201, flow=chance.getrandbits(20))


def datagram_over_ip6(chance: Random, number: int, source: int, target: int) -> bytes:
    """IPv6: a payload that begins alike, and one flow label."""
    return ip6(source, target, 17, udp((any_port(chance), 1900), b"HELLO?" + chance.randbytes(6)), hops=60, flow=0xBEEF)


def stack_of_its_own(chance: Random, number: int, source: int, target: int) -> bytes:
    """Options in an order that no kernel has; all numbers by chance."""
    options = bytes.fromhex("0402030309010101020405a0")
    segment = tcp((any_port(chance), chance.choice((3389, 5900))), (chance.getrandbits(32), 0), _SYN, 3000, options, 12)
    return ip(source, target, 6, segment, ttl=chance.randrange(97, 120), ident=chance.getrandbits(16))


def ack_of_nothing(chance: Random, number: int, source: int, target: int) -> bytes:
    """ACKs outside of any connection, which acknowledge what they send themselves."""
    seq = chance.getrandbits(32)
    return ip(source, target, 6, tcp((any_port(chance), 443), (seq, seq + 1), _ACK, 501), ttl=55, ident=0, df=1)


def number_in_a_syn(chance: Random, number: int, source: int, target: int) -> bytes:
    """SYNs with a number in the field that acknowledges nothing, another one in each."""
    segment = tcp((any_port(chance), 6379), (chance.getrandbits(32), chance.randrange(1, 1 << 32)), _SYN, 5840)
    return ip(source, target, 6, segment, ttl=44, ident=chance.getrandbits(16))


_FAST, _SLOW = 0.5, 600.0  # seconds between two probes
KINDS = (
    (window_and_xor, _FAST), (relation_alone, _FAST), (datagram_with_header, _FAST), (ping_with_fixed_id, _SLOW),
    (id_from_target, _FAST), (seq_from_target_sum, _FAST), (fixed_seq, _SLOW), (syn_over_ip6, _FAST),
    (datagram_over_ip6, _SLOW), (stack_of_its_own, _FAST), (ack_of_nothing, _FAST), (number_in_a_syn, _FAST),
)  # fmt: skip
