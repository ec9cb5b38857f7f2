"""The columns that events are counted by say what the table of events says: after runs, resumed runs, migrations."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from tests.cli.test_match import EXAMPLE, tracelore
from tracelore.results.eventcolumns import add_columns, remove_columns
from tracelore.site.choice import Choice, chosen
from tracelore.site.events import EventColumns, load, state_of
from tracelore.site.facets import _largest
from tracelore.site.listing import page_of, timeline_of

EXPECTED = """
SELECT events.number, capture, signature, status = 'inconclusive', src, coalesce(dport, -1), packets, first_seen_ns
FROM events ORDER BY first_seen_ns, events.number
"""


def both(path: Path) -> tuple[EventColumns, list[tuple[object, ...]], dict[int, str]]:
    with closing(sqlite3.connect(path)) as connection:
        names = dict(connection.execute("SELECT number, name FROM sources").fetchall())
        return load(connection), connection.execute(EXPECTED).fetchall(), names


def rows_of(events: EventColumns, names: dict[int, str]) -> list[tuple[object, ...]]:
    parts = (events.number, events.capture, events.signature, events.inconclusive, events.source, events.dport,
             events.packets, events.first_seen_ns)  # fmt: skip
    rows = zip(*(part.tolist() for part in parts), strict=True)
    return [(*row[:3], int(row[3]), names.get(row[4]), *row[5:]) for row in rows]


def test_columns_are_the_table(results: Path) -> None:
    events, expected, names = both(results)
    assert rows_of(events, names) == expected
    assert len(events) == len(expected) > 25


def test_an_earlier_schema_is_brought_up(results: Path, signatures: Path, tmp_path: Path) -> None:
    """A run added to a database without columns makes them for all captures."""
    old = tmp_path / "old.db"
    old.write_bytes(results.read_bytes())
    with closing(sqlite3.connect(old)) as connection:
        view = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'reports'").fetchone()[0]
        connection.executescript(f"""
            DROP VIEW reports; DROP TABLE event_columns; DROP TABLE sources;
            ALTER TABLE signatures DROP COLUMN analysis; ALTER TABLE signatures DROP COLUMN pack;
            {view.replace(", signatures.pack", "")};
            DELETE FROM _sqlite_migrations WHERE name = 'overview'; PRAGMA user_version = 1;
        """)
    run = tracelore("match", "-s", signatures, "--format", "sqlite", "-o", old, EXAMPLE)
    assert run.exit_code == 0, run.output
    events, expected, names = both(old)
    assert rows_of(events, names) == expected


def test_columns_go_with_their_capture(results: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(results.read_bytes())
    db = Database(copy)
    before = state_of(db.conn)
    remove_columns(db, 1)
    assert not (load(db.conn).capture == 1).any()
    add_columns(db, 1)
    assert rows_of(load(db.conn), dict(db.execute("SELECT number, name FROM sources").fetchall())) == both(results)[1]
    db.execute("UPDATE captures SET ended = '9' WHERE number = 1")
    assert state_of(db.conn) != before
    db.close()


def test_no_events_at_all(results: Path) -> None:
    events, _, _ = both(results)
    none = chosen(events, Choice({"dport": "65535"}))
    assert timeline_of(events, none) is None
    assert page_of(events, none, "", "").numbers == ()
    assert page_of(events, none, "5.5", "").after is None


@pytest.mark.parametrize("most", [1, 3, 12])
def test_the_largest_are_those_that_sorting_finds(most: int) -> None:
    counts = np.random.default_rng(most).integers(0, 6, 200)
    expected = sorted((at for at in range(200) if counts[at]), key=lambda at: (-counts[at], at))[:most]
    assert _largest(counts, most) == expected
