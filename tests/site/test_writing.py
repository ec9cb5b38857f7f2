"""Notes: shown to everybody, added by whom the owner lets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.notes import Notes, Remark
from kb.site.bodies import MOST_BYTES
from tests.site.conftest import Ask, site_of
from tests.site.html import Element, parse

PAGE = "/signature/latency-probe-syn-ack"
REMARK = {"kind": "remark", "text": "Seen here too.\n\nTwice.", "author": "Ada"}
SIGHTING = {
    "kind": "sighting", "place": "AS 64500", "first_seen": "2026-03-04", "last_seen": "2026-03-05", "count": "12",
    "text": "", "author": "Ada",
}  # fmt: skip
READING = {
    "kind": "interpretation", "title": "A covert channel", "verdict": "malicious", "weight": "weak",
    "because": "The numbers vary.\r\n\r\nNobody asked.", "against": "", "test": "Look longer.", "author": "Ada",
}  # fmt: skip


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(tmp_path / "notes.db")


@pytest.fixture
def ask(curated: Path, notes: Notes) -> Iterator[Ask]:
    with site_of(curated, notes=notes.path, write=True) as ask:
        yield ask


def post(ask: Ask, data: dict[str, str], url: str = f"{PAGE}/notes", actor: str = "root", token: str = "") -> Any:
    """Send a form as a browser does: the page is visited first, and its token goes with what is sent."""
    visited = ask(PAGE, as_actor=actor)
    cookie = visited.cookies["ds_csrftoken"]
    return ask(
        url, "POST", as_actor=actor, cookies={"ds_csrftoken": cookie}, data={**data, "csrftoken": token or cookie}
    )


def notes_on(page: Element) -> Element:
    (found,) = [each for each in page.all("section") if each.attributes.get("aria-labelledby") == "notes"]
    return found


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (REMARK, ("Seen here too.", "Twice.", "Ada")),
        (SIGHTING, ("Seen at AS 64500", "2026-03-04", "2026-03-05", "12 events")),
        (
            READING,
            ("Another reading: A covert channel", "malicious", "The numbers vary.", "Nobody asked.", "Look longer."),
        ),
    ],
)
def test_a_note_is_added_and_shown(ask: Ask, notes: Notes, form: dict[str, str], shown: tuple[str, ...]) -> None:
    answer = post(ask, form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}#notes")
    (note,) = notes.of("latency-probe-syn-ack")
    present = ask(f"{PAGE}.json").json()["version"]
    assert (note.kind, note.first.author, note.first.version) == (form["kind"], "Ada", present)
    text = notes_on(parse(ask(PAGE).text)).text
    assert all(words in text for words in shown)
    (record,) = ask(f"{PAGE}.json").json()["notes"]
    assert record["standing"][0]["author"] == "Ada"


def test_a_note_is_withdrawn_and_its_history_stays(ask: Ask, notes: Notes) -> None:
    note = notes.add("latency-probe-syn-ack", Remark("Wrong."), "Ada")
    form = {"note": note.id, "reason": "It was another host.", "author": "Grace"}
    assert post(ask, form, f"{PAGE}/notes/withdraw").status_code == 303
    text = notes_on(parse(ask(PAGE).text)).text
    assert "1 withdrawn" in text
    assert "Grace" in text
    assert "It was another host." in text
    assert post(ask, form, f"{PAGE}/notes/withdraw").status_code == 400


def test_a_note_is_withdrawn_only_where_it_stands(ask: Ask, notes: Notes) -> None:
    note = notes.add("tcp-fin-scan", Remark("Right."), "Ada")
    assert post(ask, {"note": note.id, "author": "Eve"}, f"{PAGE}/notes/withdraw").status_code == 400
    assert not notes.find(note.id).is_withdrawn


def test_who_signed_in_by_name_writes_under_that_name(ask: Ask, notes: Notes) -> None:
    assert post(ask, REMARK, actor="grace").status_code == 303
    (note,) = notes.of("latency-probe-syn-ack")
    assert note.first.author == "grace"


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({**REMARK, "text": ""}, "text"),
        ({**REMARK, "author": ""}, "author"),
        ({**SIGHTING, "first_seen": "yesterday"}, "first_seen"),
        ({**SIGHTING, "count": "many"}, "no number"),
        ({**READING, "verdict": "evil"}, "verdict"),
        ({"kind": "rumour", "author": "Ada"}, "a remark, a sighting or an interpretation"),
    ],
)
def test_what_cannot_be_a_note_is_said_so_and_the_form_kept(
    ask: Ask, notes: Notes, form: dict[str, str], message: str
) -> None:
    answer = post(ask, form)
    assert answer.status_code == 400
    page = parse(answer.text)
    (alert,) = [each for each in page.all() if each.attributes.get("role") == "alert"]
    assert message in alert.text
    if form["kind"] == "sighting":
        assert page.one("input", id="place").attributes["value"] == "AS 64500"
    assert notes.all() == []


def test_what_is_too_long_is_refused_unread(ask: Ask, notes: Notes) -> None:
    assert post(ask, {**REMARK, "text": "x" * (MOST_BYTES + 1)}).status_code == 413

    async def endless() -> AsyncIterator[bytes]:
        yield b"kind=remark&text="
        raise AssertionError("the body was read")

    answer = ask(f"{PAGE}/notes", "POST", as_actor="root", content=endless())
    assert answer.status_code == 411
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert notes.all() == []


def test_a_note_on_nothing_is_not_found(ask: Ask, notes: Notes) -> None:
    assert post(ask, REMARK, "/signature/nothing/notes").status_code == 404
    assert notes.all() == []


def test_without_the_forms_token_nothing_is_written(ask: Ask, notes: Notes) -> None:
    assert post(ask, REMARK, token="forged").status_code == 403
    assert ask(f"{PAGE}/notes", "POST", as_actor="root", data=REMARK).status_code == 403
    assert notes.all() == []


def test_without_signing_in_nothing_is_written(ask: Ask, notes: Notes) -> None:
    assert ask(f"{PAGE}/notes", "POST", data=REMARK).status_code == 403
    assert ask(f"{PAGE}/notes/withdraw", "POST", data={"note": "abcdef"}).status_code == 403
    assert not notes_on(parse(ask(PAGE).text)).all("form")
    assert notes.all() == []


def test_unless_the_owner_lets_them_nobody_writes(curated: Path, notes: Notes) -> None:
    with site_of(curated, notes=notes.path) as ask:
        page = ask(PAGE, as_actor="root")
        assert not notes_on(parse(page.text)).all("form")
        assert ask(f"{PAGE}/notes", "POST", as_actor="root", data=REMARK).status_code == 403
    assert notes.all() == []


def test_notes_that_cannot_be_read_hide_nothing_of_the_signature(ask: Ask, notes: Notes) -> None:
    notes.path.write_bytes(b"this is no database, and never was")
    answer = ask(PAGE)
    assert answer.status_code == 200
    assert "the notes cannot be read" in notes_on(parse(answer.text)).text


def test_the_owner_is_signed_in_by_the_address_that_browse_prints(ask: Ask) -> None:
    answer = ask(f"/-/auth-token?token={ask.site._root_token}")  # type: ignore[attr-defined]
    assert answer.status_code == 302
    assert ask(PAGE, cookies={"ds_actor": answer.cookies["ds_actor"]}).text.count('action="/signature/') == 3
