"""The results database says what the run said, and can be read by itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_match import EXAMPLE, events, tracelore
from tracelore.results.mark import SCHEMA_VERSION
from tracelore.results.schema import migrations


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("results") / "r.db"
    assert tracelore("match", "--format", "sqlite", "-o", out, EXAMPLE).exit_code == 0
    return out


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_the_version_counts_the_migrations(db: sqlite3.Connection) -> None:
    assert len(migrations._migrations) == SCHEMA_VERSION
    assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION


def test_reports_are_the_records(db: sqlite3.Connection) -> None:
    printed = events(tracelore("match", "--format", "ndjson", EXAMPLE))
    rows = db.execute("SELECT * FROM reports").fetchall()
    for row, record in zip(rows, printed, strict=True):
        for name in record.keys() - {"evidence", "explanation"}:
            value = json.loads(row[name]) if isinstance(record[name], (list, dict)) else row[name]
            assert value == record[name], name
        explanation = {name: row[name] for name in ("bottom_line", "url")}
        explanation["hypotheses"] = json.loads(row["hypotheses"])
        assert explanation == record["explanation"]
        lines = db.execute("SELECT frame, line FROM evidence WHERE event = ? ORDER BY position", [row["event"]])
        assert [tuple(line) for line in lines] == [(each["frame"], each["line"]) for each in record["evidence"]]
        counts = db.execute("SELECT name, count FROM counts WHERE event = ?", [row["event"]])
        assert dict(map(tuple, counts)) == record["counts"]  # type: ignore[arg-type]
        measures = db.execute("SELECT name, value FROM measures WHERE event = ?", [row["event"]])
        assert dict(map(tuple, measures)) == record["measures"]  # type: ignore[arg-type]


def test_the_texts_of_the_day_are_kept(db: sqlite3.Connection, tmp_path: Path) -> None:
    from sigdsl.load import load_paths

    texts = [row["text"] for row in db.execute("SELECT text FROM signatures ORDER BY number")]
    assert len(texts) > 20
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.sig").write_text(text)
    loaded = load_paths([tmp_path])
    assert not loaded.errors
    assert len(loaded.signatures) == len(texts)


def test_texts_of_files_are_kept_too(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    text = 'signature any-syn { title "SYN"\n packet syn { tcp; flags == SYN }\n event by src gap 60s }'
    mine.write_text(f"# a remark\n{text}\n")
    out = tmp_path / "r.db"
    tracelore("match", "--format", "sqlite", "-o", out, "-s", mine, EXAMPLE)
    with closing(sqlite3.connect(out)) as connection:
        assert connection.execute("SELECT slug, text FROM signatures").fetchall() == [("any-syn", text)]


def test_words_are_found(db: sqlite3.Connection) -> None:
    found = db.execute(
        """SELECT signatures.slug FROM signatures JOIN signatures_fts ON signatures_fts.rowid = signatures.number
           WHERE signatures_fts MATCH 'balancers measuring'"""
    ).fetchall()
    assert "latency-probe-syn-ack" in {row["slug"] for row in found}
    found = db.execute(
        """SELECT DISTINCT event FROM evidence JOIN evidence_fts ON evidence_fts.rowid = evidence.rowid
           WHERE evidence_fts MATCH '"674719802"'"""
    ).fetchall()
    assert len(found) == 1


def test_numbers_keep_their_exactness(tmp_path: Path) -> None:
    """Nanoseconds of today need 61 bits; an IPv6 address as a number does not fit into SQLite's integers at all."""
    from tracelore.results.eventrows import _measure

    assert [_measure(value) for value in (1_700_000_000_123_456_789, 0.5, 1 << 128)] == [
        1_700_000_000_123_456_789, 0.5, str(1 << 128),
    ]  # fmt: skip
    mine = tmp_path / "mine.sig"
    mine.write_text('signature one { title "x"\n packet p { tcp }\n event by src gap 1d having first(p) < last(p) }')
    out = tmp_path / "r.db"
    tracelore("match", "--format", "sqlite", "-o", out, "-s", mine, EXAMPLE)
    with closing(sqlite3.connect(out)) as connection:
        values = connection.execute("SELECT value, typeof(value) FROM measures WHERE name = 'first(p)'").fetchall()
        written = connection.execute("SELECT measures FROM events ORDER BY number").fetchall()
    assert {kind for _, kind in values} == {"integer"}
    assert [value for value, _ in values] == [json.loads(text)["first(p)"] for (text,) in written]


def test_datasette_shows_it(path: Path) -> None:
    import asyncio

    from datasette.app import Datasette

    async def page(url: str) -> tuple[int, str]:
        response = await site.client.get(url)
        return response.status_code, response.text

    site = Datasette([str(path)], settings={"num_sql_threads": 0})
    for url, said in (
        ("/r/reports", "backscatter-ack-674719802"), ("/r/events?_facet=src", "203.0.113.80"),
        ("/r/signatures?_search=backscatter", "backscatter"), ("/r/evidence?_search=674719802", "674719802"),
    ):  # fmt: skip
        status, text = asyncio.run(page(url))
        assert status == 200, url
        assert said in text
    for database in site.databases.values():
        database.close()
