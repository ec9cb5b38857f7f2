"""Real captures: what they hold is reported, nobody is accused in ordinary traffic, and the figures are current."""

from __future__ import annotations

import pytest

from tests.catalogue.judging import accusations, described, is_accusation
from tests.catalogue.loaded import ROOT, signatures
from tests.catalogue.matching import match_capture
from tests.catalogue.measure import measure
from tests.catalogue.page import document
from tests.catalogue.tables import CAPTURES, Expected, Ordinary, expected, measured, ordinary
from tests.shared import needs_shared

LEAST_ORDINARY = 100_000


@needs_shared
@pytest.mark.parametrize("row", expected(), ids=lambda row: row.capture)
def test_what_a_capture_holds_leads(row: Expected) -> None:
    result = match_capture(CAPTURES / row.capture)
    events = [event.signature for event in result.events]
    short = {slug: events.count(slug) for slug, least in row.reports.items() if events.count(slug) < least}
    assert not short, described(result)
    assert {slug for slug in events if is_accusation(slug)} <= row.reports.keys(), described(result)


@needs_shared
@pytest.mark.parametrize("row", ordinary(), ids=lambda row: row.capture)
def test_nobody_is_accused_in_ordinary_traffic(row: Ordinary) -> None:
    result = match_capture(CAPTURES / row.capture)
    assert result.packets == row.packets
    assert not accusations(result), described(result)


def test_there_is_enough_ordinary_traffic() -> None:
    assert sum(row.packets for row in ordinary()) >= LEAST_ORDINARY
    assert all(row.why and row.holds for row in ordinary())


def test_the_table_names_signatures_that_exist() -> None:
    named = {slug for row in expected() for slug in row.reports}
    assert named <= {slug for slug, signature in signatures().items() if not signature.internal}


@needs_shared
def test_the_figures_are_current() -> None:
    assert measured() == measure(), "run: python -m tests.catalogue"


def test_the_page_is_current() -> None:
    page = (ROOT / "docs" / "catalogue.md").read_text("utf-8")
    assert page == document(ROOT / "kb.db"), "run: tracelore kb build && python -m tests.catalogue --page-only"
