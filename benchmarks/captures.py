"""Deterministic captures: what a telescope sees, a flood, a benign bulk transfer, a scan storm.

Frames are made as arrays, 100,000 at a time, so that five million packets take seconds.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

__all__ = ["KINDS", "make_capture"]

Ints = npt.NDArray[np.int64]
Group = tuple[Ints, npt.NDArray[np.uint8]]  # where in the mix the frames stand, and their bytes

_STEP = 100_000
_START_S = 1_700_000_000
_SYN, _RST, _ACK, _PSH = 2, 4, 16, 8


def _frames(
    count: int, proto: int, src: Ints, dst: Ints, header: int, payload: int, ident: Ints
) -> npt.NDArray[np.uint8]:
    """Ethernet and IPv4 headers with room for what comes above."""
    total = 20 + header + payload
    frames = np.zeros((count, 14 + total), np.uint8)
    frames[:, 12] = 8
    frames[:, 14] = 0x45
    _put(frames, 16, np.full(count, total), 2)
    _put(frames, 18, ident, 2)
    frames[:, 22] = 52
    frames[:, 23] = proto
    _put(frames, 26, src, 4)
    _put(frames, 30, dst, 4)
    frames[:, 34 + header :] = 0x2E
    return frames


def _put(frames: npt.NDArray[np.uint8], at: int, values: Ints, size: int) -> None:
    for byte in range(size):
        frames[:, at + byte] = values >> 8 * (size - 1 - byte) & 0xFF


def _tcp(
    chance: np.random.Generator, ends: tuple[Ints, Ints], ports: tuple[Ints, Ints], numbers: tuple[Ints, Ints],
    flags: int, payload: int = 0, options: bytes = b"",
) -> npt.NDArray[np.uint8]:  # fmt: skip
    src, dst = ends
    count = len(src)
    frames = _frames(count, 6, src, dst, 20 + len(options), payload, chance.integers(0, 1 << 16, count))
    for at, values, size in ((34, ports[0], 2), (36, ports[1], 2), (38, numbers[0], 4), (42, numbers[1], 4)):
        _put(frames, at, values, size)
    frames[:, 46] = (20 + len(options)) // 4 << 4
    frames[:, 47] = flags
    _put(frames, 48, np.full(count, 65535), 2)
    if options:
        frames[:, 54 : 54 + len(options)] = np.frombuffer(options, np.uint8)
    return frames


def _udp(chance: np.random.Generator, src: Ints, dst: Ints, dport: Ints, payload: int) -> npt.NDArray[np.uint8]:
    count = len(src)
    frames = _frames(count, 17, src, dst, 8, payload, chance.integers(0, 1 << 16, count))
    _put(frames, 34, chance.integers(1024, 65536, count), 2)
    _put(frames, 36, dport, 2)
    _put(frames, 38, np.full(count, 8 + payload), 2)
    return frames


def _icmp(chance: np.random.Generator, src: Ints, dst: Ints) -> npt.NDArray[np.uint8]:
    frames = _frames(len(src), 1, src, dst, 8, 56, chance.integers(0, 1 << 16, len(src)))
    frames[:, 34] = 8
    return frames


_SYN_OPTIONS = b"\x02\x04\x05\xb4\x01\x03\x03\x07\x04\x02\x01\x01"
_SERVICES = np.array([22, 23, 80, 443, 445, 1433, 3389, 5060, 8080, 113])


def _random(chance: np.random.Generator, count: int, bits: int) -> Ints:
    return chance.integers(0, 1 << bits, count)


def telescope(chance: np.random.Generator, first: int, count: int) -> list[Group]:
    """Scans of many sources, backscatter, UDP probes with payload, pings: 214 bytes a packet on average."""
    shares = np.cumsum([0.40, 0.10, 0.06, 0.38])
    places = np.split(chance.permutation(count), (shares * count).astype(np.int64))
    scans, answers, resets, udp, pings = places

    def inside(each: Ints) -> Ints:
        return 0x2C000000 + _random(chance, len(each), 20)

    def outside(each: Ints) -> Ints:
        return 0x5B000000 + _random(chance, len(each), 18)

    def high(each: Ints) -> Ints:
        return chance.integers(1024, 65536, len(each))

    def service(each: Ints) -> Ints:
        return chance.choice(_SERVICES, len(each))

    def word(each: Ints) -> Ints:
        return _random(chance, len(each), 32)

    def ends(each: Ints) -> tuple[Ints, Ints]:
        return outside(each), inside(each)

    zero = np.zeros_like
    return [
        (
            scans,
            _tcp(
                chance, ends(scans), (high(scans), service(scans)), (word(scans), zero(scans)), _SYN,
                options=_SYN_OPTIONS,
            ),
        ),
        (
            answers,
            _tcp(
                chance, ends(answers), (service(answers), high(answers)), (word(answers), word(answers)), _SYN | _ACK
            ),
        ),
        (
            resets,
            _tcp(chance, ends(resets), (service(resets), high(resets)), (zero(resets), word(resets)), _RST | _ACK),
        ),
        (udp, _udp(chance, *ends(udp), service(udp), 380)),
        (pings, _icmp(chance, *ends(pings))),
    ]  # fmt: skip


def flood(chance: np.random.Generator, first: int, count: int) -> list[Group]:
    """One victim and up to a million sources, every packet a SYN of its own."""
    every = np.arange(count)
    sources = 0x5B000000 + chance.integers(0, 1_000_000, count)
    ports = (chance.integers(1024, 65536, count), np.full(count, 80))
    victim, numbers = np.full(count, 0x2C000001), (_random(chance, count, 32), every * 0)
    return [(every, _tcp(chance, (sources, victim), ports, numbers, _SYN))]


def bulk(chance: np.random.Generator, first: int, count: int) -> list[Group]:
    """A few long downloads: two full segments for each acknowledgment, after a handshake and a request."""
    every = np.arange(count)
    session = every % 8
    client, server = 0x2C000001 + session, np.full(count, 0x5B000001)
    cport, sport = 40_000 + session, np.full(count, 443)
    seq = (first + every) // 8 * 1448 & 0xFFFFFFFF
    turn = every // 8 + (first // 8)
    from_client = turn % 3 == 0
    groups = []
    for chosen, flags, payload in (
        (turn == 0, _SYN, 0),
        (turn == 1, _SYN | _ACK, 0),
        (from_client & (turn > 1), _ACK, 0),
        (turn == 4, _ACK | _PSH, 120),
        (~from_client & (turn > 1) & (turn != 4), _ACK | _PSH, 1400),
    ):
        at = every[chosen]
        is_client = flags in (_SYN, _ACK) or payload == 120
        ends = (client, server, cport, sport) if is_client else (server, client, sport, cport)
        src, dst, near, far = (end[at] for end in ends)
        groups.append((at, _tcp(chance, (src, dst), (near, far), (seq[at], seq[at]), flags, payload)))
    return groups


def storm(chance: np.random.Generator, first: int, count: int) -> list[Group]:
    """One port swept by scanners that touch a million addresses; every third probe is refused."""
    every = np.arange(count)
    number = (first + every) // 4
    scanner, target = 0x5B000000 + number % 64, 0x2C000000 + number * 7919 % 1_000_000
    port, refused = 1024 + number % 60_000, every % 4 == 3
    service, seq = np.full(count, 23), number * 40_503 & 0xFFFFFFFF
    probes, answers = every[~refused], every[refused]
    asked, refusal = (port[probes], service[probes]), (service[answers], port[answers])
    numbers, others = (seq[probes], probes * 0), (answers * 0, seq[answers] + 1)
    return [
        (probes, _tcp(chance, (scanner[probes], target[probes] + probes % 4), asked, numbers, _SYN)),
        (answers, _tcp(chance, (target[answers], scanner[answers]), refusal, others, _RST | _ACK)),
    ]


KINDS: dict[str, Callable[[np.random.Generator, int, int], list[Group]]] = {
    "telescope": telescope,
    "flood": flood,
    "bulk": bulk,
    "storm": storm,
}
_RATES = {"telescope": 2_000, "flood": 20_000, "bulk": 50_000, "storm": 5_000}  # packets a second of capture time


def make_capture(path: Path, kind: str, packets: int) -> Path:
    """Write a capture of so many packets; the same for the same arguments. One that is there is kept."""
    if path.is_file():
        return path
    chance = np.random.default_rng(20_000_418)
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        for first in range(0, packets, _STEP):
            count = min(_STEP, packets - first)
            file.write(_records(KINDS[kind](chance, first, count), first, count, _RATES[kind]))
    return unfinished.rename(path)


def _records(groups: list[Group], first: int, count: int, rate: int) -> bytes:
    """The frames of all groups in their places, with record headers."""
    lengths = np.zeros(count, np.int64)
    for places, frames in groups:
        lengths[places] = 16 + frames.shape[1]
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    out = np.empty(offsets[-1], np.uint8)
    micros = (first + np.arange(count)) * 1_000_000 // rate
    for places, frames in groups:
        heads = np.empty((len(places), 4), "<u4")
        heads[:, 0], heads[:, 1] = _START_S + micros[places] // 1_000_000, micros[places] % 1_000_000
        heads[:, 2:] = frames.shape[1]
        records = np.concatenate([heads.view(np.uint8).reshape(-1, 16), frames], axis=1)
        out[(offsets[places][:, None] + np.arange(records.shape[1])).ravel()] = records.ravel()
    return out.tobytes()


if __name__ == "__main__":
    make_capture(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
