"""Makes the captures in this folder. Everything in them is invented; the addresses are those of RFC 5737.

    python examples/make_examples.py

The same scapy gives the same bytes: no clock, no chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from scapy.layers.inet import IP, TCP, UDP
from scapy.layers.l2 import Ether
from scapy.packet import Packet, Raw
from scapy.utils import PcapWriter

HERE = Path(__file__).parent
START = 958_305_600.0  # 2000-05-14 12:00:00 UTC
NAME_SERVER, WEB, HOME = "192.0.2.53", "198.51.100.80", "192.0.2.10"
CHANCE = Random(19)


def at(seconds: float, packet: Packet) -> Packet:
    """A packet with its time."""
    frame = Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02") / packet
    frame.time = START + seconds
    return frame


def web_fetch(start: float, port: int) -> Iterator[Packet]:
    """An ordinary connection: handshake, request, answer, orderly release."""
    there, back = IP(src=HOME, dst=WEB, ttl=64), IP(src=WEB, dst=HOME, ttl=55)
    mine, theirs = CHANCE.getrandbits(32), CHANCE.getrandbits(32)
    request, answer = b"GET / HTTP/1.0\r\nHost: www.example.org\r\n\r\n", b"HTTP/1.0 200 OK\r\n\r\nhello\n"
    options = [("MSS", 1460), ("NOP", None), ("NOP", None), ("SAckOK", b"")]

    def client(flags: str, seq: int, ack: int = 0, data: bytes = b"", **more: object) -> Packet:
        return there / TCP(sport=port, dport=80, flags=flags, seq=seq, ack=ack, window=8760, **more) / Raw(data)

    def server(flags: str, seq: int, ack: int, data: bytes = b"", **more: object) -> Packet:
        return back / TCP(sport=80, dport=port, flags=flags, seq=seq, ack=ack, window=16384, **more) / Raw(data)

    m, t = mine + 1, theirs + 1
    yield at(start, client("S", mine, options=options))
    yield at(start + 0.031, server("SA", theirs, m, options=options))
    yield at(start + 0.032, client("A", m, t))
    yield at(start + 0.033, client("PA", m, t, request))
    yield at(start + 0.070, server("PA", t, m + len(request), answer))
    yield at(start + 0.071, server("FA", t + len(answer), m + len(request)))
    yield at(start + 0.072, client("A", m + len(request), t + len(answer) + 1))
    yield at(start + 0.074, client("FA", m + len(request), t + len(answer) + 1))
    yield at(start + 0.105, server("A", t + len(answer) + 1, m + len(request) + 1))


def name_lookup(start: float) -> Iterator[Packet]:
    """A DNS query and its answer."""
    query = bytes.fromhex("1a2b0100000100000000000003777777076578616d706c65036f72670000010001")
    yield at(start, IP(src=HOME, dst=NAME_SERVER, ttl=64) / UDP(sport=33012, dport=53) / Raw(query))
    answer = query[:2] + b"\x85\x80" + query[4:]
    yield at(start + 0.02, IP(src=NAME_SERVER, dst=HOME, ttl=64) / UDP(sport=53, dport=33012) / Raw(answer))


def flood_answers(start: float) -> Iterator[Packet]:
    """A flooded host answers forged SYNs: closed ports reset, and every ack is 674719802."""
    targets = [(port, host) for port in (21, 23, 53) for host in (17, 94, 201)]
    for index, (port, host) in enumerate(targets):
        reset = TCP(sport=port, dport=1485 + 300 * host % 4000, flags="RA", seq=0, ack=674719802, window=0)
        packet = IP(src="203.0.113.80", dst=f"192.0.2.{host}", ttl=50, id=CHANCE.getrandbits(16)) / reset
        yield at(start + 10.7 * index + CHANCE.random(), packet)


def latency_probes(start: float) -> Iterator[Packet]:
    """Two load balancers measure the way to a name server, each in its manner."""
    for burst in range(2):
        for step in range(3):
            syn = TCP(sport=2100 + step, dport=53, flags="S", seq=CHANCE.getrandbits(31), window=2048)
            ip = IP(src="198.51.100.7", dst=NAME_SERVER, ttl=246, id=CHANCE.getrandbits(16))
            yield at(start + 213.5 * burst + 0.0001 * step, ip / syn / Raw(bytes(64)))
    for step in (0, 1, 3, 28, 29):
        seq, port = 10_399_587 + step, 44_132 + step
        answer = TCP(sport=port, dport=53, flags="SA", seq=seq, ack=seq - 1, window=4128, options=[("MSS", 556)])
        yield at(start + 5 + 1.1 * step, IP(src="198.51.100.9", dst=NAME_SERVER, ttl=241, id=0) / answer)


def half_open_scan(start: float) -> Iterator[Packet]:
    """A scanner resets what answers; closed ports reset it."""
    scanner, target = "203.0.113.66", "192.0.2.25"
    there, back = IP(src=scanner, dst=target, ttl=48), IP(src=target, dst=scanner, ttl=64)
    for index, port in enumerate((21, 22, 23, 25, 37, 79, 80, 111)):
        moment, seq = start + 0.05 * index, CHANCE.getrandbits(31)
        yield at(moment, there / TCP(sport=49724, dport=port, flags="S", seq=seq, window=3072))
        if port in (25, 80):
            answer = TCP(sport=port, dport=49724, flags="SA", seq=CHANCE.getrandbits(31), ack=seq + 1, window=8760)
            yield at(moment + 0.010, back / answer)
            yield at(moment + 0.011, there / TCP(sport=49724, dport=port, flags="R", seq=seq + 1, window=0))
        else:
            yield at(moment + 0.010, back / TCP(sport=port, dport=49724, flags="RA", seq=0, ack=seq + 1, window=0))


def number_talk(start: float) -> Iterator[Packet]:
    """Segments of no connection from a tool that nobody knows: id repeats the port, ack follows seq."""
    chance = Random(20)
    hosts = chance.sample(range(1, 255), 14)
    for index, host in enumerate(hosts):
        port, seq = chance.randrange(20_000, 60_000), chance.getrandbits(32)
        segment = TCP(sport=port, dport=8291, flags="PA", seq=seq, ack=seq + 1 & 0xFFFFFFFF, window=4660)
        packet = IP(src="203.0.113.201", dst=f"192.0.2.{host}", ttl=243, id=port) / segment
        yield at(start + 7.5 * index + chance.random(), packet)


def write(name: str, packets: list[Packet]) -> None:
    """A capture in the order of time."""
    with PcapWriter(str(HERE / name), linktype=1, sync=True) as writer:
        for packet in sorted(packets, key=lambda packet: packet.time):
            writer.write(packet)


def main() -> None:
    """Write the captures."""
    packets = [
        *web_fetch(0, 1052), *name_lookup(1), *web_fetch(40, 1053), *flood_answers(12), *latency_probes(60),
        *half_open_scan(300), *web_fetch(301, 1054),
    ]  # fmt: skip
    write("odd-packets.pcap", packets)
    ordinary = [packet for index in range(30) for packet in web_fetch(4.1 * index, 1060 + index)]
    write("strange.pcap", [*number_talk(6), *ordinary, *name_lookup(3)])


if __name__ == "__main__":
    main()
