"""What the tests of the text reader share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.formats.report import ReadReport
from matcher.packet import Packet
from matcher.tcpdump import read_tcpdump

Read = Callable[[str | bytes], tuple[list[Packet], ReadReport]]


@pytest.fixture
def read() -> Read:
    """Read a text; the packets and the account of it."""

    def read_text(text: str | bytes) -> tuple[list[Packet], ReadReport]:
        data = text.encode() if isinstance(text, str) else text
        report = ReadReport()
        return list(read_tcpdump(data.splitlines(keepends=True), report)), report

    return read_text


@pytest.fixture
def traces() -> Path:
    """The traces of the founding document."""
    return shared("seed/traces")


def shared(path: str) -> Path:
    """A folder of the material that is shared between checkouts; without it, the test is skipped."""
    root = os.environ.get("TRACELORE_SHARED") or Path(__file__).resolve().parents[3] / "shared"
    folder = Path(root) / path
    if not folder.exists():
        pytest.skip(f"{folder} is not here (set TRACELORE_SHARED)")
    return folder
