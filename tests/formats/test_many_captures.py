"""Several files and folders, in the order of time."""

from __future__ import annotations

import gzip
import os
import struct
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.capture import open_capture
from matcher.captures import MOST_OPEN, Captures, follow_capture, open_captures
from tests.decode.test_tunnels import TUNNELS
from tests.decode.wire_packets import number
from tests.formats.capture_bytes import block, interface, pcap, section
from tests.formats.test_opened_captures import TEXT


def capture(*seconds: int) -> bytes:
    data = pcap([])
    for second in seconds:
        data += struct.pack("<IIII", second, 0, 1, 1) + b"x"
    return data


def stream(captures: Captures) -> list[tuple[str, int, int | None]]:
    """The name of the file, the number of the frame and the seconds of each packet."""
    return [
        (Path(read.name).name, packet.frame, None if packet.time_ns is None else packet.time_ns // 10**9)
        for read, packet in captures.packets()
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "day" / "late").mkdir(parents=True)
    (tmp_path / "day" / "b.pcap").write_bytes(capture(100, 110, 120))
    (tmp_path / "day" / "a.gz").write_bytes(gzip.compress(capture(300, 310)))
    (tmp_path / "day" / "late" / "without-suffix").write_bytes(capture(200))
    (tmp_path / "day" / "notes.txt").write_text("To be, or not to be\n")
    (tmp_path / "day" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "day" / "empty").write_bytes(b"")
    (tmp_path / "day" / "late" / "notes.gz").write_bytes(gzip.compress(b"notes"))
    os.mkfifo(tmp_path / "day" / "pipe")
    (tmp_path / "day" / "round").symlink_to(tmp_path / "day")
    (tmp_path / "day" / "nowhere").symlink_to(tmp_path / "none")
    return tmp_path / "day"


def test_folders_stand_for_the_captures_below_them(folder: Path) -> None:
    captures = open_captures([str(folder)])
    assert len(captures) == 3
    assert captures.skipped == 4
    assert not captures.faults
    assert [Path(each.name).name for each in captures] == ["b.pcap", "without-suffix", "a.gz"]
    assert stream(open_captures([str(folder)])) == [
        ("b.pcap", 1, 100), ("b.pcap", 2, 110), ("b.pcap", 3, 120), ("without-suffix", 1, 200),
        ("a.gz", 1, 300), ("a.gz", 2, 310),
    ]  # fmt: skip


def test_each_capture_is_open_until_the_next(folder: Path) -> None:
    captures = open_captures([str(folder)])
    counts = []
    for each in captures:
        assert not each._stream.closed
        counts.append(sum(1 for _ in each.packets))
    assert counts == [3, 1, 2]
    assert all(each._stream.closed for each in captures.read)
    assert [each.report.records for each in captures.read] == counts


def test_what_is_named_and_cannot_be_read_is_said(folder: Path) -> None:
    captures = open_captures([str(folder / "none"), str(folder / "notes.txt"), str(folder / "b.pcap")])
    assert len(captures) == 1
    assert captures.skipped == 0
    assert ["no such file" in str(captures.faults[0]), "not as tcpdump" in str(captures.faults[1])] == [True, True]


def test_a_file_that_goes_away_is_said(folder: Path) -> None:
    captures = open_captures([str(folder)])
    (folder / "b.pcap").unlink()
    assert [name for name, _, _ in stream(captures)] == ["without-suffix", "a.gz", "a.gz"]
    assert "no such file" in str(captures.faults[0])


def test_captures_that_overlap_are_merged(tmp_path: Path) -> None:
    for name, seconds in {"a": (1, 4, 5, 9), "b": (2, 3, 8), "c": (20, 22), "d": (21,)}.items():
        (tmp_path / name).write_bytes(capture(*seconds))
    assert stream(open_captures([str(tmp_path)])) == [
        ("a", 1, 1), ("b", 1, 2), ("b", 2, 3), ("a", 2, 4), ("a", 3, 5), ("b", 3, 8), ("a", 4, 9),
        ("c", 1, 20), ("d", 1, 21), ("c", 2, 22),
    ]  # fmt: skip


def test_files_without_times_come_last_and_keep_their_order(tmp_path: Path) -> None:
    untimed = section() + interface() + block("<", 3, struct.pack("<I", 1) + b"x")
    for name, data in {"a": untimed, "b": pcap([]), "c": untimed * 2, "d": capture(5), "e": TEXT}.items():
        (tmp_path / name).write_bytes(data)
    names = [str(tmp_path / name) for name in "abcde"]
    assert [name for name, _, _ in stream(open_captures(names))] == ["e"] * 5 + ["d", "a", "c", "c"]
    captures = open_captures(names)
    assert [Path(each.name).name for each in captures] == ["e", "d", "a", "b", "c"]


def test_no_more_than_so_many_files_are_open(tmp_path: Path) -> None:
    for name in range(MOST_OPEN + 5):
        (tmp_path / f"{name:02}").write_bytes(capture(name, 1000 + name))
    captures = open_captures([str(tmp_path)])
    most = 0
    times = []
    for _, packet in captures.packets():
        most = max(most, sum(not each._stream.closed for each in captures.read))
        times.append(packet.time_ns)
    assert most == MOST_OPEN
    assert len(times) == 2 * (MOST_OPEN + 5)


def test_all_are_closed_when_the_stream_is_left(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(capture(1, 2, 3))
    captures = open_captures([str(tmp_path)])
    packets = captures.packets()
    next(packets)
    packets.close()  # type: ignore[attr-defined]
    assert len(captures.read) == 2
    assert all(each._stream.closed for each in captures.read)


def test_pipes_are_opened_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(capture(1, 3))
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(capture(2, 4),))
    writer.start()
    captures = open_captures([str(tmp_path / "pipe"), str(tmp_path / "file")])
    assert stream(captures) == [("file", 1, 1), ("pipe", 1, 2), ("file", 2, 3), ("pipe", 2, 4)]
    writer.join()


def test_inner_packets(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(pcap([TUNNELS["ipip"]], linktype=101))
    packets = open_captures([str(tmp_path)], inner=True).packets()
    assert [packet.get("src") for _, packet in packets] == [number("192.0.2.1")]


def test_an_unreadable_folder_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(top: str, onerror: object) -> list[object]:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", top))
        return []

    monkeypatch.setattr(os, "walk", walk)
    captures = open_captures([str(folder)])
    assert [str(fault) for fault in captures.faults] == [f"{folder} cannot be read: Permission denied"]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(st.integers(0, 40), min_size=1, max_size=8), min_size=1, max_size=6))
def test_the_stream_is_in_order_where_the_files_are(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[int]]
) -> None:
    folder = tmp_path_factory.mktemp("captures")
    for name, seconds in enumerate(files):
        (folder / str(name)).write_bytes(capture(*sorted(seconds)))
    found = stream(open_captures([str(folder)]))
    times = [time for _, _, time in found]
    assert times == sorted(second for seconds in files for second in seconds)
    for name, seconds in enumerate(files):
        assert [frame for path, frame, _ in found if path == str(name)] == list(range(1, len(seconds) + 1))


def test_a_folder_without_captures_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("To be, or not to be\n")
    captures = open_captures([str(tmp_path)])
    assert (len(captures), captures.skipped) == (0, 1)
    assert [str(fault) for fault in captures.faults] == [f"{tmp_path} is a folder without captures"]


def test_merged_captures_are_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(capture(1, 4))
    (tmp_path / "b").write_bytes(capture(2, 3, 5)[:-1])
    captures = open_captures([str(tmp_path)])
    with captures.merged() as merged:
        assert (merged.name, merged.form) == (f"{tmp_path / 'a'} + {tmp_path / 'b'}", "merged")
        assert [packet.time_ns for packet in merged.packets] == [at * 10**9 for at in (1, 2, 3, 4)]
    assert merged.report.records == 4
    assert merged.report.damage.total == 1
    assert merged.report.damage.first[0].startswith(f"{tmp_path / 'b'}: pcap ends inside record 3")
    assert merged.report.undecoded.total() == 4
    assert all(each._stream.closed for each in captures.read)


def test_a_merged_capture_that_is_left_closes_all(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_bytes(capture(1, 2, 3))
    captures = open_captures([str(tmp_path)])
    assert captures.names == [str(tmp_path / name) for name in "abcd"]
    with captures.merged() as merged:
        assert merged.name == f"{tmp_path / 'a'} + 3 more"
        next(merged.packets)
        assert merged.position > 0
    assert all(each._stream.closed for each in captures.read)


def test_a_followed_capture_is_one_of_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(capture(1, 2))
    captures = follow_capture(str(tmp_path / "a"), idle=0)
    assert [(each.is_followed, sum(1 for _ in each.packets)) for each in captures] == [(True, 2)]
    assert "no such file" in str(follow_capture(str(tmp_path / "none")).faults[0])


def test_the_position_is_that_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(capture(1, 2))
    with open_capture(str(tmp_path / "a")) as opened:
        assert sum(1 for _ in opened.packets) == 2
        assert opened.position == len(capture(1, 2))
    assert opened.position == 0
