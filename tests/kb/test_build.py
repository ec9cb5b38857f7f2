"""Building: the same sources give the same file, and a build that fails leaves what was there."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from kb.build import Entry, Relation, build, dump
from kb.errors import KnowledgeBaseError
from kb.identity import APPLICATION_ID, SCHEMA_VERSION, digest_sources
from kb.schema import create_schema, migrations
from sigdsl.model import Hypothesis, Observation, PacketPattern, Signature


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_the_same_sources_give_the_same_rows_and_bytes(
    tmp_path: Path, entries: list[Entry], measured: dict[str, Any]
) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    build(one, entries, **measured)
    shuffled = list(entries)
    for _ in range(3):
        random.shuffle(shuffled)
        build(other, shuffled, **measured)
        assert list(dump(other)) == list(dump(one))
        assert other.read_bytes() == one.read_bytes()


def test_rows_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Sets are iterated in another order in each process: none may decide the order of rows."""
    code = """
import sys
from tests.kb.conftest import backscatter, probe, scan
from kb.build import build
build(sys.argv[1], [probe(), scan(), backscatter()])
"""
    files = []
    for seed in ("1", "2", "3"):
        files.append(tmp_path / f"{seed}.db")
        subprocess.run(
            [sys.executable, "-c", code, str(files[-1])], check=True, env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
    assert len({file.read_bytes() for file in files}) == 1


def test_a_changed_source_changes_the_dump(tmp_path: Path, entries: list[Entry]) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    build(one, entries)
    changed = replace(entries[0].signature, hypotheses=(Hypothesis("x", "benign", "weak"),))
    build(other, [replace(entries[0], signature=changed), *entries[1:]])
    assert list(dump(other)) != list(dump(one))


def test_no_row_holds_a_clock_or_a_path_of_this_machine(kb_path: Path) -> None:
    everything = repr(list(dump(kb_path)))
    assert str(kb_path.parent) not in everything
    assert ("_sqlite_migrations", (1, "tracelore-kb", "curated_signatures", "")) in list(dump(kb_path))


def test_the_report_counts_what_was_written(tmp_path: Path, entries: list[Entry]) -> None:
    path = tmp_path / "kb.db"
    report = build(path, entries)
    assert (report.path, report.signatures, report.size) == (path, 3, path.stat().st_size)
    for table, count in report.rows.items():
        assert rows(path, f'SELECT count(*) FROM "{table}"') == [(count,)], table
    assert {"signatures", "patterns", "references", "search"} <= set(report.rows)
    assert report.digest == digest_sources((entry.source_path, entry.text) for entry in entries)


def test_a_knowledge_base_of_nothing_can_be_built(tmp_path: Path) -> None:
    assert build(tmp_path / "kb.db", []).signatures == 0


def test_the_file_is_sound_and_marked(kb_path: Path) -> None:
    assert rows(kb_path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(kb_path, "PRAGMA foreign_key_check") == []
    assert rows(kb_path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert rows(kb_path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert rows(kb_path, "PRAGMA page_size") == [(4096,)]
    with closing(sqlite3.connect(kb_path)) as connection:
        connection.execute("INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)")


def test_the_schema_version_is_the_number_of_migrations() -> None:
    db = Database(memory=True)
    assert len(migrations.pending(db)) == SCHEMA_VERSION
    create_schema(db)
    assert migrations.pending(db) == []


def test_every_foreign_key_has_an_index(kb_path: Path) -> None:
    db = Database(kb_path)
    for table in db.tables:
        led = {index.columns[0] for index in table.indexes} | set(table.pks[:1])
        for key in table.foreign_keys:
            assert key.column in led, (table.name, key.column)


def test_a_failed_build_leaves_what_was_there(tmp_path: Path, entries: list[Entry]) -> None:
    path = tmp_path / "kb.db"
    build(path, entries)
    before = path.read_bytes()
    twice = PacketPattern("same", ())
    broken = Entry("a.sig", "", Signature("broken", patterns=(twice, twice)))
    with pytest.raises(KnowledgeBaseError, match=r"kb\.db: the knowledge base was not built"):
        build(path, [*entries, broken])
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["kb.db"]


def test_a_killed_build_leaves_what_was_there(tmp_path: Path, entries: list[Entry]) -> None:
    path = tmp_path / "kb.db"
    build(path, entries)
    before = path.read_bytes()
    code = """
import os, sys
import kb.build
from tests.kb.conftest import backscatter
kb.build.Database.vacuum = lambda self: os._exit(9)
kb.build.build(sys.argv[1], [backscatter()])
"""
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 9
    assert path.read_bytes() == before


def test_two_signatures_of_one_name_are_refused(tmp_path: Path, entries: list[Entry]) -> None:
    twin = replace(entries[0], source_path="other/place.sig")
    with pytest.raises(KnowledgeBaseError, match="two signatures are called latency-probe") as caught:
        build(tmp_path / "kb.db", [*entries, twin])
    assert "measurement/latency-probe.sig" in str(caught.value)
    assert "other/place.sig" in str(caught.value)


@pytest.mark.parametrize(
    "signature",
    [Signature("a", variant_of=("nowhere",)), Signature("a", observes=(Observation("nowhere", "x"),))],
)
def test_a_relation_to_no_signature_is_refused(tmp_path: Path, signature: Signature) -> None:
    with pytest.raises(KnowledgeBaseError, match="there is no signature called nowhere"):
        build(tmp_path / "kb.db", [Entry("a.sig", "", signature)])


def test_a_measured_relation_must_lead_to_a_signature(tmp_path: Path, entries: list[Entry]) -> None:
    with pytest.raises(KnowledgeBaseError, match="there is no signature called gone"):
        build(tmp_path / "kb.db", entries, relations=[Relation("latency-probe", "gone", "confused-with", True, 1, 1)])


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path, entries: list[Entry]) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "no" / "such" / "folder" / "kb.db", tmp_path / "file" / "kb.db", tmp_path):
        with pytest.raises(KnowledgeBaseError, match="was not built"):
            build(path, entries)


def test_digests_tell_sources_apart_whatever_their_order() -> None:
    assert digest_sources([("a", "1"), ("b", "2")]) == digest_sources([("b", "2"), ("a", "1")])
    different = [[("a", "1b"), ("", "2")], [("a", "1"), ("b", "2")], [("a1", ""), ("b", "2")], [("a", "1")], []]
    assert len({digest_sources(sources) for sources in different}) == len(different)
