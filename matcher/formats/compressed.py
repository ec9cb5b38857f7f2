"""Unpacking compressed input as a stream: what came out before damage is kept, and memory stays bounded.

The standard library's file objects lose what they had unpacked when the packed data turn out to be cut or wrong,
so the decompressors are driven here directly; zstd and lz4 in `frames`.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from matcher.formats.frames import LZ4, SKIPPABLE, ZSTD, PackedDataError, unpack_frames
from matcher.formats.report import ReadReport
from matcher.formats.source import Source

__all__ = ["MAGICS", "PACKED", "UNSUPPORTED", "Unpacker"]

_MEMBER_MAGIC = {"gzip": b"\x1f\x8b", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00"}
UNSUPPORTED = {"compress": b"\x1f\x9d", "old lz4": b"\x02\x21\x4c\x18"}
# What packed data begin with, and their form.
MAGICS = (
    *((magic, form) for form, magic in (_MEMBER_MAGIC | UNSUPPORTED).items()),
    *((magic, "zstd") for magic in (ZSTD, *SKIPPABLE)),
    (LZ4, "lz4"),
)
PACKED = frozenset({*_MEMBER_MAGIC, "zstd", "lz4"})

_OUTPUT = 65_536
_MOST_MEMORY = (1 << 27) + (1 << 20)  # bytes: xz refers to what was unpacked before; `xz -9` needs half

_TOO_LARGE = "Memory usage limit exceeded"  # as lzma says it


class _Decompressor(Protocol):
    """How bz2 and lzma decompress; gzip is brought into this form."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib's decompressor (RFC 1952) with the interface of the other two."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self._fault: zlib.error | None = None

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail and self._fault is None

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = 0) -> bytes:
        if self._fault is not None:
            raise self._fault
        data = self._inner.unconsumed_tail + data
        before = self._inner.copy()
        try:
            return self._inner.decompress(data, max_length)
        except zlib.error as fault:
            # All that this call had unpacked is lost with the error: go again, a byte at a time, up to the fault.
            self._fault = fault
            self._inner = before
            return _up_to_fault(before, data)


def _up_to_fault(inner: zlib._Decompress, data: bytes) -> bytes:
    good = bytearray()
    try:
        for at in range(len(data)):
            good += inner.decompress(data[at : at + 1])
    except zlib.error:
        pass
    return bytes(good)


# How much packed input one call gets. bz2 and lzma lose a call's output when they fail in it, so they get little.
_FORMS: dict[str, tuple[Callable[[], _Decompressor], int]] = {
    "gzip": (_Gzip, 16_384),
    "bzip2": (bz2.BZ2Decompressor, 64),
    "xz": (partial(lzma.LZMADecompressor, memlimit=_MOST_MEMORY), 64),
}


class Unpacker:
    """The unpacked bytes of a compressed source, all its members one after the other."""

    def __init__(self, form: str, packed: Source, report: ReadReport) -> None:
        self._pieces = _members(form, packed) if form in _FORMS else unpack_frames(packed)
        self._report = report
        self._piece = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """Up to `size` unpacked bytes, and none only at the end."""
        pieces: list[memoryview] = []
        while size:
            piece = self._piece or self._next()
            if piece is None:
                break
            if piece:  # blocks and members may be empty, a million one after the other
                pieces.append(piece[:size])
                self._piece = piece[size:]
                size -= len(pieces[-1])
        return b"".join(pieces)

    def _next(self) -> memoryview | None:
        try:
            piece = next(self._pieces, None)
        except PackedDataError as damage:
            self._report.damage.add(str(damage))
            return None
        return None if piece is None else memoryview(piece)


def _members(form: str, packed: Source) -> Iterator[bytes]:
    """What the members of a gzip, bzip2 or xz file hold, in pieces of at most 64 KiB."""
    make, size = _FORMS[form]
    decompressor = make()
    while True:
        while not decompressor.eof:
            data = packed.take(size) if decompressor.needs_input else b""
            if not data and decompressor.needs_input:
                raise PackedDataError(f"{form} data end too early, at byte {packed.offset}")
            try:
                yield decompressor.decompress(data, _OUTPUT)
            except (zlib.error, OSError, lzma.LZMAError, EOFError, ValueError) as error:
                raise PackedDataError(_fault(form, packed.offset, error)) from None
        if not _another(form, packed, decompressor.unused_data):
            return
        decompressor = make()


def _fault(form: str, offset: int, error: Exception) -> str:
    if str(error) == _TOO_LARGE:
        return f"{form} data need more memory than the {_MOST_MEMORY:,} bytes that are given"
    return f"{form} data are damaged near byte {offset}: {error}"


def _another(form: str, packed: Source, unused: bytes) -> bool:
    """Whether another member follows; padding between and after members is allowed."""
    left = unused.lstrip(b"\0")
    while len(left) < 6:
        more = packed.take(_FORMS[form][1])
        if not more:
            break
        left = (left + more).lstrip(b"\0")
    if left and not left.startswith(_MEMBER_MAGIC[form]):
        raise PackedDataError(f"something else follows the {form} data, before byte {packed.offset}")
    packed.put_back(left)
    return bool(left)
