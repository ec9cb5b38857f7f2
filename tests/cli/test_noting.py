"""`note` and `kb where` as people use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.test_match import tracelore
from tests.kb.synthetic import SIGNATURES
from tracelore.building import build_knowledge_base

SLUG = "tcp-fin-scan"


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sigs")
    for source in (f"scan/{SLUG}", "backscatter/backscatter-ack-674719802", "measurement/latency-probe-syn-ack"):
        (folder / f"{Path(source).name}.sig").write_bytes((SIGNATURES / f"{source}.sig").read_bytes())
    return build_knowledge_base(folder, folder / "kb.db").path


@pytest.fixture
def note(kb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs `tracelore note ...` with notes and a knowledge base of its own."""
    monkeypatch.setenv("TRACELORE_NOTES", str(tmp_path / "notes.db"))
    monkeypatch.setenv("TRACELORE_AUTHOR", "Ann")

    def run(command: str, *words: object, stdin: str | bytes | None = None) -> Result:
        more = ["--kb", kb] if command in ("add", "list") else []
        return tracelore("note", command, *words, *more, stdin=stdin)

    return run


def listed(note, *words: object) -> list[dict]:  # type: ignore[no-untyped-def]
    return json.loads(note("list", "--format", "json", *words).stdout)


def test_a_note_is_shown_beside_its_signature(note, kb: Path) -> None:  # type: ignore[no-untyped-def]
    assert note("add", SLUG, "Our scanner does this.").exit_code == 0
    page = tracelore("show", SLUG, "--kb", kb).stdout
    curated, apart, noted = page.partition("Notes of analysts here (not part of the signature)")
    assert apart
    assert "Our scanner does this." in noted
    assert "Our scanner" not in curated
    assert "by Ann, 20" in noted
    assert "Our scanner" not in tracelore("show", SLUG, "--source", "--kb", kb).stdout


def test_notes_that_cannot_be_read_take_nothing_away(note, kb: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "notes.db").write_bytes(b"no database" * 100)
    result = tracelore("show", SLUG, "--kb", kb)
    assert result.exit_code == 0
    assert "What it matches" in result.stdout
    assert "the notes cannot be read" in result.stderr


def test_a_sighting_is_made_edited_and_withdrawn(note) -> None:  # type: ignore[no-untyped-def]
    made = note("add", SLUG, "--place", "telescope A", "--first-seen", "2026-03-04", "--count", 17)
    identity = made.stdout.split()[0]
    assert note("edit", identity, "--count", 18, "--reason", "one more", "--author", "Bob").exit_code == 0
    shown = note("show", identity).stdout
    assert "seen at telescope A, 2026-03-04, 18 events" in shown
    assert "because: one more" in shown
    history = note("history", identity).stdout
    assert (history.count("17 events"), history.count("18 events"), history.count("replaces")) == (1, 1, 1)
    assert note("withdraw", identity, "--reason", "another network").exit_code == 0
    assert note("list").stdout == ""
    assert "(withdrawn)" in note("list", "--all").stdout
    assert len(json.loads(note("history", identity, "--format", "json").stdout)) == 3


def test_another_interpretation_carries_its_arguments(note) -> None:  # type: ignore[no-untyped-def]
    note("add", SLUG, "--title", "A backup", "--verdict", "benign", "--weight", "weak", "--because", "nightly",
         "--test", "ask the owner")  # fmt: skip
    (one,) = listed(note, SLUG)
    assert one["standing"][0]["content"]["because"] == ["nightly"]
    assert one["standing"][0]["version"] >= 1
    shown = note("show", one["id"]).stdout
    for said in ("A backup: benign, weak", "for: nightly", "would tell: ask the owner"):
        assert said in shown


def test_two_peoples_notes_are_merged(note, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    identity = note("add", SLUG, "first").stdout.split()[0]
    theirs = tmp_path / "theirs.db"
    assert note("export", "-o", tmp_path / "mine.ndjson").exit_code == 0
    assert "1 new revisions" in note("import", tmp_path / "mine.ndjson", "--notes", theirs).stdout
    note("edit", identity, "mine")
    note("edit", identity, "theirs", "--notes", theirs, "--author", "Bob")
    export = note("export", "--notes", theirs).stdout
    assert "1 new revisions of 1 notes; 1 were here already" in note("import", "-", stdin=export).stdout
    assert "0 new revisions" in note("import", "-", stdin=export).stdout
    assert "(2 versions stand)" in note("list").stdout
    shown = note("show", identity).stdout
    assert "all their versions stand" in shown
    mine = next(each["id"] for each in listed(note)[0]["standing"] if each["author"] == "Ann")
    assert note("edit", identity, "mine, better", "--only", mine[:10]).exit_code == 0
    assert {each["content"]["text"] for each in listed(note)[0]["standing"]} == {"mine, better", "theirs"}
    assert note("edit", identity, "settled").exit_code == 0
    assert [each["content"]["text"] for each in listed(note)[0]["standing"]] == ["settled"]


def test_a_note_on_a_signature_that_is_gone_is_listed_as_such(note) -> None:  # type: ignore[no-untyped-def]
    refused = note("add", "tcp-fin-scn", "x")
    assert refused.exit_code == 1
    assert "near it: tcp-fin-scan" in refused.stderr
    assert note("add", "gone", "x", "--force").exit_code == 0
    assert "gone (no such signature here)" in note("list").stdout
    assert [(each["signature"], each["known"]) for each in listed(note)] == [("gone", False)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", SLUG], "a remark needs a TEXT"),
        (["add", SLUG, "--title", "x"], "an interpretation needs --verdict"),
        (["add", SLUG, "--place", "x", "--because", "y"], "--because is not for a sighting"),
        (["add", SLUG, "x", "--count", "7"], "--count is not for a remark"),
        (["add", SLUG, "x", "--title", "x", "--verdict", "benign", "--weight", "weak"], "a TEXT is not for an"),
    ],
)
def test_options_that_do_not_go_together_are_refused(note, words: list[str], said: str) -> None:  # type: ignore[no-untyped-def]
    result = note(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_bad_notes_are_told_and_nothing_is_written(note, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for words, said in (
        (["add", SLUG, "--place", "x", "--first-seen", "soon"], "`first_seen` is no date"),
        (["show", "0000"], "no note has an id"),
        (["edit", "zz", "x"], "is no id"),
    ):
        result = note(*words)
        assert (result.exit_code, said in result.stderr) == (1, True), result.stderr
    result = note("import", "-", stdin="{}")
    assert (result.exit_code, "line 1: `author` is missing" in result.stderr) == (1, True)
    assert not (tmp_path / "notes.db").exists() or listed(note) == []
    assert note("export", "-o", tmp_path / "no" / "where").exit_code == 1


def test_an_edit_that_changes_nothing_is_refused(note) -> None:  # type: ignore[no-untyped-def]
    identity = note("add", SLUG, "-", stdin="from a pipe\n").stdout.split()[0]
    assert "from a pipe" in note("show", identity).stdout
    assert "Nothing is to be changed" in note("edit", identity).stderr
    assert "is not one revision" in note("edit", identity, "x", "--only", "0000").stderr


# --- kb where --------------------------------------------------------------------------------------------------------


def test_where_lists_what_is_consistent(kb: Path) -> None:
    result = tracelore("kb", "where", "ack=674719802", "--kb", kb)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("backscatter-ack-674719802  third-party")
    for said in ("holds", "ack == 674719802", "not shown", "may hold      ack == seq - 1",
                 "possible too, asking for none of these: tcp-fin-scan", "that is all"):  # fmt: skip
        assert said in result.stdout


def test_where_speaks_json(kb: Path) -> None:
    result = tracelore("kb", "where", "dport=53", "flags=S.", "--format", "json", "--kb", kb)
    found = json.loads(result.stdout)
    assert found["given"] == [{"field": "dport", "value": "53"}, {"field": "flags", "value": "S."}]
    assert found["signatures"][0]["slug"] == "latency-probe-syn-ack"
    assert "dport == 53" in found["signatures"][0]["patterns"][0]["satisfied"]


def test_where_no_signature_asks_says_what_is_possible(kb: Path) -> None:
    result = tracelore("kb", "where", "ts.val=1", "--kb", kb)
    assert result.exit_code == 0
    assert "no signature asks for ts.val=1; these are possible all the same:" in result.stdout
    assert "latency-probe-syn-ack" in result.stdout
    nothing = tracelore("kb", "where", "udp=yes", "--kb", kb)
    assert nothing.exit_code == 1
    assert "no signature is consistent with udp=yes" in nothing.stderr


@pytest.mark.parametrize("word", ["dprt=53", "ttl", "ttl=999"])
def test_where_refuses_what_is_no_value(kb: Path, word: str) -> None:
    result = tracelore("kb", "where", word, "--kb", kb)
    assert result.exit_code == 2
    assert result.stderr.startswith("tracelore: ")
