"""What questions about all events at once need of each of them: as columns, in one row a capture.

Counting a million events by category, by hour or by source takes SQLite a second; over columns it takes some
milliseconds. Everything here is said by `events` too, and can be made from it again.
"""

from __future__ import annotations

import sys
from array import array
from typing import Final

from sqlite_utils import Database

__all__ = ["COLUMNS", "MISSING", "add_columns", "remove_columns"]

# Column -> type code of `array` and NumPy; numbers are little-endian.
COLUMNS: Final = {
    "signature": "i", "inconclusive": "b", "source": "i", "dport": "i", "packets": "q", "first_seen_ns": "q",
}  # fmt: skip
MISSING: Final = -1  # in `source` and `dport`: the key has none

_ROWS = f"""
SELECT signature, status <> 'conclusive', coalesce(sources.number, {MISSING}), coalesce(dport, {MISSING}), packets,
    first_seen_ns
FROM events LEFT JOIN sources ON sources.name = events.src
WHERE capture = ? ORDER BY events.number
"""


def add_columns(db: Database, capture: int) -> None:
    """Add the columns of a capture's events, which are numbered without a gap."""
    db.execute(
        "INSERT OR IGNORE INTO sources (name) "
        "SELECT DISTINCT src FROM events WHERE capture = ? AND src IS NOT NULL ORDER BY src",
        [capture],
    )
    columns = [array(code) for code in COLUMNS.values()]
    appends = [column.append for column in columns]
    for row in db.execute(_ROWS, [capture]):
        for append, value in zip(appends, row, strict=True):
            append(value)
    first = db.execute("SELECT coalesce(min(number), 0) FROM events WHERE capture = ?", [capture]).fetchone()[0]
    names = ", ".join(COLUMNS)
    db.execute(
        f"INSERT INTO event_columns (capture, first_event, events, {names}) VALUES (?, ?, ?{', ?' * len(COLUMNS)})",
        [capture, first, len(columns[0]), *map(_little, columns)],
    )


def remove_columns(db: Database, capture: int) -> None:
    """Take away the columns of a capture whose events go."""
    db.execute("DELETE FROM event_columns WHERE capture = ?", [capture])


def _little(column: array[int]) -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()
