"""Server time of each page of a large results database: `python -m benchmarks.results_site [--events N]`.

The database has the schema and the signatures of a real run, and events that are made up: a week of them, from a
quarter as many sources, a few of which send most.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from sqlite_utils import Database

from kb.browse import datasette_for
from tracelore.cli import main as tracelore
from tracelore.locate import shipped
from tracelore.results.eventcolumns import add_columns, remove_columns
from tracelore.results.eventrows import OF_EVENTS, TABLES
from tracelore.times import rfc3339

__all__ = ["PAGES", "made_up", "measure"]

_SECOND = 1_000_000_000
_START = 1_700_000_000 * _SECOND
_WEEK = 7 * 86_400

PAGES = (
    "/results",
    "/results/{database}",
    "/results/{database}?verdict=malicious",
    "/results/{database}?dport=23&status=conclusive",
    "/results/{database}?source={source}",
    f"/results/{{database}}?from={_START + 86_400 * _SECOND}&to={_START + 2 * 86_400 * _SECOND}",
    f"/results/{{database}}?after={_START + 3 * 86_400 * _SECOND}.1",
    "/results/{database}/events/{event}",
    "/results/{database}.json",
)


def made_up(path: Path, count: int) -> Path:
    """A results database of `count` events at `path`, made from a run over the example."""
    example = shipped("examples") / "odd-packets.pcap"
    run = CliRunner().invoke(tracelore, ["match", "--no-packs", "--format", "sqlite", "-o", str(path), str(example)])
    if run.exit_code:
        raise RuntimeError(run.output)
    db = Database(path)
    remove_columns(db, 1)
    with db.atomic():  # or every row would be written to the disk by itself
        for table in (*OF_EVENTS, "events", "sources"):
            db.execute(f"DELETE FROM [{table}]")
        rows = _rows(count, [number for (number,) in db.execute("SELECT number FROM signatures WHERE NOT internal")])
        for table, values in rows:
            marks = ", ".join("?" * len(TABLES[table]))
            db.execute(f"INSERT INTO [{table}] ({', '.join(TABLES[table])}) VALUES ({marks})", values)
        db.execute("UPDATE captures SET events = ?, packets = ?, matched = ?", [count, count * 20, count * 13])
        add_columns(db, 1)
    db.close()
    return path


def _rows(count: int, signatures: list[int]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    chance = random.Random(1)
    sources = [".".join(str(chance.randrange(1, 255)) for _ in range(4)) for _ in range(max(1, count // 4))]
    for number in range(1, count + 1):
        first = _START + chance.randrange(_WEEK) * _SECOND + chance.randrange(_SECOND)
        source = sources[int(chance.random() ** 3 * len(sources))]
        port = chance.choice((None, 23, 445, 80, 53, 22, chance.randrange(65536)))
        status = "conclusive" if chance.random() > 0.07 else "inconclusive"
        packets = min(int(1 + chance.paretovariate(1)), 100_000)
        key = json.dumps({"src": source} if port is None else {"src": source, "dport": port})
        yield "events", (
            number, 1, chance.choice(signatures), f"{number:016x}", status, "[]", key, source, None, None, port,
            rfc3339(first), rfc3339(first + 5 * _SECOND), first, first + 5 * _SECOND, packets, '{"probe": 2}', "{}",
            "[]", 40, "[]", "",
        )  # fmt: skip
        for position in range(2):
            line = f"IP {source}.1234 > 192.0.2.{position + 1}.{port or 80}: Flags [S], seq {number}, length 0"
            yield "evidence", (number, position, 2 * number + position, first + position * _SECOND, line)
        yield "counts", (number, "probe", 2)


def measure(results: Path, knowledge_base: Path, repeats: int = 7) -> dict[str, list[tuple[float, float]]]:
    """Seconds that the server takes for each page, and seconds of CPU: the browser's and the network's are not in."""
    return asyncio.run(_measure(results, knowledge_base, repeats))


async def _measure(results: Path, knowledge_base: Path, repeats: int) -> dict[str, list[tuple[float, float]]]:
    with_event = next(Database(results).query("SELECT id AS event, src AS source FROM events WHERE number = 77"))
    site = datasette_for([knowledge_base, results])
    await site.invoke_startup()
    await site.client.get("/-/versions.json")  # what Datasette does once, on the first request
    taken: dict[str, list[tuple[float, float]]] = {}
    for page in PAGES:
        for _ in range(repeats):
            start, before = time.perf_counter(), time.process_time()
            answer = await site.client.get(page.format(database=results.stem, **with_event))
            taken.setdefault(page, []).append((time.perf_counter() - start, time.process_time() - before))
            if answer.status_code != 200:
                raise RuntimeError(f"{page}: {answer.status_code}")
    return taken


def main() -> None:
    """Print a line for each page: the median time and the median of CPU time, in milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.results_site", description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--results", type=Path, help="a results database that is there already")
    parser.add_argument("--kb", type=Path, default=shipped("kb.db"))
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        results = asked.results or made_up(Path(folder) / "r.db", asked.events)
        for page, taken in measure(results, asked.kb).items():
            wall, cpu = (statistics.median(column) * 1000 for column in zip(*taken, strict=True))
            sys.stdout.write(f"{wall:8.1f} ms {cpu:8.1f} ms  {page}\n")


if __name__ == "__main__":
    main()
