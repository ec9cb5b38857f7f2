"""What comes through a pipe: read once and in order, and in a file for whoever needs it twice."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import piped
from matcher.capture import open_capture
from matcher.piped import Piped

TEXT = bytes(range(256)) * 40


class Trickle:
    """A stream that gives a few bytes at a time, as a pipe does."""

    def __init__(self, data: bytes, most: int) -> None:
        self.data = io.BytesIO(data)
        self.most = most

    def read(self, size: int, /) -> bytes:
        return self.data.read(min(size, self.most))


def all_of(stream: Piped, size: int = 1_000) -> bytes:
    return b"".join(iter(lambda: stream.read(size), b""))


STEPS = st.one_of(st.integers(0, 3_000), st.sampled_from(("let go", "whole")))


@given(st.lists(STEPS, max_size=8), st.integers(1, 999))
def test_what_is_read_is_what_there_is_whatever_was_asked_for_before(steps: list[int | str], most: int) -> None:
    """A number: whether there is so much; and then a third of that is read."""
    stream, read = Piped(Trickle(TEXT, most)), b""
    for step in steps:
        if isinstance(step, int):
            if stream.is_kept:
                assert stream.has(step)
            read += stream.read(step // 3)
        elif step == "let go":
            stream.let_go()
        elif stream.is_kept:
            assert Path(stream.whole(lambda _: None)).read_bytes() == TEXT
    assert read + all_of(stream) == TEXT
    stream.close()


def test_more_than_there_is() -> None:
    stream = Piped(Trickle(TEXT, 100))
    assert stream.has(len(TEXT))
    assert not stream.has(len(TEXT) + 1)
    assert all_of(stream) == TEXT


def test_who_reads_on_keeps_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piped, "_MOST", 2_000)
    stream = Piped(Trickle(TEXT, 500))
    for _ in range(4):
        stream.read(500)
    assert stream.is_kept
    stream.read(500)
    assert not stream.is_kept
    assert stream._kept.seek(0, os.SEEK_END) == 0
    assert len(all_of(stream)) == len(TEXT) - 2_500


def test_progress_is_told_and_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told: list[int] = []
    stream = Piped(Trickle(TEXT, 5_000))
    stream.read(10)
    assert Path(stream.whole(told.append)).read_bytes() == TEXT
    assert told == [5_010, 10_010, len(TEXT)]
    stream.close()
    assert not list(tmp_path.iterdir())


def test_a_pipe_is_kept_and_a_file_is_not(tmp_path: Path) -> None:
    path = tmp_path / "probe.txt"
    path.write_text("12:00:00.000000 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 1, win 1, length 0\n")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=[path.read_bytes()])
    writer.start()
    with open_capture(str(path)) as regular, open_capture(str(pipe)) as once:
        assert regular.piped is None
        assert once.piped
        assert list(once.packets) == list(regular.packets)
    writer.join()
