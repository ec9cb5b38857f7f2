"""For docs/tutorial.md: one folder in which the commands of the page are run one after the other, as a reader would."""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from tracelore.cli import main

__all__ = ["Bench"]

TOP = Path(__file__).parents[1]
PAGE = TOP / "docs" / "tutorial.md"
_CUT = "[...]"


class Bench:
    """The reader's folder. Packs are installed below it, not where the user of this machine has them."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp())
        atexit.register(shutil.rmtree, self.path, ignore_errors=True)
        shutil.copy(TOP / "examples" / "strange.pcap", self.path)

    def run(self, command: str, lines: int | None = None, status: int = 0) -> str:
        """A command and what it prints, or the first lines of that, as a block of the page.

        Raises:
            AssertionError: its exit status is another one.
        """
        with self._there():
            runner = CliRunner(env={"COLUMNS": "100"})
            result = runner.invoke(main, shlex.split(command)[1:], catch_exceptions=False)
        assert result.exit_code == status, f"{command}: {result.exit_code}\n{result.output}"
        told = re.sub(r"\d+ signatures\n", f"{_CUT} signatures\n", result.output)  # the catalogue grows
        printed = [line.rstrip() for line in told.splitlines()]
        if lines is not None and len(printed) > lines:
            printed = [*printed[:lines], _CUT]
        return "\n".join(["```text", f"$ {command}", *printed, "```", ""])

    def excerpt(self, name: str, start: str, end: str) -> str:
        """The lines of a file from one that holds `start` to the next one that holds `end`."""
        lines = (self.path / name).read_text("utf-8").splitlines()
        first = next(at for at, line in enumerate(lines) if start in line)
        last = next(at for at, line in enumerate(lines) if at > first and end in line)
        return "\n".join(["```text", *lines[first : last + 1], "```", ""])

    def save(self, kind: str, name: str, nth: int = 0) -> None:
        """Write a block of the page, as the reader would in an editor."""
        blocks = re.findall(rf"^```{kind}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        target = self.path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(blocks[nth], "utf-8")

    @contextlib.contextmanager
    def _there(self) -> Iterator[None]:
        before, packs = Path.cwd(), os.environ.get("TRACELORE_PACKS")
        os.environ["TRACELORE_PACKS"] = str(self.path / ".packs")
        os.chdir(self.path)
        try:
            yield
        finally:
            os.chdir(before)
            os.environ.pop("TRACELORE_PACKS")
            if packs is not None:
                os.environ["TRACELORE_PACKS"] = packs
