"""Headers that scapy builds, field by field; then cut, and made impossible."""

from __future__ import annotations

import pytest
from scapy.layers.inet import ICMP, IP, TCP, UDP, IPOption
from scapy.layers.inet6 import (
    ICMPv6EchoReply,
    ICMPv6PacketTooBig,
    IPv6,
    IPv6ExtHdrDestOpt,
    IPv6ExtHdrFragment,
    IPv6ExtHdrHopByHop,
    IPv6ExtHdrRouting,
)
from scapy.layers.ipsec import AH
from scapy.layers.sctp import SCTP
from scapy.packet import Packet as Built
from scapy.packet import Raw

from matcher.packet import UNKNOWN
from sigdsl.fields import FIELDS
from tests.decode.wire_packets import RAW, number, packet_of


def built(packet: Built) -> bytes:
    return bytes(packet)


V4 = IP(src="10.1.2.3", dst="192.0.2.9", ttl=61, id=0xBEEF, tos=0xB9, flags="DF")
SIX = IPv6(src="2001:db8::1", dst="2001:db8::2", hlim=60, tc=0x2E, fl=0x12345)
SEGMENT = TCP(sport=1234, dport=80, seq=674719801, ack=674719802, flags="SA", window=4128, urgptr=7)


def test_ipv4_and_tcp() -> None:
    options = [("MSS", 1460), ("SAckOK", b""), ("Timestamp", (111, 222)), ("NOP", None), ("WScale", 7)]
    tcp = SEGMENT.copy()
    tcp.options = options
    packet = packet_of(built(V4 / tcp / Raw(b"hello")), RAW)
    assert packet.note == ""
    assert dict(packet.fields) == {
        "len": 65, "caplen": 65, "ip.version": 4, "ip.hlen": 20, "tos": 0xB9, "ip.len": 65, "id": 0xBEEF, "evil": 0,
        "df": 1, "mf": 0, "frag.offset": 0, "ttl": 61, "proto": 6,
        "src": number("10.1.2.3"), "dst": number("192.0.2.9"),
        "ip.options": (), "sport": 1234, "dport": 80, "seq": 674719801, "ack": 674719802, "tcp.hlen": 40, "flags": 0x12,
        "window": 4128, "urgent": 7, "options": (2, 4, 8, 1, 3), "mss": 1460, "sackok": 1, "ts.val": 111, "ts.ecr": 222,
        "wscale": 7, "payload.len": 5, "payload": b"hello",
    }  # fmt: skip
    derived = {
        "ittl": 64, "hops": 3, "dscp": 46, "ecn": 1, "ip": 1, "ip6": 0, "tcp": 1, "udp": 0, "frag": 0, "quoted": 0,
    }  # fmt: skip
    assert {name: packet.get(name) for name in derived} == derived


def test_reserved_bits_belong_to_the_flags() -> None:
    data = bytearray(built(V4 / SEGMENT))
    data[32] |= 0x0F
    data[33] |= 0xC0
    assert packet_of(data, RAW).get("flags") == 0xFD2


def test_tcp_options_end_with_the_first_end_of_options() -> None:
    data = built(V4 / TCP(dataofs=8) / Raw(b"\x01\x01\x00\x02\x04\x05\xb4\x01" + b"\x00" * 4 + b"payload"))
    packet = packet_of(data, RAW)
    assert packet.get("options") == (1, 1, 0)
    assert packet.get("mss") is None
    assert packet.get("payload") == b"payload"


def test_timestamps_alone() -> None:
    tcp = TCP(options=[("NOP", None), ("NOP", None), ("Timestamp", (5, 6))])
    packet = packet_of(built(V4 / tcp), RAW)
    assert [packet.get(name) for name in ("options", "ts.val", "ts.ecr", "sackok", "mss")] == [(1, 1, 8), 5, 6, 0, None]


@pytest.mark.parametrize("filler", [b"\1\1", b"\x04\x02"])
def test_the_first_word_of_a_cut_timestamp_is_shown(filler: bytes) -> None:
    data = built(V4 / TCP(dataofs=8) / Raw(filler + b"\x08\x0a\0\0\0\5\0\0\0\6"))
    for size in range(40, 52):
        packet = packet_of(data[:size], RAW, len(data))
        assert packet.get("ts.val") == (5 if size >= 48 else UNKNOWN), size
        assert packet.get("ts.ecr") is UNKNOWN
        assert packet.get("options") is UNKNOWN


def test_only_the_first_timestamp_counts_though_the_second_is_cut() -> None:
    data = built(V4 / TCP(options=[("Timestamp", (5, 6)), ("Timestamp", (7, 8))]))
    packet = packet_of(data[:57], RAW, len(data))
    assert [packet.get(name) for name in ("ts.val", "ts.ecr")] == [5, 6]


@pytest.mark.parametrize("raw", [b"\x02\x01\x00\x00", b"\x01\x01\x01\x03", b"\x02\x09\x01\x01", b"\x02\x00\x01\x01"])
def test_tcp_option_that_does_not_fit_ends_the_list(raw: bytes) -> None:
    packet = packet_of(built(V4 / TCP(dataofs=6) / Raw(raw + b"abc")), RAW)
    assert packet.get("options") == tuple(byte for byte in raw if byte == 1 and raw[0] == 1)
    assert "does not fit" in packet.note
    assert packet.get("payload") == b"abc"


def test_the_first_of_two_equal_options_counts() -> None:
    packet = packet_of(built(V4 / TCP(options=[("MSS", 1), ("MSS", 2)])), RAW)
    assert packet.get("options") == (2, 2)
    assert packet.get("mss") == 1


def test_ipv4_and_udp() -> None:
    packet = packet_of(built(V4 / UDP(sport=53, dport=9999) / Raw(b"abc")), RAW)
    assert [packet.get(name) for name in ("sport", "dport", "udp.len", "payload", "payload.len", "udp", "tcp")] == [
        53, 9999, 11, b"abc", 3, 1, 0,
    ]  # fmt: skip
    assert packet.get("seq") is None


def test_sctp() -> None:
    packet = packet_of(built(V4 / SCTP(sport=7, dport=8) / Raw(b"1234")), RAW)
    assert [packet.get(name) for name in ("sport", "dport", "payload.len", "sctp")] == [7, 8, 4, 1]


def test_link_padding_is_no_payload() -> None:
    data = built(V4 / SEGMENT / Raw(b"ab")) + bytes(18)
    packet = packet_of(data, RAW)
    assert packet.get("payload") == b"ab"
    assert packet.get("len") == len(data)


def test_snapped_payload_keeps_its_length() -> None:
    data = built(V4 / SEGMENT / Raw(b"abcdef"))
    packet = packet_of(data[:-4], RAW, len(data))
    assert (packet.get("payload"), packet.get("payload.len")) == (b"ab", 6)


def test_first_and_later_fragments() -> None:
    whole = built(V4 / UDP(sport=1, dport=2) / Raw(bytes(range(24))))
    first = IP(flags="MF", proto=17, id=9) / Raw(whole[20:44])
    later = IP(flags=0, frag=3, proto=17, id=9) / Raw(whole[44:])
    packet = packet_of(built(first), RAW)
    assert [packet.get(n) for n in ("frag", "mf", "frag.offset", "sport", "payload.len")] == [1, 1, 0, 1, 16]
    packet = packet_of(built(later), RAW)
    names = ("frag", "mf", "frag.offset", "sport", "udp", "payload.len")
    assert [packet.get(name) for name in names] == [1, 0, 24, None, 1, 8]
    assert packet.get("payload") == whole[44:]


def test_ipv4_options() -> None:
    options = [IPOption(b"\x83\x07\x04\x0a\x00\x00\x01"), IPOption(b"\x00")]
    packet = packet_of(built(IP(options=options) / UDP()), RAW)
    assert packet.get("ip.options") == (0x83, 0)
    assert packet.get("ip.hlen") == 28
    assert packet.get("sport") == 53


def test_ipv6_and_tcp() -> None:
    packet = packet_of(built(SIX / SEGMENT / Raw(b"x")), RAW)
    expected = {
        "ip.version": 6, "ip.hlen": 40, "tos": 0x2E, "flow": 0x12345, "ip.len": 61, "ttl": 60, "proto": 6,
        "src": number("2001:db8::1"), "dst": number("2001:db8::2"), "sport": 1234, "flags": 0x12, "payload.len": 1,
        "id": None, "df": None, "mf": None, "frag.offset": None, "frag": 0, "ip": 0, "ip6": 1,
    }  # fmt: skip
    assert {name: packet.get(name) for name in expected} == expected


def test_ipv6_extension_headers() -> None:
    chain = IPv6ExtHdrHopByHop() / IPv6ExtHdrRouting(addresses=["::1"]) / IPv6ExtHdrFragment(m=1, id=0xABCDEF01)
    packet = packet_of(built(SIX / chain / IPv6ExtHdrDestOpt() / UDP(sport=5) / Raw(b"abc")), RAW)
    names = ("proto", "id", "mf", "frag.offset", "frag", "sport", "payload.len")
    assert [packet.get(name) for name in names] == [17, 0xABCDEF01, 1, 0, 1, 5, 3]


def test_later_ipv6_fragment_has_no_ports() -> None:
    packet = packet_of(built(SIX / IPv6ExtHdrFragment(offset=185, id=1, nh=6) / Raw(b"12345678")), RAW)
    names = ("proto", "tcp", "frag.offset", "sport", "payload.len")
    assert [packet.get(name) for name in names] == [6, 1, 1480, None, 8]


@pytest.mark.parametrize("ip", [V4, SIX])
def test_authentication_header_is_seen_through(ip: Built) -> None:
    packet = packet_of(built(ip / AH(nh=6, payloadlen=4, icv=b"\0" * 12) / SEGMENT / Raw(b"xy")), RAW)
    names = ("proto", "tcp", "udp", "sctp", "icmp", "sport", "payload.len")
    assert [packet.get(name) for name in names] == [51, 1, 0, 0, 0, 1234, 2]


@pytest.mark.parametrize("ip", [IP(proto=51), IPv6(nh=51)])
@pytest.mark.parametrize("size", [1, 2, 8, 23])
def test_authentication_header_that_does_not_fit_has_nothing_above(ip: Built, size: int) -> None:
    header = built(AH(nh=6, payloadlen=4, icv=b"\0" * 12))
    packet = packet_of(built(ip / Raw(header[:size])), RAW)
    assert packet.note == "the authentication header does not fit the IP length"
    assert [packet.get(name) for name in ("proto", "tcp", "sport", "payload")] == [51, 0, None, None]
    nothing = packet_of(built(IP(proto=51)), RAW)
    assert (nothing.note, nothing.get("tcp")) == (packet.note, 0)


def test_echo() -> None:
    packet = packet_of(built(V4 / ICMP(type=8, id=0x1234, seq=9) / Raw(b"abcd")), RAW)
    names = ("icmp.type", "icmp.code", "icmp.id", "icmp.seq", "payload.len", "icmp", "icmp6", "icmp.mtu", "quoted")
    assert [packet.get(name) for name in names] == [8, 0, 0x1234, 9, 4, 1, 0, None, 0]
    packet = packet_of(built(SIX / ICMPv6EchoReply(id=4, seq=5)), RAW)
    assert [packet.get(name) for name in names] == [129, 0, 4, 5, 0, 0, 1, None, 0]


@pytest.mark.parametrize("ip", [V4 / ICMP(type=8, id=0x1234, seq=9), SIX / ICMPv6EchoReply(id=0x1234, seq=9)])
@pytest.mark.parametrize(("size", "fitting"), [(1, 1), (2, 2), (5, 2), (6, 3), (7, 3)])
def test_echo_for_which_ip_has_no_room(ip: Built, size: int, fitting: int) -> None:
    """What fits is there and the rest is not; what was not captured of the former is not shown."""
    data = bytearray(built(ip))
    header = len(data) - 8
    at, length = (2, header + size) if ip.version == 4 else (4, size)
    data[at : at + 2] = length.to_bytes(2, "big")
    whole = (8 if ip.version == 4 else 129, 0, 0x1234, 9)
    for captured in range(size + 1):
        packet = packet_of(data[: header + captured], RAW, len(data))
        assert packet.note == f"IP gives ICMP {size} bytes: its header has 8"
        shown = sum(end <= captured for end in (1, 2, 6, 8))
        names = ("icmp.type", "icmp.code", "icmp.id", "icmp.seq")
        expected = [*whole[:shown], *[UNKNOWN] * (fitting - shown), *[None] * (4 - fitting)]
        assert [packet.get(name) for name in names] == expected
        assert [packet.get(name) for name in ("icmp.mtu", "quoted", "payload.len")] == [None, 0, None]


def test_quotation_is_decoded_as_far_as_it_goes() -> None:
    quotation = built(IP(src="1.2.3.4", dst="5.6.7.8", ttl=1, id=77, len=1500) / SEGMENT)[:28]
    packet = packet_of(built(V4 / ICMP(type=3, code=4, nexthopmtu=1400) / Raw(quotation)), RAW)
    expected = {
        "icmp.mtu": 1400, "quoted": 1, "quoted.ip.version": 4, "quoted.src": number("1.2.3.4"), "quoted.proto": 6,
        "quoted.ttl": 1, "quoted.id": 77, "quoted.ip.len": 1500, "quoted.sport": 1234, "quoted.dport": 80,
        "quoted.seq": 674719801, "quoted.ack": UNKNOWN, "quoted.flags": UNKNOWN, "quoted.udp.len": None,
        "sport": None, "seq": None,
    }  # fmt: skip
    assert {name: packet.get(name) for name in expected} == expected
    assert packet.note == ""


def test_ipv6_quotation() -> None:
    packet = packet_of(built(SIX / ICMPv6PacketTooBig(mtu=1280) / SIX / UDP(sport=7, dport=9, len=8)), RAW)
    names = ("icmp.mtu", "quoted.src", "quoted.sport", "quoted.udp.len", "quoted")
    assert [packet.get(name) for name in names] == [1280, number("2001:db8::1"), 7, 8, 1]


def test_error_without_quotation() -> None:
    assert packet_of(built(V4 / ICMP(type=3, code=1)), RAW).get("quoted") == 0


def test_segmentation_left_to_the_card_has_no_payload_length() -> None:
    packet = packet_of(built(IP(len=0) / SEGMENT / Raw(b"abc")), RAW)
    assert [packet.get(n) for n in ("ip.len", "payload.len", "payload", "flags")] == [0, UNKNOWN, b"abc", 0x12]


WHOLE = {
    "tcp": V4 / TCP(options=[("MSS", 1460), ("SAckOK", b""), ("Timestamp", (1, 2)), ("WScale", 7)]) / Raw(b"data"),
    "udp": V4 / UDP() / Raw(b"data"),
    "icmp": V4 / ICMP(type=3, code=4, nexthopmtu=9) / IP(src="1.2.3.4") / SEGMENT / Raw(b"more"),
    "echo": V4 / ICMP(id=3, seq=4),
    "sctp": V4 / SCTP(),
    "other": V4.copy() / Raw(b"data"),
    "ip options": IP(options=[IPOption(b"\x94\x04\0\0")]) / UDP(),
    "six": SIX / IPv6ExtHdrDestOpt() / IPv6ExtHdrFragment(m=1, id=7) / SEGMENT / Raw(b"data"),
    "six echo": SIX / ICMPv6EchoReply(id=4, seq=5),
    "six error": SIX / ICMPv6PacketTooBig(mtu=1280) / SIX / SEGMENT,
    "ah": V4 / AH(nh=17, payloadlen=4, icv=b"\0" * 12) / UDP(),
}


@pytest.mark.parametrize("name", WHOLE)
def test_cut_packets_show_what_is_there_and_never_another_value(name: str) -> None:
    data = built(WHOLE[name])
    whole = packet_of(data, RAW)
    shown = 0
    for size in range(1, len(data) + 1):
        packet = packet_of(data[:size], RAW, len(data))
        assert packet.note == ""
        for field in (*FIELDS,):
            if field in ("caplen", "payload"):
                continue
            value, true = packet.get(field), whole.get(field)
            if true is None:
                assert value in (None, UNKNOWN), field
            elif value is not UNKNOWN:
                assert value == true, (field, size)
        now = sum(value is not UNKNOWN for key, value in packet.fields.items() if whole.get(key) is not None)
        assert now >= shown, size
        shown = now
    assert UNKNOWN not in whole.fields.values() or name == "icmp"


def test_bytes_that_the_ip_length_leaves_out_are_not_of_the_packet() -> None:
    data = bytearray(built(V4 / SEGMENT / Raw(b"data")))
    data[2:4] = (20 + 10).to_bytes(2, "big")
    packet = packet_of(data, RAW)
    assert [packet.get(n) for n in ("sport", "dport", "seq", "ack", "flags", "payload.len")] == [
        1234, 80, 674719801, None, None, None,
    ]  # fmt: skip
    assert packet.note == "IP gives TCP 10 bytes: its header has at least 20"


@pytest.mark.parametrize(
    ("at", "value", "note", "known", "hidden"),
    [
        (0, 0x44, "IPv4 header length 16 is less than 20", "ip.hlen", "tos"),
        (0, 0x55, "IPv4 header with version 5", "ip.version", "ip.hlen"),
        (3, 19, "IPv4 total length 19 is less than its header's 20", "ip.len", "src"),
        (32, 0x40, "TCP header length 16 is less than 20", "ack", "flags"),
        (32, 0xF0, "TCP header length 60 is more than the 24 bytes that IP gives it", "flags", "options"),
    ],
)
def test_impossible_lengths_hide_what_follows(at: int, value: int, note: str, known: str, hidden: str) -> None:
    data = bytearray(b"\0" * 12 + b"\x08\0" + built(V4 / SEGMENT / Raw(b"data")))
    data[14 + at] = value
    packet = packet_of(data)
    assert packet.note == note
    assert isinstance(packet.get(known), int)
    assert packet.get(hidden) is UNKNOWN


@pytest.mark.parametrize(
    ("announced", "data", "note"),
    [(228, SIX / UDP(), "IPv6 where IPv4 was announced"), (229, V4 / UDP(), "IPv4 where IPv6 was announced")],
)
def test_the_header_says_which_version_it_is(announced: int, data: Built, note: str) -> None:
    whole = packet_of(built(data), RAW)
    for size in range(1, len(built(data)) + 1):
        packet = packet_of(built(data)[:size], announced, len(built(data)))
        assert packet.note == note
        assert packet.fields == packet_of(built(data)[:size], RAW, len(built(data))).fields
    assert packet.fields == whole.fields


@pytest.mark.parametrize("size", [1, 39, 40, 48])
@pytest.mark.parametrize(("announced", "data", "version"), [(228, V4 / UDP(), 4), (229, SIX / UDP(), 6)])
def test_another_version_hides_the_header(announced: int, data: Built, version: int, size: int) -> None:
    damaged = b"\x90" + built(data)[1:size]
    packet = packet_of(damaged, announced, 48)
    assert packet.note == f"IPv{version} header with version 9"
    names = ("ip.version", "ip.hlen", "tos", "ip.len", "proto", "ttl", "src", "tcp", "sport", "id", "frag")
    assert [packet.get(name) for name in names] == [version, *[UNKNOWN] * 10]


@pytest.mark.parametrize("header", [b"", b"\x45", b"\x46"])
def test_ipv4_options_are_known_from_the_header_length_on(header: bytes) -> None:
    expected = () if header == b"\x45" else UNKNOWN
    assert packet_of(header, 228, 60).get("ip.options") == expected


def test_udp_length_that_does_not_fit_is_said() -> None:
    packet = packet_of(built(V4 / UDP(len=7) / Raw(b"data")), RAW)
    assert packet.note == "UDP length 7 does not fit the 12 bytes that IP gives it"
    assert packet.get("payload.len") == 4


def test_extension_header_beyond_the_payload_is_said() -> None:
    data = bytearray(built(SIX / IPv6ExtHdrDestOpt() / UDP()))
    data[41] = 9
    packet = packet_of(data, RAW)
    assert packet.note == "IPv6 extension header 60 does not fit the payload length"
    assert packet.get("proto") is UNKNOWN
    assert packet.get("tcp") is UNKNOWN
