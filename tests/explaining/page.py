"""For docs/explain.md: the page's own signature and captures as files, and what the command says of them."""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path

from click.testing import CliRunner

from tests.explaining.building import syns
from tracelore.cli import main

__all__ = ["run"]

PAGE = Path(__file__).parents[2] / "docs" / "explain.md"
CAPTURES = {
    "scan.txt": syns(*((5.0 * at, "192.0.2.1", 20 + at) for at in range(7)), (105.0, "192.0.2.1", 80)),
    "udp.txt": "".join(
        f"10:00:{5 * at:02}.000000 192.0.2.1.40000 > 198.51.100.7.{20 + at}: udp 0 (ttl 64, id 1)\n" for at in range(10)
    ),
    "window.txt": syns(*((5.0 * at, "192.0.2.1", 20 + at) for at in range(10))).replace("win 1024", "win 4096"),
}


def run(command: str) -> str:
    """A command and what it prints, as a block of the page; in a folder that has the files which the page speaks of."""
    words = shlex.split(command)[1:]
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        (there / "slow.sig").write_text(_signature(), "utf-8")
        for name, text in CAPTURES.items():
            (there / name).write_text(text, "utf-8")
        placed = [str(there / word) if (there / word).is_file() else word for word in words]
        result = CliRunner().invoke(main, placed, catch_exceptions=False)
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    return "\n".join(["```text", f"$ {command}", *lines, "```", ""])


def _signature() -> str:
    block = re.search(r"^```sig\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert block is not None
    return block[1]
