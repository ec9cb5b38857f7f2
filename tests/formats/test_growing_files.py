"""Files that are still being written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from matcher.capture import CaptureError, open_capture
from matcher.formats import growing
from tests.formats.capture_bytes import FRAMES, pcap, pcapng, snoop
from tests.formats.test_damaged_files import PACKERS
from tests.formats.test_opened_captures import TEXT

FORMS: dict[str, bytes] = {"pcap": pcap(), "pcapng": pcapng(), "snoop": snoop(), "tcpdump text": TEXT}
PIECES = 6


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growing, "_POLL", 0.01)


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[Callable[[bytes], str]]:
    """Start to write a file in pieces that end anywhere; its name."""
    writers: list[threading.Thread] = []

    def start(data: bytes) -> str:
        path = tmp_path / "growing"
        path.write_bytes(b"")
        step = -(-len(data) // PIECES)

        def write() -> None:
            for at in range(0, len(data), step):
                threading.Event().wait(0.03)
                with path.open("ab") as stream:
                    stream.write(data[at : at + step])

        writers.append(threading.Thread(target=write))
        writers[-1].start()
        return str(path)

    yield start
    for writer in writers:
        writer.join()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_later_is_read(form: str, writing: Callable[[bytes], str]) -> None:
    with open_capture(writing(FORMS[form]), follow=True, idle=1.0) as capture:
        assert capture.form == form
        assert sum(1 for _ in capture.packets) == 5
    assert not capture.report.damage.total
    assert not capture.report.warnings.total


@pytest.mark.parametrize("form", ["pcap", "pcapng", "snoop"])
@pytest.mark.parametrize("cut", [1, 5, 70, 82])
def test_a_last_record_that_never_becomes_whole_is_no_damage(form: str, cut: int, tmp_path: Path) -> None:
    path = tmp_path / "growing"
    path.write_bytes(FORMS[form][:-cut])
    with open_capture(str(path), follow=True, idle=0.02) as capture:
        assert sum(1 for _ in capture.packets) in (3, 4, 5)  # the last bytes of a record may be padding
    assert not capture.report.damage.total
    assert capture.report.warnings.total == 1
    assert "ends inside" in capture.report.warnings.first[0]


def test_other_damage_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "growing"
    path.write_bytes(pcap() + b"\xff" * 40)
    with open_capture(str(path), follow=True, idle=0.02) as capture:
        assert sum(1 for _ in capture.packets) == 5
    assert "claims 4294967295" in capture.report.damage.first[0]


def test_following_ends_when_it_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "growing"
    path.write_bytes(pcap())
    with open_capture(str(path), follow=True) as capture:
        packets = [next(capture.packets) for _ in FRAMES]
        threading.Timer(0.05, capture.stop).start()
        assert next(capture.packets, None) is None
    assert len(packets) == 5
    assert not capture.report.damage.total


def test_what_was_there_and_not_read_is_told(tmp_path: Path) -> None:
    """Who reads slowly and is stopped has not seen all."""
    path = tmp_path / "growing"
    data = pcap()
    path.write_bytes(data + data[24:] * 20_000)  # longer than a read
    with open_capture(str(path), follow=True) as capture:
        next(capture.packets)
        capture.stop()
        read = 1 + sum(1 for _ in capture.packets)
        unread = path.stat().st_size - capture.position
    assert read < 5 * 20_001
    assert unread > 0
    assert f"stopped before the end: {unread:,} bytes" in capture.report.warnings.first[0]


def test_stopping_what_is_not_followed_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "whole"
    path.write_bytes(pcap())
    with open_capture(str(path)) as capture:
        capture.stop()
        assert sum(1 for _ in capture.packets) == 5


@pytest.mark.parametrize("packing", PACKERS)
def test_compressed_files_are_not_followed(packing: str, tmp_path: Path) -> None:
    path = tmp_path / "packed"
    path.write_bytes(PACKERS[packing](pcap()))
    with pytest.raises(CaptureError, match="is compressed"):
        open_capture(str(path), follow=True, idle=0.02)


def test_a_file_that_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.write_bytes(b"")
    with pytest.raises(CaptureError, match="is empty"):
        open_capture(str(path), follow=True, idle=0.02)
