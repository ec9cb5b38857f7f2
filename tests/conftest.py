"""Options of all tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-images", action="store_true", help="write the screenshots of docs/images anew (tests/browser)"
    )
