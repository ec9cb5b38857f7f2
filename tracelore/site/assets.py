"""The style sheet and scripts of these pages."""

from __future__ import annotations

from pathlib import Path

from kb.site.assets import Assets

__all__ = ["ASSETS"]

ASSETS = Assets("/-/tracelore", Path(__file__).parent / "static")
