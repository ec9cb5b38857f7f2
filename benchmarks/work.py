"""The work that is measured, one piece a process: `python -m benchmarks.work KIND CAPTURE [SIGNATURES]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from matcher import compile_signatures
from matcher.program import Program

__all__ = ["main", "synthetic"]

ROOT = Path(__file__).resolve().parents[1]


def synthetic(count: int) -> Program:
    """So many signatures of one packet each: a few header fields against constants that traffic seldom has."""
    from sigdsl.model import (
        Binary,
        Call,
        Compare,
        Duration,
        EventRule,
        Expr,
        FieldRef,
        Number,
        PacketPattern,
        Signature,
    )

    chance = Random(count)

    def equal(field: str, value: int) -> Expr:
        return Compare(FieldRef(field), (("==", Number(value)),))

    def conditions(at: int) -> Iterator[Expr]:
        yield FieldRef("tcp")
        yield Compare(Binary("&", FieldRef("flags"), Number(0x17)), (("==", Number(chance.choice((2, 16, 18, 20)))),))
        field, bits = (("seq", 32), ("ack", 32), ("id", 16), ("window", 16), ("dport", 16), ("sport", 16))[at % 6]
        yield equal(field, chance.getrandbits(bits))
        yield equal("dport" if at % 6 == 5 else "sport", chance.getrandbits(16))
        if at % 3 == 0:
            yield Compare(FieldRef("ttl"), ((">", Number(chance.randrange(30, 200))),))

    rule = EventRule((FieldRef("src"),), Duration(60, "s"), Compare(Call("count", ()), ((">=", Number(1)),)))
    return compile_signatures(
        Signature(f"synthetic-{at}", patterns=(PacketPattern("probe", tuple(conditions(at))),), event=rule)
        for at in range(count)
    )


def _program(signatures: str) -> Program:
    if signatures != "curated":
        return synthetic(int(signatures))
    from sigdsl import load_paths

    return compile_signatures(load_paths([ROOT / "signatures"]).signatures)


def _read_file(capture: str) -> None:
    buffer = bytearray(1 << 20)
    with open(capture, "rb", buffering=0) as stream:
        while stream.readinto(buffer):
            pass


def _walk(capture: str) -> None:
    from matcher.compiled.pcap import batches, take_header
    from matcher.formats import ReadReport, open_source

    report = ReadReport()
    with open(capture, "rb", buffering=0) as stream:
        source, _ = open_source(stream, report)
        header = take_header(source)
        assert header is not None
        for _ in batches(source, header, report):
            pass


def _sift(capture: str, program: Program) -> None:
    from matcher.compiled.pcap import batches, take_header
    from matcher.compiled.sieve import Sieve
    from matcher.formats import ReadReport, open_source

    report = ReadReport()
    with open(capture, "rb", buffering=0) as stream:
        source, _ = open_source(stream, report)
        header = take_header(source)
        assert header is not None
        sieve = Sieve(program, header.linktype)
        for batch in batches(source, header, report):
            sieve.sift(batch)


def _reference(capture: str, program: Program) -> None:
    from matcher.capture import open_capture
    from matcher.reference import run

    with open_capture(capture) as opened:
        run(program, opened.packets)


def _compiled(capture: str, program: Program) -> None:
    from matcher.compiled import run_capture

    run_capture(program, capture)


def _scapy(capture: str) -> None:
    from scapy.utils import PcapReader

    with PcapReader(capture) as packets:
        for _ in packets:
            pass


def main(arguments: list[str]) -> None:
    """Do one piece of work."""
    kind, capture, *rest = arguments
    plain = {"read": _read_file, "walk": _walk, "scapy": _scapy}
    if kind in plain:
        plain[kind](capture)
        return
    work = {"reference": _reference, "compiled": _compiled, "sift": _sift}[kind]
    work(capture, _program(rest[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
