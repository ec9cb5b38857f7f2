"""A site over the curated signatures and results of the example, asked in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest

from kb.browse import datasette_for
from kb.build import build
from kb.entries import Entry
from sigdsl.load import load_paths
from tests.cli.test_match import EXAMPLE, TOP, tracelore
from tests.results.making import longer_capture

Ask = Callable[..., Any]


@contextmanager
def site_of(paths: list[Path], folder: Path) -> Iterator[Ask]:
    """Ask a site: the answer to a URL. `site` is Datasette itself, `run` runs what is to be awaited."""
    with asyncio.Runner() as runner:
        site = datasette_for(paths, notes=folder / "notes.db")
        runner.run(site.invoke_startup())

        def ask(url: str, method: str = "GET", **more: Any) -> Any:
            return runner.run(site.client.request(method, url, **more))

        ask.site = site  # type: ignore[attr-defined]
        ask.run = runner.run  # type: ignore[attr-defined]
        yield ask


@pytest.fixture(scope="session")
def signatures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the curated signatures: fewer are compared sooner."""
    folder = tmp_path_factory.mktemp("signatures")
    for category in ("backscatter", "measurement", "benign", "connection"):
        copytree(TOP / "signatures" / category, folder / category)
    copy(TOP / "signatures" / "scan" / "tcp-half-open-scan.sig", folder)
    return folder


@pytest.fixture(scope="session")
def knowledge_base(signatures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    loaded = load_paths([signatures])
    entries = [
        Entry(Path(source.path).relative_to(signatures).as_posix(), source.excerpt, source.signature)
        for source in loaded.sources
    ]
    return build(tmp_path_factory.mktemp("site") / "kb.db", entries).path


@pytest.fixture(scope="session")
def results(signatures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two runs: the example, and a week of days like it, the example once more."""
    folder = tmp_path_factory.mktemp("results")
    week = longer_capture(folder / "week <b>.pcap", 7)
    out = folder / "r.db"
    for captures in ([EXAMPLE], [EXAMPLE, week]):
        run = tracelore("match", "-s", signatures, "--format", "sqlite", "-o", out, "--evidence", 9, *captures)
        assert run.exit_code == 0, run.output
    return out


@pytest.fixture(scope="session")
def get(knowledge_base: Path, results: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with site_of([knowledge_base, results], tmp_path_factory.mktemp("notes")) as ask:
        yield ask
