"""The captures of the benchmarks are the same bytes everywhere, sound, and hold what they say."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from benchmarks.captures import KINDS, make_capture
from benchmarks.chance import chance, rank
from benchmarks.conversations import flood, storm
from benchmarks.groups import turns
from matcher.capture import open_capture
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.packet import Packet
from tracelore import match

DIGESTS = {
    "telescope": "1d79d9f1d34fe597",
    "flood": "0eb0472c34a3d728",
    "bulk": "06f5f93ebcde01d4",
    "storm": "b530501774e9693a",
}
REPORTED = {
    "abortive-release", "ack-scan-id-39426", "ack-then-syn-scan", "backscatter-ack-674711610",
    "backscatter-ack-674719802", "backscatter-rst-ack", "backscatter-rst-ack-1", "backscatter-syn-ack",
    "ident-lookup-refused", "latency-probe-syn-ack", "latency-probe-syn-payload", "syn-flood-fixed-isn",
    "tcp-connect-scan", "tcp-fin-scan", "tcp-half-open-scan",
    "backscatter-icmp-many-sources", "backscatter-rst", "backscatter-syn-ack-many", "masscan-xor-ip-id",
    "mirai-telnet-scan", "nmap-syn-scan", "ntp-monlist-request", "zmap-ip-id-54321",
}  # fmt: skip
PACKETS = 12_000


@pytest.fixture(scope="module")
def captures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One of each kind."""
    folder = tmp_path_factory.mktemp("captures")
    paths = {kind: folder / f"{kind}.pcap" for kind in KINDS}
    for kind, path in paths.items():
        make_capture(path, kind, PACKETS)
    return paths


def records(path: Path) -> Iterator[Record]:
    report = ReadReport()
    with path.open("rb") as stream:
        source, form = open_source(stream, report)
        yield from read_records(source, form, report)
    assert not report.damage.total
    assert not report.warnings.total


def packets(path: Path) -> list[Packet]:
    with open_capture(str(path)) as opened:
        return list(opened.packets)


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_are_the_same_everywhere(captures: dict[str, Path], kind: str) -> None:
    assert sha256(captures[kind].read_bytes()).hexdigest()[:16] == DIGESTS[kind]


def test_a_shorter_capture_is_the_beginning_of_a_longer_one(captures: dict[str, Path], tmp_path: Path) -> None:
    for kind, path in captures.items():
        make_capture(tmp_path / "short.pcap", kind, PACKETS // 4)
        short = (tmp_path / "short.pcap").read_bytes()
        assert path.read_bytes().startswith(short)
        assert len(short) > 1_000


def test_a_capture_of_several_steps_goes_on(tmp_path: Path) -> None:
    make_capture(tmp_path / "long.pcap", "flood", 60_000)
    times = [record.time_ns or 0 for record in records(tmp_path / "long.pcap")]
    assert len(times) == 60_000
    assert times == sorted(times)


@pytest.mark.parametrize("kind", KINDS)
def test_checksums_are_true(captures: dict[str, Path], kind: str) -> None:
    for record in list(records(captures[kind]))[:1_500]:
        assert not [name for name, total in sums(record.captured) if total != 0xFFFF], record.frame


def sums(frame: bytes) -> Iterator[tuple[str, int]]:
    """Each checksum's sum over all it covers, itself included: 0xffff where it is true (RFC 1071)."""
    if frame[12:14] == b"\x86\xdd":
        proto, addresses, body = frame[20], frame[22:54], frame[54 : 54 + int.from_bytes(frame[18:20], "big")]
    else:
        yield "IPv4", added(frame[14:34])
        proto, addresses, body = frame[23], frame[26:34], frame[34 : 14 + int.from_bytes(frame[16:18], "big")]
        if int.from_bytes(frame[20:22], "big") & 0x1FFF:
            return
    pseudo = b"" if proto == 1 else addresses + bytes([0, proto]) + len(body).to_bytes(2, "big")
    yield "transport", added(pseudo + body)


def added(data: bytes) -> int:
    words = data + bytes(len(data) % 2)
    total = sum(int.from_bytes(words[at : at + 2], "big") for at in range(0, len(words), 2))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def test_the_telescope_shows_what_telescopes_show(captures: dict[str, Path]) -> None:
    seen = packets(captures["telescope"])
    protocols = {(packet.get("ip.version"), packet.get("proto")) for packet in seen}
    assert protocols == {(4, 1), (4, 6), (4, 17), (6, 6), (6, 58)}
    assert any(packet.get("frag.offset") == 1480 for packet in seen)
    assert sum(packet.get("flags") == 2 and packet.get("seq") == packet.get("dst") for packet in seen) > 800  # Mirai
    resent = [tuple(map(packet.get, ("src", "dst", "sport", "seq"))) for packet in seen if packet.get("window") == 8192]
    assert len(set(resent)) < len(resent)
    size = captures["telescope"].stat().st_size / PACKETS
    assert 195 < size < 235  # five million are about a gigabyte


def test_all_that_it_is_made_of_is_recognised_in_the_telescope(captures: dict[str, Path]) -> None:
    found = {event.signature for event in match(captures["telescope"], executor="reference")}
    assert found >= REPORTED


def test_keys_of_flood_and_storm_are_many() -> None:
    numbers = np.arange(100_000)
    sources = {row[26:30].tobytes() for _, frames in flood(numbers) for row in frames}
    assert len(sources) > 90_000  # drawn from a million
    probed = {row[26:38].tobytes() for _, frames in storm(numbers) for row in frames if row[47] == 2}
    assert len(probed) == 75_000  # addresses and ports of three packets in four


def test_chance_is_even_and_each_name_a_series_of_its_own() -> None:
    numbers = np.arange(100_000)
    one, other = chance(numbers, "one", 10), chance(numbers, "other", 10)
    assert np.bincount(one).min() > 9_000
    assert 8_000 < np.count_nonzero(one == other) < 12_000


def test_ranks_have_a_heavy_tail() -> None:
    ranks = rank(np.arange(100_000), "rank", 10)
    assert (ranks.min(), ranks.max()) == (1, 1023)
    assert np.count_nonzero(ranks == 1) > 50 * np.count_nonzero(ranks == 700)


def test_conversations_take_turns() -> None:
    conversation, turn = turns(np.arange(100, 124), 3, 4)
    for number in np.unique(conversation):
        places = np.flatnonzero(conversation == number)
        assert turn[places].tolist() == [0, 1, 2]
        assert np.diff(places).tolist() == [4, 4]
