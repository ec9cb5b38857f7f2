"""The innermost packet of each kind of tunnel, and what stays where it cannot be had."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scapy.contrib.geneve import GENEVE
from scapy.layers.inet import ICMP, IP, TCP, UDP
from scapy.layers.inet6 import IPv6, IPv6ExtHdrFragment
from scapy.layers.l2 import GRE, Dot1Q, Ether
from scapy.layers.vxlan import VXLAN
from scapy.packet import Packet as Built
from scapy.packet import Raw

from matcher.decode import decode
from matcher.decode.tunnel import MOST_TUNNELS
from matcher.formats import ReadReport, Record
from matcher.packet import UNKNOWN, Packet
from tests.decode.test_decode_fuzz import check
from tests.decode.wire_packets import RAW, number

OUTER = IP(src="10.0.0.1", dst="10.0.0.2")
OUTER6 = IPv6(src="2001:db8::a", dst="2001:db8::b")
V4 = IP(src="192.0.2.1", dst="192.0.2.2", ttl=33) / TCP(sport=1234, dport=80, seq=7) / Raw(b"payload")
V6 = IPv6(src="2001:db8::1", dst="2001:db8::2") / UDP(sport=1234, dport=80) / Raw(b"payload")
MACS = Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02")


def udp(port: int, sport: int = 40_000) -> Built:
    return OUTER / UDP(sport=sport, dport=port)


def over_gre(flags: int, protocol: int, rest: bytes) -> bytes:
    packet = IP(src="10.0.0.1", dst="10.0.0.2", proto=47) / Raw(struct.pack(">HH", flags, protocol) + rest)
    return bytes(packet)


def over_udp(port: int, rest: bytes) -> bytes:
    return bytes(udp(port) / Raw(rest))


INNER4, INNER6, FRAME = bytes(V4), bytes(V6), bytes(MACS / V4)
GTP = b"\x30\xff\0\x2f\0\0\0\x07"

TUNNELS: dict[str, bytes] = {
    "ipip": bytes(OUTER / V4),
    "6in4": bytes(OUTER / V6),
    "4in6": bytes(OUTER6 / V4),
    "6in6": bytes(OUTER6 / V6),
    "gre": bytes(OUTER / GRE() / V4),
    "gre over ipv6": bytes(OUTER6 / GRE() / V6),
    "gre with all": bytes(OUTER / GRE(chksum_present=1, key_present=1, seqnum_present=1, key=5, seqence_number=6) / V4),
    "gre with routes": over_gre(0x4000, 0x0800, bytes(4) + b"\0\x02\0\x04abcd" + bytes(4) + INNER4),
    "pptp": over_gre(0x3081, 0x880B, bytes(12) + b"\xff\x03\0\x21" + INNER4),
    "gre bridging": over_gre(0x2000, 0x6558, bytes(4) + FRAME),
    "gre mpls": over_gre(0, 0x8847, b"\0\0\x11\x40" + INNER4),
    "erspan i": over_gre(0, 0x88BE, FRAME),
    "erspan ii": over_gre(0x1000, 0x88BE, bytes(4) + b"\x10" + bytes(7) + FRAME),
    "erspan iii": over_gre(0x1000, 0x22EB, bytes(4) + b"\x20" + bytes(11) + FRAME),
    "erspan iii with more": over_gre(0x1000, 0x22EB, bytes(4) + b"\x20" + bytes(10) + b"\x01" + bytes(8) + FRAME),
    "erspan iii of ip": over_gre(0x1000, 0x22EB, bytes(4) + b"\x20" + bytes(9) + b"\x08\0" + INNER4),
    "etherip": bytes(IP(proto=97) / Raw(b"\x30\0" + FRAME)),
    "mpls in ip": bytes(IP(proto=137) / Raw(b"\0\0\x11\x40" + INNER4)),
    "ethernet in ipv6": bytes(IPv6(nh=143) / Raw(FRAME)),
    "vxlan": bytes(udp(4789) / VXLAN(vni=9) / MACS / V4),
    "vxlan of linux": bytes(udp(8472) / VXLAN(vni=9) / MACS / V6),
    "vxlan, from the port": bytes(udp(9999, 4789) / Raw(b"\x08" + bytes(7) + FRAME)),
    "vxlan-gpe": over_udp(4790, b"\x0c\0\0\x01\0\0\x01\0" + INNER4),
    "vxlan-gpe of ethernet": over_udp(4790, b"\x0c\0\0\x03\0\0\x01\0" + FRAME),
    "geneve": bytes(udp(6081) / GENEVE(vni=9, proto=0x6558) / MACS / V4),
    "geneve with options": over_udp(6081, b"\x02\0\x08\0\0\0\x09\0" + bytes(8) + INNER4),
    "gtp": over_udp(2152, GTP + INNER4),
    "gtp with a number": over_udp(2152, b"\x32" + GTP[1:] + b"\0\x01\0\0" + INNER6),
    "gtp with extensions": over_udp(
        2152, b"\x34" + GTP[1:] + b"\0\0\0\x85" + b"\x01\x10\x05\x40" + b"\x02" + bytes(6) + b"\0" + INNER4
    ),
    "gre in udp": over_udp(4754, b"\0\0\x08\0" + INNER4),
}


def inner_of(data: bytes, length: int | None = None, linktype: int = RAW) -> tuple[Packet, ReadReport]:
    report = ReadReport()
    return decode(Record(1, 0, length or len(data), data, linktype), report, inner=True), report


def outer_of(data: bytes) -> Packet:
    return decode(Record(1, 0, len(data), data, RAW), ReadReport())


@pytest.mark.parametrize("name", TUNNELS)
def test_the_innermost_packet_is_found(name: str) -> None:
    packet, report = inner_of(TUNNELS[name])
    assert packet.note == ""
    assert not report.outer_only
    assert [packet.get(field) for field in ("src", "sport", "dport", "payload")] == [
        number("192.0.2.1" if packet.get("ip") else "2001:db8::1"), 1234, 80, b"payload",
    ]  # fmt: skip
    assert packet.get("len") == len(TUNNELS[name])


@pytest.mark.parametrize("name", TUNNELS)
def test_the_outermost_is_decoded_unless_asked_otherwise(name: str) -> None:
    outer = outer_of(TUNNELS[name])
    assert outer.get("payload") != b"payload"
    assert outer.get("src") != number("192.0.2.1")


@pytest.mark.parametrize("name", TUNNELS)
def test_cut_tunnels_show_what_is_there_and_never_another_value(name: str) -> None:
    data = TUNNELS[name]
    whole = inner_of(data)[0]
    outer = outer_of(data)
    for size in range(1, len(data)):
        packet, report = inner_of(data[:size], len(data))
        true = whole if packet.get("src") == whole.get("src") else outer
        assert (true is whole) or report.outer_only or packet.get("payload") in (b"", UNKNOWN), size
        for field, value in packet.fields.items():
            if value is not UNKNOWN and field not in ("caplen", "payload"):
                assert value == true.get(field), (field, size)


def test_tunnels_in_tunnels() -> None:
    packet, _ = inner_of(bytes(OUTER / GRE() / OUTER6 / udp(4789) / VXLAN() / MACS / OUTER / V6))
    assert packet.get("src") == number("2001:db8::1")
    assert packet.get("dport") == 80


def test_more_tunnels_than_are_looked_into() -> None:
    layers = [IP(src=f"10.0.0.{number}") for number in range(MOST_TUNNELS + 2)]
    built = layers[0]
    for layer in layers[1:]:
        built = built / layer
    packet, report = inner_of(bytes(built / V4))
    assert packet.get("src") == number(f"10.0.0.{MOST_TUNNELS}")
    assert packet.note == "more than 8 tunnels, one in another"
    assert list(report.outer_only) == [packet.note]


def test_the_outermost_tag_counts_wherever_it_is() -> None:
    inside = MACS / Dot1Q(vlan=7) / V4
    packet, _ = inner_of(bytes(MACS / udp(4789) / VXLAN() / inside), linktype=1)
    assert packet.get("vlan") == 7
    packet, _ = inner_of(bytes(MACS / Dot1Q(vlan=5) / udp(4789) / VXLAN() / inside), linktype=1)
    assert packet.get("vlan") == 5


STAYS = {
    "gre of ppp": (over_gre(0, 0x880B, b"\xff\x03\xc0\x21" + bytes(20)), "GRE: PPP protocol 0xc021"),
    "gre of arp": (over_gre(0, 0x0806, bytes(28)), "GRE: ARP"),
    "gre of version 3": (over_gre(3, 0x0800, INNER4), "GRE: version 3"),
    "gre of nothing": (over_gre(0, 0x0800, b""), "GRE: ends in the headers before the inner packet"),
    "ip version": (over_gre(0, 0x0800, b"\x95" + INNER4[1:]), "GRE: an inner packet with IP version 9"),
    "raw ip version": (bytes(IP(proto=4) / Raw(b"\x95" + INNER4[1:])), "IP in IP: raw IP with version 9"),
    "inner header": (over_gre(0, 0x0800, b"\x41" + INNER4[1:]), "GRE: IPv4 header length 4 is less than 20"),
    "cut inner header": (over_gre(0, 0x0800, INNER4[:19]), "GRE: ends in the inner IP header"),
    "etherip version": (bytes(IP(proto=97) / Raw(b"\x40\0" + FRAME)), "EtherIP: EtherIP of another version"),
    "erspan type": (
        over_gre(0x1000, 0x22EB, bytes(14) + b"\x04\0" + INNER4), "GRE: ERSPAN frame type 1",
    ),
    "gtp extension": (
        over_udp(2152, b"\x34" + GTP[1:] + b"\0\0\0\x85\0" + INNER4), "GTP-U: GTP-U extension header without a length",
    ),
    "next protocol": (over_udp(4790, b"\x0c\0\0\x63" + bytes(4) + INNER4), "VXLAN-GPE: next protocol 99"),
    "later fragment": (bytes(IP(proto=47, frag=3) / Raw(bytes(40))), "GRE: a later fragment"),
    "later ipv6 fragment": (
        bytes(IPv6() / IPv6ExtHdrFragment(offset=3, nh=41) / Raw(bytes(40))), "IPv6 in IP: a later fragment",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STAYS)
def test_the_outer_packet_stays_with_a_note(name: str) -> None:
    data, note = STAYS[name]
    packet, report = inner_of(data)
    outer = outer_of(data)
    assert packet.fields == outer.fields
    assert packet.note == note
    assert report.outer_only == {note: 1}
    assert not report.undecoded


NO_TUNNELS = {
    "vxlan without its flag": over_udp(4789, bytes(60)),
    "vxlan-gpe without its flag": over_udp(4790, b"\x04\0\0\x01" + bytes(60)),
    "geneve of another version": over_udp(6081, b"\x40" + bytes(60)),
    "gtp message": over_udp(2152, b"\x32\x01\0\x04" + bytes(60)),
    "gtp prime": over_udp(2152, b"\x20\xff\0\x04" + bytes(60)),
    "an echo": bytes(OUTER / ICMP()),
    "a quotation": bytes(OUTER / ICMP(type=3, code=1) / OUTER / V4),
    "tcp": bytes(OUTER / TCP(dport=4789) / Raw(b"\x08" + bytes(7) + FRAME)),
}


@pytest.mark.parametrize("name", NO_TUNNELS)
def test_what_is_no_tunnel_is_left_alone(name: str) -> None:
    packet, report = inner_of(NO_TUNNELS[name])
    assert packet == outer_of(NO_TUNNELS[name])
    assert not report.outer_only


def test_the_first_fragment_of_an_outer_packet_shows_the_inner_one() -> None:
    packet, _ = inner_of(bytes(IP(src="10.0.0.1", proto=47, flags="MF") / Raw(b"\0\0\x08\0" + INNER4[:44])))
    assert [packet.get(field) for field in ("src", "mf", "dport", "payload", "payload.len")] == [
        number("192.0.2.1"), 0, 80, b"payl", 7,
    ]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(list(TUNNELS.values())), st.data())
def test_mutated_tunnels(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    size = data.draw(st.integers(0, len(changed)))
    check(inner_of(bytes(changed[:size]), data.draw(st.sampled_from([size, len(changed)])))[0])


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from([0, 4, 20, 24, 28, 36, 40, 50]), max_size=12), st.binary(max_size=200), st.data())
def test_tunnels_spliced(ends: list[int], rest: bytes, data: st.DataObject) -> None:
    """Beginnings of one tunnel before another, as often as one likes, then anything."""
    spliced = b"".join(data.draw(st.sampled_from(list(TUNNELS.values())))[:end] for end in ends) + rest
    check(inner_of(spliced)[0])


@pytest.mark.parametrize("header", [b"\0\0\x65\x58", b"\x40\0\x65\x58" + bytes(4) + b"\0\x01\0\0" * 9 + bytes(4)])
def test_endless_nesting(header: bytes) -> None:
    layer = bytes(OUTER)[:9] + b"\x2f" + bytes(OUTER)[10:20] + header + bytes(MACS)[:12] + b"\x08\0"
    check(inner_of((layer * 9000)[:260_000])[0])
