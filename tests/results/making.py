"""Captures for these tests, and what came of them."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.cli.test_match import EXAMPLE

# What differs between two runs that found the same: when they were, and how fast.
TIMES = {"started", "ended", "seconds", "resumed", "applied_at"}


def longer_capture(path: Path, times: int, shift: int = 0) -> Path:
    """The example again and again, a day apart each time."""
    data = EXAMPLE.read_bytes()
    order = "<" if data[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1") else ">"
    records, at = [], 24
    while at < len(data):
        seconds, rest, caplen, length = struct.unpack_from(f"{order}IIII", data, at)
        records.append((seconds, rest, caplen, length, data[at + 16 : at + 16 + caplen]))
        at += 16 + caplen
    with path.open("wb") as out:
        out.write(data[:24])
        for day in range(times):
            for seconds, rest, caplen, length, captured in records:
                out.write(struct.pack(f"{order}IIII", seconds + 86_400 * day + shift, rest, caplen, length) + captured)
    return path


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of a results database, without what depends on the clock."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if "_fts" not in name
        ]
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info([{name}])") if row[1] not in TIMES]
            listed = ", ".join(f"[{column}]" for column in columns)
            found[name] = sorted(connection.execute(f"SELECT {listed} FROM [{name}]"), key=repr)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return found
