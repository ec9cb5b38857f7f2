"""Packets of a capture in which one cannot seek: they are copied once, and then found as fast as in any other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

import numpy as np
import numpy.typing as npt

from matcher.compiled import recall, results
from matcher.compiled.batch import Batch, record_of
from matcher.compiled.excerpt import Excerpt
from matcher.compiled.reading import fetch, read_batches, wanted_of
from matcher.compiled.recall import Recall
from matcher.compiled.stretches import Stretches
from matcher.formats import ReadReport, open_source, read_records
from tests.compiled.frames import pcap_bytes, random_frames
from tests.compiled.programs import random_capture, random_program
from tests.compiled.test_run_capture import assert_alike
from tests.formats.capture_bytes import enhanced, interface, section
from tests.formats.test_damaged_files import PACKERS

FRAMES = random_frames(5, 300)


def batches(sizes: list[int], packets: list[bytes]) -> list[Batch]:
    """Batches of so many records each; of what the packets are, and times that may be lacking, they take turns."""
    made, first = [], 1
    for size in sizes:
        some = [packets[(first + each) % len(packets)] for each in range(size)]
        rows = np.empty((5, size), np.int64)
        rows[1] = [len(packet) for packet in some]
        rows[0] = np.cumsum([0, *rows[1]])[:-1]
        rows[2] = rows[1] + 7
        rows[3] = [-(1 << 63) if (first + each) % 5 == 0 else 10**18 + each for each in range(size)]
        rows[4] = [(first + each) % 3 for each in range(size)]
        made.append(Batch(np.frombuffer(b"".join(some), np.uint8), rows, first))
        first += size
    return made


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(1, 90), min_size=1, max_size=6),
    st.lists(st.binary(max_size=70), min_size=1, max_size=9),
    st.randoms(use_true_random=False),
)
def test_what_was_copied_is_found(sizes: list[int], packets: list[bytes], chance: Random) -> None:
    made = batches(sizes, packets)
    records = [record_of(batch, row) for batch in made for row in range(batch.size)]
    kept = sorted(chance.sample(records, chance.randint(1, len(records))), key=lambda record: record.frame)
    asked = sorted(chance.sample(kept, chance.randint(1, len(kept))), key=lambda record: record.frame)
    excerpt = Excerpt.of(wanted_of(iter(made), numbers([record.frame for record in kept])))
    assert list(chain.from_iterable(excerpt.fetch(numbers([record.frame for record in asked])))) == asked
    assert list(chain.from_iterable(excerpt.fetch(numbers([record.frame for record in kept])))) == kept


def numbers(frames: list[int]) -> npt.NDArray[np.int64]:
    return np.array(frames, np.int64)


def test_more_than_is_read_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from matcher.compiled import stretches

    monkeypatch.setattr(stretches, "_AT_A_TIME", 3_000)
    path = tmp_path / "capture"
    path.write_bytes(pcap_bytes(FRAMES * 3))
    index, every = Stretches(), np.arange(1, 3 * len(FRAMES) + 1)
    wanted = [record_of(batch, row) for batch in read_batches(str(path), ReadReport(), 999, index)
              for row in range(batch.size)]  # fmt: skip
    assert list(chain.from_iterable(fetch(str(path), every, index))) == wanted
    assert list(chain.from_iterable(Recall(str(path), Stretches()).of(every).fetch(every))) == wanted


@pytest.mark.parametrize("most", [1, 2, 7, 1_000])
def test_places_that_become_fewer(tmp_path: Path, most: int) -> None:
    path = tmp_path / "capture"
    path.write_bytes(pcap_bytes(FRAMES * 3))
    index, every = Stretches(most), np.arange(1, 3 * len(FRAMES) + 1)
    wanted = [record_of(batch, row) for batch in read_batches(str(path), ReadReport(), 999, index)
              for row in range(batch.size)]  # fmt: skip
    assert 1 <= len(index) <= most
    assert (index.firsts[0], index.firsts[-1], index.offsets[-1]) == (1, len(wanted) + 1, path.stat().st_size)
    for step in (1, 7, 100):
        assert list(chain.from_iterable(fetch(str(path), every[::step], index))) == wanted[::step]


def test_a_capture_that_became_shorter_says_so(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(pcap_bytes(FRAMES))
    index = Stretches()
    list(read_batches(str(path), ReadReport(), 1 << 20, index))
    os.truncate(path, 5_000)
    with pytest.raises(OSError, match="shorter"):
        list(chain.from_iterable(fetch(str(path), numbers([1, 300]), index)))
    path.write_bytes(bytes(100_000))
    with pytest.raises(OSError, match="no pcap file any more"):
        list(chain.from_iterable(fetch(str(path), numbers([1, 300]), index)))
    path.write_bytes(pcap_bytes([b"x"] * 5_000))
    with pytest.raises(OSError, match="another file"):
        list(chain.from_iterable(fetch(str(path), numbers([1, 300]), index)))


@pytest.mark.parametrize("packing", [*PACKERS, "nothing"])
def test_events_of_a_capture_in_which_one_cannot_seek(
    packing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "_PACKETS", 3)
    readings: list[str] = []

    def counted(name: str, report: ReadReport, *first: Any) -> Iterator[Batch]:
        if not first:
            readings.append(name)
        return read_batches(name, report, *first)

    monkeypatch.setattr(recall, "read_batches", counted)
    path = tmp_path / "capture"
    for seed in range(3):
        packed = random_capture(seed, 150)
        path.write_bytes(PACKERS[packing](packed) if packing in PACKERS else as_pcapng(packed, tmp_path))
        found = assert_alike(random_program(seed, 8), path)
        assert len(found.events) > 9
        assert readings == [str(path)] * (seed + 1)


def as_pcapng(data: bytes, folder: Path) -> bytes:
    path = folder / "plain"
    path.write_bytes(data)
    section_and_interface = section() + interface()
    with path.open("rb") as stream:
        source, form = open_source(stream, ReadReport())
        return section_and_interface + b"".join(
            enhanced("<", record.captured, (record.time_ns or 0) // 1_000)
            for record in read_records(source, form, ReadReport())
        )
