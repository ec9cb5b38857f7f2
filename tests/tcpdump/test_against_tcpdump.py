"""What tcpdump prints of packets whose values are known, read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from scapy.layers.dns import DNS, DNSQR
from scapy.layers.inet import ICMP, IP, TCP, UDP
from scapy.layers.inet6 import (
    ICMPv6DestUnreach,
    ICMPv6EchoRequest,
    ICMPv6PacketTooBig,
    IPv6,
    IPv6ExtHdrFragment,
    IPv6ExtHdrHopByHop,
)  # fmt: skip
from scapy.layers.l2 import ARP, Dot1Q, Ether
from scapy.packet import Packet as Scapy
from scapy.packet import Raw
from scapy.utils import rdpcap, wrpcap

from matcher.packet import UNKNOWN, V6
from tests.tcpdump.conftest import Read, shared

TCPDUMP = shutil.which("tcpdump") or "/usr/bin/tcpdump"
pytestmark = pytest.mark.skipif(not Path(TCPDUMP).exists(), reason="tcpdump is not installed")

A, B, C = "192.0.2.1", "198.51.100.2", "203.0.113.9"
A6, B6 = "2001:db8::1", "2001:db8::2"
A_NUMBER, B_NUMBER, C_NUMBER = 0xC0000201, 0xC6336402, 0xCB007109
A6_NUMBER = V6 | 0x20010DB8 << 96 | 1
CLIENT, SERVER = 3_000_000_000, 4_294_967_290  # the server's numbers wrap
OPTIONS = [("MSS", 1460), ("SAckOK", b""), ("Timestamp", (77, 0)), ("NOP", None), ("WScale", 7)]


def ip(src: str = A, dst: str = B, **header: object) -> Scapy:
    return IP(src=src, dst=dst, **header)


def client(flags: str, sent: int = 0, got: int = 0, **header: object) -> Scapy:
    return TCP(
        sport=1234,
        dport=80,
        flags=flags,
        seq=(CLIENT + sent) % 2**32,
        ack=(SERVER + got) % 2**32 if got else 0,
        **header,
    )


def server(flags: str, sent: int = 0, got: int = 0, **header: object) -> Scapy:
    return TCP(sport=80, dport=1234, flags=flags, seq=(SERVER + sent) % 2**32, ack=(CLIENT + got) % 2**32, **header)


# Each packet with the values that it has; those of a verbose line come second.
PACKETS: list[tuple[Scapy, dict[str, object], dict[str, object]]] = [
    (ip(id=7, flags="DF", tos=0x10, ttl=57) / client("S", options=OPTIONS, window=1024),
     {"src": A_NUMBER, "dst": B_NUMBER, "sport": 1234, "dport": 80, "proto": 6, "flags": 2, "seq": CLIENT,
      "window": 1024, "options": (2, 4, 8, 1, 3), "mss": 1460, "wscale": 7, "ts.val": 77, "ts.ecr": 0, "sackok": 1,
      "payload.len": 0, "payload": b"", "frag.offset": 0},
     {"id": 7, "df": 1, "mf": 0, "evil": 0, "tos": 16, "ttl": 57, "ip.len": 60, "ip.hlen": 20, "tcp.hlen": 40}),
    (ip(B, A, id=0) / server("SA", got=1, options=[("MSS", 536)]),
     {"flags": 0x12, "seq": SERVER, "ack": CLIENT + 1, "options": (2,), "sackok": 0, "wscale": None},
     {"id": 0, "df": 0}),
    (ip() / client("A", 1, 1), {"flags": 0x10, "ack": SERVER + 1, "payload.len": 0, "options": ()}, {}),
    (ip() / client("PA", 1, 1) / Raw(b"x" * 18),
     {"flags": 0x18, "seq": CLIENT + 1, "ack": SERVER + 1, "payload.len": 18, "payload": UNKNOWN}, {"tcp.hlen": 20}),
    (ip(B, A) / server("FA", 700, 19), {"flags": 0x11, "seq": 694, "ack": CLIENT + 19}, {}),
    (ip() / client("R", 19), {"flags": 4, "seq": CLIENT + 19, "ack": UNKNOWN}, {}),
    (ip() / TCP(sport=9, dport=10, flags="SEC", seq=5), {"flags": 0xC2}, {}),
    (ip() / TCP(sport=9, dport=11, flags="FPU", seq=5, urgptr=9), {"flags": 0x29, "urgent": 9}, {}),
    (ip() / TCP(sport=9, dport=12, flags="", seq=5), {"flags": 0, "payload.len": 0}, {}),
    (ip() / UDP(sport=1, dport=9999) / Raw(b"x" * 64),
     {"proto": 17, "udp.len": 72, "payload.len": 64, "seq": None, "flags": None}, {"ip.len": 92}),
    (ip() / UDP(sport=1, dport=53) / DNS(qd=DNSQR(qname="example.com")),
     {"proto": 17, "dport": 53, "udp.len": 37, "payload.len": 29}, {}),
    (ip() / ICMP(id=3, seq=4) / Raw(b"x" * 20),
     {"proto": 1, "icmp.type": 8, "icmp.id": 3, "icmp.seq": 4, "payload.len": 20, "sport": None}, {}),
    (ip(C, A) / ICMP(type=3, code=3) / ip(A, B, id=5, ttl=9) / UDP(sport=5, dport=53) / Raw(b"abcd"),
     {"src": C_NUMBER, "icmp.type": 3, "icmp.code": 3, "quoted.dst": B_NUMBER, "quoted.proto": 17, "quoted.dport": 53},
     {"quoted.src": A_NUMBER, "quoted.id": 5, "quoted.ttl": 9, "quoted.sport": 5}),
    (ip(C, A) / ICMP(type=3, code=1) / ip(A, B, id=6) / TCP(sport=5, dport=6, flags="S", seq=99),
     {"icmp.code": 1, "quoted.dst": B_NUMBER}, {"quoted.seq": 99, "quoted.flags": 2, "quoted.dport": 6}),
    (ip(C, A) / ICMP(type=11) / ip(A, B, id=6) / ICMP(id=8, seq=9),
     {"icmp.type": 11, "icmp.code": 0}, {"quoted.icmp.id": 8}),
    (ip(id=9, flags="MF") / UDP(sport=1, dport=9999, len=3000) / Raw(b"x" * 64),
     {"udp.len": 3000}, {"mf": 1, "frag.offset": 0, "payload.len": 64}),
    (ip(id=9, frag=9, proto=17) / Raw(b"x" * 64), {"proto": 17, "sport": None}, {"frag.offset": 72, "payload.len": 64}),
    (ip(proto=99) / Raw(b"12345"), {"proto": 99, "payload.len": 5}, {"ip.len": 25}),
    (IPv6(src=A6, dst=B6, tc=0x20, fl=0x12345, hlim=60) / TCP(sport=1, dport=2, flags="S", seq=3),
     {"ip.version": 6, "src": A6_NUMBER, "seq": 3, "df": None},
     {"tos": 0x20, "flow": 0x12345, "ttl": 60, "ip.len": 60, "tcp.hlen": 20}),
    (IPv6(src=A6, dst=B6) / UDP(sport=1, dport=2) / Raw(b"abc"),
     {"udp.len": 11, "payload.len": 3}, {"tos": 0, "flow": 0}),
    (IPv6(src=A6, dst=B6) / ICMPv6EchoRequest(id=4, seq=5, data=b"abc"),
     {"proto": 58, "icmp.type": 128, "icmp.id": 4, "icmp.seq": 5, "payload.len": 3}, {}),
    (IPv6(src=A6, dst=B6) / ICMPv6DestUnreach(code=4) / IPv6(src=B6, dst=A6) / UDP(sport=7, dport=8),
     {"icmp.type": 1, "icmp.code": 4, "quoted.dst": A6_NUMBER, "quoted.dport": 8, "quoted.proto": 17}, {}),
    (IPv6(src=A6, dst=B6) / ICMPv6PacketTooBig(mtu=1280) / IPv6(src=B6, dst=A6) / UDP(), {"icmp.mtu": 1280}, {}),
    (IPv6(src=A6, dst=B6) / IPv6ExtHdrFragment(id=99, m=1, nh=17) / UDP(sport=1, dport=2, len=200) / Raw(b"y" * 96),
     {"frag.offset": 0, "sport": 1, "udp.len": 200, "payload.len": 96}, {"id": 99}),
    (IPv6(src=A6, dst=B6) / IPv6ExtHdrHopByHop() / TCP(sport=1, dport=2, flags="S", seq=3),
     {"proto": 6, "sport": 1, "seq": 3, "payload.len": 0}, {}),
    (Dot1Q(vlan=5) / ip() / UDP(sport=1, dport=2) / Raw(b"abc"), {"udp.len": 11}, {}),
    (ARP(psrc=A, pdst=B), {"src": None}, {}),
]  # fmt: skip

OPTION_SETS = [
    "-n", "-nn", "-nn -v", "-nn -vv", "-nn -S", "-nn -S -v", "-nn -tttt", "-nn -tt", "-nn -t", "-nn -t -v",
    "-nn -t -S -vv", "-nn -e", "-nn -e -v", "-nn -e -vv -S -tttt",
]  # fmt: skip


def tcpdump(capture: Path, options: str) -> bytes:
    command = [TCPDUMP, *options.split(), "-r", str(capture)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


@pytest.fixture(scope="module")
def capture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tcpdump") / "known.pcap"
    frames = [Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02") / packet for packet, _, _ in PACKETS]
    for number, frame in enumerate(frames):
        frame.time = 1_000_000_000 + number
    wrpcap(str(path), frames)
    return path


@pytest.mark.parametrize("options", OPTION_SETS)
def test_values_come_back(read: Read, capture: Path, options: str) -> None:
    packets, report = read(tcpdump(capture, options))
    assert len(packets) == len(PACKETS)
    assert not report.warnings.total
    assert set(report.undecoded) <= {"ARP", "ethertype ARP (0x0806)"}
    verbose = "-v" in options
    for packet, (built, shown, hidden) in zip(packets, PACKETS, strict=True):
        expected = shown | hidden if verbose else shown
        assert {name: packet.get(name) for name in expected} == expected, (packet.frame, options)
        if not verbose:
            assert {packet.get(name) for name in hidden if name in ("id", "ttl", "tos", "df")} <= {UNKNOWN}
        if "-e" in options:
            assert packet.get("len") == len(built) + 14
            assert packet.get("vlan") == (5 if Dot1Q in built else None)


@pytest.mark.parametrize("options", ["-nn -tt", "-nn -tttt"])
def test_times_come_back(read: Read, capture: Path, options: str) -> None:
    packets, _ = read(tcpdump(capture, options))
    assert [packet.time_ns for packet in packets] == [(1_000_000_000 + n) * 10**9 for n in range(len(PACKETS))]


@pytest.mark.parametrize("options", ["-nn -ttt", "-nn -ttttt"])
def test_differences_of_time_are_added_up(read: Read, capture: Path, options: str) -> None:
    packets, _ = read(tcpdump(capture, options))
    steps = [1 if n else 0 for n in range(len(PACKETS))] if options.endswith(" -ttt") else None
    # differences that never fall cannot be told from times since the start: both begin with 0, 1
    times = [(packet.time_ns or 0) // 10**9 for packet in packets]
    assert times in ([sum((steps or [])[: n + 1]) for n in range(len(PACKETS))], list(range(len(PACKETS))), steps)


REAL_CAPTURES = [
    "FoxIO-LLC+ja4/pcap/macos_tcp_flags.pcap",
    "kbandla+dpkt/examples/data/nb6-http.pcap",
    "zeek+zeek/testing/btest/Traces/snap-tcp.pcap",
]


@pytest.mark.parametrize("name", REAL_CAPTURES)
@pytest.mark.parametrize("options", ["-nn -S -v", "-nn -v", "-nn -S", "-nn"])
def test_real_captures_agree_with_scapy(read: Read, name: str, options: str) -> None:
    capture = shared("captures") / name
    if not capture.exists():
        pytest.skip(f"{name} is not here")
    packets, _ = read(tcpdump(capture, options))
    frames = list(rdpcap(str(capture)))
    assert len(packets) == len(frames)
    for packet, frame in zip(packets, frames, strict=True):
        for field, value in _as_scapy_sees(frame).items():
            shown = packet.get(field)
            assert shown in (UNKNOWN, value), (packet.frame, field)
            assert shown is not UNKNOWN or field in ("ack", "urgent", "seq") or "-v" not in options


def _as_scapy_sees(frame: Scapy) -> dict[str, object]:
    if IP not in frame or TCP not in frame or frame[IP].frag:
        return {}
    ip_header, segment = frame[IP], frame[TCP]
    return {
        "ttl": ip_header.ttl, "id": ip_header.id, "tos": ip_header.tos, "ip.len": ip_header.len,
        "df": int(ip_header.flags.DF), "sport": segment.sport, "dport": segment.dport, "seq": segment.seq,
        "ack": segment.ack, "flags": int(segment.flags) & 0xFF, "window": segment.window,
        "tcp.hlen": segment.dataofs * 4,
        "payload.len": ip_header.len - ip_header.ihl * 4 - segment.dataofs * 4,
    }  # fmt: skip
