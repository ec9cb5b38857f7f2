"""The captures that are measured: `python -m benchmarks.captures FILE KIND PACKETS` makes one.

A shorter capture is the beginning of a longer one of its kind, and every byte depends on nothing but its place.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.chance import Ints, chance
from benchmarks.conversations import bulk, flood, storm
from benchmarks.groups import Group
from benchmarks.telescope import telescope

__all__ = ["KINDS", "make_capture"]

KINDS: dict[str, Callable[[Ints], list[Group]]] = {
    "telescope": telescope,
    "flood": flood,
    "bulk": bulk,
    "storm": storm,
}
_RATES = {"telescope": 2_000, "flood": 50_000, "bulk": 50_000, "storm": 20_000}  # packets a second of capture time
_STEP = 20_000  # packets that are made at a time
_START_US = 1_700_000_000_000_000


def make_capture(path: Path, kind: str, packets: int) -> None:
    """Write a capture of so many packets as a pcap file; the same for the same kind and number."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        for first in range(0, packets, _STEP):
            numbers = np.arange(first, first + _STEP)  # whole, so that conversations do not depend on `packets`
            file.write(_records(KINDS[kind](numbers), numbers, _RATES[kind], min(_STEP, packets - first)))
    unfinished.rename(path)


def _records(groups: list[Group], numbers: Ints, rate: int, count: int) -> bytes:
    """The first `count` records of all groups' frames, each in its place."""
    micros = _times(numbers, rate)
    records = [b""] * len(numbers)
    for places, frames in groups:
        heads = np.empty((len(places), 4), "<u4")
        heads[:, 0], heads[:, 1] = micros[places] // 1_000_000, micros[places] % 1_000_000
        heads[:, 2:] = frames.shape[1]
        together = np.concatenate([heads.view(np.uint8).reshape(-1, 16), frames], axis=1)
        size = together.shape[1]
        data = together.tobytes()
        for at, place in enumerate(places.tolist()):
            records[place] = data[at * size : (at + 1) * size]
    return b"".join(records[:count])


def _times(numbers: Ints, rate: int) -> Ints:
    """Microseconds: evenly spaced, each then anywhere before the next."""
    each = 1_000_000 // rate
    return _START_US + numbers * each + chance(numbers, "time", each)


if __name__ == "__main__":
    make_capture(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
