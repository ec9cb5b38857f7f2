"""The README tells the truth: its output is the program's, its commands exist, its walk-through works as typed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click import Context, Group

from sigdsl import load_text
from tests.cli.test_match import TOP, tracelore
from tests.readme import excerpt
from tracelore.cli import main

README = (TOP / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_output_shown_is_the_output() -> None:
    assert excerpt() in README


def test_the_walk_through_works(tmp_path: Path) -> None:
    """The signature of the tour is checked, tested, formatted and matched."""
    mine = tmp_path / "mine.sig"
    mine.write_text(blocks("sig")[0])
    trace = tmp_path / "trace.txt"
    trace.write_text(blocks("text")[1])
    assert tracelore("check", "--strict", mine).exit_code == 0
    assert tracelore("test", mine).exit_code == 0
    assert tracelore("fmt", mine).exit_code == 0
    result = tracelore("match", "--signatures", mine, trace)
    assert "my-syn-with-payload" in result.output


def test_the_commands_named_exist() -> None:
    context = Context(main)
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    words = [shlex.split(part, comments=True) for line in lines for part in line.split("|") if "tracelore" in part]
    used = {tuple(command[command.index("tracelore") + 1 :]) for command in words if "tracelore" in command}
    assert len(used) > 8
    for command in used:
        found = main.get_command(context, command[0])
        if isinstance(found, Group):
            found = found.get_command(context, command[1])
        assert found is not None, command
        options = {option for parameter in found.params for option in parameter.opts}
        assert {word for word in command[1:] if word.startswith("--")} <= options, command


@pytest.mark.parametrize("row", re.findall(r"^\| [^|]+ \| (`.*`) \|$", README, re.MULTILINE))
def test_the_table_of_the_language_is_the_language(row: str) -> None:
    """Each thing in the table can be written in a signature."""
    known = load_text(_signature_with("tcp", "half-open-connection")).signatures
    for code in re.findall(r"`([^`]+)`", row.replace("\\|", "|")):
        assert not load_text(_signature_with(code), known=known).errors, code


def _signature_with(code: str, slug: str = "one") -> str:
    patterns = dict.fromkeys(("p", "syn", "reset"), "tcp")
    having, key, more = "count(p) >= 1", "src gap 60s", ""
    if code.startswith(("packet ", "observe ")):
        more = code
    elif code.startswith("event "):
        key = code.removeprefix("event by ")
    elif re.match(r"(count|distinct|constant|step|missing|first)\(", code):
        having = code.replace("reply", "p")
    else:
        number = not re.search(r"[=<>&]| in | has | starts | contains ", code) and code not in ("df", "tcp")
        patterns["p"] = f"tcp; {code} >= 0" if number and code != "df" else f"tcp; {code}"
    body = "\n".join(f"  packet {name} {{ {what} }}" for name, what in patterns.items())
    return f'signature {slug} {{\n  title "x"\n{body}\n  {more}\n  event by {key} having {having}\n}}\n'
