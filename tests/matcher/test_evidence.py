"""Evidence that is read again from a capture: the same packets, and the same lines without decoding them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from matcher.decode import decode
from matcher.evidence import Page, RecordedPackets, shown_packets
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.packet import Packet
from matcher.render import tcpdump_line
from matcher.render_frame import usual_line
from tests.compiled.frames import random_frames
from tests.shared import SHARED, needs_shared

MOST = 2_000  # frames of a real capture
ETHERNET, RAW_IP = 1, 101


def records(seed: int, count: int) -> list[Record]:
    """Frames as they are and without their link header; some are cut, some have no time."""
    chance, found = Random(seed), []
    for frame in random_frames(seed, count):
        linktype, data = chance.choice(((ETHERNET, frame), (RAW_IP, frame[14:]), (0, frame)))
        kept = len(data) if chance.random() < 0.7 else chance.randrange(len(data) + 1)
        time = None if chance.random() < 0.1 else chance.randrange(4 * 10**18)
        found.append(Record(len(found) + 1, time, len(data), data[:kept], linktype))
    return found


def decoded(record: Record) -> Packet:
    return decode(record, ReadReport())


def test_a_line_from_the_bytes_is_that_of_the_packet() -> None:
    at_once = 0
    for record in records(1, 20_000):
        line = usual_line(record)
        assert line in (None, tcpdump_line(decoded(record))), record
        at_once += line is not None
    assert at_once > 1_000


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.*cap*"))[::7], ids=lambda path: path.name)
def test_so_it_is_in_real_captures(path: Path) -> None:
    report = ReadReport()
    with path.open("rb") as stream:
        source, form = open_source(stream, report)
        for record, _ in zip(read_records(source, form, report), range(MOST), strict=False):
            assert usual_line(record) in (None, tcpdump_line(decoded(record))), record


def test_packets_are_decoded_when_they_are_asked_for() -> None:
    kept = records(2, 40)
    lazy, packets = RecordedPackets(Page(kept), range(len(kept))), tuple(map(decoded, kept))
    assert lazy == packets
    assert packets == lazy
    assert lazy != packets[:-1]
    assert lazy[3] == packets[3]
    assert lazy[-9:] == packets[-9:]
    assert (len(lazy), repr(lazy)) == (len(packets), repr(packets))


@pytest.mark.parametrize("most", [0, 1, 7, 40, 99])
def test_they_are_shown_as_others_are(most: int) -> None:
    kept = records(3, 40)
    packets = tuple(map(decoded, kept))
    shown = [(packet.frame, packet.time_ns, tcpdump_line(packet), "") for packet in packets[:most]]
    assert shown_packets(packets, most) == shown
    assert shown_packets(RecordedPackets(Page(kept), range(len(kept))), most) == shown
