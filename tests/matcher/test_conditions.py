"""What conditions mean: examples, with all three truth values."""

from __future__ import annotations

import pytest

from matcher.evaluate import truth
from matcher.intervals import networks_intervals
from matcher.packet import Packet, Value
from matcher.values import Truth, all_of
from tests.matcher.building import HOME, UNKNOWN, V6, signatures, tcp

BASE = tcp(1, 0, "10.0.0.1:1025 > 192.0.2.7:80", "SYN|ACK", seq=0, ack=0xFFFFFFFF, ttl=57, id=1281)
UDP = Packet(1, 0, {"ip.version": 4, "proto": 17, "src": 1, "dst": 2, "sport": 53, "dport": 53})
SIX = Packet(1, 0, {"ip.version": 6, "proto": 6, "src": V6 + 1, "dst": V6 + 2, "seq": 1, "sport": 1})


def asked(condition: str, packet: Packet, home: bool = True) -> Truth:
    pattern = signatures(f"signature x {{ packet p {{ {condition} }} event by src gap 1s having count(p) >= 1 }}")
    networks = networks_intervals([HOME]) if home else None
    return all_of(truth(each, packet, networks) for each in pattern[0].patterns[0].conditions)


def changed(**fields: Value) -> Packet:
    return Packet(1, 0, dict(BASE.fields) | {name.replace("_", "."): value for name, value in fields.items()})


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("ack == seq - 1", True),  # at the wrap
        ("ack + 1 == seq", True),
        ("seq - ack == 1", True),
        ("seq - ack < 1000", True),
        ("ack == seq + 4294967295", True),
        ("~seq == 4294967295", True),
        ("id == 5 * 256 + 1", True),
        ("sport + dport == 1105", True),
        ("flags == SYN|ACK", True),
        ("flags & (SYN|ACK|RST|FIN) == SYN", False),
        ("flags has SYN|ACK", True),
        ("flags has RST", False),
        ("1 < dport <= 80 < sport", True),
        ("dport in {21, 70..90}", True),
        ("dport not in {21, 70..90}", False),
        ("src in 10.0.0.0/8 and dst not in private", True),
        ("dst in bogon", True),  # TEST-NET-1
        ("src in home", True),
        ("dst in {home, 192.0.2.7}", True),
        ("hops == 7 and ittl == 64", True),
        ("mss != 5", False),  # it has none
        ("not mss == 5", True),
        ("mss not in {5}", False),
        ("options == []", True),
        ("not df", True),
        ("src == 167772161", True),
        ("src < dst", True),
    ],
)
def test_shown(condition: str, expected: Truth) -> None:
    assert asked(condition, BASE) is expected


@pytest.mark.parametrize(
    ("condition", "packet", "expected"),
    [
        ("ttl == 64", changed(ttl=UNKNOWN), UNKNOWN),
        ("not ttl == 64", changed(ttl=UNKNOWN), UNKNOWN),
        ("ttl == 64 and dport == 81", changed(ttl=UNKNOWN), False),
        ("ttl == 64 or dport == 80", changed(ttl=UNKNOWN), True),
        ("ttl == mss", changed(ttl=UNKNOWN), False),  # "does not apply" outweighs "not shown"
        ("hops == 3", changed(ttl=UNKNOWN), UNKNOWN),
        ("seq == 0", UDP, False),
        ("seq != 0", UDP, False),
        ("tcp", UDP, False),
        ("not tcp and udp", UDP, True),
        ("seq == dst", SIX, False),
        ("src == 1", SIX, False),
        ("src != dst", SIX, True),
        ("src in ::/64", SIX, True),
        ("src not in 0.0.0.0/0", SIX, True),
        ("src in 10.0.0.0/8", changed(src="a.example"), UNKNOWN),
        ("src == dst", changed(src="a.example", dst="a.example"), True),
        ("src == dst", changed(src="a.example", dst="b.example"), False),
        ("src == dst", changed(src="a.example"), UNKNOWN),
        ("options has ts", changed(options=(2, 4, 8)), True),
        ("options == [mss, sackok, ts]", changed(options=(2, 4, 8)), True),
        ("options starts [mss]", changed(options=(2, 4, 8)), True),
        ("options contains [sackok, ts]", changed(options=(2, 4, 8)), True),
        ("options contains [mss, ts]", changed(options=(2, 4, 8)), False),
        ("options has ts", changed(options=UNKNOWN), UNKNOWN),
    ],
)
def test_hidden_and_absent(condition: str, packet: Packet, expected: Truth) -> None:
    assert asked(condition, packet) is expected


def test_home_that_is_not_given_is_unknown() -> None:
    assert asked("src in home", BASE, home=False) is UNKNOWN
    assert asked("src not in home", BASE, home=False) is UNKNOWN
    assert asked("src in {home, 10.0.0.1}", BASE, home=False) is True


@pytest.mark.parametrize(
    ("condition", "captured", "length", "expected"),
    [
        ('payload starts "GET "', b"GET /", 5, True),
        ('payload starts "GET "', b"GE", 2, False),
        ('payload starts "GET "', b"GE", 9, UNKNOWN),
        ('payload starts "GET "', b"GE", 3, False),  # one byte is missing, two are needed
        ('payload starts "GET "', b"PO", 9, False),
        ('payload starts "GET "', b"GE", UNKNOWN, UNKNOWN),
        ('payload contains "ET"', b"GET", 9, True),
        ('payload contains "XY"', b"GET", 9, UNKNOWN),
        ('payload contains "XY"', b"GET", 4, False),
        ('payload contains "TX"', b"GET", 4, UNKNOWN),
        ('payload == "GET"', b"GET", 3, True),
        ('payload == "GET"', b"GE", 3, UNKNOWN),
        ('payload != "GET"', b"PO", 3, True),
        ("payload == |16 03 01|", b"\x16\x03\x01", 3, True),
        ("payload matches /^G.T$/", b"GET", 3, True),
        ("payload matches /^G.T$/", b"GET", 9, UNKNOWN),
        ("payload matches /^g.t/i", b"GET", 9, True),
        ("payload matches /xyz/", b"GET", 9, UNKNOWN),
        (r"payload matches /^\xff\x00/", b"\xff\x00", 2, True),
    ],
)
def test_payload(condition: str, captured: bytes, length: Value, expected: Truth) -> None:
    assert asked(condition, changed(payload=captured, payload_len=length)) is expected
