"""Screenshots of the main pages, as the documentation shows them: `pytest tests/browser --update-images`."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

IMAGES = Path(__file__).parents[2] / "docs" / "images"
MOST_BYTES = 200_000

# file: (path, theme, width, height)
SHOTS = {
    "home.png": ("/", "light", 1100, 900),
    "home-phone.png": ("/", "dark", 360, 740),
    "search.png": ("/", "light", 1100, 640),
    "signature.png": ("/signature/backscatter-ack-674719802", "light", 1100, 1000),
    "hypotheses.png": ("/signature/backscatter-ack-674719802#hypotheses", "dark", 1100, 640),
    "values.png": ("/values?dport=53&flags=SYN|ACK", "light", 1100, 900),
    "explain.png": ("/explain?example=19-latency-probe-syn-ack", "light", 1100, 760),
    "results.png": ("/results/results", "dark", 1100, 900),
    "event.png": ("/results/results", "light", 1100, 740),
    "compare.png": ("/compare?a=backscatter-ack-674719802&b=backscatter-ack-674711610", "light", 1100, 1000),
}


@pytest.mark.parametrize("name", SHOTS)
def test_screenshot(visit: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path, name: str) -> None:
    path, theme, width, height = SHOTS[name]
    page = visit(path, theme=theme, width=width)
    page.set_viewport_size({"width": width, "height": height})
    if name == "search.png":
        page.get_by_role("combobox").fill("syn flood")
        page.get_by_role("option").first.wait_for()
    if name == "explain.png":
        page.get_by_role("button", name="Explain", exact=True).click()
        page.get_by_role("heading", name="Load balancer").first.wait_for()
        page.evaluate("window.scrollTo(0, 560)")
    if name == "event.png":
        with page.expect_navigation():
            page.locator("a.event-title").first.click()
    folder = IMAGES if pytestconfig.getoption("--update-images") else tmp_path
    folder.mkdir(exist_ok=True)
    page.screenshot(path=folder / name)
    taken = (folder / name).read_bytes()
    assert struct.unpack(">II", taken[16:24]) == (width, height)
    assert len(taken) < MOST_BYTES
    kept = (IMAGES / name).read_bytes()
    assert struct.unpack(">II", kept[16:24]) == (width, height), "take it again: pytest tests/browser --update-images"
    assert len(kept) < MOST_BYTES
