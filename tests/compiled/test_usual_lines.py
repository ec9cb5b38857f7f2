"""Lines by the kernel: what `usual_line` says, or nothing; and hardly ever nothing of what most packets are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

import numpy as np

from matcher.compiled.batch import NO_TIME, Fetched
from matcher.compiled.page import FetchedPage
from matcher.compiled.reading import can_read, read_batches
from matcher.compiled.usual_lines import usual_lines
from matcher.evidence import Page, RecordedPackets
from matcher.formats import ReadReport, Record
from matcher.render_frame import usual_line
from tests.compiled.frames import random_frames
from tests.shared import SHARED, needs_shared

ETHERNET, RAW_IP = 1, 101
OPTIONS = [
    b"", b"\x01", b"\x00", b"\x02\x04\x05\xb4", b"\x03\x03\x07", b"\x04\x02", b"\x05\x0a" + bytes(8),
    b"\x22\x04\x01\x02", b"\x08\x0a\x00\x01\xe2\x40\xff\xff\xff\xff", b"\x02\x03\x05",
    b"\xfd\x04\xf9\x89", b"\x08\x02", b"\x05\x00",
]  # fmt: skip


def fetched(records: Sequence[Record], captures: Sequence[str] = ()) -> Fetched:
    sizes = np.array([len(record.captured) for record in records], np.int64)
    rows = np.array(
        [
            (0, len(each.captured), each.length, NO_TIME if each.time_ns is None else each.time_ns, each.linktype)
            for each in records
        ],
        np.int64,
    ).reshape(-1, 5).T.copy()  # fmt: skip
    rows[0] = np.cumsum(sizes) - sizes
    data = np.frombuffer(b"".join(record.captured for record in records), np.uint8)
    return Fetched(np.array([record.frame for record in records], np.int64), data, rows, captures)


def assert_alike(records: Sequence[Record]) -> int:
    """How many lines the kernel wrote."""
    some = fetched(records)
    lines = list(usual_lines(some.data, some.rows))
    for record, line in zip(records, lines, strict=True):
        assert line in ("", usual_line(record)), record
    return sum(line != "" for line in lines)


@st.composite
def packets(draw: st.DrawFn) -> bytes:
    """An IPv4 packet whose fields may be anything, most of them what they should be."""
    proto = draw(st.sampled_from([1, 6, 6, 6, 17, 47]))
    options = b"".join(draw(st.lists(st.sampled_from(OPTIONS), max_size=5))) if proto == 6 else b""
    options = (options + bytes(-len(options) % 4))[:40]
    body = draw(st.binary(max_size=3))
    if proto == 6:
        flags = draw(st.sampled_from([0, 2, 0x12, 0x14, 0x18, 0x29, 0x1FF, 0xFFF]))
        above = draw(st.binary(min_size=12, max_size=12)) + (
            (20 + len(options)) // 4 << 12 | flags
        ).to_bytes(2, "big") + draw(st.sampled_from([bytes(6), b"\xff" * 6])) + options + body  # fmt: skip
    elif proto == 17:
        above = draw(st.binary(min_size=4, max_size=4)) + (8 + len(body)).to_bytes(2, "big") + bytes(2) + body
    else:
        above = draw(st.sampled_from([b"\x08\x00", b"\x00\x00", b"\x03\x01"])) + draw(st.binary(min_size=6)) + body
    total = 20 + len(above)
    head = bytes([0x45, draw(st.integers(0, 255))]) + total.to_bytes(2, "big") + draw(st.binary(min_size=2, max_size=2))
    head += draw(st.sampled_from([b"\x00\x00", b"\x40\x00", b"\x20\x00", b"\x00\x01", b"\x60\x00"]))
    head += bytes([draw(st.integers(0, 255)), proto]) + bytes(2) + draw(st.binary(min_size=8, max_size=8))
    packet = bytearray(head + above)
    if draw(st.integers(0, 3)) == 0:
        packet[draw(st.integers(0, len(packet) - 1))] = draw(st.integers(0, 255))
    return bytes(packet[: draw(st.integers(0, len(packet)))] if draw(st.integers(0, 5)) == 0 else packet)


TIMES = st.none() | st.integers(1 - (1 << 63), (1 << 63) - 1) | st.sampled_from(
    [0, 1, -1, 86_400 * 10**9 - 1, 86_400 * 10**9, 951_782_400_123_456_789, 1_709_164_800 * 10**9]
)  # fmt: skip


@settings(deadline=None, max_examples=500)
@given(st.lists(st.tuples(packets(), TIMES, st.booleans()), min_size=1, max_size=20))
def test_a_line_is_what_the_ordinary_renderer_says(rows: list[tuple[bytes, int | None, bool]]) -> None:
    assert_alike(
        [
            Record(frame, time, len(packet), bytes(12) + b"\x08\x00" + packet if is_ethernet else packet,
                   ETHERNET if is_ethernet else RAW_IP)
            for frame, (packet, time, is_ethernet) in enumerate(rows, 1)
        ]
    )  # fmt: skip


def test_every_day_has_its_date() -> None:
    packet = bytes([0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, *range(8), 0, 1, 0, 2, 0, 8, 0, 0])
    records = [
        Record(1, day * 86_400 * 10**9 + 12_345_678_901_000, 28, packet, RAW_IP) for day in range(-106_751, 106_751, 3)
    ]
    assert assert_alike(records) == len(records)


def test_whatever_the_frame_it_does_no_harm() -> None:
    records = [Record(1, 10**18, len(frame), frame, ETHERNET) for frame in random_frames(5, 20_000)]
    assert assert_alike(records) > 1_000


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.*cap*"))[::5], ids=lambda path: path.name)
def test_so_it_is_in_real_captures(path: Path) -> None:
    if not can_read(str(path)):
        pytest.skip("no capture")
    for batch in read_batches(str(path), ReadReport()):
        some = batch.first_ones(2_000)
        frames = np.arange(some.size) + some.first
        own = Fetched.of(frames, some.data, some.rows)
        for record, line in zip(own, usual_lines(own.data, own.rows), strict=True):
            assert line in ("", usual_line(record)), record


@pytest.mark.parametrize("inner", [False, True])
def test_a_page_shows_what_the_ordinary_one_shows(inner: bool) -> None:
    frames = random_frames(6, 300)
    records = [
        Record(frame, None if frame % 7 == 0 else frame * 10**15, len(data), data, ETHERNET, f"{frame % 2}.pcap")
        for frame, data in enumerate(frames, 1)
    ]
    parts = records[:100], records[100:101], records[101:]
    pieces = [fetched(part, [each.capture for each in part]) for part in parts]
    page, plain = FetchedPage(pieces, inner=inner), Page(records, inner=inner)
    assert page.shown == plain.shown
    assert RecordedPackets(page, [0, 99, 100, 101, 299]) == RecordedPackets(plain, [0, 99, 100, 101, 299])


def test_nothing_of_nothing() -> None:
    page = FetchedPage([], inner=False)
    assert list(page.shown) == []
    assert not RecordedPackets(page, []).shown(5)
