"""The folder of founding traces and real captures beside the checkout; tests that need it are skipped without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("TRACELORE_SHARED", Path(__file__).parents[2] / "shared"))
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the founding traces are not at {SHARED}; set TRACELORE_SHARED to where they are"
)
