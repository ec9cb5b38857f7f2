"""How every page looks: it fits, nothing moves while it loads, and an audit of accessibility finds nothing serious."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "home": "/",
    "search": "/search?q=syn+flood",
    "category": "/category/backscatter",
    "signature": "/signature/backscatter-ack-674719802",
    "built on others": "/signature/tcp-half-open-scan",
    "fields": "/fields",
    "field": "/fields/ack",
    "values": "/values?dport=53&flags=SYN|ACK",
    "compare": "/compare?a=backscatter-rst-ack&b=backscatter-syn-ack",
    "tables": "/-/tables",
    "explain": "/explain",
    "an explained trace": "/explain?example=19-latency-probe-syn-ack",
    "results": "/results",
    "results of a run": "/results/results",
    "event": "/results/results",
}
_SHIFT = """() => new Promise((tell) => {
  let total = 0;
  const observer = new PerformanceObserver((list) => { for (const each of list.getEntries()) total += each.value; });
  observer.observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => tell(total)));
})"""


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def cut_off(page: Page) -> list[str]:
    """How tables begin that are wider than their place."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll("table")]
            .filter((table) => table.checkVisibility() && table.offsetWidth > table.parentElement.clientWidth + 1)
            .map((table) => table.textContent.trim().slice(0, 40))"""
    )
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_stands_still_and_passes_an_audit(
    visit: Callable[..., Page], request: pytest.FixtureRequest, name: str, theme: str
) -> None:
    """At the width of a desk and of a phone; the audit is made at one of them in each theme."""
    page = visit(PAGES[name], theme=theme)
    if name == "event":
        with page.expect_navigation():
            page.locator("a.event-title").first.click()
    assert page.evaluate(_SHIFT) < 0.01
    assert overflow(page) <= 0
    page.set_viewport_size({"width": 360, "height": 740})
    assert overflow(page) <= 0
    assert cut_off(page) == []
    assert page.locator("h1").is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, paper.removeprefix("rgb(").removesuffix(")").split(","))) < 200) == (theme == "dark")
    if theme == "light":
        page.set_viewport_size({"width": 1280, "height": 900})
    assert request.getfixturevalue("audit")(page) == []  # without axe-core, what stands above has been tested


def test_what_is_folded_and_what_can_be_written_is_audited_too(
    visit: Callable[..., Page], audit: Callable[[Any], list[str]], expect: Callable[..., Any], entrance: str, base: str
) -> None:
    """The owner's view of a signature, with everything unfolded."""
    page = visit(entrance)
    page.goto(f"{base}/signature/tcp-half-open-scan")
    assert page.get_by_text("Disagree: give another reading").is_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert audit(page) == []
    page.get_by_label("Your name").first.fill("Ada")
    page.get_by_label("What should others know?").fill("Seen at our border as well.")
    page.get_by_role("button", name="Add the note").click()
    expect(page.get_by_role("status").filter(has_text="The note was added.")).to_be_visible()
    expect(page.get_by_text("Seen at our border as well.")).to_be_visible()
    assert audit(page) == []
