"""What the capture could have shown, from columns: `matcher.vantage` with its table in arrays."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, kernel
from matcher.event import VantageOption
from matcher.packet import V6, Packet, Unknown, Value
from matcher.vantage import Vantage

__all__ = ["ColumnVantage", "Conversations", "see_rows"]

Ints = npt.NDArray[np.int64]

_MOST: Final = 65_536  # conversations, as in matcher.vantage
_BUCKETS: Final = 1 << 17
_WIDTH: Final = 5  # of a key: the halves of both addresses; ports, protocol and versions in one number
_ABSENT, _NOT_SHOWN, _SHOWN = 0, 1, 2  # a port's or a protocol's number is its value and `_SHOWN`
_COUNT, _OLDEST, _TWO_WAY = 0, 1, 2


class Conversations(NamedTuple):
    """Who spoke to whom, the earliest forgotten first. A chained hash table over a ring.

    Attributes:
        keys: int64[most + 1, 5]: the ring.
        chains: int64[most + 1]: the next entry in the same bucket, or -1.
        buckets: int64[]: the first entry of a bucket, or -1.
        state: int64[3]: how many entries; the oldest one; whether a conversation was seen in both directions.
    """

    keys: Ints
    chains: Ints
    buckets: Ints
    state: Ints


def _no_conversations() -> Conversations:
    return Conversations(
        np.zeros((_MOST + 1, _WIDTH), np.int64),
        np.full(_MOST + 1, -1, np.int64),
        np.full(_BUCKETS, -1, np.int64),
        np.zeros(3, np.int64),
    )


@kernel
def _bucket(key: Ints) -> Scalar:
    mixed = np.uint64(0x9E37_79B9_7F4A_7C15)
    for at in range(_WIDTH):
        mixed = (mixed ^ np.uint64(key[at])) * np.uint64(0xFF51_AFD7_ED55_8CCD)
        mixed ^= mixed >> np.uint64(32)
    return np.int64(mixed & np.uint64(_BUCKETS - 1))


@kernel
def _find(key: Ints, bucket: Scalar, table: Conversations) -> Scalar:
    entry = table.buckets[bucket]
    while entry >= 0:
        same = True
        for at in range(_WIDTH):
            if table.keys[entry, at] != key[at]:
                same = False
                break
        if same:
            return entry
        entry = table.chains[entry]
    return -1


@kernel
def _forget_oldest(table: Conversations) -> None:
    oldest = table.state[_OLDEST]
    bucket = _bucket(table.keys[oldest])
    entry = table.buckets[bucket]
    if entry == oldest:
        table.buckets[bucket] = table.chains[oldest]
    else:
        while table.chains[entry] != oldest:
            entry = table.chains[entry]
        table.chains[entry] = table.chains[oldest]
    table.state[_OLDEST] = (oldest + 1) % (_MOST + 1)
    table.state[_COUNT] -= 1


@kernel
def _see(there: Ints, back: Ints, table: Conversations) -> None:
    """Take note of a packet by its key, and by that of an answer to it."""
    back[0], back[1], back[2], back[3] = there[2], there[3], there[0], there[1]
    word = there[4]
    ports = (word & 0x3_FFFF) << 18 | word >> 18 & 0x3_FFFF
    back[4] = word >> 36 << 36 | ports
    if there[0] == back[0] and there[1] == back[1] and word == back[4]:
        return  # a packet to itself is no conversation
    if _find(back, _bucket(back), table) >= 0:
        table.state[_TWO_WAY] = 1
        return
    bucket = _bucket(there)
    if _find(there, bucket, table) >= 0:
        return
    entry = (table.state[_OLDEST] + table.state[_COUNT]) % (_MOST + 1)
    table.keys[entry] = there
    table.chains[entry] = table.buckets[bucket]
    table.buckets[bucket] = entry
    table.state[_COUNT] += 1
    if table.state[_COUNT] > _MOST:
        _forget_oldest(table)


@kernel
def _bytes(data: npt.NDArray[np.uint8], at: Scalar, size: Scalar) -> Scalar:
    """A big-endian number of up to 8 bytes."""
    number = np.int64(0)
    for each in range(size):
        number = number << 8 | np.int64(data[at + each])
    return number


@kernel
def see_rows(
    data: npt.NDArray[np.uint8], network: Ints, values: Ints, states: npt.NDArray[np.uint8],
    simple: npt.NDArray[np.bool_],
    slots: Ints, start: Scalar, table: Conversations,
) -> Scalar:  # fmt: skip
    """Take note of packets in their order, up to one that is not simple.

    Args:
        data: The bytes that the records are in.
        network: int64[records]: where the IP header begins.
        values: int64[columns, records] and
        states: uint8[columns, records], from `decode_rows`.
        simple: bool[records].
        slots: int64[3]: the rows of `proto`, `sport` and `dport`.
        start: The first record to look at.
        table: The conversations.

    Returns:
        The number of the first record that was not looked at.
    """
    there, back = np.zeros(_WIDTH, np.int64), np.zeros(_WIDTH, np.int64)
    row = start
    while row < simple.shape[0] and simple[row] and not table.state[_TWO_WAY]:
        at = network[row]
        is_v6 = np.int64(data[at]) >> 4 == 6
        if is_v6:
            for half in range(4):
                there[half] = _bytes(data, at + 8 + 8 * half, 8)
        else:
            there[0], there[2] = 0, 0
            there[1], there[3] = _bytes(data, at + 12, 4), _bytes(data, at + 16, 4)
        sport = values[slots[1], row] + _SHOWN if states[slots[1], row] else _ABSENT
        dport = values[slots[2], row] + _SHOWN if states[slots[2], row] else _ABSENT
        proto = values[slots[0], row] + _SHOWN
        there[4] = (3 if is_v6 else 0) << 48 | proto << 36 | dport << 18 | sport
        _see(there, back, table)
        row += 1
    return row


class ColumnVantage(Vantage):
    """The same judgement, with the same bounds, from columns and from packets.

    Attributes:
        table: The conversations seen.
        is_passed: Whether the next packet that `see` gets was taken from the columns.
    """

    __slots__ = ("_back", "is_passed", "table")

    def __init__(self, option: VantageOption) -> None:
        super().__init__(option)
        self.table = _no_conversations()
        self.is_passed = False
        self._back = np.zeros(_WIDTH, np.int64)

    @property
    def is_settled(self) -> bool:
        """Whether no packet can change the judgement any more."""
        return self.two_way or self.option != "auto"

    def settle(self) -> None:
        """Take over what the kernel found."""
        self.two_way = self.two_way or bool(self.table.state[_TWO_WAY])

    def see(self, packet: Packet) -> None:
        """Take note of one packet, unless its columns were looked at."""
        if self.is_passed or self.is_settled:
            return
        source, target = packet.get("src"), packet.get("dst")
        if not isinstance(source, int) or not isinstance(target, int):
            return  # a capture file names no hosts: what is no number is not shown
        word = _number(packet.get("sport")) | _number(packet.get("dport")) << 18 | _number(packet.get("proto")) << 36
        word |= (source >= V6) << 48 | (target >= V6) << 49
        halves = [half for address in (source, target) for half in (address >> 64 & _HALF, address & _HALF)]
        key = np.array([*halves, word], np.uint64).astype(np.int64)
        _see(key, self._back, self.table)
        self.settle()


_HALF: Final = (1 << 64) - 1


def _number(value: Value | None) -> int:
    if isinstance(value, Unknown):
        return _NOT_SHOWN
    return value + _SHOWN if isinstance(value, int) else _ABSENT
