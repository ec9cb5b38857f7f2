"""`python -m benchmarks`: this project beside others, on captures of its own making, as one table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.results import Results
from benchmarks.run import KINDS, Plan, run
from benchmarks.table import document


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="everything small and once: it only shows that it works")
    parser.add_argument("--large", action="store_true", help="also a capture of 50 million packets, 11 GB of disk")
    parser.add_argument("--folder", type=Path, default=Path("benchmarks/captures.tmp"), help="for captures; kept, 4 GB")
    parser.add_argument("--kinds", nargs="*", choices=[*KINDS], default=[*KINDS], help="of captures")
    parser.add_argument("--synthetic", nargs="*", type=int, default=[64, 256, 1024, 10_000], help="signatures")
    parser.add_argument("--only", nargs="+", default=[""], help="rows whose names hold one of these, and tcpdump")
    parser.add_argument("--repeats", type=int, default=3, help="of each run; the best counts")
    parser.add_argument("--limit", type=float, default=300, help="seconds for one run")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--from", type=Path, dest="source", help="measure nothing: take the figures of such a file")
    parser.add_argument("--write", type=Path, help="write the document to this file: docs/performance.md")
    return parser.parse_args()


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _plan(asked: argparse.Namespace) -> Plan:
    asked.folder.mkdir(parents=True, exist_ok=True)
    repeats, counts = (1, [64, 256]) if asked.quick else (asked.repeats, asked.synthetic)
    return Plan(asked.folder, asked.kinds, counts, asked.only, repeats, asked.limit, asked.quick, asked.large)


def main() -> int:
    """Measure, or read what was measured; print and write it."""
    asked = _arguments()
    if asked.source:
        results = Results.from_json(asked.source.read_text("utf-8"))
    else:
        results = run(_plan(asked), _tell)
        results.machine["command"] = " ".join(["python -m benchmarks", *sys.argv[1:]])
    if asked.json:
        asked.json.write_text(results.to_json(), "utf-8")
    if asked.write:
        asked.write.write_text(document(results), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
