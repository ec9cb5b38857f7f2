"""Unpacking zstd (RFC 8878) and lz4 frames, a block at a time.

Both formats say of each block how long it is and how much can come out of it, at most 128 KiB and 4 MiB. Fed one block
a call, a decompressor loses nothing but the damaged block, and no input makes it give more than one block's output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from matcher.formats.source import Source

__all__ = ["LZ4", "SKIPPABLE", "ZSTD", "PackedDataError", "unpack_frames"]

ZSTD = b"\x28\xb5\x2f\xfd"
LZ4 = b"\x04\x22\x4d\x18"
# Frames of either format that hold no data: pzstd begins with one, the seekable format of zstd ends with one.
SKIPPABLE = tuple(bytes([first]) + b"\x2a\x4d\x18" for first in range(0x50, 0x60))

_LARGEST_WINDOW = 1 << 27  # bytes of past output kept by zstd; what its own command allows unless told otherwise
_LARGEST_ZSTD_BLOCK = 1 << 17
_LZ4_BLOCKS = {4: 1 << 16, 5: 1 << 18, 6: 1 << 20, 7: 1 << 22}  # the largest block, by its code in the frame header

_Decompress = Callable[[bytes], bytes]


class PackedDataError(Exception):
    """Packed data that cannot be followed from here on; the message says what and where."""


def unpack_frames(packed: Source) -> Iterator[bytes]:
    """What the frames of a source hold, one after the other, in pieces of at most 4 MiB.

    Raises:
        PackedDataError: The data are cut, wrong, or would need too much memory. What came before has been given.
    """
    before = ""
    while magic := packed.peek(4):
        if magic == ZSTD:
            before = "zstd"
            yield from _zstd(packed)
        elif magic == LZ4:
            before = "lz4"
            yield from _lz4(packed)
        elif magic in SKIPPABLE:
            _pass_over(packed)
        else:
            raise PackedDataError(f"something else follows the {before} data, at byte {packed.offset}")


def _pass_over(packed: Source) -> None:
    size = int.from_bytes(_need("skippable", packed, 8)[4:], "little")
    if packed.skip(size) < size:
        raise _cut("skippable", packed)


def _zstd(packed: Source) -> Iterator[bytes]:
    import zstandard

    decompressor = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).decompressobj()
    feed = _feed("zstd", packed, decompressor.decompress, zstandard.ZstdError)
    header = _zstd_header(packed)
    feed(header)
    last = 0
    while not last:
        head = _need("zstd", packed, 3)
        word = int.from_bytes(head, "little")
        last, kind, size = word & 1, word >> 1 & 3, word >> 3
        if kind == 3 or size > _LARGEST_ZSTD_BLOCK:
            raise PackedDataError(f"zstd data are damaged near byte {packed.offset}: there is no such block")
        yield from _block("zstd", packed, feed, head, 1 if kind == 1 else size)
    if header[4] & 0x04:
        feed(_need("zstd", packed, 4))


def _zstd_header(packed: Source) -> bytes:
    """RFC 8878 section 3.1.1.1, with its promise of how much past output the blocks will refer to."""
    head = _need("zstd", packed, 5)
    descriptor = head[4]
    single, dictionary = descriptor >> 5 & 1, (0, 1, 2, 4)[descriptor & 3]
    content = (single, 2, 4, 8)[descriptor >> 6]
    rest = _need("zstd", packed, 1 - single + dictionary + content)
    if dictionary and any(rest[1 - single : 1 - single + dictionary]):
        raise PackedDataError("zstd data were packed with a dictionary, which is not here")
    if single:
        window = int.from_bytes(rest[dictionary:], "little")
    else:
        window = (1 << 10 + (rest[0] >> 3)) // 8 * (8 + (rest[0] & 7))
    if window > _LARGEST_WINDOW:
        raise PackedDataError(f"zstd data need {window:,} bytes of memory; at most {_LARGEST_WINDOW:,} are given")
    return head + rest


def _lz4(packed: Source) -> Iterator[bytes]:
    """https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md"""
    import lz4.frame

    header = _need("lz4", packed, 7)
    flags, largest = header[4], _LZ4_BLOCKS.get(header[5] >> 4 & 7, 0)
    if flags & 1:
        raise PackedDataError("lz4 data were packed with a dictionary, which is not here")
    if flags & 8:
        header += _need("lz4", packed, 8)
    decompressor = lz4.frame.LZ4FrameDecompressor()
    # Without room for a whole block, the library would hold back a part of it until the next call.
    feed = _feed("lz4", packed, lambda data: decompressor.decompress(data, largest), RuntimeError)
    feed(header)
    while word := int.from_bytes(head := _need("lz4", packed, 4), "little"):
        size = word & 0x7FFF_FFFF  # the bit above says that the block is stored as it is
        if size > largest:
            raise PackedDataError(f"lz4 data are damaged near byte {packed.offset}: a block of {size:,} bytes")
        yield from _block("lz4", packed, feed, head, size + (4 if flags & 0x10 else 0))
    feed(head + (_need("lz4", packed, 4) if flags & 4 else b""))


def _block(form: str, packed: Source, feed: _Decompress, head: bytes, size: int) -> Iterator[bytes]:
    """What a block holds. Of one that is cut, a block stored as it is still gives what is there."""
    body = packed.take(size)
    yield feed(head + body)
    if len(body) < size:
        raise _cut(form, packed)


def _feed(form: str, packed: Source, decompress: _Decompress, fault: type[Exception]) -> _Decompress:
    """The same function, with the library's error turned into ours and its place added."""

    def feed(data: bytes) -> bytes:
        try:
            return decompress(data)
        except fault as error:
            raise PackedDataError(f"{form} data are damaged near byte {packed.offset}: {error}") from None

    return feed


def _need(form: str, packed: Source, size: int) -> bytes:
    data = packed.take(size)
    if len(data) < size:
        raise _cut(form, packed)
    return data


def _cut(form: str, packed: Source) -> PackedDataError:
    return PackedDataError(f"{form} data end too early, at byte {packed.offset}")
