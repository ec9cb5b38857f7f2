"""The page on drafting shows what the commands print."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tracelore.cli import main

TOP = Path(__file__).resolve().parents[2]
PAGE = TOP / "docs" / "draft-and-triage.md"
BLOCKS = re.findall(r"^```console\n\$ tracelore (.*?)\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def parts(shown: str) -> Iterator[list[str]]:
    """Stretches of lines between `...`."""
    for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE):
        if part:
            yield part.splitlines()


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command.split()[0] for command, _ in BLOCKS])
def test_a_command_prints_what_the_page_shows(command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    lines = CliRunner().invoke(main, shlex.split(command)).stdout.splitlines()
    at = 0
    for part in parts(shown):
        found = next((i for i in range(at, len(lines)) if lines[i : i + len(part)] == part), None)
        assert found is not None, "\n".join([*part, "-- is not in --", *lines])
        at = found + len(part)


def test_both_commands_are_shown() -> None:
    assert {command.split()[0] for command, _ in BLOCKS} == {"draft", "triage"}
