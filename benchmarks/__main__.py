"""`python -m benchmarks`: this project against others on captures of its own making, as one table."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Figures, marginal, python, run_measured

_KINDS = ("telescope", "flood", "bulk", "storm")
Command = Callable[[Path], list[str]]


def _ours(kind: str, *rest: str) -> Command:
    return lambda path: python("-m", "benchmarks.work", kind, str(path), *rest)


def _others() -> Iterator[tuple[str, Command, int]]:
    """Programs that are installed, and into how many times fewer packets than the rest they are given."""
    if shutil.which("tcpdump"):
        yield "tcpdump, one filter", lambda path: ["tcpdump", "-nr", str(path), "-w", "/dev/null", "tcp[13] == 18"], 1
    if shutil.which("tshark"):
        yield "tshark, one filter", lambda path: ["tshark", "-nr", str(path), "-Y", "tcp.flags == 0x12"], 10
    yield "scapy, reading", _ours("scapy"), 20


def _rows(synthetic: list[int]) -> Iterator[tuple[str, Command, int]]:
    yield "reading the file", _ours("read"), 1
    yield "walking its records", _ours("walk"), 1
    yield "decoding and classifying only, curated", _ours("sift", "curated"), 1
    yield "compiled executor, curated", _ours("compiled", "curated"), 1
    yield "reference executor, curated", _ours("reference", "curated"), 20
    for count in synthetic:
        yield f"compiled executor, {count:,} synthetic", _ours("compiled", str(count)), 1
        if count <= 1024:
            yield f"reference executor, {count:,} synthetic", _ours("reference", str(count)), 20
    yield from _others()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--packets", type=int, default=500_000, help="of the smaller capture")
    parser.add_argument("--folder", type=Path, default=Path("benchmarks/captures.tmp"), help="for captures; kept")
    parser.add_argument("--kinds", nargs="+", choices=_KINDS, default=[*_KINDS])
    parser.add_argument("--synthetic", nargs="*", type=int, default=[64, 256, 1024, 10_000], help="signatures")
    parser.add_argument("--only", default="", help="rows whose names hold this")
    parser.add_argument("--limit", type=float, default=600, help="seconds for one run")
    parser.add_argument("--repeats", type=int, default=2)
    return parser.parse_args()


def _line(name: str, found: Figures | None, base: float | None) -> str:
    if found is None:
        return f"{name:<42} {'failed or too slow':>40}"
    ratio = f"{found.rate / base:>8.2f}" if base else f"{'':>8}"
    return f"{name:<42} {found.rate:>14,.0f} {ratio} {found.start_s:>9.2f} {found.peak_mb:>9.0f}"


def _capture(folder: Path, kind: str, packets: int) -> Path:
    path = folder / f"{kind}-{packets}.pcap"
    if not path.is_file():
        run_measured(python("-m", "benchmarks.captures", str(path), kind, str(packets)), 3600)
    return path


def main() -> int:
    """Print the table."""
    asked = _arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for kind in asked.kinds:
        load = os.getloadavg()[0]
        sys.stdout.write(f"\n{kind}: {asked.packets:,} and {4 * asked.packets:,} packets; load {load:.1f}\n")
        sys.stdout.write(f"{'':<42} {'packets/s':>14} {'tcpdump':>8} {'start, s':>9} {'peak, MB':>9}\n")
        rows = [row for row in _rows(asked.synthetic) if asked.only in row[0]]
        base = None
        for name, command, fewer in sorted(rows, key=lambda row: not row[0].startswith("tcpdump")):
            packets = max(asked.packets // fewer, 1000)
            small, large = (_capture(asked.folder, kind, count) for count in (packets, 4 * packets))
            found = marginal(command, small, large, packets, asked.limit, asked.repeats)
            base = found.rate if found and name.startswith("tcpdump") else base
            sys.stdout.write(_line(name, found, base) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
