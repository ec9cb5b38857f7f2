"""Where a user's notes are."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["default_path"]


def default_path() -> Path:
    """`TRACELORE_NOTES`, or `notes.db` in the user's data folder as the platform has it. It need not exist."""
    chosen = os.environ.get("TRACELORE_NOTES")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("tracelore", appauthor=False) / "notes.db"
