"""zstd and lz4: frames of every shape, what is kept of damaged ones, and what is refused."""

from __future__ import annotations

import itertools
import random
import struct

import lz4.frame
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.capture_bytes import FRAMES, pcap, read

NOISE = random.Random(11)
LARGE = [NOISE.randbytes(700) + bytes(700) for _ in range(600)]  # several blocks of either format
SKIPPABLE = b"\x50\x2a\x4d\x18" + struct.pack("<I", 7) + b"ignored"


def zstd(data: bytes, **options: int) -> bytes:
    return zstandard.ZstdCompressor(**options).compress(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("level", [-5, 1, 19])
@pytest.mark.parametrize(("checksum", "size"), [*itertools.product([True, False], repeat=2)])
def test_zstd_frames(level: int, checksum: bool, size: bool) -> None:
    packed = zstd(pcap(LARGE), level=level, write_checksum=checksum, write_content_size=size)
    records, report = read(packed)
    assert [record.captured for record in records] == LARGE
    assert not report.damage.total


@pytest.mark.parametrize("size", [4, 5, 6, 7])
@pytest.mark.parametrize(("linked", "checksums", "stored"), [*itertools.product([True, False], repeat=3)])
def test_lz4_frames(size: int, linked: bool, checksums: bool, stored: bool) -> None:
    packed = lz4.frame.compress(
        pcap(LARGE), block_size=size, block_linked=linked, block_checksum=checksums, content_checksum=checksums,
        store_size=stored, compression_level=9 if stored else 0,
    )  # fmt: skip
    records, report = read(packed)
    assert [record.captured for record in records] == LARGE
    assert not report.damage.total


def test_zstd_written_as_a_stream() -> None:
    packer = zstandard.ZstdCompressor().compressobj()
    data = pcap()
    pieces = [packer.compress(data[at : at + 10]) + packer.flush(1) for at in range(0, len(data), 10)]
    records, report = read(b"".join(pieces) + packer.flush())
    assert [record.captured for record in records] == FRAMES
    assert not report.damage.total


def test_frames_without_data_are_passed_over() -> None:
    data = pcap()
    for packed in (
        SKIPPABLE + zstd(data),
        zstd(data[:50]) + SKIPPABLE * 3 + zstd(b"") + zstd(data[50:]) + SKIPPABLE,
        SKIPPABLE + lz4.frame.compress(data[:50]) + SKIPPABLE + zstd(data[50:]),
    ):
        records, report = read(packed)
        assert [record.captured for record in records] == FRAMES
        assert not report.damage.total
    _, report = read(zstd(data) + SKIPPABLE[:-1])
    assert "skippable data end too early" in report.damage.first[0]


@pytest.mark.parametrize("pack", [zstd, lz4.frame.compress])
def test_all_before_a_damaged_block_is_kept(pack: object) -> None:
    assert callable(pack)
    packed = bytearray(pack(pcap(LARGE)))
    packed[-20_000:] = bytes(20_000)
    records, report = read(bytes(packed))
    assert [record.captured for record in records] == LARGE[: len(records)]
    assert len(records) >= 300
    assert "data are damaged near byte" in report.damage.first[0]


def test_wrong_checksums_are_said_and_the_data_kept() -> None:
    for packed in (zstd(pcap(), write_checksum=True), lz4.frame.compress(pcap(), content_checksum=True)):
        records, report = read(packed[:-1] + bytes([packed[-1] ^ 1]))
        assert [record.captured for record in records] == FRAMES
        assert "data are damaged near byte" in report.damage.first[0]


def zstd_frame(descriptor: int, rest: bytes) -> bytes:
    return b"\x28\xb5\x2f\xfd" + bytes([descriptor]) + rest


REFUSED = {
    "window": (zstd_frame(0, bytes([18 << 3]) + bytes(50)), "need 268,435,456 bytes of memory"),
    "content as window": (zstd_frame(0xE0, b"\xff" * 8 + bytes(50)), "bytes of memory"),
    "dictionary": (zstd_frame(0x01, b"\x50\x07" + bytes(50)), "with a dictionary"),
    "block type": (zstd_frame(0, b"\x50" + b"\x07\0\0"), "there is no such block"),
    "block size": (zstd_frame(0, b"\x50" + b"\xff\xff\xf9"), "there is no such block"),
    "lz4 dictionary": (b"\x04\x22\x4d\x18\x61\x40" + bytes(50), "with a dictionary"),
    "lz4 block": (b"\x04\x22\x4d\x18\x60\x40\x82" + b"\x01\0\x01\0" + bytes(50), "a block of 65,537 bytes"),
    "lz4 version": (b"\x04\x22\x4d\x18\xe0\x40\x82" + bytes(50), "lz4 data are damaged"),
    "old lz4": (b"\x02\x21\x4c\x18" + bytes(50), "compressed with old lz4: not supported yet"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    packed, message = REFUSED[name]
    records, report = read(packed)
    assert not records
    assert message in report.damage.first[0]


def test_a_block_of_one_byte_said_often_is_no_more_than_a_block() -> None:
    block = struct.pack("<I", (1 << 17) << 3 | 2)[:3] + b"\0"
    packed = zstd(pcap([])) + zstd_frame(0, b"\x38" + block * 40 + b"\x01\0\0")
    records, report = read(packed)
    assert len(records) == 40 * (1 << 17) // 16
    assert not report.damage.total


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damage_keeps_a_beginning(data: st.DataObject) -> None:
    pack = data.draw(st.sampled_from([zstd, lz4.frame.compress]))
    packed = bytearray(pack(pcap(LARGE[:200])))
    at = data.draw(st.integers(16, len(packed) - 1))
    packed[at] ^= data.draw(st.integers(1, 255))
    records, report = read(bytes(packed))
    assert report.damage.total or len(records) == 200
    good = max(0, at - (1 << 17) * 2)  # what was packed before the block with the fault
    assert [record.captured for record in records[: good // 1416]] == LARGE[: good // 1416]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"\x50\x2a\x4d\x18"]), st.binary(max_size=300))
def test_anything_after_a_magic_number(magic: bytes, rest: bytes) -> None:
    records, report = read(magic + rest)
    assert report.damage.total or not records
