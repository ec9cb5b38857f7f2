"""A site over the curated signatures, asked in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kb.browse import datasette_for
from tests.site.curated import build_curated

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
    """The curated signatures as a knowledge base."""
    return build_curated(tmp_path_factory.mktemp("site") / "kb.db")


@pytest.fixture(scope="session")
def get(curated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A read-only site without notes."""
    with site_of(curated, notes=tmp_path_factory.mktemp("notes") / "notes.db") as ask:
        yield ask
