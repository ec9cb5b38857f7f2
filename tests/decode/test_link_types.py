"""The way from each link header to IP."""

from __future__ import annotations

import struct

import pytest
from scapy.layers.inet import IP, UDP
from scapy.layers.inet6 import IPv6

from matcher.decode.ethernet import Step
from matcher.decode.link import LINKS
from matcher.packet import UNKNOWN
from tests.decode.wire_packets import number, packet_of, reasons

V4 = bytes(IP(src="10.1.2.3", dst="10.9.8.7") / UDP())
SIX = bytes(IPv6(src="2001:db8::1") / UDP())
MACS = bytes(range(2, 14))
LLC = b"\xaa\xaa\x03\0\0\0\x08\0"
RADIOTAP = struct.pack("<BBHI", 0, 0, 8, 0)
DATA = b"\x08\x01" + bytes(22)
MESH = b"\x88\x03" + bytes(28) + b"\0\x01"
FRAME_RELAY = b"\x18\x41\x03\xcc"

HEADERS: dict[str, tuple[int, bytes]] = {
    "ethernet": (1, MACS + b"\x08\0"),
    "802.1q": (1, MACS + b"\x81\0\x60\x2a\x08\0"),
    "qinq": (1, MACS + b"\x88\xa8\0\x2a\x81\0\0\x07\x08\0"),
    "llc snap": (1, MACS + b"\0\x64" + LLC),
    "llc ip": (1, MACS + b"\0\x64\x06\x06\x03"),
    "vlan and llc": (1, MACS + b"\x81\0\0\x2a\0\x64" + LLC),
    "isl": (1, b"\x01\0\x0c\0\0\0" + MACS[6:] + b"\0\x40" + bytes(12) + MACS + b"\x08\0"),
    "mpls": (1, MACS + b"\x88\x47\0\0\x10\x40\0\0\x21\x40"),
    "pseudowire": (1, MACS + b"\x88\x47\0\0\x11\x40\0\0\0\0" + MACS + b"\x08\0"),
    "pppoe": (1, MACS + b"\x88\x64\x11\0\0\x01\0\x1e\0\x21"),
    "vn-tag": (1, MACS + b"\x89\x26\0\0\0\0\x08\0"),
    "fabric path": (1, MACS + b"\x89\x03\0\0" + MACS + b"\x08\0"),
    "macsec": (1, MACS + b"\x88\xe5\x20\0\0\0\0\x01" + bytes(8) + b"\x08\0"),
    "nsh": (1, MACS + b"\x89\x4f\x0f\xc6\x01\x01" + bytes(20)),
    "null": (0, struct.pack("<I", 2)),
    "null of the other order": (0, struct.pack(">I", 2)),
    "loop": (108, struct.pack(">I", 2)),
    "raw": (101, b""),
    "raw 12": (12, b""),
    "raw 14": (14, b""),
    "ipv4": (228, b""),
    "ppp": (9, b"\xff\x03\0\x21"),
    "ppp compressed": (9, b"\x21"),
    "ppp numbered": (9, b"\xff\x13\0\x21"),
    "ppp in hdlc": (50, b"\xff\x03\0\x21"),
    "cisco hdlc": (104, b"\x0f\0\x08\0"),
    "cisco hdlc, osi": (104, b"\x0f\0\xfe\xfe\x03\xcc"),
    "frame relay": (107, FRAME_RELAY),
    "frame relay bridged": (107, b"\x18\x41\x03\0\x80\0\x80\xc2\0\x07" + MACS + b"\x08\0"),
    "frame relay snap": (107, b"\x18\x41\x03\0\x80\0\0\0\x08\0"),
    "frame relay of cisco": (107, b"\x18\x41\x08\0"),
    "cooked": (113, b"\0\0\0\x01\0\x06" + bytes(8) + b"\x08\0"),
    "cooked vlan": (113, b"\0\0\0\x01\0\x06" + bytes(8) + b"\x81\0\0\x2a\x08\0"),
    "cooked 2": (276, b"\x08\0" + bytes(18)),
    "cooked radiotap": (113, b"\0\0\x03\x23\0\x06" + bytes(8) + b"\0\x19" + RADIOTAP + DATA + LLC),
    "cooked radiotap, typed": (113, b"\0\0\x03\x23\0\x06" + bytes(8) + b"\x08\0" + RADIOTAP + DATA + LLC),
    "cooked frame relay": (113, b"\0\0\x03\x02\0\x06" + bytes(8) + b"\0\x19" + FRAME_RELAY),
    "cooked 2 radiotap": (276, b"\0\x03" + bytes(6) + b"\x03\x23" + bytes(10) + RADIOTAP + DATA + LLC),
    "cooked 2 frame relay": (276, b"\x08\0" + bytes(6) + b"\x03\x02" + bytes(10) + FRAME_RELAY),
    "token ring": (6, b"\x10\x40" + MACS + LLC),
    "token ring, routed": (6, b"\x10\x40" + MACS[:6] + b"\x80" + bytes(5) + b"\x06\0\0\x10\0\x20" + LLC),
    "fddi": (10, b"\x50" + MACS + LLC),
    "atm": (100, LLC),
    "atm bridged": (100, b"\xaa\xaa\x03\0\x80\xc2\0\x07\0\0" + MACS + b"\x08\0"),
    "802.11": (105, DATA + LLC),
    "802.11 qos": (105, b"\x88\x01" + bytes(22) + b"\0\0" + LLC),
    "802.11 aggregated": (105, b"\x88\x01" + bytes(22) + b"\x80\0" + MACS + b"\0\x40" + LLC),
    "802.11 between access points": (105, b"\x08\x03" + bytes(28) + LLC),
    "802.11 mesh": (105, MESH + bytes(6) + LLC),
    "802.11 mesh, 5 addresses": (105, MESH + b"\x01" + bytes(11) + LLC),
    "802.11 mesh, 6 addresses": (105, MESH + b"\x02" + bytes(17) + LLC),
    "802.11 mesh, to a group": (105, b"\x88\x02" + bytes(22) + b"\0\x01" + bytes(6) + LLC),
    "802.11 mesh, aggregated": (105, MESH[:-2] + b"\x80\x01" + MACS + b"\0\x40" + bytes(6) + LLC),
    "radiotap": (127, RADIOTAP + DATA + LLC),
    "radiotap, padded": (
        127,
        struct.pack("<BBHIQB7x", 0, 0, 24, 3, 0, 0x20) + b"\x88\x01" + bytes(22) + b"\0\0" + b"\0\0" + LLC,
    ),
    "prism": (119, bytes(144) + DATA + LLC),
    "avs": (163, b"\x80\x21\x10\x01\0\0\0\x40" + bytes(56) + DATA + LLC),
    "ppi": (192, b"\0\0\x08\0\x01\0\0\0" + MACS + b"\x08\0"),
    "pktap": (258, struct.pack("<III", 12, 1, 1) + MACS + b"\x08\0"),
    "erf": (197, bytes(8) + b"\x02" + bytes(7) + b"\0\0" + MACS + b"\x08\0"),
    "nflog": (239, b"\x02\0\0\0" + struct.pack("<HHIHH", 8, 3, 0, 32, 9)),
    "nflog of the other order": (239, b"\x02\0\0\0" + struct.pack(">HHIHH", 8, 3, 0, 32, 9)),
    "pflog": (117, b"\x3d\x02" + bytes(62)),
    "enc": (109, struct.pack("<III", 2, 0, 0)),
    "dsa": (284, MACS + bytes(4) + b"\x08\0"),
}


@pytest.mark.parametrize("name", HEADERS)
def test_ip_is_found(name: str) -> None:
    linktype, header = HEADERS[name]
    packet = packet_of(header + V4, linktype)
    assert packet.get("src") == number("10.1.2.3"), packet.note
    assert packet.get("dport") == 53
    assert packet.get("vlan") == (0x2A if b"\0\x2a" in header or b"\x60\x2a" in header else None)


@pytest.mark.parametrize("name", HEADERS)
def test_header_cut_short_leaves_all_unknown(name: str) -> None:
    linktype, header = HEADERS[name]
    for size in range(len(header)):
        packet = packet_of(header[:size], linktype, 1000)
        if packet.get("src") is not None:
            assert packet.get("src") is UNKNOWN
        if packet.note:
            assert packet.get("vlan") in (UNKNOWN, 0x2A)


@pytest.mark.parametrize(
    ("linktype", "header"),
    [
        (1, MACS + b"\x86\xdd"),
        (0, struct.pack("<I", 24)),
        (0, struct.pack("<I", 30)),
        (229, b""),
        (9, b"\xff\x03\0\x57"),
        (276, b"\x86\xdd" + bytes(18)),
        (1, MACS + b"\x08\0"),
    ],
)
def test_ipv6_is_found(linktype: int, header: bytes) -> None:
    assert packet_of(header + SIX, linktype).get("src") == number("2001:db8::1")


@pytest.mark.parametrize(
    ("linktype", "data", "reason"),
    [
        (1, MACS + b"\x08\x06" + bytes(28), "ARP"),
        (1, MACS + b"\x88\xcc" + bytes(28), "ethertype 0x88cc"),
        (1, MACS + b"\0\x26\x42\x42\x03" + bytes(40), "LLC SAP 0x42"),
        (1, MACS + b"\0\x26\xff\xff" + bytes(40), "IPX"),
        (1, MACS + b"\x08", "ends in the link header"),
        (1, b"", "ends in the link header"),
        (195, b"abc", "link type 195 (not decoded)"),
        (105, b"\x80\0" + bytes(40), "802.11 management"),
        (105, b"\x08\x41" + bytes(40), "802.11 encrypted"),
        (105, b"\x09\x01" + bytes(40), "802.11 version 1"),
        (105, DATA[:22] + b"\x12\0" + LLC + V4, "802.11 later fragment"),
        (192, struct.pack("<BBHI", 0, 0, 8, 0x10001) + MACS + b"\x08\0" + V4, "link type 65537 (not decoded)"),
        (192, struct.pack("<BBHI", 0, 0, 0, 228) + V4, "malformed PPI header"),
        (258, struct.pack("<III", 12, 0, 1) + MACS + b"\x08\0" + V4, "PKTAP record type 0"),
        (258, struct.pack("<III", 8, 1, 228) + V4, "malformed PKTAP header"),
        (101, b"\x90" + bytes(40), "raw IP with version 9"),
        (9, b"\xff\x03\xc0\x21" + bytes(9), "PPP protocol 0xc021"),
        (0, struct.pack("<I", 7) + bytes(9), "address family 7"),
    ],
)
def test_what_is_not_ip_is_counted(linktype: int, data: bytes, reason: str) -> None:
    assert reasons(data, linktype) == [reason]
    packet = packet_of(data, linktype)
    assert set(packet.fields) == {"len", "caplen"}
    assert packet.get("tcp") == 0


@pytest.mark.parametrize("header", [MACS, MACS[:5], MACS + b"\x08", MACS + b"\x81\0", MACS + b"\x81\0\0"])
def test_a_tag_that_was_not_captured_is_not_denied(header: bytes) -> None:
    assert packet_of(header, 1, 60).get("vlan") is UNKNOWN
    assert packet_of(header, 1).get("vlan") is None


def test_every_link_type_has_a_step() -> None:
    step: Step
    for step in LINKS.values():
        assert callable(step)
