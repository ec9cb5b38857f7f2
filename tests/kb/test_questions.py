"""The questions that Datasette offers, and the views that they and people ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kb.questions import QUESTIONS
from tests.kb.test_browse import Ask, site_of

ANSWERS = {
    "which_fix_a_field": ({"field": "ip.id"}, ["latency-probe"]),
    "which_accept_a_value": ({"field": "dport", "value": "2101"}, ["latency-probe"]),
    "which_ask_for_a_field": ({"field": "dport"}, ["backscatter-ack-674719802", "half-open-scan", "latency-probe"]),
    "which_say": ({"words": "674719803"}, ["backscatter-ack-674719802"]),
    "what_rests_on_a_source": ({"source": "example.ORG"}, ["backscatter-ack-674719802"]),
    "what_is_it_confused_with": ({"slug": "latency-probe"}, ["backscatter-ack-674719802"]),
    "where_readings_differ": ({"verdict": "third-party"}, ["backscatter-ack-674719802"]),
    "what_variants_are_there": ({}, ["half-open-scan", "latency-probe"]),
}


@pytest.fixture(scope="module")
def get(kb_path: Path) -> Iterator[Ask]:
    with site_of(kb_path) as ask:
        yield ask


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_its_answer(get: Ask, name: str) -> None:
    assert QUESTIONS[name]["title"].endswith("?")
    assert QUESTIONS[name]["description"].endswith(".")
    asked, slugs = ANSWERS[name]
    page = get(f"/kb/{name}?{urlencode(asked)}")
    assert page.status_code == 200
    assert QUESTIONS[name]["title"] in page.text
    rows = get(f"/kb/{name}.json?{urlencode({**asked, '_shape': 'array'})}").json()
    assert [row.get("signature") or row["slug"] for row in rows] == slugs


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT slug FROM signatures_by_tag WHERE tag = 'isn'", ["backscatter-ack-674719802", "latency-probe"]),
        ("SELECT reference FROM signatures_by_reference", ["A book", "A paper on suspicious events"]),
        ("SELECT other_reading FROM disputed", ["Reset scan"]),
        ("SELECT related FROM confusions WHERE led = 1", ["latency-probe"]),
        ("SELECT signature FROM fixed_values WHERE field = 'ack' AND number = 674719802 AND pattern = 'open'",
         ["backscatter-ack-674719802"]),
    ],
)  # fmt: skip
def test_views_answer(kb_path: Path, sql: str, expected: list[str]) -> None:
    with closing(sqlite3.connect(kb_path)) as db:
        assert [row[0] for row in db.execute(sql)] == expected
