"""The limits on strangers' captures, as an owner sets them."""

from __future__ import annotations

from typing import Any

import pytest

from kb.errors import KnowledgeBaseError
from tests.site_results.conftest import Ask
from tracelore.explaining.examples import FIRST_EXAMPLE, example
from tracelore.explaining.limits import Limits, limits_from


def test_limits_that_are_set_are_those_that_count() -> None:
    assert limits_from(None) == limits_from({}) == Limits()
    assert limits_from({"seconds": 3, "at_once": 1}) == Limits(seconds=3, at_once=1)


@pytest.mark.parametrize(
    "settings", [{"second": 3}, {"seconds": 0}, {"seconds": "3"}, {"seconds": True}, {"max_bytes": -1}]
)
def test_limits_that_make_no_sense_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"limit called second|whole number above 0"):
        limits_from(settings)


def test_the_page_says_its_limits(get: Ask) -> None:
    assert "At most 4.0 MiB, of which 50,000 packets are read" in " ".join(get("/explain").text.split())
    assert get("/explain.json").json()["limits"]["max_bytes"] == 4 << 20


def test_examples(get: Ask, knowledge_base: Any) -> None:
    found = example(knowledge_base, FIRST_EXAMPLE)
    assert found.slug == "latency-probe-syn-ack"
    assert "mayfield.ohio.net" in found.text
    assert example(knowledge_base, found.slug, 2).text != found.text
    for name, number in (("latency-probe", 1), (found.slug, 0), (found.slug, 99)):
        with pytest.raises(KnowledgeBaseError):
            example(knowledge_base, name, number)
