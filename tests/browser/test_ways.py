"""The ways that people take through the site: by typing, by keyboard alone, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from sigdsl.load import load_paths
from tests.site.curated import SIGNATURES

if TYPE_CHECKING:
    from playwright.sync_api import Page


def trace_of(slug: str) -> str:
    """The first trace of a curated signature, as its author pasted it."""
    (path,) = SIGNATURES.rglob(f"{slug}.sig")
    return load_paths([path]).signatures[0].traces[0].text


def test_what_is_typed_is_suggested(visit: Callable[..., Page], expect: Callable[..., Any]) -> None:
    page = visit("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("674719802", delay=20)
    first = page.get_by_role("option").first
    expect(first).to_contain_text("674719801")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    box.press("ArrowDown") if first.get_attribute("aria-selected") != "true" else None
    box.press("Enter")
    page.wait_for_url("**/signature/backscatter-ack-674719802")


def test_suggestions_do_not_move_the_page(visit: Callable[..., Page], expect: Callable[..., Any]) -> None:
    page = visit("/")
    below = page.get_by_role("heading", name="Categories")
    before = below.bounding_box()
    page.get_by_role("combobox").fill("syn flood")
    expect(page.get_by_role("option").first).to_be_visible()
    assert below.bounding_box() == before


def test_a_newcomer_finds_both_readings_and_has_a_trace_explained(
    visit: Callable[..., Page], expect: Callable[..., Any]
) -> None:
    """What `ack 674719802` means, with what else it could be; then a trace is pasted and explained."""
    page = visit("/")
    page.get_by_role("combobox").fill("ack 674719802")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("SYN flood with initial sequence number 674719801")).first.click()
    for reading in ("Third-party effect of a SYN flood", "Reset scan by a tool"):
        expect(page.get_by_role("heading", name=re.compile(reading))).to_be_visible()
    page.get_by_role("link", name="Explain this").click()
    page.get_by_label("tcpdump lines").fill(trace_of("latency-probe-syn-ack"))
    page.get_by_role("button", name=re.compile("^Explain")).first.click()
    expect(page.get_by_role("main")).to_contain_text("Load balancer measuring round-trip time")


def test_the_example_of_the_first_page_is_explained(visit: Callable[..., Page], expect: Callable[..., Any]) -> None:
    page = visit("/")
    page.get_by_role("button", name="Explain these packets").click()
    expect(page.get_by_role("main")).to_contain_text("Answers to a SYN flood with initial sequence number 674719801")


def test_by_keyboard_alone(visit: Callable[..., Page], expect: Callable[..., Any]) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("latency probe")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=latency+probe")
    link = page.get_by_role("main").get_by_role("link", name=re.compile("round-trip time: SYN ACKs"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if link.evaluate("(each) => each === document.activeElement"):
            break
    outline = link.evaluate("(each) => getComputedStyle(each).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/signature/latency-probe-syn-ack")


@pytest.mark.parametrize("name", ["/", "/signature/backscatter-ack-674719802", "/values", "/explain"])
def test_every_focus_can_be_seen(visit: Callable[..., Page], name: str) -> None:
    """Tab through a page: each element that has the focus shows it, and the focus never sticks."""
    page = visit(name)
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        here, shown = page.evaluate(
            """() => { const it = document.activeElement;
                return [it === document.body ? "" : [...document.querySelectorAll("*")].indexOf(it),
                        getComputedStyle(it).outlineStyle !== "none"]; }"""
        )
        if here == "" or here in seen:
            break
        assert shown, f"element {here} does not show that it has the focus"
        seen.add(here)
    assert len(seen) > 8


def test_without_javascript(visit: Callable[..., Page], expect: Callable[..., Any]) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_label("What did you see?").fill("674719802")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("674719801")).first.click()
    page.wait_for_url("**/signature/backscatter-ack-674719802")
    page.get_by_role("link", name="By value").click()
    page.get_by_label("Value").first.fill("674719802")
    page.get_by_role("button", name="What is consistent?").click()
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("674719801"))).to_be_visible()


def test_a_field_says_what_it_means_where_it_stands(visit: Callable[..., Page]) -> None:
    page = visit("/signature/backscatter-ack-674719802")
    field = page.locator("pre.sig a", has_text=re.compile("^ack$")).first
    assert "Acknowledgment number" in str(field.get_attribute("title"))
    field.click()
    page.wait_for_url("**/fields/ack")


def test_datasettes_own_pages_work_under_their_policy(visit: Callable[..., Page], expect: Callable[..., Any]) -> None:
    """The menu of a column is made by a script of Datasette's; the editor of SQL by another."""
    page = visit("/kb/fields")
    page.locator("th .dropdown-menu-icon").first.click()
    expect(page.get_by_text("Sort descending").first).to_be_visible()
    page.goto(page.url.replace("/kb/fields", "/kb"))
    expect(page.locator(".CodeMirror")).to_be_visible()
