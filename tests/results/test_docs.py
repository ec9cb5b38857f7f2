"""docs/output.md names every format, column and table that there is, and none that there is not."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_match import EXAMPLE, TOP, tracelore
from tracelore.results.flat import COLUMNS
from tracelore.results.formats import FORMATS

TEXT = (TOP / "docs" / "output.md").read_text("utf-8")


def first_cells(part: str) -> list[str]:
    """The names in the first column of the first table of a text."""
    table = re.search(r"^\| .*\n\| --- .*\n((?:\|.*\n)+)", part, re.MULTILINE)
    assert table is not None
    return [name for row in table[1].splitlines() for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def named(what: str) -> list[str]:
    return first_cells(TEXT.split(f"<!-- names: {what} -->")[1])


def section(table: str) -> list[str]:
    return first_cells(TEXT.split(f"\n### `{table}`\n")[1])


def test_formats() -> None:
    assert first_cells(TEXT) == list(FORMATS)


def test_ndjson() -> None:
    record = json.loads(tracelore("match", "--format", "ndjson", EXAMPLE).stdout.splitlines()[0])
    assert sorted(named("ndjson")) == sorted(record)


def test_csv() -> None:
    assert sorted(named("csv")) == sorted(COLUMNS)


def test_eve() -> None:
    lines = tracelore("match", "--format", "eve", EXAMPLE).stdout.splitlines()
    alert = json.loads(lines[0])
    assert set(named("eve")) - {"icmp_type", "icmp_code"} == set(alert)
    meaning = next(line for line in TEXT.splitlines() if line.startswith("| `alert` |"))
    assert all(f"`{name}`" in meaning for name in alert["alert"])
    assert all(f"`{name}`" in meaning for name in alert["alert"]["metadata"])


def test_parquet() -> None:
    pytest.importorskip("pyarrow")
    from tracelore.results.parquet import event_schema

    assert sorted(named("parquet")) == sorted(event_schema().names)


def test_labels(tmp_path: Path) -> None:
    tracelore("match", "--label-packets", tmp_path / "l.ndjson", EXAMPLE)
    row = json.loads((tmp_path / "l.ndjson").read_text().splitlines()[0])
    assert named("labels") == list(row)


def test_tables(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    tracelore("match", "--format", "sqlite", "-o", out, EXAMPLE)
    with closing(sqlite3.connect(out)) as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            if not re.search(r"_fts(_|$)|^_|^sqlite_", name)
        ]
        assert sorted(tables) == sorted(re.findall(r"^### `(\w+)`$", TEXT, re.MULTILINE))
        for table in tables:
            columns = [row[1] for row in db.execute(f"PRAGMA table_info([{table}])")]
            assert sorted(section(table)) == sorted(columns), table
        number = db.execute("PRAGMA application_id").fetchone()[0]
        assert f"0x{number:X}" in TEXT
        for query in re.findall(r"^```sql\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL):
            for statement in query.strip().split("\n"):
                assert db.execute(statement).fetchall(), statement
