"""Opening a knowledge base for reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kb.errors import KnowledgeBaseError
from kb.identity import APPLICATION_ID, SCHEMA_VERSION

__all__ = ["opened"]

_REBUILD = "build it again with `tracelore kb build`"


@contextmanager
def opened(path: str | Path) -> Iterator[sqlite3.Connection]:
    """A connection to the knowledge base at `path` that can read and nothing else.

    Raises:
        KnowledgeBaseError: There is no such file, it is no knowledge base or one of another schema, or it is damaged
            (which may show only while it is read: errors inside the block become this one).
    """
    try:
        with closing(_connect(Path(path))) as connection:
            yield connection
    except sqlite3.Error as error:
        raise KnowledgeBaseError(f"{path}: cannot be read: {error}; {_REBUILD}") from error


def _connect(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise KnowledgeBaseError(f"{path}: there is no such file; {_REBUILD}")
    if not path.is_file():
        raise KnowledgeBaseError(f"{path}: is no file")
    # Immutable: nobody changes a knowledge base in place, so no locks, and it may lie on a read-only disk.
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        _check(path, connection)
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    try:
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise KnowledgeBaseError(f"{path}: is no knowledge base: {error}") from error
    if owner != APPLICATION_ID:
        raise KnowledgeBaseError(f"{path}: is no knowledge base of TraceLore")
    if version != SCHEMA_VERSION:
        versions = f"schema version {version}, and this is version {SCHEMA_VERSION}"
        raise KnowledgeBaseError(f"{path}: has {versions}; {_REBUILD}")
