"""The value of a field, read at its place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.access import u16, u32
from matcher.compiled.jit import Scalar, lean, lean_inlined, lean_part
from matcher.compiled.places import (
    ADDRESS6,
    BODY,
    BODY_LENGTH,
    CONSTANT,
    HEAD,
    HOPS,
    INITIAL,
    IS_PROTO,
    LIST,
    MSS,
    NETWORK,
    NONZERO,
    OPTION,
    PAYLOAD,
    REGISTER,
    SACKOK,
    STOP,
    TRANSPORT,
    TS_ECR,
    TS_VAL,
    WINDOW,
    WSCALE,
)  # fmt: skip

__all__ = ["CUT", "TOKEN", "digest", "number_at", "read_kinds", "token_at"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

TOKEN, CUT = 3, 4  # states of a value that is no number: see matcher.compiled.scanner


@lean_part
def _option_size(data: Bytes, at: Scalar, end: Scalar) -> Scalar:
    """Bytes of the option at an offset; 0 where its length cannot be, which ends the list."""
    if data[at] <= 1:
        return 1
    size = np.int64(data[at + 1]) if at + 1 < end else 2
    return size if size >= 2 and at + size <= end else 0


@lean_part
def _read_options(data: Bytes, frame: Ints) -> None:
    """The TCP options that are fields of their own. The first of a kind counts; an impossible length ends the list."""
    at = frame[TRANSPORT]
    end = at + (np.int64(data[at + 12]) >> 4 << 2)
    at += 20
    frame[MSS] = frame[WSCALE] = frame[TS_VAL] = frame[TS_ECR] = -1
    sackok = 0
    while at < end:
        kind, size = data[at], _option_size(data, at, end)
        if not kind or not size:
            break
        if kind == 4:
            sackok = 1
        elif kind == 2 and size == 4 and frame[MSS] < 0:
            frame[MSS] = u16(data, at + 2)
        elif kind == 3 and size == 3 and frame[WSCALE] < 0:
            frame[WSCALE] = data[at + 2]
        elif kind == 8 and size == 10 and frame[TS_VAL] < 0:
            frame[TS_VAL], frame[TS_ECR] = u32(data, at + 2), u32(data, at + 6)
        at += size
    frame[SACKOK] = sackok


@lean_part
def _options_end(place: Scalar, data: Bytes, frame: Ints) -> Scalar:
    """Where the header ends in which a list of options is."""
    at = frame[place >> 4 & 15]
    size = np.int64(data[at + 12]) >> 4 if place >> 4 & 15 == TRANSPORT else np.int64(data[at]) & 15
    return at + (size << 2)


@lean_part
def read_kinds(place: Scalar, data: Bytes, frame: Ints, kinds: Bytes) -> Scalar:
    """The kinds of the options in the TCP or IPv4 header, in order: how many there are."""
    at, end, count = frame[place >> 4 & 15] + 20, _options_end(place, data, frame), 0
    while at < end:
        size = _option_size(data, at, end)
        if not size:
            break
        kinds[count] = data[at]
        count += 1
        if not data[at]:
            break
        at += size
    return count


@lean_part
def _list_number(place: Scalar, data: Bytes, frame: Ints) -> Scalar:
    """`matcher.compiled.places.list_number` of a list of options."""
    at, end, number = frame[place >> 4 & 15] + 20, _options_end(place, data, frame), 0
    while at < end:
        size = _option_size(data, at, end)
        if not size:
            break
        number = number * 31 + data[at] + 1 & 0xFFFF_FFFF
        if not data[at]:
            break
        at += size
    return number


@lean_part
def _rare_number(place: Scalar, data: Bytes, frame: Ints) -> Scalar:
    """The number at a place of one of the rarer kinds."""
    kind, register, offset = place & 15, place >> 4 & 15, place >> 8 & 255
    if kind == CONSTANT:
        return offset
    if kind in (NONZERO, INITIAL, HOPS):
        field = u32(data, frame[register] + offset) >> (place >> 16 & 31) & place >> 24 & 0xFFFF_FFFF
        if kind == NONZERO:
            return np.int64(field != 0)
        initial = 32 if field <= 32 else 64 if field <= 64 else 128 if field <= 128 else 255
        return initial if kind == INITIAL else initial - field
    if kind == IS_PROTO:
        return np.int64(frame[register] == offset)
    if kind == OPTION:
        if frame[SACKOK] < 0:
            _read_options(data, frame)
        return frame[register]
    if kind == HEAD:
        return u32(data, frame[BODY]) if frame[STOP] - frame[BODY] >= 4 else -1
    if kind == LIST:
        return _list_number(place, data, frame)
    return -1


@lean_inlined
def number_at(place: Scalar, data: Bytes, frame: Ints) -> Scalar:
    """The number at a place; -1 where there is none (or something else than a number)."""
    kind, at = place & 15, frame[place >> 4 & 15]
    if kind == WINDOW:
        word = u32(data, at + (place >> 8 & 255))
        return (word >> (place >> 16 & 31) & place >> 24 & 0xFFFF_FFFF) + (place >> 56)
    if kind == REGISTER:
        return at
    return _rare_number(place, data, frame)


# --- what is no number ------------------------------------------------------------------------------------------------


@lean_inlined
def _turned(word: Scalar, bits: Scalar) -> Scalar:
    return word << np.uint64(bits) | word >> np.uint64(64 - bits)


@lean_inlined
def _mixed(a: Scalar, b: Scalar, c: Scalar, d: Scalar) -> tuple[Scalar, Scalar, Scalar, Scalar]:
    """One round of SipHash."""
    a += b
    c += d
    b = _turned(b, 13) ^ a
    d = _turned(d, 16) ^ c
    a = _turned(a, 32)
    c += b
    a += d
    b = _turned(b, 17) ^ c
    d = _turned(d, 21) ^ a
    c = _turned(c, 32)
    return a, b, c, d


@lean
def digest(data: Bytes, start: Scalar, stop: Scalar, key: Words) -> Scalar:
    """A keyed hash of the bytes from `start` to `stop`: SipHash-1-3 (Aumasson & Bernstein 2012). int64.

    `key` is uint64[2].
    """
    a, b = key[0] ^ np.uint64(0x736F6D6570736575), key[1] ^ np.uint64(0x646F72616E646F6D)
    c, d = key[0] ^ np.uint64(0x6C7967656E657261), key[1] ^ np.uint64(0x7465646279746573)
    size = stop - start
    for block in range(size // 8 + 1):
        word = np.uint64(0)
        at = start + block * 8
        for byte in range(min(8, stop - at)):
            word |= np.uint64(data[at + byte]) << np.uint64(8 * byte)
        if stop - at < 8:
            word |= np.uint64(size & 0xFF) << np.uint64(56)
        d ^= word
        a, b, c, d = _mixed(a, b, c, d)
        a ^= word
    c ^= np.uint64(0xFF)
    for _ in range(3):
        a, b, c, d = _mixed(a, b, c, d)
    return np.int64(a ^ b ^ c ^ d)


@lean_part
def token_at(place: Scalar, data: Bytes, frame: Ints, kinds: Bytes, key: Words) -> tuple[Scalar, Scalar]:
    """What stands for the value at a place where there is no number, and its state."""
    if place & 15 == ADDRESS6:
        at = frame[NETWORK] + (place >> 8 & 255)
        return digest(data, at, at + 16, key), TOKEN
    if place & 15 == PAYLOAD:
        is_cut = frame[STOP] - frame[BODY] < frame[BODY_LENGTH]
        return digest(data, frame[BODY], frame[STOP], key), CUT if is_cut else TOKEN
    count = read_kinds(place, data, frame, kinds)
    return digest(kinds, 0, count, key), TOKEN
