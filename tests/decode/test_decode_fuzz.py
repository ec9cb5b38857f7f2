"""Whatever the bytes are, a record becomes a packet with names of the registry only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.decode.link import LINKS
from matcher.packet import UNKNOWN, Packet
from sigdsl.fields import FIELDS, Kind
from tests.decode.test_link_types import HEADERS
from tests.decode.test_packet_headers import WHOLE
from tests.decode.wire_packets import packet_of, reasons

LINKTYPES = st.sampled_from([*LINKS, 195, -1])
WHOLES = [bytes(packet) for packet in WHOLE.values()]
TYPES = {Kind.BYTES: bytes, Kind.OPTIONS: tuple}


def check(packet: Packet) -> None:
    for name in FIELDS:
        value = packet.get(name)
        if value is None or value is UNKNOWN:
            continue
        field = FIELDS[name]
        assert isinstance(value, TYPES.get(field.kind, int)), name
        if field.kind in (Kind.NUMBER, Kind.MOD32, Kind.BOOLEAN):
            assert isinstance(value, int)
            assert 0 <= value < 1 << field.bits, name
    assert set(packet.fields) <= set(FIELDS)
    length, payload = packet.get("payload.len"), packet.get("payload")
    if isinstance(length, int) and isinstance(payload, bytes):
        assert len(payload) <= length


@settings(max_examples=500, deadline=None)
@given(LINKTYPES, st.binary(max_size=200), st.integers(0, 300))
def test_random_bytes(linktype: int, data: bytes, length: int) -> None:
    check(packet_of(data, linktype, length))


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(list(HEADERS.values())), st.sampled_from(WHOLES), st.data())
def test_mutated_packets(header: tuple[int, bytes], whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(header[1] + whole)
    for _ in range(data.draw(st.integers(0, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    size = data.draw(st.integers(0, len(changed)))
    check(packet_of(changed[:size], header[0], data.draw(st.sampled_from([size, len(changed)]))))


@settings(deadline=None)
@given(st.binary(max_size=120))
def test_random_bytes_after_an_ip_header(data: bytes) -> None:
    for whole in WHOLES:
        check(packet_of(whole[:20] + data, 101))
        check(packet_of(whole[:40] + data, 101))


MACS = bytes(12)
NESTED = {
    "vlan": MACS + b"\x81\0" + b"\0\x01\x81\0" * 60_000,
    "mpls": MACS + b"\x88\x47" + bytes(240_000),
    "isl": (b"\x01\0\x0c\0\0" + bytes(21)) * 10_000,
    "bridged": (MACS + b"\0\x64\xaa\xaa\x03\0\x80\xc2\0\x07\0\0") * 10_000,
    "backbone": (MACS + b"\x88\xe7" + bytes(4)) * 14_000,
    "pseudowire": (MACS + b"\x88\x47\0\0\x11\x40\0\0\0\0") * 10_000,
}


@pytest.mark.parametrize("name", NESTED)
def test_endless_nesting(name: str) -> None:
    assert reasons(NESTED[name]) in (["ends in the link header"], ["LLC SAP 0x00"])


def test_endless_extension_headers() -> None:
    check(packet_of(b"\x60\0\0\0\xff\xf8\x3c\x40" + bytes(32) + b"\x3c\0\x01\x04\0\0\0\0" * 8191, 101))
