"""What a telescope of 65,536 addresses sees: scanners with their habits, backscatter, UDP probes.

A few of its addresses have hosts that answer. Sources have a heavy tail; what a source does (its port, its distance)
stays the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.chance import Ints, chance, choice, rank
from benchmarks.frames import ACK, FIN, PSH, RST, SYN, URG, Frames, Ip, Segment, icmp, quoted, tcp, udp, wrap
from benchmarks.groups import Group, Part, mixed, turns
from benchmarks.visits import visits

__all__ = ["telescope"]

_INSIDE = 0xC6120000  # 198.18.0.0/16, of the network that is set apart for benchmarks (RFC 2544)
_LINUX = bytes.fromhex("020405b40402080a000a2c2a0000000001030307")  # mss, sackok, ts, nop, wscale
_WINDOWS = bytes.fromhex("020405b40103030801010402")  # mss, nop, wscale, nop, nop, sackok
_MSS = bytes.fromhex("020405b4")
_PORTS = (22, 80, 443, 445, 1433, 3306, 3389, 5432, 5555, 6379, 8080, 8443, 9200, 37215, 60023)
_FOUNDING = (674719802, 674711610)  # what answers to synk4 and its relatives acknowledge


def _source(sources: Ints) -> Ints:
    """Addresses of sources, all over 16.0.0.0 to 99.255.255.255."""
    return 0x10000000 + chance(sources, "address", 0x54000000)


def _ip(numbers: Ints, sources: Ints, initial: int = 64, ident: Ints | int | None = None, **more: Any) -> Ip:
    """From a source to anywhere in the telescope, after the way that this source always has."""
    return Ip(
        _source(sources), _INSIDE + chance(numbers, "target", 1 << 16), initial - 4 - chance(sources, "hops", 22),
        chance(numbers, "ident", 1 << 16) if ident is None else ident, **more,
    )  # fmt: skip


def _high(numbers: Ints) -> Ints:
    return 1024 + chance(numbers, "high port", 64_512)


def _part(share: int, make: Callable[[Ints], Frames]) -> Part:
    """A part all of whose frames have one length."""
    return Part(share, lambda numbers: [(np.arange(len(numbers)), make(numbers))])


def _mirai(numbers: Ints) -> Frames:
    """The bot whose sequence number is the address that it asks."""
    ip = _ip(numbers, rank(numbers, "mirai", 17))
    ports = choice(numbers, "telnet", (23,) * 9 + (2323,))
    return tcp(ip, Segment(_high(numbers), ports, SYN, seq=ip.dst, window=chance(numbers, "window", 1 << 16)))


def _zmap(numbers: Ints) -> Frames:
    source = rank(numbers, "zmap", 6) + (1 << 20)
    segment = Segment(
        32_768 + chance(numbers, "port", 28_232), choice(source, "service", _PORTS), SYN, chance(numbers, "seq"),
        options=_MSS,
    )  # fmt: skip
    return tcp(_ip(numbers, source, 255, 54_321), segment)


def _masscan(numbers: Ints) -> Frames:
    """Its IP identification is folded from where the packet goes."""
    source = rank(numbers, "masscan", 9) + (2 << 20)
    ports, seq = chance(numbers, "port", 1 << 16), chance(numbers, "seq")
    ip = _ip(numbers, source, 255)
    ident = (ip.dst ^ ports ^ seq) & 0xFFFF
    return tcp(Ip(ip.src, ip.dst, ip.ttl, ident), Segment(40_000 + source % 20_000, ports, SYN, seq, window=1024))


def _nmap(numbers: Ints) -> Frames:
    source = rank(numbers, "nmap", 8) + (3 << 20)
    half = chance(source, "half", 1 << 16)
    segment = Segment(
        33_000 + source % 30_000, choice(numbers, "service", _PORTS), SYN, (half << 16) + half, window=1024,
        options=_MSS,
    )  # fmt: skip
    return tcp(_ip(numbers, source), segment)


def _kernels(share: int, initial: int, window: int, options: bytes, ports: tuple[int, ...]) -> Part:
    """Programs that let their system connect: what is not answered is sent again after one second, and after three."""

    def make(numbers: Ints) -> Frames:
        asked, turn = turns(numbers, 3, share // 5)
        source = rank(asked, f"kernel {initial}", 16) + (initial << 20)
        ip = _ip(asked, source, initial, chance(asked, "ident", 60_000) + turn, is_df=True)
        ports_asked = choice(source, "service", ports)
        return tcp(ip, Segment(_high(asked), ports_asked, SYN, chance(asked, "seq"), 0, window, options))

    return _part(share, make)


def _fixed_isn(numbers: Ints) -> Frames:
    """Floods against single hosts of the telescope, each with one sequence number and forged sources."""
    victim = numbers // 40_000
    ip = Ip(_source(numbers + (5 << 20)), _INSIDE + chance(victim, "victim", 1 << 16), 200, numbers & 0xFFFF)
    return tcp(ip, Segment(_high(numbers), 80, SYN, chance(victim, "isn"), 0, 512))


def _odd_flags(numbers: Ints) -> Frames:
    source = rank(numbers, "odd", 6) + (6 << 20)
    flags = choice(source, "flags", (FIN, FIN, 0, FIN | PSH | URG))
    return tcp(_ip(numbers, source), Segment(_high(source), choice(numbers, "service", _PORTS), flags))


def _lone_acks(numbers: Ints) -> Frames:
    """The founding document's scan with identification 39426."""
    source, ports = rank(numbers, "lone", 4) + (7 << 20), choice(numbers, "port", (23, 143))
    return tcp(_ip(numbers, source, 64, 39_426), Segment(ports, ports, ACK, 0, 499_410_217, 1028))


def _latency_syn_acks(numbers: Ints) -> Frames:
    source, seq = rank(numbers, "balancer", 5) + (8 << 20), chance(numbers, "seq", 1 << 31)
    options = bytes.fromhex("0204022c")
    return tcp(_ip(numbers, source, 255, 0), Segment(_high(numbers), 53, SYN | ACK, seq, seq - 1, 4128, options))


def _latency_syns(numbers: Ints) -> Frames:
    """Bursts of three to one name server, with 64 bytes of data."""
    burst, turn = turns(numbers, 3, 1)
    source = rank(burst, "prober", 3) + (9 << 20)
    segment = Segment(2100 + turn, 53, SYN, chance(numbers, "seq", 1 << 31), 0, 2048, payload=bytes(64))
    return tcp(_ip(burst, source, 255), segment)


def _victims(numbers: Ints, name: str, octaves: int, at: int) -> tuple[Ints, Ints]:
    """Hosts under attack, and the port that is."""
    victim = rank(numbers, name, octaves) + (at << 20)
    return victim, choice(victim, "attacked", (22, 53, 80, 443, 443, 3074, 25_565))


def _syn_acks(numbers: Ints) -> Frames:
    """Open ports answer, and do so again after one second and after two more."""
    asked, _ = turns(numbers, 3, 140)
    victim, port = _victims(asked, "open", 10, 10)
    ack = np.where(victim % 4 == 0, chance(victim, "ack"), chance(asked, "ack"))  # floods with one number, or many
    segment = Segment(port, _high(asked), SYN | ACK, chance(asked, "seq"), ack, 28_960, _MSS)
    return tcp(_ip(asked, victim, 64, 0, is_df=True), segment)


def _rst_acks(numbers: Ints) -> Frames:
    """Closed ports answer."""
    victim, port = _victims(numbers, "closed", 10, 11)
    return tcp(_ip(numbers, victim), Segment(port, _high(numbers), RST | ACK, 0, chance(numbers, "ack"), 0))


def _rst_acks_of_zero(numbers: Ints) -> Frames:
    victim, port = _victims(numbers, "closed to zero", 4, 12)
    return tcp(_ip(numbers, victim), Segment(port, _high(numbers), RST | ACK, 0, 1, 0))


def _founding_syn_acks(numbers: Ints) -> Frames:
    victim, port = _victims(numbers, "open to synk4", 5, 13)
    seq, ack = chance(numbers, "seq"), choice(victim, "isn", _FOUNDING)
    segment = Segment(port, _high(numbers), SYN | ACK, seq, ack, 8760, _MSS)
    return tcp(_ip(numbers, victim, 255), segment)


def _founding_rst_acks(numbers: Ints) -> Frames:
    victim, port = _victims(numbers, "closed to synk4", 5, 14)
    return tcp(_ip(numbers, victim), Segment(port, _high(numbers), RST | ACK, 0, choice(victim, "isn", _FOUNDING), 0))


def _resets(numbers: Ints) -> Frames:
    victim, port = _victims(numbers, "reset", 8, 15)
    return tcp(_ip(numbers, victim), Segment(port, _high(numbers), RST, chance(numbers, "seq"), 0, 0))


def _errors(kind: int, code: int) -> Callable[[Ints], Frames]:
    """Routers and hosts that return what was forged in the telescope's name."""

    def make(numbers: Ints) -> Frames:
        victim, port = _victims(numbers, f"error {kind}", 11, 16)
        ip = _ip(numbers, rank(numbers, f"router {kind}", 10) + (17 << 20), 255)
        asked = Ip(ip.dst, _source(victim), 4, numbers & 0xFFFF)
        return icmp(ip, kind, code, quoted(tcp(asked, Segment(_high(numbers), port, SYN, chance(numbers, "seq")))))

    return make


def _pings(numbers: Ints) -> Frames:
    rest = np.zeros((len(numbers), 60), np.uint8)
    rest[:, 3] = numbers & 0xFF
    return icmp(_ip(numbers, rank(numbers, "ping", 14) + (18 << 20)), 8, 0, rest)


def _datagrams(dport: int, payload: bytes, octaves: int) -> Callable[[Ints], Frames]:
    def make(numbers: Ints) -> Frames:
        source = rank(numbers, f"udp {dport}", octaves) + (19 << 20)
        return udp(_ip(numbers, source), _high(numbers), dport, payload)

    return make


def _dns_answers(numbers: Ints) -> Frames:
    source = rank(numbers, "resolver", 12) + (20 << 20)
    return udp(_ip(numbers, source), 53, _high(numbers), bytes.fromhex("1234818000010001") + bytes(504))


def _later_fragments(numbers: Ints) -> Frames:
    ip = _ip(numbers, rank(numbers, "resolver", 12) + (20 << 20), fragment=185)
    return wrap(ip, 17, np.full((len(numbers), 1200), 0x2E, np.uint8))


def _ipv6(numbers: Ints) -> Ip:
    source = rank(numbers, "ipv6", 8)
    return Ip(_source(source), chance(numbers, "target"), 64 - chance(source, "hops", 20), version=6)


def _syns_by_ipv6(numbers: Ints) -> Frames:
    port, seq = choice(numbers, "service", _PORTS), chance(numbers, "seq")
    return tcp(_ipv6(numbers), Segment(_high(numbers), port, SYN, seq, 0, 64_800, _LINUX))


def _pings_by_ipv6(numbers: Ints) -> Frames:
    return icmp(_ipv6(numbers), 128, 0, np.zeros((len(numbers), 60), np.uint8))


def _answered(numbers: Ints) -> list[Group]:
    """64 addresses have hosts that answer: scans as they look where somebody is at home."""
    return visits(numbers, _source, _INSIDE + 0x1000)


_SIP = b"\r\n".join((
    b"OPTIONS sip:100@198.18.0.1 SIP/2.0", b"Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-2717285171;rport",
    b"Max-Forwards: 70", b'From: "scanner" <sip:100@1.1.1.1>;tag=6361', b'To: "scanner" <sip:100@1.1.1.1>',
    b"Call-ID: 845752980453913316694142", b"CSeq: 1 OPTIONS", b"Contact: <sip:100@192.0.2.1:5060>",
    b"Accept: application/sdp", b"User-Agent: scanner", b"Content-Length: 0", b"", b"",
))  # fmt: skip
_SSDP = b'M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: "ssdp:discover"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n'
_DNS = bytes.fromhex("123401000001000000000000076578616d706c6503636f6d0000ff0001")
_DHT = b"d1:ad2:id20:aaaaaaaaaaaaaaaaaaaa6:target20:bbbbbbbbbbbbbbbbbbbbe1:q9:find_node1:t2:aa1:y1:qe"
# A client's first datagram has at least 1,200 bytes (RFC 9000): an Initial, both identifiers and no token.
_QUIC = bytes.fromhex("c300000001 08 0102030405060708 00 00 449e") + b"\xa5" * 1182

_PARTS = (  # in hundredths of a percent; of a share s there are s / 5 packets a second
    _part(1280, _mirai),
    _part(900, _zmap),
    _part(900, _masscan),
    _part(150, _nmap),
    _kernels(1000, 64, 64_240, _LINUX, _PORTS),
    _kernels(800, 128, 8192, _WINDOWS, (445, 445, 3389)),
    _part(100, _fixed_isn),
    _part(30, _odd_flags),
    _part(15, _lone_acks),
    _part(15, _latency_syn_acks),
    _part(15, _latency_syns),
    _part(700, _syn_acks),
    _part(450, _rst_acks),
    _part(25, _rst_acks_of_zero),
    _part(40, _founding_syn_acks),
    _part(30, _founding_rst_acks),
    _part(100, _resets),
    _part(200, _errors(3, 3)),
    _part(100, _errors(11, 0)),
    _part(330, _pings),
    _part(250, _datagrams(53, _DNS, 9)),
    _part(200, _datagrams(123, bytes.fromhex("1700032a00000000"), 8)),
    _part(200, _datagrams(1900, _SSDP, 8)),
    _part(300, _datagrams(5060, _SIP, 8)),
    _part(400, _datagrams(6881, _DHT, 15)),
    _part(850, _datagrams(443, _QUIC, 10)),
    _part(120, _dns_answers),
    _part(50, _later_fragments),
    _part(100, _syns_by_ipv6),
    _part(50, _pings_by_ipv6),
    Part(300, _answered),
)


def telescope(numbers: Ints) -> list[Group]:
    """The packets with these numbers: some 210 bytes each on average, record headers included."""
    return mixed(_PARTS, numbers)
