"""A real browser before a real server, both on this machine.

Needed: Playwright for Python, Chromium (`chromium` in the path, or CHROMIUM), and for the audits axe-core's axe.min.js
(AXE_CORE names the file). Tests that lack one are skipped and say which.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.curated import SIGNATURES, build_curated

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CAPTURE = Path(__file__).parents[2] / "examples" / "odd-packets.pcap"
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
_SERVER = """
import sys
from pathlib import Path
from kb.browse import serve
serve(sys.argv[2:], port=0, notes=Path(sys.argv[1]), write=True, ready=lambda url: print(url, flush=True))
"""


@pytest.fixture(scope="session")
def entrance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site over the curated signatures and one database of results; it signs one visitor in."""
    folder = tmp_path_factory.mktemp("browser")
    build_curated(folder / "kb.db")
    shutil.copy(CAPTURE, folder)  # so that pages, and pictures of them, name no folder of this machine
    match = [sys.executable, "-m", "tracelore", "match", "-s", str(SIGNATURES), CAPTURE.name]
    into = ["--format", "sqlite", "-o", "results.db"]
    subprocess.run([*match, *into], cwd=folder, check=True, capture_output=True)
    command = [sys.executable, "-c", _SERVER, str(folder / "notes.db"), "kb.db", "results.db"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def base(entrance: str) -> str:
    """The address of the site, without a slash at its end."""
    return entrance.partition("/-/")[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed before the tests of another module: while Playwright is open, asyncio takes its loop to be running."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no Chromium in the path, and CHROMIUM names none")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=[*_QUIET])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Open a path of the site in a fresh window. Whatever the browser complains of fails the test at its end."""
    complaints: list[str] = []
    opened: list[Any] = []

    def visit(path: str, *, width: int = 1280, theme: str = "light", **options: Any) -> Page:
        window = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce", **options
        )
        opened.append(window)
        page = window.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(base) else complaints.append(asked.url))
        page.goto(path if path.startswith("http") else base + path)
        page.wait_for_load_state("load")
        return page

    yield visit
    for window in opened:
        window.close()
    assert not complaints


@pytest.fixture(scope="session")
def expect() -> Callable[..., Any]:
    """Playwright's assertions, which wait for what is to come: a page after a click, say."""
    from playwright.sync_api import expect

    return expect


@pytest.fixture(scope="session")
def audit() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page that is serious or critical: one line each."""
    named = os.environ.get("AXE_CORE")
    if not named:
        pytest.skip("AXE_CORE names no axe.min.js (of axe-core, from npm)")
    source = Path(named).read_text("utf-8")

    def audit(page: Page) -> list[str]:
        page.evaluate(source)  # the page's policy is not in the way of what a debugger evaluates
        found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        return [
            f"{each['id']} ({each['impact']}): {node['html'][:160]} | {node['failureSummary'][:300]}"
            for each in found
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]

    return audit
