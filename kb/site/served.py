"""Which of the databases that Datasette serves is a knowledge base."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.identity import APPLICATION_ID

__all__ = ["Served", "knowledge_base_of"]


@dataclass(frozen=True, slots=True)
class Served:
    """A knowledge base that Datasette serves: its name there and its file."""

    database: str
    path: Path


def knowledge_base_of(datasette: Any) -> Served | None:
    """The first knowledge base among Datasette's databases, or None.

    It is asked of the files themselves, so that plain `datasette kb.db`, whatever the file is called, will do.
    """
    for name, database in datasette.databases.items():
        if database.path and _is_knowledge_base(database.path):
            return Served(name, Path(database.path))
    return None


def _is_knowledge_base(path: str) -> bool:
    """A missing or damaged file is none: Datasette itself says what is wrong with it."""
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    except sqlite3.Error:
        return False
