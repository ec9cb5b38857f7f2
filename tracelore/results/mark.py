"""How a results database is told from other files, by its first bytes alone."""

from __future__ import annotations

from pathlib import Path

__all__ = ["APPLICATION_ID", "BROWSABLE_FROM", "SCHEMA_VERSION", "complaint", "mark_of"]

APPLICATION_ID = 0x54724C72  # "TrLr" (PRAGMA application_id)
SCHEMA_VERSION = 3  # the number of migrations in `schema`
BROWSABLE_FROM = 2  # the first version that has what the site's pages count by
_MAGIC = b"SQLite format 3\0"


def complaint(path: Path) -> str | None:
    """Why a file cannot be used as a results database; None when it can. An empty file can become one.

    The header is read as bytes (https://sqlite.org/fileformat.html): SQLite itself would first want to put right what a
    killed run has left, in a file that may be somebody else's.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        return f"{path} cannot be read: {error.strerror}"
    if not head:
        return None
    if len(head) < 100 or not head.startswith(_MAGIC):
        return f"{path} is there already and is no results database"
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return f"{path} is another program's database, no results database"
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        return f"{path} has schema version {version}; this version of TraceLore knows {SCHEMA_VERSION}"
    return None


def mark_of(path: Path) -> int | None:
    """The schema version of a results database; None for any other file, and for what cannot be read."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError:
        return None
    ours = head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID
    return int.from_bytes(head[60:64], "big") if ours else None
