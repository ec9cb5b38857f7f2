"""`tracelore pack` as people use it, and what installed packs do to the other commands."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from kb.notes import Notes, Remark
from tests.cli.test_match import events, tracelore
from tests.packs.conftest import Workshop, listing
from tests.packs.making import source
from tracelore import read_results

TRACE = """\
10:00:00.000000 10.0.0.1.2100 > 10.0.0.2.53: S 1:78(77) win 2077
10:00:01.000000 10.0.0.1.2101 > 10.0.0.2.53: S 1:78(77) win 2077
"""
DESCRIPTION = 'name = "odd"\nversion = "1.0"\nauthors = ["Ada"]\nlicence = "CC0-1.0"\n'


@pytest.fixture
def folder(workshop: Workshop) -> Path:
    """The sources of a pack."""
    folder = workshop.folder / "sources"
    (folder / "dns").mkdir(parents=True)
    (folder / "dns" / "odd.sig").write_bytes(source())
    (folder / "pack.toml").write_text(DESCRIPTION)
    return folder


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    path = tmp_path / "trace.txt"
    path.write_text(TRACE)
    return path


def built(workshop: Workshop, folder: Path, version: str = "1.0") -> Path:
    (folder / "pack.toml").write_text(DESCRIPTION.replace("1.0", version, 1))
    file = workshop.folder / f"odd-{version}.pack"
    result = tracelore("pack", "build", folder, "-o", file, "--key", workshop.key())
    assert result.exit_code == 0, result.output
    return file


def said_in_every_format(trace: Path, origin: dict[str, str]) -> None:
    """The other formats say what NDJSON says."""

    def output(form: str) -> Path:
        out = trace.with_suffix(f".{form}")
        assert tracelore("match", "--all", "--format", form, "-o", out, trace).exit_code == 0
        return out

    rows = csv.DictReader(output("csv").read_text("utf-8").splitlines())
    packs = {row["signature"]: row["pack"] for row in rows}
    assert packs.pop("odd-syn-77") == "; ".join(f"{name}={value}" for name, value in origin.items())
    assert set(packs.values()) <= {""}
    (alert,) = [
        each["alert"]["metadata"]
        for each in map(json.loads, output("eve").read_text("utf-8").splitlines())
        if each["tracelore"]["signature"] == "odd-syn-77"
    ]
    assert (alert["pack"], alert["pack_version"]) == (["odd"], ["1.0"])
    kept = read_results(output("sqlite"))
    assert {each.signature: each.pack for each in kept}["odd-syn-77"] == origin
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(output("parquet"), columns=["signature", "pack"]).to_pylist()
    assert {row["signature"]: row["pack"] for row in table}["odd-syn-77"] == origin


def test_the_way_of_a_pack(workshop: Workshop, folder: Path, trace: Path) -> None:
    """Built, verified, installed, used everywhere with its origin, listed, removed, and gone from everywhere."""
    file = built(workshop, folder)
    result = tracelore("pack", "verify", file)
    assert result.exit_code == 0
    for said in (
        "odd 1.0",
        "ada@example.org (ssh-ed25519 SHA256:",
        "authors     Ada",
        "CC0-1.0",
        "1 signature, 0 notes",
    ):
        assert said in result.stdout
    result = tracelore("pack", "install", file)
    assert result.exit_code == 0, result.output
    assert "odd 1.0 installed: 1 signature, 0 notes, signed by ada@example.org" in result.stdout

    found = events(tracelore("match", "--all", "--format", "ndjson", trace))
    origin = next(event["pack"] for event in found if event["signature"] == "odd-syn-77")
    assert (origin["name"], origin["version"]) == ("odd", "1.0")
    assert origin["signer"].startswith("ada@example.org (ssh-ed25519 SHA256:")
    said_in_every_format(trace, origin)
    for command in (("match", "--all", trace), ("show", "odd-syn-77")):
        assert "from pack      odd 1.0, signed by ada@example.org" in tracelore(*command).stdout
    assert "(pack odd)" in tracelore("search", "odd-syn-77").stdout
    left_out = events(tracelore("match", "--all", "--no-packs", "--format", "ndjson", trace))
    assert "odd-syn-77" not in [event["signature"] for event in left_out]
    assert all(event["pack"] is None for event in left_out)

    assert "odd 1.0  1 signature, 0 notes, signed by ada@example.org" in tracelore("pack", "list").stdout
    assert tracelore("pack", "verify", "odd").exit_code == 0
    assert tracelore("pack", "remove", "odd").exit_code == 0
    assert tracelore("show", "odd-syn-77").exit_code == 1
    assert "no pack is installed" in tracelore("pack", "list").stdout
    assert [path.name for path in workshop.packs.iterdir()] == [".lock"]


def test_the_same_folder_gives_the_same_bytes(workshop: Workshop, folder: Path) -> None:
    first = built(workshop, folder).read_bytes()
    for path in folder.rglob("*.sig"):
        path.touch()
        path.chmod(0o600)
    assert built(workshop, folder).read_bytes() == first


def test_an_unsigned_pack_is_built_with_a_word(
    workshop: Workshop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workshop.folder)
    result = tracelore("pack", "build", folder)
    assert result.exit_code == 0
    assert "odd-1.0.pack: 1 signature" in result.stdout
    assert "--trust odd" in result.stderr
    assert tracelore("pack", "verify", "odd-1.0.pack").exit_code == 4
    assert tracelore("pack", "install", "odd-1.0.pack").exit_code == 4
    assert tracelore("pack", "install", "odd-1.0.pack", "--trust", "odd").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("pack.toml", None, "there is no such file; it says what the pack is, such as"),
        ("pack.toml", "name = ", "is no TOML"),
        ("pack.toml", DESCRIPTION.replace("licence", "license"), "`license` is not known here"),
        ("pack.toml", DESCRIPTION.replace('licence = "CC0-1.0"\n', ""), "has no `licence`"),
        ("pack.toml", DESCRIPTION.replace('["Ada"]', "[]"), "has no `authors`"),
        ("pack.toml", DESCRIPTION.replace('"odd"', '"Odd One"'), "a pack cannot be called 'Odd One'"),
        ("pack.toml", DESCRIPTION.replace('"1.0"', "1.0"), "has no `version`, or it is no text"),
        ("pack.toml", DESCRIPTION + "created = 'soon'\n", "`created` is no day"),
        ("pack.toml", DESCRIPTION + "language_version = 9\n", "needs version 9"),
        ("dns/Odd One.sig", source("b").decode(), "a path is made of"),
        ("dns/bad.sig", "signature {", "its signatures have errors"),
        ("dns/same.sig", source().decode(), "E502"),
        ("notes.ndjson", "{}", "notes.ndjson: line 1"),
    ],
)
def test_faults_of_a_folder(name: str, text: str | None, says: str, workshop: Workshop, folder: Path) -> None:
    if text is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(text)
    target = workshop.folder / "x.pack"
    result = tracelore("pack", "build", folder, "-o", target, "--key", workshop.key())
    assert result.exit_code == 1
    assert says in result.stderr
    assert not target.exists()


def test_a_link_in_a_folder_is_not_followed(workshop: Workshop, folder: Path) -> None:
    (folder / "dns" / "secret.sig").symlink_to(workshop.key())
    result = tracelore("pack", "build", folder, "-o", workshop.folder / "x.pack")
    assert result.exit_code == 1
    assert "is no plain file" in result.stderr


def test_what_is_different(workshop: Workshop, folder: Path) -> None:
    old = built(workshop, folder)
    tracelore("pack", "install", old)
    assert tracelore("pack", "diff", old).stdout == "no difference\n"
    (folder / "dns" / "odd.sig").write_bytes(source(port=5353, version=2).replace(b"tcp; flags", b"tcp;  flags"))
    (folder / "more.sig").write_bytes(source("more"))
    new = built(workshop, folder, "1.1")
    result = tracelore("pack", "diff", new)
    assert result.exit_code == 1
    for said in (
        "version: 1.0 -> 1.1", "+ more added", "~ odd-syn-77 changed (version, conditions)",
        "-  version    1", "+  version    2", "dport == 5353",
    ):  # fmt: skip
        assert said in result.stdout
    record = json.loads(tracelore("pack", "diff", new, old, "--format", "json").stdout)
    assert [(each["slug"], each["kind"], each["changed"]) for each in record["signatures"]] == [
        ("more", "removed", []),
        ("odd-syn-77", "changed", ["version", "conditions"]),
    ]
    assert record["about"] == {"version": {"old": "1.1", "new": "1.0"}}
    assert tracelore("pack", "diff", old, "none").exit_code == 2
    assert tracelore("pack", "diff", old, new, new).exit_code == 2


def test_only_comments_differ(workshop: Workshop, folder: Path) -> None:
    old = built(workshop, folder)
    (folder / "dns" / "odd.sig").write_bytes(source().replace(b"  event", b"  # a comment\n  event"))
    record = json.loads(tracelore("pack", "diff", old, built(workshop, folder, "1.1"), "--format", "json").stdout)
    assert [each["changed"] for each in record["signatures"]] == [["text"]]


def test_records_for_programs(workshop: Workshop, folder: Path) -> None:
    file = built(workshop, folder)
    record = json.loads(tracelore("pack", "verify", file, "--format", "json").stdout)
    assert record["signer"]["standing"] == "trusted"
    assert record["signatures"] == [
        {"slug": "odd-syn-77", "version": 1, "verdict": "benign", "title": "SYNs to port 53 that carry 77 bytes"}
    ]
    tracelore("pack", "install", file)
    (listed,) = json.loads(tracelore("pack", "list", "--format", "json").stdout)
    assert listed["sound"]
    assert listed["digest"] == record["digest"]
    assert listed["signatures"] == ["odd-syn-77"]
    Path(listed["file"]).write_bytes(b"")
    result = tracelore("pack", "list")
    assert result.exit_code == 1
    assert "DAMAGED" in result.stdout
    assert tracelore("pack", "verify", "odd").exit_code == 1


def test_notes_travel_with_a_pack(
    workshop: Workshop, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Notes(tmp_path / "hers.db").add("odd-syn-77", Remark("Seen again."), author="Ada")
    Notes(tmp_path / "hers.db").add("another", Remark("Of no concern here."), author="Ada")
    monkeypatch.setenv("TRACELORE_NOTES", str(tmp_path / "hers.db"))
    file = workshop.folder / "odd.pack"
    result = tracelore("pack", "build", folder, "-o", file, "--key", workshop.key(), "--with-notes")
    assert "1 signature, 1 note" in result.stdout

    monkeypatch.setenv("TRACELORE_NOTES", str(tmp_path / "his.db"))
    tracelore("pack", "install", file)
    assert not (tmp_path / "his.db").exists()
    for taken in ("1 revision taken over, 0 known before", "0 revisions taken over, 1 known before"):
        assert taken in tracelore("pack", "install", file, "--with-notes").stdout
    tracelore("pack", "remove", "odd")
    assert [note.signature for note in Notes(tmp_path / "his.db").all()] == ["odd-syn-77"]
    record = json.loads(tracelore("pack", "diff", built(workshop, folder), file, "--format", "json").stdout)
    assert [note["content"]["text"] for note in record["notes_added"]] == ["Seen again."]


def test_a_knowledge_base_with_packs(workshop: Workshop, folder: Path, tmp_path: Path) -> None:
    tracelore("pack", "install", built(workshop, folder))
    curated = tmp_path / "curated"
    curated.mkdir()
    (curated / "plain.sig").write_bytes(source("plain", port=99))
    words = ("kb", "build", "--signatures", curated, "--output", tmp_path / "all.db")
    assert tracelore(*words, "--packs").exit_code == 0
    assert "from pack" in tracelore("show", "odd-syn-77", "--kb", tmp_path / "all.db").stdout
    assert "from pack" not in tracelore("show", "plain", "--kb", tmp_path / "all.db").stdout
    assert tracelore(*words, "--packs", "--check").exit_code == 0
    assert tracelore(*words, "--check").exit_code == 1


def test_what_no_longer_fits_is_left_out_and_told(
    workshop: Workshop, folder: Path, trace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade, the curated signatures may have a name that a pack has taken, or the store may be damaged."""
    tracelore("pack", "install", built(workshop, folder))
    receipt = workshop.packs / "odd" / "installed.json"
    sound = receipt.read_text()
    receipt.write_text(sound.replace("odd-syn-77", "latency-probe-syn-ack"))
    (workshop.packs / "kb.db").unlink()
    result = tracelore("match", "--all", "--format", "ndjson", trace)
    assert result.exit_code == 0
    assert (
        "the pack odd takes no part: its signature latency-probe-syn-ack is called like another one now"
        in result.stderr
    )
    assert "odd-syn-77" not in result.stdout
    assert tracelore("match", "-q", "--format", "ndjson", trace).stderr == ""
    receipt.write_text("{")
    result = tracelore("match", "--all", "--format", "ndjson", trace)
    assert result.exit_code == 0
    assert "is damaged" in result.stderr
    receipt.write_text(sound)
    assert "odd-syn-77" not in result.stdout


def test_the_knowledge_base_is_built_again_when_it_is_missing_or_of_other_packs(
    workshop: Workshop, folder: Path, trace: Path
) -> None:
    tracelore("pack", "install", built(workshop, folder))
    shared = workshop.packs / "kb.db"
    for spoil in (shared.unlink, lambda: shared.write_bytes(b"no database")):
        spoil()
        assert "odd-syn-77" in tracelore("match", "--all", trace).stdout
    before = listing(workshop.packs)
    assert "odd-syn-77" in tracelore("match", "--all", trace).stdout
    assert listing(workshop.packs) == before


def test_without_packs_nothing_is_made(workshop: Workshop, trace: Path) -> None:
    for words in (("match", trace), ("search", "latency"), ("show", "latency-probe-syn-ack"), ("pack", "list")):
        assert tracelore(*words).exit_code == 0
    assert not workshop.packs.exists()


def test_help_has_examples() -> None:
    for command in ("build", "verify", "install", "list", "remove", "diff"):
        said = tracelore("pack", command, "--help").stdout
        assert "Example" in said
        assert f"tracelore pack {command}" in said
        assert "Exit status" in said
