"""What a notes database is known by."""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION"]

APPLICATION_ID = 0x54724C6E  # "TrLn": tells our files from other SQLite databases (PRAGMA application_id)
SCHEMA_VERSION = 1  # the number of migrations in kb.notes.schema; here, so that a reader need not import them
