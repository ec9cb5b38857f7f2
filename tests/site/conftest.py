"""A site over the curated signatures, asked in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kb.browse import datasette_for
from kb.build import build
from kb.entries import Entry, Relation
from sigdsl.load import load_paths

SIGNATURES = Path(__file__).parents[2] / "signatures"

Ask = Callable[..., Any]


@contextmanager
def site_of(path: Path, **options: Any) -> Iterator[Ask]:
    """Ask a site: the answer to a URL. `as_actor` signs the visitor in; `site` is Datasette itself."""
    with asyncio.Runner() as runner:
        site = datasette_for([path], **options)
        runner.run(site.invoke_startup())

        def ask(url: str, method: str = "GET", as_actor: str | None = None, **more: Any) -> Any:
            cookies = dict(more.pop("cookies", {}))
            if as_actor:
                cookies["ds_actor"] = site.sign({"a": {"id": as_actor}}, "actor")
            return runner.run(site.client.request(method, url, cookies=cookies, **more))

        ask.site = site  # type: ignore[attr-defined]
        yield ask


@pytest.fixture(scope="session")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The curated signatures as a knowledge base; its confusions are made up, since measuring takes long."""
    loaded = load_paths([SIGNATURES])
    entries = [
        Entry(Path(source.path).relative_to(SIGNATURES).as_posix(), source.excerpt, source.signature)
        for source in loaded.sources
    ]
    relations = [Relation("backscatter-ack-674719802", "backscatter-rst-ack", "confused-with", True, 2, 3)]
    bits = {"backscatter-ack-674719802": 41.0, "latency-probe-syn-ack": 56.5}
    return build(tmp_path_factory.mktemp("site") / "kb.db", entries, relations=relations, specificity=bits).path


@pytest.fixture(scope="session")
def get(curated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A read-only site without notes."""
    with site_of(curated, notes=tmp_path_factory.mktemp("notes") / "notes.db") as ask:
        yield ask
