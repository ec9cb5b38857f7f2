"""Server time of each page of the site with many signatures: `python -m benchmarks.site [--signatures N]`.

The knowledge base is made of the curated signatures again and again, each time under another name and with other
constants, so that its texts are as long, and its conditions as many, as real ones.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.browse import datasette_for
from kb.build import build
from kb.entries import Entry, Relation
from sigdsl.load import Source, load_paths, load_text

__all__ = ["PAGES", "many_signatures", "measure"]

_SIGNATURES = Path(__file__).parents[1] / "signatures"
_LARGE = re.compile(r"(?<![\w.-])[1-9][0-9]{4,9}(?![\w.])")  # what tells them apart, but no part of a name

PAGES = (
    "/",
    "/search",
    "/search?q=674719802",
    "/search?q=tcp+flags",
    "/search?q=t",
    "/search.json?q=syn&limit=8",
    "/category/backscatter",
    "/category/backscatter?page=9",
    "/signature/backscatter-ack-674719802",
    "/signature/no-such-signature",
    "/fields",
    "/fields/ack",
    "/fields/tcp?page=9",
    "/values?ttl=241&window=4128&id=0",
    "/values?ack=674719802",
    "/compare?a=backscatter-ack-674719802&b=backscatter-ack-674711610",
)


def many_signatures(path: Path, count: int) -> Path:
    """Build a knowledge base of `count` signatures at `path`."""
    entries = list(_entries(count))
    slugs = [entry.signature.slug for entry in entries]
    relations = [Relation(one, other, "confused-with", True, 1, 3) for one, other in pairwise(slugs)]
    bits = {slug: float(index * 37 % 97) for index, slug in enumerate(slugs)}
    return build(path, entries, relations=relations, specificity=bits).path


def _entries(count: int) -> Iterator[Entry]:
    curated = load_paths([_SIGNATURES])
    for index in range(count):
        source = curated.sources[index % len(curated.sources)]
        if index >= len(curated.sources):
            source = load_text(_varied(source, index), known=curated.signatures).sources[0]
        yield Entry(f"{source.signature.category}/{source.signature.slug}.sig", source.excerpt, source.signature)


def _varied(source: Source, index: int) -> str:
    slug = source.signature.slug
    text = source.excerpt.replace(f"signature {slug} ", f"signature {slug}-v{index} ", 1)
    return _LARGE.sub(lambda found: str((int(found[0]) + index * 7919) % 4_000_000_000), text)


def measure(path: Path, pages: tuple[str, ...] = PAGES, repeats: int = 7) -> dict[str, list[tuple[float, float]]]:
    """Seconds that the server takes for each page, by the clock and of the processor, in this process.

    The browser's part and the network's are not in. On a machine that is busy otherwise the processor's seconds tell.
    """
    return asyncio.run(_measure(path, pages, repeats))


async def _measure(path: Path, pages: tuple[str, ...], repeats: int) -> dict[str, list[tuple[float, float]]]:
    site = datasette_for([path])
    await site.invoke_startup()
    await site.client.get("/-/versions.json")  # what Datasette does once, on the first request
    taken: dict[str, list[tuple[float, float]]] = {}
    for page in pages:
        for _ in range(repeats):
            start, busy = time.perf_counter(), time.process_time()
            await site.client.get(page)
            taken.setdefault(page, []).append((time.perf_counter() - start, time.process_time() - busy))
    return taken


def main() -> None:
    """Print a line for each page: medians by the clock and of the processor, in milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site", description=__doc__)
    parser.add_argument("--signatures", type=int, default=10_000)
    parser.add_argument("--kb", type=Path, help="a knowledge base that is there already")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = asked.kb or many_signatures(Path(folder) / "kb.db", asked.signatures)
        for page, taken in measure(path).items():
            clock, processor = (statistics.median(times) * 1000 for times in zip(*taken, strict=True))
            sys.stdout.write(f"{clock:8.1f} ms {processor:8.1f} ms  {page}\n")


if __name__ == "__main__":
    main()
