"""Unpacking gzip, bzip2 and xz as a stream: what came out before damage is kept, and memory stays bounded.

The standard library's file objects lose what they had unpacked when the packed data turn out to be cut or wrong,
so the decompressors are driven here directly.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from matcher.formats.report import ReadReport
from matcher.formats.source import Source

__all__ = ["MAGIC", "UNSUPPORTED", "Unpacker"]

# What packed data begin with, by format.
MAGIC = {"gzip": b"\x1f\x8b", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00"}
UNSUPPORTED = {"zstd": b"\x28\xb5\x2f\xfd", "lz4": b"\x04\x22\x4d\x18", "compress": b"\x1f\x9d"}

_OUTPUT = 65_536


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
    "xz": (lzma.LZMADecompressor, 64),
}


class Unpacker:
    """The unpacked bytes of a compressed source, all its members one after the other."""

    def __init__(self, form: str, packed: Source, report: ReadReport) -> None:
        self._form = form
        self._packed = packed
        self._report = report
        self._make, self._input = _FORMS[form]
        self._decompressor = self._make()
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Up to `size` unpacked bytes, and none only at the end."""
        pieces: list[bytes] = []
        have = 0
        while have < size and not self._ended:
            piece = self._unpack(min(size - have, _OUTPUT))
            pieces.append(piece)
            have += len(piece)
        return b"".join(pieces)

    def _unpack(self, most: int) -> bytes:
        if self._decompressor.eof:
            self._next_member()
            return b""
        packed = self._packed.take(self._input) if self._decompressor.needs_input else b""
        if not packed and self._decompressor.needs_input:
            return self._end(f"{self._form} data end too early, at byte {self._packed.offset}")
        try:
            return self._decompressor.decompress(packed, most)
        except (zlib.error, OSError, lzma.LZMAError, EOFError, ValueError) as error:
            return self._end(f"{self._form} data are damaged near byte {self._packed.offset}: {error}")

    def _next_member(self) -> None:
        left = self._decompressor.unused_data.lstrip(b"\0")  # padding between and after members is allowed
        while len(left) < 6:
            more = self._packed.take(self._input)
            if not more:
                break
            left = (left + more).lstrip(b"\0")
        if not left:
            self._ended = True
        elif left.startswith(MAGIC[self._form]):
            self._packed.put_back(left)
            self._decompressor = self._make()
        else:
            self._end(f"something else follows the {self._form} data, before byte {self._packed.offset}")

    def _end(self, damage: str) -> bytes:
        self._report.damage.add(damage)
        self._ended = True
        return b""
