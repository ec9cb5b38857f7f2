"""Files that are still being written: read as they grow, and what was read is read again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

pytest.importorskip("numba")

from matcher import compile_signatures
from matcher.compiled import executor, run_capture
from matcher.event import MatchOptions, MatchResult
from matcher.formats import Growing, ReadReport, growing
from sigdsl import load_paths
from tests.compiled.frames import pcap_bytes, random_frames
from tests.formats.capture_bytes import pcapng

ROOT = Path(__file__).resolve().parents[2]
CURATED = compile_signatures(load_paths([ROOT / "signatures"]).signatures)
OPTIONS = MatchOptions(capture="growing", labels=True)
FRAMES = random_frames(5, 3000)
FORMS = {"pcap": pcap_bytes(FRAMES), "pcapng": pcapng(FRAMES)}
STEPS = 6


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growing, "_POLL", 0.01)


@pytest.fixture
def writing() -> Iterator[Callable[[BinaryIO, bytes], None]]:
    """Writes to a file while somebody reads it, in steps that end anywhere."""
    writers: list[threading.Thread] = []

    def start(stream: BinaryIO, data: bytes) -> None:
        def write() -> None:
            step = len(data) // STEPS + 1
            for begin in range(0, len(data), step):
                time.sleep(0.03)
                stream.write(data[begin : begin + step])
                stream.flush()

        writers.append(threading.Thread(target=write))
        writers[-1].start()

    yield start
    for writer in writers:
        writer.join()


def followed(path: Path, idle: float | None, **more: Any) -> tuple[MatchResult, ReadReport]:
    report = ReadReport()
    with path.open("rb") as stream:
        waits = Growing(stream, idle)
        result = run_capture(CURATED, str(path), OPTIONS, report, growing=waits, notice=lambda _: None, **more)
    return result, report


def told(result: MatchResult) -> tuple[object, ...]:
    labels = {event: list(frames) for event, frames in (result.labels or {}).items()}
    return list(result.events), list(result.displaced), result.packets, result.matched, labels


def of_whole(path: Path, data: bytes) -> tuple[object, ...]:
    path.write_bytes(data)
    return told(run_capture(CURATED, str(path), OPTIONS, notice=lambda _: None))


@pytest.mark.parametrize("few", [100_000, 100])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_meanwhile_is_matched(
    form: str, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writing: Callable[[BinaryIO, bytes], None]
) -> None:
    """Whether packets are kept from the first reading or the file is read twice."""
    monkeypatch.setattr(executor, "_FEW", few)
    data = FORMS[form]
    with (tmp_path / "growing").open("wb") as stream:
        stream.write(data[:700])
        stream.flush()
        writing(stream, data[700:])
        result, report = followed(tmp_path / "growing", 1.0)
    assert result.packets == len(FRAMES)
    assert not report.damage.total
    assert told(result) == of_whole(tmp_path / "whole", data)


@pytest.mark.parametrize("few", [100_000, 100])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_after_the_end_is_not_looked_at(
    form: str, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it makes a last packet whole that was cut."""
    monkeypatch.setattr(executor, "_FEW", few)
    path, data = tmp_path / "growing", FORMS[form]
    half = len(data) // 2
    path.write_bytes(data[:half])
    survey = executor._Run.survey

    def grown(run: executor._Run, watch: executor.Watch | None) -> None:
        survey(run, watch)
        path.write_bytes(data)

    with monkeypatch.context() as patched:
        patched.setattr(executor._Run, "survey", grown)
        result, report = followed(path, 0.0)
    assert path.stat().st_size == len(data)
    assert 0 < result.packets < len(FRAMES)
    assert (report.damage.total, report.warnings.total) == (0, 1)
    assert told(result) == of_whole(tmp_path / "whole", data[:half])


def test_who_stops_it_gets_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "growing"
    path.write_bytes(FORMS["pcap"])
    with path.open("rb") as stream:
        waits = Growing(stream, None)
        threading.Timer(0.5, waits.stop).start()
        result = run_capture(CURATED, str(path), OPTIONS, growing=waits, notice=lambda _: None)
    assert told(result) == of_whole(tmp_path / "whole", FORMS["pcap"])


def test_an_error_does_not_wait_for_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that reads would else wait for ever, and the run for it."""
    path = tmp_path / "growing"
    path.write_bytes(FORMS["pcap"])
    monkeypatch.setattr(executor, "_BETWEEN", 0.0)

    def fail(packets: int, position: int, events: int) -> None:
        raise RuntimeError(packets)

    with pytest.raises(RuntimeError):
        followed(path, None, chunk=40_000, watch=fail)


def test_progress_counts_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that grows nobody knows what is half of it; then it stands still."""
    path = tmp_path / "growing"
    path.write_bytes(FORMS["pcap"])
    monkeypatch.setattr(executor, "_BETWEEN", 0.0)
    monkeypatch.setattr(executor, "_FEW", 100)
    seen: list[tuple[int, int]] = []
    followed(path, 0.0, chunk=40_000, watch=lambda packets, position, events: seen.append((packets, position)))
    packets = [count for count, _ in seen]
    assert packets == sorted(packets)
    assert packets.count(len(FRAMES)) > 2
    assert packets[0] < len(FRAMES) // 2
    assert seen[-1][1] < path.stat().st_size + 40_000
