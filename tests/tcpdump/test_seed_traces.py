"""The founding document's traces, value by value."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN, Packet
from matcher.tcpdump import looks_like_tcpdump, read_tcpdump

COUNTS = {
    "01-ftp-session": 12, "02-ident-refused": 2, "03-abortive-release": 4, "04-connect-scan": 5,
    "05-half-open-scan": 5, "06-fin-scan": 10, "07-ack-then-syn-scan": 22, "08-syn-flood-victim-view": 3,
    "09-backscatter-open-port": 3, "10-backscatter-closed-ports": 10, "11-backscatter-ack-1": 8,
    "12-firstclass-674711610": 3, "13-irc-674711610-open": 8, "14-auction-674711610-closed": 3,
    "15-web-674719802-closed": 9, "16-biology-674719802-open": 4, "17-smack-674719802-closed": 3,
    "18-latency-probe-syn-payload": 21, "19-latency-probe-syn-ack": 12, "20-http-absolute-sequence": 12,
}  # fmt: skip
WARNINGS = {
    "11-backscatter-ack-1": ["line 5: no '(' before 'ttl'"],
    "15-web-674719802-closed": ["line 5: no number after 'win'", "line 11: 0 without 'win' before it"],
}
SYN, RST, FIN, PSH, ACK = 0x02, 0x04, 0x01, 0x08, 0x10


def load(traces: Path, name: str) -> tuple[list[Packet], ReadReport]:
    report = ReadReport()
    with open(traces / f"{name}.txt", "rb") as stream:
        return list(read_tcpdump(stream, report)), report


@pytest.mark.parametrize("name", COUNTS)
def test_every_packet_is_read_and_only_misprints_are_told_of(traces: Path, name: str) -> None:
    packets, report = load(traces, name)
    assert len(packets) == report.records == COUNTS[name]
    assert [packet.frame for packet in packets] == list(range(1, COUNTS[name] + 1))
    assert report.warnings.first == WARNINGS.get(name, [])
    assert not report.undecoded
    assert not report.damage.total
    for packet in packets:
        assert packet.get("tcp") == 1
        assert packet.get("ip.version") == 4
        assert isinstance(packet.get("sport"), int)
        assert isinstance(packet.get("dport"), int)
        assert packet.get("mf") == 0
        assert packet.get("frag.offset") == 0
    assert looks_like_tcpdump((traces / f"{name}.txt").read_bytes())


# trace, frame, what it must show
VALUES: list[tuple[str, int, dict[str, object]]] = [
    ("01-ftp-session", 1, {"flags": SYN, "seq": 1484414, "ack": UNKNOWN, "window": 8192, "mss": 536, "sackok": 1,
                           "options": (2, 1, 1, 4), "df": 1, "ttl": UNKNOWN, "tos": UNKNOWN, "payload.len": 0,
                           "src": "ftp.client.org", "sport": 1057, "dst": "ftp.server.edu", "dport": 21}),
    ("01-ftp-session", 3, {"flags": ACK, "seq": UNKNOWN, "ack": 3037133698, "options": (), "payload.len": 0,
                           "sackok": 0, "mss": None}),
    ("01-ftp-session", 5, {"flags": RST | ACK, "seq": 0, "ack": 3037242402, "df": 0}),
    ("01-ftp-session", 6, {"flags": PSH | ACK, "seq": 3037133698, "ack": 1484415, "payload.len": 87, "tos": 0x10}),
    ("01-ftp-session", 12, {"flags": FIN | ACK, "seq": 1484451, "ack": 3037133895}),
    ("02-ident-refused", 2, {"flags": RST | ACK, "seq": 0, "ack": 3037242402, "window": 0}),
    ("03-abortive-release", 1, {"dst": 0xCE3D3420, "dport": 119}),
    ("03-abortive-release", 3, {"ack": 4231438325}),
    ("03-abortive-release", 4, {"seq": 4231438325, "ack": 436538, "flags": RST | ACK}),
    ("04-connect-scan", 5, {"flags": RST | ACK, "seq": 0, "ack": 932104}),
    ("05-half-open-scan", 1, {"flags": SYN, "window": UNKNOWN, "options": UNKNOWN, "mss": UNKNOWN, "df": UNKNOWN}),
    ("05-half-open-scan", 3, {"flags": RST, "seq": 2421827137, "ack": UNKNOWN}),
    ("06-fin-scan", 1, {"src": "scanner.net", "flags": FIN, "seq": 0, "ttl": 48, "id": 55097, "window": 2048}),
    ("06-fin-scan", 10, {"flags": RST | ACK, "ack": 4294947297, "ttl": 25}),
    ("07-ack-then-syn-scan", 1, {"flags": ACK, "ack": 499410217, "id": 39426, "seq": UNKNOWN, "window": 1028}),
    ("07-ack-then-syn-scan", 2, {"flags": RST, "seq": 499410217}),
    ("07-ack-then-syn-scan", 3, {"ttl": 0}),
    ("07-ack-then-syn-scan", 9, {"options": (2, 4, 8, 1, 3), "ts.val": 50637, "ts.ecr": 0, "wscale": 0, "mss": 1484,
                                 "ttl": 52, "id": 770, "df": 1}),
    ("11-backscatter-ack-1", 3, {"ack": 1, "ttl": 53, "id": 18796, "window": 0}),
    ("11-backscatter-ack-1", 8, {"ack": 1, "seq": 0}),
    ("15-web-674719802-closed", 3, {"window": UNKNOWN, "ack": 674719802, "ttl": 50, "id": 43626}),
    ("15-web-674719802-closed", 6, {"window": UNKNOWN, "ack": 674719802, "ttl": 45, "id": 33894}),
    ("16-biology-674719802-open", 1, {"mss": 65512}),
    ("18-latency-probe-syn-payload", 1, {"flags": SYN, "payload.len": 64, "payload": UNKNOWN, "seq": 2070441966}),
    ("19-latency-probe-syn-ack", 1, {"flags": SYN | ACK, "seq": 10399587, "ack": 10399586, "id": 0}),
    ("20-http-absolute-sequence", 2, {"options": (1, 1, 4, 2), "mss": 536}),
    ("20-http-absolute-sequence", 3, {"ack": 1616321352}),
    ("20-http-absolute-sequence", 4, {"seq": 382138, "payload.len": 536}),
    ("20-http-absolute-sequence", 12, {"ack": 1616321854}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "frame", "expected"), VALUES)
def test_values(traces: Path, name: str, frame: int, expected: dict[str, object]) -> None:
    packets, _ = load(traces, name)
    assert {field: packets[frame - 1].get(field) for field in expected} == expected


def test_times_of_day_belong_to_the_first_of_january_1970(traces: Path) -> None:
    packets, _ = load(traces, "12-firstclass-674711610")
    hours = [(packet.time_ns or 0) // 3_600_000_000_000 for packet in packets]
    assert hours == [6, 23, 13]  # back by less than half a day: the same day


def test_misprinted_packets_carry_a_note(traces: Path) -> None:
    packets, _ = load(traces, "15-web-674719802-closed")
    assert [packet.frame for packet in packets if packet.note] == [3, 6]


def test_the_founding_document_itself_is_read_as_far_as_it_goes(traces: Path) -> None:
    """Its pages were taken apart by columns in places: what stands apart cannot be put together, and is told of."""
    document = next(traces.parent.glob("000_*.txt"))
    report = ReadReport()
    with open(document, "rb") as stream:
        packets = [packet for packet in read_tcpdump(stream, report) if packet.get("tcp") == 1]
    assert len(packets) > 150
    assert report.warnings.first[-1].endswith("more lines are not part of a packet")
