"""The kernels' decoder against the ordinary one, field by field; records against the ordinary reader."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("numba")

from matcher.compiled import decode as kernels
from matcher.compiled.columns import ABSENT, ASK, COLUMNS, KNOWN, layout_of
from matcher.compiled.decode import LINKTYPES
from matcher.compiled.pcap import CHUNK, batches, take_header
from matcher.compiled.sieve import decode_batch
from matcher.decode import decode
from matcher.formats import ReadReport, Record, open_source, read_records
from sigdsl.fields import FIELDS
from tests.compiled.frames import pcap_bytes, random_frames
from tests.shared import SHARED, needs_shared

ALL = layout_of(FIELDS)
MOST = 400_000  # bytes of a capture that CI has time for


def records_and_columns(data: bytes, chunk: int = CHUNK) -> Iterator[tuple[Record, dict[str, tuple[int, int]] | None]]:
    """Each record as the kernel walks it, and its columns where the kernel decoded it; the reports must be equal."""
    report, expected = ReadReport(), ReadReport()
    source, form = open_source(io.BytesIO(data), report)
    assert form == "pcap"
    header = take_header(source)
    assert header is not None
    other, _ = open_source(io.BytesIO(data), expected)
    ordinary = read_records(other, form, expected)
    for batch in batches(source, header, report, chunk):
        columns = decode_batch(batch, header.linktype, ALL)
        for row in range(batch.size):
            offset, caplen, length, time_ns = (int(value) for value in batch.rows[:, row])
            record = Record(
                batch.first + row, time_ns, length, batch.data[offset : offset + caplen].tobytes(), header.linktype
            )
            assert record == next(ordinary)
            found = None
            if columns.simple[row]:
                found = {
                    name: (int(columns.states[at, row]), int(columns.values[at, row]))
                    for at, name in enumerate(ALL.names)
                }
            yield record, found
    assert next(ordinary, None) is None
    assert report == expected


def disagreements(data: bytes) -> tuple[list[str], int, int]:
    """What differs, and how many records there are, and how many the kernel decoded."""
    wrong, records, decoded = [], 0, 0
    for record, columns in records_and_columns(data):
        records += 1
        if columns is None:
            continue
        decoded += 1
        packet = decode(record, ReadReport())
        for name, (state, value) in columns.items():
            expected = packet.get(name)
            right = {ABSENT: expected is None, KNOWN: expected == value, ASK: expected is not None}[state]
            if not right:
                wrong.append(f"frame {record.frame}: {name} is {expected}, not {(state, value)}")
    return wrong, records, decoded


def test_the_columns_have_the_numbers_that_the_kernel_uses() -> None:
    constants = [name for name in vars(kernels) if name.startswith("_") and name[1:].isupper()]
    numbered = {f"_{column.upper().replace('.', '_')}" for column in COLUMNS} - {"_IP_VERSION"}
    assert numbered <= set(constants)
    assert COLUMNS.index("ip.version") == kernels._VERSION
    for column in COLUMNS:
        name = f"_{column.upper().replace('.', '_')}"
        if name != "_IP_VERSION":
            assert getattr(kernels, name) == COLUMNS.index(column)


@pytest.mark.parametrize("seed", range(3))
def test_random_frames_decode_alike(seed: int) -> None:
    wrong, records, decoded = disagreements(pcap_bytes(random_frames(seed, 1500)))
    assert wrong == []
    assert records == 1500
    assert decoded > 800


@pytest.mark.parametrize("link", sorted(LINKTYPES))
def test_random_bytes_decode_alike_behind_every_link_header(link: int) -> None:
    cut = {1: 0, 113: 12, 276: 0}.get(link, 14)
    heads = {
        0: b"\x02\0\0\0", 108: b"\0\0\0\x1e", 113: bytes(2), 276: b"\x08\0" + bytes(18),
    }  # fmt: skip
    frames = [heads.get(link, b"") + frame[cut if link != 276 else 14 :] for frame in random_frames(link, 400)]
    if link == 113:
        frames = [bytes(14) + frame[2:] for frame in frames]
    assert disagreements(pcap_bytes(frames, link=link))[0] == []


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("magic", [0xA1B2C3D4, 0xA1B23C4D, 0xA1B2CD34])
@pytest.mark.parametrize("chunk", [1, 7, 100, 4096])
def test_every_variant_is_walked_in_reads_of_any_size(order: str, magic: int, chunk: int) -> None:
    data = pcap_bytes(random_frames(5, 40), order=order, magic=magic)
    assert len(list(records_and_columns(data, chunk))) == 40


@pytest.mark.parametrize("cut", [24, 25, 39, 40, 41, 150, 151, 152])
def test_a_file_that_ends_anywhere_is_reported_alike(cut: int) -> None:
    data = pcap_bytes(random_frames(5, 4))[:cut]
    for chunk in (16, CHUNK):
        list(records_and_columns(data, chunk))


def test_a_record_that_claims_too_much_ends_the_file_alike() -> None:
    data = pcap_bytes(random_frames(5, 4)) + bytes(8) + b"\xff\xff\xff\x7f" + bytes(400)
    assert len(list(records_and_columns(data))) == 4


def test_one_batch_may_hold_more_than_65536_records() -> None:
    data = pcap_bytes([b"", *random_frames(1, 3)] * 17_500)
    found = list(records_and_columns(data, 1 << 24))
    assert len(found) == 70_000
    assert found[-4][1] is None
    assert [columns is None for _, columns in found[-4:]] == [columns is None for _, columns in found[:4]]


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "captures").rglob("*.pcap*")), ids=lambda path: path.name)
def test_real_captures_decode_alike(path: Path) -> None:
    data = path.read_bytes()
    source, form = open_source(io.BytesIO(data), ReadReport())
    header = take_header(source) if form == "pcap" else None
    if header is None or header.linktype not in LINKTYPES or len(data) > MOST:
        pytest.skip("another format or link type, or too large for every run")
    assert disagreements(data)[0] == []
