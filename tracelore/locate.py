"""Where the files that come with TraceLore are: in the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["checkout", "shipped"]

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The path of a shipped file or folder (`kb.db`, `signatures`, `examples`). It need not exist."""
    packaged = _PACKAGE / "data" / name
    return packaged if packaged.exists() else _PACKAGE.parent / name


def checkout() -> Path | None:
    """The top of the checkout that this code runs from, or None when it is installed."""
    top = _PACKAGE.parent
    return top if (top / "pyproject.toml").is_file() and (top / "signatures").is_dir() else None
