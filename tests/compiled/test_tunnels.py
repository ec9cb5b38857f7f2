"""The way into tunnels that the kernels know: what the ordinary decoder gives, and no farther than it goes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scapy.layers.inet import IP
from scapy.packet import Raw

pytest.importorskip("numba")

from matcher.compiled import scanner as scanners
from matcher.decode.tunnel import MOST_TUNNELS
from matcher.event import MatchOptions
from matcher.formats import ReadReport, open_source, read_records
from tests.compiled.frames import pcap_bytes
from tests.compiled.scanning import assert_scans_alike, records_of
from tests.compiled.test_run_capture import assert_alike
from tests.compiled.test_scan import EVERYTHING, NO_QUOTES
from tests.decode.test_tunnels import FRAME, GTP, INNER4, INNER6, NO_TUNNELS, STAYS, TUNNELS, over_gre, over_udp
from tests.decode.wire_packets import RAW
from tests.matcher.building import compiled
from tests.shared import SHARED, needs_shared

# Those for which the kernels need nobody.
PLAIN = (
    "ipip", "6in4", "4in6", "6in6", "gre", "gre over ipv6", "gre with all", "gre bridging", "erspan i", "erspan ii",
    "vxlan", "vxlan of linux", "vxlan, from the port", "geneve", "geneve with options", "gtp", "gtp with a number",
    "gtp with extensions", "gre in udp",
)  # fmt: skip
WAYS = {
    "ip": lambda rest: bytes(IP(src="10.0.0.1", proto=41 if rest[0] >> 4 == 6 else 4) / Raw(rest)),
    "gre": lambda rest: over_gre(0x2000, 0x86DD if rest[0] >> 4 == 6 else 0x0800, b"\0\0\0\x05" + rest),
    "vxlan": lambda rest: over_udp(4789, b"\x08" + bytes(7) + FRAME[:12] + _ethertype(rest) + rest),
    "geneve": lambda rest: over_udp(6081, b"\x01\0" + _ethertype(rest) + b"\0\0\x09\0" + bytes(4) + rest),
    "gtp": lambda rest: over_udp(2152, GTP + rest),
}


def _ethertype(packet: bytes) -> bytes:
    return b"\x86\xdd" if packet[0] >> 4 == 6 else b"\x08\0"


def assert_inner_alike(packets: list[bytes], linktype: int = RAW) -> None:
    assert_scans_alike(EVERYTHING, records_of(packets, linktype), NO_QUOTES, inner=True)


@pytest.mark.parametrize("name", TUNNELS)
def test_every_tunnel_whole_cut_and_damaged(name: str) -> None:
    data, chance = TUNNELS[name], Random(name)
    packets = [data[:size] for size in range(1, len(data) + 1)]
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 4))):
            damaged[chance.randrange(len(data))] = chance.choice((0, 1, 4, 17, 47, 0x60, 0xFF, chance.randrange(256)))
        packets.append(bytes(damaged))
    assert_inner_alike(packets)


@pytest.mark.parametrize("name", PLAIN)
def test_common_tunnels_are_left_to_nobody(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("left to the ordinary decoder")

    monkeypatch.setattr(scanners, "decode", refuse)
    assert_inner_alike([TUNNELS[name]])


def test_what_stays_as_it_is() -> None:
    assert_inner_alike([*(packet for packet, _ in STAYS.values()), *NO_TUNNELS.values()])


@given(st.lists(st.sampled_from(sorted(WAYS)), max_size=MOST_TUNNELS + 2), st.sampled_from((INNER4, INNER6)))
@settings(max_examples=60, deadline=None)
def test_tunnels_in_tunnels_to_any_depth(ways: list[str], packet: bytes) -> None:
    for way in ways:
        packet = WAYS[way](packet)
    assert_inner_alike([packet])


@needs_shared
@pytest.mark.parametrize("name", [
    "6in4tunnel.pcap", "GrePackets.cap", "GrePackets.pcap", "arkime_synthetic.pcap", "erspan-type-i-4.pcap",
    "erspan-type-ii-3.pcap", "erspan.pcap", "geneve-vxlan-dns-truncated.pcap", "gre-over-udp-4754.pcap",
    "gre-sample.pcap", "gtp-iphone.pcap", "gtp8_teredo.pcap", "mpls-6in6-6in6-4in6-trunc.pcap", "various_gre.pcap",
    "vxlan.pcap",
])  # fmt: skip
def test_real_tunnels(name: str) -> None:
    (path,) = (SHARED / "captures").rglob(name)
    with path.open("rb") as stream:
        source, form = open_source(stream, ReadReport())
        records = list(read_records(source, form, ReadReport()))
    assert_scans_alike(EVERYTHING, records, NO_QUOTES, inner=True)


def test_events_keys_and_evidence_are_of_the_innermost_packets(tmp_path: Path) -> None:
    path = tmp_path / "tunnels.pcap"
    path.write_bytes(pcap_bytes([*TUNNELS.values()] * 3, link=RAW))
    program = compiled("signature s { packet p { dport == 80 } event by src gap 9s having count(p) >= 3 }")
    assert not assert_alike(program, path, MatchOptions(vantage="telescope")).events
    found = assert_alike(program, path, MatchOptions(vantage="telescope", labels=True), inner=True)
    assert sum(event.packets for event in found.events) == 3 * len(TUNNELS)
    assert {packet.get("dport") for event in found.events for packet in event.evidence} == {80}
