"""Where files are: those that come with TraceLore, and those of the user."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["allowed_signers", "checkout", "packs_folder", "shipped"]

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The path of a shipped file or folder (`kb.db`, `signatures`, `examples`). It need not exist."""
    packaged = _PACKAGE / "data" / name
    return packaged if packaged.exists() else _PACKAGE.parent / name


def checkout() -> Path | None:
    """The top of the checkout that this code runs from, or None when it is installed."""
    top = _PACKAGE.parent
    return top if (top / "pyproject.toml").is_file() and (top / "signatures").is_dir() else None


def packs_folder() -> Path:
    """Where installed packs are: `TRACELORE_PACKS`, or `packs` in the user's data folder. It need not exist."""
    chosen = os.environ.get("TRACELORE_PACKS")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("tracelore", appauthor=False) / "packs"


def allowed_signers() -> Path:
    """Whom the user trusts: `TRACELORE_ALLOWED_SIGNERS`, or `allowed_signers` in the user's configuration folder."""
    chosen = os.environ.get("TRACELORE_ALLOWED_SIGNERS")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("tracelore", appauthor=False) / "allowed_signers"
