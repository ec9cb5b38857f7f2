"""Work for which there is no command, one piece a process: `python -m benchmarks.worker WORK CAPTURE [COUNT]`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sigdsl.model import Signature

__all__ = ["main"]

_READ = 1 << 20  # bytes


def _read(capture: str) -> None:
    buffer = bytearray(_READ)
    with open(capture, "rb", buffering=0) as stream:
        while stream.readinto(buffer):
            pass


def _walk(capture: str) -> None:
    from matcher.compiled.reading import read_batches
    from matcher.formats import ReadReport

    for _ in read_batches(capture, ReadReport()):
        pass


def _scapy(capture: str) -> None:
    """What tcpdump's filter asks."""
    from scapy.layers.inet import TCP
    from scapy.utils import PcapReader

    with PcapReader(capture) as packets:
        found = sum(TCP in packet and packet[TCP].flags == 0x12 for packet in packets)
    print(f"{found} packets")  # noqa: T201 - its result


def _match(capture: str, signatures: Iterable[Signature]) -> None:
    """Match by the compiled executor, as the command does, and count the events."""
    from matcher import MatchOptions, compile_signatures
    from matcher.compiled import run_capture
    from matcher.formats import ReadReport
    from tracelore.cli import leave_what_stays

    leave_what_stays()
    program = compile_signatures(signatures)
    result = run_capture(program, capture, MatchOptions(capture=capture, tally=False), ReadReport())
    print(f"{result.packets} packets, {len(result.events)} events, {result.evicted} evicted")  # noqa: T201 - its result


def main(arguments: list[str]) -> None:
    """Do one piece of work: read, walk, scapy, by-source, or stateless with a number of signatures."""
    work, capture, *rest = arguments
    plain = {"read": _read, "walk": _walk, "scapy": _scapy}
    if work in plain:
        plain[work](capture)
        return
    from benchmarks.synthetic import by_source, stateless

    _match(capture, [by_source()] if work == "by-source" else stateless(int(rest[0])))


if __name__ == "__main__":
    main(sys.argv[1:])
