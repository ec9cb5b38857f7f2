"""What is looked for in payloads, 64 bytes at a time: every place, every length, the end of a capture."""

from __future__ import annotations

import struct

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compiled.access import equal_bytes
from matcher.compiled.jit import Scalar, lean
from matcher.program import Program
from tests.compiled.scanning import assert_scans_alike, records_of
from tests.compiled.test_scan import program_of

FEW = st.sampled_from(b"Ab\0\xff")


@lean
def _equal(data: npt.NDArray[np.uint8], at: Scalar, byte: Scalar) -> Scalar:
    return equal_bytes(data, at, byte)


@given(st.binary(min_size=64, max_size=200), st.data())
def test_which_of_64_bytes_are_some_byte(data: bytes, chance: st.DataObject) -> None:
    at = chance.draw(st.integers(0, len(data) - 64))
    byte = chance.draw(st.sampled_from(data) | st.integers(0, 255))
    wanted = sum(1 << place for place, each in enumerate(data[at : at + 64]) if each == byte)
    assert int(_equal(np.frombuffer(data, np.uint8), at, byte)) == wanted


@pytest.mark.parametrize(("size", "at"), [(64, 1), (64, -1), (63, 0), (0, 0), (200, 137), (64, 1 << 62)])
def test_less_than_64_bytes_are_an_error(size: int, at: int) -> None:
    with pytest.raises(IndexError):
        _equal(np.zeros(size, np.uint8), at, 0)


def _udp_frame(payload: bytes, missing: int) -> bytes:
    """A packet whose last bytes were not captured, so many."""
    size = 28 + len(payload)
    ip = struct.pack(">BBHHHBBHII", 0x45, 0, size, 0, 0, 64, 17, 0, 1, 2)
    frame = bytes(12) + b"\x08\x00" + ip + struct.pack(">HHHH", 1025, 53, size - 20, 0) + payload
    return frame[: len(frame) - min(missing, len(payload))]


def _searching(wanted: bytes) -> Program:
    return program_of(f"payload contains |{wanted.hex(' ')}|")


@given(
    st.lists(FEW, min_size=1, max_size=6).map(bytes) | st.binary(min_size=60, max_size=70),
    st.lists(st.lists(FEW, max_size=300).map(bytes), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 260), st.integers(0, 9)), min_size=4, max_size=4),
)
@example(b"Ab", [b"A" * 300], [(298, 1)] * 4)
@example(b"A", [b"b" * 300], [(64, 0), (63, 0), (255, 0), (0, 0)])
def test_constants_anywhere(wanted: bytes, payloads: list[bytes], puts: list[tuple[int, int]]) -> None:
    """Whether it is there by chance, was put there, or may be where nothing was captured; also in the last packet."""
    frames = []
    for payload, (at, cut) in zip(payloads, puts, strict=False):
        frames += [_udp_frame(payload, cut), _udp_frame(payload[:at] + wanted + payload[at:], cut)]
    assert_scans_alike(_searching(wanted), records_of(frames), ("payload",))
