"""The lines of many packets at once, where nothing in them is unusual: what `matcher.render_frame` says, by a kernel.

A run shows a million packets and more. What is rarer than that (unknown options, headers with faults, other protocols)
is left to the ordinary renderer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.compiled.access import u16, u32
from matcher.compiled.batch import NO_TIME
from matcher.compiled.jit import Scalar, lean, lean_inlined, lean_part
from matcher.render_icmp import ECHOES

__all__ = ["usual_lines", "write_lines"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]

_AT_A_TIME: Final = 4_096  # records whose lines are written together
_LONGEST = 640  # bytes of a line: forty bytes of options take no more than two hundred, and the rest less
_ETHERNET, _RAW_IP = 1, 101
_ICMP, _TCP, _UDP = 1, 6, 17
_IP_HEADER, _PORTS = 20, 8  # bytes; the ports and what else UDP and an echo have
_SECOND, _DAY = 1_000_000_000, 86_400
_EOL, _NOP, _MSS, _WSCALE, _SACKOK, _SACK, _TS = 0, 1, 2, 3, 4, 5, 8
_ACK, _URG, _RESERVED = 0x10, 0x20, 0xE00


def _text(words: str) -> Bytes:
    return np.frombuffer(words.encode(), np.uint8)


_IP, _TTL, _ID, _FLAGS = _text("IP (tos 0x"), _text(", ttl "), _text(", id "), _text(", offset 0, flags [")
_NONE, _DF, _MORE, _LENGTH, _CLOSED = _text("none"), _text("DF"), _text("+"), _text("], length "), _text(") ")
_TO, _COLON, _COMMA_LENGTH, _UDP_LENGTH = _text(" > "), _text(": "), _text(", length "), _text("UDP, length ")
_TCP_FLAGS, _LETTERS, _SEQ = _text("Flags ["), _text("FSRP.UEWe"), _text("], seq ")
_ACKED, _WIN, _URGED, _OPTIONS = _text(", ack "), _text(", win "), _text(", urg "), _text(", options [")
_ICMP_WORD, _REPLY, _REQUEST = _text("ICMP "), _text(ECHOES[0]), _text(ECHOES[8])
_ECHO_ID, _ECHO_SEQ = _text(", id "), _text(", seq ")
_MSS_WORD, _WSCALE_WORD, _TS_WORD, _ECR_WORD = _text("mss "), _text("wscale "), _text("TS val "), _text(" ecr ")
_EOL_WORD, _NOP_WORD, _SACKOK_WORD, _SACK_WORD = _text("eol"), _text("nop"), _text("sackOK"), _text("sack")


def usual_lines(data: Bytes, rows: Ints) -> Iterator[str]:
    """The lines of records, as `usual_line` writes them; an empty one where it would take decoding to tell, or may.

    Args:
        data, rows: As of `matcher.compiled.batch.Batch`.
    """
    room = np.empty(min(_AT_A_TIME, rows.shape[1]) * _LONGEST, np.uint8)
    for first in range(0, rows.shape[1], _AT_A_TIME):
        some = np.ascontiguousarray(rows[:, first : first + _AT_A_TIME])
        ends = np.empty(some.shape[1], np.int64)
        write_lines(data, some, room, ends)
        text = room[: ends[-1]].tobytes().decode("ascii")
        begin = 0
        for end in ends.tolist():
            yield text[begin:end]
            begin = end


@lean
def write_lines(data: Bytes, rows: Ints, room: Bytes, ends: Ints) -> None:
    """Write the lines of records, one behind the other; nothing for those that are left to the ordinary renderer.

    Args:
        data: The bytes that the records are in.
        rows: int64[5, records], as `Batch.rows`.
        room: Filled in, uint8[bytes]: ASCII. `_LONGEST` bytes for each record are enough.
        ends: Filled in, int64[records]: where each line ends.
    """
    end = np.int64(0)
    for row in range(rows.shape[1]):
        begin, behind, link = rows[0, row], rows[0, row] + rows[1, row], rows[4, row]
        at = begin + 14 if link == _ETHERNET else begin
        if (
            (link == _RAW_IP or (link == _ETHERNET and rows[1, row] >= 14 and u16(data, begin + 12) == 0x0800))
            and behind - at >= _IP_HEADER + _PORTS
            and data[at] == 0x45
        ):
            end = max(end, _write_packet(data, at, behind, room, _write_time(rows[3, row], room, end)))
        ends[row] = end


@lean_inlined
def _put(words: Bytes, room: Bytes, at: Scalar) -> Scalar:
    """Write words; where they end."""
    for each in range(words.shape[0]):
        room[at + each] = words[each]
    return at + words.shape[0]


@lean_part
def _put_number(number: Scalar, digits: Scalar, room: Bytes, at: Scalar) -> Scalar:
    """Write a number that is not negative, with at least so many digits."""
    size, left = digits, number
    while size < 20 and left >= 10**size:
        size += 1
    for place in range(at + size - 1, at - 1, -1):
        room[place] = 48 + left % 10
        left //= 10
    return at + size


@lean_part
def _put_byte(number: Scalar, room: Bytes, at: Scalar) -> Scalar:
    """Write a byte in hexadecimal digits, as few as it takes."""
    for shift in range(4 if number >> 4 else 0, -1, -4):
        digit = number >> shift & 15
        room[at] = 48 + digit if digit < 10 else 87 + digit
        at += 1
    return at


@lean_part
def _put_address(data: Bytes, at: Scalar, room: Bytes, end: Scalar) -> Scalar:
    for byte in range(4):
        if byte:
            room[end] = 46
            end += 1
        end = _put_number(np.int64(data[at + byte]), 1, room, end)
    return end


@lean_part
def _write_time(ns: Scalar, room: Bytes, at: Scalar) -> Scalar:
    """The time and a blank, as `format_time` says it; nothing for a record without one.

    64 bits of nanoseconds are days from 1677 to 2262, which the calendar has.
    """
    if ns == NO_TIME:
        return at
    seconds, rest = ns // _SECOND, ns % _SECOND
    day, second = seconds // _DAY, seconds % _DAY
    if day:
        at = _put_date(day, room, at)
    for unit, mark in ((3600, 58), (60, 58), (1, 46)):
        at = _put_number(second // unit, 2, room, at)
        second %= unit
        room[at] = mark
        at += 1
    at = _put_number(rest, 9, room, at) if rest % 1000 else _put_number(rest // 1000, 6, room, at)
    room[at] = 32
    return at + 1


@lean_part
def _put_date(day: Scalar, room: Bytes, at: Scalar) -> Scalar:
    """Write a day since 1970 as year, month and day, and a blank.

    Years are counted from March, so that the day that some have more is their last one, and in cycles of 400.
    """
    shifted = day + 719_468  # since 0000-03-01
    cycle, of_cycle = shifted // 146_097, shifted % 146_097
    year = (of_cycle - of_cycle // 1_460 + of_cycle // 36_524 - of_cycle // 146_096) // 365
    of_year = of_cycle - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153  # since March
    year += 400 * cycle + (1 if month >= 10 else 0)
    for number, digits, mark in (
        (year, 4, 45),
        (month - 9 if month >= 10 else month + 3, 2, 45),
        (of_year - (153 * month + 2) // 5 + 1, 2, 32),
    ):
        at = _put_number(number, digits, room, at)
        room[at] = mark
        at += 1
    return at


@lean_part
def _write_packet(data: Bytes, at: Scalar, behind: Scalar, room: Bytes, end: Scalar) -> Scalar:
    """Write what a line says of an IPv4 packet without options; -1 where it is left to the ordinary renderer."""
    total, fragment, proto = u16(data, at + 2), u16(data, at + 6), data[at + 9]
    above, size = at + _IP_HEADER, total - _IP_HEADER
    if size < _PORTS or fragment not in (0, 0x2000, 0x4000) or proto not in (_ICMP, _TCP, _UDP):
        return -1
    end = _put(_IP, room, end)
    end = _put_byte(np.int64(data[at + 1]), room, end)
    end = _put_number(np.int64(data[at + 8]), 1, room, _put(_TTL, room, end))
    end = _put_number(u16(data, at + 4), 1, room, _put(_ID, room, end))
    end = _put(_FLAGS, room, end)
    end = _put(_NONE if fragment == 0 else _DF if fragment == 0x4000 else _MORE, room, end)
    end = _put(_CLOSED, room, _put_number(total, 1, room, _put(_LENGTH, room, end)))
    for side in range(2):
        end = _put_address(data, at + 12 + 4 * side, room, end)
        if proto != _ICMP:
            room[end] = 46
            end = _put_number(u16(data, above + 2 * side), 1, room, end + 1)
        end = _put(_COLON if side else _TO, room, end)
    if proto == _TCP:
        return _write_tcp(data, above, behind, size, room, end)
    return _write_udp(data, above, size, room, end) if proto == _UDP else _write_echo(data, above, size, room, end)


@lean_part
def _write_udp(data: Bytes, at: Scalar, size: Scalar, room: Bytes, end: Scalar) -> Scalar:
    if u16(data, at + 4) != size:
        return -1
    return _put_number(size - 8, 1, room, _put(_UDP_LENGTH, room, end))


@lean_part
def _write_echo(data: Bytes, at: Scalar, size: Scalar, room: Bytes, end: Scalar) -> Scalar:
    kind = data[at]
    if kind not in (0, 8) or data[at + 1]:
        return -1
    end = _put(_REQUEST if kind else _REPLY, room, _put(_ICMP_WORD, room, end))
    end = _put_number(u16(data, at + 4), 1, room, _put(_ECHO_ID, room, end))
    end = _put_number(u16(data, at + 6), 1, room, _put(_ECHO_SEQ, room, end))
    return _put_number(size, 1, room, _put(_COMMA_LENGTH, room, end))


@lean_part
def _write_tcp(data: Bytes, at: Scalar, behind: Scalar, size: Scalar, room: Bytes, end: Scalar) -> Scalar:
    if behind - at < 20:
        return -1
    header, flags = u16(data, at + 12) >> 12 << 2, u16(data, at + 12) & 0xFFF
    seq, ack, window, urgent = u32(data, at + 4), u32(data, at + 8), u16(data, at + 14), u16(data, at + 18)
    if header < 20 or header > size or behind - at < header or flags & _RESERVED:
        return -1
    end = _put(_TCP_FLAGS, room, end)
    if not flags:
        end = _put(_NONE, room, end)
    for bit in range(_LETTERS.shape[0]):
        if flags >> bit & 1:
            room[end] = _LETTERS[bit]
            end += 1
    end = _put_number(seq, 1, room, _put(_SEQ, room, end))
    if size > header:
        room[end] = 58
        end = _put_number(seq + size - header & 0xFFFF_FFFF, 1, room, end + 1)
    if ack or flags & _ACK:
        end = _put_number(ack, 1, room, _put(_ACKED, room, end))
    end = _put_number(window, 1, room, _put(_WIN, room, end))
    if urgent or flags & _URG:
        end = _put_number(urgent, 1, room, _put(_URGED, room, end))
    end = _write_options(data, at + 20, at + header, room, end)
    return _put_number(size - header, 1, room, _put(_COMMA_LENGTH, room, end)) if end >= 0 else end


@lean_part
def _write_options(data: Bytes, at: Scalar, stop: Scalar, room: Bytes, end: Scalar) -> Scalar:
    """Write the options, of the kinds that most packets have, each at most once; -1 where there is another one."""
    begin, seen = end, np.int64(0)
    while at < stop:
        kind = np.int64(data[at])
        size = np.int64(1) if kind <= _NOP else np.int64(data[at + 1]) if at + 1 < stop else np.int64(0)
        if at + size > stop or not _has_size(kind, size) or (kind > _NOP and seen >> kind & 1):
            return -1
        seen |= 1 << kind
        if end == begin:
            end = _put(_OPTIONS, room, end)
        else:
            room[end] = 44
            end += 1
        end = _write_option(data, at, kind, room, end)
        at = stop if kind == _EOL else at + size
    if end > begin:
        room[end] = 93
        end += 1
    return end


@lean_inlined
def _has_size(kind: Scalar, size: Scalar) -> Scalar:
    """Whether an option is one of those, as long as it should be."""
    if kind <= _NOP:
        return True
    if kind in (_MSS, _WSCALE, _TS):
        return size == (4 if kind == _MSS else 3 if kind == _WSCALE else 10)
    return kind in (_SACKOK, _SACK) and size >= 2


@lean_part
def _write_option(data: Bytes, at: Scalar, kind: Scalar, room: Bytes, end: Scalar) -> Scalar:
    if kind == _MSS:
        return _put_number(u16(data, at + 2), 1, room, _put(_MSS_WORD, room, end))
    if kind == _WSCALE:
        return _put_number(np.int64(data[at + 2]), 1, room, _put(_WSCALE_WORD, room, end))
    if kind == _TS:
        end = _put_number(u32(data, at + 2), 1, room, _put(_TS_WORD, room, end))
        return _put_number(u32(data, at + 6), 1, room, _put(_ECR_WORD, room, end))
    if kind == _EOL:
        return _put(_EOL_WORD, room, end)
    if kind == _NOP:
        return _put(_NOP_WORD, room, end)
    return _put(_SACKOK_WORD if kind == _SACKOK else _SACK_WORD, room, end)
