"""Reading: models, pages and explanations, and files that are no knowledge base."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb import read
from kb.build import Entry, build
from kb.identity import digest_sources
from kb.pages import RelatedSignature
from kb.read import KnowledgeBaseError
from sigdsl.model import Signature


def test_models_come_back_in_order_without_traces(kb_path: Path, entries: list[Entry]) -> None:
    expected = [replace(entry.signature, traces=()) for entry in entries]
    assert read.load_models(kb_path) == sorted(expected, key=lambda signature: signature.slug)
    assert read.slugs(kb_path) == ["backscatter-ack-674719802", "half-open-scan", "latency-probe"]


def test_a_page_holds_all_that_the_signature_says(kb_path: Path, entries: list[Entry]) -> None:
    for entry in entries:
        page = read.show(kb_path, entry.signature.slug)
        assert page.signature == entry.signature
        assert (page.source_path, page.source_text) == (entry.source_path, entry.text)
        assert [pattern.name for pattern in page.patterns] == [each.name for each in entry.signature.patterns]


def test_a_page_shows_what_was_written_and_measured(kb_path: Path) -> None:
    page = read.show(kb_path, "backscatter-ack-674719802")
    assert page.specificity_bits == 40.0
    assert (page.event_key, page.event_condition) == ("src, dport", "count() >= 1")
    assert page.patterns[0].text == "packet open   { tcp; flags == SYN|ACK; ack == 674719802 }"
    assert page.patterns[0].fields == ("tcp", "flags", "ack")
    assert [(revision.version, revision.date) for revision in page.revisions] == [(3, "2026-02-03")]
    probe = "A load balancer measures a round trip"
    assert page.related == (
        RelatedSignature("latency-probe", probe, "confused-with", False, True, 1, 2, 1),
        RelatedSignature("latency-probe", probe, "variant-of", True, False, None, None, None),
    )


def test_patterns_keep_their_marks(kb_path: Path) -> None:
    (pattern,) = read.show(kb_path, "half-open-scan").patterns
    assert (pattern.solicits, pattern.from_responder) == (True, False)


def test_a_signature_that_is_not_there_is_an_error_with_those_near_it(kb_path: Path) -> None:
    with pytest.raises(KnowledgeBaseError, match="no signature called latency-prob; near it: latency-probe"):
        read.show(kb_path, "latency-prob")
    with pytest.raises(KnowledgeBaseError, match="no signature called 674719802; near it: backscatter-ack-674719802"):
        read.show(kb_path, "674719802")
    with pytest.raises(KnowledgeBaseError, match=r"no signature called $"):
        read.show(kb_path, "")


def test_explanations_are_given_for_what_is_there(kb_path: Path, entries: list[Entry]) -> None:
    found = read.explanations(kb_path, ["latency-probe", "gone", "backscatter-ack-674719802", "latency-probe"])
    assert list(found) == ["latency-probe", "backscatter-ack-674719802"]
    explanation = found["backscatter-ack-674719802"]
    assert explanation.bottom_line == "A flooded host answers addresses that were forged."
    assert explanation.hypotheses == entries[2].signature.hypotheses
    assert (explanation.category, explanation.verdict, explanation.confidence) == ("backscatter", "third-party", "high")


def test_staleness_follows_the_sources(kb_path: Path, entries: list[Entry]) -> None:
    sources = [(entry.source_path, entry.text) for entry in entries]
    assert not read.stale(kb_path, digest_sources(sources))
    assert read.stale(kb_path, digest_sources(sources[1:]))


def test_the_caller_may_give_the_digest_of_the_files(tmp_path: Path, entries: list[Entry]) -> None:
    build(tmp_path / "kb.db", entries, digest="of whole files")
    assert not read.stale(tmp_path / "kb.db", "of whole files")


ASKING: list[Callable[[Any], Any]] = [
    read.load_models,
    read.slugs,
    lambda path: read.stale(path, ""),
    lambda path: read.explanations(path, ["latency-probe"]),
    lambda path: read.show(path, "latency-probe"),
    lambda path: read.search(path, "probe"),
    lambda path: read.where(path, "id", 0),
]


@pytest.mark.parametrize("ask", ASKING)
def test_what_is_no_knowledge_base_is_an_error(tmp_path: Path, kb_path: Path, ask: Callable[..., Any]) -> None:
    whole = kb_path.read_bytes()
    files = {
        "text.db": (b"signature x {}\n" * 400, "is no knowledge base: file is not a database"),
        "empty.db": (b"", "is no knowledge base of TraceLore"),
        "short.db": (whole[:50], "is no knowledge base"),
    }
    for name, (content, words) in files.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(KnowledgeBaseError, match=words):
            ask(tmp_path / name)
    with pytest.raises(KnowledgeBaseError, match="there is no such file; build it again with `tracelore kb build`"):
        ask(tmp_path / "missing.db")
    with pytest.raises(KnowledgeBaseError, match="is no file"):
        ask(tmp_path)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE signatures (slug TEXT)")
    with pytest.raises(KnowledgeBaseError, match="is no knowledge base of TraceLore"):
        ask(tmp_path / "other.db")


@pytest.mark.parametrize("ask", ASKING)
def test_a_damaged_knowledge_base_is_an_error(tmp_path: Path, kb_path: Path, ask: Callable[..., Any]) -> None:
    whole = bytearray(kb_path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    (tmp_path / "damaged.db").write_bytes(whole)
    with pytest.raises(KnowledgeBaseError, match="cannot be read"):
        ask(tmp_path / "damaged.db")


def test_another_schema_version_is_an_error(tmp_path: Path, kb_path: Path) -> None:
    path = tmp_path / "kb.db"
    path.write_bytes(kb_path.read_bytes())
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(KnowledgeBaseError, match="schema version 99, and this is version 1; build it again"):
        read.load_models(path)


def test_a_model_that_cannot_be_decoded_is_an_error(tmp_path: Path, kb_path: Path) -> None:
    path = tmp_path / "kb.db"
    path.write_bytes(kb_path.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE models SET model = '[1,\"0\",[]]' WHERE signature = 'latency-probe'")
    with pytest.raises(KnowledgeBaseError, match="latency-probe: written for another version of the model"):
        read.load_models(path)


def test_paths_with_special_characters_are_opened(tmp_path: Path, kb_path: Path) -> None:
    path = tmp_path / "a b?c=d#e%20é.db"
    path.write_bytes(kb_path.read_bytes())
    assert len(read.load_models(str(path))) == 3


def test_reading_changes_nothing(tmp_path: Path, kb_path: Path) -> None:
    path = tmp_path / "kb.db"
    path.write_bytes(kb_path.read_bytes())
    path.chmod(0o444)
    for ask in ASKING:
        ask(path)
    assert path.read_bytes() == kb_path.read_bytes()
    assert [entry.name for entry in tmp_path.iterdir()] == ["kb.db"]


def test_importing_it_imports_nothing_heavy() -> None:
    heavy = ("sqlite_utils", "datasette", "click", "numpy", "uvicorn", "kb.build", "kb.schema")
    code = f"import sys; import kb.read; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_whole_catalogue_is_loaded(tmp_path: Path, entries: list[Entry]) -> None:
    original = entries[2].signature
    many = [Entry("a.sig", entries[2].text, replace(original, slug=f"s{number:03}")) for number in range(100)]
    build(tmp_path / "kb.db", many)
    assert [signature.slug for signature in read.load_models(tmp_path / "kb.db")] == [f"s{n:03}" for n in range(100)]


def test_a_bare_signature_has_a_page(tmp_path: Path) -> None:
    build(tmp_path / "kb.db", [Entry("a.sig", "", Signature("bare"))])
    page = read.show(tmp_path / "kb.db", "bare")
    assert (page.signature, page.event_key, page.related) == (Signature("bare"), None, ())
