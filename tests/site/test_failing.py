"""What is answered when something is not there, or fails."""

from __future__ import annotations

import pytest

from kb.site import home
from tests.site.conftest import Ask
from tests.site.html import parse


@pytest.mark.parametrize("url", ["/nothing", "/kb/nothing", "/kb/tags/nothing", "/no/such/page/here", "/-/nothing"])
def test_what_is_not_there_is_said_so_to_the_visitor_alone(
    get: Ask, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = get(url)
    assert answer.status_code == 404
    assert parse(answer.text).one("h1").text == "Not found"
    assert capsys.readouterr() == ("", "")


def test_programs_are_told_as_datasette_tells_them(get: Ask) -> None:
    answer = get("/kb/nothing.json")
    assert (answer.status_code, answer.json()["ok"], answer.json()["status"]) == (404, False, 404)


def test_wrong_sql_is_answered_by_datasettes_page(get: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    answer = get("/kb?sql=update+tags+set+name='<b>'")
    assert answer.status_code == 400
    assert "Statement must be a SELECT" in answer.text
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_the_program_is_printed(
    get: Ask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a <fault>")

    monkeypatch.setattr(home, "overview", fail)
    answer = get("/")
    assert answer.status_code == 500
    assert "a &lt;fault&gt;" in answer.text
    assert "ZeroDivisionError: a <fault>" in capsys.readouterr().err
